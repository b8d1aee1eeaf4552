/* Smooth interpolations between points: splines as cubic curves. Methods: d3-shape's curves. */
#include <math.h>

#include "shape/run.h"

/** a * wa + b * wb, point by point. */
static struct fw_point mix(struct fw_point a, double wa, struct fw_point b, double wb)
{
    return (struct fw_point){ a.x * wa + b.x * wb, a.y * wa + b.y * wb };
}

/** The knot of a uniform B-spline at its control point b. */
static struct fw_point basis_knot(struct fw_point a, struct fw_point b, struct fw_point c)
{
    return (struct fw_point){ (a.x + 4 * b.x + c.x) / 6, (a.y + 4 * b.y + c.y) / 6 };
}

/** The piece of a B-spline from the knot at a to the knot at b. */
static void basis_piece(const struct fw_run *run, struct fw_point a, struct fw_point b,
                        struct fw_point c)
{
    fw_run_curve(run, mix(a, 2.0 / 3, b, 1.0 / 3), mix(a, 1.0 / 3, b, 2.0 / 3),
                 basis_knot(a, b, c));
}

/** A point of the run pulled towards the straight line between its ends: all the way when beta is
 * 0. */
static struct fw_point straightened(const struct fw_run *run, size_t i, double beta)
{
    struct fw_point point = fw_run_point(run, i);
    if (beta == 1 || run->count < 2) {
        return point;
    }
    double t = (double)i / (double)(run->count - 1);
    struct fw_point on_line =
        mix(fw_run_point(run, 0), 1 - t, fw_run_point(run, run->count - 1), t);
    return mix(point, beta, on_line, 1 - beta);
}

/** A B-spline that is held at its two ends, through points straightened by beta. */
static void held_basis(const struct fw_run *run, double beta)
{
    struct fw_point a = straightened(run, 0, beta);
    fw_run_begin(run, a);
    if (run->count > 1) {
        struct fw_point b = straightened(run, 1, beta);
        if (run->count > 2) {
            fw_run_line(run, mix(a, 5.0 / 6, b, 1.0 / 6));
        }
        for (size_t i = 2; i < run->count; i++) {
            struct fw_point c = straightened(run, i, beta);
            basis_piece(run, a, b, c);
            a = b;
            b = c;
        }
        if (run->count > 2) {
            basis_piece(run, a, b, b);
        }
        fw_run_line(run, b);
    }
    fw_run_end(run, run->count == 1);
}

void fw_run_basis(const struct fw_run *run)
{
    held_basis(run, 1);
}

void fw_run_bundle(const struct fw_run *run)
{
    if (run->count > 1) { /* d3 draws nothing through a single point */
        held_basis(run, run->tension);
    }
}

void fw_run_basis_open(const struct fw_run *run)
{
    if (run->count >= 3) {
        fw_run_begin(run,
                     basis_knot(fw_run_point(run, 0), fw_run_point(run, 1), fw_run_point(run, 2)));
    }
    for (size_t i = 3; i < run->count; i++) {
        basis_piece(run, fw_run_point(run, i - 2), fw_run_point(run, i - 1), fw_run_point(run, i));
    }
    fw_run_end(run, run->count == 3);
}

void fw_run_basis_closed(const struct fw_run *run)
{
    size_t n = run->count;
    struct fw_point p0 = fw_run_point(run, 0);
    if (n == 1) {
        fw_run_move(run, p0);
        fw_path_close(run->path);
        return;
    }
    struct fw_point p1 = fw_run_point(run, 1);
    if (n == 2) {
        fw_run_move(run, mix(p0, 1.0 / 3, p1, 2.0 / 3));
        fw_run_line(run, mix(p1, 1.0 / 3, p0, 2.0 / 3));
        fw_path_close(run->path);
        return;
    }
    fw_run_move(run, basis_knot(p0, p1, fw_run_point(run, 2)));
    for (size_t i = 1; i <= n; i++) {
        basis_piece(run, fw_run_point(run, i % n), fw_run_point(run, (i + 1) % n),
                    fw_run_point(run, (i + 2) % n));
    }
}

/** Four points in a row; the curve is drawn from b to c. */
struct window {
    struct fw_point a, b, c, d;
};

typedef void (*window_fn)(const struct fw_run *run, const struct window *window);

/** A cardinal spline's piece: tangents along a-c and b-d, shorter with more tension. */
static void cardinal_piece(const struct fw_run *run, const struct window *w)
{
    double k = (1 - run->tension) / 6;
    struct fw_point c1 = { w->b.x + k * (w->c.x - w->a.x), w->b.y + k * (w->c.y - w->a.y) };
    struct fw_point c2 = { w->c.x + k * (w->b.x - w->d.x), w->c.y + k * (w->b.y - w->d.y) };
    fw_run_curve(run, c1, c2, w->c);
}

/** The distance of two points to the power of 2 alpha. */
static double knot_distance(struct fw_point a, struct fw_point b, double alpha)
{
    double dx = a.x - b.x, dy = a.y - b.y;
    return pow(dx * dx + dy * dy, alpha);
}

/**
 * A control point of a Catmull-Rom piece at `at`, whose neighbours are `behind` (outside the piece)
 * and `ahead` (its other end), from the squares of the knot distances to them.
 */
static struct fw_point catmull_control(struct fw_point behind, struct fw_point at,
                                       struct fw_point ahead, double behind2, double ahead2)
{
    double near = sqrt(behind2), far = sqrt(ahead2);
    if (!(near > 1e-12)) { /* two points in one place: d3-shape's epsilon */
        return at;
    }
    double weight = 2 * behind2 + 3 * near * far + ahead2, whole = 3 * near * (near + far);
    return (struct fw_point){ (at.x * weight - behind.x * ahead2 + ahead.x * behind2) / whole,
                              (at.y * weight - behind.y * ahead2 + ahead.y * behind2) / whole };
}

/** The piece of a Catmull-Rom spline with knots at distances to the power of alpha (the tension).
 */
static void catmull_piece(const struct fw_run *run, const struct window *w)
{
    double ab = knot_distance(w->a, w->b, run->tension);
    double bc = knot_distance(w->b, w->c, run->tension);
    double cd = knot_distance(w->c, w->d, run->tension);
    fw_run_curve(run, catmull_control(w->a, w->b, w->c, ab, bc),
                 catmull_control(w->d, w->c, w->b, cd, bc), w->c);
}

/** Through all points; `first` and `last` stand in for what is missing before and behind them. */
static void held_windows(const struct fw_run *run, window_fn piece, size_t first, size_t last)
{
    fw_run_begin(run, fw_run_point(run, 0));
    if (run->count == 2) {
        fw_run_line(run, fw_run_point(run, 1));
    }
    for (size_t i = 0; run->count > 2 && i + 1 < run->count; i++) {
        struct window window = {
            fw_run_point(run, i == 0 ? first : i - 1),
            fw_run_point(run, i),
            fw_run_point(run, i + 1),
            fw_run_point(run, i + 2 < run->count ? i + 2 : last),
        };
        piece(run, &window);
    }
    fw_run_end(run, run->count == 1);
}

/** From the second point to the last but one. */
static void open_windows(const struct fw_run *run, window_fn piece)
{
    if (run->count >= 3) {
        fw_run_begin(run, fw_run_point(run, 1));
    }
    for (size_t i = 3; i < run->count; i++) {
        struct window window = { fw_run_point(run, i - 3), fw_run_point(run, i - 2),
                                 fw_run_point(run, i - 1), fw_run_point(run, i) };
        piece(run, &window);
    }
    fw_run_end(run, run->count == 3);
}

/** Round from the second point back to it. */
static void closed_windows(const struct fw_run *run, window_fn piece)
{
    size_t n = run->count;
    fw_run_move(run, fw_run_point(run, n == 1 ? 0 : 1));
    if (n < 3) {
        if (n == 2) {
            fw_run_line(run, fw_run_point(run, 0));
        }
        fw_path_close(run->path);
        return;
    }
    for (size_t i = 1; i <= n; i++) {
        struct window window = { fw_run_point(run, i - 1), fw_run_point(run, i % n),
                                 fw_run_point(run, (i + 1) % n), fw_run_point(run, (i + 2) % n) };
        piece(run, &window);
    }
}

void fw_run_cardinal(const struct fw_run *run)
{
    size_t n = run->count;
    held_windows(run, cardinal_piece, 1, n >= 2 ? n - 2 : 0);
}

void fw_run_cardinal_open(const struct fw_run *run)
{
    open_windows(run, cardinal_piece);
}

void fw_run_cardinal_closed(const struct fw_run *run)
{
    closed_windows(run, cardinal_piece);
}

/** Alpha 0 is the cardinal spline without tension. */
static bool is_uniform(const struct fw_run *run)
{
    return run->tension == 0 || isnan(run->tension);
}

static struct fw_run without_tension(const struct fw_run *run)
{
    struct fw_run plain = *run;
    plain.tension = 0;
    return plain;
}

void fw_run_catmull_rom(const struct fw_run *run)
{
    if (is_uniform(run)) {
        struct fw_run plain = without_tension(run);
        fw_run_cardinal(&plain);
    } else {
        held_windows(run, catmull_piece, 0, run->count - 1);
    }
}

void fw_run_catmull_rom_open(const struct fw_run *run)
{
    struct fw_run plain = without_tension(run);
    open_windows(is_uniform(run) ? &plain : run, is_uniform(run) ? cardinal_piece : catmull_piece);
}

void fw_run_catmull_rom_closed(const struct fw_run *run)
{
    struct fw_run plain = without_tension(run);
    closed_windows(is_uniform(run) ? &plain : run,
                   is_uniform(run) ? cardinal_piece : catmull_piece);
}

static double sign_of(double value)
{
    return value < 0 ? -1 : 1;
}

/** dy / dx, infinite with the sign of `dy` and of the run's direction where dx is 0. */
static double slope_of(double dy, double dx, double other_dx)
{
    return dy / (dx != 0 ? dx : other_dx < 0 ? -0.0 : 0.0);
}

/** The slope at b that keeps the curve through a, b, c monotone: Steffen 1990, Astron. Astrophys.
 * 239, 443. */
static double monotone_slope(struct fw_point a, struct fw_point b, struct fw_point c)
{
    double h0 = b.x - a.x, h1 = c.x - b.x;
    double s0 = slope_of(b.y - a.y, h0, h1), s1 = slope_of(c.y - b.y, h1, h0);
    double p = (s0 * h1 + s1 * h0) / (h0 + h1);
    double least = fmin(fmin(fabs(s0), fabs(s1)), 0.5 * fabs(p));
    bool any_nan = isnan(s0) || isnan(s1) || isnan(p);
    return any_nan ? 0 : (sign_of(s0) + sign_of(s1)) * least;
}

/** The slope at one end of the piece from a to b, given that at the other. */
static double end_slope(struct fw_point a, struct fw_point b, double slope)
{
    double h = b.x - a.x;
    return h != 0 ? (3 * (b.y - a.y) / h - slope) / 2 : slope;
}

static void hermite_piece(const struct fw_run *run, struct fw_point a, struct fw_point b,
                          double slope_a, double slope_b)
{
    double dx = (b.x - a.x) / 3;
    fw_run_curve(run, (struct fw_point){ a.x + dx, a.y + dx * slope_a },
                 (struct fw_point){ b.x - dx, b.y - dx * slope_b }, b);
}

void fw_run_monotone(const struct fw_run *run)
{
    struct fw_point a = fw_run_point(run, 0), b = a;
    double slope = 0; /* at a, from the third point on */
    size_t seen = 1;  /* coincident points count once */
    fw_run_begin(run, a);
    for (size_t i = 1; i < run->count; i++) {
        struct fw_point c = fw_run_point(run, i);
        if (c.x == b.x && c.y == b.y) {
            continue;
        }
        if (++seen > 2) {
            double next = monotone_slope(a, b, c);
            hermite_piece(run, a, b, seen == 3 ? end_slope(a, b, next) : slope, next);
            slope = next;
        }
        a = b;
        b = c;
    }
    if (seen == 2) {
        fw_run_line(run, b);
    } else if (seen > 2) {
        hermite_piece(run, a, b, slope, end_slope(a, b, slope));
    }
    fw_run_end(run, seen == 1);
}

/** First control points of a natural spline through x[0..n], one coordinate: the Thomas algorithm.
 */
static void natural_controls(size_t n, const double *x, double *a, double *b, double *r)
{
    b[0] = 2;
    r[0] = x[0] + 2 * x[1];
    for (size_t i = 1; i < n; i++) {
        bool last = i + 1 == n;
        double m = (last ? 2 : 1) / b[i - 1];
        b[i] = (last ? 7 : 4) - m;
        r[i] = (last ? 8 * x[i] + x[i + 1] : 4 * x[i] + 2 * x[i + 1]) - m * r[i - 1];
    }
    a[n - 1] = r[n - 1] / b[n - 1];
    for (size_t i = n - 1; i-- > 0;) {
        a[i] = (r[i] - a[i + 1]) / b[i];
    }
    b[n - 1] = (x[n] + a[n - 1]) / 2;
    for (size_t i = 0; i + 1 < n; i++) {
        b[i] = 2 * x[i + 1] - a[i + 1];
    }
}

/** Draws a natural spline through more than two points. */
static void natural_pieces(const struct fw_run *run, struct fw_arena *scratch)
{
    size_t n = run->count - 1;
    double *x = FW_NEW_ARRAY(scratch, run->count * 2, double), *y = x + run->count;
    for (size_t i = 0; i <= n; i++) {
        struct fw_point point = fw_run_point(run, i);
        x[i] = point.x;
        y[i] = point.y;
    }
    double *room = FW_NEW_ARRAY(scratch, n * 5, double);
    double *ax = room, *bx = room + n, *ay = room + 2 * n, *by = room + 3 * n, *r = room + 4 * n;
    natural_controls(n, x, ax, bx, r);
    natural_controls(n, y, ay, by, r);
    for (size_t i = 0; i < n; i++) {
        fw_run_curve(run, (struct fw_point){ ax[i], ay[i] }, (struct fw_point){ bx[i], by[i] },
                     (struct fw_point){ x[i + 1], y[i + 1] });
    }
}

void fw_run_natural(const struct fw_run *run)
{
    fw_run_begin(run, fw_run_point(run, 0));
    if (run->count == 2) {
        fw_run_line(run, fw_run_point(run, 1));
    } else if (run->count > 2) {
        struct fw_arena *scratch = fw_arena_create();
        natural_pieces(run, scratch);
        fw_arena_destroy(scratch);
    }
    fw_run_end(run, run->count == 1);
}
