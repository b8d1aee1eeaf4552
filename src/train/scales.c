/* Scales of a view tree: types and properties, shared or independent. Source: Vega-Lite,
 * compile/scale. */
#include <math.h>
#include <string.h>

#include "base/word.h"
#include "train/train.h"
#include "view/selection.h"

/* What scales can be shared: the category, and which of two types in it wins. */
struct category {
    const char *name;
    int precedence;
};

static struct category category_of(enum fw_scale_kind kind)
{
    switch (kind) {
    case FW_SCALE_LINEAR:
        return (struct category){ "numeric", 0 };
    case FW_SCALE_LOG:
    case FW_SCALE_POW:
    case FW_SCALE_SQRT:
    case FW_SCALE_SYMLOG:
    case FW_SCALE_IDENTITY:
    case FW_SCALE_SEQUENTIAL:
        return (struct category){ "numeric", 1 };
    case FW_SCALE_TIME:
    case FW_SCALE_UTC:
        return (struct category){ "time", 0 };
    case FW_SCALE_POINT:
        return (struct category){ "position", 10 };
    case FW_SCALE_BAND:
        return (struct category){ "position", 11 };
    case FW_SCALE_ORDINAL:
        return (struct category){ "ordinal", 0 };
    case FW_SCALE_BIN_ORDINAL:
        return (struct category){ "bin-ordinal", 0 };
    case FW_SCALE_QUANTILE:
    case FW_SCALE_QUANTIZE:
    case FW_SCALE_THRESHOLD:
        break;
    }
    return (struct category){ "discretizing", 0 };
}

static bool compatible(enum fw_scale_kind a, enum fw_scale_kind b)
{
    const char *x = category_of(a).name, *y = category_of(b).name;
    return strcmp(x, y) == 0 || (strcmp(x, "position") == 0 && strcmp(y, "time") == 0) ||
           (strcmp(x, "time") == 0 && strcmp(y, "position") == 0);
}

static struct fw_scale_model *new_model(struct fw_view *view, enum fw_channel channel,
                                        struct fw_split type)
{
    struct fw_scale_model *scale = FW_NEW(view->chart->make.arena, struct fw_scale_model);
    scale->channel = channel;
    scale->type = type;
    scale->view = view;
    scale->step = NAN;
    view->scales[channel] = scale;
    return scale;
}

static void parse_unit_core(struct fw_view *unit)
{
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        enum fw_channel channel = (enum fw_channel)c;
        const struct fw_channel_def *def = fw_unit_scaled_def(unit, channel);
        if (def != NULL) {
            new_model(unit, channel, fw_unit_scale_type(unit, channel, def))->unit = unit;
        }
    }
}

/* Merges the type of a channel over the children; false when they cannot be shared. */
static bool merge_types(const struct fw_view *view, enum fw_channel channel, struct fw_split *type)
{
    type->value = fw_undefined();
    for (size_t i = 0; i < view->child_count; i++) {
        const struct fw_scale_model *scale = view->children[i]->scales[channel];
        if (scale == NULL) {
            continue;
        }
        if (type->value.kind == FW_UNDEFINED) {
            *type = scale->type;
            continue;
        }
        enum fw_scale_kind a = fw_scale_kind_of(type->value),
                           b = fw_scale_kind_of(scale->type.value);
        if (!compatible(a, b)) {
            return false;
        }
        bool b_wins = scale->type.written != type->written
                          ? scale->type.written
                          : category_of(a).precedence < category_of(b).precedence;
        *type = b_wins ? scale->type : *type;
    }
    return true;
}

static void parse_core(struct fw_view *view)
{
    if (view->kind == FW_VIEW_UNIT) {
        parse_unit_core(view);
        return;
    }
    for (size_t i = 0; i < view->child_count; i++) {
        parse_core(view->children[i]);
    }
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        enum fw_channel channel = (enum fw_channel)c;
        struct fw_split type;
        if (!fw_channel_has_scale(channel) || !fw_view_shares_scale(view, channel)) {
            continue;
        }
        if (!merge_types(view, channel, &type)) {
            view->scale_resolve[channel] = 'i';
        } else if (type.value.kind != FW_UNDEFINED) {
            struct fw_scale_model *shared = new_model(view, channel, type);
            for (size_t i = 0; i < view->child_count; i++) {
                struct fw_scale_model *scale = view->children[i]->scales[channel];
                if (scale != NULL) {
                    scale->owner = shared;
                    shared->unit = shared->unit == NULL ? scale->unit : shared->unit;
                }
            }
        }
    }
}

static void add_domain(struct fw_scale_model *scale, const struct fw_domain_ref *ref)
{
    struct fw_arena *arena = scale->view->chart->make.arena;
    FW_RESERVE(arena, scale->domains, scale->domain_count, scale->domain_capacity);
    scale->domains[scale->domain_count++] = *ref;
}

/* The param that a unit's domain, or its bins, are tied to. Source: parseSelectionDomain. */
static struct fw_value extent_param(const struct fw_view *unit, enum fw_channel channel)
{
    const struct fw_channel_def *def = fw_encoding_scaled(unit->encoding, channel);
    struct fw_value domain = fw_get(fw_get(def->spec, "scale"), "domain");
    struct fw_value bins = fw_get(def->bin, "extent");
    return fw_has(domain, "param") ? domain : fw_has(bins, "param") ? bins : fw_undefined();
}

/* Continuous scales that an interval is bound to take it as their raw domain. */
static void bind_scales(struct fw_view *view)
{
    struct fw_maker make = view->chart->make;
    const struct fw_selection *selection = NULL;
    for (size_t i = 0; i < view->child_count; i++) {
        bind_scales(view->children[i]);
    }
    while (view->kind == FW_VIEW_UNIT && (selection = fw_unit_selection(view, selection)) != NULL) {
        for (size_t i = 0; selection->bind == FW_BIND_SCALES && i < selection->field_count; i++) {
            struct fw_scale_model *scale = fw_view_scale(view, selection->fields[i].channel);
            if (scale != NULL && !fw_scale_kind_discrete(fw_scale_model_kind(scale))) {
                struct fw_value field = fw_text_value(make, selection->fields[i].field);
                scale->extent = fw_with(make, fw_undefined(), "param", fw_string(selection->name));
                scale->extent = fw_with(make, scale->extent, "field", field);
            }
        }
    }
}

static void parse_domains(struct fw_view *view)
{
    for (size_t i = 0; i < view->child_count; i++) {
        parse_domains(view->children[i]);
    }
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        struct fw_scale_model *scale = view->scales[c];
        if (scale == NULL) {
            continue;
        }
        if (view->kind == FW_VIEW_UNIT) {
            fw_domain_parse(view, scale);
            scale->extent = extent_param(view, scale->channel);
            continue;
        }
        for (size_t i = 0; i < view->child_count; i++) {
            const struct fw_scale_model *child = view->children[i]->scales[c];
            scale->extent = child != NULL ? child->extent : scale->extent;
            if (child == NULL || (scale->domain_written && !child->domain_written)) {
                continue;
            }
            if (child->domain_written && !scale->domain_written) {
                scale->domain_count = 0;
            }
            scale->domain_written = child->domain_written;
            for (size_t k = 0; k < child->domain_count; k++) {
                add_domain(scale, &child->domains[k]);
            }
        }
    }
}

/* Whether scales of a type know a property. Source: scaleTypeSupportProperty. */
static bool kind_takes_prop(enum fw_scale_kind kind, const char *prop)
{
    bool position = kind == FW_SCALE_POINT || kind == FW_SCALE_BAND;
    bool smooth = fw_scale_kind_continuous(kind) && !fw_scale_kind_discretizing(kind) &&
                  kind != FW_SCALE_IDENTITY;
    if (FW_IS_ONE_OF(prop, "interpolate")) {
        return !position && kind != FW_SCALE_IDENTITY;
    }
    if (FW_IS_ONE_OF(prop, "bins")) {
        return !position && kind != FW_SCALE_IDENTITY && kind != FW_SCALE_ORDINAL;
    }
    if (FW_IS_ONE_OF(prop, "round", "padding")) {
        return smooth || position;
    }
    if (FW_IS_ONE_OF(prop, "paddingOuter", "align")) {
        return position;
    }
    if (FW_IS_ONE_OF(prop, "paddingInner")) {
        return kind == FW_SCALE_BAND;
    }
    if (FW_IS_ONE_OF(prop, "domainMax", "domainMid", "domainMin", "domainRaw", "clamp")) {
        return smooth;
    }
    if (FW_IS_ONE_OF(prop, "nice")) {
        return smooth || kind == FW_SCALE_QUANTIZE || kind == FW_SCALE_THRESHOLD;
    }
    if (FW_IS_ONE_OF(prop, "exponent")) {
        return kind == FW_SCALE_POW;
    }
    if (FW_IS_ONE_OF(prop, "base")) {
        return kind == FW_SCALE_LOG;
    }
    if (FW_IS_ONE_OF(prop, "constant")) {
        return kind == FW_SCALE_SYMLOG;
    }
    if (FW_IS_ONE_OF(prop, "zero")) {
        return kind == FW_SCALE_QUANTIZE || (fw_scale_kind_continuous(kind) &&
                                             kind != FW_SCALE_LOG && !fw_scale_kind_temporal(kind));
    }
    return true;
}

/* What the rules for defaults look at. */
struct rule {
    const struct fw_view *unit;
    struct fw_scale_model *scale;
    enum fw_channel channel;
    enum fw_scale_kind kind;
    const struct fw_channel_def *def;
    struct fw_value spec; /* the definition's `scale` */
};

static struct fw_value config_scale(const struct rule *rule, const char *name)
{
    return fw_config_get(&rule->unit->chart->config, "scale", name);
}

static struct fw_value default_nice(const struct rule *rule)
{
    struct fw_value domain = fw_get(rule->spec, "domain");
    if ((rule->def->kind == FW_DEF_FIELD && (fw_def_binning(rule->def) || rule->def->binned)) ||
        domain.kind == FW_ARRAY || !fw_is_nil(fw_get(rule->spec, "domainMax")) ||
        !fw_is_nil(fw_get(rule->spec, "domainMin")) || fw_scale_kind_temporal(rule->kind)) {
        return fw_undefined();
    }
    return fw_channel_is_position(rule->channel) ? fw_boolean(true) : fw_undefined();
}

static struct fw_value default_padding(const struct rule *rule)
{
    const struct fw_view *unit = rule->unit;
    if (!fw_channel_is_position(rule->channel)) {
        return fw_undefined();
    }
    if (rule->kind == FW_SCALE_POINT) {
        return config_scale(rule, "pointPadding");
    }
    if (fw_scale_kind_discrete(rule->kind) || fw_scale_kind_discretizing(rule->kind)) {
        return fw_undefined();
    }
    struct fw_value padding = config_scale(rule, "continuousPadding");
    if (padding.kind != FW_UNDEFINED) {
        return padding;
    }
    bool binned = rule->def->kind == FW_DEF_FIELD &&
                  (fw_def_binning(rule->def) || rule->def->binned || rule->def->time_unit.there);
    bool along = (unit->orient == FW_VERTICAL && rule->channel == FW_CHANNEL_X) ||
                 (unit->orient == FW_HORIZONTAL && rule->channel == FW_CHANNEL_Y);
    if (strcmp(unit->mark, "bar") == 0 && !binned && along) {
        return fw_config_get(&unit->chart->config, "bar", "continuousBandSize");
    }
    return fw_undefined();
}

static struct fw_value default_padding_inner(const struct rule *rule)
{
    const char *mark = rule->unit->mark;
    if (fw_scale_model_prop(rule->scale, "padding").kind != FW_UNDEFINED) {
        return fw_undefined();
    }
    if (fw_channel_is_position(rule->channel)) {
        if (fw_unit_nests_offset(rule->unit, rule->channel)) {
            return config_scale(rule, "bandWithNestedOffsetPaddingInner");
        }
        struct fw_value padding = config_scale(rule, "bandPaddingInner");
        return padding.kind != FW_UNDEFINED ? padding
               : strcmp(mark, "bar") == 0   ? config_scale(rule, "barBandPaddingInner")
               : strcmp(mark, "tick") == 0  ? config_scale(rule, "tickBandPaddingInner")
                                            : config_scale(rule, "rectBandPaddingInner");
    }
    if (fw_channel_is_offset(rule->channel) && rule->kind == FW_SCALE_BAND) {
        return config_scale(rule, "offsetBandPaddingInner");
    }
    return fw_undefined();
}

static struct fw_value default_padding_outer(const struct rule *rule)
{
    if (fw_scale_model_prop(rule->scale, "padding").kind != FW_UNDEFINED) {
        return fw_undefined();
    }
    if (fw_channel_is_position(rule->channel)) {
        if (fw_unit_nests_offset(rule->unit, rule->channel)) {
            return config_scale(rule, "bandWithNestedOffsetPaddingOuter");
        }
        if (rule->kind == FW_SCALE_BAND) {
            struct fw_value outer = config_scale(rule, "bandPaddingOuter");
            struct fw_value inner = fw_scale_model_prop(rule->scale, "paddingInner");
            return outer.kind != FW_UNDEFINED ? outer
                   : inner.kind == FW_NUMBER  ? fw_number(inner.number / 2)
                                              : fw_undefined();
        }
    } else if (fw_channel_is_offset(rule->channel)) {
        if (rule->kind == FW_SCALE_POINT) {
            return fw_number(0.5); /* points of an offset stand in the middle of their bands */
        }
        if (rule->kind == FW_SCALE_BAND) {
            return config_scale(rule, "offsetBandPaddingOuter");
        }
    }
    return fw_undefined();
}

static struct fw_value default_reverse(const struct rule *rule)
{
    bool down = rule->def->kind == FW_DEF_FIELD && fw_is_text(rule->def->sort, "descending") &&
                fw_scale_kind_continuous(rule->kind);
    struct fw_value x = config_scale(rule, "xReverse");
    if (rule->channel == FW_CHANNEL_X && x.kind == FW_BOOLEAN) {
        return fw_boolean(down ? !x.boolean : x.boolean);
    }
    return down ? fw_boolean(true) : fw_undefined();
}

/* A bar, area or line that runs along the other direction. */
static bool runs_across(const struct rule *rule)
{
    const struct fw_view *unit = rule->unit;
    return FW_IS_ONE_OF(unit->mark, "bar", "area", "line", "trail") &&
           ((unit->orient == FW_HORIZONTAL && rule->channel == FW_CHANNEL_Y) ||
            (unit->orient == FW_VERTICAL && rule->channel == FW_CHANNEL_X));
}

static struct fw_value default_zero(const struct rule *rule)
{
    const struct fw_channel_def *def = rule->def;
    struct fw_value domain = fw_get(rule->spec, "domain");
    bool custom = domain.kind != FW_UNDEFINED && domain.kind != FW_NULL &&
                  !fw_is_text(domain, "unaggregated");
    if (custom && fw_scale_kind_continuous(rule->kind)) {
        size_t count = fw_length(domain);
        struct fw_value first = fw_at(domain, 0), last = fw_at(domain, count - (count > 0));
        return fw_boolean(first.kind == FW_NUMBER && first.number <= 0 && last.kind == FW_NUMBER &&
                          last.number >= 0);
    }
    if (rule->channel == FW_CHANNEL_SIZE && def->type == FW_QUANTITATIVE &&
        !fw_scale_kind_discretizing(rule->kind)) {
        return fw_boolean(true);
    }
    bool binned = def->kind == FW_DEF_FIELD && (fw_def_binning(def) || def->binned);
    if (!binned && (fw_channel_is_position(rule->channel) || fw_channel_is_polar(rule->channel))) {
        if (runs_across(rule)) {
            return fw_boolean(false);
        }
        bool ranged = fw_encoding_has(rule->unit->encoding, fw_channel_secondary(rule->channel));
        if (FW_IS_ONE_OF(rule->unit->mark, "bar", "area") && !ranged) {
            return fw_boolean(true);
        }
        return config_scale(rule, "zero");
    }
    return fw_boolean(false);
}

static struct fw_value default_interpolate(const struct rule *rule)
{
    if (fw_channel_is_color(rule->channel) && rule->def->type != FW_NOMINAL) {
        return fw_text_value(rule->unit->chart->make, "hcl");
    }
    return fw_undefined();
}

/* {"start", "stop", "step"} of the encoding's bins, or {"step"} of data that came binned. */
static struct fw_value default_bins(const struct rule *rule)
{
    struct fw_maker make = rule->unit->chart->make;
    if (rule->def->kind != FW_DEF_FIELD) {
        return fw_undefined();
    }
    if (fw_def_binning(rule->def)) {
        return fw_with(make, fw_undefined(), "field",
                       fw_text_value(make, fw_def_column(make, rule->def, NULL)));
    }
    if (rule->def->binned && !isnan(rule->def->binned_step)) {
        return fw_with(make, fw_undefined(), "step", fw_number(rule->def->binned_step));
    }
    return fw_undefined();
}

struct property_rule {
    const char *name;
    struct fw_value (*rule)(const struct rule *rule); /* NULL: config.scale[name] */
};

/* In an order in which each may look at those before it. */
static const struct property_rule property_rules[] = {
    { "domainMax", NULL },
    { "domainMin", NULL },
    { "domainMid", NULL },
    { "domainRaw", NULL },
    { "align", NULL },
    { "bins", default_bins },
    { "reverse", default_reverse },
    { "round", NULL },
    { "clamp", NULL },
    { "nice", default_nice },
    { "base", NULL },
    { "exponent", NULL },
    { "constant", NULL },
    { "interpolate", default_interpolate },
    { "zero", default_zero },
    { "padding", default_padding },
    { "paddingInner", default_padding_inner },
    { "paddingOuter", default_padding_outer },
};

static void parse_unit_property(struct fw_view *unit, const struct property_rule *property)
{
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        struct fw_scale_model *scale = unit->scales[c];
        if (scale == NULL) {
            continue;
        }
        enum fw_channel channel = (enum fw_channel)c;
        const struct fw_channel_def *def = fw_encoding_scaled(unit->encoding, channel);
        struct rule rule = { unit,    scale,
                             channel, fw_scale_model_kind(scale),
                             def,     fw_get(def->spec, "scale") };
        bool color_only = FW_IS_ONE_OF(property->name, "interpolate", "domainMid");
        if (!kind_takes_prop(rule.kind, property->name) ||
            (color_only && !fw_channel_is_color(channel))) {
            continue;
        }
        struct fw_value written = fw_get(rule.spec, property->name);
        struct fw_arena *arena = unit->chart->make.arena;
        if (written.kind != FW_UNDEFINED) {
            fw_component_set(arena, &scale->props, property->name, written, true);
        } else {
            struct fw_value value = property->rule != NULL ? property->rule(&rule)
                                                           : config_scale(&rule, property->name);
            fw_component_set(arena, &scale->props, property->name, value, false);
        }
    }
}

static struct fw_split smaller_step(void *context, const char *name, struct fw_split a,
                                    struct fw_split b)
{
    (void)context;
    double x = fw_get_number(a.value, "step", NAN), y = fw_get_number(b.value, "step", NAN);
    return strcmp(name, "range") == 0 && x < y ? b : a;
}

static void merge_property(struct fw_view *view, const char *name)
{
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        struct fw_scale_model *scale = view->scales[c];
        if (scale == NULL) {
            continue;
        }
        struct fw_split merged = { fw_undefined(), false };
        for (size_t i = 0; i < view->child_count; i++) {
            const struct fw_scale_model *child = view->children[i]->scales[c];
            if (child != NULL) {
                merged = fw_split_merge(name, merged, fw_component_split(&child->props, name),
                                        smaller_step, NULL);
            }
        }
        fw_component_set(view->chart->make.arena, &scale->props, name, merged.value,
                         merged.written);
    }
}

static void parse_property(struct fw_view *view, const struct property_rule *property)
{
    if (view->kind == FW_VIEW_UNIT) {
        parse_unit_property(view, property);
        return;
    }
    for (size_t i = 0; i < view->child_count; i++) {
        parse_property(view->children[i], property);
    }
    merge_property(view, property->name);
}

static void parse_ranges(struct fw_view *view)
{
    if (view->kind != FW_VIEW_UNIT) {
        for (size_t i = 0; i < view->child_count; i++) {
            parse_ranges(view->children[i]);
        }
        merge_property(view, "range");
        return;
    }
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        if (view->scales[c] != NULL) {
            fw_range_parse(view, view->scales[c]);
        }
    }
}

void fw_scales_parse(struct fw_view *view)
{
    parse_core(view);
    parse_domains(view);
    bind_scales(view);
    for (size_t i = 0; i < FW_COUNT(property_rules); i++) {
        parse_property(view, &property_rules[i]);
    }
    parse_ranges(view);
}

enum fw_domain_zero fw_scale_model_zero(const struct fw_scale_model *scale)
{
    scale = fw_scale_model_owner(scale);
    enum fw_scale_kind kind = fw_scale_model_kind(scale);
    if (kind == FW_SCALE_LOG || fw_scale_kind_temporal(kind)) {
        return FW_ZERO_NEVER;
    }
    struct fw_value zero = fw_view_eval(scale->unit, fw_component_get(&scale->props, "zero"));
    if (fw_to_boolean(zero)) {
        return FW_ZERO_DEFINITELY;
    }
    if (zero.kind == FW_UNDEFINED &&
        (kind == FW_SCALE_LINEAR || kind == FW_SCALE_SQRT || kind == FW_SCALE_POW)) {
        return FW_ZERO_DEFINITELY;
    }
    bool with = false, without = false, field = false;
    for (size_t i = 0; i < scale->domain_count; i++) {
        struct fw_value values = scale->domains[i].values;
        size_t count = fw_length(values);
        struct fw_value first = fw_at(values, 0), last = fw_at(values, count - (count > 0));
        if (scale->domains[i].constant && first.kind == FW_NUMBER && last.kind == FW_NUMBER) {
            bool has = first.number <= 0 && last.number >= 0;
            with = with || has;
            without = without || !has;
        } else {
            field = true;
        }
    }
    return with ? FW_ZERO_DEFINITELY : without && !field ? FW_ZERO_NEVER : FW_ZERO_MAYBE;
}
