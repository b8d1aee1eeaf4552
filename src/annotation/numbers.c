/* Computed numbers of annotations as text. */
#include "annotation/numbers.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "format/calendar.h"
#include "format/number.h"

static const char *write(const struct fw_annotation_words *words, const struct fw_number_spec *spec,
                         double number)
{
    struct fw_bytes text = { 0 };
    fw_number_write(spec, words->locale, number, &text);
    const char *copy = fw_arena_text(words->arena, fw_bytes_text(&text), text.length);
    fw_bytes_finish(&text);
    return copy;
}

/* Digits that count, our taste: of a mean, say, and of a difference, which data may give exactly.
 */
enum { PLAIN_DIGITS = 3, SIGNED_DIGITS = 4 };

/* Decimals that leave so many digits that count. */
static int decimals_of(double number, int digits)
{
    double size = fabs(number);
    if (!(size > 0) || !isfinite(size)) {
        return 0;
    }
    return (int)fmin(12, fmax(0, digits - 1 - floor(log10(size))));
}

/* The format given, or one for the number. */
static struct fw_number_spec spec_for(const struct fw_annotation_words *words, double number,
                                      int digits)
{
    struct fw_number_spec spec;
    if (words->format != NULL && fw_number_spec_parse(words->format, &spec)) {
        return spec;
    }
    fw_number_spec_parse(",~f", &spec);
    spec.precision = decimals_of(number, digits);
    return spec;
}

const char *fw_annotation_plain(const struct fw_annotation_words *words, double number)
{
    struct fw_number_spec spec = spec_for(words, number, PLAIN_DIGITS);
    return write(words, &spec, number);
}

const char *fw_annotation_signed(const struct fw_annotation_words *words, double number)
{
    struct fw_number_spec spec = spec_for(words, number, SIGNED_DIGITS);
    bool is_share = spec.type == '%' || spec.type == 'p';
    if (is_share) {
        spec.type = 'f';
        number *= 100;
        spec.precision =
            spec.precision == FW_NUMBER_NONE ? decimals_of(number, SIGNED_DIGITS) : spec.precision;
    }
    spec.sign = number == 0 ? '-' : '+';
    const char *text = write(words, &spec, number);
    return is_share ? fw_arena_printf(words->arena, "%s percentage points", text) : text;
}

const char *fw_annotation_percent(const struct fw_annotation_words *words, double ratio)
{
    struct fw_number_spec spec;
    fw_number_spec_parse(fabs(ratio) < 0.0995 ? "+,.1~%" : "+,.0%", &spec);
    spec.sign = ratio == 0 ? '-' : '+';
    return write(words, &spec, ratio);
}

const char *fw_annotation_op_name(const struct fw_annotation_words *words, const char *op)
{
    static const char *const names[][2] = {
        { "mean", "Mean" },    { "average", "Mean" },      { "median", "Median" },
        { "min", "Lowest" },   { "max", "Highest" },       { "sum", "Total" },
        { "count", "Number" }, { "q1", "Lower quartile" }, { "q3", "Upper quartile" },
    };
    for (size_t i = 0; i < FW_COUNT(names); i++) {
        if (strcmp(names[i][0], op) == 0) {
            return names[i][1];
        }
    }
    return fw_arena_printf(words->arena, "%c%s", toupper((unsigned char)op[0]), op + 1);
}

/* ---- periods ------------------------------------------------------------------------------ */

static double months_of_unit(const char *unit)
{
    return strcmp(unit, "month") == 0 ? 1 : strcmp(unit, "quarter") == 0 ? 3 : 12;
}

/* The months since year 0 of a time; the days of an unfinished month as a part of it. */
static double months_at(double time_ms, const struct fw_zone *zone)
{
    struct fw_civil civil = fw_civil_at(time_ms, zone);
    struct fw_civil first = { .year = civil.year, .month = civil.month, .day = 1 };
    struct fw_civil next = { .year = civil.year, .month = civil.month + 1, .day = 1 };
    double start = fw_civil_time(first, zone), end = fw_civil_time(next, zone);
    return civil.year * 12 + civil.month + (time_ms - start) / (end - start);
}

/* The year that a text begins with: "2011", "2011/12", "2011 Q1". */
static double year_of_text(const char *text)
{
    double year = 0;
    for (size_t i = 0; i < 4; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return NAN;
        }
        year = 10 * year + (text[i] - '0');
    }
    return text[4] >= '0' && text[4] <= '9' ? NAN : year;
}

static double months_of(const struct fw_annotation_words *words, struct fw_value value)
{
    if (value.kind == FW_TIME) {
        return months_at(value.number, words->zone);
    }
    if (value.kind == FW_NUMBER) {
        return value.number * 12;
    }
    return value.kind == FW_STRING ? year_of_text(value.string->text) * 12 : NAN;
}

double fw_annotation_periods(const struct fw_annotation_words *words, struct fw_value from,
                             struct fw_value to, const char *unit)
{
    return (months_of(words, to) - months_of(words, from)) / months_of_unit(unit);
}
