/* Evaluation of numeric expressions for many rows at once: each node runs over a block of rows. */
#include <math.h>
#include <string.h>

#include "expr/eval.h"

/* Rows of a block: a few vectors of them stay in the first-level cache. */
enum { BLOCK = 512, MOST_HEIGHT = 32 };

/* What all values of a vector are; booleans are 0 and 1. */
enum type { TYPE_NUMBER, TYPE_BOOLEAN, TYPE_TIME, TYPE_NONE };

struct batch {
    const struct fw_expr *expr;
    const struct fw_expr_env *env;
    const struct fw_column *const *columns;
    enum type type;             /* of the result */
    double *vectors;            /* [height][BLOCK] */
    struct fw_value *constants; /* by node: the values of names */
    double *numbers;            /* the result by storage row; one of these two */
    bool *booleans;
    uint8_t *cells; /* NULL while there is a value in every row */
};

static enum type type_of_value(struct fw_value value)
{
    return value.kind == FW_NUMBER    ? TYPE_NUMBER
           : value.kind == FW_BOOLEAN ? TYPE_BOOLEAN
           : value.kind == FW_TIME    ? TYPE_TIME
                                      : TYPE_NONE;
}

static enum type type_of_column(const struct fw_column *column)
{
    if (column == NULL) {
        return TYPE_NONE;
    }
    switch (column->type) {
    case FW_COLUMN_NUMBER:
        return TYPE_NUMBER;
    case FW_COLUMN_TIME:
        return TYPE_TIME;
    case FW_COLUMN_BOOLEAN:
        return TYPE_BOOLEAN;
    case FW_COLUMN_STRING:
    case FW_COLUMN_VALUE:
        break;
    }
    return TYPE_NONE;
}

/* The type of an operator's result, TYPE_NONE where it is no plain arithmetic of these types. */
static enum type type_of_binary(enum fw_expr_op op, enum type a, enum type b)
{
    if (op == FW_OP_ADD) {
        return a != TYPE_TIME && b != TYPE_TIME ? TYPE_NUMBER : TYPE_NONE;
    }
    if (op >= FW_OP_SUBTRACT && op <= FW_OP_REMAINDER) {
        return TYPE_NUMBER;
    }
    if (op >= FW_OP_LESS && op <= FW_OP_GREATER_EQUAL) {
        return TYPE_BOOLEAN;
    }
    if (op >= FW_OP_EQUAL && op <= FW_OP_NOT_SAME) {
        return a == b && a != TYPE_TIME ? TYPE_BOOLEAN : TYPE_NONE;
    }
    return TYPE_NONE;
}

static enum type type_of_name(struct batch *batch, uint32_t i)
{
    const struct fw_expr_env *env = batch->env;
    struct fw_value value = { 0 };
    if (env->lookup == NULL || !env->lookup(env, batch->expr->nodes[i].name, &value)) {
        return TYPE_NONE;
    }
    if (batch->constants == NULL) {
        batch->constants = FW_NEW_ARRAY(env->arena, batch->expr->count, struct fw_value);
    }
    batch->constants[i] = value;
    return type_of_value(value);
}

/* The types that the stack holds after node `i`; false where the node cannot be run over a block.
 */
static bool step_types(struct batch *batch, uint32_t i, enum type *types, size_t *height)
{
    const struct fw_expr_node *node = &batch->expr->nodes[i];
    enum type *top = types + *height - 1;
    enum type pushed = TYPE_NONE;
    switch (node->op) {
    case FW_OP_LITERAL:
        pushed = type_of_value(node->value);
        break;
    case FW_OP_FIELD:
        pushed = type_of_column(batch->columns[node->slot]);
        break;
    case FW_OP_NAME:
        pushed = type_of_name(batch, i);
        break;
    case FW_OP_PLUS:
    case FW_OP_MINUS:
        *top = TYPE_NUMBER;
        return true;
    case FW_OP_NOT:
        if (*top == TYPE_TIME) {
            return false;
        }
        *top = TYPE_BOOLEAN;
        return true;
    case FW_OP_CALL:
        if (node->function->number == NULL || node->count != 1) {
            return false;
        }
        *top = TYPE_NUMBER;
        return true;
    case FW_OP_ADD:
    case FW_OP_SUBTRACT:
    case FW_OP_MULTIPLY:
    case FW_OP_DIVIDE:
    case FW_OP_REMAINDER:
    case FW_OP_LESS:
    case FW_OP_LESS_EQUAL:
    case FW_OP_GREATER:
    case FW_OP_GREATER_EQUAL:
    case FW_OP_EQUAL:
    case FW_OP_NOT_EQUAL:
    case FW_OP_SAME:
    case FW_OP_NOT_SAME:
        --*height;
        top[-1] = type_of_binary(node->op, top[-1], top[0]);
        return top[-1] != TYPE_NONE;
    case FW_OP_AND:
    case FW_OP_OR:
        --*height;
        return top[-1] == top[0] && top[0] != TYPE_TIME;
    case FW_OP_CHOOSE:
        *height -= 2;
        top[-2] = top[0];
        return top[-1] == top[0];
    case FW_OP_TEST_CHOOSE:
        return *top != TYPE_TIME;
    case FW_OP_TEST_AND:
    case FW_OP_TEST_OR:
    case FW_OP_SKIP:
        return true;
    case FW_OP_DATUM:
    case FW_OP_FIELD_AT:
    case FW_OP_MEMBER:
    case FW_OP_INDEX:
    case FW_OP_ARRAY:
    case FW_OP_OBJECT:
    case FW_OP_BIT_NOT:
    case FW_OP_BIT_AND:
    case FW_OP_BIT_OR:
    case FW_OP_BIT_XOR:
    case FW_OP_SHIFT_LEFT:
    case FW_OP_SHIFT_RIGHT:
    case FW_OP_SHIFT_RIGHT_ZERO:
    case FW_OP_IN:
        return false;
    }
    if (pushed == TYPE_NONE || *height >= MOST_HEIGHT) {
        return false;
    }
    types[(*height)++] = pushed;
    return true;
}

static bool infer(struct batch *batch, size_t *most)
{
    enum type types[MOST_HEIGHT];
    size_t height = 0;
    *most = 0;
    for (uint32_t i = 0; i < batch->expr->count; i++) {
        if (!step_types(batch, i, types, &height)) {
            return false;
        }
        *most = height > *most ? height : *most;
    }
    batch->type = types[0];
    return true;
}

static void fill(double *vector, size_t count, double value)
{
    for (size_t k = 0; k < count; k++) {
        vector[k] = value;
    }
}

static double plain_number(struct fw_value value)
{
    return value.kind == FW_BOOLEAN ? (value.boolean ? 1 : 0) : value.number;
}

static void gather(const struct batch *batch, const struct fw_column *column, size_t begin,
                   size_t count, double *vector)
{
    const struct fw_table *table = batch->env->table;
    for (size_t k = 0; k < count; k++) {
        size_t at = fw_table_storage(table, begin + k);
        vector[k] =
            column->type == FW_COLUMN_BOOLEAN ? (column->boolean[at] ? 1 : 0) : column->number[at];
    }
}

static bool truth(double x)
{
    return x != 0 && !isnan(x);
}

#define EACH(result)                                                                               \
    for (size_t k = 0; k < count; k++) {                                                           \
        a[k] = result;                                                                             \
    }                                                                                              \
    break

/* a[k] = a[k] op b[k] */
static void run_binary(enum fw_expr_op op, double *a, const double *b, size_t count)
{
    switch ((int)op) {
    case FW_OP_ADD:
        EACH(a[k] + b[k]);
    case FW_OP_SUBTRACT:
        EACH(a[k] - b[k]);
    case FW_OP_MULTIPLY:
        EACH(a[k] * b[k]);
    case FW_OP_DIVIDE:
        EACH(a[k] / b[k]);
    case FW_OP_REMAINDER:
        EACH(fmod(a[k], b[k]));
    case FW_OP_LESS:
        EACH(a[k] < b[k]);
    case FW_OP_LESS_EQUAL:
        EACH(a[k] <= b[k]);
    case FW_OP_GREATER:
        EACH(a[k] > b[k]);
    case FW_OP_GREATER_EQUAL:
        EACH(a[k] >= b[k]);
    case FW_OP_EQUAL:
    case FW_OP_SAME:
        EACH(a[k] == b[k]);
    case FW_OP_NOT_EQUAL:
    case FW_OP_NOT_SAME:
        EACH(a[k] != b[k]);
    case FW_OP_AND:
        EACH(truth(a[k]) ? b[k] : a[k]);
    case FW_OP_OR:
        EACH(truth(a[k]) ? a[k] : b[k]);
    }
}

static void run_unary(const struct fw_expr_node *node, double *a, size_t count)
{
    switch ((int)node->op) {
    case FW_OP_MINUS:
        EACH(-a[k]);
    case FW_OP_NOT:
        EACH(!truth(a[k]));
    case FW_OP_CALL:
        EACH(node->function->number(a[k]));
    }
}

/* a[k] = a[k] ? b[k] : c[k] */
static void run_choice(double *a, const double *b, const double *c, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        a[k] = truth(a[k]) ? b[k] : c[k];
    }
}

static bool is_binary(enum fw_expr_op op)
{
    return (op >= FW_OP_ADD && op <= FW_OP_NOT_SAME) || op == FW_OP_AND || op == FW_OP_OR;
}

/* Runs all nodes over rows begin ... begin + count; the result is in the first vector. */
static void run_block(const struct batch *batch, size_t begin, size_t count)
{
    double *top = batch->vectors - BLOCK;
    for (uint32_t i = 0; i < batch->expr->count; i++) {
        const struct fw_expr_node *node = &batch->expr->nodes[i];
        switch ((int)node->op) {
        case FW_OP_LITERAL:
            top += BLOCK;
            fill(top, count, plain_number(node->value));
            break;
        case FW_OP_NAME:
            top += BLOCK;
            fill(top, count, plain_number(batch->constants[i]));
            break;
        case FW_OP_FIELD:
            top += BLOCK;
            gather(batch, batch->columns[node->slot], begin, count, top);
            break;
        case FW_OP_PLUS:
        case FW_OP_MINUS:
        case FW_OP_NOT:
        case FW_OP_CALL:
            run_unary(node, top, count);
            break;
        case FW_OP_CHOOSE:
            top -= 2 * (ptrdiff_t)BLOCK;
            run_choice(top, top + BLOCK, top + 2 * (ptrdiff_t)BLOCK, count);
            break;
        }
        if (is_binary(node->op)) {
            top -= BLOCK;
            run_binary(node->op, top, top + BLOCK, count);
        }
    }
}

/* Whether some cell that the block reads is null or missing. */
static bool has_gaps(const struct batch *batch, size_t begin, size_t count)
{
    for (size_t i = 0; i < batch->expr->field_count; i++) {
        const uint8_t *cells = batch->columns[i]->cells;
        for (size_t k = 0; cells != NULL && k < count; k++) {
            if (cells[fw_table_storage(batch->env->table, begin + k)] != FW_CELL_VALUE) {
                return true;
            }
        }
    }
    return false;
}

static void put(struct batch *batch, size_t row, double number)
{
    size_t at = fw_table_storage(batch->env->table, row);
    if (batch->booleans != NULL) {
        batch->booleans[at] = number != 0;
    } else {
        batch->numbers[at] = number;
    }
    if (batch->cells != NULL) {
        batch->cells[at] = FW_CELL_VALUE;
    }
}

static void put_gap(struct batch *batch, size_t row, enum fw_cell cell)
{
    if (batch->cells == NULL) {
        batch->cells = FW_NEW_ARRAY(batch->env->arena, batch->env->table->storage, uint8_t);
    }
    batch->cells[fw_table_storage(batch->env->table, row)] = (uint8_t)cell;
}

/* A block with gaps, row by row; false where a row's value is of another kind. */
static bool run_rows(struct batch *batch, size_t begin, size_t count)
{
    struct fw_value stack[MOST_HEIGHT];
    struct fw_expr_env env = *batch->env;
    struct fw_eval eval = {
        .expr = batch->expr, .env = &env, .columns = batch->columns, .work = FW_EXPR_MAX_WORK
    };
    for (size_t row = begin; row < begin + count; row++) {
        env.row = row;
        eval.row = row;
        struct fw_value value = fw_eval_run(&eval, 0, batch->expr->count, stack);
        if (fw_is_nil(value)) {
            put_gap(batch, row, value.kind == FW_NULL ? FW_CELL_NULL : FW_CELL_MISSING);
        } else if (type_of_value(value) == batch->type) {
            put(batch, row, plain_number(value));
        } else {
            return false;
        }
    }
    return true;
}

static bool run(struct batch *batch)
{
    size_t rows = batch->env->table->rows;
    for (size_t begin = 0; begin < rows; begin += BLOCK) {
        size_t count = rows - begin < BLOCK ? rows - begin : BLOCK;
        if (has_gaps(batch, begin, count)) {
            if (!run_rows(batch, begin, count)) {
                return false;
            }
            continue;
        }
        run_block(batch, begin, count);
        for (size_t k = 0; k < count; k++) {
            put(batch, begin + k, batch->vectors[k]);
        }
    }
    return true;
}

const struct fw_column *fw_eval_batch(const struct fw_expr *expr, const struct fw_expr_env *env,
                                      const struct fw_column *const *columns, fw_str name)
{
    struct batch batch = { .expr = expr, .env = env, .columns = columns };
    size_t height, storage = env->table->storage;
    if (!infer(&batch, &height)) {
        return NULL;
    }
    if (env->table->index != NULL) { /* rows that the index leaves out are missing */
        batch.cells = FW_NEW_ARRAY(env->arena, storage, uint8_t);
        memset(batch.cells, FW_CELL_MISSING, storage);
    }
    if (batch.type == TYPE_BOOLEAN) {
        batch.booleans = FW_NEW_ARRAY(env->arena, storage, bool);
    } else {
        batch.numbers = FW_NEW_ARRAY(env->arena, storage, double);
    }
    struct fw_arena *scratch = fw_arena_create();
    batch.vectors = FW_NEW_ARRAY(scratch, height * BLOCK, double);
    bool good = run(&batch);
    fw_arena_destroy(scratch);
    if (!good) {
        return NULL;
    }
    struct fw_column *column = FW_NEW(env->arena, struct fw_column);
    column->name = name;
    column->type = batch.type == TYPE_BOOLEAN ? FW_COLUMN_BOOLEAN
                   : batch.type == TYPE_TIME  ? FW_COLUMN_TIME
                                              : FW_COLUMN_NUMBER;
    if (batch.type == TYPE_BOOLEAN) {
        column->boolean = batch.booleans;
    } else {
        column->number = batch.numbers;
    }
    column->cells = batch.cells;
    return column;
}
