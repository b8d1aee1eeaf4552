/* Diagnostics as people and programs read them; the JSON writer under them. */
#include "json/report.h"

#include <math.h>
#include <string.h>

#include "support/cmocka.h"
#include "json/write.h"

static struct fw_arena *arena;
static struct fw_diag *diag;

static int set_up(void **state)
{
    (void)state;
    arena = fw_arena_create();
    diag = fw_diag_new(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fw_arena_destroy(arena);
    return 0;
}

static const struct fw_source source = { "rain.vl.json", "{\n\t\"mark\": \"b\303\244rr\",\r\n}",
                                         22 };

static void report_mark(void)
{
    struct fw_place place = { &source, 11, 18, "/mark" };
    struct fw_diagnostic *d = fw_report(diag, place, FW_UNKNOWN_MARK, "unknown mark 'b\303\244rr'");
    fw_hint(diag, d, "did you mean 'bar'?");
}

static void text_shows_the_line(void **state)
{
    (void)state;
    report_mark();
    fw_report(diag, fw_nowhere(), FW_WRITE_FAILED, "cannot write '\033[2J'");
    struct fw_bytes out = { 0 };
    fw_report_text(diag, &out);
    assert_string_equal(fw_bytes_text(&out),
                        "rain.vl.json:2:10: error: unknown mark 'b\303\244rr' [unknown-mark]\n"
                        "  2 |  \"mark\": \"b\303\244rr\",\n"
                        "    |          ^~~~~~\n"
                        "  at /mark\n"
                        "  hint: did you mean 'bar'?\n"
                        "figwright: error: cannot write '?[2J' [write-failed]\n");
    fw_bytes_finish(&out);
}

static void long_lines_are_cut(void **state)
{
    (void)state;
    char line[301];
    memset(line, 'x', 300);
    line[300] = '\0';
    line[200] = 'Y';
    struct fw_source long_source = { "min.json", line, 300 };
    fw_report(diag, (struct fw_place){ &long_source, 200, 201, NULL }, FW_JSON_SYNTAX, "wrong");
    struct fw_bytes out = { 0 };
    fw_report_text(diag, &out);
    const char *text = fw_bytes_text(&out);
    const char *shown = strstr(text, "| ..."), *mark = strchr(text, '^');
    assert_non_null(shown);
    assert_int_equal(strchr(shown, 'Y') - shown, mark - strrchr(text, '|'));
    assert_int_equal(strchr(shown, '\n') - shown, 2 + 3 + 96 + 3);
    fw_bytes_finish(&out);
}

static void json_and_sarif(void **state)
{
    (void)state;
    report_mark();
    struct fw_bytes out = { 0 };
    struct fw_json_writer writer = { .out = &out };
    fw_json_open(&writer, '[');
    fw_report_json(diag, &writer);
    fw_json_close(&writer, ']');
    assert_string_equal(
        fw_bytes_text(&out),
        "[{\"severity\":\"error\",\"code\":\"unknown-mark\",\"message\":\"unknown mark "
        "'b\303\244rr'\",\"hint\":\"did you mean 'bar'?\",\"file\":\"rain.vl.json\",\"line\":2,"
        "\"column\":10,\"endLine\":2,\"endColumn\":16,\"pointer\":\"/mark\"}]");
    out.length = 0;
    writer = (struct fw_json_writer){ .out = &out };
    fw_report_sarif_begin(&writer, "1.2");
    fw_report_sarif(diag, &writer);
    fw_report_sarif_end(&writer);
    assert_non_null(strstr(fw_bytes_text(&out), "\"ruleId\":\"unknown-mark\",\"level\":\"error\""));
    assert_non_null(strstr(fw_bytes_text(&out), "\"region\":{\"startLine\":2,\"startColumn\":10"));
    assert_int_equal(writer.depth, 0);
    fw_bytes_finish(&out);
}

static void values_are_written_in_order(void **state)
{
    (void)state;
    struct fw_strings *strings = fw_strings_new(arena);
    fw_str keys[] = { fw_intern_text(strings, "b\"\n\x01"), fw_intern_text(strings, "a") };
    struct fw_value items[] = { fw_number(0.1), fw_number(NAN), fw_time(0), fw_boolean(true) };
    struct fw_value members[] = { fw_array_value(arena, items, 4), fw_array_value(arena, NULL, 0) };
    struct fw_object object = { .count = 2, .keys = keys, .values = members };
    struct fw_bytes out = { 0 };
    struct fw_json_writer writer = { .out = &out, .indent = 2 };
    fw_json_value(&writer, (struct fw_value){ .kind = FW_OBJECT, .object = &object });
    assert_string_equal(fw_bytes_text(&out),
                        "{\n  \"b\\\"\\n\\u0001\": [\n    0.1,\n    null,\n"
                        "    \"1970-01-01T00:00:00.000Z\",\n    true\n  ],\n  \"a\": []\n}");
    fw_bytes_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(text_shows_the_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_lines_are_cut, set_up, tear_down),
        cmocka_unit_test_setup_teardown(json_and_sarif, set_up, tear_down),
        cmocka_unit_test_setup_teardown(values_are_written_in_order, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
