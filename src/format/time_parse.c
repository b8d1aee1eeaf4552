/* d3-time-format's reading of times by a specifier. */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "format/time.h"

/* What has been read; NaN where nothing was. Letters are those of the directives. */
struct parsed {
    double year, month, day, hour, minute, second, millisecond;
    double half, quarter;                      /* p, q */
    double unix_ms, unix_s;                    /* Q, s */
    double zone_hhmm;                          /* Z */
    double iso_week, sunday_week, monday_week; /* V, U, W */
    double weekday, weekday_from_monday;       /* a A w, u */
};

struct parse {
    const char *at, *end;
    const struct fw_locale *locale;
    struct parsed parsed;
};

/* ---- Parts of a text ---- */

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Spaces and digits, at most `most` of both together (0: any number); at least one digit. */
static bool read_number(struct parse *parse, size_t most, double *number)
{
    const char *at = parse->at;
    const char *end = parse->end;
    if (most > 0 && (size_t)(end - at) > most) {
        end = at + most;
    }
    while (at < end && is_space(*at)) {
        at++;
    }
    const char *first = at;
    double value = 0;
    while (at < end && *at >= '0' && *at <= '9') {
        value = value * 10 + (*at++ - '0');
    }
    if (at == first) {
        return false;
    }
    parse->at = at;
    *number = value;
    return true;
}

/* Capitals of the alphabets that month names are written in, and what makes them small. */
static const struct {
    uint32_t first, last, add;
    uint32_t stride; /* 2: capitals and small letters take turns */
} capitals[] = {
    { 'A', 'Z', 32, 1 },       { 0x00c0, 0x00d6, 32, 1 }, { 0x00d8, 0x00de, 32, 1 },
    { 0x0100, 0x0136, 1, 2 },  { 0x0139, 0x0147, 1, 2 },  { 0x014a, 0x0176, 1, 2 },
    { 0x0179, 0x017d, 1, 2 },  { 0x0391, 0x03ab, 32, 1 }, { 0x0400, 0x040f, 80, 1 },
    { 0x0410, 0x042f, 32, 1 },
};

static uint32_t lower(uint32_t letter)
{
    for (size_t i = 0; i < FW_COUNT(capitals); i++) {
        if (letter >= capitals[i].first && letter <= capitals[i].last &&
            (letter - capitals[i].first) % capitals[i].stride == 0) {
            return letter + capitals[i].add;
        }
    }
    return letter;
}

/* Behind `name` where the text goes on with it, case ignored; else NULL. */
static const char *behind_name(const struct parse *parse, const char *name)
{
    const char *at = parse->at;
    const char *name_end = name + strlen(name);
    while (name < name_end) {
        if (at >= parse->end || lower(fw_utf8_next(at, parse->end, &at)) !=
                                    lower(fw_utf8_next(name, name_end, &name))) {
            return NULL;
        }
    }
    return at;
}

/* The first of the names that the text goes on with. */
static bool read_name(struct parse *parse, const char *const *names, size_t count, double *index)
{
    for (size_t i = 0; i < count; i++) {
        const char *behind = behind_name(parse, names[i]);
        if (behind != NULL) {
            parse->at = behind;
            *index = (double)i;
            return true;
        }
    }
    return false;
}

static bool read_two_digits(struct parse *parse, double *number)
{
    const char *at = parse->at;
    return parse->end - at >= 2 && at[1] >= '0' && at[1] <= '9' && at[0] >= '0' && at[0] <= '9' &&
           read_number(parse, 2, number);
}

/* "Z", "+01", "+0130" or "+01:30". */
static bool read_zone(struct parse *parse)
{
    double hours;
    double minutes = 0;
    if (parse->at >= parse->end) {
        return false;
    }
    char sign = *parse->at++;
    if (sign == 'Z') {
        parse->parsed.zone_hhmm = 0;
        return true;
    }
    if ((sign != '+' && sign != '-') || !read_two_digits(parse, &hours)) {
        return false;
    }
    const char *behind_hours = parse->at;
    if (parse->at < parse->end && *parse->at == ':') {
        parse->at++;
    }
    if (!read_two_digits(parse, &minutes)) {
        parse->at = behind_hours;
    }
    parse->parsed.zone_hhmm = (sign == '-' ? -1 : 1) * (hours * 100 + minutes);
    return true;
}

/* ---- Directives ---- */

/* A number of at most `most` characters, kept as `value * factor + shift`. */
struct number_directive {
    char letter;
    size_t most;
    size_t offset; /* in struct parsed */
    double factor, shift;
};

#define NUMBER(letter, most, member, factor, shift)                                                \
    {                                                                                              \
        letter, most, offsetof(struct parsed, member), factor, shift                               \
    }

static const struct number_directive number_directives[] = {
    NUMBER('d', 2, day, 1, 0),
    NUMBER('e', 2, day, 1, 0),
    NUMBER('f', 6, millisecond, 0.001, 0),
    NUMBER('g', 2, year, 1, 0),
    NUMBER('G', 4, year, 1, 0),
    NUMBER('H', 2, hour, 1, 0),
    NUMBER('I', 2, hour, 1, 0),
    NUMBER('j', 3, day, 1, 0),
    NUMBER('L', 3, millisecond, 1, 0),
    NUMBER('m', 2, month, 1, -1),
    NUMBER('M', 2, minute, 1, 0),
    NUMBER('q', 1, quarter, 3, -3),
    NUMBER('Q', 0, unix_ms, 1, 0),
    NUMBER('s', 0, unix_s, 1, 0),
    NUMBER('S', 2, second, 1, 0),
    NUMBER('u', 1, weekday_from_monday, 1, 0),
    NUMBER('U', 2, sunday_week, 1, 0),
    NUMBER('V', 2, iso_week, 1, 0),
    NUMBER('w', 1, weekday, 1, 0),
    NUMBER('W', 2, monday_week, 1, 0),
    NUMBER('y', 2, year, 1, 0),
    NUMBER('Y', 4, year, 1, 0),
};

static bool read_number_directive(struct parse *parse, char letter)
{
    for (size_t i = 0; i < FW_COUNT(number_directives); i++) {
        const struct number_directive *directive = &number_directives[i];
        if (directive->letter != letter) {
            continue;
        }
        double *into = (double *)(void *)((char *)&parse->parsed + directive->offset);
        double value;
        if (!read_number(parse, directive->most, &value)) {
            return false;
        }
        *into = floor(value * directive->factor) + directive->shift;
        if (letter == 'y' || letter == 'g') {
            *into += value > 68 ? 1900 : 2000;
        } else if (letter == 'j') {
            parse->parsed.month = 0;
        }
        return true;
    }
    return false;
}

enum { MOST_DEPTH = 2 }; /* formats of a locale that name each other are followed this far */

static bool read_specifier(struct parse *parse, const char *specifier, int depth);

static bool read_directive(struct parse *parse, char letter, int depth)
{
    const struct fw_locale *locale = parse->locale;
    struct parsed *parsed = &parse->parsed;
    switch (letter) {
    case 'a':
        return read_name(parse, locale->short_days, 7, &parsed->weekday);
    case 'A':
        return read_name(parse, locale->days, 7, &parsed->weekday);
    case 'b':
        return read_name(parse, locale->short_months, 12, &parsed->month);
    case 'B':
        return read_name(parse, locale->months, 12, &parsed->month);
    case 'p':
        return read_name(parse, locale->periods, 2, &parsed->half);
    case 'c':
        return depth < MOST_DEPTH && read_specifier(parse, locale->date_time, depth + 1);
    case 'x':
        return depth < MOST_DEPTH && read_specifier(parse, locale->date, depth + 1);
    case 'X':
        return depth < MOST_DEPTH && read_specifier(parse, locale->time, depth + 1);
    case 'Z':
        return read_zone(parse);
    case '%':
        return *parse->at++ == '%';
    default: /* the rest are numbers, or no directive at all */
        return read_number_directive(parse, letter);
    }
}

static bool read_specifier(struct parse *parse, const char *specifier, int depth)
{
    while (*specifier != '\0') {
        if (parse->at >= parse->end) {
            return false;
        }
        char letter = *specifier++;
        if (letter != '%') {
            if (*parse->at++ != letter) {
                return false;
            }
            continue;
        }
        if (*specifier == '-' || *specifier == '_' || *specifier == '0') {
            specifier++;
        }
        if (*specifier == '\0' || !read_directive(parse, *specifier++, depth)) {
            return false;
        }
    }
    return true;
}

/* ---- From what was read to a time ---- */

static double first_weekday(double year)
{
    return fw_weekday(fw_civil_time((struct fw_civil){ .year = year, .day = 1 }, NULL), NULL);
}

/* Day and month from an ISO week: week 1 begins on the Monday nearest to 1 January. */
static bool set_iso_week(struct parsed *parsed)
{
    if (parsed->iso_week < 1 || parsed->iso_week > 53) {
        return false;
    }
    double weekday = isnan(parsed->weekday) ? 1 : parsed->weekday;
    double first = first_weekday(parsed->year);
    double monday = first > 4 ? 9 - first : first == 0 ? 2 : 2 - first;
    parsed->month = 0;
    parsed->day = monday + 7 * (parsed->iso_week - 1) + fmod(weekday + 6, 7);
    return true;
}

static void set_week(struct parsed *parsed)
{
    bool monday = !isnan(parsed->monday_week);
    double weekday = parsed->weekday;
    if (isnan(weekday)) {
        weekday = !isnan(parsed->weekday_from_monday) ? fmod(parsed->weekday_from_monday, 7)
                  : monday                            ? 1
                                                      : 0;
    }
    double first = first_weekday(parsed->year);
    parsed->month = 0;
    parsed->day = monday ? fmod(weekday + 6, 7) + parsed->monday_week * 7 - fmod(first + 5, 7)
                         : weekday + parsed->sunday_week * 7 - fmod(first + 6, 7);
}

static double parsed_time(struct parsed *parsed, const struct fw_zone *zone)
{
    if (!isnan(parsed->unix_ms)) {
        return fw_time_clip(parsed->unix_ms);
    }
    if (!isnan(parsed->unix_s)) {
        return fw_time_clip(parsed->unix_s * 1000 + parsed->millisecond);
    }
    if (!isnan(parsed->half)) {
        parsed->hour = fmod(parsed->hour, 12) + parsed->half * 12;
    }
    if (isnan(parsed->month)) {
        parsed->month = isnan(parsed->quarter) ? 0 : parsed->quarter;
    }
    if (!isnan(parsed->iso_week)) {
        if (!set_iso_week(parsed)) {
            return NAN;
        }
    } else if (!isnan(parsed->monday_week) || !isnan(parsed->sunday_week)) {
        set_week(parsed);
    }
    struct fw_civil civil = { parsed->year,   parsed->month,  parsed->day,        parsed->hour,
                              parsed->minute, parsed->second, parsed->millisecond };
    if (!isnan(parsed->zone_hhmm)) {
        civil.hour -= trunc(parsed->zone_hhmm / 100);
        civil.minute -= fmod(parsed->zone_hhmm, 100);
        zone = NULL;
    }
    return fw_civil_time(civil, zone);
}

double fw_time_parse(const char *specifier, const struct fw_locale *locale,
                     const struct fw_zone *zone, const char *text, size_t length)
{
    struct parse parse = {
        .at = text,
        .end = text + length,
        .locale = locale == NULL ? fw_locale_default() : locale,
        .parsed = { .year = 1900,
                    .month = NAN,
                    .day = 1,
                    .half = NAN,
                    .quarter = NAN,
                    .unix_ms = NAN,
                    .unix_s = NAN,
                    .zone_hhmm = NAN,
                    .iso_week = NAN,
                    .sunday_week = NAN,
                    .monday_week = NAN,
                    .weekday = NAN,
                    .weekday_from_monday = NAN },
    };
    if (!read_specifier(&parse, specifier, 0) || parse.at != parse.end) {
        return NAN;
    }
    return parsed_time(&parse.parsed, zone);
}
