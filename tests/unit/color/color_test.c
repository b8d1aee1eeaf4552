/* CSS colors: values and texts as d3-color gives them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "color/color.h"

static void color_is_parsed_and_written_as_d3_does(void **state)
{
    static const struct {
        const char *text;
        double r, g, b, a;
        const char *written, *hex;
    } cases[] = {
        { "red", 255, 0, 0, 1, "rgb(255, 0, 0)", "#ff0000" },
        { "REBECCAPURPLE", 102, 51, 153, 1, "rgb(102, 51, 153)", "#663399" },
        { " #f80 ", 255, 136, 0, 1, "rgb(255, 136, 0)", "#ff8800" },
        { "#F80C", 255, 136, 0, 0.8, "rgba(255, 136, 0, 0.8)", "#ff8800" },
        { "#12345678", 18, 52, 86, 0.470588235, "rgba(18, 52, 86, 0.47058823529411764)",
          "#123456" },
        { "#123456", 18, 52, 86, 1, "rgb(18, 52, 86)", "#123456" },
        { "rgb(1, 2,3)", 1, 2, 3, 1, "rgb(1, 2, 3)", "#010203" },
        { "rgb(10%,20%,30%)", 25.5, 51, 76.5, 1, "rgb(26, 51, 77)", "#1a334d" },
        { "rgba(1,2,3,.25)", 1, 2, 3, 0.25, "rgba(1, 2, 3, 0.25)", "#010203" },
        { "rgb(300,-5,3)", 300, -5, 3, 1, "rgb(255, 0, 3)", "#ff0003" },
        { "hsl(120,50%,50%)", 63.75, 191.25, 63.75, 1, "rgb(64, 191, 64)", "#40bf40" },
        { "hsl(-30, 100%, 25%)", 127.5, 0, 63.75, 1, "rgb(128, 0, 64)", "#800040" },
        { "hsla(400,20%,80%,0.5)", 214.2, 207.4, 193.8, 0.5, "rgba(214, 207, 194, 0.5)",
          "#d6cfc2" },
        { "hsl(0,0%,100%)", 255, 255, 255, 1, "rgb(255, 255, 255)", "#ffffff" },
        { "yellowgreen", 154, 205, 50, 1, "rgb(154, 205, 50)", "#9acd32" },
        { "aliceblue", 240, 248, 255, 1, "rgb(240, 248, 255)", "#f0f8ff" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_color color;
        char written[FW_COLOR_ROOM], hex[8];
        if (!fw_color_parse(cases[i].text, strlen(cases[i].text), &color)) {
            fail_msg("'%s' is not parsed", cases[i].text);
        }
        if (fabs(color.r - cases[i].r) + fabs(color.g - cases[i].g) + fabs(color.b - cases[i].b) +
                fabs(color.a - cases[i].a) >
            1e-6) {
            fail_msg("'%s' is %g %g %g %g", cases[i].text, color.r, color.g, color.b, color.a);
        }
        fw_color_text(color, written);
        fw_color_hex(color, hex);
        assert_string_equal(written, cases[i].written);
        assert_string_equal(hex, cases[i].hex);
    }
}

/* CSS Color 4 forms, which a browser's canvas takes beside those of d3. */
static void modern_forms_are_colors(void **state)
{
    static const struct {
        const char *text;
        struct fw_color color;
    } cases[] = {
        { "rgb(1 2 3)", { 1, 2, 3, 1 } },
        { "rgb(1 2 3 / 50%)", { 1, 2, 3, 0.5 } },
        { "rgba( 1.5 , 2 , 3 , 20% )", { 1.5, 2, 3, 0.2 } },
        { "hsl(0.5turn 100% 50%)", { 0, 255, 255, 1 } },
        { "hsl(180deg, 100%, 50%, 2)", { 0, 255, 255, 1 } },
        { "transparent", { 0, 0, 0, 0 } },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_color c = { 0 }, want = cases[i].color;
        if (!fw_color_parse(cases[i].text, strlen(cases[i].text), &c) ||
            fabs(c.r - want.r) + fabs(c.g - want.g) + fabs(c.b - want.b) + fabs(c.a - want.a) >
                1e-9) {
            fail_msg("'%s' is %g %g %g %g", cases[i].text, c.r, c.g, c.b, c.a);
        }
    }
}

static void what_is_no_color_is_refused(void **state)
{
    static const char *const cases[] = {
        "",
        "re",
        "redd",
        "#12",
        "#12345",
        "#1234567",
        "#ggg",
        "rgb()",
        "rgb(1,2)",
        "rgb(1,2,3",
        "rgb(1,2,3,4,5)",
        "rgb(1 2, 3)",
        "rgb(1,2,3/4)",
        "rgb(1 2 3 4)",
        "hsl(1,2,3)",
        "hsl(1%,2%,3%)",
        "rgb(a,b,c)",
        "rgbx(1,2,3)",
        "none",
        "rgb(1,,2)",
        "rgb(1,2,3,)",
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_color color;
        if (fw_color_parse(cases[i], strlen(cases[i]), &color)) {
            fail_msg("'%s' is taken for a color", cases[i]);
        }
    }
}

static void names_are_sorted_and_all_parse(void **state)
{
    size_t count;
    const char *const *names = fw_color_names(&count);
    (void)state;
    assert_int_equal(count, 148);
    for (size_t i = 0; i < count; i++) {
        struct fw_color color;
        assert_true(fw_color_parse(names[i], strlen(names[i]), &color));
        assert_true(i == 0 || strcmp(names[i - 1], names[i]) < 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(color_is_parsed_and_written_as_d3_does),
        cmocka_unit_test(modern_forms_are_colors),
        cmocka_unit_test(what_is_no_color_is_refused),
        cmocka_unit_test(names_are_sorted_and_all_parse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
