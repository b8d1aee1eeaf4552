/* The rectangles that interval selections draw. Source: vega-lite, compile/selection/interval.ts.
 */
#include "compose/brush.h"

#include <math.h>

#include "mark/style.h"
#include "projection/projection.h"
#include "train/geo.h"
#include "train/train.h"
#include "view/selection.h"

/* ---- where -------------------------------------------------------------------------------- */

/* The px that the ends of a field come to; NaN where the scale has no place for them. */
static void find_ends(const struct fw_view *unit, const struct fw_selection *selection, size_t at,
                      double ends[2])
{
    const struct fw_selection_field *field = &selection->fields[at];
    struct fw_scale_model *model = fw_view_scale(unit, field->channel);
    struct fw_value value = selection->tuple_count > 0 ? selection->tuples[at] : fw_undefined();
    const struct fw_scale *scale = model == NULL ? NULL : fw_scale_model_train(model);
    for (size_t i = 0; i < 2; i++) {
        ends[i] = scale == NULL ? NAN : fw_scale_number(scale, fw_at(value, i));
    }
}

struct fw_value fw_brush_ends(const struct fw_chart *chart, const struct fw_selection *selection,
                              size_t at)
{
    struct fw_arena *arena = chart->make.arena;
    if (!chart->sized || selection->view == NULL || selection->tuple_count == 0) {
        return fw_array_value(arena, NULL, 0);
    }
    double ends[2];
    find_ends(selection->view, selection, at, ends);
    struct fw_value both[2] = { fw_number(ends[0]), fw_number(ends[1]) };
    return fw_array_value(arena, both, 2);
}

/* The same of an interval of degrees, both ways at once: where only one is given, the middle of the
 * view stands for the other. */
static void find_map_ends(const struct fw_view *unit, const struct fw_selection *selection,
                          double ends[2][2])
{
    const struct fw_projection *projection = fw_unit_projection(unit);
    double middle[2] = { NAN, NAN }, at[2];
    bool given[2] = { false, false };
    if (projection != NULL) {
        fw_projection_invert(projection, unit->extent[0] / 2, unit->extent[1] / 2, &middle[0],
                             &middle[1]);
    }
    for (size_t end = 0; end < 2; end++) {
        double degrees[2] = { middle[0], middle[1] };
        for (size_t i = 0; i < selection->field_count; i++) {
            size_t side = selection->fields[i].channel == FW_CHANNEL_LATITUDE;
            degrees[side] = fw_to_number(fw_at(selection->tuples[i], end));
            given[side] = true;
        }
        if (projection == NULL ||
            !fw_projection_apply(projection, degrees[0], degrees[1], &at[0], &at[1])) {
            at[0] = at[1] = NAN;
        }
        for (size_t side = 0; side < 2; side++) {
            ends[side][end] = given[side] ? at[side] : ends[side][end];
        }
    }
}

/* An interval as it lies in its view. */
struct brush {
    struct fw_rect rect;
    bool open; /* its ends differ: only then it has an outline */
};

/* False: the selection draws nothing here. */
static bool place(const struct fw_view *unit, const struct fw_selection *selection,
                  struct brush *brush)
{
    double ends[2][2] = { { 0, unit->extent[0] }, { 0, unit->extent[1] } };
    bool drawn = false;
    for (size_t i = 0; i < selection->field_count && !selection->on_map; i++) {
        enum fw_channel channel = selection->fields[i].channel;
        if (channel == FW_CHANNEL_X || channel == FW_CHANNEL_Y) {
            find_ends(unit, selection, i, ends[channel == FW_CHANNEL_Y]);
            drawn = true;
        }
    }
    if (selection->on_map) {
        find_map_ends(unit, selection, ends);
        drawn = selection->field_count > 0;
    }
    bool open = ends[0][0] != ends[0][1] && ends[1][0] != ends[1][1];
    /* Where one brush counts for all views, the other views' shrink to nothing. */
    bool here =
        selection->resolve != FW_RESOLVE_GLOBAL ||
        (!selection->faceted && fw_selection_find(unit->chart, selection->name) == selection);
    *brush = (struct brush){ .open = open };
    if (here) {
        brush->rect.x = fmin(ends[0][0], ends[0][1]);
        brush->rect.y = fmin(ends[1][0], ends[1][1]);
        brush->rect.width = fabs(ends[0][1] - ends[0][0]);
        brush->rect.height = fabs(ends[1][1] - ends[1][0]);
    }
    return drawn && !isnan(brush->rect.width) && !isnan(brush->rect.height);
}

/* ---- how ---------------------------------------------------------------------------------- */

static double number(const struct fw_view *unit, struct fw_value mark, const char *name,
                     double fallback)
{
    struct fw_value value = fw_view_eval(unit, fw_get(mark, name));
    return value.kind == FW_NUMBER ? value.number : fallback;
}

static struct fw_style fill_style(const struct fw_view *unit, struct fw_value mark)
{
    struct fw_style style = fw_style_default();
    style.fill = fw_paint_of(unit->chart->make.arena, fw_view_eval(unit, fw_get(mark, "fill")));
    style.fill_opacity = number(unit, mark, "fillOpacity", 1);
    return style;
}

static struct fw_style stroke_style(const struct fw_view *unit, struct fw_value mark)
{
    struct fw_arena *arena = unit->chart->make.arena;
    struct fw_style style = fw_style_default();
    struct fw_value dash = fw_view_eval(unit, fw_get(mark, "strokeDash"));
    double *dashes = FW_NEW_ARRAY(arena, fw_length(dash), double);
    for (size_t i = 0; i < fw_length(dash); i++) {
        dashes[i] = fw_to_number(fw_at(dash, i));
    }
    style.stroke = fw_paint_of(arena, fw_view_eval(unit, fw_get(mark, "stroke")));
    style.stroke_opacity = number(unit, mark, "strokeOpacity", 1);
    style.stroke_width = number(unit, mark, "strokeWidth", 1);
    style.dash_offset = number(unit, mark, "strokeDashOffset", 0);
    style.dash = fw_length(dash) > 0 ? dashes : NULL;
    style.dash_count = fw_length(dash);
    return style;
}

static void draw(const struct fw_view *unit, const struct fw_selection *selection,
                 struct fw_scene_node *group, bool behind)
{
    struct brush brush;
    if (!selection->interval || selection->bind == FW_BIND_SCALES || selection->tuple_count == 0 ||
        !place(unit, selection, &brush) || (!behind && !brush.open)) {
        return;
    }
    struct fw_arena *arena = unit->chart->make.arena;
    struct fw_value mark = fw_get(selection->select, "mark");
    struct fw_style style = behind ? fill_style(unit, mark) : stroke_style(unit, mark);
    struct fw_scene_node *node = fw_scene_add(arena, group, FW_NODE_RECT, FW_ROLE_MARK, 1);
    node->rects[0] = brush.rect;
    node->clip = true;
    node->name = selection->name->text;
    fw_scene_style(arena, node, &style);
}

void fw_brushes_draw(const struct fw_view *unit, struct fw_scene_node *group, bool behind)
{
    const struct fw_chart *chart = unit->chart;
    for (size_t i = 0; i < chart->selection_count; i++) {
        /* Each lies around those before it. */
        size_t at = behind ? chart->selection_count - 1 - i : i;
        if (chart->selections[at]->unit == unit->spec.object) {
            draw(unit, chart->selections[at], group, behind);
        }
    }
}
