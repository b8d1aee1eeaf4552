/* Expression functions of arrays, of which some take texts too, and of objects. */
#include <math.h>

#include "base/bytes.h"
#include "expr/eval.h"
#include "expr/utf16.h"

static struct fw_value first_of(const struct fw_array *array)
{
    return array->count == 0 ? fw_undefined() : array->items[0];
}

static struct fw_value last_of(const struct fw_array *array)
{
    return array->count == 0 ? fw_undefined() : array->items[array->count - 1];
}

/* Argument `index` as an array, or NULL. */
static const struct fw_array *array_at(const struct fw_call *call, size_t index)
{
    struct fw_value value = fw_arg(call, index);
    return value.kind == FW_ARRAY ? value.array : NULL;
}

static struct fw_value pair(const struct fw_call *call, struct fw_value a, struct fw_value b)
{
    struct fw_value items[] = { a, b };
    return fw_array_value(call->env->arena, items, 2);
}

static bool is_missing(struct fw_value value)
{
    return fw_is_nil(value) || (value.kind == FW_NUMBER && isnan(value.number));
}

static struct fw_value call_extent(const struct fw_call *call)
{
    const struct fw_array *array = array_at(call, 0);
    struct fw_value least = fw_undefined(), most = fw_undefined();
    for (size_t i = 0; array != NULL && i < array->count; i++) {
        struct fw_value item = array->items[i];
        if (is_missing(item)) {
            continue;
        }
        if (least.kind == FW_UNDEFINED || fw_js_less(call->env, item, least)) {
            least = item;
        }
        if (most.kind == FW_UNDEFINED || fw_js_less(call->env, most, item)) {
            most = item;
        }
    }
    return pair(call, least, most);
}

static bool open_end(const struct fw_call *call, size_t index)
{
    struct fw_value closed = fw_arg(call, index);
    return closed.kind != FW_UNDEFINED && !fw_js_truth(closed);
}

/* (value, [a, b], left, right): between a and b in either order; the ends belong to it unless
 * false. */
static struct fw_value call_inrange(const struct fw_call *call)
{
    const struct fw_expr_env *env = call->env;
    struct fw_value value = fw_arg(call, 0), range = fw_arg(call, 1);
    if (fw_is_nil(range)) {
        return fw_undefined();
    }
    double count = range.kind == FW_ARRAY    ? (double)range.array->count
                   : range.kind == FW_STRING ? (double)fw_utf16_length(range.string)
                                             : 0;
    struct fw_value lo = fw_eval_index(env, range, fw_js_make_number(0));
    struct fw_value hi = fw_eval_index(env, range, fw_js_make_number(count - 1));
    if (fw_js_less(env, hi, lo)) {
        struct fw_value swapped = lo;
        lo = hi;
        hi = swapped;
    }
    bool above = open_end(call, 2) ? fw_js_less(env, lo, value) : fw_js_less_equal(env, lo, value);
    bool below = open_end(call, 3) ? fw_js_less(env, value, hi) : fw_js_less_equal(env, value, hi);
    return fw_js_make_boolean(above && below);
}

/* A position as slice and indexOf take it: from the end when negative, clamped to 0..count. */
static size_t position_at(const struct fw_call *call, size_t index, size_t count, size_t fallback)
{
    if (fw_arg(call, index).kind == FW_UNDEFINED) {
        return fallback;
    }
    double at = trunc(fw_arg_number(call, index));
    at = isnan(at) ? 0 : at < 0 ? at + (double)count : at;
    return at <= 0 ? 0 : at >= (double)count ? count : (size_t)at;
}

static struct fw_value index_in_text(const struct fw_call *call, fw_str text)
{
    fw_str part = fw_arg_text(call, 1);
    double from = fw_arg_number_or(call, 2, 0);
    if (!fw_call_spend(call, fw_text_find_work(text, part))) {
        return fw_undefined();
    }
    size_t begin = !(from > 0)            ? 0
                   : from >= text->length ? text->length
                                          : fw_utf16_offset(text, (size_t)from, NULL);
    size_t found = fw_text_find(text, part, begin);
    return fw_js_make_number(found > text->length ? -1 : (double)fw_utf16_unit(text, found));
}

static struct fw_value call_indexof(const struct fw_call *call)
{
    struct fw_value sequence = fw_arg(call, 0);
    if (sequence.kind == FW_STRING) {
        return index_in_text(call, sequence.string);
    }
    if (sequence.kind != FW_ARRAY) {
        return fw_undefined();
    }
    const struct fw_array *array = sequence.array;
    for (size_t i = position_at(call, 2, array->count, 0); i < array->count; i++) {
        if (fw_js_same(array->items[i], fw_arg(call, 1))) {
            return fw_js_make_number((double)i);
        }
    }
    return fw_js_make_number(-1);
}

static struct fw_value last_index_in_text(const struct fw_call *call, fw_str text)
{
    fw_str part = fw_arg_text(call, 1);
    double from = fw_arg_number_or(call, 2, NAN);
    double last = -1;
    if (!fw_call_spend(call, fw_text_find_work(text, part))) {
        return fw_undefined();
    }
    for (size_t i = fw_text_find(text, part, 0); i <= text->length;
         i = fw_text_find(text, part, i + 1)) {
        double unit = (double)fw_utf16_unit(text, i);
        if (unit > from && last >= 0) {
            break;
        }
        last = isnan(from) || unit <= (from < 0 ? 0 : from) ? unit : last;
    }
    return fw_js_make_number(last);
}

static struct fw_value call_lastindexof(const struct fw_call *call)
{
    struct fw_value sequence = fw_arg(call, 0);
    if (sequence.kind == FW_STRING) {
        return last_index_in_text(call, sequence.string);
    }
    if (sequence.kind != FW_ARRAY) {
        return fw_undefined();
    }
    const struct fw_array *array = sequence.array;
    double from = call->count > 2 ? trunc(fw_arg_number(call, 2)) : (double)array->count - 1;
    from = isnan(from) ? 0 : from < 0 ? from + (double)array->count : from;
    for (size_t i = array->count; i > 0; i--) {
        if ((double)(i - 1) <= from && fw_js_same(array->items[i - 1], fw_arg(call, 1))) {
            return fw_js_make_number((double)(i - 1));
        }
    }
    return fw_js_make_number(-1);
}

static struct fw_value call_join(const struct fw_call *call)
{
    const struct fw_array *array = array_at(call, 0);
    if (array == NULL) {
        return fw_undefined();
    }
    fw_str between = fw_arg(call, 1).kind == FW_UNDEFINED ? fw_intern_text(call->env->strings, ",")
                                                          : fw_arg_text(call, 1);
    struct fw_bytes out = { 0 };
    for (size_t i = 0; i < array->count && out.length <= FW_EXPR_MAX_ITEMS; i++) {
        if (i > 0) {
            fw_bytes_append(&out, between->text, between->length);
        }
        if (!fw_is_nil(array->items[i])) {
            fw_str text = fw_js_text(call->env, array->items[i]);
            fw_bytes_append(&out, text->text, text->length);
        }
    }
    struct fw_value joined = fw_call_text(call, out.data, out.length);
    fw_bytes_finish(&out);
    return joined;
}

static struct fw_value call_length(const struct fw_call *call)
{
    return fw_eval_member(call->env, fw_arg(call, 0), fw_intern_text(call->env->strings, "length"));
}

/* (array, fraction): between its first and its last item. */
static struct fw_value call_lerp(const struct fw_call *call)
{
    const struct fw_array *array = array_at(call, 0);
    if (array == NULL || last_of(array).kind == FW_UNDEFINED) {
        return array == NULL ? fw_undefined() : first_of(array);
    }
    double fraction = fw_arg_number(call, 1);
    if (isnan(fraction) || fraction == 0) {
        return first_of(array);
    }
    if (fraction == 1) {
        return last_of(array);
    }
    double lo = fw_js_number(call->env, first_of(array));
    return fw_js_make_number(lo + fraction * (fw_js_number(call->env, last_of(array)) - lo));
}

/* (array, fraction): the items as points at equal distances, and lines between them. */
static struct fw_value call_interpolate_linear(const struct fw_call *call)
{
    const struct fw_array *array = array_at(call, 0);
    if (array == NULL || array->count == 0) {
        return fw_undefined();
    }
    double fraction = fw_arg_number(call, 1);
    if (array->count == 1 || !(fraction > 0)) {
        return first_of(array);
    }
    if (fraction >= 1) {
        return last_of(array);
    }
    double position = fraction * (double)(array->count - 1);
    size_t i = (size_t)position;
    double rest = position - (double)i;
    if (rest == 0) {
        return array->items[i];
    }
    double lo = fw_js_number(call->env, array->items[i]);
    return fw_js_make_number(lo + rest * (fw_js_number(call->env, array->items[i + 1]) - lo));
}

static struct fw_value call_peek(const struct fw_call *call)
{
    struct fw_value value = fw_arg(call, 0);
    if (value.kind == FW_STRING) {
        size_t length = fw_utf16_length(value.string);
        return length == 0 ? fw_undefined()
                           : fw_eval_index(call->env, value, fw_js_make_number((double)length - 1));
    }
    return value.kind == FW_ARRAY ? last_of(value.array) : fw_undefined();
}

static struct fw_value follow(const struct fw_expr_env *env, struct fw_value value,
                              const fw_str *path, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        value = fw_eval_member(env, value, path[i]);
    }
    return value;
}

/* (array, field): that field of each item; of an object, the field itself. */
static struct fw_value call_pluck(const struct fw_call *call)
{
    struct fw_arena *arena = call->env->arena;
    const fw_str *path;
    size_t length = fw_path_split(arena, call->env->strings, fw_arg_text(call, 1)->text, &path);
    const struct fw_array *array = array_at(call, 0);
    if (array == NULL) {
        return follow(call->env, fw_arg(call, 0), path, length);
    }
    if (!fw_call_spend(call, (double)array->count)) {
        return fw_undefined();
    }
    struct fw_value plucked = fw_array_value(arena, NULL, array->count);
    for (size_t i = 0; i < array->count; i++) {
        plucked.array->items[i] = follow(call->env, array->items[i], path, length);
    }
    return plucked;
}

static struct fw_value call_reverse(const struct fw_call *call)
{
    const struct fw_array *array = array_at(call, 0);
    if (array == NULL || !fw_call_spend(call, (double)array->count)) {
        return fw_undefined();
    }
    struct fw_value reversed = fw_array_value(call->env->arena, NULL, array->count);
    for (size_t i = 0; i < array->count; i++) {
        reversed.array->items[i] = array->items[array->count - 1 - i];
    }
    return reversed;
}

/* (stop), (start, stop) or (start, stop, step): numbers from start to before stop. */
static struct fw_value call_sequence(const struct fw_call *call)
{
    double start = call->count < 2 ? 0 : fw_arg_number(call, 0);
    double stop = fw_arg_number(call, call->count < 2 ? 0 : 1);
    double step = call->count < 3 ? 1 : fw_arg_number(call, 2);
    double count = ceil((stop - start) / step);
    count = count > 0 && isfinite(count) ? count : 0;
    if (!fw_call_spend(call, count)) {
        return fw_undefined();
    }
    struct fw_value array = fw_array_value(call->env->arena, NULL, (size_t)count);
    for (size_t i = 0; i < array.array->count; i++) {
        array.array->items[i] = fw_js_make_number(start + (double)i * step);
    }
    return array;
}

static struct fw_value call_slice(const struct fw_call *call)
{
    struct fw_value sequence = fw_arg(call, 0);
    if (sequence.kind != FW_STRING && sequence.kind != FW_ARRAY) {
        return fw_undefined();
    }
    bool text = sequence.kind == FW_STRING;
    size_t count = text ? fw_utf16_length(sequence.string) : sequence.array->count;
    size_t begin = position_at(call, 1, count, 0), end = position_at(call, 2, count, count);
    if (text) {
        return fw_string(fw_utf16_slice(call->env->strings, sequence.string, begin, end));
    }
    size_t length = begin < end ? end - begin : 0;
    if (!fw_call_spend(call, (double)length)) {
        return fw_undefined();
    }
    return fw_array_value(call->env->arena, length == 0 ? NULL : sequence.array->items + begin,
                          length);
}

/* The order of sort(): undefined always comes last, as in JavaScript. */
static bool goes_after(const struct fw_expr_env *env, struct fw_value a, struct fw_value b)
{
    if (a.kind == FW_UNDEFINED || b.kind == FW_UNDEFINED) {
        return a.kind == FW_UNDEFINED && b.kind != FW_UNDEFINED;
    }
    return fw_js_ascending(env, a, b) > 0;
}

static void merge_runs(const struct fw_expr_env *env, const struct fw_value *from,
                       struct fw_value *to, size_t begin, size_t middle, size_t end)
{
    size_t left = begin, right = middle;
    for (size_t i = begin; i < end; i++) {
        bool take_right =
            left == middle || (right < end && goes_after(env, from[left], from[right]));
        to[i] = from[take_right ? right++ : left++];
    }
}

/* A stable sort by merging runs of 1, 2, 4, ... items. */
static struct fw_value call_sort(const struct fw_call *call)
{
    const struct fw_array *array = array_at(call, 0);
    if (array == NULL || !fw_call_spend(call, (double)array->count)) {
        return fw_undefined();
    }
    size_t count = array->count;
    struct fw_value sorted = fw_array_value(call->env->arena, array->items, count);
    struct fw_value spare = fw_array_value(call->env->arena, array->items, count);
    for (size_t run = 1; run < count; run *= 2) {
        for (size_t begin = 0; begin < count; begin += 2 * run) {
            size_t middle = begin + run < count ? begin + run : count;
            size_t end = begin + 2 * run < count ? begin + 2 * run : count;
            merge_runs(call->env, sorted.array->items, spare.array->items, begin, middle, end);
        }
        struct fw_value swapped = sorted;
        sorted = spare;
        spare = swapped;
    }
    return sorted;
}

static struct fw_value call_span(const struct fw_call *call)
{
    const struct fw_array *array = array_at(call, 0);
    if (array == NULL) {
        return fw_js_make_number(0);
    }
    double span =
        fw_js_number(call->env, last_of(array)) - fw_js_number(call->env, first_of(array));
    return fw_js_make_number(isnan(span) ? 0 : span);
}

static void put_member(struct fw_object *object, fw_str key, struct fw_value value)
{
    size_t i = 0;
    while (i < object->count && object->keys[i] != key) {
        i++;
    }
    object->count += i == object->count ? 1 : 0;
    object->keys[i] = key;
    object->values[i] = value;
}

/* (object, ...): one object with the members of all; of two with one name, the later. */
static struct fw_value call_merge(const struct fw_call *call)
{
    size_t room = 0;
    for (size_t i = 0; i < call->count; i++) {
        room += call->args[i].kind == FW_OBJECT ? call->args[i].object->count : 0;
    }
    if (!fw_call_spend(call, (double)room * (double)room / 16)) { /* put_member looks at all */
        return fw_undefined();
    }
    struct fw_object *merged = FW_NEW(call->env->arena, struct fw_object);
    merged->keys = FW_NEW_ARRAY(call->env->arena, room, fw_str);
    merged->values = FW_NEW_ARRAY(call->env->arena, room, struct fw_value);
    for (size_t i = 0; i < call->count; i++) {
        const struct fw_object *object =
            call->args[i].kind == FW_OBJECT ? call->args[i].object : NULL;
        for (size_t k = 0; object != NULL && k < object->count; k++) {
            put_member(merged, object->keys[k], object->values[k]);
        }
    }
    return (struct fw_value){ .kind = FW_OBJECT, .object = merged };
}

static const struct fw_expr_function functions[] = {
    { .name = "extent", .call = call_extent, .flags = FW_EXPR_PURE },
    { .name = "indexof", .call = call_indexof, .flags = FW_EXPR_PURE },
    { .name = "inrange", .call = call_inrange, .flags = FW_EXPR_PURE },
    { .name = "interpolateLinear", .call = call_interpolate_linear, .flags = FW_EXPR_PURE },
    { .name = "join", .call = call_join, .flags = FW_EXPR_PURE },
    { .name = "lastindexof", .call = call_lastindexof, .flags = FW_EXPR_PURE },
    { .name = "length", .call = call_length, .flags = FW_EXPR_PURE },
    { .name = "lerp", .call = call_lerp, .flags = FW_EXPR_PURE },
    { .name = "merge", .call = call_merge, .flags = FW_EXPR_PURE },
    { .name = "peek", .call = call_peek, .flags = FW_EXPR_PURE },
    { .name = "pluck", .call = call_pluck, .flags = FW_EXPR_PURE },
    { .name = "reverse", .call = call_reverse, .flags = FW_EXPR_PURE },
    { .name = "sequence", .call = call_sequence, .flags = FW_EXPR_PURE },
    { .name = "slice", .call = call_slice, .flags = FW_EXPR_PURE },
    { .name = "sort", .call = call_sort, .flags = FW_EXPR_PURE },
    { .name = "span", .call = call_span, .flags = FW_EXPR_PURE },
};

const struct fw_expr_family fw_expr_array_functions = { functions, FW_COUNT(functions) };
