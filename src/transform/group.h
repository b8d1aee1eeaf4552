/* Rows by key: which rows of a table agree in some fields. */
#ifndef FW_TRANSFORM_GROUP_H
#define FW_TRANSFORM_GROUP_H

#include "data/table.h"

/** Groups are numbered in the order of their first rows. */
struct fw_groups {
    size_t count;
    size_t row_count;
    const uint32_t *of;    /* [row_count] the group of each row of the table */
    const uint32_t *first; /* [count] the first row of each group */
    const uint32_t *rows;  /* [row_count] the rows group by group, each group's in order */
    const size_t *start;   /* [count + 1] where in `rows` a group begins */
};

/** The rows of one group. */
struct fw_row_span {
    const uint32_t *rows;
    size_t count;
};

/**
 * Groups the rows of `table` by the columns, NULL standing for a field that is not there. Values
 * are equal when their texts are (1 and "1" are), as in Vega; times by their milliseconds. Without
 * columns all rows are one group; a table without rows has no group.
 */
struct fw_groups fw_group(struct fw_arena *arena, struct fw_strings *strings,
                          const struct fw_table *table, const struct fw_column *const *columns,
                          size_t count);

/** The same by field paths. */
struct fw_groups fw_group_by(struct fw_arena *arena, struct fw_strings *strings,
                             const struct fw_table *table, const char *const *fields, size_t count);

struct fw_row_span fw_group_rows(const struct fw_groups *groups, size_t group);

/** A column of one cell a group: that of its first row. Named by the flat path. */
const struct fw_column *fw_group_column(struct fw_arena *arena, struct fw_strings *strings,
                                        const struct fw_table *table,
                                        const struct fw_groups *groups, const char *field);

#endif
