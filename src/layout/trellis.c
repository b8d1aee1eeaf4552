/* Trellises. */
#include "layout/trellis.h"

#include <math.h>

static double js_round(double x)
{
    return floor(x + 0.5);
}

static struct fw_box placed_box(const struct fw_placed *placed)
{
    return fw_box_translate(placed->box, placed->x, placed->y);
}

/* The sides of cells that strips keep clear of. */
struct edge {
    bool row;    /* strips of rows: beside, not above or below */
    bool behind; /* right or below */
};

static double side_of(const struct fw_box *box, struct edge edge)
{
    return edge.row ? (edge.behind ? box->x2 : box->x1) : (edge.behind ? box->y2 : box->y1);
}

static double cell_side(const struct fw_trellis *trellis, const struct fw_placed *cell,
                        struct edge edge)
{
    struct fw_box box = placed_box(cell);
    if (trellis->flush) {
        box = (struct fw_box){ cell->x, cell->y, cell->x + cell->width, cell->y + cell->height };
    }
    return side_of(&box, edge);
}

static double outer(struct edge edge, double a, double b)
{
    return edge.behind ? ceil(fmax(a, b)) : floor(fmin(a, b));
}

/* Puts one strip of headers or footers; returns the edge that a title then keeps clear of. */
static double place_strip(struct fw_trellis *trellis, enum fw_strip which, struct edge edge,
                          size_t columns, size_t rows)
{
    size_t count = trellis->strip_count[which], n = trellis->cell_count;
    size_t start = edge.behind ? (edge.row ? columns - 1 : (rows - 1) * columns) : 0;
    size_t stride = edge.row ? columns : 1, back = edge.row ? 1 : columns;
    double at = 0, far = 0;
    if (n == 0) {
        return 0;
    }
    for (size_t i = start; i < n; i += stride) {
        at = outer(edge, at, cell_side(trellis, &trellis->cells[i], edge));
    }
    size_t limit = edge.row ? rows : columns;
    if (count == 0) {
        return at;
    }
    for (size_t j = 0; j < count && j < limit; j++) {
        size_t k = start + j * stride;
        while (k >= n && k >= back) {
            k -= back; /* a row of cells that is not full */
        }
        const struct fw_placed *cell = &trellis->cells[k < n ? k : n - 1];
        struct fw_placed *header = &trellis->strips[which][j];
        struct fw_box box = placed_box(cell);
        bool band = trellis->strip_band[which];
        if (edge.row) {
            header->x = at;
            header->y = band ? js_round((box.y1 + box.y2) / 2) : cell->y;
        } else {
            header->x = band ? js_round((box.x1 + box.x2) / 2) : cell->x;
            header->y = at;
        }
        struct fw_box placed = placed_box(header);
        far = outer(edge, far, side_of(&placed, edge));
    }
    return far;
}

static void place_title(struct fw_placed *title, double at, bool row, struct fw_box bounds,
                        double band)
{
    title->x = row ? at : js_round(bounds.x1 + band * (bounds.x2 - bounds.x1));
    title->y = row ? js_round(bounds.y1 + band * (bounds.y2 - bounds.y1)) : at;
}

static struct fw_box place_cells(struct fw_arena *arena, struct fw_trellis *trellis)
{
    size_t n = trellis->cell_count;
    struct fw_box *boxes = FW_NEW_ARRAY(arena, n, struct fw_box);
    double *x = FW_NEW_ARRAY(arena, n, double), *y = FW_NEW_ARRAY(arena, n, double);
    for (size_t i = 0; i < n; i++) {
        const struct fw_placed *cell = &trellis->cells[i];
        boxes[i] = trellis->flush ? (struct fw_box){ 0, 0, cell->width, cell->height } : cell->box;
    }
    struct fw_grid_options options = {
        .columns = trellis->columns,
        .column_align = trellis->column_align,
        .row_align = trellis->row_align,
        .column_padding = trellis->column_padding,
        .row_padding = trellis->row_padding,
        .column_center = trellis->column_center,
        .row_center = trellis->row_center,
    };
    fw_grid_place(arena, &options, boxes, n, x, y);
    struct fw_box bounds = fw_box_empty();
    for (size_t i = 0; i < n; i++) {
        trellis->cells[i].x = x[i];
        trellis->cells[i].y = y[i];
        fw_box_union(&bounds, placed_box(&trellis->cells[i]));
    }
    return fw_box_is_empty(bounds) ? (struct fw_box){ 0, 0, 0, 0 } : bounds;
}

/* px between what row headers put above the cells and the column headers over it. */
static const double STRIP_GAP = 4;

/* How far column headers lie on what row headers (axes with their titles too) put above the cells.
 */
static double headers_overlap(const struct fw_trellis *trellis)
{
    double overlap = 0;
    for (size_t i = 0; i < trellis->strip_count[FW_ROW_HEADER]; i++) {
        struct fw_box row = placed_box(&trellis->strips[FW_ROW_HEADER][i]);
        for (size_t k = 0; k < trellis->strip_count[FW_COLUMN_HEADER]; k++) {
            struct fw_box column = placed_box(&trellis->strips[FW_COLUMN_HEADER][k]);
            bool meet = row.x2 > column.x1 && row.x1 < column.x2 && row.y2 > column.y1;
            overlap = meet ? fmax(overlap, column.y2 + STRIP_GAP - row.y1) : overlap;
        }
    }
    return overlap;
}

static double raise_headers(struct fw_trellis *trellis)
{
    double overlap = headers_overlap(trellis);
    for (size_t k = 0; k < trellis->strip_count[FW_COLUMN_HEADER]; k++) {
        trellis->strips[FW_COLUMN_HEADER][k].y -= overlap;
    }
    return overlap;
}

void fw_trellis_place(struct fw_arena *arena, struct fw_trellis *trellis)
{
    static const struct edge edges[FW_STRIP_COUNT] = {
        { true, false }, { false, false }, { true, true }, { false, true }
    };
    struct fw_box bounds = place_cells(arena, trellis);
    size_t columns = trellis->columns == 0 ? trellis->cell_count : trellis->columns;
    size_t rows = columns == 0 ? 1 : (trellis->cell_count + columns - 1) / columns;
    double clear[FW_STRIP_COUNT];
    for (int i = 0; i < FW_STRIP_COUNT; i++) {
        clear[i] =
            columns == 0 ? 0 : place_strip(trellis, (enum fw_strip)i, edges[i], columns, rows);
    }
    if (trellis->clear_headers) {
        clear[FW_COLUMN_HEADER] -= raise_headers(trellis);
    }
    if (trellis->row_title != NULL) {
        double at = trellis->row_title_end ? clear[FW_ROW_FOOTER] + trellis->row_title_offset
                                           : clear[FW_ROW_HEADER] - trellis->row_title_offset;
        place_title(trellis->row_title, at, true, bounds, trellis->row_title_band);
    }
    if (trellis->column_title != NULL) {
        double at = trellis->column_title_end
                        ? clear[FW_COLUMN_FOOTER] + trellis->column_title_offset
                        : clear[FW_COLUMN_HEADER] - trellis->column_title_offset;
        place_title(trellis->column_title, at, false, bounds, trellis->column_title_band);
    }
}
