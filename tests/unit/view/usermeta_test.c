/* usermeta.figwright, decoded. */
#include "view/usermeta.h"

#include <math.h>
#include <string.h>

#include "support/cmocka.h"

static const struct fw_usermeta *read(struct fw_arena *arena, const char *text)
{
    struct fw_source *source = FW_NEW(arena, struct fw_source);
    *source = (struct fw_source){ "a.json", text, strlen(text) };
    const struct fw_json *json =
        fw_json_read(arena, fw_strings_new(arena), source, NULL, fw_diag_new(arena));
    assert_non_null(json);
    return fw_usermeta_read(arena, json);
}

static void other_peoples_usermeta_is_not_ours(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    assert_null(read(arena, "{}"));
    assert_null(read(arena, "{\"usermeta\": {\"embedOptions\": {}}}"));
    assert_null(read(arena, "{\"usermeta\": {\"figwright\": 3}}"));
    assert_non_null(read(arena, "{\"usermeta\": {\"figwright\": {}}}"));
    fw_arena_destroy(arena);
}

static void lines_are_texts_and_words(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    const struct fw_usermeta *meta =
        read(arena, "{\"usermeta\": {\"figwright\": {\"number\": 3, \"source\": \"none\","
                    "\"base\": [\"first\", \"auto\", \"last\"], \"notes\": \"one\"}}}");
    assert_string_equal(meta->number, "3");
    assert_true(meta->source.none && !meta->source.automatic && meta->source.count == 0);
    assert_true(meta->base.automatic && !meta->base.none);
    assert_int_equal(meta->base.count, 2);
    assert_int_equal(meta->base.automatic_at, 1);
    assert_string_equal(meta->base.texts[1], "last");
    assert_true(meta->caveats.automatic && !fw_node_there(meta->caveats.at));
    assert_int_equal(meta->notes.count, 1);
    fw_arena_destroy(arena);
}

static void written_lengths_go_before_the_named_size(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    const struct fw_usermeta *meta =
        read(arena, "{\"usermeta\": {\"figwright\": {\"outerSize\": \"slide-16x9\","
                    "\"outerWidth\": \"160mm\", \"logo\": \"a.png\"}}}");
    assert_true(fabs(meta->width.px - 160 / 25.4 * 96) < 1e-9);
    assert_int_equal(meta->width.unit, FW_UNIT_MM);
    assert_true(meta->height.px == 540);
    assert_string_equal(meta->logo, "a.png");
    fw_arena_destroy(arena);
}

static void lists_are_read(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    const struct fw_usermeta *meta =
        read(arena,
             "{\"usermeta\": {\"figwright\": {\"footnotes\": [{\"on\": \"title\", \"text\": \"a\"},"
             "{\"on\": 3}], \"annotations\": [{\"type\": \"line\"}], \"redundant\": false,"
             "\"lint\": {\"ignore\": [{\"id\": \"zero-baseline\", \"reason\": \"b\"}]}}}}");
    assert_int_equal(meta->footnote_count, 1);
    assert_string_equal(meta->footnotes[0].text, "a");
    assert_int_equal(meta->annotations.kind, FW_ARRAY);
    assert_true(meta->redundant_given && !meta->redundant);
    assert_int_equal(meta->ignore_count, 1);
    assert_string_equal(meta->ignores[0].id, "zero-baseline");
    fw_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_peoples_usermeta_is_not_ours),
        cmocka_unit_test(lines_are_texts_and_words),
        cmocka_unit_test(written_lengths_go_before_the_named_size),
        cmocka_unit_test(lists_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
