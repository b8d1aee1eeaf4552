/* Which files may be read, and what is said of the others. */
#define _XOPEN_SOURCE 700 /* mkdtemp, symlink */
#include "data/access.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/cmocka.h"

#define ROOT "/tmp/fw-access-XXXXXX"

/** ROOT/spec is the spec's folder, ROOT/more an allowed one, ROOT/secret is not allowed. */
struct fixture {
    char root[sizeof ROOT];
    struct fw_arena *arena;
    struct fw_load load;
    const char *allowed[1];
};

static const char *at_root(struct fixture *f, const char *name)
{
    return fw_arena_printf(f->arena, "%s/%s", f->root, name);
}

static void write_file(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    f->arena = fw_arena_create();
    memcpy(f->root, ROOT, sizeof ROOT);
    assert_non_null(mkdtemp(f->root));
    static const char *const folders[] = { "spec", "spec/sub", "more", "secret" };
    for (size_t i = 0; i < FW_COUNT(folders); i++) {
        assert_int_equal(mkdir(at_root(f, folders[i]), 0700), 0);
    }
    write_file(at_root(f, "spec/rain.csv"), "a\n1\n");
    write_file(at_root(f, "spec/sub/deep.csv"), "a\n2\n");
    write_file(at_root(f, "more/other.csv"), "a\n3\n");
    write_file(at_root(f, "secret/key.csv"), "a\n4\n");
    assert_int_equal(symlink("../secret/key.csv", at_root(f, "spec/link.csv")), 0);
    assert_int_equal(symlink("rain.csv", at_root(f, "spec/inside.csv")), 0);
    f->allowed[0] = at_root(f, "more");
    f->load = (struct fw_load){
        .arena = f->arena,
        .strings = fw_strings_new(f->arena),
        .diag = fw_diag_new(f->arena),
        .folder = at_root(f, "spec"),
        .allowed = f->allowed,
        .allowed_count = 1,
    };
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    static const char *const files[] = { "spec/rain.csv",  "spec/sub/deep.csv", "more/other.csv",
                                         "secret/key.csv", "spec/link.csv",     "spec/inside.csv" };
    static const char *const folders[] = { "spec/sub", "spec", "more", "secret", "" };
    for (size_t i = 0; i < FW_COUNT(files); i++) {
        unlink(at_root(f, files[i]));
    }
    for (size_t i = 0; i < FW_COUNT(folders); i++) {
        rmdir(at_root(f, folders[i]));
    }
    fw_arena_destroy(f->arena);
    free(f);
    return 0;
}

static void files_below_allowed_folders_are_read(void **state)
{
    static const struct {
        const char *url, *text;
    } cases[] = {
        { "rain.csv", "a\n1\n" },     { "./sub/../rain.csv", "a\n1\n" },
        { "sub/deep.csv", "a\n2\n" }, { "../more/other.csv", "a\n3\n" },
        { "inside.csv", "a\n1\n" },
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        const struct fw_source *source = fw_access_read(&f->load, cases[i].url, fw_nowhere());
        assert_non_null(source);
        assert_string_equal(source->text, cases[i].text);
    }
}

static void others_are_refused(void **state)
{
    static const struct {
        const char *url;
        enum fw_code code;
    } cases[] = {
        { "../secret/key.csv", FW_FILE_FORBIDDEN },  { "link.csv", FW_FILE_FORBIDDEN },
        { "/etc/passwd", FW_FILE_FORBIDDEN },        { "../secret/none.csv", FW_FILE_FORBIDDEN },
        { "http://x.org/a.csv", FW_NO_NETWORK },     { "//x.org/a.csv", FW_NO_NETWORK },
        { "none/a.csv", FW_FILE_MISSING },           { "sub", FW_FILE_UNREADABLE },
        { "rain.csv/x", FW_FILE_MISSING },           { "data:text/csv,a", FW_UNKNOWN_VALUE },
        { "file:///etc/passwd", FW_FILE_FORBIDDEN },
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        f->load.diag = fw_diag_new(f->arena);
        assert_null(fw_access_read(&f->load, cases[i].url, fw_nowhere()));
        assert_int_equal(fw_diag_count(f->load.diag), 1);
        const struct fw_diagnostic *d = fw_diag_get(f->load.diag, 0);
        if (d->code != cases[i].code) {
            fail_msg("'%s': %s [%s]", cases[i].url, d->message, fw_code_slug(d->code));
        }
    }
}

static void a_missing_file_names_a_near_one(void **state)
{
    struct fixture *f = *state;
    assert_null(fw_access_read(&f->load, "rian.csv", fw_nowhere()));
    const struct fw_diagnostic *d = fw_diag_get(f->load.diag, 0);
    assert_int_equal(d->code, FW_FILE_MISSING);
    assert_string_equal(d->hint, "did you mean 'rain.csv'?");
}

static void a_base_url_takes_the_place_of_the_folder(void **state)
{
    struct fixture *f = *state;
    f->load.base_url = at_root(f, "more");
    assert_non_null(fw_access_read(&f->load, "other.csv", fw_nowhere()));
    assert_null(fw_access_read(&f->load, "rain.csv", fw_nowhere()));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_below_allowed_folders_are_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(others_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_missing_file_names_a_near_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_base_url_takes_the_place_of_the_folder, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
