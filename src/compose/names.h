/* Names of series where they are drawn, in place of a legend. */
#ifndef FW_COMPOSE_NAMES_H
#define FW_COMPOSE_NAMES_H

#include "compose/mark_label.h"
#include "view/view.h"

/**
 * Names the series of a drawn unit or layer: lines, areas and trails at their right ends, stacked
 * bars at their last column or over their first row, grouped bars and points of categories in their
 * first group. Names lie
 * beside the plot, and take the room they need there: `view->bounds` and `x_bounds`, `y_bounds`
 * (see fw_view_surround) grow. In a facet of several columns they stay inside the cell. All series
 * of a legend are named in a view, or none.
 */
void fw_view_name_series(struct fw_view *view, struct fw_box *x_bounds, struct fw_box *y_bounds);

/**
 * Names the series of a facet's cells for the legends that the cells share, inside them: in all
 * cells, or, where one of them has no room, in the first cell that holds all series.
 */
void fw_facet_name_series(struct fw_view *facet);

/* ---- private to names*.c ------------------------------------------------------------------ */

/** A place where a series can be named: the end of a path, or a bar. */
struct fw_name_anchor {
    size_t entry;
    struct fw_box box;     /* where it is; the end of a line has no extent */
    struct fw_color color; /* of the series, as it looks */
    const struct fw_view *unit;
    struct fw_mark_item item;
};

/** The names of one legend in one view, before they are drawn. */
struct fw_name_plan {
    const struct fw_view *view;
    struct fw_legend_model *legend;
    struct fw_obstacles obstacles;
    struct fw_color ground;
    struct fw_box beside;         /* the view with its axes: names beside it lie outside */
    bool inside;                  /* names stay in the frame */
    bool *drawn;                  /* [legend->named_count] the entries that the view shows */
    bool *done;                   /* [legend->named_count] */
    struct fw_mark_label *labels; /* [count] */
    struct fw_leader *leaders;    /* [leader_count] */
    size_t count, leader_count;   /* at most one an entry */
    struct fw_name_anchor *paths; /* [path_count] the right end of each series */
    size_t path_count;
    struct fw_name_anchor *bars; /* [bar_count] all bars */
    size_t bar_count, bar_capacity;
    struct fw_name_anchor *points; /* [point_count] points of charts with categories on one axis */
    size_t point_count, point_capacity;
};

/** Finds the anchors of `plan->legend` in a view and below, and marks its entries as drawn. Returns
 * whether an axis names them already. */
bool fw_name_anchors_find(struct fw_name_plan *plan);

/** The name of an anchor's series in the color of the series, at most `limit` px wide. */
struct fw_mark_label fw_name_set(const struct fw_name_plan *plan,
                                 const struct fw_name_anchor *anchor, double limit);

/** Adds a name to the plan: its entry is done. */
void fw_name_add(struct fw_name_plan *plan, const struct fw_name_anchor *anchor,
                 const struct fw_mark_label *label);

/** Names anchors right of the view, spread along it, with leaders where they had to move. False:
 * there is no room for all. */
bool fw_name_column(struct fw_name_plan *plan, const struct fw_name_anchor *anchors, size_t count);

/** A name with the boxes it may take, by label_solver. */
struct fw_name_choice {
    const struct fw_name_anchor *anchor;
    struct fw_mark_label label;
    struct fw_box *places;
    size_t place_count;
    size_t owner; /* of the mark that it may cover; 0: none */
};

/** Names by choices that lie in `bounds`; false, and none added, where one finds no place. */
bool fw_name_choose(struct fw_name_plan *plan, struct fw_name_choice *choices, size_t count,
                    struct fw_box bounds);

/** Name what is still to be named; entries that they cannot are left. */
void fw_name_paths(struct fw_name_plan *plan);
void fw_name_bars(struct fw_name_plan *plan);
void fw_name_points(struct fw_name_plan *plan);

#endif
