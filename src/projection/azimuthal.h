/* What the azimuthal projections share. Private to projection/. */
#ifndef FW_PROJECTION_AZIMUTHAL_H
#define FW_PROJECTION_AZIMUTHAL_H

#include "projection/sphere.h"

/**
 * The point that lies at (x, y), where `angle` is the distance from the centre, in radians on the
 * sphere, of what is drawn sqrt(x^2 + y^2) from it.
 */
static inline struct fw_point fw_azimuthal_back(double x, double y, double angle)
{
    double z = sqrt(x * x + y * y), s = sin(angle), c = cos(angle);
    return (struct fw_point){ atan2(x * s, z * c), z == 0 ? 0 : fw_asin(y * s / z) };
}

#endif
