/* The tokens of the Vega expression language. */
#ifndef FW_EXPR_LEX_H
#define FW_EXPR_LEX_H

#include "expr/expr.h"

enum fw_token_kind {
    FW_TOKEN_END,
    FW_TOKEN_NAME,
    FW_TOKEN_KEYWORD, /* a word that JavaScript reserves; "if" and "in" among them */
    FW_TOKEN_NUMBER,
    FW_TOKEN_STRING,
    FW_TOKEN_TRUE,
    FW_TOKEN_FALSE,
    FW_TOKEN_NULL,
    FW_TOKEN_REGEXP,
    FW_TOKEN_SIGN, /* operators and brackets */
};

struct fw_token {
    enum fw_token_kind kind;
    size_t begin, end; /* bytes */
    double number;
    fw_str text;      /* NAME, KEYWORD, SIGN: as written; STRING: its value; REGEXP: the pattern */
    fw_str flags;     /* REGEXP */
    const char *sign; /* SIGN: the same as `text`, one of a closed list */
};

struct fw_lexer {
    struct fw_arena *arena;
    struct fw_strings *strings;
    const char *text;
    size_t length, offset;
    struct fw_expr_fault *fault;
};

/**
 * The next token. False, with the fault filled in, where there is none: an unclosed text, a
 * character that starts nothing, an ill-formed number.
 */
bool fw_lex_next(struct fw_lexer *lexer, struct fw_token *token);

/**
 * Reads the regular expression that starts with the slash at `begin`: only the parser knows where a
 * slash is no division.
 */
bool fw_lex_regexp(struct fw_lexer *lexer, size_t begin, struct fw_token *token);

/** Whether the token is this operator or bracket. */
bool fw_token_is(const struct fw_token *token, const char *sign);

/** Fills in a fault; returns false. `hint` may be NULL. */
bool fw_lex_fault(struct fw_lexer *lexer, size_t begin, size_t end, const char *message,
                  const char *hint);

#endif
