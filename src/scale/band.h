/* Band and point scales: equal steps along a range. */
#ifndef FW_SCALE_BAND_H
#define FW_SCALE_BAND_H

#include "scale/type.h"

/* Members of both kinds' struct fw_scale_type; a point scale is one of bands with inner padding 1.
 */
void fw_band_train(struct fw_scale *scale);
struct fw_value fw_band_apply(const struct fw_scale *scale, struct fw_value value);
struct fw_value fw_band_invert(const struct fw_scale *scale, double position);

#endif
