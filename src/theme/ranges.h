/* The color ranges of a theme's config: what stands in them is colors. */
#ifndef FW_THEME_RANGES_H
#define FW_THEME_RANGES_H

#include "base/object.h"
#include "json/json.h"

/**
 * Checks config.range of one theme's file: the colors of category, ordinal, ramp, heatmap and
 * diverging are colors or expressions, and their schemes are known. False when something was
 * reported. The grammar of charts leaves that open.
 */
bool fw_theme_check_ranges(struct fw_arena *arena, struct fw_diag *diag, struct fw_node theme);

#endif
