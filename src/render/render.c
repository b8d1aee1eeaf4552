/* Finds the format, checks the scene, and looks for characters that no font has. */
#include "render/render.h"

#include <math.h>
#include <string.h>

#include "base/limits.h"
#include "render/list.h"
#include "scene/bounds.h"

static const struct fw_render_type *const types[] = {
#define FW_RENDER_POINTER(name) &fw_render_##name,
    FW_RENDER_LIST(FW_RENDER_POINTER)
#undef FW_RENDER_POINTER
};

const char *const *fw_render_names(size_t *count)
{
    static const char *const names[] = {
#define FW_RENDER_NAME(name) #name,
        FW_RENDER_LIST(FW_RENDER_NAME)
#undef FW_RENDER_NAME
    };
    *count = FW_COUNT(names);
    return names;
}

const struct fw_render_type *fw_render_find(const char *name)
{
    for (size_t i = 0; i < FW_COUNT(types); i++) {
        if (strcmp(types[i]->name, name) == 0) {
            return types[i];
        }
    }
    return NULL;
}

/* Reports are kept once for the same message, so each character is told once. */
static void check_text(const struct fw_text *text, struct fw_fonts *fonts, struct fw_diag *diag)
{
    uint32_t character;
    struct fw_font font = fw_text_font(text);
    if (text->text != NULL &&
        fw_text_lacks_glyph(fonts, &font, text->text, strlen(text->text), &character)) {
        fw_report(diag, fw_nowhere(), FW_MISSING_GLYPH, "no font has a glyph for U+%04X",
                  (unsigned)character);
    }
}

static void check_node(const struct fw_scene_node *node, struct fw_fonts *fonts,
                       struct fw_diag *diag)
{
    for (size_t i = 0; node->kind == FW_NODE_TEXT && i < node->count; i++) {
        check_text(&node->texts[i], fonts, diag);
    }
    for (const struct fw_scene_node *child = node->first; child != NULL; child = child->next) {
        check_node(child, fonts, diag);
    }
}

/* Past this a size in px is a number that says nothing to a reader: our taste. */
#define TELLABLE_PX 1e9

static bool check_size(const struct fw_scene *scene, double scale, struct fw_diag *diag)
{
    double width = scene->width * scale, height = scene->height * scale;
    if (width >= 0 && height >= 0 && width <= FW_LIMIT_FIGURE_PX && height <= FW_LIMIT_FIGURE_PX &&
        width * height <= (double)FW_LIMIT_FIGURE_AREA) {
        return true;
    }
    if (width < TELLABLE_PX && height < TELLABLE_PX) {
        fw_report(diag, scene->size_place, FW_TOO_LARGE,
                  "the picture would be %.0f by %.0f pixels, above the limit", width, height);
    } else {
        fw_report(
            diag, scene->size_place, FW_TOO_LARGE,
            "the picture would be without measure: is a size, a font or a padding too large?");
    }
    return false;
}

bool fw_render(const char *format, const struct fw_scene *scene, struct fw_fonts *fonts,
               const struct fw_render_options *options, struct fw_diag *diag, struct fw_bytes *out)
{
    const struct fw_render_type *type = fw_render_find(format);
    if (type == NULL) {
        size_t count;
        const char *const *names = fw_render_names(&count);
        struct fw_diagnostic *d =
            fw_report(diag, fw_nowhere(), FW_UNKNOWN_VALUE, "unknown format '%s'", format);
        fw_hint_nearest(diag, d, format, names, count);
        return false;
    }
    struct fw_render_options checked = *options;
    checked.scale = options->scale > 0 ? options->scale : 1;
    if (!check_size(scene, checked.scale, diag)) {
        return false;
    }
    check_node(scene->root, fonts, diag);
    return type->render(scene, fonts, &checked, diag, out);
}
