/* What the language does not have, said to people who know JavaScript. */
#include "expr/refuse.h"

#include <string.h>

#include "expr/function.h"

/* JavaScript that people write and the language does not have, with what to write instead. */
static const struct {
    const char *written, *message, *hint;
} refused[] = {
    { "=", "an expression cannot assign", "compare with '=='" },
    { "+=", "an expression cannot assign", NULL },
    { "-=", "an expression cannot assign", NULL },
    { "*=", "an expression cannot assign", NULL },
    { "/=", "an expression cannot assign", NULL },
    { "%=", "an expression cannot assign", NULL },
    { "&=", "an expression cannot assign", NULL },
    { "|=", "an expression cannot assign", NULL },
    { "^=", "an expression cannot assign", NULL },
    { "<<=", "an expression cannot assign", NULL },
    { ">>=", "an expression cannot assign", NULL },
    { ">>>=", "an expression cannot assign", NULL },
    { "++", "an expression cannot assign", "write x + 1" },
    { "--", "an expression cannot assign", "write x - 1" },
    { "=>", "an expression cannot define functions", NULL },
    { ";", "unexpected ';'", "an expression is one value: leave the ';' out" },
    { "**", "unexpected '**'", "write pow(x, y)" },
    { "??", "unexpected '?\?'", "write a == null ? b : a" },
    { "?.", "unexpected '?.'", "write '.': a member of nothing is undefined here" },
    { "typeof", "'typeof' is not part of the language",
      "use isNumber(x), isString(x), isDate(x) ..." },
    { "new", "'new' is not part of the language", "use datetime(...) or regexp(...)" },
    { "this", "'this' is not part of the language", "the row is called 'datum'" },
    { "function", "an expression cannot define functions", NULL },
    { "instanceof", "'instanceof' is not part of the language", "use isArray(x), isDate(x) ..." },
};

/* What would reach into JavaScript's own objects; refused as keys, as in the reference. */
static const char *const forbidden_keys[] = {
    "constructor",    "__defineGetter__",     "__defineSetter__",
    "hasOwnProperty", "__lookupGetter__",     "__lookupSetter__",
    "isPrototypeOf",  "propertyIsEnumerable", "toString",
    "valueOf",        "toLocaleString",       "__proto__",
    "then",
};

const char *fw_refuse_words(struct fw_lexer *lexer, const char *format, fw_str text)
{
    int length = text->length > 60 ? 60 : (int)text->length;
    const char *shown = fw_arena_text(lexer->arena, text->text, (size_t)length);
    size_t before = (size_t)(strchr(format, '%') - format);
    const char *head = fw_arena_text(lexer->arena, format, before);
    return fw_arena_printf(lexer->arena, "%s%s%s", head, shown, format + before + 1);
}

bool fw_refuse_token(struct fw_lexer *lexer, const struct fw_token *token)
{
    if (token->kind == FW_TOKEN_END) {
        return fw_lex_fault(lexer, token->begin, token->end, "the expression ends too early", NULL);
    }
    if (token->kind == FW_TOKEN_SIGN || token->kind == FW_TOKEN_KEYWORD) {
        for (size_t i = 0; i < FW_COUNT(refused); i++) {
            if (fw_str_is(token->text, refused[i].written)) {
                return fw_lex_fault(lexer, token->begin, token->end, refused[i].message,
                                    refused[i].hint);
            }
        }
    }
    if (token->kind == FW_TOKEN_KEYWORD) {
        return fw_lex_fault(lexer, token->begin, token->end,
                            fw_refuse_words(lexer, "'%' is not part of the language", token->text),
                            NULL);
    }
    fw_str written =
        fw_intern(lexer->strings, lexer->text + token->begin, token->end - token->begin);
    return fw_lex_fault(
        lexer, token->begin, token->end,
        fw_refuse_words(lexer,
                        token->kind == FW_TOKEN_STRING ? "unexpected text %" : "unexpected '%'",
                        written),
        NULL);
}

bool fw_refuse_method(struct fw_lexer *lexer, const struct fw_token *name)
{
    static const struct {
        const char *method, *function;
    } known[] = {
        { "toUpperCase", "upper" }, { "toLowerCase", "lower" },
        { "indexOf", "indexof" },   { "lastIndexOf", "lastindexof" },
        { "toFixed", "format" },    { "getFullYear", "year" },
        { "getMonth", "month" },    { "getDate", "date" },
        { "getDay", "day" },        { "getHours", "hours" },
        { "getTime", "time" },      { "includes", "indexof" },
        { "startsWith", "test" },   { "endsWith", "test" },
        { "padStart", "pad" },      { "padEnd", "pad" },
        { "concat", "join" },
    };
    const char *function = NULL;
    for (size_t i = 0; i < FW_COUNT(known); i++) {
        function = fw_str_is(name->text, known[i].method) ? known[i].function : function;
    }
    if (function == NULL && fw_expr_function_find(name->text->text) != NULL) {
        function = name->text->text;
    }
    return fw_lex_fault(lexer, name->begin, name->end,
                        fw_refuse_words(lexer, "'%' cannot be called on a value", name->text),
                        function == NULL
                            ? "there are functions only, no methods"
                            : fw_arena_printf(lexer->arena,
                                              "write %s(...) with the value in the brackets",
                                              function));
}

bool fw_refuse_count(struct fw_lexer *lexer, const struct fw_token *name, int wanted)
{
    return fw_lex_fault(
        lexer, name->begin, name->end,
        fw_arena_printf(lexer->arena, "'%s' takes %d arguments", name->text->text, wanted), NULL);
}

bool fw_refuse_function(struct fw_lexer *lexer, const struct fw_token *name)
{
    const char *near = fw_expr_function_nearest(name->text->text);
    const char *hint =
        near == NULL ? NULL : fw_arena_printf(lexer->arena, "did you mean '%s'?", near);
    fw_lex_fault(lexer, name->begin, name->end,
                 fw_refuse_words(lexer, "unknown function '%'", name->text), hint);
    lexer->fault->code = FW_EXPR_UNKNOWN;
    return false;
}

bool fw_refuse_no_key(struct fw_lexer *lexer, const struct fw_token *token, fw_str key)
{
    for (size_t i = 0; i < FW_COUNT(forbidden_keys); i++) {
        if (fw_str_is(key, forbidden_keys[i])) {
            return fw_lex_fault(lexer, token->begin, token->end,
                                fw_refuse_words(lexer, "an object cannot have the key '%'", key),
                                NULL);
        }
    }
    return true;
}
