/* The ticks of an axis: values, labels and positions. Private to src/guide. */
#ifndef FW_GUIDE_AXIS_TICK_H
#define FW_GUIDE_AXIS_TICK_H

#include "guide/axis.h"

struct fw_axis_ticks {
    struct fw_axis_tick *ticks; /* [count], styled */
    double *tick_at;            /* [count] px along the axis, of ticks and grid lines; NaN: none */
    double *label_at;           /* [count] px along the axis, of labels; NaN: none */
    double *scaled;             /* [count] what the scale gives, without band and offsets */
    size_t count;
};

/** Makes the ticks of an axis, in the scale's order, and has them styled. */
struct fw_axis_ticks fw_axis_ticks_make(const struct fw_guide_env *env,
                                        const struct fw_axis_spec *spec);

/** Whether the axis runs along x. */
bool fw_axis_is_x(const struct fw_axis_spec *spec);

/** The ends of the range of a position scale; 0 and 0 when it has none. */
void fw_axis_range(const struct fw_scale *scale, double *first, double *last);

#endif
