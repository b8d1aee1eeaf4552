/* Boxes of scene nodes, by the rules of Vega (docs/layout.md: text boxes and stroke boxes). */
#ifndef FW_SCENE_BOUNDS_H
#define FW_SCENE_BOUNDS_H

#include "scene/scene.h"

struct fw_fonts;

/** An extent; empty when x1 > x2. */
struct fw_box {
    double x1, y1, x2, y2;
};

struct fw_box fw_box_empty(void);
bool fw_box_is_empty(struct fw_box box);
void fw_box_add(struct fw_box *box, double x, double y);
void fw_box_union(struct fw_box *box, struct fw_box other);
struct fw_box fw_box_translate(struct fw_box box, double dx, double dy);

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
