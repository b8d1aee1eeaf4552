/* Boxes of scene nodes, by the rules of Vega (docs/layout.md: text boxes and stroke boxes). */
#ifndef FW_SCENE_BOUNDS_H
#define FW_SCENE_BOUNDS_H

#include "scene/scene.h"
#include "shape/box.h"

struct fw_fonts;

/** The box of item `i` of a run, in the coordinates of its parent group, stroke included. */
struct fw_box fw_item_bounds(struct fw_fonts *fonts, const struct fw_scene_node *node, size_t i);

/**
 * The box of a node in its parent's coordinates: all its items; a group's frame and, unless it clips,
 * its children, shifted.
 */
struct fw_box fw_node_bounds(struct fw_fonts *fonts, const struct fw_scene_node *node);

/** The height of a text's lines together and its width: max over lines. */
void fw_text_extent(struct fw_fonts *fonts, const struct fw_text *text, double *width,
                    double *height);

#endif
