/* Boxes of items and nodes, as vega-scenegraph makes them. */
#include "scene/bounds.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "shape/matrix.h"

static const double RADIANS = 3.14159265358979323846 / 180;

const struct fw_style *fw_item_style(const struct fw_scene_node *node, size_t i)
{
    static const struct fw_style plain = { .opacity = 1, .miter_limit = 4 };
    if (node->styles == NULL) {
        return &plain;
    }
    return &node->styles[node->style_index == NULL ? 0 : node->style_index[i]];
}

/* JavaScript's Math.round: halves go up. */
static double round_up(double number)
{
    return floor(number + 0.5);
}

double fw_text_line_height(const struct fw_text *text)
{
    return text->line_height > 0 ? text->line_height : text->size + 2;
}

double fw_text_baseline(const struct fw_text *text)
{
    double size = text->size;
    switch (text->baseline) {
    case FW_BASELINE_ALPHABETIC:
        return 0;
    case FW_BASELINE_TOP:
        return round_up(0.79 * size);
    case FW_BASELINE_MIDDLE:
        return round_up(0.30 * size);
    case FW_BASELINE_BOTTOM:
        return round_up(-0.21 * size);
    case FW_BASELINE_LINE_TOP:
        return round_up(0.29 * size + 0.5 * fw_text_line_height(text));
    case FW_BASELINE_LINE_BOTTOM:
        return round_up(0.29 * size - 0.5 * fw_text_line_height(text));
    }
    return 0;
}

struct fw_font fw_text_font(const struct fw_text *text)
{
    return (struct fw_font){ text->family, text->size, text->weight, text->italic };
}

bool fw_text_next_line(const char **rest, const char **line, size_t *length)
{
    if (*rest == NULL) {
        return false;
    }
    const char *newline = strchr(*rest, '\n');
    *length = newline == NULL ? strlen(*rest) : (size_t)(newline - *rest);
    *line = fw_utf8_trim(*rest, length);
    *rest = newline == NULL ? NULL : newline + 1;
    return true;
}

void fw_text_extent(struct fw_fonts *fonts, const struct fw_text *text, double *width,
                    double *height)
{
    struct fw_font font = fw_text_font(text);
    const char *rest = text->text, *line;
    size_t length, lines = 0;
    *width = 0;
    while (fw_text_next_line(&rest, &line, &length)) {
        *width = fmax(*width, fw_text_width(fonts, &font, line, length));
        lines++;
    }
    *height = text->size + (lines > 1 ? (double)(lines - 1) * fw_text_line_height(text) : 0);
}

/* Unlike the ink, the box is as high as the font size, four fifths of it above the baseline. */
static struct fw_box text_box(struct fw_fonts *fonts, const struct fw_text *text)
{
    double width, height;
    fw_text_extent(fonts, text, &width, &height);
    double dx = text->align == FW_ALIGN_CENTER  ? -width / 2
                : text->align == FW_ALIGN_RIGHT ? -width
                                                : 0;
    double dy = fw_text_baseline(text) - round_up(0.8 * text->size);
    dx += text->x;
    dy += text->y;
    struct fw_box box = { dx, dy, dx + width, dy + height };
    return text->angle == 0 ? box : fw_box_turn(box, text->angle * RADIANS, text->x, text->y);
}

/* A box from two corners in any order. */
static struct fw_box corners(double x1, double y1, double x2, double y2)
{
    return (struct fw_box){ fmin(x1, x2), fmin(y1, y2), fmax(x1, x2), fmax(y1, y2) };
}

/* How far a stroke reaches beyond the outline; `tips`: corners of any angle may stick out. */
static double stroke_reach(const struct fw_style *style, bool tips)
{
    bool stroked =
        style->stroke.kind != FW_PAINT_NONE && style->opacity != 0 && style->stroke_opacity != 0;
    if (!stroked) {
        return 0;
    }
    double half = style->stroke_width / 2;
    double reach = style->cap == FW_CAP_SQUARE ? sqrt(2) * half : half;
    if (tips && style->join == FW_JOIN_MITER) {
        reach = fmax(reach, style->miter_limit * half);
    }
    return reach;
}

static bool are_finite(const double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!isfinite(numbers[i])) {
            return false;
        }
    }
    return true;
}

#define ARE_FINITE(...)                                                                            \
    are_finite((const double[]){ __VA_ARGS__ }, FW_COUNT(((const double[]){ __VA_ARGS__ })))

static bool arc_has_place(const struct fw_arc *arc)
{
    return ARE_FINITE(arc->x, arc->y, arc->start_angle, arc->end_angle, arc->inner_radius,
                      arc->outer_radius, arc->pad_angle, arc->corner_radius);
}

bool fw_item_has_place(const struct fw_scene_node *node, size_t i)
{
    switch (node->kind) {
    case FW_NODE_GROUP:
        return ARE_FINITE(node->group->x, node->group->y, node->group->width, node->group->height);
    case FW_NODE_RECT: {
        const struct fw_rect *rect = &node->rects[i];
        return ARE_FINITE(rect->x, rect->y, rect->width, rect->height);
    }
    case FW_NODE_RULE: {
        const struct fw_rule *rule = &node->rules[i];
        return ARE_FINITE(rule->x, rule->y, rule->x2, rule->y2);
    }
    case FW_NODE_SYMBOL: {
        const struct fw_symbol *symbol = &node->symbols[i];
        return ARE_FINITE(symbol->x, symbol->y, symbol->size, symbol->angle);
    }
    case FW_NODE_TEXT: {
        const struct fw_text *text = &node->texts[i];
        return ARE_FINITE(text->x, text->y, text->angle, text->size, text->line_height);
    }
    case FW_NODE_ARC:
        return arc_has_place(&node->arcs[i]);
    case FW_NODE_PATH:
    case FW_NODE_SHAPE:
        return ARE_FINITE(node->paths[i].x, node->paths[i].y);
    case FW_NODE_IMAGE: {
        const struct fw_image *image = &node->images[i];
        return ARE_FINITE(image->x, image->y, image->width, image->height);
    }
    case FW_NODE_LINE:
    case FW_NODE_AREA:
    case FW_NODE_TRAIL:
        return true;
    }
    return false;
}

static void append_path_item(const struct fw_path_item *item, struct fw_path *path)
{
    struct fw_path parsed = fw_path_empty(path->arena);
    fw_path_parse(&parsed, item->path, strlen(item->path), NULL);
    struct fw_matrix shift = fw_matrix_translation(item->x, item->y);
    fw_path_append(path, &parsed, &shift);
}

static void append_rule(const struct fw_rule *rule, struct fw_path *path)
{
    fw_path_move(path, rule->x, rule->y);
    fw_path_line(path, rule->x2, rule->y2);
}

static void append_frame(const struct fw_group *group, struct fw_path *path)
{
    double offset = group->half_pixel ? 0.5 : 0;
    struct fw_rect frame = {
        group->x + offset, group->y + offset, group->width, group->height, { 0 }
    };
    memcpy(frame.radius, group->radius, sizeof frame.radius);
    fw_rect_path(&frame, path);
}

void fw_item_path(const struct fw_scene_node *node, size_t i, struct fw_path *path)
{
    switch (node->kind) {
    case FW_NODE_GROUP:
        append_frame(node->group, path);
        break;
    case FW_NODE_RECT:
        fw_rect_path(&node->rects[i], path);
        break;
    case FW_NODE_RULE:
        append_rule(&node->rules[i], path);
        break;
    case FW_NODE_SYMBOL:
        fw_symbol_path(&node->symbols[i], path);
        break;
    case FW_NODE_LINE:
        fw_line_path(&node->polylines[i], path);
        break;
    case FW_NODE_AREA:
        fw_area_path(&node->polylines[i], path);
        break;
    case FW_NODE_TRAIL:
        fw_trail_path(&node->polylines[i], path);
        break;
    case FW_NODE_ARC:
        fw_arc_path(&node->arcs[i], path);
        break;
    case FW_NODE_PATH:
    case FW_NODE_SHAPE:
        append_path_item(&node->paths[i], path);
        break;
    case FW_NODE_TEXT:
    case FW_NODE_IMAGE:
        break;
    }
}

static bool is_circle(const struct fw_symbol *symbol)
{
    return symbol->shape == NULL || strcmp(symbol->shape, "circle") == 0;
}

/* The box of an item that has an outline, stroke left out. */
static struct fw_box outline_box(const struct fw_scene_node *node, size_t i,
                                 struct fw_path *scratch)
{
    if (node->kind == FW_NODE_SYMBOL && is_circle(&node->symbols[i])) {
        const struct fw_symbol *symbol = &node->symbols[i];
        double r = sqrt(symbol->size) / 2;
        return (struct fw_box){ symbol->x - r, symbol->y - r, symbol->x + r, symbol->y + r };
    }
    fw_path_clear(scratch);
    fw_item_path(node, i, scratch);
    return fw_path_bounds(scratch);
}

/* Children of a group and its own box, in its own coordinates. */
static struct fw_box group_inside(struct fw_fonts *fonts, const struct fw_scene_node *node)
{
    const struct fw_group *group = node->group;
    struct fw_box box = fw_box_empty();
    if (!group->clip) {
        for (const struct fw_scene_node *child = node->first; child != NULL; child = child->next) {
            fw_box_union(&box, fw_node_bounds(fonts, child));
        }
    }
    if (group->clip || group->width != 0 || group->height != 0) {
        fw_box_add(&box, 0, 0);
        fw_box_add(&box, group->width, group->height);
    }
    return box;
}

struct fw_box fw_item_box(struct fw_fonts *fonts, const struct fw_scene_node *node, size_t i,
                          struct fw_path *scratch)
{
    double straight = stroke_reach(fw_item_style(node, i), false);
    double tipped = stroke_reach(fw_item_style(node, i), true);
    switch (node->kind) {
    case FW_NODE_GROUP: {
        struct fw_box box = fw_box_expand(group_inside(fonts, node), straight);
        return fw_box_translate(box, node->group->x, node->group->y);
    }
    case FW_NODE_RECT: {
        const struct fw_rect *r = &node->rects[i];
        return fw_box_expand(corners(r->x, r->y, r->x + r->width, r->y + r->height), straight);
    }
    case FW_NODE_RULE: {
        const struct fw_rule *r = &node->rules[i];
        return fw_box_expand(corners(r->x, r->y, r->x2, r->y2), straight);
    }
    case FW_NODE_TEXT:
        return text_box(fonts, &node->texts[i]);
    case FW_NODE_IMAGE: {
        const struct fw_image *image = &node->images[i];
        const double *room = image->room;
        return room[2] != 0 || room[3] != 0
                   ? corners(room[0], room[1], room[0] + room[2], room[1] + room[3])
                   : corners(image->x, image->y, image->x + image->width, image->y + image->height);
    }
    case FW_NODE_SYMBOL:
    case FW_NODE_LINE:
    case FW_NODE_AREA:
    case FW_NODE_TRAIL:
    case FW_NODE_ARC:
    case FW_NODE_PATH:
    case FW_NODE_SHAPE:
        return fw_box_expand(outline_box(node, i, scratch), tipped);
    }
    return fw_box_empty();
}

struct fw_box fw_item_bounds(struct fw_fonts *fonts, const struct fw_scene_node *node, size_t i)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_path scratch = fw_path_empty(arena);
    struct fw_box box = fw_item_box(fonts, node, i, &scratch);
    fw_arena_destroy(arena);
    return box;
}

struct fw_box fw_node_clip_box(const struct fw_scene_node *node)
{
    if (!node->clip || node->parent == NULL) {
        return (struct fw_box){ -INFINITY, -INFINITY, INFINITY, INFINITY };
    }
    const struct fw_group *group = node->parent->group;
    return (struct fw_box){ 0, 0, group->width, group->height };
}

struct fw_box fw_node_bounds(struct fw_fonts *fonts, const struct fw_scene_node *node)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_path scratch = fw_path_empty(arena);
    struct fw_box box = fw_box_empty();
    for (size_t i = 0; i < node->count; i++) {
        fw_box_union(&box, fw_item_box(fonts, node, i, &scratch));
    }
    fw_arena_destroy(arena);
    return fw_box_intersect(box, fw_node_clip_box(node));
}
