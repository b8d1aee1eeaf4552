/* Bin-ordinal scales: a range value for each bin. */
#include <math.h>

#include "scale/type.h"

static ptrdiff_t bin_ordinal_pick(const struct fw_scale *scale, struct fw_value value)
{
    double x = fw_scale_input(value);
    size_t bin = fw_bisect(scale->numbers, scale->domain_count, x);
    if (isnan(x) || bin == 0 || scale->range_count == 0) {
        return FW_NOT_FOUND;
    }
    return (ptrdiff_t)((bin - 1) % scale->range_count);
}

const struct fw_scale_type fw_scale_bin_ordinal = {
    .name = "bin-ordinal",
    .traits = FW_TRAIT_DISCRETE | FW_TRAIT_NUMBERS | FW_TRAIT_SPAN,
    .pick = bin_ordinal_pick,
};
