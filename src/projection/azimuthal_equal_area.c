/* Lambert's equal-area azimuthal projection. Formulas: d3-geo. */
#include "projection/azimuthal.h"
#include "projection/type.h"

static struct fw_point forward(const struct fw_raw *raw, double lambda, double phi)
{
    (void)raw;
    double k = sqrt(2 / (1 + cos(lambda) * cos(phi)));
    if (isinf(k)) { /* the point opposite the centre is a circle: any point of it */
        return (struct fw_point){ 2, 0 };
    }
    return (struct fw_point){ k * cos(phi) * sin(lambda), k * sin(phi) };
}

static struct fw_point back(const struct fw_raw *raw, double x, double y)
{
    (void)raw;
    return fw_azimuthal_back(x, y, 2 * fw_asin(sqrt(x * x + y * y) / 2));
}

static void prepare(struct fw_raw *raw, const double parallels[2])
{
    (void)parallels;
    *raw = (struct fw_raw){ .forward = forward, .back = back };
}

const struct fw_projection_type fw_projection_azimuthal_equal_area = {
    .scale = 124.75,
    .clip_angle = 180 - 1e-3,
    .prepare = prepare,
};
