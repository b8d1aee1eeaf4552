/* Scales: from data to position, size, color, shape. */
#ifndef FW_SCALE_SCALE_H
#define FW_SCALE_SCALE_H

#include "base/value.h"
#include "color/color.h"

struct fw_locale;
struct fw_zone;

enum fw_scale_kind {
    FW_SCALE_LINEAR,
    FW_SCALE_LOG,
    FW_SCALE_POW,
    FW_SCALE_SQRT,
    FW_SCALE_SYMLOG,
    FW_SCALE_TIME,
    FW_SCALE_UTC,
    FW_SCALE_IDENTITY,
    FW_SCALE_ORDINAL,
    FW_SCALE_POINT,
    FW_SCALE_BAND,
    FW_SCALE_BIN_ORDINAL,
    FW_SCALE_QUANTILE,
    FW_SCALE_QUANTIZE,
    FW_SCALE_THRESHOLD,
    FW_SCALE_SEQUENTIAL, /* internal: linear, log, ... with a color interpolator */
};

/** `nice`: off, on with a tick count, or to calendar intervals. */
struct fw_nice {
    bool on;
    double count;         /* ticks to aim at; 0: 10 */
    const char *interval; /* time scales: "year", "month", ... or NULL */
    double step;          /* of the interval; 0: 1 */
};

/**
 * All that a scale is made of: what Vega's scale definition holds, with every expression and data
 * reference already resolved. Zeroed members mean "not given" unless said otherwise.
 */
struct fw_scale_spec {
    enum fw_scale_kind kind;
    struct fw_value
        *domain; /* [domain_count] numbers or times; discrete: any values, in order, unique */
    size_t domain_count;                       /* quantile: all values of the data */
    double domain_min, domain_max, domain_mid; /* NaN: not given */
    bool domain_raw;                           /* the domain is final: no zero, nice or padding */
    bool zero; /* Vega's default is true for linear, pow and sqrt without bins and colors */
    struct fw_nice nice;
    double padding;                             /* continuous: pixels added at both ends */
    double padding_inner, padding_outer, align; /* discrete positions */
    bool round, clamp, reverse;
    double base;        /* log; 0: 10 */
    double exponent;    /* pow; 0: 1 */
    double constant;    /* symlog; 0: 1 */
    const double *bins; /* [bin_count] boundaries: domain and ticks of a binned scale, or NULL */
    size_t bin_count;
    /**
     * Bins by their step, in place of `bins` (bin_step > 0): from bin_start to bin_stop (NaN: the
     * ends of the trained domain), cut to the multiples of the step that the trained domain holds
     * (Vega: configureBins).
     */
    double bin_start, bin_stop, bin_step;
    /* The range: one of */
    /* [range_count] numbers, strings (colors, shapes), arrays (dashes) or objects (hatched fills:
     * mark/style.h) */
    struct fw_value *range;
    size_t range_count;
    const char *scheme;                   /* a named color scheme ... */
    const struct fw_color *scheme_colors; /* ... or its colors [scheme_color_count] */
    size_t scheme_color_count;
    double scheme_count;        /* 0: not given; discrete and discretizing scales */
    double scheme_extent[2];    /* 0, 0: not given */
    const char *interpolate;    /* "rgb", "hcl", "hsl", "lab", "cubehelix", "...-long" or NULL */
    double gamma;               /* of rgb and cubehelix interpolation; 0: 1 */
    const struct fw_zone *zone; /* of FW_SCALE_TIME; NULL: UTC */
};

/** Nothing given: domain_min, domain_max and domain_mid NaN, align 0.5. What to start from. */
struct fw_scale_spec fw_scale_spec_default(enum fw_scale_kind kind);

struct fw_scale;

/**
 * Trains a scale: applies zero, min, max, mid, padding and nice to the domain in Vega's order, sets
 * up the range. `spec` is copied. Lives in `arena`. Never fails: an empty domain maps all to
 * undefined.
 */
struct fw_scale *fw_scale_new(struct fw_arena *arena, struct fw_strings *strings,
                              const struct fw_scale_spec *spec);

enum fw_scale_kind fw_scale_kind(const struct fw_scale *scale);

/**
 * Kinds by nature. Continuous: from numbers or times to numbers or colors without steps.
 * Discretizing: quantile, quantize, threshold (Vega-Lite's hasContinuousDomain is continuous or
 * discretizing).
 */
bool fw_scale_kind_continuous(enum fw_scale_kind kind);
bool fw_scale_kind_discrete(enum fw_scale_kind kind); /* ordinal, point, band, bin-ordinal */
bool fw_scale_kind_discretizing(enum fw_scale_kind kind);
bool fw_scale_kind_temporal(enum fw_scale_kind kind);

/** The kind of a Vega-Lite name ("bin-ordinal"), and back; false when there is none. */
bool fw_scale_kind_parse(const char *name, enum fw_scale_kind *kind);
const char *fw_scale_kind_name(enum fw_scale_kind kind);

/** The domain as trained; discrete: all values. */
const struct fw_value *fw_scale_domain(const struct fw_scale *scale, size_t *count);
/**
 * The range as given or made; for color schemes the colors as strings; for interpolated colors
 * those of the ends (and of the middle, where there is one).
 */
const struct fw_value *fw_scale_range(const struct fw_scale *scale, size_t *count);

/**
 * The scaled value: a number for positions and sizes, a string for colors ("rgb(…)"/as given) and
 * shapes. Undefined outside the domain of an ordinal scale with nothing to give, or for a value
 * that cannot be scaled.
 */
struct fw_value fw_scale_apply(const struct fw_scale *scale, struct fw_value value);

/** Fast paths: NaN / false where there is no number / color. */
double fw_scale_number(const struct fw_scale *scale, struct fw_value value);
double fw_scale_map(const struct fw_scale *scale, double number); /* continuous domain and range */
bool fw_scale_color(const struct fw_scale *scale, struct fw_value value, struct fw_color *color);

/** Continuous: the domain value at a range position (number or time). Band, point: value at it. */
struct fw_value fw_scale_invert(const struct fw_scale *scale, double position);

/** Width of a band (0 for point and the continuous) and the distance of two bands. */
double fw_scale_bandwidth(const struct fw_scale *scale);
double fw_scale_step(const struct fw_scale *scale);

/**
 * The length in steps of `count` bands with that padding (Vega's bandspace): what a range given by
 * a step has to be multiplied with. 0 for no bands, at least 1 else.
 */
double fw_band_space(size_t count, double padding_inner, double padding_outer);

/**
 * Where a domain value lies between the ends of the domain by the scale's own transform: 0 at the
 * first, 1 at the last; 0.5 everywhere when the domain has no span. Method: vega-scale,
 * scaleFraction.
 */
double fw_scale_fraction(const struct fw_scale *scale, double number);

/** The boundaries between the classes of a discretizing scale, in order; `*count` of them. */
const double *fw_scale_thresholds(const struct fw_scale *scale, size_t *count);

/** The boundaries of a binned scale (spec.bins; bin-ordinal: its domain); NULL when not binned. */
const double *fw_scale_bins(const struct fw_scale *scale, size_t *count);

/** How many ticks a guide should have: a number, a calendar interval, or a step. */
struct fw_tick_count {
    double count;         /* 0: not given; below 0: none at all (Vega's tickCount 0) */
    const char *interval; /* "year", ... or NULL; time scales only */
    double step;          /* of the interval; 0: 1 */
    double min_step;      /* 0: none; no ticks closer than this in data units */
};

/**
 * Tick values in domain order, made in `arena` (d3 for numbers and times; the domain itself for
 * discrete scales; thresholds for discretizing ones).
 */
struct fw_value *fw_scale_ticks(const struct fw_scale *scale, struct fw_arena *arena,
                                struct fw_tick_count wanted, size_t *count);

/**
 * Of explicit tick `values` those within the range of the scale, in the range's order, thinned out
 * to `wanted` as Vega does (validTicks; without a wanted count all are kept).
 */
struct fw_value *fw_scale_valid_ticks(const struct fw_scale *scale, struct fw_arena *arena,
                                      const struct fw_value *values, size_t value_count,
                                      struct fw_tick_count wanted, size_t *count);

/** How to write tick values: a d3 specifier for numbers or times, or none. */
struct fw_tick_format {
    const char *specifier;        /* NULL: by the scale */
    const char *type;             /* "number", "time", "utc", or NULL: by the scale */
    const struct fw_value *parts; /* object form of time formats ({"year": "%Y"}), or NULL */
    const struct fw_locale *locale;
    const struct fw_zone *zone;
};

/** The label of one tick value, made for a guide with `wanted` ticks. Many labels: scale/label.h.
 */
fw_str fw_scale_label(const struct fw_scale *scale, struct fw_strings *strings,
                      struct fw_tick_count wanted, const struct fw_tick_format *format,
                      struct fw_value value);

/** Log scales: whether `value`'s label is shown among about `count` ticks (d3 filters the rest). */
bool fw_scale_label_shown(const struct fw_scale *scale, struct fw_tick_count wanted,
                          struct fw_value value);

#endif
