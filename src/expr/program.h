/* The nodes of an expression while it is parsed: added one by one, constants put together. */
#ifndef FW_EXPR_PROGRAM_H
#define FW_EXPR_PROGRAM_H

#include "expr/node.h"

struct fw_program {
    struct fw_arena *arena;
    struct fw_strings *strings;
    size_t end;          /* where the last token taken ends: the end of the nodes that are added */
    struct fw_expr expr; /* with its counts; the arrays are those below */
    struct fw_expr_node *nodes;
    fw_str *fields, *names;
    size_t node_room, field_room, name_room;
};

/** Adds a node whose operands begin at node `first` and whose text begins at `begin`. */
struct fw_expr_node *fw_program_emit(struct fw_program *program, enum fw_expr_op op, uint32_t first,
                                     size_t begin);

/** Adds a constant; a field of the row; a name, which may be that of a constant or `datum`. */
void fw_program_literal(struct fw_program *program, size_t begin, struct fw_value value);
void fw_program_field(struct fw_program *program, size_t begin, fw_str key);
void fw_program_name(struct fw_program *program, size_t begin, fw_str name);

/** Where all operands of the last node are constants, and it makes no use of more: puts its value
 * there. */
void fw_program_fold(struct fw_program *program);

/** Takes the last node away. */
void fw_program_drop(struct fw_program *program);

/** Whether the nodes from `first` on are just `datum`. */
bool fw_program_is_datum(const struct fw_program *program, uint32_t first);

/** The finished expression of `text`. */
const struct fw_expr *fw_program_finish(struct fw_program *program, const char *text,
                                        size_t length);

#endif
