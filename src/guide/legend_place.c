/* Places the legends of a view around it. Method: vega-view-transforms, legendParams. */
#include <math.h>

#include "guide/grid.h"
#include "guide/legend.h"

struct fw_legend_layout fw_legend_layout_default(void)
{
    struct fw_legend_layout layout;
    for (size_t i = 0; i < FW_ORIENT_NONE; i++) {
        layout.sides[i] = (struct fw_legend_side){
            .vertical = i == FW_ORIENT_LEFT || i == FW_ORIENT_RIGHT,
            .margin = 8,
            .offset = 18,
        };
    }
    return layout;
}

/** The view that legends are placed around. */
struct surroundings {
    struct fw_box x_bounds, y_bounds;
    double width, height;
};

/** The largest offset that a legend of the side names, or the side's own. */
static double side_offset(const struct fw_legend *const *legends, size_t count,
                          const struct fw_legend_side *side)
{
    double offset = NAN;
    for (size_t i = 0; i < count; i++) {
        if (!isnan(legends[i]->offset)) {
            offset = isnan(offset) ? legends[i]->offset : fmax(offset, legends[i]->offset);
        }
    }
    return isnan(offset) ? side->offset : offset;
}

/** Where along the top or bottom the anchor is. */
static double anchor_x(const struct fw_legend_side *side, const struct surroundings *view)
{
    double share = fw_anchor_share(side->anchor);
    if (side->frame_bounds) {
        return view->x_bounds.x1 + share * (view->x_bounds.x2 - view->x_bounds.x1);
    }
    /* Without a width: that of the x axes about their middle (vega-view-transforms). */
    double span = view->y_bounds.x2 - view->y_bounds.x1 + 2 * view->y_bounds.x1;
    return share * (view->width != 0 ? view->width : span);
}

static double anchor_y(const struct fw_legend_side *side, const struct surroundings *view)
{
    double share = fw_anchor_share(side->anchor);
    if (side->frame_bounds) {
        return view->y_bounds.y1 + share * (view->y_bounds.y2 - view->y_bounds.y1);
    }
    double span = view->x_bounds.y2 - view->x_bounds.y1 + 2 * view->x_bounds.y1;
    return share * (view->height != 0 ? view->height : span);
}

/** Sets the point of the view at which the legends of a side are put, and how they hang on it. */
static void set_anchor(enum fw_orient orient, const struct fw_legend_side *side, double offset,
                       const struct surroundings *view, struct fw_grid_options *options)
{
    switch (orient) {
    case FW_ORIENT_LEFT:
    case FW_ORIENT_RIGHT:
        options->x = orient == FW_ORIENT_LEFT ? floor(view->x_bounds.x1) - offset
                                              : ceil(view->x_bounds.x2) + offset;
        options->column_anchor = orient == FW_ORIENT_LEFT ? FW_ANCHOR_END : FW_ANCHOR_START;
        options->y = anchor_y(side, view);
        options->row_anchor = side->anchor;
        return;
    case FW_ORIENT_TOP:
    case FW_ORIENT_BOTTOM:
        options->y = orient == FW_ORIENT_TOP ? floor(view->y_bounds.y1) - offset
                                             : ceil(view->y_bounds.y2) + offset;
        options->row_anchor = orient == FW_ORIENT_TOP ? FW_ANCHOR_END : FW_ANCHOR_START;
        options->x = anchor_x(side, view);
        options->column_anchor = side->anchor;
        return;
    case FW_ORIENT_TOP_LEFT:
    case FW_ORIENT_TOP_RIGHT:
    case FW_ORIENT_BOTTOM_LEFT:
    case FW_ORIENT_BOTTOM_RIGHT: {
        bool right = orient == FW_ORIENT_TOP_RIGHT || orient == FW_ORIENT_BOTTOM_RIGHT;
        bool bottom = orient == FW_ORIENT_BOTTOM_LEFT || orient == FW_ORIENT_BOTTOM_RIGHT;
        options->x = right ? view->width - offset : offset;
        options->y = bottom ? view->height - offset : offset;
        options->column_anchor = right ? FW_ANCHOR_END : FW_ANCHOR_START;
        options->row_anchor = bottom ? FW_ANCHOR_END : FW_ANCHOR_START;
        return;
    }
    case FW_ORIENT_NONE:
        return;
    }
}

static void place_side(struct fw_arena *arena, enum fw_orient orient,
                       const struct fw_legend_side *side, const struct surroundings *view,
                       struct fw_legend *const *legends, size_t count)
{
    struct fw_grid_options options = {
        .columns = side->vertical ? 1 : count,
        .column_padding = side->margin,
        .row_padding = side->margin,
        .column_center = side->center,
        .row_center = side->center,
    };
    double offset = side_offset((const struct fw_legend *const *)legends, count, side);
    set_anchor(orient, side, offset, view, &options);
    struct fw_box *boxes = FW_NEW_ARRAY(arena, count, struct fw_box);
    double *x = FW_NEW_ARRAY(arena, count, double);
    double *y = FW_NEW_ARRAY(arena, count, double);
    for (size_t i = 0; i < count; i++) {
        struct fw_box box = { 0, 0, legends[i]->width, legends[i]->height };
        boxes[i] = side->full_bounds ? legends[i]->bounds : box;
    }
    fw_grid_place(arena, &options, boxes, count, x, y);
    for (size_t i = 0; i < count; i++) {
        legends[i]->node->group->x = x[i];
        legends[i]->node->group->y = y[i];
        legends[i]->bounds = fw_box_translate(legends[i]->bounds, x[i], y[i]);
    }
}

void fw_legends_place(struct fw_legend *legends, size_t count,
                      const struct fw_legend_layout *layout, struct fw_box x_bounds,
                      struct fw_box y_bounds, double width, double height)
{
    struct fw_arena *scratch = fw_arena_create();
    struct fw_legend **side = FW_NEW_ARRAY(scratch, count, struct fw_legend *);
    const struct surroundings view = { x_bounds, y_bounds, width, height };
    for (size_t orient = 0; orient < FW_ORIENT_NONE; orient++) {
        size_t n = 0;
        for (size_t i = 0; i < count; i++) {
            if (legends[i].orient == (enum fw_orient)orient) {
                side[n++] = &legends[i];
            }
        }
        if (n > 0) {
            place_side(scratch, (enum fw_orient)orient, &layout->sides[orient], &view, side, n);
        }
    }
    fw_arena_destroy(scratch);
}
