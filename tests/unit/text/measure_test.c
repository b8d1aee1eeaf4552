/* Widths against Skia's, the reference's canvas, and against Pango's, which draws. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/face.h"
#include "text/fonts.h"

static struct fw_arena *arena;
static struct fw_fonts *fonts;

static int set_up(void **state)
{
    (void)state;
    arena = fw_arena_create();
    fonts = fw_fonts_create(&(struct fw_font_options){ 0 }, fw_diag_new(arena));
    return fonts == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
    (void)state;
    fw_fonts_destroy(fonts);
    fw_arena_destroy(arena);
    return 0;
}

/*
 * Widths: @napi-rs/canvas 1.1.1, measureText with the same font files. Bold ", " and ". " are left
 * out: Skia does not kern them as the font and HarfBuzz do, by 96 of 2816 units.
 */
static const struct {
    int weight;
    double size;
    const char *text;
    double width;
} widths[] = {
    { 400, 10, "Hello", 23.935394287109375 },
    { 400, 11, "Miles_per_Gallon", 86.953125 },
    { 700, 11, "Acceleration", 68.57421875 },
    { 400, 10, "2,000", 27.344619750976562 },
    { 400, 10, "−100", 23.736541748046875 },
    { 700, 13, "AVATAR To", 70.00003051757812 },
    { 400, 16, "a → b -> c 10x20", 128.5894775390625 },
    { 400, 10, "Café Zürich", 54.575531005859375 },
    { 600, 12, "(A1)+B:2", 51.4730 },
    { 400, 10, "fi ffl office", 48.15489196777344 },
    { 400, 12.5, "x − y × z", 51.0115966796875 },
    { 500, 11, "Weight", 36.0938 },
    { 400, 10, " lead trail ", 46.22303771972656 },
    { 400, 300, "Wide", 716.7606811523438 },
};

static void width_is_that_of_the_reference(void **state)
{
    (void)state;
    for (size_t i = 0; i < FW_COUNT(widths); i++) {
        struct fw_font font = { "sans-serif", widths[i].size, widths[i].weight, false };
        const char *text = widths[i].text;
        for (int again = 0; again < 2; again++) {
            double width = fw_text_width(fonts, &font, text, strlen(text));
            if (fabs(width - widths[i].width) > 0.01) {
                fail_msg("'%s': width %f, expected %f", text, width, widths[i].width);
            }
        }
    }
}

static void pango_draws_as_wide_as_measured(void **state)
{
    (void)state;
    for (size_t i = 0; i < FW_COUNT(widths); i++) {
        struct fw_font font = { "Inter", widths[i].size, widths[i].weight, false };
        const char *text = widths[i].text;
        PangoLayout *layout = fw_fonts_layout(fonts, &font, text, strlen(text));
        PangoRectangle logical;
        pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), NULL, &logical);
        g_object_unref(layout);
        double width = (double)logical.width / PANGO_SCALE;
        if (fabs(width - widths[i].width) > 0.01) {
            fail_msg("'%s': Pango %f, expected %f", text, width, widths[i].width);
        }
    }
}

static void weight_words_have_numbers(void **state)
{
    static const struct {
        const char *word;
        int weight;
    } cases[] = {
        { "normal", 400 }, { "bold", 700 }, { "300", 300 }, { "heavy", 400 }, { "", 400 }
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        assert_int_equal(fw_font_weight(cases[i].word), cases[i].weight);
    }
}

static void family_lists_find_what_is_loaded(void **state)
{
    static const struct {
        const char *family;
        int weight;
        int face_weight;
    } cases[] = {
        { "'Helvetica Neue', inter, serif", 400, 400 },
        { "Verdana", 500, 400 },
        { NULL, 600, 700 },
        { "", 550, 400 },
        { "Inter", 900, 700 },
        { "Inter", 0, 400 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_font font = { cases[i].family, 10, cases[i].weight, false };
        struct fw_face *face = fw_face_find(fonts, &font);
        assert_string_equal(face->info.family, "Inter");
        assert_int_equal(face->info.weight, cases[i].face_weight);
    }
}

/* Expected texts: vega-scenegraph's textValue with the same font. */
static void truncation_keeps_what_fits(void **state)
{
    static const struct {
        const char *text;
        double limit;
        bool from_end;
        const char *cut;
    } cases[] = {
        { "The quick brown fox", 60, false, "The quick …" },
        { "The quick brown fox", 60, true, "… brown fox" },
        { "The quick brown fox", 200, false, "The quick brown fox" },
        { "The quick brown fox", 0, false, "The quick brown fox" },
        { "The quick brown fox", 5, false, "…" },
        { "Zürich Café Ænd", 50, false, "Zürich C…" },
        { "  trimmed  ", 0, false, "trimmed" },
    };
    (void)state;
    struct fw_font font = { "sans-serif", 10, 400, false };
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        const char *cut = fw_text_truncate(fonts, arena, &font, cases[i].text, cases[i].limit, "…",
                                           cases[i].from_end);
        if (strcmp(cut, cases[i].cut) != 0) {
            fail_msg("case %zu: '%s', expected '%s'", i, cut, cases[i].cut);
        }
    }
}

static void wrapping_is_greedy(void **state)
{
    static const struct {
        const char *text;
        double width;
        const char *lines; /* joined by '|' */
    } cases[] = {
        { "one two three", 45, "one two|three" },
        { "one two three", 1, "one|two|three" },
        { "one two three", 500, "one two three" },
        { "", 10, "" },
        { "a\n\nb  c", 500, "a||b  c" },
        { "incomprehensible is", 20, "incomprehensible|is" },
        { "tail   ", 500, "tail" },
    };
    (void)state;
    struct fw_font font = { "sans-serif", 10, 400, false };
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        size_t count;
        const char **lines =
            fw_text_wrap(fonts, arena, &font, cases[i].text, cases[i].width, &count);
        const char *joined = lines[0];
        for (size_t j = 1; j < count; j++) {
            joined = fw_arena_printf(arena, "%s|%s", joined, lines[j]);
        }
        if (strcmp(joined, cases[i].lines) != 0) {
            fail_msg("case %zu: '%s', expected '%s'", i, joined, cases[i].lines);
        }
    }
}

static void missing_glyphs_are_found(void **state)
{
    static const struct {
        const char *text;
        uint32_t missing; /* 0: none */
    } cases[] = {
        { "plain £ € − … →", 0 },       { "tab\tand\nline", 0 }, { "emoji 😀", 0x1f600 },
        { "zero\xe2\x80\x8dwidth", 0 }, { "漢字", 0x6f22 },
    };
    (void)state;
    struct fw_font font = { "sans-serif", 10, 400, false };
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        uint32_t missing = 0;
        const char *text = cases[i].text;
        bool lacks = fw_text_lacks_glyph(fonts, &font, text, strlen(text), &missing);
        if (lacks != (cases[i].missing != 0) || (lacks && missing != cases[i].missing)) {
            fail_msg("case %zu: %d, U+%04X", i, lacks, missing);
        }
    }
}

static void missing_folders_are_reported(void **state)
{
    (void)state;
    struct fw_diag *diag = fw_diag_new(arena);
    const char *dirs[] = { "/nonexistent" };
    struct fw_font_options options = { .dirs = dirs, .dir_count = 1 };
    struct fw_fonts *others = fw_fonts_create(&options, diag);
    assert_non_null(others);
    assert_int_equal(fw_diag_errors(diag), 1);
    fw_fonts_destroy(others);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(width_is_that_of_the_reference),
        cmocka_unit_test(pango_draws_as_wide_as_measured),
        cmocka_unit_test(weight_words_have_numbers),
        cmocka_unit_test(family_lists_find_what_is_loaded),
        cmocka_unit_test(truncation_keeps_what_fits),
        cmocka_unit_test(wrapping_is_greedy),
        cmocka_unit_test(missing_glyphs_are_found),
        cmocka_unit_test(missing_folders_are_reported),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
