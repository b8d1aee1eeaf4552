/* A parsed legend to what guide/legend draws. */
#include <math.h>
#include <string.h>

#include "explain/explain.h"
#include "explain/guides.h"
#include "explain/wrap.h"
#include "expr/predicate.h"
#include "mark/style.h"
#include "train/train.h"

/* The unit whose mark a legend's symbols look like, with lines for filled trails. */
static struct fw_unit look_unit(const struct fw_legend_mark *look)
{
    struct fw_unit unit = fw_view_unit(look->unit);
    if (strcmp(unit.mark, "trail") == 0) {
        unit.mark_def = fw_with(unit.make, unit.mark_def, "filled", fw_boolean(false));
    }
    return unit;
}

/* A color that conditions decide: the first condition's value, else the mark's. */
static struct fw_value conditional_color(const struct fw_unit *unit, enum fw_channel channel,
                                         const char *name, bool filled)
{
    const struct fw_channel_def *def = &unit->encoding->defs[channel];
    if (!fw_encoding_has(unit->encoding, channel)) {
        def = &unit->encoding->defs[FW_CHANNEL_COLOR];
    }
    struct fw_value value = def->kind == FW_DEF_VALUE ? def->value : fw_undefined();
    for (size_t i = 0; value.kind == FW_UNDEFINED && i < fw_length(def->conditions); i++) {
        value = fw_get(fw_at(def->conditions, i), "value");
    }
    if (value.kind == FW_UNDEFINED) {
        value = fw_get(unit->mark_def, name);
    }
    return value.kind == FW_UNDEFINED && filled ? fw_get(unit->mark_def, "color") : value;
}

static bool by_field(const struct fw_ref *ref)
{
    return ref->kind == FW_REF_COLUMN || ref->kind == FW_REF_MIX;
}

/* The largest opacity that the mark's items have; NaN: nothing said. */
static double mark_opacity(const struct fw_unit *unit)
{
    const struct fw_channel_def *def = &unit->encoding->defs[FW_CHANNEL_OPACITY];
    double most = NAN;
    if (def->kind == FW_DEF_VALUE && def->value.kind == FW_NUMBER) {
        most = def->value.number;
    }
    for (size_t i = 0; i < fw_length(def->conditions); i++) {
        double value = fw_get_number(fw_at(def->conditions, i), "value", NAN);
        most = isnan(most) ? NAN : fmax(most, value);
    }
    struct fw_value own = fw_unit_eval(unit, fw_get(unit->mark_def, "opacity"), SIZE_MAX);
    return isnan(most) && own.kind == FW_NUMBER ? own.number : most;
}

/* Whether a look leaves a paint to the scale that its own channel has. */
static bool left_to_scale(const struct fw_legend_mark *look, const struct fw_unit *unit, bool fill)
{
    bool filled = fw_get_boolean(unit->mark_def, "filled", true);
    return look->channel == (fill ? FW_CHANNEL_FILL : FW_CHANNEL_STROKE) ||
           (look->channel == FW_CHANNEL_COLOR && filled == fill);
}

/* Whether a mark says anything about how its legend looks. Of merged ones, the first that does
 * counts. Source: mergeLegendComponent, for `encode`. */
static bool look_says(const struct fw_legend_mark *look)
{
    struct fw_unit unit = look_unit(look);
    if (fw_legend_interactive(look)) {
        return true;
    }
    bool opaque = isnan(mark_opacity(&unit));
    if (look->gradient || !opaque) {
        return !opaque;
    }
    static const char *const configured[] = { "strokeWidth", "strokeOpacity", "fillOpacity" };
    for (size_t i = 0; i < FW_COUNT(configured); i++) {
        if (fw_unit_config(&unit, configured[i], NULL).kind != FW_UNDEFINED) {
            return true;
        }
    }
    struct fw_styler styler;
    fw_styler_init(&styler, &unit);
    return (!left_to_scale(look, &unit, true) && fw_ref_there(&styler.refs[FW_STYLE_FILL])) ||
           (!left_to_scale(look, &unit, false) && fw_ref_there(&styler.refs[FW_STYLE_STROKE]));
}

static const struct fw_legend_mark *find_look(const struct fw_legend_model *legend)
{
    for (size_t i = 0; i < legend->look_count; i++) {
        if (look_says(&legend->looks[i])) {
            return &legend->looks[i];
        }
    }
    return &legend->looks[0];
}

static void set_fill(const struct fw_guide_source *source, const struct fw_unit *unit,
                     bool by_scale, const struct fw_ref *fill, double opacity,
                     struct fw_style *style)
{
    struct fw_arena *arena = unit->make.arena;
    struct fw_value symbol = fw_guide_get(source, "symbolFillColor");
    if (by_scale || !fw_ref_there(fill)) {
        if (symbol.kind != FW_UNDEFINED) {
            style->fill = fw_paint_of(arena, symbol);
        }
    } else if (fill->case_count > 0) {
        bool filled = fw_get_boolean(unit->mark_def, "filled", true);
        struct fw_value value = conditional_color(unit, FW_CHANNEL_FILL, "fill", filled);
        if (fw_to_boolean(value)) {
            style->fill = fw_paint_of(arena, value);
        }
    } else if (by_field(fill)) {
        if (symbol.kind == FW_UNDEFINED) {
            symbol = fw_get(source->config, "symbolBaseFillColor");
            symbol = symbol.kind == FW_UNDEFINED ? fw_text_value(unit->make, "black") : symbol;
            style->fill_opacity = isnan(opacity) ? 1 : opacity;
        }
        style->fill = fw_paint_of(arena, symbol);
    } else {
        style->fill = fw_paint_of(arena, fw_ref_get(unit, fill, 0));
    }
}

/* Returns whether the symbols are stroked by the mark's own color. */
static bool set_stroke(const struct fw_guide_source *source, const struct fw_unit *unit,
                       bool by_scale, const struct fw_ref *stroke, struct fw_style *style)
{
    struct fw_arena *arena = unit->make.arena;
    struct fw_value symbol = fw_guide_get(source, "symbolStrokeColor");
    if (symbol.kind != FW_UNDEFINED) {
        style->stroke = fw_paint_of(arena, symbol);
        return false;
    }
    if (by_scale || !fw_ref_there(stroke) || (by_field(stroke) && stroke->case_count == 0)) {
        return false;
    }
    struct fw_value value;
    if (stroke->case_count > 0) {
        bool filled = fw_get_boolean(unit->mark_def, "filled", true);
        value = conditional_color(unit, FW_CHANNEL_STROKE, "stroke", filled);
        if (!fw_to_boolean(value)) {
            return false;
        }
    } else {
        value = fw_ref_get(unit, stroke, 0);
    }
    style->stroke = fw_paint_of(arena, value);
    return true;
}

/* What configuration says of the mark's strokes shows in its symbols too. */
static void set_from_config(const struct fw_unit *unit, struct fw_style *style)
{
    struct fw_value width = fw_unit_config(unit, "strokeWidth", NULL);
    struct fw_value opacity = fw_unit_config(unit, "strokeOpacity", NULL);
    struct fw_value fill_opacity = fw_unit_config(unit, "fillOpacity", NULL);
    style->stroke_width = width.kind == FW_NUMBER ? width.number : style->stroke_width;
    style->stroke_opacity = opacity.kind == FW_NUMBER ? opacity.number : style->stroke_opacity;
    style->fill_opacity =
        fill_opacity.kind == FW_NUMBER ? fill_opacity.number : style->fill_opacity;
    struct fw_value dash = fw_unit_config(unit, "strokeDash", NULL);
    if (dash.kind == FW_ARRAY) {
        style->dash_count = fw_length(dash);
        double *lengths = FW_NEW_ARRAY(unit->make.arena, style->dash_count, double);
        for (size_t i = 0; i < style->dash_count; i++) {
            lengths[i] = fw_to_number(fw_at(dash, i));
        }
        style->dash = lengths;
    }
}

/* Symbols as the mark is drawn. Source: symbols() of Vega-Lite's compile/legend/encode.ts, and its
 * assembleLegend. */
static void set_look(const struct fw_guide_source *source, const struct fw_legend_model *legend,
                     const struct fw_legend_mark *look, struct fw_style *style)
{
    struct fw_unit unit = look_unit(look);
    struct fw_styler styler;
    fw_styler_init(&styler, &unit);
    bool given = fw_guide_get(source, "symbolOpacity").kind != FW_UNDEFINED;
    double own = given ? NAN : mark_opacity(&unit);
    bool fills = legend->scales[FW_LEGEND_FILL] != NULL;
    bool strokes = legend->scales[FW_LEGEND_STROKE] != NULL;
    set_from_config(&unit, style);
    const struct fw_ref *fill = &styler.refs[FW_STYLE_FILL];
    bool fill_left = left_to_scale(look, &unit, true);
    struct fw_style as_mark = *style;
    set_fill(source, &unit, fill_left, fill, own, &as_mark);
    bool stroked = set_stroke(source, &unit, strokes || left_to_scale(look, &unit, false),
                              &styler.refs[FW_STYLE_STROKE], style);
    if (!fills) {
        style->fill = as_mark.fill;
        style->fill_opacity = as_mark.fill_opacity;
    }
    bool stroke_given = fw_guide_get(source, "symbolStrokeColor").kind != FW_UNDEFINED;
    bool solid = as_mark.fill.kind == FW_PAINT_GRADIENT ||
                 (as_mark.fill.kind == FW_PAINT_COLOR && as_mark.fill.color.a > 0);
    if (!stroked && !stroke_given && !strokes && !fill_left && solid && fw_ref_there(fill)) {
        style->stroke = fw_paint_of(unit.make.arena, fw_text_value(unit.make, "transparent"));
    }
    if (!isnan(own) && own != 0 && look->channel != FW_CHANNEL_OPACITY) {
        style->opacity = own;
    }
}

/* What symbols look like where neither a scale nor the mark says: Vega's own defaults. */
static void set_base(const struct fw_guide_source *source, struct fw_style *style)
{
    struct fw_arena *arena = source->view->chart->make.arena;
    struct fw_maker make = source->view->chart->make;
    struct fw_value stroke = fw_get(source->config, "symbolBaseStrokeColor");
    if (stroke.kind == FW_UNDEFINED) {
        stroke = fw_text_value(make, "#888");
    }
    style->fill = fw_paint_of(arena, fw_get(source->config, "symbolBaseFillColor"));
    style->stroke = fw_paint_of(arena, stroke);
}

/* Source: Vega's legend-symbol-groups. */
static void set_symbol(const struct fw_guide_source *source, const struct fw_legend_model *legend,
                       struct fw_legend_spec *spec)
{
    struct fw_style *style = &spec->symbol.style;
    fw_guide_number(source, "symbolSize", &spec->symbol.size);
    fw_guide_number(source, "symbolStrokeWidth", &style->stroke_width);
    fw_guide_number(source, "symbolDashOffset", &style->dash_offset);
    struct fw_guide_line line = { .dash = style->dash, .dash_count = style->dash_count };
    fw_guide_dash(source, "symbolDash", &line);
    style->dash = line.dash;
    style->dash_count = line.dash_count;
    fw_guide_text_prop(source, "symbolType", &spec->symbol.shape);
    struct fw_value opacity = fw_guide_get(source, "symbolOpacity");
    if (opacity.kind == FW_NUMBER) {
        style->opacity = opacity.number;
    }
    if (legend->scales[FW_LEGEND_FILL] == NULL) {
        set_base(source, style);
    }
    const struct fw_legend_mark *look = find_look(legend);
    if (!look->gradient) {
        set_look(source, legend, look, style);
    }
}

static void set_gradient(const struct fw_guide_source *source, const struct fw_legend_model *legend,
                         struct fw_legend_spec *spec)
{
    struct fw_value length = fw_guide_get(source, "gradientLength");
    if (length.kind == FW_NUMBER) {
        spec->gradient_length = length.number;
    } else if (fw_has(length, "side")) {
        double extent = legend->unit->extent[(int)fw_get_number(length, "side", 0)];
        double least = fw_get_number(length, "least", 64);
        double most = fw_get_number(length, "most", 200);
        spec->gradient_length = fmin(fmax(extent, least), most);
    }
    fw_guide_number(source, "gradientThickness", &spec->gradient_thickness);
    fw_guide_paint(source, "gradientStrokeColor", &spec->gradient_stroke);
    fw_guide_number(source, "gradientStrokeWidth", &spec->gradient_stroke_width);
    struct fw_value opacity = fw_guide_get(source, "gradientOpacity");
    const struct fw_legend_mark *look = find_look(legend);
    struct fw_unit unit = look_unit(look);
    double own = look->gradient ? mark_opacity(&unit) : NAN;
    if (opacity.kind == FW_NUMBER) {
        spec->gradient_opacity = opacity.number;
    } else if (!isnan(own) && own != 0) {
        spec->gradient_opacity = own;
    }
}

static void set_frame(const struct fw_guide_source *source, struct fw_legend_spec *spec)
{
    fw_guide_paint(source, "fillColor", &spec->frame.fill);
    fw_guide_paint(source, "strokeColor", &spec->frame.stroke);
    fw_guide_number(source, "strokeWidth", &spec->frame.stroke_width);
    fw_guide_number(source, "cornerRadius", &spec->corner_radius);
    fw_guide_number(source, "padding", &spec->padding);
    fw_guide_number(source, "offset", &spec->offset);
    fw_guide_number(source, "legendX", &spec->x);
    fw_guide_number(source, "legendY", &spec->y);
    const char *direction = NULL;
    fw_guide_text_prop(source, "direction", &direction);
    if (direction != NULL) {
        spec->vertical = strcmp(direction, "vertical") == 0;
    }
}

static void set_labels(const struct fw_guide_source *source, struct fw_legend_spec *spec)
{
    fw_guide_look(source, "label", "guide-label", &spec->label_text);
    fw_label_wrap(source->view->chart, &spec->label_text, NAN);
    fw_align_word(fw_text_of(fw_guide_get(source, "labelAlign")), &spec->label_align);
    fw_baseline_word(fw_text_of(fw_guide_get(source, "labelBaseline")), &spec->label_baseline);
    const char *name = spec->type == FW_LEGEND_SYMBOL ? "labelOffset" : "gradientLabelOffset";
    fw_guide_number(source, name, &spec->label_offset);
    fw_guide_number(source, "labelSeparation", &spec->label_separation);
    struct fw_value overlap = fw_guide_get(source, "labelOverlap");
    if (fw_is_text(overlap, "greedy")) {
        spec->label_overlap = FW_OVERLAP_GREEDY;
    } else if (overlap.kind != FW_UNDEFINED) {
        spec->label_overlap = fw_to_boolean(overlap) ? FW_OVERLAP_PARITY : FW_OVERLAP_KEEP;
    }
}

static void set_title(const struct fw_guide_source *source, struct fw_legend_spec *spec)
{
    spec->title =
        fw_title_text(source->view->chart->make,
                      fw_view_eval(source->view, fw_component_get(source->props, "title")));
    fw_guide_look(source, "title", "guide-title", &spec->title_text);
    const char *orient = NULL, *anchor = NULL;
    fw_guide_text_prop(source, "titleOrient", &orient);
    fw_guide_text_prop(source, "titleAnchor", &anchor);
    if (orient != NULL) {
        fw_orient_parse(orient, &spec->title_orient);
    }
    if (anchor != NULL) {
        spec->title_anchor_given = fw_anchor_parse(anchor, &spec->title_anchor);
    }
    fw_guide_align(source, "titleAlign", &spec->title_align);
    fw_guide_baseline(source, "titleBaseline", &spec->title_baseline);
    fw_guide_number(source, "titlePadding", &spec->title_padding);
}

static void set_entries(const struct fw_guide_source *source, const struct fw_legend_model *legend,
                        struct fw_legend_spec *spec)
{
    spec->tick_count = fw_tick_count_of(fw_guide_get(source, "tickCount"), spec->gradient_length);
    fw_guide_number(source, "tickMinStep", &spec->tick_count.min_step);
    struct fw_value values = fw_guide_get(source, "values");
    if (values.kind == FW_ARRAY && values.array->count > 0) {
        spec->values = values.array->items;
        spec->value_count = values.array->count;
    }
    spec->format.specifier = fw_text_of(fw_guide_get(source, "format"));
    spec->format.type = fw_text_of(fw_guide_get(source, "formatType"));
    spec->format.locale = source->view->chart->env.locale;
    spec->format.zone = source->view->chart->env.zone;
    fw_guide_number(source, "symbolOffset", &spec->symbol_offset);
    double limit = (double)spec->symbol_limit;
    fw_guide_number(source, "symbolLimit", &limit);
    spec->symbol_limit = limit > 0 ? (size_t)limit : 0;
    fw_guide_number(source, "columns", &spec->columns);
    fw_guide_number(source, "columnPadding", &spec->column_padding);
    fw_guide_number(source, "rowPadding", &spec->row_padding);
    fw_guide_number(source, "clipHeight", &spec->clip_height);
    struct fw_value align = fw_guide_get(source, "gridAlign");
    if (align.kind != FW_UNDEFINED) {
        spec->grid_align = fw_is_text(align, "all")                             ? FW_GRID_ALL
                           : fw_is_text(align, "none") || !fw_to_boolean(align) ? FW_GRID_NONE
                                                                                : FW_GRID_EACH;
    }
    fw_legend_entries(source, find_look(legend), spec);
}

/* Source: Vega's legendType. */
static enum fw_legend_type type_of(const struct fw_guide_source *source,
                                   const struct fw_legend_model *legend)
{
    size_t shown = 0;
    struct fw_scale_model *first = NULL;
    for (int i = 0; i < FW_LEGEND_CHANNEL_COUNT; i++) {
        if (legend->scales[i] != NULL) {
            first = first == NULL ? legend->scales[i] : first;
            shown++;
        }
    }
    bool color = legend->scales[FW_LEGEND_FILL] != NULL || legend->scales[FW_LEGEND_STROKE] != NULL;
    const char *written = fw_text_of(fw_component_get(source->props, "type"));
    const struct fw_scale *scale = fw_scale_model_train(first);
    if (written == NULL) {
        return fw_legend_type_of(scale, shown == 1 && color);
    }
    if (strcmp(written, "gradient") == 0) {
        return fw_scale_kind_discretizing(fw_scale_kind(scale)) ? FW_LEGEND_DISCRETE
                                                                : FW_LEGEND_GRADIENT;
    }
    return FW_LEGEND_SYMBOL;
}

bool fw_legend_resolve(const struct fw_view *view, const struct fw_legend_model *legend,
                       struct fw_legend_spec *spec)
{
    if (legend->gone || fw_to_boolean(fw_component_get(&legend->props, "disable"))) {
        return false;
    }
    struct fw_guide_source source = { view, &legend->props,
                                      fw_config_get(&view->chart->config, NULL, "legend") };
    *spec = fw_legend_spec_default(type_of(&source, legend));
    for (int i = 0; i < FW_LEGEND_CHANNEL_COUNT; i++) {
        spec->scales[i] =
            legend->scales[i] == NULL ? NULL : fw_scale_model_train(legend->scales[i]);
    }
    if (view->chart->redundant && spec->scales[FW_LEGEND_SHAPE] != NULL) {
        /* A marker on a dashed line says enough: its outline is not dashed. */
        spec->scales[FW_LEGEND_STROKE_DASH] = NULL;
    }
    const char *orient = NULL;
    fw_guide_text_prop(&source, "orient", &orient);
    if (orient != NULL) {
        fw_orient_parse(orient, &spec->orient);
    }
    set_frame(&source, spec);
    if (spec->type == FW_LEGEND_SYMBOL) {
        set_symbol(&source, legend, spec);
    } else {
        set_gradient(&source, legend, spec);
    }
    set_labels(&source, spec);
    set_title(&source, spec);
    set_entries(&source, legend, spec);
    return true;
}
