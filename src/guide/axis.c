/* Axes: the group, its lines and title, and how much room they take. */
#include "guide/axis.h"

#include <math.h>

#include "guide/axis_label.h"
#include "guide/axis_tick.h"

static struct fw_paint gray(double level)
{
    return (struct fw_paint){ .kind = FW_PAINT_COLOR, .color = { level, level, level, 1 } };
}

struct fw_axis_spec fw_axis_spec_default(const struct fw_scale *scale, enum fw_orient orient)
{
    struct fw_axis_spec spec = {
        .scale = scale,
        .orient = orient,
        .translate = 0.5,
        .max_extent = 200,
        .domain = true,
        .ticks = true,
        .labels = true,
        .domain_line = fw_guide_line_default(),
        .grid_line = fw_guide_line_default(),
        .tick_line = fw_guide_line_default(),
        .tick_size = 5,
        .tick_offset = fw_scale_kind(scale) == FW_SCALE_BAND ? -0.5 : 0,
        .band_position = 0.5,
        .tick_round = true,
        .label_text = fw_guide_text_default(10),
        .label_padding = 2,
        .label_flush = NAN,
        .label_bound = NAN,
        .title_text = fw_guide_text_default(11),
        .title_anchor = FW_ANCHOR_MIDDLE,
        .title_angle = NAN,
        .title_x = NAN,
        .title_y = NAN,
        .title_padding = 4,
    };
    spec.domain_line.stroke = gray(0x88);
    spec.tick_line.stroke = gray(0x88);
    spec.grid_line.stroke = gray(0xdd);
    spec.label_text.limit = 180;
    spec.title_text.weight = 700;
    return spec;
}

/** Appends a group where the axis of `spec` has its origin. */
static struct fw_scene_node *add_group(const struct fw_guide_env *env, struct fw_scene_node *parent,
                                       double x, double y)
{
    struct fw_scene_node *node = fw_scene_add(env->arena, parent, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    node->group->x = x;
    node->group->y = y;
    return node;
}

/** The origin of an axis in its view, without `translate`. */
static struct fw_point axis_origin(const struct fw_axis_spec *spec, struct fw_axis_view view)
{
    double width = fmax(0, view.width);
    double height = fmax(0, view.height);
    switch (spec->orient) {
    case FW_ORIENT_TOP:
        return (struct fw_point){ spec->position, -spec->offset };
    case FW_ORIENT_LEFT:
        return (struct fw_point){ -spec->offset, spec->position };
    case FW_ORIENT_RIGHT:
        return (struct fw_point){ width + spec->offset, spec->position };
    case FW_ORIENT_BOTTOM:
    case FW_ORIENT_TOP_LEFT:
    case FW_ORIENT_TOP_RIGHT:
    case FW_ORIENT_BOTTOM_LEFT:
    case FW_ORIENT_BOTTOM_RIGHT:
    case FW_ORIENT_NONE:
        break;
    }
    return (struct fw_point){ spec->position, height + spec->offset };
}

/** Appends rules across the axis at every tick, from `from` to `to[i]` px away from the axis line.
 */
static struct fw_scene_node *add_rules(const struct fw_guide_env *env, struct fw_scene_node *parent,
                                       const struct fw_axis_spec *spec,
                                       const struct fw_axis_ticks *ticks, enum fw_role role,
                                       double from, const double *to)
{
    struct fw_scene_node *node = fw_scene_add(env->arena, parent, FW_NODE_RULE, role, ticks->count);
    struct fw_style *styles = FW_NEW_ARRAY(env->arena, ticks->count, struct fw_style);
    uint32_t *style_index = FW_NEW_ARRAY(env->arena, ticks->count, uint32_t);
    bool is_x = fw_axis_is_x(spec);
    size_t n = 0;
    for (size_t i = 0; i < ticks->count; i++) {
        double at = ticks->tick_at[i];
        if (isnan(at)) {
            continue;
        }
        const struct fw_axis_tick *tick = &ticks->ticks[i];
        node->rules[n] = is_x ? (struct fw_rule){ at, from, at, to[i] }
                              : (struct fw_rule){ from, at, to[i], at };
        styles[n] = fw_guide_line_style(role == FW_ROLE_AXIS_GRID ? &tick->grid : &tick->tick);
        style_index[n] = (uint32_t)n;
        n++;
    }
    node->count = n;
    node->styles = styles;
    node->style_count = n;
    node->style_index = style_index;
    return node;
}

/** Where grid lines start and end, seen from the axis line (vega-parser, guides/axis-grid). */
static void grid_span(const struct fw_axis_spec *spec, struct fw_axis_view view, double *from,
                      double *to)
{
    double sign = spec->orient == FW_ORIENT_LEFT || spec->orient == FW_ORIENT_TOP ? 1 : -1;
    double first = 0;
    double last = fw_axis_is_x(spec) ? view.height : view.width;
    if (spec->grid_scale != NULL) {
        fw_axis_range(spec->grid_scale, &first, &last);
    }
    *from = first * sign + sign * spec->grid_offset;
    *to = last * sign + sign * spec->grid_offset;
}

struct fw_scene_node *fw_axis_build_grid(const struct fw_guide_env *env,
                                         struct fw_scene_node *parent,
                                         const struct fw_axis_spec *spec, struct fw_axis_view view)
{
    struct fw_axis_ticks ticks = { 0 };
    if (spec->grid) {
        ticks = fw_axis_ticks_make(env, spec);
    }
    if (ticks.count == 0) {
        return NULL;
    }
    double from, to;
    grid_span(spec, view, &from, &to);
    double *ends = FW_NEW_ARRAY(env->arena, ticks.count, double);
    for (size_t i = 0; i < ticks.count; i++) {
        ends[i] = to;
    }
    struct fw_point origin = axis_origin(spec, view);
    struct fw_scene_node *group =
        add_group(env, parent, origin.x + spec->translate, origin.y + spec->translate);
    add_rules(env, group, spec, &ticks, FW_ROLE_AXIS_GRID, from, ends);
    return group;
}

/** Appends the ticks and returns their box. */
static struct fw_box add_ticks(const struct fw_guide_env *env, struct fw_scene_node *parent,
                               const struct fw_axis_spec *spec, const struct fw_axis_ticks *ticks)
{
    double sign = spec->orient == FW_ORIENT_LEFT || spec->orient == FW_ORIENT_TOP ? -1 : 1;
    double *ends = FW_NEW_ARRAY(env->arena, ticks->count, double);
    for (size_t i = 0; i < ticks->count; i++) {
        ends[i] = sign * ticks->ticks[i].tick_size;
    }
    struct fw_scene_node *node = add_rules(env, parent, spec, ticks, FW_ROLE_AXIS_TICK, 0, ends);
    return fw_node_bounds(env->fonts, node);
}

static void add_domain(const struct fw_guide_env *env, struct fw_scene_node *parent,
                       const struct fw_axis_spec *spec)
{
    struct fw_scene_node *node =
        fw_scene_add(env->arena, parent, FW_NODE_RULE, FW_ROLE_AXIS_DOMAIN, 1);
    double first, last;
    fw_axis_range(spec->scale, &first, &last);
    node->rules[0] = fw_axis_is_x(spec) ? (struct fw_rule){ first, 0, last, 0 }
                                        : (struct fw_rule){ 0, first, 0, last };
    struct fw_style style = fw_guide_line_style(&spec->domain_line);
    fw_scene_style(env->arena, node, &style);
}

/** The px from the axis line that ticks and labels reach, within the extents of the axis. */
static double label_extent(const struct fw_axis_spec *spec, struct fw_box bounds)
{
    double reach = 0;
    switch (spec->orient) {
    case FW_ORIENT_TOP:
        reach = -bounds.y1;
        break;
    case FW_ORIENT_LEFT:
        reach = -bounds.x1;
        break;
    case FW_ORIENT_RIGHT:
        reach = bounds.x2;
        break;
    case FW_ORIENT_BOTTOM:
    case FW_ORIENT_TOP_LEFT:
    case FW_ORIENT_TOP_RIGHT:
    case FW_ORIENT_BOTTOM_LEFT:
    case FW_ORIENT_BOTTOM_RIGHT:
    case FW_ORIENT_NONE:
        reach = bounds.y2;
        break;
    }
    if (fw_box_is_empty(bounds)) {
        return spec->min_extent;
    }
    return fmax(spec->min_extent, fmin(spec->max_extent, reach));
}

/** The title before its layout: along the axis it is in place, across at 0. */
static struct fw_text plain_title(const struct fw_guide_env *env, const struct fw_axis_spec *spec)
{
    bool is_x = fw_axis_is_x(spec);
    double first, last;
    fw_axis_range(spec->scale, &first, &last);
    double along = first + fw_anchor_share(spec->title_anchor) * (last - first);
    double angle = is_x ? 0 : spec->orient == FW_ORIENT_LEFT ? -90 : 90;
    struct fw_text text =
        fw_guide_text_place(env, &spec->title_text, spec->title, is_x ? along : 0, is_x ? 0 : along,
                            isnan(spec->title_angle) ? angle : spec->title_angle);
    text.align =
        spec->title_align.given ? spec->title_align.align : fw_anchor_align(spec->title_anchor);
    bool below = spec->orient == FW_ORIENT_BOTTOM;
    text.baseline = spec->title_baseline.given ? spec->title_baseline.baseline
                    : below                    ? FW_BASELINE_TOP
                                               : FW_BASELINE_BOTTOM;
    if (!isnan(spec->title_x)) {
        text.x = spec->title_x;
    }
    if (!isnan(spec->title_y)) {
        text.y = spec->title_y;
    }
    return text;
}

/** Appends the title beyond `extent` and returns its box. */
static struct fw_box add_title(const struct fw_guide_env *env, struct fw_scene_node *parent,
                               const struct fw_axis_spec *spec, double extent)
{
    struct fw_text text = plain_title(env, spec);
    /* Measured before it is moved, as Vega does: turned boxes then have the same last bits. */
    struct fw_box box = fw_guide_text_box(env->fonts, &text);
    bool is_x = fw_axis_is_x(spec);
    bool before = spec->orient == FW_ORIENT_LEFT || spec->orient == FW_ORIENT_TOP;
    /* Further lines grow towards the axis, except below it. */
    double extra = spec->orient == FW_ORIENT_BOTTOM ? 0 : fw_guide_text_extra(&text);
    double away = (before ? -1 : 1) * (extent + extra + spec->title_padding);
    double dx = is_x || !isnan(spec->title_x) ? 0 : away - text.x;
    double dy = !is_x || !isnan(spec->title_y) ? 0 : away - text.y;
    text.x += dx;
    text.y += dy;
    struct fw_scene_node *node =
        fw_scene_add(env->arena, parent, FW_NODE_TEXT, FW_ROLE_AXIS_TITLE, 1);
    node->texts[0] = text;
    struct fw_style style = fw_guide_text_style(&spec->title_text);
    fw_scene_style(env->arena, node, &style);
    return fw_box_translate(box, dx, dy);
}

/** Adds the strip of the axis itself: its whole length by its extent. */
static void add_strip(const struct fw_axis_spec *spec, double extent, struct fw_box *bounds)
{
    double first, last;
    fw_axis_range(spec->scale, &first, &last);
    double length = fabs(last - first);
    bool is_x = fw_axis_is_x(spec);
    bool before = spec->orient == FW_ORIENT_LEFT || spec->orient == FW_ORIENT_TOP;
    double low = before ? -extent : 0;
    double high = before ? 0 : extent;
    fw_box_add(bounds, is_x ? 0 : low, is_x ? low : 0);
    fw_box_add(bounds, is_x ? length : high, is_x ? high : length);
}

struct fw_axis fw_axis_build(const struct fw_guide_env *env, struct fw_scene_node *parent,
                             const struct fw_axis_spec *spec, struct fw_axis_view view)
{
    struct fw_point origin = axis_origin(spec, view);
    struct fw_axis axis = { .bounds = fw_box_empty() };
    axis.node = add_group(env, parent, origin.x + spec->translate, origin.y + spec->translate);
    struct fw_axis_ticks ticks = { 0 };
    if (spec->ticks || spec->labels) {
        ticks = fw_axis_ticks_make(env, spec);
    }
    if (spec->ticks && ticks.count > 0) {
        fw_box_union(&axis.bounds, add_ticks(env, axis.node, spec, &ticks));
    }
    if (spec->labels && ticks.count > 0) {
        fw_box_union(&axis.bounds, fw_axis_labels_build(env, axis.node, spec, &ticks));
    }
    if (spec->domain) {
        add_domain(env, axis.node, spec);
    }
    axis.label_extent = label_extent(spec, axis.bounds);
    add_strip(spec, axis.label_extent, &axis.bounds);
    if (spec->title != NULL) {
        fw_box_union(&axis.bounds, add_title(env, axis.node, spec, axis.label_extent));
    }
    axis.bounds = fw_box_translate(axis.bounds, origin.x, origin.y);
    return axis;
}
