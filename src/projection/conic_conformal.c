/* Lambert's conic projection with true angles. Formulas: d3-geo. */
#include "projection/conic.h"
#include "projection/type.h"

/* k: the cone's constant n, the scale f. */

static double half_tangent(double phi)
{
    return tan((FW_HALF_PI + phi) / 2);
}

static struct fw_point forward(const struct fw_raw *raw, double lambda, double phi)
{
    double n = raw->k[0], f = raw->k[1], limit = FW_HALF_PI - FW_GEO_NEAR;
    phi = f > 0 ? fmax(phi, -limit) : fmin(phi, limit); /* the far pole is infinitely far */
    double r = f / pow(half_tangent(phi), n);
    return (struct fw_point){ r * sin(n * lambda), f - r * cos(n * lambda) };
}

static struct fw_point back(const struct fw_raw *raw, double x, double y)
{
    double n = raw->k[0], f = raw->k[1], down = f - y;
    double r = fw_sign(n) * sqrt(x * x + down * down);
    return (struct fw_point){ fw_conic_angle(x, down, n) / n,
                              2 * atan(pow(f / r, 1 / n)) - FW_HALF_PI };
}

/** Parallels on either side of the equator turn the cone into Mercator's cylinder. */
static void prepare(struct fw_raw *raw, const double parallels[2])
{
    double y0 = parallels[0], y1 = parallels[1];
    double n =
        y0 == y1 ? sin(y0) : log(cos(y0) / cos(y1)) / log(half_tangent(y1) / half_tangent(y0));
    if (n == 0 || isnan(n)) {
        fw_projection_mercator.prepare(raw, parallels);
        return;
    }
    *raw = (struct fw_raw){ forward, back, { n, cos(y0) * pow(half_tangent(y0), n) / n } };
}

const struct fw_projection_type fw_projection_conic_conformal = {
    .scale = 109.5,
    .parallels = { 30, 30 },
    .prepare = prepare,
};
