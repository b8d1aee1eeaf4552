/* SVG through Cairo's surface: texts as outlines, for programs that cannot load an embedded font.
 */
#include <cairo-svg.h>
#include <string.h>

#include "render/paint.h"
#include "render/svg.h"

static cairo_status_t append(void *closure, const unsigned char *data, unsigned length)
{
    fw_bytes_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static bool paint(const struct fw_scene *scene, struct fw_fonts *fonts, struct fw_diag *diag,
                  struct fw_bytes *drawn)
{
    cairo_surface_t *surface =
        cairo_svg_surface_create_for_stream(append, drawn, scene->width, scene->height);
    cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX);
    cairo_t *cr = cairo_create(surface);
    fw_paint_scene(&(struct fw_paint_target){ .cr = cr, .diag = diag }, scene, fonts);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    status = status == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : status;
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS) {
        fw_report(diag, fw_nowhere(), FW_WRITE_FAILED, "the SVG cannot be painted: %s",
                  cairo_status_to_string(status));
    }
    return status == CAIRO_STATUS_SUCCESS;
}

/* Numbers that Cairo counts through the whole process, by the name before them. */
struct numbering {
    const char *prefix;
    struct fw_arena *arena;
    unsigned long *seen;
    size_t count, capacity;
};

static size_t renumber(struct numbering *numbering, unsigned long number)
{
    for (size_t i = 0; i < numbering->count; i++) {
        if (numbering->seen[i] == number) {
            return i + 1;
        }
    }
    FW_RESERVE(numbering->arena, numbering->seen, numbering->count, numbering->capacity);
    numbering->seen[numbering->count] = number;
    return ++numbering->count;
}

/* At an id that Cairo made of such a number: appends it renumbered and returns what is behind it.
 */
static const char *put_id(struct fw_bytes *out, struct numbering *numbering, const char *at)
{
    size_t length = strlen(numbering->prefix);
    if (strncmp(at, numbering->prefix, length) != 0 || at[length] < '0' || at[length] > '9') {
        return NULL;
    }
    unsigned long number = 0;
    for (at += length; *at >= '0' && *at <= '9'; at++) {
        number = number * 10 + (unsigned long)(*at - '0');
    }
    fw_bytes_printf(out, "%s%zu", numbering->prefix, renumber(numbering, number));
    return at;
}

/* Whether an id, or a reference to one, begins at `at`, in text that starts at `from`. */
static bool begins_id(const char *from, const char *at)
{
    static const char *const before[] = { " id=\"", "href=\"#", "url(#" };
    for (size_t i = 0; i < FW_COUNT(before); i++) {
        size_t length = strlen(before[i]);
        if ((size_t)(at - from) >= length && memcmp(at - length, before[i], length) == 0) {
            return true;
        }
    }
    return false;
}

/* Copies Cairo's elements with ids that depend on nothing but the picture. */
static void put_renumbered(struct fw_bytes *out, const char *text)
{
    struct fw_arena *arena = fw_arena_create();
    struct numbering numberings[] = { { .prefix = "surface", .arena = arena },
                                      { .prefix = "image", .arena = arena } };
    for (const char *from = text; *text != '\0';) {
        fw_bytes_put(out, *text++);
        bool id = begins_id(from, text);
        fw_bytes_puts(out, id ? FW_SVG_ID : "");
        for (size_t i = 0; id && i < FW_COUNT(numberings); i++) {
            const char *behind = put_id(out, &numberings[i], text);
            if (behind != NULL) {
                text = behind;
                break;
            }
        }
    }
    fw_arena_destroy(arena);
}

bool fw_svg_outlines(const struct fw_scene *scene, struct fw_fonts *fonts,
                     const struct fw_render_options *options, struct fw_diag *diag,
                     struct fw_bytes *out)
{
    struct fw_bytes drawn = { 0 };
    bool painted = paint(scene, fonts, diag, &drawn);
    const char *start = painted ? strstr(fw_bytes_text(&drawn), "<svg") : NULL;
    const char *body = start == NULL ? NULL : strchr(start, '>');
    if (body != NULL) {
        struct fw_bytes document = { 0 };
        fw_svg_head(&document, scene, options, false);
        put_renumbered(&document, body + 1);
        fw_svg_seal(out, &document);
        fw_bytes_finish(&document);
    }
    fw_bytes_finish(&drawn);
    return body != NULL;
}
