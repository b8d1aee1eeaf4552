/* Taking bins, time units and aggregates out of an encoding. */
#include "chart/normalize/extract.h"

#include <string.h>

#include "chart/normalize/definition.h"
#include "data/table.h"

/* One definition on its way out. */
struct extraction {
    const struct fw_scope *scope;
    struct fw_extracted *out;
    enum fw_channel channel;
    struct fw_value def;           /* as it was */
    struct fw_channel_def decoded; /* the same, read */
    const char *column;            /* that its transform makes */
};

static struct fw_value text(const struct extraction *x, const char *s)
{
    return fw_text_value(x->scope->make, s);
}

static void group_by(const struct extraction *x, const char *column)
{
    x->out->groupby = fw_append(x->scope->make, x->out->groupby, text(x, column));
}

/* The definition over the new column: title kept, bin, time unit and aggregate gone. */
static struct fw_value over_column(const struct extraction *x)
{
    static const char *const taken[] = { "aggregate", "bin", "timeUnit", NULL };
    struct fw_maker make = x->scope->make;
    struct fw_value def = fw_omit(make, x->def, taken);
    if (!fw_has(def, "title")) {
        def = fw_with_given(make, def, "title", fw_title_kept(x->scope, x->def, x->channel));
    }
    return fw_with(make, def, "field", text(x, x->column));
}

/* argmin and argmax make a row, which the definition reads its field of. */
static struct fw_value extract_aggregate(struct extraction *x)
{
    struct fw_maker make = x->scope->make;
    const char *op = x->decoded.aggregate;
    struct fw_value op_value = fw_get(x->def, "aggregate");
    bool row = x->decoded.arg_field != NULL;
    if (row) {
        x->column = fw_arena_printf(make.arena, "%s_%s", op, x->decoded.arg_field);
        op_value = text(x, op);
    }
    struct fw_value entry = fw_with(make, fw_undefined(), "op", op_value);
    entry = fw_with(make, entry, "as", text(x, x->column));
    struct fw_value def = over_column(x);
    if (x->decoded.field != NULL) {
        entry = fw_with(make, entry, "field", text(x, x->decoded.field));
    }
    if (row && x->decoded.field != NULL) {
        def = fw_with(make, def, "field",
                      text(x, fw_arena_printf(make.arena, "%s.%s", x->column, x->decoded.field)));
    }
    x->out->aggregate = fw_append(make, x->out->aggregate, entry);
    return def;
}

static struct fw_value transform(const struct extraction *x, const char *name)
{
    struct fw_maker make = x->scope->make;
    struct fw_value step = fw_with(make, fw_undefined(), name, fw_get(x->def, name));
    step = fw_with_given(make, step, "field", fw_get(x->def, "field"));
    return fw_with(make, step, "as", text(x, x->column));
}

static struct fw_value extract_bin(struct extraction *x)
{
    struct fw_maker make = x->scope->make;
    x->out->bins = fw_append(make, x->out->bins, transform(x, "bin"));
    group_by(x, x->column);
    group_by(x, fw_def_column(make, &x->decoded, "end"));
    struct fw_value def = over_column(x);
    if (fw_channel_is_position(x->channel)) {
        const char *end = fw_arena_printf(make.arena, "%s_end", x->column);
        const char *second = fw_channel_name(fw_channel_secondary(x->channel));
        x->out->encoding = fw_with(make, x->out->encoding, second,
                                   fw_with(make, fw_undefined(), "field", text(x, end)));
    }
    def = fw_with(make, def, "bin", text(x, "binned"));
    if (fw_channel_main(x->channel) == x->channel) {
        def = fw_with(make, def, "type", text(x, "quantitative"));
    }
    return def;
}

/* The guide of a channel that is told how its values are written; NULL: there is none. */
static const char *guide_of(enum fw_channel channel)
{
    if (fw_channel_is_position(channel)) {
        return "axis";
    }
    bool placed = fw_channel_is_offset(channel) || fw_channel_is_polar(channel);
    return fw_channel_has_scale(channel) && !placed ? "legend" : NULL;
}

/* Says that the column holds times where the type does not: in the guide, or in the text itself. */
static struct fw_value mark_as_time(const struct extraction *x, struct fw_value def)
{
    struct fw_maker make = x->scope->make;
    struct fw_value time = text(x, "time");
    const char *guide = guide_of(x->channel);
    if (fw_is_text(fw_get(x->def, "type"), "temporal") || !fw_has(x->def, "type")) {
        return def;
    }
    if (x->channel == FW_CHANNEL_TEXT) {
        return fw_with(make, def, "formatType", time);
    }
    if (guide == NULL) {
        return def;
    }
    struct fw_value members = fw_with(make, fw_undefined(), "formatType", time);
    return fw_with(make, def, guide, fw_merge(make, members, fw_get(def, guide)));
}

/* Columns that are binned or cut by time already only group. */
static struct fw_value extract_time_unit(struct extraction *x)
{
    group_by(x, x->column);
    struct fw_value def = over_column(x);
    if (!fw_def_time_unit(&x->decoded)) {
        return def;
    }
    x->out->time_units = fw_append(x->scope->make, x->out->time_units, transform(x, "timeUnit"));
    return mark_as_time(x, def);
}

/* The definition that takes the place of a field definition. */
static struct fw_value extract_field(struct extraction *x)
{
    struct fw_maker make = x->scope->make;
    bool aggregated = x->decoded.aggregate != NULL;
    bool binned = fw_to_boolean(fw_get(x->def, "bin"));
    if (!aggregated && !binned && !x->decoded.time_unit.there) {
        if (x->decoded.field != NULL) {
            group_by(x, x->decoded.field);
        }
        return x->def;
    }
    if (x->decoded.arg_field == NULL) {
        const char *path = fw_def_column(make, &x->decoded, NULL);
        x->column = fw_path_flat(make.arena, make.strings, path)->text;
    }
    if (aggregated) {
        return extract_aggregate(x);
    }
    if (fw_def_binning(&x->decoded)) {
        return extract_bin(x);
    }
    return extract_time_unit(x);
}

static void extract_def(const struct fw_scope *scope, struct fw_extracted *out, fw_str name,
                        struct fw_value def, struct fw_value whole)
{
    enum fw_channel channel = fw_channel_find(name->text);
    struct fw_value result = whole;
    if (fw_is_field_def(def) && channel != FW_CHANNEL_NONE) {
        struct extraction x = { .scope = scope, .out = out, .channel = channel, .def = def };
        x.decoded = fw_channel_def_decode(scope->make, def, channel);
        struct fw_value extracted = extract_field(&x);
        bool same = extracted.kind == FW_OBJECT && extracted.object == def.object;
        result = same ? whole : extracted;
    }
    out->encoding = fw_with(scope->make, out->encoding, name->text, result);
}

struct fw_extracted fw_extract_transforms(const struct fw_scope *scope, struct fw_value encoding)
{
    static const char *const none[] = { NULL };
    struct fw_value empty = fw_array_value(scope->make.arena, NULL, 0);
    struct fw_extracted out = { empty, empty, empty, empty, fw_pick(scope->make, encoding, none) };
    for (size_t i = 0; encoding.kind == FW_OBJECT && i < encoding.object->count; i++) {
        fw_str name = encoding.object->keys[i];
        struct fw_value def = encoding.object->values[i];
        if (def.kind != FW_ARRAY) {
            extract_def(scope, &out, name, def, def);
        }
        for (size_t k = 0; k < fw_length(def); k++) {
            extract_def(scope, &out, name, fw_at(def, k), def);
        }
    }
    return out;
}
