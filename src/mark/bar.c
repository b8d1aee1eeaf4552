/* Bars: rectangles from a baseline, one a row; stacks with round corners are cut as one. */
#include <math.h>
#include <string.h>

#include "mark/boxes.h"
#include "mark/style.h"
#include "transform/group.h"

/* The corners at the far end: where `cornerRadiusEnd` goes. Ranged bars are round at both ends. */
static void end_radii(const struct fw_unit *unit, double radii[4])
{
    double radius = fw_mark_number(unit, "cornerRadiusEnd", NAN);
    bool horizontal = unit->orient == FW_HORIZONTAL;
    fw_corner_radii(unit, radii);
    if (isnan(radius)) {
        return;
    }
    bool ranged = fw_encoding_has(unit->encoding, horizontal ? FW_CHANNEL_X2 : FW_CHANNEL_Y2);
    /* Top left, top right, bottom right, bottom left. */
    radii[1] = radius;
    radii[horizontal ? 2 : 0] = radius;
    if (ranged) {
        radii[0] = radii[2] = radii[3] = radius;
    }
}

static bool is_round(const double radii[4])
{
    return radii[0] > 0 || radii[1] > 0 || radii[2] > 0 || radii[3] > 0;
}

static struct fw_box box_of(const struct fw_rect *rect)
{
    return (struct fw_box){ rect->x, rect->y, rect->x + rect->width, rect->y + rect->height };
}

/* The frame of one stack: painted over its bars, with the bars' stroke. */
static void add_frame(const struct fw_unit *unit, struct fw_scene_node *parent,
                      const struct fw_group *shape, const struct fw_style *bars)
{
    if (bars->stroke.kind == FW_PAINT_NONE) {
        return;
    }
    struct fw_scene_node *frame =
        fw_scene_add(unit->make.arena, parent, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    struct fw_style style = *bars;
    style.fill.kind = FW_PAINT_NONE;
    style.opacity = 1; /* the bars have it */
    *frame->group = *shape;
    frame->group->clip = false;
    fw_scene_style(unit->make.arena, frame, &style);
}

/* Bars of one stack, drawn into a group that cuts them to its round corners. */
static void build_stack(const struct fw_unit *unit, struct fw_scene_node *parent,
                        const struct fw_span_refs *x, const struct fw_span_refs *y,
                        struct fw_row_span rows, const double radii[4])
{
    struct fw_arena *arena = unit->make.arena;
    struct fw_unit part = *unit;
    part.table = fw_table_select(arena, unit->table, rows.rows, rows.count);
    struct fw_scene_node *cut = fw_scene_add(arena, parent, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    struct fw_style blank = fw_style_default();
    fw_scene_style(arena, cut, &blank);
    struct fw_scene_node *bars = fw_boxes_build(&part, cut, x, y);
    struct fw_box box = fw_box_empty();
    uint32_t *made_of = FW_NEW_ARRAY(arena, bars->count, uint32_t);
    for (size_t i = 0; i < bars->count; i++) {
        made_of[i] = rows.rows[bars->rows[i]];
        fw_box_union(&box, box_of(&bars->rects[i]));
        memset(bars->rects[i].radius, 0, sizeof bars->rects[i].radius);
    }
    bars->rows = made_of;
    if (fw_box_is_empty(box)) {
        return;
    }
    *cut->group = (struct fw_group){
        .x = box.x1, .y = box.y1, .width = box.x2 - box.x1, .height = box.y2 - box.y1, .clip = true
    };
    memcpy(cut->group->radius, radii, 4 * sizeof radii[0]);
    for (size_t i = 0; i < bars->count; i++) {
        bars->rects[i].x -= box.x1;
        bars->rects[i].y -= box.y1;
    }
    add_frame(unit, parent, cut->group, &bars->styles[0]);
}

static void build_stacks(const struct fw_unit *unit, struct fw_scene_node *parent,
                         const struct fw_span_refs *x, const struct fw_span_refs *y,
                         const double radii[4])
{
    const struct fw_column *columns[8];
    size_t count = 0;
    for (size_t i = 0; i < unit->stack->groupby_count; i++) {
        const struct fw_channel_def *def = &unit->encoding->defs[unit->stack->groupby[i]];
        columns[count++] = fw_unit_column(unit, fw_def_column(unit->make, def, NULL));
    }
    struct fw_groups groups =
        fw_group(unit->make.arena, unit->make.strings, unit->table, columns, count);
    for (size_t g = 0; g < groups.count; g++) {
        build_stack(unit, parent, x, y, fw_group_rows(&groups, g), radii);
    }
}

static void build(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    struct fw_span_refs x = fw_rect_position(unit, FW_CHANNEL_X);
    struct fw_span_refs y = fw_rect_position(unit, FW_CHANNEL_Y);
    double radii[4];
    end_radii(unit, radii);
    bool sized = fw_encoding_field(unit->encoding, FW_CHANNEL_SIZE) != NULL;
    if (unit->stack != NULL && is_round(radii) && !sized) {
        build_stacks(unit, parent, &x, &y, radii);
        return;
    }
    struct fw_scene_node *node = fw_boxes_build(unit, parent, &x, &y);
    for (size_t i = 0; i < node->count; i++) {
        memcpy(node->rects[i].radius, radii, sizeof radii);
    }
}

const struct fw_mark_type fw_mark_bar = {
    .name = "bar",
    .doc = "A bar for each row, from a baseline or between two values.",
    .build = build,
};
