/* Quantiles, deviations and intervals of samples, as vega-statistics has them. */
#ifndef FW_TRANSFORM_STATISTICS_H
#define FW_TRANSFORM_STATISTICS_H

#include "data/table.h"

/** Numbers of a sample. */
struct fw_sample {
    double *values;
    size_t count;
};

/** The numbers among cells `rows[0..count)` of a table: neither nil, nor "", nor NaN. */
struct fw_sample fw_sample_of(struct fw_arena *arena, const struct fw_table *table,
                              const struct fw_column *column, const uint32_t *rows, size_t count);

/** Sorts a sample upwards. */
void fw_sample_sort(struct fw_sample *sample);

/** The quantile of a sorted sample (R-7, linear between neighbours); NaN of an empty one. */
double fw_sample_quantile(const struct fw_sample *sorted, double p);

/** The standard deviation with n - 1; NaN of fewer than two numbers. */
double fw_sample_deviation(const struct fw_sample *sample);

/** The 95 % confidence interval of the mean by 1000 bootstraps from FW_RANDOM_SEED. Not for an
 * empty sample. */
void fw_sample_interval(struct fw_arena *arena, const struct fw_sample *sample, double interval[2]);

#endif
