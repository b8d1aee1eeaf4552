/* Whether the colors of a theme can be told from what they stand on and beside. */
#ifndef FW_THEME_CONTRAST_H
#define FW_THEME_CONTRAST_H

#include "theme/config.h"
#include "theme/layers.h"
#include "theme/tokens.h"

/** A theme as a whole, and the files it is made of. */
struct fw_theme_sum {
    struct fw_maker make;
    struct fw_diag *diag;
    const struct fw_theme_layers *layers;
    const struct fw_config *config; /* with the defaults under it */
    struct fw_value tokens;
    bool redundant_coding;
};

/**
 * Reports each color that falls short, in the file that says it (or in the one that says the
 * ground, where that lies over it):
 *
 * - texts below 4.5:1 on the ground: titles, labels of axes, legends and headers, text marks and
 *   styles of texts, captions and numbers (WCAG 2.2, 1.4.3; large text is not let off);
 * - colors of marks and categories, the focus and the context color below 3:1 on it (1.4.11);
 * - neighbors among the colors of categories, and of ordered ones, below 3:1 to each other, unless
 *   the theme parts them: by a stroke of the style "part", or of bars and arcs, that is at least 1
 *   px wide and of the ground's color or 3:1 to both, or by redundant coding.
 *
 * The ground is `background`, for what lies inside a view `view.fill`; without one it is white. The
 * light ends of ramps are let off: they are near the ground by design. So are Vega-Lite's own
 * defaults as long as no theme touches either color of a pair. False when something was reported.
 */
bool fw_theme_check_contrast(const struct fw_theme_sum *sum);

#endif
