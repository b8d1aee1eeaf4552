/* The range of a scale: given values, or colors of a scheme, in Vega's order. */
#ifndef FW_SCALE_RANGE_H
#define FW_SCALE_RANGE_H

#include "scale/type.h"

/**
 * Sets range and output of `scale`, whose domain is final (Vega: configureRange and
 * configureScheme). Color ramps of sequential and diverging scales are made here.
 */
void fw_scale_train_range(struct fw_scale *scale);

#endif
