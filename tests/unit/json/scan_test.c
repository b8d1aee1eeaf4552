/* Values and rows straight from the tokenizer. */
#include "json/scan.h"

#include <string.h>

#include "base/bytes.h"
#include "support/cmocka.h"

static struct fw_arena *arena;
static struct fw_strings *strings;
static struct fw_source source;
static struct fw_json_scan scan;

static int set_up(void **state)
{
    (void)state;
    arena = fw_arena_create();
    strings = fw_strings_new(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fw_arena_destroy(arena);
    return 0;
}

static enum fw_token begin(const char *text)
{
    source = (struct fw_source){ "rows.json", text, strlen(text) };
    fw_json_scan_begin(&scan, arena, strings, &source, 0, source.length, 0);
    return fw_json_scan_next(&scan);
}

static void a_value(void **state)
{
    (void)state;
    struct fw_value value;
    enum fw_token token =
        begin(" {\"k\": [1.5e3, -0, \"\\ud83d\\ude00\\n\", true, null], \"\": {}} ");
    assert_true(fw_json_scan_value(&scan, token, &value));
    struct fw_value k = fw_member_text(value, "k");
    assert_true(k.array->items[0].number == 1500);
    assert_true(fw_str_is(k.array->items[2].string, "\360\237\230\200\n"));
    assert_int_equal(fw_member_text(value, "").kind, FW_OBJECT);
    assert_int_equal(fw_json_scan_next(&scan), FW_TOKEN_END);
}

static void an_object_of_many_keys(void **state)
{
    (void)state;
    struct fw_bytes text = { 0 };
    fw_bytes_put(&text, '{');
    for (int i = 0; i < 500; i++) {
        fw_bytes_printf(&text, "\"k%d\": %d,", i, i);
    }
    fw_bytes_puts(&text, "\"last\": 1}");
    struct fw_value value;
    assert_true(fw_json_scan_value(&scan, begin(fw_bytes_text(&text)), &value));
    assert_int_equal(value.object->count, 501);
    assert_true(fw_member_text(value, "k499").number == 499);
    text.length -= 1;
    fw_bytes_puts(&text, ",\"k77\": 1}");
    assert_false(fw_json_scan_value(&scan, begin(fw_bytes_text(&text)), &value));
    assert_int_equal(scan.fault, FW_FAULT_DUPLICATE);
    fw_bytes_finish(&text);
}

/* Writes what the sink is told into a text. */
static bool log_column(void *context, size_t column, fw_str key)
{
    fw_bytes_printf(context, "[%zu %s]", column, key->text);
    return true;
}

static bool log_cell(void *context, size_t row, size_t column, struct fw_value value)
{
    fw_bytes_printf(context, " %zu.%zu=%s", row, column, fw_to_string(strings, value)->text);
    return true;
}

static bool log_item(void *context, size_t row, struct fw_value value)
{
    fw_bytes_printf(context, " %zu:%s", row, fw_to_string(strings, value)->text);
    return true;
}

static void rows(void **state)
{
    (void)state;
    struct fw_bytes log = { 0 };
    struct fw_json_sink sink = { &log, log_column, log_cell, log_item };
    size_t count;
    assert_int_equal(
        begin("[{\"a\": 1, \"b\": \"x\"}, {\"b\": null, \"a\": 2, \"c\\u0064\": [1, 2]}, 7, {}]"),
        FW_TOKEN_ARRAY);
    assert_true(fw_json_scan_rows(&scan, &sink, &count));
    assert_int_equal(count, 4);
    assert_string_equal(fw_bytes_text(&log),
                        "[0 a] 0.0=1[1 b] 0.1=x 1.1=null 1.0=2[2 cd] 1.2=1,2 2:7");
    fw_bytes_finish(&log);
}

static void faults_in_rows(void **state)
{
    static const struct {
        const char *text;
        enum fw_json_fault fault;
        size_t begin;
    } cases[] = {
        { "[{\"a\": 1, \"a\": 2}]", FW_FAULT_DUPLICATE, 10 },
        { "[{\"a\": 1}, {\"a\": }]", FW_FAULT_VALUE, 17 },
        { "[{\"a\": 1} {\"a\": 2}]", FW_FAULT_ITEM_END, 10 },
        { "[{\"a\": 1}", FW_FAULT_ITEM_END, 9 },
        { "[{\"a\": {\"b\": 1, \"b\": 1}}]", FW_FAULT_DUPLICATE, 16 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_bytes log = { 0 };
        struct fw_json_sink sink = { &log, log_column, log_cell, log_item };
        size_t count;
        begin(cases[i].text);
        assert_false(fw_json_scan_rows(&scan, &sink, &count));
        assert_int_equal(scan.fault, cases[i].fault);
        assert_int_equal(scan.fault_begin, cases[i].begin);
        fw_bytes_finish(&log);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_value, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_object_of_many_keys, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(faults_in_rows, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
