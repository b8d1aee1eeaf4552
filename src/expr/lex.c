/* The tokens of the Vega expression language. */
#include "expr/lex.h"

#include <math.h>
#include <string.h>

#include "base/bytes.h"
#include "base/decimal.h"
#include "base/utf8.h"

/* Longest first, so that the first match is the token. */
static const char *const signs[] = {
    ">>>=", ">>>", "===", "!==", "<<=", ">>=", "=>", "==", "!=", "<=", ">=", "&&", "||",
    "<<",   ">>",  "++",  "--",  "+=",  "-=",  "*=", "/=", "%=", "&=", "|=", "^=", "**",
    "??",   "?.",  "(",   ")",   "[",   "]",   "{",  "}",  ",",  ";",  ":",  "?",  ".",
    "~",    "<",   ">",   "=",   "!",   "+",   "-",  "*",  "%",  "&",  "|",  "^",  "/",
};

static const char *const keywords[] = {
    "if",       "in",       "do",       "var",       "for",       "new",        "try",
    "let",      "this",     "else",     "case",      "void",      "with",       "enum",
    "while",    "break",    "catch",    "throw",     "const",     "yield",      "class",
    "super",    "return",   "typeof",   "delete",    "switch",    "export",     "import",
    "public",   "static",   "default",  "finally",   "extends",   "package",    "private",
    "function", "continue", "debugger", "interface", "protected", "instanceof", "implements",
};

bool fw_lex_fault(struct fw_lexer *lexer, size_t begin, size_t end, const char *message,
                  const char *hint)
{
    *lexer->fault = (struct fw_expr_fault){
        .offset = begin,
        .length = end - begin,
        .code = FW_EXPR_SYNTAX,
        .message = message,
        .hint = hint,
    };
    return false;
}

bool fw_token_is(const struct fw_token *token, const char *sign)
{
    return token->kind == FW_TOKEN_SIGN && strcmp(token->sign, sign) == 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int hex_digit(char c)
{
    return is_digit(c)              ? c - '0'
           : (c >= 'a' && c <= 'f') ? c - 'a' + 10
           : (c >= 'A' && c <= 'F') ? c - 'A' + 10
                                    : -1;
}

/* The byte `ahead` of the next one, NUL behind the end. */
static char peek(const struct fw_lexer *lexer, size_t ahead)
{
    size_t at = lexer->offset + ahead;
    return at < lexer->length ? lexer->text[at] : '\0';
}

static bool is_line_end(uint32_t c)
{
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

static bool is_space(uint32_t c)
{
    static const uint16_t wide[] = { 0xA0, 0x1680, 0x180E, 0x202F, 0x205F, 0x3000, 0xFEFF };
    for (size_t i = 0; i < FW_COUNT(wide); i++) {
        if (c == wide[i]) {
            return true;
        }
    }
    return c == ' ' || c == '\t' || c == '\v' || c == '\f' || is_line_end(c) ||
           (c >= 0x2000 && c <= 0x200A);
}

/* Any character above ASCII that is no space may be in a name: wider than JavaScript's letters. */
static bool starts_name(uint32_t c)
{
    return c == '$' || c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0x80 && !is_space(c) && c != FW_UTF8_REPLACEMENT);
}

static uint32_t code_point(const struct fw_lexer *lexer, size_t *bytes)
{
    const char *at = lexer->text + lexer->offset;
    const char *next = at;
    uint32_t c = fw_utf8_next(at, lexer->text + lexer->length, &next);
    *bytes = (size_t)(next - at);
    return c;
}

static void skip_space(struct fw_lexer *lexer)
{
    while (lexer->offset < lexer->length) {
        size_t bytes;
        if (!is_space(code_point(lexer, &bytes))) {
            return;
        }
        lexer->offset += bytes;
    }
}

static bool at_name_start(const struct fw_lexer *lexer)
{
    size_t bytes;
    return lexer->offset < lexer->length && starts_name(code_point(lexer, &bytes));
}

static bool lex_name(struct fw_lexer *lexer, struct fw_token *token)
{
    while (lexer->offset < lexer->length && (is_digit(peek(lexer, 0)) || at_name_start(lexer))) {
        size_t bytes;
        code_point(lexer, &bytes);
        lexer->offset += bytes;
    }
    token->end = lexer->offset;
    token->text = fw_intern(lexer->strings, lexer->text + token->begin, token->end - token->begin);
    token->kind = FW_TOKEN_NAME;
    for (size_t i = 0; i < FW_COUNT(keywords); i++) {
        if (fw_str_is(token->text, keywords[i])) {
            token->kind = FW_TOKEN_KEYWORD;
        }
    }
    if (fw_str_is(token->text, "true")) {
        token->kind = FW_TOKEN_TRUE;
    } else if (fw_str_is(token->text, "false")) {
        token->kind = FW_TOKEN_FALSE;
    } else if (fw_str_is(token->text, "null")) {
        token->kind = FW_TOKEN_NULL;
    }
    return true;
}

static bool lex_hexadecimal(struct fw_lexer *lexer, struct fw_token *token)
{
    lexer->offset += 2;
    size_t digits = 0;
    token->number = 0;
    for (; hex_digit(peek(lexer, 0)) >= 0; digits++) {
        token->number = token->number * 16 + hex_digit(peek(lexer, 0));
        lexer->offset++;
    }
    return digits > 0;
}

static bool lex_decimal(struct fw_lexer *lexer, struct fw_token *token)
{
    while (is_digit(peek(lexer, 0))) {
        lexer->offset++;
    }
    if (peek(lexer, 0) == '.') {
        lexer->offset++;
        while (is_digit(peek(lexer, 0))) {
            lexer->offset++;
        }
    }
    if (peek(lexer, 0) == 'e' || peek(lexer, 0) == 'E') {
        lexer->offset += peek(lexer, 1) == '+' || peek(lexer, 1) == '-' ? 2 : 1;
        if (!is_digit(peek(lexer, 0))) {
            return false;
        }
        while (is_digit(peek(lexer, 0))) {
            lexer->offset++;
        }
    }
    const char *after;
    return fw_decimal_parse(lexer->text + token->begin, lexer->text + lexer->offset, &token->number,
                            &after);
}

static bool lex_number(struct fw_lexer *lexer, struct fw_token *token)
{
    token->kind = FW_TOKEN_NUMBER;
    bool hexadecimal = peek(lexer, 0) == '0' && (peek(lexer, 1) == 'x' || peek(lexer, 1) == 'X');
    if (peek(lexer, 0) == '0' && is_digit(peek(lexer, 1))) {
        return fw_lex_fault(lexer, token->begin, token->begin + 2,
                            "a number cannot start with a zero and another digit",
                            "leave the zero out: octal numbers are not part of the language");
    }
    bool read = hexadecimal ? lex_hexadecimal(lexer, token) : lex_decimal(lexer, token);
    if (!read || at_name_start(lexer)) {
        return fw_lex_fault(lexer, token->begin,
                            lexer->offset < lexer->length ? lexer->offset + 1 : lexer->offset,
                            "this is not a number", NULL);
    }
    token->end = lexer->offset;
    return true;
}

/* The digits of an escape, `most` of them, or up to a closing brace when `most` is 0. */
static bool escape_digits(struct fw_lexer *lexer, size_t most, uint32_t *c)
{
    *c = 0;
    for (size_t i = 0; most == 0 || i < most; i++) {
        if (most == 0 && i > 0 && peek(lexer, 0) == '}') {
            lexer->offset++;
            return true;
        }
        int digit = hex_digit(peek(lexer, 0));
        if (digit < 0) {
            return false;
        }
        *c = *c * 16 + (uint32_t)digit;
        if (*c > 0x10FFFF) {
            return false;
        }
        lexer->offset++;
    }
    return true;
}

/* \xHH, \uHHHH, \u{H...}; two escapes that are a pair of surrogates are one character. */
static bool escape_code(struct fw_lexer *lexer, char kind, struct fw_bytes *out)
{
    uint32_t c;
    bool braced = peek(lexer, 0) == '{';
    lexer->offset += braced ? 1 : 0;
    if (!escape_digits(lexer, braced ? 0 : kind == 'x' ? 2 : 4, &c)) {
        return false;
    }
    if (c >= 0xD800 && c < 0xDC00 && peek(lexer, 0) == '\\' && peek(lexer, 1) == 'u' &&
        peek(lexer, 2) != '{') {
        size_t back = lexer->offset;
        uint32_t low;
        lexer->offset += 2;
        if (escape_digits(lexer, 4, &low) && low >= 0xDC00 && low < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        } else {
            lexer->offset = back;
        }
    }
    char bytes[4];
    fw_bytes_append(out, bytes, fw_utf8_put(c, bytes));
    return true;
}

static bool lex_escape(struct fw_lexer *lexer, struct fw_bytes *out)
{
    static const char letters[] = "nrtbfv", values[] = "\n\r\t\b\f\v";
    size_t begin = lexer->offset++;
    size_t bytes;
    uint32_t c = code_point(lexer, &bytes);
    if (lexer->offset >= lexer->length) {
        return true;
    }
    lexer->offset += bytes;
    const char *letter = c < 0x80 ? strchr(letters, (int)c) : NULL;
    if (c == 'u' || c == 'x') {
        if (!escape_code(lexer, (char)c, out)) {
            return fw_lex_fault(lexer, begin, lexer->offset, "this escape is not complete",
                                "write \\xHH, \\uHHHH or \\u{H...} with hexadecimal digits");
        }
    } else if (c >= '0' && c <= '7') {
        if (c != '0' || is_digit(peek(lexer, 0))) {
            return fw_lex_fault(lexer, begin, lexer->offset,
                                "octal escapes are not part of the language", "write \\xHH");
        }
        fw_bytes_put(out, '\0');
    } else if (c == '\r' && peek(lexer, 0) == '\n') {
        lexer->offset++; /* a line that goes on: nothing of it is in the text */
    } else if (letter != NULL && c != 0) {
        fw_bytes_put(out, values[letter - letters]);
    } else if (!is_line_end(c)) {
        fw_bytes_append(out, lexer->text + lexer->offset - bytes, bytes);
    }
    return true;
}

/* The value of a quoted text up to its closing quote, into `out`. */
static bool lex_quoted(struct fw_lexer *lexer, struct fw_token *token, struct fw_bytes *out)
{
    char quote = lexer->text[lexer->offset++];
    while (lexer->offset < lexer->length) {
        size_t bytes;
        uint32_t c = code_point(lexer, &bytes);
        if (c == (unsigned char)quote) {
            lexer->offset++;
            return true;
        }
        if (is_line_end(c)) {
            break;
        }
        if (c == '\\') {
            if (!lex_escape(lexer, out)) {
                return false;
            }
            continue;
        }
        fw_bytes_append(out, lexer->text + lexer->offset, bytes);
        lexer->offset += bytes;
    }
    return fw_lex_fault(lexer, token->begin, lexer->offset, "this text has no closing quote", NULL);
}

static bool lex_string(struct fw_lexer *lexer, struct fw_token *token)
{
    struct fw_bytes value = { 0 };
    bool read = lex_quoted(lexer, token, &value);
    token->kind = FW_TOKEN_STRING;
    token->end = lexer->offset;
    token->text = fw_intern(lexer->strings, value.length == 0 ? "" : value.data, value.length);
    fw_bytes_finish(&value);
    return read;
}

static bool lex_sign(struct fw_lexer *lexer, struct fw_token *token)
{
    for (size_t i = 0; i < FW_COUNT(signs); i++) {
        size_t length = strlen(signs[i]);
        if (lexer->length - lexer->offset >= length &&
            memcmp(lexer->text + lexer->offset, signs[i], length) == 0) {
            /* "a?.5:b" is a choice: "?." is one sign only where no digit follows. */
            if (strcmp(signs[i], "?.") == 0 && is_digit(peek(lexer, 2))) {
                continue;
            }
            token->kind = FW_TOKEN_SIGN;
            token->sign = signs[i];
            token->text = fw_intern(lexer->strings, signs[i], length);
            lexer->offset += length;
            token->end = lexer->offset;
            return true;
        }
    }
    return false;
}

bool fw_lex_next(struct fw_lexer *lexer, struct fw_token *token)
{
    skip_space(lexer);
    *token = (struct fw_token){ .begin = lexer->offset, .end = lexer->offset };
    if (lexer->offset >= lexer->length) {
        return true;
    }
    char c = peek(lexer, 0);
    if (at_name_start(lexer)) {
        return lex_name(lexer, token);
    }
    if (c == '\'' || c == '"') {
        return lex_string(lexer, token);
    }
    if (is_digit(c) || (c == '.' && is_digit(peek(lexer, 1)))) {
        return lex_number(lexer, token);
    }
    if (lex_sign(lexer, token)) {
        return true;
    }
    size_t bytes;
    code_point(lexer, &bytes);
    const char *character = fw_arena_text(lexer->arena, lexer->text + lexer->offset, bytes);
    return fw_lex_fault(lexer, lexer->offset, lexer->offset + bytes,
                        fw_arena_printf(lexer->arena, "unexpected '%s'", character),
                        c == '`' ? "put texts together with '+': there are no templates" : NULL);
}

/* The pattern up to its closing slash: one in a [class] does not close it. */
static bool regexp_body(struct fw_lexer *lexer, size_t begin)
{
    bool in_class = false;
    lexer->offset = begin + 1;
    while (lexer->offset < lexer->length) {
        size_t bytes;
        uint32_t c = code_point(lexer, &bytes);
        if (c == '\\') {
            lexer->offset += bytes;
            c = lexer->offset < lexer->length ? code_point(lexer, &bytes) : '\n';
            if (!is_line_end(c)) {
                lexer->offset += bytes;
                continue;
            }
        }
        if (is_line_end(c)) {
            break;
        }
        if (c == '/' && !in_class) {
            return true;
        }
        in_class = c == '[' || (in_class && c != ']');
        lexer->offset += bytes;
    }
    return fw_lex_fault(lexer, begin, lexer->offset, "this regular expression has no closing '/'",
                        NULL);
}

bool fw_lex_regexp(struct fw_lexer *lexer, size_t begin, struct fw_token *token)
{
    *token = (struct fw_token){ .kind = FW_TOKEN_REGEXP, .begin = begin };
    if (!regexp_body(lexer, begin)) {
        return false;
    }
    size_t body_end = lexer->offset++;
    token->text = fw_intern(lexer->strings, lexer->text + begin + 1, body_end - begin - 1);
    while (lexer->offset < lexer->length && (is_digit(peek(lexer, 0)) || at_name_start(lexer))) {
        lexer->offset++;
    }
    token->flags =
        fw_intern(lexer->strings, lexer->text + body_end + 1, lexer->offset - body_end - 1);
    token->end = lexer->offset;
    return true;
}
