/* What a layer hands down: source vega-lite, normalize/core.ts, mergeEncoding and mergeProjection.
 */
#include "chart/normalize/inherit.h"

#include "chart/normalize/definition.h"

/* What an inherited definition is by itself: parts of one (a lone title) are for layers to
 * complete. */
static bool is_whole(struct fw_value def)
{
    return fw_has(def, "value") || fw_is_field_or_datum_def(def) || def.kind == FW_ARRAY;
}

static struct fw_value merge_def(struct fw_maker make, struct fw_value above, struct fw_value def,
                                 bool into_layer)
{
    if (fw_is_field_or_datum_def(def)) {
        return fw_merge(make, above, def);
    }
    if (fw_has_conditional_def(def)) {
        return fw_with(make, def, "condition", fw_merge(make, above, fw_get(def, "condition")));
    }
    if (def.kind != FW_UNDEFINED) {
        return def;
    }
    return into_layer || is_whole(above) ? above : fw_undefined();
}

/* `encoding` completed by the one above: channels of that first, in its order. */
static struct fw_value merge_encoding(struct fw_maker make, struct fw_value above,
                                      struct fw_value encoding, bool into_layer)
{
    if (above.kind != FW_OBJECT) {
        return encoding;
    }
    struct fw_value merged = fw_object_empty(make);
    struct fw_value channels = fw_merge(make, above, encoding);
    for (size_t i = 0; i < channels.object->count; i++) {
        fw_str channel = channels.object->keys[i];
        struct fw_value def =
            merge_def(make, fw_member(above, channel), fw_member(encoding, channel), into_layer);
        merged = fw_with_given(make, merged, channel->text, def);
    }
    return merged.object->count == 0 ? fw_undefined() : merged;
}

static struct fw_value merge_projection(const struct fw_scope *scope, struct fw_value projection)
{
    if (fw_is_nil(projection)) {
        return scope->projection;
    }
    if (scope->projection.kind != FW_UNDEFINED) {
        fw_scope_report(scope, projection, FW_IGNORED,
                        "the projection of the layer around is not used here");
    }
    return projection;
}

struct fw_scope fw_inherit_scope(const struct fw_scope *scope, struct fw_value layer)
{
    struct fw_scope inner = *scope;
    inner.encoding = merge_encoding(scope->make, scope->encoding, fw_get(layer, "encoding"), true);
    inner.projection = merge_projection(scope, fw_get(layer, "projection"));
    return inner;
}

struct fw_value fw_inherit_unit(const struct fw_scope *scope, struct fw_value unit)
{
    struct fw_maker make = scope->make;
    struct fw_value encoding =
        merge_encoding(make, scope->encoding, fw_get(unit, "encoding"), false);
    struct fw_value projection = merge_projection(scope, fw_get(unit, "projection"));
    unit = fw_with_given(make, unit, "encoding", encoding);
    return fw_with_given(make, unit, "projection", projection);
}
