/* The rows of a table by the cells of a facet. */
#ifndef FW_DATAFLOW_CELL_ROWS_H
#define FW_DATAFLOW_CELL_ROWS_H

#include "view/view.h"

/** Rows cell by cell; zeroed: of no table. */
struct fw_cell_rows {
    struct fw_arena *arena;
    const struct fw_table *table;
    const uint32_t *rows; /* those of cell i are rows[start[i]] to rows[start[i + 1]] */
    const size_t *start;
};

/**
 * Splits `table` (NULL: none) by the fields of the facet `view`, whose cells and values are listed.
 * A row whose values no cell has is in none.
 */
struct fw_cell_rows fw_cell_rows_new(const struct fw_view *view, const struct fw_table *table);

/** The rows of one cell as a table; NULL where there is no table. */
const struct fw_table *fw_cell_rows_table(const struct fw_cell_rows *split, size_t cell);

#endif
