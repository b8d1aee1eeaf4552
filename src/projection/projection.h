/* Map projections: from longitude and latitude to the plane, of points and of whole geometries. */
#ifndef FW_PROJECTION_PROJECTION_H
#define FW_PROJECTION_PROJECTION_H

#include "base/value.h"
#include "shape/box.h"
#include "shape/path.h"

/**
 * What Vega's projection definition holds, with every expression resolved. A member counts only
 * where its `has_` is set; without, the projection's own default stands. Angles are degrees here,
 * as in Vega.
 */
struct fw_projection_spec {
    const char *type; /* a name of Vega, case ignored; NULL: "equalEarth", Vega-Lite's default */
    bool has_scale, has_translate, has_center, has_rotate, has_parallels, has_precision;
    bool has_clip_angle, has_clip_extent, has_point_radius;
    double scale;
    double translate[2];       /* px */
    double center[2];          /* longitude, latitude */
    double rotate[3];          /* lambda, phi, gamma; 0 where two are given */
    double parallels[2];       /* of conic projections */
    double precision;          /* px that a line may be off by; 0: no resampling */
    double clip_angle;         /* 0: cut at the antimeridian instead */
    struct fw_box clip_extent; /* px */
    bool reflect_x, reflect_y;
    double point_radius; /* px, of points in a geometry; 4.5 by default */
};

struct fw_projection;

/** A projection made in `arena`, `spec` copied; NULL when its type is unknown. */
struct fw_projection *fw_projection_new(struct fw_arena *arena,
                                        const struct fw_projection_spec *spec);

/** Whether there is a projection of that name, case ignored. */
bool fw_projection_known(const char *type);

/** The names of all projections, as Vega-Lite spells them, for suggestions. */
const char *const *fw_projection_names(size_t *count);

/**
 * The place of a point given in degrees, unclipped: the far side of a globe is projected too, as
 * Vega does. False, with x and y unchanged, where there is none (infinite, or in no part of
 * albersUsa).
 */
bool fw_projection_apply(const struct fw_projection *projection, double longitude, double latitude,
                         double *x, double *y);

/** The point in degrees that lies at a place; false, with both unchanged, where there is none. */
bool fw_projection_invert(const struct fw_projection *projection, double x, double y,
                          double *longitude, double *latitude);

/**
 * Sets scale and translate so that all of `objects` (GeoJSON values) together fill `extent` as far
 * as their shape allows, in the middle of it. Nothing to see leaves the projection as it is; a
 * single point is moved to the middle. Method: d3-geo, fitExtent.
 */
void fw_projection_fit(struct fw_projection *projection, struct fw_box extent,
                       const struct fw_value *objects, size_t count);

double fw_projection_scale(const struct fw_projection *projection);
struct fw_point fw_projection_translate(const struct fw_projection *projection);

/*
 * Geometries: GeoJSON values of type Point to GeometryCollection, Feature, FeatureCollection and
 * d3's Sphere, in degrees, polygons wound clockwise as d3 has it (the larger side is outside).
 * Values of other types, and broken coordinates, are passed over. Where `projection` is NULL the
 * coordinates are px already.
 */

/** Appends the projected, clipped and resampled outline; false when nothing is to be seen of it. */
bool fw_geo_path(const struct fw_projection *projection, struct fw_value object,
                 struct fw_path *path);

/** The extent of the outline, without the radius of points; empty when nothing is to be seen. */
struct fw_box fw_geo_bounds(const struct fw_projection *projection, struct fw_value object);

/** The middle of the areas, or else of the lines, or else of the points; false when there is none.
 */
bool fw_geo_centroid(const struct fw_projection *projection, struct fw_value object, double *x,
                     double *y);

/** The area in px^2 of the polygons; the length in px of lines and outlines. */
double fw_geo_area(const struct fw_projection *projection, struct fw_value object);
double fw_geo_measure(const struct fw_projection *projection, struct fw_value object);

#endif
