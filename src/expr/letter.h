/* Upper and lower case of letters, as Unicode's default mappings have them. */
#ifndef FW_EXPR_LETTER_H
#define FW_EXPR_LETTER_H

#include "base/bytes.h"
#include "base/value.h"

/**
 * Appends `text` in upper or lower case, without regard to language; sharp s becomes "SS", a
 * capital sigma at the end of a word the final sigma. Method: Unicode's UnicodeData and
 * SpecialCasing.
 */
void fw_letter_upper(fw_str text, struct fw_bytes *out);
void fw_letter_lower(fw_str text, struct fw_bytes *out);

#endif
