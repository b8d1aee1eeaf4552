/* The view tree of a normalized spec: units with their encodings and stacks, and what holds them.
 */
#include <math.h>
#include <string.h>

#include "chart/facets.h"
#include "chart/fields.h"
#include "chart/view.h"
#include "expr/datetime.h"
#include "mark/mark.h"
#include "mark/position.h"

struct fw_node fw_chart_node(const struct fw_chart *chart, struct fw_value value)
{
    if (value.kind != FW_OBJECT || value.object->origin == 0 || chart->json == NULL) {
        return fw_node_none();
    }
    return (struct fw_node){ chart->json, (int32_t)value.object->origin - 1 };
}

static bool is_one_of(const char *word, const char *words)
{
    /* `words` has each between spaces. */
    const char *at = words;
    size_t length = strlen(word);
    while ((at = strstr(at, word)) != NULL) {
        if (at[-1] == ' ' && at[length] == ' ') {
            return true;
        }
        at += length;
    }
    return false;
}

static struct fw_value mark_prop(const struct fw_view *unit, const char *property)
{
    struct fw_unit seen = { .mark = unit->mark, .mark_def = unit->mark_def };
    seen.config = &unit->chart->config;
    return fw_unit_prop(&seen, property, NULL);
}

static bool binned(const struct fw_channel_def *def)
{
    return def->kind == FW_DEF_FIELD && def->binned;
}

/* A range along x or y by its second end: bars stand across it unless the ends are bins. */
static bool ranged_orient(const struct fw_encoding *encoding, bool has_x2, bool has_y2,
                          enum fw_mark_orient written, enum fw_mark_orient *orient)
{
    const struct fw_channel_def *x = &encoding->defs[FW_CHANNEL_X];
    const struct fw_channel_def *y = &encoding->defs[FW_CHANNEL_Y];
    if (written != FW_NO_ORIENT) {
        *orient = written;
    } else if (!has_x2) {
        bool across = fw_def_measure(x) ||
                      (x->kind == FW_DEF_FIELD && binned(x) && x->type == FW_QUANTITATIVE);
        *orient = across && binned(y) ? FW_HORIZONTAL : FW_VERTICAL;
    } else if (!has_y2) {
        bool across = fw_def_measure(y) ||
                      (y->kind == FW_DEF_FIELD && binned(y) && y->type == FW_QUANTITATIVE);
        *orient = across && binned(x) ? FW_VERTICAL : FW_HORIZONTAL;
    } else {
        return false;
    }
    return true;
}

/* Lines, ticks, and whatever the rules before left open. */
static enum fw_mark_orient orient_by_measure(const struct fw_encoding *encoding, bool tick,
                                             enum fw_mark_orient written)
{
    const struct fw_channel_def *x = &encoding->defs[FW_CHANNEL_X];
    const struct fw_channel_def *y = &encoding->defs[FW_CHANNEL_Y];
    bool x_measure = fw_def_measure(x), y_measure = fw_def_measure(y);
    if (written != FW_NO_ORIENT) {
        return written;
    }
    if (x_measure != y_measure) {
        return x_measure != tick ? FW_HORIZONTAL : FW_VERTICAL;
    }
    if (x_measure) {
        return FW_VERTICAL;
    }
    bool x_time = x->kind == FW_DEF_FIELD && x->type == FW_TEMPORAL;
    bool y_time = y->kind == FW_DEF_FIELD && y->type == FW_TEMPORAL;
    return x_time == y_time ? FW_NO_ORIENT : x_time ? FW_VERTICAL : FW_HORIZONTAL;
}

/* Source: orient() of Vega-Lite's compile/mark/init.ts. */
static enum fw_mark_orient find_orient(const struct fw_view *unit)
{
    const struct fw_encoding *encoding = unit->encoding;
    const char *mark = unit->mark;
    struct fw_value written_value = mark_prop(unit, "orient");
    enum fw_mark_orient written = fw_is_text(written_value, "vertical")     ? FW_VERTICAL
                                  : fw_is_text(written_value, "horizontal") ? FW_HORIZONTAL
                                                                            : FW_NO_ORIENT;
    if (is_one_of(mark, " point circle square rect image ")) {
        return FW_NO_ORIENT;
    }
    if (is_one_of(mark, " arc geoshape trail ")) {
        return is_one_of(mark, " trail ") ? FW_VERTICAL : FW_VERTICAL;
    }
    const struct fw_channel_def *x = &encoding->defs[FW_CHANNEL_X];
    const struct fw_channel_def *y = &encoding->defs[FW_CHANNEL_Y];
    bool has_x = fw_encoding_has(encoding, FW_CHANNEL_X);
    bool has_y = fw_encoding_has(encoding, FW_CHANNEL_Y);
    bool has_x2 = fw_encoding_has(encoding, FW_CHANNEL_X2);
    bool has_y2 = fw_encoding_has(encoding, FW_CHANNEL_Y2);
    bool bar = is_one_of(mark, " text bar "), rule = is_one_of(mark, " rule ");
    bool area = is_one_of(mark, " area ");
    if (bar) {
        bool y_agg = y->kind == FW_DEF_FIELD && y->aggregate != NULL;
        bool x_agg = x->kind == FW_DEF_FIELD && x->aggregate != NULL;
        enum fw_mark_orient ranged;
        if (x->kind == FW_DEF_FIELD && (x->binned || (y_agg && !x_agg))) {
            return FW_VERTICAL;
        }
        if (y->kind == FW_DEF_FIELD && (y->binned || (x_agg && !y_agg))) {
            return FW_HORIZONTAL;
        }
        if ((has_x2 || has_y2) && ranged_orient(encoding, has_x2, has_y2, written, &ranged)) {
            return ranged;
        }
    }
    if (bar || rule) {
        if (has_x2 && !binned(x) && has_y2 && !binned(y)) {
            return FW_NO_ORIENT;
        }
    }
    if (bar || rule || area) {
        if (has_y2) {
            return binned(y) ? FW_HORIZONTAL : FW_VERTICAL;
        }
        if (has_x2) {
            return binned(x) ? FW_VERTICAL : FW_HORIZONTAL;
        }
        if (rule && has_x != has_y) {
            return has_x ? FW_VERTICAL : FW_HORIZONTAL;
        }
    }
    return orient_by_measure(encoding, is_one_of(mark, " tick "), written);
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
            filled = fw_boolean(!graticule && !is_one_of(unit->mark, " point line rule "));
        }
        unit->mark_def = fw_with(make, unit->mark_def, "filled", filled);
    }
}

static void init_opacity(struct fw_view *unit)
{
    if (mark_prop(unit, "opacity").kind == FW_UNDEFINED &&
        mark_prop(unit, "fillOpacity").kind == FW_UNDEFINED &&
        is_one_of(unit->mark, " point tick circle square ") &&
        !fw_encoding_aggregates(unit->encoding)) {
        /* Vega-Lite: overlapping points show through at 0.7. */
        unit->mark_def = fw_with(unit->chart->make, unit->mark_def, "opacity", fw_number(0.7));
    }
}

static bool stackable(const struct fw_channel_def *def)
{
    return def->kind == FW_DEF_FIELD && def->type == FW_QUANTITATIVE && !fw_def_binning(def) &&
           !def->binned;
}

/* The channel that is stacked, by x and y or by theta and radius. Source: potentialStackedChannel.
 */
static enum fw_channel stacked_channel(const struct fw_view *unit, enum fw_channel x)
{
    enum fw_channel y = x == FW_CHANNEL_X ? FW_CHANNEL_Y : FW_CHANNEL_RADIUS;
    const struct fw_channel_def *xd = &unit->encoding->defs[x], *yd = &unit->encoding->defs[y];
    bool bar = x == FW_CHANNEL_X && is_one_of(unit->mark, " bar area ");
    if (xd->kind == FW_DEF_FIELD && yd->kind == FW_DEF_FIELD) {
        if (stackable(xd) && stackable(yd)) {
            if (fw_to_boolean(xd->stack)) {
                return x;
            }
            if (fw_to_boolean(yd->stack)) {
                return y;
            }
            if ((xd->aggregate != NULL) != (yd->aggregate != NULL)) {
                return xd->aggregate != NULL ? x : y;
            }
            if (bar) {
                return unit->orient == FW_VERTICAL     ? y
                       : unit->orient == FW_HORIZONTAL ? x
                                                       : FW_CHANNEL_NONE;
            }
            return FW_CHANNEL_NONE;
        }
        return stackable(xd) ? x : stackable(yd) ? y : FW_CHANNEL_NONE;
    }
    if (stackable(xd)) {
        return bar && unit->orient == FW_VERTICAL ? FW_CHANNEL_NONE : x;
    }
    if (stackable(yd)) {
        return bar && unit->orient == FW_HORIZONTAL ? FW_CHANNEL_NONE : y;
    }
    return FW_CHANNEL_NONE;
}

static void add_groupby(const struct fw_view *unit, struct fw_stacking *stack,
                        enum fw_channel channel, const char *stacked)
{
    const struct fw_channel_def *def = fw_encoding_field(unit->encoding, channel);
    struct fw_maker make = unit->chart->make;
    if (def != NULL && strcmp(fw_def_column(make, def, NULL), stacked) != 0) {
        stack->groupby[stack->groupby_count++] = channel;
    }
}

static bool in_groupby(const struct fw_view *unit, const struct fw_stacking *stack,
                       const char *column)
{
    for (size_t i = 0; i < stack->groupby_count; i++) {
        const struct fw_channel_def *def = &unit->encoding->defs[stack->groupby[i]];
        if (strcmp(fw_def_column(unit->chart->make, def, NULL), column) == 0) {
            return true;
        }
    }
    return false;
}

static void add_by(const struct fw_view *unit, struct fw_stacking *stack,
                   const struct fw_channel_def *def)
{
    if (def == NULL || def->kind != FW_DEF_FIELD || def->aggregate != NULL ||
        stack->by_count >= FW_COUNT(stack->by)) {
        return;
    }
    if (!in_groupby(unit, stack, fw_def_column(unit->chart->make, def, NULL))) {
        stack->by[stack->by_count++] = def;
    }
}

/* All that is not a position tells the pieces of a stack apart. */
static void find_stack_by(const struct fw_view *unit, struct fw_stacking *stack)
{
    static const enum fw_channel channels[] = {
        FW_CHANNEL_COLOR,       FW_CHANNEL_FILL,        FW_CHANNEL_STROKE,
        FW_CHANNEL_OPACITY,     FW_CHANNEL_FILLOPACITY, FW_CHANNEL_STROKEOPACITY,
        FW_CHANNEL_STROKEWIDTH, FW_CHANNEL_STROKEDASH,  FW_CHANNEL_SIZE,
        FW_CHANNEL_ANGLE,       FW_CHANNEL_SHAPE,       FW_CHANNEL_KEY,
        FW_CHANNEL_TEXT,        FW_CHANNEL_HREF,        FW_CHANNEL_URL,
        FW_CHANNEL_DESCRIPTION,
    };
    for (size_t i = 0; i < FW_COUNT(channels); i++) {
        add_by(unit, stack, fw_encoding_scaled(unit->encoding, channels[i]));
    }
    for (size_t i = 0; i < unit->encoding->detail_count; i++) {
        add_by(unit, stack, &unit->encoding->detail[i]);
    }
    for (size_t i = 0; i < unit->encoding->order_count; i++) {
        add_by(unit, stack, &unit->encoding->order[i]);
    }
}

static const char *stack_offset(const struct fw_view *unit, const struct fw_channel_def *def)
{
    const char *word = fw_text_of(def->stack);
    if (word != NULL) {
        return is_one_of(word, " zero center normalize ") ? word : NULL;
    }
    if (def->stack.kind == FW_BOOLEAN || def->stack.kind == FW_NULL) {
        return fw_to_boolean(def->stack) ? "zero" : NULL;
    }
    return is_one_of(unit->mark, " bar area arc ") ? "zero" : NULL;
}

/* Source: stack() of Vega-Lite's stack.ts. */
static struct fw_stacking *find_stack(const struct fw_view *unit)
{
    const struct fw_encoding *encoding = unit->encoding;
    if (!is_one_of(unit->mark, " arc bar area rule point circle square line text tick ")) {
        return NULL;
    }
    enum fw_channel channel = stacked_channel(unit, FW_CHANNEL_X);
    channel = channel != FW_CHANNEL_NONE ? channel : stacked_channel(unit, FW_CHANNEL_THETA);
    if (channel == FW_CHANNEL_NONE) {
        return NULL;
    }
    const struct fw_channel_def *def = &encoding->defs[channel];
    enum fw_channel across = channel == FW_CHANNEL_X       ? FW_CHANNEL_Y
                             : channel == FW_CHANNEL_Y     ? FW_CHANNEL_X
                             : channel == FW_CHANNEL_THETA ? FW_CHANNEL_RADIUS
                                                           : FW_CHANNEL_THETA;
    struct fw_stacking *stack = FW_NEW(unit->chart->make.arena, struct fw_stacking);
    const char *stacked = fw_def_column(unit->chart->make, def, NULL);
    stack->field_channel = channel;
    stack->impute =
        is_one_of(unit->mark, " line area trail ") && fw_get(def->spec, "impute").kind != FW_NULL;
    add_groupby(unit, stack, across, stacked);
    if (fw_channel_offset(across) != FW_CHANNEL_NONE) {
        add_groupby(unit, stack, fw_channel_offset(across), stacked);
    }
    find_stack_by(unit, stack);
    stack->offset = stack_offset(unit, def);
    bool alone = fw_encoding_aggregates(encoding) && stack->by_count == 0;
    bool ranged = fw_encoding_field_or_datum(encoding, fw_channel_secondary(channel)) != NULL;
    return stack->offset == NULL || alone || ranged ? NULL : stack;
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
        view->extent[side] = NAN;
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

static bool build_children(struct fw_view *view, struct fw_value list)
{
    view->child_count = fw_length(list);
    view->children =
        fw_arena_array(view->chart->make.arena, view->child_count, sizeof *view->children);
    for (size_t i = 0; i < view->child_count; i++) {
        view->children[i] = fw_view_build(view->chart, view, fw_at(list, i));
        if (view->children[i] == NULL) {
            return false;
        }
    }
    return true;
}

static bool build_unit(struct fw_view *view)
{
    init_mark(view, fw_get(view->spec, "mark"));
    view->encoding =
        fw_encoding_decode(view->chart->make, fw_get(view->spec, "encoding"), view->mark);
    view->orient = find_orient(view);
    init_opacity(view);
    drop_steps(view);
    view->stack = find_stack(view);
    align_with_colors(view);
    return fw_unit_tables(view);
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

struct fw_expr_env fw_view_env(const struct fw_view *view)
{
    view->chart->width = view->extent[0];
    view->chart->height = view->extent[1];
    return view->chart->env;
}

struct fw_value fw_view_eval(const struct fw_view *view, struct fw_value value)
{
    struct fw_value text = fw_get(value, "expr");
    if (text.kind != FW_STRING) {
        return value;
    }
    struct fw_maker make = view->chart->make;
    struct fw_expr_fault fault;
    const struct fw_expr *expr =
        fw_expr_parse(make.arena, make.strings, text.string->text, text.string->length, &fault);
    struct fw_expr_env env = fw_view_env(view);
    return expr == NULL ? fw_undefined() : fw_expr_eval(expr, &env);
}

struct fw_value fw_view_data_value(const struct fw_view *view, const struct fw_channel_def *def,
                                   struct fw_value value)
{
    const struct fw_zone *zone = view->chart->env.zone;
    struct fw_value time;
    value = fw_view_eval(view, value);
    if (value.kind == FW_OBJECT && fw_datetime_value(value, zone, &time)) {
        return time;
    }
    bool temporal = def != NULL && (def->type == FW_TEMPORAL || fw_def_time_unit(def));
    if (!temporal || (value.kind != FW_NUMBER && value.kind != FW_STRING)) {
        return value;
    }
    if (fw_def_time_unit(def) && def->time_unit.unit != NULL &&
        fw_datetime_of_unit(def->time_unit.unit, value, zone, &time)) {
        return time;
    }
    return value.kind == FW_NUMBER
               ? fw_time(value.number)
               : fw_time(fw_date_parse(value.string->text, value.string->length, zone));
}
