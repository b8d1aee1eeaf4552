/* Types of raw values: Vega's inference, and its conversions of a column ("parse"). */
#include "data/infer.h"

#include <math.h>
#include <string.h>

bool fw_parse_read(struct fw_arena *arena, const char *text, struct fw_parse *parse)
{
    static const struct {
        const char *name;
        enum fw_parse_kind kind;
    } words[] = {
        { "number", FW_PARSE_NUMBER },   { "integer", FW_PARSE_NUMBER },
        { "boolean", FW_PARSE_BOOLEAN }, { "string", FW_PARSE_STRING },
        { "date", FW_PARSE_DATE },       { "flatten", FW_PARSE_FLATTEN },
    };
    for (size_t i = 0; i < FW_COUNT(words); i++) {
        if (strcmp(text, words[i].name) == 0) {
            parse->kind = words[i].kind;
            return true;
        }
    }
    bool utc = strncmp(text, "utc:", 4) == 0;
    if (!utc && strncmp(text, "date:", 5) != 0) {
        return false;
    }
    const char *specifier = strchr(text, ':') + 1;
    size_t length = strlen(specifier);
    if (length >= 2 && (*specifier == '\'' || *specifier == '"') &&
        specifier[length - 1] == *specifier) {
        specifier++;
        length -= 2;
    }
    parse->kind = utc ? FW_PARSE_UTC : FW_PARSE_LOCAL;
    parse->specifier = fw_arena_text(arena, specifier, length);
    return length > 0;
}

/** Vega's conversions turn these into null before they look further. */
static bool is_blank(struct fw_value value)
{
    return fw_is_nil(value) || (value.kind == FW_STRING && value.string->length == 0);
}

static struct fw_value to_boolean(struct fw_value value)
{
    if (value.kind == FW_STRING &&
        (fw_str_is(value.string, "false") || fw_str_is(value.string, "0"))) {
        return fw_boolean(false);
    }
    return fw_boolean(fw_to_boolean(value));
}

static struct fw_value to_date(const struct fw_parser *parser, struct fw_value value)
{
    if (value.kind == FW_NUMBER || value.kind == FW_TIME) {
        return value;
    }
    fw_str text = fw_to_string(parser->strings, value);
    return fw_number(fw_date_parse(text->text, text->length, parser->zone));
}

static struct fw_value to_date_by(const struct fw_parser *parser, struct fw_value value,
                                  const struct fw_parse *parse)
{
    fw_str text = fw_to_string(parser->strings, value);
    const struct fw_zone *zone = parse->kind == FW_PARSE_UTC ? NULL : parser->zone;
    double time_ms =
        fw_time_parse(parse->specifier, parser->locale, zone, text->text, text->length);
    return isnan(time_ms) ? fw_null() : fw_time(time_ms);
}

static struct fw_value convert(const struct fw_parser *parser, struct fw_value value,
                               const struct fw_parse *parse)
{
    if (parse->kind == FW_PARSE_FLATTEN) {
        return value;
    }
    if (is_blank(value)) {
        return fw_null();
    }
    switch (parse->kind) {
    case FW_PARSE_NUMBER:
        return fw_number(fw_to_number(value));
    case FW_PARSE_BOOLEAN:
        return to_boolean(value);
    case FW_PARSE_STRING:
        return fw_string(fw_to_string(parser->strings, value));
    case FW_PARSE_DATE:
        return to_date(parser, value);
    case FW_PARSE_LOCAL:
    case FW_PARSE_UTC:
        return to_date_by(parser, value, parse);
    case FW_PARSE_FLATTEN:
        break;
    }
    return value;
}

/** Whether a column has the type already, so that a conversion would change no cell. */
static bool is_parsed(const struct fw_column *column, enum fw_parse_kind kind)
{
    switch (kind) {
    case FW_PARSE_NUMBER:
        return column->type == FW_COLUMN_NUMBER;
    case FW_PARSE_BOOLEAN:
        return column->type == FW_COLUMN_BOOLEAN;
    case FW_PARSE_DATE:
        return column->type == FW_COLUMN_NUMBER || column->type == FW_COLUMN_TIME;
    case FW_PARSE_LOCAL:
    case FW_PARSE_UTC:
        return column->type == FW_COLUMN_TIME;
    case FW_PARSE_FLATTEN:
        return true;
    case FW_PARSE_STRING: /* "" becomes null */
        return false;
    }
    return false;
}

const struct fw_column *fw_column_parse(const struct fw_parser *parser,
                                        const struct fw_column *column, size_t rows,
                                        const struct fw_parse *parse)
{
    if (is_parsed(column, parse->kind)) {
        return column;
    }
    struct fw_value *values = FW_NEW_ARRAY(parser->arena, rows, struct fw_value);
    struct fw_value last = fw_undefined(), last_result = fw_null();
    for (size_t i = 0; i < rows; i++) {
        struct fw_value value = fw_column_value(column, i);
        bool again = value.kind == FW_STRING && last.kind == FW_STRING &&
                     value.string == last.string; /* runs of one text are common */
        if (!again) {
            last = value;
            last_result = convert(parser, value, parse);
        }
        values[i] = last_result;
    }
    return fw_column_from_values(parser->arena, column->name, values, rows);
}

const struct fw_table *fw_table_parse(const struct fw_parser *parser, const struct fw_table *table,
                                      const struct fw_parse *parses, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct fw_column *column =
            fw_table_field(parser->arena, parser->strings, table, parses[i].field);
        if (column != NULL) {
            column = fw_column_parse(parser, column, table->storage, &parses[i]);
            table = fw_table_with(parser->arena, table, column);
        }
    }
    return table;
}

/* ---- inference ---------------------------------------------------------------------------- */

static bool passes_boolean(struct fw_value value)
{
    return value.kind == FW_BOOLEAN ||
           (value.kind == FW_STRING &&
            (fw_str_is(value.string, "true") || fw_str_is(value.string, "false")));
}

static bool passes_number(struct fw_value value)
{
    return value.kind != FW_TIME && !isnan(fw_to_number(value));
}

static bool passes_date(const struct fw_parser *parser, struct fw_value value)
{
    if (value.kind == FW_TIME) {
        return !isnan(value.number);
    }
    fw_str text = fw_to_string(parser->strings, value);
    return !isnan(fw_date_parse(text->text, text->length, parser->zone));
}

enum fw_parse_kind fw_column_infer(const struct fw_parser *parser, const struct fw_column *column,
                                   size_t rows)
{
    bool boolean = true, number = true, date = true;
    for (size_t i = 0; i < rows && (boolean || number || date); i++) {
        struct fw_value value = fw_column_value(column, i);
        if (fw_is_nil(value) || (value.kind == FW_NUMBER && isnan(value.number))) {
            continue;
        }
        boolean = boolean && passes_boolean(value);
        number = number && passes_number(value);
        date = date && passes_date(parser, value);
    }
    return boolean  ? FW_PARSE_BOOLEAN
           : number ? FW_PARSE_NUMBER
           : date   ? FW_PARSE_DATE
                    : FW_PARSE_STRING;
}
