/* Data of a spec to tables: inline, by file, by name, or generated. */
#include "data/load.h"

#include <string.h>

#include "data/access.h"
#include "data/check.h"
#include "data/data_url.h"
#include "data/format.h"
#include "data/list.h"
#include "data/package_find.h"
#include "data/package_parse.h"
#include "data/sequence.h"
#include "json/decode.h"

#define DECLARE(name) extern const struct fw_data_reader fw_data_##name;
FW_DATA_LIST(DECLARE)
#undef DECLARE

#define ENTRY(name) &fw_data_##name,
static const struct fw_data_reader *const readers[] = { FW_DATA_LIST(ENTRY) };
#undef ENTRY

#define WORD(name) #name,
static const char *const reader_names[] = { FW_DATA_LIST(WORD) NULL };
#undef WORD

static const struct fw_load_request everything = { 0 };

const struct fw_data_reader *fw_data_reader_find(const char *name)
{
    for (size_t i = 0; i < FW_COUNT(readers); i++) {
        if (strcmp(readers[i]->name, name) == 0) {
            return readers[i];
        }
    }
    return NULL;
}

/* ---- format ------------------------------------------------------------------------------- */

struct format_props {
    struct fw_prop type, parse, delimiter, property, feature, mesh, filter;
};

static const char *const filters[] = { "interior", "exterior", NULL };

static const struct fw_property format_table[] = {
    { "type", FW_P_STRING, offsetof(struct format_props, type), reader_names,
      "format of the data; by default what the url ends in, else json" },
    { "parse", FW_P_OBJECT | FW_P_STRING | FW_P_NULL, offsetof(struct format_props, parse), NULL,
      "what columns are to be read as: number, boolean, date, date:'%Y', utc:'%Y', string, null" },
    { "delimiter", FW_P_STRING, offsetof(struct format_props, delimiter), NULL,
      "the character between cells, for dsv" },
    { "property", FW_P_STRING, offsetof(struct format_props, property), NULL,
      "path to the rows inside a JSON document" },
    { "feature", FW_P_STRING, offsetof(struct format_props, feature), NULL,
      "TopoJSON object whose features are the rows" },
    { "mesh", FW_P_STRING, offsetof(struct format_props, mesh), NULL,
      "TopoJSON object whose lines are the one row" },
    { "filter", FW_P_STRING, offsetof(struct format_props, filter), filters,
      "lines of a mesh: interior or exterior ones" },
};

static const char *prop_text(const struct fw_prop *prop)
{
    return prop->value.kind == FW_STRING ? prop->value.string->text : NULL;
}

/** Reads one member of "parse"; null leaves a column as it is. */
static void decode_parse(const struct fw_load *load, struct fw_node node, struct fw_parse **parses,
                         size_t *count, size_t *capacity)
{
    struct fw_parse parse = { .field = fw_node_get(node)->key->text };
    const char *text = fw_node_kind(node) == FW_JSON_STRING ? fw_node_get(node)->string->text : "";
    if (fw_node_kind(node) == FW_JSON_NULL) {
        return;
    }
    if (!fw_parse_read(load->arena, text, &parse)) {
        struct fw_diagnostic *d =
            fw_report(load->diag, fw_node_place(load->arena, node), FW_UNKNOWN_VALUE,
                      "unknown type '%s' to parse '%s' as", text, parse.field);
        fw_hint(load->diag, d,
                "write number, boolean, string, date, date:'%%Y-%%m-%%d', "
                "utc:'%%Y-%%m-%%d' or null");
        return;
    }
    FW_RESERVE(load->arena, *parses, *count, *capacity);
    (*parses)[(*count)++] = parse;
}

/** The conversions of "parse", then those that the request implies for other fields. */
static void collect_parses(const struct fw_load *load, const struct fw_prop *prop,
                           const struct fw_load_request *request, struct fw_data_format *format)
{
    struct fw_parse *parses = NULL;
    size_t count = 0, capacity = 0;
    bool object = fw_node_there(prop->at) && fw_node_kind(prop->at) == FW_JSON_OBJECT;
    struct fw_node node = object ? fw_node_first(prop->at) : fw_node_none();
    for (; fw_node_there(node); node = fw_node_next(node)) {
        decode_parse(load, node, &parses, &count, &capacity);
    }
    bool nothing = fw_node_there(prop->at) && fw_node_kind(prop->at) == FW_JSON_NULL;
    for (size_t i = 0; !nothing && i < request->parse_count; i++) {
        if (!object || !fw_node_there(fw_node_member(prop->at, request->parses[i].field))) {
            FW_RESERVE(load->arena, parses, count, capacity);
            parses[count++] = request->parses[i];
        }
    }
    format->raw = nothing;
    format->parse = object ? prop->at : fw_node_none();
    format->parses = parses;
    format->parse_count = count;
    const char *word = prop_text(prop);
    format->infer = word != NULL && strcmp(word, "auto") == 0;
    if (word != NULL && !format->infer) {
        fw_report(load->diag, fw_node_place(load->arena, prop->at), FW_UNKNOWN_VALUE,
                  "unknown value '%s' of 'parse'", word);
    }
}

static bool decode_delimiter(const struct fw_load *load, const struct format_props *props,
                             struct fw_data_format *format)
{
    format->delimiter = format->reader->delimiter;
    if (strcmp(format->reader->name, "dsv") != 0) {
        return true;
    }
    const char *text = prop_text(&props->delimiter);
    if (text != NULL && strlen(text) == 1 && strchr("\"\n\r", text[0]) == NULL) {
        format->delimiter = text[0];
        return true;
    }
    struct fw_node at = fw_node_there(props->delimiter.at) ? props->delimiter.at : format->at;
    fw_hint(load->diag,
            fw_report(load->diag, fw_node_place(load->arena, at), FW_MISSING_PROPERTY,
                      "format dsv needs a 'delimiter' of one character"),
            "write \"delimiter\": \"|\"");
    return false;
}

/** Decodes a format block (may be none); `extension` says the type where the block does not. */
static bool decode_format(const struct fw_load *load, struct fw_node node, const char *extension,
                          const struct fw_load_request *request, struct fw_data_format *format)
{
    struct format_props props = { 0 };
    struct fw_decoder decoder = { .arena = load->arena,
                                  .strings = load->strings,
                                  .diag = load->diag };
    if (fw_node_there(node) &&
        !fw_decode(&decoder, node, "format", format_table, FW_COUNT(format_table), NULL, &props)) {
        return false;
    }
    size_t errors = fw_diag_errors(load->diag);
    const char *type = prop_text(&props.type);
    const struct fw_data_reader *by_extension = fw_data_reader_find(extension);
    *format = (struct fw_data_format){
        .reader = type != NULL           ? fw_data_reader_find(type)
                  : by_extension != NULL ? by_extension
                                         : &fw_data_json,
        .at = node,
        .property = prop_text(&props.property),
        .feature = prop_text(&props.feature),
        .mesh = prop_text(&props.mesh),
        .filter = prop_text(&props.filter),
    };
    collect_parses(load, &props.parse, request, format);
    return decode_delimiter(load, &props, format) && fw_diag_errors(load->diag) == errors;
}

const struct fw_parse *fw_data_format_parse(const struct fw_data_format *format, const char *column)
{
    for (size_t i = 0; i < format->parse_count; i++) {
        if (strcmp(format->parses[i].field, column) == 0) {
            return &format->parses[i];
        }
    }
    return NULL;
}

/* ---- texts -------------------------------------------------------------------------------- */

/** The columns that Vega's inference makes other than text. */
static const struct fw_table *infer_columns(const struct fw_parser *parser,
                                            const struct fw_table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        const struct fw_column *column = table->columns[i];
        struct fw_parse parse = { .kind = fw_column_infer(parser, column, table->storage) };
        column = fw_column_parse(parser, column, table->storage, &parse);
        table = fw_table_with(parser->arena, table, column);
    }
    return table;
}

static const struct fw_table *read_text(const struct fw_read *read)
{
    const struct fw_load *load = read->load;
    const struct fw_table *table = read->format->reader->read(read);
    if (table == NULL) {
        return NULL;
    }
    struct fw_parser parser = {
        .arena = load->arena, .strings = load->strings, .zone = load->zone, .locale = load->locale
    };
    if (read->format->infer) {
        return infer_columns(&parser, table);
    }
    table = fw_table_parse(&parser, table, read->format->parses, read->format->parse_count);
    fw_check_parses(load->diag, load->strings, table, read->format->parses,
                    read->format->parse_count);
    return table;
}

/** What a url ends in behind its last point, as Vega-Lite looks for it. */
static const char *extension_of(const char *url)
{
    const char *dot = strrchr(url, '.');
    return dot == NULL ? "" : dot + 1;
}

/** The rows of a file, by what the spec and a datapackage.json say of it. */
static const struct fw_table *read_described(struct fw_read *read, const struct fw_json *json,
                                             struct fw_data_format *format)
{
    bool is_typed = read->resource != NULL && format->delimiter != '\0';
    if (is_typed) {
        fw_package_parses(read, json, format);
    }
    const struct fw_table *table = read_text(read);
    if (table == NULL || read->resource == NULL) {
        return table;
    }
    table = is_typed ? fw_package_convert(read, json, table) : table;
    struct fw_table *described = FW_NEW(read->load->arena, struct fw_table);
    *described = *table;
    described->resource = read->resource;
    return described;
}

/* A text of a spec as a source of its own, named by the spec and the pointer to it. */
static struct fw_source *named_source(const struct fw_load *load, struct fw_node node,
                                      const char *text, size_t length)
{
    struct fw_place place = fw_node_place(load->arena, node);
    struct fw_source *source = FW_NEW(load->arena, struct fw_source);
    *source = (struct fw_source){
        .name = fw_arena_printf(load->arena, "%s#%s", place.source->name, place.pointer),
        .text = text,
        .length = length,
    };
    return source;
}

/* Data inside the url; its media type says the format where the spec does not. */
static const struct fw_table *load_data_url(const struct fw_load *load, const struct fw_prop *url,
                                            struct fw_node format_at,
                                            const struct fw_load_request *request)
{
    struct fw_data_url data;
    struct fw_data_format format;
    const char *fault = fw_data_url_read(load->arena, url->value.string->text, &data);
    if (fault != NULL) {
        fw_report(load->diag, fw_node_place(load->arena, url->at), FW_DATA_SYNTAX,
                  "the data url %s", fault);
        return NULL;
    }
    const char *type = strcmp(data.media, "text/csv") == 0                    ? "csv"
                       : strcmp(data.media, "text/tab-separated-values") == 0 ? "tsv"
                                                                              : "json";
    size_t errors = fw_diag_errors(load->diag);
    if (!decode_format(load, format_at, type, request, &format)) {
        return NULL;
    }
    struct fw_read read = { .load = load,
                            .source = named_source(load, url->at, data.text, data.length),
                            .begin = data.text,
                            .end = data.text + data.length,
                            .format = &format,
                            .request = request };
    const struct fw_table *table = read_text(&read);
    return fw_diag_errors(load->diag) == errors ? table : NULL;
}

static const struct fw_table *load_url(const struct fw_load *load, const struct fw_prop *url,
                                       struct fw_node format_at,
                                       const struct fw_load_request *request)
{
    struct fw_data_format format;
    size_t errors = fw_diag_errors(load->diag);
    const char *text = url->value.string->text;
    if (fw_data_url_is(text)) {
        return load_data_url(load, url, format_at, request);
    }
    if (!decode_format(load, format_at, extension_of(text), request, &format)) {
        return NULL;
    }
    struct fw_place place = fw_node_place(load->arena, url->at);
    const char *real;
    const struct fw_source *source = fw_access_read_real(load, text, place, &real);
    if (source == NULL) {
        return NULL;
    }
    struct fw_read read = { .load = load,
                            .source = source,
                            .begin = source->text,
                            .end = source->text + source->length,
                            .format = &format,
                            .request = request };
    if (load->packages != NULL) {
        read.resource = fw_package_find(load, source->name, real, place);
    }
    const struct fw_table *table = read_described(&read, url->at.json, &format);
    return fw_diag_errors(load->diag) == errors ? table : NULL;
}

const struct fw_table *fw_data_inline(const struct fw_load *load, struct fw_node values,
                                      struct fw_node format_at,
                                      const struct fw_load_request *request)
{
    struct fw_data_format format;
    request = request == NULL ? &everything : request;
    if (!decode_format(load, format_at, "json", request, &format)) {
        return NULL;
    }
    struct fw_read read = { .load = load, .format = &format, .request = request };
    if (fw_node_kind(values) == FW_JSON_STRING) {
        fw_str text = fw_node_get(values)->string;
        read.source = named_source(load, values, text->text, text->length);
        read.begin = read.source->text;
        read.end = read.begin + read.source->length;
        return read_text(&read);
    }
    if (!format.reader->is_json) {
        format.reader = &fw_data_json; /* rows already: there is nothing to cut into cells */
    }
    read.source = values.json->source;
    read.begin = read.source->text + fw_node_get(values)->begin;
    read.end = read.source->text + fw_node_get(values)->end;
    return read_text(&read);
}

const struct fw_table *fw_table_of_value(const struct fw_load *load, struct fw_value value)
{
    if (value.kind == FW_ARRAY) {
        return fw_table_from_objects(load->arena, load->strings, value.array->items,
                                     value.array->count);
    }
    return fw_table_from_objects(load->arena, load->strings, &value, fw_is_nil(value) ? 0 : 1);
}

/* ---- names -------------------------------------------------------------------------------- */

static void report_unknown(const struct fw_load *load, const struct fw_prop *name)
{
    size_t count = fw_node_count(load->datasets), i = 0;
    const char **names = FW_NEW_ARRAY(load->arena, count, const char *);
    struct fw_node node = count > 0 ? fw_node_first(load->datasets) : fw_node_none();
    for (; fw_node_there(node); node = fw_node_next(node)) {
        names[i++] = fw_node_get(node)->key->text;
    }
    const char *text = name->value.string->text;
    struct fw_diagnostic *d = fw_report(load->diag, fw_node_place(load->arena, name->at),
                                        FW_DATA_UNKNOWN, "no dataset is called '%s'", text);
    fw_hint_nearest(load->diag, d, text, names, i);
}

static const struct fw_table *load_named(const struct fw_load *load, const struct fw_prop *name,
                                         struct fw_node format_at,
                                         const struct fw_load_request *request)
{
    const struct fw_table *table =
        load->named == NULL ? NULL : load->named(load, name->value.string);
    if (table != NULL) {
        return table;
    }
    struct fw_node values = fw_node_member(load->datasets, name->value.string->text);
    if (fw_node_there(values)) {
        return fw_data_inline(load, values, format_at, request);
    }
    report_unknown(load, name);
    return NULL;
}

/* ---- the block ---------------------------------------------------------------------------- */

struct data_props {
    struct fw_prop url, values, name, format, sequence, sphere, graticule;
};

static const struct fw_property data_table[] = {
    { "url", FW_P_STRING, offsetof(struct data_props, url), NULL,
      "file to read, relative to the spec or to --base-url" },
    { "values", FW_P_ANY, offsetof(struct data_props, values), NULL,
      "the rows themselves, or a text of them" },
    { "name", FW_P_STRING, offsetof(struct data_props, name), NULL, "name of a dataset" },
    { "format", FW_P_OBJECT, offsetof(struct data_props, format), NULL,
      "what the file or text is in, and how its columns are read" },
    { "sequence", FW_P_OBJECT, offsetof(struct data_props, sequence), NULL,
      "rows of evenly spaced numbers" },
    { "sphere", FW_P_BOOLEAN | FW_P_OBJECT, offsetof(struct data_props, sphere), NULL,
      "one row: the outline of the globe" },
    { "graticule", FW_P_BOOLEAN | FW_P_OBJECT, offsetof(struct data_props, graticule), NULL,
      "one row: the lines of longitude and latitude" },
};

const struct fw_table *fw_data_load(const struct fw_load *load, struct fw_node data,
                                    const struct fw_load_request *request)
{
    struct data_props props = { 0 };
    struct fw_decoder decoder = { .arena = load->arena,
                                  .strings = load->strings,
                                  .diag = load->diag };
    request = request == NULL ? &everything : request;
    if (!fw_decode(&decoder, data, "data", data_table, FW_COUNT(data_table), NULL, &props)) {
        return NULL;
    }
    if (fw_node_there(props.values.at)) {
        return fw_data_inline(load, props.values.at, props.format.at, request);
    }
    if (fw_node_there(props.url.at)) {
        return load_url(load, &props.url, props.format.at, request);
    }
    if (fw_node_there(props.sequence.at) || fw_node_there(props.sphere.at) ||
        fw_node_there(props.graticule.at)) {
        return fw_data_generate(load, data);
    }
    if (fw_node_there(props.name.at)) {
        return load_named(load, &props.name, props.format.at, request);
    }
    fw_hint(load->diag,
            fw_report(load->diag, fw_node_place(load->arena, data), FW_MISSING_PROPERTY,
                      "'data' says neither where its rows are nor what they are"),
            "give 'url', 'values' or 'name'");
    return NULL;
}
