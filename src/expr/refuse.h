/* What the language does not have, said to people who know JavaScript. */
#ifndef FW_EXPR_REFUSE_H
#define FW_EXPR_REFUSE_H

#include "expr/lex.h"

/** `format` with the text, shortened where it is long, in place of its '%'. */
const char *fw_refuse_words(struct fw_lexer *lexer, const char *format, fw_str text);

/** Fills in the fault for a token that does not fit where it stands. Returns false, like all of
 * these. */
bool fw_refuse_token(struct fw_lexer *lexer, const struct fw_token *token);

/** For x.name(...): there are no methods. */
bool fw_refuse_method(struct fw_lexer *lexer, const struct fw_token *name);

/** For the call of a function that is none. */
bool fw_refuse_function(struct fw_lexer *lexer, const struct fw_token *name);

/** For a call with the wrong number of arguments. */
bool fw_refuse_count(struct fw_lexer *lexer, const struct fw_token *name, int wanted);

/** True for a key that an object may have; else the fault is filled in. */
bool fw_refuse_no_key(struct fw_lexer *lexer, const struct fw_token *token, fw_str key);

#endif
