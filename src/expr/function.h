/* The functions of the expression language: how one is described and called. */
#ifndef FW_EXPR_FUNCTION_H
#define FW_EXPR_FUNCTION_H

#include "expr/coerce.h"
#include "expr/expr.h"
#include "expr/list.h"

struct fw_eval;
struct fw_expr_function;

/** A call under way. Arguments that were not given read as undefined: use fw_arg. */
struct fw_call {
    const struct fw_expr_env *env;
    const struct fw_expr_function *function;
    const struct fw_value *args; /* [count] */
    size_t count;
    struct fw_eval *eval; /* its budget and random numbers */
};

typedef struct fw_value (*fw_expr_call_fn)(const struct fw_call *call);

/**
 * Checks an argument that is a literal, when parsing, so that a faulty one is found there and not
 * at each row: false, with message, hint and code of the fault filled in. May put a value in its
 * place that serves the call better. `env` has an arena and strings only.
 */
typedef bool (*fw_expr_check_fn)(const struct fw_expr_env *env, struct fw_value *literal,
                                 struct fw_expr_fault *fault);

enum {
    /* Its value depends on its arguments alone: a call with literals is made when parsing. */
    FW_EXPR_PURE = 1 << 0,
    /* The number of arguments must be `arity`, as the reference checks for a few functions. */
    FW_EXPR_EXACT = 1 << 1,
};

struct fw_expr_function {
    const char *name;
    fw_expr_call_fn call;
    unsigned flags;
    int arity;
    fw_expr_check_fn check; /* of the argument `checked`, or NULL */
    size_t checked;
    double (*number)(double); /* its meaning for one number, where it is such a function, or NULL */
};

/** The functions of one file. */
struct fw_expr_family {
    const struct fw_expr_function *functions;
    size_t count;
};

/* fw_expr_NAME_functions, NAME as in list.h, is the family of NAME.c. */
#define FW_EXPR_DECLARE_FAMILY(name) extern const struct fw_expr_family fw_expr_##name##_functions;
FW_EXPR_FAMILY_LIST(FW_EXPR_DECLARE_FAMILY)

/** The function of that name, or NULL. */
const struct fw_expr_function *fw_expr_function_find(const char *name);

/** The known function nearest to a name that is none, or NULL. */
const char *fw_expr_function_nearest(const char *name);

static inline struct fw_value fw_arg(const struct fw_call *call, size_t index)
{
    return index < call->count ? call->args[index] : (struct fw_value){ .kind = FW_UNDEFINED };
}

/** Arguments as JavaScript coerces them. */
double fw_arg_number(const struct fw_call *call, size_t index);
fw_str fw_arg_text(const struct fw_call *call, size_t index);

/** The number of an argument, or `fallback` where it is undefined. */
double fw_arg_number_or(const struct fw_call *call, size_t index, double fallback);

/**
 * Takes `items` off what the evaluation may still make; false when that is too much, and the
 * function then gives undefined.
 */
bool fw_call_spend(const struct fw_call *call, double items);

/** The next random number in [0, 1) of this evaluation: see fw_expr_eval. */
double fw_call_random(const struct fw_call *call);

/** A string value of `length` bytes; undefined when that is beyond the budget. */
struct fw_value fw_call_text(const struct fw_call *call, const char *text, size_t length);

#endif
