/* Values of a field as columns. */
#ifndef FW_TRANSFORM_PIVOT_H
#define FW_TRANSFORM_PIVOT_H

#include "transform/op.h"
#include "transform/step.h"

struct fw_pivot {
    const char *field; /* whose values name the new columns */
    const char *value; /* whose values fill them */
    struct fw_texts groupby;
    const struct fw_op *op; /* what the values of one cell come to */
    size_t limit;           /* most columns, in ascending order of the values; 0: all */
};

/** A row for each group, with a column for each value of the field; cells without rows are missing.
 */
const struct fw_table *fw_pivot_run(const struct fw_transform_context *context,
                                    const struct fw_table *table, const struct fw_pivot *pivot);

#endif
