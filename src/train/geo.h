/* Maps: the projections of views, what they are fitted to, and positions by degrees. */
#ifndef FW_TRAIN_GEO_H
#define FW_TRAIN_GEO_H

#include "view/view.h"

/**
 * Decides the projections of all views below `view`: one for each unit with a geographic position
 * or shape, shared with its siblings as Vega-Lite shares them. Their sizes must be known. Source:
 * compile/projection/parse.ts.
 */
void fw_projections_parse(struct fw_view *view);

/**
 * Makes the projection of a unit ready to draw at the unit's size, and gives its table the
 * projected positions. Without a projection nothing happens.
 */
void fw_unit_project(struct fw_view *unit);

/** The projection of a unit as made last, or NULL. */
const struct fw_projection *fw_unit_projection(const struct fw_view *unit);

/** Whether marks are clipped to the view: a projection that is not fitted may reach far beyond it.
 */
bool fw_unit_projection_clips(const struct fw_view *unit);

#endif
