/* Themes: inheritance, and what can be wrong with one. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "theme/theme.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "support/cmocka.h"

static char folder[] = "/tmp/figwright-theme-XXXXXX";
static struct fw_maker make;
static struct fw_diag *diag;

static int set_up_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL;
}

static int tear_down_folder(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    int status = system(fw_arena_printf(arena, "rm -rf %s", folder));
    fw_arena_destroy(arena);
    return status;
}

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

static const char *write_theme(const char *name, const char *text)
{
    const char *path = fw_path_join(make.arena, folder, name);
    assert_true(fw_file_write(path, text, strlen(text)));
    return path;
}

static void built_in_themes_load(void **state)
{
    (void)state;
    size_t count;
    const char *const *names = fw_theme_names(make.arena, &count);
    assert_true(count >= 6);
    for (size_t i = 0; i < count; i++) {
        struct fw_theme theme;
        assert_true(fw_theme_load(make, diag, NULL, fw_nowhere(), names[i], &theme));
        assert_string_equal(theme.name, names[i]);
    }
    assert_int_equal(fw_diag_count(diag), 0);
}

static void members_are_laid_over(void **state)
{
    (void)state;
    write_theme("under.json", "{\"name\": \"under\", \"locale\": \"en-GB\", \"config\":"
                              " {\"axis\": {\"grid\": true, \"labelColor\": \"navy\"}}}");
    const char *path = write_theme("over.json", "{\"name\": \"over\", \"inherits\": \"under.json\","
                                                " \"config\": {\"axis\": {\"grid\": false}}}");
    struct fw_theme theme;
    assert_true(fw_theme_load(make, diag, NULL, fw_nowhere(), path, &theme));
    struct fw_value axis = fw_get(theme.config, "axis");
    assert_string_equal(theme.name, "over");
    assert_string_equal(theme.locale, "en-GB");
    assert_false(fw_get_boolean(axis, "grid", true));
    assert_true(fw_is_text(fw_get(axis, "labelColor"), "navy"));
    assert_int_equal(axis.object->origin, 0);
}

static void faults_are_reported(void **state)
{
    (void)state;
    write_theme("a.json", "{\"name\": \"a\", \"inherits\": \"b.json\"}");
    write_theme("b.json", "{\"name\": \"b\", \"inherits\": \"a.json\"}");
    write_theme("key.json", "{\"name\": \"key\", \"confg\": {}}");
    write_theme("syntax.json", "{\"name\": }");
    static const struct {
        const char *file;
        enum fw_code code;
        const char *hint;
    } cases[] = {
        { "a.json", FW_CONFLICT, "" },
        { "key.json", FW_UNKNOWN_PROPERTY, "did you mean 'config'?" },
        { "syntax.json", FW_JSON_SYNTAX, "" },
        { "none.json", FW_UNKNOWN_VALUE, "" },
    };
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_theme theme;
        const char *path = fw_path_join(make.arena, folder, cases[i].file);
        diag = fw_diag_new(make.arena);
        assert_false(fw_theme_load(make, diag, NULL, fw_nowhere(), path, &theme));
        assert_int_equal(fw_diag_count(diag), 1);
        assert_int_equal(fw_diag_get(diag, 0)->code, cases[i].code);
        const char *hint = fw_diag_get(diag, 0)->hint;
        assert_string_equal(hint == NULL ? "" : hint, cases[i].hint);
    }
    struct fw_theme theme;
    diag = fw_diag_new(make.arena);
    assert_false(fw_theme_load(make, diag, NULL, fw_nowhere(), "briefng", &theme));
    assert_string_equal(fw_diag_get(diag, 0)->hint, "did you mean 'briefing'?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(built_in_themes_load, set_up, tear_down),
        cmocka_unit_test_setup_teardown(members_are_laid_over, set_up, tear_down),
        cmocka_unit_test_setup_teardown(faults_are_reported, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, set_up_folder, tear_down_folder);
}
