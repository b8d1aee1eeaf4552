/* The rows of a table by the cells of a facet. */
#include "dataflow/cell_rows.h"

#include "encoding/encoding.h"

/* Where each of the values of a facet field stands, by hash. */
struct places {
    const struct fw_value *values;
    uint32_t *slots; /* place + 1; 0: empty */
    size_t mask;
};

static struct places places_of(struct fw_arena *arena, const struct fw_value *values, size_t count)
{
    struct places places = { .values = values, .mask = 15 };
    while (places.mask < count * 2) {
        places.mask = places.mask * 2 + 1;
    }
    places.slots = FW_NEW_ARRAY(arena, places.mask + 1, uint32_t);
    for (size_t i = 0; i < count; i++) {
        size_t slot = fw_value_hash(values[i]) & places.mask;
        while (places.slots[slot] != 0) {
            slot = (slot + 1) & places.mask;
        }
        places.slots[slot] = (uint32_t)i + 1;
    }
    return places;
}

/* SIZE_MAX: the value is none of them. */
static size_t place_of(const struct places *places, struct fw_value value)
{
    size_t slot = fw_value_hash(value) & places->mask;
    while (places->slots[slot] != 0) {
        size_t place = places->slots[slot] - 1;
        if (fw_equal(places->values[place], value)) {
            return place;
        }
        slot = (slot + 1) & places->mask;
    }
    return SIZE_MAX;
}

/* Adds the place of each row's value, times `stride`, to its cell. */
static void add_places(const struct fw_view *view, const struct fw_table *table,
                       const struct fw_channel_def *def, const struct fw_value *values,
                       size_t count, size_t stride, size_t *cells)
{
    if (def->kind != FW_DEF_FIELD) {
        return;
    }
    struct places places = places_of(view->chart->make.arena, values, count);
    const struct fw_column *column =
        fw_view_column(view, table, fw_def_column(view->chart->make, def, NULL));
    for (size_t row = 0; row < table->rows; row++) {
        size_t place = place_of(&places, fw_table_value(table, column, row));
        bool is_out = place == SIZE_MAX || cells[row] == SIZE_MAX;
        cells[row] = is_out ? SIZE_MAX : cells[row] + place * stride;
    }
}

struct fw_cell_rows fw_cell_rows_new(const struct fw_view *view, const struct fw_table *table)
{
    struct fw_arena *arena = view->chart->make.arena;
    struct fw_cell_rows split = { .arena = arena, .table = table };
    if (table == NULL) {
        return split;
    }
    bool wrapped = view->facet_def.kind == FW_DEF_FIELD;
    const struct fw_channel_def *across = wrapped ? &view->facet_def : &view->column_def;
    size_t columns = across->kind == FW_DEF_FIELD ? view->column_count : 1;
    size_t *cells = FW_NEW_ARRAY(arena, table->rows, size_t);
    add_places(view, table, &view->row_def, view->row_values, view->row_count, columns, cells);
    add_places(view, table, across, view->column_values, view->column_count, 1, cells);
    size_t *start = FW_NEW_ARRAY(arena, view->child_count + 2, size_t);
    uint32_t *rows = FW_NEW_ARRAY(arena, table->rows, uint32_t);
    for (size_t row = 0; row < table->rows; row++) {
        if (cells[row] != SIZE_MAX) {
            start[cells[row] + 2]++;
        }
    }
    for (size_t i = 2; i < view->child_count + 2; i++) {
        start[i] += start[i - 1];
    }
    for (size_t row = 0; row < table->rows; row++) {
        if (cells[row] != SIZE_MAX) {
            rows[start[cells[row] + 1]++] = (uint32_t)row;
        }
    }
    split.rows = rows;
    split.start = start;
    return split;
}

const struct fw_table *fw_cell_rows_table(const struct fw_cell_rows *split, size_t cell)
{
    if (split->table == NULL) {
        return NULL;
    }
    size_t begin = split->start[cell];
    return fw_table_select(split->arena, split->table, split->rows + begin,
                           split->start[cell + 1] - begin);
}
