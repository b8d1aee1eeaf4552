/* Fits of curves to points: least squares in several forms. */
#include "transform/fit.h"

#include <math.h>
#include <string.h>

/* Below this the points stand above each other: slope 0, as vega-statistics' ols. */
#define SINGULAR 1e-24

/* All means are running ones, as in vega-statistics, so that they round alike. */

void fw_fit_line(double mean_x, double mean_y, double mean_xy, double mean_xx, double line[2])
{
    double delta = mean_xx - mean_x * mean_x;
    double slope = fabs(delta) < SINGULAR ? 0 : (mean_xy - mean_x * mean_y) / delta;
    line[0] = mean_y - slope * mean_x;
    line[1] = slope;
}

static void set_coef(struct fw_fit *fit, const double *coef, size_t count)
{
    memcpy(fit->coef, coef, count * sizeof *coef);
    fit->coef_count = count;
}

/** The means of both coordinates. */
static void find_means(const struct fw_points *points, struct fw_fit *fit)
{
    fit->mean_x = fit->mean_y = 0;
    for (size_t i = 0; i < points->count; i++) {
        double n = (double)(i + 1);
        fit->mean_x += (points->x[i] - fit->mean_x) / n;
        fit->mean_y += (points->y[i] - fit->mean_y) / n;
    }
}

/* ---- constant, linear, log, pow ----------------------------------------------------------- */

static double predict_constant(const struct fw_fit *fit, double x)
{
    (void)x;
    return fit->coef[0];
}

static void fit_constant(const struct fw_points *points, int order, struct fw_fit *fit)
{
    (void)order;
    find_means(points, fit);
    set_coef(fit, &fit->mean_y, 1);
    fit->predict = predict_constant;
}

static double identity(double number)
{
    return number;
}

/** A line through points whose coordinates are put through functions first. */
static void fit_through(const struct fw_points *points, double (*of_x)(double),
                        double (*of_y)(double), double line[2])
{
    double x = 0, y = 0, xy = 0, xx = 0;
    for (size_t i = 0; i < points->count; i++) {
        double n = (double)(i + 1), u = of_x(points->x[i]), v = of_y(points->y[i]);
        x += (u - x) / n;
        y += (v - y) / n;
        xy += (u * v - xy) / n;
        xx += (u * u - xx) / n;
    }
    fw_fit_line(x, y, xy, xx, line);
}

static double predict_linear(const struct fw_fit *fit, double x)
{
    return fit->coef[0] + fit->coef[1] * x;
}

static void fit_linear(const struct fw_points *points, int order, struct fw_fit *fit)
{
    (void)order;
    double line[2];
    find_means(points, fit);
    fit_through(points, identity, identity, line);
    set_coef(fit, line, 2);
    fit->predict = predict_linear;
}

static double predict_log(const struct fw_fit *fit, double x)
{
    return fit->coef[0] + fit->coef[1] * log(x);
}

static void fit_log(const struct fw_points *points, int order, struct fw_fit *fit)
{
    (void)order;
    double line[2];
    find_means(points, fit);
    fit_through(points, log, identity, line);
    set_coef(fit, line, 2);
    fit->predict = predict_log;
}

static double predict_pow(const struct fw_fit *fit, double x)
{
    return fit->coef[0] * pow(x, fit->coef[1]);
}

static void fit_pow(const struct fw_points *points, int order, struct fw_fit *fit)
{
    (void)order;
    double line[2];
    find_means(points, fit);
    fit_through(points, log, log, line);
    line[0] = exp(line[0]);
    set_coef(fit, line, 2);
    fit->predict = predict_pow;
}

/* ---- exp ---------------------------------------------------------------------------------- */

static double predict_exp(const struct fw_fit *fit, double x)
{
    return exp(fit->inner[0] + fit->inner[1] * (x - fit->mean_x));
}

/** A line through the logarithms, each point weighted by its y. */
static void fit_exp(const struct fw_points *points, int order, struct fw_fit *fit)
{
    (void)order;
    double yl = 0, xy = 0, xyl = 0, xxy = 0;
    find_means(points, fit);
    for (size_t i = 0; i < points->count; i++) {
        double n = (double)(i + 1);
        double dx = points->x[i] - fit->mean_x, dy = points->y[i];
        double ly = log(dy), product = dx * dy;
        yl += (dy * ly - yl) / n;
        xy += (product - xy) / n;
        xyl += (product * ly - xyl) / n;
        xxy += (dx * product - xxy) / n;
    }
    double y = fit->mean_y;
    fw_fit_line(xy / y, yl / y, xyl / y, xxy / y, fit->inner);
    double coef[2] = { exp(fit->inner[0] - fit->inner[1] * fit->mean_x), fit->inner[1] };
    set_coef(fit, coef, 2);
    fit->predict = predict_exp;
}

/* ---- quad and poly ------------------------------------------------------------------------ */

static double predict_quad(const struct fw_fit *fit, double x)
{
    x -= fit->mean_x;
    return fit->inner[2] * x * x + fit->inner[1] * x + fit->inner[0] + fit->mean_y;
}

static void fit_quad(const struct fw_points *points, int order, struct fw_fit *fit)
{
    (void)order;
    double x2 = 0, x3 = 0, x4 = 0, xy = 0, x2y = 0;
    find_means(points, fit);
    for (size_t i = 0; i < points->count; i++) {
        double n = (double)(i + 1);
        double dx = points->x[i] - fit->mean_x, dy = points->y[i] - fit->mean_y, square = dx * dx;
        x2 += (square - x2) / n;
        x3 += (square * dx - x3) / n;
        x4 += (square * square - x4) / n;
        xy += (dx * dy - xy) / n;
        x2y += (square * dy - x2y) / n;
    }
    double rest = x4 - x2 * x2;
    double d = x2 * rest - x3 * x3;
    double a = (x2y * x2 - xy * x3) / d, b = (xy * rest - x2y * x3) / d, c = -a * x2;
    double mean = fit->mean_x;
    double inner[3] = { c, b, a };
    memcpy(fit->inner, inner, sizeof inner);
    double coef[3] = { c - b * mean + a * mean * mean + fit->mean_y, b - 2 * a * mean, a };
    set_coef(fit, coef, 3);
    fit->predict = predict_quad;
}

/** The normal equations: column i of the matrix is `cells[i]`, the right side the last one. */
struct equations {
    size_t size;
    double cells[FW_FIT_ORDER_MOST + 2][FW_FIT_ORDER_MOST + 1];
};

static void swap(double *a, double *b)
{
    double kept = *a;
    *a = *b;
    *b = kept;
}

/** Gauss's elimination with pivots; `solution` has a number for each column. */
static void solve(struct equations *e, double *solution)
{
    size_t n = e->size;
    for (size_t i = 0; i < n; i++) {
        size_t largest = i;
        for (size_t j = i + 1; j < n; j++) {
            largest = fabs(e->cells[i][j]) > fabs(e->cells[i][largest]) ? j : largest;
        }
        for (size_t k = i; k <= n; k++) {
            swap(&e->cells[k][i], &e->cells[k][largest]);
        }
        for (size_t j = i + 1; j < n; j++) {
            for (size_t k = n + 1; k-- > i;) {
                e->cells[k][j] -= e->cells[k][i] * e->cells[i][j] / e->cells[i][i];
            }
        }
    }
    for (size_t j = n; j-- > 0;) {
        double sum = 0;
        for (size_t k = j + 1; k < n; k++) {
            sum += e->cells[k][j] * solution[k];
        }
        solution[j] = (e->cells[n][j] - sum) / e->cells[j][j];
    }
}

static void set_up(const struct fw_points *points, const struct fw_fit *fit, struct equations *e)
{
    for (size_t i = 0; i < e->size; i++) {
        double right = 0;
        for (size_t l = 0; l < points->count; l++) {
            right += pow(points->x[l] - fit->mean_x, (double)i) * (points->y[l] - fit->mean_y);
        }
        e->cells[e->size][i] = right;
        for (size_t j = 0; j < e->size; j++) {
            double cell = 0;
            for (size_t l = 0; l < points->count; l++) {
                cell += pow(points->x[l] - fit->mean_x, (double)(i + j));
            }
            e->cells[i][j] = cell;
        }
    }
}

/** The coefficients of a polynomial in x from those of one in x - mean. */
static void uncenter(const double *inner, size_t count, double shift, double mean_y, double *coef)
{
    memset(coef, 0, count * sizeof *coef);
    for (size_t i = count; i-- > 0;) {
        double binomial = 1;
        coef[i] += inner[i];
        for (size_t j = 1; j <= i; j++) {
            binomial *= (double)(i + 1 - j) / (double)j;
            coef[i - j] += inner[i] * pow(shift, (double)j) * binomial;
        }
    }
    coef[0] += mean_y;
}

static double predict_poly(const struct fw_fit *fit, double x)
{
    x -= fit->mean_x;
    double y = fit->mean_y + fit->inner[0] + fit->inner[1] * x + fit->inner[2] * x * x;
    for (size_t i = 3; i < fit->coef_count; i++) {
        y += fit->inner[i] * pow(x, (double)i);
    }
    return y;
}

static void fit_poly(const struct fw_points *points, int order, struct fw_fit *fit)
{
    static void (*const simple[])(const struct fw_points *, int,
                                  struct fw_fit *) = { fit_constant, fit_linear, fit_quad };
    if (order < (int)FW_COUNT(simple)) {
        simple[order < 0 ? 0 : order](points, order, fit);
        return;
    }
    struct equations equations = { .size = (size_t)order + 1 };
    find_means(points, fit);
    set_up(points, fit, &equations);
    solve(&equations, fit->inner);
    fit->coef_count = equations.size;
    uncenter(fit->inner, fit->coef_count, -fit->mean_x, fit->mean_y, fit->coef);
    fit->predict = predict_poly;
}

/* ---- the table ---------------------------------------------------------------------------- */

static const struct fw_fit_method methods[] = {
    { "constant", "the mean", true, 1, fit_constant },
    { "linear", "y = a + b * x", true, 1, fit_linear },
    { "log", "y = a + b * log(x)", false, 1, fit_log },
    { "exp", "y = a * e ^ (b * x)", false, 1, fit_exp },
    { "pow", "y = a * x ^ b", false, 1, fit_pow },
    { "quad", "y = a + b * x + c * x ^ 2", false, 2, fit_quad },
    { "poly", "y = a + b * x + ... + k * x ^ order", false, 0, fit_poly },
};

static const char *const names[] = { "linear", "log", "exp", "pow", "quad", "poly", NULL };

const struct fw_fit_method *fw_fit_method_find(const char *name)
{
    for (size_t i = 0; i < FW_COUNT(methods); i++) {
        if (strcmp(methods[i].name, name) == 0) {
            return &methods[i];
        }
    }
    return NULL;
}

const char *const *fw_fit_method_names(void)
{
    return names;
}

void fw_fit_run(const struct fw_fit_method *method, const struct fw_points *points, int order,
                struct fw_fit *fit)
{
    *fit = (struct fw_fit){ 0 };
    method->fit(points, order, fit);
    double errors = 0, total = 0;
    for (size_t i = 0; i < points->count; i++) {
        double error = points->y[i] - fit->predict(fit, points->x[i]);
        double deviation = points->y[i] - fit->mean_y;
        errors += error * error;
        total += deviation * deviation;
    }
    fit->r_squared = fit->predict == predict_constant ? 0 : 1 - errors / total;
}
