/* Paths: outlines made of lines, curves and arcs, in one flat array of commands. */
#include "shape/path.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static const double pi = 3.14159265358979323846;

/** Points nearer than this are one point, and turns nearer to a full circle are one: d3-path's
 * epsilon. */
static const double epsilon = 1e-6;

const unsigned char fw_path_arity[FW_PATH_CLOSE + 1] = {
    [FW_PATH_MOVE] = 2,  [FW_PATH_LINE] = 2, [FW_PATH_QUAD] = 4,
    [FW_PATH_CURVE] = 6, [FW_PATH_ARC] = 9,  [FW_PATH_CLOSE] = 0,
};

struct fw_path fw_path_empty(struct fw_arena *arena)
{
    return (struct fw_path){ .arena = arena };
}

void fw_path_clear(struct fw_path *path)
{
    path->op_count = 0;
    path->arg_count = 0;
    path->has_point = false;
}

/** Appends a command; all but a close end at their last two numbers. */
static void put(struct fw_path *path, enum fw_path_op op, const double *args)
{
    size_t count = fw_path_arity[op];
    FW_RESERVE(path->arena, path->ops, path->op_count, path->op_capacity);
    while (path->arg_count + count > path->arg_capacity) {
        size_t wanted = path->arg_capacity == 0 ? 16 : path->arg_capacity * 2;
        path->args =
            fw_arena_grow(path->arena, path->args, path->arg_count, wanted, sizeof *path->args);
        path->arg_capacity = wanted;
    }
    path->ops[path->op_count++] = (uint8_t)op;
    if (count > 0) {
        memcpy(path->args + path->arg_count, args, count * sizeof *args);
        path->arg_count += count;
        path->at = (struct fw_point){ args[count - 2], args[count - 1] };
        path->has_point = true;
    }
    if (op == FW_PATH_MOVE) {
        path->start = path->at;
    } else if (op == FW_PATH_CLOSE) {
        path->at = path->start;
    }
}

void fw_path_move(struct fw_path *path, double x, double y)
{
    put(path, FW_PATH_MOVE, (const double[]){ x, y });
}

void fw_path_line(struct fw_path *path, double x, double y)
{
    put(path, path->has_point ? FW_PATH_LINE : FW_PATH_MOVE, (const double[]){ x, y });
}

void fw_path_quad(struct fw_path *path, double x1, double y1, double x, double y)
{
    if (!path->has_point) {
        fw_path_move(path, x1, y1);
    }
    put(path, FW_PATH_QUAD, (const double[]){ x1, y1, x, y });
}

void fw_path_curve(struct fw_path *path, double x1, double y1, double x2, double y2, double x,
                   double y)
{
    if (!path->has_point) {
        fw_path_move(path, x1, y1);
    }
    put(path, FW_PATH_CURVE, (const double[]){ x1, y1, x2, y2, x, y });
}

void fw_path_close(struct fw_path *path)
{
    if (path->has_point) {
        put(path, FW_PATH_CLOSE, NULL);
    }
}

void fw_path_rect(struct fw_path *path, double x, double y, double width, double height)
{
    fw_path_move(path, x, y);
    fw_path_line(path, x + width, y);
    fw_path_line(path, x + width, y + height);
    fw_path_line(path, x, y + height);
    fw_path_close(path);
}

/** The point of an ellipse at parameter `angle`. */
static struct fw_point ellipse_point(const struct fw_ellipse *ellipse, double angle)
{
    double x = ellipse->rx * cos(angle), y = ellipse->ry * sin(angle);
    double c = cos(ellipse->rotation), s = sin(ellipse->rotation);
    return (struct fw_point){ ellipse->cx + x * c - y * s, ellipse->cy + x * s + y * c };
}

/** Brings the current point to (x, y), by a line where there is one elsewhere. */
static void join_to(struct fw_path *path, struct fw_point to)
{
    if (!path->has_point) {
        fw_path_move(path, to.x, to.y);
    } else if (fabs(path->at.x - to.x) > epsilon || fabs(path->at.y - to.y) > epsilon) {
        fw_path_line(path, to.x, to.y);
    }
}

static void put_ellipse(struct fw_path *path, const struct fw_ellipse *e, struct fw_point end)
{
    put(path, FW_PATH_ARC,
        (const double[]){ e->cx, e->cy, e->rx, e->ry, e->rotation, e->start, e->sweep, end.x,
                          end.y });
}

void fw_path_ellipse(struct fw_path *path, const struct fw_ellipse *ellipse)
{
    struct fw_point start = ellipse_point(ellipse, ellipse->start);
    join_to(path, start);
    if (ellipse->sweep == 0 || isnan(ellipse->sweep)) {
        return;
    }
    struct fw_ellipse held = *ellipse;
    bool full = fabs(held.sweep) > 2 * pi - epsilon;
    if (full) {
        held.sweep = held.sweep > 0 ? 2 * pi : -2 * pi;
    }
    put_ellipse(path, &held, full ? start : ellipse_point(&held, held.start + held.sweep));
}

void fw_path_arc(struct fw_path *path, double cx, double cy, double radius, double start,
                 double end, bool counter)
{
    double turn = counter ? start - end : end - start;
    if (turn < 0) {
        turn = fmod(turn, 2 * pi) + 2 * pi;
    }
    turn = fmin(turn, 2 * pi);
    struct fw_ellipse circle = { cx, cy, radius, radius, 0, start, counter ? -turn : turn };
    if (!(radius > 0) || !(turn > epsilon)) {
        circle.sweep = 0;
    }
    fw_path_ellipse(path, &circle);
}

/**
 * The ellipse through two points with given radii, by the flags of SVG: SVG 1.1, appendix F.6.5 and
 * F.6.6. Radii that are too small for the distance are grown.
 */
static struct fw_ellipse ellipse_between(struct fw_point from, struct fw_point to,
                                         struct fw_ellipse e, bool large, bool sweep)
{
    double c = cos(e.rotation), s = sin(e.rotation);
    double dx = (from.x - to.x) / 2, dy = (from.y - to.y) / 2;
    double x = (c * dx + s * dy) / e.rx, y = (c * dy - s * dx) / e.ry; /* on the unit circle */
    double length = x * x + y * y;
    if (length > 1) {
        e.rx *= sqrt(length);
        e.ry *= sqrt(length);
        x /= sqrt(length);
        y /= sqrt(length);
        length = 1;
    }
    double offset = sqrt(1 / length - 1) * (large == sweep ? -1 : 1);
    double ux = offset * y, uy = -offset * x; /* the centre, seen from the middle of the chord */
    e.cx = (from.x + to.x) / 2 + c * e.rx * ux - s * e.ry * uy;
    e.cy = (from.y + to.y) / 2 + s * e.rx * ux + c * e.ry * uy;
    e.start = atan2(y - uy, x - ux);
    e.sweep = atan2(-y - uy, -x - ux) - e.start;
    if (sweep && e.sweep < 0) {
        e.sweep += 2 * pi;
    } else if (!sweep && e.sweep > 0) {
        e.sweep -= 2 * pi;
    }
    return e;
}

void fw_path_arc_to(struct fw_path *path, const double radii[2], double rotation_deg, bool large,
                    bool sweep, double x, double y)
{
    struct fw_point to = { x, y };
    if (!path->has_point || radii[0] == 0 || radii[1] == 0 || isnan(radii[0] + radii[1])) {
        fw_path_line(path, x, y);
        return;
    }
    if (path->at.x == x && path->at.y == y) {
        return;
    }
    struct fw_ellipse e = { .rx = fabs(radii[0]),
                            .ry = fabs(radii[1]),
                            .rotation = fmod(rotation_deg, 360) * pi / 180 };
    e = ellipse_between(path->at, to, e, large, sweep);
    if (isfinite(e.cx + e.cy)) {
        put_ellipse(path, &e, to);
    } else { /* the points are one, but for rounding */
        fw_path_line(path, x, y);
    }
}

/** Whether `m` keeps circles circles, so that arcs stay arcs. One that is not finite does no harm.
 */
static bool is_similarity(const struct fw_matrix *m)
{
    double tolerance = 1e-12 * (fabs(m->a) + fabs(m->b));
    bool turns = !(fabs(m->a - m->d) > tolerance) && !(fabs(m->b + m->c) > tolerance);
    bool mirrors = !(fabs(m->a + m->d) > tolerance) && !(fabs(m->b - m->c) > tolerance);
    return turns || mirrors;
}

/** Maps an arc's numbers by a similarity; a mirror image runs the other way. */
static void map_arc(double *args, const struct fw_matrix *m)
{
    double scale = hypot(m->a, m->b), turn = atan2(m->b, m->a);
    double way = m->a * m->d - m->b * m->c < 0 ? -1 : 1;
    struct fw_point centre = fw_matrix_apply(*m, args[0], args[1]);
    struct fw_point end = fw_matrix_apply(*m, args[7], args[8]);
    args[0] = centre.x;
    args[1] = centre.y;
    args[2] *= scale;
    args[3] *= scale;
    args[4] = turn + way * args[4];
    args[5] *= way;
    args[6] *= way;
    args[7] = end.x;
    args[8] = end.y;
    if (args[2] == args[3]) { /* of a circle only the sum of the two angles matters */
        args[5] += args[4];
        args[4] = 0;
    }
}

struct fw_path_mark fw_path_mark(const struct fw_path *path)
{
    return (struct fw_path_mark){ path->op_count, path->arg_count };
}

void fw_path_map(struct fw_path *path, struct fw_path_mark from, struct fw_matrix matrix)
{
    assert(is_similarity(&matrix));
    double *args = path->args + from.arg;
    for (size_t i = from.op; i < path->op_count; args += fw_path_arity[path->ops[i]], i++) {
        if (path->ops[i] == FW_PATH_ARC) {
            map_arc(args, &matrix);
            continue;
        }
        for (size_t k = 0; k < fw_path_arity[path->ops[i]]; k += 2) {
            struct fw_point point = fw_matrix_apply(matrix, args[k], args[k + 1]);
            args[k] = point.x;
            args[k + 1] = point.y;
        }
    }
    if (path->op_count > from.op) {
        path->start = fw_matrix_apply(matrix, path->start.x, path->start.y);
        path->at = fw_matrix_apply(matrix, path->at.x, path->at.y);
    }
}

static void append_curve(struct fw_path *path, const struct fw_cubic *cubic,
                         const struct fw_matrix *m)
{
    struct fw_point p1 = fw_matrix_apply(*m, cubic->x1, cubic->y1);
    struct fw_point p2 = fw_matrix_apply(*m, cubic->x2, cubic->y2);
    struct fw_point p = fw_matrix_apply(*m, cubic->x, cubic->y);
    fw_path_curve(path, p1.x, p1.y, p2.x, p2.y, p.x, p.y);
}

/** Appends one command under a map that may bend circles, so that arcs become curves. */
static void append_bent(struct fw_path *path, enum fw_path_op op, const double *args,
                        const struct fw_matrix *m)
{
    if (op == FW_PATH_ARC) {
        struct fw_cubic cubics[FW_PATH_ARC_CUBICS];
        size_t count = fw_path_arc_cubics(args, cubics);
        for (size_t i = 0; i < count; i++) {
            append_curve(path, &cubics[i], m);
        }
        return;
    }
    double mapped[6];
    for (size_t i = 0; i < fw_path_arity[op]; i += 2) {
        struct fw_point p = fw_matrix_apply(*m, args[i], args[i + 1]);
        mapped[i] = p.x;
        mapped[i + 1] = p.y;
    }
    put(path, op, mapped);
}

void fw_path_append(struct fw_path *path, const struct fw_path *other,
                    const struct fw_matrix *matrix)
{
    struct fw_path_mark mark = fw_path_mark(path);
    bool bent = matrix != NULL && !is_similarity(matrix);
    const double *args = other->args;
    for (size_t i = 0; i < other->op_count; args += fw_path_arity[other->ops[i]], i++) {
        if (bent) {
            append_bent(path, (enum fw_path_op)other->ops[i], args, matrix);
        } else {
            put(path, (enum fw_path_op)other->ops[i], args);
        }
    }
    if (matrix != NULL && !bent) {
        fw_path_map(path, mark, *matrix);
    }
}
