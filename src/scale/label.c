/* The labels of a scale's ticks and legend entries, as Vega writes them. */
#include "scale/label.h"

#include <math.h>
#include <string.h>

#include "base/round.h"
#include "format/number.h"
#include "format/time.h"
#include "scale/ticks.h"

enum writer {
    WRITE_TEXT,   /* as JavaScript's String() */
    WRITE_TIME,   /* by one specifier */
    WRITE_PARTS,  /* by what the time is a start of */
    WRITE_NUMBER, /* by a specifier */
    WRITE_FLOAT,  /* by a specifier, with as many digits as there are */
    WRITE_SPAN,   /* by a specifier, with the digits that tell ticks apart */
};

struct fw_labels {
    struct fw_strings *strings;
    enum writer writer;
    const struct fw_locale *locale;
    const struct fw_zone *zone;
    const char *specifier;
    struct fw_time_parts parts;
    struct fw_number_spec spec;
    struct fw_number_span span;
    bool only_round; /* logarithmic: label values whose mantissa is at most `most` */
    double base, most;
};

static bool is_type(const struct fw_tick_format *format, const char *type)
{
    return format->type != NULL && strcmp(format->type, type) == 0;
}

static bool is_time(const struct fw_scale *scale, const struct fw_tick_format *format)
{
    return (scale->type->traits & FW_TRAIT_TEMPORAL) || is_type(format, "time") ||
           is_type(format, "utc");
}

static void write_times(struct fw_labels *labels, const struct fw_scale *scale,
                        const struct fw_tick_format *format)
{
    bool local = scale->spec.kind == FW_SCALE_TIME || is_type(format, "time");
    labels->zone = local ? format->zone : NULL;
    labels->specifier = format->specifier;
    labels->writer = format->specifier != NULL ? WRITE_TIME : WRITE_PARTS;
    labels->parts = fw_time_parts_of(format->parts != NULL ? *format->parts : fw_undefined());
}

/** The specifier as given, or `otherwise`. An invalid one reads like "". */
static struct fw_number_spec number_spec(const struct fw_tick_format *format, const char *otherwise)
{
    struct fw_number_spec spec;
    fw_number_spec_parse(format->specifier != NULL ? format->specifier : otherwise, &spec);
    return spec;
}

static void write_span(struct fw_labels *labels, const struct fw_tick_format *format, double start,
                       double stop, double count)
{
    struct fw_number_spec spec = number_spec(format, ",f");
    double step = fw_tick_step(start, stop, count);
    labels->span = fw_number_span_of(&spec, labels->locale, step, fmax(fabs(start), fabs(stop)));
    labels->writer = WRITE_SPAN;
}

/** How far above a power of the base a tick may be to have a label, among `count` wanted ones. */
static double most_mantissa(const struct fw_scale *scale, double base, double count)
{
    struct fw_arena *scratch = fw_arena_create();
    size_t tick_count;
    struct fw_tick_count wanted = { .count = count > 0 ? count : -1 };
    fw_scale_ticks(scale, scratch, wanted, &tick_count);
    fw_arena_destroy(scratch);
    double most = base * count / (double)tick_count;
    return isnan(most) ? most : fmax(1, most);
}

static void filter_round(struct fw_labels *labels, const struct fw_scale *scale, double count)
{
    labels->only_round = true;
    labels->base = scale->spec.base > 0 ? scale->spec.base : 10;
    labels->most = most_mantissa(scale, labels->base, count);
}

/** Whether a tick of a logarithmic scale is round enough. Method: d3-scale, log's tickFormat. */
static bool is_round(const struct fw_labels *labels, double value)
{
    double power = fw_round(log(value) / log(labels->base));
    double mantissa = value / pow(labels->base, power);
    if (mantissa * labels->base < labels->base - 0.5) {
        mantissa *= labels->base;
    }
    return mantissa <= labels->most;
}

static struct fw_labels *new_labels(struct fw_arena *arena, struct fw_strings *strings,
                                    const struct fw_tick_format *format)
{
    struct fw_labels *labels = FW_NEW(arena, struct fw_labels);
    labels->strings = strings;
    labels->locale = format->locale;
    return labels;
}

static void write_ticks(struct fw_labels *labels, const struct fw_scale *scale, double count,
                        const struct fw_tick_format *format, bool every)
{
    size_t bin_count;
    if (is_time(scale, format)) {
        write_times(labels, scale, format);
    } else if (scale->type->traits & FW_TRAIT_LOG) {
        labels->writer = WRITE_FLOAT;
        bool none = format->specifier == NULL || format->specifier[0] == '\0';
        labels->spec = number_spec(none ? &(struct fw_tick_format){ 0 } : format, ",");
        if (!every && fw_scale_bins(scale, &bin_count) == NULL) {
            filter_round(labels, scale, count);
        }
    } else if ((scale->type->traits & FW_TRAIT_SPAN) && scale->domain_count > 0) {
        write_span(labels, format, scale->numbers[0], scale->numbers[scale->domain_count - 1],
                   count);
    } else if (format->specifier != NULL) {
        labels->writer = WRITE_NUMBER;
        labels->spec = number_spec(format, "");
    }
}

const struct fw_labels *fw_labels_new(struct fw_arena *arena, struct fw_strings *strings,
                                      const struct fw_scale *scale, struct fw_tick_count wanted,
                                      double preset, const struct fw_tick_format *format,
                                      bool every)
{
    struct fw_labels *labels = new_labels(arena, strings, format);
    struct fw_tick_target target = fw_tick_target_of(scale, wanted, preset);
    write_ticks(labels, scale, target.count, format, every);
    return labels;
}

/** The smallest distance between neighbouring boundaries; of one its value. */
static double smallest_gap(const double *numbers, size_t count)
{
    double gap = count > 1 ? numbers[1] - numbers[0] : count == 1 ? numbers[0] : NAN;
    for (size_t i = 1; i < count; i++) {
        gap = fmin(gap, numbers[i] - numbers[i - 1]);
    }
    return gap;
}

const struct fw_labels *fw_legend_labels_new(struct fw_arena *arena, struct fw_strings *strings,
                                             const struct fw_scale *scale,
                                             struct fw_tick_count wanted, double preset,
                                             const struct fw_tick_format *format, bool every)
{
    enum { RESOLUTION = 30 }; /* three ticks, and ten times finer (vega-scale, thresholdFormat) */
    bool quantile = scale->spec.kind == FW_SCALE_QUANTILE;
    if (!(quantile || scale->spec.kind == FW_SCALE_QUANTIZE) || is_time(scale, format)) {
        return fw_labels_new(arena, strings, scale, wanted, preset, format, every);
    }
    struct fw_labels *labels = new_labels(arena, strings, format);
    double gap = quantile ? smallest_gap(scale->thresholds, scale->threshold_count)
                          : smallest_gap(scale->numbers, scale->domain_count);
    write_span(labels, format, 0, gap, RESOLUTION);
    return labels;
}

static void write_number(const struct fw_labels *labels, double number, struct fw_bytes *out)
{
    switch (labels->writer) {
    case WRITE_TIME:
        fw_time_write(labels->specifier, labels->locale, labels->zone, number, out);
        return;
    case WRITE_PARTS:
        fw_time_write(fw_time_parts_find(&labels->parts, labels->zone, number), labels->locale,
                      labels->zone, number, out);
        return;
    case WRITE_NUMBER:
        fw_number_write(&labels->spec, labels->locale, number, out);
        return;
    case WRITE_FLOAT:
        fw_number_write_float(&labels->spec, labels->locale, number, out);
        return;
    case WRITE_SPAN:
        fw_number_write_span(&labels->span, labels->locale, number, out);
        return;
    case WRITE_TEXT:
        return;
    }
}

/** Appends JavaScript's String(value). */
static void write_text(const struct fw_labels *labels, struct fw_value value, struct fw_bytes *out)
{
    fw_str text = value.kind == FW_NULL        ? fw_intern_text(labels->strings, "null")
                  : value.kind == FW_UNDEFINED ? fw_intern_text(labels->strings, "undefined")
                                               : fw_to_string(labels->strings, value);
    fw_bytes_append(out, text->text, text->length);
}

static void write_value(const struct fw_labels *labels, struct fw_value value, struct fw_bytes *out)
{
    if (labels->writer != WRITE_TEXT) {
        write_number(labels, fw_to_number(value), out);
        return;
    }
    if (value.kind != FW_ARRAY) {
        write_text(labels, value, out);
        return;
    }
    for (size_t i = 0; i < value.array->count; i++) {
        if (i > 0) {
            fw_bytes_put(out, '\n');
        }
        write_text(labels, value.array->items[i], out);
    }
}

fw_str fw_labels_text(const struct fw_labels *labels, struct fw_value value)
{
    if (labels->only_round && !is_round(labels, fw_to_number(value))) {
        return fw_intern_text(labels->strings, "");
    }
    struct fw_bytes out = { 0 };
    write_value(labels, value, &out);
    fw_str text = fw_intern(labels->strings, fw_bytes_text(&out), out.length);
    fw_bytes_finish(&out);
    return text;
}

fw_str fw_labels_range(const struct fw_labels *labels, double low, double high)
{
    struct fw_bytes out = { 0 };
    if (isfinite(low) && isfinite(high)) {
        write_value(labels, fw_number(low), &out);
        fw_bytes_puts(&out, " \xe2\x80\x93 "); /* en dash */
        write_value(labels, fw_number(high), &out);
    } else if (isfinite(high)) {
        fw_bytes_puts(&out, "< ");
        write_value(labels, fw_number(high), &out);
    } else {
        fw_bytes_puts(&out, "\xe2\x89\xa5 "); /* greater than or equal to */
        write_value(labels, fw_number(low), &out);
    }
    fw_str text = fw_intern(labels->strings, fw_bytes_text(&out), out.length);
    fw_bytes_finish(&out);
    return text;
}

static struct fw_scale_entries bin_entries(struct fw_arena *arena, const double *bins, size_t count)
{
    struct fw_scale_entries entries = { .classes = true };
    entries.count = count > 0 ? count - 1 : 0;
    entries.max = count > 0 ? bins[count - 1] : INFINITY;
    entries.values = fw_number_values(arena, bins, entries.count);
    return entries;
}

static struct fw_scale_entries class_entries(const struct fw_scale *scale, struct fw_arena *arena)
{
    /* A threshold scale shows its whole domain, whether or not the range has colors for it. */
    bool by_domain = scale->spec.kind == FW_SCALE_THRESHOLD;
    const double *bounds = by_domain ? scale->numbers : scale->thresholds;
    size_t count = by_domain ? scale->domain_count : scale->threshold_count;
    struct fw_scale_entries entries = { .classes = true, .max = INFINITY, .count = count + 1 };
    entries.values = FW_NEW_ARRAY(arena, count + 1, struct fw_value);
    entries.values[0] = fw_number(-INFINITY);
    for (size_t i = 0; i < count; i++) {
        entries.values[i + 1] = fw_number(bounds[i]);
    }
    return entries;
}

static void keep_round(const struct fw_scale *scale, double wanted,
                       struct fw_scale_entries *entries)
{
    struct fw_labels labels = { 0 };
    filter_round(&labels, scale, wanted);
    size_t kept = 0;
    for (size_t i = 0; i < entries->count; i++) {
        if (is_round(&labels, entries->values[i].number)) {
            entries->values[kept++] = entries->values[i];
        }
    }
    entries->count = kept;
}

struct fw_scale_entries fw_scale_entries(const struct fw_scale *scale, struct fw_arena *arena,
                                         struct fw_tick_count wanted, double preset)
{
    size_t bin_count;
    const double *bins = fw_scale_bins(scale, &bin_count);
    if (bins != NULL) {
        return bin_entries(arena, bins, bin_count);
    }
    if (scale->type->traits & FW_TRAIT_DISCRETIZING) {
        return class_entries(scale, arena);
    }
    struct fw_tick_target target = fw_tick_target_of(scale, wanted, preset);
    if (target.interval == NULL) {
        wanted.count = target.count > 0 ? target.count : -1;
    }
    struct fw_scale_entries entries = { .max = INFINITY };
    entries.values = fw_scale_ticks(scale, arena, wanted, &entries.count);
    if (scale->spec.kind == FW_SCALE_LOG && scale->output != FW_OUTPUT_RAMP) {
        keep_round(scale, target.count, &entries);
    }
    return entries;
}

fw_str fw_scale_label(const struct fw_scale *scale, struct fw_strings *strings,
                      struct fw_tick_count wanted, const struct fw_tick_format *format,
                      struct fw_value value)
{
    enum { PRESET = 10 };
    struct fw_arena *scratch = fw_arena_create();
    fw_str text =
        fw_labels_text(fw_labels_new(scratch, strings, scale, wanted, PRESET, format, true), value);
    fw_arena_destroy(scratch);
    return text;
}

bool fw_scale_label_shown(const struct fw_scale *scale, struct fw_tick_count wanted,
                          struct fw_value value)
{
    enum { PRESET = 10 };
    if (!(scale->type->traits & FW_TRAIT_LOG)) {
        return true;
    }
    struct fw_labels labels = { 0 };
    filter_round(&labels, scale, fw_tick_target_of(scale, wanted, PRESET).count);
    return is_round(&labels, fw_to_number(value));
}
