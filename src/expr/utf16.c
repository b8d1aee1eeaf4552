/* Positions in a text as JavaScript counts them: in UTF-16 code units. */
#include "expr/utf16.h"

#include <string.h>

#include "base/bytes.h"
#include "base/utf8.h"

size_t fw_utf16_length(fw_str text)
{
    return fw_utf8_count16(text->text, text->length);
}

size_t fw_utf16_offset(fw_str text, size_t unit, bool *half)
{
    const char *at = text->text, *end = text->text + text->length;
    if (half != NULL) {
        *half = false;
    }
    while (at < end && unit > 0) {
        const char *next;
        size_t units = fw_utf8_next(at, end, &next) > 0xFFFF ? 2 : 1;
        if (units > unit) {
            if (half != NULL) {
                *half = true;
            }
            break;
        }
        unit -= units;
        at = next;
    }
    return (size_t)(at - text->text);
}

size_t fw_utf16_unit(fw_str text, size_t offset)
{
    return fw_utf8_count16(text->text, offset);
}

fw_str fw_utf16_slice(struct fw_strings *strings, fw_str text, size_t begin, size_t end)
{
    static const char replacement[] = "\xEF\xBF\xBD";
    if (begin >= end) {
        return fw_intern(strings, "", 0);
    }
    bool cut_begin, cut_end;
    size_t from = fw_utf16_offset(text, begin, &cut_begin);
    size_t to = fw_utf16_offset(text, end, &cut_end);
    if (!cut_begin && !cut_end) {
        return fw_intern(strings, text->text + from, to - from);
    }
    struct fw_bytes out = { 0 };
    if (cut_begin) {
        fw_bytes_puts(&out, replacement);
        from += 4; /* a pair is four bytes of UTF-8 */
    }
    if (from < to) {
        fw_bytes_append(&out, text->text + from, to - from);
    }
    if (cut_end) {
        fw_bytes_puts(&out, replacement);
    }
    fw_str slice = fw_intern(strings, out.data, out.length);
    fw_bytes_finish(&out);
    return slice;
}

size_t fw_text_find(fw_str text, fw_str part, size_t from)
{
    for (size_t i = from; i + part->length <= text->length; i++) {
        if (memcmp(text->text + i, part->text, part->length) == 0) {
            return i;
        }
    }
    return (size_t)text->length + 1;
}

double fw_text_find_work(fw_str text, fw_str part)
{
    return (double)text->length * (double)part->length / 4096;
}
