/* Boxes of scene nodes, by the rules of Vega (docs/scene.md). */
#ifndef FW_SCENE_BOUNDS_H
#define FW_SCENE_BOUNDS_H

#include "scene/scene.h"
#include "shape/box.h"
#include "text/measure.h"

/** The style of item `i` of a run; the default one when the node has none. */
const struct fw_style *fw_item_style(const struct fw_scene_node *node, size_t i);

/** The box of item `i` of a run, in the coordinates of its parent group, stroke included. */
struct fw_box fw_item_bounds(struct fw_fonts *fonts, const struct fw_scene_node *node, size_t i);

/** The same with the caller's scratch path, for loops over many items. */
struct fw_box fw_item_box(struct fw_fonts *fonts, const struct fw_scene_node *node, size_t i,
                          struct fw_path *scratch);

/**
 * The box of a node in its parent's coordinates: all its items, within its clip; of a group its
 * frame and, unless it clips, its children, shifted.
 */
struct fw_box fw_node_bounds(struct fw_fonts *fonts, const struct fw_scene_node *node);

/** The box that an item is clipped to as a mark (`clip`): the parent's, without its place; else
 * endless. */
struct fw_box fw_node_clip_box(const struct fw_scene_node *node);

/**
 * Whether all numbers that place item `i` are finite: other items are not drawn, as Canvas has it.
 * The vertices of lines are not looked at.
 */
bool fw_item_has_place(const struct fw_scene_node *node, size_t i);

/** The outline of item `i` of a run of anything but texts and images, appended to `path`. */
void fw_item_path(const struct fw_scene_node *node, size_t i, struct fw_path *path);

/** How far below `y` the baseline of the first line lies, px. Vega's own, rounded to whole px. */
double fw_text_baseline(const struct fw_text *text);

/** From one line's baseline to the next, px. */
double fw_text_line_height(const struct fw_text *text);

struct fw_font fw_text_font(const struct fw_text *text);

/**
 * Walks the lines of a text, trimmed: `rest` starts as the text and moves on; false when there are
 * no more. An empty text has one empty line.
 */
bool fw_text_next_line(const char **rest, const char **line, size_t *length);

/** The height of a text's lines together and its width: max over lines. */
void fw_text_extent(struct fw_fonts *fonts, const struct fw_text *text, double *width,
                    double *height);

#endif
