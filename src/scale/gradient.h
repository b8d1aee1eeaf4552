/* The colors along a continuous scale, for gradient legends. */
#ifndef FW_SCALE_GRADIENT_H
#define FW_SCALE_GRADIENT_H

#include "scale/scale.h"

struct fw_scale_stop {
    double offset; /* 0..1 along the domain, by the scale's transform */
    struct fw_color color;
};

/**
 * Color stops at about 15 ticks of the scale and at the ends of its domain, from low to high as the
 * domain runs. Values without a color are left out. Method: vega-functions, scaleGradient.
 */
struct fw_scale_stop *fw_scale_gradient(const struct fw_scale *scale, struct fw_arena *arena,
                                        size_t *count);

#endif
