/* Rows with named cells, as they come, to a table: one builder a name. */
#include "data/rows.h"

size_t fw_rows_column(struct fw_rows *rows, fw_str name, size_t expected)
{
    if (expected < rows->count && rows->builders[expected].name == name) {
        return expected;
    }
    if (name->id >= rows->id_capacity) {
        size_t capacity = ((size_t)name->id + 1) * 2;
        rows->by_id = fw_arena_grow(rows->arena, rows->by_id, rows->id_capacity, capacity,
                                    sizeof *rows->by_id);
        rows->id_capacity = capacity;
    }
    if (rows->by_id[name->id] == 0) {
        FW_RESERVE(rows->arena, rows->builders, rows->count, rows->capacity);
        rows->builders[rows->count] = (struct fw_builder){ .arena = rows->arena, .name = name };
        rows->by_id[name->id] = (uint32_t)++rows->count;
    }
    return rows->by_id[name->id] - 1;
}

static void put_object(struct fw_rows *rows, size_t row, const struct fw_object *object)
{
    size_t expected = 0;
    for (size_t i = 0; i < object->count; i++) {
        size_t column = fw_rows_column(rows, object->keys[i], expected);
        fw_builder_put(&rows->builders[column], row, object->values[i]);
        expected = column + 1;
    }
}

static void put_array(struct fw_rows *rows, size_t row, const struct fw_array *array)
{
    for (size_t i = 0; i < array->count; i++) {
        fw_str name = fw_to_string(rows->strings, fw_number((double)i));
        size_t column = fw_rows_column(rows, name, i);
        fw_builder_put(&rows->builders[column], row, array->items[i]);
    }
}

void fw_rows_put(struct fw_rows *rows, size_t row, struct fw_value value)
{
    if (value.kind == FW_OBJECT) {
        put_object(rows, row, value.object);
    } else if (value.kind == FW_ARRAY) {
        put_array(rows, row, value.array);
    } else {
        size_t column = fw_rows_column(rows, fw_intern_text(rows->strings, "data"), 0);
        fw_builder_put(&rows->builders[column], row, value);
    }
}

const struct fw_table *fw_rows_finish(struct fw_rows *rows, size_t count)
{
    const struct fw_column **columns =
        FW_NEW_ARRAY(rows->arena, rows->count, const struct fw_column *);
    for (size_t i = 0; i < rows->count; i++) {
        columns[i] = fw_builder_finish(&rows->builders[i], count);
    }
    struct fw_table *table = FW_NEW(rows->arena, struct fw_table);
    *table = (struct fw_table){
        .column_count = rows->count, .columns = columns, .rows = count, .storage = count
    };
    return table;
}
