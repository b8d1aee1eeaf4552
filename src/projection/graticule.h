/* Graticules, the lines of a map's grid, and the sphere, as GeoJSON values. */
#ifndef FW_PROJECTION_GRATICULE_H
#define FW_PROJECTION_GRATICULE_H

#include "base/value.h"

/** In degrees. Start from fw_graticule_default, which has Vega's defaults. */
struct fw_graticule_spec {
    double extent_major[2][2]; /* [[west, south], [east, north]] */
    double extent_minor[2][2];
    double step_major[2]; /* of longitude, of latitude */
    double step_minor[2];
    double precision; /* between the points along a parallel */
};

/** Lines every 10 degrees, meridians of 90 degrees from pole to pole. */
struct fw_graticule_spec fw_graticule_default(void);

/** Most lines of one kind, most points of one line, and most points of a graticule. */
enum { FW_GRATICULE_CAP = 10000, FW_GRATICULE_POINTS = 1000000 };

/**
 * The lines as a MultiLineString. A step of 0, negative or not finite leaves those lines out, as
 * does one that would give more than FW_GRATICULE_CAP of them; lines past FW_GRATICULE_POINTS are
 * left out too. Method: d3-geo, geoGraticule.
 */
struct fw_value fw_graticule_value(struct fw_arena *arena, struct fw_strings *strings,
                                   const struct fw_graticule_spec *spec);

/** The whole globe: {"type": "Sphere"}. */
struct fw_value fw_sphere_value(struct fw_arena *arena, struct fw_strings *strings);

#endif
