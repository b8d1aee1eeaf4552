/* The rectangles of interval selections. */
#ifndef FW_COMPOSE_BRUSH_H
#define FW_COMPOSE_BRUSH_H

#include "view/selection.h"

/**
 * The px between which the interval of field `at` lies in its unit: [from, to], or [] where nothing
 * is selected or no sizes are known yet.
 */
struct fw_value fw_brush_ends(const struct fw_chart *chart, const struct fw_selection *selection,
                              size_t at);

/**
 * Draws the rectangles of the unit's intervals into `group`: with `behind` what goes under the
 * marks, in the order in which they are painted, else what goes above. Source: interval.ts, marks.
 */
void fw_brushes_draw(const struct fw_view *unit, struct fw_scene_node *group, bool behind);

#endif
