/* The size of text: HarfBuzz with the private font set measures what Pango and Cairo draw. */
#ifndef FW_TEXT_MEASURE_H
#define FW_TEXT_MEASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct fw_fonts; /* text/fonts.h: the font set of a session */

/** A font as a spec asks for it. */
struct fw_font {
    const char *family; /* "sans-serif"; families that are not loaded become the default one */
    double size;        /* px, >= 0 */
    int weight;         /* 100 to 900: 400 normal, 700 bold; 600 and above use the Bold */
    bool italic;
};

/** The weight of a CSS word or number text: "normal" 400, "bold" 700, "lighter" 300, "bolder" 700.
 */
int fw_font_weight(const char *word);

/**
 * The width in px of one line of UTF-8: the sum of the advances, unhinted, with kerning. White
 * space counts; control characters count as spaces. 0 when the size is not above 0.
 */
double fw_text_width(struct fw_fonts *fonts, const struct fw_font *font, const char *text,
                     size_t length);

/**
 * Whether some visible character of the text has no glyph in any of the fonts; the first one is in
 * `code_point`.
 */
bool fw_text_lacks_glyph(struct fw_fonts *fonts, const struct fw_font *font, const char *text,
                         size_t length, uint32_t *code_point);

/**
 * `text`, trimmed, cut to `limit` px with `ellipsis` ("…") at its end, or at its start when
 * `from_end`, as Vega does it: the longest prefix (suffix) that fits with the ellipsis. The whole
 * when it fits or limit <= 0. In `arena`.
 */
const char *fw_text_truncate(struct fw_fonts *fonts, struct fw_arena *arena,
                             const struct fw_font *font, const char *text, double limit,
                             const char *ellipsis, bool from_end);

/**
 * Greedy line breaking to `width` px: at spaces, which vanish there, and at '\n', which always
 * breaks. A word that is wider has its own line. Returns lines in `arena`, `*count` of them, at
 * least one.
 */
const char **fw_text_wrap(struct fw_fonts *fonts, struct fw_arena *arena,
                          const struct fw_font *font, const char *text, double width,
                          size_t *count);

#endif
