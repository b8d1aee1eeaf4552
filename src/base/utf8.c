/* UTF-8: check, walk, count. */
#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

/* The length of the well-formed sequence at `text` (1 to 4), or 0. Unicode 15, table 3-7. */
static size_t sequence(const unsigned char *text, size_t room)
{
    unsigned char lead = text[0];
    if (lead < 0x80) {
        return 1;
    }
    size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || room < length) {
        return 0;
    }
    unsigned char low = 0x80, high = 0xBF; /* bounds of the second byte */
    if (lead == 0xE0) {
        low = 0xA0;
    } else if (lead == 0xED) {
        high = 0x9F;
    } else if (lead == 0xF0) {
        low = 0x90;
    } else if (lead == 0xF4) {
        high = 0x8F;
    }
    if (text[1] < low || text[1] > high) {
        return 0;
    }
    for (size_t i = 2; i < length; i++) {
        if ((text[i] & 0xC0) != 0x80) {
            return 0;
        }
    }
    return length;
}

size_t fw_utf8_check(const char *text, size_t length)
{
    size_t i = 0;
    while (i < length) {
        uint64_t word;
        while (length - i >= sizeof word) {
            memcpy(&word, text + i, sizeof word);
            if ((word & 0x8080808080808080u) != 0) {
                break;
            }
            i += sizeof word;
        }
        if (i == length) {
            break;
        }
        size_t step = sequence((const unsigned char *)text + i, length - i);
        if (step == 0) {
            return i;
        }
        i += step;
    }
    return length;
}

uint32_t fw_utf8_next(const char *text, const char *end, const char **next)
{
    const unsigned char *s = (const unsigned char *)text;
    size_t length = sequence(s, (size_t)(end - text));
    *next = text + (length == 0 ? 1 : length);
    switch (length) {
    case 1:
        return s[0];
    case 2:
        return (s[0] & 0x1Fu) << 6 | (s[1] & 0x3Fu);
    case 3:
        return (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
    case 4:
        return (s[0] & 0x07u) << 18 | (s[1] & 0x3Fu) << 12 | (s[2] & 0x3Fu) << 6 | (s[3] & 0x3Fu);
    }
    return FW_UTF8_REPLACEMENT;
}

size_t fw_utf8_count(const char *text, size_t length)
{
    size_t count = 0;
    const char *end = text + length;
    while (text < end) {
        fw_utf8_next(text, end, &text);
        count++;
    }
    return count;
}

size_t fw_utf8_count16(const char *text, size_t length)
{
    size_t count = 0;
    const char *end = text + length;
    while (text < end) {
        count += fw_utf8_next(text, end, &text) > 0xFFFF ? 2 : 1;
    }
    return count;
}

size_t fw_utf8_put(uint32_t code_point, char bytes[4])
{
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
        code_point = FW_UTF8_REPLACEMENT;
    }
    if (code_point < 0x80) {
        bytes[0] = (char)code_point;
        return 1;
    }
    size_t length = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
    for (size_t i = length - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (code_point & 0x3F));
        code_point >>= 6;
    }
    bytes[0] = (char)(leads[length] | code_point);
    return length;
}

int fw_utf8_compare16(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t shorter = a_length < b_length ? a_length : b_length;
    size_t i = 0;
    while (i < shorter && a[i] == b[i]) {
        i++;
    }
    if (i == shorter) {
        return (a_length > b_length) - (a_length < b_length);
    }
    unsigned char x = (unsigned char)a[i], y = (unsigned char)b[i];
    /* Bytes order as code units do, but for surrogate pairs (lead F0 and up), which stand before
     * U+E000 to U+FFFF (lead EE and EF). */
    if (x >= 0xEE && y >= 0xEE && (x >= 0xF0) != (y >= 0xF0)) {
        return x >= 0xF0 ? -1 : 1;
    }
    return x < y ? -1 : 1;
}

/* WhiteSpace and LineTerminator of ECMA-262, sections 12.2 and 12.3. */
static bool is_space(uint32_t c)
{
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

const char *fw_utf8_trim(const char *text, size_t *length)
{
    const char *begin = text, *end = text + *length, *next = text;
    while (begin < end && is_space(fw_utf8_next(begin, end, &next))) {
        begin = next;
    }
    while (end > begin) {
        const char *last = end - 1;
        while (last > begin && (*last & 0xC0) == 0x80) {
            last--;
        }
        if (!is_space(fw_utf8_next(last, end, &next)) || next != end) {
            break;
        }
        end = last;
    }
    *length = (size_t)(end - begin);
    return begin;
}
