/* What the look of texts depends on besides the scene: the fonts, and the libraries that draw. */
#ifndef FW_TEXT_IDENTITY_H
#define FW_TEXT_IDENTITY_H

#include "base/hash.h"
#include "text/fonts.h"

/**
 * A digest of all fonts of the set in their order: of names, weights, sizes of the files and their
 * first FW_FONT_HEAD bytes. There stands a font's table of contents with a checksum of each table,
 * so another outline is another head; to read the files whole would take longer than a figure.
 */
struct fw_digest fw_fonts_digest(const struct fw_fonts *fonts);
enum { FW_FONT_HEAD = 1024 };

/** A library that pictures are drawn with, in the version that is running: "cairo", "1.16.0". */
struct fw_library {
    const char *name, *version;
};

/** Those libraries, in `arena`; `*count` of them. */
const struct fw_library *fw_text_libraries(struct fw_arena *arena, size_t *count);

#endif
