/* Reading of case files: groups of three lines, with a datum in the second. */
#ifndef FW_TESTS_EXPR_CASE_H
#define FW_TESTS_EXPR_CASE_H

#include <stdio.h>

#include "base/bytes.h"
#include "expr/expr.h"

enum { CASE_LINE = 8192 };

/** A case: what is asked, the datum, the answer. `env` is ready but for `datum`. */
struct fw_case {
    char program[CASE_LINE], input[CASE_LINE], answer[CASE_LINE];
    struct fw_expr_env env;
};

/** Reads the next case into an arena of its own; false at the end of the file. */
bool case_next(FILE *file, struct fw_case *next);

/** Frees what case_next made. */
void case_finish(struct fw_case *done);

/**
 * Appends a value as JSON, with undefined, NaN and infinities as they are, and a date as the text
 * "@2012-01-01T00:00:00.000Z" or "@invalid".
 */
void case_put_value(const struct fw_expr_env *env, struct fw_value value, struct fw_bytes *out);

/** JSON as a value, texts with "@" in front as dates. */
struct fw_value case_read(const struct fw_expr_env *env, const char *text);

#endif
