/* The fonts of a session: a private set that no setting of the system can change. */
#ifndef FW_TEXT_FONTS_H
#define FW_TEXT_FONTS_H

#include "base/diag.h"
#include "text/measure.h"

/** Where fonts come from. Zeroed memory: the built-in ones, from where the program was built or
 * installed. */
struct fw_font_options {
    const char *home;        /* folder of the built-in fonts, tried before those; may be NULL */
    const char *const *dirs; /* [dir_count] folders whose .otf and .ttf files are used too */
    size_t dir_count;
};

/** What there is to know of one font file. */
struct fw_font_info {
    const char *family, *file;
    int weight; /* 100 to 900 */
    bool italic;
};

/**
 * The built-in fonts and those of `options`. Of the built-in ones only the names are looked at:
 * their files, Fontconfig and Pango are opened by the first text that needs them. A folder or font
 * that cannot be read is reported. NULL, reported, when the built-in fonts are missing. One
 * thread's own.
 *
 * Fontconfig's current configuration, which belongs to the process, becomes the private one before
 * Pango starts: Pango would otherwise start a thread that reads the system's, for nothing.
 */
struct fw_fonts *fw_fonts_create(const struct fw_font_options *options, struct fw_diag *diag);
void fw_fonts_destroy(struct fw_fonts *fonts);

/** The fonts in the order they are tried; the first is the default family's. */
size_t fw_fonts_count(const struct fw_fonts *fonts);
struct fw_font_info fw_fonts_get(const struct fw_fonts *fonts, size_t index);

/** The font that texts of `font` are drawn with. */
struct fw_font_info fw_fonts_match(struct fw_fonts *fonts, const struct fw_font *font);

#endif
