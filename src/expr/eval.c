/* Evaluation of an expression: a stack machine over its nodes, and what its functions need of it.
 */
#include "expr/eval.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "data/builder.h"
#include "expr/color.h"
#include "expr/utf16.h"
#include "regexp/regexp.h"

static struct fw_value undefined(void)
{
    return (struct fw_value){ .kind = FW_UNDEFINED };
}

double fw_arg_number(const struct fw_call *call, size_t index)
{
    return fw_js_number(call->env, fw_arg(call, index));
}

double fw_arg_number_or(const struct fw_call *call, size_t index, double fallback)
{
    return fw_arg(call, index).kind == FW_UNDEFINED ? fallback : fw_arg_number(call, index);
}

fw_str fw_arg_text(const struct fw_call *call, size_t index)
{
    return fw_js_text(call->env, fw_arg(call, index));
}

bool fw_call_spend(const struct fw_call *call, double items)
{
    if (!(items <= FW_EXPR_MAX_ITEMS) || items > call->eval->work) {
        call->eval->work = items > call->eval->work ? 0 : call->eval->work;
        return false;
    }
    call->eval->work -= items;
    return true;
}

double fw_call_random(const struct fw_call *call)
{
    struct fw_eval *eval = call->eval;
    uint64_t word = ((uint64_t)eval->expr->seed << 32) ^ fw_hash_mix(eval->row + 1);
    word = fw_hash_mix(word + 0x9E3779B97F4A7C15u * ++eval->draws);
    return (double)(word >> 11) * 0x1p-53;
}

struct fw_value fw_call_text(const struct fw_call *call, const char *text, size_t length)
{
    if (!fw_call_spend(call, (double)length)) {
        return undefined();
    }
    return fw_string(fw_intern(call->env->strings, length == 0 ? "" : text, length));
}

/* A key such as "12": a whole number written without a sign, zeros in front or an exponent. */
static bool is_position(fw_str key, size_t *position)
{
    if (key->length == 0 || key->length > 9 || (key->text[0] == '0' && key->length > 1)) {
        return false;
    }
    *position = 0;
    for (size_t i = 0; i < key->length; i++) {
        if (key->text[i] < '0' || key->text[i] > '9') {
            return false;
        }
        *position = *position * 10 + (size_t)(key->text[i] - '0');
    }
    return true;
}

static struct fw_value at_position(const struct fw_expr_env *env, struct fw_value value,
                                   size_t position)
{
    if (value.kind == FW_ARRAY) {
        return position < value.array->count ? value.array->items[position] : undefined();
    }
    if (value.kind != FW_STRING || position >= fw_utf16_length(value.string)) {
        return undefined();
    }
    return fw_string(fw_utf16_slice(env->strings, value.string, position, position + 1));
}

static struct fw_value regexp_member(const struct fw_regexp *regexp, fw_str key)
{
    static const struct {
        const char *name;
        char flag;
    } flags[] = {
        { "global", 'g' }, { "ignoreCase", 'i' }, { "multiline", 'm' },
        { "dotAll", 's' }, { "unicode", 'u' },    { "sticky", 'y' },
    };

    if (fw_str_is(key, "source")) {
        return fw_string(fw_regexp_source(regexp));
    }
    if (fw_str_is(key, "flags")) {
        return fw_string(fw_regexp_flags(regexp));
    }
    for (size_t i = 0; i < FW_COUNT(flags); i++) {
        if (fw_str_is(key, flags[i].name)) {
            return fw_js_make_boolean(fw_regexp_has_flag(regexp, flags[i].flag));
        }
    }
    return undefined();
}

struct fw_value fw_eval_member(const struct fw_expr_env *env, struct fw_value value, fw_str key)
{
    size_t position;
    switch (value.kind) {
    case FW_OBJECT:
        return fw_member(value, key);
    case FW_ARRAY:
        if (fw_str_is(key, "length")) {
            return fw_js_make_number((double)value.array->count);
        }
        return is_position(key, &position) ? at_position(env, value, position) : undefined();
    case FW_STRING:
        if (fw_str_is(key, "length")) {
            return fw_js_make_number((double)fw_utf16_length(value.string));
        }
        return is_position(key, &position) ? at_position(env, value, position) : undefined();
    case FW_REGEXP:
        return regexp_member(value.regexp, key);
    case FW_UNDEFINED:
    case FW_NULL:
    case FW_BOOLEAN:
    case FW_NUMBER:
    case FW_TIME:
        break;
    }
    return undefined();
}

struct fw_value fw_eval_index(const struct fw_expr_env *env, struct fw_value value,
                              struct fw_value key)
{
    if ((value.kind == FW_ARRAY || value.kind == FW_STRING) && key.kind == FW_NUMBER) {
        bool whole =
            key.number >= 0 && key.number < 4294967295.0 && key.number == floor(key.number);
        return whole ? at_position(env, value, (size_t)key.number) : undefined();
    }
    return fw_eval_member(env, value, fw_js_text(env, key));
}

/* A field of the row by its name. */
static struct fw_value field_named(const struct fw_eval *eval, fw_str name)
{
    const struct fw_expr_env *env = eval->env;
    if (env->table == NULL) {
        return fw_eval_member(env, env->datum, name);
    }
    return fw_table_value(env->table, fw_table_find(env->table, name), eval->row);
}

static struct fw_value field_value(const struct fw_eval *eval, uint32_t slot)
{
    if (eval->columns == NULL) {
        return field_named(eval, eval->expr->fields[slot]);
    }
    const struct fw_column *column = eval->columns[slot];
    if (column == NULL) {
        return undefined();
    }
    size_t at = fw_table_storage(eval->env->table, eval->row);
    if (column->type == FW_COLUMN_NUMBER && column->cells == NULL) {
        return fw_js_make_number(column->number[at]);
    }
    return fw_column_value(column, at);
}

static struct fw_value datum_value(const struct fw_eval *eval)
{
    const struct fw_expr_env *env = eval->env;
    return env->table == NULL ? env->datum : fw_table_row(env->arena, env->table, eval->row);
}

static struct fw_value name_value(const struct fw_eval *eval, fw_str name)
{
    struct fw_value value = undefined();
    const struct fw_expr_env *env = eval->env;
    return env->lookup != NULL && env->lookup(env, name, &value) ? value : undefined();
}

static struct fw_value call_value(struct fw_eval *eval, const struct fw_expr_node *node,
                                  const struct fw_value *args)
{
    if (node->function->number != NULL && node->count > 0) {
        return fw_js_make_number(node->function->number(fw_js_number(eval->env, args[0])));
    }
    struct fw_call call = { .env = eval->env,
                            .function = node->function,
                            .args = args,
                            .count = node->count,
                            .eval = eval };
    return node->function->call(&call);
}

static struct fw_value object_value(const struct fw_expr_env *env, const struct fw_expr_node *node,
                                    const struct fw_value *values)
{
    struct fw_object *object = FW_NEW(env->arena, struct fw_object);
    object->count = node->count;
    object->keys = FW_NEW_ARRAY(env->arena, node->count, fw_str);
    object->values = FW_NEW_ARRAY(env->arena, node->count, struct fw_value);
    for (size_t i = 0; i < node->count; i++) {
        object->keys[i] = node->keys[i];
        object->values[i] = values[i];
    }
    return (struct fw_value){ .kind = FW_OBJECT, .object = object };
}

static struct fw_value add(struct fw_eval *eval, struct fw_value a, struct fw_value b)
{
    struct fw_value sum = fw_js_add(eval->env, a, b);
    if (sum.kind == FW_STRING) {
        if (sum.string->length > FW_EXPR_MAX_ITEMS || sum.string->length > eval->work) {
            eval->work = 0;
            return undefined();
        }
        eval->work -= (double)sum.string->length;
    }
    return sum;
}

static bool has_key(const struct fw_eval *eval, struct fw_value key, struct fw_value value)
{
    if (value.kind == FW_OBJECT) {
        fw_str name = fw_js_text(eval->env, key);
        for (size_t i = 0; i < value.object->count; i++) {
            if (value.object->keys[i] == name) {
                return true;
            }
        }
    }
    size_t position;
    return value.kind == FW_ARRAY && is_position(fw_js_text(eval->env, key), &position) &&
           position < value.array->count;
}

static uint32_t shift(struct fw_eval *eval, struct fw_value value)
{
    return fw_js_uint32(fw_js_number(eval->env, value)) & 31;
}

static struct fw_value bits(struct fw_eval *eval, const struct fw_expr_node *node,
                            struct fw_value a, struct fw_value b)
{
    uint32_t x = fw_js_uint32(fw_js_number(eval->env, a));
    uint32_t y = fw_js_uint32(fw_js_number(eval->env, b));
    uint32_t sign = (x & 0x80000000u) != 0 ? UINT32_MAX : 0;
    uint32_t by = shift(eval, b);
    uint32_t result = node->op == FW_OP_BIT_AND      ? x & y
                      : node->op == FW_OP_BIT_OR     ? x | y
                      : node->op == FW_OP_BIT_XOR    ? x ^ y
                      : node->op == FW_OP_SHIFT_LEFT ? x << by
                      : by == 0                      ? x
                                                     : (x >> by) | (sign << (32 - by));
    return fw_js_make_number(fw_js_int32((double)result));
}

/* One binary operator. Two numbers, by far the usual case, take the short way in fw_eval_run. */
static struct fw_value binary(struct fw_eval *eval, const struct fw_expr_node *node,
                              struct fw_value a, struct fw_value b)
{
    const struct fw_expr_env *env = eval->env;
    enum fw_expr_op op = node->op;
    if (op == FW_OP_ADD) {
        return add(eval, a, b);
    }
    if (op >= FW_OP_SUBTRACT && op <= FW_OP_REMAINDER) {
        double x = fw_js_number(env, a), y = fw_js_number(env, b);
        return fw_js_make_number(op == FW_OP_SUBTRACT   ? x - y
                                 : op == FW_OP_MULTIPLY ? x * y
                                 : op == FW_OP_DIVIDE   ? x / y
                                                        : fmod(x, y));
    }
    if (op >= FW_OP_LESS && op <= FW_OP_GREATER_EQUAL) {
        return fw_js_make_boolean(op == FW_OP_LESS         ? fw_js_less(env, a, b)
                                  : op == FW_OP_LESS_EQUAL ? fw_js_less_equal(env, a, b)
                                  : op == FW_OP_GREATER    ? fw_js_less(env, b, a)
                                                           : fw_js_less_equal(env, b, a));
    }
    if (op == FW_OP_EQUAL || op == FW_OP_NOT_EQUAL) {
        return fw_js_make_boolean(fw_js_equal(env, a, b) == (op == FW_OP_EQUAL));
    }
    if (op == FW_OP_SAME || op == FW_OP_NOT_SAME) {
        return fw_js_make_boolean(fw_js_same(a, b) == (op == FW_OP_SAME));
    }
    if (op == FW_OP_IN) {
        return fw_js_make_boolean(has_key(eval, a, b));
    }
    if (op == FW_OP_SHIFT_RIGHT_ZERO) {
        uint32_t x = fw_js_uint32(fw_js_number(env, a));
        return fw_js_make_number((double)(x >> shift(eval, b)));
    }
    return bits(eval, node, a, b);
}

/* Two numbers; false where the operator is not one of arithmetic or comparison. */
static inline bool numbers(enum fw_expr_op op, double x, double y, struct fw_value *result)
{
    switch ((int)op) {
    case FW_OP_ADD:
        *result = fw_js_make_number(x + y);
        return true;
    case FW_OP_SUBTRACT:
        *result = fw_js_make_number(x - y);
        return true;
    case FW_OP_MULTIPLY:
        *result = fw_js_make_number(x * y);
        return true;
    case FW_OP_DIVIDE:
        *result = fw_js_make_number(x / y);
        return true;
    case FW_OP_LESS:
        *result = fw_js_make_boolean(x < y);
        return true;
    case FW_OP_LESS_EQUAL:
        *result = fw_js_make_boolean(x <= y);
        return true;
    case FW_OP_GREATER:
        *result = fw_js_make_boolean(x > y);
        return true;
    case FW_OP_GREATER_EQUAL:
        *result = fw_js_make_boolean(x >= y);
        return true;
    case FW_OP_EQUAL:
    case FW_OP_SAME:
        *result = fw_js_make_boolean(x == y);
        return true;
    case FW_OP_NOT_EQUAL:
    case FW_OP_NOT_SAME:
        *result = fw_js_make_boolean(x != y);
        return true;
    }
    return false;
}

struct fw_value fw_eval_run(struct fw_eval *eval, uint32_t first, uint32_t end,
                            struct fw_value *stack)
{
    const struct fw_expr_node *nodes = eval->expr->nodes;
    const struct fw_expr_env *env = eval->env;
    struct fw_value *top = stack - 1;
    for (uint32_t i = first; i < end; i++) {
        const struct fw_expr_node *node = &nodes[i];
        switch (node->op) {
        case FW_OP_LITERAL:
            *++top = node->value;
            break;
        case FW_OP_DATUM:
            *++top = datum_value(eval);
            break;
        case FW_OP_FIELD:
            *++top = field_value(eval, node->slot);
            break;
        case FW_OP_FIELD_AT:
            *top = field_named(eval, fw_js_text(env, *top));
            break;
        case FW_OP_NAME:
            *++top = name_value(eval, node->name);
            break;
        case FW_OP_MEMBER:
            *top = fw_eval_member(env, *top, node->name);
            break;
        case FW_OP_INDEX:
            top--;
            *top = fw_eval_index(env, top[0], top[1]);
            break;
        case FW_OP_CALL:
            top -= node->count;
            top[1] = call_value(eval, node, top + 1);
            top++;
            break;
        case FW_OP_ARRAY:
            top -= node->count;
            top[1] = fw_array_value(env->arena, top + 1, node->count);
            top++;
            break;
        case FW_OP_OBJECT:
            top -= node->count;
            top[1] = object_value(env, node, top + 1);
            top++;
            break;
        case FW_OP_PLUS:
            *top = fw_js_make_number(fw_js_number(env, *top));
            break;
        case FW_OP_MINUS:
            *top = fw_js_make_number(-fw_js_number(env, *top));
            break;
        case FW_OP_NOT:
            *top = fw_js_make_boolean(!fw_js_truth(*top));
            break;
        case FW_OP_BIT_NOT:
            *top = fw_js_make_number(-1.0 - fw_js_int32(fw_js_number(env, *top)));
            break;
        case FW_OP_ADD:
        case FW_OP_SUBTRACT:
        case FW_OP_MULTIPLY:
        case FW_OP_DIVIDE:
        case FW_OP_REMAINDER:
        case FW_OP_LESS:
        case FW_OP_LESS_EQUAL:
        case FW_OP_GREATER:
        case FW_OP_GREATER_EQUAL:
        case FW_OP_EQUAL:
        case FW_OP_NOT_EQUAL:
        case FW_OP_SAME:
        case FW_OP_NOT_SAME:
        case FW_OP_BIT_AND:
        case FW_OP_BIT_OR:
        case FW_OP_BIT_XOR:
        case FW_OP_SHIFT_LEFT:
        case FW_OP_SHIFT_RIGHT:
        case FW_OP_SHIFT_RIGHT_ZERO:
        case FW_OP_IN:
            top--;
            if (top[0].kind != FW_NUMBER || top[1].kind != FW_NUMBER ||
                !numbers(node->op, top[0].number, top[1].number, top)) {
                *top = binary(eval, node, top[0], top[1]);
            }
            break;
        case FW_OP_TEST_AND:
            if (fw_js_truth(*top)) {
                top--;
            } else {
                i = node->target - 1;
            }
            break;
        case FW_OP_TEST_OR:
            if (!fw_js_truth(*top)) {
                top--;
            } else {
                i = node->target - 1;
            }
            break;
        case FW_OP_TEST_CHOOSE:
            if (!fw_js_truth(*top--)) {
                i = node->target - 1;
            }
            break;
        case FW_OP_SKIP:
            i = node->target - 1;
            break;
        case FW_OP_AND:
        case FW_OP_OR:
        case FW_OP_CHOOSE:
            break;
        }
    }
    return *top;
}

/* Room on the C stack for nearly all expressions. */
enum { SMALL_STACK = 48 };

struct fw_value fw_expr_eval(const struct fw_expr *expr, const struct fw_expr_env *env)
{
    struct fw_value small[SMALL_STACK];
    struct fw_value *stack =
        expr->stack <= SMALL_STACK ? small : FW_NEW_ARRAY(env->arena, expr->stack, struct fw_value);
    struct fw_eval eval = { .expr = expr, .env = env, .row = env->row, .work = FW_EXPR_MAX_WORK };
    return fw_expr_color_plain(env, fw_eval_run(&eval, 0, expr->count, stack));
}
