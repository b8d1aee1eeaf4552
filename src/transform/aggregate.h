/* Aggregates: one row for each group of rows. */
#ifndef FW_TRANSFORM_AGGREGATE_H
#define FW_TRANSFORM_AGGREGATE_H

#include "transform/group.h"
#include "transform/op.h"
#include "transform/step.h"

/** One result column. */
struct fw_measure {
    const struct fw_op *op;
    const char *field; /* NULL: none (count) */
    const char *as;
    double rate; /* of exponential and exponentialb, 0 to 1 */
};

struct fw_measures {
    const struct fw_measure *items;
    size_t count;
};

struct fw_aggregate {
    struct fw_texts groupby; /* field paths */
    struct fw_measures measures;
};

/**
 * A row for each group, in the order of first rows: the group's fields, each named by its flat
 * path, and the measures. A table without rows gives none.
 */
const struct fw_table *fw_aggregate_run(const struct fw_transform_context *context,
                                        const struct fw_table *table,
                                        const struct fw_aggregate *aggregate);

/** The column of a measure: one value for each group. */
const struct fw_column *fw_measure_column(const struct fw_transform_context *context,
                                          const struct fw_table *table,
                                          const struct fw_groups *groups,
                                          const struct fw_measure *measure);

/**
 * Decodes an array of {"op", "field", "as"} objects, as aggregate and joinaggregate have them; an
 * op may be
 * {"exponential": rate}. Names that are not given are those of Vega-Lite ("mean_price", "count").
 * False: reported at `prop` or at `at`.
 */
bool fw_measures_decode(const struct fw_transform_context *context, const struct fw_prop *prop,
                        struct fw_node at, struct fw_measures *measures);

#endif
