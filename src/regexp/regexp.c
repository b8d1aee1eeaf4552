/* JavaScript's regular expressions, matched by PCRE2. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "regexp/regexp.h"

#include <pcre2.h>
#include <string.h>

#include "base/bytes.h"

struct fw_regexp {
    fw_str source, flags;
    pcre2_code *code;
    pcre2_match_data *data;
    pcre2_match_context *context;
};

/* The pattern rewritten for PCRE2, whose syntax has more in it than JavaScript's. */
struct rewrite {
    const char *at, *end;
    bool in_class, dot_all, unicode;
    bool quantified; /* what stands just before is a quantifier: "a++" is no JavaScript */
    struct fw_bytes out;
    const char *fault;
};

/* White space and line ends as JavaScript has them, inside a class. */
#define SPACES                                                                                     \
    "\\t\\n\\x0B\\f\\r "                                                                           \
    "\\xA0\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}"
#define NOT_SPACES                                                                                 \
    "\\x00-\\x08\\x0E-\\x1F!-\\x9F\\xA1-\\x{167F}\\x{1681}-\\x{1FFF}\\x{200B}-\\x{2027}"           \
    "\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}\\x{3001}-\\x{FEFE}\\x{FF00}-\\x{"   \
    "10FFFF}"

static bool refuse(struct rewrite *rewrite, const char *fault)
{
    rewrite->fault = rewrite->fault == NULL ? fault : rewrite->fault;
    return false;
}

static bool hex_digits(const char *at, const char *end, int count)
{
    if (end - at < count) {
        return false;
    }
    for (int i = 0; i < count; i++) {
        if (at[i] == '\0' || strchr("0123456789abcdefABCDEF", at[i]) == NULL) {
            return false;
        }
    }
    return true;
}

/* \xHH and \uHHHH (and pairs of the latter) and \u{H...} as PCRE2's \x{H...}. */
static void put_code(struct rewrite *rewrite, char kind)
{
    const char *at = rewrite->at;
    unsigned code = 0;
    const char *brace = kind == 'u' && at < rewrite->end && *at == '{'
                            ? memchr(at, '}', (size_t)(rewrite->end - at))
                            : NULL;
    int digits = kind == 'x' ? 2 : 4;
    if (brace != NULL && brace - at > 1 && brace - at <= 9 &&
        hex_digits(at + 1, brace, (int)(brace - at - 1))) {
        fw_bytes_puts(&rewrite->out, "\\x{");
        fw_bytes_append(&rewrite->out, at + 1, (size_t)(brace - at - 1));
        fw_bytes_put(&rewrite->out, '}');
        rewrite->at = brace + 1;
        return;
    }
    if (!hex_digits(at, rewrite->end, digits)) {
        fw_bytes_put(&rewrite->out, kind); /* JavaScript: the letter itself */
        return;
    }
    for (int i = 0; i < digits; i++) {
        const char *hex = "0123456789abcdef";
        char c = at[i] >= 'A' && at[i] <= 'F' ? (char)(at[i] - 'A' + 'a') : at[i];
        code = code * 16 + (unsigned)(strchr(hex, c) - hex);
    }
    rewrite->at += digits;
    if (code >= 0xD800 && code < 0xDC00 && rewrite->end - rewrite->at >= 6 &&
        rewrite->at[0] == '\\' && rewrite->at[1] == 'u' &&
        hex_digits(rewrite->at + 2, rewrite->end, 4)) {
        char low[5] = { rewrite->at[2], rewrite->at[3], rewrite->at[4], rewrite->at[5], '\0' };
        unsigned second = 0;
        for (int i = 0; i < 4; i++) {
            const char *hex = "0123456789abcdef0123456789ABCDEF";
            second = second * 16 + (unsigned)((strchr(hex, low[i]) - hex) % 16);
        }
        if (second >= 0xDC00 && second < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (second - 0xDC00);
            rewrite->at += 6;
        }
    }
    fw_bytes_printf(&rewrite->out, "\\x{%x}", code >= 0xD800 && code < 0xE000 ? 0xFFFDu : code);
}

static void put_class_escape(struct rewrite *rewrite, char kind)
{
    const char *set = kind == 's' ? SPACES : NOT_SPACES;
    if (!rewrite->in_class) {
        fw_bytes_put(&rewrite->out, '[');
    }
    fw_bytes_puts(&rewrite->out, set);
    if (!rewrite->in_class) {
        fw_bytes_put(&rewrite->out, ']');
    }
}

static bool put_control(struct rewrite *rewrite)
{
    char letter = rewrite->at < rewrite->end ? *rewrite->at : '\0';
    bool is_letter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    if (!is_letter) {
        fw_bytes_puts(&rewrite->out, "\\\\c");
        return true;
    }
    rewrite->at++;
    fw_bytes_printf(&rewrite->out, "\\x{%x}", (unsigned)letter % 32);
    return true;
}

static bool put_name_reference(struct rewrite *rewrite)
{
    const char *close = rewrite->at < rewrite->end && *rewrite->at == '<'
                            ? memchr(rewrite->at, '>', (size_t)(rewrite->end - rewrite->at))
                            : NULL;
    if (close == NULL) {
        fw_bytes_put(&rewrite->out, 'k');
        return true;
    }
    fw_bytes_puts(&rewrite->out, "\\k");
    fw_bytes_append(&rewrite->out, rewrite->at, (size_t)(close + 1 - rewrite->at));
    rewrite->at = close + 1;
    return true;
}

/* \p{...} with the flag u; without it the letter itself. */
static void put_property(struct rewrite *rewrite, char kind)
{
    const char *at = rewrite->at;
    const char *close = rewrite->unicode && at < rewrite->end && *at == '{'
                            ? memchr(at, '}', (size_t)(rewrite->end - at))
                            : NULL;
    if (close == NULL) {
        fw_bytes_put(&rewrite->out, kind);
        return;
    }
    fw_bytes_printf(&rewrite->out, "\\%c", kind);
    fw_bytes_append(&rewrite->out, at, (size_t)(close + 1 - at));
    rewrite->at = close + 1;
}

static bool put_escape(struct rewrite *rewrite)
{
    if (rewrite->at >= rewrite->end) {
        return refuse(rewrite, "it ends in a backslash");
    }
    char c = *rewrite->at++;
    if (c == 'x' || c == 'u') {
        put_code(rewrite, c);
    } else if (c == 's' || c == 'S') {
        put_class_escape(rewrite, c);
    } else if (c == 'c') {
        return put_control(rewrite);
    } else if (c == 'k' && !rewrite->in_class) {
        return put_name_reference(rewrite);
    } else if (c == 'p' || c == 'P') {
        put_property(rewrite, c);
    } else if (c == 'v') {
        fw_bytes_puts(&rewrite->out, "\\x0B");
    } else if (c == '0' &&
               (rewrite->at == rewrite->end || *rewrite->at < '0' || *rewrite->at > '9')) {
        fw_bytes_puts(&rewrite->out, "\\x00");
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        /* Letters that both know; all others stand for themselves in JavaScript. */
        bool shared = strchr(rewrite->in_class ? "bdDfnrtwW" : "bBdDfnrtwW", c) != NULL;
        if (shared) {
            fw_bytes_put(&rewrite->out, '\\');
        }
        fw_bytes_put(&rewrite->out, c);
    } else {
        fw_bytes_put(&rewrite->out, '\\');
        fw_bytes_put(&rewrite->out, c);
    }
    return true;
}

/* "(?" begins only what JavaScript knows; "(*" is no verb. */
static bool put_group(struct rewrite *rewrite)
{
    const char *at = rewrite->at;
    size_t left = (size_t)(rewrite->end - at);
    if (left >= 1 && *at == '*') {
        return refuse(rewrite, "nothing to repeat");
    }
    if (left >= 2 && *at == '?') {
        bool known = strchr(":=!", at[1]) != NULL || (at[1] == '<' && left >= 3 && at[2] != '\0' &&
                                                      strchr(" >0123456789", at[2]) == NULL);
        if (!known) {
            return refuse(rewrite, "invalid group");
        }
        fw_bytes_put(&rewrite->out, '(');
        fw_bytes_append(&rewrite->out, at, 2);
        rewrite->at += 2;
        return true;
    }
    fw_bytes_put(&rewrite->out, '(');
    return true;
}

/* A quantifier of braces, "{2,}"; other braces are themselves. Returns its length, or 0. */
static size_t braces(const struct rewrite *rewrite, const char *at)
{
    const char *start = at++, *digits = at;
    while (at < rewrite->end && *at >= '0' && *at <= '9') {
        at++;
    }
    if (at == digits) {
        return 0;
    }
    if (at < rewrite->end && *at == ',') {
        at++;
        while (at < rewrite->end && *at >= '0' && *at <= '9') {
            at++;
        }
    }
    return at < rewrite->end && *at == '}' ? (size_t)(at + 1 - start) : 0;
}

/* A quantifier with its "?"; true as well where there is none, with `*done` false. */
static bool put_quantifier(struct rewrite *rewrite, char c, bool *done)
{
    size_t length = c == '{'                           ? braces(rewrite, rewrite->at - 1)
                    : c == '*' || c == '+' || c == '?' ? 1
                                                       : 0;
    *done = length > 0;
    if (length == 0) {
        return true;
    }
    if (rewrite->quantified) {
        return refuse(rewrite, "nothing to repeat");
    }
    fw_bytes_append(&rewrite->out, rewrite->at - 1, length);
    rewrite->at += length - 1;
    if (rewrite->at < rewrite->end && *rewrite->at == '?') {
        fw_bytes_put(&rewrite->out, '?');
        rewrite->at++;
    }
    rewrite->quantified = true;
    return true;
}

static bool put_in_class(struct rewrite *rewrite, char c)
{
    if (c == ']') {
        rewrite->in_class = false;
        fw_bytes_put(&rewrite->out, c);
    } else if (c == '[') {
        fw_bytes_puts(&rewrite->out, "\\["); /* "[:alpha:]" is nothing special */
    } else {
        fw_bytes_put(&rewrite->out, c);
    }
    return true;
}

static bool put_outside(struct rewrite *rewrite, char c)
{
    bool done;
    bool good = put_quantifier(rewrite, c, &done);
    if (done) {
        return good;
    }
    rewrite->quantified = false;
    if (c == '(') {
        return put_group(rewrite);
    }
    if (c == '[') {
        rewrite->in_class = true;
        fw_bytes_put(&rewrite->out, c);
        if (rewrite->at < rewrite->end && *rewrite->at == '^') {
            fw_bytes_put(&rewrite->out, *rewrite->at++);
        }
    } else if (c == '.' && !rewrite->dot_all) {
        fw_bytes_puts(&rewrite->out, "[^\\n\\r\\x{2028}\\x{2029}]");
    } else if (c == '{') {
        fw_bytes_puts(&rewrite->out, "\\{");
    } else {
        fw_bytes_put(&rewrite->out, c);
    }
    return true;
}

static bool rewrite_all(struct rewrite *rewrite)
{
    while (rewrite->at < rewrite->end) {
        char c = *rewrite->at++;
        if (c == '\\') {
            rewrite->quantified = false;
            if (!put_escape(rewrite)) {
                return false;
            }
        } else if (rewrite->in_class ? !put_in_class(rewrite, c) : !put_outside(rewrite, c)) {
            return false;
        }
    }
    return !rewrite->in_class || refuse(rewrite, "a '[' has no ']'");
}

static const char *flag_fault(fw_str flags)
{
    for (uint32_t i = 0; i < flags->length; i++) {
        char c = flags->text[i];
        if (c == '\0' || strchr("dgimsuy", c) == NULL ||
            memchr(flags->text + i + 1, c, flags->length - i - 1) != NULL) {
            return "unknown flag";
        }
    }
    return NULL;
}

bool fw_regexp_has_flag(const struct fw_regexp *regexp, char flag)
{
    return memchr(regexp->flags->text, flag, regexp->flags->length) != NULL;
}

static void finish_regexp(void *data)
{
    struct fw_regexp *regexp = data;
    pcre2_match_data_free(regexp->data);
    pcre2_match_context_free(regexp->context);
    pcre2_code_free(regexp->code);
}

static uint32_t options_of(const struct fw_regexp *regexp)
{
    uint32_t options = PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_DOLLAR_ENDONLY |
                       PCRE2_MATCH_UNSET_BACKREF | PCRE2_ALLOW_EMPTY_CLASS |
                       PCRE2_NEVER_BACKSLASH_C;
    options |= fw_regexp_has_flag(regexp, 'i') ? PCRE2_CASELESS : 0;
    options |= fw_regexp_has_flag(regexp, 'm') ? PCRE2_MULTILINE : 0;
    options |= fw_regexp_has_flag(regexp, 's') ? PCRE2_DOTALL : 0;
    options |= fw_regexp_has_flag(regexp, 'y') ? PCRE2_ANCHORED : 0;
    return options;
}

static bool compile(struct fw_arena *arena, struct fw_regexp *regexp, const char *pattern,
                    size_t length, const char **message)
{
    int error;
    PCRE2_SIZE offset;
    pcre2_compile_context *context = pcre2_compile_context_create(NULL);
    if (context == NULL) {
        fw_out_of_memory();
    }
    pcre2_set_newline(context, PCRE2_NEWLINE_ANYCRLF);
    pcre2_set_parens_nest_limit(context, 200);
    regexp->code =
        pcre2_compile((PCRE2_SPTR)pattern, length, options_of(regexp), &error, &offset, context);
    pcre2_compile_context_free(context);
    if (regexp->code == NULL) {
        PCRE2_UCHAR text[160];
        int written = pcre2_get_error_message(error, text, sizeof text);
        *message = written < 0 ? "it cannot be read"
                               : fw_arena_text(arena, (const char *)text, (size_t)written);
        return false;
    }
    regexp->data = pcre2_match_data_create_from_pattern(regexp->code, NULL);
    regexp->context = pcre2_match_context_create(NULL);
    if (regexp->data == NULL || regexp->context == NULL) {
        fw_out_of_memory();
    }
    pcre2_set_match_limit(regexp->context, FW_REGEXP_STEPS);
    pcre2_set_depth_limit(regexp->context, FW_REGEXP_STEPS / 10);
    pcre2_set_heap_limit(regexp->context, FW_REGEXP_HEAP_KB);
    fw_arena_defer(arena, finish_regexp, regexp);
    return true;
}

const struct fw_regexp *fw_regexp_compile(struct fw_arena *arena, fw_str source, fw_str flags,
                                          const char **message)
{
    const char *unused;
    message = message == NULL ? &unused : message;
    *message = flag_fault(flags);
    if (*message != NULL) {
        return NULL;
    }
    struct fw_regexp *regexp = FW_NEW(arena, struct fw_regexp);
    regexp->source = source;
    regexp->flags = flags;
    struct rewrite rewrite = { .at = source->text,
                               .end = source->text + source->length,
                               .dot_all = fw_regexp_has_flag(regexp, 's'),
                               .unicode = fw_regexp_has_flag(regexp, 'u') };
    bool good = rewrite_all(&rewrite);
    if (good) {
        good = compile(arena, regexp, rewrite.out.length == 0 ? "" : rewrite.out.data,
                       rewrite.out.length, message);
    } else {
        *message = rewrite.fault;
    }
    fw_bytes_finish(&rewrite.out);
    return good ? regexp : NULL;
}

fw_str fw_regexp_source(const struct fw_regexp *regexp)
{
    return regexp->source;
}

fw_str fw_regexp_flags(const struct fw_regexp *regexp)
{
    return regexp->flags;
}

bool fw_regexp_find(const struct fw_regexp *regexp, struct fw_arena *arena, const char *text,
                    size_t length, size_t from, struct fw_regexp_match *match)
{
    if (from > length) {
        return false;
    }
    int found = pcre2_match(regexp->code, (PCRE2_SPTR)text, length, from, PCRE2_NO_UTF_CHECK,
                            regexp->data, regexp->context);
    if (found < 0) {
        return false;
    }
    if (match == NULL) {
        return true;
    }
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(regexp->data);
    match->count = pcre2_get_ovector_count(regexp->data);
    match->spans = FW_NEW_ARRAY(arena, match->count, struct fw_regexp_span);
    for (size_t i = 0; i < match->count; i++) {
        bool took_part = i < (size_t)found && offsets[2 * i] != PCRE2_UNSET;
        match->spans[i].begin = took_part ? (ptrdiff_t)offsets[2 * i] : -1;
        match->spans[i].end = took_part ? (ptrdiff_t)offsets[2 * i + 1] : -1;
    }
    return true;
}

size_t fw_regexp_group(const struct fw_regexp *regexp, const char *name, size_t length)
{
    char terminated[33];
    if (length >= sizeof terminated) {
        return 0;
    }
    memcpy(terminated, name, length);
    terminated[length] = '\0';
    int number = pcre2_substring_number_from_name(regexp->code, (PCRE2_SPTR)terminated);
    return number > 0 ? (size_t)number : 0;
}
