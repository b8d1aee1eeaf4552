/* The nodes of an expression while it is parsed: added one by one, constants put together. */
#include "expr/program.h"

#include <float.h>
#include <math.h>

#include "expr/eval.h"

static const struct {
    const char *name;
    double value;
} constants[] = {
    { "NaN", NAN },
    { "Infinity", INFINITY },
    { "E", 2.718281828459045 },
    { "LN2", 0.6931471805599453 },
    { "LN10", 2.302585092994046 },
    { "LOG2E", 1.4426950408889634 },
    { "LOG10E", 0.4342944819032518 },
    { "PI", 3.141592653589793 },
    { "SQRT1_2", 0.7071067811865476 },
    { "SQRT2", 1.4142135623730951 },
    { "MIN_VALUE", DBL_TRUE_MIN },
    { "MAX_VALUE", DBL_MAX },
};

struct fw_expr_node *fw_program_emit(struct fw_program *program, enum fw_expr_op op, uint32_t first,
                                     size_t begin)
{
    FW_RESERVE(program->arena, program->nodes, program->expr.count, program->node_room);
    struct fw_expr_node *node = &program->nodes[program->expr.count++];
    *node = (struct fw_expr_node){
        .op = op, .begin = (uint32_t)begin, .end = (uint32_t)program->end, .first = first
    };
    return node;
}

void fw_program_literal(struct fw_program *program, size_t begin, struct fw_value value)
{
    fw_program_emit(program, FW_OP_LITERAL, program->expr.count, begin)->value = value;
}

/* Where all operands of the last node are literals, their value takes its place. */
void fw_program_fold(struct fw_program *program)
{
    struct fw_expr *expr = &program->expr;
    const struct fw_expr_node last = program->nodes[expr->count - 1];
    if (last.op == FW_OP_CALL && (last.function->flags & FW_EXPR_PURE) == 0) {
        return;
    }
    for (uint32_t i = last.first; i + 1 < expr->count; i++) {
        if (program->nodes[i].op != FW_OP_LITERAL) {
            return;
        }
    }
    struct fw_expr_env env = { .arena = program->arena, .strings = program->strings };
    struct fw_eval eval = { .expr = expr, .env = &env, .work = FW_EXPR_MAX_WORK };
    expr->nodes = program->nodes;
    struct fw_value *stack =
        FW_NEW_ARRAY(env.arena, (size_t)(expr->count - last.first) + 1, struct fw_value);
    struct fw_value value = fw_eval_run(&eval, last.first, expr->count, stack);
    expr->count = last.first;
    fw_program_literal(program, last.begin, value);
}

static uint32_t list_index(struct fw_arena *arena, fw_str **list, uint32_t *count, size_t *room,
                           fw_str text)
{
    for (uint32_t i = 0; i < *count; i++) {
        if ((*list)[i] == text) {
            return i;
        }
    }
    FW_RESERVE(arena, *list, *count, *room);
    (*list)[*count] = text;
    return (*count)++;
}

void fw_program_field(struct fw_program *program, size_t begin, fw_str key)
{
    uint32_t slot = list_index(program->arena, &program->fields, &program->expr.field_count,
                               &program->field_room, key);
    fw_program_emit(program, FW_OP_FIELD, program->expr.count, begin)->slot = slot;
}

void fw_program_name(struct fw_program *program, size_t begin, fw_str name)
{
    for (size_t i = 0; i < FW_COUNT(constants); i++) {
        if (fw_str_is(name, constants[i].name)) {
            fw_program_literal(program, begin, fw_js_make_number(constants[i].value));
            return;
        }
    }
    if (fw_str_is(name, "datum")) {
        fw_program_emit(program, FW_OP_DATUM, program->expr.count, begin);
        return;
    }
    list_index(program->arena, &program->names, &program->expr.name_count, &program->name_room,
               name);
    fw_program_emit(program, FW_OP_NAME, program->expr.count, begin)->name = name;
}

void fw_program_drop(struct fw_program *program)
{
    program->expr.count--;
}

bool fw_program_is_datum(const struct fw_program *program, uint32_t first)
{
    return first + 1 == program->expr.count && program->nodes[first].op == FW_OP_DATUM;
}

/* How many values are on the stack at most; both branches of a choice start from the same height.
 */
static uint32_t stack_needed(const struct fw_expr *expr)
{
    uint32_t height = 0, most = 1;
    for (uint32_t i = 0; i < expr->count; i++) {
        const struct fw_expr_node *node = &expr->nodes[i];
        switch (node->op) {
        case FW_OP_LITERAL:
        case FW_OP_DATUM:
        case FW_OP_FIELD:
        case FW_OP_NAME:
            height++;
            break;
        case FW_OP_CALL:
        case FW_OP_ARRAY:
        case FW_OP_OBJECT:
            height = height - node->count + 1;
            break;
        case FW_OP_INDEX:
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
        case FW_OP_BIT_AND:
        case FW_OP_BIT_OR:
        case FW_OP_BIT_XOR:
        case FW_OP_SHIFT_LEFT:
        case FW_OP_SHIFT_RIGHT:
        case FW_OP_SHIFT_RIGHT_ZERO:
        case FW_OP_IN:
        case FW_OP_TEST_AND:
        case FW_OP_TEST_OR:
        case FW_OP_TEST_CHOOSE:
        case FW_OP_SKIP:
            height--;
            break;
        case FW_OP_FIELD_AT:
        case FW_OP_MEMBER:
        case FW_OP_PLUS:
        case FW_OP_MINUS:
        case FW_OP_NOT:
        case FW_OP_BIT_NOT:
        case FW_OP_AND:
        case FW_OP_OR:
        case FW_OP_CHOOSE:
            break;
        }
        most = height > most ? height : most;
    }
    return most;
}

/* FNV-1a: the same on every machine, because random() follows from it. */
static uint32_t seed_of(const char *text, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    }
    return hash;
}

const struct fw_expr *fw_program_finish(struct fw_program *program, const char *text, size_t length)
{
    struct fw_expr *expr = FW_NEW(program->arena, struct fw_expr);
    *expr = program->expr;
    expr->nodes = program->nodes;
    expr->fields = program->fields;
    expr->names = program->names;
    expr->stack = stack_needed(expr);
    expr->seed = seed_of(text, length);
    return expr;
}

size_t fw_expr_names(const struct fw_expr *expr, struct fw_arena *arena, const fw_str **names)
{
    (void)arena;
    *names = expr->names;
    return expr->name_count;
}

size_t fw_expr_fields(const struct fw_expr *expr, struct fw_arena *arena, const fw_str **fields,
                      bool *all)
{
    (void)arena;
    *fields = expr->fields;
    *all = expr->whole_datum;
    return expr->field_count;
}
