/* errorband - an area over intervals of error, with borders. Source: vega-lite,
 * compositemark/errorband.ts. */
#include <string.h>

#include "chart/normalize/error.h"

static bool matches(const struct fw_scope *scope, struct fw_value unit)
{
    (void)scope;
    return strcmp(fw_mark_type_of(unit), "errorband") == 0;
}

static struct fw_value with_curve(const struct fw_composite *mark, struct fw_value def)
{
    struct fw_value curve = fw_get(mark->mark_def, "interpolate");
    struct fw_value tension = fw_get(mark->mark_def, "tension");
    if (fw_to_boolean(curve)) {
        def = fw_with(mark->make, def, "interpolate", curve);
    }
    return fw_to_boolean(curve) && fw_to_boolean(tension)
               ? fw_with(mark->make, def, "tension", tension)
               : def;
}

/* Along one axis alone there is nothing to interpolate. */
static void warn_of_curve(const struct fw_composite *mark)
{
    static const char *const members[] = { "interpolate", "tension" };
    for (size_t i = 0; i < FW_COUNT(members); i++) {
        if (fw_to_boolean(fw_get(mark->mark_def, members[i]))) {
            fw_scope_report(mark->scope, mark->mark_def, FW_IGNORED,
                            "'%s' means nothing for an error band without both x and y",
                            members[i]);
        }
    }
}

static struct fw_value run(const struct fw_scope *scope, struct fw_value unit)
{
    struct fw_error error = { 0 };
    struct fw_maker make = scope->make;
    if (!fw_error_init(&error, scope, unit)) {
        return unit;
    }
    bool plane = fw_has(error.mark.encoding, "x") && fw_has(error.mark.encoding, "y");
    struct fw_value band = fw_with_text(make, fw_undefined(), "type", plane ? "area" : "rect");
    struct fw_value border = fw_with_text(make, fw_undefined(), "type", plane ? "line" : "rule");
    if (plane) {
        band = with_curve(&error.mark, band);
        band = fw_with_text(make, band, "ariaRoleDescription", "errorband");
        border = with_curve(&error.mark, border);
        border = fw_with(make, border, "aria", fw_boolean(false));
    } else {
        warn_of_curve(&error.mark);
    }
    const struct fw_part parts[] = {
        { "band", band, "lower", "upper", error.encoding },
        { "borders", border, "lower", NULL, error.encoding },
        { "borders", border, "upper", NULL, error.encoding },
    };
    struct fw_value layers = fw_array_value(make.arena, NULL, 0);
    for (size_t i = 0; i < FW_COUNT(parts); i++) {
        layers = fw_composite_add(&error.mark, layers, &parts[i]);
    }
    return fw_error_view(&error, layers);
}

const struct fw_rewrite fw_rewrite_errorband = { matches, run };
