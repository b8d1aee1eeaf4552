/* Functions of expressions that need the chart: scales, data, selections. */
#include "train/train.h"
#include <string.h>

#include "chart/params.h"
#include "view/selection.h"

/* One call: what it is asked with. */
struct call {
    const struct fw_expr_env *env;
    struct fw_chart *chart;
    const struct fw_value *args;
    size_t count;
};

static struct fw_value arg(const struct call *call, size_t i)
{
    return i < call->count ? call->args[i] : fw_undefined();
}

/* ---- selections --------------------------------------------------------------------------- */

/* A selection by its name, or by that of its data: "brush_store". */
static struct fw_selection *find_selection(const struct call *call)
{
    struct fw_value name = arg(call, 0);
    if (name.kind != FW_STRING) {
        return NULL;
    }
    static const char suffix[] = "_store";
    size_t length = name.string->length, cut = sizeof suffix - 1;
    struct fw_selection *selection = fw_selection_find(call->chart, name.string);
    if (selection == NULL && length > cut &&
        strcmp(name.string->text + length - cut, suffix) == 0) {
        selection = fw_selection_find(
            call->chart, fw_intern(call->chart->make.strings, name.string->text, length - cut));
    }
    return selection;
}

/*
 * Of predicates: a name, and whether an empty selection takes in all; a param that is no selection
 * counts by its value. Of expressions: the name of a store, and a row.
 */
static bool selection_test(const struct call *call, struct fw_value *value)
{
    struct fw_selection *selection = find_selection(call);
    struct fw_value second = arg(call, 1);
    if (selection == NULL) {
        return false;
    }
    struct fw_expr_env env = *call->env;
    if (second.kind == FW_OBJECT) {
        env.table = NULL;
        env.datum = second;
    }
    bool if_empty = second.kind == FW_BOOLEAN && second.boolean;
    *value =
        fw_boolean(selection->tuple_count == 0 ? if_empty : fw_selection_test(selection, &env));
    return true;
}

static bool selection_resolve(const struct call *call, struct fw_value *value)
{
    const struct fw_selection *selection = find_selection(call);
    if (selection != NULL) {
        *value = fw_selection_value(call->chart->make, selection);
    }
    return selection != NULL;
}

/* The tuples of a selection; other data sets have names that specs do not know. */
static bool data(const struct call *call, struct fw_value *value)
{
    const struct fw_selection *selection = find_selection(call);
    if (selection == NULL) {
        return false;
    }
    struct fw_maker make = call->chart->make;
    *value = fw_array_value(make.arena, NULL, selection->tuple_count);
    for (size_t i = 0; i < selection->tuple_count; i++) {
        struct fw_value values =
            selection->field_count == 0
                ? fw_undefined()
                : fw_array_value(make.arena, &selection->tuples[i * selection->field_count],
                                 selection->field_count);
        value->array->items[i] = fw_with(make, fw_undefined(), "values", values);
    }
    return true;
}

/* ---- scales ------------------------------------------------------------------------------- */

/* The scale of a channel in the view at hand, above it, or below it. */
static const struct fw_scale *find_below(const struct fw_view *view, enum fw_channel channel)
{
    struct fw_scale_model *scale = fw_view_scale(view, channel);
    if (scale != NULL) {
        return fw_scale_model_train(scale);
    }
    const struct fw_scale *found = NULL;
    for (size_t i = 0; found == NULL && i < view->child_count; i++) {
        found = find_below(view->children[i], channel);
    }
    return found;
}

static const struct fw_scale *find_scale(const struct call *call)
{
    const struct fw_chart *chart = call->chart;
    const char *name = fw_text_of(arg(call, 0));
    enum fw_channel channel = name == NULL ? FW_CHANNEL_NONE : fw_channel_find(name);
    if (!chart->sized || channel == FW_CHANNEL_NONE) {
        return NULL;
    }
    struct fw_scale_model *around = fw_view_scale_around(chart->at, channel);
    return around != NULL ? fw_scale_model_train(around) : find_below(chart->root, channel);
}

static bool scale(const struct call *call, struct fw_value *value)
{
    const struct fw_scale *found = find_scale(call);
    if (found != NULL) {
        struct fw_value scaled = fw_scale_apply(found, arg(call, 1));
        *value = fw_has(scaled, "hatch") ? fw_get(scaled, "color") : scaled;
    }
    return found != NULL;
}

static bool invert(const struct call *call, struct fw_value *value)
{
    const struct fw_scale *found = find_scale(call);
    struct fw_value at = arg(call, 1);
    if (found == NULL) {
        return false;
    }
    if (at.kind == FW_ARRAY) {
        *value = fw_array_value(call->chart->make.arena, NULL, fw_length(at));
        for (size_t i = 0; i < fw_length(at); i++) {
            value->array->items[i] = fw_scale_invert(found, fw_to_number(fw_at(at, i)));
        }
    } else {
        *value = fw_scale_invert(found, fw_to_number(at));
    }
    return true;
}

static bool bandwidth(const struct call *call, struct fw_value *value)
{
    const struct fw_scale *found = find_scale(call);
    if (found != NULL) {
        *value = fw_number(fw_scale_bandwidth(found));
    }
    return found != NULL;
}

static bool domain(const struct call *call, struct fw_value *value)
{
    const struct fw_scale *found = find_scale(call);
    if (found != NULL) {
        size_t count;
        const struct fw_value *values = fw_scale_domain(found, &count);
        *value = fw_array_value(call->chart->make.arena, values, count);
    }
    return found != NULL;
}

static bool range(const struct call *call, struct fw_value *value)
{
    const struct fw_scale *found = find_scale(call);
    if (found != NULL) {
        size_t count;
        const struct fw_value *values = fw_scale_range(found, &count);
        *value = fw_array_value(call->chart->make.arena, values, count);
    }
    return found != NULL;
}

static const struct {
    const char *name;
    bool (*run)(const struct call *call, struct fw_value *value);
} functions[] = {
    { "bandwidth", bandwidth },
    { "data", data },
    { "domain", domain },
    { "invert", invert },
    { "range", range },
    { "scale", scale },
    { "vlSelectionResolve", selection_resolve },
    { "vlSelectionTest", selection_test },
};

bool fw_chart_function(const struct fw_expr_env *env, const char *function,
                       const struct fw_value *args, size_t count, struct fw_value *value)
{
    const struct call call = { env, (struct fw_chart *)env->context, args, count };
    for (size_t i = 0; i < FW_COUNT(functions); i++) {
        if (strcmp(functions[i].name, function) == 0) {
            return functions[i].run(&call, value);
        }
    }
    return false;
}
