/* Writes a PNG file: begin, any texts, end. */
#ifndef FW_RENDER_PNG_FILE_H
#define FW_RENDER_PNG_FILE_H

#include "base/bytes.h"
#include "render/pixels.h"

struct fw_png {
    struct fw_pixels pixels; /* set these two */
    double scale;            /* device pixels a px, kept as density; 0: not said */
    enum fw_pixel_format format;
    struct fw_palette palette;
};

/** Appends the head of the file and chooses the format. */
void fw_png_begin(struct fw_bytes *out, struct fw_png *png);

/** A named text in UTF-8; `key` has 1 to 79 Latin letters, `lang` (BCP 47) may be NULL. Long
 * texts are compressed. Nothing where the text is NULL or empty. */
void fw_png_text(struct fw_bytes *out, const char *key, const char *lang, const char *text);

/** Appends the pixels and the end. */
void fw_png_end(struct fw_bytes *out, const struct fw_png *png);

#endif
