/* Areas: a band between two edges for each series. */
#include <math.h>

#include "mark/mark.h"
#include "mark/position.h"
#include "mark/rows.h"
#include "mark/style.h"

struct area_refs {
    struct fw_span_refs x, y;
};

static struct fw_span_refs edge(const struct fw_unit *unit, enum fw_channel channel, bool range)
{
    if (range) {
        return fw_range_position(unit, channel, FW_POSITION_ZERO_OR_MIN, FW_POSITION_ZERO_OR_MIN);
    }
    struct fw_span_refs span = { fw_ref_none(), fw_ref_none(), fw_ref_none(), fw_ref_none() };
    span.a = fw_point_position(unit, channel, FW_POSITION_ZERO_OR_MIN);
    return span;
}

/* Where an edge and the one opposite lie; without one of the two there is no extent, as in Vega. */
static void set_ends(const struct fw_unit *unit, const struct fw_span_refs *span, size_t row,
                     double *start, double *end)
{
    *start = fw_ref_get_number(unit, &span->a, row);
    *end = fw_ref_there(&span->b) ? fw_ref_get_number(unit, &span->b, row) : *start;
    if (isnan(*start) || isnan(*end)) {
        *start = *end = isnan(*start) ? 0 : *start;
    }
}

static void set_series(const struct fw_unit *unit, const struct fw_series *series,
                       const struct area_refs *refs, struct fw_polyline *area)
{
    size_t breaker_count;
    const struct fw_column **breakers = fw_path_breakers(unit, &breaker_count);
    struct fw_vertex *vertices = FW_NEW_ARRAY(unit->make.arena, series->count, struct fw_vertex);
    for (size_t i = 0; i < series->count; i++) {
        size_t row = series->rows[i];
        struct fw_vertex *v = &vertices[i];
        set_ends(unit, &refs->x, row, &v->x, &v->x2);
        set_ends(unit, &refs->y, row, &v->y, &v->y2);
        v->gap = fw_path_breaks(unit, breakers, breaker_count, row) || !isfinite(v->x) ||
                 !isfinite(v->y) || !isfinite(v->x2) || !isfinite(v->y2);
    }
    area->vertices = vertices;
    area->count = series->count;
    area->interpolate = fw_mark_word(unit, "interpolate", NULL);
    area->tension = fw_mark_number(unit, "tension", NAN);
    area->horizontal = unit->orient == FW_HORIZONTAL;
}

/* Source: Vega-Lite, compile/mark/area.ts. */
static void build(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    struct area_refs refs = {
        .x = edge(unit, FW_CHANNEL_X, unit->orient == FW_HORIZONTAL),
        .y = edge(unit, FW_CHANNEL_Y, unit->orient == FW_VERTICAL),
    };
    size_t count;
    struct fw_series *series =
        fw_mark_series(unit, unit->orient == FW_HORIZONTAL ? &refs.y.a : &refs.x.a, &count);
    struct fw_scene_node *node =
        fw_scene_add(unit->make.arena, parent, FW_NODE_AREA, FW_ROLE_MARK, count);
    struct fw_styler styler;
    fw_styler_init(&styler, unit);
    uint32_t *indices = FW_NEW_ARRAY(unit->make.arena, count, uint32_t);
    uint32_t *rows = FW_NEW_ARRAY(unit->make.arena, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        set_series(unit, &series[i], &refs, &node->polylines[i]);
        rows[i] = series[i].rows[0];
        indices[i] = fw_styler_index(&styler, series[i].rows[0]);
    }
    node->rows = rows;
    fw_styler_finish(&styler, node, indices);
}

const struct fw_mark_type fw_mark_area = {
    .name = "area",
    .doc = "A filled band for each series, from a baseline or between two values.",
    .build = build,
    .path = true,
};
