/* The data of a figure as it draws them. */
#include "figure/data_table.h"

#include <math.h>
#include <string.h>

#include "data/package.h"
#include "describe/gist.h"
#include "describe/name.h"

/* A unit's rows before they are put together with those of others. */
struct source {
    const struct fw_view *unit;
    const struct fw_drawn_column
        *cells; /* [cell_count] values of the facet, the same in all rows */
    size_t cell_count;
};

/* Channels that no reader sees as data of their own. */
static bool is_silent(enum fw_channel channel)
{
    static const enum fw_channel silent[] = { FW_CHANNEL_TOOLTIP, FW_CHANNEL_HREF,
                                              FW_CHANNEL_KEY,     FW_CHANNEL_URL,
                                              FW_CHANNEL_ORDER,   FW_CHANNEL_DESCRIPTION };
    for (size_t i = 0; i < FW_COUNT(silent); i++) {
        if (silent[i] == channel) {
            return true;
        }
    }
    return false;
}

static bool has_column(const struct fw_drawn_table *table, const char *name)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (strcmp(table->columns[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_number(struct fw_value value)
{
    return value.kind == FW_NUMBER || fw_is_nil(value);
}

/* Who writes 2,012 for a year? */
static bool is_year(struct fw_value value)
{
    return fw_is_nil(value) || (value.kind == FW_NUMBER && value.number >= 1000 &&
                                value.number < 2200 && value.number == floor(value.number));
}

static void add_column(struct fw_arena *arena, struct fw_drawn_table *table,
                       struct fw_drawn_column column)
{
    column.numeric = column.years = table->rows > 0;
    bool any = false;
    for (size_t i = 0; i < table->rows; i++) {
        column.numeric = column.numeric && is_number(column.values[i]);
        column.years = column.years && is_year(column.values[i]);
        any = any || !fw_is_nil(column.values[i]);
    }
    column.numeric = column.numeric && any;
    column.years = column.years && any;
    FW_RESERVE(arena, table->columns, table->column_count, table->column_capacity);
    table->columns[table->column_count++] = column;
}

/* The unit of a field that is no count of another. */
static const char *unit_of(const struct fw_view *view, const struct fw_channel_def *def)
{
    const struct fw_resource_field *field = fw_view_described(view, def->field);
    bool counts = def->aggregate != NULL && strcmp(def->aggregate, "sum") != 0;
    return field == NULL || counts ? NULL : field->unit;
}

static void add_field(struct fw_drawn_table *table, const struct fw_view *unit,
                      enum fw_channel channel, const struct fw_channel_def *def)
{
    struct fw_maker make = unit->chart->make;
    const char *name = fw_def_column(make, def, NULL);
    const struct fw_column *column = fw_view_column(unit, unit->table, name);
    if (column == NULL || has_column(table, name)) {
        return;
    }
    const char *title = fw_field_title(unit, def);
    struct fw_drawn_column drawn = {
        .name = name,
        .title = title != NULL ? title : name,
        .unit = unit_of(unit, def),
        .dimension = channel != FW_CHANNEL_TEXT && fw_def_discrete(def),
        .values = FW_NEW_ARRAY(make.arena, table->rows, struct fw_value),
    };
    for (size_t i = 0; i < table->rows; i++) {
        drawn.values[i] = fw_table_value(unit->table, column, i);
    }
    add_column(make.arena, table, drawn);
}

/* The fields of a unit in the order of its encoding, behind those of the facet. */
static struct fw_drawn_table table_of(const struct source *source)
{
    const struct fw_view *unit = source->unit;
    struct fw_arena *arena = unit->chart->make.arena;
    struct fw_drawn_table table = { .rows = unit->table->rows };
    for (size_t i = 0; i < source->cell_count; i++) {
        struct fw_drawn_column column = source->cells[i];
        struct fw_value value = column.values[0];
        column.values = FW_NEW_ARRAY(arena, table.rows, struct fw_value);
        for (size_t row = 0; row < table.rows; row++) {
            column.values[row] = value;
        }
        add_column(arena, &table, column);
    }
    for (size_t i = 0; i < unit->encoding->sequence_count; i++) {
        enum fw_channel channel = unit->encoding->sequence[i];
        const struct fw_channel_def *def = &unit->encoding->defs[channel];
        if (def->kind == FW_DEF_FIELD && !is_silent(channel)) {
            add_field(&table, unit, channel, def);
        } else if (def->condition != NULL && def->condition->kind == FW_DEF_FIELD) {
            add_field(&table, unit, channel, def->condition);
        }
    }
    return table;
}

/* ---- several units -------------------------------------------------------------------------- */

static const struct fw_drawn_column *find_column(const struct fw_drawn_table *table,
                                                 const char *name)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (strcmp(table->columns[i].name, name) == 0) {
            return &table->columns[i];
        }
    }
    return NULL;
}

/* Whether row `a` of one has the values of row `b` of the other in the columns of both. */
static bool same_row(const struct fw_drawn_table *one, size_t a, const struct fw_drawn_table *other,
                     size_t b)
{
    for (size_t i = 0; i < other->column_count; i++) {
        const struct fw_drawn_column *column = find_column(one, other->columns[i].name);
        if (column != NULL && !fw_equal(column->values[a], other->columns[i].values[b])) {
            return false;
        }
    }
    return true;
}

static size_t shared_columns(const struct fw_drawn_table *one, const struct fw_drawn_table *other)
{
    size_t count = 0;
    for (size_t i = 0; i < other->column_count; i++) {
        count += find_column(one, other->columns[i].name) != NULL ? 1 : 0;
    }
    return count;
}

/* Whether they have the same rows in the same order, as far as both tell. */
static bool is_aligned(const struct fw_drawn_table *one, const struct fw_drawn_table *other)
{
    if (one->rows != other->rows || shared_columns(one, other) == 0) {
        return false;
    }
    for (size_t row = 0; row < one->rows; row++) {
        if (!same_row(one, row, other, row)) {
            return false;
        }
    }
    return true;
}

/* The rows that are looked through one by one for each other: more are taken as they are. */
enum { MOST_COMPARED = 2000 };

/* Whether all rows of `other` are among those of `one`, and all its columns. */
static bool is_part(const struct fw_drawn_table *one, const struct fw_drawn_table *other)
{
    if (shared_columns(one, other) < other->column_count || one->rows > MOST_COMPARED ||
        other->rows > one->rows) {
        return false;
    }
    for (size_t b = 0; b < other->rows; b++) {
        bool found = false;
        for (size_t a = 0; a < one->rows && !found; a++) {
            found = same_row(one, a, other, b);
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

/* A layer's table goes into one that is there already, or becomes one of its own. */
static void merge_layer(struct fw_arena *arena, struct fw_drawn_tables *tables, size_t from,
                        const struct fw_drawn_table *table)
{
    for (size_t i = from; i < tables->count; i++) {
        struct fw_drawn_table *there = &tables->items[i];
        if (is_aligned(there, table)) {
            for (size_t c = 0; c < table->column_count; c++) {
                if (!has_column(there, table->columns[c].name)) {
                    add_column(arena, there, table->columns[c]);
                }
            }
            return;
        }
        if (is_part(there, table)) {
            return;
        }
    }
    if (table->column_count > 0 && table->rows > 0) {
        FW_RESERVE(arena, tables->items, tables->count, tables->capacity);
        tables->items[tables->count++] = *table;
    }
}

/* Appends the rows of a cell to those of the cells before, where both have the same columns. */
static bool append_rows(struct fw_arena *arena, struct fw_drawn_table *table,
                        const struct fw_drawn_table *more)
{
    if (table->column_count != more->column_count ||
        shared_columns(table, more) != more->column_count) {
        return false;
    }
    for (size_t c = 0; c < table->column_count; c++) {
        struct fw_drawn_column *column = &table->columns[c];
        const struct fw_drawn_column *added = find_column(more, column->name);
        column->values = fw_arena_grow(arena, column->values, table->rows, table->rows + more->rows,
                                       sizeof *column->values);
        memcpy(column->values + table->rows, added->values, more->rows * sizeof *column->values);
        column->numeric = column->numeric && added->numeric;
        column->years = column->years && added->years;
    }
    table->rows += more->rows;
    return true;
}

static void gather(const struct fw_view *view, struct source source,
                   struct fw_drawn_tables *tables);

static void gather_layers(const struct fw_view *view, struct source source, size_t from,
                          struct fw_drawn_tables *tables)
{
    if (view->kind == FW_VIEW_UNIT) {
        source.unit = view;
        if (view->table != NULL) {
            struct fw_drawn_table table = table_of(&source);
            merge_layer(view->chart->make.arena, tables, from, &table);
        }
        return;
    }
    for (size_t i = 0; i < view->child_count; i++) {
        gather_layers(view->children[i], source, from, tables);
    }
}

static size_t add_cell(const struct fw_view *facet, const struct fw_channel_def *def,
                       struct fw_value value, struct fw_drawn_column *cells, size_t count)
{
    if (def->kind != FW_DEF_FIELD || value.kind == FW_UNDEFINED) {
        return count;
    }
    struct fw_maker make = facet->chart->make;
    const char *name = fw_def_column(make, def, NULL), *title = fw_field_title(facet, def);
    struct fw_value *values = FW_NEW(make.arena, struct fw_value);
    *values = value;
    cells[count] = (struct fw_drawn_column){
        .name = name, .title = title != NULL ? title : name, .dimension = true, .values = values
    };
    return count + 1;
}

static void gather_cells(const struct fw_view *facet, struct source source,
                         struct fw_drawn_tables *tables)
{
    struct fw_arena *arena = facet->chart->make.arena;
    size_t from = tables->count;
    for (size_t i = 0; i < facet->child_count; i++) {
        const struct fw_facet_cell *cell = &facet->cells[i];
        struct fw_drawn_column *cells = fw_arena_grow(arena, source.cells, source.cell_count,
                                                      source.cell_count + 2, sizeof *cells);
        struct source of_cell = { .cells = cells, .cell_count = source.cell_count };
        bool wrapped = facet->facet_def.kind == FW_DEF_FIELD;
        of_cell.cell_count = add_cell(facet, &facet->row_def, cell->row, cells, of_cell.cell_count);
        of_cell.cell_count = add_cell(facet, wrapped ? &facet->facet_def : &facet->column_def,
                                      cell->column, cells, of_cell.cell_count);
        struct fw_drawn_tables inside = { 0 };
        gather(facet->children[i], of_cell, &inside);
        for (size_t k = 0; k < inside.count; k++) {
            bool joined = false;
            for (size_t t = from; t < tables->count && !joined; t++) {
                joined = append_rows(arena, &tables->items[t], &inside.items[k]);
            }
            if (!joined) {
                FW_RESERVE(arena, tables->items, tables->count, tables->capacity);
                tables->items[tables->count++] = inside.items[k];
            }
        }
    }
}

static const char *view_title(const struct fw_view *view)
{
    struct fw_value title = fw_get(view->spec, "title");
    title = title.kind == FW_OBJECT ? fw_get(title, "text") : title;
    title = fw_view_eval(view, title);
    return title.kind == FW_STRING ? fw_one_line(view, title) : NULL;
}

/* Views that stand beside each other draw tables of their own. */
static void gather(const struct fw_view *view, struct source source, struct fw_drawn_tables *tables)
{
    size_t from = tables->count;
    switch (view->kind) {
    case FW_VIEW_UNIT:
    case FW_VIEW_LAYER:
        gather_layers(view, source, from, tables);
        break;
    case FW_VIEW_FACET:
        gather_cells(view, source, tables);
        break;
    case FW_VIEW_CONCAT:
        for (size_t i = 0; i < view->child_count; i++) {
            gather(view->children[i], source, tables);
        }
        break;
    }
    for (size_t i = from; i < tables->count && view->parent != NULL; i++) {
        const char *own = tables->items[i].title;
        tables->items[i].title = own != NULL ? own : view_title(view);
    }
}

/* Categories before what is told of them; else as the spec has the fields. */
static void put_dimensions_first(struct fw_drawn_table *table)
{
    for (size_t i = 1; i < table->column_count; i++) {
        struct fw_drawn_column column = table->columns[i];
        size_t at = i;
        for (; at > 0 && column.dimension && !table->columns[at - 1].dimension; at--) {
            table->columns[at] = table->columns[at - 1];
        }
        table->columns[at] = column;
    }
}

struct fw_drawn_tables fw_drawn_tables_of(const struct fw_view *root)
{
    struct fw_drawn_tables tables = { 0 };
    gather(root, (struct source){ 0 }, &tables);
    for (size_t i = 0; i < tables.count; i++) {
        put_dimensions_first(&tables.items[i]);
    }
    return tables;
}
