/* One part of a projection: a rotation of the sphere, a raw formula, a place in the plane. Private.
 */
#ifndef FW_PROJECTION_GLOBE_H
#define FW_PROJECTION_GLOBE_H

#include "projection/sphere.h"

/** A turn of the sphere by lambda, then phi and gamma; radians. Method: d3-geo, geoRotation. */
struct fw_rotation {
    double lambda;
    bool tilted; /* phi or gamma is not 0 */
    double cos_phi, sin_phi, cos_gamma, sin_gamma;
};

struct fw_rotation fw_rotation_from(const double rotate_deg[3]);
struct fw_point fw_rotation_apply(const struct fw_rotation *rotation, double lambda, double phi);
struct fw_point fw_rotation_invert(const struct fw_rotation *rotation, double lambda, double phi);

/** A projection formula on the unit sphere, y upwards, with the numbers that it prepares. */
struct fw_raw {
    struct fw_point (*forward)(const struct fw_raw *raw, double lambda, double phi);
    struct fw_point (*back)(const struct fw_raw *raw, double x,
                            double y); /* NaN where there is none */
    double k[4];
};

struct fw_globe {
    struct fw_raw raw;
    struct fw_rotation rotation;
    double scale, dx, dy;  /* px; the centre is already taken off dx and dy */
    double sign_x, sign_y; /* -1: mirrored */
    double clip_angle;     /* radians; 0: cut at the antimeridian */
    bool has_extent;
    struct fw_box extent; /* px; everything outside is cut off */
    double tolerance2;    /* px^2 that a line may be off by; 0: no resampling */
    bool planar;          /* no sphere at all: coordinates are scaled and moved, with y downwards */
};

/** The place of a point in radians that has been rotated already. */
struct fw_point fw_globe_place(const struct fw_globe *globe, double lambda, double phi);

/** From degrees to px and back. */
struct fw_point fw_globe_apply(const struct fw_globe *globe, double longitude, double latitude);
struct fw_point fw_globe_invert(const struct fw_globe *globe, double x, double y);

#endif
