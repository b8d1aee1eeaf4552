/* The chain of transforms of a view: each a step from table to table. */
#include "transform/transform.h"

#include <string.h>

#include "base/object.h"
#include "transform/list.h"

#define DECLARE(name) extern const struct fw_transform_type fw_transform_##name;
FW_TRANSFORM_LIST(DECLARE)
#undef DECLARE

#define ENTRY(name) &fw_transform_##name,
static const struct fw_transform_type *const types[] = { FW_TRANSFORM_LIST(ENTRY) };
#undef ENTRY

const struct fw_transform_type *fw_transform_type_of(struct fw_value spec)
{
    for (size_t i = 0; i < FW_COUNT(types); i++) {
        if (fw_has(spec, types[i]->name)) {
            return types[i];
        }
    }
    return NULL;
}

const struct fw_transform_type *const *fw_transform_types(size_t *count)
{
    *count = FW_COUNT(types);
    return types;
}

/* ---- decoding ----------------------------------------------------------------------------- */

static struct fw_node node_of(const struct fw_transform_context *context, struct fw_value spec)
{
    if (context->json == NULL || spec.kind != FW_OBJECT || spec.object->origin == 0) {
        return fw_node_none();
    }
    return (struct fw_node){ context->json, (int32_t)spec.object->origin - 1 };
}

static void report_unknown(const struct fw_transform_context *context, struct fw_value spec)
{
    struct fw_node at = node_of(context, spec);
    struct fw_place place = fw_node_there(at) ? fw_node_place(context->arena, at) : fw_nowhere();
    const char *names[FW_COUNT(types)];
    for (size_t i = 0; i < FW_COUNT(types); i++) {
        names[i] = types[i]->name;
    }
    bool named = spec.kind == FW_OBJECT && spec.object->count > 0;
    const char *first = named ? spec.object->keys[0]->text : "";
    struct fw_diagnostic *d = fw_report(context->diag, place, FW_UNKNOWN_PROPERTY,
                                        "no transform has the property '%s'", first);
    fw_hint_nearest(context->diag, d, first, names, FW_COUNT(names));
}

/** Fills in the properties: checked where they stand in the document, valued by `spec`. */
static bool decode_properties(const struct fw_transform_context *context,
                              const struct fw_transform_type *type, struct fw_value spec,
                              struct fw_node at, void *properties)
{
    struct fw_decoder decoder = { .arena = context->arena,
                                  .strings = context->strings,
                                  .diag = context->diag };
    if (fw_node_there(at) && !fw_decode(&decoder, at, type->name, type->properties,
                                        type->property_count, NULL, properties)) {
        return false;
    }
    for (size_t i = 0; i < type->property_count; i++) {
        const struct fw_property *property = &type->properties[i];
        struct fw_prop *prop = (struct fw_prop *)((char *)properties + property->offset);
        prop->value = fw_get(spec, property->name);
    }
    return true;
}

bool fw_transform_decode(const struct fw_transform_context *context, struct fw_value spec,
                         struct fw_transform *transform)
{
    const struct fw_transform_type *type = fw_transform_type_of(spec);
    if (type == NULL) {
        report_unknown(context, spec);
        return false;
    }
    struct fw_node at = node_of(context, spec);
    void *properties = fw_arena_alloc(context->arena, type->size);
    if (!decode_properties(context, type, spec, at, properties)) {
        return false;
    }
    *transform = (struct fw_transform){ type, type->decode(context, properties, at) };
    return transform->step != NULL;
}

const struct fw_table *fw_transform_run(const struct fw_transform_context *context,
                                        const struct fw_table *table,
                                        const struct fw_transform *transform)
{
    return transform->type->run(context, table, transform->step);
}

const struct fw_table *fw_transform_chain(const struct fw_transform_context *context,
                                          const struct fw_table *table, struct fw_value transforms)
{
    bool good = true;
    for (size_t i = 0; i < fw_length(transforms); i++) {
        struct fw_transform transform;
        if (!fw_transform_decode(context, fw_at(transforms, i), &transform)) {
            good = false; /* go on for the errors of the others */
        } else if (good) {
            table = fw_transform_run(context, table, &transform);
        }
    }
    return good ? table : NULL;
}

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
