/* The gnomonic projection, from the centre of the globe: great circles are straight. Formulas:
 * d3-geo. */
#include "projection/azimuthal.h"
#include "projection/type.h"

static struct fw_point forward(const struct fw_raw *raw, double lambda, double phi)
{
    double k = cos(lambda) * cos(phi);
    (void)raw;
    return (struct fw_point){ cos(phi) * sin(lambda) / k, sin(phi) / k };
}

static struct fw_point back(const struct fw_raw *raw, double x, double y)
{
    (void)raw;
    return fw_azimuthal_back(x, y, atan(sqrt(x * x + y * y)));
}

static void prepare(struct fw_raw *raw, const double parallels[2])
{
    (void)parallels;
    *raw = (struct fw_raw){ .forward = forward, .back = back };
}

const struct fw_projection_type fw_projection_gnomonic = {
    .scale = 144.049,
    .clip_angle = 60,
    .prepare = prepare,
};
