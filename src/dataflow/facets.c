/* Facets: cells by rows and columns of field values. Source: Vega-Lite, compile/facet.ts. */
#include "dataflow/facets.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "dataflow/cell_rows.h"
#include "dataflow/dataflow.h"
#include "dataflow/fields.h"
#include "transform/group.h"
#include "transform/op.h"
#include "transform/sort.h"

/* Reads {"row", "column"} or a single definition. */
static void decode_defs(struct fw_view *view)
{
    struct fw_maker make = view->chart->make;
    struct fw_value facet = fw_get(view->spec, "facet");
    struct fw_value row = fw_get(facet, "row"), column = fw_get(facet, "column");
    if (row.kind == FW_OBJECT) {
        view->row_def = fw_channel_def_decode(make, row, FW_CHANNEL_ROW);
    }
    if (column.kind == FW_OBJECT) {
        view->column_def = fw_channel_def_decode(make, column, FW_CHANNEL_COLUMN);
    }
    if (row.kind != FW_OBJECT && column.kind != FW_OBJECT) {
        view->facet_def = fw_channel_def_decode(make, facet, FW_CHANNEL_FACET);
    }
}

static bool is_field(const struct fw_channel_def *def)
{
    return def->kind == FW_DEF_FIELD;
}

static const char *column_name(const struct fw_view *view, const struct fw_channel_def *def)
{
    return fw_def_column(view->chart->make, def, NULL);
}

/* The facet's fields as columns, remembered for what groups rows below. */
static void prepare_field(struct fw_view *view, enum fw_channel channel,
                          const struct fw_channel_def *def)
{
    if (!is_field(def)) {
        return;
    }
    fw_view_parse_field(view, channel, def);
    fw_view_bin_field(view, channel, def);
    fw_view_time_unit_field(view, channel, def);
    fw_view_sort_index_field(view, channel, def);
    size_t count = view->facet_fields.count;
    const char **names = fw_arena_grow(view->chart->make.arena, view->facet_fields.items, count,
                                       count + 3, sizeof *names);
    names[count++] = column_name(view, def);
    if (fw_def_binning(def)) {
        names[count++] = fw_def_column(view->chart->make, def, "end");
    }
    if (def->sort.kind == FW_ARRAY) {
        names[count++] = fw_sort_index_column(view->chart->make, def, channel);
    }
    view->facet_fields = (struct fw_texts){ names, count };
}

static struct fw_value sort_key(const struct fw_view *view, const struct fw_table *table,
                                const struct fw_channel_def *def, enum fw_channel channel,
                                struct fw_value value, struct fw_row_span span)
{
    struct fw_maker make = view->chart->make;
    const char *field = NULL, *name = "min";
    if (def->sort.kind == FW_ARRAY) {
        field = fw_sort_index_column(make, def, channel);
        name = "max";
    } else if (fw_has(def->sort, "field") || fw_has(def->sort, "op")) {
        field = fw_get_text(def->sort, "field", NULL);
        name = fw_get_text(def->sort, "op", "min");
    } else {
        return value;
    }
    const struct fw_column *column = field == NULL ? NULL : fw_view_column(view, table, field);
    const struct fw_op *op = fw_op_find(name);
    if (op == NULL) {
        return value;
    }
    struct fw_tally tally = { .needs = op->needs };
    for (size_t i = 0; i < span.count; i++) {
        fw_tally_add(&tally, fw_table_value(table, column, span.rows[i]));
    }
    struct fw_op_input input = { make.arena, make.strings, table, column,
                                 span.rows,  span.count,   &tally };
    return op->value(&input);
}

/* The values of one facet field, in order. */
static struct fw_value *facet_values(struct fw_view *view, const struct fw_table *table,
                                     const struct fw_channel_def *def, enum fw_channel channel,
                                     size_t *count)
{
    struct fw_maker make = view->chart->make;
    *count = 0;
    if (!is_field(def)) {
        return NULL;
    }
    const struct fw_column *column = fw_view_column(view, table, column_name(view, def));
    struct fw_groups groups = fw_group(make.arena, make.strings, table, &column, 1);
    struct fw_keyed *list = FW_NEW_ARRAY(make.arena, groups.count, struct fw_keyed);
    bool descending =
        fw_is_text(def->sort, "descending") || fw_is_text(fw_get(def->sort, "order"), "descending");
    for (size_t g = 0; g < groups.count; g++) {
        struct fw_value value = fw_table_value(table, column, groups.first[g]);
        struct fw_value key = sort_key(view, table, def, channel, value, fw_group_rows(&groups, g));
        list[g] = (struct fw_keyed){ value, key, g, descending };
    }
    qsort(list, groups.count, sizeof *list, fw_keyed_compare);
    struct fw_value *values = FW_NEW_ARRAY(make.arena, groups.count, struct fw_value);
    for (size_t g = 0; g < groups.count; g++) {
        values[g] = list[g].value;
    }
    *count = groups.count;
    return values;
}

/* What cells are cut out of: the tables of a unit, or the rows that views are built of. */
struct splits {
    struct fw_cell_rows table, raw, domain;
};

/* A cell of a facet whose inner view is a unit: a copy of it with the cell's rows. */
static struct fw_view *copy_unit(const struct fw_view *unit, const struct splits *splits,
                                 size_t cell)
{
    struct fw_view *copy = FW_NEW(unit->chart->make.arena, struct fw_view);
    *copy = *unit;
    copy->model = unit;
    copy->all_table = unit->table;
    copy->all_raw = unit->raw;
    copy->all_domain = unit->domain;
    copy->table = fw_cell_rows_table(&splits->table, cell);
    copy->raw = fw_cell_rows_table(&splits->raw, cell);
    copy->domain = fw_cell_rows_table(&splits->domain, cell);
    return copy;
}

/* The views of one cell stand for the same views of all others. */
static void share_models(struct fw_view *view, const struct fw_view *model)
{
    view->model = model->model;
    for (size_t i = 0; i < view->child_count && i < model->child_count; i++) {
        share_models(view->children[i], model->children[i]);
    }
}

/* The units of a cell know what those of the model have of all cells together. */
static void share_tables(struct fw_view *view, const struct fw_view *model)
{
    if (view->kind == FW_VIEW_UNIT) {
        view->all_table = model->table;
        view->all_raw = model->raw;
        view->all_domain = model->domain;
    }
    for (size_t i = 0; i < view->child_count && i < model->child_count; i++) {
        share_tables(view->children[i], model->children[i]);
    }
}

/* Bins of the units of layers and concatenations are those of all cells together. Source: MergeBins
 * and moveFacetDown of Vega-Lite's optimizer. */
static void bin_parts(struct fw_view *view, struct fw_value spec)
{
    static const char *const lists[] = { "layer", "concat", "hconcat", "vconcat" };
    if (fw_has(spec, "data") || fw_has(spec, "transform")) {
        return;
    }
    for (size_t k = 0; k < FW_COUNT(lists); k++) {
        struct fw_value parts = fw_get(spec, lists[k]);
        for (size_t i = 0; i < fw_length(parts); i++) {
            bin_parts(view, fw_at(parts, i));
        }
    }
    if (!fw_has(spec, "mark")) {
        return;
    }
    struct fw_value mark = fw_get(spec, "mark");
    const char *name =
        mark.kind == FW_STRING ? mark.string->text : fw_get_text(mark, "type", "point");
    struct fw_encoding *encoding =
        fw_encoding_decode(view->chart->make, fw_get(spec, "encoding"), name);
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        const struct fw_channel_def *def = fw_encoding_scaled(encoding, (enum fw_channel)c);
        if (def != NULL && def->kind == FW_DEF_FIELD) {
            fw_view_bin_field(view, (enum fw_channel)c, def);
        }
    }
}

/* A cell of a facet of layers or concatenations: built of its own rows. */
static struct fw_view *build_cell(struct fw_view *view, const struct fw_view *model,
                                  const struct splits *splits, size_t cell)
{
    const struct fw_table *all = view->table;
    struct fw_texts fields = view->facet_fields;
    view->table = fw_cell_rows_table(&splits->table, cell);
    view->facet_fields = (struct fw_texts){ NULL, 0 };
    struct fw_view *built = fw_view_build(view->chart, view, fw_get(view->spec, "spec"));
    view->table = all;
    view->facet_fields = fields;
    if (built != NULL && model != NULL) {
        share_tables(built, model);
    }
    return built;
}

static bool build_cells(struct fw_view *view, const struct fw_view *model)
{
    bool single = model != NULL && model->kind == FW_VIEW_UNIT;
    struct splits splits = { fw_cell_rows_new(view, single ? model->table : view->table),
                             fw_cell_rows_new(view, single ? model->raw : NULL),
                             fw_cell_rows_new(view, single ? model->domain : NULL) };
    for (size_t i = 0; i < view->child_count; i++) {
        struct fw_facet_cell *cell = &view->cells[i];
        cell->view = view->children[i] =
            single ? copy_unit(model, &splits, i) : build_cell(view, model, &splits, i);
        if (cell->view == NULL) {
            return false;
        }
        if (!single) {
            share_models(cell->view, view->children[0]);
        }
    }
    return true;
}

/* Lists the cells: every row with every column, or the values of one field. */
static void list_cells(struct fw_view *view, const struct fw_table *table)
{
    struct fw_arena *arena = view->chart->make.arena;
    bool wrapped = is_field(&view->facet_def);
    view->row_values = facet_values(view, table, &view->row_def, FW_CHANNEL_ROW, &view->row_count);
    view->column_values =
        wrapped
            ? facet_values(view, table, &view->facet_def, FW_CHANNEL_FACET, &view->column_count)
            : facet_values(view, table, &view->column_def, FW_CHANNEL_COLUMN, &view->column_count);
    size_t rows = is_field(&view->row_def) ? view->row_count : 1;
    size_t columns = wrapped || is_field(&view->column_def) ? view->column_count : 1;
    view->child_count = rows * columns;
    view->cells = FW_NEW_ARRAY(arena, view->child_count, struct fw_facet_cell);
    view->children = fw_arena_array(arena, view->child_count, sizeof *view->children);
    for (size_t i = 0; i < view->child_count; i++) {
        struct fw_facet_cell *cell = &view->cells[i];
        cell->row_index = i / columns;
        cell->column_index = i % columns;
        cell->row = view->row_values == NULL ? fw_undefined() : view->row_values[i / columns];
        cell->column =
            view->column_values == NULL ? fw_undefined() : view->column_values[i % columns];
    }
    double written = fw_get_number(view->spec, "columns", 0);
    view->columns = wrapped ? (size_t)written : columns;
}

/* Whether a scale of the unit reads the rows before they are aggregated: discrete ones that are
 * sorted by other values than their own. */
static bool reads_raw(const struct fw_view *unit)
{
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        const struct fw_channel_def *def = fw_encoding_scaled(unit->encoding, (enum fw_channel)c);
        bool sorted = def != NULL && (def->sort.kind == FW_ARRAY || def->sort.kind == FW_OBJECT);
        if (sorted && fw_channel_has_scale((enum fw_channel)c) && fw_def_discrete(def)) {
            return true;
        }
    }
    return false;
}

/* The rows that decide which cells there are, and their order: as Vega-Lite moves the split of the
 * data behind what a unit does to it, unless others need the rows as they were before. */
static const struct fw_table *rows_of_cells(const struct fw_view *view, const struct fw_view *unit)
{
    if (unit == NULL || unit->table == NULL) {
        return view->table;
    }
    return reads_raw(unit) ? unit->raw : unit->table;
}

/* Whether a view below has facets of its own: its cells are not those of all cells around. */
static bool has_facet(struct fw_value spec)
{
    static const char *const lists[] = { "layer", "concat", "hconcat", "vconcat" };
    bool found = fw_has(spec, "facet");
    for (size_t i = 0; i < FW_COUNT(lists); i++) {
        struct fw_value list = fw_get(spec, lists[i]);
        for (size_t k = 0; !found && k < fw_length(list); k++) {
            found = has_facet(fw_at(list, k));
        }
    }
    return found;
}

bool fw_facet_build(struct fw_view *view)
{
    decode_defs(view);
    prepare_field(view, FW_CHANNEL_ROW, &view->row_def);
    prepare_field(view, FW_CHANNEL_COLUMN, &view->column_def);
    prepare_field(view, FW_CHANNEL_FACET, &view->facet_def);
    struct fw_value inner = fw_get(view->spec, "spec");
    bool single = fw_has(inner, "mark");
    const struct fw_view *model = NULL;
    if (!single) {
        bin_parts(view, inner);
    }
    if (!has_facet(inner)) {
        model = fw_view_build(view->chart, view, inner);
        if (model == NULL) {
            return false;
        }
    }
    list_cells(view, single ? rows_of_cells(view, model) : view->table);
    return build_cells(view, model);
}
