/* The size of text: Pango with the private font set measures what Cairo draws. */
#ifndef FW_TEXT_MEASURE_H
#define FW_TEXT_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct fw_fonts; /* text/fonts.h: the font set of a session */

/** A font as a spec asks for it. */
struct fw_font {
    const char *family; /* "sans-serif"; families that are not loaded become the default one */
    double size;        /* px, >= 0 */
    int weight;         /* 100 to 900: 400 normal, 700 bold; 600 and above use the Bold */
    bool italic;
};

/** The weight of a CSS word or number text: "normal" 400, "bold" 700, "lighter" 300, "bolder" 700. */
int fw_font_weight(const char *word);

/** The width in px of one line of UTF-8: the sum of the advances, unhinted, with kerning, to 0.01 px. */
double fw_text_width(struct fw_fonts *fonts, const struct fw_font *font, const char *text,
                     size_t length);

/**
 * `text` cut to `limit` px with `ellipsis` ("…") at its end, or at its start when `from_end`, as Vega
 * does it: the longest prefix (suffix) that fits with the ellipsis. The text itself when it fits or
 * limit <= 0. In `arena`.
 */
const char *fw_text_truncate(struct fw_fonts *fonts, struct fw_arena *arena,
                             const struct fw_font *font, const char *text, double limit,
                             const char *ellipsis, bool from_end);

/** Greedy line breaking at spaces to `width` px; returns lines in `arena`, `*count` of them. */
const char **fw_text_wrap(struct fw_fonts *fonts, struct fw_arena *arena,
                          const struct fw_font *font, const char *text, double width,
                          size_t *count);

#endif
