/* Expression functions that look for something in a text: a text or a regular expression. */
#include <math.h>
#include <string.h>

#include "base/bytes.h"
#include "base/utf8.h"
#include "expr/function.h"
#include "expr/node.h"
#include "expr/utf16.h"
#include "regexp/regexp.h"

static fw_str empty_text(const struct fw_call *call)
{
    return fw_intern(call->env->strings, "", 0);
}

/* What an argument is as a regular expression: itself, or compiled from its text; NULL: not one. */
static const struct fw_regexp *regexp_of(const struct fw_call *call, struct fw_value value)
{
    if (value.kind == FW_REGEXP) {
        return value.regexp;
    }
    fw_str source = value.kind == FW_UNDEFINED ? fw_intern_text(call->env->strings, "(?:)")
                                               : fw_js_text(call->env, value);
    return fw_call_spend(call, 64) /* compiling is dear */
               ? fw_regexp_compile(call->env->arena, source, empty_text(call), NULL)
               : NULL;
}

/* (pattern, flags) */
static struct fw_value call_regexp(const struct fw_call *call)
{
    struct fw_value pattern = fw_arg(call, 0);
    const struct fw_regexp *regexp = regexp_of(call, pattern);
    if (regexp != NULL && fw_arg(call, 1).kind != FW_UNDEFINED) {
        regexp = fw_regexp_compile(call->env->arena, fw_regexp_source(regexp), fw_arg_text(call, 1),
                                   NULL);
    }
    return regexp == NULL ? fw_undefined()
                          : (struct fw_value){ .kind = FW_REGEXP, .regexp = regexp };
}

/* (regexp, text) */
static struct fw_value call_test(const struct fw_call *call)
{
    const struct fw_regexp *regexp = regexp_of(call, fw_arg(call, 0));
    if (regexp == NULL) {
        return fw_undefined();
    }
    fw_str text = fw_arg_text(call, 1);
    return fw_js_make_boolean(
        fw_regexp_find(regexp, call->env->arena, text->text, text->length, 0, NULL));
}

/* What a replacement text may refer to. `regexp` is NULL where a text is replaced. */
struct replacement {
    fw_str text, with;
    const struct fw_regexp *regexp;
    const struct fw_regexp_match *match;
    struct fw_bytes *out;
};

static void put_span(const struct replacement *replacement, size_t group)
{
    struct fw_regexp_span span = replacement->match->spans[group];
    if (span.begin >= 0) {
        fw_bytes_append(replacement->out, replacement->text->text + span.begin,
                        (size_t)(span.end - span.begin));
    }
}

/* $1 to $99, the longer reading first; returns the bytes behind the dollar, 0 where it is no group.
 */
static size_t put_numbered(const struct replacement *replacement, const char *at, size_t left)
{
    size_t number = 0, best = 0, best_length = 0;
    for (size_t i = 0; i < left && i < 2 && at[i] >= '0' && at[i] <= '9'; i++) {
        number = number * 10 + (size_t)(at[i] - '0');
        if (number >= 1 && number < replacement->match->count) {
            best = number;
            best_length = i + 1;
        }
    }
    if (best > 0) {
        put_span(replacement, best);
    }
    return best_length;
}

/* $<name>; returns the bytes behind the dollar, 0 where the pattern has no names. */
static size_t put_named(const struct replacement *replacement, const char *at, size_t left)
{
    const char *close = memchr(at, '>', left);
    if (replacement->regexp == NULL || close == NULL ||
        strstr(fw_regexp_source(replacement->regexp)->text, "(?<") == NULL) {
        return 0;
    }
    size_t group = fw_regexp_group(replacement->regexp, at + 1, (size_t)(close - at - 1));
    if (group > 0 && group < replacement->match->count) {
        put_span(replacement, group);
    }
    return (size_t)(close + 1 - at);
}

/* The sign behind a dollar at `at`; returns its bytes, 0 where the dollar is a dollar. */
static size_t put_reference(const struct replacement *replacement, const char *at, size_t left)
{
    const struct fw_regexp_span whole = replacement->match->spans[0];
    fw_str text = replacement->text;
    switch (left == 0 ? '\0' : *at) {
    case '$':
        fw_bytes_put(replacement->out, '$');
        return 1;
    case '&':
        put_span(replacement, 0);
        return 1;
    case '`':
        fw_bytes_append(replacement->out, text->text, (size_t)whole.begin);
        return 1;
    case '\'':
        fw_bytes_append(replacement->out, text->text + whole.end, text->length - (size_t)whole.end);
        return 1;
    case '<':
        return put_named(replacement, at, left);
    }
    return put_numbered(replacement, at, left);
}

static void put_replacement(const struct replacement *replacement)
{
    fw_str with = replacement->with;
    for (size_t i = 0; i < with->length; i++) {
        char c = with->text[i];
        size_t used =
            c == '$' ? put_reference(replacement, with->text + i + 1, with->length - i - 1) : 0;
        if (used == 0) {
            fw_bytes_put(replacement->out, c);
        }
        i += used;
    }
}

static struct fw_value replace_text(const struct fw_call *call, fw_str text, fw_str part,
                                    fw_str with)
{
    size_t at = fw_call_spend(call, fw_text_find_work(text, part)) ? fw_text_find(text, part, 0)
                                                                   : (size_t)text->length + 1;
    if (at > text->length) {
        return fw_string(text);
    }
    struct fw_regexp_span whole = { (ptrdiff_t)at, (ptrdiff_t)(at + part->length) };
    struct fw_regexp_match match = { .count = 1, .spans = &whole };
    struct fw_bytes out = { 0 };
    struct replacement replacement = { .text = text, .with = with, .match = &match, .out = &out };
    fw_bytes_append(&out, text->text, at);
    put_replacement(&replacement);
    fw_bytes_append(&out, text->text + whole.end, text->length - (size_t)whole.end);
    struct fw_value value = fw_call_text(call, out.data, out.length);
    fw_bytes_finish(&out);
    return value;
}

/* The byte behind the character at `at`. */
static size_t next_character(fw_str text, size_t at)
{
    const char *next = text->text + at + 1;
    if (at < text->length) {
        fw_utf8_next(text->text + at, text->text + text->length, &next);
    }
    return (size_t)(next - text->text);
}

static struct fw_value replace_matches(const struct fw_call *call, fw_str text,
                                       const struct fw_regexp *regexp, fw_str with)
{
    struct fw_bytes out = { 0 };
    struct fw_regexp_match match;
    size_t done = 0, from = 0;
    bool all = fw_regexp_has_flag(regexp, 'g');
    struct replacement replacement = {
        .text = text, .with = with, .regexp = regexp, .match = &match, .out = &out
    };
    while (fw_call_spend(call, 4) && out.length <= FW_EXPR_MAX_ITEMS &&
           fw_regexp_find(regexp, call->env->arena, text->text, text->length, from, &match)) {
        size_t begin = (size_t)match.spans[0].begin, end = (size_t)match.spans[0].end;
        fw_bytes_append(&out, text->text + done, begin - done);
        put_replacement(&replacement);
        done = end;
        from = end > begin ? end : next_character(text, end);
        if (!all) {
            break;
        }
    }
    fw_bytes_append(&out, text->text + done, text->length - done);
    struct fw_value value = fw_call_text(call, out.data, out.length);
    fw_bytes_finish(&out);
    return value;
}

/* (text, pattern, replacement): the first match, or all of a pattern with the flag g. */
static struct fw_value call_replace(const struct fw_call *call)
{
    struct fw_value pattern = fw_arg(call, 1);
    fw_str text = fw_arg_text(call, 0), with = fw_arg_text(call, 2);
    if (pattern.kind == FW_STRING) {
        return replace_text(call, text, pattern.string, with);
    }
    return pattern.kind == FW_REGEXP ? replace_matches(call, text, pattern.regexp, with)
                                     : fw_undefined();
}

/* The parts of a text as they are found. */
struct parts {
    const struct fw_call *call;
    fw_str text;
    struct fw_value *items;
    size_t count, room, most;
};

static void add_part(struct parts *parts, ptrdiff_t begin, ptrdiff_t end)
{
    if (parts->count >= parts->most || !fw_call_spend(parts->call, 1)) {
        parts->most = parts->count;
        return;
    }
    FW_RESERVE(parts->call->env->arena, parts->items, parts->count, parts->room);
    parts->items[parts->count++] =
        begin < 0 ? fw_undefined()
                  : fw_string(fw_intern(parts->call->env->strings, parts->text->text + begin,
                                        (size_t)(end - begin)));
}

static void split_characters(struct parts *parts)
{
    for (size_t at = 0; at < parts->text->length && parts->count < parts->most;) {
        size_t next = next_character(parts->text, at);
        add_part(parts, (ptrdiff_t)at, (ptrdiff_t)next);
        at = next;
    }
}

static void split_at_text(struct parts *parts, fw_str separator)
{
    fw_str text = parts->text;
    size_t begin = 0;
    if (!fw_call_spend(parts->call, fw_text_find_work(text, separator))) {
        return;
    }
    for (size_t at = fw_text_find(text, separator, 0);
         at <= text->length && parts->count < parts->most;
         at = fw_text_find(text, separator, begin)) {
        add_part(parts, (ptrdiff_t)begin, (ptrdiff_t)at);
        begin = at + separator->length;
    }
    add_part(parts, (ptrdiff_t)begin, (ptrdiff_t)text->length);
}

/* Between matches; what the groups of the pattern hold comes in between. */
static void split_at_matches(struct parts *parts, const struct fw_regexp *regexp)
{
    struct fw_arena *arena = parts->call->env->arena;
    fw_str text = parts->text;
    struct fw_regexp_match match;
    size_t begin = 0, from = 0;
    if (text->length == 0 && fw_regexp_find(regexp, arena, "", 0, 0, NULL)) {
        return;
    }
    while (parts->count < parts->most && from < text->length &&
           fw_regexp_find(regexp, arena, text->text, text->length, from, &match)) {
        size_t at = (size_t)match.spans[0].begin, end = (size_t)match.spans[0].end;
        if (at >= text->length) {
            break;
        }
        if (end == begin) { /* an empty match splits nothing off here */
            from = next_character(text, from);
            continue;
        }
        add_part(parts, (ptrdiff_t)begin, (ptrdiff_t)at);
        for (size_t i = 1; i < match.count; i++) {
            add_part(parts, match.spans[i].begin, match.spans[i].end);
        }
        begin = end;
        from = end > at ? end : next_character(text, end);
    }
    add_part(parts, (ptrdiff_t)begin, (ptrdiff_t)text->length);
}

/* (text, separator, limit): "" splits into characters, nothing leaves the text whole. */
static struct fw_value call_split(const struct fw_call *call)
{
    struct fw_value separator = fw_arg(call, 1);
    struct parts parts = { .call = call, .text = fw_arg_text(call, 0), .most = FW_EXPR_MAX_ITEMS };
    if (fw_arg(call, 2).kind != FW_UNDEFINED) {
        uint32_t limit = fw_js_uint32(fw_arg_number(call, 2));
        parts.most = limit < parts.most ? limit : parts.most;
    }
    if (separator.kind == FW_UNDEFINED) {
        add_part(&parts, 0, (ptrdiff_t)parts.text->length);
    } else if (separator.kind == FW_REGEXP) {
        split_at_matches(&parts, separator.regexp);
    } else {
        fw_str text = fw_js_text(call->env, separator);
        if (text->length == 0) {
            split_characters(&parts);
        } else {
            split_at_text(&parts, text);
        }
    }
    return fw_array_value(call->env->arena, parts.items, parts.count);
}

/* A pattern given as text is compiled once. */
static bool check_pattern(const struct fw_expr_env *env, struct fw_value *literal,
                          struct fw_expr_fault *fault)
{
    const char *message;
    if (literal->kind != FW_STRING) {
        return true;
    }
    const struct fw_regexp *regexp =
        fw_regexp_compile(env->arena, literal->string, fw_intern(env->strings, "", 0), &message);
    if (regexp == NULL) {
        fault->message = fw_arena_printf(env->arena, "invalid regular expression: %s", message);
        return false;
    }
    *literal = (struct fw_value){ .kind = FW_REGEXP, .regexp = regexp };
    return true;
}

static const struct fw_expr_function functions[] = {
    { .name = "regexp", .call = call_regexp, .flags = FW_EXPR_PURE, .check = check_pattern },
    { .name = "replace", .call = call_replace, .flags = FW_EXPR_PURE },
    { .name = "split", .call = call_split, .flags = FW_EXPR_PURE },
    { .name = "test", .call = call_test, .flags = FW_EXPR_PURE, .check = check_pattern },
};

const struct fw_expr_family fw_expr_pattern_functions = { functions, FW_COUNT(functions) };
