/* Long labels of axes, legends and headers: broken into lines before they are cut. */
#ifndef FW_EXPLAIN_WRAP_H
#define FW_EXPLAIN_WRAP_H

#include "view/view.h"

/**
 * Whether labels are broken: in charts with a usermeta.figwright, and where the theme's token
 * wrapLabels is set. A plain Vega-Lite chart is drawn as Vega does it.
 */
bool fw_wraps(const struct fw_chart *chart);

/** Where guides of a view get memory, strings and widths from; tells explain/unfit.h of labels that
 * are cut in charts that break them. */
struct fw_guide_env fw_view_guide_env(const struct fw_view *view);

/**
 * Sets how the labels of an axis are broken: level ones, at their limit, and along x at the step of
 * a scale of categories. Numbers and times that have no room there are thinned out instead.
 */
void fw_axis_wrap(const struct fw_view *view, const struct fw_axis_model *axis,
                  struct fw_axis_spec *spec);

/** Labels of a legend, or of a header whose cells leave `room` px (NaN: any), are broken at their
 * limit. */
void fw_label_wrap(const struct fw_chart *chart, struct fw_guide_text *look, double room);

/**
 * Lets the steps of scales grow until the labels of their axes have room: rows as high as the
 * tallest label, columns as wide as the widest word. Returns whether some did: sizes are then to be
 * solved anew.
 */
bool fw_steps_grow(struct fw_view *view);

#endif
