/* What the files of the transforms share: reading properties, finding and adding columns. */
#include "transform/step.h"

#include "base/object.h"

/* ---- properties --------------------------------------------------------------------------- */

struct fw_texts fw_texts_of(struct fw_arena *arena, struct fw_value value)
{
    size_t room = value.kind == FW_ARRAY ? value.array->count : 1;
    const char **items = FW_NEW_ARRAY(arena, room, const char *);
    struct fw_texts texts = { .items = items };
    for (size_t i = 0; i < room; i++) {
        struct fw_value item = value.kind == FW_ARRAY ? value.array->items[i] : value;
        if (item.kind == FW_STRING) {
            items[texts.count++] = item.string->text;
        }
    }
    return texts;
}

const char *fw_prop_text(const struct fw_prop *prop, const char *fallback)
{
    return prop->value.kind == FW_STRING ? prop->value.string->text : fallback;
}

double fw_prop_number(const struct fw_prop *prop, double fallback)
{
    return prop->value.kind == FW_NUMBER ? prop->value.number : fallback;
}

bool fw_prop_boolean(const struct fw_prop *prop, bool fallback)
{
    return prop->value.kind == FW_BOOLEAN ? prop->value.boolean : fallback;
}

struct fw_place fw_prop_place(const struct fw_transform_context *context,
                              const struct fw_prop *prop, struct fw_node at)
{
    struct fw_node node = fw_node_there(prop->at) ? prop->at : at;
    return fw_node_there(node) ? fw_node_place(context->arena, node) : fw_nowhere();
}

void fw_output_names(struct fw_arena *arena, const struct fw_prop *prop, const char *first,
                     const char *second, const char *names[2])
{
    const char *text = fw_text_of(prop->value);
    if (text != NULL) {
        names[0] = text;
        names[1] = fw_arena_printf(arena, "%s_end", text);
        return;
    }
    const char *given[2] = { fw_text_of(fw_at(prop->value, 0)), fw_text_of(fw_at(prop->value, 1)) };
    names[0] = given[0] != NULL ? given[0] : first;
    names[1] = given[1] != NULL ? given[1] : second;
}

/* ---- tables ------------------------------------------------------------------------------- */

const struct fw_column *fw_transform_field(const struct fw_transform_context *context,
                                           const struct fw_table *table, const char *field)
{
    return field == NULL ? NULL : fw_table_field(context->arena, context->strings, table, field);
}

struct fw_value *fw_transform_values(const struct fw_transform_context *context,
                                     const struct fw_table *table)
{
    return FW_NEW_ARRAY(context->arena, table->storage, struct fw_value);
}

const struct fw_table *fw_transform_with(const struct fw_transform_context *context,
                                         const struct fw_table *table, const char *name,
                                         const struct fw_value *values)
{
    fw_str interned = fw_intern_text(context->strings, name);
    return fw_table_with(context->arena, table,
                         fw_column_from_values(context->arena, interned, values, table->storage));
}

const struct fw_table *fw_transform_gather(const struct fw_transform_context *context,
                                           const struct fw_table *table, const uint32_t *rows,
                                           size_t count)
{
    uint32_t *storage = FW_NEW_ARRAY(context->arena, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        storage[i] = rows[i] == FW_NO_ROW ? FW_NO_ROW : (uint32_t)fw_table_storage(table, rows[i]);
    }
    const struct fw_column **columns =
        FW_NEW_ARRAY(context->arena, table->column_count, const struct fw_column *);
    for (size_t i = 0; i < table->column_count; i++) {
        columns[i] = fw_column_gather(context->arena, table->columns[i], storage, count);
    }
    struct fw_table *result = FW_NEW(context->arena, struct fw_table);
    *result = (struct fw_table){
        .column_count = table->column_count, .columns = columns, .rows = count, .storage = count
    };
    return result;
}
