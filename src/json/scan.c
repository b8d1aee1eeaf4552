/* A strict JSON tokenizer (RFC 8259) with places. */
#include "json/scan.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "base/utf8.h"

/* What the grammar allows next. */
enum state {
    WANT_VALUE,        /* the first value, or the one behind a key */
    WANT_FIRST_ITEM,   /* behind "[" */
    WANT_FIRST_KEY,    /* behind "{" */
    WANT_ITEM_COMMA,   /* behind an item */
    WANT_MEMBER_COMMA, /* behind a member */
    WANT_END,
    STOPPED,
};

void fw_json_scan_begin(struct fw_json_scan *scan, struct fw_arena *arena,
                        struct fw_strings *strings, const struct fw_source *source, size_t begin,
                        size_t end, int depth_limit)
{
    bool is_usable = depth_limit > 0 && depth_limit < FW_LIMIT_JSON_DEPTH;
    scan->arena = arena;
    scan->strings = strings;
    scan->source = source;
    scan->text = source->text;
    scan->begin = scan->at = begin;
    scan->end = end;
    scan->string_end = begin;
    scan->escaped = false;
    scan->depth = 0;
    scan->depth_limit = is_usable ? depth_limit : FW_LIMIT_JSON_DEPTH;
    scan->state = WANT_VALUE;
    scan->fault = FW_FAULT_NONE;
    scan->fault_begin = scan->fault_end = begin;
    scan->scratch = NULL;
    scan->scratch_size = 0;
    if (begin == 0 && end >= 3 && memcmp(scan->text, "\357\273\277", 3) == 0) {
        scan->at = 3; /* a byte order mark, which some editors write */
    }
}

static enum fw_token fail(struct fw_json_scan *scan, enum fw_json_fault fault, size_t begin,
                          size_t end)
{
    scan->state = STOPPED;
    scan->fault = fault;
    scan->fault_begin = begin;
    scan->fault_end = end < scan->end ? end : scan->end;
    return FW_TOKEN_FAULT;
}

static enum fw_token fail_here(struct fw_json_scan *scan, enum fw_json_fault fault)
{
    return fail(scan, fault, scan->at, scan->at + 1);
}

static char peek(const struct fw_json_scan *scan)
{
    return scan->at < scan->end ? scan->text[scan->at] : '\0';
}

static void skip_space(struct fw_json_scan *scan)
{
    const char *text = scan->text;
    size_t at = scan->at, end = scan->end;
    while (at < end &&
           (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
        at++;
    }
    scan->at = at;
}

/* Behind a value: what its parent allows. */
static void value_done(struct fw_json_scan *scan)
{
    if (scan->depth == 0) {
        scan->state = WANT_END;
    } else {
        bool in_object = scan->text[scan->opened[scan->depth - 1]] == '{';
        scan->state = in_object ? WANT_MEMBER_COMMA : WANT_ITEM_COMMA;
    }
}

/* The four hexadecimal digits at `at`, or -1. */
static long hex4(const struct fw_json_scan *scan, size_t at)
{
    if (scan->end - at < 4) {
        return -1;
    }
    long value = 0;
    for (size_t i = at; i < at + 4; i++) {
        char c = scan->text[i], low = (char)(c | 0x20);
        if (c >= '0' && c <= '9') {
            value = value * 16 + (c - '0');
        } else if (low >= 'a' && low <= 'f') {
            value = value * 16 + (low - 'a' + 10);
        } else {
            return -1;
        }
    }
    return value;
}

static bool is_high_surrogate(long unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

static bool is_low_surrogate(long unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/* Checks the escape whose backslash is at `at`; returns the byte behind it, or 0 after a fault. */
static size_t check_escape(struct fw_json_scan *scan, size_t at)
{
    char c = at + 1 < scan->end ? scan->text[at + 1] : '\0';
    if (c != '\0' && strchr("\"\\/bfnrt", c) != NULL) {
        return at + 2;
    }
    if (c != 'u') {
        fail(scan, FW_FAULT_ESCAPE, at, at + 2);
        return 0;
    }
    long unit = hex4(scan, at + 2);
    if (unit < 0) {
        fail(scan, FW_FAULT_UNICODE, at, at + 2);
        return 0;
    }
    if (is_high_surrogate(unit) && scan->end - at >= 12 && scan->text[at + 6] == '\\' &&
        scan->text[at + 7] == 'u' && is_low_surrogate(hex4(scan, at + 8))) {
        return at + 12;
    }
    if (is_high_surrogate(unit) || is_low_surrogate(unit)) {
        fail(scan, FW_FAULT_SURROGATE, at, at + 6);
        return 0;
    }
    return at + 6;
}

/* The first byte from `at` on that is a quote, a backslash or a control character. */
static size_t plain_end(const char *text, size_t at, size_t end)
{
    const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
    while (end - at >= sizeof(uint64_t)) {
        uint64_t word, quote, backslash;
        memcpy(&word, text + at, sizeof word);
        quote = word ^ (ones * '"');
        backslash = word ^ (ones * '\\');
        /* A top bit is set where a byte is 0, 0 or below 0x20, and at worst in one behind it. */
        uint64_t found = ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash) |
                         ((word - ones * 0x20) & ~word);
        if ((found & tops) != 0) {
            break;
        }
        at += sizeof word;
    }
    while (at < end && text[at] != '"' && text[at] != '\\' && (unsigned char)text[at] >= 0x20) {
        at++;
    }
    return at;
}

/* Takes a string, its opening quote at scan->at. */
static bool take_string(struct fw_json_scan *scan)
{
    scan->begin = scan->at;
    scan->escaped = false;
    size_t at = scan->at + 1;
    for (;;) {
        at = plain_end(scan->text, at, scan->end);
        if (at >= scan->end) {
            fail(scan, FW_FAULT_STRING_END, scan->begin, scan->begin + 1);
            return false;
        }
        char c = scan->text[at];
        if (c == '"') {
            scan->at = scan->string_end = at + 1;
            return true;
        }
        if (c == '\n' || c == '\r') {
            fail(scan, FW_FAULT_STRING_END, scan->begin, at);
            return false;
        }
        if (c != '\\') {
            fail(scan, FW_FAULT_CONTROL, at, at + 1);
            return false;
        }
        scan->escaped = true;
        at = check_escape(scan, at);
        if (at == 0) {
            return false;
        }
    }
}

static size_t digits_end(const struct fw_json_scan *scan, size_t at)
{
    while (at < scan->end && scan->text[at] >= '0' && scan->text[at] <= '9') {
        at++;
    }
    return at;
}

static bool is_number_byte(char c)
{
    return (c >= '0' && c <= '9') || c == '.' || c == '+' || c == '-' || (c | 0x20) == 'e' ||
           (c | 0x20) == 'x';
}

static enum fw_token fail_number(struct fw_json_scan *scan)
{
    size_t end = scan->at;
    while (end < scan->end && is_number_byte(scan->text[end])) {
        end++;
    }
    return fail(scan, FW_FAULT_NUMBER, scan->at, end > scan->at ? end : scan->at + 1);
}

static enum fw_token take_number(struct fw_json_scan *scan)
{
    const char *text = scan->text;
    size_t at = scan->at + (text[scan->at] == '-');
    size_t whole = digits_end(scan, at);
    if (whole == at || (text[at] == '0' && whole > at + 1)) {
        return fail_number(scan);
    }
    at = whole;
    if (at < scan->end && text[at] == '.') {
        size_t fraction = digits_end(scan, at + 1);
        if (fraction == at + 1) {
            return fail_number(scan);
        }
        at = fraction;
    }
    if (at < scan->end && (text[at] | 0x20) == 'e') {
        size_t digit = at + 1;
        digit += digit < scan->end && (text[digit] == '+' || text[digit] == '-');
        at = digits_end(scan, digit);
        if (at == digit) {
            return fail_number(scan);
        }
    }
    if (at < scan->end && is_number_byte(text[at])) {
        return fail_number(scan);
    }
    scan->begin = scan->at;
    scan->at = at;
    value_done(scan);
    return FW_TOKEN_NUMBER;
}

static enum fw_token take_word(struct fw_json_scan *scan, const char *word, enum fw_token token)
{
    size_t length = strlen(word);
    if (scan->end - scan->at < length || memcmp(scan->text + scan->at, word, length) != 0) {
        return fail_here(scan, FW_FAULT_VALUE);
    }
    scan->begin = scan->at;
    scan->at += length;
    value_done(scan);
    return token;
}

static enum fw_token open_nested(struct fw_json_scan *scan, enum fw_token token)
{
    if (scan->depth == scan->depth_limit) {
        return fail_here(scan, FW_FAULT_DEPTH);
    }
    scan->opened[scan->depth++] = scan->at;
    scan->begin = scan->at++;
    scan->state = token == FW_TOKEN_OBJECT ? WANT_FIRST_KEY : WANT_FIRST_ITEM;
    return token;
}

static enum fw_token close_nested(struct fw_json_scan *scan, enum fw_token token)
{
    scan->begin = scan->at++;
    scan->depth--;
    value_done(scan);
    return token;
}

static enum fw_token take_value(struct fw_json_scan *scan)
{
    char c = peek(scan);
    if (c == '"') {
        if (!take_string(scan)) {
            return FW_TOKEN_FAULT;
        }
        value_done(scan);
        return FW_TOKEN_STRING;
    }
    if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.') {
        return take_number(scan);
    }
    if (c == '{') {
        return open_nested(scan, FW_TOKEN_OBJECT);
    }
    if (c == '[') {
        return open_nested(scan, FW_TOKEN_ARRAY);
    }
    if (c == 't') {
        return take_word(scan, "true", FW_TOKEN_TRUE);
    }
    if (c == 'f') {
        return take_word(scan, "false", FW_TOKEN_FALSE);
    }
    if (c == 'n') {
        return take_word(scan, "null", FW_TOKEN_NULL);
    }
    bool is_all = scan->at >= scan->end && scan->depth == 0;
    return fail_here(scan, is_all ? FW_FAULT_EMPTY : FW_FAULT_VALUE);
}

static enum fw_token take_key(struct fw_json_scan *scan, enum fw_json_fault otherwise)
{
    if (peek(scan) != '"') {
        return fail_here(scan, otherwise);
    }
    if (!take_string(scan)) {
        return FW_TOKEN_FAULT;
    }
    skip_space(scan);
    if (peek(scan) != ':') {
        return fail_here(scan, FW_FAULT_COLON);
    }
    scan->at++;
    scan->state = WANT_VALUE;
    return FW_TOKEN_KEY;
}

/* Behind a member or an item: its parent's end, or a comma and what follows it. */
static enum fw_token take_next(struct fw_json_scan *scan, bool in_object)
{
    char c = peek(scan);
    if (c == (in_object ? '}' : ']')) {
        return close_nested(scan, in_object ? FW_TOKEN_OBJECT_END : FW_TOKEN_ARRAY_END);
    }
    if (c != ',') {
        return fail_here(scan, in_object ? FW_FAULT_MEMBER_END : FW_FAULT_ITEM_END);
    }
    size_t comma = scan->at++;
    skip_space(scan);
    c = peek(scan);
    if (c == '}' || c == ']' || c == ',') {
        return fail(scan, FW_FAULT_TRAILING_COMMA, comma, comma + 1);
    }
    return in_object ? take_key(scan, FW_FAULT_KEY) : take_value(scan);
}

enum fw_token fw_json_scan_next(struct fw_json_scan *scan)
{
    skip_space(scan);
    switch ((enum state)scan->state) {
    case WANT_VALUE:
        return take_value(scan);
    case WANT_FIRST_ITEM:
        return peek(scan) == ']' ? close_nested(scan, FW_TOKEN_ARRAY_END) : take_value(scan);
    case WANT_FIRST_KEY:
        return peek(scan) == '}' ? close_nested(scan, FW_TOKEN_OBJECT_END)
                                 : take_key(scan, FW_FAULT_FIRST_KEY);
    case WANT_ITEM_COMMA:
        return take_next(scan, false);
    case WANT_MEMBER_COMMA:
        return take_next(scan, true);
    case WANT_END:
        return scan->at >= scan->end ? FW_TOKEN_END : fail_here(scan, FW_FAULT_TRAILING_TEXT);
    case STOPPED:
        break;
    }
    return FW_TOKEN_FAULT;
}
