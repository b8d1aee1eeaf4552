/* Mark properties of a unit, by definition and by configuration. */
#include "encoding/unit.h"

/* The last style that has the property wins; a mark's own name is a style too. */
static struct fw_value by_style(const struct fw_unit *unit, const char *property)
{
    struct fw_value own = fw_config_style_named(unit->config, unit->mark, property);
    struct fw_value named =
        fw_config_style(unit->config, fw_get(unit->mark_def, "style"), property);
    return named.kind != FW_UNDEFINED ? named : own;
}

/* By the styles and the section of the mark's type. */
static struct fw_value by_type(const struct fw_unit *unit, const char *property,
                               const char *vg_channel)
{
    struct fw_value value = by_style(unit, property);
    if (value.kind == FW_UNDEFINED && vg_channel != NULL) {
        value = fw_config_get(unit->config, unit->mark, vg_channel);
    }
    return value.kind != FW_UNDEFINED ? value : fw_config_get(unit->config, unit->mark, property);
}

struct fw_value fw_unit_config(const struct fw_unit *unit, const char *property,
                               const char *vg_channel)
{
    struct fw_value value = by_type(unit, property, vg_channel);
    if (value.kind == FW_UNDEFINED) {
        value = fw_config_get(unit->config, "mark", vg_channel != NULL ? vg_channel : property);
    }
    return value;
}

struct fw_value fw_unit_written(const struct fw_unit *unit, const char *property,
                                const char *vg_channel)
{
    struct fw_value value = fw_undefined();
    if (vg_channel != NULL) {
        value = fw_get(unit->mark_def, vg_channel);
    }
    if (value.kind == FW_UNDEFINED) {
        value = fw_get(unit->mark_def, property);
    }
    return value.kind != FW_UNDEFINED ? value : fw_unit_config(unit, property, vg_channel);
}

/* Vega's own styles of marks: sizes and widths of points. */
static struct fw_value by_vega(const struct fw_unit *unit, const char *property)
{
    return fw_get(fw_config_get(unit->config, "vega", unit->mark), property);
}

struct fw_value fw_unit_prop(const struct fw_unit *unit, const char *property,
                             const char *vg_channel)
{
    struct fw_value value;
    if (vg_channel != NULL) {
        value = fw_unit_written(unit, property, vg_channel);
        /* Vega-Lite asks styles for its own name only; what it leaves open, Vega asks for by its.
         */
        value = value.kind != FW_UNDEFINED ? value : by_style(unit, vg_channel);
        return value.kind != FW_UNDEFINED ? value : by_vega(unit, vg_channel);
    }
    value = fw_get(unit->mark_def, property);
    value = value.kind != FW_UNDEFINED ? value : by_type(unit, property, NULL);
    /* To Vega a style goes before what is said of all marks. */
    value = value.kind != FW_UNDEFINED ? value : by_vega(unit, property);
    return value.kind != FW_UNDEFINED ? value : fw_config_get(unit->config, "mark", property);
}

struct fw_value fw_unit_eval(const struct fw_unit *unit, struct fw_value value, size_t row)
{
    struct fw_value text = fw_get(value, "expr");
    if (text.kind != FW_STRING) {
        return value;
    }
    struct fw_expr_fault fault;
    const struct fw_expr *expr = fw_expr_parse(unit->make.arena, unit->make.strings,
                                               text.string->text, text.string->length, &fault);
    if (expr == NULL) {
        return fw_undefined();
    }
    struct fw_expr_env env = unit->env;
    env.table = row == SIZE_MAX ? NULL : unit->table;
    env.row = row == SIZE_MAX ? 0 : row;
    return fw_expr_eval(expr, &env);
}
