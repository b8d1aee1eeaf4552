/* The view tree of a normalized spec, with the tables of its views. */
#ifndef FW_DATAFLOW_DATAFLOW_H
#define FW_DATAFLOW_DATAFLOW_H

#include "view/view.h"

/** Makes the view tree of a normalized spec, with data. NULL when there were errors. */
struct fw_view *fw_view_build(struct fw_chart *chart, struct fw_view *parent, struct fw_value spec);

/** Gives a view its table: its own data or its parent's, through its transforms. */
bool fw_view_load(struct fw_view *view);

/** The tables of a unit: raw, table, domain. */
bool fw_unit_tables(struct fw_view *unit);

#endif
