/* Quantile scales: classes with equally many of the data's values, one for each range value. */
#include <math.h>
#include <stdlib.h>

#include "scale/classes.h"

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

/** Sorts the domain and drops what is no number. */
static void sort_domain(struct fw_scale *scale)
{
    size_t count = 0;
    for (size_t i = 0; i < scale->domain_count; i++) {
        if (!isnan(scale->numbers[i])) {
            scale->numbers[count++] = scale->numbers[i];
        }
    }
    scale->domain_count = count;
    if (count > 1) {
        qsort(scale->numbers, count, sizeof *scale->numbers, ascending);
    }
    for (size_t i = 0; i < count; i++) {
        scale->domain[i] = fw_number(scale->numbers[i]);
    }
}

/** The p-quantile of sorted numbers, 0 < p < 1, between neighbours linear (d3's, R's type 7). */
static double quantile_of(const double *sorted, size_t count, double p)
{
    if (count < 2) {
        return count == 0 ? NAN : sorted[0];
    }
    double at = (double)(count - 1) * p;
    size_t below = (size_t)floor(at);
    return sorted[below] + (sorted[below + 1] - sorted[below]) * (at - (double)below);
}

static void quantile_train(struct fw_scale *scale)
{
    sort_domain(scale);
    size_t classes = scale->range_count > 1 ? scale->range_count : 1;
    scale->threshold_count = classes - 1;
    scale->thresholds = FW_NEW_ARRAY(scale->arena, scale->threshold_count, double);
    for (size_t i = 1; i < classes; i++) {
        scale->thresholds[i - 1] =
            quantile_of(scale->numbers, scale->domain_count, (double)i / (double)classes);
    }
}

const struct fw_scale_type fw_scale_quantile = {
    .name = "quantile",
    .traits = FW_TRAIT_DISCRETIZING | FW_TRAIT_NUMBERS,
    .train = quantile_train,
    .pick = fw_class_pick,
};
