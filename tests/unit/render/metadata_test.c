/* What a file says about its picture can be read back from each format, and from damaged bytes. */
#include "render/metadata.h"

#include <string.h>

#include "support/cmocka.h"

static const char spec[] =
    "{\r\n\t\"mark\": \"bar\", \"title\": \"a < b && c > 'd' ]]> — 漢 🌧\"\n}";

struct file {
    struct fw_arena *arena;
    struct fw_fonts *fonts;
    struct fw_diag *diag;
    struct fw_scene scene;
    struct fw_render_note notes[2];
    struct fw_render_options options;
};

static int set_up(void **state)
{
    static struct file file;
    struct fw_arena *arena = fw_arena_create();
    file = (struct file){ .arena = arena, .diag = fw_diag_new(arena) };
    file.fonts = fw_fonts_create(&(struct fw_font_options){ 0 }, file.diag);
    file.scene = (struct fw_scene){ .width = 20,
                                    .height = 10,
                                    .title = "Rain (\"here\") \\ & Öl <i>",
                                    .description = "It rains.\nA lot: 3 < 4.",
                                    .source = "Met Office, 2024",
                                    .lang = "en-GB" };
    file.scene.root = fw_scene_add(arena, NULL, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    struct fw_style style = fw_style_default();
    fw_scene_style(arena, file.scene.root, &style);
    file.notes[0] = (struct fw_render_note){ "figwright:made", "{\"version\":\"0.1\"}" };
    file.notes[1] = (struct fw_render_note){ "figwright:spec", spec };
    file.options = (struct fw_render_options){ .notes = file.notes, .note_count = 2 };
    *state = &file;
    return file.fonts == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
    struct file *file = *state;
    fw_fonts_destroy(file->fonts);
    fw_arena_destroy(file->arena);
    return 0;
}

/* "outlines" is the other way to an SVG. */
static const char *const ways[] = { "png", "svg", "outlines", "pdf" };

static const char *format_of(const char *way)
{
    return strcmp(way, "outlines") == 0 ? "svg" : way;
}

static struct fw_bytes draw(struct file *file, const char *way)
{
    struct fw_bytes out = { 0 };
    file->options.svg_text = way;
    assert_true(
        fw_render(format_of(way), &file->scene, file->fonts, &file->options, file->diag, &out));
    return out;
}

static void what_is_written_is_read(void **state)
{
    struct file *file = *state;
    for (size_t i = 0; i < FW_COUNT(ways); i++) {
        struct fw_bytes out = draw(file, ways[i]);
        struct fw_metadata read;
        assert_true(fw_metadata_read(file->arena, out.data, out.length, &read));
        assert_string_equal(read.format, format_of(ways[i]));
        assert_string_equal(read.title, file->scene.title);
        assert_string_equal(read.description, file->scene.description);
        assert_string_equal(read.source, file->scene.source);
        assert_string_equal(read.lang, "en-GB");
        assert_string_equal(read.program, "figwright");
        assert_int_equal(read.note_count, 2);
        assert_string_equal(read.notes[0].key, "figwright:made");
        assert_string_equal(fw_metadata_note(&read, "figwright:made"), file->notes[0].text);
        assert_string_equal(fw_metadata_note(&read, "figwright:spec"), spec);
        assert_null(fw_metadata_note(&read, "figwright:none"));
        fw_bytes_finish(&out);
    }
}

/* A PNG compresses long texts. */
static void long_notes_are_read(void **state)
{
    struct file *file = *state;
    enum { LENGTH = 200000 };
    char *text = fw_arena_alloc(file->arena, LENGTH + 1);
    for (size_t i = 0; i < LENGTH; i++) {
        text[i] = (char)('a' + i % 26 * (i / 1000 % 2));
    }
    file->notes[1].text = text;
    for (size_t i = 0; i < FW_COUNT(ways); i++) {
        struct fw_bytes out = draw(file, ways[i]);
        struct fw_metadata read;
        assert_true(fw_metadata_read(file->arena, out.data, out.length, &read));
        assert_string_equal(fw_metadata_note(&read, "figwright:spec"), text);
        assert_true(strcmp(ways[i], "png") != 0 || out.length < LENGTH / 10);
        fw_bytes_finish(&out);
    }
}

static void what_is_not_said_is_not_read(void **state)
{
    struct file *file = *state;
    file->options.bare = true;
    for (size_t i = 0; i < FW_COUNT(ways); i++) {
        struct fw_bytes out = draw(file, ways[i]);
        struct fw_metadata read;
        assert_true(fw_metadata_read(file->arena, out.data, out.length, &read));
        assert_null(read.title);
        assert_null(read.description);
        assert_null(read.source);
        assert_null(read.program);
        assert_int_equal(read.note_count, 0);
        fw_bytes_finish(&out);
    }
}

static void other_files_are_told_apart(void **state)
{
    static const char *const texts[] = {
        "",        "<",   "<!--",   "<html><svg></svg></html>", "{\"title\":\"x\"}",
        "\x89PNG", "%PD", "<svga>",
    };
    struct file *file = *state;
    for (size_t i = 0; i < FW_COUNT(texts); i++) {
        struct fw_metadata read;
        assert_false(fw_metadata_read(file->arena, texts[i], strlen(texts[i]), &read));
        assert_null(read.format);
    }
}

/* Each file cut short everywhere: nothing is read behind the end, what is whole is still read; a
 * letter cut in two becomes U+FFFD. */
static void cut_files_are_read_as_far_as_they_go(void **state)
{
    struct file *file = *state;
    for (size_t i = 0; i < FW_COUNT(ways); i++) {
        struct fw_bytes out = draw(file, ways[i]);
        struct fw_arena *arena = fw_arena_create();
        for (size_t length = 0; length < out.length; length++) {
            struct fw_metadata read;
            struct fw_bytes cut = { 0 }; /* of its own, for the sanitizer */
            fw_bytes_append(&cut, out.data, length);
            fw_metadata_read(arena, cut.data, cut.length, &read);
            assert_true(read.title == NULL || strlen(read.title) <= strlen(file->scene.title) + 2);
            fw_bytes_finish(&cut);
        }
        fw_arena_destroy(arena);
        fw_bytes_finish(&out);
    }
}

static void strange_svg_is_read(void **state)
{
    static const struct {
        const char *svg, *title, *lang;
    } cases[] = {
        { "<?xml version='1.0'?><!-- <title>no</title> --><svg xml:lang='de'><title>a&lt;b</title>",
          "a<b", "de" },
        { "<svg><title>&#x41;&#66;&bogus;&#0;&#x110000;&</title>", "AB&bogus;&#0;\xef\xbf\xbd&",
          NULL },
        { "<svg a='>' xml:lang=\"en\"><desc/><title id='x'>t", "t", "en" },
        { "<svg xml:lang=en><title>\xff</title>", "\xef\xbf\xbd", NULL },
        { "<svg xml:lang='en><title>t</title>", NULL, NULL },
        { "<svg><g/><title>of the group</title>", NULL, NULL },
    };
    struct file *file = *state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_metadata read;
        assert_true(fw_metadata_read(file->arena, cases[i].svg, strlen(cases[i].svg), &read));
        if (cases[i].title == NULL) {
            assert_null(read.title);
        } else {
            assert_string_equal(read.title, cases[i].title);
        }
        if (cases[i].lang == NULL) {
            assert_null(read.lang);
        } else {
            assert_string_equal(read.lang, cases[i].lang);
        }
    }
}

int main(void)
{
#define FILE_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        FILE_TEST(what_is_written_is_read),
        FILE_TEST(long_notes_are_read),
        FILE_TEST(what_is_not_said_is_not_read),
        FILE_TEST(other_files_are_told_apart),
        FILE_TEST(cut_files_are_read_as_far_as_they_go),
        FILE_TEST(strange_svg_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
