/* Replacing {"repeat": "row"} by the field that the repeat is at. */
#ifndef FW_CHART_NORMALIZE_REPEATER_H
#define FW_CHART_NORMALIZE_REPEATER_H

#include "chart/normalize/rewrite.h"

/**
 * An encoding, or the row and column of a facet, without references: in fields, in datums and in
 * the fields of sorts. A definition whose reference names no repeat is reported and left out.
 * Undefined stays undefined.
 */
struct fw_value fw_repeater_encoding(const struct fw_scope *scope, struct fw_value encoding);

/** The same of one definition; undefined where it is left out. */
struct fw_value fw_repeater_def(const struct fw_scope *scope, struct fw_value def);

#endif
