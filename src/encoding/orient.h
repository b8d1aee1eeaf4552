/* The orient of marks, and how they are stacked: what encodings imply before any scale is known. */
#ifndef FW_ENCODING_ORIENT_H
#define FW_ENCODING_ORIENT_H

#include "encoding/unit.h"

/**
 * Which way a mark stands: by its channels, else as it or the configuration says; some marks have
 * no way, and the channels may leave it open. Reads unit->mark, mark_def, config and encoding.
 * Source: vega-lite, mark/init.ts.
 */
enum fw_mark_orient fw_unit_orient(const struct fw_unit *unit);

/**
 * How the marks of a unit are stacked; NULL: they are not. Reads the same and unit->make and
 * orient. Source: vega-lite, stack.ts.
 */
struct fw_stacking *fw_unit_stacking(const struct fw_unit *unit);

/** Whether the unit's mark is among `marks` (NULL behind the last). */
bool fw_unit_is_any(const struct fw_unit *unit, const char *const *marks);

#endif
