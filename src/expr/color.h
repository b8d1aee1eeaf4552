/* Colors as expressions have them: objects with channels that are also texts. */
#ifndef FW_EXPR_COLOR_H
#define FW_EXPR_COLOR_H

#include "color/color.h"
#include "expr/expr.h"

/**
 * rgb(), hsl(), lab() and hcl() give objects with the members of d3-color's: r g b opacity, h s l
 * opacity, l a b opacity, h c l opacity. Whether `value` is such an object.
 */
bool fw_expr_color_find(struct fw_value value, struct fw_color *color);

/** Its text as d3 writes it, "rgb(r, g, b)" or "rgba(r, g, b, a)"; false when it is no color
 * object. */
bool fw_expr_color_text(struct fw_value value, char text[FW_COLOR_ROOM]);

/**
 * `value` with color objects, and those in an array, as texts: what leaves an expression is used as
 * a color, never taken apart again.
 */
struct fw_value fw_expr_color_plain(const struct fw_expr_env *env, struct fw_value value);

#endif
