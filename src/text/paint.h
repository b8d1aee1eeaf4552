/* A line of text onto Cairo. */
#ifndef FW_TEXT_PAINT_H
#define FW_TEXT_PAINT_H

#include <cairo.h>

#include "text/fonts.h"

/** One line of a text: where its baseline begins is Cairo's current point. */
struct fw_text_line {
    const char *text; /* UTF-8, `length` bytes */
    size_t length;
    struct fw_font font;
};

/**
 * Shows the glyphs in the current source, as text: a PDF embeds the font's subset and can be
 * searched. On an image Cairo 1.16 moves each glyph to a whole pixel; outlines stay where they
 * belong.
 */
void fw_text_show(struct fw_fonts *fonts, cairo_t *cr, const struct fw_text_line *line);

/** Appends the outlines of the glyphs to the current path. */
void fw_text_outline(struct fw_fonts *fonts, cairo_t *cr, const struct fw_text_line *line);

#endif
