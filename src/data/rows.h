/* Rows with named cells, as they come, to a table: one builder a name. */
#ifndef FW_DATA_ROWS_H
#define FW_DATA_ROWS_H

#include "data/builder.h"

/** Zeroed memory with `arena` and `strings` set has no columns yet. */
struct fw_rows {
    struct fw_arena *arena;
    struct fw_strings *strings;
    struct fw_builder *builders; /* [count], in the order of first sight */
    size_t count, capacity;
    uint32_t *by_id; /* builder + 1 by string id, 0 where there is none */
    size_t id_capacity;
};

/**
 * The builder of a name, made on first sight. `expected` is the one looked at first: members of
 * most rows come in the order of the row before.
 */
size_t fw_rows_column(struct fw_rows *rows, fw_str name, size_t expected);

/**
 * Puts a value as row `row`, as Vega ingests it: an object by its members, an array by its indices,
 * anything else as the one cell "data".
 */
void fw_rows_put(struct fw_rows *rows, size_t row, struct fw_value value);

/** The table of `count` rows. */
const struct fw_table *fw_rows_finish(struct fw_rows *rows, size_t count);

#endif
