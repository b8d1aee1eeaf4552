/* Numbers in the notations of JavaScript and d3, from correctly rounded digits. */
#include "format/notation.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"

enum { MOST_DIGITS = 21 }; /* of fw_decimal_digits */

struct digits {
    int count, exponent; /* of the first digit */
    char text[FW_DECIMAL_ROOM];
};

/* `count` significant digits of a number, or the shortest that read back when it is 0. */
static struct digits digits_of(double number, int count)
{
    struct digits digits;
    digits.count = (int)fw_decimal_digits(number, count, digits.text, &digits.exponent);
    return digits;
}

static void put(struct fw_notation *out, char byte)
{
    if (out->length + 1 < FW_NOTATION_ROOM) {
        out->text[out->length++] = byte;
        out->text[out->length] = '\0';
    }
}

static void put_text(struct fw_notation *out, const char *text, int length)
{
    for (int i = 0; i < length; i++) {
        put(out, text[i]);
    }
}

static void put_zeros(struct fw_notation *out, int count)
{
    for (int i = 0; i < count; i++) {
        put(out, '0');
    }
}

/* JavaScript's Math.round of a number >= 0. */
static double nearest_whole(double number)
{
    double whole = floor(number);
    return number - whole >= 0.5 ? whole + 1 : whole;
}

static void clear(struct fw_notation *out)
{
    out->length = 0;
    out->text[0] = '\0';
}

static void put_shortest(struct fw_notation *out, double number)
{
    char text[FW_DECIMAL_ROOM];
    put_text(out, text, (int)fw_decimal_text(number, text));
}

/* Digits with the point behind the digit of exponent 0, filled up with zeros on either side. */
static void put_plain(struct fw_notation *out, const struct digits *digits)
{
    int whole = digits->exponent + 1; /* digits before the point */
    if (whole <= 0) {
        put_text(out, "0.", 2);
        put_zeros(out, -whole);
        put_text(out, digits->text, digits->count);
    } else if (digits->count > whole) {
        put_text(out, digits->text, whole);
        put(out, '.');
        put_text(out, digits->text + whole, digits->count - whole);
    } else {
        put_text(out, digits->text, digits->count);
        put_zeros(out, whole - digits->count);
    }
}

static void put_exponential(struct fw_notation *out, const struct digits *digits)
{
    char text[FW_DECIMAL_ROOM];
    put(out, digits->text[0]);
    if (digits->count > 1) {
        put(out, '.');
        put_text(out, digits->text + 1, digits->count - 1);
    }
    put(out, 'e');
    put(out, digits->exponent < 0 ? '-' : '+');
    put_text(out, text, (int)fw_decimal_text(abs(digits->exponent), text));
}

/*
 * The decimals of 0 <= fraction < 1 in text[0..precision), halves up; true when they went over
 * to 1. The fraction of a double has few enough digits after its leading zeros for 20 decimals to
 * be exact.
 */
static bool fraction_digits(double fraction, int precision, char *text)
{
    memset(text, '0', (size_t)precision + 1);
    if (fraction == 0) {
        return false;
    }
    struct digits first = digits_of(fraction, MOST_DIGITS);
    int count = precision + first.exponent + 1; /* significant ones among the decimals */
    if (count < 0 || (count == 0 && first.text[0] < '5')) {
        return false;
    }
    if (count == 0) {
        text[precision == 0 ? 0 : precision - 1] = '1';
        return precision == 0;
    }
    struct digits rounded = digits_of(fraction, count);
    int at = precision - count;
    if (rounded.exponent > first.exponent) {
        at--; /* 0.0999 became 0.100: one digit more to the left */
    }
    if (at < 0) {
        return true;
    }
    memcpy(text + at, rounded.text, (size_t)rounded.count);
    return false;
}

void fw_notation_fixed(double number, int precision, struct fw_notation *out)
{
    char decimals[MOST_DIGITS + 2];
    clear(out);
    if (number >= 1e21) {
        put_shortest(out, number);
        return;
    }
    double whole = floor(number);
    if (fraction_digits(number - whole, precision, decimals)) {
        whole += 1;
        memset(decimals, '0', (size_t)precision);
    }
    struct digits digits = digits_of(whole, whole < 1e15 ? 0 : MOST_DIGITS);
    digits.count = digits.count > digits.exponent + 1 ? digits.exponent + 1 : digits.count;
    put_plain(out, &digits);
    if (precision > 0) {
        put(out, '.');
        put_text(out, decimals, precision);
    }
}

/* Digits of a number that may be 0: d3 and JavaScript write all of them. */
static struct digits digits_or_zeros(double number, int count)
{
    if (number == 0) {
        struct digits zeros = { .count = count, .exponent = 0 };
        memset(zeros.text, '0', (size_t)count);
        return zeros;
    }
    return digits_of(number, count);
}

void fw_notation_exponential(double number, int precision, struct fw_notation *out)
{
    clear(out);
    if (isinf(number)) {
        put_shortest(out, number);
        return;
    }
    struct digits digits = digits_or_zeros(number, precision + 1);
    put_exponential(out, &digits);
}

void fw_notation_precision(double number, int precision, struct fw_notation *out)
{
    clear(out);
    if (isinf(number)) {
        put_shortest(out, number);
        return;
    }
    struct digits digits = digits_or_zeros(number, precision);
    if (digits.exponent < -6 || digits.exponent >= precision) {
        put_exponential(out, &digits);
    } else {
        put_plain(out, &digits);
    }
}

void fw_notation_rounded(double number, int precision, struct fw_notation *out)
{
    clear(out);
    if (number == 0 || isinf(number)) {
        put_shortest(out, number);
        return;
    }
    struct digits digits = digits_of(number, precision);
    put_plain(out, &digits);
}

void fw_notation_decimal(double number, struct fw_notation *out)
{
    clear(out);
    if (isinf(number)) {
        put_text(out, "\xe2\x88\x9e", 3); /* d3 has it from toLocaleString: U+221E */
        return;
    }
    number = nearest_whole(number);
    struct digits digits = digits_of(number, 0);
    put_plain(out, &digits);
}

void fw_notation_radix(double number, int radix, bool upper, struct fw_notation *out)
{
    const char *figures = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    clear(out);
    if (isinf(number)) {
        put_text(out, upper ? "INFINITY" : "Infinity", 8);
        return;
    }
    number = nearest_whole(number);
    do { /* exact: the radix is a power of two */
        put(out, figures[(int)fmod(number, radix)]);
        number = floor(number / radix);
    } while (number > 0);
    for (size_t i = 0, j = out->length - 1; i < j; i++, j--) {
        char byte = out->text[i];
        out->text[i] = out->text[j];
        out->text[j] = byte;
    }
}

void fw_notation_prefixed(double number, int precision, int least, int most,
                          struct fw_notation *out, int *thousands)
{
    clear(out);
    *thousands = 0;
    if (number == 0 || isinf(number)) {
        fw_notation_precision(number, precision, out);
        return;
    }
    struct digits digits = digits_of(number, precision);
    int power = (int)floor(digits.exponent / 3.0);
    power = power < least ? least : power > most ? most : power;
    *thousands = power;
    digits.exponent -= power * 3;
    if (digits.exponent < 0 && least < 0) {
        /* Less than the smallest prefix: d3 keeps decimals, not digits. */
        int kept = precision + digits.exponent;
        struct digits fewer = digits_of(number, kept < 0 ? 0 : kept);
        put_text(out, "0.", 2);
        put_zeros(out, -digits.exponent - 1);
        put_text(out, fewer.text, fewer.count);
        return;
    }
    put_plain(out, &digits);
}

void fw_notation_trim(struct fw_notation *notation)
{
    char *point = strchr(notation->text, '.');
    if (point == NULL) {
        return;
    }
    char *end = point + 1 + strspn(point + 1, "0123456789");
    char *kept = end;
    while (kept > point + 1 && kept[-1] == '0') {
        kept--;
    }
    if (kept == point + 1) {
        kept = point;
    }
    memmove(kept, end, strlen(end) + 1);
    notation->length = strlen(notation->text);
}

double fw_notation_exponent(double number)
{
    char text[FW_DECIMAL_ROOM];
    int exponent;
    if (number == 0 || !isfinite(number)) {
        return NAN;
    }
    fw_decimal_digits(number, 0, text, &exponent);
    return exponent;
}
