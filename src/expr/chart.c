/* Expression functions that the chart answers: scales, data, selections, maps, events. */
#include "expr/function.h"

/* Asks the chart; false where there is none or it knows no answer. */
static bool ask(const struct fw_call *call, struct fw_value *value)
{
    *value = fw_undefined();
    return call->env->chart != NULL &&
           call->env->chart(call->env, call->function->name, call->args, call->count, value);
}

static struct fw_value or_undefined(const struct fw_call *call)
{
    struct fw_value value;
    return ask(call, &value) ? value : fw_undefined();
}

/* For a scale or data set that is none the reference gives these: */
static struct fw_value or_zero(const struct fw_call *call)
{
    struct fw_value value;
    return ask(call, &value) ? value : fw_js_make_number(0);
}

static struct fw_value or_false(const struct fw_call *call)
{
    struct fw_value value;
    return ask(call, &value) ? value : fw_js_make_boolean(false);
}

static struct fw_value or_no_items(const struct fw_call *call)
{
    struct fw_value value;
    return ask(call, &value) ? value : fw_array_value(call->env->arena, NULL, 0);
}

/* Without a window or an element on a page. */
static struct fw_value or_no_size(const struct fw_call *call)
{
    struct fw_value value;
    return ask(call, &value) ? value : fw_array_value(call->env->arena, NULL, 2);
}

static struct fw_value or_no_members(const struct fw_call *call)
{
    static const struct fw_object none = { 0 };
    struct fw_value value;
    return ask(call, &value) ? value : (struct fw_value){ .kind = FW_OBJECT, .object = &none };
}

/* A path is a shape by its text already. */
static struct fw_value path_shape(const struct fw_call *call)
{
    return fw_arg(call, 0);
}

static const struct fw_expr_function functions[] = {
    /* scales */
    { .name = "bandwidth", .call = or_zero },
    { .name = "copy", .call = or_undefined },
    { .name = "domain", .call = or_no_items },
    { .name = "gradient", .call = or_undefined },
    { .name = "invert", .call = or_undefined },
    { .name = "range", .call = or_no_items },
    { .name = "scale", .call = or_undefined },
    /* data */
    { .name = "data", .call = or_no_items },
    { .name = "indata", .call = or_undefined },
    { .name = "treeAncestors", .call = or_undefined },
    { .name = "treePath", .call = or_undefined },
    /* selections */
    { .name = "vlSelectionIdTest", .call = or_false },
    { .name = "vlSelectionResolve", .call = or_no_members },
    { .name = "vlSelectionTest", .call = or_false },
    { .name = "vlSelectionTuples", .call = or_no_items },
    /* maps and shapes */
    { .name = "geoArea", .call = or_undefined },
    { .name = "geoBounds", .call = or_undefined },
    { .name = "geoCentroid", .call = or_undefined },
    { .name = "geoScale", .call = or_undefined },
    { .name = "geoShape", .call = or_undefined },
    { .name = "geoTranslate", .call = or_undefined },
    { .name = "pathShape", .call = path_shape, .flags = FW_EXPR_PURE },
    /* the page, which a still picture does not have, and events, of which there are none */
    { .name = "containerSize", .call = or_no_size },
    { .name = "screen", .call = or_no_members },
    { .name = "windowSize", .call = or_no_size },
    { .name = "group", .call = or_undefined },
    { .name = "inScope", .call = or_false },
    { .name = "intersect", .call = or_no_items },
    { .name = "intersectLasso", .call = or_no_items },
    { .name = "item", .call = or_undefined },
    { .name = "lassoAppend", .call = or_no_items },
    { .name = "lassoPath", .call = or_undefined },
    { .name = "pinchAngle", .call = or_undefined },
    { .name = "pinchDistance", .call = or_undefined },
    { .name = "view", .call = or_undefined },
    { .name = "x", .call = or_undefined },
    { .name = "xy", .call = or_undefined },
    { .name = "y", .call = or_undefined },
    /* what changes a running view */
    { .name = "encode", .call = or_undefined },
    { .name = "modify", .call = or_undefined },
    { .name = "setdata", .call = or_undefined },
};

const struct fw_expr_family fw_expr_chart_functions = { functions, FW_COUNT(functions) };
