/* Names of lines, areas and trails: in a column right of them, or beside them in the plot. */
#include <math.h>

#include "compose/names.h"

/* ---- taste, in px unless it says otherwise ------------------------------------------------- */

/* Between the end of a line and its name. */
static const double name_gap = 6;
/* Between two names, in font sizes of white space. */
static const double name_leading = 0.25;
/* From the ends to the names where leaders run between them. */
static const double leader_room = 18;
/* Names displaced by more than this share of their font size get a leader. */
static const double leader_from = 0.5;
/* Ends within this of the rightmost one share its column ... */
static const double column_reach = 12;
/* ... and ends further left than this share of the width are named where they end, or not at all.
 */
static const double longest_leader = 0.25;
/* Longer names are broken: about a quarter of the width of a figure on A4. */
static const double name_limit = 160;

/* The names of a column as they are laid out. */
struct column {
    struct fw_mark_label *labels;
    struct fw_label_slot *slots;
    size_t count;
    double x;
    bool led; /* by leaders */
};

/* How far right something drawn at the height of an end already reaches: symbols, values. */
static double reach_of(const struct fw_name_plan *plan, const struct fw_name_anchor *anchor,
                       double height)
{
    double middle = (anchor->box.y1 + anchor->box.y2) / 2, reach = anchor->box.x2;
    for (size_t i = 0; i < plan->obstacles.count; i++) {
        const struct fw_label_obstacle *o = &plan->obstacles.items[i];
        if (!o->line && o->box.x1 <= anchor->box.x2 + 4 * name_gap && o->box.x2 > reach &&
            o->box.y1 < middle + height / 2 && o->box.y2 > middle - height / 2) {
            reach = o->box.x2;
        }
    }
    return reach;
}

static bool spread(const struct fw_name_plan *plan, const struct fw_name_anchor *anchors,
                   struct column *column)
{
    double size = plan->legend->named_text.size;
    for (size_t i = 0; i < column->count; i++) {
        const struct fw_box *end = &anchors[i].box;
        column->labels[i] = fw_name_set(plan, &anchors[i], name_limit);
        column->slots[i] = (struct fw_label_slot){
            .wanted = (end->y1 + end->y2) / 2,
            .size = column->labels[i].height,
            .key = column->labels[i].text,
        };
    }
    double high = plan->view->group->group->height + size / 2;
    return fw_labels_spread(plan->view->chart->make.arena, column->slots, column->count,
                            size * name_leading, -size / 2, high) == 0;
}

/* An axis on the right parts the ends from what stands beside the view. */
static bool has_axis_right(const struct fw_name_plan *plan)
{
    return plan->beside.x2 > plan->view->group->group->width + 1;
}

/* Sets the column right of all ends and of what stands beside them. */
static void set_x(const struct fw_name_plan *plan, const struct fw_name_anchor *anchors,
                  struct column *column)
{
    double right = -INFINITY;
    for (size_t i = 0; i < column->count; i++) {
        right = fmax(right, reach_of(plan, &anchors[i], column->labels[i].height));
    }
    right = has_axis_right(plan) ? fmax(right, plan->beside.x2) : right;
    for (size_t i = 0; i < column->count; i++) {
        double moved = fabs(column->slots[i].at - column->slots[i].wanted);
        double away = right - anchors[i].box.x2;
        column->led = column->led || moved > leader_from * plan->legend->named_text.size ||
                      away > column_reach + 2 * name_gap;
    }
    column->x = right + (column->led ? leader_room : name_gap);
}

/* A leader from beside the end to beside the name. */
static void add_leader(struct fw_name_plan *plan, const struct fw_name_anchor *anchor,
                       const struct fw_mark_label *label)
{
    double from = reach_of(plan, anchor, label->height) + name_gap / 3;
    double y = (anchor->box.y1 + anchor->box.y2) / 2;
    plan->leaders[plan->leader_count++] =
        (struct fw_leader){ { from, y, label->box.x1 - name_gap / 2,
                              (label->box.y1 + label->box.y2) / 2 },
                            label->look.fill.color };
}

bool fw_name_column(struct fw_name_plan *plan, const struct fw_name_anchor *anchors, size_t count)
{
    struct fw_arena *arena = plan->view->chart->make.arena;
    struct column column = { .count = count };
    column.labels = FW_NEW_ARRAY(arena, count, struct fw_mark_label);
    column.slots = FW_NEW_ARRAY(arena, count, struct fw_label_slot);
    if (count == 0 || !spread(plan, anchors, &column)) {
        return count == 0;
    }
    set_x(plan, anchors, &column);
    for (size_t i = 0; i < count; i++) {
        struct fw_mark_label *label = &column.labels[i];
        label->box = fw_mark_label_box(label, FW_ALIGN_LEFT, column.x, column.slots[i].at);
        if (column.led) {
            add_leader(plan, &anchors[i], label);
        }
    }
    for (size_t i = 0; i < count; i++) {
        fw_name_add(plan, &anchors[i], &column.labels[i]);
    }
    return true;
}

/* ---- inside the plot ----------------------------------------------------------------------- */

/* What is drawn around a vertex: its symbol. */
static struct fw_box symbol_at(const struct fw_name_plan *plan, double x, double y)
{
    struct fw_box box = { x, y, x, y };
    for (size_t i = 0; i < plan->obstacles.count; i++) {
        const struct fw_label_obstacle *o = &plan->obstacles.items[i];
        if (!o->line && o->box.x1 < x && o->box.x2 > x && o->box.y1 < y && o->box.y2 > y) {
            fw_box_union(&box, o->box);
        }
    }
    return box;
}

/* Places beside one vertex: right of it, then over and under it. */
static void add_places(const struct fw_name_plan *plan, struct fw_name_choice *choice, double x,
                       double y, bool right)
{
    const struct fw_mark_label *label = &choice->label;
    struct fw_box symbol = symbol_at(plan, x, y);
    double away = label->height / 2 + name_gap / 2;
    double mid = fmin(fmax(x, label->width / 2), plan->beside.x2 - label->width / 2);
    if (right) {
        choice->places[choice->place_count++] =
            fw_mark_label_box(label, FW_ALIGN_LEFT, symbol.x2 + name_gap / 2, y);
    }
    choice->places[choice->place_count++] =
        fw_mark_label_box(label, FW_ALIGN_CENTER, mid, symbol.y1 - away);
    choice->places[choice->place_count++] =
        fw_mark_label_box(label, FW_ALIGN_CENTER, mid, symbol.y2 + away);
}

/* Vertices that a name may stand at: the end first, then backwards in even steps. */
enum { VERTICES_TRIED = 6 };

static struct fw_name_choice choose_along(const struct fw_name_plan *plan,
                                          const struct fw_name_anchor *anchor)
{
    const struct fw_polyline *path = &anchor->item.node->polylines[anchor->item.item];
    struct fw_name_choice choice = { .anchor = anchor };
    choice.label = fw_name_set(plan, anchor, name_limit);
    choice.places =
        FW_NEW_ARRAY(plan->view->chart->make.arena, 3 + 2 * VERTICES_TRIED, struct fw_box);
    add_places(plan, &choice, anchor->box.x2, (anchor->box.y1 + anchor->box.y2) / 2, true);
    for (size_t i = 1;
         (plan->inside || has_axis_right(plan)) && i <= VERTICES_TRIED && path->count > 1; i++) {
        size_t at = (path->count - 1) * (VERTICES_TRIED - i) / VERTICES_TRIED;
        const struct fw_vertex *v = &path->vertices[at];
        if (!v->gap) {
            add_places(plan, &choice, v->x + anchor->item.dx, v->y + anchor->item.dy, false);
        }
    }
    return choice;
}

static bool name_inside(struct fw_name_plan *plan, const struct fw_name_anchor *anchors,
                        size_t count)
{
    const struct fw_group *group = plan->view->group->group;
    struct fw_box frame = { 0, 0, group->width, group->height };
    struct fw_name_choice *choices =
        FW_NEW_ARRAY(plan->view->chart->make.arena, count, struct fw_name_choice);
    for (size_t i = 0; i < count; i++) {
        choices[i] = choose_along(plan, &anchors[i]);
    }
    return fw_name_choose(plan, choices, count, frame);
}

/* Moves the ends that lie at the right to `late`, and those of series that end earlier to `early`.
 */
static void split_ends(const struct fw_name_plan *plan, struct fw_name_anchor *late,
                       size_t *late_count, struct fw_name_anchor *early, size_t *early_count)
{
    double right = -INFINITY;
    for (size_t i = 0; i < plan->path_count; i++) {
        right = fmax(right, plan->paths[i].box.x2);
    }
    *late_count = *early_count = 0;
    for (size_t i = 0; i < plan->path_count; i++) {
        if (plan->paths[i].box.x2 >= right - column_reach) {
            late[(*late_count)++] = plan->paths[i];
        } else {
            early[(*early_count)++] = plan->paths[i];
        }
    }
}

void fw_name_paths(struct fw_name_plan *plan)
{
    struct fw_arena *arena = plan->view->chart->make.arena;
    bool inside = plan->inside || has_axis_right(plan);
    if ((inside && name_inside(plan, plan->paths, plan->path_count)) || plan->inside) {
        return;
    }
    struct fw_name_anchor *late = FW_NEW_ARRAY(arena, plan->path_count, struct fw_name_anchor);
    struct fw_name_anchor *early = FW_NEW_ARRAY(arena, plan->path_count, struct fw_name_anchor);
    size_t late_count, early_count;
    split_ends(plan, late, &late_count, early, &early_count);
    double reach = plan->view->group->group->width * (1 - longest_leader);
    for (size_t i = 0; i < early_count; i++) {
        if (!name_inside(plan, &early[i], 1) && early[i].box.x2 >= reach) {
            late[late_count++] = early[i];
        }
    }
    fw_name_column(plan, late, late_count);
}
