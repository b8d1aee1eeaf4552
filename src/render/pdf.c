/* PDF: one page of the figure's size, through Cairo. */
#include <cairo-pdf.h>

#include "render/list.h"
#include "render/paint.h"

/* Points in a CSS px: 72 over 96. */
static const double POINTS = 0.75;

/* Files with the same content have the same bytes, so a date that nobody gave is always the same.
 */
static const char epoch[] = "1970-01-01T00:00:00Z";

static cairo_status_t append(void *closure, const unsigned char *data, unsigned length)
{
    fw_bytes_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static void set_metadata(cairo_surface_t *surface, const struct fw_scene *scene,
                         const struct fw_render_options *options)
{
    const char *date = options->date == NULL ? epoch : options->date;
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date);
    if (options->bare) {
        return;
    }
    if (scene->title != NULL) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene->title);
    }
    if (scene->description != NULL) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, scene->description);
    }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "figwright");
}

static bool render(const struct fw_scene *scene, struct fw_fonts *fonts,
                   const struct fw_render_options *options, struct fw_diag *diag,
                   struct fw_bytes *out)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        append, out, scene->width * POINTS, scene->height * POINTS);
    set_metadata(surface, scene, options);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, POINTS, POINTS);
    fw_paint_scene(&(struct fw_paint_target){ .cr = cr, .links = true, .diag = diag }, scene,
                   fonts);
    cairo_show_page(cr);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    status = status == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : status;
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS) {
        fw_report(diag, fw_nowhere(), FW_WRITE_FAILED, "the PDF cannot be painted: %s",
                  cairo_status_to_string(status));
    }
    return status == CAIRO_STATUS_SUCCESS;
}

const struct fw_render_type fw_render_pdf = { "pdf", render };
