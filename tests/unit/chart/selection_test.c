/* Charts with selections: their data marks and legends as in the scenes that Vega makes of the
 * specs in selection.json, and what is reported of names that are no params. */
#include "view/selection.h"

#include <math.h>
#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "chart/chart.h"
#include "scene/dump.h"
#include "support/cmocka.h"
#include "json/scan.h"
#include "json/write.h"

static struct fw_maker make;
static struct fw_diag *diag;
static struct fw_fonts *fonts;

static int set_up(void **state)
{
    (void)state;
    make.arena = fw_arena_create();
    make.strings = fw_strings_new(make.arena);
    diag = fw_diag_new(make.arena);
    fonts = fw_fonts_create(&(struct fw_font_options){ 0 }, diag);
    return fonts == NULL;
}

static int tear_down(void **state)
{
    (void)state;
    fw_fonts_destroy(fonts);
    fw_arena_destroy(make.arena);
    return 0;
}

static struct fw_source *source_of(const char *text)
{
    struct fw_source *source = FW_NEW(make.arena, struct fw_source);
    *source = (struct fw_source){ "test", text, strlen(text) };
    return source;
}

static struct fw_value read_value(const char *text)
{
    struct fw_json_scan scan;
    struct fw_value value = fw_undefined();
    fw_json_scan_begin(&scan, make.arena, make.strings, source_of(text), 0, strlen(text), 0);
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

/* The items of a spec's scene, as the scene file has them; undefined when there were errors. */
static struct fw_value compile(const char *text)
{
    const struct fw_json *json =
        fw_json_read(make.arena, make.strings, source_of(text), NULL, diag);
    assert_non_null(json);
    struct fw_chart_context context = {
        .arena = make.arena, .strings = make.strings, .diag = diag, .fonts = fonts
    };
    const struct fw_scene *scene = fw_chart_compile(&context, json);
    if (scene == NULL) {
        return fw_undefined();
    }
    struct fw_bytes out = { 0 };
    fw_scene_dump(scene, fonts, &out);
    struct fw_value value = read_value(fw_arena_text(make.arena, fw_bytes_text(&out), out.length));
    fw_bytes_finish(&out);
    return fw_get(value, "items");
}

/* Of an item only what the expected one says; its opacities as one. */
static bool same_item(struct fw_value actual, struct fw_value expected)
{
    const char *paint = fw_has(actual, "fill") ? "fillOpacity" : "strokeOpacity";
    double alpha = fw_get_number(actual, "opacity", 1) * fw_get_number(actual, paint, 1);
    bool same = fabs(alpha - fw_get_number(expected, "alpha", 1)) < 1e-3;
    for (size_t i = 0; same && i < expected.object->count; i++) {
        struct fw_value a = fw_member(actual, expected.object->keys[i]);
        struct fw_value e = expected.object->values[i];
        bool near = a.kind == FW_NUMBER && e.kind == FW_NUMBER && fabs(a.number - e.number) < 2e-3;
        same = near || fw_equal(a, e) || fw_str_is(expected.object->keys[i], "alpha");
    }
    return same;
}

static bool is_compared(struct fw_value item)
{
    const char *role = fw_get_text(item, "role", "");
    return strcmp(role, "mark") == 0 || strcmp(role, "legend-label") == 0 ||
           strcmp(role, "legend-symbol") == 0;
}

static void check_items(const char *name, struct fw_value items, struct fw_value expected)
{
    size_t at = 0;
    for (size_t i = 0; i < fw_length(items); i++) {
        struct fw_value item = fw_at(items, i);
        if (is_compared(item) && !same_item(item, fw_at(expected, at++))) {
            fail_msg("%s: item %zu\n%s\nexpected\n%s", name, at - 1, write_value(item),
                     write_value(fw_at(expected, at - 1)));
        }
    }
    if (at != fw_length(expected)) {
        fail_msg("%s: %zu items, expected %zu", name, at, fw_length(expected));
    }
}

static void charts_begin_as_in_vega(void **state)
{
    (void)state;
    const char *text = "";
    size_t length = 0;
    assert_int_equal(fw_file_read(make.arena, FW_SOURCE_DIR "/tests/unit/chart/selection.json",
                                  FW_LIMIT_SPEC_BYTES, &text, &length),
                     FW_READ_FINE);
    struct fw_value file = read_value(text), cases = fw_get(file, "cases");
    assert_true(fw_length(cases) > 30);
    for (size_t i = 0; i < fw_length(cases); i++) {
        struct fw_value c = fw_at(cases, i);
        struct fw_value spec = fw_with(make, fw_get(c, "spec"), "data", fw_get(file, "data"));
        const char *name = fw_get_text(c, "name", "");
        check_items(name, compile(write_value(spec)), fw_get(c, "marks"));
    }
    assert_int_equal(fw_diag_errors(diag), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(charts_begin_as_in_vega, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
