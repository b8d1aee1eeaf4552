/* Tables: columns that are shared, seen through a row index. */
#include "data/table.h"

#include <math.h>

#include "data/origin.h"
#include "data/rows.h"

/* ---- tables ------------------------------------------------------------------------------- */

const struct fw_table *fw_table_new(struct fw_arena *arena, size_t rows)
{
    struct fw_table *table = FW_NEW(arena, struct fw_table);
    table->rows = rows;
    table->storage = rows;
    return table;
}

const struct fw_table *fw_table_with(struct fw_arena *arena, const struct fw_table *table,
                                     const struct fw_column *column)
{
    size_t at = 0;
    while (at < table->column_count && table->columns[at]->name != column->name) {
        at++;
    }
    size_t count = at == table->column_count ? at + 1 : table->column_count;
    const struct fw_column **columns =
        fw_arena_grow(arena, table->columns, table->column_count, count, sizeof *columns);
    columns[at] = column;
    struct fw_table *result = FW_NEW(arena, struct fw_table);
    *result = *table;
    result->columns = columns;
    result->column_count = count;
    return result;
}

const struct fw_table *fw_table_select(struct fw_arena *arena, const struct fw_table *table,
                                       const uint32_t *rows, size_t count)
{
    uint32_t *index = FW_NEW_ARRAY(arena, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        index[i] = (uint32_t)fw_table_storage(table, rows[i]);
    }
    struct fw_table *result = FW_NEW(arena, struct fw_table);
    *result = *table;
    result->rows = count;
    result->index = index;
    return result;
}

struct fw_place fw_table_place(const struct fw_table *table, struct fw_strings *strings, size_t row,
                               fw_str column)
{
    if (table->origin == NULL || row >= table->rows) {
        return fw_nowhere();
    }
    return table->origin->find(table->origin, strings, fw_table_storage(table, row), column);
}

const char *const *fw_table_names(struct fw_arena *arena, const struct fw_table *table,
                                  size_t *count)
{
    *count = table->column_count + table->unread_count;
    const char **names = FW_NEW_ARRAY(arena, *count, const char *);
    for (size_t i = 0; i < *count; i++) {
        bool is_read = i < table->column_count;
        names[i] =
            is_read ? table->columns[i]->name->text : table->unread[i - table->column_count]->text;
    }
    return names;
}

const struct fw_column *fw_table_find(const struct fw_table *table, fw_str name)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i]->name == name) {
            return table->columns[i];
        }
    }
    return NULL;
}

/* ---- cells -------------------------------------------------------------------------------- */

struct fw_value fw_column_value(const struct fw_column *column, size_t storage_row)
{
    if (column == NULL) {
        return fw_undefined();
    }
    if (column->cells != NULL && column->cells[storage_row] != FW_CELL_VALUE) {
        return column->cells[storage_row] == FW_CELL_NULL ? fw_null() : fw_undefined();
    }
    switch (column->type) {
    case FW_COLUMN_NUMBER:
        return fw_number(column->number[storage_row]);
    case FW_COLUMN_TIME:
        return fw_time(column->number[storage_row]);
    case FW_COLUMN_STRING:
        return fw_string(column->string[storage_row]);
    case FW_COLUMN_BOOLEAN:
        return fw_boolean(column->boolean[storage_row]);
    case FW_COLUMN_VALUE:
        return column->value[storage_row];
    }
    return fw_undefined();
}

struct fw_value fw_table_value(const struct fw_table *table, const struct fw_column *column,
                               size_t row)
{
    return fw_column_value(column, fw_table_storage(table, row));
}

double fw_table_number(const struct fw_table *table, const struct fw_column *column, size_t row)
{
    if (column == NULL) {
        return NAN;
    }
    size_t i = fw_table_storage(table, row);
    if (column->type <= FW_COLUMN_TIME &&
        (column->cells == NULL || column->cells[i] == FW_CELL_VALUE)) {
        return column->number[i];
    }
    return fw_to_number(fw_column_value(column, i));
}

struct fw_value fw_table_row(struct fw_arena *arena, const struct fw_table *table, size_t row)
{
    struct fw_object *object = FW_NEW(arena, struct fw_object);
    object->keys = FW_NEW_ARRAY(arena, table->column_count, fw_str);
    object->values = FW_NEW_ARRAY(arena, table->column_count, struct fw_value);
    for (size_t i = 0; i < table->column_count; i++) {
        struct fw_value value = fw_table_value(table, table->columns[i], row);
        if (value.kind != FW_UNDEFINED) {
            object->keys[object->count] = table->columns[i]->name;
            object->values[object->count++] = value;
        }
    }
    return (struct fw_value){ .kind = FW_OBJECT, .object = object };
}

/* ---- columns ------------------------------------------------------------------------------ */

const struct fw_column *fw_column_from_numbers(struct fw_arena *arena, fw_str name,
                                               enum fw_column_type type, const double *numbers,
                                               const uint8_t *cells)
{
    struct fw_column *column = FW_NEW(arena, struct fw_column);
    *column = (struct fw_column){ .name = name, .type = type, .number = numbers, .cells = cells };
    return column;
}

const struct fw_column *fw_column_from_strings(struct fw_arena *arena, fw_str name,
                                               const fw_str *values, const uint8_t *cells)
{
    struct fw_column *column = FW_NEW(arena, struct fw_column);
    *column = (struct fw_column){
        .name = name, .type = FW_COLUMN_STRING, .string = values, .cells = cells
    };
    return column;
}

enum fw_column_type fw_column_type_of(enum fw_kind kind)
{
    switch (kind) {
    case FW_NUMBER:
        return FW_COLUMN_NUMBER;
    case FW_TIME:
        return FW_COLUMN_TIME;
    case FW_STRING:
        return FW_COLUMN_STRING;
    case FW_BOOLEAN:
        return FW_COLUMN_BOOLEAN;
    case FW_UNDEFINED:
    case FW_NULL:
    case FW_ARRAY:
    case FW_OBJECT:
    case FW_REGEXP:
        return FW_COLUMN_VALUE;
    }
    return FW_COLUMN_VALUE;
}

/** The type that holds all of `values`, and whether some are nil. */
static enum fw_column_type common_type(const struct fw_value *values, size_t count, bool *nil)
{
    enum fw_kind kind = FW_UNDEFINED;
    bool mixed = false;
    *nil = false;
    for (size_t i = 0; i < count; i++) {
        if (fw_is_nil(values[i])) {
            *nil = true;
        } else if (kind == FW_UNDEFINED) {
            kind = values[i].kind;
        } else if (kind != values[i].kind) {
            mixed = true;
        }
    }
    return mixed ? FW_COLUMN_VALUE : fw_column_type_of(kind);
}

static const uint8_t *nil_cells(struct fw_arena *arena, const struct fw_value *values, size_t count)
{
    uint8_t *cells = FW_NEW_ARRAY(arena, count, uint8_t);
    for (size_t i = 0; i < count; i++) {
        cells[i] = values[i].kind == FW_NULL        ? FW_CELL_NULL
                   : values[i].kind == FW_UNDEFINED ? FW_CELL_MISSING
                                                    : FW_CELL_VALUE;
    }
    return cells;
}

static const double *number_data(struct fw_arena *arena, const struct fw_value *values,
                                 size_t count)
{
    double *numbers = FW_NEW_ARRAY(arena, count, double);
    for (size_t i = 0; i < count; i++) {
        numbers[i] = fw_is_nil(values[i]) ? NAN : values[i].number;
    }
    return numbers;
}

static const fw_str *string_data(struct fw_arena *arena, const struct fw_value *values,
                                 size_t count)
{
    fw_str *strings = FW_NEW_ARRAY(arena, count, fw_str);
    for (size_t i = 0; i < count; i++) {
        strings[i] = fw_is_nil(values[i]) ? NULL : values[i].string;
    }
    return strings;
}

static const bool *boolean_data(struct fw_arena *arena, const struct fw_value *values, size_t count)
{
    bool *booleans = FW_NEW_ARRAY(arena, count, bool);
    for (size_t i = 0; i < count; i++) {
        booleans[i] = !fw_is_nil(values[i]) && values[i].boolean;
    }
    return booleans;
}

const struct fw_column *fw_column_from_values(struct fw_arena *arena, fw_str name,
                                              const struct fw_value *values, size_t count)
{
    bool nil;
    struct fw_column *column = FW_NEW(arena, struct fw_column);
    column->name = name;
    column->type = common_type(values, count, &nil);
    column->cells = nil ? nil_cells(arena, values, count) : NULL;
    switch (column->type) {
    case FW_COLUMN_NUMBER:
    case FW_COLUMN_TIME:
        column->number = number_data(arena, values, count);
        break;
    case FW_COLUMN_STRING:
        column->string = string_data(arena, values, count);
        break;
    case FW_COLUMN_BOOLEAN:
        column->boolean = boolean_data(arena, values, count);
        break;
    case FW_COLUMN_VALUE:
        column->value = fw_arena_grow(arena, values, count, count, sizeof *values);
        break;
    }
    return column;
}

static const uint8_t *gather_cells(struct fw_arena *arena, const struct fw_column *column,
                                   const uint32_t *rows, size_t count)
{
    uint8_t *cells = NULL;
    for (size_t i = 0; i < count; i++) {
        uint8_t cell = rows[i] == FW_NO_ROW    ? FW_CELL_MISSING
                       : column->cells == NULL ? FW_CELL_VALUE
                                               : column->cells[rows[i]];
        if (cell != FW_CELL_VALUE && cells == NULL) {
            cells = FW_NEW_ARRAY(arena, count, uint8_t);
        }
        if (cells != NULL) {
            cells[i] = cell;
        }
    }
    return cells;
}

/* Copies the elements of one typed array; rows that are none keep the zero that they start with. */
#define GATHER(member, type)                                                                       \
    do {                                                                                           \
        type *to_ = FW_NEW_ARRAY(arena, count, type);                                              \
        for (size_t i = 0; i < count; i++) {                                                       \
            if (rows[i] != FW_NO_ROW) {                                                            \
                to_[i] = column->member[rows[i]];                                                  \
            }                                                                                      \
        }                                                                                          \
        result->member = to_;                                                                      \
    } while (0)

const struct fw_column *fw_column_gather(struct fw_arena *arena, const struct fw_column *column,
                                         const uint32_t *rows, size_t count)
{
    struct fw_column *result = FW_NEW(arena, struct fw_column);
    result->name = column->name;
    result->type = column->type;
    result->cells = gather_cells(arena, column, rows, count);
    switch (column->type) {
    case FW_COLUMN_NUMBER:
    case FW_COLUMN_TIME:
        GATHER(number, double);
        break;
    case FW_COLUMN_STRING:
        GATHER(string, fw_str);
        break;
    case FW_COLUMN_BOOLEAN:
        GATHER(boolean, bool);
        break;
    case FW_COLUMN_VALUE:
        GATHER(value, struct fw_value);
        break;
    }
    return result;
}

const struct fw_column *fw_column_renamed(struct fw_arena *arena, const struct fw_column *column,
                                          fw_str name)
{
    struct fw_column *result = FW_NEW(arena, struct fw_column);
    *result = *column;
    result->name = name;
    return result;
}

const struct fw_table *fw_table_from_objects(struct fw_arena *arena, struct fw_strings *strings,
                                             const struct fw_value *objects, size_t count)
{
    struct fw_rows rows = { .arena = arena, .strings = strings };
    for (size_t row = 0; row < count; row++) {
        fw_rows_put(&rows, row, objects[row]);
    }
    return fw_rows_finish(&rows, count);
}
