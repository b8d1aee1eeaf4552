/* Point and range positions. Source: Vega-Lite, compile/mark/encode/position-*.ts. */
#include "mark/position.h"

#include <math.h>
#include <string.h>

static const double pi = 3.14159265358979323846;

static const struct fw_channel_def *def_of(const struct fw_unit *unit, enum fw_channel channel)
{
    return &unit->encoding->defs[channel];
}

static bool is_path(const char *mark)
{
    return strcmp(mark, "line") == 0 || strcmp(mark, "area") == 0 || strcmp(mark, "trail") == 0;
}

const char *fw_invalid_mode(const struct fw_unit *unit, enum fw_channel channel)
{
    static const char *const counting[] = { "count", "valid", "missing", "distinct" };
    const struct fw_unit_scale *scale = &unit->scales[channel];
    const struct fw_channel_def *def = fw_encoding_scaled(unit->encoding, channel);
    if (scale->scale == NULL || !fw_scale_kind_continuous(scale->kind)) {
        return "always-valid";
    }
    for (size_t i = 0; i < FW_COUNT(counting); i++) {
        if (def != NULL && def->aggregate != NULL && strcmp(def->aggregate, counting[i]) == 0) {
            return "always-valid";
        }
    }
    struct fw_value shown =
        fw_get(fw_config_get(unit->config, "scale", "invalid"), fw_channel_name(channel));
    struct fw_value mode = fw_unit_prop(unit, "invalid", NULL);
    if (shown.kind != FW_UNDEFINED || mode.kind == FW_NULL) {
        return "show";
    }
    if (mode.kind != FW_STRING || fw_is_text(mode, "break-paths-show-path-domains")) {
        return is_path(unit->mark) ? "break-paths-show-domains" : "filter";
    }
    return mode.string->text;
}

struct fw_ref fw_zero_or_end(const struct fw_unit *unit, enum fw_channel channel, bool max)
{
    const struct fw_unit_scale *scale = &unit->scales[channel];
    if (scale->scale == NULL) {
        return fw_ref_none();
    }
    size_t count;
    const struct fw_value *domain = fw_scale_domain(scale->scale, &count);
    struct fw_ref ref = fw_ref_number(0);
    ref.scale = scale->scale;
    if (scale->zero == FW_ZERO_DEFINITELY || count == 0) {
        return ref;
    }
    double first = fw_to_number(domain[0]), last = fw_to_number(domain[count - 1]);
    bool has_zero = (first <= 0 && last >= 0) || (last <= 0 && first >= 0);
    if (scale->zero == FW_ZERO_NEVER || !has_zero) {
        ref.value = domain[max ? count - 1 : 0];
    }
    return ref;
}

/* Rows with invalid values drawn at a place of their own. */
void fw_ref_add_invalid_case(const struct fw_unit *unit, enum fw_channel channel,
                             const struct fw_channel_def *def, struct fw_ref *ref)
{
    enum fw_channel main = fw_channel_main(channel);
    if (def == NULL || def->kind != FW_DEF_FIELD || !fw_channel_has_scale(main) ||
        strcmp(fw_invalid_mode(unit, main), "show") != 0) {
        return;
    }
    struct fw_ref_case *c = FW_NEW(unit->make.arena, struct fw_ref_case);
    c->invalid = fw_unit_column(unit, fw_def_column(unit->make, def, NULL));
    struct fw_value as =
        fw_get(fw_config_get(unit->config, "scale", "invalid"), fw_channel_name(main));
    c->ref = fw_has(as, "value") ? fw_ref_written(unit, fw_get(as, "value"), channel)
                                 : fw_zero_or_end(unit, main, false);
    ref->cases = c;
    ref->case_count = 1;
}

static bool binning_or_time_band(const struct fw_channel_def *def, double band_position)
{
    return fw_def_binning(def) || (!isnan(band_position) && band_position != 0 &&
                                   def->time_unit.there && def->type == FW_TEMPORAL);
}

static struct fw_ref field_mid_point(const struct fw_unit *unit, enum fw_channel channel,
                                     const struct fw_channel_def *def,
                                     const struct fw_channel_def *def2, double band_position)
{
    const struct fw_unit_scale *scale = &unit->scales[fw_channel_main(channel)];
    bool discrete = scale->scale != NULL && fw_scale_kind_discrete(scale->kind);
    if (isnan(band_position) && def->type != FW_TYPE_NONE) {
        band_position = fw_def_band_position(unit->config, unit->mark_def, def, def2);
    }
    if (def->kind == FW_DEF_FIELD && def->type != FW_TYPE_NONE) {
        if (binning_or_time_band(def, band_position)) {
            bool stacked = fw_channel_is_position(channel) && unit->stack != NULL;
            if (stacked && unit->stack->impute) {
                return fw_ref_def(unit, def, scale->scale, "mid");
            }
            if (!isnan(band_position) && band_position != 0 && !discrete) {
                return fw_ref_between(unit, fw_def_column(unit->make, def, NULL),
                                      fw_def_column(unit->make, def, "end"), band_position,
                                      scale->scale);
            }
            bool range =
                fw_def_binning(def) && (def->type == FW_ORDINAL || def->type == FW_NOMINAL);
            return fw_ref_def(unit, def, scale->scale, range ? "range" : NULL);
        }
        if (def->binned && def2 != NULL && def2->kind == FW_DEF_FIELD) {
            double t = isnan(band_position) ? 0.5 : band_position;
            return fw_ref_between(unit, fw_def_column(unit->make, def, NULL),
                                  fw_def_column(unit->make, def2, NULL), t, scale->scale);
        }
    }
    struct fw_ref ref = fw_ref_def(unit, def, scale->scale, NULL);
    if (scale->scale != NULL && scale->kind == FW_SCALE_BAND) {
        double own = isnan(def->band_position) ? 0.5 : def->band_position;
        ref.band = isnan(band_position) ? own : band_position;
    }
    return ref;
}

struct fw_ref fw_mid_point(const struct fw_unit *unit, enum fw_channel channel,
                           const struct fw_channel_def *def, const struct fw_channel_def *def2,
                           double band_position, struct fw_ref fallback)
{
    if (def != NULL && (def->kind == FW_DEF_FIELD || def->kind == FW_DEF_DATUM)) {
        return field_mid_point(unit, channel, def, def2, band_position);
    }
    if (def != NULL && def->kind == FW_DEF_VALUE) {
        return fw_ref_written(unit, def->value, channel);
    }
    return fallback;
}

struct fw_position_offset fw_position_offset(const struct fw_unit *unit, enum fw_channel channel,
                                             double band_position)
{
    struct fw_position_offset offset = { fw_ref_none(), false };
    enum fw_channel offset_channel = fw_channel_offset(channel);
    const char *name = fw_arena_printf(unit->make.arena, "%sOffset", fw_channel_name(channel));
    struct fw_value written = fw_get(unit->mark_def, name);
    if (offset_channel != FW_CHANNEL_NONE && fw_encoding_has(unit->encoding, offset_channel)) {
        offset.by_encoding = true;
        offset.ref = fw_mid_point(unit, offset_channel, def_of(unit, offset_channel), NULL,
                                  band_position, fw_ref_written(unit, written, FW_CHANNEL_NONE));
    } else if (written.kind != FW_UNDEFINED) {
        offset.ref = fw_ref_written(unit, written, FW_CHANNEL_NONE);
    }
    return offset;
}

void fw_ref_add_offset(const struct fw_unit *unit, struct fw_ref *ref, const struct fw_ref *offset)
{
    if (!fw_ref_there(offset) || !fw_ref_there(ref)) {
        return;
    }
    struct fw_ref *kept = FW_NEW(unit->make.arena, struct fw_ref);
    *kept = *offset;
    if (kept->offset == NULL) {
        kept->offset = ref->offset;
    }
    ref->offset = kept;
}

/* Where a position goes that nothing else decides. Source: pointPositionDefaultRef. */
struct fw_ref fw_default_position(const struct fw_unit *unit, enum fw_channel channel,
                                  enum fw_default_position fallback)
{
    enum fw_channel main = fw_channel_main(channel);
    static const char *const polar_names[] = { "theta",  "startAngle", "radius",  "outerRadius",
                                               "theta2", "endAngle",   "radius2", "innerRadius" };
    const char *name = fw_channel_name(channel), *vg = NULL;
    for (size_t i = 0; i < FW_COUNT(polar_names); i += 2) {
        vg = strcmp(polar_names[i], name) == 0 ? polar_names[i + 1] : vg;
    }
    struct fw_value written = fw_unit_prop(unit, name, vg);
    if (written.kind != FW_UNDEFINED) {
        return fw_ref_written(unit, written, channel);
    }
    bool vertical = main == FW_CHANNEL_Y;
    double size = vertical ? unit->height : unit->width;
    double radius = fmin(unit->width, unit->height) / 2;
    bool max = fallback == FW_POSITION_ZERO_OR_MAX;
    switch (fallback) {
    case FW_POSITION_NONE:
        return fw_ref_none();
    case FW_POSITION_MID:
        return fw_ref_number(size / 2);
    case FW_POSITION_ZERO_OR_MIN:
    case FW_POSITION_ZERO_OR_MAX:
        break;
    }
    struct fw_ref scaled = fw_zero_or_end(unit, main, max);
    if (fw_ref_there(&scaled)) {
        return scaled;
    }
    if (main == FW_CHANNEL_RADIUS) {
        return fw_ref_number(max ? radius : 0);
    }
    if (main == FW_CHANNEL_THETA) {
        return fw_ref_number(max ? 2 * pi : 0);
    }
    return fw_ref_number(max == vertical ? 0 : size);
}

/* The end of a stacked piece, or a place within it. */
static struct fw_ref stacked_position(const struct fw_unit *unit, enum fw_channel channel,
                                      const struct fw_channel_def *def)
{
    const struct fw_scale *scale = unit->scales[channel].scale;
    double t = def->band_position;
    if (isnan(t) && strcmp(unit->mark, "text") == 0 && fw_channel_is_polar(channel)) {
        t = 0.5;
    }
    if (def->kind == FW_DEF_FIELD && !isnan(t)) {
        return fw_ref_between(unit, fw_def_column(unit->make, def, "start"),
                              fw_def_column(unit->make, def, "end"), t, scale);
    }
    return fw_ref_def(unit, def, scale, "end");
}

struct fw_ref fw_point_position(const struct fw_unit *unit, enum fw_channel channel,
                                enum fw_default_position fallback)
{
    const struct fw_channel_def *def = def_of(unit, channel);
    struct fw_position_offset offset = fw_position_offset(unit, channel, 0.5);
    struct fw_ref ref;
    bool geo = fw_encoding_has(unit->encoding, FW_CHANNEL_LATITUDE) ||
               fw_encoding_has(unit->encoding, FW_CHANNEL_LONGITUDE);
    if (!fw_encoding_has(unit->encoding, channel) && fw_channel_is_position(channel) && geo) {
        return fw_ref_column(unit, channel == FW_CHANNEL_X ? "__geo_x" : "__geo_y", NULL);
    }
    if (unit->stack != NULL && unit->stack->field_channel == channel &&
        (def->kind == FW_DEF_FIELD || def->kind == FW_DEF_DATUM)) {
        ref = stacked_position(unit, channel, def);
    } else {
        const struct fw_channel_def *def2 = def_of(unit, fw_channel_secondary(channel));
        ref = fw_mid_point(unit, channel, def, def2, offset.by_encoding ? 0 : NAN,
                           fw_default_position(unit, channel, fallback));
        fw_ref_add_invalid_case(unit, channel, def, &ref);
    }
    fw_ref_add_offset(unit, &ref, &offset.ref);
    return ref;
}

/* The second end as the encoding gives it. Source: position2Ref. */
static struct fw_ref second_position(const struct fw_unit *unit, enum fw_channel channel)
{
    enum fw_channel main = fw_channel_main(channel);
    const struct fw_channel_def *def = def_of(unit, main), *def2 = def_of(unit, channel);
    if (unit->stack != NULL && unit->stack->field_channel == main &&
        (def->kind == FW_DEF_FIELD || def->kind == FW_DEF_DATUM)) {
        return fw_ref_def(unit, def, unit->scales[main].scale, "start");
    }
    struct fw_ref ref = fw_mid_point(unit, channel, def2, NULL, NAN, fw_ref_none());
    if (fw_ref_there(&ref)) {
        fw_ref_add_invalid_case(unit, channel, def2, &ref);
    }
    return ref;
}

/* x2 or width as a mark definition or a config section gives it. Source: position2orSize. */
static bool written_second(const struct fw_unit *unit, enum fw_channel channel, struct fw_value x2,
                           struct fw_value size, struct fw_span_refs *span)
{
    if (x2.kind != FW_UNDEFINED) {
        span->b = fw_ref_written(unit, x2, channel);
        return true;
    }
    if (!fw_is_nil(size) && !fw_has(size, "band")) {
        span->size = fw_ref_written(unit, size, channel);
        return true;
    }
    return false;
}

static const char *size_name(enum fw_channel channel)
{
    enum fw_channel main = fw_channel_main(channel);
    return main == FW_CHANNEL_X ? "width" : main == FW_CHANNEL_Y ? "height" : NULL;
}

static struct fw_value from_mark(const struct fw_unit *unit, size_t level, const char *name)
{
    if (name == NULL) {
        return fw_undefined();
    }
    switch (level) {
    case 0:
        return fw_get(unit->mark_def, name);
    case 1: {
        struct fw_value named =
            fw_config_style(unit->config, fw_get(unit->mark_def, "style"), name);
        return named.kind != FW_UNDEFINED ? named
                                          : fw_config_style_named(unit->config, unit->mark, name);
    }
    case 2:
        return fw_config_get(unit->config, unit->mark, name);
    }
    return fw_config_get(unit->config, "mark", name);
}

static void second_or_size(const struct fw_unit *unit, enum fw_channel channel,
                           enum fw_default_position fallback, struct fw_span_refs *span)
{
    enum fw_channel main = fw_channel_main(channel);
    const char *name = fw_channel_name(channel);
    bool own = fw_encoding_has(unit->encoding, channel) || fw_has(unit->mark_def, name);
    struct fw_position_offset offset = fw_position_offset(unit, own ? channel : main, NAN);
    bool geo = (fw_encoding_has(unit->encoding, FW_CHANNEL_LATITUDE) ||
                fw_encoding_has(unit->encoding, FW_CHANNEL_LONGITUDE)) &&
               !fw_encoding_has(unit->encoding, main) && size_name(channel) != NULL;
    if (geo) {
        struct fw_value size = fw_get(unit->mark_def, size_name(channel));
        if (!fw_is_nil(size)) {
            span->size = fw_ref_written(unit, size, channel);
        } else {
            span->b = fw_ref_column(unit, main == FW_CHANNEL_X ? "__geo_x2" : "__geo_y2", NULL);
        }
        return;
    }
    span->b = second_position(unit, channel);
    if (fw_ref_there(&span->b)) {
        fw_ref_add_offset(unit, &span->b, &offset.ref);
        return;
    }
    const char *vg = channel == FW_CHANNEL_THETA2    ? "endAngle"
                     : channel == FW_CHANNEL_RADIUS2 ? "innerRadius"
                                                     : NULL;
    for (size_t level = 0; level < 4; level++) {
        struct fw_value x2 = from_mark(unit, level, vg);
        x2 = x2.kind == FW_UNDEFINED ? from_mark(unit, level, name) : x2;
        if (written_second(unit, channel, x2, from_mark(unit, level, size_name(channel)), span)) {
            return;
        }
    }
    span->b = fw_default_position(unit, channel, fallback);
}

/* Which of a, b, c a sized mark is placed by: its align or baseline. */
struct fw_ref *fw_span_aligned(const struct fw_unit *unit, enum fw_channel channel, bool top,
                               struct fw_span_refs *span)
{
    if (!fw_channel_is_position(channel)) {
        return &span->a;
    }
    bool x = channel == FW_CHANNEL_X;
    struct fw_value align = fw_unit_prop(unit, x ? "align" : "baseline", NULL);
    const char *word = fw_text_of(align);
    if (word == NULL) {
        return top ? &span->a : &span->c;
    }
    if (strcmp(word, x ? "left" : "top") == 0) {
        return &span->a;
    }
    return strcmp(word, x ? "right" : "bottom") == 0 ? &span->b : &span->c;
}

struct fw_span_refs fw_range_position(const struct fw_unit *unit, enum fw_channel channel,
                                      enum fw_default_position fallback,
                                      enum fw_default_position fallback2)
{
    struct fw_span_refs span = { fw_ref_none(), fw_ref_none(), fw_ref_none(), fw_ref_none() };
    second_or_size(unit, fw_channel_secondary(channel), fallback2, &span);
    struct fw_ref point = fw_point_position(unit, channel, fallback);
    if (fw_ref_there(&span.size)) {
        *fw_span_aligned(unit, channel, false, &span) = point;
    } else {
        span.a = point;
    }
    return span;
}

struct fw_extent fw_span_extent(const struct fw_unit *unit, const struct fw_span_refs *span,
                                size_t row)
{
    double size = fw_ref_there(&span->size) ? fw_ref_get_number(unit, &span->size, row) : 0;
    double a = fw_ref_there(&span->a) ? fw_ref_get_number(unit, &span->a, row) : 0;
    struct fw_extent extent = { a, size };
    if (fw_ref_there(&span->b)) {
        double b = fw_ref_get_number(unit, &span->b, row);
        if (fw_ref_there(&span->a)) {
            extent.lo = fmin(a, b);
            extent.size = fabs(b - a);
            if (isnan(a) || isnan(b)) {
                extent.lo = extent.size = NAN;
            }
        } else {
            extent.lo = b - size;
        }
    }
    if (span->size.floor > extent.size) {
        extent.lo -= (span->size.floor - extent.size) / 2;
        extent.size = span->size.floor;
    }
    if (fw_ref_there(&span->c)) {
        extent.lo = fw_ref_get_number(unit, &span->c, row) - extent.size / 2;
    }
    return extent;
}
