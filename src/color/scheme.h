/* The named color schemes of Vega. */
#ifndef FW_COLOR_SCHEME_H
#define FW_COLOR_SCHEME_H

#include "base/arena.h"
#include "color/color.h"
#include "color/ramp.h"

/** A scheme as found: plain data that points to static tables. */
struct fw_scheme {
    const char *name;   /* in lower case, without a count */
    bool categorical;   /* a list of colors to take one by one; else stops of a continuous ramp */
    const char *colors; /* six hex digits a color */
    size_t color_count;
    size_t sample_count; /* N of a name that ends in "-N": sampled as a list of N colors; else 0 */
};

/**
 * Finds a scheme by name, case ignored ("tableau10", "redYellowBlue"). A continuous scheme's name
 * may end in a count of 1 to 99 ("blues-7"), which makes it a list of that many colors, and a
 * categorical one's in a count up to its size, which shortens it. False, with `scheme` unchanged,
 * when unknown.
 */
bool fw_scheme_find(const char *name, struct fw_scheme *scheme);

/** All names as Vega-Lite spells them ("blueGreen" as "bluegreen"), without counts, for
 * suggestions. */
const char *const *fw_scheme_names(size_t *count);

/** Whether the scheme is a list: categorical, or with a count. */
bool fw_scheme_is_discrete(const struct fw_scheme *scheme);

/** The i-th of the `color_count` colors in the table. */
struct fw_color fw_scheme_color(const struct fw_scheme *scheme, size_t index);

/** The scheme as a ramp, mixed in rgb as Vega does. A list becomes a ramp through its colors. */
const struct fw_ramp *fw_scheme_ramp(struct fw_arena *arena, const struct fw_scheme *scheme);

/**
 * The colors that a scale with a discrete range takes from the scheme, as Vega's configureScheme
 * has it: a continuous scheme is cut to `extent` (NULL: all of it) and sampled `wanted` times; of a
 * list the first `wanted` are taken, or all when `wanted` is 0. `count` gets how many there are.
 */
struct fw_color *fw_scheme_colors(struct fw_arena *arena, const struct fw_scheme *scheme,
                                  size_t wanted, const double extent[2], size_t *count);

#endif
