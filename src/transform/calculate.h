/* A new column by an expression. */
#ifndef FW_TRANSFORM_CALCULATE_H
#define FW_TRANSFORM_CALCULATE_H

#include "transform/step.h"

struct fw_calculate {
    const struct fw_expr *expr;
    const char *as;
    struct fw_node at; /* where the expression is written; none where the program made it */
};

/** `table` with the value of the expression for each row. */
const struct fw_table *fw_calculate_run(const struct fw_transform_context *context,
                                        const struct fw_table *table,
                                        const struct fw_calculate *calculate);

/** Parses the text of a property; NULL: reported, where it stands if that is known. */
const struct fw_expr *fw_transform_expr(const struct fw_transform_context *context,
                                        const struct fw_prop *prop);

#endif
