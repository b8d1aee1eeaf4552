/* A unit as marks see it: its table, its trained scales, its projection. */
#include <math.h>

#include "train/geo.h"
#include "train/train.h"

/* The px that axes are moved by: bins are moved along. */
static double translate_of(const struct fw_view *unit, int side)
{
    const struct fw_view *view = unit;
    while (view != NULL && view->axis_count[side] == 0) {
        view = view->parent;
    }
    if (view == NULL) {
        return 0.5;
    }
    struct fw_value value =
        fw_view_eval(unit, fw_component_get(&view->axes[side][0].props, "translate"));
    return value.kind == FW_NUMBER ? value.number : 0.5;
}

/* Pictures are looked for as data files are. */
static bool find_picture(const struct fw_unit *unit, const char *url, struct fw_picture *picture)
{
    const struct fw_chart *chart = unit->env.context;
    const struct fw_channel_def *def = &unit->encoding->defs[FW_CHANNEL_URL];
    struct fw_value from = def->kind == FW_DEF_NONE ? unit->mark_def : def->spec;
    struct fw_place place = fw_node_place(unit->make.arena, fw_chart_node(chart, from));
    return fw_picture_find(&chart->load, url, place, picture);
}

/* Scales that selections pan and zoom have marks beyond them: these are clipped. */
static bool follows_selection(const struct fw_view *view, enum fw_channel channel)
{
    const struct fw_scale_model *scale = fw_view_scale_around(view, channel);
    return scale != NULL && scale->extent.kind != FW_UNDEFINED;
}

struct fw_unit fw_view_unit(const struct fw_view *view)
{
    struct fw_chart *chart = view->chart;
    struct fw_unit unit = {
        .make = chart->make,
        .diag = chart->diag,
        .fonts = chart->fonts,
        .config = &chart->config,
        .mark = view->mark,
        .mark_def = view->mark_def,
        .orient = view->orient,
        .encoding = view->encoding,
        .stack = view->stack,
        .table = view->table,
        .width = view->extent[0],
        .height = view->extent[1],
        .env = fw_view_env(view),
        .projection = fw_unit_projection(view),
        .name = view->name,
        .picture = find_picture,
    };
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        struct fw_scale_model *scale = fw_view_scale(view, (enum fw_channel)c);
        unit.scales[c].step = NAN;
        if (scale != NULL) {
            unit.scales[c].scale = fw_scale_model_train(scale);
            unit.scales[c].kind = scale->kind;
            unit.scales[c].zero = fw_scale_model_zero(scale);
            unit.scales[c].step = scale->step;
            unit.scales[c].reverse =
                fw_to_boolean(fw_view_eval(view, fw_scale_model_prop(scale, "reverse")));
        }
    }
    unit.clip = follows_selection(view, FW_CHANNEL_X) || follows_selection(view, FW_CHANNEL_Y) ||
                fw_unit_projection_clips(view);
    unit.axis_translate[0] = translate_of(view, 0);
    unit.axis_translate[1] = translate_of(view, 1);
    return unit;
}
