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

/**
 * The lines as a MultiLineString. A step of 0, negative or not finite leaves those lines out, as
 * does one that would give more than FW_GRATICULE_CAP of them. Method: d3-geo, geoGraticule.
 */
struct fw_value fw_graticule_value(struct fw_arena *arena, struct fw_strings *strings,
                                   const struct fw_graticule_spec *spec);

/** Most meridians or parallels of one kind, and most points of one line. */
enum { FW_GRATICULE_CAP = 10000 };

/** The whole globe: {"type": "Sphere"}. */
struct fw_value fw_sphere_value(struct fw_arena *arena, struct fw_strings *strings);

#endif
