/* The conic projection with true distances along meridians. Formulas: d3-geo. */
#include "projection/conic.h"
#include "projection/type.h"

/* k: the cone's constant n, the distance g of its tip from the equator. */

static struct fw_point forward(const struct fw_raw *raw, double lambda, double phi)
{
    double n = raw->k[0], g = raw->k[1], r = g - phi;
    return (struct fw_point){ r * sin(n * lambda), g - r * cos(n * lambda) };
}

static struct fw_point back(const struct fw_raw *raw, double x, double y)
{
    double n = raw->k[0], g = raw->k[1], down = g - y;
    return (struct fw_point){ fw_conic_angle(x, down, n) / n,
                              g - fw_sign(n) * sqrt(x * x + down * down) };
}

/** Parallels on either side of the equator turn the cone into a cylinder. */
static void prepare(struct fw_raw *raw, const double parallels[2])
{
    double y0 = parallels[0], y1 = parallels[1];
    double n = y0 == y1 ? sin(y0) : (cos(y0) - cos(y1)) / (y1 - y0);
    if (fabs(n) < FW_GEO_NEAR) {
        fw_projection_equirectangular.prepare(raw, parallels);
        return;
    }
    *raw = (struct fw_raw){ forward, back, { n, cos(y0) / n + y0 } };
}

const struct fw_projection_type fw_projection_conic_equidistant = {
    .scale = 131.154,
    .center = { 0, 13.9389 },
    .parallels = { 0, 60 },
    .prepare = prepare,
};
