/* JavaScript's conversions and comparisons of values, as its operators apply them. */
#include "expr/coerce.h"

#include <math.h>

#include "base/bytes.h"
#include "base/decimal.h"
#include "color/color.h"
#include "expr/color.h"
#include "expr/node.h"
#include "format/time.h"
#include "regexp/regexp.h"

double fw_js_number(const struct fw_expr_env *env, struct fw_value value)
{
    if (value.kind == FW_NUMBER || value.kind == FW_TIME) {
        return value.number;
    }
    if (value.kind == FW_ARRAY) {
        return fw_to_number(fw_string(fw_js_text(env, value)));
    }
    return fw_to_number(value);
}

uint32_t fw_js_uint32(double number)
{
    if (!isfinite(number)) {
        return 0;
    }
    if (number >= 0 && number < 4294967296.0) {
        return (uint32_t)number;
    }
    double rest = fmod(trunc(number), 4294967296.0);
    return (uint32_t)(rest < 0 ? rest + 4294967296.0 : rest);
}

int32_t fw_js_int32(double number)
{
    uint32_t bits = fw_js_uint32(number);
    return bits < 0x80000000u ? (int32_t)bits : (int32_t)((int64_t)bits - 4294967296);
}

/* Date.prototype.toString. The name of the zone in brackets is only known for UTC. */
static void put_time(const struct fw_expr_env *env, double time_ms, struct fw_bytes *out)
{
    if (isnan(time_ms)) {
        fw_bytes_puts(out, "Invalid Date");
        return;
    }
    fw_time_write("%a %b %d %Y %H:%M:%S GMT%Z", NULL, env->zone, time_ms, out);
    if (env->zone == NULL) {
        fw_bytes_puts(out, " (Coordinated Universal Time)");
    }
}

static void put_value(const struct fw_expr_env *env, struct fw_value value, struct fw_bytes *out);

static void put_array(const struct fw_expr_env *env, const struct fw_array *array,
                      struct fw_bytes *out)
{
    for (size_t i = 0; i < array->count && out->length < FW_EXPR_MAX_ITEMS; i++) {
        if (i > 0) {
            fw_bytes_put(out, ',');
        }
        if (!fw_is_nil(array->items[i])) {
            put_value(env, array->items[i], out);
        }
    }
}

static void put_object(struct fw_value object, struct fw_bytes *out)
{
    char color[FW_COLOR_ROOM];
    fw_bytes_puts(out, fw_expr_color_text(object, color) ? color : "[object Object]");
}

static void put_number(double number, struct fw_bytes *out)
{
    char text[FW_DECIMAL_ROOM];
    fw_bytes_append(out, text, fw_decimal_text(number, text));
}

static void put_value(const struct fw_expr_env *env, struct fw_value value, struct fw_bytes *out)
{
    switch (value.kind) {
    case FW_UNDEFINED:
        fw_bytes_puts(out, "undefined");
        break;
    case FW_NULL:
        fw_bytes_puts(out, "null");
        break;
    case FW_BOOLEAN:
        fw_bytes_puts(out, value.boolean ? "true" : "false");
        break;
    case FW_NUMBER:
        put_number(value.number, out);
        break;
    case FW_TIME:
        put_time(env, value.number, out);
        break;
    case FW_STRING:
        fw_bytes_append(out, value.string->text, value.string->length);
        break;
    case FW_ARRAY:
        put_array(env, value.array, out);
        break;
    case FW_OBJECT:
        put_object(value, out);
        break;
    case FW_REGEXP:
        fw_bytes_printf(out, "/%s/%s", fw_regexp_source(value.regexp)->text,
                        fw_regexp_flags(value.regexp)->text);
        break;
    }
}

fw_str fw_js_text(const struct fw_expr_env *env, struct fw_value value)
{
    if (value.kind == FW_STRING) {
        return value.string;
    }
    struct fw_bytes out = { 0 };
    put_value(env, value, &out);
    fw_str text = fw_intern(env->strings, out.length == 0 ? "" : out.data, out.length);
    fw_bytes_finish(&out);
    return text;
}

struct fw_value fw_js_primitive(const struct fw_expr_env *env, struct fw_value value)
{
    switch (value.kind) {
    case FW_TIME:
    case FW_ARRAY:
    case FW_OBJECT:
    case FW_REGEXP:
        return fw_string(fw_js_text(env, value));
    case FW_UNDEFINED:
    case FW_NULL:
    case FW_BOOLEAN:
    case FW_NUMBER:
    case FW_STRING:
        break;
    }
    return value;
}

struct fw_value fw_js_add(const struct fw_expr_env *env, struct fw_value a, struct fw_value b)
{
    a = fw_js_primitive(env, a);
    b = fw_js_primitive(env, b);
    if (a.kind != FW_STRING && b.kind != FW_STRING) {
        return fw_js_make_number(fw_to_number(a) + fw_to_number(b));
    }
    struct fw_bytes out = { 0 };
    put_value(env, a, &out);
    put_value(env, b, &out);
    struct fw_value sum =
        fw_string(fw_intern(env->strings, out.length == 0 ? "" : out.data, out.length));
    fw_bytes_finish(&out);
    return sum;
}

bool fw_js_same(struct fw_value a, struct fw_value b)
{
    if (a.kind != b.kind) {
        return false;
    }
    switch (a.kind) {
    case FW_UNDEFINED:
    case FW_NULL:
        return true;
    case FW_BOOLEAN:
        return a.boolean == b.boolean;
    case FW_NUMBER:
        return a.number == b.number;
    case FW_TIME:
        return a.number == b.number || (isnan(a.number) && isnan(b.number));
    case FW_STRING:
        return a.string == b.string;
    case FW_ARRAY:
        return a.array == b.array;
    case FW_OBJECT:
        return a.object == b.object;
    case FW_REGEXP:
        return a.regexp == b.regexp;
    }
    return false;
}

static bool is_object(struct fw_value value)
{
    return value.kind == FW_TIME || value.kind == FW_ARRAY || value.kind == FW_OBJECT ||
           value.kind == FW_REGEXP;
}

bool fw_js_equal(const struct fw_expr_env *env, struct fw_value a, struct fw_value b)
{
    if (a.kind == b.kind || (is_object(a) && is_object(b))) {
        return fw_js_same(a, b);
    }
    if (fw_is_nil(a) || fw_is_nil(b)) {
        return fw_is_nil(a) && fw_is_nil(b);
    }
    a = fw_js_primitive(env, a);
    b = fw_js_primitive(env, b);
    return a.kind == b.kind ? fw_js_same(a, b) : fw_to_number(a) == fw_to_number(b);
}

/* What `<` compares: a time is a number here, unlike in `+` and `==`. */
static struct fw_value ordered(const struct fw_expr_env *env, struct fw_value value)
{
    return value.kind == FW_TIME ? fw_js_make_number(value.number) : fw_js_primitive(env, value);
}

bool fw_js_less(const struct fw_expr_env *env, struct fw_value a, struct fw_value b)
{
    a = ordered(env, a);
    b = ordered(env, b);
    if (a.kind == FW_STRING && b.kind == FW_STRING) {
        return fw_compare(a, b) < 0;
    }
    return fw_to_number(a) < fw_to_number(b);
}

bool fw_js_less_equal(const struct fw_expr_env *env, struct fw_value a, struct fw_value b)
{
    a = ordered(env, a);
    b = ordered(env, b);
    if (a.kind == FW_STRING && b.kind == FW_STRING) {
        return fw_compare(a, b) <= 0;
    }
    return fw_to_number(a) <= fw_to_number(b);
}

static bool is_nan(struct fw_value value)
{
    return (value.kind == FW_NUMBER || value.kind == FW_TIME) && isnan(value.number);
}

int fw_js_ascending(const struct fw_expr_env *env, struct fw_value a, struct fw_value b)
{
    if (fw_is_nil(a) || fw_is_nil(b)) {
        return (fw_is_nil(b) ? 1 : 0) - (fw_is_nil(a) ? 1 : 0);
    }
    if (fw_js_less(env, a, b)) {
        return -1;
    }
    if (fw_js_less(env, b, a)) {
        return 1;
    }
    return (is_nan(b) ? 1 : 0) - (is_nan(a) ? 1 : 0);
}
