/* CSS colors. */
#ifndef FW_COLOR_COLOR_H
#define FW_COLOR_COLOR_H

#include <stdbool.h>
#include <stddef.h>

/** An sRGB color: r, g, b in 0..255 (may lie outside between interpolations), a in 0..1. */
struct fw_color {
    double r, g, b, a;
};

/** Parses a CSS color (names, #rgb, #rgba, #rrggbb, #rrggbbaa, rgb(), rgba(), hsl(), hsla(),
 * "transparent"). */
bool fw_color_parse(const char *text, size_t length, struct fw_color *color);

/** Room for any text that fw_color_text writes. */
enum { FW_COLOR_ROOM = 48 };

/** "#rrggbb", channels rounded and clamped; the alpha is left out. */
void fw_color_hex(struct fw_color color, char text[8]);

/** d3's formatRgb: "rgb(r, g, b)" or "rgba(r, g, b, a)". */
void fw_color_text(struct fw_color color, char text[FW_COLOR_ROOM]);

/** All CSS color names, for suggestions. */
const char *const *fw_color_names(size_t *count);

#endif
