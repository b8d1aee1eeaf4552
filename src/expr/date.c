/* Expression functions of dates: making them, taking them apart, moving by calendar units. */
#include <math.h>

#include "expr/date.h"
#include "expr/function.h"
#include "format/unit.h"

double fw_expr_date(const struct fw_expr_env *env, struct fw_value value)
{
    if (value.kind == FW_STRING) {
        return fw_date_parse(value.string->text, value.string->length, env->zone);
    }
    if (value.kind == FW_ARRAY || value.kind == FW_OBJECT) {
        fw_str text = fw_js_text(env, value);
        return fw_date_parse(text->text, text->length, env->zone);
    }
    return fw_time_clip(fw_js_number(env, value));
}

static const struct fw_zone *zone_of(const struct fw_call *call, bool utc)
{
    return utc ? NULL : call->env->zone;
}

/* An argument of a date's parts: its whole part, or what is meant when it is not given. */
static double part(const struct fw_call *call, size_t index, double fallback)
{
    return index < call->count ? trunc(fw_arg_number(call, index)) : fallback;
}

/* Date(year, month, ...) and Date.UTC: years 0 to 99 are of the 20th century. */
static double from_parts(const struct fw_call *call, const struct fw_zone *zone)
{
    double year = part(call, 0, NAN);
    struct fw_civil civil = {
        .year = year >= 0 && year <= 99 ? 1900 + year : year,
        .month = part(call, 1, 0),
        .day = part(call, 2, 1),
        .hour = part(call, 3, 0),
        .minute = part(call, 4, 0),
        .second = part(call, 5, 0),
        .millisecond = part(call, 6, 0),
    };
    return fw_civil_time(civil, zone);
}

static struct fw_value call_now(const struct fw_call *call)
{
    return fw_js_make_number(call->env->now_ms);
}

static struct fw_value call_datetime(const struct fw_call *call)
{
    if (call->count == 0) {
        return fw_time(fw_time_clip(call->env->now_ms));
    }
    return fw_time(call->count == 1 ? fw_expr_date(call->env, call->args[0])
                                    : from_parts(call, call->env->zone));
}

static struct fw_value call_utc(const struct fw_call *call)
{
    return fw_js_make_number(from_parts(call, NULL));
}

static struct fw_value call_time(const struct fw_call *call)
{
    return fw_js_make_number(fw_expr_date(call->env, fw_arg(call, 0)));
}

static struct fw_value call_timezone_offset(const struct fw_call *call)
{
    double time_ms = fw_expr_date(call->env, fw_arg(call, 0));
    double minutes = fw_zone_offset(call->env->zone, time_ms) / FW_MS_MINUTE;
    return fw_js_make_number(isnan(time_ms) ? NAN : minutes == 0 ? 0 : -minutes);
}

/* One part of the date that is the argument, in the zone or in UTC. */
#define PART(name, member)                                                                         \
    static struct fw_value call_##name(const struct fw_call *call)                                 \
    {                                                                                              \
        double time_ms = fw_expr_date(call->env, fw_arg(call, 0));                                 \
        return fw_js_make_number(fw_civil_at(time_ms, call->env->zone).member);                    \
    }                                                                                              \
    static struct fw_value call_utc##name(const struct fw_call *call)                              \
    {                                                                                              \
        double time_ms = fw_expr_date(call->env, fw_arg(call, 0));                                 \
        return fw_js_make_number(fw_civil_at(time_ms, NULL).member);                               \
    }
PART(date, day)
PART(year, year)
PART(month, month)
PART(hours, hour)
PART(minutes, minute)
PART(seconds, second)
PART(milliseconds, millisecond)

/* The same by a function of time and zone. */
#define COUNT(name, function)                                                                      \
    static struct fw_value call_##name(const struct fw_call *call)                                 \
    {                                                                                              \
        double time_ms = fw_expr_date(call->env, fw_arg(call, 0));                                 \
        return fw_js_make_number(function(time_ms, call->env->zone));                              \
    }                                                                                              \
    static struct fw_value call_utc##name(const struct fw_call *call)                              \
    {                                                                                              \
        return fw_js_make_number(function(fw_expr_date(call->env, fw_arg(call, 0)), NULL));        \
    }

/* 1 to 4; an invalid date is in the first, as in the reference. */
static double quarter_of(double time_ms, const struct fw_zone *zone)
{
    double month = fw_civil_at(time_ms, zone).month;
    return isnan(month) ? 1 : 1 + floor(month / 3);
}

COUNT(day, fw_weekday)
COUNT(quarter, quarter_of)
COUNT(week, fw_week_sunday)
COUNT(isoweek, fw_week_iso)
COUNT(dayofyear, fw_day_of_year)

/* The interval of a unit's name; false when it is none. */
static bool interval_at(const struct fw_call *call, bool utc, struct fw_interval *interval)
{
    fw_str name = fw_arg_text(call, 0);
    if (fw_str_is(name, "isoweek")) {
        *interval = (struct fw_interval){ FW_INTERVAL_MONDAY, 1, zone_of(call, utc) };
        return true;
    }
    unsigned found = fw_time_part_find(name->text);
    if (found == 0) {
        return false;
    }
    *interval = fw_time_part_interval((enum fw_time_part)found, zone_of(call, utc));
    return true;
}

static double step_at(const struct fw_call *call, size_t index)
{
    return fw_is_nil(fw_arg(call, index)) ? 1 : floor(fw_arg_number(call, index));
}

/* (unit, date, step): the date, moved on. Dates given as text read as numbers, as in d3. */
static struct fw_value offset(const struct fw_call *call, bool utc)
{
    struct fw_interval interval;
    if (!interval_at(call, utc, &interval)) {
        return fw_undefined();
    }
    double time_ms = fw_time_clip(fw_arg_number(call, 1));
    return fw_time(fw_interval_offset(&interval, time_ms, step_at(call, 2)));
}

static struct fw_value call_time_offset(const struct fw_call *call)
{
    return offset(call, false);
}

static struct fw_value call_utc_offset(const struct fw_call *call)
{
    return offset(call, true);
}

/* (unit, start, stop, step): the starts of units in [start, stop). */
static struct fw_value sequence(const struct fw_call *call, bool utc)
{
    struct fw_interval interval;
    if (!interval_at(call, utc, &interval)) {
        return fw_undefined();
    }
    double start = fw_time_clip(fw_arg_number(call, 1)), stop = fw_arg_number(call, 2);
    double step = step_at(call, 3);
    if (!(step > 0) || !(start < stop)) {
        return fw_array_value(call->env->arena, NULL, 0);
    }
    struct fw_times times = fw_interval_range(&interval, call->env->arena, start, stop, step);
    struct fw_value array = fw_array_value(call->env->arena, NULL, times.count);
    if (!fw_call_spend(call, (double)times.count)) {
        return fw_undefined();
    }
    for (size_t i = 0; i < times.count; i++) {
        array.array->items[i] = fw_time(times.values[i]);
    }
    return array;
}

static struct fw_value call_time_sequence(const struct fw_call *call)
{
    return sequence(call, false);
}

static struct fw_value call_utc_sequence(const struct fw_call *call)
{
    return sequence(call, true);
}

static bool check_unit(const struct fw_expr_env *env, struct fw_value *literal,
                       struct fw_expr_fault *fault)
{
    static const char *const units[] = { "year",    "quarter", "month",   "week",
                                         "isoweek", "date",    "day",     "dayofyear",
                                         "hours",   "minutes", "seconds", "milliseconds" };
    if (literal->kind != FW_STRING) {
        return true;
    }
    for (size_t i = 0; i < FW_COUNT(units); i++) {
        if (fw_str_is(literal->string, units[i])) {
            return true;
        }
    }
    const char *near = fw_nearest(literal->string->text, units, FW_COUNT(units));
    fault->message =
        fw_arena_printf(env->arena, "unknown time unit '%.60s'", literal->string->text);
    fault->hint = near == NULL ? NULL : fw_arena_printf(env->arena, "did you mean '%s'?", near);
    return false;
}

#define BOTH(part)                                                                                 \
    { .name = #part, .call = call_##part },                                                        \
    {                                                                                              \
        .name = "utc" #part, .call = call_utc##part                                                \
    }

static const struct fw_expr_function functions[] = {
    { .name = "now", .call = call_now },
    { .name = "datetime", .call = call_datetime },
    { .name = "utc", .call = call_utc, .flags = FW_EXPR_PURE },
    { .name = "time", .call = call_time },
    { .name = "timezoneoffset", .call = call_timezone_offset },
    BOTH(year),
    BOTH(quarter),
    BOTH(month),
    BOTH(week),
    BOTH(isoweek),
    BOTH(date),
    BOTH(day),
    BOTH(dayofyear),
    BOTH(hours),
    BOTH(minutes),
    BOTH(seconds),
    BOTH(milliseconds),
    { .name = "timeOffset", .call = call_time_offset, .check = check_unit },
    { .name = "utcOffset", .call = call_utc_offset, .check = check_unit },
    { .name = "timeSequence", .call = call_time_sequence, .check = check_unit },
    { .name = "utcSequence", .call = call_utc_sequence, .check = check_unit },
};

const struct fw_expr_family fw_expr_date_functions = { functions, FW_COUNT(functions) };
