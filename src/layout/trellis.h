/* Trellises: views in rows and columns, with headers, footers and titles beside them. */
#ifndef FW_LAYOUT_TRELLIS_H
#define FW_LAYOUT_TRELLIS_H

#include "guide/grid.h"

/** The strips beside the cells. */
enum fw_strip { FW_ROW_HEADER, FW_COLUMN_HEADER, FW_ROW_FOOTER, FW_COLUMN_FOOTER, FW_STRIP_COUNT };

/** One box that is placed: its extent about its own origin, then where the origin goes. */
struct fw_placed {
    struct fw_box box;
    double width, height; /* its own, without what sticks out */
    double x, y;
};

struct fw_trellis {
    struct fw_placed *cells; /* [cell_count] row by row */
    size_t cell_count;
    size_t columns; /* 0: all in one row */
    bool flush;     /* "bounds": cells count with their own size, not with what sticks out */
    enum fw_grid_align column_align, row_align;
    bool column_center, row_center;
    double column_padding, row_padding;
    struct fw_placed *strips[FW_STRIP_COUNT]; /* in order of the rows or columns */
    size_t strip_count[FW_STRIP_COUNT];
    bool strip_band[FW_STRIP_COUNT]; /* in the middle of the cell's box, not at its origin */
    struct fw_placed *row_title, *column_title; /* NULL: none */
    double row_title_offset, column_title_offset;
    double row_title_band, column_title_band; /* 0 to 1 along the cells */
    bool row_title_end, column_title_end;     /* behind the cells: right, or below */
    bool clear_headers; /* column headers stand clear of what row headers put above the cells; Vega
                         * lets them overlap */
};

/** Places all of it. Method: vega-view-transforms, trellisLayout. */
void fw_trellis_place(struct fw_arena *arena, struct fw_trellis *trellis);

#endif
