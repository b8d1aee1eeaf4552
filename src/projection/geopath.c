/* Geometries to paths, extents, areas, lengths and centroids in the plane. Method: d3-geo, geoPath.
 */
#include "projection/geopath.h"

#include "projection/clip.h"
#include "projection/resample.h"
#include "projection/type.h"

/** The first stage: degrees to rotated radians, for each globe of the projection. */
struct entry {
    struct fw_geo_sink sink;
    size_t count;
    const struct fw_globe *globes[FW_PROJECTION_PARTS];
    struct fw_geo_sink *next[FW_PROJECTION_PARTS];
};

static void entry_point(struct fw_geo_sink *sink, double x, double y, int mark)
{
    struct entry *entry = (struct entry *)sink;
    for (size_t i = 0; i < entry->count; i++) {
        const struct fw_globe *globe = entry->globes[i];
        struct fw_point p =
            globe->planar ? fw_globe_apply(globe, x, y)
                          : fw_rotation_apply(&globe->rotation, x * FW_RADIANS, y * FW_RADIANS);
        fw_sink_point(entry->next[i], p.x, p.y, mark);
    }
}

static void entry_line_start(struct fw_geo_sink *sink)
{
    struct entry *entry = (struct entry *)sink;
    for (size_t i = 0; i < entry->count; i++) {
        fw_sink_line_start(entry->next[i]);
    }
}

static void entry_line_end(struct fw_geo_sink *sink)
{
    struct entry *entry = (struct entry *)sink;
    for (size_t i = 0; i < entry->count; i++) {
        fw_sink_line_end(entry->next[i]);
    }
}

static void entry_polygon_start(struct fw_geo_sink *sink)
{
    struct entry *entry = (struct entry *)sink;
    for (size_t i = 0; i < entry->count; i++) {
        fw_sink_polygon_start(entry->next[i]);
    }
}

static void entry_polygon_end(struct fw_geo_sink *sink)
{
    struct entry *entry = (struct entry *)sink;
    for (size_t i = 0; i < entry->count; i++) {
        fw_sink_polygon_end(entry->next[i]);
    }
}

static void entry_sphere(struct fw_geo_sink *sink)
{
    struct entry *entry = (struct entry *)sink;
    for (size_t i = 0; i < entry->count; i++) {
        fw_sink_sphere(entry->next[i]);
    }
}

static const struct fw_geo_ops entry_ops = {
    .point = entry_point,
    .line_start = entry_line_start,
    .line_end = entry_line_end,
    .polygon_start = entry_polygon_start,
    .polygon_end = entry_polygon_end,
    .sphere = entry_sphere,
};

struct fw_geo_sink *fw_projection_stream(struct fw_arena *arena,
                                         const struct fw_projection *projection,
                                         struct fw_geo_sink *last)
{
    if (projection == NULL) {
        return last;
    }
    struct entry *entry = FW_NEW(arena, struct entry);
    entry->sink.ops = &entry_ops;
    entry->count = projection->globe_count;
    for (size_t i = 0; i < entry->count; i++) {
        const struct fw_globe *globe = &projection->globes[i];
        struct fw_geo_sink *next = last;
        if (globe->has_extent) {
            next = fw_clip_rectangle(arena, globe->extent, next);
        }
        if (!globe->planar) {
            next = fw_resample(arena, globe, next);
            next = globe->clip_angle > 0 ? fw_clip_circle(arena, globe->clip_angle, next)
                                         : fw_clip_antimeridian(arena, next);
        }
        entry->globes[i] = globe;
        entry->next[i] = next;
    }
    return &entry->sink;
}

/** Streams `object` through the projection to `last`. */
static void run(const struct fw_projection *projection, struct fw_value object,
                struct fw_geo_sink *last)
{
    struct fw_arena *scratch = fw_arena_create();
    fw_geo_stream(object, fw_projection_stream(scratch, projection, last));
    fw_arena_destroy(scratch);
}

/** The state that the measuring stages share: where they are in a line, and what they sum. */
struct measure {
    struct fw_geo_sink sink;
    struct fw_path *path;
    double radius;
    bool in_polygon, in_line, has_first;
    struct fw_point first, before;
    struct fw_box box;
    double area, ring_area, length;
    double points[3], lines[3], areas[3]; /* x, y and weight of the three kinds of centroid */
};

static void measure_polygon_start(struct fw_geo_sink *sink)
{
    ((struct measure *)sink)->in_polygon = true;
}

static void measure_polygon_end(struct fw_geo_sink *sink)
{
    struct measure *m = (struct measure *)sink;
    m->in_polygon = false;
    m->area += fabs(m->ring_area) / 2;
    m->ring_area = 0;
}

static void measure_line_start(struct fw_geo_sink *sink)
{
    struct measure *m = (struct measure *)sink;
    m->in_line = true;
    m->has_first = false;
}

static void path_point(struct fw_geo_sink *sink, double x, double y, int mark)
{
    struct measure *m = (struct measure *)sink;
    (void)mark;
    if (!m->in_line) {
        fw_path_move(m->path, x + m->radius, y);
        fw_path_arc(m->path, x, y, m->radius, 0, FW_TAU, false);
    } else if (m->has_first) {
        fw_path_line(m->path, x, y);
    } else {
        fw_path_move(m->path, x, y);
        m->has_first = true;
    }
}

static void path_line_end(struct fw_geo_sink *sink)
{
    struct measure *m = (struct measure *)sink;
    m->in_line = false;
    if (m->in_polygon && m->has_first) {
        fw_path_close(m->path);
    }
}

static const struct fw_geo_ops path_ops = {
    .point = path_point,
    .line_start = measure_line_start,
    .line_end = path_line_end,
    .polygon_start = measure_polygon_start,
    .polygon_end = measure_polygon_end,
    .sphere = fw_sink_ignore,
};

bool fw_geo_path(const struct fw_projection *projection, struct fw_value object,
                 struct fw_path *path)
{
    struct measure m = { .sink = { &path_ops }, .path = path };
    size_t before = path->op_count;
    m.radius = projection == NULL ? 4.5 : projection->spec.point_radius;
    run(projection, object, &m.sink);
    return path->op_count > before;
}

static void box_point(struct fw_geo_sink *sink, double x, double y, int mark)
{
    (void)mark;
    fw_box_add(&((struct measure *)sink)->box, x, y);
}

static const struct fw_geo_ops box_ops = {
    .point = box_point,
    .line_start = fw_sink_ignore,
    .line_end = fw_sink_ignore,
    .polygon_start = fw_sink_ignore,
    .polygon_end = fw_sink_ignore,
    .sphere = fw_sink_ignore,
};

struct fw_box fw_geo_bounds(const struct fw_projection *projection, struct fw_value object)
{
    struct measure m = { .sink = { &box_ops }, .box = fw_box_empty() };
    run(projection, object, &m.sink);
    return m.box;
}

/** Adds the segment from the last point of the line to `p`. */
static void add_segment(struct measure *m, struct fw_point p)
{
    struct fw_point a = m->before;
    double length = hypot(p.x - a.x, p.y - a.y), cross = a.y * p.x - a.x * p.y;
    m->length += length;
    m->lines[0] += length * (a.x + p.x) / 2;
    m->lines[1] += length * (a.y + p.y) / 2;
    m->lines[2] += length;
    if (m->in_polygon) {
        m->ring_area += cross;
        m->areas[0] += cross * (a.x + p.x);
        m->areas[1] += cross * (a.y + p.y);
        m->areas[2] += cross * 3;
    }
}

static void add_point(struct measure *m, struct fw_point p)
{
    m->points[0] += p.x;
    m->points[1] += p.y;
    m->points[2] += 1;
}

static void sum_point(struct fw_geo_sink *sink, double x, double y, int mark)
{
    struct measure *m = (struct measure *)sink;
    struct fw_point p = { x, y };
    (void)mark;
    if (m->in_line && m->has_first) {
        add_segment(m, p);
    } else if (m->in_line) {
        m->has_first = true;
        m->first = p;
    }
    add_point(m, p);
    m->before = p;
}

static void sum_line_end(struct fw_geo_sink *sink)
{
    struct measure *m = (struct measure *)sink;
    m->in_line = false;
    if (m->in_polygon && m->has_first) {
        add_segment(m, m->first);
        add_point(m, m->first);
    }
}

static const struct fw_geo_ops sum_ops = {
    .point = sum_point,
    .line_start = measure_line_start,
    .line_end = sum_line_end,
    .polygon_start = measure_polygon_start,
    .polygon_end = measure_polygon_end,
    .sphere = fw_sink_ignore,
};

static struct measure measure(const struct fw_projection *projection, struct fw_value object)
{
    struct measure m = { .sink = { &sum_ops } };
    run(projection, object, &m.sink);
    return m;
}

bool fw_geo_centroid(const struct fw_projection *projection, struct fw_value object, double *x,
                     double *y)
{
    struct measure m = measure(projection, object);
    const double *sums = m.areas[2] != 0 ? m.areas : m.lines[2] != 0 ? m.lines : m.points;
    if (!(sums[2] != 0) || !isfinite(sums[0] / sums[2]) || !isfinite(sums[1] / sums[2])) {
        return false;
    }
    *x = sums[0] / sums[2];
    *y = sums[1] / sums[2];
    return true;
}

double fw_geo_area(const struct fw_projection *projection, struct fw_value object)
{
    return measure(projection, object).area;
}

double fw_geo_measure(const struct fw_projection *projection, struct fw_value object)
{
    return measure(projection, object).length;
}
