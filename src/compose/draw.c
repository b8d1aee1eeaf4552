/* Drawing of views: frame, axes, marks, legends and title into a group. Source: Vega's ViewLayout.
 */
#include <math.h>
#include <string.h>

#include "compose/annotations.h"
#include "compose/brush.h"
#include "compose/compose.h"
#include "compose/names.h"
#include "compose/values.h"
#include "explain/direct.h"
#include "explain/explain.h"
#include "explain/guides.h"
#include "explain/wrap.h"
#include "mark/mark.h"
#include "mark/rows.h"
#include "mark/style.h"
#include "train/geo.h"
#include "train/train.h"
#include "view/selection.h"
#include "view/view.h"

/* Views with a position are framed as cells; pies and maps are not. */
static bool is_cell(const struct fw_view *view)
{
    if (view->kind == FW_VIEW_UNIT) {
        return fw_encoding_has(view->encoding, FW_CHANNEL_X) ||
               fw_encoding_has(view->encoding, FW_CHANNEL_Y);
    }
    for (size_t i = 0; i < view->child_count; i++) {
        if (is_cell(view->children[i])) {
            return true;
        }
    }
    return false;
}

/* The frame: `view` of the spec, over its style, and config.view for cells. */
static struct fw_value frame_prop(const struct fw_view *view, const char *name)
{
    const struct fw_config *config = &view->chart->config;
    struct fw_value own = fw_get(view->spec, "view");
    struct fw_value value = fw_get(own, name), style = fw_get(own, "style");
    if (value.kind == FW_UNDEFINED && style.kind != FW_UNDEFINED) {
        value = fw_config_style(config, style, name);
    } else if (value.kind == FW_UNDEFINED && is_cell(view)) {
        value = fw_config_style_named(config, "cell", name);
        value = value.kind == FW_UNDEFINED ? fw_config_get(config, "view", name) : value;
    } else if (value.kind == FW_UNDEFINED) {
        value = fw_config_style_named(config, "view", name);
    }
    return fw_view_eval(view, value);
}

static double frame_number(const struct fw_view *view, const char *name, double fallback)
{
    struct fw_value value = frame_prop(view, name);
    return value.kind == FW_NUMBER ? value.number : fallback;
}

static void draw_frame(struct fw_view *view)
{
    struct fw_arena *arena = view->chart->make.arena;
    struct fw_group *group = view->group->group;
    struct fw_style style = fw_style_default();
    style.fill = fw_paint_of(arena, frame_prop(view, "fill"));
    style.stroke = fw_paint_of(arena, frame_prop(view, "stroke"));
    style.opacity = frame_number(view, "opacity", 1);
    style.fill_opacity = frame_number(view, "fillOpacity", 1);
    style.stroke_opacity = frame_number(view, "strokeOpacity", 1);
    style.stroke_width = frame_number(view, "strokeWidth", 1);
    struct fw_value dash = frame_prop(view, "strokeDash");
    double *dashes = FW_NEW_ARRAY(arena, fw_length(dash), double);
    for (size_t i = 0; i < fw_length(dash); i++) {
        dashes[i] = fw_to_number(fw_at(dash, i));
    }
    style.dash = fw_length(dash) > 0 ? dashes : NULL;
    style.dash_count = fw_length(dash);
    double radius = frame_number(view, "cornerRadius", 0);
    for (size_t i = 0; i < 4; i++) {
        group->radius[i] = radius;
    }
    group->half_pixel = true;
    group->clip = fw_to_boolean(frame_prop(view, "clip"));
    fw_scene_style(arena, view->group, &style);
}

/* Makes projections ready: brushes behind the marks look at them too. */
static void project_units(struct fw_view *view)
{
    if (view->kind == FW_VIEW_UNIT) {
        fw_unit_project(view);
    }
    for (size_t i = 0; view->kind == FW_VIEW_LAYER && i < view->child_count; i++) {
        project_units(view->children[i]);
    }
}

/* The brushes of a unit, or of the units of a layer, in one go behind or above all marks. */
static void draw_brushes(const struct fw_view *view, struct fw_scene_node *group,
                         struct fw_box *bounds, bool behind)
{
    const struct fw_scene_node *before = group->last;
    if (view->kind == FW_VIEW_UNIT) {
        fw_brushes_draw(view, group, behind);
    }
    for (size_t i = 0; view->kind == FW_VIEW_LAYER && i < view->child_count; i++) {
        const struct fw_view *child = view->children[behind ? view->child_count - 1 - i : i];
        if (child->kind == FW_VIEW_UNIT) {
            fw_brushes_draw(child, group, behind);
        }
    }
    struct fw_scene_node *node = before == NULL ? group->first : before->next;
    for (; node != NULL; node = node->next) {
        fw_box_union(bounds, fw_node_bounds(view->chart->fonts, node));
    }
}

/* Marks of a view and their box; `groups` gets that of split paths, which Vega puts into groups. */
static void draw_marks(struct fw_view *view, struct fw_scene_node *group, struct fw_box *bounds,
                       struct fw_box *groups)
{
    if (view->kind == FW_VIEW_LAYER) {
        draw_brushes(view, group, bounds, true);
        for (size_t i = 0; i < view->child_count; i++) {
            draw_marks(view->children[i], group, bounds, groups);
        }
        draw_brushes(view, group, bounds, false);
        return;
    }
    struct fw_unit unit = fw_view_unit(view);
    struct fw_scene_node *before = group->last;
    fw_mark_build(&unit, group);
    struct fw_value written = fw_view_eval(view, fw_get(view->mark_def, "clip"));
    bool clip = written.kind == FW_UNDEFINED ? unit.clip : fw_to_boolean(written);
    struct fw_scene_node *node = before == NULL ? group->first : before->next;
    view->marks = node;
    view->marks_end = node == NULL ? NULL : group->last;
    for (; node != NULL; node = node->next) {
        node->clip = node->clip || clip;
        node->name = view->name;
        struct fw_box box = fw_node_bounds(view->chart->fonts, node);
        fw_box_union(bounds, box);
        if (fw_mark_is_split(&unit)) {
            fw_box_union(groups, box);
        }
    }
}

static double zindex_of(const struct fw_view *view, const struct fw_axis_model *axis)
{
    struct fw_value value = fw_view_eval(view, fw_component_get(&axis->props, "zindex"));
    return value.kind == FW_NUMBER ? value.number : 0;
}

static bool axis_off(const struct fw_axis_model *axis)
{
    return fw_to_boolean(fw_component_get(&axis->props, "disable"));
}

/* The line that a grid hangs on, which an offset of configuration moves away from the view. */
static struct fw_box grid_box(const struct fw_axis_spec *spec, struct fw_axis_view size)
{
    double out = spec->offset - spec->grid_offset;
    bool near = spec->orient == FW_ORIENT_LEFT || spec->orient == FW_ORIENT_TOP;
    if (spec->orient == FW_ORIENT_TOP || spec->orient == FW_ORIENT_BOTTOM) {
        double y = near ? -out : size.height + out;
        return (struct fw_box){ 0, y, size.width, y };
    }
    double x = near ? -out : size.width + out;
    return (struct fw_box){ x, 0, x, size.height };
}

/* Grids of all axes at one z-index, then the axes themselves; their boxes go to the bounds. */
static void draw_axes(struct fw_view *view, bool above, struct fw_box *x_bounds,
                      struct fw_box *y_bounds)
{
    struct fw_guide_env env = fw_view_guide_env(view);
    struct fw_axis_view size = { view->extent[0], view->extent[1] };
    for (int pass = 0; pass < 2; pass++) {
        for (int side = 0; side < 2; side++) {
            for (size_t i = 0; i < view->axis_count[side]; i++) {
                const struct fw_axis_model *axis = &view->axes[side][i];
                if (axis_off(axis) || (zindex_of(view, axis) > 0) != above ||
                    (pass == 1 && axis->in_header)) {
                    continue;
                }
                struct fw_axis_spec spec = fw_axis_resolve(view, axis);
                if (pass == 0) {
                    spec.position = 0; /* Vega-Lite gives it to the axis alone */
                    if (fw_axis_build_grid(&env, view->group, &spec, size) != NULL) {
                        fw_box_union(side == 1 ? x_bounds : y_bounds, grid_box(&spec, size));
                    }
                } else {
                    struct fw_axis built = fw_axis_build(&env, view->group, &spec, size);
                    /* Vega: what is beside the view counts for legends beside it. */
                    fw_box_union(side == 1 ? x_bounds : y_bounds, built.bounds);
                }
            }
        }
    }
}

static void side_from_config(struct fw_value layout, struct fw_legend_side *side)
{
    enum fw_anchor anchor;
    side->offset = fw_get_number(layout, "offset", side->offset);
    side->margin = fw_get_number(layout, "margin", side->margin);
    side->center = fw_get_boolean(layout, "center", side->center);
    const char *direction = fw_get_text(layout, "direction", NULL);
    if (direction != NULL) {
        side->vertical = strcmp(direction, "vertical") == 0;
    }
    const char *word = fw_get_text(layout, "anchor", NULL);
    if (word != NULL && fw_anchor_parse(word, &anchor)) {
        side->anchor = anchor;
    }
    const char *bounds = fw_get_text(layout, "bounds", NULL);
    if (bounds != NULL) {
        side->full_bounds = strcmp(bounds, "full") == 0;
    }
}

static struct fw_legend_layout legend_layout(const struct fw_view *view)
{
    static const char *const names[] = { "bottom",   "top",       "left",        "right",
                                         "top-left", "top-right", "bottom-left", "bottom-right" };
    struct fw_legend_layout layout = fw_legend_layout_default();
    struct fw_value config = fw_config_get(&view->chart->config, "legend", "layout");
    struct fw_value offset = fw_config_get(&view->chart->config, "legend", "offset");
    for (size_t i = 0; i < FW_COUNT(names); i++) {
        if (offset.kind == FW_NUMBER) {
            layout.sides[i].offset = offset.number;
        }
        side_from_config(config, &layout.sides[i]);
        side_from_config(fw_get(config, names[i]), &layout.sides[i]);
    }
    return layout;
}

/* Legends built so far in one group. */
struct built_legends {
    struct fw_legend *items;
    size_t count, capacity;
};

static void remove_after(struct fw_scene_node *group, struct fw_scene_node *last)
{
    *(last == NULL ? &group->first : &last->next) = NULL;
    group->last = last;
}

/* A legend in a row over or under the view; one that is wider breaks into as many rows as it takes
 * in charts whose labels are broken. */
static struct fw_legend build_legend(const struct fw_view *view, struct fw_scene_node *group,
                                     struct fw_legend_spec *spec, double width)
{
    struct fw_guide_env env = fw_view_guide_env(view);
    struct fw_scene_node *before = group->last;
    struct fw_legend legend = fw_legend_build(&env, group, spec);
    bool row = spec->type == FW_LEGEND_SYMBOL && !spec->vertical && isnan(spec->columns) &&
               (spec->orient == FW_ORIENT_TOP || spec->orient == FW_ORIENT_BOTTOM);
    if (!row || !fw_wraps(view->chart) || legend.width <= width) {
        return legend;
    }
    size_t columns;
    fw_legend_symbol_entries(&env, spec, &columns);
    while (columns > 1 && legend.width > width) {
        spec->columns = (double)--columns;
        remove_after(group, before);
        legend = fw_legend_build(&env, group, spec);
    }
    return legend;
}

/* The legends of a view; those that its layers keep to themselves stand with them. */
static void build_legends(const struct fw_view *view, struct fw_scene_node *group,
                          struct built_legends *built, double width)
{
    for (size_t i = 0; i < view->legend_count; i++) {
        struct fw_legend_spec spec;
        if (!fw_direct_replaces(&view->legends[i]) &&
            fw_legend_resolve(view, &view->legends[i], &spec)) {
            FW_RESERVE(view->chart->make.arena, built->items, built->count, built->capacity);
            built->items[built->count++] = build_legend(view, group, &spec, width);
        }
    }
    for (size_t i = 0; view->kind == FW_VIEW_LAYER && i < view->child_count; i++) {
        build_legends(view->children[i], group, built, width);
    }
}

/* The title of a y axis may stand above the view, where Vega puts legends without looking at it. */
static void part_from_title(const struct fw_legend_layout *layout, struct fw_box x_bounds,
                            struct fw_box *y_bounds)
{
    if (x_bounds.y1 < y_bounds->y1 - layout->sides[FW_ORIENT_TOP].offset) {
        y_bounds->y1 = x_bounds.y1;
    }
}

static void draw_legends(struct fw_view *view, struct fw_box x_bounds, struct fw_box y_bounds)
{
    struct built_legends built = { 0 };
    build_legends(view, view->group, &built, x_bounds.x2);
    struct fw_legend_layout layout = legend_layout(view);
    if (view->chart->themed) {
        part_from_title(&layout, x_bounds, &y_bounds);
    }
    fw_legends_place(built.items, built.count, &layout, x_bounds, y_bounds,
                     view->group->group->width, view->group->group->height);
    for (size_t i = 0; i < built.count; i++) {
        fw_box_union(&view->bounds, built.items[i].bounds);
    }
}

void fw_view_surround(struct fw_view *view, struct fw_box x_bounds, struct fw_box y_bounds)
{
    struct fw_guide_env env = fw_view_guide_env(view);
    struct fw_title_spec title;
    draw_legends(view, x_bounds, y_bounds);
    fw_box_union(&view->bounds, x_bounds);
    fw_box_union(&view->bounds, y_bounds);
    bool is_left_out = view->parent == NULL && view->chart->untitled;
    if (!is_left_out && fw_title_resolve(view, &title)) {
        fw_box_union(&view->bounds,
                     fw_title_build(&env, view->group, &title, view->group->group->width,
                                    view->group->group->height, view->bounds));
    }
    const struct fw_group *group = view->group->group;
    if (group->clip) {
        view->bounds = (struct fw_box){ 0, 0, group->width, group->height };
    }
}

static void begin_single(struct fw_view *view)
{
    struct fw_group *group = view->group->group;
    group->width = fmax(0, view->extent[0]);
    group->height = fmax(0, view->extent[1]);
    view->bounds = (struct fw_box){ 0, 0, group->width, group->height };
    draw_frame(view);
}

static void draw_single(struct fw_view *view)
{
    begin_single(view);
    struct fw_box frame = view->bounds, x_bounds = frame, y_bounds = frame;
    fw_view_env(view);
    draw_axes(view, false, &x_bounds, &y_bounds);
    struct fw_box groups = frame;
    bool single = view->kind == FW_VIEW_UNIT;
    project_units(view);
    if (single) {
        draw_brushes(view, view->group, &view->bounds, true);
    }
    draw_marks(view, view->group, &view->bounds, &groups);
    if (single) {
        draw_brushes(view, view->group, &view->bounds, false);
    }
    fw_box_union(&x_bounds, groups);
    fw_box_union(&y_bounds, groups);
    fw_view_env(view);
    draw_axes(view, true, &x_bounds, &y_bounds);
    fw_view_label_values(view, &x_bounds, &y_bounds);
    fw_view_name_series(view, &x_bounds, &y_bounds);
    struct fw_box notes = fw_annotations_draw(view);
    fw_box_union(&x_bounds, notes);
    fw_box_union(&y_bounds, notes);
    fw_view_surround(view, x_bounds, y_bounds);
}

static bool is_single(const struct fw_view *view)
{
    return view->kind == FW_VIEW_UNIT || view->kind == FW_VIEW_LAYER;
}

static void new_group(struct fw_view *view, struct fw_scene_node *parent)
{
    view->group = fw_scene_add(view->chart->make.arena, parent, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    view->group->name = view->name;
    view->group->group->name = view->name;
}

struct fw_scene_node *fw_view_draw_empty(struct fw_view *view, struct fw_scene_node *parent)
{
    if (!is_single(view)) {
        return fw_view_draw(view, parent);
    }
    new_group(view, parent);
    begin_single(view);
    return view->group;
}

struct fw_scene_node *fw_view_draw(struct fw_view *view, struct fw_scene_node *parent)
{
    new_group(view, parent);
    if (is_single(view)) {
        draw_single(view);
    } else {
        fw_view_arrange(view);
    }
    return view->group;
}

void fw_view_resize(struct fw_view *view, int side, double extent)
{
    view->extent[side] = extent;
    view->chart->moment++;
    for (size_t i = 0; i < view->child_count; i++) {
        fw_view_resize(view->children[i], side, extent);
    }
}
