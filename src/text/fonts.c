/* Finds the font files and picks one of them for a font as a spec asks for it. */
#define _POSIX_C_SOURCE 200809L
#include "text/fonts.h"

#include <hb-ot.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "text/face.h"

static const struct {
    const char *file;
    int weight;
} built_in[] = { { "Inter-Regular.otf", 400 }, { "Inter-Bold.otf", 700 } };

static const char built_in_family[] = "Inter";

static struct fw_face *add_face(struct fw_fonts *fonts, struct fw_font_info info)
{
    FW_RESERVE(fonts->arena, fonts->faces, fonts->count, fonts->capacity);
    struct fw_face *face = &fonts->faces[fonts->count];
    *face = (struct fw_face){ .info = info, .index = fonts->count };
    fonts->count++;
    return face;
}

/* Whether the folder has all built-in fonts; adds them if so. */
static bool add_built_in(struct fw_fonts *fonts, const char *dir)
{
    const char *files[FW_COUNT(built_in)];
    for (size_t i = 0; i < FW_COUNT(built_in); i++) {
        files[i] = fw_path_join(fonts->arena, dir, built_in[i].file);
        if (access(files[i], R_OK) != 0) {
            return false;
        }
    }
    for (size_t i = 0; i < FW_COUNT(built_in); i++) {
        add_face(fonts,
                 (struct fw_font_info){ built_in_family, files[i], built_in[i].weight, false });
    }
    return true;
}

static bool has_font_suffix(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot != NULL && (strcmp(dot, ".otf") == 0 || strcmp(dot, ".ttf") == 0);
}

static const char *family_name(struct fw_arena *arena, hb_face_t *face)
{
    char name[256];
    static const hb_ot_name_id_t ids[] = { HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY,
                                           HB_OT_NAME_ID_FONT_FAMILY };
    for (size_t i = 0; i < FW_COUNT(ids); i++) {
        unsigned size = sizeof name;
        hb_language_t english = hb_language_from_string("en", -1);
        if (hb_ot_name_get_utf8(face, ids[i], english, &size, name) > 0) {
            return fw_arena_text(arena, name, strlen(name));
        }
    }
    return NULL;
}

/* Opens a font of a folder of the user's and takes its names from it. */
static void add_file(struct fw_fonts *fonts, const char *file, struct fw_diag *diag)
{
    struct fw_face *face = add_face(fonts, (struct fw_font_info){ .file = file });
    const char *family = fw_face_open(face) ? family_name(fonts->arena, face->face) : NULL;
    if (family == NULL) {
        fw_report(diag, fw_nowhere(), FW_FILE_UNREADABLE, "'%s' is not a font", file);
        fw_face_close(face);
        fonts->count--;
        return;
    }
    face->info.family = family;
    face->info.weight = (int)lround(hb_style_get_value(face->font, HB_STYLE_TAG_WEIGHT));
    face->info.italic = hb_style_get_value(face->font, HB_STYLE_TAG_ITALIC) > 0.5f;
}

static void add_folder(struct fw_fonts *fonts, const char *dir, struct fw_diag *diag)
{
    const char *const *files;
    size_t count;
    if (!fw_file_is_folder(dir) ||
        !fw_file_list(fonts->arena, dir, has_font_suffix, &files, &count)) {
        fw_report(diag, fw_nowhere(), FW_FILE_MISSING, "cannot read the font folder '%s'", dir);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        add_file(fonts, files[i], diag);
    }
}

struct fw_fonts *fw_fonts_create(const struct fw_font_options *options, struct fw_diag *diag)
{
    const char *const homes[] = { options->home, FW_FONTS_SOURCE_DIR, FW_FONTS_INSTALL_DIR };
    struct fw_arena *arena = fw_arena_create();
    struct fw_fonts *fonts = FW_NEW(arena, struct fw_fonts);
    fonts->arena = arena;
    fw_widths_init(&fonts->widths);
    bool found = false;
    for (size_t i = 0; i < FW_COUNT(homes) && !found; i++) {
        found = homes[i] != NULL && add_built_in(fonts, homes[i]);
    }
    if (!found) {
        struct fw_diagnostic *d =
            fw_report(diag, fw_nowhere(), FW_FILE_MISSING, "the built-in fonts are missing");
        fw_hint(diag, d, "'%s' should hold %s and %s", FW_FONTS_INSTALL_DIR, built_in[0].file,
                built_in[1].file);
        fw_fonts_destroy(fonts);
        return NULL;
    }
    for (size_t i = 0; i < options->dir_count; i++) {
        add_folder(fonts, options->dirs[i], diag);
    }
    return fonts;
}

void fw_fonts_destroy(struct fw_fonts *fonts)
{
    if (fonts == NULL) {
        return;
    }
    for (size_t i = 0; i < fonts->count; i++) {
        fw_face_close(&fonts->faces[i]);
    }
    hb_buffer_destroy(fonts->buffer);
    fw_fonts_close_context(fonts);
    fw_bytes_finish(&fonts->line);
    fw_widths_finish(&fonts->widths);
    fw_arena_destroy(fonts->arena);
}

size_t fw_fonts_count(const struct fw_fonts *fonts)
{
    return fonts->count;
}

struct fw_font_info fw_fonts_get(const struct fw_fonts *fonts, size_t index)
{
    return fonts->faces[index].info;
}

struct fw_font_info fw_fonts_match(struct fw_fonts *fonts, const struct fw_font *font)
{
    return fw_face_find(fonts, font)->info;
}

static bool names_equal(const char *family, const char *name, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char a = family[i], b = name[i];
        a = a >= 'A' && a <= 'Z' ? (char)(a + 32) : a;
        b = b >= 'A' && b <= 'Z' ? (char)(b + 32) : b;
        if (a == '\0' || a != b) {
            return false;
        }
    }
    return family[length] == '\0';
}

/* The loaded family that a CSS family list asks for first. */
static const char *find_family(const struct fw_fonts *fonts, const char *list)
{
    static const char around[] = " \t\"'";
    for (const char *at = list; at != NULL && *at != '\0';) {
        const char *comma = strchr(at, ',');
        const char *end = comma == NULL ? at + strlen(at) : comma;
        while (at < end && strchr(around, *at) != NULL) {
            at++;
        }
        while (end > at && strchr(around, end[-1]) != NULL) {
            end--;
        }
        for (size_t i = 0; i < fonts->count; i++) {
            if (names_equal(fonts->faces[i].info.family, at, (size_t)(end - at))) {
                return fonts->faces[i].info.family;
            }
        }
        at = comma == NULL ? NULL : comma + 1;
    }
    return fonts->faces[0].info.family;
}

/* How far a face is from what is asked; a wrong slant counts for more than any weight. */
static int distance(const struct fw_font_info *info, const struct fw_font *font)
{
    int weight = font->weight == 0 ? 400 : font->weight;
    int heavier = info->weight > weight ? 1 : 0;
    return 2 * abs(info->weight - weight) + heavier + (info->italic != font->italic ? 10000 : 0);
}

struct fw_face *fw_face_find(struct fw_fonts *fonts, const struct fw_font *font)
{
    const char *family = find_family(fonts, font->family);
    struct fw_face *best = NULL;
    for (size_t i = 0; i < fonts->count; i++) {
        struct fw_face *face = &fonts->faces[i];
        bool same = strcmp(face->info.family, family) == 0;
        if (same && (best == NULL || distance(&face->info, font) < distance(&best->info, font))) {
            best = face;
        }
    }
    fw_face_open(best);
    return best;
}
