/* Values as JavaScript has them: conversions, equality, order. */
#include "base/value.h"

#include <math.h>
#include <string.h>

#include "base/bytes.h"
#include "base/decimal.h"
#include "base/hash.h"
#include "base/utf8.h"

struct fw_value fw_number(double number)
{
    return (struct fw_value){ .kind = FW_NUMBER, .number = number };
}

struct fw_value fw_time(double time_ms)
{
    return (struct fw_value){ .kind = FW_TIME, .number = time_ms };
}

struct fw_value fw_boolean(bool boolean)
{
    return (struct fw_value){ .kind = FW_BOOLEAN, .boolean = boolean };
}

struct fw_value fw_string(fw_str string)
{
    return (struct fw_value){ .kind = FW_STRING, .string = string };
}

struct fw_value fw_null(void)
{
    return (struct fw_value){ .kind = FW_NULL };
}

struct fw_value fw_undefined(void)
{
    return (struct fw_value){ .kind = FW_UNDEFINED };
}

struct fw_value fw_member(struct fw_value value, fw_str key)
{
    if (value.kind == FW_OBJECT) {
        for (size_t i = 0; i < value.object->count; i++) {
            if (value.object->keys[i] == key) {
                return value.object->values[i];
            }
        }
    }
    return fw_undefined();
}

struct fw_value fw_member_text(struct fw_value value, const char *key)
{
    if (value.kind == FW_OBJECT) {
        for (size_t i = 0; i < value.object->count; i++) {
            if (fw_str_is(value.object->keys[i], key)) {
                return value.object->values[i];
            }
        }
    }
    return fw_undefined();
}

struct fw_value fw_array_value(struct fw_arena *arena, const struct fw_value *items, size_t count)
{
    struct fw_array *array = FW_NEW(arena, struct fw_array);
    array->count = count;
    array->items = FW_NEW_ARRAY(arena, count, struct fw_value);
    if (items != NULL && count > 0) {
        memcpy(array->items, items, count * sizeof *items);
    }
    return (struct fw_value){ .kind = FW_ARRAY, .array = array };
}

bool fw_is_nil(struct fw_value value)
{
    return value.kind == FW_NULL || value.kind == FW_UNDEFINED;
}

bool fw_to_boolean(struct fw_value value)
{
    switch (value.kind) {
    case FW_UNDEFINED:
    case FW_NULL:
        return false;
    case FW_BOOLEAN:
        return value.boolean;
    case FW_NUMBER:
        return value.number != 0 && !isnan(value.number);
    case FW_STRING:
        return value.string->length > 0;
    case FW_TIME:
    case FW_ARRAY:
    case FW_OBJECT:
    case FW_REGEXP:
        return true;
    }
    return false;
}

/* The value of a digit in any base up to 16, or 16. */
static unsigned digit_value(char c)
{
    if (c >= '0' && c <= '9') {
        return (unsigned)(c - '0');
    }
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 16;
}

/* "0x1F", "0o17", "0b11" without the prefix; NaN when a digit is none. Exact below 2^53. */
static double prefixed_number(const char *text, size_t length, unsigned base)
{
    double number = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned digit = digit_value(text[i]);
        if (digit >= base) {
            return NAN;
        }
        number = number * base + digit;
    }
    return length == 0 ? NAN : number;
}

/* StringToNumber of ECMA-262, section 7.1.4.1. */
static double text_number(const char *text, size_t length)
{
    text = fw_utf8_trim(text, &length);
    if (length == 0) {
        return 0;
    }
    if (length > 1 && text[0] == '0') {
        char kind = (char)(text[1] | 0x20);
        unsigned base = kind == 'x' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 0;
        if (base != 0) {
            return prefixed_number(text + 2, length - 2, base);
        }
    }
    double number;
    const char *after;
    if (fw_decimal_parse(text, text + length, &number, &after)) {
        return after == text + length ? number : NAN;
    }
    size_t sign = text[0] == '-' || text[0] == '+' ? 1 : 0;
    if (length - sign == 8 && memcmp(text + sign, "Infinity", 8) == 0) {
        return text[0] == '-' ? -INFINITY : INFINITY;
    }
    return NAN;
}

/* An array goes by its text: [] is "", [x] is the text of x, and more have a comma in it. */
static double array_number(const struct fw_array *array)
{
    if (array->count != 1) {
        return array->count == 0 ? 0 : NAN;
    }
    struct fw_value item = array->items[0];
    if (fw_is_nil(item)) {
        return 0;
    }
    return item.kind == FW_BOOLEAN || item.kind == FW_TIME ? NAN : fw_to_number(item);
}

double fw_to_number(struct fw_value value)
{
    switch (value.kind) {
    case FW_NULL:
        return 0;
    case FW_BOOLEAN:
        return value.boolean ? 1 : 0;
    case FW_NUMBER:
    case FW_TIME:
        return value.number;
    case FW_STRING:
        return text_number(value.string->text, value.string->length);
    case FW_ARRAY:
        return array_number(value.array);
    case FW_UNDEFINED:
    case FW_OBJECT:
    case FW_REGEXP:
        return NAN;
    }
    return NAN;
}

struct civil {
    long long year;
    int month, day; /* from 1 */
};

/* The proleptic Gregorian date of a day since 1970-01-01: Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms", civil_from_days. */
static struct civil civil_date(long long days)
{
    days += 719468; /* from 0000-03-01, so that a leap day ends its year */
    long long era = (days >= 0 ? days : days - 146096) / 146097;
    long long day_of_era = days - era * 146097;
    long long year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    long long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int from_march = (int)((5 * day_of_year + 2) / 153);
    struct civil civil = { .year = year_of_era + era * 400,
                           .month = from_march < 10 ? from_march + 3 : from_march - 9,
                           .day = (int)(day_of_year - (153 * from_march + 2) / 5 + 1) };
    civil.year += civil.month <= 2;
    return civil;
}

static void put_time(struct fw_bytes *out, double time_ms)
{
    const double largest = 8.64e15; /* of a JavaScript Date */
    if (!(fabs(time_ms) <= largest)) {
        fw_bytes_puts(out, "Invalid Date");
        return;
    }
    long long ms = (long long)time_ms;
    long long days = (ms >= 0 ? ms : ms - 86399999) / 86400000;
    int in_day = (int)(ms - days * 86400000);
    struct civil date = civil_date(days);
    if (date.year >= 0 && date.year <= 9999) {
        fw_bytes_printf(out, "%04lld", date.year);
    } else {
        fw_bytes_printf(out, "%c%06lld", date.year < 0 ? '-' : '+',
                        date.year < 0 ? -date.year : date.year);
    }
    fw_bytes_printf(out, "-%02d-%02dT%02d:%02d:%02d.%03dZ", date.month, date.day, in_day / 3600000,
                    in_day / 60000 % 60, in_day / 1000 % 60, in_day % 1000);
}

static void put_text(struct fw_bytes *out, struct fw_value value)
{
    char number[FW_DECIMAL_ROOM];
    switch (value.kind) {
    case FW_UNDEFINED:
        fw_bytes_puts(out, "undefined");
        break;
    case FW_NULL:
        fw_bytes_puts(out, "null");
        break;
    case FW_BOOLEAN:
        fw_bytes_puts(out, value.boolean ? "true" : "false");
        break;
    case FW_NUMBER:
        fw_bytes_append(out, number, fw_decimal_text(value.number, number));
        break;
    case FW_TIME:
        put_time(out, value.number);
        break;
    case FW_STRING:
        fw_bytes_append(out, value.string->text, value.string->length);
        break;
    case FW_ARRAY:
        for (size_t i = 0; i < value.array->count; i++) {
            if (i > 0) {
                fw_bytes_put(out, ',');
            }
            if (!fw_is_nil(value.array->items[i])) {
                put_text(out, value.array->items[i]);
            }
        }
        break;
    case FW_OBJECT:
    case FW_REGEXP:
        fw_bytes_puts(out, "[object Object]");
        break;
    }
}

fw_str fw_to_string(struct fw_strings *strings, struct fw_value value)
{
    if (value.kind == FW_STRING) {
        return value.string;
    }
    if (value.kind == FW_NUMBER) {
        char number[FW_DECIMAL_ROOM];
        return fw_intern(strings, number, fw_decimal_text(value.number, number));
    }
    struct fw_bytes out = { 0 };
    put_text(&out, value);
    fw_str string = fw_intern(strings, out.data, out.length);
    fw_bytes_finish(&out);
    return string;
}

bool fw_equal(struct fw_value a, struct fw_value b)
{
    if (a.kind != b.kind) {
        return false;
    }
    switch (a.kind) {
    case FW_UNDEFINED:
    case FW_NULL:
        return true;
    case FW_BOOLEAN:
        return a.boolean == b.boolean;
    case FW_NUMBER:
    case FW_TIME:
        return a.number == b.number;
    case FW_STRING:
        return a.string == b.string;
    case FW_ARRAY:
        if (a.array->count != b.array->count) {
            return false;
        }
        for (size_t i = 0; i < a.array->count; i++) {
            if (!fw_equal(a.array->items[i], b.array->items[i])) {
                return false;
            }
        }
        return true;
    case FW_OBJECT:
        return a.object == b.object;
    case FW_REGEXP:
        return a.regexp == b.regexp;
    }
    return false;
}

/* The groups of fw_compare, in their order. */
enum rank { RANK_NUMBER, RANK_STRING, RANK_ARRAY, RANK_OBJECT, RANK_NIL };

static enum rank rank_of(struct fw_value value)
{
    switch (value.kind) {
    case FW_BOOLEAN:
        return RANK_NUMBER;
    case FW_NUMBER:
    case FW_TIME:
        return isnan(value.number) ? RANK_NIL : RANK_NUMBER;
    case FW_STRING:
        return RANK_STRING;
    case FW_ARRAY:
        return RANK_ARRAY;
    case FW_OBJECT:
    case FW_REGEXP:
        return RANK_OBJECT;
    case FW_UNDEFINED:
    case FW_NULL:
        break;
    }
    return RANK_NIL;
}

static int compare_numbers(double a, double b)
{
    return (a > b) - (a < b);
}

static int compare_arrays(const struct fw_array *a, const struct fw_array *b)
{
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        int order = fw_compare(a->items[i], b->items[i]);
        if (order != 0) {
            return order;
        }
    }
    return (a->count > b->count) - (a->count < b->count);
}

int fw_compare(struct fw_value a, struct fw_value b)
{
    enum rank rank = rank_of(a), other = rank_of(b);
    if (rank != other) {
        return rank < other ? -1 : 1;
    }
    switch (rank) {
    case RANK_NUMBER:
        return compare_numbers(fw_to_number(a), fw_to_number(b));
    case RANK_STRING:
        return a.string == b.string ? 0
                                    : fw_utf8_compare16(a.string->text, a.string->length,
                                                        b.string->text, b.string->length);
    case RANK_ARRAY:
        return compare_arrays(a.array, b.array);
    case RANK_OBJECT:
    case RANK_NIL:
        break;
    }
    return 0;
}

static uint64_t hash_number(double number)
{
    uint64_t bits;
    number = number == 0 ? 0 : number; /* -0 equals 0 */
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

uint32_t fw_value_hash(struct fw_value value)
{
    uint64_t hash = 0;
    switch (value.kind) {
    case FW_UNDEFINED:
    case FW_NULL:
    case FW_OBJECT: /* by identity: an address would differ between runs */
    case FW_REGEXP:
        break;
    case FW_BOOLEAN:
        hash = value.boolean;
        break;
    case FW_NUMBER:
    case FW_TIME:
        hash = hash_number(value.number);
        break;
    case FW_STRING:
        return value.string->hash;
    case FW_ARRAY:
        for (size_t i = 0; i < value.array->count; i++) {
            hash = fw_hash_mix(hash + fw_value_hash(value.array->items[i]) + 1);
        }
        break;
    }
    return (uint32_t)fw_hash_mix(hash ^ ((uint64_t)value.kind << 56));
}
