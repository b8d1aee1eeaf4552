/* Value references. */
#include "mark/ref.h"

#include <math.h>
#include <string.h>

#include "expr/datetime.h"
#include "expr/predicate.h"

struct fw_ref fw_ref_none(void)
{
    return (struct fw_ref){ .floor = NAN };
}

struct fw_ref fw_ref_value(struct fw_value value)
{
    return (struct fw_ref){ .kind = FW_REF_VALUE, .value = value, .floor = NAN };
}

struct fw_ref fw_ref_number(double number)
{
    return fw_ref_value(fw_number(number));
}

const struct fw_column *fw_unit_column(const struct fw_unit *unit, const char *name)
{
    fw_str literal = fw_intern_text(unit->make.strings, name);
    const struct fw_column *column = fw_table_find(unit->table, literal);
    if (column != NULL || strpbrk(name, ".[\\") == NULL) {
        return column;
    }
    return fw_table_field(unit->make.arena, unit->make.strings, unit->table, name);
}

struct fw_ref fw_ref_column(const struct fw_unit *unit, const char *name,
                            const struct fw_scale *scale)
{
    return (struct fw_ref){
        .kind = FW_REF_COLUMN,
        .column = fw_unit_column(unit, name),
        .scale = scale,
        .floor = NAN,
    };
}

struct fw_ref fw_ref_written(const struct fw_unit *unit, struct fw_value value,
                             enum fw_channel size_of)
{
    if (value.kind == FW_UNDEFINED) {
        return fw_ref_none();
    }
    enum fw_channel main = size_of == FW_CHANNEL_NONE ? size_of : fw_channel_main(size_of);
    if (main == FW_CHANNEL_X && fw_is_text(value, "width")) {
        return fw_ref_number(unit->width);
    }
    if (main == FW_CHANNEL_Y && fw_is_text(value, "height")) {
        return fw_ref_number(unit->height);
    }
    struct fw_value text = fw_get(value, "expr");
    if (text.kind != FW_STRING) {
        return fw_ref_value(value);
    }
    struct fw_expr_fault fault;
    const struct fw_expr *expr = fw_expr_parse(unit->make.arena, unit->make.strings,
                                               text.string->text, text.string->length, &fault);
    return (struct fw_ref){ .kind = FW_REF_EXPR, .expr = expr, .floor = NAN };
}

struct fw_ref fw_ref_def(const struct fw_unit *unit, const struct fw_channel_def *def,
                         const struct fw_scale *scale, const char *suffix)
{
    if (def->kind == FW_DEF_DATUM) {
        struct fw_ref ref = fw_ref_written(unit, def->datum, FW_CHANNEL_NONE);
        struct fw_value time = fw_undefined();
        if (def->datum.kind == FW_OBJECT && ref.kind == FW_REF_VALUE &&
            fw_datetime_value(def->datum, unit->env.zone, &time)) {
            ref.value = time;
        }
        ref.scale = scale;
        return ref;
    }
    return fw_ref_column(unit, fw_def_column(unit->make, def, suffix), scale);
}

struct fw_ref fw_ref_between(const struct fw_unit *unit, const char *start, const char *end,
                             double t, const struct fw_scale *scale)
{
    if (t == 0 || t == 1) {
        return fw_ref_column(unit, t == 0 ? start : end, scale);
    }
    struct fw_ref ref = fw_ref_column(unit, start, scale);
    ref.kind = FW_REF_MIX;
    ref.column2 = fw_unit_column(unit, end);
    ref.t = t;
    return ref;
}

bool fw_ref_there(const struct fw_ref *ref)
{
    return ref->kind != FW_REF_NONE || ref->case_count > 0;
}

bool fw_ref_constant(const struct fw_ref *ref)
{
    bool plain = ref->kind == FW_REF_NONE || ref->kind == FW_REF_VALUE || ref->kind == FW_REF_BAND;
    return plain && ref->case_count == 0 && (ref->offset == NULL || fw_ref_constant(ref->offset));
}

static bool case_holds(const struct fw_unit *unit, const struct fw_ref_case *c, size_t row)
{
    if (c->test != NULL) {
        struct fw_expr_env env = unit->env;
        env.table = unit->table;
        env.row = row;
        return fw_predicate_test(c->test, &env);
    }
    struct fw_value value = fw_table_value(unit->table, c->invalid, row);
    return fw_is_nil(value) || !isfinite(fw_to_number(value));
}

/* The value before the scale. */
static struct fw_value raw_value(const struct fw_unit *unit, const struct fw_ref *ref, size_t row)
{
    switch (ref->kind) {
    case FW_REF_NONE:
    case FW_REF_BAND:
        break;
    case FW_REF_VALUE:
        return ref->value;
    case FW_REF_COLUMN:
        return fw_table_value(unit->table, ref->column, row);
    case FW_REF_MIX: {
        double a = fw_table_number(unit->table, ref->column, row);
        double b = fw_table_number(unit->table, ref->column2, row);
        return fw_number((1 - ref->t) * a + ref->t * b + ref->add_data);
    }
    case FW_REF_EXPR:
        if (ref->expr != NULL) {
            struct fw_expr_env env = unit->env;
            env.table = unit->table;
            env.row = row;
            return fw_expr_eval(ref->expr, &env);
        }
        break;
    }
    return fw_undefined();
}

static const struct fw_ref *choose(const struct fw_unit *unit, const struct fw_ref *ref, size_t row)
{
    for (size_t i = 0; i < ref->case_count; i++) {
        if (case_holds(unit, &ref->cases[i], row)) {
            return &ref->cases[i].ref;
        }
    }
    return ref;
}

/* Bandwidth, floor and offsets, in Vega's order. */
static double finish_number(const struct fw_unit *unit, const struct fw_ref *ref, double number,
                            size_t row)
{
    if (ref->band != 0 && ref->scale != NULL) {
        number += fw_scale_bandwidth(ref->scale) * ref->band;
    }
    if (ref->floor > number) {
        number = ref->floor;
    }
    if (ref->offset != NULL) {
        number += fw_ref_get_number(unit, ref->offset, row);
    }
    return number + ref->add;
}

struct fw_value fw_ref_get(const struct fw_unit *unit, const struct fw_ref *ref, size_t row)
{
    ref = choose(unit, ref, row);
    if (ref->band != 0 || ref->offset != NULL || ref->add != 0 || ref->kind == FW_REF_BAND) {
        return fw_number(fw_ref_get_number(unit, ref, row));
    }
    struct fw_value value = raw_value(unit, ref, row);
    return ref->scale == NULL || ref->kind == FW_REF_NONE ? value
                                                          : fw_scale_apply(ref->scale, value);
}

double fw_ref_get_number(const struct fw_unit *unit, const struct fw_ref *ref, size_t row)
{
    ref = choose(unit, ref, row);
    double number = 0;
    if (ref->kind == FW_REF_NONE) {
        number = NAN;
    } else if (ref->kind != FW_REF_BAND) {
        struct fw_value value = raw_value(unit, ref, row);
        number = ref->scale != NULL ? fw_scale_number(ref->scale, value) : fw_to_number(value);
    }
    return finish_number(unit, ref, number, row);
}

double fw_ref_get_place(const struct fw_unit *unit, const struct fw_ref *ref, size_t row)
{
    double place = fw_ref_get_number(unit, ref, row);
    return isnan(place) ? 0 : place;
}
