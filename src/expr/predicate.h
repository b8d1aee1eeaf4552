/* Vega-Lite predicates: field tests, expressions and params, combined by and, or, not. */
#ifndef FW_EXPR_PREDICATE_H
#define FW_EXPR_PREDICATE_H

#include "expr/expr.h"

struct fw_predicate; /* decoded; immutable, lives in its arena */

/**
 * Decodes a predicate: an expression text, {"field", "equal" | "lt" | ... , "timeUnit"}, {"param",
 * "empty"}, or
 * {"and" | "or" | "not": ...}. Values are constants, DateTime objects and {"expr": "..."}; with a
 * time unit also parts of it, a month as 3 or "mar". DateTime objects and expressions without datum
 * are resolved with `env` now. Lives in `arena`. NULL when the value is none of these or an
 * expression does not parse.
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
 * Reports all that is wrong with a predicate as written, each at its place: unknown members, values
 * of the wrong kind, faulty expressions. True when nothing is.
 */
bool fw_predicate_check(struct fw_arena *arena, struct fw_strings *strings, struct fw_node node,
                        struct fw_diag *diag);

/**
 * Whether it holds for the row (or datum) of `env`. A param asks env->chart for "vlSelectionTest"
 * with the param's name and whether an empty selection holds; where nobody answers, the param's own
 * value counts, as for a param that is no selection.
 */
bool fw_predicate_test(const struct fw_predicate *predicate, const struct fw_expr_env *env);

/** Whether it holds for each row of env->table: [rows], in env->arena. The fast way for many rows.
 */
const bool *fw_predicate_mask(const struct fw_predicate *predicate, const struct fw_expr_env *env);

/** env->table with only the rows that it holds for. */
const struct fw_table *fw_predicate_filter(const struct fw_predicate *predicate,
                                           const struct fw_expr_env *env);

/** What a predicate reads. */
struct fw_predicate_uses {
    const fw_str *fields; /* [field_count] root fields of the row, each once */
    size_t field_count;
    bool whole_datum;    /* an expression uses datum as a whole: any field may be read */
    const fw_str *names; /* [name_count] names in expressions, and params */
    size_t name_count;
};
struct fw_predicate_uses fw_predicate_uses(const struct fw_predicate *predicate,
                                           struct fw_arena *arena);

#endif
