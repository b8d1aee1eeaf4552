/* Albers' equal-area conic projection. Formulas: d3-geo. */
#include "projection/conic.h"
#include "projection/type.h"

/* k: the cone's constant n, c, the radius of the equator r0; for the cylinder the cosine of its
 * parallel. */

static struct fw_point cone_forward(const struct fw_raw *raw, double lambda, double phi)
{
    double n = raw->k[0], r = sqrt(raw->k[1] - 2 * n * sin(phi)) / n;
    return (struct fw_point){ r * sin(lambda * n), raw->k[2] - r * cos(lambda * n) };
}

static struct fw_point cone_back(const struct fw_raw *raw, double x, double y)
{
    double n = raw->k[0], down = raw->k[2] - y;
    return (struct fw_point){ fw_conic_angle(x, down, n) / n,
                              fw_asin((raw->k[1] - (x * x + down * down) * n * n) / (2 * n)) };
}

static struct fw_point cylinder_forward(const struct fw_raw *raw, double lambda, double phi)
{
    return (struct fw_point){ lambda * raw->k[0], sin(phi) / raw->k[0] };
}

static struct fw_point cylinder_back(const struct fw_raw *raw, double x, double y)
{
    return (struct fw_point){ x / raw->k[0], fw_asin(y * raw->k[0]) };
}

/** Parallels on either side of the equator turn the cone into a cylinder. */
static void prepare(struct fw_raw *raw, const double parallels[2])
{
    double sine = sin(parallels[0]), n = (sine + sin(parallels[1])) / 2;
    if (fabs(n) < FW_GEO_NEAR) {
        *raw = (struct fw_raw){ cylinder_forward, cylinder_back, { cos(parallels[0]) } };
        return;
    }
    double c = 1 + sine * (2 * n - sine);
    *raw = (struct fw_raw){ cone_forward, cone_back, { n, c, sqrt(c) / n } };
}

const struct fw_projection_type fw_projection_conic_equal_area = {
    .scale = 155.424,
    .center = { 0, 33.6442 },
    .parallels = { 0, 60 },
    .prepare = prepare,
};
