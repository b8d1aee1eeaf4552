/* Scales that sort numbers into classes: quantile, quantize, threshold. */
#ifndef FW_SCALE_CLASSES_H
#define FW_SCALE_CLASSES_H

#include "scale/type.h"

/** Which range value has the class that `value` falls into by scale->thresholds. */
ptrdiff_t fw_class_pick(const struct fw_scale *scale, struct fw_value value);

#endif
