/* Names of the series of bars: at the last column or over the first row of stacks, else in or at
 * bars of one group. */
#include <math.h>

#include "color/contrast.h"
#include "compose/names.h"

/* Taste, px. Between a bar and a name beside it; between the edge of a bar and a name in it. */
static const double bar_gap = 5;
/* Between two names in a row. */
static const double row_gap = 12;
/* Names in a row are not broken; else to so many widths of their bars, the first that fits, but to
 * no less than this. */
static const double row_widths[] = { INFINITY, 4, 2, 1 }, narrowest = 56;

static double middle(double low, double high)
{
    return (low + high) / 2;
}

/* Whether the bars of one place stand beside each other, and not on each other. */
static bool is_grouped(const struct fw_view *unit)
{
    return unit->stack == NULL || fw_encoding_has(unit->encoding, FW_CHANNEL_XOFFSET) ||
           fw_encoding_has(unit->encoding, FW_CHANNEL_YOFFSET);
}

static bool is_done(const struct fw_name_plan *plan, const struct fw_name_anchor *bar)
{
    return plan->done[bar->entry];
}

/* The bars at the far right (or at the top) of all that are to be named; one an entry. */
static size_t take_edge(const struct fw_name_plan *plan, bool right, struct fw_name_anchor *taken)
{
    double edge = right ? -INFINITY : INFINITY;
    size_t count = 0;
    for (size_t i = 0; i < plan->bar_count; i++) {
        const struct fw_box *box = &plan->bars[i].box;
        if (!is_done(plan, &plan->bars[i])) {
            edge = right ? fmax(edge, box->x2) : fmin(edge, box->y1);
        }
    }
    for (size_t i = 0; i < plan->bar_count; i++) {
        const struct fw_name_anchor *bar = &plan->bars[i];
        double at = right ? bar->box.x2 : bar->box.y1;
        bool seen = is_done(plan, bar) || fabs(at - edge) > 0.5;
        for (size_t k = 0; k < count; k++) {
            seen = seen || taken[k].entry == bar->entry;
        }
        if (!seen) {
            taken[count++] = *bar;
        }
    }
    return count;
}

/* ---- a row over the first bars of level stacks --------------------------------------------- */

/* Whether a name over a bar is seen to belong to it: it stands over its middle, or within it. */
static bool belongs(const struct fw_box *name, const struct fw_box *bar)
{
    const double slack = 0.5; /* px */
    double mid = middle(bar->x1, bar->x2);
    return (name->x1 <= mid && name->x2 >= mid) ||
           (name->x1 >= bar->x1 - slack && name->x2 <= bar->x2 + slack);
}

/* Whether the row at the height of these names is free of all that is drawn. */
static bool is_free(const struct fw_name_plan *plan, struct fw_box box)
{
    for (size_t i = 0; i < plan->obstacles.count; i++) {
        const struct fw_label_obstacle *o = &plan->obstacles.items[i];
        if (!o->line && o->box.x1 < box.x2 && o->box.x2 > box.x1 && o->box.y1 < box.y2 &&
            o->box.y2 > box.y1) {
            return false;
        }
    }
    return true;
}

static bool name_row(struct fw_name_plan *plan, const struct fw_name_anchor *bars, size_t count,
                     double widths)
{
    struct fw_arena *arena = plan->view->chart->make.arena;
    struct fw_mark_label *labels = FW_NEW_ARRAY(arena, count, struct fw_mark_label);
    struct fw_label_slot *slots = FW_NEW_ARRAY(arena, count, struct fw_label_slot);
    for (size_t i = 0; i < count; i++) {
        const struct fw_box *bar = &bars[i].box;
        double limit = fmax(narrowest, widths * (bar->x2 - bar->x1));
        labels[i] = fw_name_set(plan, &bars[i], isfinite(limit) ? limit : 0);
        slots[i].wanted = fmin(bar->x1 + labels[i].width / 2, middle(bar->x1, bar->x2));
        slots[i].wanted = fmax(slots[i].wanted, bar->x1 + labels[i].width / 2);
        slots[i].size = labels[i].width;
        slots[i].key = labels[i].text;
    }
    double width = fmax(plan->view->group->group->width, plan->beside.x2);
    if (fw_labels_spread(arena, slots, count, row_gap, 0, width) > 0) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        double y = bars[i].box.y1 - bar_gap - labels[i].height / 2;
        labels[i].box = fw_mark_label_box(&labels[i], FW_ALIGN_CENTER, slots[i].at, y);
        if (!belongs(&labels[i].box, &bars[i].box) || !is_free(plan, labels[i].box) ||
            (plan->inside && labels[i].box.y1 < 0)) {
            return false;
        }
    }
    for (size_t i = 0; i < count; i++) {
        fw_name_add(plan, &bars[i], &labels[i]);
    }
    return true;
}

/* ---- in and at bars ------------------------------------------------------------------------ */

/* Text in a bar is black or white, whichever is read better. */
static struct fw_mark_label set_in_bar(const struct fw_name_plan *plan,
                                       const struct fw_name_anchor *bar, double limit)
{
    static const struct fw_color black = { 0, 0, 0, 1 }, white = { 255, 255, 255, 1 };
    struct fw_mark_label label = fw_name_set(plan, bar, limit);
    bool light = fw_color_contrast(white, bar->color) >= fw_text_contrast;
    label.look.fill.color = light ? white : black;
    return label;
}

static bool fits(const struct fw_mark_label *label, const struct fw_box *bar)
{
    return label->width + 2 * bar_gap <= bar->x2 - bar->x1 &&
           label->height + bar_gap <= bar->y2 - bar->y1;
}

/* The name in a bar, at its start where it is level and grouped, else in its middle. */
static struct fw_name_choice choose_in(const struct fw_name_plan *plan,
                                       const struct fw_name_anchor *bar)
{
    struct fw_name_choice choice = { .anchor = bar };
    bool level = bar->unit->orient == FW_HORIZONTAL && is_grouped(bar->unit);
    double width = bar->box.x2 - bar->box.x1 - 2 * bar_gap, y = middle(bar->box.y1, bar->box.y2);
    choice.label = set_in_bar(plan, bar, width);
    if (fits(&choice.label, &bar->box)) {
        choice.places = FW_NEW(plan->view->chart->make.arena, struct fw_box);
        choice.places[0] =
            level ? fw_mark_label_box(&choice.label, FW_ALIGN_LEFT, bar->box.x1 + bar_gap, y)
                  : fw_mark_label_box(&choice.label, FW_ALIGN_CENTER,
                                      middle(bar->box.x1, bar->box.x2), y);
        choice.place_count = 1;
        choice.owner = fw_obstacle_owner(&plan->obstacles, bar->item.node, bar->item.item);
    }
    return choice;
}

/* Where a name behind a level bar begins: after the bar, and after a value that is there already.
 */
static double end_of(const struct fw_name_plan *plan, const struct fw_box *bar)
{
    double y = middle(bar->y1, bar->y2), end = bar->x2;
    for (size_t i = 0; i < plan->obstacles.count; i++) {
        const struct fw_label_obstacle *o = &plan->obstacles.items[i];
        if (!o->line && o->box.y1 < y && o->box.y2 > y && o->box.x1 >= bar->x2 &&
            o->box.x1 <= bar->x2 + 2 * bar_gap) {
            end = fmax(end, o->box.x2);
        }
    }
    return end;
}

/* The name behind the end of a level bar, over an upright one. */
static struct fw_name_choice choose_at(const struct fw_name_plan *plan,
                                       const struct fw_name_anchor *bar)
{
    struct fw_name_choice choice = { .anchor = bar };
    bool level = bar->unit->orient == FW_HORIZONTAL;
    double x = middle(bar->box.x1, bar->box.x2);
    choice.label = fw_name_set(plan, bar, level ? 0 : bar->box.x2 - bar->box.x1);
    double away = bar_gap + choice.label.height / 2;
    choice.places = FW_NEW(plan->view->chart->make.arena, struct fw_box);
    choice.places[0] =
        level ? fw_mark_label_box(&choice.label, FW_ALIGN_LEFT, end_of(plan, &bar->box) + bar_gap,
                                  middle(bar->box.y1, bar->box.y2))
              : fw_mark_label_box(&choice.label, FW_ALIGN_CENTER, x, bar->box.y1 - away);
    choice.place_count = 1;
    return choice;
}

static double area_of(const struct fw_name_anchor *bar)
{
    return (bar->box.x2 - bar->box.x1) * (bar->box.y2 - bar->box.y1);
}

/* The largest bar of an entry. */
static const struct fw_name_anchor *largest(const struct fw_name_plan *plan, size_t entry)
{
    const struct fw_name_anchor *best = NULL;
    for (size_t i = 0; i < plan->bar_count; i++) {
        const struct fw_name_anchor *bar = &plan->bars[i];
        if (bar->entry == entry && (best == NULL || area_of(bar) > area_of(best))) {
            best = bar;
        }
    }
    return best;
}

static struct fw_box room_of(const struct fw_name_plan *plan)
{
    const struct fw_group *group = plan->view->group->group;
    struct fw_box room = { 0, 0, group->width, group->height };
    /* Names at the ends of the longest bars lie beside the plot. */
    return plan->inside ? room : fw_box_expand(room, group->width);
}

static bool choose_all(struct fw_name_plan *plan, const struct fw_name_anchor *bars, size_t count,
                       struct fw_name_choice (*choose)(const struct fw_name_plan *plan,
                                                       const struct fw_name_anchor *bar))
{
    struct fw_arena *arena = plan->view->chart->make.arena;
    struct fw_name_choice *choices = FW_NEW_ARRAY(arena, count, struct fw_name_choice);
    for (size_t i = 0; i < count; i++) {
        choices[i] = choose(plan, &bars[i]);
    }
    return fw_name_choose(plan, choices, count, room_of(plan));
}

static bool name_largest(struct fw_name_plan *plan)
{
    struct fw_arena *arena = plan->view->chart->make.arena;
    size_t entries = plan->legend->named_count, count = 0;
    struct fw_name_anchor *bars = FW_NEW_ARRAY(arena, entries, struct fw_name_anchor);
    for (size_t i = 0; i < entries; i++) {
        const struct fw_name_anchor *bar = plan->done[i] ? NULL : largest(plan, i);
        if (bar != NULL) {
            bars[count++] = *bar;
        }
    }
    return choose_all(plan, bars, count, choose_in);
}

/* Bars of the first group of grouped ones: the first of each entry, in reading order. */
static size_t take_group(const struct fw_name_plan *plan, struct fw_name_anchor *taken)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->bar_count; i++) {
        const struct fw_name_anchor *bar = &plan->bars[i];
        bool level = bar->unit->orient == FW_HORIZONTAL;
        size_t at = 0;
        while (at < count && taken[at].entry != bar->entry) {
            at++;
        }
        if (is_done(plan, bar)) {
            continue;
        }
        bool earlier = at == count ||
                       (level ? bar->box.y1 < taken[at].box.y1 : bar->box.x1 < taken[at].box.x1);
        if (earlier) {
            taken[at] = *bar;
        }
        count += at == count;
    }
    return count;
}

void fw_name_bars(struct fw_name_plan *plan)
{
    if (plan->bar_count == 0) {
        return;
    }
    struct fw_name_anchor *bars = FW_NEW_ARRAY(plan->view->chart->make.arena,
                                               plan->legend->named_count, struct fw_name_anchor);
    const struct fw_view *unit = plan->bars[0].unit;
    bool upright = unit->orient == FW_VERTICAL;
    if (is_grouped(unit)) {
        size_t count = take_group(plan, bars);
        if (upright || !choose_all(plan, bars, count, choose_in)) {
            choose_all(plan, bars, count, choose_at);
        }
        return;
    }
    size_t count = take_edge(plan, upright, bars);
    if (upright && !plan->inside) {
        fw_name_column(plan, bars, count);
    }
    bool named = upright;
    for (size_t i = 0; !named && i < FW_COUNT(row_widths); i++) {
        named = name_row(plan, bars, count, row_widths[i]);
    }
    name_largest(plan);
}
