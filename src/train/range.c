/* Ranges: what scales map to, by channel, mark, size and configuration. Source: Vega-Lite,
 * compile/scale/range.ts. */
#include <math.h>
#include <string.h>

#include "format/interval.h"
#include "format/unit.h"
#include "mark/position.h"
#include "train/train.h"
#include "view/view.h"

static const double pi = 3.14159265358979323846;

/* Ranges that are found only when sizes are known stand in a scale's properties as these words. */
static const char range_full[] = "@full";     /* the width or height of the view */
static const char range_offset[] = "@offset"; /* inside the band of the position */
static const char range_radius[] = "@radius"; /* half of the smaller extent */
static const char range_size[] = "@size";     /* of marks: areas, widths, font sizes */

static struct fw_value step_object(const struct fw_view *unit, double step)
{
    return fw_with(unit->chart->make, fw_undefined(), "step", fw_number(step));
}

/* Whether {"step": n} of a size is meant for the offset inside each band. */
static bool step_for_offset(const struct fw_view *unit, enum fw_channel position)
{
    const struct fw_size_model *size = &unit->size[position == FW_CHANNEL_Y];
    const struct fw_channel_def *offset =
        fw_encoding_field_or_datum(unit->encoding, fw_channel_offset(position));
    bool discrete = offset != NULL && fw_def_discrete(offset);
    return discrete && !size->step_for_position;
}

/* The step of a position by size or configuration; NaN when its size is a number. */
static double position_step(const struct fw_view *unit, enum fw_channel position, bool *written)
{
    const struct fw_size_model *size = &unit->size[position == FW_CHANNEL_Y];
    bool width = position == FW_CHANNEL_X;
    *written = size->how == FW_SIZE_STEP && size->written;
    if (size->how == FW_SIZE_STEP) {
        return size->number;
    }
    if (size->how == FW_SIZE_NUMBER || size->how == FW_SIZE_CONTAINER) {
        return NAN;
    }
    return isnan(fw_config_discrete_size(&unit->chart->config, width))
               ? fw_config_discrete_step(&unit->chart->config, width)
               : NAN;
}

static struct fw_value color_range(const struct fw_view *unit, const struct fw_channel_def *def,
                                   enum fw_scale_kind kind)
{
    struct fw_maker make = unit->chart->make;
    if (kind == FW_SCALE_ORDINAL) {
        return fw_text_value(make, def->type == FW_NOMINAL ? "category" : "ordinal");
    }
    if (fw_get(fw_get(def->spec, "scale"), "domainMid").kind != FW_UNDEFINED) {
        return fw_text_value(make, "diverging");
    }
    bool map = strcmp(unit->mark, "rect") == 0 || strcmp(unit->mark, "geoshape") == 0;
    return fw_text_value(make, map ? "heatmap" : "ramp");
}

static struct fw_value two(const struct fw_view *unit, double lo, double hi)
{
    struct fw_value ends[2] = { fw_number(lo), fw_number(hi) };
    return fw_array_value(unit->chart->make.arena, ends, 2);
}

static struct fw_value config_two(const struct fw_view *unit, const char *lo, const char *hi)
{
    const struct fw_config *config = &unit->chart->config;
    return two(unit, fw_config_number(config, "scale", lo, 0),
               fw_config_number(config, "scale", hi, 1));
}

/* Vega-Lite's dashes: solid, dashed, and three more. */
static struct fw_value dash_range(const struct fw_view *unit)
{
    static const double dashes[5][4] = { { 1, 0 }, { 4, 2 }, { 2, 1 }, { 1, 1 }, { 1, 2, 4, 2 } };
    struct fw_arena *arena = unit->chart->make.arena;
    struct fw_value list[5];
    for (size_t i = 0; i < 5; i++) {
        struct fw_value dash[4];
        size_t count = i == 4 ? 4 : 2;
        for (size_t k = 0; k < count; k++) {
            dash[k] = fw_number(dashes[i][k]);
        }
        list[i] = fw_array_value(arena, dash, count);
    }
    return fw_array_value(arena, list, 5);
}

static struct fw_value default_range(const struct fw_view *unit, enum fw_channel channel,
                                     const struct fw_channel_def *def, enum fw_scale_kind kind)
{
    struct fw_maker make = unit->chart->make;
    bool written;
    switch ((int)channel) {
    case FW_CHANNEL_X:
    case FW_CHANNEL_Y:
        if (kind == FW_SCALE_POINT || kind == FW_SCALE_BAND) {
            double step = position_step(unit, channel, &written);
            if (!isnan(step)) {
                return step_object(unit, step);
            }
        }
        return fw_text_value(make, range_full);
    case FW_CHANNEL_XOFFSET:
    case FW_CHANNEL_YOFFSET:
        return fw_text_value(make, range_offset);
    case FW_CHANNEL_SIZE:
        return fw_text_value(make, range_size);
    case FW_CHANNEL_THETA:
        return two(unit, 0, 2 * pi);
    case FW_CHANNEL_ANGLE:
        return two(unit, 0, 360);
    case FW_CHANNEL_RADIUS:
        return fw_text_value(make, range_radius);
    case FW_CHANNEL_STROKEWIDTH:
        return config_two(unit, "minStrokeWidth", "maxStrokeWidth");
    case FW_CHANNEL_STROKEDASH:
        return dash_range(unit);
    case FW_CHANNEL_SHAPE:
        return fw_text_value(make, "symbol");
    case FW_CHANNEL_COLOR:
    case FW_CHANNEL_FILL:
    case FW_CHANNEL_STROKE:
        return color_range(unit, def, kind);
    }
    return config_two(unit, "minOpacity", "maxOpacity");
}

/* A step that the spec gives for this position or offset. */
static struct fw_value written_step(const struct fw_view *unit, enum fw_channel channel,
                                    enum fw_scale_kind kind)
{
    enum fw_channel position =
        fw_channel_is_offset(channel) ? fw_channel_of_offset(channel) : channel;
    if (!fw_channel_is_position(position)) {
        return fw_undefined();
    }
    const struct fw_size_model *size = &unit->size[position == FW_CHANNEL_Y];
    if (channel == position) {
        bool steps = size->how == FW_SIZE_STEP && fw_scale_kind_discrete(kind);
        return steps ? step_object(unit, size->number) : fw_undefined();
    }
    bool written;
    double step = position_step(unit, position, &written);
    struct fw_scale_model *outer = fw_view_scale(unit, position);
    if (!isnan(step) && outer != NULL && fw_scale_model_kind(outer) == FW_SCALE_BAND &&
        fw_scale_kind_discrete(kind) && !size->step_for_position) {
        return step_object(unit, step);
    }
    return fw_undefined();
}

void fw_range_parse(struct fw_view *unit, struct fw_scale_model *scale)
{
    struct fw_maker make = unit->chart->make;
    const struct fw_channel_def *def = fw_encoding_scaled(unit->encoding, scale->channel);
    struct fw_value spec = fw_get(def->spec, "scale");
    enum fw_scale_kind kind = fw_scale_model_kind(scale);
    struct fw_value range = fw_view_eval(unit, fw_get(spec, "range"));
    struct fw_value scheme = fw_view_eval(unit, fw_get(spec, "scheme"));
    bool position = kind == FW_SCALE_POINT || kind == FW_SCALE_BAND;
    bool written = true;
    if (range.kind == FW_UNDEFINED && scheme.kind != FW_UNDEFINED && !position &&
        fw_channel_is_color(scale->channel)) {
        range = scheme.kind == FW_OBJECT && fw_has(scheme, "name")
                    ? fw_with(make, scheme, "scheme", fw_get(scheme, "name"))
                    : fw_with(make, fw_undefined(), "scheme", scheme);
    }
    if (range.kind == FW_UNDEFINED) {
        range = written_step(unit, scale->channel, kind);
    }
    if (range.kind == FW_UNDEFINED) {
        written = false;
        range = default_range(unit, scale->channel, def, kind);
        struct fw_value lo = fw_view_eval(unit, fw_get(spec, "rangeMin"));
        struct fw_value hi = fw_view_eval(unit, fw_get(spec, "rangeMax"));
        if ((lo.kind != FW_UNDEFINED || hi.kind != FW_UNDEFINED) && !fw_has(range, "step")) {
            written = true;
            range = fw_with(make, fw_undefined(), "of", range);
            range = fw_with(make, fw_with(make, range, "min", lo), "max", hi);
        }
    }
    fw_component_set(make.arena, &scale->props, "range", range, written);
}

/* d3's count of steps that `count` bands take; at least one. */
static double band_space(double count, double inner, double outer)
{
    double space = count - inner + outer * 2;
    return count > 0 ? (space > 0 ? space : 1) : 0;
}

static double prop_number(const struct fw_scale_model *scale, const char *name, double fallback)
{
    struct fw_value value = fw_view_eval(scale->unit, fw_scale_model_prop(scale, name));
    return value.kind == FW_NUMBER ? value.number : fallback;
}

/* px from band to band, where the range goes by step; with offsets inside, as many as they need. */
static double resolve_step(struct fw_scale_model *scale, double step)
{
    const struct fw_view *unit = scale->unit;
    if (!fw_channel_is_position(scale->channel) || !step_for_offset(unit, scale->channel)) {
        return step;
    }
    struct fw_scale_model *offset = fw_view_scale(unit, fw_channel_offset(scale->channel));
    if (offset == NULL) {
        return step;
    }
    size_t count;
    fw_domain_values(offset, &count);
    double steps = (double)count;
    if (fw_scale_model_kind(offset) == FW_SCALE_BAND) {
        double padding = prop_number(offset, "padding", 0);
        steps = band_space(steps, prop_number(offset, "paddingInner", padding),
                           prop_number(offset, "paddingOuter", padding));
    }
    double inner = prop_number(scale, "paddingInner", prop_number(scale, "padding", 0));
    return step * steps / (1 - inner);
}

static void set_range(struct fw_scale_model *scale, struct fw_scale_spec *spec, double lo,
                      double hi)
{
    spec->range = FW_NEW_ARRAY(scale->view->chart->make.arena, 2, struct fw_value);
    spec->range[0] = fw_number(lo);
    spec->range[1] = fw_number(hi);
    spec->range_count = 2;
}

static void set_full(struct fw_scale_model *scale, struct fw_scale_spec *spec)
{
    bool y = scale->channel == FW_CHANNEL_Y;
    double size = scale->unit->extent[y];
    bool down = y && fw_scale_kind_continuous(spec->kind);
    set_range(scale, spec, down ? size : 0, down ? 0 : size);
}

/* The px that one time unit takes on a continuous position. */
static double unit_duration(struct fw_scale_model *position, const struct fw_channel_def *def)
{
    struct fw_time_unit unit;
    if (def->time_unit.unit == NULL || !fw_time_unit_parse(def->time_unit.unit, &unit)) {
        return 0;
    }
    unit.step = def->time_unit.step > 0 ? def->time_unit.step : 1;
    /* 2001 is no leap year: the reference measures there. */
    struct fw_civil civil = { .year = 2001, .month = 0, .day = 1 };
    double start = fw_civil_time(civil, NULL);
    double end = fw_time_unit_end(&unit, NULL, start);
    const struct fw_scale *scale = fw_scale_model_train(position);
    return fw_scale_number(scale, fw_time(end)) - fw_scale_number(scale, fw_time(start));
}

static void set_offset(struct fw_scale_model *scale, struct fw_scale_spec *spec)
{
    const struct fw_view *unit = scale->unit;
    enum fw_channel position = fw_channel_of_offset(scale->channel);
    bool y = position == FW_CHANNEL_Y;
    bool down = y && fw_scale_kind_continuous(spec->kind);
    struct fw_scale_model *outer = fw_view_scale(unit, position);
    if (outer == NULL) {
        double half = unit->extent[y] / 2;
        set_range(scale, spec, down ? half : -half, down ? -half : half);
        return;
    }
    const struct fw_channel_def *def = fw_encoding_field(unit->encoding, position);
    if (fw_scale_model_kind(outer) == FW_SCALE_BAND) {
        double width = fw_scale_bandwidth(fw_scale_model_train(outer));
        set_range(scale, spec, 0, width);
    } else if (def != NULL && def->time_unit.there) {
        double px = unit_duration(outer, def);
        double padding =
            fw_config_number(&unit->chart->config, "scale", "bandWithNestedOffsetPaddingInner", 0);
        double band = fw_def_band_position(&unit->chart->config, unit->mark_def, def, NULL);
        double shift = isnan(band) ? 0 : band - 0.5;
        set_range(scale, spec, (padding / 2 + shift) * px, (1 - padding / 2 + shift) * px);
    }
}

/* px that one bin or band takes in either direction: the room that a mark has. */
static double smaller_step(const struct fw_view *unit)
{
    double least = INFINITY;
    for (int i = 0; i < 2; i++) {
        enum fw_channel channel = i == 0 ? FW_CHANNEL_X : FW_CHANNEL_Y;
        const struct fw_channel_def *def = fw_encoding_field(unit->encoding, channel);
        const struct fw_size_model *size = &unit->size[i];
        double step = size->how == FW_SIZE_STEP
                          ? size->number
                          : fw_config_discrete_step(&unit->chart->config, i == 0);
        if (def != NULL && fw_def_binning(def)) {
            const struct fw_bin_info *bins =
                fw_view_bins(unit, fw_def_column(unit->chart->make, def, NULL));
            if (bins != NULL) {
                step = unit->extent[i] / ((bins->stop - bins->start) / bins->step);
            }
        } else if (def != NULL && def->binned && !isnan(def->binned_step)) {
            struct fw_scale_model *scale = fw_view_scale(unit, channel);
            size_t count = 0;
            const struct fw_value *domain =
                scale == NULL ? NULL : fw_scale_domain(fw_scale_model_train(scale), &count);
            if (count >= 2) {
                double span = fw_to_number(domain[1]) - fw_to_number(domain[0]);
                step = unit->extent[i] / (span / def->binned_step);
            }
        }
        least = fmin(least, step);
    }
    return least;
}

static void mark_sizes(const struct fw_view *unit, double *lo, double *hi)
{
    const struct fw_config *config = &unit->chart->config;
    const char *mark = unit->mark;
    if (strcmp(mark, "bar") == 0 || strcmp(mark, "tick") == 0) {
        *lo = fw_config_number(config, "scale", "minBandSize", 2);
        *hi = fw_config_number(config, "scale", "maxBandSize", NAN);
        *hi = isnan(*hi) ? smaller_step(unit) - 1 : *hi;
    } else if (strcmp(mark, "line") == 0 || strcmp(mark, "trail") == 0 ||
               strcmp(mark, "rule") == 0) {
        *lo = fw_config_number(config, "scale", "minStrokeWidth", 1);
        *hi = fw_config_number(config, "scale", "maxStrokeWidth", 4);
    } else if (strcmp(mark, "text") == 0) {
        *lo = fw_config_number(config, "scale", "minFontSize", 8);
        *hi = fw_config_number(config, "scale", "maxFontSize", 40);
    } else {
        *lo = fw_config_number(config, "scale", "minSize", 4);
        *hi = fw_config_number(config, "scale", "maxSize", NAN);
        /* Vega-Lite: a point takes at most 95 % of its step. */
        *hi = isnan(*hi) ? pow(0.95 * smaller_step(unit), 2) : *hi;
    }
}

static void set_size(struct fw_scale_model *scale, struct fw_scale_spec *spec)
{
    double lo, hi;
    mark_sizes(scale->unit, &lo, &hi);
    if (!fw_scale_kind_discretizing(spec->kind)) {
        set_range(scale, spec, lo, hi);
        return;
    }
    const struct fw_config *config = &scale->unit->chart->config;
    size_t count = spec->kind == FW_SCALE_THRESHOLD ? spec->domain_count + 1
                   : spec->kind == FW_SCALE_QUANTILE
                       ? (size_t)fw_config_number(config, "scale", "quantileCount", 4)
                       : (size_t)fw_config_number(config, "scale", "quantizeCount", 4);
    spec->range = FW_NEW_ARRAY(scale->view->chart->make.arena, count, struct fw_value);
    for (size_t i = 0; i < count; i++) {
        double t = count > 1 ? (double)i / (double)(count - 1) : 0;
        spec->range[i] = fw_number(lo + (hi - lo) * t);
    }
    spec->range_count = count;
}

static void set_scheme(struct fw_scale_model *scale, struct fw_scale_spec *spec,
                       struct fw_value range)
{
    struct fw_arena *arena = scale->view->chart->make.arena;
    struct fw_value scheme = fw_get(range, "scheme");
    spec->scheme = fw_text_of(scheme);
    if (scheme.kind == FW_ARRAY) {
        struct fw_color *colors = FW_NEW_ARRAY(arena, fw_length(scheme), struct fw_color);
        for (size_t i = 0; i < fw_length(scheme); i++) {
            const char *text = fw_text_of(fw_at(scheme, i));
            if (text == NULL || !fw_color_parse(text, strlen(text), &colors[i])) {
                colors[i] = (struct fw_color){ 0, 0, 0, 1 };
            }
        }
        spec->scheme_colors = colors;
        spec->scheme_color_count = fw_length(scheme);
    }
    spec->scheme_count = fw_get_number(range, "count", 0);
    struct fw_value extent = fw_get(range, "extent");
    if (fw_length(extent) == 2) {
        spec->scheme_extent[0] = fw_to_number(fw_at(extent, 0));
        spec->scheme_extent[1] = fw_to_number(fw_at(extent, 1));
    }
}

static void set_range_value(struct fw_scale_model *scale, struct fw_scale_spec *spec,
                            struct fw_value range);

/* "category", "ramp", "width" ... or one of the words above. */
static void set_named(struct fw_scale_model *scale, struct fw_scale_spec *spec, const char *name)
{
    const struct fw_view *unit = scale->unit;
    if (strcmp(name, range_full) == 0) {
        set_full(scale, spec);
    } else if (strcmp(name, range_offset) == 0) {
        set_offset(scale, spec);
    } else if (strcmp(name, range_radius) == 0) {
        set_range(scale, spec, 0, fmin(unit->extent[0], unit->extent[1]) / 2);
    } else if (strcmp(name, range_size) == 0) {
        set_size(scale, spec);
    } else if (strcmp(name, "width") == 0) {
        set_range(scale, spec, 0, unit->extent[0]);
    } else if (strcmp(name, "height") == 0) {
        bool down = fw_scale_kind_continuous(spec->kind);
        set_range(scale, spec, down ? unit->extent[1] : 0, down ? 0 : unit->extent[1]);
    } else {
        struct fw_value named = fw_config_get(&unit->chart->config, "range", name);
        if (named.kind != FW_UNDEFINED && named.kind != FW_STRING) {
            set_range_value(scale, spec, named);
        }
    }
}

static void set_array(struct fw_scale_model *scale, struct fw_scale_spec *spec,
                      struct fw_value range)
{
    const struct fw_view *unit = scale->unit;
    spec->range_count = fw_length(range);
    spec->range = FW_NEW_ARRAY(scale->view->chart->make.arena, spec->range_count, struct fw_value);
    for (size_t i = 0; i < spec->range_count; i++) {
        struct fw_value item = fw_view_eval(unit, fw_at(range, i));
        bool position = fw_channel_is_position(scale->channel);
        if (position && (fw_is_text(item, "width") || fw_is_text(item, "height"))) {
            item = fw_number(unit->extent[fw_is_text(item, "height")]);
        }
        spec->range[i] = item;
    }
}

/* {"field": f}: the range value of each domain value stands in the data. */
static void set_field(struct fw_scale_model *scale, struct fw_scale_spec *spec,
                      struct fw_value range)
{
    struct fw_maker make = scale->view->chart->make;
    const struct fw_view *unit = scale->unit;
    const struct fw_table *table = unit->all_table != NULL ? unit->all_table : unit->table;
    const struct fw_channel_def *def = fw_encoding_scaled(unit->encoding, scale->channel);
    const struct fw_column *key =
        fw_table_field(make.arena, make.strings, table, fw_def_column(make, def, NULL));
    const struct fw_column *value =
        fw_table_field(make.arena, make.strings, table, fw_get_text(range, "field", ""));
    spec->range = FW_NEW_ARRAY(make.arena, spec->domain_count, struct fw_value);
    spec->range_count = spec->domain_count;
    for (size_t i = 0; i < spec->domain_count; i++) {
        for (size_t row = 0; row < table->rows; row++) {
            if (fw_equal(fw_table_value(table, key, row), spec->domain[i])) {
                spec->range[i] = fw_table_value(table, value, row);
                break;
            }
        }
    }
}

static void set_range_value(struct fw_scale_model *scale, struct fw_scale_spec *spec,
                            struct fw_value range)
{
    if (range.kind == FW_STRING) {
        set_named(scale, spec, range.string->text);
    } else if (range.kind == FW_ARRAY) {
        set_array(scale, spec, range);
    } else if (fw_has(range, "step")) {
        double step = resolve_step(scale, fw_get_number(range, "step", 20));
        step = fmax(step, scale->least_step);
        step *= scale->stretch > 0 ? scale->stretch : 1;
        double padding = prop_number(scale, "padding", 0);
        double inner =
            spec->kind == FW_SCALE_POINT ? 1 : prop_number(scale, "paddingInner", padding);
        double outer = prop_number(scale, "paddingOuter", padding);
        scale->step = step;
        set_range(scale, spec, 0, step * band_space((double)spec->domain_count, inner, outer));
    } else if (fw_has(range, "scheme")) {
        set_scheme(scale, spec, range);
    } else if (fw_has(range, "field")) {
        set_field(scale, spec, range);
    } else if (fw_has(range, "of")) {
        set_range_value(scale, spec, fw_get(range, "of"));
        if (spec->range_count == 2) {
            struct fw_value lo = fw_get(range, "min"), hi = fw_get(range, "max");
            spec->range[0] = lo.kind == FW_UNDEFINED ? spec->range[0] : lo;
            spec->range[1] = hi.kind == FW_UNDEFINED ? spec->range[1] : hi;
        }
    }
}

void fw_range_resolve(struct fw_scale_model *scale, struct fw_scale_spec *spec)
{
    set_range_value(scale, spec, fw_component_get(&scale->props, "range"));
}
