/* Extents of bars, rects, ticks, arcs and images. Source: Vega-Lite,
 * compile/mark/encode/position-rect.ts. */
#include <math.h>
#include <string.h>

#include "mark/position.h"

/* A band size: a part of the band, a number of px (an ExprRef too), or neither. */
struct band_size {
    bool relative;
    double band; /* where relative */
    struct fw_value size;
};

static const char *size_channel(enum fw_channel channel)
{
    return channel == FW_CHANNEL_X ? "width" : channel == FW_CHANNEL_Y ? "height" : NULL;
}

static bool is_rect_based(const char *mark)
{
    static const char *const marks[] = { "rect", "bar", "image", "arc", "tick" };
    for (size_t i = 0; i < FW_COUNT(marks); i++) {
        if (strcmp(mark, marks[i]) == 0) {
            return true;
        }
    }
    return false;
}

static struct band_size as_band_size(struct fw_value value)
{
    struct band_size size = { .size = value };
    if (fw_has(value, "band")) {
        size.relative = true;
        size.band = fw_get_number(value, "band", 1);
    }
    return size;
}

/* Source: getBandSize. */
static struct band_size get_band_size(const struct fw_unit *unit, enum fw_channel channel,
                                      const struct fw_unit_scale *scale, bool use_size)
{
    const char *vg = size_channel(channel);
    const struct fw_channel_def *def = &unit->encoding->defs[channel];
    struct fw_value written = fw_undefined();
    if (use_size || vg != NULL) {
        written = fw_unit_prop(unit, use_size ? "size" : vg, vg);
    }
    if (written.kind != FW_UNDEFINED) {
        return as_band_size(written);
    }
    bool discrete = scale->scale != NULL && fw_scale_kind_discrete(scale->kind);
    struct band_size whole = { .relative = true, .band = 1 };
    if (def->kind == FW_DEF_FIELD && def->time_unit.there) {
        struct fw_value band = fw_unit_config(unit, "timeUnitBandSize", NULL);
        whole.band = band.kind == FW_NUMBER ? band.number : 1;
        return whole;
    }
    if (def->kind == FW_DEF_FIELD && fw_def_binning(def) && !discrete) {
        return whole;
    }
    if (!is_rect_based(unit->mark)) {
        return (struct band_size){ .size = fw_undefined() };
    }
    if (scale->scale != NULL && !discrete) {
        return as_band_size(fw_config_get(unit->config, unit->mark, "continuousBandSize"));
    }
    struct fw_value size = fw_config_get(unit->config, unit->mark, "discreteBandSize");
    return fw_to_boolean(size) || scale->scale == NULL ? as_band_size(size) : whole;
}

/* Source: defaultSizeRef. */
static struct fw_ref default_size(const struct fw_unit *unit, enum fw_channel channel,
                                  const struct fw_unit_scale *scale, const struct band_size *band,
                                  bool has_def)
{
    double view = channel == FW_CHANNEL_Y ? unit->height : unit->width;
    if (band->relative) {
        if (scale->scale == NULL) {
            return fw_ref_number(band->band * view);
        }
        if (scale->kind == FW_SCALE_BAND) {
            double width = fw_scale_bandwidth(scale->scale) * band->band;
            struct fw_value least = fw_unit_config(unit, "minBandSize", NULL);
            bool floor = least.kind == FW_NUMBER && least.number > width;
            return fw_ref_number(floor ? least.number : width);
        }
    } else if (fw_to_boolean(band->size)) {
        return fw_ref_written(unit, band->size, FW_CHANNEL_NONE);
    }
    if (scale->scale != NULL && !isnan(scale->step)) {
        return fw_ref_number(scale->step - 2);
    }
    if (!has_def) {
        struct fw_value padding = fw_config_get(unit->config, "scale", "bandPaddingInner");
        if (padding.kind != FW_NUMBER) {
            const char *name = strcmp(unit->mark, "tick") == 0  ? "tickBandPaddingInner"
                               : strcmp(unit->mark, "bar") == 0 ? "barBandPaddingInner"
                                                                : "rectBandPaddingInner";
            padding = fw_config_get(unit->config, "scale", name);
        }
        if (padding.kind == FW_NUMBER) {
            return fw_ref_number((1 - padding.number) * view);
        }
    }
    return fw_ref_number(fw_config_discrete_step(unit->config, channel != FW_CHANNEL_Y) - 2);
}

/* The size that an encoding or the mark's own `size` gives, where it is meant along this direction.
 */
static bool encoded_size(const struct fw_unit *unit, bool use_size, struct fw_ref *size)
{
    const struct fw_channel_def *def = &unit->encoding->defs[FW_CHANNEL_SIZE];
    struct fw_value own = fw_get(unit->mark_def, "size");
    bool encoded = fw_encoding_has(unit->encoding, FW_CHANNEL_SIZE);
    if (!use_size || (!encoded && !fw_to_boolean(own))) {
        return false;
    }
    *size = fw_mid_point(unit, FW_CHANNEL_SIZE, def, NULL, NAN,
                         fw_ref_written(unit, own, FW_CHANNEL_NONE));
    return fw_ref_there(size);
}

/* One band or point, and a size around it. Source: positionAndSize. */
static struct fw_span_refs position_and_size(const struct fw_unit *unit, enum fw_channel channel)
{
    struct fw_span_refs span = { fw_ref_none(), fw_ref_none(), fw_ref_none(), fw_ref_none() };
    const struct fw_channel_def *def = &unit->encoding->defs[channel];
    bool has_def = fw_encoding_has(unit->encoding, channel);
    enum fw_channel offset_channel = fw_channel_offset(channel);
    const struct fw_unit_scale *scale = &unit->scales[channel];
    const struct fw_unit_scale *inner = scale;
    if (offset_channel != FW_CHANNEL_NONE && unit->scales[offset_channel].scale != NULL) {
        inner = &unit->scales[offset_channel];
    }
    const struct fw_unit_scale *outer = scale->scale != NULL ? scale : inner;
    bool use_size = strcmp(unit->mark, "tick") == 0 ||
                    (unit->orient == FW_HORIZONTAL && channel == FW_CHANNEL_Y) ||
                    (unit->orient == FW_VERTICAL && channel == FW_CHANNEL_X);
    bool sized = encoded_size(unit, use_size, &span.size);
    struct band_size band = get_band_size(unit, channel, outer, use_size);
    if (!sized) {
        span.size = default_size(unit, channel, inner, &band, has_def);
    }
    bool top = outer->scale != NULL && outer->kind == FW_SCALE_BAND && band.relative && !sized;
    struct fw_ref *place = fw_span_aligned(unit, channel, top, &span);
    bool center = place == &span.c;
    struct fw_position_offset offset = fw_position_offset(unit, channel, center ? 0.5 : 0);
    double t = center ? (offset.by_encoding ? 0 : 0.5) : band.relative ? (1 - band.band) / 2 : 0;
    if (center && !offset.by_encoding && def->kind == FW_DEF_FIELD && def->time_unit.there) {
        double own = fw_def_band_position(unit->config, unit->mark_def, def, NULL);
        t = isnan(own) ? t : own;
    }
    *place = fw_mid_point(unit, channel, has_def ? def : NULL, NULL, t,
                          fw_default_position(unit, channel, FW_POSITION_MID));
    fw_ref_add_invalid_case(unit, channel, def, place);
    fw_ref_add_offset(unit, place, &offset.ref);
    if (fw_channel_is_polar(channel)) {
        /* Arcs have no size: the far end is the near one and the size. */
        span.b = span.a;
        fw_ref_add_offset(unit, &span.b, &span.size);
        span.size = fw_ref_none();
    }
    return span;
}

/* The px that bins are drawn apart: half of it on each side, moved along with the axis. */
static double bin_spacing(const struct fw_unit *unit, enum fw_channel channel, bool far_end,
                          double spacing, double offset)
{
    if (fw_channel_is_polar(channel)) {
        return 0;
    }
    /* x and y2 are the far ends of a bin in the reference's eyes. */
    bool is_end = (channel == FW_CHANNEL_X) == far_end;
    double half = is_end ? -spacing / 2 : spacing / 2;
    double translate = unit->axis_translate[channel == FW_CHANNEL_Y];
    return translate + (unit->scales[channel].reverse ? -offset - half : offset + half);
}

/* One end of a bin: a reference between its edges. */
static struct fw_ref bin_end(const struct fw_unit *unit, const struct fw_channel_def *def,
                             enum fw_channel channel, double t, bool offsetted)
{
    const char *start = offsetted ? "offsetted_rect_start" : NULL;
    const char *end = offsetted ? "offsetted_rect_end" : "end";
    return fw_ref_between(unit, fw_def_column(unit->make, def, start),
                          fw_def_column(unit->make, def, end), t, unit->scales[channel].scale);
}

static double constant_offset(const struct fw_unit *unit, enum fw_channel channel)
{
    struct fw_position_offset offset = fw_position_offset(unit, channel, 0);
    return fw_ref_there(&offset.ref) ? fw_ref_get_number(unit, &offset.ref, 0) : 0;
}

/* Bins narrower than minBandSize are widened about their middle, row by row. */
static void widen_narrow(const struct fw_unit *unit, struct fw_span_refs *span)
{
    struct fw_value least = fw_unit_config(unit, "minBandSize", NULL);
    if (least.kind == FW_NUMBER) {
        span->size = fw_ref_none();
        span->size.floor = least.number;
    }
}

/* Source: rectBinPosition. */
static struct fw_span_refs bin_position(const struct fw_unit *unit, enum fw_channel channel)
{
    struct fw_span_refs span = { fw_ref_none(), fw_ref_none(), fw_ref_none(), fw_ref_none() };
    const struct fw_channel_def *def = &unit->encoding->defs[channel];
    enum fw_channel channel2 = fw_channel_secondary(channel);
    const struct fw_channel_def *def2 = fw_encoding_field(unit->encoding, channel2);
    struct band_size band = get_band_size(unit, channel, &unit->scales[channel], false);
    double spacing = 0;
    if (fw_channel_is_position(channel)) {
        struct fw_value written = fw_unit_prop(unit, "binSpacing", NULL);
        spacing = written.kind == FW_NUMBER ? written.number : 0;
    }
    double offset = constant_offset(unit, channel);
    double offset2 = fw_has(unit->mark_def, fw_arena_printf(unit->make.arena, "%sOffset",
                                                            fw_channel_name(channel2)))
                         ? constant_offset(unit, channel2)
                         : offset;
    double t = band.relative ? (1 - band.band) / 2 : 0.5;
    if (fw_def_binning(def) || def->time_unit.there) {
        double place = fw_def_band_position(unit->config, unit->mark_def, def, def2);
        bool offsetted = def->time_unit.there && !isnan(place) && place != 0.5;
        span.b = bin_end(unit, def, channel, t, offsetted);
        span.a = bin_end(unit, def, channel, 1 - t, offsetted);
    } else {
        span.b = fw_ref_def(unit, def, unit->scales[channel].scale, NULL);
        if (def2 != NULL) {
            span.a = fw_ref_def(unit, def2, unit->scales[channel].scale, NULL);
        } else if (!isnan(def->binned_step)) {
            const char *field = fw_def_column(unit->make, def, NULL);
            span.a = fw_ref_column(unit, field, unit->scales[channel].scale);
            span.a.kind = FW_REF_MIX; /* x + step as a mix of one column with itself */
            span.a.column2 = span.a.column;
            span.a.add_data = def->binned_step;
        }
    }
    span.b.add += bin_spacing(unit, channel, false, spacing, offset2);
    span.a.add += bin_spacing(unit, channel, true, spacing, offset);
    if (fw_channel_is_position(channel)) {
        widen_narrow(unit, &span);
    }
    return span;
}

struct fw_span_refs fw_rect_position(const struct fw_unit *unit, enum fw_channel channel)
{
    const struct fw_encoding *encoding = unit->encoding;
    const struct fw_channel_def *def = &encoding->defs[channel];
    const struct fw_unit_scale *scale = &unit->scales[channel];
    bool field_or_datum = def->kind == FW_DEF_FIELD || def->kind == FW_DEF_DATUM;
    bool discrete = scale->scale != NULL && fw_scale_kind_discrete(scale->kind);
    bool has2 = fw_encoding_has(encoding, fw_channel_secondary(channel));
    const char *vg = size_channel(channel);
    struct fw_value size = fw_unit_prop(unit, "size", vg);
    bool relative = fw_has(size, "band");
    bool sized = fw_encoding_has(encoding, FW_CHANNEL_SIZE) || fw_to_boolean(size);
    bool offset_encoded = fw_encoding_has(encoding, fw_channel_offset(channel));
    bool bar = strcmp(unit->mark, "bar") == 0, tick = strcmp(unit->mark, "tick") == 0;
    bool x = channel == FW_CHANNEL_X, y = channel == FW_CHANNEL_Y;
    bool band = (bar && (x ? unit->orient == FW_VERTICAL : unit->orient == FW_HORIZONTAL)) ||
                (tick && (y ? unit->orient == FW_VERTICAL : unit->orient == FW_HORIZONTAL));
    bool binned = fw_def_binning(def) || def->binned || (def->time_unit.there && !has2);
    if (def->kind == FW_DEF_FIELD && binned && !(sized && !relative) && !offset_encoded &&
        !discrete && scale->scale != NULL) {
        return bin_position(unit, channel);
    }
    if (((field_or_datum && discrete) || band) && !has2) {
        return position_and_size(unit, channel);
    }
    return fw_range_position(unit, channel, FW_POSITION_ZERO_OR_MAX, FW_POSITION_ZERO_OR_MIN);
}
