/* The files that a theme is made of, so that what is wrong with the sum can be shown in its place.
 */
#ifndef FW_THEME_LAYERS_H
#define FW_THEME_LAYERS_H

#include "json/json.h"

/* How many themes may be built on each other; our taste. */
enum { FW_THEME_DEEPEST = 8 };

struct fw_theme_layers {
    struct fw_node roots[FW_THEME_DEEPEST]; /* the named theme first, then what it inherits */
    size_t count;
};

/** Where a member of the sum was written; `node` is none when no file says it. */
struct fw_theme_spot {
    struct fw_node node;
    size_t layer; /* index in roots; count when no file says it: larger is further down */
};

/** The member reached from the root by `keys` (NULL behind the last), in the topmost file that has
 * it. */
struct fw_theme_spot fw_theme_spot(const struct fw_theme_layers *layers, const char *const *keys);

#endif
