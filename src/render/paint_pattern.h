/* Hatched fills onto a Cairo context, as lines: they stay lines in a PDF. */
#ifndef FW_RENDER_PAINT_PATTERN_H
#define FW_RENDER_PAINT_PATTERN_H

#include <cairo.h>

#include "scene/scene.h"

/** Fills the current path, which stays, with a paint that fw_paint_is_hatched. */
void fw_paint_pattern(cairo_t *cr, const struct fw_paint *paint, double opacity);

#endif
