/* The chain of transforms of a view: each a step from table to table. */
#include "transform/transform.h"

#include <string.h>

#include "base/object.h"
#include "transform/absent.h"
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
    *transform = (struct fw_transform){ type, type->decode(context, properties, at), at };
    return transform->step != NULL;
}

const struct fw_table *fw_transform_run(const struct fw_transform_context *context,
                                        const struct fw_table *table,
                                        const struct fw_transform *transform)
{
    fw_absent_check(context, table, transform);
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
