/* Rectangles from two directions: what bars, rects and ticks share. */
#ifndef FW_MARK_BOXES_H
#define FW_MARK_BOXES_H

#include "mark/mark.h"
#include "mark/position.h"

/** Appends one rect a row, placed by the two spans, with the unit's styles and corner radii. */
struct fw_scene_node *fw_boxes_build(const struct fw_unit *unit, struct fw_scene_node *parent,
                                     const struct fw_span_refs *x, const struct fw_span_refs *y);

#endif
