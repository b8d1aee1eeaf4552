/* Functions sampled as finely as their curves bend. */
#ifndef FW_TRANSFORM_CURVE_H
#define FW_TRANSFORM_CURVE_H

#include "base/arena.h"

/** A function of one number, with what it needs. */
typedef double (*fw_curve_fn)(const void *data, double x);

struct fw_curve_point {
    double x, y;
};

struct fw_curve {
    struct fw_curve_point *points;
    size_t count;
};

/** The most samples that fw_curve_sample takes, whatever is asked for; our taste. */
enum { FW_CURVE_MOST = 100000 };

/**
 * Samples `f` over [lo, hi]: at least `least` steps, and between them halved until a half bends by
 * less than half a degree or is smaller than `most` steps would make it. With least >= most,
 * `least` equal steps. Method: vega-statistics, sampleCurve.
 */
struct fw_curve fw_curve_sample(struct fw_arena *arena, fw_curve_fn f, const void *data, double lo,
                                double hi, double least, double most);

#endif
