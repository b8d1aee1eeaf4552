/* Names of values. */
#include "describe/name.h"

#include <math.h>
#include <string.h>

#include "format/calendar.h"

/* Appends a text with its line breaks as spaces. */
static void append(const char *text, struct fw_bytes *out)
{
    for (const char *at = text; *at != '\0'; at++) {
        fw_bytes_put(out, *at == '|' || *at == '\n' ? ' ' : *at);
    }
}

const char *fw_one_line(const struct fw_view *unit, struct fw_value value)
{
    struct fw_maker make = unit->chart->make;
    struct fw_bytes text = { 0 };
    if (value.kind == FW_ARRAY) {
        for (size_t i = 0; i < fw_length(value); i++) {
            fw_bytes_puts(&text, i > 0 ? " " : "");
            append(fw_to_string(make.strings, fw_at(value, i))->text, &text);
        }
    } else if (!fw_is_nil(value)) {
        append(fw_to_string(make.strings, value)->text, &text);
    }
    const char *line = fw_arena_text(make.arena, fw_bytes_text(&text), text.length);
    fw_bytes_finish(&text);
    return line;
}

/* The shortest form that all times of a column can have: "2012", "October 2012", "7 October 2012".
 */
static const char *time_format(const struct fw_view *unit, const struct fw_column *column)
{
    const struct fw_zone *zone = unit->chart->env.zone;
    bool years = true, months = true;
    for (size_t row = 0; row < unit->table->rows && months; row++) {
        double time = fw_table_number(unit->table, column, row);
        struct fw_civil civil = fw_civil_at(time, zone);
        months = months && civil.day == 1 && civil.hour == 0;
        years = years && months && civil.month == 0;
    }
    return years ? "%Y" : months ? "%B %Y" : "%-d %B %Y";
}

struct fw_naming fw_naming_of(const struct fw_view *unit, const struct fw_gist_field *facet)
{
    static const char *const guides[] = { "axis", "legend" };
    struct fw_maker make = unit->chart->make;
    struct fw_naming naming = { 0 };
    naming.column = facet->def == NULL ? NULL : fw_view_column(unit, unit->table, facet->column);
    if (naming.column == NULL) {
        return naming;
    }
    naming.unit = unit;
    naming.label = fw_label_new(make, &unit->chart->config, unit->table, facet->def,
                                fw_get(facet->def->spec, "axis"));
    bool formatted =
        fw_has(facet->def->spec, "format") || fw_has(fw_get(facet->def->spec, "axis"), "format");
    if (naming.label.how == FW_LABEL_NUMBER) {
        naming.label.how = FW_LABEL_RAW;
    } else if (naming.label.how == FW_LABEL_TIME && !formatted && !fw_def_time_unit(facet->def)) {
        naming.label.time = time_format(unit, naming.column);
    }
    for (size_t i = 0; naming.expr == NULL && i < FW_COUNT(guides); i++) {
        struct fw_value expr = fw_get(fw_get(facet->def->spec, guides[i]), "labelExpr");
        struct fw_expr_fault fault;
        if (expr.kind == FW_STRING) {
            naming.expr = fw_expr_parse(make.arena, make.strings, expr.string->text,
                                        expr.string->length, &fault);
        }
    }
    return naming;
}

/* Four digits are enough for a place on an axis; whole numbers stay whole. */
static const char *short_number(const struct fw_view *unit, double number)
{
    bool whole = number == floor(number);
    return fw_number_text(unit->chart->make.arena, unit->chart->env.locale, whole ? ".0f" : ".4~r",
                          number);
}

const char *fw_name_at(const struct fw_naming *naming, size_t row)
{
    const struct fw_view *unit = naming->unit;
    if (unit == NULL) {
        return NULL;
    }
    struct fw_maker make = unit->chart->make;
    struct fw_expr_env env = fw_view_env(unit);
    struct fw_value value = fw_table_value(unit->table, naming->column, row);
    struct fw_value text = fw_label_get(&naming->label, &env, unit->table, row);
    if (naming->expr != NULL) {
        env.table = NULL;
        env.datum = fw_with(make, fw_object_empty(make), "value", value);
        env.datum = fw_with(make, env.datum, "label", text);
        text = fw_expr_eval(naming->expr, &env);
    }
    bool plain = naming->expr == NULL && naming->label.how == FW_LABEL_RAW;
    return plain && value.kind == FW_NUMBER ? short_number(unit, value.number)
                                            : fw_one_line(unit, text);
}
