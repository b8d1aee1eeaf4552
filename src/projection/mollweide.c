/* Mollweide's equal-area projection: the globe as an ellipse. Formulas: d3-geo-projection. */
#include "projection/type.h"

static const double sqrt2 = 1.41421356237309504880;

enum { ITERATION_CAP = 30 };

/** The auxiliary angle: 2 theta + sin 2 theta = pi sin phi, by Newton. */
static double theta_of(double phi)
{
    double wanted = FW_PI * sin(phi), twice = phi;
    for (int i = 0; i < ITERATION_CAP; i++) {
        double slope = 1 + cos(twice);
        double delta = slope == 0 ? 0 : (twice + sin(twice) - wanted) / slope;
        twice -= delta;
        if (fabs(delta) <= FW_GEO_NEAR) {
            break;
        }
    }
    return twice / 2;
}

static struct fw_point forward(const struct fw_raw *raw, double lambda, double phi)
{
    double theta = theta_of(phi);
    (void)raw;
    return (struct fw_point){ sqrt2 / FW_HALF_PI * lambda * cos(theta), sqrt2 * sin(theta) };
}

static struct fw_point back(const struct fw_raw *raw, double x, double y)
{
    double theta = fw_asin(y / sqrt2);
    (void)raw;
    return (struct fw_point){ x / (sqrt2 / FW_HALF_PI * cos(theta)),
                              fw_asin((2 * theta + sin(2 * theta)) / FW_PI) };
}

static void prepare(struct fw_raw *raw, const double parallels[2])
{
    (void)parallels;
    *raw = (struct fw_raw){ .forward = forward, .back = back };
}

const struct fw_projection_type fw_projection_mollweide = {
    .scale = 169.529,
    .prepare = prepare,
};
