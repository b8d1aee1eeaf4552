/* Bars: rectangles from a baseline, one a row. */
#include <math.h>

#include "mark/boxes.h"
#include "mark/style.h"

/* Rounds the corners at the far end of each bar, on the side that its value points to. */
static void round_ends(const struct fw_unit *unit, struct fw_scene_node *node)
{
    double radius = fw_mark_number(unit, "cornerRadiusEnd", NAN);
    enum fw_channel along = unit->orient == FW_HORIZONTAL ? FW_CHANNEL_X : FW_CHANNEL_Y;
    if (isnan(radius)) {
        return;
    }
    struct fw_ref zero = fw_zero_or_end(unit, along, false);
    double base = fw_ref_there(&zero) ? fw_ref_get_number(unit, &zero, 0) : 0;
    for (size_t i = 0; i < node->count; i++) {
        struct fw_rect *rect = &node->rects[i];
        double lo = along == FW_CHANNEL_X ? rect->x : rect->y;
        double size = along == FW_CHANNEL_X ? rect->width : rect->height;
        bool upwards = lo + size / 2 < base;
        /* Corners: top left, top right, bottom right, bottom left. */
        size_t first = along == FW_CHANNEL_X ? (upwards ? 3 : 1) : (upwards ? 0 : 2);
        rect->radius[first] = radius;
        rect->radius[(first + 1) % 4] = radius;
    }
}

static void build(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    struct fw_span_refs x = fw_rect_position(unit, FW_CHANNEL_X);
    struct fw_span_refs y = fw_rect_position(unit, FW_CHANNEL_Y);
    round_ends(unit, fw_boxes_build(unit, parent, &x, &y));
}

const struct fw_mark_type fw_mark_bar = {
    .name = "bar",
    .doc = "A bar for each row, from a baseline or between two values.",
    .build = build,
};
