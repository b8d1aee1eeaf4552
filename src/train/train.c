/* Training: a parsed scale, its domain and range, made into one that maps. */
#include "train/train.h"

#include <math.h>
#include <string.h>

#include "view/selection.h"

static struct fw_value prop(const struct fw_scale_model *scale, const char *name)
{
    return fw_view_eval(scale->unit, fw_component_get(&scale->props, name));
}

static double number(const struct fw_scale_model *scale, const char *name, double fallback)
{
    struct fw_value value = prop(scale, name);
    return value.kind == FW_NUMBER || value.kind == FW_TIME ? value.number : fallback;
}

/* domainMin and its like: a number, a DateTime or an ExprRef. */
static double bound(const struct fw_scale_model *scale, const char *name)
{
    struct fw_value written = fw_component_get(&scale->props, name);
    if (fw_is_nil(written)) {
        return NAN;
    }
    const struct fw_channel_def *def = fw_encoding_scaled(scale->unit->encoding, scale->channel);
    return fw_to_number(fw_view_data_value(scale->unit, def, written));
}

static void set_nice(const struct fw_scale_model *scale, struct fw_nice *nice)
{
    struct fw_value value = prop(scale, "nice");
    nice->on = fw_to_boolean(value);
    nice->count = value.kind == FW_NUMBER ? value.number : 0;
    nice->interval =
        value.kind == FW_OBJECT ? fw_get_text(value, "interval", NULL) : fw_text_of(value);
    nice->step = fw_get_number(value, "step", 0);
}

/* The bins behind a column in the first unit that has them; NULL when none has. */
static const struct fw_bin_info *find_bins(const struct fw_view *view, const char *column)
{
    if (view->kind == FW_VIEW_UNIT) {
        return fw_view_bins(view, column);
    }
    const struct fw_bin_info *found = NULL;
    for (size_t i = 0; i < view->child_count && found == NULL; i++) {
        found = find_bins(view->children[i], column);
    }
    return found;
}

/* Boundaries of bins: of the encoding's own, of a step, or as listed. */
static void set_bins(struct fw_scale_model *scale, struct fw_scale_spec *spec)
{
    struct fw_arena *arena = scale->view->chart->make.arena;
    struct fw_value bins = prop(scale, "bins");
    if (bins.kind == FW_ARRAY) {
        double *list = FW_NEW_ARRAY(arena, fw_length(bins), double);
        for (size_t i = 0; i < fw_length(bins); i++) {
            list[i] = fw_to_number(fw_at(bins, i));
        }
        spec->bins = list;
        spec->bin_count = fw_length(bins);
        return;
    }
    if (fw_has(bins, "field")) {
        const struct fw_bin_info *found = find_bins(scale->view, fw_get_text(bins, "field", ""));
        if (found != NULL) {
            spec->bin_start = found->start;
            spec->bin_stop = found->stop;
            spec->bin_step = found->step;
        }
    } else if (bins.kind == FW_OBJECT) {
        spec->bin_start = fw_get_number(bins, "start", NAN);
        spec->bin_stop = fw_get_number(bins, "stop", NAN);
        spec->bin_step = fw_get_number(bins, "step", 0);
    }
}

static void set_interpolate(const struct fw_scale_model *scale, struct fw_scale_spec *spec)
{
    struct fw_value value = prop(scale, "interpolate");
    spec->interpolate =
        value.kind == FW_OBJECT ? fw_get_text(value, "type", NULL) : fw_text_of(value);
    spec->gamma = fw_get_number(value, "gamma", 0);
}

/* The domain as params give it; in the order of a domain that is written from high to low. */
static struct fw_value raw_domain(const struct fw_scale_model *scale,
                                  const struct fw_scale_spec *spec)
{
    if (scale->extent.kind == FW_UNDEFINED) {
        return prop(scale, "domainRaw");
    }
    struct fw_chart *chart = scale->view->chart;
    struct fw_value ends = fw_selection_extent(chart, scale->extent);
    bool written = scale->domain_written && spec->domain_count == 2;
    if (fw_length(ends) != 2 || !written || fw_scale_kind_discrete(spec->kind) ||
        !(fw_to_number(spec->domain[0]) > fw_to_number(spec->domain[1]))) {
        return ends;
    }
    struct fw_value turned[2] = { fw_at(ends, 1), fw_at(ends, 0) };
    return fw_array_value(chart->make.arena, turned, 2);
}

const struct fw_scale *fw_scale_model_train(struct fw_scale_model *scale)
{
    while (scale->owner != NULL) {
        scale = scale->owner;
    }
    if (scale->trained != NULL) {
        return scale->trained;
    }
    struct fw_chart *chart = scale->view->chart;
    struct fw_scale_spec spec = { .kind = fw_scale_model_kind(scale) };
    scale->kind = spec.kind;
    spec.domain = fw_domain_values(scale, &spec.domain_count);
    spec.domain_min = bound(scale, "domainMin");
    spec.domain_max = bound(scale, "domainMax");
    spec.domain_mid = bound(scale, "domainMid");
    struct fw_value raw = raw_domain(scale, &spec);
    if (fw_length(raw) > 0) {
        spec.domain_raw = true;
        spec.domain = raw.array->items;
        spec.domain_count = raw.array->count;
    }
    spec.zero = fw_to_boolean(prop(scale, "zero"));
    set_nice(scale, &spec.nice);
    spec.padding = number(scale, "padding", 0);
    spec.padding_inner = number(scale, "paddingInner", spec.padding);
    spec.padding_outer = number(scale, "paddingOuter", spec.padding);
    spec.align = number(scale, "align", 0.5);
    spec.round = fw_to_boolean(prop(scale, "round"));
    spec.clamp = fw_to_boolean(prop(scale, "clamp"));
    spec.reverse = fw_to_boolean(prop(scale, "reverse"));
    spec.base = number(scale, "base", 0);
    spec.exponent = number(scale, "exponent", 0);
    spec.constant = number(scale, "constant", 0);
    spec.zone = chart->env.zone;
    set_bins(scale, &spec);
    set_interpolate(scale, &spec);
    fw_range_resolve(scale, &spec);
    scale->trained = fw_scale_new(chart->make.arena, chart->make.strings, &spec);
    if (chart->redundant) {
        fw_range_hatch(scale, &spec);
    }
    return scale->trained;
}

void fw_scales_forget(struct fw_view *view)
{
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        if (view->scales[c] != NULL) {
            view->scales[c]->trained = NULL;
        }
    }
    for (size_t i = 0; i < view->child_count; i++) {
        fw_scales_forget(view->children[i]);
    }
}
