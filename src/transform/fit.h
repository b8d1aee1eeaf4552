/* Fits of curves to points: least squares in several forms, and local regression. */
#ifndef FW_TRANSFORM_FIT_H
#define FW_TRANSFORM_FIT_H

#include "base/arena.h"
#include "transform/curve.h"

#include <stdbool.h>

/** Points; neither coordinate is NaN. */
struct fw_points {
    double *x, *y;
    size_t count;
};

/** A polynomial may have this order at most: a higher one is no fit in doubles. */
enum { FW_FIT_ORDER_MOST = 40 };

/** A fitted curve. */
struct fw_fit {
    double (*predict)(const struct fw_fit *fit, double x);
    double coef[FW_FIT_ORDER_MOST + 1]; /* [coef_count] as Vega reports them: constant first */
    size_t coef_count;
    double r_squared;
    double inner[FW_FIT_ORDER_MOST + 1]; /* coefficients about the mean, for predict */
    double mean_x, mean_y;
};

struct fw_fit_method {
    const char *name;
    const char *doc;
    bool straight;  /* its curve is a straight line: two points draw it */
    size_t freedom; /* fewest points less one; poly: 0, its order counts */
    void (*fit)(const struct fw_points *points, int order, struct fw_fit *fit);
};

/** The method of that name, or NULL; all names, NULL-terminated. Source: vega-statistics,
 * regression. */
const struct fw_fit_method *fw_fit_method_find(const char *name);
const char *const *fw_fit_method_names(void);

/** Fits and rates a method; `order` counts for poly. */
void fw_fit_run(const struct fw_fit_method *method, const struct fw_points *points, int order,
                struct fw_fit *fit);

/** Least squares of means: intercept and slope. */
void fw_fit_line(double mean_x, double mean_y, double mean_xy, double mean_xx, double line[2]);

/** Local regression with weights that fall off over `bandwidth` of the points: one point a
 * different x. */
struct fw_curve fw_fit_local(struct fw_arena *arena, const struct fw_points *points,
                             double bandwidth);

#endif
