/* density - kernel density estimates. */
#include "transform/density.h"

#include <math.h>
#include <string.h>

#include "base/normal.h"
#include "transform/curve.h"
#include "transform/result.h"
#include "transform/statistics.h"

/* Kernels evaluated in all; our taste: some seconds. */
#define KERNELS_MOST 2e9

/** One group's estimate. */
struct estimate {
    const double *support;
    size_t count;
    double bandwidth;
};

/* ---- the estimate ------------------------------------------------------------------------- */

static double density_at(const void *data, double x)
{
    const struct estimate *estimate = data;
    double sum = 0;
    for (size_t i = 0; i < estimate->count; i++) {
        sum += fw_normal_density((x - estimate->support[i]) / estimate->bandwidth);
    }
    return sum / estimate->bandwidth / (double)estimate->count;
}

static double cumulative_at(const void *data, double x)
{
    const struct estimate *estimate = data;
    double sum = 0;
    for (size_t i = 0; i < estimate->count; i++) {
        sum += fw_normal_cumulative((x - estimate->support[i]) / estimate->bandwidth);
    }
    return sum / (double)estimate->count;
}

static bool counts_as_given(double number)
{
    return number != 0 && !isnan(number);
}

/** Scott's rule: 1.06 times deviation or quartile range, whichever is less, by the fifth root of
 * the count. */
static double scott(struct fw_sample *sample, size_t count)
{
    double deviation = fw_sample_deviation(sample);
    fw_sample_sort(sample);
    double q1 = fw_sample_quantile(sample, 0.25), q3 = fw_sample_quantile(sample, 0.75);
    double range = (q3 - q1) / 1.34;
    double spread = isnan(deviation) || isnan(range) ? (double)NAN : fmin(deviation, range);
    if (!counts_as_given(spread)) {
        spread = counts_as_given(deviation) ? deviation : counts_as_given(fabs(q1)) ? fabs(q1) : 1;
    }
    return 1.06 * spread * pow((double)count, -0.2);
}

static void sample_group(const struct fw_density *density, const struct estimate *estimate,
                         const double extent[2], struct fw_result *result, size_t group)
{
    double least = counts_as_given(density->steps)      ? density->steps
                   : counts_as_given(density->minsteps) ? density->minsteps
                                                        : 25;
    double most = counts_as_given(density->steps)      ? density->steps
                  : counts_as_given(density->maxsteps) ? density->maxsteps
                                                       : 200;
    least = density->independent ? least : most;
    struct fw_curve curve =
        fw_curve_sample(result->context->arena, density->cumulative ? cumulative_at : density_at,
                        estimate, extent[0], extent[1], least, most);
    double scale = density->counts ? (double)estimate->count : 1;
    for (size_t i = 0; i < curve.count; i++) {
        fw_result_add(result, group, curve.points[i].x, curve.points[i].y * scale);
    }
}

/** Whether the work stays within bounds; reported when it does not. */
static bool is_bearable(const struct fw_transform_context *context,
                        const struct fw_density *density, size_t rows)
{
    double steps = fmax(fmax(density->steps, density->maxsteps), 200);
    if ((double)rows * fmin(steps, FW_CURVE_MOST) <= KERNELS_MOST) {
        return true;
    }
    fw_report(context->diag, fw_nowhere(), FW_LIMIT, "a density of %zu rows in so many steps",
              rows);
    return false;
}

static void run_group(const struct fw_transform_context *context, const struct fw_table *table,
                      const struct fw_column *column, struct fw_row_span span,
                      const struct fw_density *density, struct estimate *estimate)
{
    double *support = FW_NEW_ARRAY(context->arena, span.count, double);
    for (size_t i = 0; i < span.count; i++) {
        support[i] = fw_table_number(table, column, span.rows[i]);
    }
    *estimate = (struct estimate){ support, span.count, density->bandwidth };
    if (!counts_as_given(estimate->bandwidth)) {
        struct fw_sample sample =
            fw_sample_of(context->arena, table, column, span.rows, span.count);
        estimate->bandwidth = scott(&sample, span.count);
    }
}

const struct fw_table *fw_density_run(const struct fw_transform_context *context,
                                      const struct fw_table *table,
                                      const struct fw_density *density)
{
    struct fw_groups groups = fw_group_by(context->arena, context->strings, table,
                                          density->groupby.items, density->groupby.count);
    const struct fw_column *column = fw_transform_field(context, table, density->field);
    struct fw_result result = { .context = context };
    bool given = !isnan(density->extent[0]) && !isnan(density->extent[1]);
    double shared[2] = { density->extent[0], density->extent[1] };
    if (!given && !density->independent) {
        fw_rows_extent(table, column, groups.rows, groups.row_count, shared);
    }
    bool bearable = is_bearable(context, density, table->rows);
    for (size_t g = 0; g < groups.count && bearable; g++) {
        struct fw_row_span span = fw_group_rows(&groups, g);
        struct estimate estimate;
        double own[2];
        run_group(context, table, column, span, density, &estimate);
        fw_rows_extent(table, column, span.rows, span.count, own);
        sample_group(density, &estimate, given || !density->independent ? shared : own, &result, g);
    }
    return fw_result_table(&result, table, &groups, density->groupby, density->as);
}

/* ---- the transform ------------------------------------------------------------------------ */

struct density_props {
    struct fw_prop density, groupby, cumulative, counts, bandwidth, extent, resolve, steps,
        minsteps, maxsteps, as;
};

static const char *const resolves[] = { "shared", "independent", NULL };

static const struct fw_property density_properties[] = {
    { "density", FW_P_STRING | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct density_props, density),
      NULL, "field whose density is estimated" },
    { "groupby", FW_P_STRINGS | FW_P_FIELD, offsetof(struct density_props, groupby), NULL,
      "fields whose values tell the groups apart" },
    { "cumulative", FW_P_BOOLEAN, offsetof(struct density_props, cumulative), NULL,
      "whether densities add up from left to right" },
    { "counts", FW_P_BOOLEAN, offsetof(struct density_props, counts), NULL,
      "whether values are numbers of rows instead of probabilities" },
    { "bandwidth", FW_P_NUMBER, offsetof(struct density_props, bandwidth), NULL,
      "standard deviation of the kernel; by Scott's rule when it is 0 or not given" },
    { "extent", FW_P_NUMBERS, offsetof(struct density_props, extent), NULL,
      "where the curve begins and ends" },
    { "resolve", FW_P_STRING, offsetof(struct density_props, resolve), resolves,
      "whether groups share extent and steps; shared by default" },
    { "steps", FW_P_NUMBER, offsetof(struct density_props, steps), NULL, "exact number of steps" },
    { "minsteps", FW_P_NUMBER, offsetof(struct density_props, minsteps), NULL,
      "fewest steps; 25 by default" },
    { "maxsteps", FW_P_NUMBER, offsetof(struct density_props, maxsteps), NULL,
      "most steps; 200 by default" },
    { "as", FW_P_STRINGS, offsetof(struct density_props, as), NULL,
      "names of the columns; \"value\" and \"density\" by default" },
};

static const void *density_decode(const struct fw_transform_context *context,
                                  const void *properties, struct fw_node at)
{
    (void)at;
    const struct density_props *props = properties;
    struct fw_density *step = FW_NEW(context->arena, struct fw_density);
    step->field = fw_prop_text(&props->density, "");
    step->groupby = fw_texts_of(context->arena, props->groupby.value);
    step->cumulative = fw_prop_boolean(&props->cumulative, false);
    step->counts = fw_prop_boolean(&props->counts, false);
    step->bandwidth = fw_prop_number(&props->bandwidth, 0);
    step->extent[0] = step->extent[1] = NAN;
    fw_prop_extent(&props->extent, step->extent);
    step->independent = strcmp(fw_prop_text(&props->resolve, "shared"), "independent") == 0;
    step->steps = fw_prop_number(&props->steps, 0);
    step->minsteps = fw_prop_number(&props->minsteps, 0);
    step->maxsteps = fw_prop_number(&props->maxsteps, 0);
    fw_output_names(context->arena, &props->as, "value", "density", step->as);
    return step;
}

static const struct fw_table *density_run(const struct fw_transform_context *context,
                                          const struct fw_table *table, const void *step)
{
    return fw_density_run(context, table, step);
}

const struct fw_transform_type fw_transform_density = {
    .name = "density",
    .doc = "Where the values of a field lie dense, as a curve for each group.",
    .properties = density_properties,
    .property_count = FW_COUNT(density_properties),
    .size = sizeof(struct density_props),
    .decode = density_decode,
    .run = density_run,
};
