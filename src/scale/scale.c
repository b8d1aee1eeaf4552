/* The registry of scales, and what every scale can do. */
#include "scale/scale.h"

#include <math.h>
#include <string.h>

#include "scale/continuous.h"
#include "scale/domain.h"
#include "scale/range.h"
#include "scale/type.h"

#define TYPE_ENTRY(name) &fw_scale_##name,
static const struct fw_scale_type *const types[] = { FW_SCALE_LIST(TYPE_ENTRY) };

const struct fw_scale_type *fw_scale_type_of(enum fw_scale_kind kind)
{
    return types[kind];
}

bool fw_scale_kind_continuous(enum fw_scale_kind kind)
{
    return (types[kind]->traits & FW_TRAIT_CONTINUOUS) != 0;
}

bool fw_scale_kind_discrete(enum fw_scale_kind kind)
{
    return (types[kind]->traits & FW_TRAIT_DISCRETE) != 0;
}

bool fw_scale_kind_discretizing(enum fw_scale_kind kind)
{
    return (types[kind]->traits & FW_TRAIT_DISCRETIZING) != 0;
}

bool fw_scale_kind_temporal(enum fw_scale_kind kind)
{
    return (types[kind]->traits & FW_TRAIT_TEMPORAL) != 0;
}

bool fw_scale_kind_parse(const char *name, enum fw_scale_kind *kind)
{
    for (size_t i = 0; i < FW_COUNT(types); i++) {
        if (strcmp(types[i]->name, name) == 0) {
            *kind = (enum fw_scale_kind)i;
            return true;
        }
    }
    return false;
}

const char *fw_scale_kind_name(enum fw_scale_kind kind)
{
    return types[kind]->name;
}

struct fw_scale_spec fw_scale_spec_default(enum fw_scale_kind kind)
{
    return (struct fw_scale_spec){
        .kind = kind, .domain_min = NAN, .domain_max = NAN, .domain_mid = NAN, .align = 0.5
    };
}

struct fw_scale *fw_scale_new(struct fw_arena *arena, struct fw_strings *strings,
                              const struct fw_scale_spec *spec)
{
    struct fw_scale *scale = FW_NEW(arena, struct fw_scale);
    scale->type = types[spec->kind];
    scale->spec = *spec;
    scale->arena = arena;
    scale->strings = strings;
    fw_scale_train_domain(scale);
    fw_scale_train_range(scale);
    if (scale->type->train != NULL) {
        scale->type->train(scale);
    }
    return scale;
}

enum fw_scale_kind fw_scale_kind(const struct fw_scale *scale)
{
    return scale->spec.kind;
}

const struct fw_value *fw_scale_domain(const struct fw_scale *scale, size_t *count)
{
    *count = scale->domain_count;
    return scale->domain;
}

const struct fw_value *fw_scale_range(const struct fw_scale *scale, size_t *count)
{
    *count = scale->range_count;
    return scale->range;
}

const double *fw_scale_thresholds(const struct fw_scale *scale, size_t *count)
{
    *count = scale->threshold_count;
    return scale->thresholds;
}

const double *fw_scale_bins(const struct fw_scale *scale, size_t *count)
{
    if (scale->spec.bins != NULL) {
        *count = scale->spec.bin_count;
        return scale->spec.bins;
    }
    bool by_domain = scale->spec.kind == FW_SCALE_BIN_ORDINAL;
    *count = by_domain ? scale->domain_count : 0;
    return by_domain ? scale->numbers : NULL;
}

double fw_scale_input(struct fw_value value)
{
    return value.kind == FW_NUMBER ? value.number : fw_is_nil(value) ? NAN : fw_to_number(value);
}

size_t fw_bisect(const double *numbers, size_t count, double x)
{
    size_t lo = 0;
    size_t hi = count;
    while (lo < hi) {
        size_t middle = lo + (hi - lo) / 2;
        if (x < numbers[middle]) {
            hi = middle;
        } else {
            lo = middle + 1;
        }
    }
    return lo;
}

struct fw_value fw_scale_apply(const struct fw_scale *scale, struct fw_value value)
{
    if (scale->type->apply != NULL) {
        return scale->type->apply(scale, value);
    }
    ptrdiff_t place = scale->type->pick(scale, value);
    return place == FW_NOT_FOUND ? fw_undefined() : scale->range[place];
}

double fw_scale_map(const struct fw_scale *scale, double number)
{
    if (scale->type->traits & FW_TRAIT_CONTINUOUS) {
        return fw_continuous_number(scale, number);
    }
    return fw_scale_number(scale, fw_number(number));
}

double fw_scale_number(const struct fw_scale *scale, struct fw_value value)
{
    if (scale->type->traits & FW_TRAIT_CONTINUOUS) {
        return fw_continuous_number(scale, fw_scale_input(value));
    }
    struct fw_value scaled = fw_scale_apply(scale, value);
    return scaled.kind == FW_NUMBER ? scaled.number : NAN;
}

bool fw_scale_color(const struct fw_scale *scale, struct fw_value value, struct fw_color *color)
{
    if (scale->type->traits & FW_TRAIT_CONTINUOUS) {
        return fw_continuous_color(scale, fw_scale_input(value), color);
    }
    ptrdiff_t place = scale->type->pick != NULL ? scale->type->pick(scale, value) : FW_NOT_FOUND;
    if (place == FW_NOT_FOUND || !scale->color_known[place]) {
        return false;
    }
    *color = scale->range_colors[place];
    return true;
}

struct fw_value fw_scale_invert(const struct fw_scale *scale, double position)
{
    return scale->type->invert != NULL ? scale->type->invert(scale, position) : fw_undefined();
}

double fw_scale_bandwidth(const struct fw_scale *scale)
{
    return scale->bandwidth;
}

double fw_scale_step(const struct fw_scale *scale)
{
    return scale->step;
}

double fw_scale_fraction(const struct fw_scale *scale, double number)
{
    if (scale->domain_count == 0 || scale->numbers == NULL) {
        return NAN;
    }
    double first = scale->numbers[0];
    double last = scale->numbers[scale->domain_count - 1];
    if (first == last || !isfinite(last - first)) {
        return 0.5;
    }
    if (scale->type->forward == NULL) {
        return (number - first) / (last - first);
    }
    first = scale->type->forward(scale, first);
    last = scale->type->forward(scale, last);
    return (scale->type->forward(scale, number) - first) / (last - first);
}
