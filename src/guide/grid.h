/* Vega's grid layout: boxes in rows and columns, for legend entries, legends and views. */
#ifndef FW_GUIDE_GRID_H
#define FW_GUIDE_GRID_H

#include "base/arena.h"
#include "guide/guide.h"

/** Alignment of the columns or rows of a grid: each as wide as it needs, all alike, or none. */
enum fw_grid_align { FW_GRID_EACH, FW_GRID_ALL, FW_GRID_NONE };

/** How boxes are put into rows and columns. Zeroed: one row, no padding, aligned each, at (0, 0).
 */
struct fw_grid_options {
    size_t columns; /* 0: all in one row */
    enum fw_grid_align column_align, row_align;
    double column_padding, row_padding;
    bool column_center, row_center;
    double x, y;                              /* the anchor point of the grid ... */
    enum fw_anchor column_anchor, row_anchor; /* ... and which of its points lies there */
};

/**
 * Places `count` boxes. `boxes[i]` is the box of item i about its own origin (before placement),
 * what of it is left of or above the origin included. `x[i]`, `y[i]` get the origin of item i.
 * Returns the box that contains all. Algorithm: vega-view-transforms, gridLayout.
 */
struct fw_box fw_grid_place(struct fw_arena *arena, const struct fw_grid_options *options,
                            const struct fw_box *boxes, size_t count, double *x, double *y);

#endif
