/* Threshold scales: classes between given boundaries. */
#include <math.h>

#include "scale/classes.h"

ptrdiff_t fw_class_pick(const struct fw_scale *scale, struct fw_value value)
{
    double x = fw_scale_input(value);
    if (isnan(x)) {
        return FW_NOT_FOUND;
    }
    size_t i = fw_bisect(scale->thresholds, scale->threshold_count, x);
    return i < scale->range_count ? (ptrdiff_t)i : FW_NOT_FOUND;
}

static void threshold_train(struct fw_scale *scale)
{
    scale->thresholds = scale->numbers;
    scale->threshold_count = scale->domain_count;
    if (scale->range_count > 0 && scale->threshold_count > scale->range_count - 1) {
        scale->threshold_count = scale->range_count - 1;
    }
}

const struct fw_scale_type fw_scale_threshold = {
    .name = "threshold",
    .traits = FW_TRAIT_DISCRETIZING | FW_TRAIT_NUMBERS,
    .train = threshold_train,
    .pick = fw_class_pick,
};
