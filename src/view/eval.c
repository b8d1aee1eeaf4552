/* Values of a spec as a view reads them: where they stand, expressions, dates. */
#include "expr/datetime.h"
#include "view/view.h"

struct fw_node fw_chart_node(const struct fw_chart *chart, struct fw_value value)
{
    if (value.kind != FW_OBJECT || value.object->origin == 0 || chart->json == NULL) {
        return fw_node_none();
    }
    return (struct fw_node){ chart->json, (int32_t)value.object->origin - 1 };
}

struct fw_expr_env fw_view_env(const struct fw_view *view)
{
    struct fw_chart *chart = view->chart;
    chart->moment += chart->at != view ? 1 : 0;
    chart->at = view;
    return chart->env;
}

struct fw_value fw_view_eval(const struct fw_view *view, struct fw_value value)
{
    struct fw_value text = fw_get(value, "expr");
    if (text.kind != FW_STRING) {
        return value;
    }
    struct fw_maker make = view->chart->make;
    struct fw_expr_fault fault;
    const struct fw_expr *expr =
        fw_expr_parse(make.arena, make.strings, text.string->text, text.string->length, &fault);
    struct fw_expr_env env = fw_view_env(view);
    return expr == NULL ? fw_undefined() : fw_expr_eval(expr, &env);
}

struct fw_value fw_view_data_value(const struct fw_view *view, const struct fw_channel_def *def,
                                   struct fw_value value)
{
    const struct fw_zone *zone = view->chart->env.zone;
    struct fw_value time;
    value = fw_view_eval(view, value);
    if (value.kind == FW_OBJECT && fw_datetime_value(value, zone, &time)) {
        return time;
    }
    bool temporal = def != NULL && (def->type == FW_TEMPORAL || fw_def_time_unit(def));
    if (!temporal || (value.kind != FW_NUMBER && value.kind != FW_STRING)) {
        return value;
    }
    if (fw_def_time_unit(def) && def->time_unit.unit != NULL &&
        fw_datetime_of_unit(def->time_unit.unit, value, zone, &time)) {
        return time;
    }
    return value.kind == FW_NUMBER
               ? fw_time(value.number)
               : fw_time(fw_date_parse(value.string->text, value.string->length, zone));
}
