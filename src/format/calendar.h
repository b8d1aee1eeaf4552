/* Civil dates, time zones and the reading of dates as JavaScript's Date has them. */
#ifndef FW_FORMAT_CALENDAR_H
#define FW_FORMAT_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/**
 * Times are doubles: milliseconds since 1970-01-01T00:00Z, without leap seconds, NaN when invalid
 * or beyond FW_TIME_MOST either way (about the years -271821 to 275760). The calendar is the
 * proleptic Gregorian one, with a year 0. A NULL zone is UTC everywhere.
 */
#define FW_TIME_MOST 8.64e15

#define FW_MS_SECOND 1000.0
#define FW_MS_MINUTE 60000.0
#define FW_MS_HOUR   3600000.0
#define FW_MS_DAY    86400000.0
#define FW_MS_WEEK   604800000.0

/**
 * A civil date and time of day. Members may go over their bounds (month 12 is January of the next
 * year, day 0 the last of the month before) and are whole numbers, or NaN for an invalid date.
 */
struct fw_civil {
    double year;  /* as is: 99 is the year 99 */
    double month; /* 0 to 11, as in JavaScript */
    double day;   /* 1 to 31 */
    double hour, minute, second, millisecond;
};

/** The rules of a time zone. Immutable. */
struct fw_zone;

/**
 * The zone of an IANA name, read from the system's zone files into `arena`; "UTC", "Etc/UTC" and
 * "Z" give NULL, which is UTC. False when there is no such zone. No environment variable counts.
 */
bool fw_zone_load(struct fw_arena *arena, const char *name, const struct fw_zone **zone);

/** What local time is ahead of UTC by at `time_ms`, in ms; 0 for a time that is NaN. */
double fw_zone_offset(const struct fw_zone *zone, double time_ms);

/**
 * The time of a local time (ms as if it were UTC). Where clocks went back, the first of the two;
 * where they went forward, by the offset before: as JavaScript's Date does.
 */
double fw_zone_to_utc(const struct fw_zone *zone, double local_ms);

/** The civil date of a time in a zone; all NaN when the time is invalid. */
struct fw_civil fw_civil_at(double time_ms, const struct fw_zone *zone);

/** The time of a civil date in a zone, members brought into bounds; NaN when invalid. */
double fw_civil_time(struct fw_civil civil, const struct fw_zone *zone);

/** NaN or |time_ms| > FW_TIME_MOST give NaN, others their whole part. */
double fw_time_clip(double time_ms);

/** Day of the week, 0 Sunday to 6 Saturday; NaN when invalid. */
double fw_weekday(double time_ms, const struct fw_zone *zone);

/** Day of the year, 1 to 366. */
double fw_day_of_year(double time_ms, const struct fw_zone *zone);

/** Week of the year by Sundays or by Mondays: 0 before the first one, to 53 (%U, %W). */
double fw_week_sunday(double time_ms, const struct fw_zone *zone);
double fw_week_monday(double time_ms, const struct fw_zone *zone);

/** Week 1 to 53 and year of ISO 8601: week 1 has the year's first Thursday (%V, %G). */
double fw_week_iso(double time_ms, const struct fw_zone *zone);
double fw_week_iso_year(double time_ms, const struct fw_zone *zone);

/**
 * JavaScript's Date.parse, as V8 does it: ISO forms (a date alone is UTC, with a time and no offset
 * it is local to `zone`) and the old forms met in data ("Jan 1 2000", "2012/01/01", "Sun, 01 Jan
 * 2012 23:00:01 GMT", local unless they name an offset). NaN when it is no date.
 */
double fw_date_parse(const char *text, size_t length, const struct fw_zone *zone);

#endif
