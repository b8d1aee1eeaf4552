/* Tokens: what themes say, and what is taken where they do not. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "theme/tokens.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "support/cmocka.h"
#include "theme/theme.h"

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

static void assert_color(struct fw_color color, const char *hex)
{
    char text[8];
    fw_color_hex(color, text);
    assert_string_equal(text, hex);
}

static const char *param(const struct fw_theme *theme, const char *name)
{
    for (size_t i = 0; i < fw_length(theme->params); i++) {
        struct fw_value it = fw_at(theme->params, i);
        if (fw_is_text(fw_get(it, "name"), name)) {
            return fw_text_of(fw_get(it, "value"));
        }
    }
    return NULL;
}

static struct fw_theme load(const char *name)
{
    struct fw_theme theme;
    assert_true(fw_theme_load(make, diag, NULL, fw_nowhere(), name, &theme));
    return theme;
}

static void no_theme_looks_as_vega_lite(void **state)
{
    (void)state;
    const struct fw_tokens *tokens = fw_theme_tokens(make, NULL);
    assert_color(tokens->text_color, "#000000");
    assert_color(tokens->background, "#ffffff");
    assert_color(tokens->palette[0], "#4c78a8");
    assert_int_equal(tokens->palette_count, 10);
    assert_string_equal(tokens->caption.font, "sans-serif");
    assert_true(tokens->caption.font_size == 11 && tokens->caption.line_height == 15);
    assert_false(tokens->redundant_coding);
    assert_null(tokens->logo.url);
    assert_int_equal(tokens->outer_width.kind, FW_UNDEFINED);
}

static void tokens_are_inherited(void **state)
{
    (void)state;
    struct fw_theme dark = load("dark"), print = load("print"), slide = load("slide");
    assert_string_equal(dark.tokens.caption.font, "Inter");
    assert_true(dark.tokens.caption.font_size == 12 && dark.tokens.caption_rule);
    assert_color(dark.tokens.caption.color, "#c8cacc");
    assert_color(dark.tokens.palette[0], "#6bace6");
    assert_true(print.tokens.redundant_coding && !dark.tokens.redundant_coding);
    assert_true(slide.tokens.min_font_size == 14);
}

static void text_tokens_keep_their_leading(void **state)
{
    (void)state;
    struct fw_value big = fw_with(make, fw_undefined(), "fontSize", fw_number(22));
    struct fw_value tokens = fw_with(make, fw_undefined(), "caption", big);
    struct fw_tokens decoded;
    fw_tokens_decode(make.arena, tokens, fw_undefined(), &decoded);
    assert_true(decoded.caption.font_size == 22 && decoded.caption.line_height == 30);
    assert_true(decoded.number.font_size == 22);
    assert_string_equal(decoded.number_prefix, "Figure");
}

static void colors_become_params(void **state)
{
    (void)state;
    struct fw_theme briefing = load("briefing"), dark = load("dark"), vega = load("vega");
    assert_string_equal(param(&briefing, "focusColor"), "#12436d");
    assert_string_equal(param(&briefing, "onFocusColor"), "#ffffff");
    assert_string_equal(param(&briefing, "onContextColor"), "#0b0c0c");
    assert_string_equal(param(&dark, "backgroundColor"), "#16191d");
    assert_string_equal(param(&dark, "onFocusColor"), "#16191d");
    assert_int_equal(fw_length(vega.params), 0);
}

static void logo_lies_beside_its_theme(void **state)
{
    (void)state;
    char folder[] = "/tmp/figwright-logo-XXXXXX";
    assert_non_null(mkdtemp(folder));
    static const char base[] = "{\"name\": \"base\", \"tokens\": {\"logo\": {\"url\": \"a.png\", "
                               "\"height\": 40, \"position\": \"top-left\"}}}";
    static const char over[] = "{\"name\": \"over\", \"inherits\": \"in/base.json\"}";
    const char *in = fw_path_join(make.arena, folder, "in");
    const char *base_path = fw_path_join(make.arena, in, "base.json");
    const char *over_path = fw_path_join(make.arena, folder, "over.json");
    assert_true(fw_file_make_folder(in));
    assert_true(fw_file_write(base_path, base, strlen(base)));
    assert_true(fw_file_write(over_path, over, strlen(over)));
    struct fw_theme theme = load(over_path);
    assert_string_equal(theme.tokens.logo.url, fw_path_join(make.arena, in, "a.png"));
    assert_true(fw_node_there(theme.tokens.logo.at));
    assert_int_equal(theme.tokens.logo.position, FW_LOGO_TOP_LEFT);
    assert_true(theme.tokens.logo.clear_space == 20);
    assert_int_equal(unlink(base_path) + unlink(over_path) + rmdir(in) + rmdir(folder), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(no_theme_looks_as_vega_lite, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tokens_are_inherited, set_up, tear_down),
        cmocka_unit_test_setup_teardown(text_tokens_keep_their_leading, set_up, tear_down),
        cmocka_unit_test_setup_teardown(colors_become_params, set_up, tear_down),
        cmocka_unit_test_setup_teardown(logo_lies_beside_its_theme, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
