/* Testing of rows by a predicate, one at a time or all of a table. */
#include <math.h>

#include "expr/coerce.h"
#include "expr/date.h"
#include "expr/eval.h"
#include "expr/predicate_tree.h"

/* What a field is compared by: its value, or the start of its time unit in ms. */
static struct fw_value compared(const struct fw_predicate *predicate, const struct fw_expr_env *env,
                                struct fw_value value)
{
    if (!predicate->timed) {
        return value;
    }
    double time_ms = fw_expr_date(env, value);
    if (predicate->unit.binned) {
        return fw_js_make_number(time_ms);
    }
    /* As in the reference, weeks and days of the year are left out of the date. */
    struct fw_time_unit unit = predicate->unit;
    unit.parts &= ~(unsigned)(FW_PART_WEEK | FW_PART_DAYOFYEAR);
    if (unit.parts == 0) {
        struct fw_civil start = { .year = 2012, .day = 1 };
        return fw_js_make_number(fw_civil_time(start, env->zone));
    }
    return fw_js_make_number(fw_time_unit_floor(&unit, env->zone, time_ms));
}

static struct fw_value operand_value(const struct fw_operand *operand,
                                     const struct fw_expr_env *env, struct fw_value value)
{
    if (operand->expr == NULL) {
        return operand->value;
    }
    value = operand->resolved ? operand->value : value;
    if (operand->item >= 0) {
        value = fw_eval_index(env, value, fw_js_make_number(operand->item));
    }
    return operand->is_time ? fw_js_make_number(fw_expr_date(env, value)) : value;
}

/* Between the ends, in either order; without one, or both, to the other or any. */
static bool in_range(const struct fw_predicate *predicate, const struct fw_expr_env *env,
                     struct fw_value value, struct fw_value lo, struct fw_value hi)
{
    bool no_lo = predicate->lo.expr == NULL && lo.kind == FW_NULL;
    bool no_hi = predicate->hi.expr == NULL && hi.kind == FW_NULL;
    if (no_lo || no_hi) {
        return (no_lo || fw_js_less_equal(env, lo, value)) &&
               (no_hi || fw_js_less_equal(env, value, hi));
    }
    bool swapped = fw_js_less(env, hi, lo);
    return fw_js_less_equal(env, swapped ? hi : lo, value) &&
           fw_js_less_equal(env, value, swapped ? lo : hi);
}

static bool is_valid(const struct fw_expr_env *env, struct fw_value value)
{
    bool nan = value.kind == FW_NUMBER && isnan(value.number);
    return !fw_is_nil(value) && !nan && isfinite(fw_js_number(env, value));
}

static bool is_one_of(struct fw_value list, struct fw_value value)
{
    for (size_t i = 0; i < list.array->count; i++) {
        if (fw_js_same(list.array->items[i], value)) {
            return true;
        }
    }
    return false;
}

/* A condition on the value of a field; `lo` and `hi` are its operands. */
static bool holds(const struct fw_predicate *predicate, const struct fw_expr_env *env,
                  struct fw_value value, struct fw_value lo, struct fw_value hi)
{
    switch (predicate->kind) {
    case FW_PREDICATE_EQUAL:
        return fw_js_same(value, lo);
    case FW_PREDICATE_LT:
        return fw_js_less(env, value, lo);
    case FW_PREDICATE_GT:
        return fw_js_less(env, lo, value);
    case FW_PREDICATE_LTE:
        return fw_js_less_equal(env, value, lo);
    case FW_PREDICATE_GTE:
        return fw_js_less_equal(env, lo, value);
    case FW_PREDICATE_ONE_OF:
        return is_one_of(lo, value);
    case FW_PREDICATE_VALID:
        return is_valid(env, value) == lo.boolean;
    case FW_PREDICATE_RANGE:
        return in_range(predicate, env, value, lo, hi);
    case FW_PREDICATE_AND:
    case FW_PREDICATE_OR:
    case FW_PREDICATE_NOT:
    case FW_PREDICATE_EXPR:
    case FW_PREDICATE_PARAM:
        break;
    }
    return false;
}

static bool param_holds(const struct fw_predicate *predicate, const struct fw_expr_env *env)
{
    struct fw_value answer = { 0 };
    struct fw_value args[] = { fw_string(predicate->param), fw_boolean(predicate->empty) };
    if (env->chart != NULL && env->chart(env, "vlSelectionTest", args, FW_COUNT(args), &answer)) {
        return fw_js_truth(answer);
    }
    return env->lookup != NULL && env->lookup(env, predicate->param, &answer) &&
           fw_js_truth(answer);
}

static struct fw_value field_of_row(const struct fw_predicate *predicate,
                                    const struct fw_expr_env *env)
{
    if (predicate->path_length == 0) {
        return fw_undefined();
    }
    struct fw_value value =
        env->table == NULL
            ? fw_eval_member(env, env->datum, predicate->path[0])
            : fw_table_value(env->table, fw_table_find(env->table, predicate->path[0]), env->row);
    for (size_t i = 1; i < predicate->path_length; i++) {
        value = fw_eval_member(env, value, predicate->path[i]);
    }
    return value;
}

static struct fw_value operand_of_row(const struct fw_operand *operand,
                                      const struct fw_expr_env *env)
{
    bool computed = operand->expr != NULL && !operand->resolved;
    struct fw_value value = computed ? fw_expr_eval(operand->expr, env) : fw_undefined();
    return operand_value(operand, env, value);
}

bool fw_predicate_test(const struct fw_predicate *predicate, const struct fw_expr_env *env)
{
    switch (predicate->kind) {
    case FW_PREDICATE_AND:
    case FW_PREDICATE_OR:
        for (size_t i = 0; i < predicate->child_count; i++) {
            bool decides = predicate->kind == FW_PREDICATE_OR;
            if (fw_predicate_test(predicate->children[i], env) == decides) {
                return decides;
            }
        }
        return predicate->kind == FW_PREDICATE_AND;
    case FW_PREDICATE_NOT:
        return !fw_predicate_test(predicate->children[0], env);
    case FW_PREDICATE_EXPR:
        return fw_js_truth(fw_expr_eval(predicate->expr, env));
    case FW_PREDICATE_PARAM:
        return param_holds(predicate, env);
    case FW_PREDICATE_EQUAL:
    case FW_PREDICATE_LT:
    case FW_PREDICATE_GT:
    case FW_PREDICATE_LTE:
    case FW_PREDICATE_GTE:
    case FW_PREDICATE_ONE_OF:
    case FW_PREDICATE_VALID:
    case FW_PREDICATE_RANGE:
        break;
    }
    return holds(predicate, env, compared(predicate, env, field_of_row(predicate, env)),
                 operand_of_row(&predicate->lo, env), operand_of_row(&predicate->hi, env));
}

static bool *mask_of(const struct fw_predicate *predicate, const struct fw_expr_env *env);

/* The column of an operand's expression, NULL where it is a constant. */
static const struct fw_column *operand_column(const struct fw_operand *operand,
                                              const struct fw_expr_env *env)
{
    return operand->expr == NULL || operand->resolved
               ? NULL
               : fw_expr_column(operand->expr, env, fw_intern_text(env->strings, "operand"));
}

static void mask_field(const struct fw_predicate *predicate, const struct fw_expr_env *env,
                       bool *mask)
{
    const struct fw_table *table = env->table;
    const struct fw_column *column =
        fw_table_field(env->arena, env->strings, table, predicate->field);
    const struct fw_column *lo = operand_column(&predicate->lo, env);
    const struct fw_column *hi = operand_column(&predicate->hi, env);
    for (size_t i = 0; i < table->rows; i++) {
        size_t at = fw_table_storage(table, i);
        struct fw_value value = compared(predicate, env, fw_column_value(column, at));
        mask[i] = holds(predicate, env, value,
                        operand_value(&predicate->lo, env, fw_column_value(lo, at)),
                        operand_value(&predicate->hi, env, fw_column_value(hi, at)));
    }
}

static void mask_expr(const struct fw_predicate *predicate, const struct fw_expr_env *env,
                      bool *mask)
{
    const struct fw_column *column =
        fw_expr_column(predicate->expr, env, fw_intern_text(env->strings, "predicate"));
    for (size_t i = 0; i < env->table->rows; i++) {
        mask[i] = fw_js_truth(fw_column_value(column, fw_table_storage(env->table, i)));
    }
}

static void mask_param(const struct fw_predicate *predicate, const struct fw_expr_env *env,
                       bool *mask)
{
    struct fw_expr_env row = *env;
    for (row.row = 0; row.row < env->table->rows; row.row++) {
        mask[row.row] = param_holds(predicate, &row);
    }
}

static void mask_logic(const struct fw_predicate *predicate, const struct fw_expr_env *env,
                       bool *mask)
{
    bool any = predicate->kind == FW_PREDICATE_OR, negate = predicate->kind == FW_PREDICATE_NOT;
    for (size_t i = 0; i < env->table->rows; i++) {
        mask[i] = !any;
    }
    for (size_t c = 0; c < predicate->child_count; c++) {
        const bool *child = mask_of(predicate->children[c], env);
        for (size_t i = 0; i < env->table->rows; i++) {
            mask[i] = negate ? !child[i] : any ? mask[i] || child[i] : mask[i] && child[i];
        }
    }
}

static bool *mask_of(const struct fw_predicate *predicate, const struct fw_expr_env *env)
{
    bool *mask = FW_NEW_ARRAY(env->arena, env->table->rows, bool);
    switch (predicate->kind) {
    case FW_PREDICATE_AND:
    case FW_PREDICATE_OR:
    case FW_PREDICATE_NOT:
        mask_logic(predicate, env, mask);
        break;
    case FW_PREDICATE_EXPR:
        mask_expr(predicate, env, mask);
        break;
    case FW_PREDICATE_PARAM:
        mask_param(predicate, env, mask);
        break;
    case FW_PREDICATE_EQUAL:
    case FW_PREDICATE_LT:
    case FW_PREDICATE_GT:
    case FW_PREDICATE_LTE:
    case FW_PREDICATE_GTE:
    case FW_PREDICATE_ONE_OF:
    case FW_PREDICATE_VALID:
    case FW_PREDICATE_RANGE:
        mask_field(predicate, env, mask);
        break;
    }
    return mask;
}

const bool *fw_predicate_mask(const struct fw_predicate *predicate, const struct fw_expr_env *env)
{
    return mask_of(predicate, env);
}

const struct fw_table *fw_predicate_filter(const struct fw_predicate *predicate,
                                           const struct fw_expr_env *env)
{
    const struct fw_table *table = env->table;
    struct fw_arena *scratch = fw_arena_create();
    struct fw_expr_env short_lived = *env;
    short_lived.arena = scratch;
    const bool *mask = mask_of(predicate, &short_lived);
    uint32_t *rows = FW_NEW_ARRAY(scratch, table->rows, uint32_t);
    size_t count = 0;
    for (size_t i = 0; i < table->rows; i++) {
        rows[count] = (uint32_t)i;
        count += mask[i] ? 1 : 0;
    }
    const struct fw_table *filtered = fw_table_select(env->arena, table, rows, count);
    fw_arena_destroy(scratch);
    return filtered;
}
