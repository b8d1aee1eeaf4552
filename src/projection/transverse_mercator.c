/* Mercator's projection with the cylinder on its side, along the central meridian. Formulas:
 * d3-geo. */
#include "projection/type.h"

static struct fw_point forward(const struct fw_raw *raw, double lambda, double phi)
{
    (void)raw;
    return (struct fw_point){ log(tan((FW_HALF_PI + phi) / 2)), -lambda };
}

static struct fw_point back(const struct fw_raw *raw, double x, double y)
{
    (void)raw;
    return (struct fw_point){ -y, 2 * atan(exp(x)) - FW_HALF_PI };
}

static void prepare(struct fw_raw *raw, const double parallels[2])
{
    (void)parallels;
    *raw = (struct fw_raw){ .forward = forward, .back = back };
}

const struct fw_projection_type fw_projection_transverse_mercator = {
    .scale = 159.155,
    .cylinder = FW_CYLINDER_TRANSVERSE,
    .prepare = prepare,
};
