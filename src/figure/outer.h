/* The size of the whole picture, furniture included, in px, mm, pt or inches. */
#ifndef FW_FIGURE_OUTER_H
#define FW_FIGURE_OUTER_H

#include "theme/tokens.h"
#include "view/usermeta.h"

/** Width and height that a figure is to have: px 0 where any will do. */
struct fw_outer {
    struct fw_usermeta_length sides[2];
};

/** What usermeta (NULL: nothing) asks for; where it does not, the theme. */
struct fw_outer fw_outer_read(const struct fw_usermeta *meta, const struct fw_tokens *tokens);

/** Reports that a side is too small, in its own unit: "needs 92 mm, has 60 mm". */
void fw_outer_report(struct fw_arena *arena, struct fw_diag *diag, const struct fw_outer *outer,
                     int side, double needs);

#endif
