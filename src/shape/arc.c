/* Sectors and rings: pie slices, donuts, radial bars. Method: d3-shape, arc. */
#include "shape/arc.h"

#include <math.h>

static const double pi = 3.14159265358979323846;

/** Lengths and angles below this are none: d3-shape's epsilon. */
static const double epsilon = 1e-12;

/** A ring sector about the origin, y down, angles from the x axis. */
struct sector {
    double r0, r1;       /* inner and outer radius */
    double a00, a10;     /* inner ring: start and end angle, after padding */
    double a01, a11;     /* outer ring */
    double span0, span1; /* how far each ring turns, >= 0 */
    bool clockwise;
    double corner; /* wanted corner radius, held to half the ring's width */
};

static double safe_asin(double x)
{
    return asin(fmax(-1, fmin(1, x)));
}

static double safe_acos(double x)
{
    return acos(fmax(-1, fmin(1, x)));
}

static struct fw_point polar(double radius, double angle)
{
    return (struct fw_point){ radius * cos(angle), radius * sin(angle) };
}

/** Takes `pad` off both ends of a ring's angles; a ring that is too short shrinks to its middle. */
static void pad_ring(double pad, bool clockwise, double *start, double *end, double *span)
{
    *span -= pad * 2;
    if (*span > epsilon) {
        double by = clockwise ? pad : -pad;
        *start += by;
        *end -= by;
    } else {
        *span = 0;
        *start = *end = (*start + *end) / 2;
    }
}

/** Pads the sector so that the gap to its neighbours has parallel sides. */
static void pad_sector(struct sector *s, double pad_angle)
{
    double half = pad_angle / 2;
    if (!(half > epsilon)) {
        return;
    }
    double radius = sqrt(s->r0 * s->r0 + s->r1 * s->r1);
    double pad0 = safe_asin(radius / s->r0 * sin(half)); /* r0 may be 0: asin(1) */
    double pad1 = safe_asin(radius / s->r1 * sin(half));
    pad_ring(pad0, s->clockwise, &s->a00, &s->a10, &s->span0);
    pad_ring(pad1, s->clockwise, &s->a01, &s->a11, &s->span1);
}

/** Where the lines a-b and c-d cross; false when they are parallel. */
static bool cross_lines(struct fw_point a, struct fw_point b, struct fw_point c, struct fw_point d,
                        struct fw_point *at)
{
    double x10 = b.x - a.x, y10 = b.y - a.y, x32 = d.x - c.x, y32 = d.y - c.y;
    double t = y32 * x10 - x32 * y10;
    if (t * t < epsilon) {
        return false;
    }
    t = (x32 * (a.y - c.y) - y32 * (a.x - c.x)) / t;
    *at = (struct fw_point){ a.x + t * x10, a.y + t * y10 };
    return true;
}

/** The corner radii that fit the sector's angle: inner and outer. */
static void hold_corners(const struct sector *s, double angle, double *inner, double *outer)
{
    *inner = *outer = s->corner;
    if (!(s->corner > epsilon) || angle >= pi) {
        return;
    }
    struct fw_point start = polar(s->r1, s->a01), end = polar(s->r1, s->a11), apex;
    if (!cross_lines(start, polar(s->r0, s->a00), end, polar(s->r0, s->a10), &apex)) {
        *inner = *outer = 0;
        return;
    }
    double ax = start.x - apex.x, ay = start.y - apex.y, bx = end.x - apex.x, by = end.y - apex.y;
    double opening =
        safe_acos((ax * bx + ay * by) / (sqrt(ax * ax + ay * ay) * sqrt(bx * bx + by * by)));
    double k = 1 / sin(opening / 2), distance = sqrt(apex.x * apex.x + apex.y * apex.y);
    *inner = fmin(s->corner, (s->r0 - distance) / (k - 1));
    *outer = fmin(s->corner, (s->r1 - distance) / (k + 1));
}

/** A rounded corner: a circle about `centre`, from the side (at + side) to the ring (at + ring). */
struct corner {
    struct fw_point centre, side, ring; /* side and ring: seen from the centre */
};

/**
 * The circle of radius |rc| that touches the side from p0 to p1 and the ring of radius r1 from
 * within (rc > 0) or without (rc < 0). See mathworld.wolfram.com/Circle-LineIntersection.html
 */
static struct corner round_corner(struct fw_point p0, struct fw_point p1, double r1, double rc,
                                  bool clockwise)
{
    double x01 = p0.x - p1.x, y01 = p0.y - p1.y;
    double offset = (clockwise ? rc : -rc) / sqrt(x01 * x01 + y01 * y01);
    double ox = offset * y01, oy = -offset * x01; /* the side moved inwards by rc */
    double x11 = p0.x + ox, y11 = p0.y + oy, x10 = p1.x + ox, y10 = p1.y + oy;
    double mx = (x11 + x10) / 2, my = (y11 + y10) / 2;
    double dx = x10 - x11, dy = y10 - y11, d2 = dx * dx + dy * dy;
    double r = r1 - rc, det = x11 * y10 - x10 * y11;
    double root = (dy < 0 ? -1 : 1) * sqrt(fmax(0, r * r * d2 - det * det));
    struct fw_point one = { (det * dy - dx * root) / d2, (-det * dx - dy * root) / d2 };
    struct fw_point two = { (det * dy + dx * root) / d2, (-det * dx + dy * root) / d2 };
    bool second = hypot(one.x - mx, one.y - my) > hypot(two.x - mx, two.y - my);
    struct fw_point centre = second ? two : one;
    return (struct corner){ centre,
                            { -ox, -oy },
                            { centre.x * (r1 / r - 1), centre.y * (r1 / r - 1) } };
}

static double angle_of(struct fw_point p)
{
    return atan2(p.y, p.x);
}

static struct fw_point sum(struct fw_point a, struct fw_point b)
{
    return (struct fw_point){ a.x + b.x, a.y + b.y };
}

/** Two corners and the ring between them; corners that were cut down have merged into one arc. */
static void draw_corners(struct fw_path *path, const struct sector *s,
                         const struct corner corners[2], double radius, double rc, bool inner)
{
    const struct corner *first = &corners[0], *second = &corners[1];
    bool counter = !s->clockwise;
    if (rc < s->corner) {
        fw_path_arc(path, first->centre.x, first->centre.y, rc, angle_of(first->side),
                    angle_of(second->side), counter);
        return;
    }
    fw_path_arc(path, first->centre.x, first->centre.y, rc, angle_of(first->side),
                angle_of(first->ring), counter);
    fw_path_arc(path, 0, 0, radius, angle_of(sum(first->centre, first->ring)),
                angle_of(sum(second->centre, second->ring)), inner ? !counter : counter);
    fw_path_arc(path, second->centre.x, second->centre.y, rc, angle_of(second->ring),
                angle_of(second->side), counter);
}

static void draw_outer(struct fw_path *path, const struct sector *s, double rc)
{
    struct fw_point start = polar(s->r1, s->a01);
    if (!(s->span1 > epsilon) || !(rc > epsilon)) {
        fw_path_move(path, start.x, start.y);
        if (s->span1 > epsilon) {
            fw_path_arc(path, 0, 0, s->r1, s->a01, s->a11, !s->clockwise);
        }
        return;
    }
    const struct corner corners[2] = {
        round_corner(polar(s->r0, s->a00), start, s->r1, rc, s->clockwise),
        round_corner(polar(s->r1, s->a11), polar(s->r0, s->a10), s->r1, rc, s->clockwise),
    };
    struct fw_point at = sum(corners[0].centre, corners[0].side);
    fw_path_move(path, at.x, at.y);
    draw_corners(path, s, corners, s->r1, rc, false);
}

static void draw_inner(struct fw_path *path, const struct sector *s, double rc)
{
    struct fw_point end = polar(s->r0, s->a10);
    if (!(s->r0 > epsilon) || !(s->span0 > epsilon)) {
        fw_path_line(path, end.x, end.y);
        return;
    }
    if (!(rc > epsilon)) {
        fw_path_arc(path, 0, 0, s->r0, s->a10, s->a00, s->clockwise);
        return;
    }
    const struct corner corners[2] = {
        round_corner(end, polar(s->r1, s->a11), s->r0, -rc, s->clockwise),
        round_corner(polar(s->r1, s->a01), polar(s->r0, s->a00), s->r0, -rc, s->clockwise),
    };
    struct fw_point at = sum(corners[0].centre, corners[0].side);
    fw_path_line(path, at.x, at.y);
    draw_corners(path, s, corners, s->r0, rc, true);
}

/** A whole circle or ring. */
static void draw_ring(struct fw_path *path, const struct sector *s)
{
    struct fw_point outer = polar(s->r1, s->a01), inner = polar(s->r0, s->a11);
    fw_path_move(path, outer.x, outer.y);
    fw_path_arc(path, 0, 0, s->r1, s->a01, s->a11, !s->clockwise);
    if (s->r0 > epsilon) {
        fw_path_move(path, inner.x, inner.y);
        fw_path_arc(path, 0, 0, s->r0, s->a11, s->a01, s->clockwise);
    }
}

static void draw_arc(struct fw_path *path, const struct fw_arc *arc)
{
    double a0 = arc->start_angle - pi / 2, a1 = arc->end_angle - pi / 2, angle = fabs(a1 - a0);
    struct sector s = {
        .r0 = fmin(arc->inner_radius, arc->outer_radius),
        .r1 = fmax(arc->inner_radius, arc->outer_radius),
        .a00 = a0,
        .a10 = a1,
        .a01 = a0,
        .a11 = a1,
        .span0 = angle,
        .span1 = angle,
        .clockwise = a1 > a0,
    };
    s.corner = fmin((s.r1 - s.r0) / 2, arc->corner_radius);
    if (!(s.r1 > epsilon)) {
        fw_path_move(path, 0, 0);
    } else if (angle > 2 * pi - epsilon) {
        draw_ring(path, &s);
    } else {
        double inner, outer;
        pad_sector(&s, arc->pad_angle);
        hold_corners(&s, angle, &inner, &outer);
        draw_outer(path, &s, outer);
        draw_inner(path, &s, inner);
    }
    fw_path_close(path);
}

void fw_arc_path(const struct fw_arc *arc, struct fw_path *path)
{
    struct fw_path_mark mark = fw_path_mark(path);
    draw_arc(path, arc);
    fw_path_map(path, mark, fw_matrix_translation(arc->x, arc->y));
}
