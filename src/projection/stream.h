/* Geometries as a stream of points, lines and polygons, passed from stage to stage. Private to
 * projection/. */
#ifndef FW_PROJECTION_STREAM_H
#define FW_PROJECTION_STREAM_H

#include "base/value.h"

struct fw_geo_sink;

/**
 * What a stage does with what it gets. Outside a line a point stands for itself; a polygon is a row
 * of lines, its rings, each without its closing point. Only stages before the clip are ever given
 * the sphere.
 */
struct fw_geo_ops {
    void (*point)(struct fw_geo_sink *sink, double x, double y, int mark);
    void (*line_start)(struct fw_geo_sink *sink);
    void (*line_end)(struct fw_geo_sink *sink);
    void (*polygon_start)(struct fw_geo_sink *sink);
    void (*polygon_end)(struct fw_geo_sink *sink);
    void (*sphere)(struct fw_geo_sink *sink);
};

/** The head of every stage: embed it as the first member. */
struct fw_geo_sink {
    const struct fw_geo_ops *ops;
};

/** `mark` is not 0 where a clip has cut a line. */
static inline void fw_sink_point(struct fw_geo_sink *sink, double x, double y, int mark)
{
    sink->ops->point(sink, x, y, mark);
}

static inline void fw_sink_line_start(struct fw_geo_sink *sink)
{
    sink->ops->line_start(sink);
}

static inline void fw_sink_line_end(struct fw_geo_sink *sink)
{
    sink->ops->line_end(sink);
}

static inline void fw_sink_polygon_start(struct fw_geo_sink *sink)
{
    sink->ops->polygon_start(sink);
}

static inline void fw_sink_polygon_end(struct fw_geo_sink *sink)
{
    sink->ops->polygon_end(sink);
}

static inline void fw_sink_sphere(struct fw_geo_sink *sink)
{
    sink->ops->sphere(sink);
}

/** For stages that have nothing to do at such an event. */
void fw_sink_ignore(struct fw_geo_sink *sink);

/** Sends a GeoJSON value down a stream, in its own units. What is no geometry sends nothing. */
void fw_geo_stream(struct fw_value object, struct fw_geo_sink *sink);

#endif
