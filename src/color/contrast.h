/* How well colors can be told apart: WCAG contrast, and colors as the color-blind see them. */
#ifndef FW_COLOR_CONTRAST_H
#define FW_COLOR_CONTRAST_H

#include "color/color.h"

/** Relative luminance by WCAG 2: 0 (black) to 1 (white). The alpha is not looked at. */
double fw_color_luminance(struct fw_color color);

/** The contrast ratio of two colors by WCAG 2, 1 to 21, the same in either order. */
double fw_color_contrast(struct fw_color a, struct fw_color b);

/** `top` painted over an opaque `under`: an opaque color. */
struct fw_color fw_color_over(struct fw_color top, struct fw_color under);

/**
 * `color` itself where it has at least `ratio` to an opaque `under`; else as much darker (on dark
 * ground lighter) as it takes, in whole steps of 8 bits. Black or white where nothing else will do.
 * The hue stays: darkening scales the linear light of all channels alike.
 */
struct fw_color fw_color_legible(struct fw_color color, struct fw_color under, double ratio);

/** Distance of two colors as CIEDE2000, 0 (equal) to about 100; about 2 is just noticeable. */
double fw_color_distance(struct fw_color a, struct fw_color b);

enum fw_vision {
    FW_VISION_FULL,
    FW_VISION_PROTAN,
    FW_VISION_DEUTAN,
    FW_VISION_TRITAN,
    FW_VISION_GREY
};

/**
 * `color` as it looks to a dichromat without L, M or S cones (Vienot, Brettel and Mollon 1999 for L
 * and M, Brettel, Vienot and Mollon 1997 for S), or printed in grey. The alpha is kept.
 */
struct fw_color fw_color_seen(struct fw_color color, enum fw_vision vision);

#endif
