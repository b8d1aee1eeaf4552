/* Texts of guides: broken into lines, then cut, and what is told of that. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "guide/guide.h"
#include "text/fonts.h"

static struct fw_guide_env env;
static char told[200];

static void tell(void *context, const char *text)
{
    (void)context;
    snprintf(told, sizeof told, "%s", text);
}

static int set_up(void **state)
{
    (void)state;
    env.arena = fw_arena_create();
    env.strings = fw_strings_new(env.arena);
    env.fonts = fw_fonts_create(&(struct fw_font_options){ 0 }, fw_diag_new(env.arena));
    env.cut = tell;
    return env.fonts == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
    (void)state;
    fw_fonts_destroy(env.fonts);
    fw_arena_destroy(env.arena);
    return 0;
}

/* At 10 px "northern" is about 45 px wide, a space 3. */
static void lines_are_broken_before_they_are_cut(void **state)
{
    static const struct {
        const char *text;
        double wrap, limit;
        size_t lines;
        const char *made, *told;
    } cases[] = {
        { "northern rivers", 0, 0, 0, "northern rivers", "" },
        { "northern rivers", 60, 60, 0, "northern\nrivers", "" },
        { "northern rivers", 200, 200, 0, "northern rivers", "" },
        { "one\nnorthern rivers", 60, 60, 0, "one\nnorthern\nrivers", "" },
        { "northern rivers of old", 60, 0, 2, "northern\nrivers of old", "" },
        { "northernrivers", 60, 60, 0, "northernri\xe2\x80\xa6", "northernrivers" },
        { "", 60, 60, 0, "", "" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_guide_text look = fw_guide_text_default(10);
        look.wrap = cases[i].wrap;
        look.limit = cases[i].limit;
        look.wrap_lines = cases[i].lines;
        told[0] = '\0';
        struct fw_text text = fw_guide_text_place(&env, &look, cases[i].text, 0, 0, 0);
        if (strcmp(text.text, cases[i].made) != 0 || strcmp(told, cases[i].told) != 0) {
            fail_msg("case %zu: '%s', told '%s'", i, text.text, told);
        }
    }
}

static void broken_lines_stand_as_one(void **state)
{
    static const struct {
        enum fw_baseline baseline;
        double angle, x, y; /* what it is moved by, in lines */
    } cases[] = {
        { FW_BASELINE_TOP, 0, 0, 0 },
        { FW_BASELINE_MIDDLE, 0, 0, -0.5 },
        { FW_BASELINE_BOTTOM, 0, 0, -1 },
        { FW_BASELINE_MIDDLE, -90, -0.5, 0 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_guide_text look = fw_guide_text_default(10);
        look.wrap = 60;
        struct fw_text text =
            fw_guide_text_place(&env, &look, "northern rivers", 0, 0, cases[i].angle);
        double line = fw_text_line_height(&text);
        text.baseline = cases[i].baseline;
        fw_guide_text_balance(&look, "northern rivers", &text);
        if (fabs(text.x - cases[i].x * line) > 1e-9 || fabs(text.y - cases[i].y * line) > 1e-9) {
            fail_msg("case %zu: %g, %g", i, text.x, text.y);
        }
        text.x = text.y = 0;
        fw_guide_text_balance(&look, "northern\nrivers", &text);
        assert_true(text.x == 0 && text.y == 0); /* lines of the author's own */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_broken_before_they_are_cut),
        cmocka_unit_test(broken_lines_stand_as_one),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
