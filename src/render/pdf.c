/* PDF: one page of the figure's size, tagged, through Cairo; then what Cairo 1.16 does not write.
 */
#include <cairo-pdf.h>
#include <string.h>

#include "render/list.h"
#include "render/metadata.h"
#include "render/paint.h"
#include "render/pdf_update.h"

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

static void set_info(cairo_surface_t *surface, const struct fw_metadata *metadata, const char *date)
{
    const struct {
        cairo_pdf_metadata_t kind;
        const char *text;
    } texts[] = {
        { CAIRO_PDF_METADATA_CREATE_DATE, date },
        { CAIRO_PDF_METADATA_MOD_DATE, date },
        { CAIRO_PDF_METADATA_TITLE, metadata->title },
        { CAIRO_PDF_METADATA_SUBJECT, metadata->description },
        { CAIRO_PDF_METADATA_CREATOR, metadata->program },
    };
    for (size_t i = 0; i < FW_COUNT(texts); i++) {
        if (texts[i].text != NULL) {
            cairo_pdf_surface_set_metadata(surface, texts[i].kind, texts[i].text);
        }
    }
}

/* What the functions of one file share. */
struct page {
    const struct fw_scene *scene;
    struct fw_metadata metadata;
    const char *date;
    struct fw_paint_tags tags;
    bool bare;
    struct fw_bytes pdf;
};

static bool paint(struct page *page, struct fw_fonts *fonts, struct fw_diag *diag)
{
    const struct fw_scene *scene = page->scene;
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        append, &page->pdf, scene->width * POINTS, scene->height * POINTS);
    /* From 1.5 on newer Cairos write their table as a stream. */
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    set_info(surface, &page->metadata, page->date);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, POINTS, POINTS);
    fw_paint_scene(&(struct fw_paint_target){ .cr = cr, .tags = &page->tags, .diag = diag }, scene,
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

/* The XMP packet; it is not compressed, so that it is found without reading the PDF. */
static size_t put_packet(struct fw_pdf_update *update, const struct fw_metadata *metadata)
{
    struct fw_bytes packet = { 0 };
    fw_bytes_puts(&packet, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n");
    fw_metadata_put_rdf(&packet, metadata);
    fw_bytes_puts(&packet, "</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    size_t number = fw_pdf_update_add(update);
    fw_pdf_update_begin_object(update, number);
    fw_bytes_printf(update->pdf, "<< /Type /Metadata /Subtype /XML /Length %zu >>\nstream\n",
                    packet.length);
    fw_bytes_append(update->pdf, packet.data, packet.length);
    fw_bytes_puts(update->pdf, "\nendstream");
    fw_pdf_update_end_object(update);
    fw_bytes_finish(&packet);
    return number;
}

/* The catalog gets what Cairo does not write: language, the title as the window's, the packet. */
static bool put_catalog(struct fw_pdf_update *update, const struct fw_metadata *metadata,
                        size_t packet)
{
    const char *catalog = fw_pdf_update_dictionary(update, update->root);
    struct fw_bytes *pdf = update->pdf;
    if (catalog == NULL) {
        return false;
    }
    fw_pdf_update_begin_object(update, update->root);
    fw_bytes_printf(pdf, "<<%s", catalog);
    if (metadata->lang != NULL) {
        fw_bytes_puts(pdf, "   /Lang ");
        fw_pdf_put_text(pdf, metadata->lang);
        fw_bytes_put(pdf, '\n');
    }
    if (metadata->title != NULL) {
        fw_bytes_puts(pdf, "   /ViewerPreferences << /DisplayDocTitle true >>\n");
    }
    if (packet != 0) {
        fw_bytes_printf(pdf, "   /Metadata %zu 0 R\n", packet);
    }
    fw_bytes_puts(pdf, ">>");
    fw_pdf_update_end_object(update);
    return true;
}

/* Gives figure number `figure` its alternative text and its box: all of the page. */
static void put_figure(struct fw_pdf_update *update, size_t number, const char *dictionary,
                       const struct page *page, size_t figure)
{
    struct fw_bytes *pdf = update->pdf;
    const char *text = page->tags.figures[figure];
    if (text == NULL) {
        text =
            page->metadata.description == NULL ? page->metadata.title : page->metadata.description;
    }
    fw_pdf_update_begin_object(update, number);
    fw_bytes_printf(pdf, "<<%s", dictionary);
    if (text != NULL && !page->bare) {
        fw_bytes_puts(pdf, "   /Alt ");
        fw_pdf_put_text(pdf, text);
        fw_bytes_put(pdf, '\n');
    }
    fw_bytes_puts(pdf, "   /A << /O /Layout /BBox [ 0 0 ");
    fw_bytes_number(pdf, page->scene->width * POINTS, 3);
    fw_bytes_put(pdf, ' ');
    fw_bytes_number(pdf, page->scene->height * POINTS, 3);
    fw_bytes_puts(pdf, " ] >>\n>>");
    fw_pdf_update_end_object(update);
}

/* Cairo numbers the elements of its structure in the order of their tags. */
static void put_figures(struct fw_pdf_update *update, const struct page *page)
{
    size_t figure = 0;
    for (size_t i = 1; i < update->old_count && figure < page->tags.figure_count; i++) {
        const char *dictionary = fw_pdf_update_dictionary(update, i);
        if (dictionary != NULL && strstr(dictionary, "/Type /StructElem") != NULL &&
            strstr(dictionary, "/S /Figure") != NULL) {
            put_figure(update, i, dictionary, page, figure++);
        }
    }
}

static bool update(struct page *page, struct fw_arena *arena, struct fw_diag *diag)
{
    struct fw_pdf_update change;
    bool done = fw_pdf_update_begin(&change, arena, &page->pdf) &&
                put_catalog(&change, &page->metadata,
                            page->bare ? 0 : put_packet(&change, &page->metadata));
    if (done) {
        put_figures(&change, page);
        fw_pdf_update_end(&change);
    } else {
        fw_report(diag, fw_nowhere(), FW_WRITE_FAILED,
                  "this Cairo writes a PDF of an unknown form");
    }
    return done;
}

static bool render(const struct fw_scene *scene, struct fw_fonts *fonts,
                   const struct fw_render_options *options, struct fw_diag *diag,
                   struct fw_bytes *out)
{
    struct fw_arena *arena = fw_arena_create();
    struct page page = {
        .scene = scene,
        .metadata = fw_metadata_of("pdf", scene, options),
        .date = options->date == NULL ? epoch : options->date,
        .tags = { .arena = arena },
        .bare = options->bare,
    };
    bool done = paint(&page, fonts, diag) && update(&page, arena, diag);
    fw_bytes_append(out, page.pdf.data, page.pdf.length);
    fw_bytes_finish(&page.pdf);
    fw_arena_destroy(arena);
    return done;
}

const struct fw_render_type fw_render_pdf = { "pdf", true, render };
