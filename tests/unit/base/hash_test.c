/* SHA-256, beside what sha256sum says; what a document was made of, and how it is named. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/inputs.h"
#include "support/cmocka.h"

/* Lengths around the ends of blocks, and two that are long enough for the processor's own way. */
static void sha256_is_that_of_sha256sum(void **state)
{
    static const struct {
        size_t length; /* letters "a" */
        const char *digest;
    } cases[] = {
        { 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
        { 3, "9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0" },
        { 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318" },
        { 56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a" },
        { 63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34" },
        { 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb" },
        { 65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0" },
        { 119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb" },
        { 120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c" },
        { 20000, "cc17faaad36649c4603dda4d8ff97cb149722af0bcac0746305a2134ad2d0b97" },
        { 1048577, "4a3f0c0c213adea174f9a3d4c13177315b588bdb2e9c1012d3d0bf0453ca0f6a" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        char *text = malloc(cases[i].length + 1);
        memset(text, 'a', cases[i].length + 1);
        struct fw_digest digest = fw_sha256(text, cases[i].length);
        free(text);
        assert_string_equal(digest.text, cases[i].digest);
    }
}

static void inputs_are_named_from_the_spec(void **state)
{
    static const struct {
        const char *folder, *base, *path, *name;
        bool of_base;
    } cases[] = {
        { ".", NULL, "rain.csv", "rain.csv", false },
        { "specs", NULL, "specs/rain.csv", "rain.csv", false },
        { "specs/", NULL, "specs/rain.csv", "rain.csv", false },
        { "/a/specs", NULL, "/a/specs/../data/rain.csv", "../data/rain.csv", false },
        { "specs", "/home/data", "/home/data/rain.csv", "rain.csv", true },
        { "specs", "data/", "data/rain.csv", "rain.csv", true },
        { "/", NULL, "/rain.csv", "rain.csv", false },
        { "/nowhere", NULL, "nowhere/else/rain.csv", "nowhere/else/rain.csv", false },
    };
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_inputs *inputs = fw_inputs_new(arena, cases[i].folder, cases[i].base);
        fw_inputs_add(inputs, "data", cases[i].path, "a", 1);
        struct fw_inputs_item item = fw_inputs_get(inputs, 0);
        assert_string_equal(item.name, cases[i].name);
        assert_string_equal(item.file, cases[i].path);
        assert_int_equal(item.of_base, cases[i].of_base);
    }
    fw_arena_destroy(arena);
}

/* By real places: from a folder to its sister, to what lies below, and to what is not there. */
static void real_places_are_told_by_the_way_to_them(void **state)
{
    char folder[] = "/tmp/figwright-inputs-XXXXXX";
    (void)state;
    assert_non_null(mkdtemp(folder));
    struct fw_arena *arena = fw_arena_create();
    const char *charts = fw_path_join(arena, folder, "charts");
    const char *sister = fw_path_join(arena, folder, "chart/x");
    assert_true(fw_file_make_folder(charts) && fw_file_make_folder(sister));
    const char *detour = fw_path_join(arena, folder, "chart/../charts");
    static const char *const cases[][2] = {
        { "house.json", "../house.json" },
        { "chart/x", "../chart/x" },
        { "chart/x/gone.json", "../chart/x/gone.json" },
        { "charts/x.csv", "x.csv" },
    };
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        const char *path = fw_path_join(arena, folder, cases[i][0]);
        assert_string_equal(fw_path_relative(arena, detour, path), cases[i][1]);
    }
    assert_int_equal(system(fw_arena_printf(arena, "rm -r %s", folder)), 0);
    fw_arena_destroy(arena);
}

static void inputs_are_kept_once(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    struct fw_inputs *inputs = fw_inputs_new(arena, ".", NULL);
    fw_inputs_add(inputs, "data", "rain.csv", "aaa", 3);
    fw_inputs_add_now(inputs, "data", "rain.csv", "aaa", 3);
    fw_inputs_add_absent(inputs, "config", "figwright.json");
    fw_inputs_add_named(inputs, "theme", "print", "themes/print.json", NULL, 0);
    fw_inputs_add(NULL, "data", "rain.csv", "aaa", 3);
    assert_int_equal(fw_inputs_count(inputs), 3);
    assert_string_equal(fw_inputs_get(inputs, 0).digest, fw_sha256("aaa", 3).text);
    assert_null(fw_inputs_get(inputs, 1).digest);
    assert_string_equal(fw_inputs_get(inputs, 2).name, "print");
    assert_string_equal(fw_inputs_get(inputs, 2).digest, fw_sha256("", 0).text);
    assert_int_equal(fw_inputs_count(NULL), 0);
    fw_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sha256_is_that_of_sha256sum),
        cmocka_unit_test(inputs_are_named_from_the_spec),
        cmocka_unit_test(real_places_are_told_by_the_way_to_them),
        cmocka_unit_test(inputs_are_kept_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
