/* Facets: cells by rows and columns of field values, each a copy of the inner view with its own
 * rows. */
#ifndef FW_CHART_FACETS_H
#define FW_CHART_FACETS_H

#include "chart/view.h"

/** Makes the cells of a facet view. False when there were errors. */
bool fw_facet_build(struct fw_view *view);

/** Takes the axes that cells share out of them: headers draw those. */
void fw_facet_axes(struct fw_view *view);

#endif
