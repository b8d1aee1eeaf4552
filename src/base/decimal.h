/* Numbers to and from text, the same in every locale. */
#ifndef FW_BASE_DECIMAL_H
#define FW_BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>

/** Room for any text of fw_decimal_text and fw_decimal_digits with its NUL. */
enum { FW_DECIMAL_ROOM = 32 };

/**
 * The shortest text that reads back as `number`, in JavaScript's notation ("0.1", "1e+21", "NaN",
 * "-Infinity"; -0 is "0"). Returns its length.
 */
size_t fw_decimal_text(double number, char text[FW_DECIMAL_ROOM]);

/**
 * The digits of |number|, correctly rounded to `count` significant ones (1 to 21), or the shortest
 * that read back when `count` is 0, without trailing zeros in that case. `exponent` is that of the
 * first digit: 123 gives "123" and 2. `number` is finite. Returns the number of digits (for 0: 1).
 */
size_t fw_decimal_digits(double number, int count, char digits[FW_DECIMAL_ROOM], int *exponent);

/**
 * The number that starts at `text`, read up to `end`: sign, digits, point, exponent; correctly
 * rounded. `after` gets the first byte that is not part of it. False, with `number` unchanged, when
 * there is none. No white space, hexadecimal, "inf" or "nan".
 */
bool fw_decimal_parse(const char *text, const char *end, double *number, const char **after);

#endif
