/* figwright doctor: all that outputs depend on besides their inputs. */
#include <stdio.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/limits.h"
#include "cli/common.h"
#include "json/write.h"

/* The digest of a whole font file; "cannot be read". */
static const char *digest_of(struct fw_arena *arena, const char *file)
{
    struct fw_arena *scratch = fw_arena_create();
    const char *text, *result = "cannot be read";
    size_t length;
    if (fw_file_read(scratch, file, FW_LIMIT_DATA_BYTES, &text, &length) == FW_READ_FINE) {
        result = fw_arena_printf(arena, "%s", fw_sha256(text, length).text);
    }
    fw_arena_destroy(scratch);
    return result;
}

static void put_text(struct fw_arena *arena, const struct fw_session *session,
                     const struct fw_fingerprint *print)
{
    printf("%-12s %s\n%-12s %s\n", "version", print->version, "sources", print->sources);
    for (size_t i = 0; i < print->library_count; i++) {
        printf("%-12s %s\n", print->libraries[i].name, print->libraries[i].text);
    }
    printf("%-12s %s\n", "fonts", print->fonts);
    for (size_t i = 0; i < fw_session_font_count(session); i++) {
        struct fw_font_file font = fw_session_font(session, i);
        printf("  %s\n    %s\n", font.file, digest_of(arena, font.file));
    }
}

static bool put_json(struct fw_arena *arena, const struct fw_session *session,
                     const struct fw_fingerprint *print)
{
    struct fw_bytes text = { 0 };
    struct fw_json_writer json = { .out = &text, .indent = 2 };
    fw_json_open(&json, '{');
    fw_json_member(&json, "version", print->version);
    fw_json_member(&json, "sources", print->sources);
    fw_json_key(&json, "libraries");
    fw_json_open(&json, '{');
    for (size_t i = 0; i < print->library_count; i++) {
        fw_json_member(&json, print->libraries[i].name, print->libraries[i].text);
    }
    fw_json_close(&json, '}');
    fw_json_member(&json, "fonts", print->fonts);
    fw_json_key(&json, "fontFiles");
    fw_json_open(&json, '[');
    for (size_t i = 0; i < fw_session_font_count(session); i++) {
        struct fw_font_file font = fw_session_font(session, i);
        fw_json_open(&json, '{');
        fw_json_member(&json, "file", font.file);
        fw_json_member(&json, "sha256", digest_of(arena, font.file));
        fw_json_close(&json, '}');
    }
    fw_json_close(&json, ']');
    fw_json_close(&json, '}');
    fw_bytes_put(&text, '\n');
    bool is_good = fw_cli_put(text.data, text.length);
    fw_bytes_finish(&text);
    return is_good;
}

static enum fw_exit run(const struct fw_args *args)
{
    struct fw_session *session = fw_cli_session(args);
    if (session == NULL) {
        return FW_EXIT_SYSTEM;
    }
    struct fw_fingerprint print = fw_session_fingerprint(session);
    bool is_good = true;
    if (fw_cli_wants_json(args)) {
        is_good = put_json(args->arena, session, &print);
    } else {
        put_text(args->arena, session, &print);
    }
    fw_session_destroy(session);
    return is_good ? FW_EXIT_FINE : FW_EXIT_SYSTEM;
}

static const struct fw_option *const options[] = { &fw_option_report, &fw_option_font_dir, NULL };

const struct fw_command fw_command_doctor = {
    .name = "doctor",
    .operands = "",
    .summary = "show what outputs depend on besides their inputs",
    .description =
        "The program, the libraries that it draws with, and the fonts. Where all of it is the\n"
        "same, so are the bytes of outputs.",
    .options = options,
    .run = run,
};
