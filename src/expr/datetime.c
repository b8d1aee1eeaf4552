/* Vega-Lite's DateTime objects: {"year": 2012, "month": "jan"} as times. */
#include "expr/datetime.h"

#include <math.h>
#include <string.h>

#include "base/object.h"
#include "format/unit.h"

static const char *const months[] = { "january",   "february", "march",    "april",
                                      "may",       "june",     "july",     "august",
                                      "september", "october",  "november", "december" };
static const char *const days[] = { "sunday",   "monday", "tuesday", "wednesday",
                                    "thursday", "friday", "saturday" };

enum member {
    YEAR,
    QUARTER,
    MONTH,
    WEEK,
    DAY,
    DAY_OF_YEAR,
    DATE,
    HOURS,
    MINUTES,
    SECONDS,
    MILLISECONDS
};

static const char *const names[] = {
    [YEAR] = "year",
    [QUARTER] = "quarter",
    [MONTH] = "month",
    [WEEK] = "week",
    [DAY] = "day",
    [DAY_OF_YEAR] = "dayofyear",
    [DATE] = "date",
    [HOURS] = "hours",
    [MINUTES] = "minutes",
    [SECONDS] = "seconds",
    [MILLISECONDS] = "milliseconds",
};

/* What an object says of a date; undefined where it does not. */
struct parts {
    struct fw_value values[FW_COUNT(names)];
    size_t count; /* members of the object */
    bool utc;
};

bool fw_datetime_is(struct fw_value value)
{
    for (size_t i = 0; value.kind == FW_OBJECT && i < FW_COUNT(names); i++) {
        if (fw_has(value, names[i])) {
            return true;
        }
    }
    return false;
}

static struct parts parts_of(struct fw_value object)
{
    struct parts parts = { .count = object.object->count,
                           .utc = fw_get_boolean(object, "utc", false) };
    for (size_t i = 0; i < FW_COUNT(names); i++) {
        parts.values[i] = fw_get(object, names[i]);
    }
    return parts;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Which of `words` the value is, by its first three letters. */
static bool read_word(struct fw_value value, const char *const *words, size_t count, double *index)
{
    for (size_t i = 0; value.kind == FW_STRING && i < count; i++) {
        size_t same = 0;
        while (same < 3 && same < value.string->length &&
               lower(value.string->text[same]) == words[i][same]) {
            same++;
        }
        if (same == 3) {
            *index = (double)i;
            return true;
        }
    }
    return false;
}

/* A number, or a text that is one. */
static bool read_number(struct fw_value value, double *number)
{
    if (value.kind != FW_NUMBER && (value.kind != FW_STRING || value.string->length == 0)) {
        return false;
    }
    *number = fw_to_number(value);
    return !isnan(*number);
}

/* A member as a number, or what is meant when it is not given. */
static bool read_or(const struct parts *parts, enum member member, double fallback, double *number)
{
    *number = fallback;
    return parts->values[member].kind == FW_UNDEFINED || read_number(parts->values[member], number);
}

/* Month from 0, by month or quarter; the member that is wrong, or -1. */
static int read_month(const struct parts *parts, double *month)
{
    if (parts->values[MONTH].kind == FW_UNDEFINED) {
        bool good = read_or(parts, QUARTER, 1, month);
        *month = (*month - 1) * 3;
        return good ? -1 : QUARTER;
    }
    if (read_number(parts->values[MONTH], month)) {
        *month -= 1;
        return -1;
    }
    return read_word(parts->values[MONTH], months, FW_COUNT(months), month) ? -1 : MONTH;
}

/* Day of the month from 1. 1 January 2012 was a Sunday, so that a day of the week is a date there.
 */
static int read_day(const struct parts *parts, double *day)
{
    if (parts->values[DAY].kind == FW_UNDEFINED || parts->count > 1) {
        return read_or(parts, DATE, 1, day) ? -1 : DATE;
    }
    if (read_number(parts->values[DAY], day)) {
        *day = fmod(*day, 7) + 1;
        return -1;
    }
    bool good = read_word(parts->values[DAY], days, FW_COUNT(days), day);
    *day += 1;
    return good ? -1 : DAY;
}

/* The time; the member that is wrong, or -1. */
static int read(const struct parts *parts, const struct fw_zone *zone, double *time_ms)
{
    struct fw_civil civil = { 0 };
    const struct {
        enum member member;
        double fallback, *number;
    } others[] = {
        { YEAR, 2012, &civil.year },
        { HOURS, 0, &civil.hour },
        { MINUTES, 0, &civil.minute },
        { SECONDS, 0, &civil.second },
        { MILLISECONDS, 0, &civil.millisecond },
    };
    int wrong = read_month(parts, &civil.month);
    wrong = wrong >= 0 ? wrong : read_day(parts, &civil.day);
    for (size_t i = 0; i < FW_COUNT(others) && wrong < 0; i++) {
        bool good = read_or(parts, others[i].member, others[i].fallback, others[i].number);
        wrong = good ? -1 : (int)others[i].member;
    }
    /* As in JavaScript's Date: years 0 to 99 are of the 20th century. */
    civil.year += civil.year >= 0 && civil.year <= 99 ? 1900 : 0;
    *time_ms = wrong >= 0 ? NAN : fw_civil_time(civil, parts->utc ? NULL : zone);
    return wrong;
}

bool fw_datetime_value(struct fw_value value, const struct fw_zone *zone, struct fw_value *time)
{
    double time_ms;
    if (!fw_datetime_is(value)) {
        return false;
    }
    struct parts parts = parts_of(value);
    if (read(&parts, zone, &time_ms) >= 0) {
        return false;
    }
    *time = fw_time(time_ms);
    return true;
}

const char *fw_datetime_fault(struct fw_value object)
{
    double time_ms;
    struct parts parts = parts_of(object);
    int wrong = read(&parts, NULL, &time_ms);
    return wrong < 0 ? NULL : names[wrong];
}

/* From here on a number is taken for ms, not for a part of a date: Vega-Lite's bound. */
enum { FIRST_MS = 10000 };

bool fw_datetime_of_unit(const char *unit, struct fw_value value, const struct fw_zone *zone,
                         struct fw_value *time)
{
    bool is_date = value.kind == FW_STRING
                       ? !isnan(fw_date_parse(value.string->text, value.string->length, zone))
                       : value.kind != FW_NUMBER || value.number >= FIRST_MS;
    for (size_t i = 0; i < FW_COUNT(names) && !is_date; i++) {
        if (strcmp(names[i], unit) == 0) {
            struct parts parts = { .count = 1 };
            double time_ms;
            parts.values[i] = value;
            bool good = read(&parts, zone, &time_ms) < 0;
            *time = fw_time(time_ms);
            return good;
        }
    }
    return false;
}
