/* Shorthand taken out of specs: the same as Vega-Lite's answers in normalize.json, and what is
 * reported. */
#include "chart/normalize.h"

#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "support/cmocka.h"
#include "json/scan.h"
#include "json/write.h"

static struct fw_maker make;
static struct fw_diag *diag;

static int set_up(void **state)
{
    (void)state;
    make.arena = fw_arena_create();
    make.strings = fw_strings_new(make.arena);
    diag = fw_diag_new(make.arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fw_arena_destroy(make.arena);
    return 0;
}

static struct fw_value read_value(const char *text)
{
    struct fw_source *source = FW_NEW(make.arena, struct fw_source);
    struct fw_json_scan scan;
    struct fw_value value = fw_undefined();
    *source = (struct fw_source){ "test", text, strlen(text) };
    fw_json_scan_begin(&scan, make.arena, make.strings, source, 0, source->length, 0);
    assert_true(fw_json_scan_value(&scan, fw_json_scan_next(&scan), &value));
    return value;
}

static const char *write_value(struct fw_value value)
{
    struct fw_bytes out = { 0 };
    struct fw_json_writer writer = { .out = &out };
    fw_json_value(&writer, value);
    const char *text = fw_arena_text(make.arena, fw_bytes_text(&out), out.length);
    fw_bytes_finish(&out);
    return text;
}

static struct fw_value normalize(const struct fw_json *json, struct fw_value spec)
{
    struct fw_config config;
    fw_config_init(&config, make, read_value(fw_config_defaults), fw_undefined(),
                   fw_get(spec, "config"));
    struct fw_normalize_context context = {
        .make = make, .config = &config, .diag = diag, .json = json
    };
    return fw_normalize(&context, spec);
}

static struct fw_value normalize_text(const char *text)
{
    struct fw_source *source = FW_NEW(make.arena, struct fw_source);
    *source = (struct fw_source){ "test", text, strlen(text) };
    const struct fw_json *json = fw_json_read(make.arena, make.strings, source, NULL, diag);
    assert_non_null(json);
    return normalize(json, fw_node_value(make.arena, fw_json_root(json)));
}

/* Equal as JSON: the order of members does not count. */
static bool same(struct fw_value a, struct fw_value b)
{
    if (a.kind != b.kind) {
        return false;
    }
    if (a.kind == FW_ARRAY) {
        bool is_same = fw_length(a) == fw_length(b);
        for (size_t i = 0; is_same && i < fw_length(a); i++) {
            is_same = same(fw_at(a, i), fw_at(b, i));
        }
        return is_same;
    }
    if (a.kind == FW_OBJECT) {
        bool is_same = a.object->count == b.object->count;
        for (size_t i = 0; is_same && i < a.object->count; i++) {
            is_same = same(a.object->values[i], fw_member(b, a.object->keys[i]));
        }
        return is_same;
    }
    return fw_equal(a, b);
}

static void specs_become_what_vega_lite_makes_of_them(void **state)
{
    (void)state;
    const char *text = "";
    size_t length = 0;
    assert_int_equal(fw_file_read(make.arena, FW_SOURCE_DIR "/tests/unit/chart/normalize.json",
                                  FW_LIMIT_SPEC_BYTES, &text, &length),
                     FW_READ_FINE);
    struct fw_value cases = read_value(text);
    assert_true(fw_length(cases) > 50);
    for (size_t i = 0; i < fw_length(cases); i++) {
        struct fw_value c = fw_at(cases, i), expected = fw_get(c, "normalized");
        struct fw_value actual = normalize(NULL, fw_get(c, "spec"));
        if (!same(actual, expected)) {
            fail_msg("%s:\n%s\nexpected\n%s", fw_get_text(c, "name", ""), write_value(actual),
                     write_value(expected));
        }
    }
    assert_int_equal(fw_diag_errors(diag), 0);
}

/* Vega-Lite's own expressions do not reach such fields. */
static void names_with_dots_and_quotes_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *field, *column, *path, *value;
    } cases[] = {
        { "a\\.b", "lower_box_a.b", "lower_box_a\\.b", "datum['a.b']" },
        { "a.b", "lower_box_a.b", "lower_box_a\\.b", "datum['a']['b']" },
        { "a['b c']", "lower_box_a.b c", "lower_box_a\\.b c", "datum['a']['b c']" },
        { "it\\'s", "lower_box_it's", "lower_box_it\\'s", "datum['it\\'s']" },
    };
    struct fw_value spec =
        read_value("{\"mark\": \"boxplot\", \"encoding\": {\"x\": {\"type\": \"quantitative\"}}}");
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_value x = fw_get(fw_get(spec, "encoding"), "x");
        x = fw_with(make, x, "field", fw_text_value(make, cases[i].field));
        struct fw_value encoding = fw_with(make, fw_undefined(), "x", x);
        struct fw_value view = normalize(NULL, fw_with(make, spec, "encoding", encoding));
        struct fw_value rows = fw_at(fw_get(view, "layer"), 0);
        struct fw_value boxes = fw_at(fw_get(view, "layer"), 1);
        struct fw_value summary = fw_get(fw_at(fw_get(boxes, "transform"), 0), "aggregate");
        struct fw_value box = fw_get(fw_at(fw_get(boxes, "layer"), 0), "encoding");
        struct fw_value outliers = fw_at(fw_get(rows, "layer"), 0);
        const char *test = fw_get_text(fw_at(fw_get(outliers, "transform"), 0), "filter", "");
        assert_string_equal(fw_get_text(fw_at(summary, 0), "as", ""), cases[i].column);
        assert_string_equal(fw_get_text(fw_get(box, "x"), "field", ""), cases[i].path);
        assert_non_null(strstr(test, cases[i].value));
    }
}

static void faults_are_reported_at_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *spec;
        enum fw_code code;
        const char *pointer, *message;
    } cases[] = {
        { "{\"mark\": \"boxplot\", \"encoding\": {\"x\": {\"field\": \"a\"}}}", FW_MISSING_PROPERTY,
          "", "a mark of type 'boxplot' needs a continuous x or y" },
        { "{\"mark\": \"errorband\", \"encoding\": {\"y\": {\"datum\": 1}}}", FW_MISSING_PROPERTY,
          "/encoding/y", "a mark of type 'errorband' needs a field on 'y'" },
        { "{\"layer\": [{\"mark\": \"errorbar\", \"encoding\": {\"x\": {\"field\": \"a\", "
          "\"type\": "
          "\"quantitative\"}, \"x2\": {\"field\": \"b\"}, \"xError\": {\"field\": \"c\"}}}]}",
          FW_CONFLICT, "/layer/0/encoding/x2",
          "a mark of type 'errorbar' cannot have both an end and an error" },
        { "{\"mark\": \"errorbar\", \"encoding\": {\"x\": {\"field\": \"a\", \"type\": "
          "\"quantitative\"}, \"xError2\": {\"field\": \"c\"}}}",
          FW_CONFLICT, "/encoding/xError2",
          "a mark of type 'errorbar' cannot have 'xError2' without 'xError'" },
        { "{\"layer\": [{\"hconcat\": []}]}", FW_MISSING_PROPERTY, "/layer/0",
          "the view has neither mark nor layers" },
        { "{\"repeat\": [\"a\"], \"spec\": {\"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": "
          "{\"repeat\": \"row\"}}}}}",
          FW_IGNORED, "/spec/encoding/x/field", "no repeat is called 'row' here" },
    };
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        diag = fw_diag_new(make.arena);
        normalize_text(cases[i].spec);
        assert_int_equal(fw_diag_count(diag), 1);
        const struct fw_diagnostic *d = fw_diag_get(diag, 0);
        assert_string_equal(d->message, cases[i].message);
        assert_int_equal(d->code, cases[i].code);
        assert_string_equal(d->place.pointer, cases[i].pointer);
    }
}

static void repeats_in_each_other_are_held_against_the_limit(void **state)
{
    (void)state;
    struct fw_value fields = fw_undefined();
    for (size_t i = 0; i < 100; i++) {
        fields = fw_append(make, fields, fw_text_value(make, "a"));
    }
    struct fw_value spec = read_value("{\"mark\": \"bar\"}");
    for (size_t i = 0; i < 8; i++) {
        spec = fw_with(make, fw_undefined(), "spec", spec);
        spec = fw_with(make, spec, "repeat", fields);
    }
    normalize(NULL, spec);
    assert_int_equal(fw_diag_count(diag), 1);
    assert_int_equal(fw_diag_get(diag, 0)->code, FW_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(specs_become_what_vega_lite_makes_of_them, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(names_with_dots_and_quotes_are_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(faults_are_reported_at_their_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(repeats_in_each_other_are_held_against_the_limit, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
