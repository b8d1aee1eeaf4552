/* Contrast, distance and simulated color blindness: published examples. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "color/contrast.h"
#include "color/space.h"

static struct fw_color parse(const char *text)
{
    struct fw_color color = { 0 };
    assert_true(fw_color_parse(text, strlen(text), &color));
    return color;
}

static void contrast_is_that_of_wcag(void **state)
{
    /* ratios of WebAIM's checker, which cuts to two places */
    static const struct {
        const char *a, *b;
        double ratio;
    } cases[] = {
        { "#000", "#fff", 21 },       { "#fff", "#000", 21 },         { "#777", "#fff", 4.47 },
        { "#12436d", "#fff", 10.24 }, { "#ff0000", "#ffffff", 3.99 }, { "#123", "#123", 1 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        double ratio = fw_color_contrast(parse(cases[i].a), parse(cases[i].b));
        if (fabs(ratio - cases[i].ratio) > 0.01) {
            fail_msg("%s on %s: %g, expected %g", cases[i].a, cases[i].b, ratio, cases[i].ratio);
        }
    }
}

static void distance_grows_with_what_is_seen(void **state)
{
    (void)state;
    double equal = fw_color_distance(parse("#4c78a8"), parse("#4c78a8"));
    double near = fw_color_distance(parse("#4c78a8"), parse("#4c78ac"));
    double far = fw_color_distance(parse("#4c78a8"), parse("#f58518"));
    double most = fw_color_distance(parse("#000"), parse("#fff"));
    assert_true(equal == 0 && near > 0 && near < 2 && far > 30 && fabs(most - 100) < 1e-6);
    assert_true(fw_color_distance(parse("#f00"), parse("#0f0")) ==
                fw_color_distance(parse("#0f0"), parse("#f00")));
}

static void greys_look_the_same_to_all(void **state)
{
    static const enum fw_vision visions[] = { FW_VISION_FULL, FW_VISION_PROTAN, FW_VISION_DEUTAN,
                                              FW_VISION_TRITAN, FW_VISION_GREY };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(visions); i++) {
        struct fw_color seen = fw_color_seen(parse("#777777"), visions[i]);
        assert_true(fabs(seen.r - 119) + fabs(seen.g - 119) + fabs(seen.b - 119) < 0.1);
    }
}

static void red_and_green_merge_without_red_or_green_cones(void **state)
{
    struct fw_color red = parse("#c00"), green = parse("#660"); /* on one confusion line, about */
    (void)state;
    double full = fw_color_distance(red, green);
    double deutan = fw_color_distance(fw_color_seen(red, FW_VISION_DEUTAN),
                                      fw_color_seen(green, FW_VISION_DEUTAN));
    assert_true(deutan < full / 2);
    struct fw_color seen = fw_color_seen(red, FW_VISION_PROTAN);
    assert_true(fabs(seen.r - seen.g) < 1e-6);
}

static void paint_over_is_opaque(void **state)
{
    struct fw_color over = fw_color_over((struct fw_color){ 255, 0, 0, 0.5 }, parse("#fff"));
    (void)state;
    assert_true(over.r == 255 && over.g == 127.5 && over.a == 1);
}

static void text_becomes_legible_and_keeps_its_hue(void **state)
{
    static const struct {
        const char *color, *under;
        bool kept;
    } cases[] = {
        { "#12436d", "#fff", true },  { "#f46a25", "#fff", false },
        { "#a285d1", "#fff", false }, { "#ffff00", "#fff", false },
        { "#ffffff", "#fff", false }, { "#12436d", "#0b0c0c", false },
        { "#777777", "#777", false }, { "#28a197", "#f3f2f1", false },
        { "#000000", "#000", false },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_color color = parse(cases[i].color), under = parse(cases[i].under);
        struct fw_color made = fw_color_legible(color, under, 4.5);
        double ratio = fw_color_contrast(made, under);
        bool kept = made.r == color.r && made.g == color.g && made.b == color.b;
        /* #777 leaves room for 4.47:1 and 4.69:1: black is just far enough */
        if (ratio < 4.5 || kept != cases[i].kept || (!kept && ratio > 5.2 && i != 6)) {
            fail_msg("%s on %s: %g", cases[i].color, cases[i].under, ratio);
        }
        struct fw_hsl before = fw_hsl_from(color), after = fw_hsl_from(made);
        if (!isnan(before.h) && !isnan(after.h) && fabs(before.h - after.h) > 12) {
            fail_msg("%s on %s: hue %g became %g", cases[i].color, cases[i].under, before.h,
                     after.h);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_becomes_legible_and_keeps_its_hue),
        cmocka_unit_test(contrast_is_that_of_wcag),
        cmocka_unit_test(distance_grows_with_what_is_seen),
        cmocka_unit_test(greys_look_the_same_to_all),
        cmocka_unit_test(red_and_green_merge_without_red_or_green_cones),
        cmocka_unit_test(paint_over_is_opaque),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
