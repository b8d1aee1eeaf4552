/* Paints what Pango lays out. */
#include "text/paint.h"

#include "text/face.h"

/* How far an upright font leans when a spec asks for an italic that is not there: a quarter, as
 * Skia. */
static const double SLANT = 0.25;

typedef void (*line_fn)(cairo_t *cr, PangoLayoutLine *line);

static void paint(struct fw_fonts *fonts, cairo_t *cr, const struct fw_text_line *line,
                  line_fn draw)
{
    if (line->length == 0 || !(line->font.size > 0)) {
        return;
    }
    size_t length = line->length;
    const char *text = fw_line_clean(fonts, line->text, &length);
    PangoLayout *layout = fw_fonts_layout(fonts, &line->font, text, length);
    bool slant = line->font.italic && !fw_face_find(fonts, &line->font)->info.italic;
    double x = 0, y = 0;
    cairo_matrix_t before;
    cairo_get_matrix(cr, &before);
    if (slant) {
        cairo_get_current_point(cr, &x, &y);
        cairo_translate(cr, x, y);
        cairo_transform(cr, &(cairo_matrix_t){ 1, 0, -SLANT, 1, 0, 0 });
        cairo_move_to(cr, 0, 0);
    }
    draw(cr, pango_layout_get_line_readonly(layout, 0));
    cairo_set_matrix(cr, &before);
    g_object_unref(layout);
}

void fw_text_show(struct fw_fonts *fonts, cairo_t *cr, const struct fw_text_line *line)
{
    paint(fonts, cr, line, pango_cairo_show_layout_line);
}

void fw_text_outline(struct fw_fonts *fonts, cairo_t *cr, const struct fw_text_line *line)
{
    paint(fonts, cr, line, pango_cairo_layout_line_path);
}
