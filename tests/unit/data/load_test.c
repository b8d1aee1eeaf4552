/* Loading: "data" blocks to rows, and the reports of wrong ones. */
#include "data/load.h"

#include <string.h>

#include "data/origin.h"
#include "support/cmocka.h"
#include "json/write.h"

/** A document with one data block, and what loading it left behind. */
struct loaded {
    struct fw_arena *arena;
    struct fw_strings *strings;
    struct fw_diag *diag;
    const struct fw_table *table;
};

static struct loaded load(const char *spec, const struct fw_load_request *request)
{
    struct loaded loaded = { .arena = fw_arena_create() };
    loaded.strings = fw_strings_new(loaded.arena);
    loaded.diag = fw_diag_new(loaded.arena);
    struct fw_source *source = FW_NEW(loaded.arena, struct fw_source);
    *source = (struct fw_source){ .name = "spec.json", .text = spec, .length = strlen(spec) };
    const struct fw_json *json =
        fw_json_read(loaded.arena, loaded.strings, source, NULL, loaded.diag);
    assert_non_null(json);
    struct fw_node root = fw_json_root(json);
    struct fw_load context = {
        .arena = loaded.arena,
        .strings = loaded.strings,
        .diag = loaded.diag,
        .folder = FW_SOURCE_DIR "/tests/unit/data",
        .datasets = fw_node_member(root, "datasets"),
    };
    loaded.table = fw_data_load(&context, fw_node_member(root, "data"), request);
    return loaded;
}

/** The rows as one line of JSON, times as milliseconds. */
static const char *rows_text(struct loaded *loaded)
{
    struct fw_bytes bytes = { 0 };
    struct fw_json_writer writer = { .out = &bytes };
    fw_json_open(&writer, '[');
    for (size_t row = 0; row < loaded->table->rows; row++) {
        struct fw_value value = fw_table_row(loaded->arena, loaded->table, row);
        for (size_t i = 0; i < value.object->count; i++) {
            if (value.object->values[i].kind == FW_TIME) {
                value.object->values[i].kind = FW_NUMBER;
            }
        }
        fw_json_value(&writer, value);
    }
    fw_json_close(&writer, ']');
    const char *text = fw_arena_text(loaded->arena, bytes.data, bytes.length);
    fw_bytes_finish(&bytes);
    return text;
}

/* The answers are those of Vega 6.2 and Vega-Lite 6.4.3. */
static void blocks_give_rows(void **state)
{
    static const struct {
        const char *spec, *rows;
    } cases[] = {
        { "{\"data\":{\"values\":[{\"a\":1,\"b\":\"x\"},{\"b\":null,\"a\":2.5}]}}",
          "[{\"a\":1,\"b\":\"x\"},{\"a\":2.5,\"b\":null}]" },
        { "{\"data\":{\"values\":[1,\"x\",true]}}",
          "[{\"data\":1},{\"data\":\"x\"},{\"data\":true}]" },
        { "{\"data\":{\"values\":{\"a\":1}}}", "[{\"a\":1}]" },
        { "{\"data\":{\"values\":[]}}", "[]" },
        { "{\"data\":{\"values\":{\"a\":{\"b\":[{\"c\":1}]}},\"format\":{\"property\":\"a.b\"}}}",
          "[{\"c\":1}]" },
        { "{\"data\":{\"values\":[{\"a\":[1,{\"b\":2}]}]}}", "[{\"a\":[1,{\"b\":2}]}]" },
        { "{\"data\":{\"name\":\"n\"},\"datasets\":{\"n\":[{\"a\":1}]}}", "[{\"a\":1}]" },
        { "{\"data\":{\"sequence\":{\"start\":1,\"stop\":2,\"step\":0.25,\"as\":\"x\"}}}",
          "[{\"x\":1},{\"x\":1.25},{\"x\":1.5},{\"x\":1.75}]" },
        { "{\"data\":{\"sphere\":true}}", "[{\"type\":\"Sphere\"}]" },
        /* delimited texts: columns are text unless they are parsed */
        { "{\"data\":{\"values\":\"a,b\\n1,x\\n2,\\n\",\"format\":{\"type\":\"csv\"}}}",
          "[{\"a\":\"1\",\"b\":\"x\"},{\"a\":\"2\",\"b\":\"\"}]" },
        { "{\"data\":{\"values\":\"a,b\\r\\n1,x\\r\\n2,y\",\"format\":{\"type\":\"csv\"}}}",
          "[{\"a\":\"1\",\"b\":\"x\"},{\"a\":\"2\",\"b\":\"y\"}]" },
        { "{\"data\":{\"values\":\"a\\rb\\rc\",\"format\":{\"type\":\"csv\"}}}",
          "[{\"a\":\"b\"},{\"a\":\"c\"}]" },
        { "{\"data\":{\"values\":\"a,b\\n\\\"x,\\\"\\\"y\\\"\\\"\\nz\\\",\\\"\\\"\\n\","
          "\"format\":{\"type\":\"csv\"}}}",
          "[{\"a\":\"x,\\\"y\\\"\\nz\",\"b\":\"\"}]" },
        { "{\"data\":{\"values\":\"\\uFEFFa\\tb\\n1\\t2\",\"format\":{\"type\":\"tsv\"}}}",
          "[{\"a\":\"1\",\"b\":\"2\"}]" },
        { "{\"data\":{\"values\":\"a|b\\n1|2\",\"format\":{\"type\":\"dsv\",\"delimiter\":\"|\"}}}",
          "[{\"a\":\"1\",\"b\":\"2\"}]" },
        { "{\"data\":{\"values\":\"a,b\\n\\n1,2\\n\\n\",\"format\":{\"type\":\"csv\"}}}",
          "[{\"a\":\"1\",\"b\":\"2\"}]" },
        { "{\"data\":{\"values\":\"a,b\",\"format\":{\"type\":\"csv\"}}}", "[]" },
        /* parse */
        { "{\"data\":{\"values\":\"a,b,c,d\\n1,false,2012-01-02,7\\n,,,\\nx,1,y,z\\n\","
          "\"format\":{\"type\":\"csv\",\"parse\":{\"a\":\"number\",\"b\":\"boolean\",\"c\":"
          "\"date\","
          "\"d\":\"string\"}}}}",
          "[{\"a\":1,\"b\":false,\"c\":1325462400000,\"d\":\"7\"},"
          "{\"a\":null,\"b\":null,\"c\":null,\"d\":null},"
          "{\"a\":null,\"b\":true,\"c\":null,\"d\":\"z\"}]" },
        { "{\"data\":{\"values\":[{\"a\":\"5\",\"b\":0},{\"a\":\"\",\"b\":\"0\"},{\"a\":true,\"b\":"
          "null}],"
          "\"format\":{\"parse\":{\"a\":\"number\",\"b\":\"boolean\"}}}}",
          "[{\"a\":5,\"b\":false},{\"a\":null,\"b\":false},{\"a\":1,\"b\":null}]" },
        { "{\"data\":{\"values\":[{\"a\":\"3.2.2012\"},{\"a\":\"no\"}],"
          "\"format\":{\"parse\":{\"a\":\"utc:'%d.%m.%Y'\"}}}}",
          "[{\"a\":1328227200000},{\"a\":null}]" },
        { "{\"data\":{\"values\":\"a,b,c,d\\n1,true,2012-01-01,x\\n2,,2012-01-02,y\\n\","
          "\"format\":{\"type\":\"csv\",\"parse\":\"auto\"}}}",
          "[{\"a\":1,\"b\":\"true\",\"c\":1325376000000,\"d\":\"x\"},"
          "{\"a\":2,\"b\":null,\"c\":1325462400000,\"d\":\"y\"}]" },
        /* TopoJSON */
        { "{\"data\":{\"values\":{\"type\":\"Topology\",\"transform\":{\"scale\":[2,1],"
          "\"translate\":[1,0]},"
          "\"objects\":{\"l\":{\"type\":\"LineString\",\"id\":3,\"arcs\":[0,-2]}},"
          "\"arcs\":[[[0,0],[1,1]],[[2,2],[-1,-1]]]},\"format\":{\"type\":\"topojson\","
          "\"feature\":\"l\"}}}",
          "[{\"type\":\"Feature\",\"id\":3,\"properties\":{},\"geometry\":{\"type\":\"LineString\","
          "\"coordinates\":[[1,0],[3,1],[5,2]]}}]" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct loaded loaded = load(cases[i].spec, NULL);
        if (loaded.table == NULL) {
            fail_msg("case %zu: %s", i, fw_diag_get(loaded.diag, 0)->message);
        }
        const char *rows = rows_text(&loaded);
        if (strcmp(rows, cases[i].rows) != 0) {
            fail_msg("case %zu: rows %s, expected %s", i, rows, cases[i].rows);
        }
        fw_arena_destroy(loaded.arena);
    }
}

static void wrong_blocks_are_reported_with_their_place(void **state)
{
    static const struct {
        const char *spec;
        enum fw_code code;
        const char *message;
        size_t line, column;
    } cases[] = {
        { "{\"data\":{\"values\":\"a,b\\n1,2,3\\n4,5\",\"format\":{\"type\":\"csv\"}}}",
          FW_DATA_SYNTAX, "a row of 3 cells under a header of 2", 2, 1 },
        { "{\"data\":{\"values\":\"a,b\\n1,2\\n4\",\"format\":{\"type\":\"csv\"}}}", FW_DATA_SYNTAX,
          "a row of 1 cell under a header of 2", 3, 1 },
        { "{\"data\":{\"values\":\"a,b\\n1,\\\"2\\n4,5\",\"format\":{\"type\":\"csv\"}}}",
          FW_DATA_SYNTAX, "a quote without its closing quote", 2, 3 },
        { "{\"data\":{\"values\":\"a,b\\n\\\"1\\\"x,2\",\"format\":{\"type\":\"csv\"}}}",
          FW_DATA_SYNTAX, "text behind the closing quote of a cell", 2, 4 },
        { "{\"data\":{\"values\":\"\",\"format\":{\"type\":\"csv\"}}}", FW_DATA_SYNTAX,
          "no data: the text is empty", 1, 1 },
        { "{\"data\":{\"name\":\"m\"},\"datasets\":{\"n\":[]}}", FW_DATA_UNKNOWN,
          "no dataset is called 'm'", 1, 17 },
        { "{\"data\":{\"values\":[],\"format\":{\"parse\":{\"a\":\"nomber\"}}}}", FW_UNKNOWN_VALUE,
          "unknown type 'nomber' to parse 'a' as", 1, 45 },
        { "{\"data\":{\"values\":{},\"format\":{\"property\":\"a\"}}}", FW_DATA_UNKNOWN,
          "no property 'a' in 'spec.json'", 1, 43 },
        { "{\"data\":{}}", FW_MISSING_PROPERTY,
          "'data' says neither where its rows are nor what they are", 1, 9 },
        { "{\"data\":{\"values\":\"a\",\"format\":{\"type\":\"dsv\"}}}", FW_MISSING_PROPERTY,
          "format dsv needs a 'delimiter' of one character", 1, 32 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct loaded loaded = load(cases[i].spec, NULL);
        assert_null(loaded.table);
        assert_int_equal(fw_diag_count(loaded.diag), 1);
        const struct fw_diagnostic *d = fw_diag_get(loaded.diag, 0);
        size_t line, column;
        fw_source_locate(d->place.source, d->place.begin, &line, &column);
        if (d->code != cases[i].code || strcmp(d->message, cases[i].message) != 0 ||
            line != cases[i].line || column != cases[i].column) {
            fail_msg("case %zu: %zu:%zu: %s [%s]", i, line, column, d->message,
                     fw_code_slug(d->code));
        }
        fw_arena_destroy(loaded.arena);
    }
}

static void columns_are_read_as_the_request_wants(void **state)
{
    (void)state;
    static const char spec[] = "{\"data\":{\"values\":\"a,b,c,d\\n1,2,3,4\\n5,x,7,8\\n\","
                               "\"format\":{\"type\":\"csv\"}}}";
    /* Names must come from the strings of the document: so the request is made from a first load.
     */
    struct loaded first = load(spec, NULL);
    fw_str names[4];
    for (size_t i = 0; i < 4; i++) {
        names[i] = first.table->columns[i]->name;
    }
    struct fw_source source = { .name = "spec.json", .text = spec, .length = sizeof spec - 1 };
    const struct fw_json *json =
        fw_json_read(first.arena, first.strings, &source, NULL, first.diag);
    struct fw_load context = { .arena = first.arena, .strings = first.strings, .diag = first.diag };
    struct fw_parse parse = { .field = "d", .kind = FW_PARSE_NUMBER };
    fw_str wanted[] = { names[0], names[1], names[3] };
    struct fw_load_request request = { .columns = wanted,
                                       .column_count = 3,
                                       .numeric = names,
                                       .numeric_count = 2,
                                       .parses = &parse,
                                       .parse_count = 1 };
    const struct fw_table *table =
        fw_data_load(&context, fw_node_member(fw_json_root(json), "data"), &request);
    assert_int_equal(table->column_count, 3);
    assert_int_equal(table->columns[0]->type, FW_COLUMN_NUMBER);
    assert_int_equal(table->columns[1]->type, FW_COLUMN_STRING); /* 'x' is no number */
    assert_int_equal(table->columns[2]->type, FW_COLUMN_NUMBER);
    assert_true(fw_table_number(table, table->columns[2], 1) == 8);
    assert_string_equal(fw_table_value(table, table->columns[1], 0).string->text, "2");
    fw_arena_destroy(first.arena);
}

static void cells_are_found_again(void **state)
{
    static const struct {
        const char *spec;
        size_t row;
        const char *column;
        size_t line, at;
        size_t length;
    } cases[] = {
        { "{\"data\":{\"values\":\"a,b\\n1,x\\n\\n2,\\\"y\\nz\\\"\\r\\n3,w\",\"format\":{\"type\":"
          "\"csv\"}}}",
          1, "b", 4, 3, 5 },
        { "{\"data\":{\"values\":\"a,b\\n1,x\\n2,y\",\"format\":{\"type\":\"csv\"}}}", 1, "b", 3, 3,
          1 },
        { "{\"data\":{\"values\":[{\"a\":1,\"b\":[2]},\n{\"a\":3,\"b\":\"four\"}]}}", 1, "b", 2, 12,
          6 },
        { "{\"data\":{\"values\":[{\"a\":1},\n5]}}", 1, "data", 2, 1, 1 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct loaded loaded = load(cases[i].spec, NULL);
        assert_non_null(loaded.table);
        fw_str name = fw_intern_text(loaded.strings, cases[i].column);
        struct fw_place place = fw_table_place(loaded.table, loaded.strings, cases[i].row, name);
        size_t line, column;
        fw_source_locate(place.source, place.begin, &line, &column);
        if (line != cases[i].line || column != cases[i].at ||
            place.end - place.begin != cases[i].length) {
            fail_msg("case %zu: %zu:%zu, %zu bytes", i, line, column, place.end - place.begin);
        }
        fw_arena_destroy(loaded.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_give_rows),
        cmocka_unit_test(wrong_blocks_are_reported_with_their_place),
        cmocka_unit_test(columns_are_read_as_the_request_wants),
        cmocka_unit_test(cells_are_found_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
