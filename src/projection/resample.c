/* Adaptive resampling: great arcs become as many line segments as the plane needs. Method: d3-geo,
 * resample. */
#include "projection/resample.h"

/** A segment is halved at most so often. */
enum { DEPTH_CAP = 16 };

/**
 * The cosine of 30 degrees, one bit above the nearest, as d3 computes it: longer arcs, and arcs of
 * just that length, are always halved, lest a loop of the curve be missed.
 */
static const double long_arc_cosine = 0.8660254037844387;

/**
 * Points added to one geometry at most: a map of the world drawn 10 m wide needs a tenth of it. A
 * scale or a precision out of all reason must not fill the memory.
 */
enum { ADDED_CAP = 1000000 };

/** A point on the sphere and in the plane. */
struct vertex {
    struct fw_point at; /* px */
    double lambda;
    struct fw_vector on_sphere;
};

struct resample {
    struct fw_geo_sink sink;
    struct fw_geo_sink *next;
    const struct fw_globe *globe;
    size_t added;
    bool in_line, in_polygon;
    bool has_first;
    struct vertex first, before;
};

/** Whether the middle lies so far from the straight segment that the segment must be halved. */
static bool must_halve(const struct resample *r, const struct vertex *a, const struct vertex *b,
                       struct fw_point middle)
{
    double dx = b->at.x - a->at.x, dy = b->at.y - a->at.y, d2 = dx * dx + dy * dy;
    double mx = middle.x - a->at.x, my = middle.y - a->at.y;
    double across = dy * mx - dx * my;
    return across * across / d2 > r->globe->tolerance2 ||
           fabs((dx * mx + dy * my) / d2 - 0.5) > 0.3 ||
           fw_vector_dot(a->on_sphere, b->on_sphere) < long_arc_cosine;
}

/** Sends what is needed between a and b, both left out. */
static void send_between(struct resample *r, const struct vertex *a, const struct vertex *b,
                         int depth)
{
    double dx = b->at.x - a->at.x, dy = b->at.y - a->at.y;
    if (!(dx * dx + dy * dy > 4 * r->globe->tolerance2) || depth == 0 || r->added >= ADDED_CAP) {
        return;
    }
    struct vertex middle;
    middle.on_sphere = fw_vector_unit(fw_vector_add(a->on_sphere, 1, b->on_sphere));
    struct fw_point angles = fw_vector_angles(middle.on_sphere);
    bool polar = fabs(fabs(middle.on_sphere.z) - 1) < FW_GEO_NEAR;
    bool meridian = fabs(a->lambda - b->lambda) < FW_GEO_NEAR;
    middle.lambda = polar || meridian ? (a->lambda + b->lambda) / 2 : angles.x;
    middle.at = fw_globe_place(r->globe, middle.lambda, angles.y);
    if (must_halve(r, a, b, middle.at)) {
        r->added++;
        send_between(r, a, &middle, depth - 1);
        fw_sink_point(r->next, middle.at.x, middle.at.y, 0);
        send_between(r, &middle, b, depth - 1);
    }
}

static void resample_point(struct fw_geo_sink *sink, double lambda, double phi, int mark)
{
    struct resample *r = (struct resample *)sink;
    struct vertex vertex = { .at = fw_globe_place(r->globe, lambda, phi), .lambda = lambda };
    (void)mark;
    if (r->in_line && r->globe->tolerance2 > 0) {
        vertex.on_sphere = fw_vector_from(lambda, phi);
        if (r->has_first) {
            send_between(r, &r->before, &vertex, DEPTH_CAP);
        } else {
            r->has_first = true;
            r->first = vertex;
        }
        r->before = vertex;
    }
    fw_sink_point(r->next, vertex.at.x, vertex.at.y, 0);
}

static void resample_line_start(struct fw_geo_sink *sink)
{
    struct resample *r = (struct resample *)sink;
    r->in_line = true;
    r->has_first = false;
    fw_sink_line_start(r->next);
}

static void resample_line_end(struct fw_geo_sink *sink)
{
    struct resample *r = (struct resample *)sink;
    if (r->in_polygon && r->has_first) {
        send_between(r, &r->before, &r->first, DEPTH_CAP);
    }
    r->in_line = false;
    fw_sink_line_end(r->next);
}

static void resample_polygon_start(struct fw_geo_sink *sink)
{
    struct resample *r = (struct resample *)sink;
    r->in_polygon = true;
    fw_sink_polygon_start(r->next);
}

static void resample_polygon_end(struct fw_geo_sink *sink)
{
    struct resample *r = (struct resample *)sink;
    r->in_polygon = false;
    fw_sink_polygon_end(r->next);
}

static const struct fw_geo_ops resample_ops = {
    .point = resample_point,
    .line_start = resample_line_start,
    .line_end = resample_line_end,
    .polygon_start = resample_polygon_start,
    .polygon_end = resample_polygon_end,
    .sphere = fw_sink_ignore,
};

struct fw_geo_sink *fw_resample(struct fw_arena *arena, const struct fw_globe *globe,
                                struct fw_geo_sink *next)
{
    struct resample *r = FW_NEW(arena, struct resample);
    r->sink.ops = &resample_ops;
    r->next = next;
    r->globe = globe;
    return &r->sink;
}
