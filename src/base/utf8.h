/* UTF-8: check, walk, count. */
#ifndef FW_BASE_UTF8_H
#define FW_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/** What stands for bytes that are no UTF-8. */
#define FW_UTF8_REPLACEMENT 0xFFFDu

/**
 * The offset of the first byte of `text` that does not belong to well-formed UTF-8 (overlong forms,
 * surrogates and code points above U+10FFFF are not), or `length` when all is well.
 */
size_t fw_utf8_check(const char *text, size_t length);

/**
 * The code point at `text`, which is before `end`; `*next` gets the byte behind it. A byte that is
 * not well-formed is FW_UTF8_REPLACEMENT and one byte long.
 */
uint32_t fw_utf8_next(const char *text, const char *end, const char **next);

/** The number of code points of `text`. */
size_t fw_utf8_count(const char *text, size_t length);

/** The number of UTF-16 code units of `text`: what JavaScript calls its length. */
size_t fw_utf8_count16(const char *text, size_t length);

/** Writes a code point (a surrogate or one too large becomes U+FFFD) and returns its 1 to 4 bytes.
 */
size_t fw_utf8_put(uint32_t code_point, char bytes[4]);

/** The order of two texts by UTF-16 code units, as JavaScript's `<` has it: < 0, 0 or > 0. */
int fw_utf8_compare16(const char *a, size_t a_length, const char *b, size_t b_length);

/** `text` without JavaScript's white space at both ends; `*length` is adjusted. */
const char *fw_utf8_trim(const char *text, size_t *length);

#endif
