/* Paths, strokes and blend modes of the scene as Cairo's. */
#include <math.h>
#include <string.h>

#include "render/paint.h"

/* Cairo's numbers end at 2^23. From a million px on a line leaves any picture at nearly the same
 * angle. */
static const double FARTHEST = 1e6;

double fw_paint_reachable(double number)
{
    return fmin(fmax(number, -FARTHEST), FARTHEST);
}

/* A command with a number that is none is left out, as in Canvas. */
static bool are_numbers(const double *numbers, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += numbers[i] * 0;
    }
    return sum == 0;
}

static void curve_to(cairo_t *cr, const struct fw_cubic *c)
{
    cairo_curve_to(cr, fw_paint_reachable(c->x1), fw_paint_reachable(c->y1),
                   fw_paint_reachable(c->x2), fw_paint_reachable(c->y2), fw_paint_reachable(c->x),
                   fw_paint_reachable(c->y));
}

/* Cairo draws a circle's arc with as few curves as the device shows; ellipses get ours. */
static void arc_to(cairo_t *cr, const double p[9])
{
    bool circular =
        p[2] == p[3] && p[2] <= FARTHEST && fabs(p[0]) <= FARTHEST && fabs(p[1]) <= FARTHEST;
    double start = p[4] + p[5], end = start + p[6];
    if (circular && p[6] >= 0) {
        cairo_arc(cr, p[0], p[1], p[2], start, end);
    } else if (circular) {
        cairo_arc_negative(cr, p[0], p[1], p[2], start, end);
    } else {
        struct fw_cubic cubics[FW_PATH_ARC_CUBICS];
        size_t count = fw_path_arc_cubics(p, cubics);
        for (size_t i = 0; i < count; i++) {
            curve_to(cr, &cubics[i]);
        }
    }
}

static void paint_op(cairo_t *cr, enum fw_path_op op, const double *p)
{
    switch (op) {
    case FW_PATH_MOVE:
        cairo_move_to(cr, fw_paint_reachable(p[0]), fw_paint_reachable(p[1]));
        break;
    case FW_PATH_LINE:
        cairo_line_to(cr, fw_paint_reachable(p[0]), fw_paint_reachable(p[1]));
        break;
    case FW_PATH_QUAD: {
        double x, y;
        cairo_get_current_point(cr, &x, &y);
        struct fw_cubic cubic = fw_path_quad_cubic(x, y, p);
        curve_to(cr, &cubic);
        break;
    }
    case FW_PATH_CURVE:
        curve_to(cr, &(struct fw_cubic){ p[0], p[1], p[2], p[3], p[4], p[5] });
        break;
    case FW_PATH_ARC:
        arc_to(cr, p);
        break;
    case FW_PATH_CLOSE:
        cairo_close_path(cr);
        break;
    }
}

void fw_paint_path(cairo_t *cr, const struct fw_path *path)
{
    const double *p = path->args;
    for (size_t i = 0; i < path->op_count; p += fw_path_arity[path->ops[i]], i++) {
        if (are_numbers(p, fw_path_arity[path->ops[i]])) {
            paint_op(cr, (enum fw_path_op)path->ops[i], p);
        }
    }
}

void fw_paint_stroke(cairo_t *cr, const struct fw_style *style)
{
    static const cairo_line_cap_t caps[] = { CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND,
                                             CAIRO_LINE_CAP_SQUARE };
    static const cairo_line_join_t joins[] = { CAIRO_LINE_JOIN_MITER, CAIRO_LINE_JOIN_ROUND,
                                               CAIRO_LINE_JOIN_BEVEL };
    cairo_set_line_width(cr, style->stroke_width);
    cairo_set_line_cap(cr, caps[style->cap]);
    cairo_set_line_join(cr, joins[style->join]);
    cairo_set_miter_limit(cr, style->miter_limit);
    /* A dash that is negative or nothing but zeros is an error to Cairo; Canvas draws it solid. */
    double sum = 0;
    for (size_t i = 0; i < style->dash_count; i++) {
        sum += style->dash[i] < 0 || !isfinite(style->dash[i]) ? -INFINITY : style->dash[i];
    }
    cairo_set_dash(cr, style->dash, sum > 0 ? (int)style->dash_count : 0, style->dash_offset);
}

void fw_paint_blend(cairo_t *cr, const char *blend)
{
    static const struct {
        const char *name;
        cairo_operator_t op;
    } modes[] = {
        { "multiply", CAIRO_OPERATOR_MULTIPLY },
        { "screen", CAIRO_OPERATOR_SCREEN },
        { "overlay", CAIRO_OPERATOR_OVERLAY },
        { "darken", CAIRO_OPERATOR_DARKEN },
        { "lighten", CAIRO_OPERATOR_LIGHTEN },
        { "color-dodge", CAIRO_OPERATOR_COLOR_DODGE },
        { "color-burn", CAIRO_OPERATOR_COLOR_BURN },
        { "hard-light", CAIRO_OPERATOR_HARD_LIGHT },
        { "soft-light", CAIRO_OPERATOR_SOFT_LIGHT },
        { "difference", CAIRO_OPERATOR_DIFFERENCE },
        { "exclusion", CAIRO_OPERATOR_EXCLUSION },
        { "hue", CAIRO_OPERATOR_HSL_HUE },
        { "saturation", CAIRO_OPERATOR_HSL_SATURATION },
        { "color", CAIRO_OPERATOR_HSL_COLOR },
        { "luminosity", CAIRO_OPERATOR_HSL_LUMINOSITY },
    };
    cairo_operator_t op = CAIRO_OPERATOR_OVER;
    for (size_t i = 0; blend != NULL && i < FW_COUNT(modes); i++) {
        if (strcmp(modes[i].name, blend) == 0) {
            op = modes[i].op;
        }
    }
    cairo_set_operator(cr, op);
}
