/* A parsed axis to what guide/axis draws. */
#include <math.h>
#include <string.h>

#include "explain/explain.h"
#include "explain/guides.h"
#include "explain/wrap.h"
#include "expr/predicate.h"
#include "mark/style.h"
#include "train/train.h"

/* Properties that may be conditional, tick by tick. */
static const char *const tick_properties[] = {
    "labelAlign",     "labelBaseline",   "labelColor",     "labelFont",   "labelFontSize",
    "labelFontStyle", "labelFontWeight", "labelOpacity",   "labelOffset", "labelPadding",
    "gridColor",      "gridDash",        "gridDashOffset", "gridOpacity", "gridWidth",
    "tickColor",      "tickDash",        "tickDashOffset", "tickOpacity", "tickSize",
    "tickWidth",
};

enum { TICK_PROPERTIES = FW_COUNT(tick_properties) };

/* One conditional property: cases in order. */
struct tick_case {
    const char *name;
    const struct fw_predicate *test; /* NULL: always (an expression over the tick) */
    struct fw_value value;
};

/* What the tick callback needs. */
struct tick_context {
    const struct fw_view *view;
    struct fw_arena *arena;
    struct tick_case *cases;
    size_t case_count, case_capacity;
    const struct fw_expr *label_expr;
};

static void set_line(struct tick_context *context, struct fw_guide_line *line, const char *what,
                     struct fw_value value)
{
    if (strcmp(what, "Color") == 0) {
        line->stroke = fw_paint_of(context->arena, value);
    } else if (strcmp(what, "Width") == 0) {
        line->width = fw_to_number(value);
    } else if (strcmp(what, "Opacity") == 0) {
        line->opacity = fw_to_number(value);
    } else if (strcmp(what, "DashOffset") == 0) {
        line->dash_offset = fw_to_number(value);
    } else if (strcmp(what, "Dash") == 0) {
        line->dash_count = fw_length(value);
        double *dash = FW_NEW_ARRAY(context->arena, line->dash_count, double);
        for (size_t i = 0; i < line->dash_count; i++) {
            dash[i] = fw_to_number(fw_at(value, i));
        }
        line->dash = line->dash_count > 0 ? dash : NULL;
    }
}

static void set_label(struct tick_context *context, struct fw_axis_tick *tick, const char *what,
                      struct fw_value value)
{
    if (strcmp(what, "Color") == 0) {
        tick->text.fill = fw_paint_of(context->arena, value);
    } else if (strcmp(what, "Font") == 0) {
        tick->text.family = value.kind == FW_STRING ? value.string->text : tick->text.family;
    } else if (strcmp(what, "FontSize") == 0) {
        tick->text.size = fw_to_number(value);
    } else if (strcmp(what, "FontStyle") == 0) {
        tick->text.italic = fw_is_text(value, "italic");
    } else if (strcmp(what, "FontWeight") == 0) {
        tick->text.weight = fw_weight_of(value);
    } else if (strcmp(what, "Opacity") == 0) {
        tick->text.opacity = fw_to_number(value);
    } else if (strcmp(what, "Offset") == 0) {
        tick->label_offset = fw_to_number(value);
    } else if (strcmp(what, "Padding") == 0) {
        tick->label_padding = fw_to_number(value);
    } else if (strcmp(what, "Align") == 0) {
        tick->label_align.given = fw_align_word(fw_text_of(value), &tick->label_align.align);
    } else if (strcmp(what, "Baseline") == 0) {
        tick->label_baseline.given =
            fw_baseline_word(fw_text_of(value), &tick->label_baseline.baseline);
    }
}

static void apply(struct tick_context *context, struct fw_axis_tick *tick, const char *name,
                  struct fw_value value)
{
    if (strcmp(name, "tickSize") == 0) {
        tick->tick_size = fw_to_number(value);
    } else if (strncmp(name, "label", 5) == 0) {
        set_label(context, tick, name + 5, value);
    } else if (strncmp(name, "grid", 4) == 0) {
        set_line(context, &tick->grid, name + 4, value);
    } else {
        set_line(context, &tick->tick, name + 4, value);
    }
}

/* What `datum` is in the expressions of axes. */
static struct fw_value tick_datum(const struct tick_context *context,
                                  const struct fw_axis_tick *tick)
{
    struct fw_maker make = context->view->chart->make;
    struct fw_value datum = fw_with(make, fw_undefined(), "value", tick->value);
    datum = fw_with(make, datum, "index", fw_number(tick->index));
    return fw_with(make, datum, "label", fw_string(tick->label));
}

static void set_label_text(struct tick_context *context, struct fw_axis_tick *tick,
                           struct fw_value value)
{
    struct fw_maker make = context->view->chart->make;
    if (value.kind == FW_ARRAY) {
        const char *text = fw_title_text(make, value);
        tick->label = fw_intern_text(make.strings, text == NULL ? "" : text);
    } else {
        tick->label =
            fw_is_nil(value) ? fw_intern_text(make.strings, "") : fw_to_string(make.strings, value);
    }
}

static void style_tick(void *data, struct fw_axis_tick *tick)
{
    struct tick_context *context = data;
    struct fw_expr_env env = fw_view_env(context->view);
    env.table = NULL;
    env.datum = tick_datum(context, tick);
    const char *done = NULL;
    for (size_t i = 0; i < context->case_count; i++) {
        const struct tick_case *c = &context->cases[i];
        if (done != NULL && strcmp(done, c->name) == 0) {
            continue; /* an earlier case of the same property held */
        }
        if (c->test != NULL && !fw_predicate_test(c->test, &env)) {
            continue;
        }
        struct fw_value value = c->value;
        struct fw_value text = fw_get(value, "expr");
        if (text.kind == FW_STRING) {
            struct fw_expr_fault fault;
            const struct fw_expr *expr = fw_expr_parse(
                context->arena, env.strings, text.string->text, text.string->length, &fault);
            value = expr == NULL ? fw_undefined() : fw_expr_eval(expr, &env);
        }
        if (!fw_is_nil(value)) {
            apply(context, tick, c->name, value);
        }
        done = c->name;
    }
    if (context->label_expr != NULL) {
        set_label_text(context, tick, fw_expr_eval(context->label_expr, &env));
    }
}

static void add_case(struct tick_context *context, const char *name,
                     const struct fw_predicate *test, struct fw_value value)
{
    FW_RESERVE(context->arena, context->cases, context->case_count, context->case_capacity);
    context->cases[context->case_count++] = (struct tick_case){ name, test, value };
}

static void add_conditions(struct tick_context *context, const char *name, struct fw_value value)
{
    struct fw_maker make = context->view->chart->make;
    if (fw_has(value, "expr")) {
        add_case(context, name, NULL, value);
        return;
    }
    struct fw_value list = fw_get(value, "condition");
    if (list.kind == FW_OBJECT) {
        list = fw_append(make, fw_undefined(), list);
    }
    struct fw_expr_env env = fw_view_env(context->view);
    for (size_t i = 0; i < fw_length(list); i++) {
        struct fw_value condition = fw_at(list, i);
        const struct fw_predicate *test =
            fw_predicate_of_condition(make.arena, make.strings, condition, &env);
        if (test != NULL) {
            add_case(context, name, test,
                     fw_has(condition, "expr") ? condition : fw_get(condition, "value"));
        }
    }
}

static void set_tick_style(const struct fw_guide_source *source, struct fw_axis_spec *spec)
{
    struct fw_maker make = source->view->chart->make;
    struct tick_context *context = FW_NEW(make.arena, struct tick_context);
    context->view = source->view;
    context->arena = make.arena;
    for (size_t i = 0; i < TICK_PROPERTIES; i++) {
        struct fw_value value = fw_component_get(source->props, tick_properties[i]);
        if (value.kind == FW_UNDEFINED) {
            value = fw_get(source->config, tick_properties[i]);
        }
        if (fw_has(value, "condition") || fw_has(value, "expr")) {
            add_conditions(context, tick_properties[i], value);
        }
    }
    struct fw_value expr = fw_guide_get(source, "labelExpr");
    if (expr.kind == FW_STRING) {
        struct fw_expr_fault fault;
        context->label_expr =
            fw_expr_parse(make.arena, make.strings, expr.string->text, expr.string->length, &fault);
    }
    if (context->case_count > 0 || context->label_expr != NULL) {
        spec->tick_style = style_tick;
        spec->tick_context = context;
    }
}

/* config.axis and its more special sections, as Vega reads them. */
static struct fw_value vega_config(const struct fw_view *view, const struct fw_axis_model *axis,
                                   const char *orient)
{
    struct fw_maker make = view->chart->make;
    const struct fw_config *config = &view->chart->config;
    bool x = axis->channel == FW_CHANNEL_X;
    char *side = fw_arena_printf(make.arena, "axis%s", orient);
    side[4] = (char)(side[4] - 'a' + 'A');
    struct fw_value merged = fw_config_get(config, NULL, "axis");
    merged = fw_merge(make, merged, fw_config_get(config, NULL, x ? "axisX" : "axisY"));
    merged = fw_merge(make, merged, fw_config_get(config, NULL, side));
    if (fw_scale_model_kind(axis->scale) == FW_SCALE_BAND) {
        merged = fw_merge(make, merged, fw_config_get(config, NULL, "axisBand"));
    }
    return merged;
}

static void set_parts(const struct fw_guide_source *source, struct fw_axis_spec *spec)
{
    fw_guide_flag(source, "domain", &spec->domain);
    fw_guide_flag(source, "grid", &spec->grid);
    fw_guide_flag(source, "ticks", &spec->ticks);
    fw_guide_flag(source, "labels", &spec->labels);
    fw_guide_line_look(source, "domain", &spec->domain_line);
    fw_guide_line_look(source, "grid", &spec->grid_line);
    fw_guide_line_look(source, "tick", &spec->tick_line);
    fw_guide_number(source, "tickSize", &spec->tick_size);
    fw_guide_number(source, "tickOffset", &spec->tick_offset);
    fw_guide_number(source, "bandPosition", &spec->band_position);
    fw_guide_flag(source, "tickExtra", &spec->tick_extra);
    fw_guide_flag(source, "tickRound", &spec->tick_round);
    const char *band = NULL;
    fw_guide_text_prop(source, "tickBand", &band);
    if (band != NULL) {
        spec->tick_band = strcmp(band, "extent") == 0 ? FW_TICK_BAND_EXTENT : FW_TICK_BAND_CENTER;
    }
}

/* labelFlush, labelBound: off, on, or a number of px. */
static void set_px_or_flag(const struct fw_guide_source *source, const char *name, double on,
                           double *into)
{
    struct fw_value value = fw_guide_get(source, name);
    if (value.kind == FW_BOOLEAN) {
        *into = value.boolean ? on : NAN;
    } else if (value.kind == FW_NUMBER) {
        *into = value.number;
    }
}

static void set_overlap(const struct fw_guide_source *source, enum fw_overlap *into)
{
    struct fw_value value = fw_guide_get(source, "labelOverlap");
    if (fw_is_text(value, "greedy")) {
        *into = FW_OVERLAP_GREEDY;
    } else if (value.kind != FW_UNDEFINED) {
        *into = fw_to_boolean(value) ? FW_OVERLAP_PARITY : FW_OVERLAP_KEEP;
    }
}

static void set_labels(const struct fw_guide_source *source, struct fw_axis_spec *spec)
{
    fw_guide_look(source, "label", "guide-label", &spec->label_text);
    fw_guide_number(source, "labelAngle", &spec->label_angle);
    fw_guide_number(source, "labelPadding", &spec->label_padding);
    fw_guide_number(source, "labelOffset", &spec->label_offset);
    fw_guide_align(source, "labelAlign", &spec->label_align);
    fw_guide_baseline(source, "labelBaseline", &spec->label_baseline);
    /* Vega: on means within 1 px of the ends. */
    set_px_or_flag(source, "labelFlush", 1, &spec->label_flush);
    set_px_or_flag(source, "labelBound", 1, &spec->label_bound);
    fw_guide_number(source, "labelFlushOffset", &spec->label_flush_offset);
    set_overlap(source, &spec->label_overlap);
    fw_guide_number(source, "labelSeparation", &spec->label_separation);
}

static void set_title(const struct fw_guide_source *source, struct fw_axis_spec *spec)
{
    spec->title =
        fw_title_text(source->view->chart->make,
                      fw_view_eval(source->view, fw_component_get(source->props, "title")));
    fw_guide_look(source, "title", "guide-title", &spec->title_text);
    const char *anchor = NULL;
    fw_guide_text_prop(source, "titleAnchor", &anchor);
    if (anchor != NULL) {
        fw_anchor_parse(anchor, &spec->title_anchor);
    }
    fw_guide_align(source, "titleAlign", &spec->title_align);
    fw_guide_baseline(source, "titleBaseline", &spec->title_baseline);
    fw_guide_number(source, "titleAngle", &spec->title_angle);
    fw_guide_number(source, "titleX", &spec->title_x);
    fw_guide_number(source, "titleY", &spec->title_y);
    fw_guide_number(source, "titlePadding", &spec->title_padding);
}

static void set_ticks(const struct fw_guide_source *source, const struct fw_axis_model *axis,
                      struct fw_axis_spec *spec)
{
    const struct fw_view *view = source->view;
    double extent = view->extent[axis->channel == FW_CHANNEL_Y];
    spec->tick_count = fw_tick_count_of(fw_guide_get(source, "tickCount"), extent);
    fw_guide_number(source, "tickMinStep", &spec->tick_count.min_step);
    struct fw_value values = fw_guide_get(source, "values");
    if (values.kind == FW_ARRAY) {
        spec->values = values.array->items;
        spec->value_count = values.array->count;
        if (spec->values == NULL) {
            spec->values = FW_NEW(view->chart->make.arena, struct fw_value);
        }
    }
    struct fw_value format = fw_guide_get(source, "format");
    spec->format.specifier = fw_text_of(format);
    if (format.kind == FW_OBJECT) {
        struct fw_value *parts = FW_NEW(view->chart->make.arena, struct fw_value);
        *parts = format;
        spec->format.parts = parts;
    }
    spec->format.type = fw_text_of(fw_guide_get(source, "formatType"));
    spec->format.locale = view->chart->env.locale;
    spec->format.zone = view->chart->env.zone;
}

struct fw_axis_spec fw_axis_resolve_unbroken(const struct fw_view *view,
                                             const struct fw_axis_model *axis)
{
    enum fw_orient orient = axis->channel == FW_CHANNEL_X ? FW_ORIENT_BOTTOM : FW_ORIENT_LEFT;
    const char *side = fw_text_of(fw_component_get(&axis->props, "orient"));
    side = side == NULL ? (axis->channel == FW_CHANNEL_X ? "bottom" : "left") : side;
    fw_orient_parse(side, &orient);
    struct fw_axis_spec spec = fw_axis_spec_default(fw_scale_model_train(axis->scale), orient);
    struct fw_guide_source source = { view, &axis->props, vega_config(view, axis, side) };
    spec.grid_scale = axis->grid_scale == NULL ? NULL : fw_scale_model_train(axis->grid_scale);
    fw_guide_number(&source, "offset", &spec.offset);
    /* Vega takes an offset that the axis has out of its grid lines, not one of configuration. */
    struct fw_value own = fw_component_get(&axis->props, "offset");
    spec.grid_offset = own.kind == FW_UNDEFINED ? 0 : spec.offset;
    fw_guide_number(&source, "position", &spec.position);
    fw_guide_number(&source, "translate", &spec.translate);
    fw_guide_number(&source, "minExtent", &spec.min_extent);
    fw_guide_number(&source, "maxExtent", &spec.max_extent);
    set_parts(&source, &spec);
    set_ticks(&source, axis, &spec);
    set_labels(&source, &spec);
    set_title(&source, &spec);
    set_tick_style(&source, &spec);
    return spec;
}

struct fw_axis_spec fw_axis_resolve(const struct fw_view *view, const struct fw_axis_model *axis)
{
    struct fw_axis_spec spec = fw_axis_resolve_unbroken(view, axis);
    fw_axis_wrap(view, axis, &spec);
    return spec;
}
