/* Clipping to a cap about the centre of the sphere. Method: d3-geo, clipCircle. */
#include "projection/clip.h"
#include "projection/sphere.h"

/** Points along the circle lie this far apart: 2 degrees. */
static const double circle_step = 2 * FW_RADIANS;

struct cap {
    struct fw_region region;
    double angle;    /* radians from the centre to the circle */
    double cosine;   /* of the angle */
    bool small;      /* less than a hemisphere */
    bool hemisphere; /* as good as exactly one */
};

struct cutter {
    struct fw_cutter base;
    const struct cap *cap;
    bool has_before;
    struct fw_point before; /* the last point */
    unsigned before_code;
    bool before_visible, first_visible;
    bool cut;
};

static bool cap_visible(const struct fw_region *region, double lambda, double phi)
{
    return cos(lambda) * cos(phi) > ((const struct cap *)region)->cosine;
}

/** On which sides of the circle's box a point lies, one bit each. */
static unsigned box_code(const struct cap *cap, double lambda, double phi)
{
    double r = cap->small ? cap->angle : FW_PI - cap->angle;
    unsigned code = lambda < -r ? 1 : lambda > r ? 2 : 0;
    return code | (phi < -r ? 4 : phi > r ? 8 : 0);
}

/** The code by which a line that cannot touch the circle is told; 0 on the side where lines may. */
static unsigned point_code(const struct cap *cap, struct fw_point point, bool visible)
{
    if (cap->small) {
        return visible ? 0 : box_code(cap, point.x, point.y);
    }
    return visible ? box_code(cap, point.x + (point.x < 0 ? FW_PI : -FW_PI), point.y) : 0;
}

/**
 * Where the great circle through a and b meets the clip circle: the line of the two planes, met
 * with the sphere. False where it does not.
 */
static bool meet_circle(const struct cap *cap, struct fw_point a, struct fw_point b,
                        struct fw_point crossings[2])
{
    struct fw_vector n1 = { 1, 0, 0 };
    struct fw_vector n2 = fw_vector_cross(fw_vector_from(a.x, a.y), fw_vector_from(b.x, b.y));
    double n2n2 = fw_vector_dot(n2, n2), n1n2 = n2.x, determinant = n2n2 - n1n2 * n1n2;
    if (determinant == 0) { /* two polar points */
        crossings[0] = crossings[1] = a;
        return false;
    }
    double c1 = cap->cosine * n2n2 / determinant, c2 = -cap->cosine * n1n2 / determinant;
    struct fw_vector along = fw_vector_cross(n1, n2);
    struct fw_vector base = fw_vector_add((struct fw_vector){ c1, 0, 0 }, c2, n2);
    double w = fw_vector_dot(base, along), uu = fw_vector_dot(along, along);
    double t2 = w * w - uu * (fw_vector_dot(base, base) - 1);
    if (!(t2 >= 0)) {
        return false;
    }
    double t = sqrt(t2);
    crossings[0] = fw_vector_angles(fw_vector_add(base, (-w - t) / uu, along));
    crossings[1] = fw_vector_angles(fw_vector_add(base, (-w + t) / uu, along));
    return true;
}

/** The crossing on the way from a to b; `a` where the line has none that can be told. */
static struct fw_point crossing(const struct cap *cap, struct fw_point a, struct fw_point b)
{
    struct fw_point crossings[2];
    return meet_circle(cap, a, b, crossings) ? crossings[0] : a;
}

/** Whether `q`, on the great circle through a and b, lies between them. */
static bool lies_between(struct fw_point q, struct fw_point a, struct fw_point b)
{
    double west = fmin(a.x, b.x), delta = fmax(a.x, b.x) - west;
    double phi0 = a.x <= b.x ? a.y : b.y, phi1 = a.x <= b.x ? b.y : a.y;
    bool polar = fabs(delta - FW_PI) < FW_GEO_NEAR;
    if (polar) {
        return (phi0 + phi1 > 0) ^ (q.y < (fabs(q.x - west) < FW_GEO_NEAR ? phi0 : phi1));
    }
    if (delta < FW_GEO_NEAR) {
        return fmin(phi0, phi1) <= q.y && q.y <= fmax(phi0, phi1);
    }
    return (delta > FW_PI) ^ (west <= q.x && q.x <= west + delta);
}

/** The line enters or leaves the cap; `point` is where it is now. Returns the crossing. */
static struct fw_point cut_across(struct cutter *cutter, struct fw_point point, bool visible)
{
    struct fw_geo_sink *next = cutter->base.next;
    struct fw_point at;
    cutter->cut = true;
    if (visible) {
        fw_sink_line_start(next);
        at = crossing(cutter->cap, point, cutter->before);
        fw_sink_point(next, at.x, at.y, 0);
    } else {
        at = crossing(cutter->cap, cutter->before, point);
        fw_sink_point(next, at.x, at.y, 2);
        fw_sink_line_end(next);
    }
    return at;
}

/** Both ends lie on the side where the line between them may still cut a corner of the cap. */
static void cut_corner(struct cutter *cutter, struct fw_point point)
{
    struct fw_geo_sink *next = cutter->base.next;
    struct fw_point at[2];
    if (!meet_circle(cutter->cap, point, cutter->before, at) ||
        !lies_between(at[0], point, cutter->before)) {
        return;
    }
    cutter->cut = true;
    if (cutter->cap->small) {
        fw_sink_line_start(next);
        fw_sink_point(next, at[0].x, at[0].y, 0);
        fw_sink_point(next, at[1].x, at[1].y, 0);
        fw_sink_line_end(next);
    } else {
        fw_sink_point(next, at[1].x, at[1].y, 0);
        fw_sink_line_end(next);
        fw_sink_line_start(next);
        fw_sink_point(next, at[0].x, at[0].y, 3);
    }
}

static void cutter_point(struct fw_geo_sink *sink, double lambda, double phi, int mark)
{
    struct cutter *cutter = (struct cutter *)sink;
    const struct cap *cap = cutter->cap;
    struct fw_point point = { lambda, phi };
    bool visible = cap_visible(&cap->region, lambda, phi);
    unsigned code = point_code(cap, point, visible);
    (void)mark;
    if (!cutter->has_before) {
        cutter->first_visible = cutter->before_visible = visible;
        if (visible) {
            fw_sink_line_start(cutter->base.next);
        }
    }
    struct fw_point before = cutter->before;
    if (visible != cutter->before_visible) {
        before = cut_across(cutter, point, visible);
    } else if (!cap->hemisphere && cutter->has_before && (cap->small ^ visible) &&
               (code & cutter->before_code) == 0) {
        cut_corner(cutter, point);
    }
    if (visible && (!cutter->has_before || !fw_points_meet(before, point))) {
        fw_sink_point(cutter->base.next, lambda, phi, 0);
    }
    cutter->has_before = true;
    cutter->before = point;
    cutter->before_visible = visible;
    cutter->before_code = code;
}

static void cutter_line_start(struct fw_geo_sink *sink)
{
    struct cutter *cutter = (struct cutter *)sink;
    cutter->first_visible = cutter->before_visible = false;
    cutter->cut = false;
}

static void cutter_line_end(struct fw_geo_sink *sink)
{
    struct cutter *cutter = (struct cutter *)sink;
    if (cutter->before_visible) {
        fw_sink_line_end(cutter->base.next);
    }
    cutter->has_before = false;
}

static unsigned cutter_clean(const struct fw_cutter *base)
{
    const struct cutter *cutter = (const struct cutter *)base;
    return (cutter->cut ? 0U : 1U) | (cutter->first_visible && cutter->before_visible ? 2U : 0U);
}

static const struct fw_geo_ops cutter_ops = {
    .point = cutter_point,
    .line_start = cutter_line_start,
    .line_end = cutter_line_end,
    .polygon_start = fw_sink_ignore,
    .polygon_end = fw_sink_ignore,
    .sphere = fw_sink_ignore,
};

static struct fw_cutter *cutter_new(struct fw_arena *arena, const struct fw_region *region,
                                    struct fw_geo_sink *next)
{
    struct cutter *cutter = FW_NEW(arena, struct cutter);
    cutter->base = (struct fw_cutter){ { &cutter_ops }, next, cutter_clean };
    cutter->cap = (const struct cap *)region;
    return &cutter->base;
}

/** The angle of a point on the circle, 0 to 2 pi. */
static double circle_angle(const struct cap *cap, struct fw_point point)
{
    struct fw_vector v = fw_vector_from(point.x, point.y);
    v.x -= cap->cosine;
    v = fw_vector_unit(v);
    double angle = fw_acos(-v.y);
    return fmod((-v.z < 0 ? -angle : angle) + FW_TAU - FW_GEO_NEAR, FW_TAU);
}

/** Along the circle in steps of two degrees, from one angle to another or all the way round. */
static void follow(const struct fw_clip_edge *edge, const struct fw_point *from,
                   const struct fw_point *to, int direction, struct fw_geo_sink *sink)
{
    const struct cap *cap = (const struct cap *)edge;
    double step = direction * circle_step, sine = sin(cap->angle);
    double start = cap->angle + direction * FW_TAU, end = cap->angle - step / 2;
    if (from != NULL) {
        start = circle_angle(cap, *from);
        end = circle_angle(cap, *to);
        if (direction > 0 ? start < end : start > end) {
            start += direction * FW_TAU;
        }
    }
    for (double t = start; direction > 0 ? t > end : t < end; t -= step) {
        struct fw_point p =
            fw_vector_angles((struct fw_vector){ cap->cosine, -sine * cos(t), -sine * sin(t) });
        fw_sink_point(sink, p.x, p.y, 0);
    }
}

struct fw_geo_sink *fw_clip_circle(struct fw_arena *arena, double angle, struct fw_geo_sink *next)
{
    struct cap *cap = FW_NEW(arena, struct cap);
    cap->angle = angle;
    cap->cosine = cos(angle);
    cap->small = cap->cosine > 0;
    cap->hemisphere = fabs(cap->cosine) <= FW_GEO_NEAR;
    cap->region = (struct fw_region){
        .edge = { fw_region_along, follow },
        .cutter = cutter_new,
        .visible = cap_visible,
        .start = cap->small ? (struct fw_point){ 0, -angle }
                            : (struct fw_point){ -FW_PI, angle - FW_PI },
    };
    return fw_clip_region(arena, &cap->region, next);
}
