/* bin - numbers to the intervals that they lie in. */
#include "transform/bin.h"

#include <math.h>

#include "base/object.h"

/* Against steps that a rounding error puts just below a bound; vega-transforms, Bin. */
#define EPSILON 1e-14

/* Vega-Lite's maxbins for transforms and most channels. */
#define MAXBINS 10

struct fw_bin_params fw_bin_params_default(double maxbins)
{
    return (struct fw_bin_params){
        .maxbins = maxbins,
        .divide = { 5, 2 },
        .divide_count = 2,
        .extent = { NAN, NAN },
        .anchor = NAN,
        .nice = true,
    };
}

static double number_or(struct fw_value object, const char *key, double fallback)
{
    struct fw_value value = fw_get(object, key);
    return value.kind == FW_NUMBER && !isnan(value.number) ? value.number : fallback;
}

struct fw_bin_params fw_bin_params_of(struct fw_arena *arena, struct fw_value value, double maxbins)
{
    struct fw_bin_params params = fw_bin_params_default(maxbins);
    params.step = number_or(value, "step", 0);
    params.maxbins = number_or(value, "maxbins", params.step != 0 ? 0 : maxbins);
    params.base = number_or(value, "base", 0);
    params.span = number_or(value, "span", 0);
    params.minstep = number_or(value, "minstep", 0);
    params.anchor = number_or(value, "anchor", NAN);
    params.nice = fw_get_boolean(value, "nice", true);
    struct fw_value extent = fw_get(value, "extent"), divide = fw_get(value, "divide");
    for (size_t i = 0; i < 2 && fw_length(extent) == 2; i++) {
        params.extent[i] = fw_to_number(fw_at(extent, i));
    }
    if (divide.kind == FW_ARRAY) {
        params.divide_count = 0;
        for (size_t i = 0; i < fw_length(divide) && i < FW_COUNT(params.divide); i++) {
            params.divide[params.divide_count++] = fw_to_number(fw_at(divide, i));
        }
    }
    struct fw_value steps = fw_get(value, "steps");
    double *list = FW_NEW_ARRAY(arena, fw_length(steps), double);
    for (size_t i = 0; i < fw_length(steps); i++) {
        list[i] = fw_to_number(fw_at(steps, i));
    }
    params.steps = list;
    params.steps_count = fw_length(steps);
    return params;
}

/* ---- the choice of intervals -------------------------------------------------------------- */

/** The largest allowed step below the one that gives the most bins, or the smallest of all. */
static double step_among(const struct fw_bin_params *params, double span, double maxbins)
{
    size_t i = 0;
    while (i < params->steps_count && params->steps[i] < span / maxbins) {
        i++;
    }
    return params->steps[i > 0 ? i - 1 : 0];
}

/** A power of the base, divided as far as there are not too many bins. */
static double step_by_base(const struct fw_bin_params *params, double base, double span,
                           double maxbins)
{
    double level = ceil(log(maxbins) / log(base));
    double power = pow(base, floor(log(span) / log(base) + 0.5) - level);
    double step = params->minstep > power ? params->minstep : power;
    while (base > 1 && step > 0 && isfinite(step) && ceil(span / step) > maxbins) {
        step *= base;
    }
    for (size_t i = 0; i < params->divide_count; i++) {
        double part = step / params->divide[i];
        if (part >= params->minstep && span / part <= maxbins) {
            step = part;
        }
    }
    return step;
}

static double first_of(double a, double b)
{
    return a != 0 && !isnan(a) ? a : b;
}

/** Bounds at multiples of the step; a rounding error below a multiple counts as the multiple. */
static void make_nice(double base, double step, double *min, double *max)
{
    double magnitude = log(step);
    double precision = magnitude >= 0 ? 0 : trunc(-magnitude / log(base)) + 1;
    double epsilon = pow(base, -precision - 1);
    double below = floor(*min / step + epsilon) * step;
    *min = *min < below ? below - step : below;
    *max = ceil(*max / step) * step;
}

struct fw_bins fw_bins_find(const struct fw_bin_params *params)
{
    double maxbins = first_of(params->maxbins, 20);
    double base = first_of(params->base, 10);
    double min = params->extent[0], max = params->extent[1];
    double span = first_of(params->span, first_of(max - min, first_of(fabs(min), 1)));
    double step = params->step != 0         ? params->step
                  : params->steps_count > 0 ? step_among(params, span, maxbins)
                                            : step_by_base(params, base, span, maxbins);
    if (params->nice) {
        make_nice(base, step, &min, &max);
    }
    struct fw_bins bins = { .start = min, .stop = max == min ? min + step : max, .step = step };
    bins.stop = bins.start + ceil((bins.stop - bins.start) / step) * step;
    if (!isnan(params->anchor)) {
        double shift =
            params->anchor - (bins.start + step * floor((params->anchor - bins.start) / step));
        bins.start += shift;
        bins.stop += shift;
    }
    return bins;
}

/* ---- numbers to intervals ----------------------------------------------------------------- */

double fw_bins_start(const struct fw_bins *bins, double number)
{
    if (number < bins->start) {
        return -INFINITY;
    }
    if (number > bins->stop) {
        return INFINITY;
    }
    double last = bins->stop - bins->step; /* the upper bound itself is in the last interval */
    double inside = number > last ? last : number;
    inside = inside < bins->start ? bins->start : inside;
    return bins->start + bins->step * floor(EPSILON + (inside - bins->start) / bins->step);
}

double fw_bins_end(const struct fw_bins *bins, double start)
{
    /* Not start + step: so the end of one interval is the start of the next to the last bit. */
    return bins->start + bins->step * (1 + (start - bins->start) / bins->step);
}

/** Vega's toNumber: nil and "" are null. */
static bool to_number(struct fw_value value, double *number)
{
    if (fw_is_nil(value) || (value.kind == FW_STRING && value.string->length == 0)) {
        return false;
    }
    *number = fw_to_number(value);
    return true;
}

void fw_column_extent(const struct fw_table *table, const struct fw_column *column,
                      double extent[2])
{
    double min = INFINITY, max = -INFINITY, number;
    bool plain = column != NULL && column->type <= FW_COLUMN_TIME && column->cells == NULL;
    for (size_t i = 0; i < table->rows; i++) {
        number = plain ? column->number[fw_table_storage(table, i)] : 0;
        if (plain || to_number(fw_table_value(table, column, i), &number)) {
            min = number < min ? number : min;
            max = number > max ? number : max;
        }
    }
    bool finite = isfinite(min) && isfinite(max);
    extent[0] = finite ? min : NAN;
    extent[1] = finite ? max : NAN;
}

/** The two result columns while they are filled: null where a row has no number, missing where it
 * is hidden. */
struct filling {
    double *starts, *ends;
    uint8_t *cells;
    bool all; /* every storage row has a number */
};

static struct filling fill(const struct fw_transform_context *context, const struct fw_table *table,
                           const struct fw_column *column, const struct fw_bins *bins)
{
    struct filling filling = { .starts = FW_NEW_ARRAY(context->arena, table->storage, double),
                               .ends = FW_NEW_ARRAY(context->arena, table->storage, double),
                               .cells = FW_NEW_ARRAY(context->arena, table->storage, uint8_t) };
    bool plain = column != NULL && column->type == FW_COLUMN_NUMBER && column->cells == NULL;
    filling.all = table->index == NULL;
    for (size_t i = 0; i < table->storage && table->index != NULL; i++) {
        filling.cells[i] = FW_CELL_MISSING;
    }
    for (size_t i = 0; i < table->rows; i++) {
        size_t at = fw_table_storage(table, i);
        double number = plain ? column->number[at] : 0;
        if (plain || to_number(fw_column_value(column, at), &number)) {
            filling.starts[at] = fw_bins_start(bins, number);
            filling.ends[at] = fw_bins_end(bins, filling.starts[at]);
            filling.cells[at] = FW_CELL_VALUE;
        } else {
            filling.cells[at] = FW_CELL_NULL;
            filling.all = false;
        }
    }
    return filling;
}

const struct fw_table *fw_bin_run(const struct fw_transform_context *context,
                                  const struct fw_table *table, const struct fw_bin *bin,
                                  struct fw_bins *bins)
{
    const struct fw_column *column = fw_transform_field(context, table, bin->field);
    struct fw_bin_params params = bin->params;
    if (isnan(params.extent[0]) || isnan(params.extent[1])) {
        fw_column_extent(table, column, params.extent);
    }
    struct fw_bins found = fw_bins_find(&params);
    struct filling filling = fill(context, table, column, &found);
    const double *numbers[2] = { filling.starts, filling.ends };
    for (size_t i = 0; i < 2; i++) {
        fw_str name = fw_intern_text(context->strings, bin->as[i]);
        table =
            fw_table_with(context->arena, table,
                          fw_column_from_numbers(context->arena, name, FW_COLUMN_NUMBER, numbers[i],
                                                 filling.all ? NULL : filling.cells));
    }
    if (bins != NULL) {
        *bins = found;
    }
    return table;
}

/* ---- the transform ------------------------------------------------------------------------ */

struct bin_props {
    struct fw_prop bin, field, as;
};

static const struct fw_property bin_properties[] = {
    { "bin", FW_P_BOOLEAN | FW_P_OBJECT | FW_P_REQUIRED, offsetof(struct bin_props, bin), NULL,
      "true, or how the intervals are chosen" },
    { "field", FW_P_STRING | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct bin_props, field), NULL,
      "field to bin" },
    { "as", FW_P_STRING | FW_P_STRINGS | FW_P_REQUIRED, offsetof(struct bin_props, as), NULL,
      "names of the columns of starts and ends; a single name gets \"_end\" for the ends" },
};

static const void *bin_decode(const struct fw_transform_context *context, const void *properties,
                              struct fw_node at)
{
    (void)at;
    const struct bin_props *props = properties;
    struct fw_bin *step = FW_NEW(context->arena, struct fw_bin);
    step->field = fw_prop_text(&props->field, "");
    step->params = fw_bin_params_of(context->arena, props->bin.value, MAXBINS);
    fw_output_names(context->arena, &props->as, "bin0", "bin1", step->as);
    return step;
}

static const struct fw_table *bin_run(const struct fw_transform_context *context,
                                      const struct fw_table *table, const void *step)
{
    return fw_bin_run(context, table, step, NULL);
}

const struct fw_transform_type fw_transform_bin = {
    .name = "bin",
    .doc = "The interval that each number lies in.",
    .properties = bin_properties,
    .property_count = FW_COUNT(bin_properties),
    .size = sizeof(struct bin_props),
    .decode = bin_decode,
    .run = bin_run,
};
