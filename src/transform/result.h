/* Tables that transforms make from nothing: rows of group values and numbers. */
#ifndef FW_TRANSFORM_RESULT_H
#define FW_TRANSFORM_RESULT_H

#include "transform/group.h"
#include "transform/step.h"

/** Rows of two numbers, each of a group. Zeroed but for `context`: empty. */
struct fw_result {
    const struct fw_transform_context *context;
    double *first, *second; /* [count] */
    uint32_t *group;        /* [count] */
    size_t count, capacity;
};

/** Adds a row; past FW_LIMIT_ROWS it is dropped and reported once. */
void fw_result_add(struct fw_result *result, size_t group, double first, double second);

/**
 * The table: the fields of each row's group in `table`, then the two numbers by their names. A
 * number that is NaN stays one.
 */
const struct fw_table *fw_result_table(const struct fw_result *result, const struct fw_table *table,
                                       const struct fw_groups *groups, struct fw_texts groupby,
                                       const char *const as[2]);

/** Smallest and largest cell of rows as Vega's extent compares them, nil and NaN left out; NaN:
 * there is none. */
void fw_rows_extent(const struct fw_table *table, const struct fw_column *column,
                    const uint32_t *rows, size_t count, double extent[2]);

/** Two numbers of an array property; false when it is none. */
bool fw_prop_extent(const struct fw_prop *prop, double extent[2]);

#endif
