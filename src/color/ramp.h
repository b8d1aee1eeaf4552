/* Color ramps: a color for each t in 0..1, interpolated between colors. */
#ifndef FW_COLOR_RAMP_H
#define FW_COLOR_RAMP_H

#include "base/arena.h"
#include "color/color.h"

/** The space that two colors are mixed in. "Long" goes the long way round the circle of hues. */
enum fw_interpolation {
    FW_INTERPOLATE_RGB,
    FW_INTERPOLATE_RGB_BASIS, /* a B-spline through all colors at once; opaque */
    FW_INTERPOLATE_HSL,
    FW_INTERPOLATE_HSL_LONG,
    FW_INTERPOLATE_LAB,
    FW_INTERPOLATE_HCL,
    FW_INTERPOLATE_HCL_LONG,
    FW_INTERPOLATE_CUBEHELIX,
    FW_INTERPOLATE_CUBEHELIX_LONG,
};

/** The interpolation of a Vega name ("rgb", "hcl-long"); false when there is none. */
bool fw_interpolation_parse(const char *name, enum fw_interpolation *interpolation);

/** The names that fw_interpolation_parse knows, for suggestions. */
const char *const *fw_interpolation_names(size_t *count);

/** A ramp: immutable, cheap to ask, living in the arena it was made in. */
struct fw_ramp;

/**
 * A ramp through `count` colors at equal distances. A fully transparent color has no hue or
 * channels of its own and takes those of its neighbour. Without colors the ramp is transparent
 * black everywhere, with one color it is that color. Method: d3-interpolate, piecewise.
 *
 * gamma   of rgb and cubehelix mixing; 0 or 1: none
 */
const struct fw_ramp *fw_ramp_new(struct fw_arena *arena, enum fw_interpolation interpolation,
                                  double gamma, const struct fw_color *colors, size_t count);

/** A ramp that shows the part [lo, hi] of `ramp`; lo > hi reverses it. */
const struct fw_ramp *fw_ramp_slice(struct fw_arena *arena, const struct fw_ramp *ramp, double lo,
                                    double hi);

/**
 * The color at t. Outside 0..1 the end pieces are extended, as d3 does; clamp t before, if wanted.
 * A t that is NaN gives the first color.
 */
void fw_ramp_at(const struct fw_ramp *ramp, double t, struct fw_color *color);

/**
 * `count` colors from within the ramp, at 1/(count+1), 2/(count+1), ...: the ends are left out.
 * Method: vega-scale, quantizeInterpolator.
 */
struct fw_color *fw_ramp_sample(struct fw_arena *arena, const struct fw_ramp *ramp, size_t count);

#endif
