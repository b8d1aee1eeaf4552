/* Legends of views: Vega-Lite's properties and defaults, merged over views and channels. Source:
 * compile/legend. */
#include <math.h>
#include <string.h>

#include "explain/axes.h"
#include "explain/explain.h"
#include "explain/guides.h"
#include "format/unit.h"
#include "mark/style.h"

/* What the rules for one legend look at. */
struct rule {
    const struct fw_view *unit;
    enum fw_channel channel;
    const struct fw_channel_def *def;
    struct fw_value spec, config; /* the definition's `legend`; config.legend */
    enum fw_scale_kind kind;
    const char *orient;
    bool gradient;         /* drawn as a gradient rather than symbols */
    const char *direction; /* NULL: vertical */
};

static struct fw_value text(const struct rule *rule, const char *word)
{
    return word == NULL ? fw_undefined() : fw_text_value(rule->unit->chart->make, word);
}

static bool smooth(enum fw_scale_kind kind)
{
    return fw_scale_kind_continuous(kind) && !fw_scale_kind_discretizing(kind);
}

static bool default_gradient(const struct rule *rule)
{
    const char *unit = rule->def->kind == FW_DEF_FIELD ? rule->def->time_unit.unit : NULL;
    bool cyclic = unit != NULL && (strcmp(unit, "quarter") == 0 || strcmp(unit, "month") == 0 ||
                                   strcmp(unit, "day") == 0);
    return fw_channel_is_color(rule->channel) && !cyclic && smooth(rule->kind);
}

static const char *default_direction(const struct rule *rule)
{
    static const char *const vertical[] = { "left", "right", "none" };
    if (strcmp(rule->orient, "top") == 0 || strcmp(rule->orient, "bottom") == 0) {
        return "horizontal";
    }
    for (size_t i = 0; i < FW_COUNT(vertical); i++) {
        if (strcmp(rule->orient, vertical[i]) == 0) {
            return NULL;
        }
    }
    return rule->gradient ? "horizontal" : NULL;
}

static struct fw_value rule_direction(const struct rule *rule)
{
    return text(rule, rule->direction);
}

static struct fw_value rule_format_type(const struct rule *rule)
{
    return fw_guide_format_type(rule->unit, rule->def, rule->spec, rule->kind);
}

static struct fw_value rule_format(const struct rule *rule)
{
    const struct fw_config *all = &rule->unit->chart->config;
    struct fw_value format = fw_get(rule->spec, "format");
    if (fw_guide_is_temporal(rule->def, rule->spec)) {
        struct fw_time_unit unit;
        const char *name = rule->def->kind == FW_DEF_FIELD ? rule->def->time_unit.unit : NULL;
        if (fw_to_boolean(format)) {
            return format;
        }
        if (name != NULL && fw_time_unit_parse(name, &unit)) {
            return text(rule, fw_time_unit_specifier(rule->unit->chart->make.arena, &unit));
        }
        return fw_config_get(all, NULL, "timeFormat");
    }
    if (format.kind != FW_UNDEFINED || rule->def->type != FW_QUANTITATIVE) {
        return format;
    }
    return fw_config_get(all, NULL, "numberFormat");
}

/* {"side": 0 or 1, "least", "most"}: as long as the view, within bounds. */
static struct fw_value view_length(const struct rule *rule, int side, const char *least,
                                   const char *most)
{
    struct fw_maker make = rule->unit->chart->make;
    struct fw_value length = fw_with(make, fw_undefined(), "side", fw_number(side));
    length = fw_with(make, length, "least", fw_get(rule->config, least));
    return fw_with(make, length, "most", fw_get(rule->config, most));
}

static struct fw_value rule_gradient_length(const struct rule *rule)
{
    struct fw_value length = fw_get(rule->spec, "gradientLength");
    length = fw_is_nil(length) ? fw_get(rule->config, "gradientLength") : length;
    if (!fw_is_nil(length) || !smooth(rule->kind)) {
        return length;
    }
    if (rule->direction == NULL || strcmp(rule->direction, "horizontal") != 0) {
        return view_length(rule, 1, "gradientVerticalMinLength", "gradientVerticalMaxLength");
    }
    if (strcmp(rule->orient, "top") == 0 || strcmp(rule->orient, "bottom") == 0) {
        return view_length(rule, 0, "gradientHorizontalMinLength", "gradientHorizontalMaxLength");
    }
    return fw_get(rule->config, "gradientHorizontalMinLength");
}

static struct fw_value rule_label_overlap(const struct rule *rule)
{
    struct fw_value overlap = fw_get(rule->spec, "labelOverlap");
    overlap = fw_is_nil(overlap) ? fw_get(rule->config, "labelOverlap") : overlap;
    bool greedy = rule->kind == FW_SCALE_QUANTILE || rule->kind == FW_SCALE_THRESHOLD ||
                  rule->kind == FW_SCALE_LOG || rule->kind == FW_SCALE_SYMLOG;
    return fw_is_nil(overlap) && greedy ? text(rule, "greedy") : overlap;
}

/* The first value of a channel's conditions, else its own value. */
static struct fw_value first_value(const struct fw_channel_def *def)
{
    struct fw_value value = def->kind == FW_DEF_VALUE ? def->value : fw_undefined();
    for (size_t i = 0; value.kind == FW_UNDEFINED && i < fw_length(def->conditions); i++) {
        value = fw_get(fw_at(def->conditions, i), "value");
    }
    return value;
}

static struct fw_value rule_symbol_type(const struct rule *rule)
{
    static const char *const squares[] = { "bar", "rect", "image", "square" };
    static const char *const strokes[] = { "line", "trail", "rule" };
    struct fw_value type = fw_get(rule->spec, "symbolType");
    if (!fw_is_nil(type)) {
        return type;
    }
    if (rule->channel != FW_CHANNEL_SHAPE) {
        struct fw_value shape = first_value(&rule->unit->encoding->defs[FW_CHANNEL_SHAPE]);
        shape = shape.kind == FW_UNDEFINED ? fw_get(rule->unit->mark_def, "shape") : shape;
        if (fw_to_boolean(shape)) {
            return shape;
        }
    }
    for (size_t i = 0; i < FW_COUNT(squares); i++) {
        if (strcmp(rule->unit->mark, squares[i]) == 0) {
            return text(rule, "square");
        }
    }
    for (size_t i = 0; i < FW_COUNT(strokes); i++) {
        if (strcmp(rule->unit->mark, strokes[i]) == 0) {
            return text(rule, "stroke");
        }
    }
    return text(rule, "circle");
}

static struct fw_value rule_title(const struct rule *rule)
{
    struct fw_value title = fw_get(rule->spec, "title");
    if (title.kind == FW_UNDEFINED) {
        title = fw_get(rule->def->spec, "title");
    }
    if (title.kind == FW_UNDEFINED && rule->def->kind == FW_DEF_FIELD) {
        title = text(rule, fw_view_field_title(rule->unit, rule->def));
    }
    return title;
}

static struct fw_value rule_type(const struct rule *rule)
{
    const char *word = rule->gradient ? "gradient" : "symbol";
    const char *written = fw_get_text(rule->spec, "type", NULL);
    word = written != NULL ? written : word;
    if (fw_channel_is_color(rule->channel) && smooth(rule->kind)) {
        return strcmp(word, "gradient") == 0 ? fw_undefined() : text(rule, word);
    }
    return strcmp(word, "symbol") == 0 ? fw_undefined() : text(rule, word);
}

static struct fw_value rule_values(const struct rule *rule)
{
    struct fw_value values = fw_view_eval(rule->unit, fw_get(rule->spec, "values"));
    if (values.kind != FW_ARRAY) {
        return fw_undefined();
    }
    struct fw_maker make = rule->unit->chart->make;
    struct fw_value made = fw_array_value(make.arena, NULL, 0);
    for (size_t i = 0; i < fw_length(values); i++) {
        made = fw_append(make, made, fw_view_data_value(rule->unit, rule->def, fw_at(values, i)));
    }
    return made;
}

struct legend_rule {
    const char *name;
    struct fw_value (*rule)(const struct rule *rule); /* NULL: as written */
};

static const struct legend_rule legend_rules[] = {
    { "direction", rule_direction },
    { "format", rule_format },
    { "formatType", rule_format_type },
    { "gradientLength", rule_gradient_length },
    { "labelOverlap", rule_label_overlap },
    { "symbolType", rule_symbol_type },
    { "title", rule_title },
    { "type", rule_type },
    { "values", rule_values },
    { "clipHeight", NULL },
    { "columnPadding", NULL },
    { "columns", NULL },
    { "cornerRadius", NULL },
    { "fillColor", NULL },
    { "gradientOpacity", NULL },
    { "gradientStrokeColor", NULL },
    { "gradientStrokeWidth", NULL },
    { "gradientThickness", NULL },
    { "gridAlign", NULL },
    { "labelAlign", NULL },
    { "labelBaseline", NULL },
    { "labelColor", NULL },
    { "labelExpr", NULL },
    { "labelFont", NULL },
    { "labelFontSize", NULL },
    { "labelFontStyle", NULL },
    { "labelFontWeight", NULL },
    { "labelLimit", NULL },
    { "labelOffset", NULL },
    { "labelOpacity", NULL },
    { "labelPadding", NULL },
    { "labelSeparation", NULL },
    { "legendX", NULL },
    { "legendY", NULL },
    { "offset", NULL },
    { "orient", NULL },
    { "padding", NULL },
    { "rowPadding", NULL },
    { "strokeColor", NULL },
    { "symbolDash", NULL },
    { "symbolDashOffset", NULL },
    { "symbolFillColor", NULL },
    { "symbolLimit", NULL },
    { "symbolOffset", NULL },
    { "symbolOpacity", NULL },
    { "symbolSize", NULL },
    { "symbolStrokeColor", NULL },
    { "symbolStrokeWidth", NULL },
    { "tickCount", NULL },
    { "tickMinStep", NULL },
    { "titleAlign", NULL },
    { "titleAnchor", NULL },
    { "titleBaseline", NULL },
    { "titleColor", NULL },
    { "titleFont", NULL },
    { "titleFontSize", NULL },
    { "titleFontStyle", NULL },
    { "titleFontWeight", NULL },
    { "titleLimit", NULL },
    { "titleLineHeight", NULL },
    { "titleOpacity", NULL },
    { "titleOrient", NULL },
    { "titlePadding", NULL },
    { "zindex", NULL },
};

static bool is_written(const struct rule *rule, const char *name, struct fw_value value)
{
    struct fw_value written = fw_get(rule->spec, name);
    if (strcmp(name, "values") == 0) {
        return fw_to_boolean(written);
    }
    if (strcmp(name, "title") == 0 && fw_equal(value, fw_get(rule->def->spec, "title"))) {
        return true;
    }
    return written.kind != FW_UNDEFINED && fw_equal(value, written);
}

/* Where the scale of a channel shows in a legend. */
static enum fw_legend_channel shown_as(const struct fw_view *unit, enum fw_channel channel)
{
    bool trail = strcmp(unit->mark, "trail") == 0;
    switch ((int)channel) {
    case FW_CHANNEL_COLOR:
        return !trail && fw_get_boolean(unit->mark_def, "filled", true) ? FW_LEGEND_FILL
                                                                        : FW_LEGEND_STROKE;
    case FW_CHANNEL_SIZE:
        return trail ? FW_LEGEND_STROKE_WIDTH : FW_LEGEND_SIZE;
    case FW_CHANNEL_SHAPE:
        return FW_LEGEND_SHAPE;
    case FW_CHANNEL_FILL:
        return FW_LEGEND_FILL;
    case FW_CHANNEL_STROKE:
        return FW_LEGEND_STROKE;
    case FW_CHANNEL_STROKEDASH:
        return FW_LEGEND_STROKE_DASH;
    case FW_CHANNEL_STROKEWIDTH:
        return FW_LEGEND_STROKE_WIDTH;
    }
    return FW_LEGEND_OPACITY;
}

static void parse_legend(struct fw_view *unit, enum fw_channel channel,
                         struct fw_legend_model *legend)
{
    struct fw_arena *arena = unit->chart->make.arena;
    struct rule rule = { .unit = unit, .channel = channel };
    rule.def = fw_encoding_scaled(unit->encoding, channel);
    struct fw_value spec = fw_get(rule.def->spec, "legend");
    rule.spec = spec;
    rule.config = fw_config_get(&unit->chart->config, NULL, "legend");
    rule.kind = fw_scale_model_kind(unit->scales[channel]);
    rule.orient = fw_get_text(spec, "orient", fw_get_text(rule.config, "orient", "right"));
    const char *type = fw_get_text(spec, "type", NULL);
    rule.gradient = type != NULL ? strcmp(type, "gradient") == 0 : default_gradient(&rule);
    rule.direction =
        fw_get_text(spec, "direction", fw_get_text(rule.config, "gradientDirection", NULL));
    rule.direction = rule.direction == NULL ? default_direction(&rule) : rule.direction;
    legend->unit = unit;
    legend->channel = channel;
    legend->looks = FW_NEW(arena, struct fw_legend_mark);
    *legend->looks = (struct fw_legend_mark){ unit, channel, rule.gradient };
    legend->look_count = 1;
    for (int i = 0; i < FW_LEGEND_CHANNEL_COUNT; i++) {
        legend->channels[i] = FW_CHANNEL_NONE;
    }
    enum fw_legend_channel shown = shown_as(unit, channel);
    legend->channels[shown] = channel;
    legend->scales[shown] = unit->scales[channel];
    bool given = spec.kind != FW_UNDEFINED;
    bool off = given ? !fw_to_boolean(spec) : fw_to_boolean(fw_get(rule.config, "disable"));
    fw_component_set(arena, &legend->props, "disable", fw_boolean(off), given);
    for (size_t i = 0; !off && i < FW_COUNT(legend_rules); i++) {
        const struct legend_rule *r = &legend_rules[i];
        const char *other = rule.gradient ? "symbol" : "gradient";
        if (strncmp(r->name, other, strlen(other)) == 0) {
            continue;
        }
        struct fw_value value = r->rule != NULL ? r->rule(&rule) : fw_get(spec, r->name);
        bool written = is_written(&rule, r->name, value);
        if (written || fw_get(rule.config, r->name).kind == FW_UNDEFINED) {
            fw_component_set(arena, &legend->props, r->name, value, written);
        }
    }
}

static void parse_unit(struct fw_view *unit)
{
    static const enum fw_channel channels[] = {
        FW_CHANNEL_COLOR,  FW_CHANNEL_SIZE,       FW_CHANNEL_SHAPE,       FW_CHANNEL_FILL,
        FW_CHANNEL_STROKE, FW_CHANNEL_STROKEDASH, FW_CHANNEL_STROKEWIDTH, FW_CHANNEL_OPACITY,
    };
    unit->legends =
        FW_NEW_ARRAY(unit->chart->make.arena, FW_COUNT(channels), struct fw_legend_model);
    for (size_t i = 0; i < FW_COUNT(channels); i++) {
        if (unit->scales[channels[i]] != NULL) {
            parse_legend(unit, channels[i], &unit->legends[unit->legend_count++]);
        }
    }
}

static struct fw_split merge_tie(void *context, const char *name, struct fw_split a,
                                 struct fw_split b)
{
    struct fw_maker *make = context;
    if (strcmp(name, "symbolType") == 0) {
        return fw_is_text(b.value, "circle") ? b : a;
    }
    if (strcmp(name, "title") == 0) {
        return fw_title_merge(*make, a, b);
    }
    if (strcmp(name, "type") == 0) {
        return (struct fw_split){ fw_text_value(*make, "symbol"), false };
    }
    return a;
}

static bool merge_legend(struct fw_maker make, struct fw_legend_model *into,
                         const struct fw_legend_model *from)
{
    struct fw_split a = fw_component_split(&into->props, "orient");
    struct fw_split b = fw_component_split(&from->props, "orient");
    if (a.written && b.written && !fw_equal(a.value, b.value)) {
        return false;
    }
    fw_component_merge(make.arena, &into->props, &from->props, merge_tie, &make);
    size_t count = into->look_count + from->look_count;
    struct fw_legend_mark *looks =
        fw_arena_grow(make.arena, into->looks, into->look_count, count, sizeof *looks);
    for (size_t i = 0; i < from->look_count; i++) {
        looks[into->look_count + i] = from->looks[i];
    }
    into->looks = looks;
    into->look_count = count;
    for (int i = 0; i < FW_LEGEND_CHANNEL_COUNT; i++) {
        if (into->scales[i] == NULL && from->scales[i] != NULL) {
            into->scales[i] = from->scales[i];
            into->channels[i] = from->channels[i];
        }
    }
    return true;
}

static struct fw_legend_model *find_legend(const struct fw_view *view, enum fw_channel channel)
{
    for (size_t i = 0; i < view->legend_count; i++) {
        if (view->legends[i].channel == channel) {
            return &view->legends[i];
        }
    }
    return NULL;
}

static void take_legend(struct fw_view *view, const struct fw_legend_model *legend)
{
    struct fw_arena *arena = view->chart->make.arena;
    struct fw_legend_model *list = fw_arena_grow(arena, view->legends, view->legend_count,
                                                 view->legend_count + 1, sizeof *list);
    list[view->legend_count] = *legend;
    list[view->legend_count].props = fw_component_clone(arena, &legend->props);
    view->legends = list;
    view->legend_count++;
}

/* Whether the legends of a channel below `view` can be drawn as one. */
static bool legends_agree(const struct fw_view *view, enum fw_channel channel)
{
    struct fw_value first = fw_undefined();
    for (size_t i = 0; i < view->child_count; i++) {
        const struct fw_legend_model *legend = find_legend(view->children[i], channel);
        struct fw_split orient = { fw_undefined(), false };
        if (legend != NULL) {
            orient = fw_component_split(&legend->props, "orient");
        }
        if (orient.written && first.kind != FW_UNDEFINED && !fw_equal(first, orient.value)) {
            return false;
        }
        first = orient.written ? orient.value : first;
    }
    return true;
}

/* Shared legends go up to `view`; those that cannot be merged stay below. */
static void lift_legends(struct fw_view *view)
{
    for (size_t i = 0; i < view->child_count; i++) {
        struct fw_view *child = view->children[i];
        for (size_t k = 0; k < child->legend_count; k++) {
            struct fw_legend_model *legend = &child->legends[k];
            if (legend->gone || !fw_view_shares_legend(view, legend->channel)) {
                continue;
            }
            struct fw_legend_model *shared = find_legend(view, legend->channel);
            if (shared != NULL) {
                merge_legend(view->chart->make, shared, legend);
            } else if (legends_agree(view, legend->channel)) {
                take_legend(view, legend);
            } else {
                view->legend_resolve[legend->channel] = 'i';
                continue;
            }
            legend->gone = true;
        }
    }
}

static void parse_tree(struct fw_view *view)
{
    if (view->kind == FW_VIEW_UNIT) {
        parse_unit(view);
        return;
    }
    for (size_t i = 0; i < view->child_count; i++) {
        parse_tree(view->children[i]);
    }
    lift_legends(view);
}

/* The field that all units below show on a channel, or NULL when they differ. */
static const char *field_of(const struct fw_view *view, enum fw_channel channel, bool *mixed)
{
    if (view->kind == FW_VIEW_UNIT) {
        const struct fw_channel_def *def = fw_encoding_scaled(view->encoding, channel);
        return def != NULL && def->kind == FW_DEF_FIELD ? def->field : NULL;
    }
    const char *found = NULL;
    for (size_t i = 0; i < view->child_count; i++) {
        const char *field = field_of(view->children[i], channel, mixed);
        if (field != NULL && found != NULL && strcmp(field, found) != 0) {
            *mixed = true;
        }
        found = found == NULL ? field : found;
    }
    return *mixed ? NULL : found;
}

static bool mergeable(const struct fw_view *view, const struct fw_legend_model *a,
                      const struct fw_legend_model *b)
{
    bool mixed_a = false, mixed_b = false;
    const char *x = field_of(view, a->channel, &mixed_a);
    const char *y = field_of(view, b->channel, &mixed_b);
    if (x == NULL || y == NULL || strcmp(x, y) != 0) {
        return false;
    }
    struct fw_scale_model *s = fw_view_scale(a->unit, a->channel);
    struct fw_scale_model *t = fw_view_scale(b->unit, b->channel);
    return fw_scale_kind_discrete(fw_scale_model_kind(s)) ==
           fw_scale_kind_discrete(fw_scale_model_kind(t));
}

/* Legends of one view that show the same field become one. Source: assembleLegends. */
static void join_channels(struct fw_view *view)
{
    for (size_t i = 0; i < view->child_count; i++) {
        join_channels(view->children[i]);
    }
    for (size_t i = 0; i < view->legend_count; i++) {
        for (size_t k = i + 1; !view->legends[i].gone && k < view->legend_count; k++) {
            struct fw_legend_model *other = &view->legends[k];
            if (!other->gone && mergeable(view, &view->legends[i], other) &&
                merge_legend(view->chart->make, &view->legends[i], other)) {
                other->gone = true;
            }
        }
    }
}

void fw_legends_parse(struct fw_view *view)
{
    parse_tree(view);
    join_channels(view);
}
