/* Values of bars, points and lines as labels beside or in them. */
#ifndef FW_COMPOSE_VALUES_H
#define FW_COMPOSE_VALUES_H

#include "compose/mark_label.h"
#include "explain/values.h"
#include "view/view.h"

/**
 * Labels the marks of a drawn unit or layer with their values, where usermeta.figwright.labels asks
 * for that: bars behind their ends or in them, pieces of stacks in their middle, points and lines
 * beside. What finds no place is dropped, and told by explain/unfit.h. `view->bounds` and the boxes
 * of fw_view_surround grow.
 */
void fw_view_label_values(struct fw_view *view, struct fw_box *x_bounds, struct fw_box *y_bounds);

/* ---- private to value*.c ------------------------------------------------------------------ */

/** More labels than FW_MOST_VALUES are a table, and no figure: none is drawn. */
enum { FW_MOST_VALUES = 2000, FW_MOST_VALUE_PLACES = 6 };

/** A label and the places it may take. */
struct fw_value_mark {
    struct fw_mark_label label;
    const char *place; /* which mark it is of, for reports */
    struct fw_box box; /* of the mark */
    size_t owner;      /* of a bar that it may lie on; 0: none */
    double priority;
    struct fw_box places[FW_MOST_VALUE_PLACES];
    size_t place_count;
    size_t inside_from;    /* the first place that lies on the mark */
    struct fw_color color; /* of the mark */
};

/** The labels of one view. */
struct fw_value_plan {
    struct fw_view *view;
    struct fw_value_labels wanted;
    struct fw_guide_text look;
    struct fw_color ground;
    struct fw_obstacles obstacles;
    struct fw_value_mark *marks;
    size_t count, capacity;
    bool lacks_field; /* some unit has no such field ... */
    bool has_field;   /* ... and some has */
};

/** Px between a mark and its value, and between the edge of a bar and a value in it. */
extern const double fw_value_gap;

/** Adds a label without places; NULL where the row has no value, or an equal label is there. */
struct fw_value_mark *fw_value_add(struct fw_value_plan *plan, const struct fw_value_text *text,
                                   size_t row, struct fw_box box);

/** Add the labels of a unit's bars; of its points; of the points of its lines. */
void fw_value_bars(struct fw_value_plan *plan, const struct fw_view *unit);
void fw_value_points(struct fw_value_plan *plan, const struct fw_view *unit);
void fw_value_lines(struct fw_value_plan *plan, const struct fw_view *unit);

#endif
