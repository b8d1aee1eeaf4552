/* Replacing {"repeat": "row"} by the field that the repeat is at. Source: vega-lite,
 * normalize/repeater.ts. */
#include "chart/normalize/repeater.h"

#include "chart/normalize/definition.h"

/* The object with its reference in `key` replaced; undefined where no such repeat is around. */
static struct fw_value replace(const struct fw_scope *scope, struct fw_value object,
                               const char *key)
{
    struct fw_value reference = fw_get(object, key);
    struct fw_value name = fw_get(reference, "repeat");
    if (name.kind != FW_STRING) {
        return object;
    }
    struct fw_value field = fw_member(scope->repeater, name.string);
    if (field.kind == FW_UNDEFINED) {
        struct fw_diagnostic *d = fw_scope_report(
            scope, reference, FW_IGNORED, "no repeat is called '%s' here", name.string->text);
        fw_hint(scope->context->diag, d, "the channel is left out");
        return fw_undefined();
    }
    return fw_with(scope->make, object, key, field);
}

static struct fw_value replace_in_field(const struct fw_scope *scope, struct fw_value def)
{
    def = replace(scope, def, "field");
    struct fw_value sort = fw_get(def, "sort");
    if (sort.kind == FW_OBJECT) {
        struct fw_value replaced = replace(scope, sort, "field");
        return replaced.kind == FW_UNDEFINED ? def : fw_with(scope->make, def, "sort", replaced);
    }
    return def;
}

static struct fw_value replace_in_datum(const struct fw_scope *scope, struct fw_value def)
{
    bool reference = fw_has(fw_get(def, "datum"), "repeat");
    struct fw_value replaced = replace(scope, def, "datum");
    if (reference && replaced.kind == FW_OBJECT && !fw_has(def, "type")) {
        return fw_with(scope->make, replaced, "type", fw_text_value(scope->make, "nominal"));
    }
    return replaced;
}

static struct fw_value replace_in_either(const struct fw_scope *scope, struct fw_value def)
{
    return fw_is_field_def(def) ? replace_in_field(scope, def) : replace_in_datum(scope, def);
}

struct fw_value fw_repeater_def(const struct fw_scope *scope, struct fw_value def)
{
    if (scope->repeater.kind != FW_OBJECT) {
        return def;
    }
    struct fw_value condition = fw_get(def, "condition");
    if (fw_is_field_or_datum_def(def)) {
        struct fw_value replaced = replace_in_either(scope, def);
        if (replaced.kind == FW_UNDEFINED && condition.kind != FW_UNDEFINED) {
            static const char *const kept[] = { "condition", NULL };
            return fw_pick(scope->make, def, kept);
        }
        return replaced;
    }
    if (fw_has_conditional_def(def)) {
        struct fw_value replaced = replace_in_either(scope, condition);
        return replaced.kind == FW_UNDEFINED ? fw_without(scope->make, def, "condition")
                                             : fw_with(scope->make, def, "condition", replaced);
    }
    return def;
}

static struct fw_value replace_in_list(const struct fw_scope *scope, struct fw_value list)
{
    struct fw_value replaced = fw_array_value(scope->make.arena, NULL, 0);
    for (size_t i = 0; i < fw_length(list); i++) {
        struct fw_value def = fw_repeater_def(scope, fw_at(list, i));
        if (def.kind != FW_UNDEFINED) {
            replaced = fw_append(scope->make, replaced, def);
        }
    }
    return replaced;
}

struct fw_value fw_repeater_encoding(const struct fw_scope *scope, struct fw_value encoding)
{
    if (scope->repeater.kind != FW_OBJECT || encoding.kind != FW_OBJECT) {
        return encoding;
    }
    static const char *const none[] = { NULL };
    struct fw_value replaced = fw_pick(scope->make, encoding, none);
    for (size_t i = 0; i < encoding.object->count; i++) {
        struct fw_value def = encoding.object->values[i];
        def = def.kind == FW_ARRAY ? replace_in_list(scope, def) : fw_repeater_def(scope, def);
        replaced = fw_with_given(scope->make, replaced, encoding.object->keys[i]->text, def);
    }
    return replaced;
}
