/* The domain of a scale: zero, bounds, middle, padding and nice, in Vega's order. */
#ifndef FW_SCALE_DOMAIN_H
#define FW_SCALE_DOMAIN_H

#include "scale/type.h"

/**
 * Sets the domain of `scale` from its spec (Vega: configureDomain and configureBins): first zero,
 * then domain_min and domain_max, then domain_mid is put in, then padding in px, then nice. A raw
 * domain is taken as it is.
 */
void fw_scale_train_domain(struct fw_scale *scale);

/** The number of domain values that Vega counts before it picks the form of a color scale. */
size_t fw_scale_domain_length(const struct fw_scale_spec *spec);

#endif
