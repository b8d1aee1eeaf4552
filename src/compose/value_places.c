/* Where the values of bars, points and lines may stand. */
#include <math.h>

#include "color/contrast.h"
#include "compose/values.h"
#include "mark/position.h"
#include "mark/rows.h"
#include "train/train.h"

const double fw_value_gap = 4; /* our taste */

static double middle(double low, double high)
{
    return (low + high) / 2;
}

static void add_place(struct fw_value_mark *mark, enum fw_align align, double x, double y)
{
    mark->places[mark->place_count++] = fw_mark_label_box(&mark->label, align, x, y);
}

/* ---- bars ---------------------------------------------------------------------------------- */

/* Behind the end of a bar: `high` is its right, or its top. */
static void add_outside(struct fw_value_mark *mark, bool level, bool high)
{
    const struct fw_box *bar = &mark->box;
    double away = fw_value_gap + mark->label.height / 2;
    if (level) {
        add_place(mark, high ? FW_ALIGN_LEFT : FW_ALIGN_RIGHT,
                  high ? bar->x2 + fw_value_gap : bar->x1 - fw_value_gap, middle(bar->y1, bar->y2));
    } else {
        add_place(mark, FW_ALIGN_CENTER, middle(bar->x1, bar->x2),
                  high ? bar->y1 - away : bar->y2 + away);
    }
}

/* In a bar, at its end; where it has room for that. */
static void add_inside(struct fw_value_mark *mark, bool level, bool high)
{
    const struct fw_box *bar = &mark->box;
    double width = bar->x2 - bar->x1, height = bar->y2 - bar->y1;
    double long_gap = 2 * fw_value_gap, thin_gap = fw_value_gap / 2;
    bool fits = mark->label.width + (level ? long_gap : thin_gap) <= width &&
                mark->label.height + (level ? thin_gap : long_gap) <= height;
    double away = fw_value_gap + mark->label.height / 2;
    if (!fits) {
        return;
    }
    if (level) {
        add_place(mark, high ? FW_ALIGN_RIGHT : FW_ALIGN_LEFT,
                  high ? bar->x2 - fw_value_gap : bar->x1 + fw_value_gap, middle(bar->y1, bar->y2));
    } else {
        add_place(mark, FW_ALIGN_CENTER, middle(bar->x1, bar->x2),
                  high ? bar->y1 + away : bar->y2 - away);
    }
}

/* In the middle of a piece of a stack. */
static void add_centered(struct fw_value_mark *mark)
{
    const struct fw_box *bar = &mark->box;
    if (mark->label.width + fw_value_gap <= bar->x2 - bar->x1 &&
        mark->label.height + fw_value_gap / 2 <= bar->y2 - bar->y1) {
        add_place(mark, FW_ALIGN_CENTER, middle(bar->x1, bar->x2), middle(bar->y1, bar->y2));
    }
}

/* Whether the end that stands for a value is the right one, or the upper one. */
static bool is_high(const struct fw_unit *unit, enum fw_channel measure, double value,
                    const struct fw_box *bar)
{
    bool level = measure == FW_CHANNEL_X;
    const struct fw_scale *scale = unit->scales[measure].scale;
    double at = scale == NULL ? NAN : fw_scale_number(scale, fw_number(value));
    double high = level ? bar->x2 : bar->y1, low = level ? bar->x1 : bar->y2;
    return !(fabs(at - low) < fabs(at - high));
}

static struct fw_box box_of(const struct fw_mark_item *item)
{
    const struct fw_rect *rect = &item->node->rects[item->item];
    double x = rect->x + item->dx, y = rect->y + item->dy;
    return (struct fw_box){ x, y, x + rect->width, y + rect->height };
}

/* Whether some bars lie end to end in one band. */
static bool is_stacked(const struct fw_view *unit, const struct fw_mark_item *items, size_t count)
{
    bool level = unit->orient == FW_HORIZONTAL;
    bool few = count <= FW_MOST_VALUES; /* of more none is labelled */
    for (size_t i = 0; unit->stack != NULL && i < count && few; i++) {
        for (size_t k = 0; k < i; k++) {
            struct fw_box a = box_of(&items[i]), b = box_of(&items[k]);
            if (fabs(level ? a.y1 - b.y1 : a.x1 - b.x1) < 0.5) {
                return true;
            }
        }
    }
    return false;
}

static void set_places(struct fw_value_plan *plan, struct fw_value_mark *mark, bool level,
                       bool high, bool stacked)
{
    if (stacked) {
        mark->inside_from = 0;
        add_centered(mark);
        return;
    }
    if (plan->wanted.placement != FW_LABELS_INSIDE) {
        add_outside(mark, level, high);
    }
    mark->inside_from = mark->place_count;
    if (plan->wanted.placement != FW_LABELS_OUTSIDE) {
        add_inside(mark, level, high);
    }
}

static void label_ends(struct fw_value_plan *plan, const struct fw_view *unit, bool second)
{
    struct fw_value_text text, measure;
    struct fw_value_labels plain = { .placement = FW_LABELS_AUTO };
    struct fw_unit seen = fw_view_unit(unit);
    size_t count;
    struct fw_mark_item *items = fw_view_mark_items(unit, &count);
    if (!fw_value_text_init(&measure, unit, &plain, second)) {
        return;
    }
    bool found = fw_value_text_init(&text, unit, &plan->wanted, second);
    *(found ? &plan->has_field : &plan->lacks_field) = true;
    bool stacked = found && is_stacked(unit, items, count);
    for (size_t i = 0; found && i < count; i++) {
        size_t row = items[i].node->rows[items[i].item];
        struct fw_value_mark *mark = items[i].node->kind == FW_NODE_RECT
                                         ? fw_value_add(plan, &text, row, box_of(&items[i]))
                                         : NULL;
        if (mark == NULL) {
            continue;
        }
        mark->owner = fw_obstacle_owner(&plan->obstacles, items[i].node, items[i].item);
        mark->color = fw_mark_item_color(&items[i], plan->ground);
        bool high = is_high(&seen, text.measure, fw_value_number(&measure, row), &mark->box);
        set_places(plan, mark, text.measure == FW_CHANNEL_X, high, stacked);
    }
}

void fw_value_bars(struct fw_value_plan *plan, const struct fw_view *unit)
{
    bool level = unit->orient == FW_HORIZONTAL;
    label_ends(plan, unit, false);
    bool ranged = fw_encoding_field(unit->encoding, level ? FW_CHANNEL_X2 : FW_CHANNEL_Y2) != NULL;
    if (ranged && plan->wanted.field == NULL) {
        label_ends(plan, unit, true);
    }
}

/* ---- points and lines ---------------------------------------------------------------------- */

/* Along the measure first, then across it, then at the corners. */
static void add_around(struct fw_value_mark *mark, bool level)
{
    const struct fw_box *box = &mark->box;
    double x = middle(box->x1, box->x2), y = middle(box->y1, box->y2);
    double above = box->y1 - fw_value_gap / 2 - mark->label.height / 2;
    double below = box->y2 + fw_value_gap / 2 + mark->label.height / 2;
    for (int pass = 0; pass < 2; pass++) {
        if ((pass == 0) == level) {
            add_place(mark, FW_ALIGN_LEFT, box->x2 + fw_value_gap, y);
            add_place(mark, FW_ALIGN_RIGHT, box->x1 - fw_value_gap, y);
        } else {
            add_place(mark, FW_ALIGN_CENTER, x, above);
            add_place(mark, FW_ALIGN_CENTER, x, below);
        }
    }
    add_place(mark, FW_ALIGN_LEFT, box->x2, above);
    add_place(mark, FW_ALIGN_RIGHT, box->x1, above);
    mark->inside_from = mark->place_count;
}

/* The least and greatest value of rows. */
struct reach {
    double low, high;
};

static void stretch(struct reach *reach, double value)
{
    reach->low = fmin(reach->low, value);
    reach->high = fmax(reach->high, value);
}

void fw_value_points(struct fw_value_plan *plan, const struct fw_view *unit)
{
    struct fw_value_text text;
    bool found = fw_value_text_init(&text, unit, &plan->wanted, false);
    *(found ? &plan->has_field : &plan->lacks_field) = true;
    struct reach reach = { INFINITY, -INFINITY };
    size_t count;
    struct fw_mark_item *items = fw_view_mark_items(unit, &count);
    for (size_t i = 0; found && i < count; i++) {
        stretch(&reach, fw_value_number(&text, items[i].node->rows[items[i].item]));
    }
    for (size_t i = 0; found && i < count; i++) {
        size_t row = items[i].node->rows[items[i].item];
        struct fw_box box = fw_item_bounds(unit->chart->fonts, items[i].node, items[i].item);
        struct fw_value_mark *mark =
            fw_value_add(plan, &text, row, fw_box_translate(box, items[i].dx, items[i].dy));
        if (mark != NULL) {
            double value = fw_value_number(&text, row);
            mark->priority = value == reach.low || value == reach.high;
            add_around(mark, text.measure == FW_CHANNEL_X);
        }
    }
}

/* The box of a vertex and of the symbol that another unit draws there; the search is left out where
 * there are too many labels to draw any. */
static struct fw_box vertex_box(const struct fw_value_plan *plan, const struct fw_vertex *v)
{
    struct fw_box box = { v->x, v->y, v->x, v->y };
    for (size_t i = 0; plan->count <= FW_MOST_VALUES && i < plan->obstacles.count; i++) {
        const struct fw_label_obstacle *o = &plan->obstacles.items[i];
        if (!o->line && o->box.x1 < v->x && o->box.x2 > v->x && o->box.y1 < v->y &&
            o->box.y2 > v->y) {
            fw_box_union(&box, o->box);
        }
    }
    return box;
}

/* A line's end says most, then its beginning, its top and its bottom. */
static double priority_of(const struct fw_series *series, size_t i, double value,
                          const struct reach *reach)
{
    return i + 1 == series->count                        ? 3
           : i == 0                                      ? 2
           : value == reach->low || value == reach->high ? 1
                                                         : 0;
}

static void label_series(struct fw_value_plan *plan, const struct fw_value_text *text,
                         const struct fw_series *series, const struct fw_polyline *path)
{
    struct reach reach = { INFINITY, -INFINITY };
    for (size_t i = 0; i < series->count; i++) {
        stretch(&reach, fw_value_number(text, series->rows[i]));
    }
    for (size_t i = 0; i < series->count && i < path->count; i++) {
        const struct fw_vertex *v = &path->vertices[i];
        struct fw_value_mark *mark =
            v->gap ? NULL : fw_value_add(plan, text, series->rows[i], vertex_box(plan, v));
        if (mark != NULL) {
            double value = fw_value_number(text, series->rows[i]);
            mark->priority = priority_of(series, i, value, &reach);
            add_around(mark, text->measure == FW_CHANNEL_X);
        }
    }
}

void fw_value_lines(struct fw_value_plan *plan, const struct fw_view *unit)
{
    struct fw_value_text text;
    bool found = unit->stack == NULL && fw_value_text_init(&text, unit, &plan->wanted, false);
    *(found ? &plan->has_field : &plan->lacks_field) = true;
    if (!found || unit->marks == NULL) {
        return;
    }
    struct fw_unit seen = fw_view_unit(unit);
    struct fw_ref x = fw_point_position(&seen, FW_CHANNEL_X, FW_POSITION_MID);
    struct fw_ref y = fw_point_position(&seen, FW_CHANNEL_Y, FW_POSITION_MID);
    size_t count;
    const struct fw_series *series =
        fw_mark_series(&seen, seen.orient == FW_HORIZONTAL ? &y : &x, &count);
    for (size_t i = 0; i < count && i < unit->marks->count; i++) {
        label_series(plan, &text, &series[i], &unit->marks->polylines[i]);
    }
}
