/* Clipping to a box of the plane. Method: d3-geo, clipRectangle; lines by Liang and Barsky 1984. */
#include "projection/clip.h"
#include "projection/sphere.h"

/** Coordinates are held to this before lines are cut, so that products stay exact enough: d3-geo.
 */
static const double coordinate_cap = 1e9;

struct box_edge {
    struct fw_clip_edge edge;
    struct fw_box box;
};

struct clip {
    struct fw_geo_sink sink;
    struct fw_geo_sink *next;
    struct box_edge box;
    struct fw_cut_buffer pieces, polygon; /* visible parts of the rings; the rings as they came */
    size_t ring_begin;                    /* first piece of the ring in work */
    bool in_polygon, in_line;
    bool has_first;
    struct fw_point first, before;
    bool first_visible, before_visible;
    bool uncut; /* no side of the polygon meets the box */
};

static bool is_visible(const struct fw_box *box, struct fw_point p)
{
    return box->x1 <= p.x && p.x <= box->x2 && box->y1 <= p.y && p.y <= box->y2;
}

/** The corner before a point of the edge, in the direction: 0 (x1, y1), 1 (x2, y1), 2 (x2, y2), 3
 * (x1, y2). */
static int corner_of(const struct fw_box *box, struct fw_point p, int direction)
{
    if (fabs(p.x - box->x1) < FW_GEO_NEAR) {
        return direction > 0 ? 0 : 3;
    }
    if (fabs(p.x - box->x2) < FW_GEO_NEAR) {
        return direction > 0 ? 2 : 1;
    }
    if (fabs(p.y - box->y1) < FW_GEO_NEAR) {
        return direction > 0 ? 1 : 0;
    }
    return direction > 0 ? 3 : 2;
}

static double box_along(const struct fw_clip_edge *edge, struct fw_point p, int *side)
{
    *side = corner_of(&((const struct box_edge *)edge)->box, p, 1);
    const double along[4] = { -p.y, p.x, p.y, -p.x };
    return along[*side];
}

/** Whether `a` comes before `b` along the edge. */
static bool is_before(const struct fw_clip_edge *edge, struct fw_point a, struct fw_point b)
{
    int side_a, side_b;
    double along_a = box_along(edge, a, &side_a), along_b = box_along(edge, b, &side_b);
    return side_a != side_b ? side_a < side_b : along_a < along_b;
}

static void follow(const struct fw_clip_edge *edge, const struct fw_point *from,
                   const struct fw_point *to, int direction, struct fw_geo_sink *sink)
{
    const struct fw_box *box = &((const struct box_edge *)edge)->box;
    int corner = from == NULL ? 0 : corner_of(box, *from, direction);
    int last = from == NULL ? 0 : corner_of(box, *to, direction);
    if (from != NULL && corner == last && is_before(edge, *from, *to) == (direction > 0)) {
        fw_sink_point(sink, to->x, to->y, 0);
        return;
    }
    do {
        bool left = corner == 0 || corner == 3;
        fw_sink_point(sink, left ? box->x1 : box->x2, corner > 1 ? box->y2 : box->y1, 0);
        corner = (corner + direction + 4) % 4;
    } while (corner != last);
}

/** Narrows [*t0, *t1] to where a line from `a` with slope `d` lies on the inner side; false when
 * nowhere. */
static bool narrow(double distance, double d, double *t0, double *t1)
{
    if (d == 0 || isnan(d)) {
        return !(distance > 0);
    }
    double t = distance / d;
    if (d < 0) {
        *t1 = fmin(*t1, t);
    } else {
        *t0 = fmax(*t0, t);
    }
    return *t0 <= *t1;
}

/** Cuts the line from a to b to the box; false, with both unchanged, where it lies outside. */
static bool cut_line(const struct fw_box *box, struct fw_point *a, struct fw_point *b)
{
    double t0 = 0, t1 = 1, dx = b->x - a->x, dy = b->y - a->y;
    if (!narrow(box->x1 - a->x, dx, &t0, &t1) || !narrow(a->x - box->x2, -dx, &t0, &t1) ||
        !narrow(box->y1 - a->y, dy, &t0, &t1) || !narrow(a->y - box->y2, -dy, &t0, &t1)) {
        return false;
    }
    struct fw_point from = *a;
    if (t0 > 0) {
        *a = (struct fw_point){ from.x + t0 * dx, from.y + t0 * dy };
    }
    if (t1 < 1) {
        *b = (struct fw_point){ from.x + t1 * dx, from.y + t1 * dy };
    }
    return true;
}

static double held(double value)
{
    return fmax(-coordinate_cap, fmin(coordinate_cap, value));
}

static struct fw_geo_sink *target(struct clip *clip)
{
    return clip->in_polygon ? &clip->pieces.sink : clip->next;
}

/** A line that is not visible at both ends: sends the part of it that is. */
static void cross_box(struct clip *clip, struct fw_point *point, bool visible)
{
    struct fw_geo_sink *sink = target(clip);
    struct fw_point a = { held(clip->before.x), held(clip->before.y) };
    struct fw_point b = { held(point->x), held(point->y) };
    *point = b;
    if (cut_line(&clip->box.box, &a, &b)) {
        if (!clip->before_visible) {
            fw_sink_line_start(sink);
            fw_sink_point(sink, a.x, a.y, 0);
        }
        fw_sink_point(sink, b.x, b.y, 0);
        if (!visible) {
            fw_sink_line_end(sink);
        }
        clip->uncut = false;
    } else if (visible) {
        fw_sink_line_start(sink);
        fw_sink_point(sink, point->x, point->y, 0);
        clip->uncut = false;
    }
}

static void line_point(struct clip *clip, struct fw_point point)
{
    bool visible = is_visible(&clip->box.box, point);
    if (clip->in_polygon) {
        fw_sink_point(&clip->polygon.sink, point.x, point.y, 0);
    }
    if (!clip->has_first) {
        clip->has_first = true;
        clip->first = point;
        clip->first_visible = visible;
        if (visible) {
            fw_sink_line_start(target(clip));
            fw_sink_point(target(clip), point.x, point.y, 0);
        }
    } else if (visible && clip->before_visible) {
        fw_sink_point(target(clip), point.x, point.y, 0);
    } else {
        cross_box(clip, &point, visible);
    }
    clip->before = point;
    clip->before_visible = visible;
}

static void clip_point(struct fw_geo_sink *sink, double x, double y, int mark)
{
    struct clip *clip = (struct clip *)sink;
    struct fw_point point = { x, y };
    (void)mark;
    if (clip->in_line) {
        line_point(clip, point);
    } else if (is_visible(&clip->box.box, point)) {
        fw_sink_point(clip->next, x, y, 0);
    }
}

static void clip_line_start(struct fw_geo_sink *sink)
{
    struct clip *clip = (struct clip *)sink;
    if (clip->in_polygon) {
        fw_sink_line_start(&clip->polygon.sink);
        clip->ring_begin = clip->pieces.line_count;
    }
    clip->in_line = true;
    clip->has_first = false;
    clip->before_visible = false;
}

static void clip_line_end(struct fw_geo_sink *sink)
{
    struct clip *clip = (struct clip *)sink;
    if (clip->in_polygon && clip->has_first) {
        line_point(clip, clip->first);
        if (clip->first_visible && clip->before_visible) {
            fw_cut_buffer_rejoin(&clip->pieces, clip->ring_begin);
        }
    }
    clip->in_line = false;
    if (clip->before_visible) {
        fw_sink_line_end(target(clip));
    }
}

static void clip_polygon_start(struct fw_geo_sink *sink)
{
    struct clip *clip = (struct clip *)sink;
    clip->in_polygon = true;
    clip->uncut = true;
    fw_cut_buffer_clear(&clip->pieces);
    fw_cut_buffer_clear(&clip->polygon);
}

/** How often a ring (closed) winds round the corner (x1, y2). */
static int ring_winding(const struct fw_box *box, const struct fw_cut_point *ring, size_t count)
{
    int winding = 0;
    for (size_t i = 1; i < count; i++) {
        struct fw_point a = ring[i - 1].at, b = ring[i].at;
        double side = (b.x - a.x) * (box->y2 - a.y) - (b.y - a.y) * (box->x1 - a.x);
        if (a.y <= box->y2 && b.y > box->y2 && side > 0) {
            winding++;
        } else if (!(a.y <= box->y2) && b.y <= box->y2 && side < 0) {
            winding--;
        }
    }
    return winding;
}

/** Whether the polygon holds the corner at which the edge starts. */
static bool holds_start(const struct clip *clip)
{
    int winding = 0;
    for (size_t i = 0; i < clip->polygon.line_count; i++) {
        struct fw_cut_line ring = clip->polygon.lines[i];
        winding += ring_winding(&clip->box.box, clip->polygon.points + ring.begin, ring.count);
    }
    return winding != 0;
}

static void clip_polygon_end(struct fw_geo_sink *sink)
{
    struct clip *clip = (struct clip *)sink;
    bool start_inside = holds_start(clip), covered = clip->uncut && start_inside;
    clip->in_polygon = false;
    if (!covered && clip->pieces.line_count == 0) {
        return;
    }
    fw_sink_polygon_start(clip->next);
    if (covered) {
        fw_sink_line_start(clip->next);
        follow(&clip->box.edge, NULL, NULL, 1, clip->next);
        fw_sink_line_end(clip->next);
    }
    fw_cut_rejoin(&clip->pieces, &clip->box.edge, start_inside, clip->next);
    fw_sink_polygon_end(clip->next);
}

static const struct fw_geo_ops clip_ops = {
    .point = clip_point,
    .line_start = clip_line_start,
    .line_end = clip_line_end,
    .polygon_start = clip_polygon_start,
    .polygon_end = clip_polygon_end,
    .sphere = fw_sink_ignore,
};

struct fw_geo_sink *fw_clip_rectangle(struct fw_arena *arena, struct fw_box box,
                                      struct fw_geo_sink *next)
{
    struct clip *clip = FW_NEW(arena, struct clip);
    clip->sink.ops = &clip_ops;
    clip->next = next;
    clip->box = (struct box_edge){ { box_along, follow }, box };
    fw_cut_buffer_init(&clip->pieces, arena);
    fw_cut_buffer_init(&clip->polygon, arena);
    return &clip->sink;
}
