/* The files that a theme is made of. */
#include "theme/layers.h"

struct fw_theme_spot fw_theme_spot(const struct fw_theme_layers *layers, const char *const *keys)
{
    for (size_t i = 0; i < layers->count; i++) {
        struct fw_node node = layers->roots[i];
        for (size_t k = 0; keys[k] != NULL; k++) {
            node = fw_node_member(node, keys[k]);
        }
        if (fw_node_there(node)) {
            return (struct fw_theme_spot){ node, i };
        }
    }
    return (struct fw_theme_spot){ fw_node_none(), layers->count };
}
