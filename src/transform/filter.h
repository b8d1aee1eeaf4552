/* The rows that pass a test. */
#ifndef FW_TRANSFORM_FILTER_H
#define FW_TRANSFORM_FILTER_H

#include "data/infer.h"
#include "expr/predicate.h"
#include "transform/step.h"

struct fw_filter {
    const struct fw_expr *expr;           /* an expression, or NULL where there is a predicate */
    const struct fw_predicate *predicate; /* field predicates, params, and/or/not */
    const struct fw_parse *parses; /* [parse_count] what the constants of field predicates imply */
    size_t parse_count;
    struct fw_node at; /* where it is written; none where the program made it */
};

/** The rows of `table` that pass, as JavaScript takes truth. Fields are converted first, see
 * fw_filter_parses. */
const struct fw_table *fw_filter_run(const struct fw_transform_context *context,
                                     const struct fw_table *table, const struct fw_filter *filter);

/**
 * The conversions that a predicate's constants imply, as Vega-Lite does them before the filter: a
 * number means a column of numbers, a DateTime or a time unit dates, a text texts. Returns how
 * many.
 */
size_t fw_filter_parses(struct fw_arena *arena, struct fw_value predicate,
                        const struct fw_parse **parses);

#endif
