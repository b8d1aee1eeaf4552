/* Text with {{ expressions }} in it. */
#include "expr/template.h"

#include <math.h>
#include <string.h>

#include "expr/coerce.h"

/* A stretch of plain text and the expression behind it, NULL for the last. */
struct part {
    const char *text;
    size_t length;
    const struct fw_expr *expr;
    size_t begin, end; /* bytes of the expression in the whole text */
};

struct fw_template {
    struct part *parts;
    size_t count, room;
    struct fw_node node; /* where it stands, or none */
};

/* Where the braces that close an expression stand: not inside a text or an object of it. */
static const char *find_close(const char *at, const char *end)
{
    int depth = 0;
    char quote = '\0';
    for (; at < end; at++) {
        if (quote != '\0') {
            at += *at == '\\' && at + 1 < end ? 1 : 0;
            quote = *at == quote ? '\0' : quote;
        } else if (*at == '"' || *at == '\'') {
            quote = *at;
        } else if (*at == '{') {
            depth++;
        } else if (*at == '}' && depth > 0) {
            depth--;
        } else if (*at == '}' && at + 1 < end && at[1] == '}') {
            return at;
        }
    }
    return NULL;
}

static struct part *add_part(struct fw_arena *arena, struct fw_template *text)
{
    FW_RESERVE(arena, text->parts, text->count, text->room);
    return &text->parts[text->count++];
}

/* The plain text up to the next "{{" or the end, "\{{" made "{{"; `*at` moves behind it. */
static struct part *take_plain(struct fw_arena *arena, struct fw_template *text, const char **at,
                               const char *end)
{
    struct part *part = add_part(arena, text);
    char *plain = fw_arena_alloc(arena, (size_t)(end - *at) + 1);
    size_t length = 0;
    while (*at < end) {
        const char *here = *at;
        bool escaped = end - here >= 3 && memcmp(here, "\\{{", 3) == 0;
        if (!escaped && end - here >= 2 && memcmp(here, "{{", 2) == 0) {
            break;
        }
        size_t taken = escaped ? 3 : 1;
        memcpy(plain + length, here + taken - (escaped ? 2 : 1), escaped ? 2 : 1);
        length += escaped ? 2 : 1;
        *at += taken;
    }
    part->text = plain;
    part->length = length;
    return part;
}

const struct fw_template *fw_template_parse(struct fw_arena *arena, struct fw_strings *strings,
                                            const char *text, size_t length,
                                            struct fw_expr_fault *fault)
{
    struct fw_template *parsed = FW_NEW(arena, struct fw_template);
    const char *at = text, *end = text + length;
    for (;;) {
        struct part *part = take_plain(arena, parsed, &at, end);
        if (at == end) {
            return parsed;
        }
        const char *begin = at + 2, *close = find_close(begin, end);
        if (close == NULL) {
            *fault = (struct fw_expr_fault){ .offset = (size_t)(at - text),
                                             .length = 2,
                                             .code = FW_EXPR_SYNTAX,
                                             .message = "'{{' has no '}}'",
                                             .hint = "write '\\{{' where two braces are meant" };
            return NULL;
        }
        part->begin = (size_t)(begin - text);
        part->end = (size_t)(close - text);
        part->expr = fw_expr_parse(arena, strings, begin, (size_t)(close - begin), fault);
        if (part->expr == NULL) {
            fault->offset += part->begin;
            return NULL;
        }
        at = close + 2;
    }
}

const struct fw_template *fw_template_parse_node(struct fw_arena *arena, struct fw_strings *strings,
                                                 struct fw_node text, struct fw_diag *diag)
{
    struct fw_expr_fault fault = { 0 };
    fw_str string = fw_node_string(text, fw_intern(strings, "", 0));
    const struct fw_template *parsed =
        fw_template_parse(arena, strings, string->text, string->length, &fault);
    if (parsed == NULL) {
        fw_expr_report(arena, text, &fault, diag);
        return NULL;
    }
    struct fw_template *placed = FW_NEW(arena, struct fw_template);
    *placed = *parsed;
    placed->node = text;
    return placed;
}

const struct fw_expr *fw_template_expr(const struct fw_template *text, size_t index)
{
    return index < text->count ? text->parts[index].expr : NULL;
}

static void report_empty(const struct fw_template *text, const struct part *part,
                         struct fw_value value, const struct fw_expr_env *env, struct fw_diag *diag)
{
    struct fw_place place = fw_nowhere();
    if (fw_node_there(text->node)) {
        place = fw_node_text_place(env->arena, text->node, part->begin, part->end - part->begin);
    }
    fw_report(diag, place, FW_EXPR_FAILED, "the value of this expression is %s",
              fw_js_text(env, value)->text);
}

void fw_template_write(const struct fw_template *text, const struct fw_expr_env *env,
                       struct fw_bytes *out, struct fw_diag *diag)
{
    for (size_t i = 0; i < text->count; i++) {
        const struct part *part = &text->parts[i];
        fw_bytes_append(out, part->text, part->length);
        if (part->expr == NULL) {
            continue;
        }
        struct fw_value value = fw_expr_eval(part->expr, env);
        if (!fw_is_nil(value) && !(value.kind == FW_NUMBER && isnan(value.number))) {
            fw_str written = fw_js_text(env, value);
            fw_bytes_append(out, written->text, written->length);
        } else if (diag != NULL) {
            report_empty(text, part, value, env, diag);
        }
    }
}

fw_str fw_template_text(const struct fw_template *text, const struct fw_expr_env *env,
                        struct fw_diag *diag)
{
    struct fw_bytes out = { 0 };
    fw_template_write(text, env, &out, diag);
    fw_str written = fw_intern(env->strings, out.length == 0 ? "" : out.data, out.length);
    fw_bytes_finish(&out);
    return written;
}
