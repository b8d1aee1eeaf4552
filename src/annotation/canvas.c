/* Lines, arrow heads, shades and texts of annotations. */
#include "annotation/canvas.h"

#include <math.h>
#include <string.h>

#include "base/bytes.h"
#include "text/measure.h"

void fw_clutter_add(struct fw_arena *arena, struct fw_clutter *list, struct fw_box box)
{
    if (fw_box_is_empty(box)) {
        return;
    }
    FW_RESERVE(arena, list->items, list->count, list->capacity);
    list->items[list->count++] = (struct fw_label_obstacle){ .box = box };
}

void fw_clutter_add_line(struct fw_arena *arena, struct fw_clutter *list, struct fw_point from,
                         struct fw_point to)
{
    FW_RESERVE(arena, list->items, list->count, list->capacity);
    list->items[list->count++] =
        (struct fw_label_obstacle){ .box = { from.x, from.y, to.x, to.y }, .line = true };
}

/* ---- shapes ------------------------------------------------------------------------------- */

static struct fw_style line_style(const struct fw_annotation_canvas *canvas)
{
    struct fw_style style = fw_guide_line_style(&canvas->look->line);
    style.join = FW_JOIN_ROUND;
    return style;
}

/* The same without dashes: for what is small. */
static struct fw_style solid_style(const struct fw_annotation_canvas *canvas)
{
    struct fw_style style = line_style(canvas);
    style.dash = NULL;
    style.dash_count = 0;
    return style;
}

static void add_line(struct fw_annotation_canvas *canvas, const struct fw_point *points,
                     size_t count, const struct fw_style *style, struct fw_clutter *list)
{
    struct fw_arena *arena = canvas->env.arena;
    struct fw_vertex *vertices = FW_NEW_ARRAY(arena, count, struct fw_vertex);
    for (size_t i = 0; i < count; i++) {
        vertices[i] = (struct fw_vertex){ .x = points[i].x, .y = points[i].y };
        if (i > 0) {
            fw_clutter_add_line(arena, list, points[i - 1], points[i]);
        }
    }
    struct fw_scene_node *node =
        fw_scene_add(arena, canvas->over, FW_NODE_LINE, FW_ROLE_ANNOTATION, 1);
    node->polylines[0] = (struct fw_polyline){ .count = count, .vertices = vertices };
    fw_scene_style(arena, node, style);
}

void fw_canvas_line(struct fw_annotation_canvas *canvas, const struct fw_point *points,
                    size_t count)
{
    struct fw_style style = line_style(canvas);
    add_line(canvas, points, count, &style, &canvas->drawn);
}

void fw_canvas_rule(struct fw_annotation_canvas *canvas, struct fw_point from, struct fw_point to)
{
    struct fw_point ends[2] = { from, to };
    struct fw_style style = line_style(canvas);
    add_line(canvas, ends, 2, &style, &canvas->rules);
}

/* A filled triangle whose tip is at `tip`, pointing along (ux, uy). */
static void add_head(struct fw_annotation_canvas *canvas, struct fw_point tip, double ux, double uy)
{
    double length = canvas->look->head, half = length * 0.4;
    double x = tip.x - ux * length, y = tip.y - uy * length;
    struct fw_arena *arena = canvas->env.arena;
    struct fw_path path = fw_path_empty(arena);
    fw_path_move(&path, tip.x, tip.y);
    fw_path_line(&path, x - uy * half, y + ux * half);
    fw_path_line(&path, x + uy * half, y - ux * half);
    fw_path_close(&path);
    struct fw_bytes text = { 0 };
    fw_path_text(&path, &text, 0, 0, 3);
    struct fw_scene_node *node =
        fw_scene_add(arena, canvas->over, FW_NODE_PATH, FW_ROLE_ANNOTATION, 1);
    node->paths[0].path = fw_arena_text(arena, fw_bytes_text(&text), text.length);
    fw_bytes_finish(&text);
    struct fw_style style = fw_style_default();
    style.fill = canvas->look->line.stroke;
    style.fill_opacity = canvas->look->line.opacity;
    fw_scene_style(arena, node, &style);
    struct fw_box box = { tip.x, tip.y, tip.x, tip.y };
    fw_box_add(&box, x - fabs(uy) * half, y - fabs(ux) * half);
    fw_box_add(&box, x + fabs(uy) * half, y + fabs(ux) * half);
    fw_clutter_add(arena, &canvas->drawn, box);
}

void fw_canvas_arrow(struct fw_annotation_canvas *canvas, struct fw_point tail, struct fw_point tip,
                     enum fw_canvas_heads heads)
{
    double dx = tip.x - tail.x, dy = tip.y - tail.y, length = hypot(dx, dy);
    if (!(length > 0)) {
        return;
    }
    /* The line ends inside the heads, so that its blunt end does not show at their tips. */
    double ux = dx / length, uy = dy / length;
    double cut = fmin(canvas->look->head * 0.8, length / 2);
    struct fw_point ends[2] = { tail, tip };
    if (heads != FW_NO_HEAD) {
        ends[1] = (struct fw_point){ tip.x - ux * cut, tip.y - uy * cut };
    }
    if (heads == FW_TWO_HEADS) {
        ends[0] = (struct fw_point){ tail.x + ux * cut, tail.y + uy * cut };
    }
    struct fw_style style = solid_style(canvas);
    add_line(canvas, ends, 2, &style, &canvas->drawn);
    if (heads != FW_NO_HEAD) {
        add_head(canvas, tip, ux, uy);
    }
    if (heads == FW_TWO_HEADS) {
        add_head(canvas, tail, -ux, -uy);
    }
}

void fw_canvas_shade(struct fw_annotation_canvas *canvas, struct fw_box box)
{
    struct fw_scene_node *node =
        fw_scene_add(canvas->env.arena, canvas->under, FW_NODE_RECT, FW_ROLE_ANNOTATION, 1);
    node->rects[0] = (struct fw_rect){
        .x = box.x1, .y = box.y1, .width = box.x2 - box.x1, .height = box.y2 - box.y1
    };
    fw_scene_style(canvas->env.arena, node, &canvas->look->shade);
    fw_clutter_add(canvas->env.arena, &canvas->shades, box);
}

void fw_canvas_ring(struct fw_annotation_canvas *canvas, struct fw_point at, double radius,
                    bool is_filled)
{
    const double pi = 3.14159265358979323846;
    struct fw_scene_node *node =
        fw_scene_add(canvas->env.arena, canvas->over, FW_NODE_SYMBOL, FW_ROLE_ANNOTATION, 1);
    node->symbols[0] =
        (struct fw_symbol){ .x = at.x, .y = at.y, .size = pi * radius * radius, .shape = "circle" };
    struct fw_style style = solid_style(canvas);
    if (is_filled) {
        style.fill = style.stroke;
    } else {
        style.stroke_width = fmax(1.5, style.stroke_width);
    }
    fw_scene_style(canvas->env.arena, node, &style);
    struct fw_box box = { at.x, at.y, at.x, at.y };
    fw_clutter_add(canvas->env.arena, &canvas->drawn, fw_box_expand(box, radius));
}

/* ---- texts -------------------------------------------------------------------------------- */

static struct fw_font font_of(const struct fw_guide_text *look)
{
    return (struct fw_font){ look->family, look->size, look->weight, look->italic };
}

static const char *join_lines(struct fw_arena *arena, const char **lines, size_t count)
{
    struct fw_bytes text = { 0 };
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            fw_bytes_put(&text, '\n');
        }
        fw_bytes_puts(&text, lines[i]);
    }
    const char *joined = fw_arena_text(arena, fw_bytes_text(&text), text.length);
    fw_bytes_finish(&text);
    return joined;
}

/* The narrowest width that needs no more lines than `width` does: lines of like length. */
static double balance(const struct fw_annotation_canvas *canvas, const struct fw_font *font,
                      const char *text, double width)
{
    size_t most, count;
    fw_text_wrap(canvas->env.fonts, canvas->env.arena, font, text, width, &most);
    double low = width / 2, high = width;
    for (int i = 0; most > 1 && i < 6; i++) {
        double middle = (low + high) / 2;
        fw_text_wrap(canvas->env.fonts, canvas->env.arena, font, text, middle, &count);
        *(count > most ? &low : &high) = middle;
    }
    return high;
}

void fw_canvas_break(const struct fw_annotation_canvas *canvas, const char *text, double width,
                     struct fw_annotation_label *label)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    const struct fw_guide_text *look = &canvas->look->text;
    struct fw_font font = font_of(look);
    double letter = fw_text_width(canvas->env.fonts, &font, letters, sizeof letters - 1) /
                    (double)(sizeof letters - 1);
    double most = letter * FW_ANNOTATION_LINE;
    most = width > 0 ? fmin(width, most) : most;
    size_t count;
    const char **lines = fw_text_wrap(canvas->env.fonts, canvas->env.arena, &font, text,
                                      balance(canvas, &font, text, most), &count);
    label->text = join_lines(canvas->env.arena, lines, count);
    label->width = 0;
    for (size_t i = 0; i < count; i++) {
        label->width =
            fmax(label->width, fw_text_width(canvas->env.fonts, &font, lines[i], strlen(lines[i])));
    }
    double line_height = look->line_height > 0 ? look->line_height : look->size + 2;
    label->height = look->size + line_height * (double)(count - 1);
}
