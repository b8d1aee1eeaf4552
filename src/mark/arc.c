/* Arcs: pies, donuts and radial bars. */
#include <math.h>

#include "mark/items.h"
#include "mark/position.h"

struct arc_refs {
    struct fw_ref x, y, pad, corner;
    struct fw_span_refs theta, radius;
};

static double number_or(const struct fw_unit *unit, const struct fw_ref *ref, size_t row,
                        double fallback)
{
    double number = fw_ref_there(ref) ? fw_ref_get_number(unit, ref, row) : NAN;
    return isnan(number) ? fallback : number;
}

static bool set_arc(const struct fw_unit *unit, void *data, size_t row, struct fw_scene_node *node,
                    size_t at)
{
    const struct arc_refs *refs = data;
    struct fw_arc *arc = &node->arcs[at];
    arc->x = fw_ref_get_place(unit, &refs->x, row);
    arc->y = fw_ref_get_place(unit, &refs->y, row);
    arc->start_angle = number_or(unit, &refs->theta.a, row, 0);
    arc->end_angle = number_or(unit, &refs->theta.b, row, 0);
    arc->outer_radius = number_or(unit, &refs->radius.a, row, 0);
    arc->inner_radius = number_or(unit, &refs->radius.b, row, 0);
    arc->pad_angle = number_or(unit, &refs->pad, row, 0);
    arc->corner_radius = number_or(unit, &refs->corner, row, 0);
    return isfinite(arc->x) && isfinite(arc->y);
}

static void build(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    struct arc_refs refs = {
        .x = fw_point_position(unit, FW_CHANNEL_X, FW_POSITION_MID),
        .y = fw_point_position(unit, FW_CHANNEL_Y, FW_POSITION_MID),
        .pad = fw_ref_written(unit, fw_unit_prop(unit, "padAngle", NULL), FW_CHANNEL_NONE),
        .corner = fw_ref_written(unit, fw_unit_prop(unit, "cornerRadius", NULL), FW_CHANNEL_NONE),
        .theta = fw_rect_position(unit, FW_CHANNEL_THETA),
        .radius = fw_rect_position(unit, FW_CHANNEL_RADIUS),
    };
    fw_mark_items(unit, parent, FW_NODE_ARC, set_arc, &refs);
}

const struct fw_mark_type fw_mark_arc = {
    .name = "arc",
    .doc = "A sector of a circle or ring for each row.",
    .build = build,
};
