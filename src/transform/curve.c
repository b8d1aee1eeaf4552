/* Functions sampled as finely as their curves bend. */
#include "transform/curve.h"

#include <math.h>

/* Half a degree, to which vega-statistics refines. */
#define BEND_LEAST (0.5 * 3.14159265358979323846 / 180)

/** A sampling: points that are done, from left to right, and points to come, the nearest on top. */
struct sampling {
    struct fw_arena *arena;
    fw_curve_fn f;
    const void *data;
    struct fw_curve done, next;
    size_t done_capacity, next_capacity;
};

static struct fw_curve_point sample(const struct sampling *sampling, double x)
{
    return (struct fw_curve_point){ x, sampling->f(sampling->data, x) };
}

static void push(struct fw_arena *arena, struct fw_curve *curve, size_t *capacity,
                 struct fw_curve_point point)
{
    FW_RESERVE(arena, curve->points, curve->count, *capacity);
    curve->points[curve->count++] = point;
}

static void push_done(struct sampling *sampling, struct fw_curve_point point)
{
    push(sampling->arena, &sampling->done, &sampling->done_capacity, point);
}

static void push_next(struct sampling *sampling, struct fw_curve_point point)
{
    push(sampling->arena, &sampling->next, &sampling->next_capacity, point);
}

static double height_of(const struct sampling *sampling)
{
    double low = sampling->done.points[0].y, high = low;
    for (size_t i = 0; i < sampling->next.count; i++) {
        double y = sampling->next.points[i].y;
        low = y < low ? y : low;
        high = y > high ? y : high;
    }
    return high - low;
}

/** How far the way from p by q turns from the way straight to r, where the curve fills a unit
 * square. */
static double bend(struct fw_curve_point p, struct fw_curve_point q, struct fw_curve_point r,
                   double scale_x, double scale_y)
{
    double straight = atan2(scale_y * (r.y - p.y), scale_x * (r.x - p.x));
    double half = atan2(scale_y * (q.y - p.y), scale_x * (q.x - p.x));
    return fabs(straight - half);
}

static void refine(struct sampling *sampling, double span, double smallest)
{
    double scale_x = 1 / span, scale_y = 1 / height_of(sampling);
    struct fw_curve_point p0 = sampling->done.points[0];
    while (sampling->next.count > 0) {
        struct fw_curve_point p1 = sampling->next.points[sampling->next.count - 1];
        struct fw_curve_point middle = sample(sampling, (p0.x + p1.x) / 2);
        if (middle.x - p0.x >= smallest && sampling->done.count < FW_CURVE_MOST &&
            bend(p0, middle, p1, scale_x, scale_y) > BEND_LEAST) {
            push_next(sampling, middle);
        } else {
            p0 = p1;
            push_done(sampling, p1);
            sampling->next.count--;
        }
    }
}

static double bounded(double steps, double fallback)
{
    return !(steps >= 1) ? fallback : steps > FW_CURVE_MOST ? FW_CURVE_MOST : steps;
}

struct fw_curve fw_curve_sample(struct fw_arena *arena, fw_curve_fn f, const void *data, double lo,
                                double hi, double least, double most)
{
    struct sampling sampling = { .arena = arena, .f = f, .data = data };
    double span = hi - lo;
    least = bounded(least, 25);
    most = bounded(most, 200);
    push_done(&sampling, sample(&sampling, lo));
    if (most <= least) {
        for (double i = 1; i < least; i++) {
            push_done(&sampling, sample(&sampling, lo + i / least * span));
        }
        push_done(&sampling, sample(&sampling, hi));
        return sampling.done;
    }
    push_next(&sampling, sample(&sampling, hi));
    for (double i = least - 1; i > 0; i--) {
        push_next(&sampling, sample(&sampling, lo + i / least * span));
    }
    refine(&sampling, span, span / most);
    return sampling.done;
}
