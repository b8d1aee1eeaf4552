/* Aggregates written to every row of their group. */
#ifndef FW_TRANSFORM_JOINAGGREGATE_H
#define FW_TRANSFORM_JOINAGGREGATE_H

#include "transform/aggregate.h"

/** `table` with the measures of each row's group as further columns. */
const struct fw_table *fw_joinaggregate_run(const struct fw_transform_context *context,
                                            const struct fw_table *table,
                                            const struct fw_aggregate *aggregate);

#endif
