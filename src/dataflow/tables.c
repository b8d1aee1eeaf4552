/* Tables of views: data, transforms, and what encodings imply. Source: Vega-Lite,
 * compile/data/parse.ts. */
#include <math.h>
#include <string.h>

#include "data/request.h"
#include "dataflow/ahead.h"
#include "dataflow/dataflow.h"
#include "dataflow/fields.h"
#include "dataflow/shapes.h"
#include "format/unit.h"
#include "transform/aggregate.h"
#include "view/selection.h"
#include "view/view.h"

/* A data block that was loaded before. */
struct fw_source_table {
    struct fw_value data;
    const struct fw_table *table;
};

static const struct fw_table *load_source(struct fw_chart *chart, struct fw_value data)
{
    for (size_t i = 0; i < chart->source_count; i++) {
        if (fw_equal(chart->sources[i].data, data) &&
            chart->sources[i].data.object->origin == data.object->origin) {
            return chart->sources[i].table;
        }
    }
    struct fw_node node = fw_chart_node(chart, data);
    struct fw_load_request request = fw_request_of(chart->make.arena, node.json);
    const struct fw_table *table = fw_data_load(&chart->load, node, &request);
    if (table == NULL) {
        return NULL;
    }
    if (fw_has(data, "graticule")) {
        table = fw_graticule_table(chart, fw_get(data, "graticule"));
    }
    FW_RESERVE(chart->make.arena, chart->sources, chart->source_count, chart->source_capacity);
    chart->sources[chart->source_count++] = (struct fw_source_table){ data, table };
    return table;
}

static bool is_derived(const struct fw_view *view, const char *field)
{
    for (size_t i = 0; i < view->derived_count; i++) {
        if (strcmp(view->derived[i], field) == 0) {
            return true;
        }
    }
    return false;
}

void fw_view_derive(struct fw_view *view, const char *field)
{
    if (field != NULL && !is_derived(view, field)) {
        struct fw_arena *arena = view->chart->make.arena;
        FW_RESERVE(arena, view->derived, view->derived_count, view->derived_capacity);
        view->derived[view->derived_count++] = field;
    }
}

/* Fields that a transform made: new columns, and those it names. */
static void note_derived(struct fw_view *view, const struct fw_table *before,
                         const struct fw_table *after, struct fw_value spec)
{
    for (size_t i = 0; i < after->column_count; i++) {
        if (fw_table_find(before, after->columns[i]->name) == NULL) {
            fw_view_derive(view, after->columns[i]->name->text);
        }
    }
    struct fw_texts as = fw_texts_of(view->chart->make.arena, fw_get(spec, "as"));
    for (size_t i = 0; i < as.count; i++) {
        fw_view_derive(view, as.items[i]);
    }
}

const struct fw_table *fw_view_convert(struct fw_view *view, const struct fw_table *table,
                                       const char *field, enum fw_parse_kind kind)
{
    if (field == NULL || view->parse_nothing || is_derived(view, field)) {
        return table;
    }
    struct fw_chart *chart = view->chart;
    struct fw_parser parser = { chart->make.arena, chart->make.strings, chart->env.zone,
                                chart->env.locale };
    struct fw_parse parse = { .field = field, .kind = kind };
    return fw_table_parse(&parser, table, &parse, 1);
}

/* Rows get numbers where a selection begins with some of them. Source: identifier.ts. */
static void number_rows(struct fw_view *view)
{
    struct fw_chart *chart = view->chart;
    fw_str name = fw_intern_text(chart->make.strings, FW_ROW_ID);
    if (view->table == NULL || !fw_selections_need_ids(chart) ||
        fw_table_find(view->table, name) != NULL) {
        return;
    }
    struct fw_value *ids = fw_transform_values(&chart->transforms, view->table);
    for (size_t row = 0; row < view->table->rows; row++) {
        ids[fw_table_storage(view->table, row)] = fw_number((double)row + 1);
    }
    view->table = fw_transform_with(&chart->transforms, view->table, FW_ROW_ID, ids);
}

/* A path to a column whose name may have dots in it. */
static const char *as_path(const struct fw_view *unit, const char *name)
{
    struct fw_maker make = unit->chart->make;
    const struct fw_table *table = unit->table;
    fw_str literal = fw_intern_text(make.strings, name);
    if (strpbrk(name, ".[") == NULL || fw_table_find(table, literal) == NULL) {
        return name;
    }
    struct fw_bytes out = { 0 };
    for (; *name != '\0'; name++) {
        if (*name == '.' || *name == '[' || *name == ']') {
            fw_bytes_put(&out, '\\');
        }
        fw_bytes_put(&out, *name);
    }
    const char *path = fw_arena_text(make.arena, fw_bytes_text(&out), out.length);
    fw_bytes_finish(&out);
    return path;
}

/* What facets above split by is a dimension of the transforms that group rows too. Source:
 * addDimensions. */
static struct fw_value with_facet_fields(const struct fw_view *view, struct fw_value transform)
{
    static const char *const grouping[] = { "aggregate", "stack", "window", "joinaggregate" };
    struct fw_maker make = view->chart->make;
    bool groups = false;
    for (size_t i = 0; i < FW_COUNT(grouping); i++) {
        groups = groups || fw_has(transform, grouping[i]);
    }
    if (!groups || view->facet_fields.count == 0) {
        return transform;
    }
    struct fw_texts own = fw_texts_of(make.arena, fw_get(transform, "groupby"));
    struct fw_array *all = FW_NEW(make.arena, struct fw_array);
    all->items = FW_NEW_ARRAY(make.arena, own.count + view->facet_fields.count, struct fw_value);
    for (size_t i = 0; i < own.count; i++) {
        all->items[all->count++] = fw_text_value(make, own.items[i]);
    }
    for (size_t i = 0; i < view->facet_fields.count; i++) {
        const char *field = view->facet_fields.items[i];
        bool there = false;
        for (size_t k = 0; k < own.count; k++) {
            there = there || strcmp(own.items[k], field) == 0;
        }
        if (!there) {
            all->items[all->count++] = fw_text_value(make, as_path(view, field));
        }
    }
    return fw_with(make, transform, "groupby", (struct fw_value){ .kind = FW_ARRAY, .array = all });
}

static bool run_transforms(struct fw_view *view)
{
    struct fw_chart *chart = view->chart;
    struct fw_value list = fw_get(view->spec, "transform");
    fw_view_env(view);
    for (size_t i = 0; i < fw_length(list); i++) {
        struct fw_value spec = fw_at(list, i), bin = fw_get(spec, "bin");
        if (fw_has(fw_get(bin, "extent"), "param")) {
            spec = fw_with(chart->make, spec, "bin", fw_bin_parameters(chart, bin));
        }
        spec = with_facet_fields(view, spec);
        struct fw_transform transform;
        if (!fw_transform_decode(&chart->transforms, spec, &transform)) {
            return false;
        }
        const struct fw_table *before = view->table;
        view->table = fw_transform_run(&chart->transforms, before, &transform);
        number_rows(view);
        note_derived(view, before, view->table, spec);
    }
    return true;
}

/* Columns that the facets above will split by must survive the aggregates below them. */
static void inherit(struct fw_view *view)
{
    const struct fw_view *parent = view->parent;
    view->table = parent->table;
    view->resource = parent->resource;
    view->facet_fields = parent->facet_fields;
    view->parse_nothing = parent->parse_nothing;
    for (size_t i = 0; i < parent->derived_count; i++) {
        fw_view_derive(view, parent->derived[i]);
    }
}

/* The units of a layer bin before their own transforms: layers that are filtered differently have
 * the same bins. Fields that the transforms make are binned behind them. Source: parseData. */
static void bin_ahead(struct fw_view *unit)
{
    size_t count;
    struct fw_field_ref *fields = fw_unit_fields(unit, &count);
    for (size_t i = 0; i < count; i++) {
        const char *field = fields[i].def->field;
        if (field != NULL && fw_view_column(unit, unit->table, field) != NULL) {
            fw_view_bin_field(unit, fields[i].channel, fields[i].def);
        }
    }
}

bool fw_view_load(struct fw_view *view)
{
    struct fw_value data = fw_get(view->spec, "data");
    if (view->parent != NULL) {
        inherit(view);
    }
    if (data.kind == FW_OBJECT) {
        view->table = load_source(view->chart, data);
        view->derived_count = 0;
        view->parse_nothing = fw_get(fw_get(data, "format"), "parse").kind == FW_NULL;
        view->facet_fields = (struct fw_texts){ NULL, 0 };
        if (view->table != NULL) {
            view->resource = view->table->resource;
            view->table = fw_convert_ahead(view, view->table);
        }
        number_rows(view);
    } else if (data.kind == FW_NULL || view->table == NULL) {
        /* Without data a mark is drawn once. */
        view->table = fw_table_new(view->chart->make.arena, data.kind == FW_NULL ? 0 : 1);
    }
    bool layered = view->parent != NULL && view->parent->kind == FW_VIEW_LAYER;
    if (view->table != NULL && layered && view->kind == FW_VIEW_UNIT) {
        bin_ahead(view);
    }
    return view->table != NULL && run_transforms(view);
}

static const char *column(const struct fw_view *unit, const struct fw_channel_def *def,
                          const char *suffix)
{
    return fw_def_column(unit->chart->make, def, suffix);
}

static void add_text(const struct fw_view *unit, struct fw_texts *texts, const char *text)
{
    for (size_t i = 0; i < texts->count; i++) {
        if (strcmp(texts->items[i], text) == 0) {
            return;
        }
    }
    const char **items = fw_arena_grow(unit->chart->make.arena, texts->items, texts->count,
                                       texts->count + 1, sizeof *items);
    items[texts->count] = text;
    *texts = (struct fw_texts){ items, texts->count + 1 };
}

static void add_dimension(const struct fw_view *unit, struct fw_texts *groupby,
                          const struct fw_field_ref *field)
{
    const struct fw_channel_def *def = field->def;
    enum fw_channel channel2 = fw_channel_secondary(field->channel);
    const struct fw_channel_def *def2 =
        channel2 == FW_CHANNEL_NONE ? NULL : &unit->encoding->defs[channel2];
    double position = fw_def_band_position(&unit->chart->config, unit->mark_def, def, def2);
    bool banded = fw_def_binning(def) || (def->time_unit.there && def->type == FW_TEMPORAL);
    add_text(unit, groupby, as_path(unit, column(unit, def, NULL)));
    if (banded && !isnan(position)) {
        static const char *const suffixes[] = { "end", "range", "offsetted_rect_start",
                                                "offsetted_rect_end" };
        for (size_t i = 0; i < FW_COUNT(suffixes); i++) {
            const char *name = column(unit, def, suffixes[i]);
            if (fw_table_find(unit->table, fw_intern_text(unit->chart->make.strings, name))) {
                add_text(unit, groupby, as_path(unit, name));
            }
        }
    }
    const char *range = fw_get_text(fw_get(fw_get(def->spec, "scale"), "range"), "field", NULL);
    if (range != NULL) {
        add_text(unit, groupby, range);
    }
}

static void add_measure(const struct fw_view *unit, struct fw_measures *measures,
                        const struct fw_channel_def *def)
{
    struct fw_arena *arena = unit->chart->make.arena;
    struct fw_measure measure = { .op = fw_op_find(def->aggregate), .field = def->field };
    measure.as = column(unit, def, NULL);
    if (def->arg_field != NULL) {
        measure.field = def->arg_field;
        measure.as = fw_arena_printf(arena, "%s_%s", def->aggregate, def->arg_field);
    }
    measure.rate = fw_get_number(fw_get(def->spec, "aggregate"), def->aggregate, 0);
    for (size_t i = 0; i < measures->count; i++) {
        if (strcmp(measures->items[i].as, measure.as) == 0) {
            return;
        }
    }
    if (measure.op == NULL) {
        struct fw_place place = fw_node_place(arena, fw_chart_node(unit->chart, def->spec));
        struct fw_diagnostic *d = fw_report(unit->chart->diag, place, FW_UNKNOWN_VALUE,
                                            "unknown aggregate '%s'", def->aggregate);
        size_t count = 0;
        while (fw_op_names()[count] != NULL) {
            count++;
        }
        fw_hint_nearest(unit->chart->diag, d, def->aggregate, fw_op_names(), count);
        return;
    }
    struct fw_measure *items =
        fw_arena_grow(arena, measures->items, measures->count, measures->count + 1, sizeof *items);
    items[measures->count] = measure;
    *measures = (struct fw_measures){ items, measures->count + 1 };
}

/* One row for each combination of what is not aggregated. Source: AggregateNode.makeFromEncoding.
 */
static void aggregate(struct fw_view *unit)
{
    size_t count;
    struct fw_field_ref *fields = fw_unit_fields(unit, &count);
    struct fw_aggregate step = { 0 };
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        any = any || fields[i].def->aggregate != NULL;
    }
    if (!any) {
        return;
    }
    for (size_t i = 0; i < unit->facet_fields.count; i++) {
        add_text(unit, &step.groupby, as_path(unit, unit->facet_fields.items[i]));
    }
    for (size_t i = 0; i < count; i++) {
        if (fields[i].def->aggregate != NULL) {
            add_measure(unit, &step.measures, fields[i].def);
        } else if (fields[i].def->field != NULL) {
            add_dimension(unit, &step.groupby, &fields[i]);
        }
    }
    unit->table = fw_aggregate_run(&unit->chart->transforms, unit->table, &step);
}

static bool drops_invalid(const struct fw_view *unit, const struct fw_field_ref *field)
{
    static const char *const counting[] = { "count", "valid", "missing", "distinct" };
    enum fw_scale_kind kind;
    if (!fw_unit_scale_kind(unit, field->channel, &kind) || !fw_scale_kind_continuous(kind)) {
        return false;
    }
    for (size_t i = 0; field->def->aggregate != NULL && i < FW_COUNT(counting); i++) {
        if (strcmp(field->def->aggregate, counting[i]) == 0) {
            return false;
        }
    }
    struct fw_value shown = fw_get(fw_config_get(&unit->chart->config, "scale", "invalid"),
                                   fw_channel_name(field->channel));
    bool typed = field->def->type == FW_QUANTITATIVE || field->def->type == FW_TEMPORAL;
    return shown.kind == FW_UNDEFINED && typed;
}

/* `table` without the rows whose numbers are none. Source: FilterInvalidNode. */
static const struct fw_table *without_invalid(const struct fw_view *unit,
                                              const struct fw_table *table)
{
    size_t count;
    struct fw_field_ref *fields = fw_unit_fields(unit, &count);
    struct fw_arena *arena = unit->chart->make.arena;
    bool *keep = FW_NEW_ARRAY(arena, table->rows, bool);
    bool dropped = false;
    for (size_t row = 0; row < table->rows; row++) {
        keep[row] = true;
    }
    for (size_t i = 0; i < count; i++) {
        if (!drops_invalid(unit, &fields[i])) {
            continue;
        }
        const struct fw_column *values =
            fw_view_column(unit, table, column(unit, fields[i].def, NULL));
        for (size_t row = 0; row < table->rows; row++) {
            struct fw_value value = fw_table_value(table, values, row);
            bool valid =
                value.kind == FW_TIME || (!fw_is_nil(value) && isfinite(fw_to_number(value)));
            keep[row] = keep[row] && valid;
            dropped = dropped || !valid;
        }
    }
    if (!dropped) {
        return table;
    }
    uint32_t *rows = FW_NEW_ARRAY(arena, table->rows, uint32_t);
    size_t kept = 0;
    for (size_t row = 0; row < table->rows; row++) {
        if (keep[row]) {
            rows[kept++] = (uint32_t)row;
        }
    }
    return fw_table_select(arena, table, rows, kept);
}

/* Which rows marks draw and which ones scales look at. Source:
 * getDataSourcesForHandlingInvalidValues. */
static void handle_invalid(struct fw_view *unit)
{
    struct fw_unit seen = { .mark = unit->mark, .mark_def = unit->mark_def };
    seen.config = &unit->chart->config;
    struct fw_value mode = fw_unit_prop(&seen, "invalid", NULL);
    bool path = strcmp(unit->mark, "line") == 0 || strcmp(unit->mark, "area") == 0 ||
                strcmp(unit->mark, "trail") == 0;
    bool show = mode.kind == FW_NULL || fw_is_text(mode, "show");
    bool by_path = mode.kind == FW_UNDEFINED || fw_is_text(mode, "break-paths-show-path-domains");
    bool breaks_show = fw_is_text(mode, "break-paths-show-domains") || (by_path && path);
    bool breaks_filter = fw_is_text(mode, "break-paths-filter-domains");
    if (show || (breaks_show && path)) {
        return;
    }
    const struct fw_table *all = unit->table, *valid = without_invalid(unit, all);
    if (breaks_filter && path) {
        unit->domain = valid;
    } else {
        unit->table = valid;
        unit->domain = breaks_show ? all : NULL;
    }
}

bool fw_unit_tables(struct fw_view *unit)
{
    size_t errors = fw_diag_errors(unit->chart->diag);
    fw_unit_check_fields(unit);
    fw_unit_parse_fields(unit);
    fw_unit_drop_shapeless(unit);
    fw_unit_bin(unit);
    fw_unit_time_units(unit);
    fw_unit_sort_indices(unit);
    unit->raw = unit->table;
    aggregate(unit);
    number_rows(unit);
    fw_unit_impute(unit);
    fw_unit_stack(unit);
    handle_invalid(unit);
    return fw_diag_errors(unit->chart->diag) == errors;
}
