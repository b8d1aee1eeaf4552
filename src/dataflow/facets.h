/* Facets: cells by rows and columns of field values, each a copy of the inner view with its own
 * rows. */
#ifndef FW_DATAFLOW_FACETS_H
#define FW_DATAFLOW_FACETS_H

#include "view/view.h"

/** Makes the cells of a facet view. False when there were errors. */
bool fw_facet_build(struct fw_view *view);

#endif
