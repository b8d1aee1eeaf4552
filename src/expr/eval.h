/* One evaluation under way: what the stack machine, its functions and the columns share. */
#ifndef FW_EXPR_EVAL_H
#define FW_EXPR_EVAL_H

#include "expr/function.h"
#include "expr/node.h"

struct fw_eval {
    const struct fw_expr *expr;
    const struct fw_expr_env *env;
    const struct fw_column *const *columns; /* by field slot; NULL: looked up each time */
    size_t row;                             /* of env->table */
    double work;                            /* items and bytes that may still be made */
    uint32_t draws;                         /* random numbers drawn in this row */
};

/** Runs the nodes `first` to before `end` on `stack`, which has room for expr->stack values. */
struct fw_value fw_eval_run(struct fw_eval *eval, uint32_t first, uint32_t end,
                            struct fw_value *stack);

/** x.key and x[key] as JavaScript has them; undefined where it would throw. */
struct fw_value fw_eval_member(const struct fw_expr_env *env, struct fw_value value, fw_str key);
struct fw_value fw_eval_index(const struct fw_expr_env *env, struct fw_value value,
                              struct fw_value key);

/**
 * Values of all rows at once where every operand is a number or a boolean, in blocks of rows; NULL
 * where the expression or the columns are of another kind, and rows have to be taken one by one.
 */
const struct fw_column *fw_eval_batch(const struct fw_expr *expr, const struct fw_expr_env *env,
                                      const struct fw_column *const *columns, fw_str name);

#endif
