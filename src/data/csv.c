/* Delimited texts (CSV, TSV, DSV) straight into columns; quoting as d3-dsv has it. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "data/cells.h"
#include "data/format.h"
#include "data/origin.h"
#include "data/package_rows.h"
#include "data/request.h"
#include "data/rows.h"

/* Ragged rows reported one by one before the rest are only counted; our taste. */
enum { RAGGED_MOST = 20 };

/** How the cells of a column are stored. */
enum mode {
    MODE_SKIP,    /* not at all */
    MODE_TEXT,    /* as they are */
    MODE_NUMERIC, /* as numbers while each cell is one, see fw_load_request */
    MODE_NUMBER,  /* parsed as numbers */
    MODE_TIME,    /* parsed as times */
};

struct csv_column {
    enum mode mode;
    bool failed;                  /* MODE_NUMERIC met a cell that is no number */
    const struct fw_parse *parse; /* or NULL */
    struct fw_builder builder;
};

struct csv {
    const struct fw_read *read;
    struct fw_cells cells;
    struct csv_column *columns;
    size_t count, capacity;
    size_t ragged; /* rows with too few or too many cells */
    bool broken;   /* rows, columns or their numbers are wrong: reported */
};

/** Whether something was reported that makes the text no table. */
static bool is_broken(const struct csv *csv)
{
    return csv->broken || csv->cells.broken;
}

/* ---- storing ------------------------------------------------------------------------------ */

static struct fw_value text_value(const struct csv *csv, const struct fw_csv_cell *cell)
{
    return fw_string(
        fw_intern(csv->read->load->strings, cell->begin, (size_t)(cell->end - cell->begin)));
}

/** Unary plus of a cell's text. */
static double number_of(const struct csv *csv, const struct fw_csv_cell *cell)
{
    double number;
    const char *after;
    if (fw_decimal_parse(cell->begin, cell->end, &number, &after) && after == cell->end) {
        return number;
    }
    return fw_to_number(text_value(csv, cell)); /* spaces, hexadecimal, Infinity */
}

static double time_of(const struct csv *csv, const struct fw_csv_cell *cell,
                      const struct fw_parse *parse)
{
    const struct fw_load *load = csv->read->load;
    size_t length = (size_t)(cell->end - cell->begin);
    if (parse->kind == FW_PARSE_DATE) {
        return fw_date_parse(cell->begin, length, load->zone);
    }
    const struct fw_zone *zone = parse->kind == FW_PARSE_UTC ? NULL : load->zone;
    return fw_time_parse(parse->specifier, load->locale, zone, cell->begin, length);
}

static struct fw_value value_of(struct csv *csv, struct csv_column *column,
                                const struct fw_csv_cell *cell)
{
    if (column->mode == MODE_TEXT) {
        return text_value(csv, cell);
    }
    if (cell->begin == cell->end) {
        column->failed = column->failed || column->mode == MODE_NUMERIC;
        return fw_null();
    }
    if (column->mode == MODE_TIME) {
        double time_ms = time_of(csv, cell, column->parse);
        if (column->parse->kind == FW_PARSE_DATE) {
            return fw_number(time_ms);
        }
        return isnan(time_ms) ? fw_null() : fw_time(time_ms);
    }
    double number = number_of(csv, cell);
    if (isnan(number) && column->mode == MODE_NUMERIC) {
        column->failed = true;
    }
    return fw_number(number);
}

/* ---- rows --------------------------------------------------------------------------------- */

static void report_ragged(struct csv *csv, const char *begin, size_t cells)
{
    const char *end = csv->cells.p;
    while (end > begin && (end[-1] == '\n' || end[-1] == '\r')) {
        end--;
    }
    csv->broken = true;
    if (csv->ragged++ < RAGGED_MOST) {
        fw_report(csv->read->load->diag, fw_cells_place(&csv->cells, begin, end), FW_DATA_SYNTAX,
                  "a row of %zu cell%s under a header of %zu", cells, cells == 1 ? "" : "s",
                  csv->count);
    }
}

/** Reads a plain number straight from the text, the cell's end included; false when it is none. */
static bool read_number(struct csv *csv, struct csv_column *column, size_t row,
                        struct fw_csv_cell *cell)
{
    double number;
    const char *after;
    bool numeric = column->mode == MODE_NUMERIC || column->mode == MODE_NUMBER;
    if (!numeric || column->failed ||
        !fw_decimal_parse(csv->cells.p, csv->cells.end, &number, &after) ||
        (after < csv->cells.end && !fw_cells_ends(&csv->cells, *after))) {
        return false;
    }
    csv->cells.p = after;
    fw_cells_end(&csv->cells, cell);
    fw_builder_put(&column->builder, row, fw_number(number));
    return true;
}

/** Reads a row; false for one that was ragged. */
static bool read_row(struct csv *csv, size_t row)
{
    const char *begin = csv->cells.p;
    size_t cells = 0;
    struct fw_csv_cell cell;
    do {
        if (cells < csv->count && read_number(csv, &csv->columns[cells], row, &cell)) {
            cells++;
            continue;
        }
        fw_cells_next(&csv->cells, &cell);
        if (cells < csv->count && csv->columns[cells].mode != MODE_SKIP &&
            !csv->columns[cells].failed) {
            struct csv_column *column = &csv->columns[cells];
            fw_builder_put(&column->builder, row, value_of(csv, column, &cell));
        }
        cells++;
    } while (!cell.last);
    if (cells != csv->count) {
        report_ragged(csv, begin, cells);
    }
    return cells == csv->count;
}

/** Skips empty lines, which are no rows where there is more than one column. */
static void skip_blank(struct csv *csv)
{
    if (csv->count > 1) {
        fw_cells_skip_blank(&csv->cells);
    }
}

/** Reads all rows from behind the header; returns how many. */
static size_t read_rows(struct csv *csv)
{
    size_t rows = 0;
    for (skip_blank(csv); csv->cells.p < csv->cells.end && !csv->cells.broken; skip_blank(csv)) {
        if (rows >= FW_LIMIT_ROWS) {
            fw_report(csv->read->load->diag,
                      fw_cells_place(&csv->cells, csv->cells.p, csv->cells.p), FW_DATA_LIMIT,
                      "more than %zu rows", FW_LIMIT_ROWS);
            csv->broken = true;
            break;
        }
        rows += read_row(csv, rows);
    }
    if (csv->ragged > RAGGED_MOST) {
        fw_report(csv->read->load->diag,
                  fw_cells_place(&csv->cells, csv->cells.end, csv->cells.end), FW_DATA_SYNTAX,
                  "%zu more rows whose cells are not as many as the header's",
                  csv->ragged - RAGGED_MOST);
    }
    return rows;
}

/* ---- columns ------------------------------------------------------------------------------ */

static const struct fw_parse as_date = { .kind = FW_PARSE_DATE };

/** How a column is stored that format.parse says nothing of. */
static enum mode mode_by_request(const struct csv *csv, struct csv_column *column)
{
    const struct fw_data_format *format = csv->read->format;
    bool left_alone = fw_node_there(fw_node_member(format->parse, column->builder.name->text));
    if (format->infer || format->raw || left_alone) {
        return MODE_TEXT;
    }
    switch (fw_request_kind(csv->read->request, column->builder.name)) {
    case FW_MENTION_ANY:
        return MODE_TEXT;
    case FW_MENTION_NUMBER:
        return MODE_NUMERIC;
    case FW_MENTION_TIME:
        column->parse = &as_date;
        return MODE_TIME;
    }
    return MODE_TEXT;
}

static enum mode mode_of(const struct csv *csv, struct csv_column *column)
{
    const struct fw_parse *parse = column->parse;
    if (!fw_request_wants(csv->read->request, column->builder.name)) {
        return MODE_SKIP;
    }
    if (parse == NULL) {
        return mode_by_request(csv, column);
    }
    switch (parse->kind) {
    case FW_PARSE_NUMBER:
        return MODE_NUMBER;
    case FW_PARSE_DATE:
    case FW_PARSE_LOCAL:
    case FW_PARSE_UTC:
        return MODE_TIME;
    case FW_PARSE_BOOLEAN: /* the loader converts these afterwards */
    case FW_PARSE_STRING:
    case FW_PARSE_FLATTEN:
        return MODE_TEXT;
    }
    return MODE_TEXT;
}

/** Of columns with one name the last counts, as in d3. */
static void hide_earlier(struct csv *csv, fw_str name, struct fw_place place)
{
    for (size_t i = 0; i < csv->count; i++) {
        if (csv->columns[i].builder.name == name) {
            csv->columns[i].mode = MODE_SKIP;
            fw_report(csv->read->load->diag, place, FW_IGNORED,
                      "two columns are called '%s': the last one counts", name->text);
            return;
        }
    }
}

static void read_header(struct csv *csv)
{
    const struct fw_load *load = csv->read->load;
    struct fw_csv_cell cell;
    do {
        const char *begin = csv->cells.p;
        fw_cells_next(&csv->cells, &cell);
        fw_str name = fw_intern(load->strings, cell.begin, (size_t)(cell.end - cell.begin));
        hide_earlier(csv, name, fw_cells_place(&csv->cells, begin, begin));
        FW_RESERVE(load->arena, csv->columns, csv->count, csv->capacity);
        struct csv_column *column = &csv->columns[csv->count++];
        *column = (struct csv_column){
            .parse = fw_data_format_parse(csv->read->format, name->text),
            .builder = { .arena = load->arena, .name = name },
        };
        column->mode = mode_of(csv, column);
        if (csv->count > FW_LIMIT_COLUMNS) {
            fw_report(load->diag, fw_cells_place(&csv->cells, begin, begin), FW_DATA_LIMIT,
                      "more than %d columns", FW_LIMIT_COLUMNS);
            csv->broken = true;
        }
    } while (!cell.last && !is_broken(csv));
}

/** Reserves rows by the length of the first lines, so that the columns seldom move. */
static void reserve(struct csv *csv)
{
    enum { SAMPLE = 64 * 1024 };
    size_t left = (size_t)(csv->cells.end - csv->cells.p);
    size_t sample = left < SAMPLE ? left : SAMPLE;
    size_t lines = 1;
    for (size_t i = 0; i < sample; i++) {
        lines += csv->cells.p[i] == '\n';
    }
    size_t rows = (size_t)((double)left / (double)(sample + 1) * (double)lines * 1.05) + 1;
    for (size_t i = 0; i < csv->count; i++) {
        if (csv->columns[i].mode != MODE_SKIP) {
            fw_builder_reserve(&csv->columns[i].builder, rows);
        }
    }
}

/** Sets up a second pass for the numeric columns that hold other texts; false when there are none.
 */
static bool retry_as_text(struct csv *csv)
{
    bool any = false;
    for (size_t i = 0; i < csv->count; i++) {
        struct csv_column *column = &csv->columns[i];
        any = any || column->failed;
    }
    for (size_t i = 0; any && i < csv->count; i++) {
        struct csv_column *column = &csv->columns[i];
        if (!column->failed) {
            column->mode = MODE_SKIP; /* is finished */
            continue;
        }
        fw_builder_finish(&column->builder, 0); /* hands its memory to the arena */
        column->failed = false;
        column->mode = MODE_TEXT;
        column->builder =
            (struct fw_builder){ .arena = csv->read->load->arena, .name = column->builder.name };
    }
    return any;
}

/* ---- places ------------------------------------------------------------------------------- */

/** Where a table's rows were read, to find a cell again. */
struct csv_origin {
    struct fw_origin origin;
    struct fw_cells cells; /* behind the header */
    const fw_str *names;   /* [count] */
    size_t count;
};

/** Walks to the cell again: places are wanted for a few cells of a report alone. */
static struct fw_place find_cell(const struct fw_origin *origin, struct fw_strings *strings,
                                 size_t row, fw_str name)
{
    (void)strings;
    const struct csv_origin *csv = (const struct csv_origin *)origin;
    struct fw_cells cells = csv->cells;
    struct fw_place place = fw_cells_place(&cells, cells.p, cells.p);
    for (size_t i = 0; i <= row; i++) {
        struct fw_csv_cell cell = { .last = false };
        if (csv->count > 1) {
            fw_cells_skip_blank(&cells);
        }
        for (size_t c = 0; !cell.last; c++) {
            const char *begin = cells.p;
            fw_cells_next(&cells, &cell);
            if (i == row && c < csv->count && csv->names[c] == name) {
                const char *end = cells.p;
                while (end > begin && fw_cells_ends(&cells, end[-1])) {
                    end--;
                }
                place = fw_cells_place(&cells, begin, end);
            }
        }
    }
    fw_bytes_finish(&cells.unquoted);
    return place;
}

static const struct fw_origin *make_origin(const struct csv *csv, const char *body)
{
    struct fw_arena *arena = csv->read->load->arena;
    struct csv_origin *origin = FW_NEW(arena, struct csv_origin);
    fw_str *names = FW_NEW_ARRAY(arena, csv->count, fw_str);
    for (size_t i = 0; i < csv->count; i++) {
        names[i] = csv->columns[i].builder.name;
    }
    *origin = (struct csv_origin){
        .origin = { .find = find_cell }, .cells = csv->cells, .names = names, .count = csv->count
    };
    origin->cells.p = body;
    origin->cells.unquoted = (struct fw_bytes){ 0 };
    return &origin->origin;
}

static const struct fw_table *make_table(struct csv *csv, size_t rows, const bool *kept,
                                         const char *body)
{
    struct fw_arena *arena = csv->read->load->arena;
    const struct fw_table *table = fw_table_new(arena, rows);
    const struct fw_column **columns = FW_NEW_ARRAY(arena, csv->count, const struct fw_column *);
    struct fw_table *result = FW_NEW(arena, struct fw_table);
    *result = *table;
    fw_str *unread = FW_NEW_ARRAY(arena, csv->count, fw_str);
    for (size_t i = 0; i < csv->count; i++) {
        struct fw_builder *builder = &csv->columns[i].builder;
        if (kept[i]) {
            columns[result->column_count++] = fw_builder_finish(builder, rows);
        } else {
            unread[result->unread_count++] = builder->name;
        }
    }
    result->columns = columns;
    result->unread = unread;
    result->origin = make_origin(csv, body);
    return result;
}

static const struct fw_table *read_table(struct csv *csv)
{
    read_header(csv);
    if (is_broken(csv)) {
        return NULL;
    }
    bool *kept = FW_NEW_ARRAY(csv->read->load->arena, csv->count, bool);
    for (size_t i = 0; i < csv->count; i++) {
        kept[i] = csv->columns[i].mode != MODE_SKIP;
    }
    const char *body = csv->cells.p;
    reserve(csv);
    size_t rows = read_rows(csv);
    if (!is_broken(csv) && retry_as_text(csv)) {
        csv->cells.p = body;
        rows = read_rows(csv);
    }
    const struct fw_table *table = make_table(csv, rows, kept, body);
    return is_broken(csv) ? NULL : table;
}

/** Checks what a text of data must be before it is cut into cells. */
static bool check_text(const struct fw_read *read, const char *begin)
{
    struct fw_diag *diag = read->load->diag;
    struct fw_place place = { .source = read->source,
                              .begin = (size_t)(begin - read->source->text),
                              .end = (size_t)(begin - read->source->text) };
    size_t length = (size_t)(read->end - begin);
    if (length == 0) {
        fw_report(diag, place, FW_DATA_SYNTAX, "no data: the text is empty");
        return false;
    }
    const char *nul = memchr(begin, '\0', length);
    size_t good = fw_utf8_check(begin, length);
    if (nul != NULL || good < length) {
        place.begin += nul != NULL ? (size_t)(nul - begin) : good;
        place.end = place.begin + 1;
        struct fw_diagnostic *d =
            fw_report(diag, place, FW_JSON_ENCODING,
                      nul != NULL ? "a NUL byte in a text" : "a byte that is not UTF-8");
        fw_hint(diag, d, "save the file as UTF-8");
        return false;
    }
    return true;
}

static const struct fw_table *csv_read(const struct fw_read *read)
{
    const char *begin = read->begin, *end = read->end;
    if (end - begin >= 3 && memcmp(begin, "\xEF\xBB\xBF", 3) == 0) {
        begin += 3;
    }
    if (!check_text(read, begin)) {
        return NULL;
    }
    end -= end > begin && end[-1] == '\n';
    end -= end > begin && end[-1] == '\r';
    struct csv csv = {
        .read = read,
        .cells = { .source = read->source,
                   .diag = read->load->diag,
                   .p = begin,
                   .end = end,
                   .delimiter = read->format->delimiter },
    };
    if (read->resource != NULL && !fw_package_check_rows(read, csv.cells)) {
        return NULL;
    }
    const struct fw_table *table = read_table(&csv);
    fw_bytes_finish(&csv.cells.unquoted);
    return table;
}

const struct fw_data_reader fw_data_csv = {
    .name = "csv",
    .doc = "Cells separated by commas, names in the first line.",
    .delimiter = ',',
    .read = csv_read,
};

const struct fw_data_reader fw_data_tsv = {
    .name = "tsv",
    .doc = "Cells separated by tabulators, names in the first line.",
    .delimiter = '\t',
    .read = csv_read,
};

const struct fw_data_reader fw_data_dsv = {
    .name = "dsv",
    .doc = "Cells separated by format.delimiter, names in the first line.",
    .read = csv_read,
};
