/* What is wrong with a JSON text, in sentences to the person who wrote it. */
#include <string.h>

#include "base/utf8.h"
#include "json/scan.h"

static const char *const sentences[] = {
    [FW_FAULT_NONE] = "",
    [FW_FAULT_EMPTY] = "the text is empty: expected a JSON value",
    [FW_FAULT_VALUE] = "expected a value",
    [FW_FAULT_FIRST_KEY] = "expected a key in double quotes or '}'",
    [FW_FAULT_KEY] = "expected a key in double quotes",
    [FW_FAULT_COLON] = "expected ':' after a key",
    [FW_FAULT_MEMBER_END] = "expected a comma or '}' after a member",
    [FW_FAULT_ITEM_END] = "expected a comma or ']' after an item",
    [FW_FAULT_TRAILING_COMMA] = "nothing follows this comma",
    [FW_FAULT_TRAILING_TEXT] = "expected the end of the text after the value",
    [FW_FAULT_STRING_END] = "this string has no closing quote",
    [FW_FAULT_CONTROL] = "a control character stands in a string",
    [FW_FAULT_ESCAPE] = "unknown escape in a string",
    [FW_FAULT_UNICODE] = "'\\u' needs four hexadecimal digits",
    [FW_FAULT_SURROGATE] = "half of a surrogate pair in a string",
    [FW_FAULT_NUMBER] = "this is not how JSON writes a number",
    [FW_FAULT_DEPTH] = "too many arrays and objects in each other",
    [FW_FAULT_DUPLICATE] = "this key is there twice",
};

static const char *const hints[FW_COUNT(sentences)] = {
    [FW_FAULT_TRAILING_COMMA] = "leave the comma out",
    [FW_FAULT_TRAILING_TEXT] = "a document is one value: is there a bracket too many before this?",
    [FW_FAULT_STRING_END] = "a string ends on its own line; a line break in it is written \\n",
    [FW_FAULT_CONTROL] = "write a tab as \\t, others as \\u00XX",
    [FW_FAULT_ESCAPE] =
        "JSON knows \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX; a backslash is \\\\",
    [FW_FAULT_SURROGATE] = "write both halves, as in \\ud83d\\ude00, or the character itself",
    [FW_FAULT_NUMBER] = "write digits on both sides of the point, no '+' and no zeros in front",
};

static bool is_word_byte(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' ||
           c == '$' || c == '-';
}

/* Words of other languages where a value should stand, and what JSON has for them. */
static const struct {
    const char *word, *hint;
} words[] = {
    { "True", "JSON writes true in lower case" },
    { "TRUE", "JSON writes true in lower case" },
    { "False", "JSON writes false in lower case" },
    { "FALSE", "JSON writes false in lower case" },
    { "None", "JSON writes null" },
    { "NULL", "JSON writes null in lower case" },
    { "Null", "JSON writes null in lower case" },
    { "nil", "JSON writes null" },
    { "undefined", "JSON has no undefined: leave the key out, or write null" },
    { "NaN", "JSON has no NaN: write null" },
    { "Infinity", "JSON has no infinity: write null" },
};

static void hint_word(struct fw_diag *diag, struct fw_diagnostic *d, const char *word,
                      size_t length, bool is_key)
{
    for (size_t i = 0; !is_key && i < FW_COUNT(words); i++) {
        if (strlen(words[i].word) == length && memcmp(words[i].word, word, length) == 0) {
            fw_hint(diag, d, "%s", words[i].hint);
            return;
        }
    }
    fw_hint(diag, d, "put it in double quotes: \"%.*s\"", (int)length, word);
}

static bool wants_value(enum fw_json_fault fault)
{
    return fault == FW_FAULT_VALUE;
}

static bool wants_key(enum fw_json_fault fault)
{
    return fault == FW_FAULT_KEY || fault == FW_FAULT_FIRST_KEY;
}

/* A hint from what stands there instead. */
static void hint_found(const struct fw_json_scan *scan, struct fw_diag *diag,
                       struct fw_diagnostic *d)
{
    const char *found = scan->text + scan->fault_begin;
    size_t room = scan->end - scan->fault_begin, length = 0;
    if (room > 0 && *found == '\'') {
        fw_hint(diag, d, "JSON puts texts in double quotes, not in single ones");
    } else if (room > 1 && *found == '/' && (found[1] == '/' || found[1] == '*')) {
        fw_hint(diag, d, "JSON has no comments: leave it out, or say it in \"description\"");
    } else if (scan->depth == 0 && wants_value(scan->fault)) {
        fw_hint(diag, d, "a document begins with '{'");
    } else if (wants_value(scan->fault) || wants_key(scan->fault)) {
        while (length < room && length < FW_LIMIT_SUGGESTION && is_word_byte(found[length])) {
            length++;
        }
        if (length > 0) {
            d->place.end = d->place.begin + length;
            hint_word(diag, d, found, length, wants_key(scan->fault));
        }
    } else if (scan->fault == FW_FAULT_COLON && room > 0 && *found == '=') {
        fw_hint(diag, d, "write ':' between a key and its value");
    }
}

/* The text ends inside an array or object: says which. */
static void report_cut_off(const struct fw_json_scan *scan, struct fw_diag *diag,
                           struct fw_place place, enum fw_code code)
{
    size_t line, column, opened = scan->opened[scan->depth - 1];
    fw_source_locate(scan->source, opened, &line, &column);
    struct fw_diagnostic *d =
        fw_report(diag, place, code, "the text ends too early: %s", sentences[scan->fault]);
    fw_hint(diag, d, "the %s that begins at %zu:%zu is not closed",
            scan->text[opened] == '{' ? "object" : "array", line, column);
}

/* Moves the ends of a fault out of the middle of a character. */
static struct fw_place whole_characters(const struct fw_json_scan *scan)
{
    size_t begin = scan->fault_begin < scan->end ? scan->fault_begin : scan->end;
    size_t end = scan->fault_end < begin ? begin : scan->fault_end;
    while (end < scan->end && (scan->text[end] & 0xC0) == 0x80) {
        end++;
    }
    return (struct fw_place){ .source = scan->source, .begin = begin, .end = end };
}

void fw_json_scan_report(const struct fw_json_scan *scan, struct fw_diag *diag, enum fw_code code)
{
    struct fw_place place = whole_characters(scan);
    if (scan->fault == FW_FAULT_DUPLICATE) {
        fw_report(diag, place, FW_JSON_DUPLICATE_KEY, "duplicate key '%.*s'",
                  (int)(place.end - place.begin) - 2, scan->text + place.begin + 1);
        return;
    }
    if (scan->fault == FW_FAULT_DEPTH) {
        fw_report(diag, place, FW_JSON_LIMIT, "%s: at most %d", sentences[scan->fault],
                  scan->depth_limit);
        return;
    }
    if (scan->fault_begin >= scan->end && scan->depth > 0) {
        report_cut_off(scan, diag, place, code);
        return;
    }
    struct fw_diagnostic *d = fw_report(diag, place, code, "%s", sentences[scan->fault]);
    if (hints[scan->fault] != NULL) {
        fw_hint(diag, d, "%s", hints[scan->fault]);
    }
    hint_found(scan, diag, d);
}
