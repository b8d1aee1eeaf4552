/* Selections as Vega-Lite 4 spelled them, as params. Source: vega-lite,
 * normalize/selectioncompat.ts. */
#include "chart/normalize/rewrite.h"

struct fw_value fw_normalize_selections(const struct fw_normalize_context *context,
                                        struct fw_value spec)
{
    (void)context;
    return spec;
}
