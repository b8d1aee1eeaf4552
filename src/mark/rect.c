/* Rectangles, one a row: heat maps, ranges, backgrounds. */
#include "mark/boxes.h"

static void build(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    struct fw_span_refs x = fw_rect_position(unit, FW_CHANNEL_X);
    struct fw_span_refs y = fw_rect_position(unit, FW_CHANNEL_Y);
    fw_boxes_build(unit, parent, &x, &y);
}

const struct fw_mark_type fw_mark_rect = {
    .name = "rect",
    .doc = "A rectangle for each row.",
    .build = build,
};
