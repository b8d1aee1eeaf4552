/* Params at their initial values, and the names that expressions can read. */
#include "chart/params.h"

#include <string.h>

static struct fw_param *find(const struct fw_chart *chart, fw_str name)
{
    for (size_t i = 0; i < chart->param_count; i++) {
        if (chart->params[i].name == name) {
            return &chart->params[i];
        }
    }
    return NULL;
}

/* A variable param: its value, or what its expression gives. */
static struct fw_value variable_value(struct fw_chart *chart, const struct fw_param *param)
{
    struct fw_value expr = fw_get(param->spec, "expr");
    struct fw_value value = fw_get(param->spec, "value");
    if (expr.kind == FW_STRING && value.kind == FW_UNDEFINED) {
        struct fw_expr_fault fault;
        const struct fw_expr *parsed = fw_expr_parse(
            chart->make.arena, chart->make.strings, expr.string->text, expr.string->length, &fault);
        return parsed == NULL ? fw_undefined() : fw_expr_eval(parsed, &chart->env);
    }
    return value;
}

/* The signals that a view has besides params. */
static bool view_signal(const struct fw_chart *chart, fw_str name, struct fw_value *value)
{
    if (fw_str_is(name, "width")) {
        *value = fw_number(chart->width);
        return true;
    }
    if (fw_str_is(name, "height")) {
        *value = fw_number(chart->height);
        return true;
    }
    return false;
}

bool fw_params_lookup(const struct fw_expr_env *env, fw_str name, struct fw_value *value)
{
    struct fw_chart *chart = (struct fw_chart *)env->context;
    struct fw_param *param = find(chart, name);
    if (param == NULL) {
        return view_signal(chart, name, value);
    }
    if (!param->resolved) {
        /* A param that reads itself, over others, is undefined there. */
        if (param->resolving) {
            return false;
        }
        param->resolving = true;
        if (!param->selection) {
            param->value = variable_value(chart, param);
        }
        param->resolved = true;
        param->resolving = false;
    }
    *value = param->value;
    return true;
}

const struct fw_param *fw_params_find(const struct fw_chart *chart, const char *name)
{
    return find(chart, fw_intern_text(chart->make.strings, name));
}

static void add(struct fw_chart *chart, struct fw_value spec)
{
    const char *name = fw_get_text(spec, "name", NULL);
    if (name == NULL || fw_params_find(chart, name) != NULL) {
        return;
    }
    FW_RESERVE(chart->make.arena, chart->params, chart->param_count, chart->param_capacity);
    struct fw_param *param = &chart->params[chart->param_count++];
    *param = (struct fw_param){ .name = fw_intern_text(chart->make.strings, name), .spec = spec };
    param->selection = fw_has(spec, "select");
    if (param->selection) {
        param->value = fw_get(spec, "value");
    }
}

void fw_params_collect(struct fw_chart *chart, struct fw_value spec)
{
    static const char *const below[] = { "layer", "concat", "hconcat", "vconcat" };
    struct fw_value params = fw_get(spec, "params");
    for (size_t i = 0; i < fw_length(params); i++) {
        add(chart, fw_at(params, i));
    }
    struct fw_value config_params = fw_get(fw_get(spec, "config"), "params");
    for (size_t i = 0; i < fw_length(config_params); i++) {
        add(chart, fw_at(config_params, i));
    }
    for (size_t i = 0; i < FW_COUNT(below); i++) {
        struct fw_value list = fw_get(spec, below[i]);
        for (size_t k = 0; k < fw_length(list); k++) {
            fw_params_collect(chart, fw_at(list, k));
        }
    }
    struct fw_value inner = fw_get(spec, "spec");
    if (inner.kind == FW_OBJECT) {
        fw_params_collect(chart, inner);
    }
}
