/* Mercator's cylindrical projection, with true angles. Formulas: d3-geo. */
#include "projection/type.h"

static struct fw_point forward(const struct fw_raw *raw, double lambda, double phi)
{
    (void)raw;
    return (struct fw_point){ lambda, log(tan((FW_HALF_PI + phi) / 2)) };
}

static struct fw_point back(const struct fw_raw *raw, double x, double y)
{
    (void)raw;
    return (struct fw_point){ x, 2 * atan(exp(y)) - FW_HALF_PI };
}

static void prepare(struct fw_raw *raw, const double parallels[2])
{
    (void)parallels;
    *raw = (struct fw_raw){ .forward = forward, .back = back };
}

const struct fw_projection_type fw_projection_mercator = {
    .scale = 961 / FW_TAU,
    .cylinder = FW_CYLINDER_UPRIGHT,
    .prepare = prepare,
};
