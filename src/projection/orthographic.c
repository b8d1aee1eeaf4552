/* The globe as seen from very far: half of it. Formulas: d3-geo. */
#include "projection/azimuthal.h"
#include "projection/type.h"

static struct fw_point forward(const struct fw_raw *raw, double lambda, double phi)
{
    (void)raw;
    return (struct fw_point){ cos(phi) * sin(lambda), sin(phi) };
}

static struct fw_point back(const struct fw_raw *raw, double x, double y)
{
    double z = sqrt(x * x + y * y);
    (void)raw;
    return z > 1 ? (struct fw_point){ NAN, NAN } : fw_azimuthal_back(x, y, fw_asin(z));
}

static void prepare(struct fw_raw *raw, const double parallels[2])
{
    (void)parallels;
    *raw = (struct fw_raw){ .forward = forward, .back = back };
}

const struct fw_projection_type fw_projection_orthographic = {
    .scale = 249.5,
    .clip_angle = 90 + FW_GEO_NEAR,
    .prepare = prepare,
};
