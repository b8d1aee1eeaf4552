/* repeat - a view for each of a list of fields. Source: vega-lite, normalize/core.ts, mapRepeat. */
#include <string.h>

#include "base/bytes.h"
#include "base/limits.h"
#include "chart/normalize/rewrite.h"

/* A field as a part of a name: what is no letter, digit or "_" becomes "_"; "_" goes before a
 * leading digit. */
static void put_name(struct fw_bytes *out, fw_str field)
{
    if (field->length > 0 && field->text[0] >= '0' && field->text[0] <= '9') {
        fw_bytes_put(out, '_');
    }
    for (size_t i = 0; i < field->length; i++) {
        unsigned char c = (unsigned char)field->text[i];
        bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if ((c & 0xC0) != 0x80) { /* one "_" for a character of several bytes */
            fw_bytes_put(out, plain ? (char)c : '_');
        }
    }
}

/* One of the lists that a repeat runs through. */
struct axis {
    const char *name;       /* "repeat", "row", "column" or "layer": what references call it */
    const char *label;      /* before the field in names of children */
    struct fw_value fields; /* an array; undefined: not repeated this way */
};

struct repeat {
    const struct fw_scope *scope;
    struct fw_value child; /* the spec that is repeated */
    struct axis axes[2];   /* the outer first */
    struct fw_value children;
};

/* "NAME_" of the child, the prefix of repeats around, "child__row_Acol". */
static const char *child_name(const struct repeat *repeat, const struct fw_value fields[2])
{
    struct fw_bytes out = { 0 };
    const char *own = fw_get_text(repeat->child, "name", "");
    if (own[0] != '\0') {
        fw_bytes_puts(&out, own);
        fw_bytes_put(&out, '_');
    }
    if (repeat->scope->prefix != NULL) {
        fw_bytes_puts(&out, repeat->scope->prefix);
    }
    fw_bytes_puts(&out, "child__");
    for (size_t i = 0; i < FW_COUNT(repeat->axes); i++) {
        if (fields[i].kind == FW_STRING) {
            fw_bytes_puts(&out, repeat->axes[i].label);
            put_name(&out, fields[i].string);
        }
    }
    const char *name = fw_arena_text(repeat->scope->make.arena, fw_bytes_text(&out), out.length);
    fw_bytes_finish(&out);
    return name;
}

static void add_child(struct repeat *repeat, const struct fw_value fields[2], bool layered)
{
    struct fw_scope scope = *repeat->scope;
    for (size_t i = 0; i < FW_COUNT(repeat->axes); i++) {
        if (fields[i].kind != FW_UNDEFINED) {
            scope.repeater = fw_with(scope.make, scope.repeater, repeat->axes[i].name, fields[i]);
        }
    }
    scope.prefix = child_name(repeat, fields);
    struct fw_value child = layered ? fw_normalize_layered(&scope, repeat->child)
                                    : fw_normalize_view(&scope, repeat->child);
    child = fw_with(scope.make, child, "name", fw_text_value(scope.make, scope.prefix));
    if (!layered) {
        child = fw_without(scope.make, child, "data"); /* the repeat itself has it */
    }
    repeat->children = fw_append(scope.make, repeat->children, child);
}

/* Too many views are reported by the walk, once: a repeat only stops there. */
static bool is_full(const struct repeat *repeat)
{
    return *repeat->scope->views > FW_LIMIT_VIEWS;
}

/* The fields of an axis, or one undefined where it is not repeated. */
static size_t axis_length(const struct axis *axis)
{
    return axis->fields.kind == FW_ARRAY ? fw_length(axis->fields) : 1;
}

static struct fw_value run(struct repeat *repeat, bool layered)
{
    repeat->children = fw_array_value(repeat->scope->make.arena, NULL, 0);
    for (size_t i = 0; i < axis_length(&repeat->axes[0]); i++) {
        for (size_t k = 0; k < axis_length(&repeat->axes[1]) && !is_full(repeat); k++) {
            struct fw_value fields[2] = { fw_at(repeat->axes[0].fields, i),
                                          fw_at(repeat->axes[1].fields, k) };
            add_child(repeat, fields, layered);
        }
    }
    return repeat->children;
}

static struct fw_value repeat_layers(const struct fw_scope *scope, struct fw_value spec,
                                     struct fw_value layer)
{
    static const char *const own[] = { "repeat", "spec", NULL };
    struct repeat repeat = { .scope = scope, .child = fw_get(spec, "spec") };
    repeat.axes[0] = (struct axis){ "layer", "layer_", layer };
    return fw_with(scope->make, fw_omit(scope->make, spec, own), "layer", run(&repeat, true));
}

/* {"row": ..., "column": ..., "layer": ...}: a grid of views, each repeated in layers. */
static struct fw_value split_off_layers(const struct fw_scope *scope, struct fw_value spec,
                                        struct fw_value layer)
{
    struct fw_maker make = scope->make;
    struct fw_value inner =
        fw_with(make, fw_undefined(), "repeat", fw_with(make, fw_undefined(), "layer", layer));
    inner = fw_with(make, inner, "spec", fw_get(spec, "spec"));
    struct fw_value grid = fw_without(make, fw_get(spec, "repeat"), "layer");
    return fw_with(make, fw_with(make, spec, "repeat", grid), "spec", inner);
}

static struct fw_value repeat_views(const struct fw_scope *scope, struct fw_value spec)
{
    struct fw_maker make = scope->make;
    struct fw_value lists = fw_get(spec, "repeat");
    struct fw_value columns = fw_get(spec, "columns");
    struct repeat repeat = { .scope = scope, .child = fw_get(spec, "spec") };
    if (lists.kind == FW_ARRAY) {
        repeat.axes[0] = (struct axis){ "repeat", "", lists };
    } else {
        if (columns.kind != FW_UNDEFINED) {
            fw_scope_report(scope, spec, FW_IGNORED,
                            "'columns' means nothing where 'repeat' has rows and columns");
        }
        repeat.axes[0] = (struct axis){ "row", "row_", fw_get(lists, "row") };
        repeat.axes[1] = (struct axis){ "column", "column_", fw_get(lists, "column") };
        columns = fw_number((double)axis_length(&repeat.axes[1]));
    }
    static const char *const own[] = { "repeat", "spec", "columns", NULL };
    struct fw_value view = fw_omit(make, spec, own);
    view = fw_with_given(make, view, "data", fw_get(repeat.child, "data"));
    if (!fw_has(view, "align")) {
        view = fw_with(make, view, "align", fw_text_value(make, "all"));
    }
    view = fw_with_given(make, view, "columns", columns);
    return fw_with(make, view, "concat", run(&repeat, false));
}

struct fw_value fw_normalize_repeat(const struct fw_scope *scope, struct fw_value spec)
{
    struct fw_value lists = fw_get(spec, "repeat");
    struct fw_value layer = fw_get(lists, "layer");
    if (layer.kind == FW_UNDEFINED) {
        return repeat_views(scope, spec);
    }
    if (fw_has(lists, "row") || fw_has(lists, "column")) {
        return repeat_views(scope, split_off_layers(scope, spec, layer));
    }
    return repeat_layers(scope, spec, layer);
}
