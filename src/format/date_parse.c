/*
 * JavaScript's Date.parse as V8 does it: ISO 8601 first, then the rules of old, which take numbers
 * and words in nearly any order. The order of the rules here is V8's (src/date/dateparser-inl.h).
 */
#include <limits.h>
#include <math.h>

#include "format/calendar.h"
#include "format/date_token.h"

/* ---- Tokens by what is asked of them ---- */

static bool is_symbol(struct fw_date_token token, char symbol)
{
    return token.kind == FW_DATE_SYMBOL && token.symbol == symbol;
}

static bool is_sign(struct fw_date_token token)
{
    return is_symbol(token, '+') || is_symbol(token, '-');
}

static bool is_z(struct fw_date_token token)
{
    return token.kind == FW_DATE_ZONE && token.length == 1;
}

static bool is_any_word(struct fw_date_token token)
{
    return token.kind == FW_DATE_MONTH || token.kind == FW_DATE_HALF ||
           token.kind == FW_DATE_ZONE || token.kind == FW_DATE_T || token.kind == FW_DATE_WORD;
}

static bool take_symbol(struct fw_date_scanner *scanner, char symbol)
{
    bool found = is_symbol(scanner->next, symbol);
    if (found) {
        fw_date_take(scanner);
    }
    return found;
}

static bool in_range(int number, int least, int most)
{
    return number >= least && number <= most;
}

/* Takes a number of exactly `length` digits within bounds. */
static bool take_fixed(struct fw_date_scanner *scanner, size_t length, int least, int most,
                       int *number)
{
    struct fw_date_token token = scanner->next;
    if (token.kind != FW_DATE_NUMBER || token.length != length ||
        !in_range(token.value, least, most)) {
        return false;
    }
    *number = token.value;
    fw_date_take(scanner);
    return true;
}

/* The first three decimals of a fraction of a second, as V8 finds them among nine digits. */
static int milliseconds_of(struct fw_date_token token)
{
    int number = token.value;
    size_t length = token.length > 9 ? 9 : token.length;
    for (; length < 3; length++) {
        number *= 10;
    }
    for (; length > 3; length--) {
        number /= 10;
    }
    return number;
}

/* ---- What has been read ---- */

enum { NONE = INT_MAX };

struct date {
    int days[3]; /* of year, month and day, in the order met */
    size_t day_count;
    int named_month; /* or NONE */
    bool iso;
    int clock[4]; /* hour, minute, second, millisecond */
    size_t clock_count;
    int half;                              /* hours that am or pm add, or NONE */
    int zone_sign, zone_hour, zone_minute; /* each may be NONE */
    bool has_number;
};

static bool add_day(struct date *date, int number)
{
    if (date->day_count == FW_COUNT(date->days)) {
        return false;
    }
    date->days[date->day_count++] = number;
    return true;
}

static bool add_clock(struct date *date, int number)
{
    if (date->clock_count == FW_COUNT(date->clock)) {
        return false;
    }
    date->clock[date->clock_count++] = number;
    return true;
}

/* The last part of a time of day: the ones behind it are 0. */
static void finish_clock(struct date *date, int number)
{
    add_clock(date, number);
    while (add_clock(date, 0)) {
    }
}

static bool clock_expects(const struct date *date, int number)
{
    return (date->clock_count == 1 && in_range(number, 0, 59)) ||
           (date->clock_count == 2 && in_range(number, 0, 59)) ||
           (date->clock_count == 3 && in_range(number, 0, 999));
}

static bool zone_expects(const struct date *date, int number)
{
    return date->zone_hour != NONE && date->zone_minute == NONE && in_range(number, 0, 59);
}

static void set_zone(struct date *date, int hours)
{
    date->zone_sign = hours < 0 ? -1 : 1;
    date->zone_hour = hours < 0 ? -hours : hours;
    date->zone_minute = 0;
}

static bool zone_is_utc(const struct date *date)
{
    return date->zone_hour == 0 && date->zone_minute == 0;
}

/* ---- ISO 8601 ---- */

/* "THH:mm[:ss[.sss]]"; 24:00 is the only time of hour 24. */
static bool read_iso_clock(struct fw_date_scanner *scanner, struct date *date)
{
    int hour;
    int minute;
    int second;
    fw_date_take(scanner);
    if (!take_fixed(scanner, 2, 0, 24, &hour) || !take_symbol(scanner, ':') ||
        !take_fixed(scanner, 2, 0, hour == 24 ? 0 : 59, &minute)) {
        return false;
    }
    add_clock(date, hour);
    add_clock(date, minute);
    if (!take_symbol(scanner, ':')) {
        return true;
    }
    if (!take_fixed(scanner, 2, 0, hour == 24 ? 0 : 59, &second)) {
        return false;
    }
    add_clock(date, second);
    if (!take_symbol(scanner, '.')) {
        return true;
    }
    if (scanner->next.kind != FW_DATE_NUMBER || (hour == 24 && scanner->next.value > 0)) {
        return false;
    }
    add_clock(date, milliseconds_of(fw_date_take(scanner)));
    return true;
}

/* "Z", "+hh:mm" or "+hhmm", or nothing. */
static bool read_iso_zone(struct fw_date_scanner *scanner, struct date *date)
{
    if (is_z(scanner->next)) {
        fw_date_take(scanner);
        set_zone(date, 0);
        return true;
    }
    if (!is_sign(scanner->next)) {
        return true;
    }
    date->zone_sign = fw_date_take(scanner).symbol == '+' ? 1 : -1;
    int both;
    if (take_fixed(scanner, 4, 0, 9999, &both)) {
        date->zone_hour = both / 100;
        date->zone_minute = both % 100;
        return date->zone_hour <= 23 && date->zone_minute <= 59;
    }
    return take_fixed(scanner, 2, 0, 23, &date->zone_hour) && take_symbol(scanner, ':') &&
           take_fixed(scanner, 2, 0, 59, &date->zone_minute);
}

/* "-MM[-DD]", or nothing; false when a dash is followed by something else. */
static bool read_iso_month(struct fw_date_scanner *scanner, struct date *date)
{
    int number;
    if (!take_symbol(scanner, '-')) {
        return true;
    }
    if (!take_fixed(scanner, 2, 1, 12, &number)) {
        return false;
    }
    add_day(date, number);
    if (!take_symbol(scanner, '-')) {
        return true;
    }
    if (!take_fixed(scanner, 2, 1, 31, &number)) {
        return false;
    }
    return add_day(date, number);
}

/* "THH:mm..." and its zone, up to the end of the text. */
static bool read_iso_time(struct fw_date_scanner *scanner, struct date *date)
{
    return read_iso_clock(scanner, date) && read_iso_zone(scanner, date) &&
           scanner->next.kind == FW_DATE_END;
}

/* The year, of four digits or of six with a sign; false with the token that is none. */
static bool read_iso_year(struct fw_date_scanner *scanner, struct date *date,
                          struct fw_date_token *rest)
{
    int year;
    if (take_fixed(scanner, 4, 0, 9999, &year)) {
        return add_day(date, year);
    }
    *rest = fw_date_take(scanner);
    if (!is_sign(*rest) || !take_fixed(scanner, 6, 0, INT_MAX, &year)) {
        return false;
    }
    bool before = rest->symbol == '-';
    return !(before && year == 0) && add_day(date, before ? -year : year);
}

/*
 * Reads an ISO date as far as it is one; `*rest` is the token that the old rules go on with, END
 * when all was read. False when the text can be no date at all.
 */
static bool read_iso(struct fw_date_scanner *scanner, struct date *date, struct fw_date_token *rest)
{
    if (!read_iso_year(scanner, date, rest)) {
        return true;
    }
    bool is_date = read_iso_month(scanner, date);
    if (is_date && scanner->next.kind == FW_DATE_T) {
        if (!read_iso_time(scanner, date)) {
            return false;
        }
    } else if (!is_date || scanner->next.kind != FW_DATE_END) {
        *rest = fw_date_take(scanner);
        return true;
    }
    if (date->clock_count == 0) {
        set_zone(date, 0); /* a date alone is UTC */
    }
    date->iso = true;
    *rest = scanner->next;
    return true;
}

/* ---- The rules of old ---- */

/* n ':', n '::' */
static bool read_before_colon(struct fw_date_scanner *scanner, struct date *date, int number)
{
    fw_date_take(scanner);
    if (take_symbol(scanner, ':')) {
        if (date->clock_count > 0) {
            return false;
        }
        return add_clock(date, number) && add_clock(date, 0);
    }
    if (!add_clock(date, number)) {
        return false;
    }
    take_symbol(scanner, '.');
    return true;
}

static bool read_seconds_and_fraction(struct fw_date_scanner *scanner, struct date *date,
                                      int number)
{
    fw_date_take(scanner);
    add_clock(date, number);
    if (scanner->next.kind != FW_DATE_NUMBER) {
        return false;
    }
    finish_clock(date, milliseconds_of(fw_date_take(scanner)));
    return true;
}

static bool read_old_number(struct fw_date_scanner *scanner, struct date *date, int number)
{
    struct fw_date_token next = scanner->next;
    date->has_number = true;
    if (is_symbol(next, ':')) {
        return read_before_colon(scanner, date, number);
    }
    if (is_symbol(next, '.') && clock_expects(date, number)) {
        return read_seconds_and_fraction(scanner, date, number);
    }
    if (zone_expects(date, number)) {
        date->zone_minute = number;
        return true;
    }
    if (clock_expects(date, number)) {
        finish_clock(date, number);
        return next.kind == FW_DATE_END || next.kind == FW_DATE_SPACE || is_z(next) ||
               is_sign(next);
    }
    if (!add_day(date, number)) {
        return false;
    }
    take_symbol(scanner, '-');
    return true;
}

static bool read_old_word(struct fw_date_scanner *scanner, struct date *date,
                          struct fw_date_token word)
{
    if (word.kind == FW_DATE_HALF && date->clock_count > 0) {
        date->half = word.value;
        return true;
    }
    if (word.kind == FW_DATE_MONTH) {
        date->named_month = word.value;
        take_symbol(scanner, '-');
        return true;
    }
    if (word.kind == FW_DATE_ZONE && date->has_number) {
        set_zone(date, word.value);
        return true;
    }
    /* Other words are ignored before the first number, if something stands between. */
    return !date->has_number && scanner->next.kind != FW_DATE_NUMBER;
}

/* "+1", "+01", "+130", "+0130" and "+01:": the minutes of the last one follow. */
static bool read_old_zone(struct fw_date_scanner *scanner, struct date *date, char sign)
{
    struct fw_date_token token = { .value = 0, .length = 0 };
    date->zone_sign = sign == '+' ? 1 : -1;
    date->has_number = true;
    if (scanner->next.kind == FW_DATE_NUMBER) {
        token = fw_date_take(scanner);
    }
    if (is_symbol(scanner->next, ':')) {
        date->zone_hour = token.value;
        date->zone_minute = NONE;
        return true;
    }
    if (token.length == 1 || token.length == 2) {
        date->zone_hour = token.value;
        date->zone_minute = 0;
        return true;
    }
    date->zone_hour = token.value / 100;
    date->zone_minute = token.value % 100;
    return token.length == 3 || token.length == 4;
}

static bool read_old(struct fw_date_scanner *scanner, struct date *date, struct fw_date_token token)
{
    date->has_number = date->day_count > 0;
    for (; token.kind != FW_DATE_END; token = fw_date_take(scanner)) {
        bool good = true;
        if (token.kind == FW_DATE_NUMBER) {
            good = read_old_number(scanner, date, token.value);
        } else if (is_any_word(token)) {
            good = read_old_word(scanner, date, token);
        } else if (is_sign(token) && (zone_is_utc(date) || date->clock_count > 0)) {
            good = read_old_zone(scanner, date, token.symbol);
        } else if (is_sign(token) || is_symbol(token, ')')) {
            good = !date->has_number;
        }
        if (!good) {
            return false;
        }
    }
    return true;
}

/* ---- To a time ---- */

struct ymd {
    int year, month, day;
};

/* Which of the numbers is what; a number above 31 or below 1 is a year. */
static struct ymd order_days(const struct date *date)
{
    const int *days = date->days;
    bool year_first = !in_range(days[0], 1, 31);
    if (date->named_month != NONE) {
        return year_first ? (struct ymd){ days[0], date->named_month, days[1] }
                          : (struct ymd){ days[1], date->named_month, days[0] };
    }
    return date->iso || year_first ? (struct ymd){ days[0], days[1], days[2] }
                                   : (struct ymd){ days[2], days[0], days[1] };
}

static bool settle_days(struct date *date, struct fw_civil *civil)
{
    if (date->day_count == 0) {
        return false;
    }
    while (add_day(date, 1)) {
    }
    struct ymd ymd = order_days(date);
    if (!date->iso && in_range(ymd.year, 0, 99)) {
        ymd.year += ymd.year < 50 ? 2000 : 1900;
    }
    civil->year = ymd.year;
    civil->month = ymd.month - 1;
    civil->day = ymd.day;
    return in_range(ymd.month, 1, 12) && in_range(ymd.day, 1, 31);
}

static bool settle_clock(struct date *date, struct fw_civil *civil)
{
    while (add_clock(date, 0)) {
    }
    int *clock = date->clock;
    if (date->half != NONE) {
        if (!in_range(clock[0], 0, 12)) {
            return false;
        }
        clock[0] = clock[0] % 12 + date->half;
    }
    civil->hour = clock[0];
    civil->minute = clock[1];
    civil->second = clock[2];
    civil->millisecond = clock[3];
    return (in_range(clock[0], 0, 23) && in_range(clock[1], 0, 59) && in_range(clock[2], 0, 59) &&
            in_range(clock[3], 0, 999)) ||
           (clock[0] == 24 && clock[1] == 0 && clock[2] == 0 && clock[3] == 0);
}

static double settle(struct date *date, const struct fw_zone *zone)
{
    struct fw_civil civil;
    if (!settle_days(date, &civil) || !settle_clock(date, &civil)) {
        return NAN;
    }
    if (date->zone_sign == NONE) {
        return fw_civil_time(civil, zone);
    }
    double hours = date->zone_hour == NONE ? 0 : date->zone_hour;
    double minutes = date->zone_minute == NONE ? 0 : date->zone_minute;
    double ahead_ms = date->zone_sign * (hours * FW_MS_HOUR + minutes * FW_MS_MINUTE);
    return fw_time_clip(fw_civil_time(civil, NULL) - ahead_ms);
}

double fw_date_parse(const char *text, size_t length, const struct fw_zone *zone)
{
    struct fw_date_scanner scanner;
    struct fw_date_token rest;
    struct date date = {
        .named_month = NONE,
        .half = NONE,
        .zone_sign = NONE,
        .zone_hour = NONE,
        .zone_minute = NONE,
    };
    fw_date_scanner_init(&scanner, text, length);
    if (!read_iso(&scanner, &date, &rest) || !read_old(&scanner, &date, rest)) {
        return NAN;
    }
    return settle(&date, zone);
}
