/* Points on lines, lines and points on areas: layers of their own. Source: vega-lite,
 * normalize/pathoverlay.ts. */
#include <string.h>

#include "chart/normalize/composite.h"
#include "chart/normalize/definition.h"
#include "encoding/orient.h"

/* Vega-Lite's opacity of areas that lie under a line or points. */
#define AREA_OPACITY 0.7

/* What the mark definition says of an overlay, else the configuration of the mark. */
static struct fw_value overlay_value(const struct fw_scope *scope, struct fw_value mark_def,
                                     const char *name)
{
    struct fw_value own = fw_get(mark_def, name);
    if (own.kind != FW_UNDEFINED || scope->plain_paths) {
        return own;
    }
    return fw_config_get(scope->context->config, fw_get_text(mark_def, "type", ""), name);
}

/* The properties of the points; undefined: there are none. Shapes ask for them too. */
static struct fw_value point_overlay(const struct fw_scope *scope, struct fw_value mark_def,
                                     struct fw_value encoding)
{
    struct fw_value own = fw_get(mark_def, "point");
    struct fw_value point = overlay_value(scope, mark_def, "point");
    bool shaped = own.kind == FW_UNDEFINED && fw_to_boolean(fw_get(encoding, "shape"));
    if (fw_is_text(own, "transparent")) {
        return fw_with(scope->make, fw_undefined(), "opacity", fw_number(0));
    }
    if (!fw_to_boolean(point) && !shaped) {
        return fw_undefined();
    }
    return point.kind == FW_OBJECT ? point : fw_object_empty(scope->make);
}

static struct fw_value line_overlay(const struct fw_scope *scope, struct fw_value mark_def)
{
    struct fw_value line = overlay_value(scope, mark_def, "line");
    if (!fw_is_text(fw_get(mark_def, "type"), "area") || !fw_to_boolean(line)) {
        return fw_undefined();
    }
    return line.kind == FW_OBJECT ? line : fw_object_empty(scope->make);
}

static bool matches(const struct fw_scope *scope, struct fw_value unit)
{
    static const char *const paths[] = { "line", "rule", "trail", "area" };
    for (size_t i = 0; i < FW_COUNT(paths); i++) {
        if (strcmp(fw_mark_type_of(unit), paths[i]) == 0) {
            struct fw_value def = fw_mark_def_of(scope, unit);
            struct fw_value points = point_overlay(scope, def, fw_get(unit, "encoding"));
            return points.kind == FW_OBJECT || line_overlay(scope, def).kind == FW_OBJECT;
        }
    }
    return false;
}

/* The mark itself, without what it is overlaid with; an area lets the overlay show. */
static struct fw_value plain_mark(const struct fw_scope *scope, struct fw_value mark_def)
{
    static const char *const overlays[] = { "point", "line", NULL };
    struct fw_value def = fw_omit(scope->make, mark_def, overlays);
    bool area = fw_is_text(fw_get(def, "type"), "area");
    if (area && fw_is_nil(fw_mark_prop(scope, mark_def, "opacity")) &&
        fw_is_nil(fw_mark_prop(scope, mark_def, "fillOpacity"))) {
        def = fw_with(scope->make, def, "opacity", fw_number(AREA_OPACITY));
    }
    return def.object->count > 1 ? def : fw_get(def, "type");
}

/* Overlays lie where the mark is stacked to, and have no second end. */
static struct fw_value overlay_encoding(const struct fw_scope *scope, struct fw_value mark_def,
                                        struct fw_value encoding)
{
    static const char *const ends[] = { "x2", "y2", NULL };
    struct fw_maker make = scope->make;
    struct fw_unit unit = { .make = make, .config = scope->context->config, .mark_def = mark_def };
    unit.mark = fw_get_text(mark_def, "type", "");
    unit.encoding = fw_encoding_decode(make, encoding, unit.mark);
    unit.orient = fw_unit_orient(&unit);
    const struct fw_stacking *stacking = fw_unit_stacking(&unit);
    if (stacking != NULL) {
        const char *channel = fw_channel_name(stacking->field_channel);
        struct fw_value def =
            fw_with_text(make, fw_get(encoding, channel), "stack", stacking->offset);
        encoding = fw_with(make, encoding, channel, def);
    }
    return fw_omit(make, encoding, ends);
}

static struct fw_value line_layer(const struct fw_scope *scope, struct fw_value mark_def,
                                  struct fw_value line)
{
    static const char *const shared[] = { "clip", "interpolate", "tension", "tooltip", NULL };
    struct fw_value def = fw_with_text(scope->make, fw_undefined(), "type", "line");
    def = fw_merge(scope->make, def, fw_pick(scope->make, mark_def, shared));
    return fw_merge(scope->make, def, line);
}

static struct fw_value point_layer(const struct fw_scope *scope, struct fw_value mark_def,
                                   struct fw_value point)
{
    static const char *const shared[] = { "clip", "tooltip", NULL };
    struct fw_value def = fw_with_text(scope->make, fw_undefined(), "type", "point");
    def = fw_with(scope->make, def, "opacity", fw_number(1));
    def = fw_with(scope->make, def, "filled", fw_boolean(true));
    def = fw_merge(scope->make, def, fw_pick(scope->make, mark_def, shared));
    return fw_merge(scope->make, def, point);
}

static struct fw_value add_layer(struct fw_maker make, struct fw_value layers,
                                 struct fw_value layer, struct fw_value mark,
                                 struct fw_value encoding)
{
    layer = fw_with(make, layer, "mark", mark);
    return fw_append(make, layers, fw_with(make, layer, "encoding", encoding));
}

static struct fw_value run(const struct fw_scope *scope, struct fw_value unit)
{
    static const char *const moved[] = { "params", "projection", "mark", "name", "encoding", NULL };
    static const char *const first[] = { "name", "params", NULL };
    static const char *const later[] = { "projection", NULL };
    struct fw_maker make = scope->make;
    struct fw_value mark_def = fw_mark_def_of(scope, unit);
    struct fw_value encoding = fw_normal_encoding(scope, fw_get(unit, "encoding"));
    struct fw_value point = point_overlay(scope, mark_def, encoding);
    struct fw_value line = line_overlay(scope, mark_def);
    struct fw_value over = overlay_encoding(scope, mark_def, encoding);
    struct fw_value shared = fw_pick(make, unit, later);
    struct fw_value layers =
        add_layer(make, fw_undefined(), fw_pick(make, unit, first), plain_mark(scope, mark_def),
                  fw_without(make, encoding, "shape"));
    if (line.kind == FW_OBJECT) {
        layers = add_layer(make, layers, shared, line_layer(scope, mark_def, line), over);
    }
    if (point.kind == FW_OBJECT) {
        layers = add_layer(make, layers, shared, point_layer(scope, mark_def, point), over);
    }
    struct fw_scope inner = *scope;
    inner.plain_paths = true;
    return fw_normalize_layered(&inner, fw_with(make, fw_omit(make, unit, moved), "layer", layers));
}

const struct fw_rewrite fw_rewrite_overlay = { matches, run };
