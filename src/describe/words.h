/* Numbers, lists and phrases as descriptions write them. */
#ifndef FW_DESCRIBE_WORDS_H
#define FW_DESCRIBE_WORDS_H

#include "base/bytes.h"
#include "describe/gist.h"

/** A value of the measure: "48.5%", "1,145", as its label words it where it has one. */
void fw_word_number(const struct fw_gist *gist, double value, struct fw_bytes *out);
void fw_word_value(const struct fw_gist *gist, const struct fw_item *item, struct fw_bytes *out);

/** " of percent of victims by age group, by sex": what the form is of; parts without a name are
 * left out. */
void fw_word_subject(const struct fw_gist *gist, struct fw_bytes *out);

/** A title in the middle of a sentence: its first letter small, unless the word has other capitals.
 */
void fw_word_title(const char *title, struct fw_bytes *out);

/** "Under 10 14%", "Level 1 (75%)", "2014: 100 (base)". */
enum fw_item_style { FW_ITEM_SPACED, FW_ITEM_BRACKETS, FW_ITEM_COLON };

/**
 * An item by its category or series. The name is left out where nothing in the picture shows it and
 * the item's own label has words.
 */
void fw_word_item(const struct fw_gist *gist, bool by_series, const struct fw_item *item,
                  enum fw_item_style style, struct fw_bytes *out);

#endif
