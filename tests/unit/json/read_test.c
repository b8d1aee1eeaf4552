/* JSON with places: nodes, faults and their sentences. */
#include "json/json.h"

#include <stdlib.h>
#include <string.h>

#include "support/cmocka.h"
#include "json/scan.h"

/* A document on its way; all of it goes with the arena. */
struct reading {
    struct fw_arena *arena;
    struct fw_strings *strings;
    struct fw_diag *diag;
    const struct fw_json *json;
};

static struct reading read_bytes(const char *text, size_t length)
{
    struct reading r = { .arena = fw_arena_create() };
    struct fw_source *source = FW_NEW(r.arena, struct fw_source);
    *source = (struct fw_source){ "a.json", fw_arena_text(r.arena, text, length), length };
    r.strings = fw_strings_new(r.arena);
    r.diag = fw_diag_new(r.arena);
    r.json = fw_json_read(r.arena, r.strings, source, NULL, r.diag);
    return r;
}

static struct reading read_text(const char *text)
{
    return read_bytes(text, strlen(text));
}

static void nodes_have_places(void **state)
{
    (void)state;
    struct reading r =
        read_text("{\"a/b\": [1, {\"c~\": \"x\\u00e9y\"}], \"t\":true , \"n\": null}");
    struct fw_node root = fw_json_root(r.json), a = fw_node_member(root, "a/b");
    assert_int_equal(fw_node_count(root), 3);
    assert_true(fw_node_number(fw_node_item(a, 0), 0) == 1);
    assert_false(fw_node_there(fw_node_item(a, 2)));
    assert_false(fw_node_there(fw_node_member(a, "x")));
    struct fw_node c = fw_node_member(fw_node_item(a, 1), "c~");
    assert_true(fw_str_is(fw_node_string(c, NULL), "x\303\251y"));
    struct fw_place place = fw_node_place(r.arena, c);
    assert_string_equal(place.pointer, "/a~1b/1/c~0");
    assert_int_equal(place.begin, 19);
    assert_int_equal(place.end, 29);
    place = fw_node_key_place(r.arena, c);
    assert_int_equal(place.begin, 13);
    assert_int_equal(place.end, 17);
    place = fw_node_text_place(r.arena, c, 3, 1); /* the y, behind two bytes of an escape */
    assert_int_equal(place.begin, 27);
    assert_int_equal(place.end, 28);
    assert_true(fw_node_boolean(fw_node_member(root, "t"), false));
    assert_false(fw_node_there(fw_node_next(fw_node_member(root, "n"))));
    assert_string_equal(fw_node_place(r.arena, root).pointer, "");
    fw_arena_destroy(r.arena);
}

static void a_part_keeps_its_places(void **state)
{
    (void)state;
    static const char text[] = "{\"list\": [1, {\"a\": [true, \"x\"]}]}";
    struct reading r = read_text(text);
    struct fw_json_part part = { .source = r.json->source,
                                 .begin = 13,
                                 .end = 31,
                                 .pointer = "/list/1" };
    const struct fw_json *json = fw_json_read_part(r.arena, r.strings, &part, r.diag);
    struct fw_node x = fw_node_item(fw_node_member(fw_json_root(json), "a"), 1);
    assert_true(fw_str_is(fw_node_string(x, NULL), "x"));
    struct fw_place place = fw_node_place(r.arena, x);
    assert_string_equal(place.pointer, "/list/1/a/1");
    assert_ptr_equal(place.source, r.json->source);
    assert_int_equal(place.begin, 26);
    assert_string_equal(fw_node_place(r.arena, fw_json_root(json)).pointer, "/list/1");
    fw_arena_destroy(r.arena);
}

static void a_node_is_a_value(void **state)
{
    (void)state;
    struct reading r = read_text("\357\273\277 {\"a\": [1, \"x\", null, {}], \"b\": false} ");
    struct fw_value value = fw_node_value(r.arena, fw_json_root(r.json));
    struct fw_value a = fw_member_text(value, "a");
    assert_int_equal(value.object->origin, 1);
    assert_int_equal(a.array->count, 4);
    assert_int_equal(a.array->items[2].kind, FW_NULL);
    assert_int_equal(a.array->items[3].object->origin, 6);
    assert_int_equal(fw_member_text(value, "b").kind, FW_BOOLEAN);
    fw_arena_destroy(r.arena);
}

static void rows_are_skipped(void **state)
{
    static const char *const cases[] = {
        "{\"data\": {\"name\": \"d\", \"values\": [{\"a\": [1]}, {\"a\": \"]\"}]}, \"mark\": "
        "\"bar\"}",
        "{\"datasets\": {\"d\": [{\"a\": 1}], \"e\": {\"values\": [1]}}, \"mark\": \"bar\"}",
        "{\"layer\": [{\"data\": {\"values\": {\"type\": \"Topology\"}}}], \"mark\": \"bar\"}",
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct reading r = read_text(cases[i]);
        assert_non_null(r.json);
        size_t skipped = 0;
        for (int32_t n = 0; n < r.json->count; n++) {
            if (r.json->nodes[n].skipped) {
                struct fw_value value;
                struct fw_json_scan scan;
                fw_json_scan_begin(&scan, r.arena, r.strings, r.json->source,
                                   r.json->nodes[n].begin, r.json->nodes[n].end, 0);
                assert_true(fw_json_scan_value(&scan, fw_json_scan_next(&scan), &value));
                assert_int_equal(fw_json_scan_next(&scan), FW_TOKEN_END);
                assert_int_equal(r.json->nodes[n].count, 0);
                skipped++;
            }
        }
        assert_int_equal(skipped, i == 1 ? 2 : 1);
        assert_true(
            fw_str_is(fw_node_string(fw_node_member(fw_json_root(r.json), "mark"), NULL), "bar"));
        fw_arena_destroy(r.arena);
    }
}

static void axis_values_are_kept(void **state)
{
    (void)state;
    struct reading r =
        read_text("{\"axis\": {\"values\": [1, 2]}, \"data\": {\"values\": \"a,b\"}}");
    struct fw_node axis = fw_node_member(fw_json_root(r.json), "axis");
    assert_int_equal(fw_node_count(fw_node_member(axis, "values")), 2);
    assert_int_equal(r.json->count, 7);
    fw_arena_destroy(r.arena);
}

static void faults_have_a_place_and_a_hint(void **state)
{
    static const struct {
        const char *text;
        enum fw_code code;
        size_t line, column;
        const char *message, *hint;
    } cases[] = {
        { "", FW_JSON_SYNTAX, 1, 1, "the text is empty: expected a JSON value", NULL },
        { " \n ", FW_JSON_SYNTAX, 2, 2, "the text is empty: expected a JSON value", NULL },
        { "{\"a\": 1\n \"b\": 2}", FW_JSON_SYNTAX, 2, 2, "expected a comma or '}' after a member",
          NULL },
        { "[1 2]", FW_JSON_SYNTAX, 1, 4, "expected a comma or ']' after an item", NULL },
        { "{\"a\": 1,\n}", FW_JSON_SYNTAX, 1, 8, "nothing follows this comma",
          "leave the comma out" },
        { "[1,]", FW_JSON_SYNTAX, 1, 3, "nothing follows this comma", "leave the comma out" },
        { "{'a': 1}", FW_JSON_SYNTAX, 1, 2, "expected a key in double quotes or '}'",
          "JSON puts texts in double quotes, not in single ones" },
        { "{mark: 1}", FW_JSON_SYNTAX, 1, 2, "expected a key in double quotes or '}'",
          "put it in double quotes: \"mark\"" },
        { "{\"a\": bar}", FW_JSON_SYNTAX, 1, 7, "expected a value",
          "put it in double quotes: \"bar\"" },
        { "{\"a\": True}", FW_JSON_SYNTAX, 1, 7, "expected a value",
          "JSON writes true in lower case" },
        { "{\"a\": NaN}", FW_JSON_SYNTAX, 1, 7, "expected a value", "JSON has no NaN: write null" },
        { "{ // why\n}", FW_JSON_SYNTAX, 1, 3, "expected a key in double quotes or '}'",
          "JSON has no comments: leave it out, or say it in \"description\"" },
        { "{\"a\" 1}", FW_JSON_SYNTAX, 1, 6, "expected ':' after a key", NULL },
        { "{\"a\" = 1}", FW_JSON_SYNTAX, 1, 6, "expected ':' after a key",
          "write ':' between a key and its value" },
        { "{} x", FW_JSON_SYNTAX, 1, 4, "expected the end of the text after the value",
          "a document is one value: is there a bracket too many before this?" },
        { "{\"a\": [1,\n 2", FW_JSON_SYNTAX, 2, 3,
          "the text ends too early: expected a comma or ']' after an item",
          "the array that begins at 1:7 is not closed" },
        { "{\"a", FW_JSON_SYNTAX, 1, 2, "this string has no closing quote",
          "a string ends on its own line; a line break in it is written \\n" },
        { "[\"a\tb\"]", FW_JSON_SYNTAX, 1, 4, "a control character stands in a string",
          "write a tab as \\t, others as \\u00XX" },
        { "[\"\\x\"]", FW_JSON_SYNTAX, 1, 3, "unknown escape in a string",
          "JSON knows \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX; a backslash is \\\\" },
        { "[\"\\u12g4\"]", FW_JSON_SYNTAX, 1, 3, "'\\u' needs four hexadecimal digits", NULL },
        { "[\"\\ud800\"]", FW_JSON_SYNTAX, 1, 3, "half of a surrogate pair in a string",
          "write both halves, as in \\ud83d\\ude00, or the character itself" },
        { "[\"a\\u0000\"]", FW_JSON_SYNTAX, 1, 2, "'\\u0000' cannot stand in a text", NULL },
        { "[007]", FW_JSON_SYNTAX, 1, 2, "this is not how JSON writes a number",
          "write digits on both sides of the point, no '+' and no zeros in front" },
        { "[.5]", FW_JSON_SYNTAX, 1, 2, "this is not how JSON writes a number",
          "write digits on both sides of the point, no '+' and no zeros in front" },
        { "[1e]", FW_JSON_SYNTAX, 1, 2, "this is not how JSON writes a number",
          "write digits on both sides of the point, no '+' and no zeros in front" },
        { "{\"a\": 1, \"b\": {\"a\": 2}, \"a\": 3}", FW_JSON_DUPLICATE_KEY, 1, 25,
          "duplicate key 'a'", "the first one is at 1:2" },
        { "[\"\303\251\", \"\377\"]", FW_JSON_ENCODING, 1, 8, "byte 0xFF is not UTF-8",
          "save the file as UTF-8" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct reading r = read_text(cases[i].text);
        assert_null(r.json);
        assert_int_equal(fw_diag_count(r.diag), 1);
        const struct fw_diagnostic *d = fw_diag_get(r.diag, 0);
        size_t line, column;
        fw_source_locate(d->place.source, d->place.begin, &line, &column);
        assert_string_equal(d->message, cases[i].message);
        assert_int_equal(d->code, cases[i].code);
        assert_int_equal(line, cases[i].line);
        assert_int_equal(column, cases[i].column);
        assert_string_equal(d->hint == NULL ? "" : d->hint,
                            cases[i].hint == NULL ? "" : cases[i].hint);
        fw_arena_destroy(r.arena);
    }
}

static void every_duplicate_is_reported(void **state)
{
    (void)state;
    struct reading r = read_text("{\"a\": {\"x\": 1, \"x\": 2, \"x\": 3}, \"b\": 1, \"b\": 2}");
    assert_null(r.json);
    assert_int_equal(fw_diag_errors(r.diag), 3);
    fw_arena_destroy(r.arena);
}

static void limits_hold(void **state)
{
    (void)state;
    char deep[2 * FW_LIMIT_JSON_DEPTH + 2];
    memset(deep, '[', FW_LIMIT_JSON_DEPTH + 1);
    memset(deep + FW_LIMIT_JSON_DEPTH + 1, ']', FW_LIMIT_JSON_DEPTH + 1);
    struct reading r = read_bytes(deep, sizeof deep);
    assert_null(r.json);
    assert_int_equal(fw_diag_get(r.diag, 0)->code, FW_JSON_LIMIT);
    fw_arena_destroy(r.arena);
    r = read_bytes(deep + 1, sizeof deep - 2);
    assert_non_null(r.json);
    fw_arena_destroy(r.arena);
    r = read_bytes("{\"a\": 1}\0", 9);
    assert_null(r.json);
    assert_string_equal(fw_diag_get(r.diag, 0)->message, "a NUL byte stands in the text");
    fw_arena_destroy(r.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nodes_have_places),
        cmocka_unit_test(a_part_keeps_its_places),
        cmocka_unit_test(a_node_is_a_value),
        cmocka_unit_test(rows_are_skipped),
        cmocka_unit_test(axis_values_are_kept),
        cmocka_unit_test(faults_have_a_place_and_a_hint),
        cmocka_unit_test(every_duplicate_is_reported),
        cmocka_unit_test(limits_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
