/* Types of raw values: Vega's inference, and its conversions of a column ("parse"). */
#ifndef FW_DATA_INFER_H
#define FW_DATA_INFER_H

#include "data/table.h"
#include "format/locale.h"
#include "format/time.h"

/** What a column is to be made of. */
enum fw_parse_kind {
    FW_PARSE_NUMBER,  /* "number": unary plus; nil and "" give null */
    FW_PARSE_BOOLEAN, /* "boolean": false for falsy values, "false" and "0"; nil and "" give null */
    FW_PARSE_STRING,  /* "string": text; nil and "" give null */
    FW_PARSE_DATE, /* "date": Date.parse, a number as in Vega: ms; numbers and dates stay as they
                    * are, no date gives NaN, nil and "" null */
    FW_PARSE_LOCAL,   /* "date:'%Y'": by a specifier, in the zone; what does not match gives null */
    FW_PARSE_UTC,     /* "utc:'%Y'": the same, in UTC */
    FW_PARSE_FLATTEN, /* a nested field as a column of its own */
};

struct fw_parse {
    const char *field; /* a field path */
    enum fw_parse_kind kind;
    const char *specifier; /* of FW_PARSE_LOCAL and FW_PARSE_UTC, quotes removed */
};

struct fw_parser {
    struct fw_arena *arena;
    struct fw_strings *strings;
    const struct fw_zone *zone;     /* NULL: UTC */
    const struct fw_locale *locale; /* NULL: en-US */
};

/** Reads "number", "date", "utc:'%d %B'", ... into kind and specifier; false when it is none of
 * them. */
bool fw_parse_read(struct fw_arena *arena, const char *text, struct fw_parse *parse);

/**
 * `table` with the columns that `parses` name converted, one after the other. A nested field gives
 * a column named by its keys joined with dots. Fields that no row has are passed over.
 */
const struct fw_table *fw_table_parse(const struct fw_parser *parser, const struct fw_table *table,
                                      const struct fw_parse *parses, size_t count);

/** One column converted; it keeps the name of `column`. */
const struct fw_column *fw_column_parse(const struct fw_parser *parser,
                                        const struct fw_column *column, size_t rows,
                                        const struct fw_parse *parse);

/**
 * Vega's type inference: the first of boolean, number and date that all values that are neither nil
 * nor NaN pass for, else string. A column without any value is boolean, as in Vega.
 */
enum fw_parse_kind fw_column_infer(const struct fw_parser *parser, const struct fw_column *column,
                                   size_t rows);

#endif
