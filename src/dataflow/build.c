/* The view tree of a normalized spec: units with their encodings and stacks, and what holds them.
 */
#include <math.h>
#include <string.h>

#include "base/word.h"
#include "dataflow/dataflow.h"
#include "dataflow/facets.h"
#include "dataflow/fields.h"
#include "encoding/orient.h"
#include "expr/datetime.h"
#include "mark/mark.h"
#include "mark/position.h"
#include "view/selection.h"
#include "view/view.h"

/* As much of the unit as encoding/ looks at before there are tables and scales. */
static struct fw_unit seen_unit(const struct fw_view *view)
{
    return (struct fw_unit){
        .make = view->chart->make,
        .config = &view->chart->config,
        .mark = view->mark,
        .mark_def = view->mark_def,
        .encoding = view->encoding,
    };
}

static struct fw_value mark_prop(const struct fw_view *unit, const char *property)
{
    struct fw_unit seen = seen_unit(unit);
    return fw_unit_prop(&seen, property, NULL);
}

/* The mark definition with `filled`, and the fainter opacity that points have unless aggregated. */
static void init_mark(struct fw_view *unit, struct fw_value mark)
{
    struct fw_maker make = unit->chart->make;
    if (mark.kind == FW_STRING) {
        mark = fw_with(make, fw_undefined(), "type", mark);
    }
    unit->mark_def = mark;
    unit->mark = fw_get_text(mark, "type", "point");
    if (fw_get(mark, "filled").kind == FW_UNDEFINED) {
        struct fw_value filled = mark_prop(unit, "filled");
        bool graticule = fw_has(fw_get(unit->spec, "data"), "graticule");
        if (graticule || filled.kind == FW_UNDEFINED) {
            filled = fw_boolean(!graticule && !FW_IS_ONE_OF(unit->mark, "point", "line", "rule"));
        }
        unit->mark_def = fw_with(make, unit->mark_def, "filled", filled);
    }
}

static void init_opacity(struct fw_view *unit)
{
    if (mark_prop(unit, "opacity").kind == FW_UNDEFINED &&
        mark_prop(unit, "fillOpacity").kind == FW_UNDEFINED &&
        FW_IS_ONE_OF(unit->mark, "point", "tick", "circle", "square") &&
        !fw_encoding_aggregates(unit->encoding)) {
        /* Vega-Lite: overlapping points show through at 0.7. */
        unit->mark_def = fw_with(unit->chart->make, unit->mark_def, "opacity", fw_number(0.7));
    }
}

/*
 * A color domain that is written out orders grouped and stacked pieces too, where nothing else
 * does. Source: alignStackOrderWithColorDomain.
 */
static void align_with_colors(struct fw_view *unit)
{
    struct fw_encoding *encoding = unit->encoding;
    bool fill = fw_encoding_has(encoding, FW_CHANNEL_FILL);
    const struct fw_channel_def *color =
        fw_encoding_field(encoding, fill ? FW_CHANNEL_FILL : FW_CHANNEL_COLOR);
    if (color == NULL || color->field == NULL || color->type != FW_NOMINAL ||
        encoding->order_count > 0 || fw_encoding_has(encoding, FW_CHANNEL_ORDER)) {
        return;
    }
    struct fw_value domain = fw_get(fw_get(color->spec, "scale"), "domain");
    if (domain.kind != FW_ARRAY) {
        return;
    }
    bool x = fw_encoding_has(encoding, FW_CHANNEL_XOFFSET);
    struct fw_channel_def *offset = &encoding->defs[x ? FW_CHANNEL_XOFFSET : FW_CHANNEL_YOFFSET];
    if (offset->kind == FW_DEF_FIELD && !fw_to_boolean(offset->sort)) {
        offset->sort = domain;
    } else if (unit->stack != NULL) {
        fw_unit_order_by(unit, color->field, domain, unit->orient != FW_HORIZONTAL);
    }
}

static struct fw_size_model read_size(struct fw_value value, struct fw_size_model inherited)
{
    struct fw_size_model size = inherited;
    if (value.kind == FW_NUMBER) {
        size = (struct fw_size_model){ .how = FW_SIZE_NUMBER, .number = value.number };
        size.written = true;
    } else if (fw_has(value, "step")) {
        size = (struct fw_size_model){ .how = FW_SIZE_STEP,
                                       .number = fw_get_number(value, "step", 20) };
        size.step_for_position = fw_is_text(fw_get(value, "for"), "position");
        size.written = true;
    } else if (fw_is_text(value, "container")) {
        size = (struct fw_size_model){ .how = FW_SIZE_CONTAINER, .written = true };
    }
    return size;
}

static void init_sizes(struct fw_view *view)
{
    static const char *const names[] = { "width", "height" };
    for (int side = 0; side < 2; side++) {
        struct fw_size_model none = { .how = FW_SIZE_NONE };
        bool layered = view->parent != NULL && view->parent->kind == FW_VIEW_LAYER;
        view->size[side] =
            read_size(fw_get(view->spec, names[side]), layered ? view->parent->size[side] : none);
        view->extent[side] = view->given[side] = NAN;
    }
}

/* A step makes no sense where a position is continuous. */
static void drop_steps(struct fw_view *unit)
{
    for (int side = 0; side < 2; side++) {
        enum fw_channel channel = side == 0 ? FW_CHANNEL_X : FW_CHANNEL_Y;
        const struct fw_channel_def *def = fw_encoding_field_or_datum(unit->encoding, channel);
        bool continuous = def != NULL && (def->kind == FW_DEF_DATUM
                                              ? def->datum.kind == FW_NUMBER
                                              : def->type != FW_TYPE_NONE && !fw_def_discrete(def));
        if (continuous && unit->size[side].how == FW_SIZE_STEP) {
            unit->size[side] = (struct fw_size_model){ .how = FW_SIZE_NONE };
        }
    }
}

static void read_resolve(struct fw_value resolve, const char *what, char *into)
{
    struct fw_value object = fw_get(resolve, what);
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        const char *word = fw_get_text(object, fw_channel_name((enum fw_channel)c), NULL);
        into[c] = word == NULL ? 0 : strcmp(word, "shared") == 0 ? 's' : 'i';
    }
}

/* Whether a view, or one below it, has a lookup from a param. */
static bool looks_up_selection(struct fw_value spec)
{
    static const char *const below[] = { "layer", "concat", "hconcat", "vconcat" };
    struct fw_value steps = fw_get(spec, "transform");
    bool found = fw_has(spec, "spec") && looks_up_selection(fw_get(spec, "spec"));
    for (size_t i = 0; i < fw_length(steps); i++) {
        found = found || fw_has(fw_get(fw_at(steps, i), "from"), "param");
    }
    for (size_t i = 0; i < FW_COUNT(below); i++) {
        struct fw_value list = fw_get(spec, below[i]);
        for (size_t k = 0; !found && k < fw_length(list); k++) {
            found = looks_up_selection(fw_at(list, k));
        }
    }
    return found;
}

static bool build_children(struct fw_view *view, struct fw_value list)
{
    view->child_count = fw_length(list);
    view->children =
        fw_arena_array(view->chart->make.arena, view->child_count, sizeof *view->children);
    /* Views that look rows up in a selection come after those that may have it. */
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < view->child_count; i++) {
            if (looks_up_selection(fw_at(list, i)) == (pass == 1)) {
                view->children[i] = fw_view_build(view->chart, view, fw_at(list, i));
                if (view->children[i] == NULL) {
                    return false;
                }
            }
        }
    }
    return true;
}

/* What a unit's spec says by itself, whatever its data. */
static void describe_unit(struct fw_view *view)
{
    init_mark(view, fw_get(view->spec, "mark"));
    view->encoding =
        fw_encoding_decode(view->chart->make, fw_get(view->spec, "encoding"), view->mark);
    struct fw_unit seen = seen_unit(view);
    view->orient = seen.orient = fw_unit_orient(&seen);
    init_opacity(view);
    drop_steps(view);
    view->stack = fw_unit_stacking(&seen);
}

static bool build_unit(struct fw_view *view)
{
    align_with_colors(view);
    bool built = fw_unit_tables(view);
    fw_selections_settle(view);
    return built;
}

static bool build_concat(struct fw_view *view)
{
    struct fw_value list = fw_get(view->spec, "hconcat");
    view->columns = 0;
    if (list.kind != FW_ARRAY) {
        list = fw_get(view->spec, "vconcat");
        view->columns = 1;
    }
    if (list.kind != FW_ARRAY) {
        list = fw_get(view->spec, "concat");
        view->columns = (size_t)fw_get_number(view->spec, "columns", 0);
    }
    return build_children(view, list);
}

static enum fw_view_kind kind_of(struct fw_value spec)
{
    if (fw_has(spec, "layer")) {
        return FW_VIEW_LAYER;
    }
    if (fw_has(spec, "facet")) {
        return FW_VIEW_FACET;
    }
    bool concat = fw_has(spec, "concat") || fw_has(spec, "hconcat") || fw_has(spec, "vconcat");
    return concat ? FW_VIEW_CONCAT : FW_VIEW_UNIT;
}

struct fw_view *fw_view_build(struct fw_chart *chart, struct fw_view *parent, struct fw_value spec)
{
    struct fw_view *view = FW_NEW(chart->make.arena, struct fw_view);
    view->chart = chart;
    view->parent = parent;
    view->spec = spec;
    view->model = view;
    view->kind = kind_of(spec);
    view->name = fw_get_text(spec, "name", NULL);
    init_sizes(view);
    struct fw_value resolve = fw_get(spec, "resolve");
    read_resolve(resolve, "scale", view->scale_resolve);
    read_resolve(resolve, "axis", view->axis_resolve);
    read_resolve(resolve, "legend", view->legend_resolve);
    if (view->kind == FW_VIEW_UNIT) {
        describe_unit(view);
    }
    if (!fw_view_load(view)) {
        return NULL;
    }
    bool built = false;
    switch (view->kind) {
    case FW_VIEW_UNIT:
        built = build_unit(view);
        break;
    case FW_VIEW_LAYER:
        built = build_children(view, fw_get(spec, "layer"));
        break;
    case FW_VIEW_CONCAT:
        built = build_concat(view);
        break;
    case FW_VIEW_FACET:
        built = fw_facet_build(view);
        break;
    }
    return built ? view : NULL;
}
