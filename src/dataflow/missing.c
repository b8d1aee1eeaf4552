/* Fields that no row has, more likely misspelt than meant, texts where numbers must be, and formats
 * of times for numbers. */
#include <string.h>

#include "data/check.h"
#include "dataflow/fields.h"
#include "format/number.h"

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

/* Whether a definition takes the cells of its field as numbers: counts and extremes take texts too.
 */
static bool takes_numbers(const struct fw_channel_def *def)
{
    static const char *const others[] = { "count", "distinct", "valid",  "missing", "values",
                                          "min",   "max",      "argmin", "argmax" };
    if (def->type != FW_QUANTITATIVE) {
        return false;
    }
    for (size_t i = 0; i < FW_COUNT(others) && def->aggregate != NULL; i++) {
        if (strcmp(def->aggregate, others[i]) == 0) {
            return false;
        }
    }
    return true;
}

/* What a definition or its guide says of the format of numbers must be one. Vega fails there. */
static void check_format(const struct fw_chart *chart, const struct fw_channel_def *def,
                         struct fw_value holder)
{
    const char *type = fw_get_text(holder, "formatType", NULL);
    bool temporal =
        type != NULL ? strcmp(type, "time") == 0 : def->type == FW_TEMPORAL || def->time_unit.there;
    const char *format = fw_get_text(holder, "format", NULL);
    struct fw_number_spec spec;
    if (format == NULL || temporal || fw_number_spec_parse(format, &spec)) {
        return;
    }
    struct fw_node at = fw_node_member(fw_chart_node(chart, holder), "format");
    struct fw_diagnostic *d =
        fw_report(chart->diag, fw_node_place(chart->make.arena, at), FW_INVALID_FORMAT,
                  "'%s' is no format of numbers, and '%s' is not temporal", format,
                  def->field == NULL ? "the field" : def->field);
    fw_hint(chart->diag, d,
            "write \"type\": \"temporal\", or \"formatType\": \"time\" for numbers that are times");
}

static void check_formats(const struct fw_chart *chart, const struct fw_channel_def *def)
{
    static const char *const guides[] = { "axis", "legend", "header" };
    check_format(chart, def, def->spec);
    for (size_t i = 0; i < FW_COUNT(guides); i++) {
        check_format(chart, def, fw_get(def->spec, guides[i]));
    }
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
        if (refs[i].channel != FW_CHANNEL_TOOLTIP) {
            check_formats(unit->chart, def);
        }
        if (def->kind != FW_DEF_FIELD || def->field == NULL) {
            continue;
        }
        const struct fw_column *column = fw_view_column(unit, unit->table, def->field);
        if (column == NULL) {
            report_missing(unit, def);
        } else if (takes_numbers(def)) {
            fw_check_numbers(unit->chart->diag, unit->chart->make.strings, unit->table, column,
                             place_of(unit->chart, def));
        }
    }
}
