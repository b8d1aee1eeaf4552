/* Named schemes: colors as vega-scale gives them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "color/scheme.h"

static void expect_color(struct fw_color color, const char *want)
{
    char text[FW_COLOR_ROOM];
    fw_color_text(color, text);
    assert_string_equal(text, want);
}

static void continuous_schemes_are_those_of_vega(void **state)
{
    static const struct {
        const char *name;
        double lo, hi;
        const char *at[4]; /* at 0, 0.3, 0.5, 1 */
        const char *samples[3];
    } cases[] = {
        { "blues",
          0,
          1,
          { "rgb(207, 225, 242)", "rgb(143, 193, 222)", "rgb(91, 163, 207)", "rgb(10, 74, 144)" },
          { "rgb(156, 200, 226)", "rgb(91, 163, 207)", "rgb(41, 120, 184)" } },
        { "redYellowBlue",
          1,
          0,
          { "rgb(49, 54, 149)", "rgb(171, 214, 232)", "rgb(250, 248, 193)", "rgb(165, 0, 38)" },
          { "rgb(144, 193, 220)", "rgb(250, 248, 193)", "rgb(247, 141, 84)" } },
        { "viridis",
          0.2,
          0.8,
          { "rgb(65, 68, 135)", "rgb(44, 115, 142)", "rgb(33, 145, 141)", "rgb(122, 209, 81)" },
          { "rgb(47, 108, 142)", "rgb(33, 145, 141)", "rgb(48, 180, 124)" } },
        { "turbo",
          0,
          1,
          { "rgb(35, 23, 27)", "rgb(39, 212, 199)", "rgb(143, 252, 84)", "rgb(145, 11, 0)" },
          { "rgb(39, 186, 227)", "rgb(143, 252, 84)", "rgb(255, 138, 31)" } },
        { "darkmulti",
          0,
          1,
          { "rgb(55, 55, 55)", "rgb(26, 116, 139)", "rgb(41, 168, 105)", "rgb(255, 255, 255)" },
          { "rgb(28, 104, 138)", "rgb(41, 168, 105)", "rgb(202, 219, 32)" } },
        { "rainbow",
          0,
          1,
          { "rgb(110, 64, 170)", "rgb(255, 120, 71)", "rgb(175, 240, 91)", "rgb(110, 64, 170)" },
          { "rgb(255, 95, 100)", "rgb(175, 240, 91)", "rgb(27, 199, 194)" } },
    };
    static const double ts[4] = { 0, 0.3, 0.5, 1 };
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_scheme scheme;
        size_t count;
        const double extent[2] = { cases[i].lo, cases[i].hi };
        assert_true(fw_scheme_find(cases[i].name, &scheme) && !fw_scheme_is_discrete(&scheme));
        const struct fw_ramp *ramp = fw_scheme_ramp(arena, &scheme);
        ramp = fw_ramp_slice(arena, ramp, extent[0], extent[1]);
        for (size_t k = 0; k < 4; k++) {
            struct fw_color color;
            fw_ramp_at(ramp, ts[k], &color);
            expect_color(color, cases[i].at[k]);
        }
        struct fw_color *colors = fw_scheme_colors(arena, &scheme, 3, extent, &count);
        assert_int_equal(count, 3);
        for (size_t k = 0; k < 3; k++) {
            expect_color(colors[k], cases[i].samples[k]);
        }
    }
    fw_arena_destroy(arena);
}

static void lists_have_their_size_and_ends(void **state)
{
    static const struct {
        const char *name;
        size_t count;
        const char *first, *last;
    } cases[] = {
        { "accent", 8, "#7fc97f", "#666666" },        { "Category10", 10, "#1f77b4", "#17becf" },
        { "category20b", 20, "#393b79", "#de9ed6" },  { "tableau20", 20, "#4c78a8", "#d8b5a5" },
        { "observable10", 10, "#4269d0", "#9498a0" }, { "paired", 12, "#a6cee3", "#b15928" },
        { "set3", 12, "#8dd3c7", "#ffed6f" },         { "set3-2", 2, "#8dd3c7", "#ffffb3" },
        { "blueGreen-1", 1, "#58ba91", "#58ba91" },
    };
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_scheme scheme;
        size_t count;
        char hex[8];
        assert_true(fw_scheme_find(cases[i].name, &scheme) && fw_scheme_is_discrete(&scheme));
        struct fw_color *colors = fw_scheme_colors(arena, &scheme, 0, NULL, &count);
        assert_int_equal(count, cases[i].count);
        fw_color_hex(colors[0], hex);
        assert_string_equal(hex, cases[i].first);
        fw_color_hex(colors[count - 1], hex);
        assert_string_equal(hex, cases[i].last);
    }
    fw_arena_destroy(arena);
}

static void unknown_names_are_refused(void **state)
{
    static const char *const cases[] = { "",          "blue", "blues-",  "blues-0",
                                         "blues-100", "-3",   "set3-13", "bluess" };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_scheme scheme;
        if (fw_scheme_find(cases[i], &scheme)) {
            fail_msg("'%s' is found", cases[i]);
        }
    }
}

static void every_name_is_found(void **state)
{
    size_t count;
    const char *const *names = fw_scheme_names(&count);
    (void)state;
    assert_int_equal(count, 68);
    for (size_t i = 0; i < count; i++) {
        struct fw_scheme scheme;
        assert_true(fw_scheme_find(names[i], &scheme));
        assert_string_equal(scheme.name, names[i]);
        assert_true(strlen(scheme.colors) == scheme.color_count * 6);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(continuous_schemes_are_those_of_vega),
        cmocka_unit_test(lists_have_their_size_and_ends),
        cmocka_unit_test(unknown_names_are_refused),
        cmocka_unit_test(every_name_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
