/* A line with x2 or y2 is a rule. Source: vega-lite, normalize/ruleforrangedline.ts. */
#include <string.h>

#include "chart/normalize/definition.h"
#include "chart/normalize/rewrite.h"

static bool is_range(struct fw_value encoding, enum fw_channel end)
{
    struct fw_value start = fw_get(encoding, fw_channel_name(fw_channel_main(end)));
    return fw_to_boolean(fw_get(encoding, fw_channel_name(end))) &&
           ((fw_is_field_def(start) && !fw_is_binned(fw_get(start, "bin"))) ||
            fw_is_datum_def(start));
}

static bool matches(const struct fw_scope *scope, struct fw_value unit)
{
    (void)scope;
    if (strcmp(fw_mark_type_of(unit), "line") != 0) {
        return false;
    }
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        enum fw_channel channel = (enum fw_channel)c;
        if (fw_channel_main(channel) != channel && is_range(fw_get(unit, "encoding"), channel)) {
            return true;
        }
    }
    return false;
}

static struct fw_value run(const struct fw_scope *scope, struct fw_value unit)
{
    struct fw_maker make = scope->make;
    struct fw_value rule = fw_text_value(make, "rule");
    struct fw_diagnostic *d = fw_scope_report(scope, unit, FW_IGNORED,
                                              "a line cannot have a range: it is drawn as rules");
    fw_hint(scope->context->diag, d, "write the mark 'rule', or leave out the second position");
    struct fw_value mark = fw_get(unit, "mark");
    mark = mark.kind == FW_OBJECT ? fw_with(make, mark, "type", rule) : rule;
    return fw_normalize_layered(scope, fw_with(make, unit, "mark", mark));
}

const struct fw_rewrite fw_rewrite_ranged_line = { matches, run };
