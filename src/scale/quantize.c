/* Quantize scales: the domain in as many equal classes as the range has values. */
#include "scale/classes.h"
#include "scale/ticks.h"

static void quantize_train(struct fw_scale *scale)
{
    if (scale->domain_count < 2 || scale->range_count == 0) {
        return;
    }
    double lo = scale->numbers[0];
    double hi = scale->numbers[1];
    double n = (double)(scale->range_count - 1);
    scale->threshold_count = scale->range_count - 1;
    scale->thresholds = FW_NEW_ARRAY(scale->arena, scale->threshold_count, double);
    for (size_t i = 0; i < scale->threshold_count; i++) {
        double k = (double)i;
        scale->thresholds[i] = ((k + 1) * hi - (k - n) * lo) / (n + 1);
    }
}

const struct fw_scale_type fw_scale_quantize = {
    .name = "quantize",
    .traits = FW_TRAIT_DISCRETIZING | FW_TRAIT_NUMBERS | FW_TRAIT_SPAN,
    .train = quantize_train,
    .pick = fw_class_pick,
    .nice = fw_linear_nice,
    .ticks = fw_linear_ticks,
};
