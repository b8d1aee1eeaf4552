/* Rows in the order of some fields, as Vega compares them. */
#ifndef FW_TRANSFORM_SORT_H
#define FW_TRANSFORM_SORT_H

#include "data/table.h"

/** One field of an order; earlier ones count first. */
struct fw_sort_key {
    const char *field; /* a field path */
    bool descending;
};

/** Vega's `ascending`: nil first, then by JavaScript's `<`, NaN before other numbers. < 0, 0, > 0.
 */
int fw_sort_compare(struct fw_value a, struct fw_value b);

/** A value with what it is sorted by; `at` is its place before. */
struct fw_keyed {
    struct fw_value value, key;
    size_t at;
    bool descending;
};

/** For qsort of struct fw_keyed: by key, and what is alike by its place. */
int fw_keyed_compare(const void *left, const void *right);

/** An order made ready for one table. */
struct fw_order {
    const struct fw_table *table;
    const struct fw_column **columns; /* [count], NULL where the field is not there */
    const bool *descending;
    size_t count;
};

struct fw_order fw_order_new(struct fw_arena *arena, struct fw_strings *strings,
                             const struct fw_table *table, const struct fw_sort_key *keys,
                             size_t count);

/** Compares two rows of the order's table; 0 for all where the order has no keys. */
int fw_order_compare(const struct fw_order *order, uint32_t a, uint32_t b);

/** Sorts row numbers of the order's table; rows that compare equal keep their places. */
void fw_order_sort(struct fw_arena *arena, const struct fw_order *order, uint32_t *rows,
                   size_t count);

/**
 * Decodes an array of {"field", "order"} objects. Order null is ascending too.
 */
const struct fw_sort_key *fw_sort_keys_of(struct fw_arena *arena, struct fw_value value,
                                          size_t *count);

#endif
