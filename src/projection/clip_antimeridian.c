/* Cutting at the meridian opposite the centre. Method: d3-geo, clipAntimeridian. */
#include "projection/clip.h"
#include "projection/sphere.h"

struct cutter {
    struct fw_cutter base;
    struct fw_point before; /* the last point; NaN at the start of a line */
    double side;            /* pi or -pi: where it lies; NaN at the start */
    bool cut;
};

/** The latitude at which the great circle through two points crosses the antimeridian. */
static double crossing(struct fw_point a, struct fw_point b)
{
    double turn = sin(a.x - b.x);
    if (fabs(turn) <= FW_GEO_NEAR) {
        return (a.y + b.y) / 2;
    }
    return atan((sin(a.y) * cos(b.y) * sin(b.x) - sin(b.y) * cos(a.y) * sin(a.x)) /
                (cos(a.y) * cos(b.y) * turn));
}

/** Ends a piece at one side of the antimeridian and starts the next at the other. */
static void cut_at(struct cutter *cutter, double phi, double side)
{
    struct fw_geo_sink *next = cutter->base.next;
    fw_sink_point(next, cutter->side, phi, 0);
    fw_sink_line_end(next);
    fw_sink_line_start(next);
    fw_sink_point(next, side, phi, 0);
    cutter->cut = true;
}

static void cutter_point(struct fw_geo_sink *sink, double lambda, double phi, int mark)
{
    struct cutter *cutter = (struct cutter *)sink;
    struct fw_point before = cutter->before, point = { lambda, phi };
    double side = lambda > 0 ? FW_PI : -FW_PI, delta = fabs(lambda - before.x);
    (void)mark;
    if (fabs(delta - FW_PI) < FW_GEO_NEAR) { /* the line goes over a pole */
        double pole = (before.y + phi) / 2 > 0 ? FW_HALF_PI : -FW_HALF_PI;
        fw_sink_point(cutter->base.next, before.x, pole, 0);
        cut_at(cutter, pole, side);
        fw_sink_point(cutter->base.next, lambda, pole, 0);
    } else if (cutter->side != side && delta >= FW_PI) { /* over the antimeridian */
        if (fabs(before.x - cutter->side) < FW_GEO_NEAR) {
            before.x -= cutter->side * FW_GEO_NEAR;
        }
        if (fabs(point.x - side) < FW_GEO_NEAR) {
            point.x -= side * FW_GEO_NEAR;
        }
        cut_at(cutter, crossing(before, point), side);
    }
    fw_sink_point(cutter->base.next, point.x, point.y, 0);
    cutter->before = point;
    cutter->side = side;
}

static void cutter_line_start(struct fw_geo_sink *sink)
{
    struct cutter *cutter = (struct cutter *)sink;
    fw_sink_line_start(cutter->base.next);
    cutter->cut = false;
}

static void cutter_line_end(struct fw_geo_sink *sink)
{
    struct cutter *cutter = (struct cutter *)sink;
    fw_sink_line_end(cutter->base.next);
    cutter->before = (struct fw_point){ NAN, NAN };
}

static unsigned cutter_clean(const struct fw_cutter *base)
{
    return ((const struct cutter *)base)->cut ? 2
                                              : 1; /* all is visible: the ends belong together */
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
    (void)region;
    *cutter = (struct cutter){ { { &cutter_ops }, next, cutter_clean }, { NAN, NAN }, NAN, false };
    return &cutter->base;
}

static bool all_visible(const struct fw_region *region, double lambda, double phi)
{
    (void)region;
    (void)lambda;
    (void)phi;
    return true;
}

static void send_points(struct fw_geo_sink *sink, const struct fw_point *points, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        fw_sink_point(sink, points[i].x, points[i].y, 0);
    }
}

/** Along the antimeridian: round both its sides and the poles, over one pole, or straight on. */
static void follow(const struct fw_clip_edge *edge, const struct fw_point *from,
                   const struct fw_point *to, int direction, struct fw_geo_sink *sink)
{
    (void)edge;
    if (from == NULL) {
        double phi = direction * FW_HALF_PI;
        const struct fw_point all[] = {
            { -FW_PI, phi }, { 0, phi },       { FW_PI, phi }, { FW_PI, 0 },    { FW_PI, -phi },
            { 0, -phi },     { -FW_PI, -phi }, { -FW_PI, 0 },  { -FW_PI, phi },
        };
        send_points(sink, all, sizeof all / sizeof *all);
    } else if (fabs(from->x - to->x) > FW_GEO_NEAR) {
        double lambda = from->x < to->x ? FW_PI : -FW_PI, phi = direction * lambda / 2;
        const struct fw_point pole[] = { { -lambda, phi }, { 0, phi }, { lambda, phi } };
        send_points(sink, pole, 3);
    } else {
        send_points(sink, to, 1);
    }
}

struct fw_geo_sink *fw_clip_antimeridian(struct fw_arena *arena, struct fw_geo_sink *next)
{
    static const struct fw_region region = {
        .edge = { fw_region_along, follow },
        .cutter = cutter_new,
        .visible = all_visible,
        .start = { -FW_PI, -FW_HALF_PI },
    };
    return fw_clip_region(arena, &region, next);
}
