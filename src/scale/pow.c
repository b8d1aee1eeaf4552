/* Power scales, and square root scales, which have the exponent 0.5. */
#include <math.h>

#include "scale/continuous.h"
#include "scale/ticks.h"

static double exponent_of(const struct fw_scale *scale)
{
    if (scale->spec.kind == FW_SCALE_SQRT) {
        return 0.5;
    }
    return scale->spec.exponent != 0 ? scale->spec.exponent : 1;
}

static double signed_power(double x, double exponent)
{
    return x < 0 ? -pow(-x, exponent) : pow(x, exponent);
}

static double pow_forward(const struct fw_scale *scale, double x)
{
    double exponent = exponent_of(scale);
    if (exponent == 0.5) {
        return x < 0 ? -sqrt(-x) : sqrt(x);
    }
    return exponent == 1 ? x : signed_power(x, exponent);
}

static double pow_backward(const struct fw_scale *scale, double x)
{
    double exponent = exponent_of(scale);
    if (exponent == 0.5) {
        return x < 0 ? -x * x : x * x;
    }
    return exponent == 1 ? x : signed_power(x, 1 / exponent);
}

const struct fw_scale_type fw_scale_pow = {
    .name = "pow",
    .traits = FW_TRAIT_CONTINUOUS | FW_TRAIT_NUMBERS | FW_TRAIT_SPAN,
    .train = fw_continuous_train,
    .apply = fw_continuous_apply,
    .invert = fw_continuous_invert,
    .forward = pow_forward,
    .backward = pow_backward,
    .nice = fw_linear_nice,
    .ticks = fw_linear_ticks,
};

const struct fw_scale_type fw_scale_sqrt = {
    .name = "sqrt",
    .traits = FW_TRAIT_CONTINUOUS | FW_TRAIT_NUMBERS | FW_TRAIT_SPAN,
    .train = fw_continuous_train,
    .apply = fw_continuous_apply,
    .invert = fw_continuous_invert,
    .forward = pow_forward,
    .backward = pow_backward,
    .nice = fw_linear_nice,
    .ticks = fw_linear_ticks,
};
