/* The tokens that V8's Date.parse cuts a text into: numbers, words, signs, spaces. */
#ifndef FW_FORMAT_DATE_TOKEN_H
#define FW_FORMAT_DATE_TOKEN_H

#include <stddef.h>

enum fw_date_token_kind {
    FW_DATE_END,
    FW_DATE_NUMBER,
    FW_DATE_SYMBOL, /* : - + . ) */
    FW_DATE_MONTH,  /* words: value 1 to 12 ... */
    FW_DATE_HALF,   /* ... am, pm: hours to add ... */
    FW_DATE_ZONE,   /* ... utc, est, z: hours ahead of UTC ... */
    FW_DATE_T,      /* ... t, before a time of day ... */
    FW_DATE_WORD,   /* ... any other */
    FW_DATE_SPACE,
    FW_DATE_OTHER, /* another sign, or text in parentheses */
};

struct fw_date_token {
    enum fw_date_token_kind kind;
    char symbol;
    int value;     /* of a number or word; digits behind the ninth significant one do not count */
    size_t length; /* bytes */
};

/** A text on its way through; `next` is the token that will be taken. */
struct fw_date_scanner {
    const char *at, *end;
    struct fw_date_token next;
};

void fw_date_scanner_init(struct fw_date_scanner *scanner, const char *text, size_t length);

/** Takes the next token; at the end of the text it is END for ever. */
struct fw_date_token fw_date_take(struct fw_date_scanner *scanner);

#endif
