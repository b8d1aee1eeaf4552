/* What the look of texts depends on besides the scene: the fonts, and the libraries that draw. */
#include "text/identity.h"

#include <cairo.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>
#include <pango/pango.h>
#include <stdio.h>

#include "base/bytes.h"

/* The size of a file and its first bytes; nothing of one that cannot be read. */
static void put_head(struct fw_bytes *bytes, const char *file)
{
    FILE *font = fopen(file, "rb");
    if (font == NULL) {
        return;
    }
    fw_bytes_reserve(bytes, FW_FONT_HEAD);
    bytes->length += fread(bytes->data + bytes->length, 1, FW_FONT_HEAD, font);
    if (fseek(font, 0, SEEK_END) == 0) {
        fw_bytes_printf(bytes, "\n%ld\n", ftell(font));
    }
    fclose(font);
}

struct fw_digest fw_fonts_digest(const struct fw_fonts *fonts)
{
    struct fw_bytes bytes = { 0 };
    for (size_t i = 0; i < fw_fonts_count(fonts); i++) {
        struct fw_font_info info = fw_fonts_get(fonts, i);
        fw_bytes_printf(&bytes, "%s\n%d %d\n", info.family, info.weight, info.italic);
        put_head(&bytes, info.file);
    }
    struct fw_digest digest = fw_sha256(bytes.data, bytes.length);
    fw_bytes_finish(&bytes);
    return digest;
}

/* FreeType tells the version that is running to those only who start it. */
static const char *freetype_version(struct fw_arena *arena)
{
    FT_Library library;
    if (FT_Init_FreeType(&library) != 0) {
        return "unknown";
    }
    FT_Int major, minor, patch;
    FT_Library_Version(library, &major, &minor, &patch);
    FT_Done_FreeType(library);
    return fw_arena_printf(arena, "%d.%d.%d", major, minor, patch);
}

const struct fw_library *fw_text_libraries(struct fw_arena *arena, size_t *count)
{
    const struct fw_library libraries[] = {
        { "cairo", cairo_version_string() },
        { "freetype", freetype_version(arena) },
        { "harfbuzz", hb_version_string() },
        { "pango", pango_version_string() },
    };
    *count = FW_COUNT(libraries);
    return fw_arena_grow(arena, libraries, *count, *count, sizeof *libraries);
}
