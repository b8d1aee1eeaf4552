/* Encodings: channel definitions with their types and defaults filled in. */
#ifndef FW_ENCODING_ENCODING_H
#define FW_ENCODING_ENCODING_H

#include "base/object.h"
#include "encoding/channel.h"
#include "theme/config.h"

enum fw_type {
    FW_TYPE_NONE,
    FW_QUANTITATIVE,
    FW_TEMPORAL,
    FW_ORDINAL,
    FW_NOMINAL,
    FW_GEOJSON,
};

enum fw_def_kind {
    FW_DEF_NONE,  /* the channel is not encoded, or holds a condition alone */
    FW_DEF_FIELD, /* a field, or a count */
    FW_DEF_DATUM, /* a constant in data space */
    FW_DEF_VALUE, /* a constant in visual space */
};

/** A time unit as written: {"unit": "yearmonth", "step": 2, "maxbins": 10, "utc": true, "binned":
 * true}. */
struct fw_time_unit_def {
    bool there;
    const char
        *unit; /* without the prefixes "utc" and "binned"; NULL where only maxbins is given */
    bool utc, binned;
    double step;    /* 0: not given */
    double maxbins; /* 0: not given */
};

/** One channel's definition. Members are as the object `spec` has them, with Vega-Lite's defaults.
 */
struct fw_channel_def {
    enum fw_def_kind kind;
    struct fw_value
        spec; /* the object: scale, axis, legend, header, format, title, ... are read from it */
    enum fw_type type;
    const char *field;     /* a Vega field path; NULL for a count and for what is no field */
    const char *aggregate; /* the operation, "argmin" and "argmax" too; NULL: none */
    const char *arg_field; /* the field that argmin or argmax looks at */
    struct fw_value bin; /* an object of bin parameters, with maxbins; undefined: not binned here */
    bool binned;         /* "bin": "binned" or {"binned": true} */
    double binned_step;  /* of {"binned": true, "step": n}; NaN: none */
    struct fw_time_unit_def time_unit;
    struct fw_value sort, stack, datum, value; /* as written; undefined: not given */
    double band_position;                      /* NaN: not given */
    struct fw_value
        conditions; /* an array of {"test" | "param", "value" | field ...}; undefined: none */
    struct fw_channel_def
        *condition; /* the field or datum definition inside the condition, or NULL */
};

/** An array of definitions (detail, order, tooltip) has `more`; `defs[c]` is then the first of
 * them. */
struct fw_encoding {
    struct fw_channel_def defs[FW_CHANNEL_COUNT];
    struct fw_channel_def *detail, *order; /* [detail_count], [order_count] */
    size_t detail_count, order_count;
    enum fw_channel sequence[FW_CHANNEL_COUNT]; /* the channels as the spec orders them */
    size_t sequence_count;
};

/** Decodes `spec` (the `encoding` object) for a mark. Types and bins get Vega-Lite's defaults. */
struct fw_encoding *fw_encoding_decode(struct fw_maker make, struct fw_value spec,
                                       const char *mark);

/** Decodes one definition, as for `channel`. */
struct fw_channel_def fw_channel_def_decode(struct fw_maker make, struct fw_value spec,
                                            enum fw_channel channel);

/** The definition that a scale is made for: the channel's own field or datum, or its condition's;
 * or NULL. */
const struct fw_channel_def *fw_encoding_scaled(const struct fw_encoding *encoding,
                                                enum fw_channel channel);

/** The channel's definition when it is a field, else NULL; likewise a field or datum. */
const struct fw_channel_def *fw_encoding_field(const struct fw_encoding *encoding,
                                               enum fw_channel channel);
const struct fw_channel_def *fw_encoding_field_or_datum(const struct fw_encoding *encoding,
                                                        enum fw_channel channel);

/** Whether the channel is encoded by anything at all. */
bool fw_encoding_has(const struct fw_encoding *encoding, enum fw_channel channel);

/**
 * The channel (color, fill or stroke) that tells series apart: by a nominal or ordinal field or
 * datum that no position shows as well; FW_CHANNEL_NONE when none does.
 */
enum fw_channel fw_encoding_series_color(const struct fw_encoding *encoding);

/** Whether any field of the encoding is aggregated. */
bool fw_encoding_aggregates(const struct fw_encoding *encoding);

/** Whether a definition is discrete: nominal, ordinal, or binned quantitative. */
bool fw_def_discrete(const struct fw_channel_def *def);

/** A field binned by this definition (`bin` given, not "binned"). */
bool fw_def_binning(const struct fw_channel_def *def);

/** Unbinned quantitative field, or number datum: Vega-Lite's "measure". */
bool fw_def_measure(const struct fw_channel_def *def);

bool fw_def_count(const struct fw_channel_def *def);

/** Whether it has a time unit that is still to be applied (not "binned..."). */
bool fw_def_time_unit(const struct fw_channel_def *def);

/**
 * The name of the column that a field definition reads after its own bin, time unit or aggregate:
 * "mean_price", "bin_maxbins_10_x_end". `suffix` ("end", "range", "mid", "start", ...; NULL: none)
 * goes behind; names of fields in a path are the path. Source: Vega-Lite's vgField.
 */
const char *fw_def_column(struct fw_maker make, const struct fw_channel_def *def,
                          const char *suffix);

/** "yearmonth" and "bin_maxbins_10": what fw_def_column puts before the field; "" when nothing. */
const char *fw_def_function(struct fw_maker make, const struct fw_channel_def *def);

/** The title that Vega-Lite writes for a field: "Mean of price", "date (year-month)". */
const char *fw_def_title(struct fw_maker make, const struct fw_config *config,
                         const struct fw_channel_def *def);

/**
 * Whether mark positions on `channel` are ranges (band ends) of its field: bins, and time units
 * that are not drawn as points. The position within the band, 0 to 1; NaN where there is none.
 * Source: getBandPosition.
 */
double fw_def_band_position(const struct fw_config *config, struct fw_value mark_def,
                            const struct fw_channel_def *def, const struct fw_channel_def *def2);

enum fw_type fw_type_parse(const char *name);
const char *fw_type_name(enum fw_type type);

/** "utcyearmonth", {"unit": ...}: a time unit as written; `there` false when none. */
struct fw_time_unit_def fw_time_unit_decode(struct fw_value spec);

#endif
