/* Params at their initial values, and the names that expressions can read. */
#include "chart/params.h"
#include "compose/brush.h"

#include <math.h>
#include <string.h>

#include "view/selection.h"

/* ---- variables ---------------------------------------------------------------------------- */

static struct fw_param *find(const struct fw_chart *chart, fw_str name)
{
    for (size_t i = 0; i < chart->param_count; i++) {
        if (chart->params[i].name == name) {
            return &chart->params[i];
        }
    }
    return NULL;
}

static struct fw_param *add(struct fw_chart *chart, fw_str name)
{
    FW_RESERVE(chart->make.arena, chart->params, chart->param_count, chart->param_capacity);
    struct fw_param *param = &chart->params[chart->param_count++];
    *param = (struct fw_param){ .name = name };
    return param;
}

/* What its expression gives, else its value. */
static struct fw_value variable_value(struct fw_chart *chart, struct fw_value spec)
{
    struct fw_value expr = fw_get(spec, "expr");
    if (expr.kind != FW_STRING) {
        return fw_get(spec, "value");
    }
    struct fw_expr_fault fault;
    const struct fw_expr *parsed = fw_expr_parse(chart->make.arena, chart->make.strings,
                                                 expr.string->text, expr.string->length, &fault);
    return parsed == NULL ? fw_undefined() : fw_expr_eval(parsed, &chart->env);
}

/* A param that reads itself, over others, is undefined there. */
static bool variable(struct fw_chart *chart, fw_str name, struct fw_value *value)
{
    struct fw_param *param = find(chart, name);
    if (param == NULL || param->resolving) {
        return false;
    }
    if (param->spec.kind != FW_UNDEFINED && param->resolved != chart->moment) {
        param->resolving = true;
        *value = variable_value(chart, param->spec);
        param = find(chart, name);
        param->value = *value;
        param->resolved = chart->moment;
        param->resolving = false;
    }
    *value = param->value;
    return true;
}

void fw_params_set(struct fw_chart *chart, fw_str name, struct fw_value value)
{
    struct fw_param *param = find(chart, name);
    param = param != NULL ? param : add(chart, name);
    param->spec = fw_undefined();
    param->value = value;
    chart->moment++;
}

/* ---- signals ------------------------------------------------------------------------------ */

/* The signals of one field of a selection: "brush_Horsepower", "brush_x". */
static bool field_signal(const struct fw_chart *chart, const struct fw_selection *selection,
                         const char *suffix, struct fw_value *value)
{
    for (size_t i = 0; i < selection->field_count; i++) {
        const struct fw_selection_field *field = &selection->fields[i];
        bool first = selection->tuple_count > 0;
        if (strcmp(suffix, field->field) == 0 &&
            (selection->interval || selection->bind == FW_BIND_INPUTS)) {
            *value = first                 ? selection->tuples[i]
                     : selection->interval ? fw_undefined()
                                           : fw_null();
            return true;
        }
        if (selection->interval && field->channel != FW_CHANNEL_NONE &&
            strcmp(suffix, fw_channel_name(field->channel)) == 0) {
            *value = fw_brush_ends(chart, selection, i);
            return true;
        }
    }
    return false;
}

static bool selection_signal(const struct fw_chart *chart, fw_str name, struct fw_value *value)
{
    for (size_t i = 0; i < chart->selection_count; i++) {
        const struct fw_selection *selection = chart->selections[i];
        size_t length = selection->name->length;
        if (name->length > length + 1 && name->text[length] == '_' &&
            memcmp(name->text, selection->name->text, length) == 0 &&
            field_signal(chart, selection, name->text + length + 1, value)) {
            return true;
        }
    }
    return false;
}

/* The signals that a view has besides params. */
static bool view_signal(const struct fw_chart *chart, fw_str name, struct fw_value *value)
{
    bool width = fw_str_is(name, "width");
    if (chart->at == NULL || (!width && !fw_str_is(name, "height"))) {
        return false;
    }
    const struct fw_size_model *written = &chart->at->size[width ? 0 : 1];
    double extent = chart->at->extent[width ? 0 : 1];
    bool early = isnan(extent) && written->how == FW_SIZE_NUMBER;
    *value = fw_number(early ? written->number : extent);
    return true;
}

bool fw_params_lookup(const struct fw_expr_env *env, fw_str name, struct fw_value *value)
{
    struct fw_chart *chart = (struct fw_chart *)env->context;
    if (variable(chart, name, value)) {
        return true;
    }
    struct fw_selection *selection = fw_selection_find(chart, name);
    if (selection != NULL) {
        *value = fw_selection_value(chart->make, selection);
        return true;
    }
    return selection_signal(chart, name, value) || view_signal(chart, name, value);
}

/* ---- the specs ---------------------------------------------------------------------------- */

void fw_params_add(struct fw_chart *chart, struct fw_value params)
{
    for (size_t i = 0; i < fw_length(params); i++) {
        struct fw_value spec = fw_at(params, i), name = fw_get(spec, "name");
        if (name.kind == FW_STRING && !fw_has(spec, "select") && find(chart, name.string) == NULL) {
            add(chart, name.string)->spec = spec;
        }
    }
}

static const char *const views_below[] = { "layer", "concat", "hconcat", "vconcat" };

/* Documents are read to a limited depth, so these go no deeper either. */
void fw_params_collect(struct fw_chart *chart, struct fw_value spec)
{
    fw_params_add(chart, fw_get(spec, "params"));
    fw_params_add(chart, fw_get(fw_get(spec, "config"), "params"));
    for (size_t i = 0; i < FW_COUNT(views_below); i++) {
        struct fw_value list = fw_get(spec, views_below[i]);
        for (size_t k = 0; k < fw_length(list); k++) {
            fw_params_collect(chart, fw_at(list, k));
        }
    }
    struct fw_value inner = fw_get(spec, "spec");
    if (inner.kind == FW_OBJECT) {
        fw_params_collect(chart, inner);
    }
}

/* Selections of a view go to all units below it, and, as in the reference, of views after it. */
static void push(struct fw_chart *chart, struct fw_selection_scope *scope, struct fw_value params)
{
    for (size_t i = 0; i < fw_length(params); i++) {
        if (fw_has(fw_at(params, i), "select")) {
            scope->pushed = fw_append(chart->make, scope->pushed, fw_at(params, i));
        }
    }
}

static void select_below(struct fw_chart *chart, struct fw_value spec,
                         struct fw_selection_scope *outer)
{
    struct fw_selection_scope scope = *outer;
    struct fw_value name = fw_get(spec, "name"), inner = fw_get(spec, "spec");
    if (name.kind == FW_STRING) {
        scope.path = fw_append(chart->make, scope.path, name);
    }
    if (fw_has(spec, "mark")) {
        fw_selections_parse(chart, spec, &scope);
        return;
    }
    push(chart, &scope, fw_get(spec, "params"));
    scope.nested = scope.nested || !fw_has(spec, "layer");
    for (size_t i = 0; i < FW_COUNT(views_below); i++) {
        struct fw_value list = fw_get(spec, views_below[i]);
        for (size_t k = 0; k < fw_length(list); k++) {
            select_below(chart, fw_at(list, k), &scope);
        }
    }
    if (inner.kind == FW_OBJECT) {
        scope.faceted = true;
        select_below(chart, inner, &scope);
    }
    outer->pushed = scope.pushed;
}

void fw_params_select(struct fw_chart *chart, struct fw_value spec)
{
    struct fw_selection_scope scope = { 0 };
    select_below(chart, spec, &scope);
}
