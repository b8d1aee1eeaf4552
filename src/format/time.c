/* d3-time-format's writing, and Vega's choice of a specifier by what a time is a start of. */
#include "format/time.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "format/interval.h"

/* What directives read: a time in its zone. */
struct moment {
    double time_ms;
    const struct fw_zone *zone;
    const struct fw_locale *locale;
    struct fw_civil civil;
    size_t start; /* length of the output before */
};

/* A number filled up to `width` with `fill`; 0: not filled. */
static void put_padded(double number, char fill, int width, struct fw_bytes *out)
{
    char text[FW_DECIMAL_ROOM];
    int length = (int)fw_decimal_text(fabs(number), text);
    if (number < 0) {
        fw_bytes_put(out, '-');
    }
    for (int i = length; fill != '\0' && i < width; i++) {
        fw_bytes_put(out, fill);
    }
    fw_bytes_puts(out, text);
}

/* ---- Directives that are numbers ---- */

static double day(const struct moment *at)
{
    return at->civil.day;
}

static double milliseconds(const struct moment *at)
{
    return at->civil.millisecond;
}

static double year_iso(const struct moment *at)
{
    return fmod(fw_week_iso_year(at->time_ms, at->zone), 10000);
}

static double year_iso_short(const struct moment *at)
{
    return fmod(fw_week_iso_year(at->time_ms, at->zone), 100);
}

static double hour(const struct moment *at)
{
    return at->civil.hour;
}

static double hour_of_half(const struct moment *at)
{
    double of_half = fmod(at->civil.hour, 12);
    return of_half == 0 ? 12 : of_half;
}

static double day_of_year(const struct moment *at)
{
    return fw_day_of_year(at->time_ms, at->zone);
}

static double month(const struct moment *at)
{
    return at->civil.month + 1;
}

static double minute(const struct moment *at)
{
    return at->civil.minute;
}

static double quarter(const struct moment *at)
{
    return floor(at->civil.month / 3) + 1;
}

static double unix_ms(const struct moment *at)
{
    return at->time_ms;
}

static double unix_seconds(const struct moment *at)
{
    return floor(at->time_ms / 1000);
}

static double second(const struct moment *at)
{
    return at->civil.second;
}

static double weekday_from_monday(const struct moment *at)
{
    double weekday = fw_weekday(at->time_ms, at->zone);
    return weekday == 0 ? 7 : weekday;
}

static double weekday(const struct moment *at)
{
    return fw_weekday(at->time_ms, at->zone);
}

static double week_sunday(const struct moment *at)
{
    return fw_week_sunday(at->time_ms, at->zone);
}

static double week_monday(const struct moment *at)
{
    return fw_week_monday(at->time_ms, at->zone);
}

static double week_iso(const struct moment *at)
{
    return fw_week_iso(at->time_ms, at->zone);
}

static double year_short(const struct moment *at)
{
    return fmod(at->civil.year, 100);
}

static double year(const struct moment *at)
{
    return fmod(at->civil.year, 10000);
}

/* ---- Directives that are words ---- */

static const char *name_of(const char *const *names, double index)
{
    return isnan(index) ? "" : names[(int)index];
}

static const char *short_day_name(const struct moment *at)
{
    return name_of(at->locale->short_days, weekday(at));
}

static const char *day_name(const struct moment *at)
{
    return name_of(at->locale->days, weekday(at));
}

static const char *short_month_name(const struct moment *at)
{
    return name_of(at->locale->short_months, at->civil.month);
}

static const char *month_name(const struct moment *at)
{
    return name_of(at->locale->months, at->civil.month);
}

static const char *period(const struct moment *at)
{
    return at->locale->periods[at->civil.hour >= 12 ? 1 : 0];
}

static const char *percent(const struct moment *at)
{
    (void)at;
    return "%";
}

/* ---- Directives that are formats of the locale ---- */

static const char *date_time_format(const struct fw_locale *locale)
{
    return locale->date_time;
}

static const char *date_format(const struct fw_locale *locale)
{
    return locale->date;
}

static const char *time_format(const struct fw_locale *locale)
{
    return locale->time;
}

/* A directive is one of three things: a number with its width (0: never padded), a word, a format.
 */
struct directive {
    char letter;
    int width;
    double (*number)(const struct moment *at);
    const char *(*word)(const struct moment *at);
    const char *(*format)(const struct fw_locale *locale);
    const char *behind; /* a number's own ending, or NULL */
};

static const struct directive directives[] = {
    { .letter = 'a', .word = short_day_name },
    { .letter = 'A', .word = day_name },
    { .letter = 'b', .word = short_month_name },
    { .letter = 'B', .word = month_name },
    { .letter = 'c', .format = date_time_format },
    { .letter = 'd', .number = day, .width = 2 },
    { .letter = 'e', .number = day, .width = 2 },
    { .letter = 'f', .number = milliseconds, .width = 3, .behind = "000" },
    { .letter = 'g', .number = year_iso_short, .width = 2 },
    { .letter = 'G', .number = year_iso, .width = 4 },
    { .letter = 'H', .number = hour, .width = 2 },
    { .letter = 'I', .number = hour_of_half, .width = 2 },
    { .letter = 'j', .number = day_of_year, .width = 3 },
    { .letter = 'L', .number = milliseconds, .width = 3 },
    { .letter = 'm', .number = month, .width = 2 },
    { .letter = 'M', .number = minute, .width = 2 },
    { .letter = 'p', .word = period },
    { .letter = 'q', .number = quarter },
    { .letter = 'Q', .number = unix_ms },
    { .letter = 's', .number = unix_seconds },
    { .letter = 'S', .number = second, .width = 2 },
    { .letter = 'u', .number = weekday_from_monday },
    { .letter = 'U', .number = week_sunday, .width = 2 },
    { .letter = 'V', .number = week_iso, .width = 2 },
    { .letter = 'w', .number = weekday },
    { .letter = 'W', .number = week_monday, .width = 2 },
    { .letter = 'x', .format = date_format },
    { .letter = 'X', .format = time_format },
    { .letter = 'y', .number = year_short, .width = 2 },
    { .letter = 'Y', .number = year, .width = 4 },
    { .letter = '%', .word = percent },
};

static const struct directive *find_directive(char letter)
{
    for (size_t i = 0; i < FW_COUNT(directives); i++) {
        if (directives[i].letter == letter) {
            return &directives[i];
        }
    }
    return NULL;
}

/* ---- Writing ---- */

/* "+0130": what the zone is ahead of UTC by, in whole minutes. */
static void put_zone(const struct moment *at, struct fw_bytes *out)
{
    double minutes = trunc(fw_zone_offset(at->zone, at->time_ms) / FW_MS_MINUTE);
    fw_bytes_put(out, minutes < 0 ? '-' : '+');
    minutes = fabs(minutes);
    put_padded(floor(minutes / 60), '0', 2, out);
    put_padded(fmod(minutes, 60), '0', 2, out);
}

/* A directive's padding: what the modifier says, else spaces for %e and zeros for the rest. */
struct padded_letter {
    char letter, fill;
};

/* Reads what follows a '%'; `*specifier` is moved behind it. letter 0 at the end of the text. */
static struct padded_letter read_letter(const char **specifier)
{
    char first = **specifier;
    struct padded_letter read = { first, first == 'e' ? ' ' : '0' };
    if (first == '-' || first == '_' || first == '0') {
        read.fill = first == '-' ? '\0' : first == '_' ? ' ' : '0';
        ++*specifier;
        read.letter = **specifier;
    }
    *specifier += read.letter == '\0' ? 0 : 1;
    return read;
}

/* Formats of a locale may name each other, in a circle too: how deep and how far that is followed.
 */
enum { MOST_DEPTH = 2, MOST_EXPANDED = 4096 };

static void write_specifier(const char *specifier, const struct moment *at, int depth,
                            struct fw_bytes *out);

static void write_directive(struct padded_letter padded, const struct moment *at, int depth,
                            struct fw_bytes *out)
{
    const struct directive *directive = find_directive(padded.letter);
    if (padded.letter == 'Z') {
        put_zone(at, out);
    } else if (directive == NULL) {
        fw_bytes_put(out, padded.letter);
    } else if (directive->number != NULL) {
        put_padded(directive->number(at), padded.fill, directive->width, out);
        fw_bytes_puts(out, directive->behind == NULL ? "" : directive->behind);
    } else if (directive->word != NULL) {
        fw_bytes_puts(out, directive->word(at));
    } else if (depth < MOST_DEPTH && out->length - at->start < MOST_EXPANDED) {
        write_specifier(directive->format(at->locale), at, depth + 1, out);
    }
}

static void write_specifier(const char *specifier, const struct moment *at, int depth,
                            struct fw_bytes *out)
{
    while (*specifier != '\0') {
        size_t plain = strcspn(specifier, "%");
        fw_bytes_append(out, specifier, plain);
        specifier += plain;
        if (*specifier == '%') {
            specifier++;
            struct padded_letter padded = read_letter(&specifier);
            if (padded.letter != '\0') {
                write_directive(padded, at, depth, out);
            }
        }
    }
}

void fw_time_write(const char *specifier, const struct fw_locale *locale,
                   const struct fw_zone *zone, double time_ms, struct fw_bytes *out)
{
    struct moment at = {
        .time_ms = fw_time_clip(time_ms),
        .zone = zone,
        .locale = locale == NULL ? fw_locale_default() : locale,
        .civil = fw_civil_at(time_ms, zone),
        .start = out->length,
    };
    write_specifier(specifier, &at, 0, out);
}

const char *fw_time_text(struct fw_arena *arena, const struct fw_locale *locale,
                         const struct fw_zone *zone, const char *specifier, double time_ms)
{
    struct fw_bytes bytes = { 0 };
    fw_time_write(specifier, locale, zone, time_ms, &bytes);
    const char *text = fw_arena_text(arena, bytes.data, bytes.length);
    fw_bytes_finish(&bytes);
    return text;
}

ptrdiff_t fw_time_specifier_fault(const char *specifier)
{
    const char *at = specifier;
    while ((at = strchr(at, '%')) != NULL) {
        const char *begin = at++;
        char letter = read_letter(&at).letter;
        if (letter != 'Z' && find_directive(letter) == NULL) {
            return begin - specifier;
        }
    }
    return -1;
}

/* ---- By what a time is a start of ---- */

struct fw_time_parts fw_time_parts_of(struct fw_value object)
{
    struct fw_time_parts parts = { 0 };
    const struct {
        const char *key;
        const char **specifier;
    } members[] = {
        { "year", &parts.year },       { "quarter", &parts.quarter },
        { "month", &parts.month },     { "week", &parts.week },
        { "day", &parts.date },        { "date", &parts.date },
        { "hours", &parts.hours },     { "minutes", &parts.minutes },
        { "seconds", &parts.seconds }, { "milliseconds", &parts.milliseconds },
    };
    for (size_t i = 0; object.kind == FW_OBJECT && i < FW_COUNT(members); i++) {
        struct fw_value value = fw_member_text(object, members[i].key);
        if (value.kind == FW_STRING && value.string->length > 0) {
            *members[i].specifier = value.string->text;
        }
    }
    return parts;
}

static const char *given_or(const char *given, const char *otherwise)
{
    return given == NULL ? otherwise : given;
}

static bool is_inside(enum fw_interval_unit unit, const struct fw_zone *zone, double time_ms)
{
    struct fw_interval interval = { unit, 1, zone };
    return fw_interval_floor(&interval, time_ms) < time_ms;
}

const char *fw_time_parts_find(const struct fw_time_parts *parts, const struct fw_zone *zone,
                               double time_ms)
{
    if (is_inside(FW_INTERVAL_SECOND, zone, time_ms)) {
        return given_or(parts->milliseconds, ".%L");
    }
    if (is_inside(FW_INTERVAL_MINUTE, zone, time_ms)) {
        return given_or(parts->seconds, ":%S");
    }
    if (is_inside(FW_INTERVAL_HOUR, zone, time_ms)) {
        return given_or(parts->minutes, "%I:%M");
    }
    if (is_inside(FW_INTERVAL_DAY, zone, time_ms)) {
        return given_or(parts->hours, "%I %p");
    }
    if (is_inside(FW_INTERVAL_MONTH, zone, time_ms)) {
        return is_inside(FW_INTERVAL_WEEK, zone, time_ms) ? given_or(parts->date, "%a %d")
                                                          : given_or(parts->week, "%b %d");
    }
    if (is_inside(FW_INTERVAL_YEAR, zone, time_ms)) {
        return is_inside(FW_INTERVAL_QUARTER, zone, time_ms) ? given_or(parts->month, "%B")
                                                             : given_or(parts->quarter, "%B");
    }
    return given_or(parts->year, "%Y");
}
