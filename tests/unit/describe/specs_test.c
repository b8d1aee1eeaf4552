/* Drafted text alternatives of all figures of specs/: nothing that only a program would say. */
#include "figwright/figwright.h"

#include <dirent.h>
#include <string.h>

#include "base/bytes.h"
#include "base/file.h"
#include "render/metadata.h"
#include "support/cmocka.h"

static const char folder[] = FW_SOURCE_DIR "/specs/charts";

/* The spec with its own description out of the way. */
static void put_undescribed(const char *text, struct fw_bytes *out)
{
    static const char from[] = "\"description\": \"", to[] = "\"name\": \"";
    const char *at = strstr(text, from);
    fw_bytes_append(out, text, at == NULL ? strlen(text) : (size_t)(at - text));
    if (at != NULL) {
        fw_bytes_puts(out, to);
        fw_bytes_puts(out, at + sizeof from - 1);
    }
}

static void check_draft(const char *name, const char *draft)
{
    static const char *const refused[] = { "undefined", "null", "NaN", "|", "[object", "  ", "_" };
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        if (draft == NULL || strstr(draft, refused[i]) != NULL) {
            fail_msg("%s: '%s' in: %s", name, refused[i], draft == NULL ? "(none)" : draft);
        }
    }
    size_t length = strlen(draft);
    if (strchr(draft, ':') == NULL || draft[length - 1] != '.' || length > 700) {
        fail_msg("%s: %zu bytes: %s", name, length, draft);
    }
}

static void check_figure(struct fw_session *session, const char *name)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_metadata metadata;
    const char *path = fw_arena_printf(arena, "%s/%s", folder, name);
    const char *text;
    size_t length;
    assert_int_equal(fw_file_read(arena, path, 1 << 20, &text, &length), FW_READ_FINE);
    struct fw_bytes spec = { 0 };
    put_undescribed(text, &spec);
    struct fw_document *document =
        fw_document_open_text(session, name, folder, fw_bytes_text(&spec), spec.length);
    const void *svg = fw_document_output(document, "svg", NULL, &length);
    if (svg == NULL || !fw_metadata_read(arena, svg, length, &metadata)) {
        fail_msg("%s is not drawn", name);
    }
    check_draft(name, metadata.description);
    fw_document_destroy(document);
    fw_arena_destroy(arena);
    fw_bytes_finish(&spec);
}

static void every_figure_gets_a_draft_in_plain_words(void **state)
{
    (void)state;
    static const char *const allow[] = { FW_SOURCE_DIR "/specs/data" };
    struct fw_session *session =
        fw_session_create(&(struct fw_session_options){ .allow = allow, .allow_count = 1 });
    DIR *listing = opendir(folder);
    size_t count = 0;
    assert_non_null(listing);
    for (struct dirent *entry = readdir(listing); entry != NULL; entry = readdir(listing)) {
        if (strstr(entry->d_name, ".vl.json") != NULL) {
            check_figure(session, entry->d_name);
            count++;
        }
    }
    closedir(listing);
    assert_true(count > 0);
    fw_session_destroy(session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_figure_gets_a_draft_in_plain_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
