/* The labels of an axis. Private to src/guide. */
#ifndef FW_GUIDE_AXIS_LABEL_H
#define FW_GUIDE_AXIS_LABEL_H

#include "guide/axis_tick.h"

/**
 * Appends the labels of an axis to `parent`, those that overlap or stick out left out, and returns
 * their box as the layout counts it.
 */
struct fw_box fw_axis_labels_build(const struct fw_guide_env *env, struct fw_scene_node *parent,
                                   const struct fw_axis_spec *spec,
                                   const struct fw_axis_ticks *ticks);

#endif
