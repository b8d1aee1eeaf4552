/* Rules: straight lines across the view or between two points. */
#include <math.h>

#include "mark/mark.h"
#include "mark/position.h"
#include "mark/rows.h"
#include "mark/style.h"

static struct fw_span_refs ends(const struct fw_unit *unit, enum fw_channel channel)
{
    enum fw_mark_orient across = channel == FW_CHANNEL_X ? FW_HORIZONTAL : FW_VERTICAL;
    enum fw_mark_orient other = channel == FW_CHANNEL_X ? FW_VERTICAL : FW_HORIZONTAL;
    enum fw_default_position fallback =
        unit->orient == across ? FW_POSITION_ZERO_OR_MAX : FW_POSITION_MID;
    if (unit->orient != other) {
        return fw_range_position(unit, channel, fallback, FW_POSITION_ZERO_OR_MIN);
    }
    struct fw_span_refs span = { fw_ref_none(), fw_ref_none(), fw_ref_none(), fw_ref_none() };
    span.a = fw_point_position(unit, channel, fallback);
    return span;
}

static double other_end(const struct fw_unit *unit, const struct fw_span_refs *span, double start,
                        size_t row)
{
    return fw_ref_there(&span->b) ? fw_ref_get_number(unit, &span->b, row) : start;
}

static void build(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    const struct fw_encoding *encoding = unit->encoding;
    if (!fw_encoding_has(encoding, FW_CHANNEL_X) && !fw_encoding_has(encoding, FW_CHANNEL_Y) &&
        !fw_encoding_has(encoding, FW_CHANNEL_LATITUDE) &&
        !fw_encoding_has(encoding, FW_CHANNEL_LONGITUDE)) {
        return;
    }
    size_t rows = unit->table->rows;
    struct fw_span_refs x = ends(unit, FW_CHANNEL_X), y = ends(unit, FW_CHANNEL_Y);
    const uint32_t *order = fw_mark_rows(unit);
    struct fw_styler styler;
    fw_styler_init(&styler, unit);
    struct fw_scene_node *node =
        fw_scene_add(unit->make.arena, parent, FW_NODE_RULE, FW_ROLE_MARK, rows);
    uint32_t *indices = FW_NEW_ARRAY(unit->make.arena, rows, uint32_t);
    size_t made = 0;
    for (size_t i = 0; i < rows; i++) {
        struct fw_rule *rule = &node->rules[made];
        rule->x = fw_ref_get_number(unit, &x.a, order[i]);
        rule->y = fw_ref_get_number(unit, &y.a, order[i]);
        rule->x2 = other_end(unit, &x, rule->x, order[i]);
        rule->y2 = other_end(unit, &y, rule->y, order[i]);
        if (isfinite(rule->x) && isfinite(rule->y) && isfinite(rule->x2) && isfinite(rule->y2)) {
            indices[made++] = fw_styler_index(&styler, order[i]);
        }
    }
    node->count = made;
    fw_styler_finish(&styler, node, indices);
}

const struct fw_mark_type fw_mark_rule = {
    .name = "rule",
    .doc = "A straight line for each row: across the view, or between two points.",
    .build = build,
};
