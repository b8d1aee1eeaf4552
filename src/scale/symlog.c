/* Symmetric logarithmic scales: like a logarithm far from zero, linear near it. */
#include <math.h>

#include "scale/continuous.h"
#include "scale/ticks.h"

/** Where the linear part ends, in data units. */
static double constant_of(const struct fw_scale *scale)
{
    return scale->spec.constant != 0 ? scale->spec.constant : 1;
}

static double symlog_forward(const struct fw_scale *scale, double x)
{
    return copysign(log1p(fabs(x / constant_of(scale))), x);
}

static double symlog_backward(const struct fw_scale *scale, double x)
{
    return copysign(expm1(fabs(x)), x) * constant_of(scale);
}

const struct fw_scale_type fw_scale_symlog = {
    .name = "symlog",
    .traits = FW_TRAIT_CONTINUOUS | FW_TRAIT_NUMBERS | FW_TRAIT_SPAN,
    .train = fw_continuous_train,
    .apply = fw_continuous_apply,
    .invert = fw_continuous_invert,
    .forward = symlog_forward,
    .backward = symlog_backward,
    .nice = fw_linear_nice,
    .ticks = fw_linear_ticks,
};
