/* Long labels broken into lines. */
#include "explain/wrap.h"

#include <math.h>

#include "explain/explain.h"
#include "explain/unfit.h"
#include "train/train.h"

/* Our taste, px: between the labels of neighbors along x, and between those along y. */
static const double between_columns = 8, between_rows = 6;

bool fw_wraps(const struct fw_chart *chart)
{
    return chart->usermeta != NULL || chart->tokens->wrap_labels;
}

static void tell_cut(void *context, const char *text)
{
    fw_unfit_cut(context, text);
}

struct fw_guide_env fw_view_guide_env(const struct fw_view *view)
{
    struct fw_chart *chart = view->chart;
    struct fw_guide_env env = { chart->make.arena, chart->make.strings, chart->fonts, NULL, NULL };
    if (fw_wraps(chart)) {
        env.cut = tell_cut;
        env.context = chart;
    }
    return env;
}

void fw_label_wrap(const struct fw_chart *chart, struct fw_guide_text *look, double room)
{
    if (!fw_wraps(chart)) {
        return;
    }
    double limit = look->limit > 0 ? look->limit : INFINITY;
    limit = isnan(room) ? limit : fmin(limit, room);
    if (isfinite(limit) && limit > 0) {
        look->wrap = look->limit = limit;
    }
}

static bool is_level(const struct fw_axis_spec *spec)
{
    return fmod(spec->label_angle, 360) == 0;
}

/* px from category to category; NaN for other scales. */
static double step_of(const struct fw_axis_spec *spec)
{
    enum fw_scale_kind kind = fw_scale_kind(spec->scale);
    bool steps = kind == FW_SCALE_BAND || kind == FW_SCALE_POINT;
    double step = steps ? fabs(fw_scale_step(spec->scale)) : NAN;
    return step > 0 ? step : NAN;
}

static void wrap_along_x(const struct fw_guide_env *env, const struct fw_axis_model *axis,
                         struct fw_axis_spec *spec)
{
    double room = step_of(spec) - between_columns;
    if (!(room > 0)) {
        return;
    }
    struct fw_axis_need need = fw_axis_labels_need(env, spec);
    const struct fw_channel_def *def = fw_encoding_field(axis->unit->encoding, axis->channel);
    bool nominal = def == NULL || def->type == FW_NOMINAL;
    if (need.ordered && !nominal && need.label > room) {
        spec->label_overlap =
            spec->label_overlap == FW_OVERLAP_KEEP ? FW_OVERLAP_PARITY : spec->label_overlap;
        spec->label_separation = fmax(spec->label_separation, between_columns);
        return;
    }
    double limit = spec->label_text.limit > 0 ? spec->label_text.limit : INFINITY;
    spec->label_text.wrap = fmin(limit, room);
    /* A single word may come as near to its neighbors as letters do. */
    spec->label_text.limit = fmin(limit, room + between_columns - 2);
}

static void wrap_along_y(struct fw_axis_spec *spec)
{
    const struct fw_guide_text *look = &spec->label_text;
    double line = look->line_height > 0 ? look->line_height : look->size + 2;
    double step = step_of(spec);
    spec->label_text.wrap = look->limit;
    if (!isnan(step)) {
        double lines = floor((step - between_rows / 2 - look->size) / line) + 1;
        spec->label_text.wrap_lines = (size_t)fmax(1, lines);
    }
}

void fw_axis_wrap(const struct fw_view *view, const struct fw_axis_model *axis,
                  struct fw_axis_spec *spec)
{
    struct fw_guide_env env = fw_view_guide_env(view);
    env.cut = NULL;
    if (!fw_wraps(view->chart) || !spec->labels || !is_level(spec)) {
        return;
    }
    if (axis->channel == FW_CHANNEL_X) {
        wrap_along_x(&env, axis, spec);
    } else if (spec->label_text.limit > 0) {
        wrap_along_y(spec);
    }
}

/* The step that an axis' labels need, px. */
static double needed_step(const struct fw_view *view, const struct fw_axis_model *axis)
{
    struct fw_guide_env env = fw_view_guide_env(view);
    env.cut = NULL;
    struct fw_axis_spec spec = fw_axis_resolve_unbroken(view, axis);
    if (!spec.labels || !is_level(&spec) || isnan(step_of(&spec))) {
        return 0;
    }
    double limit = spec.label_text.limit > 0 ? spec.label_text.limit : INFINITY;
    spec.label_text.wrap = axis->channel == FW_CHANNEL_Y ? spec.label_text.limit : 0;
    struct fw_axis_need need = fw_axis_labels_need(&env, &spec);
    return axis->channel == FW_CHANNEL_X ? fmin(limit, need.word) + between_columns
                                         : need.height + between_rows;
}

static bool grow(struct fw_view *view, const struct fw_axis_model *axis)
{
    struct fw_scale_model *scale = axis->scale;
    scale = scale == NULL ? NULL : fw_scale_model_owner(scale);
    bool off = fw_to_boolean(fw_component_get(&axis->props, "disable"));
    if (scale == NULL || off || isnan(scale->step) ||
        fw_unit_nests_offset(axis->unit, axis->channel)) {
        return false;
    }
    double step = needed_step(view, axis);
    bool grows = step > fmax(scale->step, scale->least_step);
    scale->least_step = grows ? ceil(step) : scale->least_step;
    return grows;
}

bool fw_steps_grow(struct fw_view *view)
{
    bool grown = false;
    if (!fw_wraps(view->chart)) {
        return false;
    }
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < view->axis_count[side]; i++) {
            grown = grow(view, &view->axes[side][i]) || grown;
        }
    }
    for (size_t i = 0; i < view->child_count; i++) {
        grown = fw_steps_grow(view->children[i]) || grown;
    }
    return grown;
}
