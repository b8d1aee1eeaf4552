/* JavaScript's conversions and comparisons of values, as its operators apply them. */
#ifndef FW_EXPR_COERCE_H
#define FW_EXPR_COERCE_H

#include "expr/expr.h"

/* Values made inside the evaluator's loop, where a call would cost more than the work. */
static inline struct fw_value fw_js_make_number(double number)
{
    return (struct fw_value){ .kind = FW_NUMBER, .number = number };
}

static inline struct fw_value fw_js_make_boolean(bool boolean)
{
    return (struct fw_value){ .kind = FW_BOOLEAN, .boolean = boolean };
}

/** ToNumber, arrays and objects by way of their texts. */
double fw_js_number(const struct fw_expr_env *env, struct fw_value value);

/** ToBoolean. */
static inline bool fw_js_truth(struct fw_value value)
{
    return value.kind == FW_BOOLEAN ? value.boolean : fw_to_boolean(value);
}

/** ToInt32 and ToUint32: modulo 2^32, NaN and infinities 0. */
int32_t fw_js_int32(double number);
uint32_t fw_js_uint32(double number);

/**
 * ToString. A time is written as Date.prototype.toString does, a color object (see color.c) as
 * "rgb(...)", a regular expression with its slashes.
 */
fw_str fw_js_text(const struct fw_expr_env *env, struct fw_value value);

/** The primitive that `+` and `==` work on: what is no primitive becomes its text. */
struct fw_value fw_js_primitive(const struct fw_expr_env *env, struct fw_value value);

/** a + b: texts are put together when either is one. */
struct fw_value fw_js_add(const struct fw_expr_env *env, struct fw_value a, struct fw_value b);

/** a == b. */
bool fw_js_equal(const struct fw_expr_env *env, struct fw_value a, struct fw_value b);

/**
 * a === b. Arrays and objects are the same when they are one; times when they are of one
 * millisecond or both invalid, for a value here has no identity: JavaScript tells apart two Dates
 * made separately.
 */
bool fw_js_same(struct fw_value a, struct fw_value b);

/** a < b and a <= b, false when either is NaN; texts compare by UTF-16 units, times by their ms. */
bool fw_js_less(const struct fw_expr_env *env, struct fw_value a, struct fw_value b);
bool fw_js_less_equal(const struct fw_expr_env *env, struct fw_value a, struct fw_value b);

/** The order of Vega's sort(): nil first, then by `<`, NaN before other numbers. < 0, 0, > 0. */
int fw_js_ascending(const struct fw_expr_env *env, struct fw_value a, struct fw_value b);

#endif
