/* The registry of annotations, and their looks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "annotation/annotation.h"
#include "color/contrast.h"

static void every_type_is_whole(void **state)
{
    (void)state;
    size_t count;
    const char *const *names = fw_annotation_names(&count);
    assert_int_equal(count, 7);
    for (size_t i = 0; i < count; i++) {
        const struct fw_annotation_type *type = fw_annotation_find(names[i]);
        assert_non_null(type);
        assert_string_equal(type->name, names[i]);
        assert_non_null(type->doc);
        assert_non_null(type->shape);
        assert_non_null(type->build);
    }
    assert_null(fw_annotation_find("pont"));
}

/* A config whose axis labels and annotation lines have a color. */
static struct fw_annotation_look look_with(struct fw_arena *arena, const char *label,
                                           const char *line, struct fw_color background)
{
    struct fw_maker make = { arena, fw_strings_new(arena) };
    struct fw_value axis = fw_with(make, fw_undefined(), "labelColor", fw_text_value(make, label));
    struct fw_value style = fw_with(make, fw_undefined(), "stroke", fw_text_value(make, line));
    style = fw_with(make, fw_undefined(), "annotation-line", style);
    struct fw_value own = fw_with(make, fw_undefined(), "axis", axis);
    own = fw_with(make, own, "style", style);
    struct fw_config *config = FW_NEW(arena, struct fw_config);
    fw_config_init(config, make, fw_undefined(), fw_undefined(), own);
    return fw_annotation_look_of(arena, config, background);
}

static void looks_are_readable_on_any_ground(void **state)
{
    static const struct {
        const char *label, *line;
        struct fw_color ground;
    } cases[] = {
        { "#333333", "#888888", { 255, 255, 255, 1 } },
        { "#cccccc", "#eeeeee", { 255, 255, 255, 1 } },
        { "#222222", "#333333", { 20, 24, 28, 1 } },
        { "#777777", "#777777", { 119, 119, 119, 1 } },
        { "#00000022", "#00000022", { 255, 255, 255, 1 } },
    };
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_annotation_look look =
            look_with(arena, cases[i].label, cases[i].line, cases[i].ground);
        struct fw_color text = fw_color_over(look.text.fill.color, cases[i].ground);
        struct fw_color line = fw_color_over(look.line.stroke.color, cases[i].ground);
        /* Mid grey has no better than 4.69 against black. */
        assert_true(fw_color_contrast(text, cases[i].ground) >= 4.5);
        assert_true(fw_color_contrast(line, cases[i].ground) >= 3);
    }
    fw_arena_destroy(arena);
}

static void looks_keep_what_a_config_says(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    struct fw_color white = { 255, 255, 255, 1 };
    struct fw_annotation_look look = look_with(arena, "#12436d", "#801650", white);
    char hex[8];
    fw_color_hex(look.text.fill.color, hex);
    assert_string_equal(hex, "#12436d");
    fw_color_hex(look.line.stroke.color, hex);
    assert_string_equal(hex, "#801650");
    fw_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_type_is_whole),
        cmocka_unit_test(looks_are_readable_on_any_ground),
        cmocka_unit_test(looks_keep_what_a_config_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
