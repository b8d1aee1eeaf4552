/* Axes of views: Vega-Lite's properties and defaults, merged over layers. Source: Vega-Lite,
 * compile/axis. */
#include "explain/axes.h"

#include <math.h>
#include <string.h>

#include "explain/explain.h"
#include "explain/guides.h"
#include "format/interval.h"
#include "format/unit.h"
#include "mark/style.h"

/* What the rules for one axis look at. */
struct rule {
    const struct fw_view *unit;
    enum fw_channel channel;
    const struct fw_channel_def *def;
    struct fw_value spec; /* the definition's `axis`, an object or undefined */
    enum fw_scale_kind kind;
    const char *orient;
    struct fw_value angle;      /* label angle, 0 to 360, or undefined */
    bool angle_by_expr;         /* Vega-Lite then writes alignments out, where there are none too */
    struct fw_value own, theme; /* config sections that Vega-Lite and Vega read, merged */
    struct fw_value styled;     /* config styles of those sections */
};

static struct fw_value config(const struct rule *rule, const char *section)
{
    return fw_config_get(&rule->unit->chart->config, NULL, section);
}

static const char *const *type_sections(enum fw_scale_kind kind)
{
    static const char *const band[] = { "Discrete", "Band", NULL };
    static const char *const point[] = { "Discrete", "Point", NULL };
    static const char *const quantitative[] = { "Quantitative", NULL };
    static const char *const temporal[] = { "Temporal", NULL };
    static const char *const none[] = { NULL };
    switch (kind) {
    case FW_SCALE_BAND:
        return band;
    case FW_SCALE_POINT:
        return point;
    case FW_SCALE_LINEAR:
    case FW_SCALE_LOG:
    case FW_SCALE_POW:
    case FW_SCALE_SQRT:
    case FW_SCALE_SYMLOG:
        return quantitative;
    case FW_SCALE_TIME:
    case FW_SCALE_UTC:
        return temporal;
    case FW_SCALE_IDENTITY:
    case FW_SCALE_ORDINAL:
    case FW_SCALE_BIN_ORDINAL:
    case FW_SCALE_QUANTILE:
    case FW_SCALE_QUANTIZE:
    case FW_SCALE_THRESHOLD:
    case FW_SCALE_SEQUENTIAL:
        break;
    }
    return none;
}

static void add_section(struct rule *rule, struct fw_value *into, const char *name)
{
    struct fw_maker make = rule->unit->chart->make;
    struct fw_value section = config(rule, name);
    *into = fw_merge(make, *into, section);
    struct fw_value style = fw_get(section, "style");
    const struct fw_config *all = &rule->unit->chart->config;
    if (style.kind == FW_STRING) {
        rule->styled = fw_merge(make, rule->styled, fw_get(all->style, style.string->text));
    }
    for (size_t i = 0; i < fw_length(style); i++) {
        const char *text = fw_text_of(fw_at(style, i));
        rule->styled = fw_merge(make, rule->styled, fw_get(all->style, text ? text : ""));
    }
}

/* Gathers config.axis, axisX, axisBand, axisXBand, axisBottom, ... Source: getAxisConfigs. */
static void gather_config(struct rule *rule)
{
    struct fw_arena *arena = rule->unit->chart->make.arena;
    bool x = rule->channel == FW_CHANNEL_X;
    char *side = fw_arena_printf(arena, "axis%s", rule->orient);
    side[4] = (char)(side[4] - 'a' + 'A');
    add_section(rule, &rule->theme, "axis");
    add_section(rule, &rule->theme, side);
    add_section(rule, &rule->theme, x ? "axisX" : "axisY");
    const char *const *types = type_sections(rule->kind);
    for (size_t i = 0; types[i] != NULL; i++) {
        add_section(rule, &rule->own, fw_arena_printf(arena, "axis%s", types[i]));
    }
    for (size_t i = 0; types[i] != NULL; i++) {
        add_section(rule, &rule->own, fw_arena_printf(arena, "axis%c%s", x ? 'X' : 'Y', types[i]));
    }
}

/* Which configuration sets a property: styles and type sections before the general ones. */
static struct fw_value config_value(const struct rule *rule, const char *name, bool *general)
{
    struct fw_value value =
        fw_config_style(&rule->unit->chart->config, fw_get(rule->spec, "style"), name);
    *general = false;
    if (value.kind == FW_UNDEFINED) {
        value = fw_get(rule->own, name);
    }
    if (value.kind == FW_UNDEFINED) {
        value = fw_get(rule->theme, name);
        *general = value.kind != FW_UNDEFINED;
    }
    return value.kind != FW_UNDEFINED ? value : fw_get(rule->styled, name);
}

static struct fw_value any_config(const struct rule *rule, const char *name)
{
    bool general;
    return config_value(rule, name, &general);
}

static struct fw_value text(const struct rule *rule, const char *word)
{
    return fw_text_value(rule->unit->chart->make, word);
}

static bool is_field(const struct rule *rule)
{
    return rule->def->kind == FW_DEF_FIELD;
}

static struct fw_value normal_angle(struct fw_value angle)
{
    if (angle.kind == FW_NUMBER) {
        double a = fmod(angle.number, 360);
        return fw_number(a < 0 ? a + 360 : a);
    }
    return angle;
}

/* The angle as written; undefined: neither in the spec nor in the configuration. */
static struct fw_value written_angle(const struct rule *rule)
{
    struct fw_value written = fw_get(rule->spec, "labelAngle");
    return written.kind != FW_UNDEFINED ? written : any_config(rule, "labelAngle");
}

static struct fw_value rule_angle(const struct rule *rule)
{
    struct fw_value angle = fw_view_eval(rule->unit, written_angle(rule));
    if (angle.kind != FW_UNDEFINED) {
        return normal_angle(angle);
    }
    bool discrete = rule->def->type == FW_NOMINAL || rule->def->type == FW_ORDINAL;
    bool unit = is_field(rule) && rule->def->time_unit.there;
    return rule->channel == FW_CHANNEL_X && discrete && !unit ? fw_number(270) : fw_undefined();
}

static struct fw_value rule_label_align(const struct rule *rule)
{
    struct fw_value written = fw_get(rule->spec, "labelAlign");
    if (fw_to_boolean(written) || rule->angle.kind != FW_NUMBER) {
        return written;
    }
    bool x = rule->channel == FW_CHANNEL_X;
    double start = x ? 0 : 90, angle = rule->angle.number;
    bool main = strcmp(rule->orient, x ? "bottom" : "left") == 0;
    if (fmod(angle + start, 180) == 0) {
        return !x ? text(rule, "center") : rule->angle_by_expr ? text(rule, "left") : fw_null();
    }
    return text(rule, (start < angle && angle < 180 + start) == main ? "left" : "right");
}

static struct fw_value rule_label_baseline(const struct rule *rule)
{
    struct fw_value written = fw_get(rule->spec, "labelBaseline");
    if (fw_to_boolean(written) || rule->angle.kind != FW_NUMBER) {
        return written;
    }
    double a = rule->angle.number;
    bool flat = a <= 45 || 315 <= a;
    if (rule->channel == FW_CHANNEL_X) {
        if ((45 < a && a < 135) || (225 < a && a < 315)) {
            return text(rule, "middle");
        }
        return text(rule, flat == (strcmp(rule->orient, "top") == 0) ? "bottom" : "top");
    }
    if (flat || (135 <= a && a <= 225)) {
        return rule->angle_by_expr ? text(rule, "alphabetic") : fw_null();
    }
    bool left = strcmp(rule->orient, "left") == 0;
    return text(rule, (45 <= a && a <= 135) == left ? "top" : "bottom");
}

static struct fw_value rule_grid(const struct rule *rule)
{
    struct fw_value written = fw_get(rule->spec, "grid");
    bool binned = fw_def_binning(rule->def) || rule->def->binned;
    bool grid = !fw_scale_kind_discrete(rule->kind) && is_field(rule) && !binned;
    return !fw_is_nil(written) ? written : fw_boolean(grid);
}

static struct fw_value rule_label_flush(const struct rule *rule)
{
    struct fw_value written = fw_get(rule->spec, "labelFlush");
    bool flush = rule->channel == FW_CHANNEL_X &&
                 (rule->def->type == FW_QUANTITATIVE || rule->def->type == FW_TEMPORAL);
    return !fw_is_nil(written) ? written : flush ? fw_boolean(true) : fw_undefined();
}

static struct fw_value rule_label_overlap(const struct rule *rule)
{
    struct fw_value written = fw_get(rule->spec, "labelOverlap");
    if (!fw_is_nil(written)) {
        return written;
    }
    bool discrete = rule->def->type == FW_NOMINAL || rule->def->type == FW_ORDINAL;
    bool unit = is_field(rule) && rule->def->time_unit.there;
    bool sorted = rule->def->sort.kind == FW_OBJECT || rule->def->sort.kind == FW_ARRAY;
    if ((unit && !sorted) || !discrete) {
        bool greedy = rule->kind == FW_SCALE_LOG || rule->kind == FW_SCALE_SYMLOG;
        return greedy ? text(rule, "greedy") : fw_boolean(true);
    }
    return fw_undefined();
}

static struct fw_value rule_orient(const struct rule *rule)
{
    return text(rule, rule->orient);
}

/* About one tick for 40 px, or for 10 px of bins. Found once the size is known: {"per": px}. */
static struct fw_value rule_tick_count(const struct rule *rule)
{
    struct fw_value written = fw_get(rule->spec, "tickCount");
    if (!fw_is_nil(written)) {
        return written;
    }
    struct fw_value values = fw_get(rule->spec, "values");
    if (!fw_is_nil(values) || fw_scale_kind_discrete(rule->kind) || rule->kind == FW_SCALE_LOG) {
        return fw_undefined();
    }
    double px = 40;
    if (is_field(rule)) {
        const char *unit = rule->def->time_unit.unit;
        if (fw_def_binning(rule->def)) {
            px = 10;
        } else if (rule->def->time_unit.there && unit != NULL &&
                   (strcmp(unit, "month") == 0 || strcmp(unit, "hours") == 0 ||
                    strcmp(unit, "day") == 0 || strcmp(unit, "quarter") == 0)) {
            return fw_undefined();
        }
    }
    return fw_with(rule->unit->chart->make, fw_undefined(), "per", fw_number(px));
}

/* The length of a time unit, in ms. Source: durationExpr. */
static struct fw_value unit_length(const struct fw_time_unit_def *def)
{
    struct fw_time_unit unit;
    if (def->unit == NULL || !fw_time_unit_parse(def->unit, &unit) ||
        strcmp(def->unit, "day") == 0) {
        return fw_undefined();
    }
    unit.step = def->step > 0 ? def->step : 1;
    if (fw_time_part_smallest(unit.parts) == FW_PART_DAY) {
        return fw_undefined();
    }
    struct fw_civil civil = { .year = 2001, .month = 0, .day = 1 };
    double start = fw_civil_time(civil, NULL);
    return fw_number(fw_time_unit_end(&unit, NULL, start) - start);
}

static struct fw_value rule_tick_min_step(const struct rule *rule)
{
    struct fw_value written = fw_get(rule->spec, "tickMinStep");
    if (!fw_is_nil(written)) {
        return written;
    }
    if (fw_is_text(fw_get(rule->spec, "format"), "d")) {
        return fw_number(1);
    }
    if (is_field(rule) && rule->def->time_unit.there) {
        return unit_length(&rule->def->time_unit);
    }
    return fw_undefined();
}

static struct fw_value join_titles(const struct rule *rule, struct fw_value a, struct fw_value b)
{
    if (fw_equal(a, b) || !fw_to_boolean(b)) {
        return a;
    }
    if (!fw_to_boolean(a)) {
        return b;
    }
    struct fw_maker make = rule->unit->chart->make;
    return text(rule, fw_arena_printf(make.arena, "%s, %s", fw_to_string(make.strings, a)->text,
                                      fw_to_string(make.strings, b)->text));
}

/* The title that the definitions of x and x2 give themselves. */
static struct fw_value own_title(const struct rule *rule)
{
    const struct fw_encoding *encoding = rule->unit->encoding;
    const struct fw_channel_def *def2 =
        fw_encoding_field(encoding, fw_channel_secondary(rule->channel));
    struct fw_value a = is_field(rule) ? fw_get(rule->def->spec, "title") : fw_undefined();
    struct fw_value b = def2 != NULL ? fw_get(def2->spec, "title") : fw_undefined();
    if (fw_to_boolean(a) || fw_to_boolean(b)) {
        return join_titles(rule, a, b);
    }
    return a.kind != FW_UNDEFINED ? a : b;
}

/* {"fields": [...]}: the titles of fields, joined by commas when axes merge. */
static struct fw_value field_titles(const struct rule *rule)
{
    struct fw_maker make = rule->unit->chart->make;
    const struct fw_channel_def *def2 =
        fw_encoding_field(rule->unit->encoding, fw_channel_secondary(rule->channel));
    struct fw_value list = fw_array_value(make.arena, NULL, 0);
    if (is_field(rule)) {
        list = fw_append(make, list, text(rule, fw_view_field_title(rule->unit, rule->def)));
    }
    if (def2 != NULL) {
        struct fw_value title = text(rule, fw_view_field_title(rule->unit, def2));
        if (fw_length(list) == 0 || !fw_equal(fw_at(list, 0), title)) {
            list = fw_append(make, list, title);
        }
    }
    return fw_with(make, fw_undefined(), "fields", list);
}

static struct fw_value rule_title(const struct rule *rule)
{
    struct fw_value written = fw_get(rule->spec, "title");
    if (written.kind != FW_UNDEFINED) {
        return written;
    }
    struct fw_value title = own_title(rule);
    if (title.kind != FW_UNDEFINED) {
        return title;
    }
    return is_field(rule) ? field_titles(rule) : fw_get(rule->def->spec, "title");
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

static struct fw_value rule_zindex(const struct rule *rule)
{
    struct fw_value written = fw_get(rule->spec, "zindex");
    bool above = strcmp(rule->unit->mark, "rect") == 0 && fw_def_discrete(rule->def);
    return !fw_is_nil(written) ? written : fw_number(above ? 1 : 0);
}

static struct fw_value rule_label_angle(const struct rule *rule)
{
    return rule->angle;
}

static struct fw_value rule_format_type(const struct rule *rule)
{
    return fw_guide_format_type(rule->unit, rule->def, rule->spec, rule->kind);
}

/* Source: guideFormat. */
static struct fw_value rule_format(const struct rule *rule)
{
    const struct fw_config *all = &rule->unit->chart->config;
    struct fw_value format = fw_get(rule->spec, "format");
    if (is_field(rule) && fw_is_text(rule->def->stack, "normalize") &&
        format.kind == FW_UNDEFINED) {
        struct fw_value normal = fw_config_get(all, NULL, "normalizedNumberFormat");
        if (fw_to_boolean(normal)) {
            return normal;
        }
    }
    if (fw_guide_is_temporal(rule->def, rule->spec)) {
        struct fw_time_unit unit;
        const char *name = is_field(rule) ? rule->def->time_unit.unit : NULL;
        if (!fw_to_boolean(format) && name != NULL && fw_time_unit_parse(name, &unit)) {
            return text(rule, fw_time_unit_specifier(rule->unit->chart->make.arena, &unit));
        }
        return format;
    }
    if (format.kind != FW_UNDEFINED || rule->def->type != FW_QUANTITATIVE) {
        return format;
    }
    return fw_config_get(all, NULL, "numberFormat");
}

struct axis_rule {
    const char *name;
    struct fw_value (*rule)(const struct rule *rule); /* NULL: as written */
    bool always; /* general configuration counts here too, not first in drawing */
};

static const struct axis_rule axis_rules[] = {
    { "format", rule_format, true },
    { "formatType", rule_format_type, true },
    { "grid", rule_grid, true },
    { "labelAlign", rule_label_align, false },
    { "labelAngle", rule_label_angle, false },
    { "labelBaseline", rule_label_baseline, false },
    { "labelFlush", rule_label_flush, false },
    { "labelOverlap", rule_label_overlap, false },
    { "bandPosition", NULL, false },
    { "orient", rule_orient, true },
    { "tickCount", rule_tick_count, true },
    { "tickMinStep", rule_tick_min_step, true },
    { "title", rule_title, false },
    { "values", rule_values, false },
    { "zindex", rule_zindex, false },
    { "labelExpr", NULL, true },
    { "translate", NULL, true },
    { "position", NULL, true },
    { "domain", NULL, false },
    { "domainCap", NULL, false },
    { "domainColor", NULL, false },
    { "domainDash", NULL, false },
    { "domainDashOffset", NULL, false },
    { "domainOpacity", NULL, false },
    { "domainWidth", NULL, false },
    { "gridCap", NULL, false },
    { "gridColor", NULL, false },
    { "gridDash", NULL, false },
    { "gridDashOffset", NULL, false },
    { "gridOpacity", NULL, false },
    { "gridWidth", NULL, false },
    { "labelBound", NULL, false },
    { "labelColor", NULL, false },
    { "labelFlushOffset", NULL, false },
    { "labelFont", NULL, false },
    { "labelFontSize", NULL, false },
    { "labelFontStyle", NULL, false },
    { "labelFontWeight", NULL, false },
    { "labelLimit", NULL, false },
    { "labelLineHeight", NULL, false },
    { "labelOffset", NULL, false },
    { "labelOpacity", NULL, false },
    { "labelPadding", NULL, false },
    { "labels", NULL, false },
    { "labelSeparation", NULL, false },
    { "maxExtent", NULL, false },
    { "minExtent", NULL, false },
    { "offset", NULL, false },
    { "tickBand", NULL, false },
    { "tickCap", NULL, false },
    { "tickColor", NULL, false },
    { "tickDash", NULL, false },
    { "tickDashOffset", NULL, false },
    { "tickExtra", NULL, false },
    { "tickOffset", NULL, false },
    { "tickOpacity", NULL, false },
    { "tickRound", NULL, false },
    { "ticks", NULL, false },
    { "tickSize", NULL, false },
    { "tickWidth", NULL, false },
    { "titleAlign", NULL, false },
    { "titleAnchor", NULL, false },
    { "titleAngle", NULL, false },
    { "titleBaseline", NULL, false },
    { "titleColor", NULL, false },
    { "titleFont", NULL, false },
    { "titleFontSize", NULL, false },
    { "titleFontStyle", NULL, false },
    { "titleFontWeight", NULL, false },
    { "titleLimit", NULL, false },
    { "titleLineHeight", NULL, false },
    { "titleOpacity", NULL, false },
    { "titlePadding", NULL, false },
    { "titleX", NULL, false },
    { "titleY", NULL, false },
};

/* Whether the author wrote the value, rather than a rule or a configuration. */
static bool is_written(const struct rule *rule, const char *name, struct fw_value value)
{
    struct fw_value written = fw_get(rule->spec, name);
    if (strcmp(name, "labelAngle") == 0) {
        return written.kind != FW_UNDEFINED;
    }
    if (strcmp(name, "values") == 0) {
        return fw_to_boolean(written);
    }
    if (strcmp(name, "title") == 0 && fw_equal(value, own_title(rule))) {
        return true;
    }
    return written.kind != FW_UNDEFINED && fw_equal(value, written);
}

/* Source: the loop of parseAxis. */
static void parse_properties(const struct rule *rule, struct fw_axis_model *axis)
{
    struct fw_arena *arena = rule->unit->chart->make.arena;
    for (size_t i = 0; i < FW_COUNT(axis_rules); i++) {
        const struct axis_rule *r = &axis_rules[i];
        struct fw_value value = r->rule != NULL ? r->rule(rule) : fw_get(rule->spec, r->name);
        bool written = is_written(rule, r->name, value);
        if (value.kind != FW_UNDEFINED && written) {
            fw_component_set(arena, &axis->props, r->name, value, true);
            continue;
        }
        bool general = false;
        struct fw_value from_config =
            strcmp(r->name, "values") == 0 ? fw_undefined() : config_value(rule, r->name, &general);
        if (value.kind != FW_UNDEFINED && from_config.kind == FW_UNDEFINED) {
            fw_component_set(arena, &axis->props, r->name, value, false);
        } else if (!general || r->always || fw_has(from_config, "condition")) {
            fw_component_set(arena, &axis->props, r->name, from_config, false);
        }
    }
}

static const char *side_of(const struct rule *rule)
{
    bool x = rule->channel == FW_CHANNEL_X;
    const char *orient = fw_get_text(rule->spec, "orient", NULL);
    if (orient == NULL) {
        orient = fw_get_text(config(rule, x ? "axisX" : "axisY"), "orient", NULL);
    }
    if (orient == NULL) {
        orient = fw_get_text(config(rule, "axis"), "orient", NULL);
    }
    return orient != NULL ? orient : x ? "bottom" : "left";
}

static void parse_axis(struct fw_view *unit, enum fw_channel channel, struct fw_axis_model *axis)
{
    struct rule rule = { .unit = unit, .channel = channel };
    struct fw_arena *arena = unit->chart->make.arena;
    rule.def = fw_encoding_scaled(unit->encoding, channel);
    struct fw_value spec = fw_get(rule.def->spec, "axis");
    struct fw_value orient = fw_get(spec, "orient");
    if (fw_has(orient, "expr")) {
        spec = fw_with(unit->chart->make, spec, "orient", fw_view_eval(unit, orient));
    }
    rule.spec = spec;
    rule.kind = fw_scale_model_kind(unit->scales[channel]);
    rule.orient = side_of(&rule);
    gather_config(&rule);
    axis->channel = channel;
    axis->unit = unit;
    axis->scale = fw_view_scale(unit, channel);
    axis->grid_scale = fw_view_scale(unit, channel == FW_CHANNEL_X ? FW_CHANNEL_Y : FW_CHANNEL_X);
    bool given = spec.kind != FW_UNDEFINED;
    struct fw_value disable =
        given ? fw_boolean(!fw_to_boolean(spec)) : any_config(&rule, "disable");
    fw_component_set(arena, &axis->props, "disable", disable, given);
    if (fw_to_boolean(disable)) {
        return;
    }
    rule.angle = rule_angle(&rule);
    rule.angle_by_expr = fw_has(written_angle(&rule), "expr");
    parse_properties(&rule, axis);
}

static void facet_axes(struct fw_view *view)
{
    for (int side = 0; side < 2; side++) {
        enum fw_channel channel = side == 0 ? FW_CHANNEL_X : FW_CHANNEL_Y;
        if (!fw_view_shares_axis(view, channel)) {
            continue;
        }
        for (size_t i = 0; i < view->child_count; i++) {
            for (size_t k = 0; k < view->children[i]->axis_count[side]; k++) {
                view->children[i]->axes[side][k].in_header = true;
            }
        }
    }
}

void fw_axes_parse(struct fw_view *view)
{
    for (size_t i = 0; i < view->child_count; i++) {
        fw_axes_parse(view->children[i]);
    }
    if (view->kind == FW_VIEW_LAYER) {
        fw_axes_share(view);
    } else if (view->kind == FW_VIEW_UNIT) {
        for (int side = 0; side < 2; side++) {
            enum fw_channel channel = side == 0 ? FW_CHANNEL_X : FW_CHANNEL_Y;
            if (view->scales[channel] != NULL) {
                view->axes[side] = FW_NEW(view->chart->make.arena, struct fw_axis_model);
                view->axis_count[side] = 1;
                parse_axis(view, channel, view->axes[side]);
            }
        }
    } else if (view->kind == FW_VIEW_FACET) {
        facet_axes(view);
    }
}
