/* Where series end: what names of series are tied to. */
#include <math.h>
#include <string.h>

#include "color/contrast.h"
#include "compose/names.h"
#include "explain/direct.h"

static bool in_frame(const struct fw_view *view, double x, double y)
{
    const double slack = 1; /* px: strokes of ends on the frame are half outside */
    const struct fw_group *frame = view->group->group;
    return x >= -slack && y >= -slack && x <= frame->width + slack && y <= frame->height + slack;
}

/* The end of a path: its rightmost vertex that is shown; of an area from edge to edge where it is
 * stacked, else the edge that is away from the baseline. */
static bool path_end(const struct fw_view *view, const struct fw_view *unit,
                     const struct fw_mark_item *item, struct fw_box *end)
{
    const struct fw_polyline *path = &item->node->polylines[item->item];
    bool band = item->node->kind == FW_NODE_AREA && unit->stack != NULL;
    bool found = false;
    for (size_t i = 0; i < path->count; i++) {
        const struct fw_vertex *v = &path->vertices[i];
        double x = v->x + item->dx, y = v->y + item->dy;
        double y2 = band ? v->y2 + item->dy : y;
        if (v->gap || !in_frame(view, x, (y + y2) / 2) || (found && x < end->x2)) {
            continue;
        }
        *end = (struct fw_box){ x, fmin(y, y2), x, fmax(y, y2) };
        found = true;
    }
    return found;
}

/* Of several paths of one series the one that reaches furthest carries the name. */
static void add_path(struct fw_name_plan *plan, const struct fw_name_anchor *anchor)
{
    for (size_t i = 0; i < plan->path_count; i++) {
        if (plan->paths[i].entry == anchor->entry) {
            if (anchor->box.x2 > plan->paths[i].box.x2) {
                plan->paths[i] = *anchor;
            } else if (fw_color_contrast(anchor->color, plan->ground) >
                       fw_color_contrast(plan->paths[i].color, plan->ground)) {
                plan->paths[i].color = anchor->color; /* of the line on a pale area */
            }
            return;
        }
    }
    plan->paths[plan->path_count++] = *anchor;
}

static void add_bar(struct fw_name_plan *plan, struct fw_name_anchor *anchor)
{
    const struct fw_rect *rect = &anchor->item.node->rects[anchor->item.item];
    double x = rect->x + anchor->item.dx, y = rect->y + anchor->item.dy;
    anchor->box = (struct fw_box){ x, y, x + rect->width, y + rect->height };
    if (rect->width > 0 && rect->height > 0) {
        FW_RESERVE(plan->view->chart->make.arena, plan->bars, plan->bar_count, plan->bar_capacity);
        plan->bars[plan->bar_count++] = *anchor;
    }
}

/* Points that stand in rows or columns of categories; in a scatter plot no point is the first. */
static void add_point(struct fw_name_plan *plan, struct fw_name_anchor *anchor)
{
    const struct fw_encoding *encoding = anchor->unit->encoding;
    const struct fw_channel_def *x = fw_encoding_field(encoding, FW_CHANNEL_X);
    const struct fw_channel_def *y = fw_encoding_field(encoding, FW_CHANNEL_Y);
    bool rows = y != NULL && fw_def_discrete(y), columns = x != NULL && fw_def_discrete(x);
    if (rows == columns) {
        return;
    }
    struct fw_box box =
        fw_item_bounds(plan->view->chart->fonts, anchor->item.node, anchor->item.item);
    anchor->box = fw_box_translate(box, anchor->item.dx, anchor->item.dy);
    FW_RESERVE(plan->view->chart->make.arena, plan->points, plan->point_count,
               plan->point_capacity);
    plan->points[plan->point_count++] = *anchor;
}

static void find_in_unit(struct fw_name_plan *plan, const struct fw_view *unit,
                         const struct fw_direct_source *source)
{
    size_t count;
    const struct fw_mark_item *items = fw_view_mark_items(unit, &count);
    for (size_t i = 0; i < count; i++) {
        const struct fw_scene_node *node = items[i].node;
        struct fw_name_anchor anchor = { .unit = unit, .item = items[i] };
        anchor.entry = fw_direct_entry(source, node->rows[items[i].item]);
        if (anchor.entry == FW_NO_ENTRY) {
            continue;
        }
        plan->legend->named[anchor.entry].drawn = plan->drawn[anchor.entry] = true;
        anchor.color = fw_mark_item_color(&items[i], plan->ground);
        bool path =
            node->kind == FW_NODE_LINE || node->kind == FW_NODE_TRAIL || node->kind == FW_NODE_AREA;
        if (path && path_end(plan->view, unit, &items[i], &anchor.box)) {
            add_path(plan, &anchor);
        } else if (node->kind == FW_NODE_RECT && strcmp(unit->mark, "bar") == 0) {
            add_bar(plan, &anchor);
        } else if (node->kind == FW_NODE_SYMBOL) {
            add_point(plan, &anchor);
        }
    }
}

static bool find_below(struct fw_name_plan *plan, const struct fw_view *view)
{
    struct fw_direct_source source;
    bool named = false;
    if (view->kind == FW_VIEW_UNIT) {
        if (fw_direct_source_of(view, plan->legend, &source)) {
            find_in_unit(plan, view, &source);
            named = fw_direct_guide_names(view, &source);
        }
        return named;
    }
    for (size_t i = 0; view->kind == FW_VIEW_LAYER && i < view->child_count; i++) {
        named = find_below(plan, view->children[i]) || named;
    }
    return named;
}

bool fw_name_anchors_find(struct fw_name_plan *plan)
{
    plan->paths = FW_NEW_ARRAY(plan->view->chart->make.arena, plan->legend->named_count,
                               struct fw_name_anchor);
    return find_below(plan, plan->view);
}
