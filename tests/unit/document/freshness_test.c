/* Outputs that are current, stale, damaged, or made to mislead; what they say of themselves. */
#define _XOPEN_SOURCE 700 /* mkdtemp, mkfifo */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "figwright/figwright.h"
#include "support/cmocka.h"

static char folder[] = "/tmp/figwright-fresh-XXXXXX";
static struct fw_arena *arena;
static struct fw_session *session;
static const char *drawn; /* the bytes of a.svg */
static size_t drawn_length;

static const char spec[] =
    "{\"data\": {\"url\": \"rain.csv\"}, \"mark\": \"bar\", \"title\": \"Rain\","
    "\"encoding\": {\"x\": {\"field\": \"a\"}, \"y\": {\"field\": \"b\", \"type\": "
    "\"quantitative\"}}}";

static bool write_text(const char *path, const char *text)
{
    return fw_file_write(path, text, strlen(text));
}

static int set_up(void **state)
{
    (void)state;
    arena = fw_arena_create();
    session = fw_session_create(NULL);
    if (mkdtemp(folder) == NULL || chdir(folder) != 0 || mkfifo("pipe.fif", 0600) != 0 ||
        !write_text("rain.csv", "a,b\nx,1\n") || !write_text("a.vl.json", spec)) {
        return 1;
    }
    struct fw_document *document = fw_document_open(session, "a.vl.json");
    bool is_drawn = fw_document_render(document, "a.svg");
    fw_document_destroy(document);
    return is_drawn && fw_file_read(arena, "a.svg", 1000000, &drawn, &drawn_length) == FW_READ_FINE
               ? 0
               : 1;
}

static int tear_down(void **state)
{
    (void)state;
    fw_session_destroy(session);
    int status = chdir("/") == 0 ? system(fw_arena_printf(arena, "rm -r %s", folder)) : 1;
    fw_arena_destroy(arena);
    return status;
}

/* All reasons in one text; "" when it is current. */
static const char *reasons_of(const char *path, const struct fw_output_options *options)
{
    struct fw_freshness *freshness = fw_freshness_create(session);
    struct fw_output_state state = fw_freshness_check(freshness, path, "a.vl.json", "svg", options);
    assert_true(state.is_current == (state.reason_count == 0));
    const char *text = "";
    for (size_t i = 0; i < state.reason_count; i++) {
        text = fw_arena_printf(arena, "%s%s%s", text, i == 0 ? "" : "; ", state.reasons[i]);
    }
    fw_freshness_destroy(freshness);
    return text;
}

/* The drawn file with the first `from` behind the note's key changed to `to`. */
static void write_changed(const char *path, const char *from, const char *to)
{
    const char *note = strstr(drawn, "figwright:made");
    assert_non_null(note);
    const char *at = strstr(note, from);
    assert_non_null(at);
    assert_true(write_text(
        path, fw_arena_printf(arena, "%.*s%s%s", (int)(at - drawn), drawn, to, at + strlen(from))));
}

static void an_output_is_current_until_something_changes(void **state)
{
    (void)state;
    struct fw_output_options outlines = { .svg_text = "outlines" }, whole = { .embed = "spec" };
    assert_string_equal(reasons_of("a.svg", NULL), "");
    assert_string_equal(reasons_of("a.svg", &outlines), "svg-text was not given, is outlines");
    assert_string_equal(reasons_of("a.svg", &whole), "embed was not given, is spec");
    assert_string_equal(reasons_of("b.svg", NULL), "it is not there");
    assert_true(write_text("rain.csv", "a,b\nx,2\n"));
    assert_string_equal(reasons_of("a.svg", NULL), "rain.csv changed");
    assert_true(write_text("rain.csv", "a,b\nx,1\n"));
    assert_string_equal(reasons_of("a.svg", NULL), "");
    assert_true(write_text("datapackage.json", "{}"));
    assert_string_equal(reasons_of("a.svg", NULL), "datapackage.json appeared");
    assert_int_equal(unlink("datapackage.json"), 0);
}

/* A file that an output names is read only when it is a plain one: nobody waits for a pipe. */
static void notes_may_say_anything(void **state)
{
    static const struct {
        const char *from, *to, *reasons;
    } cases[] = {
        { "rain.csv", "pipe.fif", "pipe.fif is gone" },
        { "rain.csv", "/dev/zero", "/dev/zero is gone" },
        { "rain.csv", "/", "/ is gone" },
        { "rain.csv", "-", "- is gone" },
        { "&quot;rain.csv&quot;", "7", NULL },
        { "&quot;inputs&quot;:[", "&quot;inputs&quot;:{}, &quot;x&quot;:[",
          "it does not say what it was made of" },
        { "{&quot;figwright&quot;", "&quot;figwright&quot;",
          "it does not say what it was made of" },
        { "&quot;options&quot;:{", "&quot;options&quot;:{&quot;theme&quot;:&quot;x&quot;",
          "theme was x, is not given" },
        { "&quot;data&quot;", "&quot;theme&quot;", NULL },
        { "&quot;data&quot;", "&quot;locale&quot;", NULL },
        { "&quot;cairo&quot;:&quot;", "&quot;cairo&quot;:&quot;9", NULL },
        { "a.vl.json", "b.vl.json", "it was made of b.vl.json" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        write_changed("changed.svg", cases[i].from, cases[i].to);
        const char *reasons = reasons_of("changed.svg", NULL);
        if (cases[i].reasons != NULL) {
            assert_string_equal(reasons, cases[i].reasons);
        }
    }
}

static void cut_outputs_are_not_current(void **state)
{
    (void)state;
    const char *note = strstr(drawn, "figwright:made");
    size_t end = (size_t)(strstr(note, "]}") - drawn);
    for (size_t length = 0; length <= end; length += 7) {
        assert_true(fw_file_write("cut.svg", drawn, length));
        assert_string_not_equal(reasons_of("cut.svg", NULL), "");
    }
}

static void outputs_say_what_they_are(void **state)
{
    (void)state;
    struct fw_inspection *inspection = fw_inspect(drawn, drawn_length);
    assert_non_null(inspection);
    struct fw_self_description says = fw_inspection_get(inspection);
    assert_string_equal(says.format, "svg");
    assert_string_equal(says.title, "Rain");
    assert_null(says.spec);
    assert_false(fw_inspection_spec_is_whole(inspection));
    assert_string_equal(says.inputs[0].kind, "spec");
    assert_string_equal(says.inputs[0].name, "a.vl.json");
    fw_inspection_destroy(inspection);
    assert_null(fw_inspect("GIF89a", 6));
    fw_inspection_destroy(NULL);
}

static void what_is_embedded_has_three_words(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        bool has_made, has_spec;
    } cases[] = { { "none", false, false }, { "digest", true, false }, { "spec", true, true } };
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_document *document = fw_document_open(session, "a.vl.json");
        struct fw_output_options options = { .embed = cases[i].word };
        size_t length;
        const void *bytes = fw_document_output(document, "pdf", &options, &length);
        struct fw_inspection *inspection = fw_inspect(bytes, length);
        struct fw_self_description says = fw_inspection_get(inspection);
        assert_int_equal(says.made != NULL, cases[i].has_made);
        assert_int_equal(says.spec != NULL, cases[i].has_spec);
        assert_int_equal(fw_inspection_spec_is_whole(inspection), cases[i].has_spec);
        assert_string_equal(says.title, "Rain");
        fw_inspection_destroy(inspection);
        fw_document_destroy(document);
    }
    struct fw_document *document = fw_document_open(session, "a.vl.json");
    struct fw_output_options options = { .embed = "all" };
    size_t length;
    assert_null(fw_document_output(document, "pdf", &options, &length));
    fw_document_destroy(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_output_is_current_until_something_changes),
        cmocka_unit_test(notes_may_say_anything),
        cmocka_unit_test(cut_outputs_are_not_current),
        cmocka_unit_test(outputs_say_what_they_are),
        cmocka_unit_test(what_is_embedded_has_three_words),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
