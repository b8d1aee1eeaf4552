/* The decoded form of a predicate. */
#ifndef FW_EXPR_PREDICATE_TREE_H
#define FW_EXPR_PREDICATE_TREE_H

#include "expr/predicate.h"
#include "format/unit.h"

enum fw_predicate_kind {
    FW_PREDICATE_AND,
    FW_PREDICATE_OR,
    FW_PREDICATE_NOT,
    FW_PREDICATE_EXPR,
    FW_PREDICATE_PARAM,
    /* of a field, in the order in which the reference looks for them */
    FW_PREDICATE_EQUAL,
    FW_PREDICATE_LT,
    FW_PREDICATE_GT,
    FW_PREDICATE_LTE,
    FW_PREDICATE_GTE,
    FW_PREDICATE_ONE_OF,
    FW_PREDICATE_VALID,
    FW_PREDICATE_RANGE,
};

/** What a field is compared with: a constant, or an expression for each row. */
struct fw_operand {
    struct fw_value value; /* times as numbers of ms; an array for oneOf, a boolean for valid */
    const struct fw_expr *expr; /* or NULL */
    bool resolved;              /* the expression does not read the row: `value` is its value */
    int item;     /* the item of the expression's array that is meant, -1: the value */
    bool is_time; /* the expression's value is a date, compared by its ms */
};

struct fw_predicate {
    enum fw_predicate_kind kind;
    const struct fw_predicate **children; /* AND, OR, NOT: [child_count] */
    size_t child_count;
    const struct fw_expr *expr; /* EXPR */
    fw_str param;               /* PARAM */
    bool empty;                 /* PARAM: an empty selection holds all rows */
    /* the field, for the others */
    const char *field;
    const fw_str *path; /* [path_length] */
    size_t path_length;
    bool timed;               /* the field is compared by the start of its time unit, in ms */
    struct fw_time_unit unit; /* without parts or binned: the time itself */
    struct fw_operand lo, hi; /* `hi` of a range only; a value that is null is no bound there */
};

#endif
