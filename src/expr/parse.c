/* Parsing of the Vega expression language into flat nodes. */
#include <string.h>

#include "expr/function.h"
#include "expr/lex.h"
#include "expr/program.h"
#include "expr/refuse.h"
#include "regexp/regexp.h"

struct parser {
    struct fw_lexer lexer;
    struct fw_token token; /* the next one, not taken yet */
    int nesting;
    struct fw_program program;
};

static const struct binary {
    const char *sign;
    int precedence;
    enum fw_expr_op op;
} binaries[] = {
    { "||", 1, FW_OP_OR },
    { "&&", 2, FW_OP_AND },
    { "|", 3, FW_OP_BIT_OR },
    { "^", 4, FW_OP_BIT_XOR },
    { "&", 5, FW_OP_BIT_AND },
    { "==", 6, FW_OP_EQUAL },
    { "!=", 6, FW_OP_NOT_EQUAL },
    { "===", 6, FW_OP_SAME },
    { "!==", 6, FW_OP_NOT_SAME },
    { "<", 7, FW_OP_LESS },
    { ">", 7, FW_OP_GREATER },
    { "<=", 7, FW_OP_LESS_EQUAL },
    { ">=", 7, FW_OP_GREATER_EQUAL },
    { "in", 7, FW_OP_IN },
    { "<<", 8, FW_OP_SHIFT_LEFT },
    { ">>", 8, FW_OP_SHIFT_RIGHT },
    { ">>>", 8, FW_OP_SHIFT_RIGHT_ZERO },
    { "+", 9, FW_OP_ADD },
    { "-", 9, FW_OP_SUBTRACT },
    { "*", 10, FW_OP_MULTIPLY },
    { "/", 10, FW_OP_DIVIDE },
    { "%", 10, FW_OP_REMAINDER },
};

static const struct {
    const char *sign;
    enum fw_expr_op op;
} prefixes[] = {
    { "+", FW_OP_PLUS }, { "-", FW_OP_MINUS }, { "!", FW_OP_NOT }, { "~", FW_OP_BIT_NOT }
};

static bool fault_at(struct parser *parser, size_t begin, size_t end, const char *message,
                     const char *hint)
{
    return fw_lex_fault(&parser->lexer, begin, end, message, hint);
}

static bool take(struct parser *parser)
{
    parser->program.end = parser->token.end;
    return fw_lex_next(&parser->lexer, &parser->token);
}

static bool is_sign(const struct parser *parser, const char *sign)
{
    return fw_token_is(&parser->token, sign);
}

static bool expect(struct parser *parser, const char *sign)
{
    return is_sign(parser, sign) ? take(parser) : fw_refuse_token(&parser->lexer, &parser->token);
}

static bool enter(struct parser *parser)
{
    if (++parser->nesting > FW_EXPR_MAX_NESTING) {
        return fault_at(parser, parser->token.begin, parser->token.end,
                        "the expression is nested too deeply", NULL);
    }
    return true;
}

/* The grammar */

static bool parse_choice(struct parser *parser);

static bool parse_list(struct parser *parser, const char *close, bool may_end_in_comma,
                       uint32_t *count)
{
    *count = 0;
    while (!is_sign(parser, close)) {
        if (!parse_choice(parser)) {
            return false;
        }
        ++*count;
        if (is_sign(parser, close)) {
            break;
        }
        if (!expect(parser, ",")) {
            return false;
        }
        if (!may_end_in_comma && is_sign(parser, close)) {
            return fw_refuse_token(&parser->lexer, &parser->token);
        }
    }
    return take(parser);
}

static bool parse_array(struct parser *parser)
{
    size_t begin = parser->token.begin;
    uint32_t first = parser->program.expr.count, count;
    if (!take(parser) || !parse_list(parser, "]", true, &count)) {
        return false;
    }
    fw_program_emit(&parser->program, FW_OP_ARRAY, first, begin)->count = count;
    fw_program_fold(&parser->program);
    return true;
}

static bool check_key(struct parser *parser, const fw_str *keys, uint32_t count, fw_str key)
{
    const struct fw_token *token = &parser->token;
    if (!fw_refuse_no_key(&parser->lexer, token, key)) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (keys[i] == key) {
            return fault_at(parser, token->begin, token->end,
                            fw_refuse_words(&parser->lexer, "the key '%' is there twice", key),
                            NULL);
        }
    }
    return true;
}

static fw_str key_text(struct parser *parser)
{
    const struct fw_token *token = &parser->token;
    switch (token->kind) {
    case FW_TOKEN_NUMBER:
        return fw_to_string(parser->lexer.strings, fw_js_make_number(token->number));
    case FW_TOKEN_NAME:
    case FW_TOKEN_KEYWORD:
    case FW_TOKEN_STRING:
    case FW_TOKEN_TRUE:
    case FW_TOKEN_FALSE:
    case FW_TOKEN_NULL:
        return token->text;
    case FW_TOKEN_END:
    case FW_TOKEN_REGEXP:
    case FW_TOKEN_SIGN:
        break;
    }
    return NULL;
}

static bool parse_object(struct parser *parser)
{
    size_t begin = parser->token.begin;
    uint32_t first = parser->program.expr.count;
    uint32_t count = 0;
    fw_str *keys = NULL;
    size_t room = 0;
    if (!take(parser)) {
        return false;
    }
    while (!is_sign(parser, "}")) {
        fw_str key = key_text(parser);
        if (key == NULL) {
            return fw_refuse_token(&parser->lexer, &parser->token);
        }
        if (!check_key(parser, keys, count, key)) {
            return false;
        }
        FW_RESERVE(parser->lexer.arena, keys, count, room);
        keys[count++] = key;
        if (!take(parser) || !expect(parser, ":") || !parse_choice(parser)) {
            return false;
        }
        if (!is_sign(parser, "}") && !expect(parser, ",")) {
            return false;
        }
    }
    if (!take(parser)) {
        return false;
    }
    struct fw_expr_node *node = fw_program_emit(&parser->program, FW_OP_OBJECT, first, begin);
    node->count = count;
    node->keys = keys;
    fw_program_fold(&parser->program);
    return true;
}

static bool parse_regexp(struct parser *parser)
{
    struct fw_token token;
    const char *message;
    if (!fw_lex_regexp(&parser->lexer, parser->token.begin, &token)) {
        return false;
    }
    size_t known = strspn(token.flags->text, "gimuy"); /* the reference knows no others here */
    if (known < token.flags->length) {
        size_t flag = token.end - token.flags->length + known;
        return fault_at(parser, flag, flag + 1, "unknown flag of a regular expression", NULL);
    }
    const struct fw_regexp *regexp =
        fw_regexp_compile(parser->lexer.arena, token.text, token.flags, &message);
    if (regexp == NULL) {
        return fault_at(
            parser, token.begin, token.end,
            fw_arena_printf(parser->lexer.arena, "invalid regular expression: %s", message), NULL);
    }
    parser->token = token;
    if (!take(parser)) {
        return false;
    }
    fw_program_literal(&parser->program, token.begin,
                       (struct fw_value){ .kind = FW_REGEXP, .regexp = regexp });
    return true;
}

/* `test ? a : b` behind its test, and if(test, a, b), which has a name. */
static bool parse_branches(struct parser *parser, uint32_t first, size_t begin,
                           const struct fw_token *name)
{
    uint32_t test = parser->program.expr.count;
    fw_program_emit(&parser->program, FW_OP_TEST_CHOOSE, first, begin);
    if (!parse_choice(parser)) {
        return false;
    }
    if (name != NULL && is_sign(parser, ")")) {
        return fw_refuse_count(&parser->lexer, name, 3);
    }
    if (!expect(parser, name == NULL ? ":" : ",")) {
        return false;
    }
    uint32_t skip = parser->program.expr.count;
    fw_program_emit(&parser->program, FW_OP_SKIP, first, begin);
    parser->program.nodes[test].target = parser->program.expr.count;
    if (!parse_choice(parser)) {
        return false;
    }
    fw_program_emit(&parser->program, FW_OP_CHOOSE, first, begin);
    parser->program.nodes[skip].target = parser->program.expr.count;
    return true;
}

/* if(test, then, else), behind its opening bracket. */
static bool parse_if(struct parser *parser, const struct fw_token *name)
{
    uint32_t first = parser->program.expr.count;
    if (is_sign(parser, ")")) {
        return fw_refuse_count(&parser->lexer, name, 3);
    }
    if (!parse_choice(parser)) {
        return false;
    }
    if (is_sign(parser, ")")) {
        return fw_refuse_count(&parser->lexer, name, 3);
    }
    if (!expect(parser, ",") || !parse_branches(parser, first, name->begin, name)) {
        return false;
    }
    return is_sign(parser, ",") ? fw_refuse_count(&parser->lexer, name, 3) : expect(parser, ")");
}

/* Has the function look at argument `index`, whose nodes begin at `first`, where it is a literal.
 */
static bool check_argument(struct parser *parser, const struct fw_expr_function *function,
                           size_t index, uint32_t first)
{
    struct fw_program *program = &parser->program;
    struct fw_expr_node *node = &program->nodes[first];
    if (function->check == NULL || function->checked != index || first + 1 != program->expr.count ||
        node->op != FW_OP_LITERAL) {
        return true;
    }
    struct fw_expr_env env = { .arena = program->arena, .strings = program->strings };
    struct fw_expr_fault fault = { .code = FW_EXPR_FAILED };
    if (function->check(&env, &node->value, &fault)) {
        return true;
    }
    fault_at(parser, node->begin, node->end, fault.message, fault.hint);
    parser->lexer.fault->code = fault.code;
    return false;
}

static bool parse_arguments(struct parser *parser, const struct fw_token *name,
                            const struct fw_expr_function *function)
{
    uint32_t first = parser->program.expr.count, count = 0;
    while (!is_sign(parser, ")")) {
        uint32_t argument = parser->program.expr.count;
        if (!parse_choice(parser) || !check_argument(parser, function, count, argument)) {
            return false;
        }
        count++;
        if (is_sign(parser, ")")) {
            break;
        }
        if (!expect(parser, ",")) {
            return false;
        }
        if (is_sign(parser, ")")) {
            return fw_refuse_token(&parser->lexer, &parser->token);
        }
    }
    if ((function->flags & FW_EXPR_EXACT) != 0 && count != (uint32_t)function->arity) {
        return fw_refuse_count(&parser->lexer, name, function->arity);
    }
    if (!take(parser)) {
        return false;
    }
    struct fw_expr_node *node = fw_program_emit(&parser->program, FW_OP_CALL, first, name->begin);
    node->count = count;
    node->function = function;
    fw_program_fold(&parser->program);
    return true;
}

/* A name, or the call of a function with that name. */
static bool parse_name(struct parser *parser)
{
    struct fw_token name = parser->token;
    if (!take(parser)) {
        return false;
    }
    if (!is_sign(parser, "(")) {
        if (name.kind == FW_TOKEN_KEYWORD || fw_str_is(name.text, "_")) {
            return fault_at(parser, name.begin, name.end,
                            fw_refuse_words(&parser->lexer, "'%' cannot be a name", name.text),
                            NULL);
        }
        fw_program_name(&parser->program, name.begin, name.text);
        return true;
    }
    bool choice = fw_str_is(name.text, "if");
    const struct fw_expr_function *function = fw_expr_function_find(name.text->text);
    if (function == NULL && !choice) {
        return fw_refuse_function(&parser->lexer, &name);
    }
    if (!take(parser)) {
        return false;
    }
    return choice ? parse_if(parser, &name) : parse_arguments(parser, &name, function);
}

static bool parse_primary(struct parser *parser)
{
    const struct fw_token token = parser->token;
    if (is_sign(parser, "(")) {
        return take(parser) && parse_choice(parser) && expect(parser, ")");
    }
    if (is_sign(parser, "[")) {
        return parse_array(parser);
    }
    if (is_sign(parser, "{")) {
        return parse_object(parser);
    }
    if (is_sign(parser, "/") || is_sign(parser, "/=")) {
        return parse_regexp(parser);
    }
    if (token.kind == FW_TOKEN_NAME || fw_str_is(token.text, "if")) {
        return parse_name(parser);
    }
    struct fw_value value = fw_null();
    if (token.kind == FW_TOKEN_NUMBER) {
        value = fw_js_make_number(token.number);
    } else if (token.kind == FW_TOKEN_STRING) {
        value = fw_string(token.text);
    } else if (token.kind == FW_TOKEN_TRUE || token.kind == FW_TOKEN_FALSE) {
        value = fw_js_make_boolean(token.kind == FW_TOKEN_TRUE);
    } else if (token.kind != FW_TOKEN_NULL) {
        return fw_refuse_token(&parser->lexer, &parser->token);
    }
    if (!take(parser)) {
        return false;
    }
    fw_program_literal(&parser->program, token.begin, value);
    return true;
}

static bool parse_member(struct parser *parser, uint32_t first, size_t begin)
{
    if (!take(parser)) {
        return false;
    }
    struct fw_token name = parser->token;
    if (name.kind < FW_TOKEN_NAME || name.kind > FW_TOKEN_NULL || name.kind == FW_TOKEN_NUMBER ||
        name.kind == FW_TOKEN_STRING) {
        return fw_refuse_token(&parser->lexer, &parser->token);
    }
    if (!take(parser)) {
        return false;
    }
    if (is_sign(parser, "(")) {
        return fw_refuse_method(&parser->lexer, &name);
    }
    if (fw_program_is_datum(&parser->program, first)) {
        fw_program_drop(&parser->program);
        fw_program_field(&parser->program, begin, name.text);
        return true;
    }
    fw_program_emit(&parser->program, FW_OP_MEMBER, first, begin)->name = name.text;
    fw_program_fold(&parser->program);
    return true;
}

static bool parse_index(struct parser *parser, uint32_t first, size_t begin)
{
    bool of_datum = fw_program_is_datum(&parser->program, first);
    if (of_datum) {
        fw_program_drop(&parser->program);
    }
    uint32_t key = parser->program.expr.count;
    if (!take(parser) || !parse_choice(parser) || !expect(parser, "]")) {
        return false;
    }
    const struct fw_expr_node *last = &parser->program.nodes[parser->program.expr.count - 1];
    bool constant = key + 1 == parser->program.expr.count && last->op == FW_OP_LITERAL;
    if (of_datum && constant && last->value.kind == FW_STRING) {
        fw_str name = last->value.string;
        fw_program_drop(&parser->program);
        fw_program_field(&parser->program, begin, name);
    } else if (of_datum) {
        parser->program.expr.whole_datum = true;
        fw_program_emit(&parser->program, FW_OP_FIELD_AT, key, begin);
    } else {
        fw_program_emit(&parser->program, FW_OP_INDEX, first, begin);
        fw_program_fold(&parser->program);
    }
    return true;
}

static bool parse_postfix(struct parser *parser)
{
    uint32_t first = parser->program.expr.count;
    size_t begin = parser->token.begin;
    if (!parse_primary(parser)) {
        return false;
    }
    for (;;) {
        if (is_sign(parser, ".")) {
            if (!parse_member(parser, first, begin)) {
                return false;
            }
        } else if (is_sign(parser, "[")) {
            if (!parse_index(parser, first, begin)) {
                return false;
            }
        } else if (is_sign(parser, "(")) {
            return fault_at(parser, parser->token.begin, parser->token.end,
                            "only a function's name can stand before '('", NULL);
        } else {
            break;
        }
    }
    if (fw_program_is_datum(&parser->program, first)) {
        parser->program.expr.whole_datum = true;
    }
    return true;
}

static bool parse_prefix(struct parser *parser)
{
    for (size_t i = 0; i < FW_COUNT(prefixes); i++) {
        if (is_sign(parser, prefixes[i].sign)) {
            uint32_t first = parser->program.expr.count;
            size_t begin = parser->token.begin;
            if (!enter(parser) || !take(parser) || !parse_prefix(parser)) {
                return false;
            }
            parser->nesting--;
            fw_program_emit(&parser->program, prefixes[i].op, first, begin);
            fw_program_fold(&parser->program);
            return true;
        }
    }
    return parse_postfix(parser);
}

static const struct binary *binary_at(const struct parser *parser)
{
    const struct fw_token *token = &parser->token;
    if (token->kind != FW_TOKEN_SIGN && token->kind != FW_TOKEN_KEYWORD) {
        return NULL;
    }
    for (size_t i = 0; i < FW_COUNT(binaries); i++) {
        if (fw_str_is(token->text, binaries[i].sign)) {
            return &binaries[i];
        }
    }
    return NULL;
}

/* Operators that bind at least as tightly as `lowest`; those of one rank go from left to right. */
static bool parse_binary(struct parser *parser, int lowest)
{
    uint32_t first = parser->program.expr.count;
    size_t begin = parser->token.begin;
    if (!parse_prefix(parser)) {
        return false;
    }
    const struct binary *binary = binary_at(parser);
    for (; binary != NULL && binary->precedence >= lowest; binary = binary_at(parser)) {
        bool lazy = binary->op == FW_OP_AND || binary->op == FW_OP_OR;
        uint32_t test = parser->program.expr.count;
        if (lazy) {
            fw_program_emit(&parser->program,
                            binary->op == FW_OP_AND ? FW_OP_TEST_AND : FW_OP_TEST_OR, first, begin);
        }
        if (!take(parser) || !parse_binary(parser, binary->precedence + 1)) {
            return false;
        }
        fw_program_emit(&parser->program, binary->op, first, begin);
        if (lazy) {
            parser->program.nodes[test].target = parser->program.expr.count;
        } else {
            fw_program_fold(&parser->program);
        }
    }
    return true;
}

static bool parse_choice(struct parser *parser)
{
    uint32_t first = parser->program.expr.count;
    size_t begin = parser->token.begin;
    if (!enter(parser) || !parse_binary(parser, 1)) {
        return false;
    }
    if (is_sign(parser, "?") && (!take(parser) || !parse_branches(parser, first, begin, NULL))) {
        return false;
    }
    parser->nesting--;
    return true;
}

const struct fw_expr *fw_expr_parse(struct fw_arena *arena, struct fw_strings *strings,
                                    const char *text, size_t length, struct fw_expr_fault *fault)
{
    struct parser parser = { .lexer = { .arena = arena,
                                        .strings = strings,
                                        .text = text,
                                        .length = length,
                                        .fault = fault },
                             .program = { .arena = arena, .strings = strings } };
    if (length > FW_EXPR_MAX_TEXT) {
        fault_at(&parser, 0, 0, "the expression is too long", NULL);
        return NULL;
    }
    if (!fw_lex_next(&parser.lexer, &parser.token)) {
        return NULL;
    }
    if (parser.token.kind == FW_TOKEN_END) {
        fault_at(&parser, 0, length, "the expression is empty", NULL);
        return NULL;
    }
    if (!parse_choice(&parser)) {
        return NULL;
    }
    if (parser.token.kind != FW_TOKEN_END) {
        fw_refuse_token(&parser.lexer, &parser.token);
        return NULL;
    }
    return fw_program_finish(&parser.program, text, length);
}

void fw_expr_report(struct fw_arena *arena, struct fw_node text, const struct fw_expr_fault *fault,
                    struct fw_diag *diag)
{
    struct fw_place place = fw_node_text_place(arena, text, fault->offset, fault->length);
    struct fw_diagnostic *report = fw_report(diag, place, fault->code, "%s", fault->message);
    if (fault->hint != NULL) {
        fw_hint(diag, report, "%s", fault->hint);
    }
}

const struct fw_expr *fw_expr_parse_node(struct fw_arena *arena, struct fw_strings *strings,
                                         struct fw_node text, struct fw_diag *diag)
{
    struct fw_expr_fault fault = { 0 };
    fw_str string = fw_node_string(text, fw_intern(strings, "", 0));
    const struct fw_expr *expr =
        fw_expr_parse(arena, strings, string->text, string->length, &fault);
    if (expr == NULL) {
        fw_expr_report(arena, text, &fault, diag);
    }
    return expr;
}
