/* What a field is called where the spec gives it no title. */
#include <string.h>

#include "data/package.h"
#include "view/view.h"

/** Operations whose results count what their field counts: a mean of mm is mm. */
static bool keeps_unit(const char *aggregate)
{
    static const char *const ops[] = { "sum", "mean", "average", "median", "min",    "max",   "q1",
                                       "q3",  "ci0",  "ci1",     "stdev",  "stdevp", "stderr" };
    for (size_t i = 0; aggregate != NULL && i < FW_COUNT(ops); i++) {
        if (strcmp(aggregate, ops[i]) == 0) {
            return true;
        }
    }
    return aggregate == NULL;
}

const struct fw_resource_field *fw_view_described(const struct fw_view *view, const char *field)
{
    for (size_t i = 0; field != NULL && i < view->derived_count; i++) {
        if (strcmp(view->derived[i], field) == 0) {
            return NULL;
        }
    }
    return field == NULL ? NULL : fw_resource_field(view->resource, field);
}

const char *fw_view_field_title(const struct fw_view *view, const struct fw_channel_def *def)
{
    struct fw_chart *chart = view->chart;
    const struct fw_resource_field *field = fw_view_described(view, def->field);
    bool is_styled = fw_config_get(&chart->config, NULL, "fieldTitle").kind != FW_UNDEFINED;
    if (field == NULL || field->title == NULL || is_styled) {
        return fw_def_title(chart->make, &chart->config, def);
    }
    struct fw_channel_def named = *def;
    bool has_unit = field->unit != NULL && def->type == FW_QUANTITATIVE && !fw_def_binning(def) &&
                    keeps_unit(def->aggregate);
    named.field = has_unit
                      ? fw_arena_printf(chart->make.arena, "%s (%s)", field->title, field->unit)
                      : field->title;
    return fw_def_title(chart->make, &chart->config, &named);
}
