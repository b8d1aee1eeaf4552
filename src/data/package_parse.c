/* How the columns of a described file are read where the spec says nothing of them. */
#include "data/package_parse.h"

#include <string.h>

#include "data/package_type.h"
#include "data/usage.h"

/** What is made of a column of a type. */
enum made_of { MADE_TEXT, MADE_NUMBER, MADE_BOOLEAN, MADE_TIME };

static enum made_of made_of(enum fw_field_type type)
{
    switch (type) {
    case FW_FIELD_NUMBER:
    case FW_FIELD_INTEGER:
        return MADE_NUMBER;
    case FW_FIELD_BOOLEAN:
        return MADE_BOOLEAN;
    case FW_FIELD_DATE:
    case FW_FIELD_TIME:
    case FW_FIELD_DATETIME:
    case FW_FIELD_YEAR:
    case FW_FIELD_YEARMONTH:
        return MADE_TIME;
    case FW_FIELD_ANY:
    case FW_FIELD_STRING:
    case FW_FIELD_DURATION:
    case FW_FIELD_GEOPOINT:
    case FW_FIELD_OBJECT:
    case FW_FIELD_ARRAY:
    case FW_FIELD_GEOJSON:
        return MADE_TEXT;
    }
    return MADE_TEXT;
}

/** Whether the spec decides alone how a field is read. */
static bool is_decided(const struct fw_data_format *format, const char *name)
{
    return format->raw || format->infer || fw_node_there(fw_node_member(format->parse, name));
}

/** Whether cells can be missing in other ways than by being empty. */
static bool has_words(const struct fw_resource *resource)
{
    for (size_t i = 0; i < resource->missing_count; i++) {
        if (resource->missing[i]->length > 0) {
            return true;
        }
    }
    return false;
}

/** Whether a name is a field path too. */
static bool is_plain(const char *name)
{
    return name[0] != '\0' && name[strcspn(name, ".[]'\"\\")] == '\0';
}

/** The conversion that the reader can do; false: none. */
static bool find_parse(const struct fw_read *read, const struct fw_json *json,
                       const struct fw_resource_field *field, struct fw_parse *parse)
{
    bool has_pattern = strchr(field->format, '%') != NULL;
    enum fw_usage usage = fw_usage_of(json, field->name);
    *parse = (struct fw_parse){ .field = field->name->text };
    if (made_of(field->type) == MADE_NUMBER && usage == FW_USAGE_ANY &&
        !has_words(read->resource)) {
        parse->kind = FW_PARSE_NUMBER;
        return true;
    }
    if (made_of(field->type) == MADE_TIME && usage == FW_USAGE_TIME && has_pattern) {
        parse->kind = FW_PARSE_LOCAL;
        parse->specifier = field->format;
        return true;
    }
    return false;
}

void fw_package_parses(struct fw_read *read, const struct fw_json *json,
                       struct fw_data_format *format)
{
    const struct fw_resource *resource = read->resource;
    size_t most = format->parse_count + resource->field_count;
    struct fw_parse *parses = FW_NEW_ARRAY(read->load->arena, most, struct fw_parse);
    size_t count = format->parse_count;
    if (count > 0) {
        memcpy(parses, format->parses, count * sizeof *parses);
    }
    for (size_t i = 0; i < resource->field_count; i++) {
        const struct fw_resource_field *field = &resource->fields[i];
        if (is_plain(field->name->text) && !is_decided(format, field->name->text)) {
            count += find_parse(read, json, field, &parses[count]);
        }
    }
    format->parses = parses;
    format->parse_count = count;
}

/* ---- by the schema's own words ------------------------------------------------------------ */

static struct fw_value convert(const struct fw_resource *resource,
                               const struct fw_resource_field *field, struct fw_value value)
{
    if (value.kind != FW_STRING) {
        return value;
    }
    for (size_t i = 0; i < resource->missing_count; i++) {
        if (resource->missing[i] == value.string) {
            return fw_null();
        }
    }
    struct fw_field_cell cell = fw_field_read(field, value.string->text, value.string->length);
    if (!cell.fits) {
        return value.string->length == 0 ? fw_null() : value;
    }
    return field->type == FW_FIELD_BOOLEAN ? fw_boolean(cell.number != 0) : fw_number(cell.number);
}

const struct fw_table *fw_package_convert(const struct fw_read *read, const struct fw_json *json,
                                          const struct fw_table *table)
{
    struct fw_arena *arena = read->load->arena;
    for (size_t c = 0; c < table->column_count; c++) {
        const struct fw_column *column = table->columns[c];
        const struct fw_resource_field *field =
            fw_resource_field(read->resource, column->name->text);
        enum made_of made = field == NULL ? MADE_TEXT : made_of(field->type);
        if (column->type != FW_COLUMN_STRING || is_decided(read->format, column->name->text) ||
            (made != MADE_NUMBER && made != MADE_BOOLEAN) ||
            fw_usage_of(json, column->name) != FW_USAGE_ANY) {
            continue;
        }
        struct fw_value *values = FW_NEW_ARRAY(arena, table->storage, struct fw_value);
        for (size_t row = 0; row < table->storage; row++) {
            values[row] = convert(read->resource, field, fw_column_value(column, row));
        }
        table = fw_table_with(arena, table,
                              fw_column_from_values(arena, column->name, values, table->storage));
    }
    return table;
}
