/* Widths and heights of views. Source: Vega-Lite, compile/layoutsize. */
#include <math.h>
#include <string.h>

#include "train/train.h"
#include "view/view.h"

static bool goes_by_step(const struct fw_view *view, int side)
{
    struct fw_scale_model *scale = fw_view_scale(view, side == 0 ? FW_CHANNEL_X : FW_CHANNEL_Y);
    return scale != NULL && fw_has(fw_scale_model_prop(scale, "range"), "step");
}

/* The size of a unit by its scale, mark and configuration. Source: defaultUnitSize. */
static struct fw_size_model default_size(const struct fw_view *unit, int side)
{
    const struct fw_config *config = &unit->chart->config;
    struct fw_size_model size = { .how = FW_SIZE_NUMBER };
    enum fw_channel channel = side == 0 ? FW_CHANNEL_X : FW_CHANNEL_Y;
    struct fw_scale_model *scale = fw_view_scale_around(unit, channel);
    double discrete = fw_config_discrete_size(config, side == 0);
    double continuous = fw_config_continuous_size(config, side == 0);
    bool geo = fw_encoding_has(unit->encoding, FW_CHANNEL_LATITUDE) ||
               fw_encoding_has(unit->encoding, FW_CHANNEL_LONGITUDE) ||
               strcmp(unit->mark, "geoshape") == 0;
    if (scale != NULL) {
        if (fw_scale_kind_discrete(fw_scale_model_kind(scale))) {
            size.how = goes_by_step(unit, side) || isnan(discrete) ? FW_SIZE_STEP : FW_SIZE_NUMBER;
            size.number = discrete;
        } else {
            size.number = continuous;
        }
    } else if (geo || strcmp(unit->mark, "arc") == 0) {
        size.number = continuous;
    } else {
        size.number = isnan(discrete) ? fw_config_discrete_step(config, side == 0) : discrete;
    }
    return size;
}

static bool same_size(const struct fw_size_model *a, const struct fw_size_model *b)
{
    return a->how == b->how && (a->how != FW_SIZE_NUMBER || a->number == b->number);
}

/* The size that a layer's views agree on: written ones first, then the first. */
static struct fw_size_model wanted_size(const struct fw_view *view, int side)
{
    if (view->kind == FW_VIEW_UNIT) {
        return view->size[side].how != FW_SIZE_NONE ? view->size[side] : default_size(view, side);
    }
    struct fw_size_model merged = { .how = FW_SIZE_NONE };
    for (size_t i = 0; view->kind != FW_VIEW_FACET && i < view->child_count; i++) {
        struct fw_size_model size = wanted_size(view->children[i], side);
        bool take = merged.how == FW_SIZE_NONE || (size.written && !merged.written);
        merged = take && !same_size(&merged, &size) ? size : merged;
    }
    return merged;
}

/* Whether all children have one size. Source: parseNonUnitLayoutSizeForChannel. */
static bool children_agree(const struct fw_view *view, int side)
{
    bool shared = fw_view_shares_scale(view, side == 0 ? FW_CHANNEL_X : FW_CHANNEL_Y);
    struct fw_size_model first = { .how = FW_SIZE_NONE };
    for (size_t i = 0; i < view->child_count; i++) {
        if (!fw_view_is_sized(view->children[i], side)) {
            return false;
        }
        struct fw_size_model size = wanted_size(view->children[i], side);
        first = i == 0 ? size : first;
        if (!shared && (size.how == FW_SIZE_STEP || !same_size(&first, &size))) {
            return false;
        }
    }
    return view->child_count > 0;
}

bool fw_view_is_sized(const struct fw_view *view, int side)
{
    switch (view->kind) {
    case FW_VIEW_UNIT:
        return true;
    case FW_VIEW_LAYER:
        return children_agree(view, side);
    case FW_VIEW_CONCAT:
        return view->columns == (side == 0 ? 1 : 0) && children_agree(view, side);
    case FW_VIEW_FACET:
        break;
    }
    return false;
}

/* The extent of a scale whose range goes by step: its steps together. */
static double step_extent(const struct fw_view *view, int side, double fallback)
{
    struct fw_scale_model *scale = fw_view_scale(view, side == 0 ? FW_CHANNEL_X : FW_CHANNEL_Y);
    size_t count = 0;
    const struct fw_value *range = NULL;
    if (scale != NULL && goes_by_step(view, side)) {
        range = fw_scale_range(fw_scale_model_train(scale), &count);
    }
    if (count < 2) {
        return fallback;
    }
    return fmax(fw_to_number(range[0]), fw_to_number(range[count - 1]));
}

static void set_extent(struct fw_view *view, int side, double extent)
{
    view->extent[side] = view->given[side] = extent;
    for (size_t i = 0; view->kind == FW_VIEW_LAYER && i < view->child_count; i++) {
        set_extent(view->children[i], side, extent);
    }
}

static void solve_side(struct fw_view *view, int side)
{
    struct fw_size_model size = wanted_size(view, side);
    double continuous = fw_config_continuous_size(&view->chart->config, side == 0);
    double extent = size.how == FW_SIZE_NUMBER ? size.number : continuous;
    view->by_step[side] = size.how == FW_SIZE_STEP;
    if (size.how == FW_SIZE_STEP) {
        const struct fw_view *unit = view;
        while (unit->kind == FW_VIEW_LAYER && unit->child_count > 0 &&
               fw_view_scale(unit, side == 0 ? FW_CHANNEL_X : FW_CHANNEL_Y) == NULL) {
            unit = unit->children[0];
        }
        extent = step_extent(unit, side, continuous);
    }
    set_extent(view, side, extent);
}

void fw_sizes_solve(struct fw_view *view)
{
    if (view->kind == FW_VIEW_UNIT || view->kind == FW_VIEW_LAYER) {
        solve_side(view, 0);
        solve_side(view, 1);
        return;
    }
    for (size_t i = 0; i < view->child_count; i++) {
        fw_sizes_solve(view->children[i]);
    }
}
