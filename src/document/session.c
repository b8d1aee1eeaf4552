/* Sessions: options, and the fonts that stay open from document to document. */
#include "document/session.h"

#include <string.h>

static const char *copy_text(struct fw_arena *arena, const char *text)
{
    return text == NULL ? NULL : fw_arena_text(arena, text, strlen(text));
}

static const char *const *copy_texts(struct fw_arena *arena, const char *const *texts, size_t count)
{
    const char **copies = FW_NEW_ARRAY(arena, count, const char *);
    for (size_t i = 0; i < count; i++) {
        copies[i] = copy_text(arena, texts[i]);
    }
    return copies;
}

static struct fw_session_options copy_options(struct fw_arena *arena,
                                              const struct fw_session_options *from)
{
    return (struct fw_session_options){
        .base_url = copy_text(arena, from->base_url),
        .allow = copy_texts(arena, from->allow, from->allow_count),
        .allow_count = from->allow_count,
        .theme = copy_text(arena, from->theme),
        .locale = copy_text(arena, from->locale),
        .timezone = copy_text(arena, from->timezone),
        .furniture = copy_text(arena, from->furniture),
        .font_home = copy_text(arena, from->font_home),
        .font_dirs = copy_texts(arena, from->font_dirs, from->font_dir_count),
        .font_dir_count = from->font_dir_count,
    };
}

struct fw_session *fw_session_create(const struct fw_session_options *options)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_session *session = FW_NEW(arena, struct fw_session);
    session->arena = arena;
    session->diag = fw_diag_new(arena);
    if (options != NULL) {
        session->options = copy_options(arena, options);
    }
    struct fw_font_options fonts = { .home = session->options.font_home,
                                     .dirs = session->options.font_dirs,
                                     .dir_count = session->options.font_dir_count };
    session->fonts = fw_fonts_create(&fonts, session->diag);
    return session;
}

void fw_session_destroy(struct fw_session *session)
{
    if (session != NULL) {
        fw_fonts_destroy(session->fonts);
        fw_arena_destroy(session->arena);
    }
}

const struct fw_diag *fw_session_diag(const struct fw_session *session)
{
    return session->diag;
}

size_t fw_session_font_count(const struct fw_session *session)
{
    return session->fonts == NULL ? 0 : fw_fonts_count(session->fonts);
}

struct fw_font_file fw_session_font(const struct fw_session *session, size_t index)
{
    struct fw_font_info info = fw_fonts_get(session->fonts, index);
    return (struct fw_font_file){
        .family = info.family, .file = info.file, .weight = info.weight, .italic = info.italic
    };
}
