/* One font file, open for HarfBuzz and Pango; for the files of this folder. */
#ifndef FW_TEXT_FACE_H
#define FW_TEXT_FACE_H

#include <hb.h>
#include <pango/pangocairo.h>

#include "base/bytes.h"
#include "text/fonts.h"
#include "text/widths.h"

struct fw_face {
    struct fw_font_info info;
    size_t index;          /* in the set */
    unsigned units_per_em; /* 0 until opened */
    hb_face_t *face;       /* NULL until opened */
    hb_font_t *font; /* scaled to units_per_em: its advances are font units; NULL until opened */
};

struct fw_fonts {
    struct fw_arena *arena; /* of the faces and their names */
    struct fw_face *faces;
    size_t count, capacity;
    struct fw_widths widths;
    hb_buffer_t *buffer;   /* scratch of fw_face_shape; NULL until then */
    PangoContext *context; /* NULL until fw_fonts_layout is called */
    struct fw_bytes line;  /* scratch of fw_line_clean */
};

/** Opens the file and learns its units; false when it is no font. */
bool fw_face_open(struct fw_face *face);
void fw_face_close(struct fw_face *face);

/**
 * The face for a font: of the first family in its comma-separated list that is loaded (case and
 * quotes ignored), or else of the default family; the slant asked for if there is one, then the
 * nearest weight, the lighter of two as near. Opened; never NULL.
 */
struct fw_face *fw_face_find(struct fw_fonts *fonts, const struct fw_font *font);

/**
 * `text` with control characters and line separators, which no font has, as spaces: the text
 * itself, or scratch memory that is valid until the next call.
 */
const char *fw_line_clean(struct fw_fonts *fonts, const char *text, size_t *length);

/**
 * Shapes a clean line of one script. Glyphs in visual order, positions in font units, clusters as
 * byte offsets. The buffer is valid until the next call.
 */
hb_buffer_t *fw_face_shape(struct fw_fonts *fonts, const struct fw_face *face, const char *text,
                           size_t length);

/**
 * A Pango layout of one clean line in `font`: unhinted, not rounded, never broken. To be released
 * with g_object_unref.
 */
PangoLayout *fw_fonts_layout(struct fw_fonts *fonts, const struct fw_font *font, const char *text,
                             size_t length);

/** Ends Pango and Fontconfig of a set, if they were started. */
void fw_fonts_close_context(struct fw_fonts *fonts);

#endif
