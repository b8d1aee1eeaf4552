/* One column that grows row by row while data are read, in the narrowest type that holds its cells.
 */
#ifndef FW_DATA_BUILDER_H
#define FW_DATA_BUILDER_H

#include "data/table.h"

/**
 * Zeroed memory with `arena` and `name` set is an empty column. Cells are put in the order of their
 * rows; a row that is left out is missing. While all cells are of one kind the column keeps that
 * kind's own array; the first cell of another kind turns it into values.
 */
struct fw_builder {
    struct fw_arena *arena;
    fw_str name;
    bool typed; /* a cell has set `type` */
    enum fw_column_type type;
    void *data;            /* array of `type`, malloc'ed until the end */
    uint8_t *cells;        /* NULL while every cell is a value */
    size_t rows, capacity; /* cells so far, missing ones included; room in the arrays */
};

/** Makes room for `rows` rows at once, where their number is known. */
void fw_builder_reserve(struct fw_builder *builder, size_t rows);

/** Sets the cell of `row`, which is not below builder->rows. */
void fw_builder_put(struct fw_builder *builder, size_t row, struct fw_value value);

/** The finished column of `rows` rows; its arrays go with the arena. The builder may not be used
 * again. */
const struct fw_column *fw_builder_finish(struct fw_builder *builder, size_t rows);

#endif
