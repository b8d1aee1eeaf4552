/* Civil dates of the proleptic Gregorian calendar, from times and back. */
#include "format/calendar.h"

#include <math.h>
#include <stdint.h>

enum { DAYS_IN_ERA = 146097, YEARS_IN_ERA = 400 };

/* Days from 0000-03-01 to 1970-01-01; eras of 400 years begin in March, so leap days come last. */
enum { EPOCH_FROM_MARCH = 719468 };

static int64_t floor_div(int64_t a, int64_t b)
{
    int64_t quotient = a / b;
    return a % b < 0 ? quotient - 1 : quotient;
}

/* Days since 1970-01-01 of the first of a month (0 to 11). Method: Howard Hinnant, days_from_civil.
 */
static int64_t days_of_month(int64_t year, int month)
{
    int64_t from_march = (month + 10) % 12;
    int64_t march_year = month < 2 ? year - 1 : year;
    int64_t era = floor_div(march_year, YEARS_IN_ERA);
    int64_t year_of_era = march_year - era * YEARS_IN_ERA;
    int64_t day_of_year = (153 * from_march + 2) / 5;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_IN_ERA + day_of_era - EPOCH_FROM_MARCH;
}

/* The inverse: year, month and day of a day since 1970-01-01. */
static void date_of_days(int64_t days, struct fw_civil *civil)
{
    days += EPOCH_FROM_MARCH;
    int64_t era = floor_div(days, DAYS_IN_ERA);
    int64_t day_of_era = days - era * DAYS_IN_ERA;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t from_march = (5 * day_of_year + 2) / 153;
    int64_t month = (from_march + 2) % 12;
    civil->day = (double)(day_of_year - (153 * from_march + 2) / 5 + 1);
    civil->month = (double)month;
    civil->year = (double)(year_of_era + era * YEARS_IN_ERA + (month < 2 ? 1 : 0));
}

double fw_time_clip(double time_ms)
{
    return fabs(time_ms) <= FW_TIME_MOST ? trunc(time_ms) + 0.0 : NAN;
}

static struct fw_civil invalid_civil(void)
{
    return (struct fw_civil){ NAN, NAN, NAN, NAN, NAN, NAN, NAN };
}

struct fw_civil fw_civil_at(double time_ms, const struct fw_zone *zone)
{
    struct fw_civil civil = invalid_civil();
    time_ms = fw_time_clip(time_ms);
    if (isnan(time_ms)) {
        return civil;
    }
    int64_t local = (int64_t)time_ms + (int64_t)fw_zone_offset(zone, time_ms);
    int64_t days = floor_div(local, (int64_t)FW_MS_DAY);
    int64_t rest = local - days * (int64_t)FW_MS_DAY;
    date_of_days(days, &civil);
    civil.hour = (double)(rest / 3600000);
    civil.minute = (double)(rest / 60000 % 60);
    civil.second = (double)(rest / 1000 % 60);
    civil.millisecond = (double)(rest % 1000);
    return civil;
}

double fw_civil_time(struct fw_civil civil, const struct fw_zone *zone)
{
    double year = civil.year + floor(civil.month / 12);
    double month = civil.month - floor(civil.month / 12) * 12;
    if (!(fabs(year) <= 400000) || !(fabs(civil.day) <= 1e9)) { /* NaN too */
        return NAN;
    }
    double days = (double)days_of_month((int64_t)year, (int)month) + trunc(civil.day) - 1;
    double clock = civil.hour * FW_MS_HOUR + civil.minute * FW_MS_MINUTE +
                   civil.second * FW_MS_SECOND + civil.millisecond;
    double local = days * FW_MS_DAY + clock;
    if (!(fabs(local) <= FW_TIME_MOST + FW_MS_DAY)) {
        return NAN;
    }
    return fw_time_clip(fw_zone_to_utc(zone, trunc(local)));
}

double fw_weekday(double time_ms, const struct fw_zone *zone)
{
    time_ms = fw_time_clip(time_ms);
    if (isnan(time_ms)) {
        return NAN;
    }
    double days = floor((time_ms + fw_zone_offset(zone, time_ms)) / FW_MS_DAY) + 4; /* a Thursday */
    return days - floor(days / 7) * 7;
}

double fw_day_of_year(double time_ms, const struct fw_zone *zone)
{
    struct fw_civil civil = fw_civil_at(time_ms, zone);
    if (isnan(civil.year)) {
        return NAN;
    }
    int64_t year = (int64_t)civil.year;
    return (double)(days_of_month(year, (int)civil.month) - days_of_month(year, 0)) + civil.day;
}

/* Whole weeks that have begun since the year did, when weeks begin on `first` (0 Sunday, 1 Monday).
 */
static double week_of_year(double time_ms, const struct fw_zone *zone, double first)
{
    double since = fmod(fw_weekday(time_ms, zone) + 7 - first, 7); /* days since the week began */
    return floor((fw_day_of_year(time_ms, zone) - 1 - since + 7) / 7);
}

double fw_week_sunday(double time_ms, const struct fw_zone *zone)
{
    return week_of_year(time_ms, zone, 0);
}

double fw_week_monday(double time_ms, const struct fw_zone *zone)
{
    return week_of_year(time_ms, zone, 1);
}

/* Noon, in UTC, of the Thursday of the ISO week that a time is in: it decides week and year. */
static double thursday_of_week(double time_ms, const struct fw_zone *zone)
{
    struct fw_civil civil = fw_civil_at(time_ms, zone);
    double since_monday = fmod(fw_weekday(time_ms, zone) + 6, 7);
    civil.day += 3 - since_monday;
    civil.hour = 12;
    return fw_civil_time(civil, NULL);
}

double fw_week_iso(double time_ms, const struct fw_zone *zone)
{
    return floor((fw_day_of_year(thursday_of_week(time_ms, zone), NULL) - 1) / 7) + 1;
}

double fw_week_iso_year(double time_ms, const struct fw_zone *zone)
{
    return fw_civil_at(thursday_of_week(time_ms, zone), NULL).year;
}
