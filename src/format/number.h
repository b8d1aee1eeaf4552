/* Numbers as text: d3-format, its specifiers and its SI prefixes. */
#ifndef FW_FORMAT_NUMBER_H
#define FW_FORMAT_NUMBER_H

#include "base/bytes.h"
#include "format/locale.h"

enum {
    FW_NUMBER_NONE = -1,         /* width or precision not given */
    FW_NUMBER_MOST_WIDTH = 1000, /* wider specifiers are refused: they come from documents */
};

/** A specifier taken apart: [[fill]align][sign][symbol][0][width][,][.precision][~][type]. */
struct fw_number_spec {
    char fill[5]; /* one character in UTF-8 */
    char align;   /* < > ^ = */
    char sign;    /* - + ( or a space */
    char symbol;  /* $ # or 0 */
    bool zero, comma, trim;
    int width, precision; /* FW_NUMBER_NONE when not given */
    char type;            /* 0 when not given; types that d3 does not know act as not given */
};

/** Reads a specifier; false, with `spec` as for "", when d3 would call it invalid. */
bool fw_number_spec_parse(const char *text, struct fw_number_spec *spec);

/** Appends `value`. A NULL locale is en-US. */
void fw_number_write(const struct fw_number_spec *spec, const struct fw_locale *locale,
                     double value, struct fw_bytes *out);

/** The text of `value` in `arena`, or NULL when the specifier is invalid. */
const char *fw_number_text(struct fw_arena *arena, const struct fw_locale *locale,
                           const char *specifier, double value);

/**
 * d3's formatPrefix: appends `value` in fixed notation, scaled by the prefix that suits
 * `reference`, so that all labels of an axis have the same one. The type of `spec` is ignored.
 */
void fw_number_write_prefix(const struct fw_number_spec *spec, const struct fw_locale *locale,
                            double reference, double value, struct fw_bytes *out);

/**
 * Vega's formatFloat: like fw_number_write, but without a given precision 12 significant digits
 * with the trailing zeros dropped.
 */
void fw_number_write_float(const struct fw_number_spec *spec, const struct fw_locale *locale,
                           double value, struct fw_bytes *out);

/** How the labels of one scale are written, so that neighbours differ. */
struct fw_number_span {
    struct fw_number_spec spec;
    bool prefixed;    /* by the prefix of `reference` */
    double reference; /* the largest |value| */
};

/**
 * Vega's formatSpan: the precision that tells ticks `step` apart up to `most` (the larger of the
 * domain's |ends|), in the way the type asks for. A given precision stays. For a specifier that is
 * not given, Vega takes ",f".
 */
struct fw_number_span fw_number_span_of(const struct fw_number_spec *spec,
                                        const struct fw_locale *locale, double step, double most);
void fw_number_write_span(const struct fw_number_span *span, const struct fw_locale *locale,
                          double value, struct fw_bytes *out);

/** d3's precisions for ticks `step` apart; NaN when `step` or the other value is 0 or not finite.
 */
double fw_precision_fixed(double step);
double fw_precision_prefix(double step, double value);
double fw_precision_round(double step, double most);

#endif
