/* Identity scales: numbers as they are. */
#include <math.h>

#include "scale/ticks.h"

static struct fw_value identity_apply(const struct fw_scale *scale, struct fw_value value)
{
    (void)scale;
    double x = fw_scale_input(value);
    return isnan(x) ? fw_undefined() : fw_number(x);
}

static struct fw_value identity_invert(const struct fw_scale *scale, double position)
{
    return identity_apply(scale, fw_number(position));
}

const struct fw_scale_type fw_scale_identity = {
    .name = "identity",
    .traits = FW_TRAIT_NUMBERS | FW_TRAIT_SPAN,
    .apply = identity_apply,
    .invert = identity_invert,
    .nice = fw_linear_nice,
    .ticks = fw_linear_ticks,
};
