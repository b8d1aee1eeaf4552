/* The range of a scale: given values, or colors of a scheme, in Vega's order. */
#include "scale/range.h"

#include <math.h>

#include "base/object.h"
#include "color/scheme.h"
#include "scale/domain.h"

static bool all_strings(const struct fw_scale_spec *spec)
{
    for (size_t i = 0; i < spec->range_count; i++) {
        if (spec->range[i].kind != FW_STRING) {
            return false;
        }
    }
    return spec->range_count > 0;
}

static bool has_scheme(const struct fw_scale_spec *spec)
{
    return spec->scheme != NULL || spec->scheme_color_count > 0;
}

/** Whether one ramp of colors spans the domain: Vega's continuous color scales of two or three
 * values. */
static bool spans_ramp(const struct fw_scale *scale)
{
    const struct fw_scale_spec *spec = &scale->spec;
    if (!(scale->type->traits & FW_TRAIT_CONTINUOUS) || (scale->type->traits & FW_TRAIT_TEMPORAL) ||
        !(has_scheme(spec) || all_strings(spec))) {
        return false;
    }
    size_t length = fw_scale_domain_length(spec);
    return spec->kind == FW_SCALE_SEQUENTIAL || length == 2 || length == 3;
}

static enum fw_interpolation interpolation_of(const struct fw_scale_spec *spec)
{
    enum fw_interpolation interpolation = FW_INTERPOLATE_RGB;
    if (spec->interpolate != NULL) {
        fw_interpolation_parse(spec->interpolate, &interpolation);
    }
    return interpolation;
}

/* A color, or that of a hatched fill. */
static bool value_color(struct fw_value value, struct fw_color *color)
{
    value = fw_has(value, "hatch") ? fw_get(value, "color") : value;
    return value.kind == FW_STRING &&
           fw_color_parse(value.string->text, value.string->length, color);
}

static struct fw_value color_value(struct fw_strings *strings, struct fw_color color)
{
    char text[FW_COLOR_ROOM];
    fw_color_text(color, text);
    return fw_string(fw_intern_text(strings, text));
}

static struct fw_value hex_value(struct fw_strings *strings, struct fw_color color)
{
    char text[8];
    fw_color_hex(color, text);
    return fw_string(fw_intern_text(strings, text));
}

/** The range as given, last value first when the scale is reversed. */
static void take_range(struct fw_scale *scale, const struct fw_value *values, size_t count)
{
    scale->range_count = count;
    scale->range = FW_NEW_ARRAY(scale->arena, count, struct fw_value);
    for (size_t i = 0; i < count; i++) {
        scale->range[i] = values[scale->spec.reverse ? count - 1 - i : i];
    }
}

static bool extent_given(const struct fw_scale_spec *spec)
{
    return spec->scheme_extent[0] != 0 || spec->scheme_extent[1] != 0;
}

/** How many colors a discrete range takes from a scheme; 0: all that it has. */
static size_t colors_wanted(const struct fw_scale *scale, bool categorical)
{
    enum { PRESET = 5 }; /* Vega's DEFAULT_COUNT */
    size_t given = scale->spec.scheme_count >= 1 ? (size_t)fmin(scale->spec.scheme_count, 1000) : 0;
    size_t domain = scale->domain_count;
    switch (scale->spec.kind) {
    case FW_SCALE_THRESHOLD:
        return domain + 1;
    case FW_SCALE_BIN_ORDINAL:
        return domain > 0 ? domain - 1 : 0;
    case FW_SCALE_ORDINAL:
        return categorical ? 0 : given > 0 ? given : domain > 0 ? domain : PRESET;
    case FW_SCALE_QUANTILE:
    case FW_SCALE_QUANTIZE:
        return given > 0 ? given : PRESET;
    case FW_SCALE_LINEAR:
    case FW_SCALE_LOG:
    case FW_SCALE_POW:
    case FW_SCALE_SQRT:
    case FW_SCALE_SYMLOG:
    case FW_SCALE_TIME:
    case FW_SCALE_UTC:
    case FW_SCALE_IDENTITY:
    case FW_SCALE_POINT:
    case FW_SCALE_BAND:
    case FW_SCALE_SEQUENTIAL:
        break;
    }
    return domain;
}

/** The whole ramp of the scheme or of scheme_colors; NULL when a scheme name is unknown. */
static const struct fw_ramp *scheme_ramp(const struct fw_scale *scale)
{
    const struct fw_scale_spec *spec = &scale->spec;
    if (spec->scheme_color_count > 0) {
        return fw_ramp_new(scale->arena, interpolation_of(spec), spec->gamma, spec->scheme_colors,
                           spec->scheme_color_count);
    }
    struct fw_scheme scheme;
    if (!fw_scheme_find(spec->scheme, &scheme)) {
        return NULL;
    }
    if (!fw_scheme_is_discrete(&scheme)) {
        return fw_scheme_ramp(scale->arena, &scheme);
    }
    size_t count;
    struct fw_color *colors = fw_scheme_colors(scale->arena, &scheme, 0, NULL, &count);
    return fw_ramp_new(scale->arena, interpolation_of(spec), spec->gamma, colors, count);
}

/** Colors of a list scheme: a range like one that was given. */
static struct fw_color *list_colors(const struct fw_scale *scale, size_t *count, bool *is_list)
{
    struct fw_scheme scheme;
    *is_list = scale->spec.scheme_color_count == 0 && fw_scheme_find(scale->spec.scheme, &scheme) &&
               fw_scheme_is_discrete(&scheme);
    if (!*is_list) {
        return NULL;
    }
    return fw_scheme_colors(scale->arena, &scheme, colors_wanted(scale, true), NULL, count);
}

/** A range of single colors from a scheme. */
static void take_scheme_colors(struct fw_scale *scale)
{
    size_t count = 0;
    bool is_list;
    struct fw_color *colors = list_colors(scale, &count, &is_list);
    if (!is_list) {
        const struct fw_ramp *ramp = scheme_ramp(scale);
        if (ramp == NULL) {
            return;
        }
        if (extent_given(&scale->spec)) {
            ramp = fw_ramp_slice(scale->arena, ramp, scale->spec.scheme_extent[0],
                                 scale->spec.scheme_extent[1]);
        }
        count = colors_wanted(scale, false);
        colors = fw_ramp_sample(scale->arena, ramp, count);
    }
    struct fw_value *values = FW_NEW_ARRAY(scale->arena, count, struct fw_value);
    for (size_t i = 0; i < count; i++) {
        values[i] =
            is_list ? hex_value(scale->strings, colors[i]) : color_value(scale->strings, colors[i]);
    }
    take_range(scale, values, count);
}

/** The ramp through the colors of the range, in reverse where the scale is. */
static const struct fw_ramp *range_ramp(struct fw_scale *scale)
{
    const struct fw_scale_spec *spec = &scale->spec;
    struct fw_color *colors = FW_NEW_ARRAY(scale->arena, spec->range_count, struct fw_color);
    for (size_t i = 0; i < spec->range_count; i++) {
        size_t from = spec->reverse ? spec->range_count - 1 - i : i;
        value_color(spec->range[from], &colors[i]);
    }
    return fw_ramp_new(scale->arena, interpolation_of(spec), spec->gamma, colors,
                       spec->range_count);
}

/** The ramp of a sequential or diverging scale; schemes are cut to their extent and reversed. */
static const struct fw_ramp *whole_ramp(struct fw_scale *scale)
{
    const struct fw_scale_spec *spec = &scale->spec;
    if (!has_scheme(spec)) {
        return range_ramp(scale);
    }
    const struct fw_ramp *ramp = scheme_ramp(scale);
    if (ramp == NULL || !(extent_given(spec) || spec->reverse)) {
        return ramp;
    }
    double lo = extent_given(spec) ? spec->scheme_extent[0] : 0;
    double hi = extent_given(spec) ? spec->scheme_extent[1] : 1;
    return spec->reverse ? fw_ramp_slice(scale->arena, ramp, hi, lo)
                         : fw_ramp_slice(scale->arena, ramp, lo, hi);
}

static void take_ramp(struct fw_scale *scale)
{
    const struct fw_ramp *ramp = whole_ramp(scale);
    if (ramp == NULL) {
        return;
    }
    const struct fw_ramp **ramps = FW_NEW_ARRAY(scale->arena, 1, const struct fw_ramp *);
    ramps[0] = ramp;
    scale->ramps = ramps;
    scale->pieces = 1;
    scale->output = FW_OUTPUT_RAMP;
    size_t count = scale->domain_count == 3 ? 3 : 2;
    scale->range_count = count;
    scale->range = FW_NEW_ARRAY(scale->arena, count, struct fw_value);
    for (size_t i = 0; i < count; i++) {
        struct fw_color color;
        fw_ramp_at(ramp, (double)i / (double)(count - 1), &color);
        scale->range[i] = color_value(scale->strings, color);
    }
}

/** Reads numbers and colors of the range once, for the fast paths. */
static void read_range(struct fw_scale *scale)
{
    size_t count = scale->range_count;
    scale->range_numbers = FW_NEW_ARRAY(scale->arena, count, double);
    scale->range_colors = FW_NEW_ARRAY(scale->arena, count, struct fw_color);
    scale->color_known = FW_NEW_ARRAY(scale->arena, count, bool);
    for (size_t i = 0; i < count; i++) {
        struct fw_value value = scale->range[i];
        bool number = value.kind == FW_NUMBER || value.kind == FW_TIME;
        scale->range_numbers[i] = number ? value.number : NAN;
        scale->color_known[i] = value_color(value, &scale->range_colors[i]);
    }
}

/** A ramp between every two neighbouring colors of the range. */
static void take_color_pieces(struct fw_scale *scale)
{
    scale->output = FW_OUTPUT_COLORS;
    scale->pieces = scale->range_count > 1 ? scale->range_count - 1 : 0;
    const struct fw_ramp **ramps =
        FW_NEW_ARRAY(scale->arena, scale->pieces, const struct fw_ramp *);
    for (size_t i = 0; i < scale->pieces; i++) {
        ramps[i] = fw_ramp_new(scale->arena, interpolation_of(&scale->spec), scale->spec.gamma,
                               &scale->range_colors[i], 2);
    }
    scale->ramps = ramps;
}

static bool all_known(const struct fw_scale *scale)
{
    for (size_t i = 0; i < scale->range_count; i++) {
        if (!scale->color_known[i]) {
            return false;
        }
    }
    return scale->range_count > 0;
}

static bool all_numbers(const struct fw_scale *scale)
{
    for (size_t i = 0; i < scale->range_count; i++) {
        if (scale->range[i].kind != FW_NUMBER && scale->range[i].kind != FW_TIME) {
            return false;
        }
    }
    return true;
}

void fw_scale_train_range(struct fw_scale *scale)
{
    if (spans_ramp(scale)) {
        take_ramp(scale);
    } else if (has_scheme(&scale->spec)) {
        take_scheme_colors(scale);
    } else {
        take_range(scale, scale->spec.range, scale->spec.range_count);
    }
    read_range(scale);
    if (scale->output == FW_OUTPUT_RAMP) {
        return;
    }
    if (!(scale->type->traits & FW_TRAIT_CONTINUOUS) || all_numbers(scale)) {
        scale->output = FW_OUTPUT_NUMBERS;
    } else if (all_known(scale)) {
        take_color_pieces(scale);
    } else {
        scale->output = FW_OUTPUT_VALUES;
    }
}
