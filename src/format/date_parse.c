/*
 * JavaScript's Date.parse as V8 does it: ISO 8601 first, then the rules of old, which take numbers
 * and words in nearly any order. The order of the rules here is V8's (src/date/dateparser-inl.h).
 */
#include <limits.h>
#include <math.h>
#include <string.h>

#include "format/calendar.h"

/* ---- Words ---- */

enum word_kind { WORD_OTHER, WORD_MONTH, WORD_HALF, WORD_ZONE, WORD_T };

struct word {
    char text[4]; /* lower case, at most three letters */
    enum word_kind kind;
    int value; /* month 1 to 12, hours to add, hours ahead of UTC */
};

static const struct word words[] = {
    { "jan", WORD_MONTH, 1 },  { "feb", WORD_MONTH, 2 },  { "mar", WORD_MONTH, 3 },
    { "apr", WORD_MONTH, 4 },  { "may", WORD_MONTH, 5 },  { "jun", WORD_MONTH, 6 },
    { "jul", WORD_MONTH, 7 },  { "aug", WORD_MONTH, 8 },  { "sep", WORD_MONTH, 9 },
    { "oct", WORD_MONTH, 10 }, { "nov", WORD_MONTH, 11 }, { "dec", WORD_MONTH, 12 },
    { "am", WORD_HALF, 0 },    { "pm", WORD_HALF, 12 },   { "ut", WORD_ZONE, 0 },
    { "utc", WORD_ZONE, 0 },   { "z", WORD_ZONE, 0 },     { "gmt", WORD_ZONE, 0 },
    { "cdt", WORD_ZONE, -5 },  { "cst", WORD_ZONE, -6 },  { "edt", WORD_ZONE, -4 },
    { "est", WORD_ZONE, -5 },  { "mdt", WORD_ZONE, -6 },  { "mst", WORD_ZONE, -7 },
    { "pdt", WORD_ZONE, -7 },  { "pst", WORD_ZONE, -8 },  { "t", WORD_T, 0 },
};

/* Months are known by their first three letters; the other words must be whole. */
static const struct word *find_word(const char first[4], size_t length)
{
    static const struct word other = { "", WORD_OTHER, 0 };
    for (size_t i = 0; i < FW_COUNT(words); i++) {
        if (strcmp(words[i].text, first) == 0 && (length <= 3 || words[i].kind == WORD_MONTH)) {
            return &words[i];
        }
    }
    return &other;
}

/* ---- Tokens ---- */

enum token_kind {
    TOKEN_END,
    TOKEN_NUMBER,
    TOKEN_SYMBOL, /* : - + . ) */
    TOKEN_WORD,
    TOKEN_SPACE,
    TOKEN_OTHER,
    TOKEN_INVALID,
};

struct token {
    enum token_kind kind;
    char symbol;
    int number;
    size_t length; /* bytes */
    const struct word *word;
};

struct scanner {
    const char *at, *end;
    struct token next;
};

/* Digits that count: V8 ignores those behind the ninth that is significant. */
enum { MOST_DIGITS = 9 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static struct token scan_number(struct scanner *scanner)
{
    struct token token = { .kind = TOKEN_NUMBER };
    const char *first = scanner->at;
    while (scanner->at < scanner->end && *scanner->at == '0') {
        scanner->at++;
    }
    for (int digits = 0; scanner->at < scanner->end && is_digit(*scanner->at); scanner->at++) {
        if (digits++ < MOST_DIGITS) {
            token.number = token.number * 10 + (*scanner->at - '0');
        }
    }
    token.length = (size_t)(scanner->at - first);
    return token;
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* White space: a byte of ASCII, or one of the wider spaces of JavaScript. Its length, or 0. */
static size_t space_length(const char *at, const char *end)
{
    static const char *const wide[] = { "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002",
                                        "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
                                        "\u2008", "\u2009", "\u200a", "\u2028", "\u2029",
                                        "\u202f", "\u205f", "\u3000", "\ufeff" };
    if (*at == ' ' || (*at >= '\t' && *at <= '\r')) {
        return 1;
    }
    for (size_t i = 0; i < FW_COUNT(wide); i++) {
        size_t length = strlen(wide[i]);
        if ((size_t)(end - at) >= length && memcmp(at, wide[i], length) == 0) {
            return length;
        }
    }
    return 0;
}

/* What V8 takes for a letter: everything from 'A' on. */
static bool is_letter(const struct scanner *scanner)
{
    return scanner->at < scanner->end && (unsigned char)*scanner->at >= 'A' &&
           space_length(scanner->at, scanner->end) == 0;
}

static struct token scan_word(struct scanner *scanner)
{
    struct token token = { .kind = TOKEN_WORD };
    char first[4] = "";
    while (is_letter(scanner)) {
        if (token.length < 3) {
            first[token.length] = lower(*scanner->at);
        }
        token.length++;
        scanner->at++;
    }
    token.word = find_word(first, token.length);
    return token;
}

/* Behind the parenthesis that closes the one here, or to the end. */
static void skip_parentheses(struct scanner *scanner)
{
    int depth = 0;
    do {
        depth += *scanner->at == '(' ? 1 : *scanner->at == ')' ? -1 : 0;
        scanner->at++;
    } while (depth > 0 && scanner->at < scanner->end);
}

static struct token scan(struct scanner *scanner)
{
    if (scanner->at >= scanner->end) {
        return (struct token){ .kind = TOKEN_END };
    }
    char byte = *scanner->at;
    size_t space = space_length(scanner->at, scanner->end);
    if (is_digit(byte)) {
        return scan_number(scanner);
    }
    if (byte != '\0' && strchr(":-+.)", byte) != NULL) {
        scanner->at++;
        return (struct token){ .kind = TOKEN_SYMBOL, .symbol = byte, .length = 1 };
    }
    if (is_letter(scanner)) {
        return scan_word(scanner);
    }
    if (space > 0) {
        scanner->at += space;
        return (struct token){ .kind = TOKEN_SPACE, .length = space };
    }
    if (byte == '(') {
        skip_parentheses(scanner);
    } else {
        scanner->at++;
    }
    return (struct token){ .kind = TOKEN_OTHER };
}

static struct token take(struct scanner *scanner)
{
    struct token token = scanner->next;
    scanner->next = scan(scanner);
    return token;
}

static bool is_symbol(struct token token, char symbol)
{
    return token.kind == TOKEN_SYMBOL && token.symbol == symbol;
}

static bool is_sign(struct token token)
{
    return is_symbol(token, '+') || is_symbol(token, '-');
}

static bool is_word(struct token token, enum word_kind kind)
{
    return token.kind == TOKEN_WORD && token.word->kind == kind;
}

static bool is_z(struct token token)
{
    return is_word(token, WORD_ZONE) && token.length == 1;
}

static bool take_symbol(struct scanner *scanner, char symbol)
{
    bool found = is_symbol(scanner->next, symbol);
    if (found) {
        take(scanner);
    }
    return found;
}

static bool in_range(int number, int least, int most)
{
    return number >= least && number <= most;
}

/* A number of exactly `length` digits within bounds. */
static bool is_fixed(struct token token, size_t length, int least, int most)
{
    return token.kind == TOKEN_NUMBER && token.length == length &&
           in_range(token.number, least, most);
}

static bool take_fixed(struct scanner *scanner, size_t length, int least, int most, int *number)
{
    if (!is_fixed(scanner->next, length, least, most)) {
        return false;
    }
    *number = take(scanner).number;
    return true;
}

/* The first three decimals of a fraction of a second. */
static int milliseconds_of(struct token token)
{
    int number = token.number;
    size_t length = token.length > MOST_DIGITS ? MOST_DIGITS : token.length;
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

static const struct token invalid = { .kind = TOKEN_INVALID };

/* "THH:mm[:ss[.sss]]"; 24:00 is the only time of hour 24. */
static bool read_iso_clock(struct scanner *scanner, struct date *date)
{
    int hour;
    int minute;
    int second;
    take(scanner);
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
    if (scanner->next.kind != TOKEN_NUMBER || (hour == 24 && scanner->next.number > 0)) {
        return false;
    }
    add_clock(date, milliseconds_of(take(scanner)));
    return true;
}

/* "Z", "+hh:mm" or "+hhmm", or nothing. */
static bool read_iso_zone(struct scanner *scanner, struct date *date)
{
    if (is_z(scanner->next)) {
        take(scanner);
        set_zone(date, 0);
        return true;
    }
    if (!is_sign(scanner->next)) {
        return true;
    }
    date->zone_sign = take(scanner).symbol == '+' ? 1 : -1;
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
static bool read_iso_month(struct scanner *scanner, struct date *date)
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

/*
 * Reads an ISO date as far as it is one. The token is where the old rules go on: END when all was
 * read, INVALID when the text can be no date at all.
 */
static struct token read_iso(struct scanner *scanner, struct date *date)
{
    int number;
    if (is_sign(scanner->next)) {
        struct token sign = take(scanner);
        if (!take_fixed(scanner, 6, 0, INT_MAX, &number) || (sign.symbol == '-' && number == 0)) {
            return sign;
        }
        add_day(date, sign.symbol == '-' ? -number : number);
    } else if (take_fixed(scanner, 4, 0, 9999, &number)) {
        add_day(date, number);
    } else {
        return take(scanner);
    }
    if (!read_iso_month(scanner, date)) {
        return take(scanner);
    }
    if (is_word(scanner->next, WORD_T)) {
        if (!read_iso_clock(scanner, date) || !read_iso_zone(scanner, date) ||
            scanner->next.kind != TOKEN_END) {
            return invalid;
        }
    } else if (scanner->next.kind != TOKEN_END) {
        return take(scanner);
    }
    if (date->clock_count == 0) {
        set_zone(date, 0); /* a date alone is UTC */
    }
    date->iso = true;
    return (struct token){ .kind = TOKEN_END };
}

/* ---- The rules of old ---- */

/* n ':', n '::' */
static bool read_before_colon(struct scanner *scanner, struct date *date, int number)
{
    take(scanner);
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

static bool read_seconds_and_fraction(struct scanner *scanner, struct date *date, int number)
{
    take(scanner);
    add_clock(date, number);
    if (scanner->next.kind != TOKEN_NUMBER) {
        return false;
    }
    finish_clock(date, milliseconds_of(take(scanner)));
    return true;
}

static bool read_old_number(struct scanner *scanner, struct date *date, int number)
{
    struct token next = scanner->next;
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
        return next.kind == TOKEN_END || next.kind == TOKEN_SPACE || is_z(next) || is_sign(next);
    }
    if (!add_day(date, number)) {
        return false;
    }
    take_symbol(scanner, '-');
    return true;
}

static bool read_old_word(struct scanner *scanner, struct date *date, const struct word *word)
{
    if (word->kind == WORD_HALF && date->clock_count > 0) {
        date->half = word->value;
        return true;
    }
    if (word->kind == WORD_MONTH) {
        date->named_month = word->value;
        take_symbol(scanner, '-');
        return true;
    }
    if (word->kind == WORD_ZONE && date->has_number) {
        set_zone(date, word->value);
        return true;
    }
    /* Other words are ignored before the first number, if something stands between. */
    return !date->has_number && scanner->next.kind != TOKEN_NUMBER;
}

/* "+1", "+01", "+130", "+0130" and "+01:": the minutes of the last one follow. */
static bool read_old_zone(struct scanner *scanner, struct date *date, char sign)
{
    struct token token = { .number = 0, .length = 0 };
    date->zone_sign = sign == '+' ? 1 : -1;
    date->has_number = true;
    if (scanner->next.kind == TOKEN_NUMBER) {
        token = take(scanner);
    }
    if (is_symbol(scanner->next, ':')) {
        date->zone_hour = token.number;
        date->zone_minute = NONE;
        return true;
    }
    if (token.length == 1 || token.length == 2) {
        date->zone_hour = token.number;
        date->zone_minute = 0;
        return true;
    }
    date->zone_hour = token.number / 100;
    date->zone_minute = token.number % 100;
    return token.length == 3 || token.length == 4;
}

static bool read_old(struct scanner *scanner, struct date *date, struct token token)
{
    date->has_number = date->day_count > 0;
    for (; token.kind != TOKEN_END; token = take(scanner)) {
        bool good = true;
        if (token.kind == TOKEN_NUMBER) {
            good = read_old_number(scanner, date, token.number);
        } else if (token.kind == TOKEN_WORD) {
            good = read_old_word(scanner, date, token.word);
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
    struct scanner scanner = { .at = text, .end = text + length };
    struct date date = {
        .named_month = NONE,
        .half = NONE,
        .zone_sign = NONE,
        .zone_hour = NONE,
        .zone_minute = NONE,
    };
    scanner.next = scan(&scanner);
    struct token token = read_iso(&scanner, &date);
    if (token.kind == TOKEN_INVALID || !read_old(&scanner, &date, token)) {
        return NAN;
    }
    return settle(&date, zone);
}
