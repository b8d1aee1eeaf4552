/* Runs of equal circles onto an image: drawn once for each subpixel phase, then copied. */
#ifndef FW_RENDER_STAMP_H
#define FW_RENDER_STAMP_H

#include <cairo.h>

#include "scene/scene.h"

/**
 * Paints items `first`, first + 1, ... of `node` as long as they are filled circles of one size and
 * style, if there are so many that it pays, onto the image that `cr` draws on, within its clip.
 * Returns how many were painted; 0 where this is no job for stamps.
 */
size_t fw_stamp_run(cairo_t *cr, const struct fw_scene_node *node, size_t first);

#endif
