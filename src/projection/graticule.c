/* Graticules, the lines of a map's grid, and the sphere, as GeoJSON values. Method: d3-geo,
 * geoGraticule. */
#include "projection/graticule.h"

#include <math.h>

/** Lines this near to a pole or to a line of the other kind count as there: d3-geo's epsilon. */
static const double near = 1e-6;

/** Meridians are lines with a point at least every so many degrees. */
static const double meridian_precision = 90;

struct fw_graticule_spec fw_graticule_default(void)
{
    return (struct fw_graticule_spec){
        .extent_major = { { -180, -90 + near }, { 180, 90 - near } },
        .extent_minor = { { -180, -80 - near }, { 180, 80 + near } },
        .step_major = { 90, 360 },
        .step_minor = { 10, 10 },
        .precision = 2.5,
    };
}

/** start, start + step, ... below end. */
struct range {
    double start, step;
    size_t count; /* 0 where the step cannot be used */
};

static struct range make_range(double start, double end, double step)
{
    double count = ceil((end - start) / step);
    bool usable = step > 0 && isfinite(step) && count > 0 && count <= FW_GRATICULE_CAP;
    return (struct range){ start, step, usable ? (size_t)count : 0 };
}

struct builder {
    struct fw_arena *arena;
    struct fw_value *lines;
    size_t count, capacity;
    size_t points; /* of all lines */
};

/** Adds the line of constant `fixed` from `from` to `to`. */
static void add_line(struct builder *builder, bool meridian, double fixed, double from, double to,
                     double precision)
{
    struct range range = make_range(from, to - near, precision);
    builder->points += range.count + 1;
    if (builder->points > FW_GRATICULE_POINTS) {
        return;
    }
    struct fw_value *positions = FW_NEW_ARRAY(builder->arena, range.count + 1, struct fw_value);
    for (size_t i = 0; i <= range.count; i++) {
        double moving = i < range.count ? range.start + (double)i * range.step : to;
        const struct fw_value pair[2] = { fw_number(meridian ? fixed : moving),
                                          fw_number(meridian ? moving : fixed) };
        positions[i] = fw_array_value(builder->arena, pair, 2);
    }
    FW_RESERVE(builder->arena, builder->lines, builder->count, builder->capacity);
    builder->lines[builder->count++] = fw_array_value(builder->arena, positions, range.count + 1);
}

/** The two corners of an extent in order: west and south first. */
static void order_extent(double extent[2][2])
{
    for (int i = 0; i < 2; i++) {
        double low = fmin(extent[0][i], extent[1][i]), high = fmax(extent[0][i], extent[1][i]);
        extent[0][i] = low;
        extent[1][i] = high;
    }
}

/**
 * Adds the meridians (axis 0) or parallels (axis 1) of an extent, every step, but for those at
 * multiples of `except` (0: none), which are there already.
 */
static void add_lines(struct builder *builder, int axis, double extent[2][2], double step,
                      double except, double precision)
{
    double start = ceil(extent[0][axis] / step) * step;
    struct range range = make_range(start, extent[1][axis], step);
    for (size_t i = 0; i < range.count; i++) {
        double fixed = range.start + (double)i * range.step;
        if (except == 0 || fabs(fmod(fixed, except)) > near) {
            add_line(builder, axis == 0, fixed, extent[0][1 - axis], extent[1][1 - axis],
                     axis == 0 ? meridian_precision : precision);
        }
    }
}

/** A geometry object with a type and, unless undefined, coordinates. */
static struct fw_value geometry(struct fw_arena *arena, struct fw_strings *strings,
                                const char *type, struct fw_value coordinates)
{
    struct fw_object *object = FW_NEW(arena, struct fw_object);
    object->count = coordinates.kind == FW_UNDEFINED ? 1 : 2;
    object->keys = FW_NEW_ARRAY(arena, 2, fw_str);
    object->values = FW_NEW_ARRAY(arena, 2, struct fw_value);
    object->keys[0] = fw_intern_text(strings, "type");
    object->values[0] = fw_string(fw_intern_text(strings, type));
    object->keys[1] = fw_intern_text(strings, "coordinates");
    object->values[1] = coordinates;
    return (struct fw_value){ .kind = FW_OBJECT, .object = object };
}

struct fw_value fw_graticule_value(struct fw_arena *arena, struct fw_strings *strings,
                                   const struct fw_graticule_spec *spec)
{
    struct fw_graticule_spec s = *spec;
    struct builder builder = { .arena = arena };
    order_extent(s.extent_major);
    order_extent(s.extent_minor);
    for (int axis = 0; axis < 2; axis++) {
        add_lines(&builder, axis, s.extent_major, s.step_major[axis], 0, s.precision);
    }
    for (int axis = 0; axis < 2; axis++) {
        add_lines(&builder, axis, s.extent_minor, s.step_minor[axis], s.step_major[axis],
                  s.precision);
    }
    return geometry(arena, strings, "MultiLineString",
                    fw_array_value(arena, builder.lines, builder.count));
}

struct fw_value fw_sphere_value(struct fw_arena *arena, struct fw_strings *strings)
{
    return geometry(arena, strings, "Sphere", fw_undefined());
}
