/* filter - the rows that pass a test. */
#include "transform/filter.h"

#include <string.h>

#include "base/object.h"
#include "expr/datetime.h"
#include "transform/absent.h"
#include "transform/calculate.h"

/* ---- what constants imply ----------------------------------------------------------------- */

struct parses {
    struct fw_arena *arena;
    struct fw_parse *items;
    size_t count, capacity;
};

/** The constant of a field predicate: the first one where there are several. */
static struct fw_value constant_of(struct fw_value predicate)
{
    static const char *const single[] = { "equal", "lte", "lt", "gt", "gte" };
    static const char *const several[] = { "range", "oneOf", "in" };
    for (size_t i = 0; i < FW_COUNT(single); i++) {
        if (fw_has(predicate, single[i])) {
            return fw_get(predicate, single[i]);
        }
    }
    for (size_t i = 0; i < FW_COUNT(several); i++) {
        if (fw_has(predicate, several[i])) {
            return fw_at(fw_get(predicate, several[i]), 0);
        }
    }
    return fw_undefined();
}

/** What a field predicate's column is converted to; false: it stays. */
static bool implied_kind(struct fw_value predicate, enum fw_parse_kind *kind)
{
    struct fw_value constant = constant_of(predicate);
    if (fw_has(predicate, "timeUnit") || (constant.kind == FW_OBJECT && fw_datetime_is(constant))) {
        *kind = FW_PARSE_DATE;
        return true;
    }
    if (constant.kind == FW_NUMBER && constant.number != 0) { /* 0 implies nothing in Vega-Lite */
        *kind = FW_PARSE_NUMBER;
        return true;
    }
    *kind = FW_PARSE_STRING;
    return constant.kind == FW_STRING && constant.string->length > 0;
}

static void imply(struct parses *parses, struct fw_value predicate)
{
    const char *field = fw_get_text(predicate, "field", NULL);
    enum fw_parse_kind kind;
    if (field != NULL && implied_kind(predicate, &kind)) {
        FW_RESERVE(parses->arena, parses->items, parses->count, parses->capacity);
        parses->items[parses->count++] = (struct fw_parse){ .field = field, .kind = kind };
    }
    static const char *const both[] = { "and", "or" };
    for (size_t i = 0; i < FW_COUNT(both); i++) {
        struct fw_value parts = fw_get(predicate, both[i]);
        for (size_t k = 0; k < fw_length(parts); k++) {
            imply(parses, fw_at(parts, k));
        }
    }
    if (fw_has(predicate, "not")) {
        imply(parses, fw_get(predicate, "not"));
    }
}

size_t fw_filter_parses(struct fw_arena *arena, struct fw_value predicate,
                        const struct fw_parse **parses)
{
    struct parses all = { .arena = arena };
    imply(&all, predicate);
    *parses = all.items;
    return all.count;
}

/* ---- rows --------------------------------------------------------------------------------- */

/** Converts what is still as the data had it: columns of times have been parsed before. */
static const struct fw_table *convert(const struct fw_transform_context *context,
                                      const struct fw_table *table, const struct fw_filter *filter)
{
    struct fw_parser parser = { .arena = context->arena,
                                .strings = context->strings,
                                .zone = context->env->zone,
                                .locale = context->env->locale };
    for (size_t i = 0; i < filter->parse_count; i++) {
        const struct fw_parse *parse = &filter->parses[i];
        const struct fw_column *column = fw_transform_field(context, table, parse->field);
        bool is_text = column != NULL && column->type == FW_COLUMN_STRING;
        bool is_time = column != NULL && column->type == FW_COLUMN_TIME;
        if (!is_time && is_text != (parse->kind == FW_PARSE_STRING)) {
            table = fw_table_parse(&parser, table, parse, 1);
        }
    }
    return table;
}

static bool passes(const struct fw_filter *filter, const struct fw_column *results,
                   const struct fw_table *table, struct fw_expr_env *env, size_t row)
{
    if (results != NULL) {
        return fw_to_boolean(fw_table_value(table, results, row));
    }
    env->row = row;
    return fw_predicate_test(filter->predicate, env);
}

static void check_fields(const struct fw_transform_context *context, const struct fw_table *table,
                         const struct fw_filter *filter)
{
    const fw_str *fields;
    size_t count;
    if (filter->expr != NULL) {
        bool all;
        count = fw_expr_fields(filter->expr, context->arena, &fields, &all);
    } else {
        struct fw_predicate_uses uses = fw_predicate_uses(filter->predicate, context->arena);
        fields = uses.fields;
        count = uses.field_count;
    }
    fw_absent_check_roots(context, table, fields, count, filter->at);
}

const struct fw_table *fw_filter_run(const struct fw_transform_context *context,
                                     const struct fw_table *table, const struct fw_filter *filter)
{
    check_fields(context, table, filter);
    table = convert(context, table, filter);
    struct fw_expr_env env = *context->env;
    env.table = table;
    const struct fw_column *results = NULL;
    if (filter->expr != NULL) {
        fw_str name = fw_intern_text(context->strings, "filter");
        results = fw_expr_column(filter->expr, &env, name);
    }
    uint32_t *rows = FW_NEW_ARRAY(context->arena, table->rows, uint32_t);
    size_t count = 0;
    for (size_t i = 0; i < table->rows; i++) {
        if (passes(filter, results, table, &env, i)) {
            rows[count++] = (uint32_t)i;
        }
    }
    return count == table->rows ? table : fw_table_select(context->arena, table, rows, count);
}

/* ---- the transform ------------------------------------------------------------------------ */

struct filter_props {
    struct fw_prop filter;
};

static const struct fw_property filter_properties[] = {
    { "filter", FW_P_STRING | FW_P_OBJECT | FW_P_REQUIRED, offsetof(struct filter_props, filter),
      NULL, "an expression over `datum`, or a predicate" },
};

static const void *filter_decode(const struct fw_transform_context *context, const void *properties,
                                 struct fw_node at)
{
    const struct filter_props *props = properties;
    struct fw_filter *step = FW_NEW(context->arena, struct fw_filter);
    step->at = props->filter.at;
    if (props->filter.value.kind == FW_STRING) {
        step->expr = fw_transform_expr(context, &props->filter);
        return step->expr == NULL ? NULL : step;
    }
    size_t errors = fw_diag_errors(context->diag);
    step->predicate =
        fw_predicate_decode(context->arena, context->strings, props->filter.value, context->env);
    step->parse_count = fw_filter_parses(context->arena, props->filter.value, &step->parses);
    if (step->predicate == NULL && fw_diag_errors(context->diag) == errors) {
        fw_hint(context->diag,
                fw_report(context->diag, fw_prop_place(context, &props->filter, at),
                          FW_UNKNOWN_VALUE, "'filter' is no predicate"),
                "write an expression, or {\"field\": ..., \"equal\": ...}");
    }
    return step->predicate == NULL ? NULL : step;
}

static const struct fw_table *filter_run(const struct fw_transform_context *context,
                                         const struct fw_table *table, const void *step)
{
    return fw_filter_run(context, table, step);
}

const struct fw_transform_type fw_transform_filter = {
    .name = "filter",
    .doc = "The rows that pass a test.",
    .properties = filter_properties,
    .property_count = FW_COUNT(filter_properties),
    .size = sizeof(struct filter_props),
    .decode = filter_decode,
    .run = filter_run,
};
