/* Geometries as a stream of points, lines and polygons. Method: d3-geo, geoStream. */
#include "projection/stream.h"

#include <math.h>

void fw_sink_ignore(struct fw_geo_sink *sink)
{
    (void)sink;
}

/** How deep collections of geometries may nest. */
enum { DEPTH_CAP = 64 };

static const struct fw_array *array_of(struct fw_value value)
{
    static const struct fw_array none = { 0, NULL };
    return value.kind == FW_ARRAY ? value.array : &none;
}

/** A position: an array of longitude and latitude. What has no numbers is passed over. */
static void stream_point(struct fw_value position, struct fw_geo_sink *sink)
{
    const struct fw_array *array = array_of(position);
    if (array->count < 2) {
        return;
    }
    double x = fw_to_number(array->items[0]), y = fw_to_number(array->items[1]);
    if (isfinite(x) && isfinite(y)) {
        fw_sink_point(sink, x, y, 0);
    }
}

/** The first `count` positions of a line. */
static void stream_line(const struct fw_array *positions, size_t count, struct fw_geo_sink *sink)
{
    fw_sink_line_start(sink);
    for (size_t i = 0; i < count; i++) {
        stream_point(positions->items[i], sink);
    }
    fw_sink_line_end(sink);
}

typedef void (*coordinates_fn)(struct fw_value coordinates, struct fw_geo_sink *sink);

static void stream_each(struct fw_value coordinates, coordinates_fn stream,
                        struct fw_geo_sink *sink)
{
    const struct fw_array *array = array_of(coordinates);
    for (size_t i = 0; i < array->count; i++) {
        stream(array->items[i], sink);
    }
}

static void stream_points(struct fw_value coordinates, struct fw_geo_sink *sink)
{
    stream_each(coordinates, stream_point, sink);
}

static void stream_whole_line(struct fw_value coordinates, struct fw_geo_sink *sink)
{
    const struct fw_array *positions = array_of(coordinates);
    stream_line(positions, positions->count, sink);
}

static void stream_lines(struct fw_value coordinates, struct fw_geo_sink *sink)
{
    stream_each(coordinates, stream_whole_line, sink);
}

/** A ring without its last position, which repeats the first. */
static void stream_ring(struct fw_value coordinates, struct fw_geo_sink *sink)
{
    const struct fw_array *positions = array_of(coordinates);
    if (positions->count > 1) {
        stream_line(positions, positions->count - 1, sink);
    }
}

static void stream_polygon(struct fw_value coordinates, struct fw_geo_sink *sink)
{
    fw_sink_polygon_start(sink);
    stream_each(coordinates, stream_ring, sink);
    fw_sink_polygon_end(sink);
}

static void stream_polygons(struct fw_value coordinates, struct fw_geo_sink *sink)
{
    stream_each(coordinates, stream_polygon, sink);
}

static const struct {
    const char *type;
    coordinates_fn stream;
} geometry_types[] = {
    { "Point", stream_point },           { "MultiPoint", stream_points },
    { "LineString", stream_whole_line }, { "MultiLineString", stream_lines },
    { "Polygon", stream_polygon },       { "MultiPolygon", stream_polygons },
};

static void stream_geometry(struct fw_value geometry, struct fw_geo_sink *sink, int depth)
{
    struct fw_value type = fw_member_text(geometry, "type");
    if (type.kind != FW_STRING || depth > DEPTH_CAP) {
        return;
    }
    if (fw_str_is(type.string, "Sphere")) {
        fw_sink_sphere(sink);
        return;
    }
    if (fw_str_is(type.string, "GeometryCollection")) {
        const struct fw_array *parts = array_of(fw_member_text(geometry, "geometries"));
        for (size_t i = 0; i < parts->count; i++) {
            stream_geometry(parts->items[i], sink, depth + 1);
        }
        return;
    }
    for (size_t i = 0; i < sizeof geometry_types / sizeof *geometry_types; i++) {
        if (fw_str_is(type.string, geometry_types[i].type)) {
            geometry_types[i].stream(fw_member_text(geometry, "coordinates"), sink);
            return;
        }
    }
}

void fw_geo_stream(struct fw_value object, struct fw_geo_sink *sink)
{
    struct fw_value type = fw_member_text(object, "type");
    if (type.kind != FW_STRING) {
        return;
    }
    if (fw_str_is(type.string, "Feature")) {
        stream_geometry(fw_member_text(object, "geometry"), sink, 0);
    } else if (fw_str_is(type.string, "FeatureCollection")) {
        const struct fw_array *features = array_of(fw_member_text(object, "features"));
        for (size_t i = 0; i < features->count; i++) {
            stream_geometry(fw_member_text(features->items[i], "geometry"), sink, 0);
        }
    } else {
        stream_geometry(object, sink, 0);
    }
}
