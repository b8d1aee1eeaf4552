/* The azimuthal projection with true distances from the centre. Formulas: d3-geo. */
#include "projection/azimuthal.h"
#include "projection/type.h"

static struct fw_point forward(const struct fw_raw *raw, double lambda, double phi)
{
    (void)raw;
    double distance = fw_acos(cos(lambda) * cos(phi));
    double k = distance == 0 ? 0 : distance / sin(distance);
    return (struct fw_point){ k * cos(phi) * sin(lambda), k * sin(phi) };
}

static struct fw_point back(const struct fw_raw *raw, double x, double y)
{
    (void)raw;
    return fw_azimuthal_back(x, y, sqrt(x * x + y * y));
}

static void prepare(struct fw_raw *raw, const double parallels[2])
{
    (void)parallels;
    *raw = (struct fw_raw){ .forward = forward, .back = back };
}

const struct fw_projection_type fw_projection_azimuthal_equidistant = {
    .scale = 79.4188,
    .clip_angle = 180 - 1e-3,
    .prepare = prepare,
};
