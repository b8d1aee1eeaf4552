/* Files: whole or not at all. */
#define _XOPEN_SOURCE 700 /* mkdtemp, symlink */
#include "base/file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/cmocka.h"

static char folder[] = "/tmp/figwright-file-XXXXXX";
static struct fw_arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = fw_arena_create();
    return mkdtemp(folder) == NULL;
}

static int tear_down(void **state)
{
    (void)state;
    const char *command = fw_arena_printf(arena, "rm -rf %s", folder);
    int status = system(command);
    fw_arena_destroy(arena);
    return status;
}

static const char *at(const char *name)
{
    return fw_path_join(arena, folder, name);
}

static bool any_name(const char *name)
{
    (void)name;
    return true;
}

static void a_file_goes_round(void **state)
{
    (void)state;
    const char *text;
    size_t length;
    assert_true(fw_file_write(at("a.txt"), "one", 3));
    assert_true(fw_file_write(at("a.txt"), "two\0more", 8));
    assert_int_equal(fw_file_read(arena, at("a.txt"), 100, &text, &length), FW_READ_FINE);
    assert_int_equal(length, 8);
    assert_memory_equal(text, "two\0more", 9);
    assert_true(fw_file_write(at("empty"), "", 0));
    assert_int_equal(fw_file_read(arena, at("empty"), 100, &text, &length), FW_READ_FINE);
    assert_int_equal(length, 0);
    assert_int_equal(fw_file_read(arena, at("a.txt"), 7, &text, &length), FW_READ_TOO_LARGE);
    assert_int_equal(fw_file_read(arena, at("b.txt"), 7, &text, &length), FW_READ_MISSING);
    assert_int_equal(fw_file_read(arena, folder, 7, &text, &length), FW_READ_FOLDER);
}

static void a_failed_write_leaves_nothing(void **state)
{
    (void)state;
    const char *const *paths;
    size_t before, after;
    assert_true(fw_file_make_folder(at("full/x.png")));
    assert_true(fw_file_list(arena, folder, any_name, &paths, &before));
    assert_false(fw_file_write(at("full/x.png"), "x", 1)); /* a folder stands there */
    assert_int_equal(errno, EISDIR);
    assert_false(fw_file_write(at("none/x.png"), "x", 1));
    assert_int_equal(errno, ENOENT);
    assert_true(fw_file_list(arena, folder, any_name, &paths, &after));
    assert_int_equal(after, before);
}

static void a_listing_is_sorted(void **state)
{
    (void)state;
    const char *const *paths;
    size_t count;
    assert_true(fw_file_make_folder(at("l/b/c")));
    assert_true(fw_file_make_folder(at("l/.hidden")));
    static const char *const names[] = { "l/z", "l/b/c/y", "l/a", "l/b/x", "l/.hidden/w", "l/.v" };
    for (size_t i = 0; i < FW_COUNT(names); i++) {
        assert_true(fw_file_write(at(names[i]), "", 0));
    }
    assert_int_equal(symlink("..", at("l/b/up")), 0);
    assert_true(fw_file_list(arena, at("l"), any_name, &paths, &count));
    static const char *const sorted[] = { "l/a", "l/b/c/y", "l/b/up", "l/b/x", "l/z" };
    assert_int_equal(count, FW_COUNT(sorted));
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(paths[i], at(sorted[i]));
    }
    assert_false(fw_file_list(arena, at("none"), any_name, &paths, &count));
}

static void paths(void **state)
{
    (void)state;
    assert_string_equal(fw_path_folder(arena, "a/b/c.json"), "a/b");
    assert_string_equal(fw_path_folder(arena, "c.json"), ".");
    assert_string_equal(fw_path_folder(arena, "/c.json"), "/");
    assert_string_equal(fw_path_name("a/b/c.json"), "c.json");
    assert_string_equal(fw_path_join(arena, "a/", "b"), "a/b");
    assert_string_equal(fw_path_join(arena, "a", "b"), "a/b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_goes_round),
        cmocka_unit_test(a_failed_write_leaves_nothing),
        cmocka_unit_test(a_listing_is_sorted),
        cmocka_unit_test(paths),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
