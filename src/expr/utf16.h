/* Positions in a text as JavaScript counts them: in UTF-16 code units. */
#ifndef FW_EXPR_UTF16_H
#define FW_EXPR_UTF16_H

#include "base/value.h"

/** The length of a text in code units. */
size_t fw_utf16_length(fw_str text);

/**
 * The byte offset of the code unit `unit`, or text->length beyond the end. The second unit of a
 * pair has the offset of the first, with `*half` set (may be NULL).
 */
size_t fw_utf16_offset(fw_str text, size_t unit, bool *half);

/** The code unit that the byte `offset`, the start of a character, stands at. */
size_t fw_utf16_unit(fw_str text, size_t offset);

/**
 * The code units from `begin` to before `end`, clamped to the text. Half of a pair, which UTF-8
 * cannot hold, becomes U+FFFD.
 */
fw_str fw_utf16_slice(struct fw_strings *strings, fw_str text, size_t begin, size_t end);

/** The byte where `part` stands in `text`, from byte `from` on; text->length + 1 when nowhere. */
size_t fw_text_find(fw_str text, fw_str part, size_t from);

/** What finding a part in a text costs at worst, to be taken off a budget of items. */
double fw_text_find_work(fw_str text, fw_str part);

#endif
