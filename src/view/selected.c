/* What a selection holds: tests of rows, and its value in expressions. Source: vega-selections. */
#include <math.h>
#include <string.h>

#include "expr/date.h"
#include "view/selection.h"

/* ---- rows --------------------------------------------------------------------------------- */

/* The column of a field in a table; where a time unit made it elsewhere, the one behind it. */
static void find_column(struct fw_selection_field *field, const struct fw_expr_env *env)
{
    if (field->table == env->table) {
        return;
    }
    const struct fw_table *table = env->table;
    field->table = table;
    field->floor = false;
    field->column = fw_table_find(table, fw_intern_text(env->strings, field->field));
    if (field->column != NULL) {
        return;
    }
    field->floor = field->unit_field != NULL;
    field->column = fw_table_field(env->arena, env->strings, table,
                                   field->floor ? field->unit_field : field->field);
}

static struct fw_value row_value(struct fw_selection_field *field, const struct fw_expr_env *env)
{
    struct fw_value value;
    bool floor = false;
    if (env->table != NULL) {
        find_column(field, env);
        value = fw_table_value(env->table, field->column, env->row);
        floor = field->floor;
    } else {
        value = fw_get(env->datum, field->field);
        if (value.kind == FW_UNDEFINED && field->unit_field != NULL) {
            value = fw_get(env->datum, field->unit_field);
            floor = true;
        }
    }
    if (floor) {
        return fw_number(fw_time_unit_floor(&field->unit, env->zone, fw_expr_date(env, value)));
    }
    return value.kind == FW_TIME ? fw_number(value.number) : value;
}

static bool in_range(struct fw_value ends, struct fw_value value, bool last)
{
    double number = fw_to_number(value);
    double from = fw_to_number(fw_at(ends, 0)), to = fw_to_number(fw_at(ends, 1));
    double low = fmin(from, to), high = fmax(from, to);
    bool is_number = value.kind != FW_UNDEFINED && !isnan(from) && !isnan(to);
    return is_number && low <= number && (last ? number <= high : number < high);
}

static bool is_among(struct fw_value list, struct fw_value value)
{
    for (size_t i = 0; i < fw_length(list); i++) {
        if (fw_equal(fw_at(list, i), value)) {
            return true;
        }
    }
    return false;
}

static bool takes_in(const struct fw_selection_field *field, struct fw_value selected,
                     struct fw_value value)
{
    switch (field->selects) {
    case FW_SELECTS_RANGE:
        return in_range(selected, value, true);
    case FW_SELECTS_BIN:
        return in_range(selected, value, false);
    case FW_SELECTS_VALUE:
        break;
    }
    return selected.kind == FW_ARRAY ? is_among(selected, value) : fw_equal(selected, value);
}

static bool tuple_holds(struct fw_selection *selection, const struct fw_value *tuple,
                        const struct fw_expr_env *env)
{
    for (size_t i = 0; i < selection->field_count; i++) {
        struct fw_selection_field *field = &selection->fields[i];
        if (!takes_in(field, tuple[i], row_value(field, env))) {
            return false;
        }
    }
    return true;
}

bool fw_selection_test(struct fw_selection *selection, const struct fw_expr_env *env)
{
    /* All tuples are of one unit, and within a unit they are united: "resolve" changes nothing. */
    for (size_t i = 0; i < selection->tuple_count && !selection->on_map; i++) {
        if (tuple_holds(selection, &selection->tuples[i * selection->field_count], env)) {
            return true;
        }
    }
    return false;
}

const struct fw_table *fw_selection_rows(struct fw_chart *chart, const char *name)
{
    struct fw_selection *selection =
        fw_selection_find(chart, fw_intern_text(chart->make.strings, name));
    if (selection == NULL || selection->view == NULL) {
        return NULL;
    }
    const struct fw_table *table = selection->view->table;
    struct fw_expr_env env = chart->env;
    uint32_t *rows = FW_NEW_ARRAY(chart->make.arena, table->rows, uint32_t);
    size_t count = 0;
    env.table = table;
    for (env.row = 0; env.row < table->rows; env.row++) {
        if (selection->tuple_count == 0 || fw_selection_test(selection, &env)) {
            rows[count++] = (uint32_t)env.row;
        }
    }
    return fw_table_select(chart->make.arena, table, rows, count);
}

/* ---- values ------------------------------------------------------------------------------- */

static struct fw_value widen(struct fw_maker make, struct fw_value range, struct fw_value value)
{
    double ends[2] = { fw_to_number(fw_at(value, 0)), fw_to_number(fw_at(value, 1)) };
    double low = fmin(ends[0], ends[1]), high = fmax(ends[0], ends[1]);
    if (fw_length(range) == 2) {
        low = fmin(low, fw_at(range, 0).number);
        high = fmax(high, fw_at(range, 1).number);
    }
    struct fw_value both[2] = { fw_number(low), fw_number(high) };
    return fw_array_value(make.arena, both, 2);
}

static struct fw_value unite(struct fw_maker make, struct fw_value list, struct fw_value value)
{
    if (value.kind != FW_ARRAY) {
        bool known = fw_is_nil(value) || is_among(list, value);
        return known ? list : fw_append(make, list, value);
    }
    for (size_t i = 0; i < fw_length(value); i++) {
        list = unite(make, list, fw_at(value, i));
    }
    return list;
}

/* All that a selection holds of one field. */
static struct fw_value field_value(struct fw_maker make, const struct fw_selection *selection,
                                   size_t at)
{
    struct fw_value all = fw_array_value(make.arena, NULL, 0);
    for (size_t i = 0; i < selection->tuple_count; i++) {
        struct fw_value value = selection->tuples[i * selection->field_count + at];
        all = selection->fields[at].selects == FW_SELECTS_VALUE ? unite(make, all, value)
                                                                : widen(make, all, value);
    }
    return all;
}

/* The tuples of a point selection as {"or": [...]}. */
static struct fw_value points(struct fw_maker make, const struct fw_selection *selection)
{
    struct fw_value list = fw_array_value(make.arena, NULL, selection->tuple_count);
    for (size_t i = 0; i < selection->tuple_count; i++) {
        struct fw_value tuple = fw_object_empty(make);
        for (size_t k = 0; k < selection->field_count; k++) {
            tuple = fw_with(make, tuple, selection->fields[k].field,
                            selection->tuples[i * selection->field_count + k]);
        }
        list.array->items[i] = tuple;
    }
    return fw_with(make, fw_undefined(), "or", list);
}

struct fw_value fw_selection_value(struct fw_maker make, const struct fw_selection *selection)
{
    struct fw_value object = fw_object_empty(make);
    /* In several views bound scales say what is selected, and they have not moved yet. */
    bool bound = selection->bind == FW_BIND_SCALES && selection->nested;
    if (selection->tuple_count == 0 || selection->on_map || bound) {
        return object;
    }
    for (size_t i = 0; i < selection->field_count; i++) {
        object = fw_with(make, object, selection->fields[i].field, field_value(make, selection, i));
    }
    return selection->interval ? object : fw_with(make, object, "vlPoint", points(make, selection));
}

struct fw_value fw_selection_extent(struct fw_chart *chart, struct fw_value extent)
{
    struct fw_value name = fw_get(extent, "param"), value;
    struct fw_expr_env env = chart->env;
    if (name.kind != FW_STRING || !env.lookup(&env, name.string, &value)) {
        return fw_undefined();
    }
    const struct fw_selection *selection = fw_selection_find(chart, name.string);
    if (selection == NULL || selection->field_count == 0 || selection->on_map) {
        return selection == NULL ? value : fw_undefined();
    }
    const char *field = fw_get_text(extent, "field", NULL);
    enum fw_channel channel = fw_channel_find(fw_get_text(extent, "encoding", ""));
    for (size_t i = 0; field == NULL && i < selection->field_count; i++) {
        bool is = channel != FW_CHANNEL_NONE && selection->fields[i].channel == channel;
        field = is ? selection->fields[i].field : NULL;
    }
    return fw_get(value, field != NULL ? field : selection->fields[0].field);
}
