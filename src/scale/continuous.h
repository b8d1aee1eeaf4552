/* What all continuous scales do alike: piecewise mapping between transformed domain and range. */
#ifndef FW_SCALE_CONTINUOUS_H
#define FW_SCALE_CONTINUOUS_H

#include "scale/type.h"

/* Members of a continuous kind's struct fw_scale_type. Method: d3-scale, continuous. */
void fw_continuous_train(struct fw_scale *scale);
struct fw_value fw_continuous_apply(const struct fw_scale *scale, struct fw_value value);
struct fw_value fw_continuous_invert(const struct fw_scale *scale, double position);

/** The position of a number in the range; NaN when the output is not numbers. */
double fw_continuous_number(const struct fw_scale *scale, double x);

/** The color of a number; false when the output is not colors or x is NaN. */
bool fw_continuous_color(const struct fw_scale *scale, double x, struct fw_color *color);

/** The transform of linear scales: none. */
double fw_same(const struct fw_scale *scale, double x);

#endif
