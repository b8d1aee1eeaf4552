/* Color spaces: sRGB to HSL, Lab, HCL and cubehelix, and back. */
#ifndef FW_COLOR_SPACE_H
#define FW_COLOR_SPACE_H

#include "color/color.h"

/* A hue or saturation that a color does not have (greys, black, white) is NaN, and counts as 0 on
 * the way back. */

/** h in degrees [0, 360), s and l in 0..1. */
struct fw_hsl {
    double h, s, l, a;
};

/** CIELAB with white point D50: l in 0..100, a and b about -125..125; `alpha` is the opacity. */
struct fw_lab {
    double l, a, b, alpha;
};

/** Lab in polar form: h in degrees [0, 360), chroma c from 0 to about 230, l in 0..100. */
struct fw_hcl {
    double h, c, l, a;
};

/** Dave Green's cubehelix as d3 has it: h in degrees, s about 0..2, l in 0..1. */
struct fw_cubehelix {
    double h, s, l, a;
};

struct fw_hsl fw_hsl_from(struct fw_color color);
struct fw_lab fw_lab_from(struct fw_color color);
struct fw_hcl fw_hcl_from(struct fw_color color);
struct fw_cubehelix fw_cubehelix_from(struct fw_color color);

/** Back to sRGB; channels outside 0..255 where the space is larger than sRGB. Any hue is fine. */
struct fw_color fw_hsl_color(struct fw_hsl hsl);
struct fw_color fw_lab_color(struct fw_lab lab);
struct fw_color fw_hcl_color(struct fw_hcl hcl);
struct fw_color fw_cubehelix_color(struct fw_cubehelix cubehelix);

/** An sRGB channel of 0..255 as linear light of 0..1, by the curve of IEC 61966-2-1; and back. */
double fw_channel_linear(double channel);
double fw_channel_encoded(double linear);

#endif
