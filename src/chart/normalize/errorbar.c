/* errorbar - a rule over an interval of error, with ticks. Source: vega-lite,
 * compositemark/errorbar.ts. */
#include <string.h>

#include "chart/normalize/error.h"

static bool matches(const struct fw_scope *scope, struct fw_value unit)
{
    (void)scope;
    return strcmp(fw_mark_type_of(unit), "errorbar") == 0;
}

static struct fw_value tick_def(const struct fw_composite *mark)
{
    struct fw_maker make = mark->make;
    struct fw_value def = fw_with_text(make, fw_undefined(), "type", "tick");
    def = fw_with_text(make, def, "orient", mark->vertical ? "horizontal" : "vertical");
    def = fw_with(make, def, "aria", fw_boolean(false));
    def = fw_with_given(make, def, "thickness", fw_get(mark->mark_def, "thickness"));
    return fw_with_given(make, def, "size", fw_get(mark->mark_def, "size"));
}

static struct fw_value rule_def(const struct fw_composite *mark)
{
    struct fw_maker make = mark->make;
    struct fw_value def = fw_with_text(make, fw_undefined(), "type", "rule");
    def = fw_with_text(make, def, "ariaRoleDescription", "errorbar");
    return fw_with_given(make, def, "size", fw_get(mark->mark_def, "thickness"));
}

static struct fw_value run(const struct fw_scope *scope, struct fw_value unit)
{
    struct fw_error error = { 0 };
    struct fw_maker make = scope->make;
    if (!fw_error_init(&error, scope, unit)) {
        return unit;
    }
    struct fw_value encoding = fw_without(make, error.encoding, "size");
    struct fw_value tick = tick_def(&error.mark);
    const struct fw_part parts[] = {
        { "ticks", tick, "lower", NULL, encoding },
        { "ticks", tick, "upper", NULL, encoding },
        { "rule", rule_def(&error.mark), "lower", "upper", encoding },
    };
    struct fw_value layers = fw_array_value(make.arena, NULL, 0);
    for (size_t i = 0; i < FW_COUNT(parts); i++) {
        layers = fw_composite_add(&error.mark, layers, &parts[i]);
    }
    struct fw_value view = fw_error_view(&error, layers);
    return fw_length(layers) != 1
               ? view
               : fw_merge(make, fw_without(make, view, "layer"), fw_at(layers, 0));
}

const struct fw_rewrite fw_rewrite_errorbar = { matches, run };
