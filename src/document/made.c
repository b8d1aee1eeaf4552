/* The notes that an output carries: what it was made of, and how. */
#include "document/made.h"

#include <string.h>

#include "base/decimal.h"
#include "document/sources.h"
#include "figwright/version.h"
#include "text/identity.h"
#include "theme/theme.h"
#include "json/write.h"

bool fw_embed_find(const char *word, enum fw_embed *embed)
{
    static const char *const words[] = { "none", "digest", "spec" };
    *embed = FW_EMBED_DIGEST;
    for (size_t i = 0; word != NULL && i < FW_COUNT(words); i++) {
        if (strcmp(word, words[i]) == 0) {
            *embed = (enum fw_embed)i;
            return true;
        }
    }
    return word == NULL;
}

const char *fw_made_sources(void)
{
    return FW_SOURCES_DIGEST;
}

/* ---- options ------------------------------------------------------------------------------ */

static const char *number_text(struct fw_arena *arena, double number)
{
    char text[FW_DECIMAL_ROOM];
    fw_decimal_text(number, text);
    return fw_arena_text(arena, text, strlen(text));
}

/* A theme's or locale's name; a file's as seen from the spec, as those of inputs are. */
static const char *name_text(struct fw_arena *arena, const char *folder, const char *name)
{
    return name != NULL && fw_theme_is_file(name) ? fw_path_relative(arena, folder, name) : name;
}

size_t fw_made_options(struct fw_arena *arena, const struct fw_making *making,
                       struct fw_made_option options[FW_MADE_OPTIONS])
{
    const struct fw_session_options *session = &making->session->options;
    const struct fw_output_options *output = making->options;
    const char *folder = making->folder;
    const struct {
        const char *format; /* the only one that it concerns; NULL: all */
        struct fw_made_option option;
    } rows[] = {
        { "png", { "scale", number_text(arena, output->scale > 0 ? output->scale : 1) } },
        { "svg", { "svg-text", output->svg_text } },
        { "pdf", { "date", output->date } },
        { NULL, { "theme", name_text(arena, folder, session->theme) } },
        { NULL, { "locale", name_text(arena, folder, session->locale) } },
        { NULL, { "timezone", session->timezone } },
        { NULL, { "base-url", session->base_url != NULL ? "given" : NULL } },
        { NULL, { "furniture", session->furniture } },
        { NULL, { "embed", output->embed } },
    };
    size_t count = 0;
    for (size_t i = 0; i < FW_COUNT(rows); i++) {
        if (rows[i].format == NULL || strcmp(rows[i].format, making->format) == 0) {
            options[count++] = rows[i].option;
        }
    }
    return count;
}

/* ---- the note ----------------------------------------------------------------------------- */

static void put_libraries(struct fw_arena *arena, struct fw_json_writer *writer)
{
    size_t count;
    const struct fw_library *libraries = fw_text_libraries(arena, &count);
    fw_json_key(writer, "libraries");
    fw_json_open(writer, '{');
    for (size_t i = 0; i < count; i++) {
        fw_json_member(writer, libraries[i].name, libraries[i].version);
    }
    fw_json_close(writer, '}');
}

static void put_options(struct fw_arena *arena, struct fw_json_writer *writer,
                        const struct fw_making *making)
{
    struct fw_made_option options[FW_MADE_OPTIONS];
    size_t count = fw_made_options(arena, making, options);
    fw_json_key(writer, "options");
    fw_json_open(writer, '{');
    for (size_t i = 0; i < count; i++) {
        if (options[i].text != NULL) {
            fw_json_member(writer, options[i].name, options[i].text);
        }
    }
    fw_json_close(writer, '}');
}

static void put_inputs(struct fw_json_writer *writer, struct fw_inputs *inputs)
{
    fw_json_key(writer, "inputs");
    fw_json_open(writer, '[');
    for (size_t i = 0; i < fw_inputs_count(inputs); i++) {
        struct fw_inputs_item item = fw_inputs_get(inputs, i);
        fw_json_open(writer, '{');
        fw_json_member(writer, "kind", item.kind);
        fw_json_member(writer, "path", item.name);
        if (item.of_base) {
            fw_json_member(writer, "from", "base-url");
        }
        fw_json_member(writer, "sha256", item.digest);
        fw_json_close(writer, '}');
    }
    fw_json_close(writer, ']');
}

const char *fw_made_note(struct fw_arena *arena, const struct fw_making *making,
                         struct fw_inputs *inputs)
{
    struct fw_bytes bytes = { 0 };
    struct fw_json_writer writer = { .out = &bytes };
    fw_json_open(&writer, '{');
    fw_json_member(&writer, "figwright", FW_VERSION);
    fw_json_member(&writer, "sources", fw_made_sources());
    put_libraries(arena, &writer);
    fw_json_member(&writer, "format", making->format);
    put_options(arena, &writer, making);
    fw_json_member(&writer, "fonts", fw_fonts_digest(making->session->fonts).text);
    put_inputs(&writer, inputs);
    fw_json_close(&writer, '}');
    const char *note = fw_arena_text(arena, bytes.data, bytes.length);
    fw_bytes_finish(&bytes);
    return note;
}
