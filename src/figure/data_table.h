/* The data of a figure as it draws them: after all transforms, the fields that its marks show. */
#ifndef FW_FIGURE_DATA_TABLE_H
#define FW_FIGURE_DATA_TABLE_H

#include "view/view.h"

/** A column of values. */
struct fw_drawn_column {
    const char *name;        /* in the data */
    const char *title;       /* that of its axis or legend, or of the data's own description */
    const char *unit;        /* "percent of reports", by the data's own description; NULL: none */
    bool dimension;          /* categories: rows are of these, and they stand in front */
    bool numeric;            /* all of its values are numbers, or nothing */
    bool years;              /* and all numbers are whole ones that are read as years */
    struct fw_value *values; /* [rows] */
};

/** What one view draws, or several that draw the same rows. */
struct fw_drawn_table {
    const char *title;               /* of its view, where that is one of several; NULL: none */
    struct fw_drawn_column *columns; /* [column_count] */
    size_t column_count, column_capacity;
    size_t rows;
};

struct fw_drawn_tables {
    struct fw_drawn_table *items; /* [count] */
    size_t count, capacity;
};

/**
 * The tables of a built chart. Layers whose rows have the same values in the columns that they
 * share are one table; layers that add no column and no row to it are left out. The cells of a
 * facet are one table, with their own values in front.
 */
struct fw_drawn_tables fw_drawn_tables_of(const struct fw_view *root);

#endif
