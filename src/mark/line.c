/* Lines and trails: one path a series. */
#include <math.h>

#include "mark/mark.h"
#include "mark/position.h"
#include "mark/rows.h"
#include "mark/style.h"

/* The vertices of one series; interrupted where a value is invalid. */
static void set_series(const struct fw_unit *unit, const struct fw_series *series,
                       const struct fw_ref *x, const struct fw_ref *y, const struct fw_ref *width,
                       struct fw_polyline *line)
{
    size_t breaker_count;
    const struct fw_column **breakers = fw_path_breakers(unit, &breaker_count);
    struct fw_vertex *vertices = FW_NEW_ARRAY(unit->make.arena, series->count, struct fw_vertex);
    for (size_t i = 0; i < series->count; i++) {
        size_t row = series->rows[i];
        vertices[i].x = fw_ref_get_place(unit, x, row);
        vertices[i].y = fw_ref_get_place(unit, y, row);
        vertices[i].x2 = width == NULL ? 0 : fw_ref_get_number(unit, width, row);
        vertices[i].gap = fw_path_breaks(unit, breakers, breaker_count, row) ||
                          !isfinite(vertices[i].x) || !isfinite(vertices[i].y);
    }
    line->vertices = vertices;
    line->count = series->count;
    line->interpolate = fw_mark_word(unit, "interpolate", NULL);
    line->tension = fw_mark_number(unit, "tension", NAN);
    line->horizontal = unit->orient == FW_HORIZONTAL;
}

static void build_paths(const struct fw_unit *unit, struct fw_scene_node *parent, bool trail)
{
    struct fw_ref x = fw_point_position(unit, FW_CHANNEL_X, FW_POSITION_MID);
    struct fw_ref y = fw_point_position(unit, FW_CHANNEL_Y, FW_POSITION_MID);
    struct fw_ref width = fw_non_position(unit, FW_CHANNEL_SIZE, "size", NULL);
    size_t count;
    struct fw_series *series =
        fw_mark_series(unit, unit->orient == FW_HORIZONTAL ? &y : &x, &count);
    struct fw_scene_node *node = fw_scene_add(
        unit->make.arena, parent, trail ? FW_NODE_TRAIL : FW_NODE_LINE, FW_ROLE_MARK, count);
    struct fw_styler styler;
    fw_styler_init(&styler, unit);
    uint32_t *indices = FW_NEW_ARRAY(unit->make.arena, count, uint32_t);
    uint32_t *rows = FW_NEW_ARRAY(unit->make.arena, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        set_series(unit, &series[i], &x, &y, trail ? &width : NULL, &node->polylines[i]);
        rows[i] = series[i].rows[0];
        indices[i] = fw_styler_index(&styler, series[i].rows[0]);
    }
    node->rows = rows;
    fw_styler_finish(&styler, node, indices);
}

static void build_line(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    build_paths(unit, parent, false);
}

static void build_trail(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    build_paths(unit, parent, true);
}

const struct fw_mark_type fw_mark_line = {
    .name = "line",
    .doc = "A line through the rows of each series.",
    .build = build_line,
    .path = true,
};

const struct fw_mark_type fw_mark_trail = {
    .name = "trail",
    .doc = "A line whose width varies along it.",
    .build = build_trail,
    .path = true,
};
