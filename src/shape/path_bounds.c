/* The exact extent of a path, and its arcs as cubic curves. */
#include <math.h>

#include "shape/path.h"

static const double pi = 3.14159265358979323846;

struct fw_cubic fw_path_quad_cubic(double x0, double y0, const double args[4])
{
    double x1 = args[0], y1 = args[1], x = args[2], y = args[3];
    return (struct fw_cubic){ x0 + (x1 - x0) * 2 / 3,
                              y0 + (y1 - y0) * 2 / 3,
                              x + (x1 - x) * 2 / 3,
                              y + (y1 - y) * 2 / 3,
                              x,
                              y };
}

size_t fw_path_arc_cubics(const double args[9], struct fw_cubic cubics[FW_PATH_ARC_CUBICS])
{
    double cx = args[0], cy = args[1], rx = args[2], ry = args[3];
    double c = cos(args[4]), s = sin(args[4]);
    double turn = fmax(-2 * pi, fmin(2 * pi, args[6]));
    size_t count = (size_t)fmax(1, fmin(FW_PATH_ARC_CUBICS, ceil(fabs(turn) / (pi / 4) - 1e-9)));
    double step = turn / (double)count;
    double reach = 4.0 / 3 * tan(step / 4); /* of the handles, in radii */
    for (size_t i = 0; i < count; i++) {
        double from = args[5] + step * (double)i, to = from + step;
        double x1 = rx * (cos(from) - reach * sin(from)), y1 = ry * (sin(from) + reach * cos(from));
        double x2 = rx * (cos(to) + reach * sin(to)), y2 = ry * (sin(to) - reach * cos(to));
        double x = rx * cos(to), y = ry * sin(to);
        cubics[i] = (struct fw_cubic){
            cx + x1 * c - y1 * s, cy + x1 * s + y1 * c, cx + x2 * c - y2 * s,
            cy + x2 * s + y2 * c, cx + x * c - y * s,   cy + x * s + y * c,
        };
    }
    cubics[count - 1].x = args[7]; /* no rounding where the next command starts */
    cubics[count - 1].y = args[8];
    return count;
}

/** Widens [*low, *high] by a value; NaN is left out. */
static void widen(double *low, double *high, double value)
{
    *low = fmin(*low, value);
    *high = fmax(*high, value);
}

/** Widens the interval by where a quadratic curve turns, in one coordinate. */
static void add_quad(double *low, double *high, double x0, double x1, double x2)
{
    double t = (x0 - x1) / (x0 - 2 * x1 + x2);
    if (t > 0 && t < 1) {
        widen(low, high, x0 + (x1 - x0) * t);
    }
}

static void add_cubic_at(double *low, double *high, const double x[4], double t)
{
    if (t > 0 && t < 1) {
        double u = 1 - t;
        widen(low, high,
              u * u * u * x[0] + 3 * u * u * t * x[1] + 3 * u * t * t * x[2] + t * t * t * x[3]);
    }
}

/** Widens the interval by where a cubic curve turns: the zeros of its derivative a t^2 + 2 b t + c.
 */
static void add_cubic(double *low, double *high, const double x[4])
{
    double a = x[3] - x[0] + 3 * (x[1] - x[2]), b = x[0] - 2 * x[1] + x[2], c = x[1] - x[0];
    if (fabs(a) < 1e-14) { /* the derivative is a line */
        add_cubic_at(low, high, x, -c / (2 * b));
        return;
    }
    double root = b * b - a * c;
    if (root >= 0) {
        root = sqrt(root);
        add_cubic_at(low, high, x, (-b + root) / a);
        add_cubic_at(low, high, x, (-b - root) / a);
    }
}

/** Whether the angle lies within the arc of `sweep` from `start`. */
static bool arc_holds(double start, double sweep, double angle)
{
    double ahead = fmod(sweep > 0 ? angle - start : start - angle, 2 * pi);
    return (ahead < 0 ? ahead + 2 * pi : ahead) <= fabs(sweep);
}

/** Adds the points of an arc where its tangent is vertical or horizontal. */
static void add_arc(struct fw_box *box, const double *args)
{
    double rx = args[2], ry = args[3], c = cos(args[4]), s = sin(args[4]);
    double along_x = atan2(-ry * s, rx * c), along_y = atan2(ry * c, rx * s);
    const double angles[4] = { along_x, along_x + pi, along_y, along_y + pi };
    for (int i = 0; i < 4; i++) {
        if (arc_holds(args[5], args[6], angles[i])) {
            double x = rx * cos(angles[i]), y = ry * sin(angles[i]);
            fw_box_add(box, args[0] + x * c - y * s, args[1] + x * s + y * c);
        }
    }
}

struct fw_box fw_path_bounds(const struct fw_path *path)
{
    struct fw_box box = fw_box_empty();
    struct fw_point at = { 0, 0 }, start = at;
    const double *p = path->args;
    for (size_t i = 0; i < path->op_count; i++) {
        enum fw_path_op op = (enum fw_path_op)path->ops[i];
        size_t count = fw_path_arity[op];
        switch (op) {
        case FW_PATH_MOVE:
        case FW_PATH_LINE:
            break;
        case FW_PATH_QUAD:
            add_quad(&box.x1, &box.x2, at.x, p[0], p[2]);
            add_quad(&box.y1, &box.y2, at.y, p[1], p[3]);
            break;
        case FW_PATH_CURVE:
            add_cubic(&box.x1, &box.x2, (const double[]){ at.x, p[0], p[2], p[4] });
            add_cubic(&box.y1, &box.y2, (const double[]){ at.y, p[1], p[3], p[5] });
            break;
        case FW_PATH_ARC:
            add_arc(&box, p);
            break;
        case FW_PATH_CLOSE:
            at = start;
            break;
        }
        if (count > 0) {
            at = (struct fw_point){ p[count - 2], p[count - 1] };
            fw_box_add(&box, at.x, at.y);
        }
        if (op == FW_PATH_MOVE) {
            start = at;
        }
        p += count;
    }
    return box;
}
