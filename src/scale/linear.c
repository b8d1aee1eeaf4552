/* Linear scales. */
#include "scale/continuous.h"
#include "scale/ticks.h"

const struct fw_scale_type fw_scale_linear = {
    .name = "linear",
    .traits = FW_TRAIT_CONTINUOUS | FW_TRAIT_NUMBERS | FW_TRAIT_SPAN,
    .train = fw_continuous_train,
    .apply = fw_continuous_apply,
    .invert = fw_continuous_invert,
    .forward = fw_same,
    .backward = fw_same,
    .nice = fw_linear_nice,
    .ticks = fw_linear_ticks,
};
