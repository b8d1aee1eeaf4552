/* The type of scale that a channel has, from its definition and mark. Source: Vega-Lite,
 * compile/scale/type.ts. */
#include <string.h>

#include "base/word.h"
#include "view/view.h"

enum fw_scale_kind fw_scale_kind_of(struct fw_value type)
{
    enum fw_scale_kind kind = FW_SCALE_LINEAR;
    if (type.kind == FW_STRING) {
        fw_scale_kind_parse(type.string->text, &kind);
    }
    return kind;
}

bool fw_unit_nests_offset(const struct fw_view *unit, enum fw_channel channel)
{
    const struct fw_encoding *encoding = unit->encoding;
    const struct fw_channel_def *def = fw_encoding_field_or_datum(encoding, channel);
    if (!fw_channel_is_position(channel) || def == NULL) {
        return false;
    }
    bool discrete = def->type == FW_NOMINAL || def->type == FW_ORDINAL;
    bool time_unit = def->kind == FW_DEF_FIELD && def->time_unit.there;
    return (discrete || time_unit) &&
           fw_encoding_field_or_datum(encoding, fw_channel_offset(channel)) != NULL;
}

static const char *discrete_type(const struct fw_view *unit, enum fw_channel channel,
                                 const struct fw_channel_def *def)
{
    if (fw_channel_is_color(channel) || fw_channel_range(channel) == 'd') {
        return "ordinal";
    }
    if (fw_channel_is_position(channel) || fw_channel_is_offset(channel)) {
        if (FW_IS_ONE_OF(unit->mark, "rect", "bar", "image", "rule", "tick") ||
            fw_unit_nests_offset(unit, channel)) {
            return "band";
        }
    } else if (fw_channel_is_polar(channel) && strcmp(unit->mark, "arc") == 0) {
        return "band";
    }
    const char *size = channel == FW_CHANNEL_X ? "width" : channel == FW_CHANNEL_Y ? "height" : "";
    if (fw_has(fw_get(unit->mark_def, size), "band") ||
        fw_has(fw_get(def->spec, "axis"), "tickBand")) {
        return "band";
    }
    return "point";
}

/* Source: defaultType of compile/scale/type.ts. */
static const char *default_type(const struct fw_view *unit, enum fw_channel channel,
                                const struct fw_channel_def *def)
{
    switch (def->type) {
    case FW_NOMINAL:
    case FW_ORDINAL:
        return discrete_type(unit, channel, def);
    case FW_TEMPORAL:
        if (fw_channel_is_color(channel)) {
            return "time";
        }
        if (fw_channel_range(channel) == 'd') {
            return "ordinal";
        }
        return def->kind == FW_DEF_FIELD && def->time_unit.utc ? "utc" : "time";
    case FW_QUANTITATIVE:
        if (fw_channel_is_color(channel)) {
            return fw_def_binning(def) ? "bin-ordinal" : "linear";
        }
        return fw_channel_range(channel) == 'd' ? "ordinal" : "linear";
    case FW_GEOJSON:
    case FW_TYPE_NONE:
        break;
    }
    return fw_channel_range(channel) == 'd' ? "ordinal" : "linear";
}

static bool channel_takes(enum fw_channel channel, enum fw_scale_kind kind, bool nested)
{
    bool continuous = fw_scale_kind_continuous(kind) && !fw_scale_kind_discretizing(kind);
    if (fw_channel_is_position(channel) || fw_channel_is_offset(channel) ||
        fw_channel_is_polar(channel)) {
        return continuous || kind == FW_SCALE_BAND || (kind == FW_SCALE_POINT && !nested);
    }
    if (fw_channel_is_color(channel)) {
        return kind != FW_SCALE_BAND;
    }
    if (fw_channel_range(channel) == 'd') {
        return kind == FW_SCALE_ORDINAL || fw_scale_kind_discretizing(kind);
    }
    return continuous || fw_scale_kind_discretizing(kind) || kind == FW_SCALE_BAND ||
           kind == FW_SCALE_POINT || kind == FW_SCALE_ORDINAL;
}

static bool type_takes(const struct fw_channel_def *def, enum fw_scale_kind kind)
{
    if (def->kind != FW_DEF_FIELD) {
        return true;
    }
    switch (def->type) {
    case FW_NOMINAL:
    case FW_ORDINAL:
        return fw_scale_kind_discrete(kind);
    case FW_TEMPORAL:
        return fw_scale_kind_temporal(kind);
    case FW_QUANTITATIVE:
        return fw_scale_kind_discretizing(kind) ||
               (fw_scale_kind_continuous(kind) && !fw_scale_kind_temporal(kind));
    case FW_GEOJSON:
    case FW_TYPE_NONE:
        break;
    }
    return true;
}

struct fw_split fw_unit_scale_type(const struct fw_view *unit, enum fw_channel channel,
                                   const struct fw_channel_def *def)
{
    struct fw_chart *chart = unit->chart;
    const char *fallback = default_type(unit, channel, def);
    struct fw_value spec = fw_get(def->spec, "scale");
    struct fw_value type = fw_get(spec, "type");
    enum fw_scale_kind kind;
    if (type.kind == FW_STRING && fw_scale_kind_parse(type.string->text, &kind)) {
        bool nested = fw_unit_nests_offset(unit, channel);
        if (channel_takes(channel, kind, nested) && type_takes(def, kind)) {
            return (struct fw_split){ type, true };
        }
        struct fw_place place = fw_node_place(chart->make.arena, fw_chart_node(chart, spec));
        fw_hint(chart->diag,
                fw_report(chart->diag, place, FW_SCALE_MISMATCH,
                          "a '%s' scale does not fit the %s %s channel", type.string->text,
                          fw_type_name(def->type), fw_channel_name(channel)),
                "write \"%s\", or leave the type out", fallback);
    }
    return (struct fw_split){ fw_text_value(chart->make, fallback), false };
}

/* The definition that a channel's scale is made for; NULL where it has none. */
const struct fw_channel_def *fw_unit_scaled_def(const struct fw_view *unit, enum fw_channel channel)
{
    if (!fw_channel_has_scale(channel)) {
        return NULL;
    }
    const struct fw_channel_def *def = fw_encoding_scaled(unit->encoding, channel);
    if (def == NULL || def->type == FW_GEOJSON) {
        return NULL;
    }
    struct fw_value spec = fw_get(def->spec, "scale");
    bool off = spec.kind == FW_NULL || (spec.kind == FW_BOOLEAN && !spec.boolean);
    return off ? NULL : def;
}

bool fw_unit_scale_kind(const struct fw_view *unit, enum fw_channel channel,
                        enum fw_scale_kind *kind)
{
    const struct fw_channel_def *def = fw_unit_scaled_def(unit, channel);
    if (def != NULL) {
        *kind = fw_scale_kind_of(fw_unit_scale_type(unit, channel, def).value);
    }
    return def != NULL;
}
