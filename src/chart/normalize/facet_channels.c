/* row, column, facet - channels of a unit that become a facet view around it. Source: vega-lite,
 * mapFacetedUnit. */
#include "chart/normalize/definition.h"
#include "chart/normalize/repeater.h"
#include "chart/normalize/rewrite.h"

/* What a definition says of the arrangement, not of the field. */
static const char *const layout_members[] = { "align", "center", "spacing", "columns", NULL };

static const char *const facet_channels[] = { "row", "column", "facet", NULL };

static bool has_field(struct fw_value def)
{
    return fw_is_field_def(def) ||
           (fw_has_conditional_def(def) && fw_is_field_def(fw_get(def, "condition")));
}

bool fw_has_facet_channels(struct fw_value unit)
{
    struct fw_value encoding = fw_get(unit, "encoding");
    for (size_t i = 0; facet_channels[i] != NULL; i++) {
        if (has_field(fw_get(encoding, facet_channels[i]))) {
            return true;
        }
    }
    return false;
}

/* Row or column: its part of {"spacing": {"row": ..., "column": ...}}. */
static struct fw_value add_layout(struct fw_maker make, struct fw_value view, const char *channel,
                                  struct fw_value def)
{
    static const char *const by_side[] = { "align", "center", "spacing" };
    for (size_t i = 0; i < FW_COUNT(by_side); i++) {
        struct fw_value value = fw_get(def, by_side[i]);
        if (value.kind != FW_UNDEFINED) {
            struct fw_value both = fw_get(view, by_side[i]);
            both = both.kind == FW_OBJECT ? both : fw_object_empty(make);
            view = fw_with(make, view, by_side[i], fw_with(make, both, channel, value));
        }
    }
    return view;
}

static struct fw_value grid_facet(const struct fw_scope *scope, struct fw_value view,
                                  struct fw_value encoding)
{
    static const char *const sides[] = { "row", "column" };
    struct fw_value mapping = fw_object_empty(scope->make);
    for (size_t i = 0; i < FW_COUNT(sides); i++) {
        struct fw_value def = fw_get(encoding, sides[i]);
        if (def.kind == FW_OBJECT) {
            view = add_layout(scope->make, view, sides[i], def);
            mapping =
                fw_with(scope->make, mapping, sides[i], fw_omit(scope->make, def, layout_members));
        }
    }
    return fw_with(scope->make, view, "facet", mapping);
}

static struct fw_value wrapped_facet(const struct fw_scope *scope, struct fw_value view,
                                     struct fw_value def)
{
    for (size_t i = 0; layout_members[i] != NULL; i++) {
        struct fw_value value = fw_get(def, layout_members[i]);
        if (fw_to_boolean(value)) {
            view = fw_with(scope->make, view, layout_members[i], value);
        }
    }
    return fw_with(scope->make, view, "facet", fw_omit(scope->make, def, layout_members));
}

struct fw_value fw_normalize_facet_channels(const struct fw_scope *scope, struct fw_value unit)
{
    static const char *const inner_members[] = { "width", "height", "view",     "projection",
                                                 "mark",  "params", "encoding", NULL };
    struct fw_maker make = scope->make;
    struct fw_value encoding = fw_get(unit, "encoding");
    struct fw_value inner = fw_pick(make, unit, inner_members);
    inner = fw_with(make, inner, "encoding", fw_omit(make, encoding, facet_channels));
    struct fw_value view = fw_omit(make, unit, inner_members);
    struct fw_value facet = fw_get(encoding, "facet");
    if (fw_has(encoding, "row") || fw_has(encoding, "column")) {
        if (facet.kind != FW_UNDEFINED) {
            fw_scope_report(scope, facet, FW_IGNORED,
                            "'facet' means nothing beside 'row' and 'column'");
        }
        view = grid_facet(scope, view, encoding);
    } else {
        view = wrapped_facet(scope, view, facet);
    }
    return fw_normalize_view(scope, fw_with(make, view, "spec", inner));
}
