/* Quantiles, deviations and intervals of samples, as vega-statistics has them. */
#include "transform/statistics.h"

#include <math.h>
#include <stdlib.h>

#include "transform/random.h"

/* vega-transforms: TupleStore.ci. */
enum { BOOTSTRAPS = 1000 };
#define ALPHA 0.05

struct fw_sample fw_sample_of(struct fw_arena *arena, const struct fw_table *table,
                              const struct fw_column *column, const uint32_t *rows, size_t count)
{
    struct fw_sample sample = { .values = FW_NEW_ARRAY(arena, count, double) };
    for (size_t i = 0; i < count; i++) {
        struct fw_value value = fw_table_value(table, column, rows[i]);
        if (fw_is_nil(value) || (value.kind == FW_STRING && value.string->length == 0)) {
            continue;
        }
        double number = fw_to_number(value);
        if (!isnan(number)) {
            sample.values[sample.count++] = number;
        }
    }
    return sample;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void fw_sample_sort(struct fw_sample *sample)
{
    if (sample->count > 1) {
        qsort(sample->values, sample->count, sizeof *sample->values, ascending);
    }
}

double fw_sample_quantile(const struct fw_sample *sorted, double p)
{
    if (sorted->count == 0 || isnan(p)) {
        return NAN;
    }
    if (p <= 0 || sorted->count < 2) {
        return sorted->values[0];
    }
    if (p >= 1) {
        return sorted->values[sorted->count - 1];
    }
    double at = (double)(sorted->count - 1) * p;
    size_t below = (size_t)floor(at);
    double v0 = sorted->values[below], v1 = sorted->values[below + 1];
    return v0 + (v1 - v0) * (at - (double)below);
}

double fw_sample_deviation(const struct fw_sample *sample)
{
    double mean = 0, sum = 0;
    for (size_t i = 0; i < sample->count; i++) {
        double delta = sample->values[i] - mean;
        mean += delta / (double)(i + 1);
        sum += delta * (sample->values[i] - mean);
    }
    return sample->count > 1 ? sqrt(sum / (double)(sample->count - 1)) : NAN;
}

void fw_sample_interval(struct fw_arena *arena, const struct fw_sample *sample, double interval[2])
{
    struct fw_random random = { FW_RANDOM_SEED };
    struct fw_sample means = { FW_NEW_ARRAY(arena, BOOTSTRAPS, double), BOOTSTRAPS };
    for (size_t j = 0; j < BOOTSTRAPS; j++) {
        double sum = 0;
        for (size_t i = 0; i < sample->count; i++) {
            sum += sample->values[(size_t)(fw_random_next(&random) * (double)sample->count)];
        }
        means.values[j] = sum / (double)sample->count;
    }
    fw_sample_sort(&means);
    interval[0] = fw_sample_quantile(&means, ALPHA / 2);
    interval[1] = fw_sample_quantile(&means, 1 - ALPHA / 2);
}
