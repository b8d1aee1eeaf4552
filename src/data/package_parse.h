/* How the columns of a described file are read where the spec says nothing of them. */
#ifndef FW_DATA_PACKAGE_PARSE_H
#define FW_DATA_PACKAGE_PARSE_H

#include "data/format.h"

/**
 * The conversions that the reader does at once: format->parses with those that the schema of
 * read->resource implies put behind them. format.parse wins for the fields that it names, and
 * "parse": null or "auto" as a whole. What the spec that `json` is uses as text stays text, see
 * data/usage.h; times are left to that use, but where the schema gives a pattern they are read by
 * it.
 */
void fw_package_parses(struct fw_read *read, const struct fw_json *json,
                       struct fw_data_format *format);

/**
 * `table` with the other columns that the schema types, made of texts by its own rules: booleans by
 * its words for true and false, numbers among missing values; these and empty cells are null. Texts
 * and dates stay as they are.
 */
const struct fw_table *fw_package_convert(const struct fw_read *read, const struct fw_json *json,
                                          const struct fw_table *table);

#endif
