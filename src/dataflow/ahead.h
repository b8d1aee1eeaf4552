/* Conversions of fields before the transforms of the views that imply them. */
#ifndef FW_DATAFLOW_AHEAD_H
#define FW_DATAFLOW_AHEAD_H

#include "view/view.h"

/**
 * The rows of a view's own data with the fields as dates and numbers that the encodings, time
 * units and filters of all views on the same data imply, but for those that a transform on the way
 * makes and those that views imply at odds. So a `calculate` sees dates where an axis wants them,
 * as in Vega-Lite, which moves its conversions up to the source.
 */
const struct fw_table *fw_convert_ahead(struct fw_view *view, const struct fw_table *table);

#endif
