/*
 * Numbers to and from text, the same in every locale.
 *
 * The C library does the hard cases, and it does them exactly, but its decimal point is the
 * locale's. So it is only given and asked for what has none: strtod reads "12345e-3", and from what
 * snprintf writes for "%e" everything but the digits and the exponent is thrown away.
 */
#include "base/decimal.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An exact double has at most 767 significant digits, and any that matters for rounding to the
 * nearest one are among the first 768. */
enum { EXACT_DIGITS = 768, ROUGH_DIGITS = 40 };

static const double powers_of_ten[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                        1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                        1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

/* The first `count` digits of a finite number > 0, correctly rounded (ties to even). */
static void print_digits(double number, int count, char *digits, int *exponent)
{
    char text[EXACT_DIGITS + 16];
    snprintf(text, sizeof text, "%.*e", count - 1, number);
    const char *e = strchr(text, 'e');
    size_t length = 0;
    for (const char *c = text; c < e; c++) {
        if (*c >= '0' && *c <= '9') {
            digits[length++] = *c;
        }
    }
    digits[length] = '\0';
    *exponent = (int)strtol(e + 1, NULL, 10);
}

/* digits * 10^exponent10, correctly rounded. */
static double read_digits(const char *digits, size_t length, long exponent10)
{
    char text[EXACT_DIGITS + 32];
    memcpy(text, digits, length);
    snprintf(text + length, sizeof text - length, "e%ld", exponent10);
    return strtod(text, NULL);
}

/* Adds one to the last digit; "999" becomes "100" with the exponent one up. */
static void step_up(char *digits, size_t count, int *exponent)
{
    size_t i = count;
    while (i > 0 && digits[i - 1] == '9') {
        digits[--i] = '0';
    }
    if (i > 0) {
        digits[i - 1]++;
    } else {
        digits[0] = '1';
        (*exponent)++;
    }
}

/* What follows a cut: decides whether the digits before it are rounded up. */
enum remainder { BELOW_HALF, HALF_OR_ABOVE, UNCLEAR };

static enum remainder judge(const char *rest)
{
    size_t length = strlen(rest);
    if (length == 0 || rest[0] < '4' || rest[0] > '5') {
        return length > 0 && rest[0] > '5' ? HALF_OR_ABOVE : BELOW_HALF;
    }
    char filler =
        rest[0] == '5' ? '0' : '9'; /* 5000... and 4999... may be rounded from each other */
    if (strspn(rest + 1, (char[]){ filler, '\0' }) == length - 1) {
        return UNCLEAR;
    }
    return rest[0] == '5' ? HALF_OR_ABOVE : BELOW_HALF;
}

/* `count` digits of a number > 0; an exact tie goes up, as in JavaScript's toFixed and toPrecision.
 */
static void rounded_digits(double number, int count, char digits[FW_DECIMAL_ROOM], int *exponent)
{
    char all[EXACT_DIGITS + 1];
    print_digits(number, ROUGH_DIGITS, all, exponent);
    enum remainder remainder = judge(all + count);
    if (remainder == UNCLEAR) {
        print_digits(number, EXACT_DIGITS, all, exponent);
        remainder = all[count] >= '5' ? HALF_OR_ABOVE : BELOW_HALF;
    }
    memcpy(digits, all, (size_t)count);
    digits[count] = '\0';
    if (remainder == HALF_OR_ABOVE) {
        step_up(digits, (size_t)count, exponent);
    }
}

static bool reads_back(double number, const char *digits, int count, int exponent)
{
    return read_digits(digits, (size_t)count, (long)exponent - count + 1) == number;
}

/* Whether the double below `number` is nearer than the one above: it is a power of two. */
static bool is_lopsided(double number)
{
    int exponent;
    return frexp(number, &exponent) == 0.5;
}

/*
 * The shortest digits that read back. 15 always hold a decimal of so many digits, so a normal
 * number needs 15 (less the zeros at their end), 16 or 17; a subnormal may need fewer. At a power
 * of two the nearest decimal may fall below the narrow side while the next one up is still inside.
 */
static void shortest_digits(double number, char digits[FW_DECIMAL_ROOM], int *exponent)
{
    for (int count = number < DBL_MIN ? 1 : DBL_DIG; count <= DBL_DECIMAL_DIG; count++) {
        print_digits(number, count, digits, exponent);
        if (reads_back(number, digits, count, *exponent)) {
            return;
        }
        if (is_lopsided(number)) {
            step_up(digits, (size_t)count, exponent);
            if (reads_back(number, digits, count, *exponent)) {
                return;
            }
        }
    }
}

/* Writes an integer's digits; returns how many. */
static size_t integer_digits(uint64_t integer, char digits[FW_DECIMAL_ROOM])
{
    char reversed[FW_DECIMAL_ROOM];
    size_t count = 0;
    do {
        reversed[count++] = (char)('0' + integer % 10);
        integer /= 10;
    } while (integer > 0);
    for (size_t i = 0; i < count; i++) {
        digits[i] = reversed[count - 1 - i];
    }
    digits[count] = '\0';
    return count;
}

/* The common case: at most 15 digits with at most 6 behind the point, found by exact arithmetic. */
static bool short_digits(double number, char digits[FW_DECIMAL_ROOM], int *exponent)
{
    for (int places = 0; places <= 6; places++) {
        double scaled = number * powers_of_ten[places];
        if (scaled >= 1e15) {
            return false;
        }
        if (scaled == floor(scaled) && scaled / powers_of_ten[places] == number) {
            *exponent = (int)integer_digits((uint64_t)scaled, digits) - 1 - places;
            return true;
        }
    }
    return false;
}

size_t fw_decimal_digits(double number, int count, char digits[FW_DECIMAL_ROOM], int *exponent)
{
    number = fabs(number);
    if (number == 0) {
        *exponent = 0;
        count = count < 1 ? 1 : count > 21 ? 21 : count;
        memset(digits, '0', (size_t)count);
        digits[count] = '\0';
        return (size_t)count;
    }
    if (count > 0) {
        count = count > 21 ? 21 : count;
        rounded_digits(number, count, digits, exponent);
        return (size_t)count;
    }
    if (!short_digits(number, digits, exponent)) {
        shortest_digits(number, digits, exponent);
    }
    size_t length = strlen(digits);
    while (length > 1 && digits[length - 1] == '0') {
        digits[--length] = '\0';
    }
    return length;
}

/* Number::toString of ECMA-262, section 6.1.6.1.20: k digits, the point behind the n-th. */
static size_t place_digits(const char *digits, int k, int n, char *out)
{
    char *at = out;
    if (n > 21 || n <= -6) {
        *at++ = digits[0];
        if (k > 1) {
            *at++ = '.';
            memcpy(at, digits + 1, (size_t)k - 1);
            at += k - 1;
        }
        return (size_t)(at - out) + (size_t)snprintf(at, 8, "e%+d", n - 1);
    }
    if (n <= 0) {
        memcpy(at, "0.00000", 2 + (size_t)-n);
        at += 2 - n;
    }
    for (int i = 0; i < (k > n ? k : n); i++) {
        if (i == n && n > 0) {
            *at++ = '.';
        }
        *at++ = i < k ? digits[i] : '0';
    }
    *at = '\0';
    return (size_t)(at - out);
}

size_t fw_decimal_text(double number, char text[FW_DECIMAL_ROOM])
{
    if (!isfinite(number)) {
        const char *name = isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        size_t length = strlen(name);
        memcpy(text, name, length + 1);
        return length;
    }
    char digits[FW_DECIMAL_ROOM];
    int exponent;
    size_t count = fw_decimal_digits(number, 0, digits, &exponent);
    size_t sign = number < 0 ? 1 : 0;
    text[0] = '-';
    return sign + place_digits(digits, (int)count, exponent + 1, text + sign);
}

/* A decimal as it is read: up to 19 digits in `mantissa`, and all that matter in the text. */
struct scan {
    uint64_t mantissa;
    size_t digits;  /* significant ones: those behind the zeros in front */
    long exponent;  /* of the last digit that is in the mantissa */
    bool any;       /* some digit was there */
    bool truncated; /* a digit that is not 0 did not fit into the mantissa */
};

/* Reads a run of digits; those behind the point count the exponent down. */
static const char *scan_digits(const char *at, const char *end, bool fraction, struct scan *scan)
{
    enum { MANTISSA_DIGITS = 19 };
    for (; at < end && *at >= '0' && *at <= '9'; at++) {
        unsigned digit = (unsigned)(*at - '0');
        scan->any = true;
        if (scan->digits < MANTISSA_DIGITS) {
            scan->mantissa = scan->mantissa * 10 + digit;
            scan->digits += scan->mantissa > 0;
            scan->exponent -= fraction;
        } else {
            scan->truncated |= digit != 0;
            scan->exponent += !fraction;
        }
    }
    return at;
}

/* Reads "e5", "E-12"; leaves `at` where it is when there is no exponent. */
static const char *scan_exponent(const char *at, const char *end, long *exponent)
{
    enum { ENOUGH = 100000000 }; /* beyond this every number is 0 or infinite */
    if (at == end || (*at != 'e' && *at != 'E')) {
        return at;
    }
    const char *digit = at + 1;
    bool negative = digit < end && *digit == '-';
    digit += digit < end && (*digit == '-' || *digit == '+');
    if (digit == end || *digit < '0' || *digit > '9') {
        return at;
    }
    long value = 0;
    for (; digit < end && *digit >= '0' && *digit <= '9'; digit++) {
        value = value < ENOUGH ? value * 10 + (*digit - '0') : value;
    }
    *exponent += negative ? -value : value;
    return digit;
}

/* All digits of a long decimal that can matter; one '1' at the end stands for the rest. */
static double read_long(const char *text, const char *end, long exponent)
{
    char digits[EXACT_DIGITS + 1];
    size_t count = 0;
    bool rest = false, fraction = false;
    long scale = 0;
    for (; text < end && *text != 'e' && *text != 'E'; text++) {
        if (*text == '.') {
            fraction = true;
        } else if (count == 0 && *text == '0') {
            scale -= fraction;
        } else if (count < EXACT_DIGITS) {
            digits[count++] = *text;
            scale -= fraction;
        } else {
            rest |= *text != '0';
            scale += !fraction;
        }
    }
    if (rest) {
        digits[count++] = '1';
        scale--;
    }
    return read_digits(digits, count, scale + exponent);
}

/*
 * mantissa * 10^exponent where one operation on exact doubles gives it (William D. Clinger, "How to
 * read floating point numbers accurately", 1990).
 */
static bool read_short(uint64_t mantissa, long exponent, double *number)
{
    if (mantissa > (uint64_t)1 << 53 || exponent < -22 || exponent > 22) {
        return false;
    }
    double exact = (double)mantissa;
    *number = exponent < 0 ? exact / powers_of_ten[-exponent] : exact * powers_of_ten[exponent];
    return true;
}

#if LDBL_MANT_DIG == 64
/*
 * The same with the 64-bit mantissa of x87: one operation on exact numbers, rounded to 64 bits.
 * Rounding that again to 53 bits is right unless it lies at the middle of two doubles, give or take
 * the last bit.
 */
static bool read_extended(uint64_t mantissa, long exponent, double *number)
{
    static const long double powers[] = { 1e0L,  1e1L,  1e2L,  1e3L,  1e4L,  1e5L,  1e6L,
                                          1e7L,  1e8L,  1e9L,  1e10L, 1e11L, 1e12L, 1e13L,
                                          1e14L, 1e15L, 1e16L, 1e17L, 1e18L, 1e19L, 1e20L,
                                          1e21L, 1e22L, 1e23L, 1e24L, 1e25L, 1e26L, 1e27L };
    if (exponent < -27 || exponent > 27) {
        return false;
    }
    long double exact = (long double)mantissa;
    exact = exponent < 0 ? exact / powers[-exponent] : exact * powers[exponent];
    uint64_t bits;
    memcpy(&bits, &exact, sizeof bits); /* the mantissa comes first */
    uint64_t tail = bits & 0x7FF;
    *number = (double)exact;
    return tail < 0x3FF || tail > 0x401;
}
#else
static bool read_extended(uint64_t mantissa, long exponent, double *number)
{
    (void)mantissa, (void)exponent, (void)number;
    return false;
}
#endif

bool fw_decimal_parse(const char *text, const char *end, double *number, const char **after)
{
    const char *at = text;
    bool negative = at < end && *at == '-';
    at += at < end && (*at == '-' || *at == '+');
    const char *first = at;
    struct scan scan = { 0 };
    at = scan_digits(at, end, false, &scan);
    if (at < end && *at == '.') {
        const char *behind = scan_digits(at + 1, end, true, &scan);
        at = scan.any ? behind : at;
    }
    if (!scan.any) {
        return false;
    }
    const char *mantissa_end = at;
    long written = 0;
    at = scan_exponent(at, end, &written);
    double value = 0;
    long exponent = scan.exponent + written;
    if (scan.mantissa != 0 &&
        (scan.truncated || !(read_short(scan.mantissa, exponent, &value) ||
                             read_extended(scan.mantissa, exponent, &value)))) {
        value = read_long(first, mantissa_end, written);
    }
    *number = negative ? -value : value;
    *after = at;
    return true;
}
