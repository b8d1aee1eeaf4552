/* What is wrong with the cells of a column for what they are wanted for. */
#ifndef FW_DATA_CHECK_H
#define FW_DATA_CHECK_H

#include "base/diag.h"
#include "data/infer.h"

/**
 * Reports texts where a column is wanted as numbers: an error when no cell is a number, else a
 * warning that counts them; both at the first such cell, or at `otherwise` where its place is not
 * known. Null, missing and empty cells are fine. Times are numbers. False: an error.
 */
bool fw_check_numbers(struct fw_diag *diag, struct fw_strings *strings,
                      const struct fw_table *table, const struct fw_column *column,
                      struct fw_place otherwise);

/**
 * Warns of cells that a conversion to numbers or dates made nothing of: how many there are of each
 * column, with the place and text of the first and the lines of the next ones.
 */
void fw_check_parses(struct fw_diag *diag, struct fw_strings *strings, const struct fw_table *table,
                     const struct fw_parse *parses, size_t count);

#endif
