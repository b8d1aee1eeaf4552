/* Intervals of error: of raw values, or already worked out. Source: vega-lite,
 * compositemark/errorbar.ts. */
#include "chart/normalize/error.h"

#include <string.h>

#include "chart/normalize/definition.h"
#include "chart/normalize/extract.h"

/* How the data gives an interval. */
enum input {
    RAW,    /* values, to be summarized */
    RANGED, /* x to x2 */
    ERRORS, /* x, xError and perhaps xError2 */
};

static bool has(const struct fw_composite *mark, const char *channel)
{
    return fw_is_field_or_datum_def(fw_get(mark->encoding, channel));
}

static bool fail(const struct fw_composite *mark, const char *channel, const char *message)
{
    struct fw_value def = fw_get(mark->encoding, channel);
    struct fw_value at = def.kind == FW_OBJECT ? def : mark->unit;
    fw_scope_report(mark->scope, at, FW_CONFLICT, "a mark of type '%s' %s", mark->name, message);
    return false;
}

/* Sets the orient by which of two channels is there; `x` is one of them. */
static bool orient_by(struct fw_composite *mark, const char *x, const char *y)
{
    if (has(mark, x) && has(mark, y)) {
        return fail(mark, y, "has an interval along one axis only");
    }
    mark->vertical = !has(mark, x);
    if (!fw_is_continuous_def(fw_get(mark->encoding, mark->vertical ? "y" : "x"))) {
        return fail(mark, mark->vertical ? "y" : "x",
                    "needs a quantitative position to go with its interval");
    }
    return true;
}

/* Source: errorBarOrientAndInputType. */
static bool find_input(struct fw_composite *mark, enum input *input)
{
    bool ranged = has(mark, "x2") || has(mark, "y2");
    bool errors =
        has(mark, "xError") || has(mark, "xError2") || has(mark, "yError") || has(mark, "yError2");
    *input = ranged ? RANGED : errors ? ERRORS : RAW;
    if (ranged && errors) {
        return fail(mark, has(mark, "x2") ? "x2" : "y2", "cannot have both an end and an error");
    }
    if (*input == RAW) {
        return fw_composite_orient(mark);
    }
    if (*input == RANGED) {
        return orient_by(mark, "x2", "y2");
    }
    if (has(mark, "xError2") && !has(mark, "xError")) {
        return fail(mark, "xError2", "cannot have 'xError2' without 'xError'");
    }
    if (has(mark, "yError2") && !has(mark, "yError")) {
        return fail(mark, "yError2", "cannot have 'yError2' without 'yError'");
    }
    return orient_by(mark, "xError", "yError");
}

/* The center and the extent of raw data: each as written, or as fits the other. */
struct interval {
    const char *center, *extent;
};

static struct interval find_interval(const struct fw_composite *mark)
{
    const char *center = fw_get_text(mark->mark_def, "center", "");
    const char *extent = fw_get_text(mark->mark_def, "extent", "");
    const struct fw_config *config = mark->scope->context->config;
    if (center[0] == '\0' && extent[0] != '\0') {
        center = strcmp(extent, "iqr") == 0 ? "median" : "mean";
    } else if (center[0] == '\0') {
        center = fw_get_text(fw_get(config->root, "errorbar"), "center", "mean");
    }
    if (extent[0] == '\0') {
        extent = strcmp(center, "mean") == 0 ? "stderr" : "iqr";
    }
    if ((strcmp(center, "median") == 0) != (strcmp(extent, "iqr") == 0)) {
        fw_scope_report(mark->scope, mark->mark_def, FW_IGNORED,
                        "center '%s' does not go with extent '%s'", center, extent);
    }
    return (struct interval){ center, extent };
}

/* {"calculate": "A + B", "as": "upper_FIELD"} appended; `sign` NULL: A alone. */
static struct fw_value add_step(const struct fw_composite *mark, struct fw_value steps,
                                const char *as, const char *a, const char *sign, const char *b)
{
    struct fw_maker make = mark->make;
    const char *text = sign == NULL ? a : fw_arena_printf(make.arena, "%s %s %s", a, sign, b);
    struct fw_value step = fw_with_text(make, fw_undefined(), "calculate", text);
    return fw_append(make, steps, fw_with_text(make, step, "as", fw_composite_column(mark, as)));
}

static struct fw_value add_summary(const struct fw_composite *mark, struct fw_value list,
                                   const char *op, const char *as)
{
    return fw_add_aggregate(mark->make, list, op, mark->field, fw_composite_column(mark, as));
}

/* What an interval is worked out by: members of an aggregate, and steps behind it. */
struct summary {
    struct fw_value aggregate, steps;
};

static struct summary summarize_raw(const struct fw_composite *mark)
{
    struct interval interval = find_interval(mark);
    struct summary out = { .steps = fw_undefined() };
    if (strcmp(interval.extent, "stderr") == 0 || strcmp(interval.extent, "stdev") == 0) {
        const char *center = fw_composite_read(mark, "center");
        const char *extent = fw_composite_read(mark, "extent");
        out.aggregate = add_summary(mark, out.aggregate, interval.extent, "extent");
        out.aggregate = add_summary(mark, out.aggregate, interval.center, "center");
        out.steps = add_step(mark, out.steps, "upper", center, "+", extent);
        out.steps = add_step(mark, out.steps, "lower", center, "-", extent);
        return out;
    }
    bool ci = strcmp(interval.extent, "ci") == 0;
    out.aggregate = add_summary(mark, out.aggregate, ci ? "ci0" : "q1", "lower");
    out.aggregate = add_summary(mark, out.aggregate, ci ? "ci1" : "q3", "upper");
    out.aggregate = add_summary(mark, out.aggregate, ci ? "mean" : "median", "center");
    return out;
}

static const char *field_of(const struct fw_composite *mark, const char *suffix)
{
    return fw_get_text(fw_composite_axis_def(mark, suffix), "field", NULL);
}

static bool summarize_given(const struct fw_composite *mark, enum input input, struct summary *out)
{
    const char *suffix = input == RANGED ? "2" : "Error";
    const char *field = field_of(mark, suffix), *second = field_of(mark, "Error2");
    if (field == NULL) {
        return fail(mark, fw_composite_channel(mark, suffix), "needs fields for its interval");
    }
    if (fw_to_boolean(fw_get(mark->mark_def, "center")) ||
        fw_to_boolean(fw_get(mark->mark_def, "extent"))) {
        fw_scope_report(mark->scope, mark->mark_def, FW_IGNORED,
                        "'center' and 'extent' are not used: the data has the interval");
    }
    const char *value = fw_path_expression(mark->make, mark->field);
    const char *upper = fw_path_expression(mark->make, field);
    if (input == RANGED) {
        out->steps = add_step(mark, out->steps, "upper", upper, NULL, NULL);
        out->steps = add_step(mark, out->steps, "lower", value, NULL, NULL);
        return true;
    }
    out->steps = add_step(mark, out->steps, "upper", value, "+", upper);
    out->steps = second != NULL ? add_step(mark, out->steps, "lower", value, "+",
                                           fw_path_expression(mark->make, second))
                                : add_step(mark, out->steps, "lower", value, "-", upper);
    return true;
}

static struct fw_value chain(const struct fw_error *error, const struct fw_extracted *extracted,
                             const struct summary *summary, enum input input)
{
    struct fw_maker make = error->mark.make;
    struct fw_value steps = fw_concat(make, fw_get(error->mark.unit, "transform"), extracted->bins);
    steps = fw_concat(make, steps, extracted->time_units);
    struct fw_value list = fw_concat(make, extracted->aggregate, summary->aggregate);
    if (fw_length(list) > 0) {
        struct fw_value none = fw_array_value(make.arena, NULL, 0);
        struct fw_value step = fw_with(make, fw_undefined(), "aggregate", list);
        step = fw_with(make, step, "groupby", input == RAW ? extracted->groupby : none);
        steps = fw_append(make, steps, step);
    }
    return fw_concat(make, steps, summary->steps);
}

bool fw_error_init(struct fw_error *error, const struct fw_scope *scope, struct fw_value unit)
{
    static const char *const suffixes[] = { "", "2", "Error", "Error2" };
    struct fw_maker make = scope->make;
    struct summary summary = { .aggregate = fw_undefined() };
    enum input input;
    error->mark = fw_composite_begin(scope, unit);
    if (!find_input(&error->mark, &input) || !fw_composite_axis(&error->mark)) {
        return false;
    }
    if (input == RAW) {
        summary = summarize_raw(&error->mark);
    } else if (!summarize_given(&error->mark, input, &summary)) {
        return false;
    }
    struct fw_value others = error->mark.encoding;
    for (size_t i = 0; i < FW_COUNT(suffixes); i++) {
        others = fw_without(make, others, fw_composite_channel(&error->mark, suffixes[i]));
    }
    struct fw_extracted extracted = fw_extract_transforms(scope, others);
    error->transform = chain(error, &extracted, &summary, input);
    error->encoding =
        fw_without(make, extracted.encoding, "tooltip"); /* its fields do make groups */
    return true;
}

struct fw_value fw_error_view(const struct fw_error *error, struct fw_value layers)
{
    struct fw_maker make = error->mark.make;
    struct fw_value view = fw_composite_outer(&error->mark);
    view = fw_with(make, view, "transform", error->transform);
    return fw_with(make, view, "layer", layers);
}
