/* Sequential and diverging scales: from a domain of two or three values to one ramp of colors. */
#include "scale/sequential.h"

#include <math.h>

#include "scale/continuous.h"
#include "scale/ticks.h"

/** 1 / (to - from) times `part`; 0 where they are equal (d3). */
static double slope(double from, double to, double part)
{
    return from == to ? 0 : part / (to - from);
}

static double diverging_fraction(const double *ends, double x)
{
    double sign = ends[1] < ends[0] ? -1 : 1;
    double k =
        sign * x < sign * ends[1] ? slope(ends[0], ends[1], 0.5) : slope(ends[1], ends[2], 0.5);
    return 0.5 + (x - ends[1]) * k;
}

double fw_sequential_fraction(const struct fw_scale *scale, double x)
{
    if (scale->domain_count < 2 || isnan(x)) {
        return NAN;
    }
    const double *ends = scale->forwarded;
    x = scale->type->forward(scale, x);
    double t;
    if (scale->domain_count == 3) {
        t = diverging_fraction(ends, x);
    } else {
        double k = slope(ends[0], ends[1], 1);
        t = k == 0 ? 0.5 : (x - ends[0]) * k;
    }
    return scale->spec.clamp ? fmax(0, fmin(1, t)) : t;
}

const struct fw_scale_type fw_scale_sequential = {
    .name = "sequential",
    .traits = FW_TRAIT_CONTINUOUS | FW_TRAIT_NUMBERS | FW_TRAIT_SPAN,
    .train = fw_continuous_train,
    .apply = fw_continuous_apply,
    .invert = fw_continuous_invert,
    .forward = fw_same,
    .backward = fw_same,
    .nice = fw_linear_nice,
    .ticks = fw_linear_ticks,
};
