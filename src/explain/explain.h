/* What explains a view: its axes, legends and titles, parsed, merged, and every property resolved.
 */
#ifndef FW_EXPLAIN_EXPLAIN_H
#define FW_EXPLAIN_EXPLAIN_H

#include "view/view.h"

void fw_axes_parse(struct fw_view *view);
void fw_legends_parse(struct fw_view *view);
struct fw_axis_spec fw_axis_resolve(const struct fw_view *view, const struct fw_axis_model *axis);
/** The same before its labels are broken into lines (wrap.h). */
struct fw_axis_spec fw_axis_resolve_unbroken(const struct fw_view *view,
                                             const struct fw_axis_model *axis);
bool fw_legend_resolve(const struct fw_view *view, const struct fw_legend_model *legend,
                       struct fw_legend_spec *spec);
bool fw_title_resolve(const struct fw_view *view, struct fw_title_spec *spec);

#endif
