/* Vega's grid layout: boxes in rows and columns. Method: vega-view-transforms, gridLayout. */
#include "guide/grid.h"

#include <math.h>

#include "base/round.h"

/** One direction of the layout: columns along x, or rows along y. */
struct track {
    size_t lines;  /* columns, or rows */
    size_t stride; /* from an item to the next in this direction */
    enum fw_grid_align align;
    double *offset;  /* [count] from the item before in this direction */
    double *extent;  /* [lines] how far the boxes of a line reach */
    double *widest;  /* [lines] the largest offset of a line */
    double most;     /* the largest extent */
    size_t *line_of; /* [count] */
};

static struct track new_track(struct fw_arena *arena, size_t lines, size_t count,
                              enum fw_grid_align align)
{
    return (struct track){
        .lines = lines,
        .align = align,
        .offset = FW_NEW_ARRAY(arena, count, double),
        .extent = FW_NEW_ARRAY(arena, lines, double),
        .widest = FW_NEW_ARRAY(arena, lines, double),
        .line_of = FW_NEW_ARRAY(arena, count, size_t),
    };
}

/** What sticks out before the origin, in whole px. */
static double overhang(double low)
{
    return low < 0 ? ceil(-low) : 0;
}

static void add_box(struct track *track, size_t i, size_t line, double low, double high,
                    double padding)
{
    double reach = ceil(high);
    track->line_of[i] = line;
    track->most = fmax(track->most, reach);
    track->extent[line] = fmax(track->extent[line], reach);
    track->offset[i] = line == 0 ? 0 : padding + overhang(low);
    track->widest[line] = fmax(track->widest[line], track->offset[i]);
}

/** The distance from the start of the line before to that of the item. */
static double aligned_offset(const struct track *track, size_t i, double widest)
{
    size_t line = track->line_of[i];
    if (line == 0) {
        return 0;
    }
    switch (track->align) {
    case FW_GRID_EACH:
        return track->widest[line] + track->extent[line - 1];
    case FW_GRID_ALL:
        return widest + track->most;
    case FW_GRID_NONE:
        break;
    }
    return track->offset[i] + track->extent[line - 1];
}

/** Sets `at` to the places of the items from the origin on. */
static void place_track(const struct track *track, size_t count, double *at)
{
    double widest = 0;
    for (size_t line = 0; line < track->lines; line++) {
        widest = fmax(widest, track->widest[line]);
    }
    for (size_t i = 0; i < count; i++) {
        double before = track->line_of[i] > 0 ? at[i - track->stride] : 0;
        at[i] = before + aligned_offset(track, i, widest);
    }
}

/**
 * How far to move an item towards the middle of its line. Vega takes the room up to the line's
 * extent seen from the grid's origin, so that this acts on the first line.
 */
static double centering(const struct track *track, size_t i, double at, double high)
{
    double extent = track->align == FW_GRID_ALL ? track->most : track->extent[track->line_of[i]];
    return fmax(0, extent - high - at) / 2;
}

static void center_items(const struct fw_grid_options *options, const struct track *columns,
                         const struct track *rows, const struct fw_box *boxes, size_t count,
                         double *x, double *y)
{
    bool across = options->column_center && columns->align != FW_GRID_NONE && rows->lines > 1;
    bool down = options->row_center && rows->align != FW_GRID_NONE && columns->lines != 1;
    for (size_t i = 0; i < count; i++) {
        x[i] += across ? centering(columns, i, x[i], boxes[i].x2) : 0;
        y[i] += down ? centering(rows, i, y[i], boxes[i].y2) : 0;
    }
}

/** The box of all items, which holds the origin, too, as Vega has it. */
static struct fw_box box_of_all(const struct fw_box *boxes, size_t count, const double *x,
                                const double *y)
{
    struct fw_box all = { 0, 0, 0, 0 };
    for (size_t i = 0; i < count; i++) {
        fw_box_union(&all, fw_box_translate(boxes[i], x[i], y[i]));
    }
    return all;
}

struct fw_box fw_grid_place(struct fw_arena *arena, const struct fw_grid_options *options,
                            const struct fw_box *boxes, size_t count, double *x, double *y)
{
    size_t column_count = options->columns > 0 ? options->columns : count > 0 ? count : 1;
    size_t row_count = (count + column_count - 1) / column_count;
    struct track columns = new_track(arena, column_count, count, options->column_align);
    struct track rows = new_track(arena, row_count, count, options->row_align);
    columns.stride = 1;
    rows.stride = column_count;
    for (size_t i = 0; i < count; i++) {
        add_box(&columns, i, i % column_count, boxes[i].x1, boxes[i].x2, options->column_padding);
        add_box(&rows, i, i / column_count, boxes[i].y1, boxes[i].y2, options->row_padding);
    }
    place_track(&columns, count, x);
    place_track(&rows, count, y);
    center_items(options, &columns, &rows, boxes, count, x, y);
    struct fw_box all = box_of_all(boxes, count, x, y);
    double width = all.x2 - all.x1;
    double height = all.y2 - all.y1;
    double dx = fw_round(options->x - fw_anchor_share(options->column_anchor) * width);
    double dy = fw_round(options->y - fw_anchor_share(options->row_anchor) * height);
    for (size_t i = 0; i < count; i++) {
        x[i] += dx;
        y[i] += dy;
    }
    return fw_box_translate(all, dx, dy);
}
