/* What labels at marks must not cover: what is drawn in a view. */
#include <math.h>

#include "compose/mark_label.h"

static void add(struct fw_arena *arena, struct fw_obstacles *all, struct fw_box box, bool line,
                size_t owner)
{
    FW_RESERVE(arena, all->items, all->count, all->capacity);
    all->items[all->count++] = (struct fw_label_obstacle){ box, line, owner };
}

/* The edge of a path through (x, y), or of an area through (x2, y2). */
static void add_edge(struct fw_arena *arena, struct fw_obstacles *all,
                     const struct fw_polyline *path, bool second, double dx, double dy,
                     size_t owner)
{
    for (size_t i = 1; i < path->count; i++) {
        const struct fw_vertex *a = &path->vertices[i - 1], *b = &path->vertices[i];
        if (!a->gap && !b->gap) {
            struct fw_box line = { second ? a->x2 : a->x, second ? a->y2 : a->y,
                                   second ? b->x2 : b->x, second ? b->y2 : b->y };
            add(arena, all, fw_box_translate(line, dx, dy), true, owner);
        }
    }
}

static void add_item(const struct fw_view *view, struct fw_obstacles *all,
                     const struct fw_scene_node *node, size_t i, double dx, double dy)
{
    struct fw_arena *arena = view->chart->make.arena;
    size_t owner = all->next_owner + i;
    switch (node->kind) {
    case FW_NODE_LINE:
    case FW_NODE_TRAIL:
        add_edge(arena, all, &node->polylines[i], false, dx, dy, owner);
        return;
    case FW_NODE_AREA:
        add_edge(arena, all, &node->polylines[i], false, dx, dy, owner);
        add_edge(arena, all, &node->polylines[i], true, dx, dy, owner);
        return;
    case FW_NODE_RULE: {
        struct fw_rule rule = node->rules[i];
        struct fw_box line = { rule.x, rule.y, rule.x2, rule.y2 };
        add(arena, all, fw_box_translate(line, dx, dy), true, owner);
        return;
    }
    case FW_NODE_RECT:
    case FW_NODE_SYMBOL:
    case FW_NODE_TEXT:
    case FW_NODE_ARC:
    case FW_NODE_IMAGE: {
        struct fw_box box = fw_item_bounds(view->chart->fonts, node, i);
        if (!fw_box_is_empty(box)) {
            add(arena, all, fw_box_translate(box, dx, dy), false, owner);
        }
        return;
    }
    case FW_NODE_PATH:
    case FW_NODE_SHAPE:
    case FW_NODE_GROUP:
        return;
    }
}

static bool in_the_way(enum fw_role role)
{
    return role != FW_ROLE_AXIS_GRID && role != FW_ROLE_AXIS_TICK && role != FW_ROLE_FRAME;
}

static void add_children(const struct fw_view *view, struct fw_obstacles *all,
                         const struct fw_scene_node *group, double dx, double dy)
{
    struct fw_arena *arena = view->chart->make.arena;
    for (const struct fw_scene_node *node = group->first; node != NULL; node = node->next) {
        if (node->kind == FW_NODE_GROUP) {
            add_children(view, all, node, dx + node->group->x, dy + node->group->y);
            continue;
        }
        if (!in_the_way(node->role)) {
            continue;
        }
        FW_RESERVE(arena, all->owners, all->owner_count, all->owner_capacity);
        all->owners[all->owner_count++] = (struct fw_obstacle_owner){ node, all->next_owner };
        for (size_t i = 0; i < node->count; i++) {
            add_item(view, all, node, i, dx, dy);
        }
        all->next_owner += node->count;
    }
}

struct fw_obstacles fw_view_obstacles(const struct fw_view *view)
{
    struct fw_obstacles all = { .next_owner = 1 };
    add_children(view, &all, view->group, 0, 0);
    return all;
}

size_t fw_obstacle_owner(const struct fw_obstacles *obstacles, const struct fw_scene_node *node,
                         size_t item)
{
    for (size_t i = 0; i < obstacles->owner_count; i++) {
        if (obstacles->owners[i].node == node) {
            return obstacles->owners[i].first + item;
        }
    }
    return 0;
}

static void take_items(struct fw_arena *arena, const struct fw_scene_node *node, double dx,
                       double dy, struct fw_mark_item **items, size_t *count, size_t *capacity)
{
    if (node->kind == FW_NODE_GROUP) {
        for (const struct fw_scene_node *c = node->first; c != NULL; c = c->next) {
            take_items(arena, c, dx + node->group->x, dy + node->group->y, items, count, capacity);
        }
        return;
    }
    for (size_t i = 0; node->rows != NULL && i < node->count; i++) {
        FW_RESERVE(arena, *items, *count, *capacity);
        (*items)[(*count)++] = (struct fw_mark_item){ node, i, dx, dy };
    }
}

struct fw_mark_item *fw_view_mark_items(const struct fw_view *unit, size_t *count)
{
    struct fw_mark_item *items = NULL;
    size_t capacity = 0;
    *count = 0;
    const struct fw_scene_node *end = unit->marks_end == NULL ? NULL : unit->marks_end->next;
    for (const struct fw_scene_node *node = unit->marks; node != end; node = node->next) {
        take_items(unit->chart->make.arena, node, 0, 0, &items, count, &capacity);
    }
    return items;
}
