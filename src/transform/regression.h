/* Trend lines. */
#ifndef FW_TRANSFORM_REGRESSION_H
#define FW_TRANSFORM_REGRESSION_H

#include "transform/fit.h"
#include "transform/step.h"

struct fw_regression {
    const char *x, *y; /* predictor and predicted field */
    struct fw_texts groupby;
    const struct fw_fit_method *method;
    int order;        /* of poly */
    double extent[2]; /* where the line begins and ends; NaN: at the data's ends */
    bool params;      /* the fit's numbers instead of its line */
    const char *as[2];
};

/**
 * For each group rows of x and y along its trend line, or one row with "keys", "coef" and
 * "rSquared". A group of too few points for the method is left out, which is said.
 */
const struct fw_table *fw_regression_run(const struct fw_transform_context *context,
                                         const struct fw_table *table,
                                         const struct fw_regression *regression);

/** The points of some rows: those whose fields are both numbers, as JavaScript coerces them. */
struct fw_points fw_points_of(struct fw_arena *arena, const struct fw_table *table,
                              const struct fw_column *x, const struct fw_column *y,
                              const uint32_t *rows, size_t count);

#endif
