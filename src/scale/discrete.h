/* Looking up values in a discrete domain. */
#ifndef FW_SCALE_DISCRETE_H
#define FW_SCALE_DISCRETE_H

#include "scale/type.h"

/**
 * Makes scale->domain unique, keeping the first of equals, and indexes it. As in d3 a time and a
 * number of the same ms are one value, and NaN equals itself.
 */
void fw_discrete_train(struct fw_scale *scale);

/** The place of `value` in the domain, or FW_NOT_FOUND. */
ptrdiff_t fw_discrete_find(const struct fw_scale *scale, struct fw_value value);

#endif
