/* The rows of a described file against its table schema. */
#ifndef FW_DATA_PACKAGE_ROWS_H
#define FW_DATA_PACKAGE_ROWS_H

#include "data/cells.h"
#include "data/format.h"

/**
 * Checks every cell of a delimited text by read->resource, `cells` standing at the header: type and
 * constraints of each column, whether the spec reads it or not, and the primary key. Reports the
 * fields that the file lacks at the field in the package, columns that the schema lacks as a
 * warning, and the cells that break a rule at the cell, up to a cap, then how many more there are.
 * A resource whose rows were found good is not checked again for the same document.
 * Rows of too few or too many cells are for the reader to report. False: there were errors.
 */
bool fw_package_check_rows(const struct fw_read *read, struct fw_cells cells);

#endif
