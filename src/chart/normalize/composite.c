/* What composite marks share. Source: vega-lite, compositemark/common.ts. */
#include "chart/normalize/composite.h"

#include <string.h>

#include "base/bytes.h"
#include "chart/normalize/definition.h"
#include "data/table.h"

struct fw_value fw_with_text(struct fw_maker make, struct fw_value object, const char *key,
                             const char *text)
{
    return fw_with(make, object, key, fw_text_value(make, text));
}

struct fw_composite fw_composite_begin(const struct fw_scope *scope, struct fw_value unit)
{
    struct fw_composite mark = { .scope = scope, .make = scope->make, .unit = unit };
    mark.mark_def = fw_mark_def_of(scope, unit);
    mark.name = fw_get_text(mark.mark_def, "type", "");
    mark.config = fw_get(scope->context->config->root, mark.name);
    mark.encoding = fw_normal_encoding(scope, fw_get(unit, "encoding"));
    return mark;
}

/* Two continuous axes: the aggregate says which is summarized, else time runs along the other. */
static bool is_horizontal(const struct fw_composite *mark, struct fw_value x, struct fw_value y)
{
    struct fw_value by_x = fw_get(x, "aggregate"), by_y = fw_get(y, "aggregate");
    if (!fw_to_boolean(by_x) && fw_is_text(by_y, mark->name)) {
        return false;
    }
    if (!fw_to_boolean(by_y) && fw_is_text(by_x, mark->name)) {
        return true;
    }
    return fw_is_time_def(y) && !fw_is_time_def(x);
}

bool fw_composite_orient(struct fw_composite *mark)
{
    struct fw_value x = fw_get(mark->encoding, "x"), y = fw_get(mark->encoding, "y");
    struct fw_value orient = fw_get(mark->mark_def, "orient");
    bool along_x = fw_is_continuous_def(x), along_y = fw_is_continuous_def(y);
    if (fw_to_boolean(orient)) {
        mark->vertical = fw_is_text(orient, "vertical");
    } else if (along_x && along_y) {
        mark->vertical = !is_horizontal(mark, x, y);
    } else {
        mark->vertical = along_y;
    }
    if (!along_x && !along_y && !fw_to_boolean(orient)) {
        struct fw_diagnostic *d =
            fw_scope_report(mark->scope, mark->unit, FW_MISSING_PROPERTY,
                            "a mark of type '%s' needs a continuous x or y", mark->name);
        fw_hint(mark->scope->context->diag, d, "give one of them \"type\": \"quantitative\"");
        return false;
    }
    return true;
}

const char *fw_composite_channel(const struct fw_composite *mark, const char *suffix)
{
    return fw_arena_printf(mark->make.arena, "%s%s", mark->axis, suffix);
}

struct fw_value fw_composite_axis_def(const struct fw_composite *mark, const char *suffix)
{
    struct fw_value def = fw_get(mark->encoding, fw_composite_channel(mark, suffix));
    struct fw_value aggregate = fw_get(def, "aggregate");
    if (!fw_to_boolean(aggregate)) {
        return def;
    }
    if (!fw_is_text(aggregate, mark->name)) {
        fw_scope_report(mark->scope, def, FW_IGNORED,
                        "a mark of type '%s' aggregates by itself: 'aggregate' is not used",
                        mark->name);
    }
    return fw_without(mark->make, def, "aggregate");
}

/* `text` with a backslash before each of the characters `special`. */
static const char *escape(struct fw_arena *arena, const char *text, const char *special)
{
    char *escaped = fw_arena_alloc(arena, 2 * strlen(text) + 1);
    size_t length = 0;
    for (; *text != '\0'; text++) {
        if (strchr(special, *text) != NULL) {
            escaped[length++] = '\\';
        }
        escaped[length++] = *text;
    }
    return escaped;
}

bool fw_composite_axis(struct fw_composite *mark)
{
    mark->axis = mark->vertical ? "y" : "x";
    mark->def = fw_composite_axis_def(mark, "");
    mark->field = fw_get_text(mark->def, "field", NULL);
    if (mark->field == NULL) {
        struct fw_value at = mark->def.kind == FW_OBJECT ? mark->def : mark->unit;
        fw_scope_report(mark->scope, at, FW_MISSING_PROPERTY,
                        "a mark of type '%s' needs a field on '%s'", mark->name, mark->axis);
        return false;
    }
    mark->flat = fw_path_flat(mark->make.arena, mark->make.strings, mark->field)->text;
    mark->escaped = escape(mark->make.arena, mark->flat, "\\.[]'\"");
    return true;
}

const char *fw_composite_column(const struct fw_composite *mark, const char *prefix)
{
    return fw_arena_printf(mark->make.arena, "%s_%s", prefix, mark->flat);
}

const char *fw_composite_path(const struct fw_composite *mark, const char *prefix)
{
    return fw_arena_printf(mark->make.arena, "%s_%s", prefix, mark->escaped);
}

/* Appends "['key']". */
static void put_key(struct fw_arena *arena, struct fw_bytes *out, const char *key)
{
    fw_bytes_printf(out, "['%s']", escape(arena, key, "\\'"));
}

static const char *finish(struct fw_arena *arena, struct fw_bytes *out)
{
    const char *text = fw_arena_text(arena, fw_bytes_text(out), out->length);
    fw_bytes_finish(out);
    return text;
}

const char *fw_composite_read(const struct fw_composite *mark, const char *prefix)
{
    struct fw_bytes out = { 0 };
    fw_bytes_puts(&out, "datum");
    put_key(mark->make.arena, &out, fw_composite_column(mark, prefix));
    return finish(mark->make.arena, &out);
}

const char *fw_path_expression(struct fw_maker make, const char *path)
{
    const fw_str *keys;
    size_t count = fw_path_split(make.arena, make.strings, path, &keys);
    struct fw_bytes out = { 0 };
    fw_bytes_puts(&out, "datum");
    for (size_t i = 0; i < count; i++) {
        put_key(make.arena, &out, keys[i]->text);
    }
    return finish(make.arena, &out);
}

struct fw_value fw_add_aggregate(struct fw_maker make, struct fw_value list, const char *op,
                                 const char *field, const char *as)
{
    struct fw_value entry = fw_with_text(make, fw_undefined(), "op", op);
    entry = fw_with_text(make, entry, "field", field);
    return fw_append(make, list, fw_with_text(make, entry, "as", as));
}

struct fw_value fw_composite_outer(const struct fw_composite *mark)
{
    static const char *const inner[] = { "mark", "encoding", "projection", NULL };
    return fw_omit(mark->make, mark->unit, inner);
}

struct fw_value fw_composite_position(const struct fw_composite *mark, const char *field)
{
    static const char *const kept[] = { "type", "title", "scale", "axis", NULL };
    struct fw_value def = fw_pick(mark->make, mark->def, kept);
    if (!fw_has(def, "title")) {
        def = fw_with_text(mark->make, def, "title", mark->field);
    }
    return fw_with_text(mark->make, def, "field", field);
}

/* Source: partLayerMixins. */
struct fw_value fw_composite_add_layer(const struct fw_composite *mark, struct fw_value layers,
                                       const char *part, struct fw_value layer)
{
    static const char *const shared[] = { "clip", "color", "opacity" };
    struct fw_maker make = mark->make;
    struct fw_value own = fw_get(mark->mark_def, part);
    struct fw_value configured = fw_get(mark->config, part);
    if (!fw_to_boolean(own.kind == FW_UNDEFINED ? configured : own)) {
        return layers;
    }
    struct fw_value def = fw_merge(make, fw_object_empty(make), configured);
    for (size_t i = 0; i < FW_COUNT(shared); i++) {
        struct fw_value value = fw_get(mark->mark_def, shared[i]);
        if (fw_to_boolean(value)) {
            def = fw_with(make, def, shared[i], value);
        }
    }
    def = fw_merge(make, def, fw_get(layer, "mark"));
    def = fw_with_text(make, def, "style", fw_arena_printf(make.arena, "%s-%s", mark->name, part));
    def = fw_merge(make, def, own);
    return fw_append(make, layers, fw_with(make, layer, "mark", def));
}

struct fw_value fw_composite_add(const struct fw_composite *mark, struct fw_value layers,
                                 const struct fw_part *part)
{
    struct fw_maker make = mark->make;
    struct fw_value position = fw_composite_position(mark, fw_composite_path(mark, part->from));
    struct fw_value encoding = fw_with(make, fw_undefined(), mark->axis, position);
    if (part->to != NULL) {
        struct fw_value end =
            fw_with_text(make, fw_undefined(), "field", fw_composite_path(mark, part->to));
        encoding = fw_with(make, encoding, fw_composite_channel(mark, "2"), end);
    }
    encoding = fw_merge(make, encoding, part->encoding);
    struct fw_value layer = fw_with(make, fw_undefined(), "mark", part->mark);
    layer = fw_with(make, layer, "encoding", encoding);
    return fw_composite_add_layer(mark, layers, part->name, layer);
}
