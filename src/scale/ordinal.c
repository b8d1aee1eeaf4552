/* Ordinal scales: each value of the domain has its value of the range, which starts anew at its
 * end. */
#include "scale/discrete.h"

static ptrdiff_t ordinal_pick(const struct fw_scale *scale, struct fw_value value)
{
    ptrdiff_t place = fw_discrete_find(scale, value);
    if (place == FW_NOT_FOUND || scale->range_count == 0) {
        return FW_NOT_FOUND;
    }
    return (ptrdiff_t)((size_t)place % scale->range_count);
}

const struct fw_scale_type fw_scale_ordinal = {
    .name = "ordinal",
    .traits = FW_TRAIT_DISCRETE,
    .train = fw_discrete_train,
    .pick = ordinal_pick,
};
