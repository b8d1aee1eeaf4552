/* Text with {{ expressions }} in it. */
#ifndef FW_EXPR_TEMPLATE_H
#define FW_EXPR_TEMPLATE_H

#include "base/bytes.h"
#include "expr/expr.h"

struct fw_template; /* a parsed text; immutable, lives in its arena */

/**
 * Parses a text in which each {{ ... }} holds an expression; "\{{" is two braces. A text without
 * any is a template too. NULL and `fault` filled in, with offsets in `text`, when one is wrong or
 * not closed.
 */
const struct fw_template *fw_template_parse(struct fw_arena *arena, struct fw_strings *strings,
                                            const char *text, size_t length,
                                            struct fw_expr_fault *fault);

/** Parses the text of a JSON string and reports a fault at its place inside that string. */
const struct fw_template *fw_template_parse_node(struct fw_arena *arena, struct fw_strings *strings,
                                                 struct fw_node text, struct fw_diag *diag);

/** The expressions in it, in their order: for their names and fields. NULL beyond the last. */
const struct fw_expr *fw_template_expr(const struct fw_template *text, size_t index);

/**
 * Appends the text with the value of each expression in its place, as JavaScript writes it. A value
 * that is null, undefined or NaN says nothing to a reader: it is left out, and reported in `diag`
 * (may be NULL) at the expression where the template came from a JSON string.
 */
void fw_template_write(const struct fw_template *text, const struct fw_expr_env *env,
                       struct fw_bytes *out, struct fw_diag *diag);

/** The same as a string. */
fw_str fw_template_text(const struct fw_template *text, const struct fw_expr_env *env,
                        struct fw_diag *diag);

#endif
