/* Rules: straight lines across the view or between two points. */
#include <math.h>

#include "mark/items.h"
#include "mark/position.h"

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

struct rule_ends {
    struct fw_span_refs x, y;
};

static bool set_rule(const struct fw_unit *unit, void *data, size_t row, struct fw_scene_node *node,
                     size_t at)
{
    const struct rule_ends *refs = data;
    struct fw_rule *rule = &node->rules[at];
    rule->x = fw_ref_get_place(unit, &refs->x.a, row);
    rule->y = fw_ref_get_place(unit, &refs->y.a, row);
    rule->x2 = other_end(unit, &refs->x, rule->x, row);
    rule->y2 = other_end(unit, &refs->y, rule->y, row);
    return isfinite(rule->x) && isfinite(rule->y) && isfinite(rule->x2) && isfinite(rule->y2);
}

static void build(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    const struct fw_encoding *encoding = unit->encoding;
    if (!fw_encoding_has(encoding, FW_CHANNEL_X) && !fw_encoding_has(encoding, FW_CHANNEL_Y) &&
        !fw_encoding_has(encoding, FW_CHANNEL_LATITUDE) &&
        !fw_encoding_has(encoding, FW_CHANNEL_LONGITUDE)) {
        return;
    }
    struct rule_ends refs = { ends(unit, FW_CHANNEL_X), ends(unit, FW_CHANNEL_Y) };
    fw_mark_items(unit, parent, FW_NODE_RULE, set_rule, &refs);
}

const struct fw_mark_type fw_mark_rule = {
    .name = "rule",
    .doc = "A straight line for each row: across the view, or between two points.",
    .build = build,
};
