/* d3-time's intervals: what they floor to, how they step, how they count. */
#include "format/interval.h"

#include <math.h>
#include <string.h>

bool fw_interval_unit_parse(const char *name, enum fw_interval_unit *unit)
{
    static const struct {
        const char *name;
        enum fw_interval_unit unit;
    } names[] = {
        { "year", FW_INTERVAL_YEAR },
        { "quarter", FW_INTERVAL_QUARTER },
        { "month", FW_INTERVAL_MONTH },
        { "week", FW_INTERVAL_WEEK },
        { "isoweek", FW_INTERVAL_MONDAY },
        { "monday", FW_INTERVAL_MONDAY },
        { "date", FW_INTERVAL_DAY },
        { "day", FW_INTERVAL_DAY },
        { "dayofyear", FW_INTERVAL_DAY },
        { "hour", FW_INTERVAL_HOUR },
        { "minute", FW_INTERVAL_MINUTE },
        { "second", FW_INTERVAL_SECOND },
        { "millisecond", FW_INTERVAL_MILLISECOND },
    };
    for (size_t i = 0; i < FW_COUNT(names); i++) {
        size_t length = strlen(names[i].name);
        const char *rest = name + length;
        if (strncmp(name, names[i].name, length) == 0 &&
            (*rest == '\0' || strcmp(rest, "s") == 0)) {
            *unit = names[i].unit;
            return true;
        }
    }
    return false;
}

bool fw_interval_every(enum fw_interval_unit unit, double step, const struct fw_zone *zone,
                       struct fw_interval *interval)
{
    step = floor(step);
    if (!isfinite(step) || step < 1) {
        return false;
    }
    *interval = (struct fw_interval){ unit, step, zone };
    return true;
}

/* A quarter is every third month. */
static struct fw_interval plain(const struct fw_interval *interval)
{
    struct fw_interval same = *interval;
    if (same.unit == FW_INTERVAL_QUARTER) {
        same.unit = FW_INTERVAL_MONTH;
        same.step *= 3;
    }
    return same;
}

static double floor_to(double value, double step)
{
    return floor(value / step) * step;
}

/* ---- One unit ---- */

static double floor_civil(enum fw_interval_unit unit, struct fw_civil civil,
                          const struct fw_zone *zone)
{
    civil.hour = civil.minute = civil.second = civil.millisecond = 0;
    if (unit == FW_INTERVAL_MONTH || unit == FW_INTERVAL_YEAR) {
        civil.day = 1;
    }
    if (unit == FW_INTERVAL_YEAR) {
        civil.month = 0;
    }
    return fw_civil_time(civil, zone);
}

static double floor_week(double time_ms, const struct fw_zone *zone, double first)
{
    struct fw_civil civil = fw_civil_at(time_ms, zone);
    civil.day -= fmod(fw_weekday(time_ms, zone) + 7 - first, 7);
    return floor_civil(FW_INTERVAL_WEEK, civil, zone);
}

static double floor_unit(enum fw_interval_unit unit, const struct fw_zone *zone, double time_ms)
{
    if (unit == FW_INTERVAL_MILLISECOND) {
        return time_ms;
    }
    if (unit == FW_INTERVAL_SECOND) {
        return floor_to(time_ms, FW_MS_SECOND);
    }
    struct fw_civil civil = fw_civil_at(time_ms, zone);
    switch (unit) {
    case FW_INTERVAL_MINUTE:
        return time_ms - civil.millisecond - civil.second * FW_MS_SECOND;
    case FW_INTERVAL_HOUR:
        return time_ms - civil.millisecond - civil.second * FW_MS_SECOND -
               civil.minute * FW_MS_MINUTE;
    case FW_INTERVAL_WEEK:
        return floor_week(time_ms, zone, 0);
    case FW_INTERVAL_MONDAY:
        return floor_week(time_ms, zone, 1);
    case FW_INTERVAL_MILLISECOND:
    case FW_INTERVAL_SECOND:
    case FW_INTERVAL_DAY:
    case FW_INTERVAL_MONTH:
    case FW_INTERVAL_QUARTER:
    case FW_INTERVAL_YEAR:
        break;
    }
    return floor_civil(unit, civil, zone);
}

/* Units of a fixed length; 0 for the calendar's own. */
static double unit_length(enum fw_interval_unit unit)
{
    return unit == FW_INTERVAL_MILLISECOND ? 1
           : unit == FW_INTERVAL_SECOND    ? FW_MS_SECOND
           : unit == FW_INTERVAL_MINUTE    ? FW_MS_MINUTE
           : unit == FW_INTERVAL_HOUR      ? FW_MS_HOUR
                                           : 0;
}

static double offset_unit(enum fw_interval_unit unit, const struct fw_zone *zone, double time_ms,
                          double count)
{
    double length = unit_length(unit);
    if (length > 0) {
        return fw_time_clip(time_ms + count * length);
    }
    struct fw_civil civil = fw_civil_at(time_ms, zone);
    if (unit == FW_INTERVAL_YEAR) {
        civil.year += count;
    } else if (unit == FW_INTERVAL_MONTH) {
        civil.month += count;
    } else {
        civil.day += unit == FW_INTERVAL_DAY ? count : 7 * count;
    }
    return fw_civil_time(civil, zone);
}

/* Units between two starts. */
static double count_units(enum fw_interval_unit unit, const struct fw_zone *zone, double start,
                          double end)
{
    if (unit == FW_INTERVAL_YEAR || unit == FW_INTERVAL_MONTH) {
        struct fw_civil a = fw_civil_at(start, zone);
        struct fw_civil b = fw_civil_at(end, zone);
        double years = b.year - a.year;
        return unit == FW_INTERVAL_YEAR ? years : years * 12 + b.month - a.month;
    }
    double length = unit_length(unit);
    if (length > 0) {
        return floor((end - start) / length);
    }
    double local = end + fw_zone_offset(zone, end) - start - fw_zone_offset(zone, start);
    return floor(local / (unit == FW_INTERVAL_DAY ? FW_MS_DAY : FW_MS_WEEK));
}

/* ---- Every so many units ---- */

/*
 * Whether d3 finds the starts of every step-th unit by a field that starts anew (minutes of the
 * hour, days of the month). Years and milliseconds are counted from 0, weeks from that of the
 * epoch.
 */
static bool is_by_field(enum fw_interval_unit unit)
{
    return unit == FW_INTERVAL_SECOND || unit == FW_INTERVAL_MINUTE || unit == FW_INTERVAL_HOUR ||
           unit == FW_INTERVAL_DAY || unit == FW_INTERVAL_MONTH;
}

static double field(enum fw_interval_unit unit, const struct fw_civil *civil)
{
    return unit == FW_INTERVAL_SECOND   ? civil->second
           : unit == FW_INTERVAL_MINUTE ? civil->minute
           : unit == FW_INTERVAL_HOUR   ? civil->hour
           : unit == FW_INTERVAL_DAY    ? civil->day - 1
                                        : civil->month;
}

static bool is_start(const struct fw_interval *interval, double time_ms)
{
    bool in_utc = interval->unit == FW_INTERVAL_SECOND; /* as d3: old local times had odd seconds */
    struct fw_civil civil = fw_civil_at(time_ms, in_utc ? NULL : interval->zone);
    return fmod(field(interval->unit, &civil), interval->step) == 0;
}

/* Field 0 always passes, so the search is short: at most the units of the next larger one. */
static double floor_by_field(const struct fw_interval *interval, double time_ms)
{
    double at = floor_unit(interval->unit, interval->zone, time_ms);
    while (!isnan(at) && !is_start(interval, at)) {
        at = floor_unit(interval->unit, interval->zone, at - 1);
    }
    return at;
}

/* The number of the week that a time is in, from that of the epoch. */
static double week_number(const struct fw_interval *interval, double time_ms)
{
    double epoch = floor_unit(interval->unit, interval->zone, 0);
    double week = floor_unit(interval->unit, interval->zone, time_ms);
    return count_units(interval->unit, interval->zone, epoch, week);
}

static double floor_weeks(const struct fw_interval *interval, double time_ms)
{
    double number = week_number(interval, time_ms);
    double week = floor_unit(interval->unit, interval->zone, time_ms);
    return offset_unit(interval->unit, interval->zone, week,
                       floor_to(number, interval->step) - number);
}

/* The next week that is a multiple of the step, and so on; backwards the one before. */
static double offset_weeks(const struct fw_interval *interval, double time_ms, double count)
{
    double number = week_number(interval, time_ms);
    double nearest =
        count < 0 ? -floor_to(-number, interval->step) : floor_to(number, interval->step);
    double weeks = nearest + count * interval->step - number;
    return count == 0 ? time_ms : offset_unit(interval->unit, interval->zone, time_ms, weeks);
}

static double floor_steps(const struct fw_interval *interval, double time_ms)
{
    if (interval->step <= 1) {
        return floor_unit(interval->unit, interval->zone, time_ms);
    }
    if (interval->unit == FW_INTERVAL_MILLISECOND) {
        return fw_time_clip(floor_to(time_ms, interval->step));
    }
    if (is_by_field(interval->unit)) {
        return floor_by_field(interval, time_ms);
    }
    if (interval->unit != FW_INTERVAL_YEAR) {
        return floor_weeks(interval, time_ms);
    }
    struct fw_civil civil = fw_civil_at(time_ms, interval->zone);
    civil.year = floor_to(civil.year, interval->step);
    return floor_civil(FW_INTERVAL_YEAR, civil, interval->zone);
}

/* Goes unit by unit to the count-th start, as d3's filtered intervals do. */
static double offset_by_field(const struct fw_interval *interval, double time_ms, double count)
{
    double direction = count < 0 ? -1 : 1;
    if (fabs(count) > FW_INTERVAL_MOST) {
        return NAN;
    }
    for (double left = fabs(count); left > 0 && !isnan(time_ms); left--) {
        do {
            time_ms = offset_unit(interval->unit, interval->zone, time_ms, direction);
        } while (!isnan(time_ms) && !is_start(interval, time_ms));
    }
    return time_ms;
}

static double offset_steps(const struct fw_interval *interval, double time_ms, double count)
{
    if (interval->step > 1 && is_by_field(interval->unit)) {
        return offset_by_field(interval, time_ms, count);
    }
    if (interval->unit == FW_INTERVAL_WEEK || interval->unit == FW_INTERVAL_MONDAY) {
        return offset_weeks(interval, time_ms, count);
    }
    return offset_unit(interval->unit, interval->zone, time_ms, count * interval->step);
}

/* ---- The public ones ---- */

double fw_interval_floor(const struct fw_interval *interval, double time_ms)
{
    struct fw_interval same = plain(interval);
    return floor_steps(&same, fw_time_clip(time_ms));
}

double fw_interval_ceil(const struct fw_interval *interval, double time_ms)
{
    struct fw_interval same = plain(interval);
    double before = floor_steps(&same, fw_time_clip(time_ms - 1));
    return floor_steps(&same, offset_steps(&same, before, 1));
}

double fw_interval_offset(const struct fw_interval *interval, double time_ms, double count)
{
    struct fw_interval same = plain(interval);
    return offset_steps(&same, fw_time_clip(time_ms), floor(count));
}

double fw_interval_count(const struct fw_interval *interval, double start, double end)
{
    struct fw_interval same = plain(interval);
    double units = count_units(same.unit, same.zone, fw_interval_floor(interval, start),
                               fw_interval_floor(interval, end));
    return floor(units / same.step);
}

struct fw_times fw_interval_range(const struct fw_interval *interval, struct fw_arena *arena,
                                  double start, double stop, double stride)
{
    struct fw_interval same = plain(interval);
    struct fw_times times = { 0 };
    size_t capacity = 0;
    double at = fw_interval_ceil(interval, start);
    double previous = -INFINITY;
    stride = floor(stride);
    if (!(stride > 0)) {
        return times;
    }
    while (at > previous && at < stop && times.count < FW_INTERVAL_MOST) {
        FW_RESERVE(arena, times.values, times.count, capacity);
        times.values[times.count++] = at;
        previous = at;
        at = floor_steps(&same, offset_steps(&same, at, stride));
    }
    return times;
}
