/* Clips to the path and draws the lines or dots that its box can show. */
#include "render/paint_pattern.h"

#include <math.h>

#include "shape/box.h"

static const double RADIANS = 3.14159265358979323846 / 180;

/* The box of the clip in the coordinates of lines turned by `angle` (radians). */
static struct fw_box turned_clip(cairo_t *cr, double angle)
{
    double x1, y1, x2, y2;
    cairo_save(cr);
    cairo_rotate(cr, angle);
    cairo_clip_extents(cr, &x1, &y1, &x2, &y2);
    cairo_restore(cr);
    return (struct fw_box){ x1, y1, x2, y2 };
}

/* Adds level lines across the box; the first one above or at `y` = 0 is at half the spacing. */
static void add_lines(cairo_t *cr, struct fw_box box, double spacing)
{
    double first = floor(box.y1 / spacing), last = ceil(box.y2 / spacing);
    double left = floor(box.x1 / spacing) * spacing; /* where dots begin */
    for (double i = first; i <= last; i++) {
        cairo_move_to(cr, left - spacing / 2, (i + 0.5) * spacing);
        cairo_line_to(cr, box.x2 + spacing, (i + 0.5) * spacing);
    }
}

static void add_turned_lines(cairo_t *cr, double angle, double spacing)
{
    struct fw_box box = turned_clip(cr, angle);
    cairo_save(cr);
    cairo_rotate(cr, angle);
    add_lines(cr, box, spacing);
    cairo_restore(cr);
}

/* Dots are dashes without length, with round ends. */
static void stroke(cairo_t *cr, const struct fw_pattern *pattern)
{
    const double dots[] = { 0, pattern->spacing };
    bool dotted = pattern->hatch == FW_HATCH_DOTS;
    cairo_set_line_width(cr, pattern->width);
    cairo_set_line_cap(cr, dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(cr, dots, dotted ? 2 : 0, 0);
    cairo_stroke(cr);
}

static void set_color(cairo_t *cr, struct fw_color color)
{
    cairo_set_source_rgba(cr, color.r / 255, color.g / 255, color.b / 255, color.a);
}

static void paint_opaque(cairo_t *cr, const struct fw_paint *paint)
{
    const struct fw_pattern *pattern = paint->pattern;
    double angle = pattern->angle * RADIANS;
    if (pattern->background.a > 0) {
        set_color(cr, pattern->background);
        cairo_paint(cr);
    }
    cairo_new_path(cr);
    add_turned_lines(cr, angle, pattern->spacing);
    if (pattern->hatch == FW_HATCH_CROSS) { /* one path: crossings are painted once */
        add_turned_lines(cr, angle + 90 * RADIANS, pattern->spacing);
    }
    set_color(cr, paint->color);
    stroke(cr, pattern);
}

void fw_paint_pattern(cairo_t *cr, const struct fw_paint *paint, double opacity)
{
    cairo_path_t *path = cairo_copy_path(cr);
    bool grouped = opacity < 1 || cairo_get_operator(cr) != CAIRO_OPERATOR_OVER;
    cairo_save(cr);
    cairo_clip(cr);
    if (grouped) {
        cairo_push_group(cr);
        cairo_set_operator(cr, CAIRO_OPERATOR_OVER);
    }
    paint_opaque(cr, paint);
    if (grouped) {
        cairo_pop_group_to_source(cr);
        cairo_paint_with_alpha(cr, opacity);
    }
    cairo_restore(cr);
    cairo_new_path(cr);
    cairo_append_path(cr, path);
    cairo_path_destroy(path);
}
