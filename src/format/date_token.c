/* Cutting a text into the tokens of V8's Date.parse. */
#include "format/date_token.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"

/* ---- Words ---- */

/* Months are known by their first three letters; the other words must be whole. */
static const struct {
    char text[4];
    enum fw_date_token_kind kind;
    int value;
} words[] = {
    { "jan", FW_DATE_MONTH, 1 },  { "feb", FW_DATE_MONTH, 2 },  { "mar", FW_DATE_MONTH, 3 },
    { "apr", FW_DATE_MONTH, 4 },  { "may", FW_DATE_MONTH, 5 },  { "jun", FW_DATE_MONTH, 6 },
    { "jul", FW_DATE_MONTH, 7 },  { "aug", FW_DATE_MONTH, 8 },  { "sep", FW_DATE_MONTH, 9 },
    { "oct", FW_DATE_MONTH, 10 }, { "nov", FW_DATE_MONTH, 11 }, { "dec", FW_DATE_MONTH, 12 },
    { "am", FW_DATE_HALF, 0 },    { "pm", FW_DATE_HALF, 12 },   { "ut", FW_DATE_ZONE, 0 },
    { "utc", FW_DATE_ZONE, 0 },   { "z", FW_DATE_ZONE, 0 },     { "gmt", FW_DATE_ZONE, 0 },
    { "cdt", FW_DATE_ZONE, -5 },  { "cst", FW_DATE_ZONE, -6 },  { "edt", FW_DATE_ZONE, -4 },
    { "est", FW_DATE_ZONE, -5 },  { "mdt", FW_DATE_ZONE, -6 },  { "mst", FW_DATE_ZONE, -7 },
    { "pdt", FW_DATE_ZONE, -7 },  { "pst", FW_DATE_ZONE, -8 },  { "t", FW_DATE_T, 0 },
};

/* Sets kind and value of a word by its first letters, in lower case. */
static void classify(struct fw_date_token *token, const char first[4])
{
    token->kind = FW_DATE_WORD;
    for (size_t i = 0; i < FW_COUNT(words); i++) {
        bool whole = token->length <= 3 || words[i].kind == FW_DATE_MONTH;
        if (whole && memcmp(words[i].text, first, sizeof words[i].text) == 0) {
            token->kind = words[i].kind;
            token->value = words[i].value;
            return;
        }
    }
}

/* ---- Characters ---- */

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* The length of a space of JavaScript's beyond ASCII, or 0. */
static size_t wide_space_length(const char *at, const char *end)
{
    static const char *const wide[] = { "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002",
                                        "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
                                        "\u2008", "\u2009", "\u200a", "\u2028", "\u2029",
                                        "\u202f", "\u205f", "\u3000", "\ufeff" };
    for (size_t i = 0; i < FW_COUNT(wide); i++) {
        size_t length = strlen(wide[i]);
        if ((size_t)(end - at) >= length && memcmp(at, wide[i], length) == 0) {
            return length;
        }
    }
    return 0;
}

static size_t space_length(const char *at, const char *end)
{
    if ((unsigned char)*at >= 0x80) {
        return wide_space_length(at, end);
    }
    return *at == ' ' || (*at >= '\t' && *at <= '\r') ? 1 : 0;
}

/* What V8 takes for a letter: everything from 'A' on. */
static bool is_letter(const struct fw_date_scanner *scanner)
{
    return scanner->at < scanner->end && (unsigned char)*scanner->at >= 'A' &&
           space_length(scanner->at, scanner->end) == 0;
}

/* ---- Tokens ---- */

enum { MOST_DIGITS = 9 };

static struct fw_date_token scan_number(struct fw_date_scanner *scanner)
{
    struct fw_date_token token = { .kind = FW_DATE_NUMBER };
    const char *first = scanner->at;
    while (scanner->at < scanner->end && *scanner->at == '0') {
        scanner->at++;
    }
    for (int digits = 0; scanner->at < scanner->end && is_digit(*scanner->at); scanner->at++) {
        if (digits < MOST_DIGITS) {
            token.value = token.value * 10 + (*scanner->at - '0');
            digits++;
        }
    }
    token.length = (size_t)(scanner->at - first);
    return token;
}

static struct fw_date_token scan_word(struct fw_date_scanner *scanner)
{
    struct fw_date_token token = { .length = 0 };
    char first[4] = "";
    for (; is_letter(scanner); scanner->at++) {
        if (token.length < 3) {
            first[token.length] = lower(*scanner->at);
        }
        token.length++;
    }
    classify(&token, first);
    return token;
}

/* Behind the parenthesis that closes the one here, or to the end. */
static void skip_parentheses(struct fw_date_scanner *scanner)
{
    size_t depth = 0;
    do {
        depth += *scanner->at == '(' ? 1 : 0;
        depth -= *scanner->at == ')' ? 1 : 0;
        scanner->at++;
    } while (depth > 0 && scanner->at < scanner->end);
}

static struct fw_date_token scan(struct fw_date_scanner *scanner)
{
    if (scanner->at >= scanner->end) {
        return (struct fw_date_token){ .kind = FW_DATE_END };
    }
    char byte = *scanner->at;
    if (is_digit(byte)) {
        return scan_number(scanner);
    }
    if (byte == ':' || byte == '-' || byte == '+' || byte == '.' || byte == ')') {
        scanner->at++;
        return (struct fw_date_token){ .kind = FW_DATE_SYMBOL, .symbol = byte, .length = 1 };
    }
    if (is_letter(scanner)) {
        return scan_word(scanner);
    }
    size_t space = space_length(scanner->at, scanner->end);
    if (space > 0) {
        scanner->at += space;
        return (struct fw_date_token){ .kind = FW_DATE_SPACE, .length = space };
    }
    if (byte == '(') {
        skip_parentheses(scanner);
    } else {
        scanner->at++;
    }
    return (struct fw_date_token){ .kind = FW_DATE_OTHER };
}

void fw_date_scanner_init(struct fw_date_scanner *scanner, const char *text, size_t length)
{
    scanner->at = text;
    scanner->end = text + length;
    scanner->next = scan(scanner);
}

struct fw_date_token fw_date_take(struct fw_date_scanner *scanner)
{
    struct fw_date_token token = scanner->next;
    scanner->next = scan(scanner);
    return token;
}
