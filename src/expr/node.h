/* The flat form of a parsed expression: nodes in the order in which a stack machine runs them. */
#ifndef FW_EXPR_NODE_H
#define FW_EXPR_NODE_H

#include "expr/expr.h"

struct fw_expr_function;

/**
 * What a node does. A node stands behind its operands, so running the nodes from first to last
 * evaluates the expression. The short-circuit forms are the operands with a node in front of each
 * that may be skipped:
 *
 *     a && b       a TEST_AND b AND                       TEST_AND jumps behind AND
 *     a || b       a TEST_OR b OR                         TEST_OR jumps behind OR
 *     a ? b : c    a TEST_CHOOSE b SKIP c CHOOSE          TEST_CHOOSE jumps to c, SKIP behind
 * CHOOSE
 *
 * One row at a time, the tests decide and AND, OR and CHOOSE do nothing; many rows at a time
 * (batch.c), the tests do nothing and AND, OR and CHOOSE pick, by row, from operands that are all
 * there.
 */
enum fw_expr_op {
    FW_OP_LITERAL,  /* pushes `value` */
    FW_OP_DATUM,    /* pushes the row as an object */
    FW_OP_FIELD,    /* pushes the field `slot` of the row */
    FW_OP_FIELD_AT, /* the field of the row that the key on the stack names */
    FW_OP_NAME,     /* pushes what the environment knows as `name` */
    FW_OP_MEMBER,   /* x.name */
    FW_OP_INDEX,    /* x[y] */
    FW_OP_CALL,     /* `function` with `count` arguments */
    FW_OP_ARRAY,    /* of `count` items */
    FW_OP_OBJECT,   /* of `count` values under `keys` */
    FW_OP_PLUS,
    FW_OP_MINUS,
    FW_OP_NOT,
    FW_OP_BIT_NOT,
    FW_OP_ADD,
    FW_OP_SUBTRACT,
    FW_OP_MULTIPLY,
    FW_OP_DIVIDE,
    FW_OP_REMAINDER,
    FW_OP_LESS,
    FW_OP_LESS_EQUAL,
    FW_OP_GREATER,
    FW_OP_GREATER_EQUAL,
    FW_OP_EQUAL,
    FW_OP_NOT_EQUAL,
    FW_OP_SAME,
    FW_OP_NOT_SAME,
    FW_OP_BIT_AND,
    FW_OP_BIT_OR,
    FW_OP_BIT_XOR,
    FW_OP_SHIFT_LEFT,
    FW_OP_SHIFT_RIGHT,
    FW_OP_SHIFT_RIGHT_ZERO,
    FW_OP_IN, /* key in object */
    FW_OP_TEST_AND,
    FW_OP_AND,
    FW_OP_TEST_OR,
    FW_OP_OR,
    FW_OP_TEST_CHOOSE,
    FW_OP_SKIP,
    FW_OP_CHOOSE,
};

struct fw_expr_node {
    enum fw_expr_op op;
    uint32_t begin, end; /* bytes of the text that it and its operands were written in */
    uint32_t first;      /* the first node of its operands, or itself */
    union {
        uint32_t count;  /* CALL, ARRAY, OBJECT */
        uint32_t slot;   /* FIELD: index into expr->fields */
        uint32_t target; /* the tests and SKIP: the node to go on with */
    };
    union {
        struct fw_value value; /* LITERAL */
        fw_str name;           /* NAME, MEMBER */
        const fw_str *keys;    /* OBJECT: [count] */
        const struct fw_expr_function *function;
    };
};

struct fw_expr {
    const struct fw_expr_node *nodes;
    uint32_t count;
    uint32_t stack;       /* values that are on the stack at most */
    uint32_t seed;        /* of random numbers: a hash of the text */
    uint32_t field_count; /* the root fields of datum that are named, each once */
    const fw_str *fields; /* [field_count], in order of first use */
    uint32_t name_count;  /* names other than datum */
    const fw_str *names;  /* [name_count], in order of first use */
    bool whole_datum;     /* datum is used as a whole, or with a computed key */
};

/** What an expression may be at most, to bound time and memory on hostile input. */
enum {
    FW_EXPR_MAX_TEXT = 1 << 16,  /* bytes of the text */
    FW_EXPR_MAX_NESTING = 500,   /* brackets, calls and prefix operators inside each other */
    FW_EXPR_MAX_ITEMS = 1 << 20, /* items of an array, or bytes of a text, that a function makes */
    FW_EXPR_MAX_WORK = 1 << 22,  /* items and bytes that one evaluation makes in all */
};

#endif
