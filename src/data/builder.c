/* One column that grows row by row while data are read, in the narrowest type that holds its cells.
 */
#include "data/builder.h"

#include <stdlib.h>
#include <string.h>

static size_t cell_size(enum fw_column_type type)
{
    switch (type) {
    case FW_COLUMN_NUMBER:
    case FW_COLUMN_TIME:
        return sizeof(double);
    case FW_COLUMN_STRING:
        return sizeof(fw_str);
    case FW_COLUMN_BOOLEAN:
        return sizeof(bool);
    case FW_COLUMN_VALUE:
        return sizeof(struct fw_value);
    }
    return 0;
}

/** Zeroed room for `count` elements; the first `old` are those of `data`, which is freed. */
static void *resize(void *data, size_t old, size_t count, size_t size)
{
    if (count > SIZE_MAX / size) {
        fw_out_of_memory();
    }
    char *room = data == NULL ? calloc(count, size) : realloc(data, count * size);
    if (room == NULL) {
        fw_out_of_memory();
    }
    if (data != NULL) {
        memset(room + old * size, 0, (count - old) * size);
    }
    return room;
}

void fw_builder_reserve(struct fw_builder *builder, size_t rows)
{
    if (rows <= builder->capacity) {
        return;
    }
    if (builder->typed) {
        builder->data = resize(builder->data, builder->capacity, rows, cell_size(builder->type));
    }
    if (builder->cells != NULL) {
        builder->cells = resize(builder->cells, builder->capacity, rows, 1);
    }
    builder->capacity = rows;
}

static void set_cell(struct fw_builder *builder, size_t row, enum fw_cell cell)
{
    if (builder->cells == NULL) {
        builder->cells = resize(NULL, 0, builder->capacity, 1);
    }
    builder->cells[row] = (uint8_t)cell;
}

/** The values so far as an array of values: the first cell of another kind has come. */
static void loosen(struct fw_builder *builder)
{
    struct fw_column column = { .type = builder->type, .cells = builder->cells };
    column.number = builder->data;
    struct fw_value *values = resize(NULL, 0, builder->capacity, sizeof *values);
    for (size_t i = 0; i < builder->rows; i++) {
        values[i] = fw_column_value(&column, i);
    }
    free(builder->data);
    builder->data = values;
    builder->type = FW_COLUMN_VALUE;
}

static void store(struct fw_builder *builder, size_t row, struct fw_value value)
{
    switch (builder->type) {
    case FW_COLUMN_NUMBER:
    case FW_COLUMN_TIME:
        ((double *)builder->data)[row] = value.number;
        break;
    case FW_COLUMN_STRING:
        ((fw_str *)builder->data)[row] = value.string;
        break;
    case FW_COLUMN_BOOLEAN:
        ((bool *)builder->data)[row] = value.boolean;
        break;
    case FW_COLUMN_VALUE:
        ((struct fw_value *)builder->data)[row] = value;
        break;
    }
}

void fw_builder_put(struct fw_builder *builder, size_t row, struct fw_value value)
{
    if (row >= builder->capacity) {
        size_t wanted = builder->capacity < 8 ? 16 : builder->capacity * 2;
        fw_builder_reserve(builder, wanted > row ? wanted : row + 1);
    }
    for (; builder->rows < row; builder->rows++) {
        set_cell(builder, builder->rows, FW_CELL_MISSING);
    }
    if (fw_is_nil(value)) {
        set_cell(builder, row, value.kind == FW_NULL ? FW_CELL_NULL : FW_CELL_MISSING);
    } else {
        enum fw_column_type type = fw_column_type_of(value.kind);
        if (!builder->typed) {
            builder->typed = true;
            builder->type = type;
            builder->data = resize(NULL, 0, builder->capacity, cell_size(type));
        } else if (type != builder->type && builder->type != FW_COLUMN_VALUE) {
            loosen(builder);
        }
        store(builder, row, value);
        if (builder->cells != NULL) {
            builder->cells[row] = FW_CELL_VALUE;
        }
    }
    builder->rows = row + 1;
}

const struct fw_column *fw_builder_finish(struct fw_builder *builder, size_t rows)
{
    fw_builder_reserve(builder, rows);
    for (; builder->rows < rows; builder->rows++) {
        set_cell(builder, builder->rows, FW_CELL_MISSING);
    }
    if (!builder->typed) { /* nothing but nulls */
        builder->type = FW_COLUMN_VALUE;
        builder->data = resize(NULL, 0, builder->capacity + 1, sizeof(struct fw_value));
    }
    struct fw_column *column = FW_NEW(builder->arena, struct fw_column);
    column->name = builder->name;
    column->type = builder->type;
    column->number = builder->data;
    column->cells = builder->cells;
    fw_arena_defer(builder->arena, free, builder->data);
    if (builder->cells != NULL) {
        fw_arena_defer(builder->arena, free, builder->cells);
    }
    return column;
}
