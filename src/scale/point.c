/* Point scales: bands without width. */
#include "scale/band.h"

const struct fw_scale_type fw_scale_point = {
    .name = "point",
    .traits = FW_TRAIT_DISCRETE,
    .train = fw_band_train,
    .apply = fw_band_apply,
    .invert = fw_band_invert,
};
