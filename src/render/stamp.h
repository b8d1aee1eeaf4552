/* Runs of equal symbols onto an image: each drawn once at 8 by 8 phases of a pixel, then copied. */
#ifndef FW_RENDER_STAMP_H
#define FW_RENDER_STAMP_H

#include <cairo.h>

#include "scene/scene.h"

/**
 * Paints items `first`, first + 1, ... of `node` as long as they are symbols of one shape, size and
 * angle in plain colors, onto the image that `cr` draws on. Returns how many were painted; 0 where
 * stamps do not pay or cannot be used: another kind of item, too few, too large, a clip that is no
 * rectangle of whole pixels. A symbol is off by at most a sixteenth of a pixel; a million of them
 * take a tenth of the time.
 */
size_t fw_stamp_run(cairo_t *cr, const struct fw_scene_node *node, size_t first);

#endif
