/* Ticks: short thin lines, one a row. */
#include "mark/boxes.h"

static void build(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    bool horizontal = unit->orient == FW_HORIZONTAL;
    enum fw_channel along = horizontal ? FW_CHANNEL_X : FW_CHANNEL_Y;
    enum fw_channel across = horizontal ? FW_CHANNEL_Y : FW_CHANNEL_X;
    struct fw_span_refs size = fw_rect_position(unit, along);
    struct fw_span_refs thin = { fw_ref_none(), fw_ref_none(), fw_ref_none(), fw_ref_none() };
    thin.c = fw_point_position(unit, across, FW_POSITION_MID);
    thin.size = fw_ref_written(unit, fw_unit_prop(unit, "thickness", NULL), FW_CHANNEL_NONE);
    fw_boxes_build(unit, parent, horizontal ? &size : &thin, horizontal ? &thin : &size);
}

const struct fw_mark_type fw_mark_tick = {
    .name = "tick",
    .doc = "A short line for each row.",
    .build = build,
};
