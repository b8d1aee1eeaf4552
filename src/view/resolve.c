/* Which scales, axes and legends the children of a view share, and the scale that a channel really
 * uses. Source: Vega-Lite, compile/resolve.ts. */
#include "view/view.h"

struct fw_scale_model *fw_view_scale(const struct fw_view *view, enum fw_channel channel)
{
    struct fw_scale_model *scale = channel == FW_CHANNEL_NONE ? NULL : view->scales[channel];
    while (scale != NULL && scale->owner != NULL) {
        scale = scale->owner;
    }
    return scale;
}

struct fw_scale_model *fw_view_scale_around(const struct fw_view *view, enum fw_channel channel)
{
    struct fw_scale_model *scale = NULL;
    for (; view != NULL && scale == NULL; view = view->parent) {
        scale = fw_view_scale(view, channel);
    }
    return scale;
}

struct fw_scale_model *fw_scale_model_owner(const struct fw_scale_model *scale)
{
    while (scale->owner != NULL) {
        scale = scale->owner;
    }
    return (struct fw_scale_model *)scale;
}

enum fw_scale_kind fw_scale_model_kind(const struct fw_scale_model *scale)
{
    return fw_scale_kind_of(fw_scale_model_owner(scale)->type.value);
}

struct fw_value fw_scale_model_prop(const struct fw_scale_model *scale, const char *name)
{
    return fw_component_get(&fw_scale_model_owner(scale)->props, name);
}

/* What `resolve` says of a channel; dashes and shapes that say the same as a color go with it. */
static char resolve_of(const struct fw_view *view, const char *resolves, enum fw_channel channel)
{
    bool second = channel == FW_CHANNEL_STROKEDASH || channel == FW_CHANNEL_SHAPE;
    bool follows = view->chart->redundant && second && resolves[channel] == 0;
    return resolves[follows ? FW_CHANNEL_COLOR : channel];
}

bool fw_view_shares_scale(const struct fw_view *view, enum fw_channel channel)
{
    char resolve = resolve_of(view, view->scale_resolve, channel);
    if (resolve != 0) {
        return resolve == 's';
    }
    bool position = fw_channel_is_position(channel) || fw_channel_is_offset(channel) ||
                    fw_channel_is_polar(channel);
    bool free = (view->kind == FW_VIEW_CONCAT && position) ||
                (view->kind == FW_VIEW_FACET && channel == FW_CHANNEL_THETA);
    return !free;
}

bool fw_view_shares_axis(const struct fw_view *view, enum fw_channel channel)
{
    /* Guides of scales that are not shared cannot be shared either. */
    if (!fw_view_shares_scale(view, channel)) {
        return false;
    }
    char resolve = view->axis_resolve[channel];
    return resolve != 'i';
}

bool fw_view_shares_legend(const struct fw_view *view, enum fw_channel channel)
{
    return fw_view_shares_scale(view, channel) &&
           resolve_of(view, view->legend_resolve, channel) != 'i';
}
