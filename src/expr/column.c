/* An expression evaluated for each row of a table, as a column. */
#include "data/builder.h"
#include "expr/color.h"
#include "expr/eval.h"

/* Rows whose short-lived values share one scratch arena. */
enum { ROWS_AT_ONCE = 4096 };

/* A value moved from the scratch arena to one that stays. */
static struct fw_value keep(const struct fw_expr_env *env, struct fw_value value)
{
    if (value.kind == FW_ARRAY) {
        struct fw_value copy = fw_array_value(env->arena, value.array->items, value.array->count);
        for (size_t i = 0; i < copy.array->count; i++) {
            copy.array->items[i] = keep(env, copy.array->items[i]);
        }
        return copy;
    }
    if (value.kind == FW_OBJECT) {
        size_t count = value.object->count;
        struct fw_object *copy = FW_NEW(env->arena, struct fw_object);
        copy->count = count;
        copy->keys = FW_NEW_ARRAY(env->arena, count, fw_str);
        copy->values = FW_NEW_ARRAY(env->arena, count, struct fw_value);
        for (size_t i = 0; i < count; i++) {
            copy->keys[i] = value.object->keys[i];
            copy->values[i] = keep(env, value.object->values[i]);
        }
        return (struct fw_value){ .kind = FW_OBJECT, .object = copy };
    }
    return value.kind == FW_REGEXP ? fw_string(fw_js_text(env, value)) : value;
}

/* The columns of the fields that the expression names; NULL where the table has none. */
static const struct fw_column **bind(const struct fw_expr *expr, const struct fw_expr_env *env)
{
    const struct fw_column **columns =
        FW_NEW_ARRAY(env->arena, (size_t)expr->field_count + 1, const struct fw_column *);
    for (size_t i = 0; i < expr->field_count; i++) {
        columns[i] = fw_table_find(env->table, expr->fields[i]);
    }
    return columns;
}

/* Rows `begin` to before `end`, in order, each handed to `put`. */
struct rows {
    const struct fw_expr *expr;
    const struct fw_expr_env *env;
    const struct fw_column *const *columns;
    struct fw_value *values;    /* by storage row, or NULL */
    struct fw_builder *builder; /* where rows are in storage order */
};

static void evaluate(const struct rows *rows, size_t begin, size_t end)
{
    struct fw_arena *scratch = fw_arena_create();
    struct fw_expr_env env = *rows->env;
    env.arena = scratch;
    struct fw_value *stack = FW_NEW_ARRAY(scratch, rows->expr->stack, struct fw_value);
    struct fw_eval eval = { .expr = rows->expr, .env = &env, .columns = rows->columns };
    for (size_t i = begin; i < end; i++) {
        env.row = i;
        eval.row = i;
        eval.draws = 0;
        eval.work = FW_EXPR_MAX_WORK;
        struct fw_value value = fw_eval_run(&eval, 0, rows->expr->count, stack);
        if (value.kind >= FW_ARRAY) {
            value = keep(rows->env, fw_expr_color_plain(&env, value));
        }
        if (rows->values != NULL) {
            rows->values[fw_table_storage(env.table, i)] = value;
        } else {
            fw_builder_put(rows->builder, i, value);
        }
    }
    fw_arena_destroy(scratch);
}

const struct fw_column *fw_expr_column(const struct fw_expr *expr, const struct fw_expr_env *env,
                                       fw_str name)
{
    const struct fw_table *table = env->table;
    const struct fw_column **columns = bind(expr, env);
    const struct fw_column *batch = fw_eval_batch(expr, env, columns, name);
    if (batch != NULL) {
        return batch;
    }
    struct fw_builder builder = { .arena = env->arena, .name = name };
    struct rows rows = { .expr = expr, .env = env, .columns = columns, .builder = &builder };
    if (table->index != NULL) {
        rows.values = FW_NEW_ARRAY(env->arena, table->storage, struct fw_value);
    } else {
        fw_builder_reserve(&builder, table->rows);
    }
    for (size_t begin = 0; begin < table->rows; begin += ROWS_AT_ONCE) {
        size_t end = begin + ROWS_AT_ONCE < table->rows ? begin + ROWS_AT_ONCE : table->rows;
        evaluate(&rows, begin, end);
    }
    return table->index != NULL
               ? fw_column_from_values(env->arena, name, rows.values, table->storage)
               : fw_builder_finish(&builder, table->storage);
}
