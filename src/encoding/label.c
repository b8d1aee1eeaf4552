/* The text of a field's or datum's value. */
#include "encoding/label.h"

#include <math.h>
#include <string.h>

#include "format/time.h"
#include "format/unit.h"

static const struct fw_column *find_column(struct fw_maker make, const struct fw_table *table,
                                           const char *name)
{
    fw_str literal = fw_intern_text(make.strings, name);
    const struct fw_column *column = table == NULL ? NULL : fw_table_find(table, literal);
    if (column == NULL && table != NULL && strpbrk(name, ".[\\") != NULL) {
        column = fw_table_field(make.arena, make.strings, table, name);
    }
    return column;
}

static const char *time_specifier(struct fw_maker make, const struct fw_config *config,
                                  const struct fw_channel_def *def, const char *format)
{
    struct fw_time_unit unit;
    if (format == NULL && def->time_unit.unit != NULL &&
        fw_time_unit_parse(def->time_unit.unit, &unit)) {
        return fw_time_unit_specifier(make.arena, &unit);
    }
    return format != NULL ? format : fw_get_text(config->root, "timeFormat", "");
}

struct fw_label fw_label_new(struct fw_maker make, const struct fw_config *config,
                             const struct fw_table *table, const struct fw_channel_def *def,
                             struct fw_value format_of)
{
    struct fw_label label = { .how = FW_LABEL_RAW, .datum = def->datum };
    struct fw_value from = format_of.kind == FW_OBJECT ? format_of : def->spec;
    const char *format = fw_get_text(from, "format", NULL);
    const char *format_type = fw_get_text(from, "formatType", NULL);
    if (def->kind == FW_DEF_FIELD) {
        label.column = find_column(make, table, fw_def_column(make, def, NULL));
    }
    bool temporal = def->type == FW_TEMPORAL || def->time_unit.there;
    if (format_type != NULL ? strcmp(format_type, "time") == 0 : temporal) {
        label.how = FW_LABEL_TIME;
        label.time = time_specifier(make, config, def, format);
        label.utc =
            def->time_unit.utc || fw_is_text(fw_get(fw_get(def->spec, "scale"), "type"), "utc");
        return label;
    }
    const char *number = format;
    if (number == NULL && def->type == FW_QUANTITATIVE) {
        number = fw_get_text(config->root, "numberFormat", NULL);
    }
    if (!fw_number_spec_parse(number == NULL ? "" : number, &label.number)) {
        fw_number_spec_parse("", &label.number);
    }
    if (def->kind == FW_DEF_FIELD && fw_def_binning(def)) {
        label.how = FW_LABEL_BIN;
        label.end = find_column(make, table, fw_def_column(make, def, "end"));
    } else if (number != NULL || def->type == FW_QUANTITATIVE) {
        label.how = FW_LABEL_NUMBER;
    }
    return label;
}

static void write_number(const struct fw_label *label, const struct fw_expr_env *env,
                         struct fw_value value, struct fw_bytes *out)
{
    fw_number_write(&label->number, env->locale, fw_to_number(value), out);
}

static void write_label(const struct fw_label *label, const struct fw_expr_env *env,
                        struct fw_value value, struct fw_value end, struct fw_bytes *out)
{
    if (value.kind == FW_NULL && (label->how == FW_LABEL_NUMBER || label->how == FW_LABEL_TIME)) {
        fw_bytes_puts(out, "null"); /* as format() and timeFormat() write it */
        return;
    }
    switch (label->how) {
    case FW_LABEL_RAW:
        break;
    case FW_LABEL_NUMBER:
        write_number(label, env, value, out);
        break;
    case FW_LABEL_TIME:
        fw_time_write(label->time, env->locale, label->utc ? NULL : env->zone, fw_to_number(value),
                      out);
        break;
    case FW_LABEL_BIN:
        if (fw_is_nil(value) || !isfinite(fw_to_number(value))) {
            fw_bytes_puts(out, "null");
        } else {
            write_number(label, env, value, out);
            fw_bytes_puts(out, " \xe2\x80\x93 "); /* en dash */
            write_number(label, env, end, out);
        }
        break;
    }
}

struct fw_value fw_label_of(const struct fw_label *label, const struct fw_expr_env *env,
                            struct fw_value value, struct fw_value end)
{
    if (label->how == FW_LABEL_RAW) {
        return value.kind == FW_ARRAY ? value : fw_string(fw_to_string(env->strings, value));
    }
    struct fw_bytes out = { 0 };
    write_label(label, env, value, end, &out);
    struct fw_value text = fw_string(fw_intern(env->strings, out.data, out.length));
    fw_bytes_finish(&out);
    return text;
}

struct fw_value fw_label_get(const struct fw_label *label, const struct fw_expr_env *env,
                             const struct fw_table *table, size_t row)
{
    struct fw_value value =
        label->column == NULL ? label->datum : fw_table_value(table, label->column, row);
    struct fw_value end =
        label->end == NULL ? fw_undefined() : fw_table_value(table, label->end, row);
    return fw_label_of(label, env, value, end);
}
