/* Fields that no row has: more likely misspelt than meant, and nothing would be drawn for them. */
#include "chart/fields.h"

/* Where the definition names its field; no place for definitions that were made. */
static struct fw_place place_of(const struct fw_chart *chart, const struct fw_channel_def *def)
{
    struct fw_node node = fw_chart_node(chart, def->spec);
    struct fw_node field = fw_node_member(node, "field");
    return fw_node_place(chart->make.arena, fw_node_there(field) ? field : node);
}

static void report_missing(const struct fw_view *unit, const struct fw_channel_def *def)
{
    const struct fw_chart *chart = unit->chart;
    const struct fw_table *table = unit->table;
    size_t count;
    const char *const *names = fw_table_names(chart->make.arena, table, &count);
    struct fw_diagnostic *d = fw_report(chart->diag, place_of(chart, def), FW_UNKNOWN_FIELD,
                                        "no row has a field '%s'", def->field);
    fw_hint_nearest(chart->diag, d, def->field, names, count);
}

void fw_unit_check_fields(const struct fw_view *unit)
{
    if (unit->table == NULL || unit->table->rows == 0 ||
        unit->table->column_count + unit->table->unread_count == 0) {
        return;
    }
    size_t count;
    const struct fw_field_ref *refs = fw_unit_fields(unit, &count);
    for (size_t i = 0; i < count; i++) {
        const struct fw_channel_def *def = refs[i].def;
        if (def->kind == FW_DEF_FIELD && def->field != NULL &&
            fw_view_column(unit, unit->table, def->field) == NULL) {
            report_missing(unit, def);
        }
    }
}
