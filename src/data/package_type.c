/* Types of a table schema: their words, and what the text of a cell is by them. */
#include "data/package_type.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "format/time.h"

const char *const fw_field_type_names[] = {
    [FW_FIELD_ANY] = "any",           [FW_FIELD_STRING] = "string",
    [FW_FIELD_NUMBER] = "number",     [FW_FIELD_INTEGER] = "integer",
    [FW_FIELD_BOOLEAN] = "boolean",   [FW_FIELD_DATE] = "date",
    [FW_FIELD_TIME] = "time",         [FW_FIELD_DATETIME] = "datetime",
    [FW_FIELD_YEAR] = "year",         [FW_FIELD_YEARMONTH] = "yearmonth",
    [FW_FIELD_DURATION] = "duration", [FW_FIELD_GEOPOINT] = "geopoint",
    [FW_FIELD_OBJECT] = "object",     [FW_FIELD_ARRAY] = "array",
    [FW_FIELD_GEOJSON] = "geojson",   NULL,
};

const char *fw_field_type_name(enum fw_field_type type)
{
    return fw_field_type_names[type];
}

enum fw_field_type fw_field_type_find(const char *name)
{
    for (int i = 0; name != NULL && fw_field_type_names[i] != NULL; i++) {
        if (strcmp(fw_field_type_names[i], name) == 0) {
            return (enum fw_field_type)i;
        }
    }
    return FW_FIELD_ANY;
}

/* ---- numbers and booleans ----------------------------------------------------------------- */

static struct fw_field_cell misfit(void)
{
    return (struct fw_field_cell){ .fits = false, .number = (double)NAN };
}

static struct fw_field_cell fit(double number)
{
    return (struct fw_field_cell){ .fits = true, .number = number };
}

static bool is_text(const char *text, size_t length, const char *word)
{
    return strlen(word) == length && memcmp(text, word, length) == 0;
}

static struct fw_field_cell read_number(const struct fw_resource_field *field, const char *text,
                                        size_t length)
{
    (void)field;
    double number;
    const char *after;
    if (fw_decimal_parse(text, text + length, &number, &after) && after == text + length) {
        return fit(number);
    }
    bool is_infinite = is_text(text, length, "INF") || is_text(text, length, "-INF");
    if (is_infinite) {
        return fit(text[0] == '-' ? -(double)INFINITY : (double)INFINITY);
    }
    return is_text(text, length, "NaN") ? fit((double)NAN) : misfit();
}

static size_t digits_at(const char *text, size_t length)
{
    size_t count = 0;
    while (count < length && text[count] >= '0' && text[count] <= '9') {
        count++;
    }
    return count;
}

static struct fw_field_cell read_integer(const struct fw_resource_field *field, const char *text,
                                         size_t length)
{
    size_t sign = length > 0 && (text[0] == '-' || text[0] == '+');
    size_t digits = digits_at(text + sign, length - sign);
    return digits > 0 && sign + digits == length ? read_number(field, text, length) : misfit();
}

static struct fw_field_cell read_boolean(const struct fw_resource_field *field, const char *text,
                                         size_t length)
{
    static const char *const words[2][4] = { { "false", "False", "FALSE", "0" },
                                             { "true", "True", "TRUE", "1" } };
    const fw_str *own[2] = { field->false_values, field->true_values };
    size_t counts[2] = { field->false_value_count, field->true_value_count };
    for (int value = 0; value < 2; value++) {
        for (size_t i = 0; i < counts[value]; i++) {
            if (is_text(text, length, own[value][i]->text)) {
                return fit(value);
            }
        }
        for (size_t i = 0; counts[value] == 0 && i < FW_COUNT(words[value]); i++) {
            if (is_text(text, length, words[value][i])) {
                return fit(value);
            }
        }
    }
    return misfit();
}

/* ---- dates and times ---------------------------------------------------------------------- */

/** The number that exactly `count` digits write; -1 when they are no digits. */
static int digits_of(const char *text, size_t length, size_t at, size_t count)
{
    if (length < at + count || digits_at(text + at, count) != count) {
        return -1;
    }
    int number = 0;
    for (size_t i = at; i < at + count; i++) {
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

/** The time at the start of a day; a misfit when the calendar has no such day. */
static struct fw_field_cell civil_day(int year, int month, int day)
{
    struct fw_civil civil = { .year = year, .month = month - 1, .day = day };
    double time_ms = fw_civil_time(civil, NULL);
    struct fw_civil back = fw_civil_at(time_ms, NULL);
    bool exists =
        year >= 0 && month > 0 && day > 0 && back.month == civil.month && back.day == civil.day;
    return exists ? fit(time_ms) : misfit();
}

/** "2012-10-31" at the start of a text. */
static struct fw_field_cell day_at(const char *text, size_t length)
{
    if (length < 10 || text[4] != '-' || text[7] != '-') {
        return misfit();
    }
    return civil_day(digits_of(text, length, 0, 4), digits_of(text, length, 5, 2),
                     digits_of(text, length, 8, 2));
}

/** Reads a text by "any" or a pattern in the directives of strptime. */
static struct fw_field_cell read_by_format(const char *format, const char *text, size_t length)
{
    double time_ms = strcmp(format, "any") == 0 ? fw_date_parse(text, length, NULL)
                                                : fw_time_parse(format, NULL, NULL, text, length);
    return isnan(time_ms) ? misfit() : fit(time_ms);
}

static bool is_default(const struct fw_resource_field *field)
{
    return strcmp(field->format, "default") == 0;
}

static struct fw_field_cell read_date(const struct fw_resource_field *field, const char *text,
                                      size_t length)
{
    if (!is_default(field)) {
        return read_by_format(field->format, text, length);
    }
    return length == 10 ? day_at(text, length) : misfit();
}

static struct fw_field_cell read_datetime(const struct fw_resource_field *field, const char *text,
                                          size_t length)
{
    if (!is_default(field)) {
        return read_by_format(field->format, text, length);
    }
    bool is_whole = length > 10 && text[10] == 'T' && day_at(text, length).fits;
    return is_whole ? read_by_format("any", text, length) : misfit();
}

/** "hh:mm:ss", perhaps with a fraction of a second. */
static struct fw_field_cell read_time(const struct fw_resource_field *field, const char *text,
                                      size_t length)
{
    if (!is_default(field)) {
        return read_by_format(field->format, text, length);
    }
    int hour = digits_of(text, length, 0, 2), minute = digits_of(text, length, 3, 2);
    double second;
    const char *after;
    bool is_whole = length >= 8 && text[2] == ':' && text[5] == ':' && hour >= 0 && hour < 24 &&
                    minute >= 0 && minute < 60 && digits_of(text, length, 6, 2) >= 0 &&
                    fw_decimal_parse(text + 6, text + length, &second, &after) &&
                    after == text + length && second < 60;
    return is_whole ? fit(hour * FW_MS_HOUR + minute * FW_MS_MINUTE + second * FW_MS_SECOND)
                    : misfit();
}

static struct fw_field_cell read_year(const struct fw_resource_field *field, const char *text,
                                      size_t length)
{
    size_t sign = length > 0 && text[0] == '-';
    return length - sign == 4 ? read_integer(field, text, length) : misfit();
}

static struct fw_field_cell read_yearmonth(const struct fw_resource_field *field, const char *text,
                                           size_t length)
{
    (void)field;
    if (length != 7 || text[4] != '-') {
        return misfit();
    }
    return civil_day(digits_of(text, length, 0, 4), digits_of(text, length, 5, 2), 1);
}

/** Steps over "3Y", "1.5S" for as many of `units` as are there, in their order; counts them. */
static size_t skip_units(const char **p, const char *end, const char *units)
{
    size_t count = 0;
    for (; *units != '\0'; units++) {
        size_t digits = digits_at(*p, (size_t)(end - *p));
        const char *unit = *p + digits;
        if (digits > 0 && *units == 'S' && unit < end && *unit == '.') {
            unit += 1 + digits_at(unit + 1, (size_t)(end - unit - 1));
        }
        if (digits > 0 && unit < end && *unit == *units) {
            *p = unit + 1;
            count++;
        }
    }
    return count;
}

/** ISO 8601: "P3Y6M4DT12H30M5S". */
static struct fw_field_cell read_duration(const struct fw_resource_field *field, const char *text,
                                          size_t length)
{
    (void)field;
    const char *p = text, *end = text + length;
    p += p < end && *p == '-';
    if (p == end || *p++ != 'P') {
        return misfit();
    }
    size_t days = skip_units(&p, end, "YMWD");
    bool has_clock = p < end && *p == 'T';
    p += has_clock;
    size_t clock = has_clock ? skip_units(&p, end, "HMS") : 0;
    bool is_whole = p == end && days + clock > 0 && (!has_clock || clock > 0);
    return is_whole ? fit((double)NAN) : misfit();
}

/* ---- the types ---------------------------------------------------------------------------- */

/** "-1.5, 52": degrees of longitude and latitude. */
static struct fw_field_cell read_geopoint(const struct fw_resource_field *field, const char *text,
                                          size_t length)
{
    if (!is_default(field)) {
        return fit((double)NAN); /* "array", "object": JSON, which is not looked into */
    }
    double x, y;
    const char *after, *end = text + length;
    if (!fw_decimal_parse(text, end, &x, &after) || after == end || *after != ',') {
        return misfit();
    }
    after++;
    after += after < end && *after == ' ';
    bool is_point =
        fw_decimal_parse(after, end, &y, &after) && after == end && fabs(x) <= 180 && fabs(y) <= 90;
    return is_point ? fit((double)NAN) : misfit();
}

typedef struct fw_field_cell (*read_fn)(const struct fw_resource_field *field, const char *text,
                                        size_t length);

/* What a type reads its cells with, and whether its values have an order. NULL: any text will do.
 */
static const struct {
    read_fn read;
    bool is_ordered;
} types[] = {
    [FW_FIELD_ANY] = { NULL, false },
    [FW_FIELD_STRING] = { NULL, false },
    [FW_FIELD_NUMBER] = { read_number, true },
    [FW_FIELD_INTEGER] = { read_integer, true },
    [FW_FIELD_BOOLEAN] = { read_boolean, false },
    [FW_FIELD_DATE] = { read_date, true },
    [FW_FIELD_TIME] = { read_time, true },
    [FW_FIELD_DATETIME] = { read_datetime, true },
    [FW_FIELD_YEAR] = { read_year, true },
    [FW_FIELD_YEARMONTH] = { read_yearmonth, true },
    [FW_FIELD_DURATION] = { read_duration, false },
    [FW_FIELD_GEOPOINT] = { read_geopoint, false },
    [FW_FIELD_OBJECT] = { NULL, false },
    [FW_FIELD_ARRAY] = { NULL, false },
    [FW_FIELD_GEOJSON] = { NULL, false },
};

bool fw_field_is_ordered(enum fw_field_type type)
{
    return types[type].is_ordered;
}

bool fw_field_is_checked(enum fw_field_type type)
{
    return type == FW_FIELD_ANY || type == FW_FIELD_STRING || types[type].read != NULL;
}

struct fw_field_cell fw_field_read(const struct fw_resource_field *field, const char *text,
                                   size_t length)
{
    read_fn read = types[field->type].read;
    return read == NULL ? fit((double)NAN) : read(field, text, length);
}
