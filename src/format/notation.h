/* The notations that JavaScript and d3 have for one number: digits, point and exponent in ASCII. */
#ifndef FW_FORMAT_NOTATION_H
#define FW_FORMAT_NOTATION_H

#include <stdbool.h>
#include <stddef.h>

/** Room for the longest: the 1024 binary digits of the largest double. */
enum { FW_NOTATION_ROOM = 1100 };

/** A number written out; `text` ends with a NUL that `length` does not count. */
struct fw_notation {
    size_t length;
    char text[FW_NOTATION_ROOM];
};

/* In all of these `number` is >= 0, and an infinite one gives "Infinity". Halves are rounded up. */

/** JavaScript's toFixed: `precision` (0 to 20) decimals; from 1e21 on the shortest text. */
void fw_notation_fixed(double number, int precision, struct fw_notation *out);

/** JavaScript's toExponential: one digit, `precision` (0 to 20) decimals, "e+3". */
void fw_notation_exponential(double number, int precision, struct fw_notation *out);

/** JavaScript's toPrecision: `precision` (1 to 21) digits, with an exponent where that is shorter.
 */
void fw_notation_precision(double number, int precision, struct fw_notation *out);

/** d3's type r: `precision` (1 to 21) significant digits, never an exponent. */
void fw_notation_rounded(double number, int precision, struct fw_notation *out);

/** The nearest whole number in base 10 (d3's type d), all digits written; in base 2, 8 or 16. */
void fw_notation_decimal(double number, struct fw_notation *out);
void fw_notation_radix(double number, int radix, bool upper, struct fw_notation *out);

/**
 * `number` over the power of 1000 that suits it, with `precision` (1 to 21) significant digits:
 * d3's type s. `*thousands` gets that power, from `least` to `most`; 0 for 0 and infinity.
 */
void fw_notation_prefixed(double number, int precision, int least, int most,
                          struct fw_notation *out, int *thousands);

/** Drops the zeros that end the decimals of a notation, and the point with the last of them (d3's
 * ~). */
void fw_notation_trim(struct fw_notation *notation);

/** The exponent of the first digit of |number| (0.05: -2), or NaN for 0 and what is not finite. */
double fw_notation_exponent(double number);

#endif
