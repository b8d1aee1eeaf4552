/* Expression functions that ask what a value is, and that turn it into another kind. */
#include <math.h>

#include "expr/function.h"
#include "format/calendar.h"

static struct fw_value is_array(const struct fw_call *call)
{
    return fw_js_make_boolean(fw_arg(call, 0).kind == FW_ARRAY);
}

static struct fw_value is_boolean(const struct fw_call *call)
{
    return fw_js_make_boolean(fw_arg(call, 0).kind == FW_BOOLEAN);
}

static struct fw_value is_date(const struct fw_call *call)
{
    return fw_js_make_boolean(fw_arg(call, 0).kind == FW_TIME);
}

static struct fw_value is_defined(const struct fw_call *call)
{
    return fw_js_make_boolean(fw_arg(call, 0).kind != FW_UNDEFINED);
}

static struct fw_value is_number(const struct fw_call *call)
{
    return fw_js_make_boolean(fw_arg(call, 0).kind == FW_NUMBER);
}

/* As in JavaScript: arrays, dates and regular expressions are objects too. */
static struct fw_value is_object(const struct fw_call *call)
{
    enum fw_kind kind = fw_arg(call, 0).kind;
    return fw_js_make_boolean(kind == FW_OBJECT || kind == FW_ARRAY || kind == FW_TIME ||
                              kind == FW_REGEXP);
}

static struct fw_value is_regexp(const struct fw_call *call)
{
    return fw_js_make_boolean(fw_arg(call, 0).kind == FW_REGEXP);
}

static struct fw_value is_string(const struct fw_call *call)
{
    return fw_js_make_boolean(fw_arg(call, 0).kind == FW_STRING);
}

/* Whether a value is a row of data: any object is taken for one. */
static struct fw_value is_tuple(const struct fw_call *call)
{
    return fw_js_make_boolean(fw_arg(call, 0).kind == FW_OBJECT);
}

/* Neither null nor undefined nor NaN. An invalid date is an object, and valid. */
static struct fw_value is_valid(const struct fw_call *call)
{
    struct fw_value value = fw_arg(call, 0);
    bool nan = value.kind == FW_NUMBER && isnan(value.number);
    return fw_js_make_boolean(!fw_is_nil(value) && !nan);
}

static struct fw_value is_nan(const struct fw_call *call)
{
    struct fw_value value = fw_arg(call, 0);
    return fw_js_make_boolean(value.kind == FW_NUMBER && isnan(value.number));
}

static struct fw_value is_finite(const struct fw_call *call)
{
    struct fw_value value = fw_arg(call, 0);
    return fw_js_make_boolean(value.kind == FW_NUMBER && isfinite(value.number));
}

/* The coercions make null of what is not there and of the empty text. */
static bool is_empty(struct fw_value value)
{
    return fw_is_nil(value) || (value.kind == FW_STRING && value.string->length == 0);
}

static struct fw_value to_boolean(const struct fw_call *call)
{
    struct fw_value value = fw_arg(call, 0);
    if (is_empty(value)) {
        return fw_null();
    }
    if (value.kind == FW_STRING &&
        (fw_str_is(value.string, "false") || fw_str_is(value.string, "0"))) {
        return fw_js_make_boolean(false);
    }
    return fw_js_make_boolean(fw_js_truth(value));
}

/* A number, as in the reference, unless the value is a date already. */
static struct fw_value to_date(const struct fw_call *call)
{
    struct fw_value value = fw_arg(call, 0);
    if (is_empty(value)) {
        return fw_null();
    }
    if (value.kind == FW_NUMBER || value.kind == FW_TIME) {
        return value;
    }
    fw_str text = fw_js_text(call->env, value);
    return fw_js_make_number(fw_date_parse(text->text, text->length, call->env->zone));
}

static struct fw_value to_number(const struct fw_call *call)
{
    struct fw_value value = fw_arg(call, 0);
    return is_empty(value) ? fw_null() : fw_js_make_number(fw_js_number(call->env, value));
}

static struct fw_value to_string(const struct fw_call *call)
{
    struct fw_value value = fw_arg(call, 0);
    return is_empty(value) ? fw_null() : fw_string(fw_js_text(call->env, value));
}

static const struct fw_expr_function functions[] = {
    { .name = "isArray", .call = is_array, .flags = FW_EXPR_PURE },
    { .name = "isBoolean", .call = is_boolean, .flags = FW_EXPR_PURE },
    { .name = "isDate", .call = is_date, .flags = FW_EXPR_PURE },
    { .name = "isDefined", .call = is_defined, .flags = FW_EXPR_PURE },
    { .name = "isFinite", .call = is_finite, .flags = FW_EXPR_PURE },
    { .name = "isNaN", .call = is_nan, .flags = FW_EXPR_PURE },
    { .name = "isNumber", .call = is_number, .flags = FW_EXPR_PURE },
    { .name = "isObject", .call = is_object, .flags = FW_EXPR_PURE },
    { .name = "isRegExp", .call = is_regexp, .flags = FW_EXPR_PURE },
    { .name = "isString", .call = is_string, .flags = FW_EXPR_PURE },
    { .name = "isTuple", .call = is_tuple, .flags = FW_EXPR_PURE },
    { .name = "isValid", .call = is_valid, .flags = FW_EXPR_PURE },
    { .name = "toBoolean", .call = to_boolean, .flags = FW_EXPR_PURE },
    { .name = "toDate", .call = to_date },
    { .name = "toNumber", .call = to_number, .flags = FW_EXPR_PURE },
    { .name = "toString", .call = to_string, .flags = FW_EXPR_PURE },
};

const struct fw_expr_family fw_expr_type_functions = { functions, FW_COUNT(functions) };
