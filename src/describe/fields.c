/* Which fields of a unit measure, and what they are measured of. */
#include <string.h>

#include "data/package.h"
#include "describe/gist.h"

static const char *given_title(const struct fw_view *unit, const struct fw_channel_def *def)
{
    static const char *const guides[] = { "axis", "legend", "header" };
    struct fw_value title = fw_get(def->spec, "title");
    for (size_t i = 0; title.kind == FW_UNDEFINED && i < FW_COUNT(guides); i++) {
        title = fw_get(fw_get(def->spec, guides[i]), "title");
    }
    title = fw_view_eval(unit, title);
    return title.kind == FW_STRING && title.string->length > 0 ? title.string->text : NULL;
}

static struct fw_gist_field describe_field(const struct fw_view *unit, enum fw_channel channel,
                                           const struct fw_channel_def *def)
{
    struct fw_chart *chart = unit->chart;
    struct fw_gist_field facet = { .def = def, .channel = channel };
    facet.column = fw_def_column(chart->make, def, NULL);
    facet.title = given_title(unit, def);
    const struct fw_resource_field *field = fw_view_described(unit, def->field);
    if (field != NULL) {
        facet.unit =
            def->aggregate == NULL || strcmp(def->aggregate, "sum") == 0 ? field->unit : NULL;
        facet.title = facet.title == NULL ? field->title : facet.title;
    }
    if (facet.title == NULL && fw_get(def->spec, "title").kind != FW_NULL &&
        !fw_has(fw_get(def->spec, "axis"), "title")) {
        facet.title = fw_def_title(chart->make, &chart->config, def);
    }
    return facet;
}

const char *fw_field_title(const struct fw_view *unit, const struct fw_channel_def *def)
{
    return describe_field(unit, FW_CHANNEL_NONE, def).title;
}

static bool is_field(const struct fw_encoding *encoding, enum fw_channel channel)
{
    return fw_encoding_field(encoding, channel) != NULL;
}

static bool is_measure(const struct fw_encoding *encoding, enum fw_channel channel)
{
    const struct fw_channel_def *def = fw_encoding_field(encoding, channel);
    return def != NULL && def->type == FW_QUANTITATIVE && !fw_def_discrete(def) && !def->binned;
}

static enum fw_channel second_of(enum fw_channel channel)
{
    return channel == FW_CHANNEL_X ? FW_CHANNEL_X2 : FW_CHANNEL_Y2;
}

enum fw_channel fw_measure_channel(const struct fw_view *unit)
{
    static const enum fw_channel others[] = {
        FW_CHANNEL_THETA, FW_CHANNEL_RADIUS, FW_CHANNEL_SIZE,
        FW_CHANNEL_COLOR, FW_CHANNEL_FILL,   FW_CHANNEL_TEXT
    };
    const struct fw_encoding *encoding = unit->encoding;
    bool x = is_measure(encoding, FW_CHANNEL_X), y = is_measure(encoding, FW_CHANNEL_Y);
    if (x && y) {
        return unit->orient == FW_HORIZONTAL ? FW_CHANNEL_X : FW_CHANNEL_Y;
    }
    if (x || y) {
        return x ? FW_CHANNEL_X : FW_CHANNEL_Y;
    }
    for (size_t i = 0; i < FW_COUNT(others); i++) {
        if (is_measure(encoding, others[i])) {
            return others[i];
        }
    }
    /* Bars between two times measure them. */
    for (int side = 0; side < 2; side++) {
        enum fw_channel channel = side == 0 ? FW_CHANNEL_X : FW_CHANNEL_Y;
        if (is_field(encoding, channel) && is_field(encoding, second_of(channel))) {
            return channel;
        }
    }
    return FW_CHANNEL_NONE;
}

/* Whether the field's values are named beside the picture. */
static bool is_shown(const struct fw_channel_def *def, enum fw_channel channel)
{
    bool axis = channel == FW_CHANNEL_X || channel == FW_CHANNEL_Y;
    if (fw_channel_is_offset(channel) || channel == FW_CHANNEL_DETAIL) {
        return false;
    }
    return channel == FW_CHANNEL_TEXT || channel == FW_CHANNEL_ROW ||
           channel == FW_CHANNEL_COLUMN ||
           fw_get(def->spec, axis ? "axis" : "legend").kind != FW_NULL;
}

static void find_dimension(struct fw_gist *gist)
{
    static const enum fw_channel channels[] = { FW_CHANNEL_X,    FW_CHANNEL_Y,    FW_CHANNEL_COLOR,
                                                FW_CHANNEL_FILL, FW_CHANNEL_TEXT, FW_CHANNEL_DETAIL,
                                                FW_CHANNEL_SHAPE };
    const struct fw_view *unit = gist->unit;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; gist->dimension.def == NULL && i < FW_COUNT(channels); i++) {
            enum fw_channel channel = channels[i];
            const struct fw_channel_def *def = fw_encoding_field(unit->encoding, channel);
            bool position = channel == FW_CHANNEL_X || channel == FW_CHANNEL_Y;
            if (channel != gist->measure.channel && def != NULL && def->field != NULL &&
                def->type != FW_GEOJSON && (pass == 1 || (position && is_shown(def, channel)))) {
                gist->dimension = describe_field(unit, channel, def);
                gist->dimension.shown = is_shown(def, channel);
            }
        }
    }
}

static void find_series(struct fw_gist *gist)
{
    static const enum fw_channel channels[] = {
        FW_CHANNEL_COLOR,   FW_CHANNEL_FILL,  FW_CHANNEL_STROKE,     FW_CHANNEL_XOFFSET,
        FW_CHANNEL_YOFFSET, FW_CHANNEL_SHAPE, FW_CHANNEL_STROKEDASH, FW_CHANNEL_DETAIL,
        FW_CHANNEL_Y,       FW_CHANNEL_X,
    };
    const struct fw_view *unit = gist->unit;
    for (size_t i = 0; gist->series.def == NULL && i < FW_COUNT(channels); i++) {
        enum fw_channel channel = channels[i];
        const struct fw_channel_def *def = fw_encoding_field(unit->encoding, channel);
        bool position = channel == FW_CHANNEL_Y || channel == FW_CHANNEL_X;
        if (def == NULL || def->field == NULL || channel == gist->measure.channel ||
            (def->type != FW_NOMINAL && def->type != FW_ORDINAL) ||
            (position && !is_shown(def, channel))) {
            continue;
        }
        struct fw_gist_field series = describe_field(unit, channel, def);
        if (gist->dimension.column == NULL || strcmp(series.column, gist->dimension.column) != 0) {
            gist->series = series;
            gist->series.shown = is_shown(def, channel);
        }
    }
}

void fw_gist_fields(struct fw_gist *gist)
{
    const struct fw_encoding *encoding = gist->unit->encoding;
    enum fw_channel channel = fw_measure_channel(gist->unit);
    gist->measure.channel = channel;
    if (channel != FW_CHANNEL_NONE) {
        gist->measure = describe_field(gist->unit, channel, fw_encoding_field(encoding, channel));
        if ((channel == FW_CHANNEL_X || channel == FW_CHANNEL_Y) &&
            is_field(encoding, second_of(channel))) {
            gist->measure2 = describe_field(gist->unit, second_of(channel),
                                            fw_encoding_field(encoding, second_of(channel)));
        }
    }
    find_dimension(gist);
    find_series(gist);
}
