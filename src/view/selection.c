/* Selections of units, with the fields that they look at and their initial values. Source:
 * vega-lite, compile/selection. */
#include "view/selection.h"

#include <string.h>

#include "expr/datetime.h"

/* ---- fields ------------------------------------------------------------------------------- */

/* What is needed to read one selection. */
struct reader {
    struct fw_chart *chart;
    struct fw_selection *selection;
    struct fw_view unit; /* a stand-in: selections are read before views are made */
    struct fw_value init;
};

static bool has_field(const struct fw_selection *selection, const char *field)
{
    for (size_t i = 0; i < selection->field_count; i++) {
        if (strcmp(selection->fields[i].field, field) == 0) {
            return true;
        }
    }
    return false;
}

static void add_field(struct reader *reader, struct fw_selection_field field)
{
    struct fw_selection *selection = reader->selection;
    if (has_field(selection, field.field)) {
        return;
    }
    struct fw_arena *arena = reader->chart->make.arena;
    selection->fields = fw_arena_grow(arena, selection->fields, selection->field_count,
                                      selection->field_count + 1, sizeof *selection->fields);
    selection->fields[selection->field_count++] = field;
    selection->by_id = selection->by_id || strcmp(field.field, FW_ROW_ID) == 0;
}

/* The field definition of a channel: its own, or that of its condition. */
static const struct fw_channel_def *field_def(const struct fw_encoding *encoding,
                                              enum fw_channel channel)
{
    const struct fw_channel_def *def = &encoding->defs[channel];
    def = def->kind == FW_DEF_FIELD ? def : def->condition;
    return def != NULL && def->kind == FW_DEF_FIELD ? def : NULL;
}

static void add_channel(struct reader *reader, enum fw_channel channel)
{
    const struct fw_channel_def *def =
        channel == FW_CHANNEL_NONE ? NULL : field_def(reader->unit.encoding, channel);
    if (def == NULL || def->aggregate != NULL || def->field == NULL) {
        return;
    }
    struct fw_selection_field field = { .field = def->field, .channel = channel };
    enum fw_scale_kind kind;
    if (fw_def_time_unit(def) && fw_time_unit_of(&def->time_unit, &field.unit)) {
        field.field = fw_def_column(reader->chart->make, def, NULL);
        field.unit_field = def->field;
    }
    if (reader->selection->interval && fw_unit_scale_kind(&reader->unit, channel, &kind) &&
        !fw_scale_kind_discrete(kind)) {
        field.selects = FW_SELECTS_RANGE;
    } else if (fw_def_binning(def) || def->binned) {
        field.selects = FW_SELECTS_BIN;
    }
    add_field(reader, field);
}

static void add_channels(struct reader *reader, struct fw_value names)
{
    for (size_t i = 0; i < fw_length(names); i++) {
        const char *name = fw_text_of(fw_at(names, i));
        add_channel(reader, name == NULL ? FW_CHANNEL_NONE : fw_channel_find(name));
    }
}

static void add_names(struct reader *reader, struct fw_value names)
{
    for (size_t i = 0; i < fw_length(names); i++) {
        const char *name = fw_text_of(fw_at(names, i));
        if (name != NULL) {
            add_field(reader,
                      (struct fw_selection_field){ .field = name, .channel = FW_CHANNEL_NONE });
        }
    }
}

/* Where neither fields nor channels are given, the names in the initial value tell. */
static void infer_fields(struct reader *reader, struct fw_value defaults, struct fw_value *fields,
                         struct fw_value *encodings)
{
    struct fw_maker make = reader->chart->make;
    for (size_t i = 0; i < fw_length(reader->init); i++) {
        struct fw_value value = fw_at(reader->init, i);
        for (size_t k = 0; value.kind == FW_OBJECT && k < value.object->count; k++) {
            fw_str key = value.object->keys[k];
            if (fw_channel_find(key->text) != FW_CHANNEL_NONE) {
                *encodings = fw_append(make, *encodings, fw_string(key));
            } else if (reader->selection->interval) {
                *encodings = fw_get(defaults, "encodings");
            } else {
                *fields = fw_append(make, *fields, fw_string(key));
            }
        }
    }
}

static void read_fields(struct reader *reader, struct fw_value written, struct fw_value defaults)
{
    struct fw_value fields = fw_get(written, "fields"), encodings = fw_get(written, "encodings");
    if (fields.kind == FW_UNDEFINED && encodings.kind == FW_UNDEFINED) {
        infer_fields(reader, defaults, &fields, &encodings);
    }
    if (fields.kind == FW_UNDEFINED && encodings.kind == FW_UNDEFINED) {
        encodings = fw_get(defaults, "encodings");
        fields = fw_get(defaults, "fields");
    }
    add_channels(reader, encodings);
    add_names(reader, fields);
}

/* Of an interval on a map: the channels given, or named in the initial value, or both. */
static void read_degrees(struct reader *reader, struct fw_value written)
{
    static const enum fw_channel both[] = { FW_CHANNEL_LONGITUDE, FW_CHANNEL_LATITUDE };
    struct fw_value encodings = fw_get(written, "encodings"), init = fw_at(reader->init, 0);
    for (size_t i = 0; i < FW_COUNT(both); i++) {
        const char *name = fw_channel_name(both[i]);
        bool given =
            encodings.kind == FW_UNDEFINED && (init.kind != FW_OBJECT || fw_has(init, name));
        for (size_t k = 0; k < fw_length(encodings); k++) {
            given = given || fw_is_text(fw_at(encodings, k), name);
        }
        if (given) {
            add_field(reader, (struct fw_selection_field){ .field = name, .channel = both[i] });
        }
    }
}

/* ---- initial values ----------------------------------------------------------------------- */

/* DateTime objects as times, also inside of arrays. */
static struct fw_value plain_value(struct fw_chart *chart, struct fw_value value)
{
    struct fw_value time;
    if (value.kind == FW_OBJECT && fw_datetime_value(value, chart->env.zone, &time)) {
        return fw_number(time.number);
    }
    if (value.kind != FW_ARRAY) {
        return value;
    }
    struct fw_value list = fw_array_value(chart->make.arena, NULL, fw_length(value));
    for (size_t i = 0; i < fw_length(value); i++) {
        list.array->items[i] = plain_value(chart, fw_at(value, i));
    }
    return list;
}

/* What an initial value says of a field: by channel, by field, or as it stands. */
static struct fw_value value_of(const struct fw_selection_field *field, struct fw_value value)
{
    if (value.kind != FW_OBJECT && value.kind != FW_ARRAY) {
        return value;
    }
    struct fw_value by_channel = field->channel == FW_CHANNEL_NONE
                                     ? fw_undefined()
                                     : fw_get(value, fw_channel_name(field->channel));
    return by_channel.kind != FW_UNDEFINED ? by_channel : fw_get(value, field->field);
}

static void read_tuples(struct reader *reader)
{
    struct fw_selection *selection = reader->selection;
    size_t fields = selection->field_count;
    selection->tuple_count = fw_length(reader->init);
    selection->tuples =
        FW_NEW_ARRAY(reader->chart->make.arena, selection->tuple_count * fields, struct fw_value);
    for (size_t i = 0; i < selection->tuple_count; i++) {
        for (size_t k = 0; k < fields; k++) {
            struct fw_value value = value_of(&selection->fields[k], fw_at(reader->init, i));
            selection->tuples[i * fields + k] = plain_value(reader->chart, value);
        }
    }
}

static struct fw_value as_list(struct fw_maker make, struct fw_value value)
{
    if (fw_is_nil(value) || value.kind == FW_ARRAY) {
        return value;
    }
    return fw_array_value(make.arena, &value, 1);
}

/* ---- selections --------------------------------------------------------------------------- */

static enum fw_selection_resolve read_resolve(struct fw_value select)
{
    struct fw_value word = fw_get(select, "resolve");
    return fw_is_text(word, "union")       ? FW_RESOLVE_UNION
           : fw_is_text(word, "intersect") ? FW_RESOLVE_INTERSECT
                                           : FW_RESOLVE_GLOBAL;
}

/* Bindings count for selections that are one for all views. */
static enum fw_selection_bind read_bind(const struct fw_selection *selection, struct fw_value bind)
{
    bool legend = fw_is_text(bind, "legend") || fw_has(bind, "legend");
    if (selection->resolve != FW_RESOLVE_GLOBAL || !fw_to_boolean(bind)) {
        return FW_BIND_NONE;
    }
    if (selection->interval) {
        return fw_is_text(bind, "scales") ? FW_BIND_SCALES : FW_BIND_NONE;
    }
    if (legend) {
        bool single = selection->field_count == 1 && !selection->by_id;
        return single ? FW_BIND_LEGEND : FW_BIND_NONE;
    }
    return fw_is_text(bind, "scales") ? FW_BIND_NONE : FW_BIND_INPUTS;
}

/* The unit as far as types of scales depend on it. */
static struct fw_view stand_in(struct fw_chart *chart, struct fw_value unit)
{
    struct fw_value mark = fw_get(unit, "mark");
    struct fw_view view = { .kind = FW_VIEW_UNIT, .chart = chart, .spec = unit };
    view.mark = mark.kind == FW_STRING ? mark.string->text : fw_get_text(mark, "type", "point");
    view.mark_def = mark;
    view.encoding = fw_encoding_decode(chart->make, fw_get(unit, "encoding"), view.mark);
    return view;
}

static bool is_map(const struct fw_view *unit)
{
    static const enum fw_channel channels[] = { FW_CHANNEL_LONGITUDE, FW_CHANNEL_LATITUDE,
                                                FW_CHANNEL_LONGITUDE2, FW_CHANNEL_LATITUDE2 };
    bool is = strcmp(unit->mark, "geoshape") == 0;
    for (size_t i = 0; i < FW_COUNT(channels); i++) {
        is = is || fw_encoding_field_or_datum(unit->encoding, channels[i]) != NULL;
    }
    return is;
}

static void read_selection(struct fw_chart *chart, struct fw_value unit, struct fw_value param,
                           const struct fw_selection_scope *scope)
{
    struct fw_maker make = chart->make;
    struct fw_value written = fw_get(param, "select");
    const char *type =
        written.kind == FW_STRING ? written.string->text : fw_get_text(written, "type", "point");
    struct fw_value defaults = fw_config_get(&chart->config, "selection", type);
    FW_RESERVE(make.arena, chart->selections, chart->selection_count, chart->selection_capacity);
    struct fw_selection *selection = FW_NEW(make.arena, struct fw_selection);
    chart->selections[chart->selection_count++] = selection;
    *selection = (struct fw_selection){
        .name = fw_intern_text(make.strings, fw_get_text(param, "name", "")),
        .unit = unit.object,
        .interval = strcmp(type, "interval") == 0,
        .faceted = scope->faceted,
        .nested = scope->nested,
    };
    selection->select =
        fw_merge_deep(make, defaults, written.kind == FW_OBJECT ? written : fw_object_empty(make));
    selection->resolve = read_resolve(selection->select);
    struct reader reader = { chart, selection, stand_in(chart, unit),
                             as_list(make, fw_get(param, "value")) };
    selection->on_map = selection->interval && is_map(&reader.unit);
    if (selection->on_map) {
        /* Vega looks which items lie in the box once they are drawn: after the first frame. */
        selection->by_id = true;
        read_degrees(&reader, written);
    } else {
        read_fields(&reader, written, defaults);
        selection->bind = read_bind(selection, fw_get(param, "bind"));
    }
    read_tuples(&reader);
}

/* A view's name, or an array of names that are around it, in that order. */
static bool on_path(struct fw_value view, struct fw_value path)
{
    bool several = view.kind == FW_ARRAY;
    size_t wanted = several ? fw_length(view) : 1, found = 0;
    for (size_t i = 0; i < fw_length(path) && found < wanted; i++) {
        found += fw_equal(several ? fw_at(view, found) : view, fw_at(path, i)) ? 1 : 0;
    }
    return found == wanted;
}

static bool is_meant(struct fw_value param, struct fw_value path)
{
    struct fw_value views = fw_get(param, "views");
    for (size_t i = 0; i < fw_length(views); i++) {
        if (on_path(fw_at(views, i), path)) {
            return true;
        }
    }
    return fw_length(views) == 0;
}

void fw_selections_parse(struct fw_chart *chart, struct fw_value unit,
                         const struct fw_selection_scope *scope)
{
    size_t before = chart->selection_count;
    for (size_t i = 0; i < fw_length(scope->pushed); i++) {
        if (is_meant(fw_at(scope->pushed, i), scope->path)) {
            read_selection(chart, unit, fw_at(scope->pushed, i), scope);
        }
    }
    bool replaced = chart->selection_count > before;
    struct fw_value own = fw_get(unit, "params");
    for (size_t i = 0; !replaced && i < fw_length(own); i++) {
        if (fw_has(fw_at(own, i), "select")) {
            read_selection(chart, unit, fw_at(own, i), scope);
        }
    }
}

bool fw_selections_need_ids(const struct fw_chart *chart)
{
    for (size_t i = 0; i < chart->selection_count; i++) {
        const struct fw_selection *selection = chart->selections[i];
        if (selection->by_id && !selection->on_map && selection->tuple_count > 0) {
            return true;
        }
    }
    return false;
}

struct fw_selection *fw_selection_find(const struct fw_chart *chart, fw_str name)
{
    for (size_t i = 0; i < chart->selection_count; i++) {
        if (chart->selections[i]->name == name) {
            return chart->selections[i];
        }
    }
    return NULL;
}

void fw_selections_settle(const struct fw_view *unit)
{
    struct fw_selection *selection = NULL;
    while ((selection = fw_unit_selection(unit, selection)) != NULL) {
        selection->view = selection->view == NULL ? unit : selection->view;
    }
}

struct fw_selection *fw_unit_selection(const struct fw_view *unit,
                                       const struct fw_selection *previous)
{
    bool after = previous == NULL;
    for (size_t i = 0; i < unit->chart->selection_count; i++) {
        struct fw_selection *selection = unit->chart->selections[i];
        if (after && selection->unit == unit->spec.object) {
            return selection;
        }
        after = after || selection == previous;
    }
    return NULL;
}
