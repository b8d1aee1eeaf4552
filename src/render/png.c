/* PNG: the scene painted on an image. */
#include <cairo.h>
#include <math.h>

#include "render/image.h"
#include "render/list.h"
#include "render/metadata.h"
#include "render/paint.h"
#include "render/png_file.h"

static void put_metadata(struct fw_bytes *out, const struct fw_scene *scene,
                         const struct fw_render_options *options)
{
    struct fw_metadata metadata = fw_metadata_of("png", scene, options);
    fw_png_text(out, "Title", metadata.lang, metadata.title);
    fw_png_text(out, "Description", metadata.lang, metadata.description);
    fw_png_text(out, "Source", metadata.lang, metadata.source);
    fw_png_text(out, "Software", NULL, metadata.program);
    for (size_t i = 0; i < metadata.note_count; i++) {
        fw_png_text(out, metadata.notes[i].key, NULL, metadata.notes[i].text);
    }
}

static void encode(cairo_surface_t *surface, const struct fw_scene *scene,
                   const struct fw_render_options *options, struct fw_bytes *out)
{
    struct fw_png png = { .pixels = fw_image_pixels(surface), .scale = options->scale };
    fw_png_begin(out, &png);
    put_metadata(out, scene, options);
    fw_png_end(out, &png);
}

/* Device pixels of a length; a fraction that rounding of sums left behind does not make one more.
 */
static int device_pixels(double length)
{
    int pixels = (int)ceil(length - 1e-6);
    return pixels < 1 ? 1 : pixels;
}

static bool render(const struct fw_scene *scene, struct fw_fonts *fonts,
                   const struct fw_render_options *options, struct fw_diag *diag,
                   struct fw_bytes *out)
{
    bool opaque = scene->has_background && scene->background.a >= 1;
    int width = device_pixels(scene->width * options->scale);
    int height = device_pixels(scene->height * options->scale);
    cairo_surface_t *surface = cairo_image_surface_create(
        opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, width, height);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, options->scale, options->scale);
    fw_paint_scene(&(struct fw_paint_target){ .cr = cr, .raster = true, .diag = diag }, scene,
                   fonts);
    cairo_surface_flush(surface);
    bool painted = cairo_status(cr) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cr);
    if (painted) {
        encode(surface, scene, options, out);
    } else {
        fw_report(diag, fw_nowhere(), FW_TOO_LARGE, "the picture cannot be painted");
    }
    cairo_surface_destroy(surface);
    return painted;
}

const struct fw_render_type fw_render_png = { "png", true, render };
