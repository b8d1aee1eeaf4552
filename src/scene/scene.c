/* Makes and moves scene nodes. */
#include "scene/scene.h"

#include <math.h>

struct fw_style fw_style_default(void)
{
    return (struct fw_style){
        .opacity = 1,
        .fill_opacity = 1,
        .stroke_opacity = 1,
        .stroke_width = 1,
        .miter_limit = 4,
    };
}

static bool shows(const struct fw_paint *paint, double opacity)
{
    switch (paint->kind) {
    case FW_PAINT_NONE:
        return false;
    case FW_PAINT_COLOR:
        return opacity > 0 && paint->color.a > 0;
    case FW_PAINT_GRADIENT:
        return opacity > 0 && paint->gradient->stop_count > 0;
    case FW_PAINT_PATTERN:
        return opacity > 0 && (paint->color.a > 0 || paint->pattern->background.a > 0);
    }
    return false;
}

bool fw_paint_is_hatched(const struct fw_paint *paint)
{
    return paint->kind == FW_PAINT_PATTERN && paint->pattern->spacing >= 1 &&
           isfinite(paint->pattern->spacing) && paint->pattern->width > 0 &&
           isfinite(paint->pattern->width) && isfinite(paint->pattern->angle);
}

bool fw_style_fills(const struct fw_style *style)
{
    return shows(&style->fill, style->fill_opacity);
}

bool fw_style_strokes(const struct fw_style *style)
{
    return style->stroke_width > 0 && shows(&style->stroke, style->stroke_opacity);
}

static void append(struct fw_scene_node *parent, struct fw_scene_node *node)
{
    node->parent = parent;
    node->next = NULL;
    if (parent->last == NULL) {
        parent->first = node;
    } else {
        parent->last->next = node;
    }
    parent->last = node;
}

static void prepend(struct fw_scene_node *parent, struct fw_scene_node *node)
{
    node->parent = parent;
    node->next = parent->first;
    parent->first = node;
    if (parent->last == NULL) {
        parent->last = node;
    }
}

static void detach(struct fw_scene_node *node)
{
    struct fw_scene_node *parent = node->parent, *previous = NULL;
    if (parent == NULL) {
        return;
    }
    struct fw_scene_node **link = &parent->first;
    while (*link != node) {
        previous = *link;
        link = &previous->next;
    }
    *link = node->next;
    if (parent->last == node) {
        parent->last = previous;
    }
    node->parent = node->next = NULL;
}

static const struct {
    const char *name;
    size_t item_size;
} kinds[] = {
    [FW_NODE_GROUP] = { "group", sizeof(struct fw_group) },
    [FW_NODE_RECT] = { "rect", sizeof(struct fw_rect) },
    [FW_NODE_RULE] = { "rule", sizeof(struct fw_rule) },
    [FW_NODE_SYMBOL] = { "symbol", sizeof(struct fw_symbol) },
    [FW_NODE_TEXT] = { "text", sizeof(struct fw_text) },
    [FW_NODE_LINE] = { "line", sizeof(struct fw_polyline) },
    [FW_NODE_AREA] = { "area", sizeof(struct fw_polyline) },
    [FW_NODE_TRAIL] = { "trail", sizeof(struct fw_polyline) },
    [FW_NODE_ARC] = { "arc", sizeof(struct fw_arc) },
    [FW_NODE_PATH] = { "path", sizeof(struct fw_path_item) },
    [FW_NODE_SHAPE] = { "shape", sizeof(struct fw_path_item) },
    [FW_NODE_IMAGE] = { "image", sizeof(struct fw_image) },
};

/* The node's own array of items; every kind has its member of the union. */
static void set_items(struct fw_scene_node *node, void *items)
{
    switch (node->kind) {
    case FW_NODE_GROUP:
        node->group = items;
        break;
    case FW_NODE_RECT:
        node->rects = items;
        break;
    case FW_NODE_RULE:
        node->rules = items;
        break;
    case FW_NODE_SYMBOL:
        node->symbols = items;
        break;
    case FW_NODE_TEXT:
        node->texts = items;
        break;
    case FW_NODE_LINE:
    case FW_NODE_AREA:
    case FW_NODE_TRAIL:
        node->polylines = items;
        break;
    case FW_NODE_ARC:
        node->arcs = items;
        break;
    case FW_NODE_PATH:
    case FW_NODE_SHAPE:
        node->paths = items;
        break;
    case FW_NODE_IMAGE:
        node->images = items;
        break;
    }
}

struct fw_scene_node *fw_scene_add(struct fw_arena *arena, struct fw_scene_node *parent,
                                   enum fw_node_kind kind, enum fw_role role, size_t count)
{
    struct fw_scene_node *node = FW_NEW(arena, struct fw_scene_node);
    node->kind = kind;
    node->role = role;
    node->count = count;
    set_items(node, fw_arena_array(arena, count, kinds[kind].item_size));
    if (parent != NULL) {
        append(parent, node);
    }
    return node;
}

void fw_scene_style(struct fw_arena *arena, struct fw_scene_node *node,
                    const struct fw_style *style)
{
    struct fw_style *copy = FW_NEW(arena, struct fw_style);
    *copy = *style;
    node->styles = copy;
    node->style_count = 1;
    node->style_index = NULL;
}

void fw_scene_move(struct fw_scene_node *node, struct fw_scene_node *parent, bool first)
{
    detach(node);
    if (first) {
        prepend(parent, node);
    } else {
        append(parent, node);
    }
}

const char *fw_hatch_name(enum fw_hatch hatch)
{
    static const char *const names[FW_HATCH_COUNT] = {
        [FW_HATCH_LINES] = "lines",
        [FW_HATCH_CROSS] = "cross",
        [FW_HATCH_DOTS] = "dots",
    };
    return names[hatch];
}

const char *fw_role_name(enum fw_role role)
{
    static const char *const names[FW_ROLE_COUNT] = {
        [FW_ROLE_MARK] = "mark",
        [FW_ROLE_FRAME] = "frame",
        [FW_ROLE_AXIS_DOMAIN] = "axis-domain",
        [FW_ROLE_AXIS_GRID] = "axis-grid",
        [FW_ROLE_AXIS_TICK] = "axis-tick",
        [FW_ROLE_AXIS_LABEL] = "axis-label",
        [FW_ROLE_AXIS_TITLE] = "axis-title",
        [FW_ROLE_LEGEND_SYMBOL] = "legend-symbol",
        [FW_ROLE_LEGEND_LABEL] = "legend-label",
        [FW_ROLE_LEGEND_TITLE] = "legend-title",
        [FW_ROLE_LEGEND_GRADIENT] = "legend-gradient",
        [FW_ROLE_LEGEND_BAND] = "legend-band",
        [FW_ROLE_LEGEND] = "legend",
        [FW_ROLE_TITLE_TEXT] = "title-text",
        [FW_ROLE_TITLE_SUBTITLE] = "title-subtitle",
        [FW_ROLE_HEADER_LABEL] = "header-label",
        [FW_ROLE_HEADER_TITLE] = "header-title",
        [FW_ROLE_HEADER_SUBTITLE] = "header-subtitle",
        [FW_ROLE_DIRECT_LABEL] = "direct-label",
        [FW_ROLE_VALUE_LABEL] = "value-label",
        [FW_ROLE_LEADER] = "label-leader",
        [FW_ROLE_ANNOTATION] = "annotation",
        [FW_ROLE_NOTE] = "note",
    };
    return names[role];
}

const char *fw_node_kind_name(enum fw_node_kind kind)
{
    return kinds[kind].name;
}
