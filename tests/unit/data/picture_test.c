/* Pictures: the size in their heads, and what is said of those that cannot be shown. */
#include "data/picture.h"

#include <string.h>

#include "support/cmocka.h"

/* 640 x 480: a JFIF segment, a padding byte, then a progressive frame head. */
static const char jpeg[] = "\xff\xd8\xff\xe0\x00\x04JF\xff\xff\xc2\x00\x11\x08\x01\xe0\x02\x80\x03";
static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x02\0\0\0\x64\x08\x06\0\0\0";

static void sizes_are_read_from_heads(void **state)
{
    const struct {
        const char *bytes;
        size_t length;
        bool known;
        double width, height;
    } cases[] = {
        { png, sizeof png - 1, true, 258, 100 },
        { png, 20, false, 0, 0 },
        { jpeg, sizeof jpeg - 1, true, 640, 480 },
        { jpeg, 12, false, 0, 0 },
        { "GIF89a", 6, false, 0, 0 },
        { "", 0, false, 0, 0 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        double width = 0, height = 0;
        bool known = fw_picture_size(cases[i].bytes, cases[i].length, &width, &height);
        if (known != cases[i].known || width != cases[i].width || height != cases[i].height) {
            fail_msg("case %zu: %d, %g x %g", i, known, width, height);
        }
    }
}

static void pictures_that_cannot_be_shown_are_warnings(void **state)
{
    static const struct {
        const char *url, *message;
    } cases[] = {
        { "no-such.png", "no file '" FW_SOURCE_DIR "/tests/unit/data/no-such.png'" },
        { "picture_test.c", "'picture_test.c' is no PNG or JPEG picture" },
        { "../data",
          "cannot read '" FW_SOURCE_DIR "/tests/unit/data/../data': it is no plain file" },
        { "https://example.org/a.png",
          "'https://example.org/a.png' needs a network, and figwright reads local files only" },
        { "../../CMakeLists.txt",
          "'../../CMakeLists.txt' lies outside the folders that may be read" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_load load = {
            .arena = arena,
            .strings = fw_strings_new(arena),
            .diag = fw_diag_new(arena),
            .folder = FW_SOURCE_DIR "/tests/unit/data",
        };
        struct fw_picture picture;
        assert_false(fw_picture_find(&load, cases[i].url, fw_nowhere(), &picture));
        assert_int_equal(fw_diag_count(load.diag), 1);
        assert_int_equal(fw_diag_errors(load.diag), 0);
        assert_string_equal(fw_diag_get(load.diag, 0)->message, cases[i].message);
        fw_arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sizes_are_read_from_heads),
        cmocka_unit_test(pictures_that_cannot_be_shown_are_warnings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
