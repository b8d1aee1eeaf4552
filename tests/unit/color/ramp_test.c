/* Color ramps: colors as d3-interpolate gives them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "color/ramp.h"

enum { COLOR_CAP = 4, T_COUNT = 5 };

static const double ts[T_COUNT] = { 0, 0.2, 0.5, 0.9, 1 };

static size_t parse_all(const char *const texts[COLOR_CAP], struct fw_color colors[COLOR_CAP])
{
    size_t count = 0;
    for (; count < COLOR_CAP && texts[count] != NULL; count++) {
        assert_true(fw_color_parse(texts[count], strlen(texts[count]), &colors[count]));
    }
    return count;
}

static void ramps_are_those_of_d3(void **state)
{
    static const struct {
        const char *interpolation;
        double gamma;
        const char *colors[COLOR_CAP];
        const char *at[T_COUNT];
    } cases[] = {
        { "rgb",
          1,
          { "steelblue", "brown" },
          { "rgb(70, 130, 180)", "rgb(89, 112, 152)", "rgb(118, 86, 111)", "rgb(156, 51, 56)",
            "rgb(165, 42, 42)" } },
        { "rgb",
          1,
          { "red", "white", "blue" },
          { "rgb(255, 0, 0)", "rgb(255, 102, 102)", "rgb(255, 255, 255)", "rgb(51, 51, 255)",
            "rgb(0, 0, 255)" } },
        { "rgb",
          1,
          { "transparent", "#08f" },
          { "rgba(0, 136, 255, 0)", "rgba(0, 136, 255, 0.2)", "rgba(0, 136, 255, 0.5)",
            "rgba(0, 136, 255, 0.9)", "rgb(0, 136, 255)" } },
        { "rgb",
          1,
          { "hsl(350,80%,40%)", "hsla(20,50%,70%,0.2)" },
          { "rgb(184, 20, 48)", "rgba(190, 49, 66, 0.84)", "rgba(200, 93, 94, 0.6)",
            "rgba(213, 151, 131, 0.2799999999999999)",
            "rgba(217, 166, 140, 0.19999999999999996)" } },
        { "rgb",
          2.2,
          { "steelblue", "brown" },
          { "rgb(70, 130, 180)", "rgb(98, 119, 163)", "rgb(128, 98, 134)", "rgb(158, 59, 73)",
            "rgb(165, 42, 42)" } },
        { "rgb",
          2.2,
          { "red", "white", "blue" },
          { "rgb(255, 0, 0)", "rgb(255, 168, 168)", "rgb(255, 255, 255)", "rgb(123, 123, 255)",
            "rgb(0, 0, 255)" } },
        { "rgb",
          2.2,
          { "transparent", "#08f" },
          { "rgba(0, 136, 255, 0)", "rgba(0, 136, 255, 0.2)", "rgba(0, 136, 255, 0.5)",
            "rgba(0, 136, 255, 0.9)", "rgb(0, 136, 255)" } },
        { "rgb",
          2.2,
          { "hsl(350,80%,40%)", "hsla(20,50%,70%,0.2)" },
          { "rgb(184, 20, 48)", "rgba(191, 81, 78, 0.84)", "rgba(201, 122, 107, 0.6)",
            "rgba(214, 158, 134, 0.2799999999999999)",
            "rgba(217, 166, 140, 0.19999999999999996)" } },
        { "hsl",
          1,
          { "steelblue", "brown" },
          { "rgb(70, 130, 180)", "rgb(64, 68, 178)", "rgb(141, 55, 173)", "rgb(167, 45, 76)",
            "rgb(165, 42, 42)" } },
        { "hsl",
          1,
          { "red", "white", "blue" },
          { "rgb(255, 0, 0)", "rgb(255, 102, 102)", "rgb(255, 255, 255)", "rgb(51, 51, 255)",
            "rgb(0, 0, 255)" } },
        { "hsl",
          1,
          { "transparent", "#08f" },
          { "rgba(0, 136, 255, 0)", "rgba(0, 136, 255, 0.2)", "rgba(0, 136, 255, 0.5)",
            "rgba(0, 136, 255, 0.9)", "rgb(0, 136, 255)" } },
        { "hsl",
          1,
          { "hsl(350,80%,40%)", "hsla(20,50%,70%,0.2)" },
          { "rgb(184, 20, 48)", "rgba(204, 30, 42, 0.84)", "rgba(215, 78, 66, 0.6)",
            "rgba(215, 152, 126, 0.2799999999999999)",
            "rgba(217, 166, 140, 0.19999999999999996)" } },
        { "hsl-long",
          1,
          { "steelblue", "brown" },
          { "rgb(70, 130, 180)", "rgb(64, 178, 151)", "rgb(87, 173, 55)", "rgb(167, 87, 45)",
            "rgb(165, 42, 42)" } },
        { "hsl-long",
          1,
          { "red", "white", "blue" },
          { "rgb(255, 0, 0)", "rgb(255, 102, 102)", "rgb(255, 255, 255)", "rgb(51, 51, 255)",
            "rgb(0, 0, 255)" } },
        { "hsl-long",
          1,
          { "transparent", "#08f" },
          { "rgba(0, 136, 255, 0)", "rgba(0, 136, 255, 0.2)", "rgba(0, 136, 255, 0.5)",
            "rgba(0, 136, 255, 0.9)", "rgb(0, 136, 255)" } },
        { "hsl-long",
          1,
          { "hsl(350,80%,40%)", "hsla(20,50%,70%,0.2)" },
          { "rgb(184, 20, 48)", "rgba(158, 30, 204, 0.84)", "rgba(66, 202, 215, 0.6)",
            "rgba(215, 205, 126, 0.2799999999999999)",
            "rgba(217, 166, 140, 0.19999999999999996)" } },
        { "lab",
          1,
          { "steelblue", "brown" },
          { "rgb(70, 130, 180)", "rgb(109, 116, 151)", "rgb(139, 93, 108)", "rgb(161, 55, 55)",
            "rgb(165, 42, 42)" } },
        { "lab",
          1,
          { "red", "white", "blue" },
          { "rgb(255, 0, 0)", "rgb(255, 139, 104)", "rgb(255, 255, 255)", "rgb(109, 67, 255)",
            "rgb(0, 0, 255)" } },
        { "lab",
          1,
          { "transparent", "#08f" },
          { "rgba(0, 136, 255, 0)", "rgba(0, 136, 255, 0.2)", "rgba(0, 136, 255, 0.5)",
            "rgba(0, 136, 255, 0.9)", "rgb(0, 136, 255)" } },
        { "lab",
          1,
          { "hsl(350,80%,40%)", "hsla(20,50%,70%,0.2)" },
          { "rgb(184, 20, 48)", "rgba(193, 63, 64, 0.84)", "rgba(204, 105, 91, 0.6)",
            "rgba(215, 154, 130, 0.2799999999999999)",
            "rgba(217, 166, 140, 0.19999999999999996)" } },
        { "hcl",
          1,
          { "steelblue", "brown" },
          { "rgb(70, 130, 180)", "rgb(101, 114, 182)", "rgb(150, 81, 154)", "rgb(171, 40, 67)",
            "rgb(165, 42, 42)" } },
        { "hcl",
          1,
          { "red", "white", "blue" },
          { "rgb(255, 0, 0)", "rgb(255, 92, 53)", "rgb(255, 209, 255)", "rgb(94, 52, 255)",
            "rgb(0, 0, 255)" } },
        { "hcl",
          1,
          { "transparent", "#08f" },
          { "rgba(0, 136, 255, 0)", "rgba(0, 136, 255, 0.2)", "rgba(0, 136, 255, 0.5)",
            "rgba(0, 136, 255, 0.9)", "rgb(0, 136, 255)" } },
        { "hcl",
          1,
          { "hsl(350,80%,40%)", "hsla(20,50%,70%,0.2)" },
          { "rgb(184, 20, 48)", "rgba(192, 65, 60, 0.84)", "rgba(202, 107, 84, 0.6)",
            "rgba(214, 154, 128, 0.2799999999999999)",
            "rgba(217, 166, 140, 0.19999999999999996)" } },
        { "hcl-long",
          1,
          { "steelblue", "brown" },
          { "rgb(70, 130, 180)", "rgb(0, 133, 150)", "rgb(35, 122, 57)", "rgb(150, 68, 11)",
            "rgb(165, 42, 42)" } },
        { "hcl-long",
          1,
          { "red", "white", "blue" },
          { "rgb(255, 0, 0)", "rgb(255, 92, 53)", "rgb(255, 209, 255)", "rgb(94, 52, 255)",
            "rgb(0, 0, 255)" } },
        { "hcl-long",
          1,
          { "transparent", "#08f" },
          { "rgba(0, 136, 255, 0)", "rgba(0, 136, 255, 0.2)", "rgba(0, 136, 255, 0.5)",
            "rgba(0, 136, 255, 0.9)", "rgb(0, 136, 255)" } },
        { "hcl-long",
          1,
          { "hsl(350,80%,40%)", "hsla(20,50%,70%,0.2)" },
          { "rgb(184, 20, 48)", "rgba(192, 65, 60, 0.84)", "rgba(202, 107, 84, 0.6)",
            "rgba(214, 154, 128, 0.2799999999999999)",
            "rgba(217, 166, 140, 0.19999999999999996)" } },
        { "cubehelix",
          1,
          { "steelblue", "brown" },
          { "rgb(70, 130, 180)", "rgb(94, 102, 194)", "rgb(143, 62, 172)", "rgb(172, 40, 71)",
            "rgb(165, 42, 42)" } },
        { "cubehelix",
          1,
          { "red", "white", "blue" },
          { "rgb(255, 0, 0)", "rgb(255, 59, 59)", "rgb(255, 255, 255)", "rgb(15, 15, 255)",
            "rgb(0, 0, 255)" } },
        { "cubehelix",
          1,
          { "transparent", "#08f" },
          { "rgba(0, 136, 255, 0)", "rgba(0, 136, 255, 0.2)", "rgba(0, 136, 255, 0.5)",
            "rgba(0, 136, 255, 0.9)", "rgb(0, 136, 255)" } },
        { "cubehelix",
          1,
          { "hsl(350,80%,40%)", "hsla(20,50%,70%,0.2)" },
          { "rgb(184, 20, 48)", "rgba(204, 45, 55, 0.84)", "rgba(216, 89, 75, 0.6)",
            "rgba(216, 151, 124, 0.2799999999999999)",
            "rgba(217, 166, 140, 0.19999999999999996)" } },
        { "cubehelix",
          2.2,
          { "steelblue", "brown" },
          { "rgb(70, 130, 180)", "rgb(100, 109, 201)", "rgb(156, 71, 185)", "rgb(178, 43, 75)",
            "rgb(165, 42, 42)" } },
        { "cubehelix",
          2.2,
          { "red", "white", "blue" },
          { "rgb(255, 0, 0)", "rgb(255, 13, 13)", "rgb(255, 255, 255)", "rgb(45, 45, 255)",
            "rgb(0, 0, 255)" } },
        { "cubehelix",
          2.2,
          { "transparent", "#08f" },
          { "rgba(0, 136, 255, 0)", "rgba(0, 136, 255, 0.2)", "rgba(0, 136, 255, 0.5)",
            "rgba(0, 136, 255, 0.9)", "rgb(0, 136, 255)" } },
        { "cubehelix",
          2.2,
          { "hsl(350,80%,40%)", "hsla(20,50%,70%,0.2)" },
          { "rgb(184, 20, 48)", "rgba(174, 32, 41, 0.84)", "rgba(180, 61, 48, 0.6)",
            "rgba(208, 139, 111, 0.2799999999999999)",
            "rgba(217, 166, 140, 0.19999999999999996)" } },
        { "cubehelix-long",
          1,
          { "steelblue", "brown" },
          { "rgb(70, 130, 180)", "rgb(94, 102, 194)", "rgb(143, 62, 172)", "rgb(172, 40, 71)",
            "rgb(165, 42, 42)" } },
        { "cubehelix-long",
          1,
          { "red", "white", "blue" },
          { "rgb(255, 0, 0)", "rgb(255, 59, 59)", "rgb(255, 255, 255)", "rgb(15, 15, 255)",
            "rgb(0, 0, 255)" } },
        { "cubehelix-long",
          1,
          { "transparent", "#08f" },
          { "rgba(0, 136, 255, 0)", "rgba(0, 136, 255, 0.2)", "rgba(0, 136, 255, 0.5)",
            "rgba(0, 136, 255, 0.9)", "rgb(0, 136, 255)" } },
        { "cubehelix-long",
          1,
          { "hsl(350,80%,40%)", "hsla(20,50%,70%,0.2)" },
          { "rgb(184, 20, 48)", "rgba(152, 45, 195, 0.84)", "rgba(35, 162, 176, 0.6)",
            "rgba(186, 170, 103, 0.2799999999999999)",
            "rgba(217, 166, 140, 0.19999999999999996)" } },
        { "cubehelix-long",
          2.2,
          { "steelblue", "brown" },
          { "rgb(70, 130, 180)", "rgb(100, 109, 201)", "rgb(156, 71, 185)", "rgb(178, 43, 75)",
            "rgb(165, 42, 42)" } },
        { "cubehelix-long",
          2.2,
          { "red", "white", "blue" },
          { "rgb(255, 0, 0)", "rgb(255, 13, 13)", "rgb(255, 255, 255)", "rgb(45, 45, 255)",
            "rgb(0, 0, 255)" } },
        { "cubehelix-long",
          2.2,
          { "transparent", "#08f" },
          { "rgba(0, 136, 255, 0)", "rgba(0, 136, 255, 0.2)", "rgba(0, 136, 255, 0.5)",
            "rgba(0, 136, 255, 0.9)", "rgb(0, 136, 255)" } },
        { "cubehelix-long",
          2.2,
          { "hsl(350,80%,40%)", "hsla(20,50%,70%,0.2)" },
          { "rgb(184, 20, 48)", "rgba(128, 32, 166, 0.84)", "rgba(11, 130, 143, 0.6)",
            "rgba(176, 159, 88, 0.2799999999999999)",
            "rgba(217, 166, 140, 0.19999999999999996)" } },
        { "rgb-basis",
          1,
          { "red", "white", "blue", "#123" },
          { "rgb(255, 0, 0)", "rgb(246, 135, 144)", "rgb(128, 123, 245)", "rgb(13, 25, 111)",
            "rgb(17, 34, 51)" } },
    };
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_color colors[COLOR_CAP];
        enum fw_interpolation interpolation;
        assert_true(fw_interpolation_parse(cases[i].interpolation, &interpolation));
        size_t count = parse_all(cases[i].colors, colors);
        const struct fw_ramp *ramp =
            fw_ramp_new(arena, interpolation, cases[i].gamma, colors, count);
        for (size_t k = 0; k < T_COUNT; k++) {
            struct fw_color color;
            char text[FW_COLOR_ROOM];
            fw_ramp_at(ramp, ts[k], &color);
            fw_color_text(color, text);
            if (strcmp(text, cases[i].at[k]) != 0) {
                fail_msg("case %zu %s at %g: %s, expected %s", i, cases[i].interpolation, ts[k],
                         text, cases[i].at[k]);
            }
        }
    }
    fw_arena_destroy(arena);
}

static void short_ramps_and_odd_numbers_give_a_color(void **state)
{
    static const struct fw_color colors[] = { { 10, 20, 30, 1 }, { 110, 120, 130, 1 } };
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    struct fw_color color;
    fw_ramp_at(fw_ramp_new(arena, FW_INTERPOLATE_LAB, 1, NULL, 0), 0.5, &color);
    assert_true(color.a == 0);
    fw_ramp_at(fw_ramp_new(arena, FW_INTERPOLATE_LAB, 1, colors, 1), 0.5, &color);
    assert_true(color.r == 10 && color.b == 30);
    const struct fw_ramp *ramp = fw_ramp_new(arena, FW_INTERPOLATE_RGB, 0, colors, 2);
    fw_ramp_at(ramp, NAN, &color);
    assert_true(color.r == 10);
    fw_ramp_at(fw_ramp_slice(arena, ramp, 1, 0.5), 1, &color);
    assert_true(color.r == 60);
    struct fw_color *samples = fw_ramp_sample(arena, ramp, 3);
    assert_true(samples[0].r == 35 && samples[1].r == 60 && samples[2].r == 85);
    fw_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ramps_are_those_of_d3),
        cmocka_unit_test(short_ramps_and_odd_numbers_give_a_color),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
