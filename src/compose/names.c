/* Names of series where they are drawn: planned as a whole, drawn when all of a legend fit. */
#include "compose/names.h"

#include <stdlib.h>

#include "color/contrast.h"
#include "explain/direct.h"

struct fw_mark_label fw_name_set(const struct fw_name_plan *plan,
                                 const struct fw_name_anchor *anchor, double limit)
{
    struct fw_guide_text look = plan->legend->named_text;
    look.fill = (struct fw_paint){ .kind = FW_PAINT_COLOR };
    look.fill.color = fw_color_legible(anchor->color, plan->ground, fw_text_contrast);
    look.opacity = 1;
    return fw_mark_label_set(plan->view->chart, &look, plan->legend->named[anchor->entry].text,
                             limit);
}

void fw_name_add(struct fw_name_plan *plan, const struct fw_name_anchor *anchor,
                 const struct fw_mark_label *label)
{
    struct fw_obstacles *all = &plan->obstacles;
    FW_RESERVE(plan->view->chart->make.arena, all->items, all->count, all->capacity);
    all->items[all->count++] = (struct fw_label_obstacle){ label->box, false, 0 };
    plan->labels[plan->count++] = *label;
    plan->done[anchor->entry] = true;
}

bool fw_name_choose(struct fw_name_plan *plan, struct fw_name_choice *choices, size_t count,
                    struct fw_box bounds)
{
    struct fw_arena *arena = plan->view->chart->make.arena;
    struct fw_label_item *labels = FW_NEW_ARRAY(arena, count, struct fw_label_item);
    for (size_t i = 0; i < count; i++) {
        labels[i] = (struct fw_label_item){ .places = choices[i].places,
                                            .place_count = choices[i].place_count,
                                            .key = choices[i].label.text,
                                            .owner = choices[i].owner };
    }
    struct fw_label_problem problem = {
        .labels = labels,
        .label_count = count,
        .obstacles = plan->obstacles.items,
        .obstacle_count = plan->obstacles.count,
        .bounds = bounds,
        .gap = 2, /* px, so that two names do not run together */
    };
    if (fw_labels_place(arena, &problem) > 0) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        choices[i].label.box = choices[i].places[labels[i].at];
        fw_name_add(plan, choices[i].anchor, &choices[i].label);
    }
    return true;
}

static void begin_plan(struct fw_name_plan *plan, const struct fw_view *view,
                       struct fw_legend_model *legend)
{
    struct fw_arena *arena = view->chart->make.arena;
    size_t count = legend->named_count;
    *plan = (struct fw_name_plan){ .view = view, .legend = legend };
    plan->ground = fw_view_ground(view);
    plan->drawn = FW_NEW_ARRAY(arena, count, bool);
    plan->done = FW_NEW_ARRAY(arena, count, bool);
    plan->labels = FW_NEW_ARRAY(arena, count, struct fw_mark_label);
    plan->leaders = FW_NEW_ARRAY(arena, count, struct fw_leader);
    const struct fw_group *group = view->group->group;
    plan->beside = (struct fw_box){ 0, 0, group->width, group->height };
}

/* Whether the view shows the legend's entries at all, and all that it shows are planned. */
static bool make_plan(struct fw_name_plan *plan)
{
    if (fw_name_anchors_find(plan)) {
        for (size_t i = 0; i < plan->legend->named_count; i++) {
            plan->done[i] = plan->drawn[i];
        }
        return true;
    }
    bool all = true;
    if (plan->path_count + plan->bar_count + plan->point_count > 0) {
        plan->obstacles = fw_view_obstacles(plan->view);
        fw_name_paths(plan);
        fw_name_bars(plan);
        fw_name_points(plan);
    }
    for (size_t i = 0; i < plan->legend->named_count; i++) {
        if (plan->drawn[i] && !plan->done[i]) {
            all = false;
            plan->legend->unnamed =
                plan->legend->unnamed == NULL ? plan->legend->named[i].text : plan->legend->unnamed;
        }
    }
    return all;
}

/* From top to bottom, as one reads them. */
static int by_place(const void *left, const void *right)
{
    const struct fw_mark_label *a = left, *b = right;
    double by_y = a->box.y1 - b->box.y1, by_x = a->box.x1 - b->box.x1;
    double order = by_y != 0 ? by_y : by_x;
    return (order > 0) - (order < 0);
}

static struct fw_box draw_plan(const struct fw_name_plan *plan)
{
    struct fw_chart *chart = plan->view->chart;
    fw_leaders_draw(chart, plan->view->group, plan->leaders, plan->leader_count);
    for (size_t i = 0; i < plan->legend->named_count; i++) {
        plan->legend->named[i].named = plan->legend->named[i].named || plan->done[i];
    }
    qsort(plan->labels, plan->count, sizeof *plan->labels, by_place);
    return fw_mark_labels_draw(chart, plan->view->group, FW_ROLE_DIRECT_LABEL, plan->labels,
                               plan->count);
}

/* Calls `visit` for the legends of a view and, of a layer, of those below. */
typedef void visit_fn(void *context, struct fw_legend_model *legend);

static void each_legend(const struct fw_view *view, bool below, visit_fn *visit, void *context)
{
    for (size_t i = 0; i < view->legend_count; i++) {
        if (view->legends[i].direct) {
            visit(context, &view->legends[i]);
        }
    }
    for (size_t i = 0; below && view->kind == FW_VIEW_LAYER && i < view->child_count; i++) {
        each_legend(view->children[i], true, visit, context);
    }
}

/* ---- one view ------------------------------------------------------------------------------ */

/* Whether a view has a neighbor on its right in a facet: names beside it would part them. */
static bool has_neighbors(const struct fw_view *view)
{
    for (const struct fw_view *up = view; up->parent != NULL; up = up->parent) {
        const struct fw_view *facet = up->parent;
        bool one = facet->columns == 1 || (facet->column_count <= 1 && facet->row_count > 0);
        if (facet->kind == FW_VIEW_FACET && !one) {
            return true;
        }
    }
    return false;
}

struct naming {
    struct fw_view *view;
    struct fw_box *x_bounds, *y_bounds;
    bool inside;
};

static void name_in_view(void *context, struct fw_legend_model *legend)
{
    const struct naming *naming = context;
    struct fw_name_plan plan;
    begin_plan(&plan, naming->view, legend);
    plan.inside = naming->inside;
    fw_box_union(&plan.beside, *naming->x_bounds);
    if (make_plan(&plan)) {
        struct fw_box box = draw_plan(&plan);
        fw_box_union(&naming->view->bounds, box);
        fw_box_union(naming->x_bounds, box);
        fw_box_union(naming->y_bounds, box);
    }
}

void fw_view_name_series(struct fw_view *view, struct fw_box *x_bounds, struct fw_box *y_bounds)
{
    struct naming naming = { view, x_bounds, y_bounds, has_neighbors(view) };
    each_legend(view, true, name_in_view, &naming);
    for (const struct fw_view *up = view->parent; up != NULL; up = up->parent) {
        if (!naming.inside) {
            each_legend(up, false, name_in_view, &naming);
        }
    }
}

/* ---- the cells of a facet ------------------------------------------------------------------ */

static size_t count_done(const struct fw_name_plan *plan)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->legend->named_count; i++) {
        count += plan->done[i];
    }
    return count;
}

static void name_in_cells(void *context, struct fw_legend_model *legend)
{
    struct fw_view *facet = context;
    size_t count = facet->child_count, drawn = 0, fullest = count;
    struct fw_name_plan *plans = FW_NEW_ARRAY(facet->chart->make.arena, count, struct fw_name_plan);
    bool all = true;
    for (size_t i = 0; i < count; i++) {
        const struct fw_view *cell = facet->children[i];
        if (cell->kind != FW_VIEW_UNIT && cell->kind != FW_VIEW_LAYER) {
            return;
        }
        begin_plan(&plans[i], cell, legend);
        plans[i].inside = true;
        all = make_plan(&plans[i]) && all;
    }
    for (size_t i = 0; i < legend->named_count; i++) {
        drawn += legend->named[i].drawn;
    }
    for (size_t i = count; i-- > 0;) {
        fullest = count_done(&plans[i]) == drawn ? i : fullest;
    }
    for (size_t i = 0; i < count; i++) {
        if (all || i == fullest) {
            draw_plan(&plans[i]);
        }
    }
}

void fw_facet_name_series(struct fw_view *facet)
{
    if (facet->child_count == 0 || !has_neighbors(facet->children[0])) {
        return;
    }
    for (const struct fw_view *up = facet; up != NULL; up = up->parent) {
        each_legend(up, false, name_in_cells, facet);
    }
}
