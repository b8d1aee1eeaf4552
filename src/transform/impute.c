/* impute - rows for keys that a group lacks. */
#include "transform/impute.h"

#include <math.h>
#include <string.h>

#include "base/limits.h"
#include "base/object.h"
#include "transform/group.h"
#include "transform/window.h"

/** The rows to be added: of a group, with a key. */
struct additions {
    uint32_t *groups, *keys;
    size_t count, capacity, key_capacity;
};

/** The keys there are to be, in the order of keyvals and then of the data, and the one of each row.
 */
struct domain {
    struct fw_value *keys;
    size_t count;
    uint32_t *of; /* by row */
};

/* ---- keys --------------------------------------------------------------------------------- */

/** Groups keyvals and the data's keys as one list: its groups are the domain. */
static struct domain find_domain(const struct fw_transform_context *context,
                                 const struct fw_table *table, const struct fw_impute *impute)
{
    const struct fw_column *column = fw_transform_field(context, table, impute->key);
    size_t given = impute->keyval_count, count = given + table->rows;
    struct fw_value *values = FW_NEW_ARRAY(context->arena, count, struct fw_value);
    for (size_t i = 0; i < count; i++) {
        values[i] = i < given ? impute->keyvals[i] : fw_table_value(table, column, i - given);
    }
    fw_str name = fw_intern_text(context->strings, "key");
    const struct fw_column *all = fw_column_from_values(context->arena, name, values, count);
    struct fw_groups groups =
        fw_group(context->arena, context->strings, fw_table_new(context->arena, count), &all, 1);
    struct domain domain = { .keys = FW_NEW_ARRAY(context->arena, groups.count, struct fw_value),
                             .count = groups.count,
                             .of = FW_NEW_ARRAY(context->arena, table->rows, uint32_t) };
    for (size_t i = 0; i < groups.count; i++) {
        domain.keys[i] = values[groups.first[i]];
    }
    for (size_t i = 0; i < table->rows; i++) {
        domain.of[i] = groups.of[given + i];
    }
    return domain;
}

/** Notes each key that a group lacks. False: too many. */
static bool find_additions(const struct fw_transform_context *context,
                           const struct fw_groups *groups, const struct domain *domain,
                           struct additions *additions)
{
    size_t *seen = FW_NEW_ARRAY(context->arena, domain->count, size_t); /* 1 + last group with it */
    for (size_t g = 0; g < groups->count; g++) {
        struct fw_row_span span = fw_group_rows(groups, g);
        for (size_t i = 0; i < span.count; i++) {
            seen[domain->of[span.rows[i]]] = g + 1;
        }
        for (size_t k = 0; k < domain->count; k++) {
            if (seen[k] == g + 1) {
                continue;
            }
            if (additions->count >= FW_LIMIT_ROWS) {
                return false;
            }
            FW_RESERVE(context->arena, additions->groups, additions->count, additions->capacity);
            FW_RESERVE(context->arena, additions->keys, additions->count, additions->key_capacity);
            additions->groups[additions->count] = (uint32_t)g;
            additions->keys[additions->count++] = (uint32_t)k;
        }
    }
    return true;
}

/* ---- rows --------------------------------------------------------------------------------- */

/** `result`, the table with its new rows still empty, with `field` filled in them by group or by
 * key. */
static const struct fw_table *fill(const struct fw_transform_context *context,
                                   const struct fw_table *table, const struct fw_table *result,
                                   const char *field, const struct fw_value *values,
                                   const uint32_t *which)
{
    const struct fw_column *column = fw_transform_field(context, table, field);
    struct fw_value *cells = fw_transform_values(context, result);
    for (size_t i = 0; i < result->rows; i++) {
        cells[i] = i < table->rows ? fw_table_value(table, column, i)
                   : which == NULL ? *values
                                   : values[which[i - table->rows]];
    }
    fw_str name = fw_path_flat(context->arena, context->strings, field);
    return fw_transform_with(context, result, name->text, cells);
}

static const struct fw_table *mark_imputed(const struct fw_transform_context *context,
                                           const struct fw_table *result, size_t from)
{
    struct fw_value *cells = fw_transform_values(context, result);
    for (size_t i = from; i < result->rows; i++) {
        cells[i] = fw_boolean(true);
    }
    return fw_transform_with(context, result, "_impute", cells);
}

static const struct fw_table *add_rows(const struct fw_transform_context *context,
                                       const struct fw_table *table, const struct fw_impute *impute,
                                       const struct fw_groups *groups, const struct domain *domain,
                                       const struct additions *additions)
{
    size_t count = table->rows + additions->count;
    uint32_t *rows = FW_NEW_ARRAY(context->arena, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        rows[i] = i < table->rows ? (uint32_t)i : FW_NO_ROW;
    }
    const struct fw_table *result = fw_transform_gather(context, table, rows, count);
    struct fw_value *firsts = FW_NEW_ARRAY(context->arena, groups->count, struct fw_value);
    for (size_t f = 0; f < impute->groupby.count; f++) {
        const char *field = impute->groupby.items[f];
        const struct fw_column *column = fw_transform_field(context, table, field);
        for (size_t g = 0; g < groups->count; g++) {
            firsts[g] = fw_table_value(table, column, groups->first[g]);
        }
        result = fill(context, table, result, field, firsts, additions->groups);
    }
    result = fill(context, table, result, impute->key, domain->keys, additions->keys);
    struct fw_value value = impute->method != NULL               ? fw_null()
                            : impute->value.kind == FW_UNDEFINED ? fw_number(0)
                                                                 : impute->value;
    result = fill(context, table, result, impute->field, &value, NULL);
    return mark_imputed(context, result, table->rows);
}

/** Puts the method's result over each group's frame wherever the field is null. */
static const struct fw_table *fill_nulls(const struct fw_transform_context *context,
                                         const struct fw_table *table,
                                         const struct fw_impute *impute)
{
    const char *as = fw_arena_printf(context->arena, "imputed_%s_value", impute->field);
    struct fw_window_measure measure = {
        .op = impute->method, .field = impute->field, .parameter = NAN, .as = as
    };
    struct fw_window window = { .measures = &measure,
                                .measure_count = 1,
                                .groupby = impute->groupby,
                                .frame = { impute->frame[0], impute->frame[1] } };
    table = fw_window_run(context, table, &window);
    const struct fw_column *column = fw_transform_field(context, table, impute->field);
    const struct fw_column *filler = fw_table_find(table, fw_intern_text(context->strings, as));
    struct fw_value *cells = fw_transform_values(context, table);
    for (size_t i = 0; i < table->rows; i++) {
        size_t at = fw_table_storage(table, i);
        cells[at] = fw_column_value(column, at);
        if (cells[at].kind == FW_NULL) {
            cells[at] = fw_column_value(filler, at);
        }
    }
    fw_str name = fw_path_flat(context->arena, context->strings, impute->field);
    return fw_transform_with(context, table, name->text, cells);
}

const struct fw_table *fw_impute_run(const struct fw_transform_context *context,
                                     const struct fw_table *table, const struct fw_impute *impute)
{
    if (impute->keyvals == NULL && impute->keyval_count > 0) {
        fw_report(context->diag, fw_nowhere(), FW_DATA_LIMIT, "an impute of more than %d keys",
                  FW_IMPUTE_KEYS_MOST);
        return table;
    }
    struct domain domain = find_domain(context, table, impute);
    struct fw_groups groups = fw_group_by(context->arena, context->strings, table,
                                          impute->groupby.items, impute->groupby.count);
    struct additions additions = { 0 };
    if (!find_additions(context, &groups, &domain, &additions)) {
        fw_report(context->diag, fw_nowhere(), FW_DATA_LIMIT, "an impute of more than %zu rows",
                  FW_LIMIT_ROWS);
        return table;
    }
    if (additions.count > 0) {
        table = add_rows(context, table, impute, &groups, &domain, &additions);
    }
    return impute->method == NULL ? table : fill_nulls(context, table, impute);
}

/* ---- the transform ------------------------------------------------------------------------ */

struct impute_props {
    struct fw_prop impute, key, keyvals, groupby, method, value, frame;
};

static const char *const methods[] = { "value", "mean", "median", "max", "min", NULL };

static const struct fw_property impute_properties[] = {
    { "impute", FW_P_STRING | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct impute_props, impute),
      NULL, "field whose missing values are filled in" },
    { "key", FW_P_STRING | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct impute_props, key), NULL,
      "field whose values each group is to have all of" },
    { "keyvals", FW_P_ARRAY | FW_P_OBJECT, offsetof(struct impute_props, keyvals), NULL,
      "more keys, or {start, stop, step}" },
    { "groupby", FW_P_STRINGS | FW_P_FIELD, offsetof(struct impute_props, groupby), NULL,
      "fields whose values tell the groups apart" },
    { "method", FW_P_STRING, offsetof(struct impute_props, method), methods,
      "where values come from; value by default" },
    { "value", FW_P_ANY, offsetof(struct impute_props, value), NULL, "the value of method value" },
    { "frame", FW_P_ARRAY, offsetof(struct impute_props, frame), NULL,
      "rows before and behind that the method looks at; [null, null] by default" },
};

const struct fw_value *fw_impute_keyvals(struct fw_arena *arena, struct fw_value value,
                                         size_t *count)
{
    *count = fw_length(value);
    if (value.kind != FW_OBJECT) {
        return value.kind == FW_ARRAY ? value.array->items : NULL;
    }
    double start = fw_get_number(value, "start", 0), stop = fw_get_number(value, "stop", 0);
    double step = fw_get_number(value, "step", 0);
    step = step == 0 ? 1 : step;
    double wanted = ceil((stop - start) / step);
    *count = !(wanted > 0) ? 0 : wanted > 1e15 ? (size_t)1e15 : (size_t)wanted;
    if (*count > FW_IMPUTE_KEYS_MOST) {
        return NULL;
    }
    struct fw_value *keys = FW_NEW_ARRAY(arena, *count, struct fw_value);
    for (size_t i = 0; i < *count; i++) {
        keys[i] = fw_number(start + (double)i * step);
    }
    return keys;
}

static const void *impute_decode(const struct fw_transform_context *context, const void *properties,
                                 struct fw_node at)
{
    const struct impute_props *props = properties;
    struct fw_impute *step = FW_NEW(context->arena, struct fw_impute);
    const char *method = fw_prop_text(&props->method, "value");
    step->field = fw_prop_text(&props->impute, "");
    step->key = fw_prop_text(&props->key, "");
    step->keyvals = fw_impute_keyvals(context->arena, props->keyvals.value, &step->keyval_count);
    if (step->keyvals == NULL && step->keyval_count > FW_IMPUTE_KEYS_MOST) {
        fw_report(context->diag, fw_prop_place(context, &props->keyvals, at), FW_OUT_OF_RANGE,
                  "'keyvals' is a sequence of more than %d keys", FW_IMPUTE_KEYS_MOST);
        return NULL;
    }
    step->groupby = fw_texts_of(context->arena, props->groupby.value);
    step->method = strcmp(method, "value") == 0 ? NULL : fw_op_find(method);
    step->value = props->value.value;
    for (size_t i = 0; i < 2; i++) {
        struct fw_value end = fw_at(props->frame.value, i);
        step->frame[i] = end.kind == FW_NUMBER ? end.number : i == 0 ? -INFINITY : INFINITY;
    }
    return step;
}

static const struct fw_table *impute_run(const struct fw_transform_context *context,
                                         const struct fw_table *table, const void *step)
{
    return fw_impute_run(context, table, step);
}

const struct fw_transform_type fw_transform_impute = {
    .name = "impute",
    .doc = "Rows for keys that a group lacks, and values in place of nulls.",
    .properties = impute_properties,
    .property_count = FW_COUNT(impute_properties),
    .size = sizeof(struct impute_props),
    .decode = impute_decode,
    .run = impute_run,
};
