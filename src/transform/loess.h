/* Trend lines by local regression. */
#ifndef FW_TRANSFORM_LOESS_H
#define FW_TRANSFORM_LOESS_H

#include "transform/step.h"

struct fw_loess {
    const char *x, *y; /* predictor and predicted field */
    struct fw_texts groupby;
    double bandwidth; /* part of the points that counts around each; 0: 0.3 */
    const char *as[2];
};

/** For each group rows of x and the smoothed y, in order of x. */
const struct fw_table *fw_loess_run(const struct fw_transform_context *context,
                                    const struct fw_table *table, const struct fw_loess *loess);

#endif
