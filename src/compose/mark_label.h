/* Labels at marks: measured, drawn, and what they must not cover. */
#ifndef FW_COMPOSE_MARK_LABEL_H
#define FW_COMPOSE_MARK_LABEL_H

#include "guide/label_solver.h"
#include "view/view.h"

/** A label of one text, set. */
struct fw_mark_label {
    const char *text; /* lines separated by '\n' */
    struct fw_guide_text look;
    enum fw_align align;  /* of the lines in the box */
    double width, height; /* px */
    struct fw_box box;    /* where it stands, once placed */
};

/** Sets `text`, broken into lines of at most `limit` px where words allow; 0: as it is. */
struct fw_mark_label fw_mark_label_set(struct fw_chart *chart, const struct fw_guide_text *look,
                                       const char *text, double limit);

/** The box of a label whose left (right, middle) is at x, and whose middle is at y. */
struct fw_box fw_mark_label_box(const struct fw_mark_label *label, enum fw_align at, double x,
                                double y);

/** Appends the labels to `parent` as one run of texts; returns their box. */
struct fw_box fw_mark_labels_draw(struct fw_chart *chart, struct fw_scene_node *parent,
                                  enum fw_role role, const struct fw_mark_label *labels,
                                  size_t count);

/** A line from a label to what it names. */
struct fw_leader {
    struct fw_rule rule;
    struct fw_color color;
};

/** Appends leaders as one run of rules. */
void fw_leaders_draw(struct fw_chart *chart, struct fw_scene_node *parent,
                     const struct fw_leader *leaders, size_t count);

/** The opaque color behind the marks of a view. */
struct fw_color fw_view_ground(const struct fw_view *view);

/** What text has to have on its ground: WCAG 2.2, 1.4.3. */
extern const double fw_text_contrast;

/** The owner of every item of one node, for label_solver: `first` + the item's index. */
struct fw_obstacle_owner {
    const struct fw_scene_node *node;
    size_t first;
};

/** What is drawn in a view so far. */
struct fw_obstacles {
    struct fw_label_obstacle *items;
    size_t count, capacity;
    struct fw_obstacle_owner *owners;
    size_t owner_count, owner_capacity;
    size_t next_owner;
};

/**
 * Texts, symbols, bars and lines in the group of a view, the lines of its axes among them, in its
 * coordinates; not its grid, ticks and frame. Of areas only the edges are in the way.
 */
struct fw_obstacles fw_view_obstacles(const struct fw_view *view);

/** The owner of an item. 0: the node is none of them. */
size_t fw_obstacle_owner(const struct fw_obstacles *obstacles, const struct fw_scene_node *node,
                         size_t item);

/** One item of a unit's marks, with where the groups around it lie. */
struct fw_mark_item {
    const struct fw_scene_node *node;
    size_t item;
    double dx, dy;
};

/** All items of a unit's marks that are made of rows, also those in groups; `*count` of them. */
struct fw_mark_item *fw_view_mark_items(const struct fw_view *unit, size_t *count);

/** The colors of an item, as they look on `ground`; the stroke's where it has no fill. */
struct fw_color fw_mark_item_color(const struct fw_mark_item *item, struct fw_color ground);

#endif
