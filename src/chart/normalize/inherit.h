/* What a layer hands down to the views in it: its encoding and its projection. */
#ifndef FW_CHART_NORMALIZE_INHERIT_H
#define FW_CHART_NORMALIZE_INHERIT_H

#include "chart/normalize/rewrite.h"

/** The scope of the views inside a layer. */
struct fw_scope fw_inherit_scope(const struct fw_scope *scope, struct fw_value layer);

/** A unit with the encoding and projection of the layers above merged into its own. */
struct fw_value fw_inherit_unit(const struct fw_scope *scope, struct fw_value unit);

#endif
