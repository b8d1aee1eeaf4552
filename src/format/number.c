/* d3-format: a number as a specifier and a locale say. */
#include "format/number.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "base/utf8.h"
#include "format/notation.h"

/* y to Y; d3 writes micro as U+00B5. */
static const char *const si_prefixes[] = { "y", "z", "a", "f", "p", "n", "\u00b5", "m", "",
                                           "k", "M", "G", "T", "P", "E", "Z",      "Y" };
enum { SI_LEAST = -8, SI_MOST = 8, MAGNITUDES_MOST = 4 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool type_in(char type, const char *set)
{
    return type != '\0' && strchr(set, type) != NULL;
}

static int clamp(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

/* The specifier as it acts: aliases spelled out, zero fill settled, precision given and in bounds.
 */
static struct fw_number_spec resolve(const struct fw_number_spec *spec)
{
    struct fw_number_spec resolved = *spec;
    if (resolved.type == 'n') {
        resolved.comma = true;
        resolved.type = 'g';
    } else if (!type_in(resolved.type, "%bcdefgoprsXx")) {
        resolved.precision = resolved.precision == FW_NUMBER_NONE ? 12 : resolved.precision;
        resolved.trim = true;
        resolved.type = 'g';
    }
    if (resolved.zero || (strcmp(resolved.fill, "0") == 0 && resolved.align == '=')) {
        resolved.zero = true;
        strncpy(resolved.fill, "0", sizeof resolved.fill);
        resolved.align = '=';
    }
    if (resolved.precision == FW_NUMBER_NONE) {
        resolved.precision = 6;
    } else if (type_in(resolved.type, "gprs")) {
        resolved.precision = clamp(resolved.precision, 1, 21);
    } else {
        resolved.precision = clamp(resolved.precision, 0, 20);
    }
    return resolved;
}

/* ---- Writing ---- */

/* A number taken apart: what stands around its digits, in the order of writing. */
struct pieces {
    const char *sign, *symbol;
    struct fw_notation number;
    size_t whole; /* bytes of number.text that are its whole part: these are grouped */
    const char *prefix, *suffix, *unit, *close;
};

static const char *magnitude(const struct fw_locale *locale, int thousands)
{
    if (locale->magnitudes[0] == NULL) {
        return si_prefixes[thousands - SI_LEAST];
    }
    return thousands == 0 ? "" : locale->magnitudes[thousands - 1];
}

static int least_power(const struct fw_locale *locale)
{
    return locale->magnitudes[0] == NULL ? SI_LEAST : 0;
}

static int most_power(const struct fw_locale *locale)
{
    return locale->magnitudes[0] == NULL ? SI_MOST : MAGNITUDES_MOST;
}

/* Writes |value| in the notation of the (resolved) type. */
static void note(const struct fw_number_spec *spec, const struct fw_locale *locale, double value,
                 struct pieces *pieces)
{
    struct fw_notation *out = &pieces->number;
    int thousands;
    switch (spec->type) {
    case '%':
        fw_notation_fixed(value * 100, spec->precision, out);
        break;
    case 'b':
        fw_notation_radix(value, 2, false, out);
        break;
    case 'o':
        fw_notation_radix(value, 8, false, out);
        break;
    case 'x':
        fw_notation_radix(value, 16, false, out);
        break;
    case 'X':
        fw_notation_radix(value, 16, true, out);
        break;
    case 'd':
        fw_notation_decimal(value, out);
        break;
    case 'e':
        fw_notation_exponential(value, spec->precision, out);
        break;
    case 'f':
        fw_notation_fixed(value, spec->precision, out);
        break;
    case 'p':
        fw_notation_rounded(value * 100, spec->precision, out);
        break;
    case 'r':
        fw_notation_rounded(value, spec->precision, out);
        break;
    case 's':
        fw_notation_prefixed(value, spec->precision, least_power(locale), most_power(locale), out,
                             &thousands);
        pieces->prefix = magnitude(locale, thousands);
        break;
    default: /* resolve() left only g */
        fw_notation_precision(value, spec->precision, out);
        break;
    }
}

static void note_text(struct fw_notation *out, const char *text)
{
    size_t length = strlen(text);
    length = length < FW_NOTATION_ROOM ? length : FW_NOTATION_ROOM - 1;
    memcpy(out->text, text, length);
    out->text[length] = '\0';
    out->length = length;
}

/* Whether a notation reads as 0: no digit in it but zeros, up to an exponent. */
static bool reads_as_zero(const struct fw_notation *notation)
{
    size_t zeros = strspn(notation->text, "0.");
    return zeros == notation->length || (zeros > 0 && notation->text[zeros] == 'e');
}

static void set_sign(const struct fw_number_spec *spec, const struct fw_locale *locale,
                     bool negative, struct pieces *pieces)
{
    if (negative) {
        pieces->sign = spec->sign == '(' ? "(" : locale->minus;
        pieces->close = spec->sign == '(' ? ")" : "";
    } else {
        pieces->sign = spec->sign == '+' ? "+" : spec->sign == ' ' ? " " : "";
    }
}

static void set_symbol(const struct fw_number_spec *spec, const struct fw_locale *locale,
                       struct pieces *pieces)
{
    if (spec->symbol == '$') {
        pieces->symbol = locale->currency[0];
        pieces->suffix = locale->currency[1];
        return;
    }
    if (spec->symbol == '#' && type_in(spec->type, "boxX")) {
        pieces->symbol = spec->type == 'b' ? "0b" : spec->type == 'o' ? "0o" : "0x";
    }
    pieces->suffix = type_in(spec->type, "%p") ? locale->percent : "";
}

/* Fills `pieces` for a value; `unit` goes behind all. */
static void take_apart(const struct fw_number_spec *spec, const struct fw_locale *locale,
                       double value, const char *unit, struct pieces *pieces)
{
    pieces->sign = pieces->symbol = pieces->prefix = pieces->suffix = pieces->close = "";
    pieces->unit = unit;
    set_symbol(spec, locale, pieces);
    if (spec->type == 'c') {
        pieces->number.length = fw_decimal_text(value, pieces->number.text);
        pieces->whole = 0;
        return;
    }
    bool negative = signbit(value) && !isnan(value);
    if (isnan(value)) {
        note_text(&pieces->number, locale->nan);
    } else {
        note(spec, locale, fabs(value), pieces);
    }
    if (spec->trim) {
        fw_notation_trim(&pieces->number);
    }
    if (negative && spec->sign != '+' && reads_as_zero(&pieces->number)) {
        negative = false;
    }
    set_sign(spec, locale, negative, pieces);
    pieces->whole = type_in(spec->type, "boxX") ? pieces->number.length
                                                : strspn(pieces->number.text, "0123456789");
}

/* What JavaScript calls the length of a text, and pads by. */
static size_t units(const char *text)
{
    return fw_utf8_count16(text, strlen(text));
}

/*
 * Appends `text` in groups. With a `width` (else SIZE_MAX) groups are made from the right until it
 * is full, and what is left over, zeros of a fill, is dropped: d3's formatGroup.
 */
static void put_grouped(const char *text, size_t length, size_t width,
                        const struct fw_locale *locale, struct fw_bytes *out)
{
    bool starts_group[FW_NOTATION_ROOM + FW_NUMBER_MOST_WIDTH] = { false };
    size_t at = length;
    size_t used = 0;
    for (size_t i = 0; at > 0 && used <= width; i = (i + 1) % locale->grouping_count) {
        size_t size = (size_t)locale->grouping[i];
        if (used + size + 1 > width) {
            size = width > used + 1 ? width - used : 1;
        }
        size = size > at ? at : size;
        at -= size;
        starts_group[at] = true;
        used += size + 1;
    }
    for (size_t i = at; i < length; i++) {
        if (starts_group[i] && i > at) {
            fw_bytes_puts(out, locale->thousands);
        }
        fw_bytes_put(out, text[i]);
    }
}

static void put_whole(const struct fw_number_spec *spec, const struct fw_locale *locale,
                      const struct pieces *pieces, size_t zeros, size_t room, struct fw_bytes *out)
{
    char filled[FW_NOTATION_ROOM + FW_NUMBER_MOST_WIDTH];
    memset(filled, '0', zeros);
    memcpy(filled + zeros, pieces->number.text, pieces->whole);
    if (spec->comma && locale->grouping_count > 0) {
        put_grouped(filled, zeros + pieces->whole, room, locale, out);
    } else {
        fw_bytes_append(out, filled, zeros + pieces->whole);
    }
}

/* What stands behind the whole part: decimals or exponent, prefix, symbol, closing parenthesis. */
static void put_rest(const struct pieces *pieces, const struct fw_locale *locale,
                     struct fw_bytes *out)
{
    const char *rest = pieces->number.text + pieces->whole;
    if (*rest == '.') {
        fw_bytes_puts(out, locale->decimal);
        rest++;
    }
    fw_bytes_puts(out, rest);
    fw_bytes_puts(out, pieces->prefix);
    fw_bytes_puts(out, pieces->suffix);
    fw_bytes_puts(out, pieces->unit);
    fw_bytes_puts(out, pieces->close);
}

static void put_fill(const char *fill, size_t count, struct fw_bytes *out)
{
    for (size_t i = 0; i < count; i++) {
        fw_bytes_puts(out, fill);
    }
}

/* Where the padding goes: before all, between sign and digits, behind all. */
static void split_padding(char align, size_t padding, size_t parts[3])
{
    parts[0] = align == '^' ? padding / 2 : align == '>' ? padding : 0;
    parts[1] = align == '=' ? padding : 0;
    parts[2] = padding - parts[0] - parts[1];
}

static void put_pieces(const struct fw_number_spec *spec, const struct fw_locale *locale,
                       const struct pieces *pieces, struct fw_bytes *out)
{
    struct fw_bytes whole = { 0 };
    struct fw_bytes rest = { 0 };
    put_rest(pieces, locale, &rest);
    bool zero_groups = spec->comma && spec->zero; /* then zeros are grouped with the digits */
    put_whole(spec, locale, pieces, 0, SIZE_MAX, &whole);
    size_t digits = zero_groups ? pieces->whole : units(fw_bytes_text(&whole));
    size_t behind = units(fw_bytes_text(&rest));
    size_t length = units(pieces->sign) + units(pieces->symbol) + digits + behind;
    size_t padding =
        spec->width > 0 && length < (size_t)spec->width ? (size_t)spec->width - length : 0;
    if (zero_groups && padding > 0) {
        size_t width = (size_t)spec->width;
        whole.length = 0;
        put_whole(spec, locale, pieces, padding, width > behind ? width - behind : 0, &whole);
        padding = 0;
    }
    size_t parts[3];
    split_padding(spec->align, padding, parts);
    put_fill(spec->fill, parts[0], out);
    fw_bytes_puts(out, pieces->sign);
    fw_bytes_puts(out, pieces->symbol);
    put_fill(spec->fill, parts[1], out);
    fw_bytes_append(out, whole.data, whole.length);
    fw_bytes_append(out, rest.data, rest.length);
    put_fill(spec->fill, parts[2], out);
    fw_bytes_finish(&whole);
    fw_bytes_finish(&rest);
}

/* Replaces the ASCII digits from `start` on by those of the locale. */
static void put_numerals(const struct fw_locale *locale, size_t start, struct fw_bytes *out)
{
    struct fw_bytes plain = { 0 };
    fw_bytes_append(&plain, out->data + start, out->length - start);
    out->length = start;
    for (size_t i = 0; i < plain.length; i++) {
        if (is_digit(plain.data[i])) {
            fw_bytes_puts(out, locale->numerals[plain.data[i] - '0']);
        } else {
            fw_bytes_put(out, plain.data[i]);
        }
    }
    fw_bytes_finish(&plain);
}

static void write_with_unit(const struct fw_number_spec *given, const struct fw_locale *locale,
                            double value, const char *unit, struct fw_bytes *out)
{
    struct fw_number_spec spec = resolve(given);
    struct pieces pieces;
    size_t start = out->length;
    take_apart(&spec, locale, value, unit, &pieces);
    put_pieces(&spec, locale, &pieces, out);
    if (locale->numerals[0] != NULL) {
        put_numerals(locale, start, out);
    }
}

void fw_number_write(const struct fw_number_spec *spec, const struct fw_locale *locale,
                     double value, struct fw_bytes *out)
{
    write_with_unit(spec, locale == NULL ? fw_locale_default() : locale, value, "", out);
}

const char *fw_number_text(struct fw_arena *arena, const struct fw_locale *locale,
                           const char *specifier, double value)
{
    struct fw_number_spec spec;
    struct fw_bytes bytes = { 0 };
    if (!fw_number_spec_parse(specifier, &spec)) {
        return NULL;
    }
    fw_number_write(&spec, locale, value, &bytes);
    const char *text = fw_arena_text(arena, bytes.data, bytes.length);
    fw_bytes_finish(&bytes);
    return text;
}

/* ---- Formats for several values at once ---- */

/* The power of 1000 whose prefix suits a value, within the locale's prefixes; NaN for 0. */
static double suited_power(const struct fw_locale *locale, double value)
{
    double power = floor(fw_notation_exponent(value) / 3);
    return isnan(power) ? power : fmax(least_power(locale), fmin(most_power(locale), power));
}

void fw_number_write_prefix(const struct fw_number_spec *spec, const struct fw_locale *locale,
                            double reference, double value, struct fw_bytes *out)
{
    /* 1000 to the minus n-th, correctly rounded, as JavaScript's 10 ** -3n. */
    static const double factors[] = { 1e24, 1e21, 1e18, 1e15,  1e12,  1e9,   1e6,   1e3,  1,
                                      1e-3, 1e-6, 1e-9, 1e-12, 1e-15, 1e-18, 1e-21, 1e-24 };
    struct fw_number_spec fixed = *spec;
    fixed.type = 'f';
    locale = locale == NULL ? fw_locale_default() : locale;
    double power = suited_power(locale, reference);
    int thousands = isnan(power) ? 0 : (int)power;
    write_with_unit(&fixed, locale, value * factors[thousands - SI_LEAST],
                    magnitude(locale, thousands), out);
}

void fw_number_write_float(const struct fw_number_spec *spec, const struct fw_locale *locale,
                           double value, struct fw_bytes *out)
{
    struct fw_number_spec precise = *spec;
    if (precise.precision == FW_NUMBER_NONE) {
        precise.precision = spec->type == '%' ? 10 : spec->type == 'e' ? 11 : 12;
        precise.trim = true;
    }
    fw_number_write(&precise, locale, value, out);
}

/* fmax() would drop a NaN, which means "no precision" here. */
static double at_least_zero(double value)
{
    return value < 0 ? 0 : value;
}

/* The precision for a type; NaN leaves it not given. */
static double span_precision(char type, const struct fw_locale *locale, double step, double most)
{
    switch (type) {
    case 's':
        return at_least_zero(suited_power(locale, most) * 3 - fw_notation_exponent(step));
    case 'e':
        return fw_precision_round(step, most) - 1;
    case '\0':
    case 'g':
    case 'p':
    case 'r':
        return fw_precision_round(step, most);
    case '%':
        return fw_precision_fixed(step) - 2;
    case 'f':
        return fw_precision_fixed(step);
    default: /* a type may be any letter */
        return NAN;
    }
}

struct fw_number_span fw_number_span_of(const struct fw_number_spec *spec,
                                        const struct fw_locale *locale, double step, double most)
{
    struct fw_number_span span = { .spec = *spec, .reference = most };
    if (spec->precision != FW_NUMBER_NONE) {
        return span;
    }
    locale = locale == NULL ? fw_locale_default() : locale;
    double precision = span_precision(spec->type, locale, step, most);
    if (!isnan(precision)) {
        span.spec.precision = (int)fmax(0, precision);
    }
    span.prefixed = spec->type == 's';
    return span;
}

void fw_number_write_span(const struct fw_number_span *span, const struct fw_locale *locale,
                          double value, struct fw_bytes *out)
{
    if (span->prefixed) {
        fw_number_write_prefix(&span->spec, locale, span->reference, value, out);
    } else {
        fw_number_write(&span->spec, locale, value, out);
    }
}

double fw_precision_fixed(double step)
{
    return at_least_zero(-fw_notation_exponent(step));
}

double fw_precision_prefix(double step, double value)
{
    double power = floor(fw_notation_exponent(value) / 3);
    double clamped = power < SI_LEAST ? SI_LEAST : power > SI_MOST ? SI_MOST : power;
    return at_least_zero(clamped * 3 - fw_notation_exponent(step));
}

double fw_precision_round(double step, double most)
{
    step = fabs(step);
    most = fabs(most) - step;
    return at_least_zero(fw_notation_exponent(most) - fw_notation_exponent(step)) + 1;
}
