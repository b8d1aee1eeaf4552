/* What the conic projections share. Private to projection/. */
#ifndef FW_PROJECTION_CONIC_H
#define FW_PROJECTION_CONIC_H

#include "projection/sphere.h"

/** The longitude, times the cone's constant n, of a point x right of and `down` below the cone's
 * tip. */
static inline double fw_conic_angle(double x, double down, double n)
{
    double angle = atan2(x, fabs(down)) * fw_sign(down);
    return down * n < 0 ? angle - FW_PI * fw_sign(x) * fw_sign(down) : angle;
}

#endif
