/* Measures: the operations of aggregate and joinaggregate, from JSON and over groups. */
#include <string.h>

#include "base/object.h"
#include "transform/aggregate.h"

/* ---- decoding ----------------------------------------------------------------------------- */

/** The operation that "op" names: a word, or an object whose one key is the word. */
static const char *op_name(struct fw_value op, double *rate)
{
    if (op.kind == FW_OBJECT && op.object->count == 1) {
        *rate = fw_to_number(op.object->values[0]);
        return op.object->keys[0]->text;
    }
    return fw_text_of(op);
}

static const char *default_name(const struct fw_transform_context *context,
                                const struct fw_measure *measure)
{
    if (measure->field == NULL) {
        return measure->op->name;
    }
    fw_str field = fw_path_flat(context->arena, context->strings, measure->field);
    return fw_arena_printf(context->arena, "%s_%s", measure->op->name, field->text);
}

static size_t name_count(const char *const *names)
{
    size_t count = 0;
    while (names[count] != NULL) {
        count++;
    }
    return count;
}

/** Decodes one object. False: reported. */
static bool decode_measure(const struct fw_transform_context *context, struct fw_value spec,
                           struct fw_place place, struct fw_measure *measure)
{
    const char *name = op_name(fw_get(spec, "op"), &measure->rate);
    if (name == NULL) {
        fw_report(context->diag, place, FW_MISSING_PROPERTY, "an operation without 'op'");
        return false;
    }
    measure->op = fw_op_find(name);
    if (measure->op == NULL) {
        struct fw_diagnostic *d = fw_report(context->diag, place, FW_UNKNOWN_VALUE,
                                            "no aggregate operation is called '%s'", name);
        fw_hint_nearest(context->diag, d, name, fw_op_names(), name_count(fw_op_names()));
        return false;
    }
    measure->field = fw_get_text(spec, "field", NULL);
    if (measure->field == NULL && strcmp(name, "count") != 0) {
        fw_report(context->diag, place, FW_MISSING_PROPERTY, "operation '%s' without its 'field'",
                  name);
        return false;
    }
    measure->as = fw_get_text(spec, "as", default_name(context, measure));
    return true;
}

bool fw_measures_decode(const struct fw_transform_context *context, const struct fw_prop *prop,
                        struct fw_node at, struct fw_measures *measures)
{
    size_t count = fw_length(prop->value);
    struct fw_measure *items = FW_NEW_ARRAY(context->arena, count, struct fw_measure);
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        struct fw_node node = fw_node_item(prop->at, i);
        struct fw_place place = fw_node_there(node) ? fw_node_place(context->arena, node)
                                                    : fw_prop_place(context, prop, at);
        good = decode_measure(context, fw_at(prop->value, i), place, &items[i]) && good;
    }
    *measures = (struct fw_measures){ items, count };
    return good;
}

/* ---- values ------------------------------------------------------------------------------- */

const struct fw_column *fw_measure_column(const struct fw_transform_context *context,
                                          const struct fw_table *table,
                                          const struct fw_groups *groups,
                                          const struct fw_measure *measure)
{
    const struct fw_column *column = fw_transform_field(context, table, measure->field);
    struct fw_value *values = FW_NEW_ARRAY(context->arena, groups->count, struct fw_value);
    for (size_t g = 0; g < groups->count; g++) {
        struct fw_row_span span = fw_group_rows(groups, g);
        struct fw_tally tally = { .needs = measure->op->needs, .rate = measure->rate };
        if (column == NULL) { /* nothing but rows to count */
            tally.rows = tally.missing = span.count;
        }
        for (size_t i = 0; i < span.count && column != NULL; i++) {
            fw_tally_add(&tally, fw_table_value(table, column, span.rows[i]));
        }
        struct fw_op_input input = { .arena = context->arena,
                                     .strings = context->strings,
                                     .table = table,
                                     .column = column,
                                     .rows = span.rows,
                                     .count = span.count,
                                     .tally = &tally };
        values[g] = measure->op->value(&input);
    }
    fw_str name = fw_intern_text(context->strings, measure->as);
    return fw_column_from_values(context->arena, name, values, groups->count);
}
