/* The walk over a spec that takes its shorthand out. Source: vega-lite, normalize/core.ts and
 * spec/map.ts. */
#include "chart/normalize.h"

#include <stdarg.h>
#include <string.h>

#include "base/limits.h"
#include "chart/normalize/inherit.h"
#include "chart/normalize/repeater.h"
#include "chart/normalize/rewrite.h"

static const struct fw_rewrite *const rewrites[] = {
#define REWRITE(name) &fw_rewrite_##name,
    FW_REWRITE_LIST(REWRITE)
#undef REWRITE
};

struct fw_diagnostic *fw_scope_report(const struct fw_scope *scope, struct fw_value value,
                                      enum fw_code code, const char *format, ...)
{
    struct fw_place place = fw_nowhere();
    const struct fw_json *json = scope->context->json;
    if (json != NULL && value.kind == FW_OBJECT && value.object->origin > 0) {
        struct fw_node node = { json, (int32_t)value.object->origin - 1 };
        place = fw_node_place(scope->make.arena, node);
    }
    va_list args;
    va_start(args, format);
    const char *message = fw_arena_vprintf(scope->make.arena, format, args);
    va_end(args);
    return fw_report(scope->context->diag, place, code, "%s", message);
}

const char *fw_mark_type_of(struct fw_value unit)
{
    struct fw_value mark = fw_get(unit, "mark");
    return mark.kind == FW_STRING ? mark.string->text : fw_get_text(mark, "type", "");
}

struct fw_value fw_mark_def_of(const struct fw_scope *scope, struct fw_value unit)
{
    struct fw_value mark = fw_get(unit, "mark");
    return mark.kind == FW_OBJECT ? mark : fw_with(scope->make, fw_undefined(), "type", mark);
}

struct fw_value fw_mark_prop(const struct fw_scope *scope, struct fw_value mark_def,
                             const char *property)
{
    struct fw_unit unit = { .config = scope->context->config, .mark_def = mark_def };
    unit.mark = fw_get_text(mark_def, "type", "");
    return fw_unit_prop(&unit, property, NULL);
}

/* Names inside a repeat begin with that of the repeated view. */
static struct fw_value prefix_name(const struct fw_scope *scope, struct fw_value spec)
{
    const char *name = fw_get_text(spec, "name", "");
    if (scope->prefix == NULL || name[0] == '\0') {
        return spec;
    }
    name = fw_arena_printf(scope->make.arena, "%s_%s", scope->prefix, name);
    return fw_with(scope->make, spec, "name", fw_text_value(scope->make, name));
}

static struct fw_value normalize_unit(const struct fw_scope *scope, struct fw_value unit)
{
    struct fw_scope own = *scope;
    unit = prefix_name(scope, unit);
    if (scope->encoding.kind != FW_UNDEFINED || scope->projection.kind != FW_UNDEFINED) {
        unit = fw_inherit_unit(scope, unit);
        own.encoding = own.projection = fw_undefined();
        own.prefix = NULL;
    }
    struct fw_value encoding = fw_repeater_encoding(scope, fw_get(unit, "encoding"));
    unit = fw_with_given(scope->make, unit, "encoding", encoding);
    for (size_t i = 0; i < FW_COUNT(rewrites); i++) {
        if (rewrites[i]->matches(&own, unit)) {
            return rewrites[i]->run(&own, unit);
        }
    }
    return unit;
}

typedef struct fw_value (*normalize_fn)(const struct fw_scope *scope, struct fw_value spec);

/* The spec with each view in its list `key` normalized. */
static struct fw_value normalize_list(const struct fw_scope *scope, struct fw_value spec,
                                      const char *key, normalize_fn normalize)
{
    struct fw_value list = fw_get(spec, key);
    struct fw_value normal = fw_array_value(scope->make.arena, NULL, fw_length(list));
    for (size_t i = 0; i < fw_length(list); i++) {
        normal.array->items[i] = normalize(scope, fw_at(list, i));
    }
    return fw_with(scope->make, spec, key, normal);
}

static struct fw_value normalize_layer(const struct fw_scope *scope, struct fw_value layer)
{
    static const char *const handed_down[] = { "encoding", "projection", NULL };
    struct fw_scope inner = fw_inherit_scope(scope, layer);
    layer = prefix_name(scope, fw_omit(scope->make, layer, handed_down));
    return normalize_list(&inner, layer, "layer", fw_normalize_layered);
}

struct fw_value fw_normalize_layered(const struct fw_scope *scope, struct fw_value spec)
{
    if (fw_get(spec, "layer").kind == FW_ARRAY) {
        return normalize_layer(scope, spec);
    }
    if (fw_has(spec, "mark")) {
        return normalize_unit(scope, spec);
    }
    struct fw_diagnostic *d =
        fw_scope_report(scope, spec, FW_MISSING_PROPERTY, "the view has neither mark nor layers");
    if (fw_has(spec, "facet") || fw_has(spec, "repeat") || fw_has(spec, "concat") ||
        fw_has(spec, "hconcat") || fw_has(spec, "vconcat")) {
        fw_hint(scope->context->diag, d, "a layer holds units and layers only");
    }
    return spec;
}

static struct fw_value normalize_facet(const struct fw_scope *scope, struct fw_value spec)
{
    struct fw_value facet = fw_get(spec, "facet");
    bool grid = fw_has(facet, "row") || fw_has(facet, "column");
    if (grid && fw_has(spec, "columns")) {
        fw_scope_report(scope, spec, FW_IGNORED,
                        "'columns' means nothing where 'facet' has rows and columns");
        spec = fw_without(scope->make, spec, "columns");
    }
    facet = grid ? fw_repeater_encoding(scope, facet) : fw_repeater_def(scope, facet);
    spec = fw_with_given(scope->make, spec, "facet", facet);
    return fw_with(scope->make, spec, "spec", fw_normalize_view(scope, fw_get(spec, "spec")));
}

/* Counts the views made; false, and reported once, when there are too many of them. */
static bool count_view(const struct fw_scope *scope, struct fw_value spec)
{
    size_t count = ++*scope->views;
    if (count == FW_LIMIT_VIEWS + 1) {
        fw_scope_report(scope, spec, FW_LIMIT, "the chart has more than %d views", FW_LIMIT_VIEWS);
    }
    return count <= FW_LIMIT_VIEWS;
}

struct fw_value fw_normalize_view(const struct fw_scope *scope, struct fw_value spec)
{
    static const char *const lists[] = { "hconcat", "vconcat", "concat" };
    if (!count_view(scope, spec)) {
        return spec;
    }
    if (fw_has(spec, "mark") && fw_has_facet_channels(spec)) {
        return fw_normalize_facet_channels(scope, spec);
    }
    if (fw_has(spec, "facet")) {
        return normalize_facet(scope, spec);
    }
    if (fw_has(spec, "repeat")) {
        return fw_normalize_repeat(scope, spec);
    }
    for (size_t i = 0; i < FW_COUNT(lists); i++) {
        if (fw_has(spec, lists[i])) {
            return normalize_list(scope, spec, lists[i], fw_normalize_view);
        }
    }
    return fw_normalize_layered(scope, spec);
}

static struct fw_value autosize_object(struct fw_maker make, struct fw_value autosize)
{
    return autosize.kind == FW_STRING ? fw_with(make, fw_undefined(), "type", autosize) : autosize;
}

/* Sizes of "container" fit the view into them, unless it is made of several. Source:
 * normalizeAutoSize. */
static struct fw_value default_autosize(struct fw_maker make, struct fw_value spec)
{
    bool width = fw_is_text(fw_get(spec, "width"), "container");
    bool height = fw_is_text(fw_get(spec, "height"), "container");
    bool single = fw_has(spec, "mark") || fw_has(spec, "layer");
    struct fw_value type = fw_text_value(make, "pad");
    if (!single || (!width && !height)) {
        return fw_with(make, fw_undefined(), "type", type);
    }
    type = fw_text_value(make, width && height ? "fit" : width ? "fit-x" : "fit-y");
    struct fw_value autosize = fw_with(make, fw_undefined(), "type", type);
    return fw_with(make, autosize, "contains", fw_text_value(make, "padding"));
}

static struct fw_value normalize_autosize(const struct fw_scope *scope, struct fw_value spec)
{
    struct fw_maker make = scope->make;
    struct fw_value config = fw_config_get(scope->context->config, NULL, "autosize");
    struct fw_value autosize = default_autosize(make, spec);
    autosize = fw_merge(make, autosize, autosize_object(make, config));
    autosize = fw_merge(make, autosize, autosize_object(make, fw_get(spec, "autosize")));
    bool single = fw_has(spec, "mark") || fw_has(spec, "layer");
    if (fw_is_text(fw_get(autosize, "type"), "fit") && !single) {
        fw_scope_report(scope, spec, FW_IGNORED,
                        "autosize 'fit' means nothing for a chart of several views");
        autosize = fw_with(make, autosize, "type", fw_text_value(make, "pad"));
    }
    bool plain = autosize.object->count == 1 && fw_is_text(fw_get(autosize, "type"), "pad");
    return plain ? fw_without(make, spec, "autosize") : fw_with(make, spec, "autosize", autosize);
}

struct fw_value fw_normalize(const struct fw_normalize_context *context, struct fw_value spec)
{
    size_t views = 0;
    struct fw_scope scope = { .context = context, .make = context->make, .views = &views };
    return normalize_autosize(&scope, fw_normalize_view(&scope, spec));
}
