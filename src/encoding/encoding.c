/* Decoding of encodings: types, bins and sorts get Vega-Lite's defaults. */
#include "encoding/encoding.h"

#include <math.h>
#include <string.h>

static const char *const type_names[] = { "",        "quantitative", "temporal",
                                          "ordinal", "nominal",      "geojson" };

enum fw_type fw_type_parse(const char *name)
{
    for (size_t i = 1; i < FW_COUNT(type_names); i++) {
        /* Vega-Lite takes the initials too: "Q", "T", "O", "N". */
        if (strcmp(name, type_names[i]) == 0 ||
            (i != FW_GEOJSON && name[0] != '\0' && name[1] == '\0' &&
             (name[0] | 0x20) == type_names[i][0])) {
            return (enum fw_type)i;
        }
    }
    return FW_TYPE_NONE;
}

const char *fw_type_name(enum fw_type type)
{
    return type_names[type];
}

struct fw_time_unit_def fw_time_unit_decode(struct fw_value spec)
{
    struct fw_time_unit_def unit = { 0 };
    if (spec.kind == FW_STRING) {
        unit.unit = spec.string->text;
    } else if (spec.kind == FW_OBJECT) {
        unit.unit = fw_get_text(spec, "unit", NULL);
        unit.utc = fw_get_boolean(spec, "utc", false);
        unit.binned = fw_get_boolean(spec, "binned", false);
        unit.step = fw_get_number(spec, "step", 0);
        unit.maxbins = fw_get_number(spec, "maxbins", 0);
    }
    unit.there = spec.kind == FW_STRING || spec.kind == FW_OBJECT;
    if (unit.unit != NULL && strncmp(unit.unit, "binned", 6) == 0) {
        unit.binned = true;
        unit.unit += 6;
    }
    if (unit.unit != NULL && strncmp(unit.unit, "utc", 3) == 0) {
        unit.utc = true;
        unit.unit += 3;
    }
    return unit;
}

/* Vega-Lite: few bins where the eye tells few apart. */
static double default_maxbins(enum fw_channel channel)
{
    switch (fw_channel_range(channel)) {
    case 'f':
        return 6;
    case 'd':
        return channel == FW_CHANNEL_STROKEDASH ? 4 : 6;
    }
    switch ((int)channel) {
    case FW_CHANNEL_ROW:
    case FW_CHANNEL_COLUMN:
    case FW_CHANNEL_SIZE:
    case FW_CHANNEL_STROKEWIDTH:
    case FW_CHANNEL_OPACITY:
    case FW_CHANNEL_FILLOPACITY:
    case FW_CHANNEL_STROKEOPACITY:
        return 6;
    }
    return 10;
}

static void decode_bin(struct fw_maker make, struct fw_channel_def *def, struct fw_value bin,
                       enum fw_channel channel)
{
    bool object = bin.kind == FW_OBJECT;
    def->binned_step = NAN;
    if (fw_is_text(bin, "binned") || (object && fw_get_boolean(bin, "binned", false))) {
        def->binned = true;
        def->binned_step = fw_get_number(bin, "step", NAN);
    } else if (object && (fw_has(bin, "maxbins") || fw_has(bin, "step"))) {
        def->bin = bin;
    } else if (object || (bin.kind == FW_BOOLEAN && bin.boolean)) {
        double maxbins = default_maxbins(channel);
        def->bin = fw_with(make, object ? bin : fw_undefined(), "maxbins", fw_number(maxbins));
    }
}

/* Objects that name neither row (exponential smoothing) are left out, as Vega-Lite does here. */
static void decode_aggregate(struct fw_channel_def *def, struct fw_value aggregate)
{
    static const char *const parameterized[] = { "argmin", "argmax" };
    if (aggregate.kind == FW_STRING) {
        def->aggregate = aggregate.string->text;
    }
    for (size_t i = 0; aggregate.kind == FW_OBJECT && i < FW_COUNT(parameterized); i++) {
        if (fw_has(aggregate, parameterized[i])) {
            def->aggregate = parameterized[i];
            def->arg_field = fw_get_text(aggregate, parameterized[i], NULL);
        }
    }
}

static bool is_arg(const struct fw_channel_def *def)
{
    return def->aggregate != NULL && strncmp(def->aggregate, "arg", 3) == 0;
}

/* Vega-Lite's defaultType. */
static enum fw_type default_type(const struct fw_channel_def *def, enum fw_channel channel)
{
    switch ((int)channel) {
    case FW_CHANNEL_LATITUDE:
    case FW_CHANNEL_LONGITUDE:
        return FW_QUANTITATIVE;
    case FW_CHANNEL_ROW:
    case FW_CHANNEL_COLUMN:
    case FW_CHANNEL_FACET:
    case FW_CHANNEL_SHAPE:
    case FW_CHANNEL_STROKEDASH:
        return FW_NOMINAL;
    case FW_CHANNEL_ORDER:
        return FW_ORDINAL;
    }
    if (def->sort.kind == FW_ARRAY) {
        return FW_ORDINAL;
    }
    if (def->time_unit.there) {
        return FW_TEMPORAL;
    }
    if (def->bin.kind == FW_OBJECT || def->binned || (def->aggregate != NULL && !is_arg(def))) {
        return FW_QUANTITATIVE;
    }
    const char *scale = fw_get_text(fw_get(def->spec, "scale"), "type", NULL);
    if (scale != NULL) {
        static const char *const numeric[] = { "linear",     "log",      "pow",      "sqrt",
                                               "symlog",     "identity", "quantile", "quantize",
                                               "sequential", "threshold" };
        for (size_t i = 0; i < FW_COUNT(numeric); i++) {
            if (strcmp(scale, numeric[i]) == 0) {
                return FW_QUANTITATIVE;
            }
        }
        if (strcmp(scale, "time") == 0 || strcmp(scale, "utc") == 0) {
            return FW_TEMPORAL;
        }
    }
    return FW_NOMINAL;
}

static bool is_date_time(struct fw_value value)
{
    static const char *const parts[] = { "year",  "quarter", "month",   "date",         "day",
                                         "hours", "minutes", "seconds", "milliseconds", "utc" };
    for (size_t i = 0; i < FW_COUNT(parts); i++) {
        if (fw_has(value, parts[i])) {
            return true;
        }
    }
    return false;
}

static enum fw_type datum_type(struct fw_value datum)
{
    switch (datum.kind) {
    case FW_NUMBER:
        return FW_QUANTITATIVE;
    case FW_STRING:
        return FW_NOMINAL;
    case FW_OBJECT:
        return is_date_time(datum) ? FW_TEMPORAL : FW_TYPE_NONE;
    case FW_UNDEFINED:
    case FW_NULL:
    case FW_BOOLEAN:
    case FW_TIME:
    case FW_ARRAY:
    case FW_REGEXP:
        break;
    }
    return FW_TYPE_NONE;
}

/* "sort": "-y" and "y" are short for an object. */
static struct fw_value normal_sort(struct fw_maker make, struct fw_value sort)
{
    const char *text = fw_text_of(sort);
    if (text == NULL || strcmp(text, "ascending") == 0 || strcmp(text, "descending") == 0) {
        return sort;
    }
    bool descending = text[0] == '-';
    if (fw_channel_find(text + descending) == FW_CHANNEL_NONE) {
        return sort;
    }
    sort = fw_with(make, fw_undefined(), "encoding", fw_text_value(make, text + descending));
    return descending ? fw_with(make, sort, "order", fw_text_value(make, "descending")) : sort;
}

static void decode_field(struct fw_maker make, struct fw_channel_def *def, enum fw_channel channel)
{
    struct fw_value field = fw_get(def->spec, "field");
    def->field = field.kind == FW_NUMBER || field.kind == FW_STRING
                     ? fw_to_string(make.strings, field)->text
                     : NULL;
    decode_bin(make, def, fw_get(def->spec, "bin"), channel);
    def->time_unit = fw_time_unit_decode(fw_get(def->spec, "timeUnit"));
    if (def->type == FW_TYPE_NONE && fw_channel_main(channel) == channel) {
        def->type = default_type(def, channel);
    }
    if (def->aggregate != NULL && def->type != FW_TYPE_NONE) {
        static const char *const counting[] = { "count", "valid", "missing", "distinct" };
        for (size_t i = 0; i < FW_COUNT(counting); i++) {
            if (strcmp(def->aggregate, counting[i]) == 0) {
                def->type = FW_QUANTITATIVE;
            }
        }
    }
}

struct fw_channel_def fw_channel_def_decode(struct fw_maker make, struct fw_value spec,
                                            enum fw_channel channel)
{
    struct fw_channel_def def = { .spec = spec, .band_position = NAN, .binned_step = NAN };
    if (spec.kind != FW_OBJECT) {
        def.kind = fw_is_nil(spec) ? FW_DEF_NONE : FW_DEF_VALUE;
        def.value = spec;
        return def;
    }
    const char *type = fw_get_text(spec, "type", NULL);
    def.type = type == NULL ? FW_TYPE_NONE : fw_type_parse(type);
    def.sort = normal_sort(make, fw_get(spec, "sort"));
    def.stack = fw_get(spec, "stack");
    def.band_position = fw_get_number(spec, "bandPosition", NAN);
    decode_aggregate(&def, fw_get(spec, "aggregate"));
    /* A datum in a layer meets the field that it inherits: the datum is drawn. */
    if (fw_has(spec, "datum")) {
        def.kind = FW_DEF_DATUM;
        def.datum = fw_get(spec, "datum");
        def.type = def.type == FW_TYPE_NONE ? datum_type(def.datum) : def.type;
    } else if (fw_has(spec, "field") ||
               (def.aggregate != NULL && strcmp(def.aggregate, "count") == 0)) {
        def.kind = FW_DEF_FIELD;
        decode_field(make, &def, channel);
    } else if (fw_has(spec, "value")) {
        def.kind = FW_DEF_VALUE;
        def.value = fw_get(spec, "value");
    }
    struct fw_value condition = fw_get(spec, "condition");
    if (condition.kind == FW_OBJECT) {
        def.conditions = fw_append(make, fw_undefined(), condition);
        if (fw_has(condition, "field") || fw_has(condition, "datum") ||
            fw_is_text(fw_get(condition, "aggregate"), "count")) {
            def.condition = FW_NEW(make.arena, struct fw_channel_def);
            *def.condition = fw_channel_def_decode(make, condition, channel);
        }
    } else if (condition.kind == FW_ARRAY) {
        def.conditions = condition;
    }
    return def;
}

/* Which marks a channel works with; the others drop it, as Vega-Lite does. */
static bool mark_takes(enum fw_channel channel, const char *mark, struct fw_value encoding)
{
    static const struct {
        enum fw_channel channel;
        const char
            *marks; /* each between spaces; a trailing '~': with a binned main channel only */
    } rules[] = {
        { FW_CHANNEL_X2, " area bar image rect rule circle~ point~ square~ tick~ line~ trail~ " },
        { FW_CHANNEL_Y2, " area bar image rect rule circle~ point~ square~ tick~ line~ trail~ " },
        { FW_CHANNEL_LATITUDE2, " area bar image rect rule " },
        { FW_CHANNEL_LONGITUDE2, " area bar image rect rule " },
        { FW_CHANNEL_SIZE, " point tick rule circle square bar text line trail " },
        { FW_CHANNEL_STROKEDASH, " line point tick rule circle square bar geoshape " },
        { FW_CHANNEL_SHAPE, " point geoshape " },
        { FW_CHANNEL_TEXT, " text " },
        { FW_CHANNEL_ANGLE, " point square text " },
        { FW_CHANNEL_URL, " image " },
        { FW_CHANNEL_THETA, " text arc " },
        { FW_CHANNEL_RADIUS, " text arc " },
        { FW_CHANNEL_THETA2, " arc " },
        { FW_CHANNEL_RADIUS2, " arc " },
    };
    bool geoshape = strcmp(mark, "geoshape") == 0;
    if (geoshape && (fw_channel_is_position(channel) || fw_channel_is_offset(channel) ||
                     channel == FW_CHANNEL_LATITUDE || channel == FW_CHANNEL_LONGITUDE)) {
        return false;
    }
    for (size_t i = 0; i < FW_COUNT(rules); i++) {
        if (rules[i].channel != channel) {
            continue;
        }
        const char *at = rules[i].marks;
        size_t length = strlen(mark);
        while ((at = strstr(at, mark)) != NULL) {
            if (at[-1] == ' ' && at[length] == ' ') {
                return true;
            }
            if (at[-1] == ' ' && at[length] == '~') {
                struct fw_value main = fw_get(encoding, fw_channel_name(fw_channel_main(channel)));
                struct fw_value bin = fw_get(main, "bin");
                return fw_is_text(bin, "binned") || fw_get_boolean(bin, "binned", false);
            }
            at += length;
        }
        return false;
    }
    return true;
}

/* xOffset inside a continuous x is dropped, unless time units make bands. */
static bool offset_fits(const struct fw_encoding *encoding, enum fw_channel channel)
{
    if (!fw_channel_is_offset(channel)) {
        return true;
    }
    const struct fw_channel_def *main = &encoding->defs[fw_channel_of_offset(channel)];
    return main->kind != FW_DEF_FIELD || main->time_unit.there ||
           (main->type != FW_QUANTITATIVE && main->type != FW_TEMPORAL);
}

static struct fw_channel_def *decode_list(struct fw_maker make, struct fw_value spec,
                                          enum fw_channel channel, size_t *count)
{
    size_t given = spec.kind == FW_ARRAY ? fw_length(spec) : 1;
    struct fw_channel_def *list = FW_NEW_ARRAY(make.arena, given, struct fw_channel_def);
    *count = 0;
    for (size_t i = 0; i < given; i++) {
        struct fw_value item = spec.kind == FW_ARRAY ? fw_at(spec, i) : spec;
        struct fw_channel_def def = fw_channel_def_decode(make, item, channel);
        if (def.kind == FW_DEF_FIELD) {
            list[(*count)++] = def;
        }
    }
    return list;
}

static void decode_channel(struct fw_maker make, struct fw_encoding *encoding, struct fw_value all,
                           enum fw_channel channel, struct fw_value spec)
{
    if (channel == FW_CHANNEL_DETAIL) {
        encoding->detail = decode_list(make, spec, channel, &encoding->detail_count);
    } else if (channel == FW_CHANNEL_ORDER) {
        encoding->order = decode_list(make, spec, channel, &encoding->order_count);
    }
    bool list = spec.kind == FW_ARRAY;
    encoding->defs[channel] = fw_channel_def_decode(make, list ? fw_at(spec, 0) : spec, channel);
    (void)all;
    encoding->sequence[encoding->sequence_count++] = channel;
}

struct fw_encoding *fw_encoding_decode(struct fw_maker make, struct fw_value spec, const char *mark)
{
    struct fw_encoding *encoding = FW_NEW(make.arena, struct fw_encoding);
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        encoding->defs[c].band_position = NAN;
        encoding->defs[c].binned_step = NAN;
    }
    /* In the table's order, as Vega-Lite: x before xOffset, so that one can look at the other. */
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        enum fw_channel channel = (enum fw_channel)c;
        struct fw_value def = fw_get(spec, fw_channel_name(channel));
        if (fw_is_nil(def) || fw_channel_is_facet(channel)) {
            continue;
        }
        if (channel == FW_CHANNEL_ANGLE && strcmp(mark, "arc") == 0 && !fw_has(spec, "theta")) {
            channel = FW_CHANNEL_THETA;
        }
        if (!mark_takes(channel, mark, spec) || !offset_fits(encoding, channel)) {
            continue;
        }
        decode_channel(make, encoding, spec, channel, def);
    }
    return encoding;
}

const struct fw_channel_def *fw_encoding_field(const struct fw_encoding *encoding,
                                               enum fw_channel channel)
{
    if (channel == FW_CHANNEL_NONE) {
        return NULL;
    }
    const struct fw_channel_def *def = &encoding->defs[channel];
    return def->kind == FW_DEF_FIELD ? def : NULL;
}

const struct fw_channel_def *fw_encoding_field_or_datum(const struct fw_encoding *encoding,
                                                        enum fw_channel channel)
{
    if (channel == FW_CHANNEL_NONE) {
        return NULL;
    }
    const struct fw_channel_def *def = &encoding->defs[channel];
    return def->kind == FW_DEF_FIELD || def->kind == FW_DEF_DATUM ? def : NULL;
}

const struct fw_channel_def *fw_encoding_scaled(const struct fw_encoding *encoding,
                                                enum fw_channel channel)
{
    const struct fw_channel_def *def = fw_encoding_field_or_datum(encoding, channel);
    return def == NULL && channel != FW_CHANNEL_NONE ? encoding->defs[channel].condition : def;
}

bool fw_encoding_has(const struct fw_encoding *encoding, enum fw_channel channel)
{
    if (channel == FW_CHANNEL_NONE) {
        return false;
    }
    const struct fw_channel_def *def = &encoding->defs[channel];
    return def->kind != FW_DEF_NONE || def->conditions.kind == FW_ARRAY;
}

static bool is_position_field(const struct fw_encoding *encoding, const char *field)
{
    static const enum fw_channel places[] = { FW_CHANNEL_X, FW_CHANNEL_Y };
    for (size_t i = 0; i < FW_COUNT(places); i++) {
        const struct fw_channel_def *def = fw_encoding_field(encoding, places[i]);
        if (def != NULL && def->field != NULL && strcmp(def->field, field) == 0) {
            return true;
        }
    }
    return false;
}

enum fw_channel fw_encoding_series_color(const struct fw_encoding *encoding)
{
    static const enum fw_channel colors[] = { FW_CHANNEL_COLOR, FW_CHANNEL_FILL,
                                              FW_CHANNEL_STROKE };
    for (size_t i = 0; i < FW_COUNT(colors); i++) {
        const struct fw_channel_def *def = fw_encoding_field_or_datum(encoding, colors[i]);
        bool names = def != NULL && (def->type == FW_NOMINAL || def->type == FW_ORDINAL) &&
                     !fw_def_binning(def) && !def->binned;
        bool shown = names && def->field != NULL && is_position_field(encoding, def->field);
        if (names && !shown) {
            return colors[i];
        }
    }
    return FW_CHANNEL_NONE;
}

bool fw_encoding_aggregates(const struct fw_encoding *encoding)
{
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        const struct fw_channel_def *def = fw_encoding_scaled(encoding, (enum fw_channel)c);
        if (def != NULL && def->aggregate != NULL) {
            return true;
        }
    }
    for (size_t i = 0; i < encoding->detail_count; i++) {
        if (encoding->detail[i].aggregate != NULL) {
            return true;
        }
    }
    for (size_t i = 0; i < encoding->order_count; i++) {
        if (encoding->order[i].aggregate != NULL) {
            return true;
        }
    }
    return false;
}

bool fw_def_binning(const struct fw_channel_def *def)
{
    return def != NULL && def->bin.kind == FW_OBJECT;
}

bool fw_def_discrete(const struct fw_channel_def *def)
{
    switch (def->type) {
    case FW_NOMINAL:
    case FW_ORDINAL:
    case FW_GEOJSON:
        return true;
    case FW_QUANTITATIVE:
        return def->kind == FW_DEF_FIELD && (fw_def_binning(def) || def->binned);
    case FW_TEMPORAL:
    case FW_TYPE_NONE:
        break;
    }
    return false;
}

bool fw_def_measure(const struct fw_channel_def *def)
{
    if (def == NULL) {
        return false;
    }
    if (def->kind == FW_DEF_DATUM) {
        return def->datum.kind == FW_NUMBER;
    }
    return def->kind == FW_DEF_FIELD && def->type == FW_QUANTITATIVE && !fw_def_binning(def) &&
           !def->binned;
}

bool fw_def_count(const struct fw_channel_def *def)
{
    return def != NULL && def->aggregate != NULL && strcmp(def->aggregate, "count") == 0;
}

bool fw_def_time_unit(const struct fw_channel_def *def)
{
    return def != NULL && def->time_unit.there && !def->time_unit.binned;
}
