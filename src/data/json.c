/* JSON texts: an array of rows straight into columns, or what lies at a property of a document. */
#include <string.h>

#include "base/utf8.h"
#include "data/format.h"
#include "data/origin.h"
#include "data/request.h"
#include "data/rows.h"
#include "json/scan.h"

static size_t offset_of(const struct fw_read *read, const char *p)
{
    return (size_t)(p - read->source->text);
}

/** The offset of the text, behind a byte order mark. */
static size_t text_begin(const struct fw_read *read)
{
    const char *begin = read->begin;
    bool marked = read->end - begin >= 3 && memcmp(begin, "\xEF\xBB\xBF", 3) == 0;
    return offset_of(read, marked ? begin + 3 : begin);
}

/** Checks the encoding and starts a scan. */
static bool start(const struct fw_read *read, struct fw_json_scan *scan)
{
    const struct fw_load *load = read->load;
    const char *begin = read->source->text + text_begin(read);
    size_t good = fw_utf8_check(begin, (size_t)(read->end - begin));
    if (good < (size_t)(read->end - begin)) {
        size_t at = offset_of(read, begin + good);
        struct fw_place place = { .source = read->source, .begin = at, .end = at + 1 };
        fw_hint(load->diag,
                fw_report(load->diag, place, FW_JSON_ENCODING, "a byte that is not UTF-8"),
                "save the file as UTF-8");
        return false;
    }
    fw_json_scan_begin(scan, load->arena, load->strings, read->source, offset_of(read, begin),
                       offset_of(read, read->end), 0);
    return true;
}

/** Whether the text ends behind its value; a fault of the scan is reported. */
static bool end(const struct fw_read *read, struct fw_json_scan *scan)
{
    if (scan->fault == FW_FAULT_NONE && fw_json_scan_next(scan) == FW_TOKEN_END) {
        return true;
    }
    fw_json_scan_report(scan, read->load->diag, FW_DATA_SYNTAX);
    return false;
}

/* ---- rows --------------------------------------------------------------------------------- */

/** What the sink of rows works on. */
struct sink {
    const struct fw_read *read;
    struct fw_rows rows;
    size_t *columns; /* builder by column of the scan: they differ once there are rows that are no
                        objects */
    size_t capacity;
    fw_str *unread; /* columns that nobody asked for */
    size_t unread_count, unread_capacity;
    bool full; /* more rows or columns than a table may have: reported */
};

static bool refuse(struct sink *sink, const char *what, size_t most)
{
    const struct fw_load *load = sink->read->load;
    struct fw_place place = { .source = sink->read->source };
    fw_report(load->diag, place, FW_DATA_LIMIT, "more than %zu %s", most, what);
    sink->full = true;
    return false;
}

static bool take_column(void *context, size_t column, fw_str key)
{
    struct sink *sink = context;
    if (column >= FW_LIMIT_COLUMNS) {
        return refuse(sink, "columns", FW_LIMIT_COLUMNS);
    }
    FW_RESERVE(sink->read->load->arena, sink->columns, column, sink->capacity);
    if (fw_request_wants(sink->read->request, key)) {
        sink->columns[column] = fw_rows_column(&sink->rows, key, sink->rows.count);
        return true;
    }
    sink->columns[column] = SIZE_MAX;
    FW_RESERVE(sink->read->load->arena, sink->unread, sink->unread_count, sink->unread_capacity);
    sink->unread[sink->unread_count++] = key;
    return true;
}

static bool take_cell(void *context, size_t row, size_t column, struct fw_value value)
{
    struct sink *sink = context;
    if (row >= FW_LIMIT_ROWS) {
        return refuse(sink, "rows", FW_LIMIT_ROWS);
    }
    if (sink->columns[column] != SIZE_MAX) {
        fw_builder_put(&sink->rows.builders[sink->columns[column]], row, value);
    }
    return true;
}

static bool take_item(void *context, size_t row, struct fw_value value)
{
    struct sink *sink = context;
    if (row >= FW_LIMIT_ROWS) {
        return refuse(sink, "rows", FW_LIMIT_ROWS);
    }
    fw_rows_put(&sink->rows, row, value);
    return true;
}

/** The text that rows were read from, to find a cell again. */
struct json_origin {
    struct fw_origin origin;
    struct fw_arena *arena;
    const struct fw_source *source;
    size_t begin, end;
};

/** The place of the value that the scan's next token begins; the scan steps past it. */
static struct fw_place place_of(struct fw_json_scan *scan)
{
    enum fw_token token = fw_json_scan_next(scan);
    size_t begin = scan->begin;
    fw_json_scan_skip(scan, token);
    return (struct fw_place){ .source = scan->source, .begin = begin, .end = scan->at };
}

/** Walks to the cell again: places are wanted for a few cells of a report alone. */
static struct fw_place find_cell(const struct fw_origin *origin, struct fw_strings *strings,
                                 size_t row, fw_str name)
{
    const struct json_origin *json = (const struct json_origin *)origin;
    struct fw_json_scan scan;
    fw_json_scan_begin(&scan, json->arena, strings, json->source, json->begin, json->end, 0);
    enum fw_token token = fw_json_scan_next(&scan); /* the array */
    token = fw_json_scan_next(&scan);
    for (size_t i = 0; i < row; i++) {
        fw_json_scan_skip(&scan, token);
        token = fw_json_scan_next(&scan);
    }
    struct fw_place place = { .source = json->source, .begin = scan.begin, .end = scan.at };
    if (token == FW_TOKEN_OBJECT) {
        while (fw_json_scan_next(&scan) == FW_TOKEN_KEY) {
            bool found = fw_json_scan_string(&scan) == name;
            struct fw_place value = place_of(&scan);
            place = found ? value : place;
        }
    }
    return place;
}

static const struct fw_origin *make_origin(const struct fw_read *read)
{
    struct json_origin *origin = FW_NEW(read->load->arena, struct json_origin);
    *origin = (struct json_origin){ .origin = { .find = find_cell },
                                    .arena = read->load->arena,
                                    .source = read->source,
                                    .begin = text_begin(read),
                                    .end = offset_of(read, read->end) };
    return &origin->origin;
}

/** Reads the rows of the array that the scan has just entered. */
static const struct fw_table *read_rows(const struct fw_read *read, struct fw_json_scan *scan)
{
    struct sink sink = {
        .read = read,
        .rows = { .arena = read->load->arena, .strings = read->load->strings },
    };
    struct fw_json_sink taker = {
        .context = &sink, .column = take_column, .cell = take_cell, .item = take_item
    };
    size_t count = 0;
    bool good = fw_json_scan_rows(scan, &taker, &count);
    struct fw_table *table = FW_NEW(read->load->arena, struct fw_table);
    *table = *fw_rows_finish(&sink.rows, good ? count : 0);
    table->origin = make_origin(read);
    table->unread = sink.unread;
    table->unread_count = sink.unread_count;
    return !sink.full && end(read, scan) ? table : NULL;
}

/* ---- documents ---------------------------------------------------------------------------- */

/** Goes down to format.property; a property that is not there is reported. */
static bool descend(const struct fw_read *read, struct fw_value *value)
{
    const char *property = read->format->property;
    if (property == NULL || property[0] == '\0') {
        return true;
    }
    const fw_str *keys;
    size_t count = fw_path_split(read->load->arena, read->load->strings, property, &keys);
    *value = fw_value_at(*value, keys, count);
    if (value->kind == FW_UNDEFINED) {
        struct fw_place place =
            fw_node_place(read->load->arena, fw_node_member(read->format->at, "property"));
        fw_report(read->load->diag, place, FW_DATA_UNKNOWN, "no property '%s' in '%s'", property,
                  read->source->name);
        return false;
    }
    return true;
}

bool fw_read_json_value(const struct fw_read *read, struct fw_value *value)
{
    struct fw_json_scan scan;
    *value = fw_undefined();
    if (!start(read, &scan)) {
        return false;
    }
    fw_json_scan_value(&scan, fw_json_scan_next(&scan), value);
    return end(read, &scan) && descend(read, value);
}

static const struct fw_table *json_read(const struct fw_read *read)
{
    struct fw_json_scan scan;
    if (!start(read, &scan)) {
        return NULL;
    }
    if (read->format->property == NULL && fw_json_scan_next(&scan) == FW_TOKEN_ARRAY) {
        return read_rows(read, &scan);
    }
    struct fw_value value;
    return fw_read_json_value(read, &value) ? fw_table_of_value(read->load, value) : NULL;
}

const struct fw_data_reader fw_data_json = {
    .name = "json",
    .doc = "An array of objects, the whole document or what lies at format.property.",
    .is_json = true,
    .read = json_read,
};
