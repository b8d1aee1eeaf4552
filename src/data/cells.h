/* Delimited text to cells: quotes, delimiters and line ends, as d3-dsv reads them. */
#ifndef FW_DATA_CELLS_H
#define FW_DATA_CELLS_H

#include "base/bytes.h"
#include "base/diag.h"

/**
 * A walk over a text from `p` to `end`; zeroed but for source, diag, p, end and delimiter. Broken
 * quotes are reported to `diag` and set `broken`. Finish with fw_bytes_finish of `unquoted`.
 */
struct fw_cells {
    const struct fw_source *source; /* p and end are in its text */
    struct fw_diag *diag;
    const char *p, *end;
    char delimiter;
    bool broken;
    struct fw_bytes unquoted; /* the last cell that had doubled quotes */
};

/** A cell: its text, without quotes, good until the next one is read, and what stands behind it. */
struct fw_csv_cell {
    const char *begin, *end;
    bool last; /* of its row */
};

/** Reads the cell at p and steps behind its delimiter or line end. */
void fw_cells_next(struct fw_cells *cells, struct fw_csv_cell *cell);

/** Steps from the end of a cell, at p, behind its delimiter or line end. */
void fw_cells_end(struct fw_cells *cells, struct fw_csv_cell *cell);

/** Whether `c` ends a cell that is not quoted. */
static inline bool fw_cells_ends(const struct fw_cells *cells, char c)
{
    return c == cells->delimiter || c == '\n' || c == '\r';
}

/** Skips empty lines. */
void fw_cells_skip_blank(struct fw_cells *cells);

/** The place of a stretch of the text. */
struct fw_place fw_cells_place(const struct fw_cells *cells, const char *begin, const char *end);

#endif
