/* Aggregation operations: what a group of rows comes to. */
#include "transform/op.h"

#include <math.h>
#include <string.h>

#include "transform/statistics.h"

/* ---- running values ----------------------------------------------------------------------- */

static bool is_missing(struct fw_value value)
{
    return fw_is_nil(value) || (value.kind == FW_STRING && value.string->length == 0);
}

static bool is_nan(struct fw_value value)
{
    return (value.kind == FW_NUMBER || value.kind == FW_TIME) && isnan(value.number);
}

/** JavaScript's `a < b`. */
static bool is_less(struct fw_value a, struct fw_value b)
{
    if (a.kind == FW_STRING && b.kind == FW_STRING) {
        return a.string != b.string && fw_compare(a, b) < 0;
    }
    return fw_to_number(a) < fw_to_number(b);
}

static void add_least(struct fw_tally *tally, struct fw_value value)
{
    if (tally->least.kind == FW_UNDEFINED || is_less(value, tally->least)) {
        tally->least = value;
    }
    if (tally->most.kind == FW_UNDEFINED || is_less(tally->most, value)) {
        tally->most = value;
    }
}

void fw_tally_add(struct fw_tally *tally, struct fw_value value)
{
    tally->rows++;
    if (is_missing(value)) {
        tally->missing++;
        return;
    }
    if (is_nan(value)) {
        return;
    }
    unsigned needs = tally->needs;
    if (tally->valid++ == 0) {
        tally->product = 1;
    }
    double number = needs == 0 ? 0 : fw_to_number(value);
    if (needs & FW_NEEDS_SUM) {
        tally->sum += number;
    }
    if (needs & FW_NEEDS_PRODUCT) {
        tally->product *= number;
    }
    if (needs & FW_NEEDS_MEAN) {
        tally->mean_delta = number - tally->mean;
        tally->mean += tally->mean_delta / (double)tally->valid;
    }
    if (needs & FW_NEEDS_DEVIATION) {
        tally->deviation += tally->mean_delta * (number - tally->mean);
    }
    if (needs & FW_NEEDS_LEAST) {
        add_least(tally, value);
    }
    if (needs & FW_NEEDS_DECAY) {
        tally->decay = tally->rate * tally->decay + number;
    }
}

void fw_tally_remove(struct fw_tally *tally, struct fw_value value)
{
    tally->rows--;
    if (is_missing(value)) {
        tally->missing--;
        return;
    }
    if (is_nan(value)) {
        return;
    }
    double number = fw_to_number(value);
    double left = (double)--tally->valid;
    tally->sum -= number;
    tally->product /= number;
    if (tally->needs & FW_NEEDS_MEAN) {
        tally->mean_delta = number - tally->mean;
        tally->mean -= left > 0 ? tally->mean_delta / left : tally->mean;
        tally->deviation -= tally->mean_delta * (number - tally->mean);
    }
    if (tally->needs & FW_NEEDS_LEAST) {
        tally->stale = true;
    }
    if (tally->needs & FW_NEEDS_DECAY) {
        tally->decay = (tally->decay - number / pow(tally->rate, left)) / tally->rate;
    }
}

/* ---- operations on running values --------------------------------------------------------- */

static struct fw_value number_if(bool there, double number)
{
    return there ? fw_number(number) : fw_undefined();
}

static struct fw_value op_count(const struct fw_op_input *in)
{
    return fw_number((double)in->tally->rows);
}

static struct fw_value op_valid(const struct fw_op_input *in)
{
    return fw_number((double)in->tally->valid);
}

static struct fw_value op_missing(const struct fw_op_input *in)
{
    return fw_number((double)in->tally->missing);
}

static struct fw_value op_sum(const struct fw_op_input *in)
{
    return number_if(in->tally->valid > 0, in->tally->sum);
}

static struct fw_value op_product(const struct fw_op_input *in)
{
    return number_if(in->tally->valid > 0, in->tally->product);
}

static struct fw_value op_mean(const struct fw_op_input *in)
{
    return number_if(in->tally->valid > 0, in->tally->mean);
}

/** The sum of squared deviations, which rounding may have taken below 0. */
static double deviation_of(const struct fw_op_input *in)
{
    return in->tally->deviation < 0 ? 0 : in->tally->deviation;
}

static struct fw_value op_variance(const struct fw_op_input *in)
{
    double n = (double)in->tally->valid;
    return number_if(n > 1, deviation_of(in) / (n - 1));
}

static struct fw_value op_variancep(const struct fw_op_input *in)
{
    double n = (double)in->tally->valid;
    return number_if(n > 0, deviation_of(in) / n);
}

static struct fw_value op_stdev(const struct fw_op_input *in)
{
    double n = (double)in->tally->valid;
    return number_if(n > 1, sqrt(deviation_of(in) / (n - 1)));
}

static struct fw_value op_stdevp(const struct fw_op_input *in)
{
    double n = (double)in->tally->valid;
    return number_if(n > 0, sqrt(deviation_of(in) / n));
}

static struct fw_value op_stderr(const struct fw_op_input *in)
{
    double n = (double)in->tally->valid;
    return number_if(n > 1, sqrt(deviation_of(in) / (n * (n - 1))));
}

static struct fw_value op_exponential(const struct fw_op_input *in)
{
    double rate = in->tally->rate, n = (double)in->tally->valid;
    return number_if(n > 0, in->tally->decay * (1 - rate) / (1 - pow(rate, n)));
}

static struct fw_value op_exponentialb(const struct fw_op_input *in)
{
    return number_if(in->tally->valid > 0, in->tally->decay * (1 - in->tally->rate));
}

/* ---- operations on rows ------------------------------------------------------------------- */

/** The row among the input's with the smallest (or largest) value; SIZE_MAX: there is none. */
static size_t extreme(const struct fw_op_input *in, bool largest)
{
    size_t found = SIZE_MAX;
    struct fw_value best = fw_undefined();
    for (size_t i = 0; i < in->count; i++) {
        struct fw_value value = fw_table_value(in->table, in->column, in->rows[i]);
        if (fw_is_nil(value) || is_nan(value)) {
            continue;
        }
        if (found == SIZE_MAX || (largest ? is_less(best, value) : is_less(value, best))) {
            found = in->rows[i];
            best = value;
        }
    }
    return found;
}

static struct fw_value extreme_value(const struct fw_op_input *in, bool largest)
{
    size_t row = extreme(in, largest);
    return row == SIZE_MAX ? fw_undefined() : fw_table_value(in->table, in->column, row);
}

static struct fw_value op_min(const struct fw_op_input *in)
{
    return in->tally->stale ? extreme_value(in, false) : in->tally->least;
}

static struct fw_value op_max(const struct fw_op_input *in)
{
    return in->tally->stale ? extreme_value(in, true) : in->tally->most;
}

/** The whole row; an empty object when no row has a value. */
static struct fw_value extreme_row(const struct fw_op_input *in, bool largest)
{
    size_t row = extreme(in, largest);
    return row == SIZE_MAX ? (struct fw_value){ .kind = FW_OBJECT,
                                                .object = FW_NEW(in->arena, struct fw_object) }
                           : fw_table_row(in->arena, in->table, row);
}

static struct fw_value op_argmin(const struct fw_op_input *in)
{
    return extreme_row(in, false);
}

static struct fw_value op_argmax(const struct fw_op_input *in)
{
    return extreme_row(in, true);
}

static struct fw_value op_values(const struct fw_op_input *in)
{
    struct fw_value array = fw_array_value(in->arena, NULL, in->count);
    for (size_t i = 0; i < in->count; i++) {
        array.array->items[i] = fw_table_row(in->arena, in->table, in->rows[i]);
    }
    return array;
}

/** How many different texts there are; null, missing and NaN are texts too. */
static struct fw_value op_distinct(const struct fw_op_input *in)
{
    size_t size = 16, count = 0;
    while (size < in->count * 2) {
        size *= 2;
    }
    struct fw_arena *scratch = fw_arena_create();
    fw_str *seen = FW_NEW_ARRAY(scratch, size, fw_str);
    for (size_t i = 0; i < in->count; i++) {
        struct fw_value value = fw_table_value(in->table, in->column, in->rows[i]);
        fw_str text = fw_to_string(in->strings, value);
        size_t slot = text->hash & (size - 1);
        while (seen[slot] != NULL && seen[slot] != text) {
            slot = (slot + 1) & (size - 1);
        }
        count += seen[slot] == NULL;
        seen[slot] = text;
    }
    fw_arena_destroy(scratch);
    return fw_number((double)count);
}

static struct fw_value quantile(const struct fw_op_input *in, double p)
{
    struct fw_arena *scratch = fw_arena_create();
    struct fw_sample sample = fw_sample_of(scratch, in->table, in->column, in->rows, in->count);
    fw_sample_sort(&sample);
    struct fw_value result = number_if(sample.count > 0, fw_sample_quantile(&sample, p));
    fw_arena_destroy(scratch);
    return result;
}

static struct fw_value op_q1(const struct fw_op_input *in)
{
    return quantile(in, 0.25);
}

static struct fw_value op_median(const struct fw_op_input *in)
{
    return quantile(in, 0.5);
}

static struct fw_value op_q3(const struct fw_op_input *in)
{
    return quantile(in, 0.75);
}

static struct fw_value interval_end(const struct fw_op_input *in, size_t end)
{
    struct fw_arena *scratch = fw_arena_create();
    struct fw_sample sample = fw_sample_of(scratch, in->table, in->column, in->rows, in->count);
    double interval[2] = { NAN, NAN };
    if (sample.count > 0) {
        fw_sample_interval(scratch, &sample, interval);
    }
    struct fw_value result = number_if(sample.count > 0, interval[end]);
    fw_arena_destroy(scratch);
    return result;
}

static struct fw_value op_ci0(const struct fw_op_input *in)
{
    return interval_end(in, 0);
}

static struct fw_value op_ci1(const struct fw_op_input *in)
{
    return interval_end(in, 1);
}

/* ---- the table ---------------------------------------------------------------------------- */

enum { SQUARES = FW_NEEDS_MEAN | FW_NEEDS_DEVIATION };

/* clang-format off */
#define OP_LIST(X)                                                                                 \
    X(argmax, FW_NEEDS_ROWS, "row with the largest value")                                         \
    X(argmin, FW_NEEDS_ROWS, "row with the smallest value")                                        \
    X(average, FW_NEEDS_MEAN, "mean")                                                              \
    X(ci0, FW_NEEDS_ROWS, "lower end of the 95 % confidence interval of the mean")                 \
    X(ci1, FW_NEEDS_ROWS, "upper end of the 95 % confidence interval of the mean")                 \
    X(count, 0, "number of rows")                                                                  \
    X(distinct, FW_NEEDS_ROWS, "number of different values, null among them")                      \
    X(exponential, FW_NEEDS_DECAY, "exponentially weighted mean, weights adjusted to sum to 1")    \
    X(exponentialb, FW_NEEDS_DECAY, "exponentially weighted mean")                                 \
    X(max, FW_NEEDS_LEAST, "largest value")                                                        \
    X(mean, FW_NEEDS_MEAN, "mean")                                                                 \
    X(median, FW_NEEDS_ROWS, "median")                                                             \
    X(min, FW_NEEDS_LEAST, "smallest value")                                                       \
    X(missing, 0, "number of values that are null, missing or empty")                              \
    X(product, FW_NEEDS_PRODUCT, "product")                                                        \
    X(q1, FW_NEEDS_ROWS, "lower quartile")                                                         \
    X(q3, FW_NEEDS_ROWS, "upper quartile")                                                         \
    X(stderr, SQUARES, "standard error of the mean")                                               \
    X(stdev, SQUARES, "standard deviation of a sample")                                            \
    X(stdevp, SQUARES, "standard deviation of a population")                                       \
    X(sum, FW_NEEDS_SUM, "sum")                                                                    \
    X(valid, 0, "number of values that are neither null, missing, empty nor NaN")                  \
    X(values, FW_NEEDS_ROWS, "the rows, as an array")                                              \
    X(variance, SQUARES, "variance of a sample")                                                   \
    X(variancep, SQUARES, "variance of a population")
/* clang-format on */

/* average is another word for mean. */
#define op_average op_mean

#define ENTRY(name, needs, doc) { #name, doc, needs, op_##name },
static const struct fw_op ops[] = { OP_LIST(ENTRY) };
#undef ENTRY

#define WORD(name, needs, doc) #name,
static const char *const names[] = { OP_LIST(WORD) NULL };
#undef WORD

const struct fw_op *fw_op_find(const char *name)
{
    for (size_t i = 0; i < FW_COUNT(ops); i++) {
        if (strcmp(ops[i].name, name) == 0) {
            return &ops[i];
        }
    }
    return NULL;
}

const char *const *fw_op_names(void)
{
    return names;
}
