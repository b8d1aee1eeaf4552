/* Arithmetic on the unit sphere: angles in radians, longitude first. Private to projection/. */
#ifndef FW_PROJECTION_SPHERE_H
#define FW_PROJECTION_SPHERE_H

#include <math.h>

#include "shape/box.h"

#define FW_PI         3.14159265358979323846
#define FW_HALF_PI    1.57079632679489661923
#define FW_TAU        6.28318530717958647692
#define FW_RADIANS    0.01745329251994329577 /* of one degree */
#define FW_GEO_NEAR   1e-6 /* angles and lengths that are as good as equal: d3-geo */
#define FW_GEO_NEARER 1e-12

/** A point as a unit vector. */
struct fw_vector {
    double x, y, z;
};

/** asin and acos that take rounding beyond 1 for 1. */
static inline double fw_asin(double x)
{
    return x > 1 ? FW_HALF_PI : x < -1 ? -FW_HALF_PI : asin(x);
}

static inline double fw_acos(double x)
{
    return x > 1 ? 0 : x < -1 ? FW_PI : acos(x);
}

/** -1, 0 or 1. */
static inline double fw_sign(double x)
{
    return x > 0 ? 1 : x < 0 ? -1 : 0;
}

static inline struct fw_vector fw_vector_from(double lambda, double phi)
{
    double c = cos(phi);
    return (struct fw_vector){ c * cos(lambda), c * sin(lambda), sin(phi) };
}

/** x is the longitude, y the latitude. */
static inline struct fw_point fw_vector_angles(struct fw_vector v)
{
    return (struct fw_point){ atan2(v.y, v.x), fw_asin(v.z) };
}

static inline double fw_vector_dot(struct fw_vector a, struct fw_vector b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline struct fw_vector fw_vector_cross(struct fw_vector a, struct fw_vector b)
{
    return (struct fw_vector){ a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z,
                               a.x * b.y - a.y * b.x };
}

/** a + k b. */
static inline struct fw_vector fw_vector_add(struct fw_vector a, double k, struct fw_vector b)
{
    return (struct fw_vector){ a.x + k * b.x, a.y + k * b.y, a.z + k * b.z };
}

static inline struct fw_vector fw_vector_unit(struct fw_vector v)
{
    double length = sqrt(fw_vector_dot(v, v));
    return (struct fw_vector){ v.x / length, v.y / length, v.z / length };
}

/** Whether two points are one. */
static inline bool fw_points_meet(struct fw_point a, struct fw_point b)
{
    return fabs(a.x - b.x) < FW_GEO_NEAR && fabs(a.y - b.y) < FW_GEO_NEAR;
}

#endif
