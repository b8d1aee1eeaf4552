/* The domain of a scale: zero, bounds, middle, padding and nice, in Vega's order. */
#include "scale/domain.h"

#include <math.h>
#include <string.h>

size_t fw_scale_domain_length(const struct fw_scale_spec *spec)
{
    return spec->domain_count + (!spec->domain_raw && !isnan(spec->domain_mid) ? 1 : 0);
}

static void apply_zero(double *numbers, size_t last)
{
    if (numbers[0] > 0) {
        numbers[0] = 0;
    }
    if (numbers[last] < 0) {
        numbers[last] = 0;
    }
}

/** Puts `middle` in: before the last value, or at the end that it lies beyond. */
static void insert_middle(struct fw_scale *scale, double middle)
{
    double *numbers = scale->numbers;
    size_t last = scale->domain_count - 1;
    size_t at = middle > numbers[last] ? last + 1 : middle < numbers[0] ? 0 : last;
    memmove(&numbers[at + 1], &numbers[at], (scale->domain_count - at) * sizeof *numbers);
    numbers[at] = middle;
    scale->domain_count++;
}

static void adjust_ends(struct fw_scale *scale)
{
    const struct fw_scale_spec *spec = &scale->spec;
    if (scale->domain_count == 0) {
        return;
    }
    size_t last = scale->domain_count > 1 ? scale->domain_count - 1 : 0;
    if (spec->zero) {
        apply_zero(scale->numbers, last);
    }
    if (!isnan(spec->domain_min)) {
        scale->numbers[0] = spec->domain_min;
    }
    if (!isnan(spec->domain_max)) {
        if (last == 0) { /* a single value gets a second one */
            last = 1;
            scale->domain_count = 2;
        }
        scale->numbers[last] = spec->domain_max;
    }
    if (!isnan(spec->domain_mid)) {
        insert_middle(scale, spec->domain_mid);
    }
}

/** Widens the domain so that its former ends lie `padding` px inside the range. */
static void pad(struct fw_scale *scale)
{
    const struct fw_scale_spec *spec = &scale->spec;
    double *first = &scale->numbers[0];
    double *last = &scale->numbers[scale->domain_count - 1];
    if (spec->padding == 0 || spec->range_count == 0 || *first == *last) {
        return;
    }
    double span =
        fabs(fw_scale_input(spec->range[spec->range_count - 1]) - fw_scale_input(spec->range[0]));
    double growth = span / (span - 2 * spec->padding);
    if (!isfinite(growth)) {
        return;
    }
    bool by_transform = !(scale->type->traits & FW_TRAIT_TEMPORAL);
    double lo = by_transform ? scale->type->forward(scale, *first) : *first;
    double hi = by_transform ? scale->type->forward(scale, *last) : *last;
    double middle = (lo + hi) / 2;
    lo = middle + (lo - middle) * growth;
    hi = middle + (hi - middle) * growth;
    *first = by_transform ? scale->type->backward(scale, lo) : lo;
    *last = by_transform ? scale->type->backward(scale, hi) : hi;
}

static void take_numbers(struct fw_scale *scale)
{
    const struct fw_scale_spec *spec = &scale->spec;
    scale->domain_count = spec->domain_count;
    /* Room for a second and a middle value. */
    scale->numbers = FW_NEW_ARRAY(scale->arena, spec->domain_count + 2, double);
    for (size_t i = 0; i < spec->domain_count; i++) {
        scale->numbers[i] = fw_scale_input(spec->domain[i]);
    }
}

static void give_values(struct fw_scale *scale)
{
    bool temporal = (scale->type->traits & FW_TRAIT_TEMPORAL) != 0;
    scale->domain = FW_NEW_ARRAY(scale->arena, scale->domain_count, struct fw_value);
    for (size_t i = 0; i < scale->domain_count; i++) {
        scale->domain[i] = temporal ? fw_time(scale->numbers[i]) : fw_number(scale->numbers[i]);
    }
}

static void copy_domain(struct fw_scale *scale)
{
    scale->domain_count = scale->spec.domain_count;
    scale->domain = FW_NEW_ARRAY(scale->arena, scale->domain_count, struct fw_value);
    for (size_t i = 0; i < scale->domain_count; i++) {
        scale->domain[i] = scale->spec.domain[i];
    }
}

/** Makes boundaries of bins that are given by a step. */
static void list_bins(struct fw_scale *scale)
{
    enum { MOST = 10000 }; /* bounds what a document may ask for */
    struct fw_scale_spec *spec = &scale->spec;
    double step = spec->bin_step;
    if (spec->bins != NULL || !(step > 0)) {
        return;
    }
    bool there = scale->domain_count > 0;
    double lo = there ? scale->numbers[0] : NAN;
    double hi = there ? scale->numbers[scale->domain_count - 1] : NAN;
    double start = isnan(spec->bin_start) ? lo : spec->bin_start;
    double stop = isnan(spec->bin_stop) ? hi : spec->bin_stop;
    start = start < lo ? step * ceil(lo / step) : start;
    stop = stop > hi ? step * floor(hi / step) : stop;
    double count = ceil((stop + step / 2 - start) / step);
    count = count < 0 ? 0 : count;
    if (!(count <= MOST)) {
        return;
    }
    double *bins = FW_NEW_ARRAY(scale->arena, (size_t)count, double);
    for (size_t i = 0; i < (size_t)count; i++) {
        bins[i] = start + (double)i * step;
    }
    spec->bins = bins;
    spec->bin_count = (size_t)count;
}

/** A bin-ordinal scale without a domain has its bins for one. */
static void take_bins(struct fw_scale *scale)
{
    const struct fw_scale_spec *spec = &scale->spec;
    if (spec->kind != FW_SCALE_BIN_ORDINAL || spec->domain_count > 0 || spec->bins == NULL) {
        return;
    }
    scale->domain_count = spec->bin_count;
    scale->numbers = FW_NEW_ARRAY(scale->arena, spec->bin_count, double);
    for (size_t i = 0; i < spec->bin_count; i++) {
        scale->numbers[i] = spec->bins[i];
    }
}

void fw_scale_train_domain(struct fw_scale *scale)
{
    const struct fw_scale_spec *spec = &scale->spec;
    if (!(scale->type->traits & FW_TRAIT_NUMBERS)) {
        copy_domain(scale);
        return;
    }
    take_numbers(scale);
    if (!spec->domain_raw) {
        adjust_ends(scale);
        if ((scale->type->traits & FW_TRAIT_CONTINUOUS) && scale->domain_count > 0) {
            pad(scale);
        }
        if (spec->nice.on && scale->type->nice != NULL && scale->domain_count > 0) {
            scale->type->nice(scale);
        }
    }
    list_bins(scale);
    take_bins(scale);
    give_values(scale);
}
