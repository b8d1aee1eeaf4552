/* Point symbols: the shapes of Vega, and shapes given as SVG paths. Method: vega-scenegraph,
 * symbols. */
#include "shape/symbol.h"

#include <math.h>
#include <string.h>

static const double pi = 3.14159265358979323846;
static const double half_sqrt3 = 0.86602540378443864676;
static const double tan30 = 0.57735026918962576451;

/** Draws a symbol about the origin; `r` is half the side of the square of the symbol's size. */
typedef void (*symbol_fn)(struct fw_path *path, double r);

static void draw_polygon(struct fw_path *path, const struct fw_point *points, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        (i == 0 ? fw_path_move : fw_path_line)(path, points[i].x, points[i].y);
    }
    fw_path_close(path);
}

static void draw_circle(struct fw_path *path, double r)
{
    fw_path_move(path, r, 0);
    fw_path_arc(path, 0, 0, r, 0, 2 * pi, false);
}

static void draw_cross(struct fw_path *path, double r)
{
    double s = r / 2.5;
    const struct fw_point points[] = {
        { -r, -s }, { -r, s }, { -s, s }, { -s, r }, { s, r },   { s, s },
        { r, s },   { r, -s }, { s, -s }, { s, -r }, { -s, -r }, { -s, -s },
    };
    draw_polygon(path, points, FW_COUNT(points));
}

static void draw_diamond(struct fw_path *path, double r)
{
    const struct fw_point points[] = { { -r, 0 }, { 0, -r }, { r, 0 }, { 0, r } };
    draw_polygon(path, points, FW_COUNT(points));
}

static void draw_square(struct fw_path *path, double r)
{
    fw_path_rect(path, -r, -r, 2 * r, 2 * r);
}

static void draw_arrow(struct fw_path *path, double r)
{
    double shaft = r / 7, barb = r / 2.5, neck = r / 8;
    const struct fw_point points[] = {
        { -shaft, r }, { shaft, r },     { shaft, -neck },  { barb, -neck },
        { 0, -r },     { -barb, -neck }, { -shaft, -neck },
    };
    draw_polygon(path, points, FW_COUNT(points));
}

/** An upright triangle about its own centroid, `base` wide on either side. */
static void draw_spike(struct fw_path *path, double r, double base)
{
    double h = half_sqrt3 * r, lift = h - r * tan30;
    const struct fw_point points[] = { { 0, -h - lift }, { -base, h - lift }, { base, h - lift } };
    draw_polygon(path, points, FW_COUNT(points));
}

static void draw_wedge(struct fw_path *path, double r)
{
    draw_spike(path, r, r / 4);
}

static void draw_triangle(struct fw_path *path, double r)
{
    draw_spike(path, r, r);
}

static void draw_up(struct fw_path *path, double r)
{
    double h = half_sqrt3 * r;
    draw_polygon(path, (const struct fw_point[]){ { 0, -h }, { -r, h }, { r, h } }, 3);
}

static void draw_down(struct fw_path *path, double r)
{
    double h = half_sqrt3 * r;
    draw_polygon(path, (const struct fw_point[]){ { 0, h }, { -r, -h }, { r, -h } }, 3);
}

static void draw_right(struct fw_path *path, double r)
{
    double h = half_sqrt3 * r;
    draw_polygon(path, (const struct fw_point[]){ { h, 0 }, { -h, -r }, { -h, r } }, 3);
}

static void draw_left(struct fw_path *path, double r)
{
    double h = half_sqrt3 * r;
    draw_polygon(path, (const struct fw_point[]){ { -h, 0 }, { h, -r }, { h, r } }, 3);
}

static void draw_stroke(struct fw_path *path, double r)
{
    fw_path_move(path, -r, 0);
    fw_path_line(path, r, 0);
}

/* clang-format off */
#define SYMBOL_LIST(X)                                                                             \
    X("circle", draw_circle) X("cross", draw_cross) X("diamond", draw_diamond)                     \
    X("square", draw_square) X("arrow", draw_arrow) X("wedge", draw_wedge)                         \
    X("triangle", draw_triangle) X("triangle-up", draw_up) X("triangle-down", draw_down)           \
    X("triangle-right", draw_right) X("triangle-left", draw_left) X("stroke", draw_stroke)
/* clang-format on */

static const struct {
    const char *name;
    symbol_fn draw;
} symbols[] = {
#define SYMBOL_ENTRY(name, draw) { name, draw },
    SYMBOL_LIST(SYMBOL_ENTRY)
#undef SYMBOL_ENTRY
};

const char *const *fw_symbol_names(size_t *count)
{
    static const char *const names[] = {
#define SYMBOL_NAME(name, draw) name,
        SYMBOL_LIST(SYMBOL_NAME)
#undef SYMBOL_NAME
    };
    *count = FW_COUNT(names);
    return names;
}

static symbol_fn find_symbol(const char *shape)
{
    for (size_t i = 0; i < FW_COUNT(symbols); i++) {
        if (strcmp(shape, symbols[i].name) == 0) {
            return symbols[i].draw;
        }
    }
    return NULL;
}

bool fw_symbol_known(const char *shape)
{
    return find_symbol(shape) != NULL;
}

/** Takes back what was appended to `before`. */
static void cut_back(struct fw_path *path, const struct fw_path *before)
{
    path->op_count = before->op_count;
    path->arg_count = before->arg_count;
    path->has_point = before->has_point;
    path->start = before->start;
    path->at = before->at;
}

bool fw_symbol_path(const struct fw_symbol *symbol, struct fw_path *path)
{
    const char *shape = symbol->shape == NULL ? "circle" : symbol->shape;
    symbol_fn draw = find_symbol(shape);
    double r = sqrt(fmax(0, symbol->size)) / 2, scale = 1;
    struct fw_path before = *path;
    if (draw != NULL) {
        draw(path, r);
    } else if (fw_path_parse(path, shape, strlen(shape), NULL)) {
        scale = r;
    } else {
        cut_back(path, &before);
        return false;
    }
    struct fw_matrix map = fw_matrix_translation(symbol->x, symbol->y);
    if (symbol->angle != 0 || scale != 1) {
        struct fw_matrix turn = fw_matrix_then(fw_matrix_scaling(scale, scale),
                                               fw_matrix_rotation(symbol->angle * pi / 180));
        map = fw_matrix_then(turn, map);
    }
    fw_path_map(path, fw_path_mark(&before), map);
    return true;
}
