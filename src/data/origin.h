/* Where rows were read, so that a report can show the cell that it is about. */
#ifndef FW_DATA_ORIGIN_H
#define FW_DATA_ORIGIN_H

#include "base/diag.h"
#include "data/table.h"

/** The head of a format's own record of a text that it has read. */
struct fw_origin {
    struct fw_place (*find)(const struct fw_origin *origin, struct fw_strings *strings,
                            size_t storage_row, fw_str column);
};

/**
 * The place of a cell in its file or spec: the text is read again up to it. `column` is as the data
 * name it. No place where rows were made, or were brought into another table by a transform.
 */
struct fw_place fw_table_place(const struct fw_table *table, struct fw_strings *strings, size_t row,
                               fw_str column);

#endif
