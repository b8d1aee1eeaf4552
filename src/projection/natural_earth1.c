/* Patterson's Natural Earth projection, as a polynomial. Savric et al. 2011,
 * doi:10.1559/15230406382363. */
#include "projection/type.h"

enum { ITERATION_CAP = 25 };

/** The length of a parallel. */
static double width(double phi)
{
    double p2 = phi * phi, p4 = p2 * p2;
    return 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4));
}

static double height(double phi)
{
    double p2 = phi * phi, p4 = p2 * p2;
    return phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)));
}

static double height_slope(double phi)
{
    double p2 = phi * phi, p4 = p2 * p2;
    return 1.007226 +
           p2 * (0.015085 * 3 + p4 * (-0.044475 * 7 + 0.028874 * 9 * p2 - 0.005916 * 11 * p4));
}

static struct fw_point forward(const struct fw_raw *raw, double lambda, double phi)
{
    (void)raw;
    return (struct fw_point){ lambda * width(phi), height(phi) };
}

static struct fw_point back(const struct fw_raw *raw, double x, double y)
{
    double phi = y;
    (void)raw;
    for (int i = 0; i < ITERATION_CAP; i++) { /* Newton */
        double delta = (height(phi) - y) / height_slope(phi);
        phi -= delta;
        if (fabs(delta) <= FW_GEO_NEAR) {
            break;
        }
    }
    return (struct fw_point){ x / width(phi), phi };
}

static void prepare(struct fw_raw *raw, const double parallels[2])
{
    (void)parallels;
    *raw = (struct fw_raw){ .forward = forward, .back = back };
}

const struct fw_projection_type fw_projection_natural_earth1 = {
    .scale = 175.295,
    .prepare = prepare,
};
