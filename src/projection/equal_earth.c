/* The Equal Earth projection. Savric, Patterson and Jenny 2018, doi:10.1080/13658816.2018.1504949.
 */
#include "projection/type.h"

static const double a1 = 1.340264, a2 = -0.081106, a3 = 0.000893, a4 = 0.003796;
static const double m = 0.86602540378443864676; /* sqrt(3) / 2 */

enum { ITERATION_CAP = 12 };

/** y as a polynomial of the parametric latitude, and its derivative. */
static double height(double l)
{
    double l2 = l * l, l6 = l2 * l2 * l2;
    return l * (a1 + a2 * l2 + l6 * (a3 + a4 * l2));
}

static double height_slope(double l)
{
    double l2 = l * l, l6 = l2 * l2 * l2;
    return a1 + 3 * a2 * l2 + l6 * (7 * a3 + 9 * a4 * l2);
}

static struct fw_point forward(const struct fw_raw *raw, double lambda, double phi)
{
    double l = fw_asin(m * sin(phi));
    (void)raw;
    return (struct fw_point){ lambda * cos(l) / (m * height_slope(l)), height(l) };
}

static struct fw_point back(const struct fw_raw *raw, double x, double y)
{
    double l = y;
    (void)raw;
    for (int i = 0; i < ITERATION_CAP; i++) { /* Newton */
        double delta = (height(l) - y) / height_slope(l);
        l -= delta;
        if (fabs(delta) < FW_GEO_NEARER) {
            break;
        }
    }
    return (struct fw_point){ m * x * height_slope(l) / cos(l), fw_asin(sin(l) / m) };
}

static void prepare(struct fw_raw *raw, const double parallels[2])
{
    (void)parallels;
    *raw = (struct fw_raw){ .forward = forward, .back = back };
}

const struct fw_projection_type fw_projection_equal_earth = {
    .scale = 177.158,
    .prepare = prepare,
};
