/* The logo of a figure: a PNG or JPEG file of the spec or of its theme. */
#ifndef FW_FIGURE_LOGO_H
#define FW_FIGURE_LOGO_H

#include "data/load.h"
#include "figure/furniture.h"

/**
 * Finds the logo that usermeta (NULL: nothing) names, else the theme's; its url is NULL where none
 * is named. It has the theme's height, or the width that usermeta gives it. A file that is missing,
 * forbidden or no picture is an error where it is named: a figure must not go out without who
 * answers for it. False then.
 */
bool fw_logo_find(const struct fw_load *load, const struct fw_usermeta *meta,
                  const struct fw_tokens *tokens, struct fw_logo *logo);

#endif
