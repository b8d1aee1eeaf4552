/* calculate - a new column by an expression. */
#include "transform/calculate.h"

#include "transform/absent.h"

const struct fw_table *fw_calculate_run(const struct fw_transform_context *context,
                                        const struct fw_table *table,
                                        const struct fw_calculate *calculate)
{
    const fw_str *fields;
    bool all;
    size_t count = fw_expr_fields(calculate->expr, context->arena, &fields, &all);
    fw_absent_check_roots(context, table, fields, count, calculate->at);
    struct fw_expr_env env = *context->env;
    env.table = table;
    fw_str name = fw_intern_text(context->strings, calculate->as);
    return fw_table_with(context->arena, table, fw_expr_column(calculate->expr, &env, name));
}

const struct fw_expr *fw_transform_expr(const struct fw_transform_context *context,
                                        const struct fw_prop *prop)
{
    if (fw_node_there(prop->at)) {
        return fw_expr_parse_node(context->arena, context->strings, prop->at, context->diag);
    }
    fw_str text = fw_to_string(context->strings, prop->value);
    struct fw_expr_fault fault;
    const struct fw_expr *expr =
        fw_expr_parse(context->arena, context->strings, text->text, text->length, &fault);
    if (expr == NULL) {
        struct fw_diagnostic *d = fw_report(context->diag, fw_nowhere(), fault.code, "%s in '%s'",
                                            fault.message, text->text);
        if (fault.hint != NULL) {
            fw_hint(context->diag, d, "%s", fault.hint);
        }
    }
    return expr;
}

/* ---- the transform ------------------------------------------------------------------------ */

struct calculate_props {
    struct fw_prop calculate, as;
};

static const struct fw_property calculate_properties[] = {
    { "calculate", FW_P_STRING | FW_P_REQUIRED, offsetof(struct calculate_props, calculate), NULL,
      "an expression over `datum`" },
    { "as", FW_P_STRING | FW_P_REQUIRED, offsetof(struct calculate_props, as), NULL,
      "name of the column" },
};

static const void *calculate_decode(const struct fw_transform_context *context,
                                    const void *properties, struct fw_node at)
{
    (void)at;
    const struct calculate_props *props = properties;
    struct fw_calculate *step = FW_NEW(context->arena, struct fw_calculate);
    step->expr = fw_transform_expr(context, &props->calculate);
    step->as = fw_prop_text(&props->as, "");
    step->at = props->calculate.at;
    return step->expr == NULL ? NULL : step;
}

static const struct fw_table *calculate_run(const struct fw_transform_context *context,
                                            const struct fw_table *table, const void *step)
{
    return fw_calculate_run(context, table, step);
}

const struct fw_transform_type fw_transform_calculate = {
    .name = "calculate",
    .doc = "A column computed by an expression.",
    .properties = calculate_properties,
    .property_count = FW_COUNT(calculate_properties),
    .size = sizeof(struct calculate_props),
    .decode = calculate_decode,
    .run = calculate_run,
};
