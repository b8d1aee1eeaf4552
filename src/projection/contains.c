/* Whether a polygon of the sphere holds a point. Method: d3-geo, polygonContains. */
#include "projection/clip.h"
#include "projection/sphere.h"

/** A sum that keeps what rounding loses (Neumaier), for areas that nearly cancel. */
struct sum {
    double total, lost;
};

static void sum_add(struct sum *sum, double value)
{
    double total = sum->total + value;
    sum->lost += fabs(sum->total) >= fabs(value) ? (sum->total - total) + value
                                                 : (value - total) + sum->total;
    sum->total = total;
}

/** A longitude brought to -pi..pi. */
static double longitude_of(struct fw_point point)
{
    return fabs(point.x) <= FW_PI
               ? point.x
               : fw_sign(point.x) * (fmod(fabs(point.x) + FW_PI, FW_TAU) - FW_PI);
}

struct test {
    double lambda, phi;      /* of the point */
    struct fw_vector normal; /* of its meridian's plane */
    double angle;            /* how far the rings wind round the pole */
    struct sum area;         /* half of what they enclose */
    int winding;             /* crossings of the meridian south of the point */
};

/** Counts a side that crosses the point's meridian, when it does so south of the point. */
static void count_crossing(struct test *test, struct fw_point from, struct fw_point to, bool west)
{
    struct fw_vector arc =
        fw_vector_unit(fw_vector_cross(fw_vector_from(from.x, from.y), fw_vector_from(to.x, to.y)));
    struct fw_vector crossing = fw_vector_unit(fw_vector_cross(test->normal, arc));
    double phi = (west ? -1 : 1) * fw_asin(crossing.z);
    if (test->phi > phi || (test->phi == phi && (arc.x != 0 || arc.y != 0))) {
        test->winding += west ? 1 : -1;
    }
}

static void test_side(struct test *test, struct fw_point from, struct fw_point to)
{
    double lambda0 = longitude_of(from), lambda1 = longitude_of(to);
    double half0 = from.y / 2 + FW_PI / 4, half1 = to.y / 2 + FW_PI / 4;
    double delta = lambda1 - lambda0, sign = delta >= 0 ? 1 : -1, turn = sign * delta;
    bool antimeridian = turn > FW_PI;
    double k = sin(half0) * sin(half1);
    sum_add(&test->area, atan2(k * sign * sin(turn), cos(half0) * cos(half1) + k * cos(turn)));
    test->angle += antimeridian ? delta + sign * FW_TAU : delta;
    if (antimeridian ^ (lambda0 >= test->lambda) ^ (lambda1 >= test->lambda)) {
        count_crossing(test, from, to, antimeridian ^ (delta >= 0));
    }
}

/* First, is the south pole inside? It is where the rings wind round it clockwise, or not at all and
 * enclose a negative area. Second, does an odd number of sides part the point from the pole? */
bool fw_polygon_holds(const struct fw_cut_buffer *rings, struct fw_point point)
{
    struct test test = { .lambda = longitude_of(point), .phi = point.y };
    test.normal = (struct fw_vector){ sin(test.lambda), -cos(test.lambda), 0 };
    if (sin(point.y) == 1) {
        test.phi = FW_HALF_PI + FW_GEO_NEAR;
    } else if (sin(point.y) == -1) {
        test.phi = -FW_HALF_PI - FW_GEO_NEAR;
    }
    for (size_t i = 0; i < rings->line_count; i++) {
        struct fw_cut_line ring = rings->lines[i];
        const struct fw_cut_point *points = rings->points + ring.begin;
        for (size_t k = 0; k < ring.count; k++) {
            test_side(&test, points[k == 0 ? ring.count - 1 : k - 1].at, points[k].at);
        }
    }
    bool pole_inside =
        test.angle < -FW_GEO_NEAR ||
        (test.angle < FW_GEO_NEAR && test.area.total + test.area.lost < -FW_GEO_NEARER);
    return pole_inside ^ ((test.winding & 1) != 0);
}
