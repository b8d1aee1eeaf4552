/* Local regression (loess): a line through the neighbours of each point, robust against outliers.
 */
#include <math.h>
#include <string.h>

#include "transform/fit.h"
#include "transform/statistics.h"

/* Rounds that weigh down outliers, and the weight that is left to the worst; vega-statistics,
 * loess. */
enum { ROUNDS = 2 };
#define EPSILON 1e-12

/** Points about their means, in order of x. */
struct local {
    double *x, *y, *fitted, *residuals, *weights;
    size_t count;
    double mean_x, mean_y;
};

/** The neighbours of a point: [first, last]. */
struct interval {
    size_t first, last;
};

static double tricube(double x)
{
    double rest = 1 - x * x * x;
    return rest * rest * rest;
}

/** Fits the point `i`; a neighbour beyond the points makes it NaN, as in Vega. */
static double fit_at(const struct local *local, size_t i, struct interval interval)
{
    if (interval.last >= local->count) {
        return NAN;
    }
    double at = local->x[i];
    bool left = at - local->x[interval.first] > local->x[interval.last] - at;
    double reach = local->x[left ? interval.first : interval.last] - at;
    double scale = 1 / fabs(reach == 0 || isnan(reach) ? 1 : reach);
    double w = 0, x = 0, y = 0, xy = 0, xx = 0;
    for (size_t k = interval.first; k <= interval.last; k++) {
        double weight = tricube(fabs(at - local->x[k]) * scale) * local->weights[k];
        double weighted = local->x[k] * weight;
        w += weight;
        x += weighted;
        y += local->y[k] * weight;
        xy += local->y[k] * weighted;
        xx += local->x[k] * weighted;
    }
    double line[2];
    fw_fit_line(x / w, y / w, xy / w, xx / w, line);
    return line[0] + line[1] * at;
}

/** Moves the neighbours on while the next one on the right is nearer than the first on the left. */
static void advance(const struct local *local, size_t i, struct interval *interval)
{
    size_t right = interval->last + 1;
    if (right >= local->count) {
        return;
    }
    double at = local->x[i];
    while (i > interval->first && right < local->count &&
           local->x[right] - at <= at - local->x[interval->first]) {
        interval->first++;
        interval->last = right++;
    }
}

static void fit_all(struct local *local, size_t neighbours)
{
    struct interval interval = { 0, neighbours - 1 };
    for (size_t i = 0; i < local->count; i++) {
        local->fitted[i] = fit_at(local, i, interval);
        local->residuals[i] = fabs(local->y[i] - local->fitted[i]);
        if (i + 1 < local->count) {
            advance(local, i + 1, &interval);
        }
    }
}

/** Weighs points by their residuals; false when there is nothing left to improve. */
static bool weigh(struct fw_arena *arena, struct local *local)
{
    struct fw_sample sorted = { FW_NEW_ARRAY(arena, local->count, double), 0 };
    for (size_t i = 0; i < local->count; i++) {
        if (!isnan(local->residuals[i])) {
            sorted.values[sorted.count++] = local->residuals[i];
        }
    }
    fw_sample_sort(&sorted);
    double median = fw_sample_quantile(&sorted, 0.5);
    if (fabs(median) < EPSILON) {
        return false;
    }
    for (size_t i = 0; i < local->count; i++) {
        double part = local->residuals[i] / (6 * median), rest = 1 - part * part;
        local->weights[i] = part >= 1 ? EPSILON : rest * rest;
    }
    return true;
}

/** Points of one x become one, with the running mean of their fits. */
static struct fw_curve merge(struct fw_arena *arena, const struct local *local)
{
    struct fw_curve curve = { .points = FW_NEW_ARRAY(arena, local->count, struct fw_curve_point) };
    size_t merged = 0;
    for (size_t i = 0; i < local->count; i++) {
        double x = local->x[i] + local->mean_x;
        struct fw_curve_point *last = curve.count > 0 ? &curve.points[curve.count - 1] : NULL;
        if (last != NULL && last->x == x) {
            last->y += (local->fitted[i] - last->y) / (double)++merged;
        } else {
            merged = 0;
            curve.points[curve.count++] = (struct fw_curve_point){ x, local->fitted[i] };
        }
    }
    for (size_t i = 0; i < curve.count; i++) {
        curve.points[i].y += local->mean_y;
    }
    return curve;
}

/** Copies the points in order of x, those of one x in theirs, and centres them. */
static struct local prepare(struct fw_arena *arena, const struct fw_points *points)
{
    size_t n = points->count;
    struct local local = { .count = n };
    local.x = fw_arena_grow(arena, points->x, n, n, sizeof(double));
    local.y = fw_arena_grow(arena, points->y, n, n, sizeof(double));
    local.fitted = FW_NEW_ARRAY(arena, n, double);
    local.residuals = FW_NEW_ARRAY(arena, n, double);
    local.weights = FW_NEW_ARRAY(arena, n, double);
    for (size_t i = 0; i < n; i++) {
        local.mean_x += (points->x[i] - local.mean_x) / (double)(i + 1);
        local.mean_y += (points->y[i] - local.mean_y) / (double)(i + 1);
    }
    for (size_t i = 0; i < n; i++) {
        local.x[i] -= local.mean_x;
        local.y[i] -= local.mean_y;
        local.weights[i] = 1;
    }
    return local;
}

struct fw_curve fw_fit_local(struct fw_arena *arena, const struct fw_points *points,
                             double bandwidth)
{
    struct local local = prepare(arena, points);
    double wanted = bandwidth * (double)local.count;
    size_t neighbours = wanted > 2 ? (size_t)wanted : 2;
    for (int round = 0; round <= ROUNDS; round++) {
        fit_all(&local, neighbours);
        if (round == ROUNDS || !weigh(arena, &local)) {
            break;
        }
    }
    return merge(arena, &local);
}
