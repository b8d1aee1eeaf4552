/* Quantiles of groups. */
#ifndef FW_TRANSFORM_QUANTILE_H
#define FW_TRANSFORM_QUANTILE_H

#include "transform/step.h"

struct fw_quantile {
    const char *field;
    struct fw_texts groupby;
    const double *probs; /* [prob_count]; none: every `step` from half a step on */
    size_t prob_count;
    double step;
    const char *as[2]; /* columns of probabilities and of values */
};

/** For each group a row for each probability. */
const struct fw_table *fw_quantile_run(const struct fw_transform_context *context,
                                       const struct fw_table *table,
                                       const struct fw_quantile *quantile);

#endif
