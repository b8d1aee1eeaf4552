/* Vega-Lite predicates: field tests, expressions and params, combined by and, or, not. */
#ifndef FW_EXPR_PREDICATE_H
#define FW_EXPR_PREDICATE_H

#include "expr/expr.h"

struct fw_predicate;

/**
 * Decodes a predicate: an expression text, {"field", "equal" | "lt" | ... , "timeUnit"}, {"param", "empty"}, or
 * {"and" | "or" | "not": ...}. Constants (DateTime objects, ExprRef over params) are resolved with `env` now.
 * Lives in `arena`. NULL when the value is none of these or an expression does not parse.
 */
const struct fw_predicate *fw_predicate_decode(struct fw_arena *arena, struct fw_strings *strings,
                                               struct fw_value value,
                                               const struct fw_expr_env *env);

/** The predicate of a conditional definition: its "test", or its "param" with "empty". */
const struct fw_predicate *fw_predicate_of_condition(struct fw_arena *arena,
                                                     struct fw_strings *strings,
                                                     struct fw_value condition,
                                                     const struct fw_expr_env *env);

/**
 * Whether it holds for the row (or datum) of `env`. A param asks env->chart for "vlSelectionTest" with the
 * param's name and whether an empty selection holds; it is false where nobody answers.
 */
bool fw_predicate_test(const struct fw_predicate *predicate, const struct fw_expr_env *env);

#endif
