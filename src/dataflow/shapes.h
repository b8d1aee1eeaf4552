/* Rows of maps: the lines of a graticule, and rows that have no geometry. */
#ifndef FW_DATAFLOW_SHAPES_H
#define FW_DATAFLOW_SHAPES_H

#include "view/view.h"

/** The lines of a graticule as a table of one GeoJSON row, by the parameters of its data block. */
const struct fw_table *fw_graticule_table(struct fw_chart *chart, struct fw_value parameters);

/** Drops rows whose "shape" field holds no geometry. Source: Vega-Lite, compile/data/geojson.ts. */
void fw_unit_drop_shapeless(struct fw_view *unit);

#endif
