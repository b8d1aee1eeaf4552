/* The rows that pass a test. */
#ifndef FW_TRANSFORM_FILTER_H
#define FW_TRANSFORM_FILTER_H

#include "transform/transform.h"

/** The rows of `table` for which the expression is true as JavaScript has it. */
const struct fw_table *fw_filter_run(const struct fw_transform_context *context,
                                     const struct fw_table *table, const struct fw_expr *expr);

/** The rows of `table` whose cell of `keep` is true: `keep` has a boolean for each row. */
const struct fw_table *fw_filter_rows(const struct fw_transform_context *context,
                                      const struct fw_table *table, const bool *keep);

#endif
