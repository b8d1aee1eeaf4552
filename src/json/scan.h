/* A strict JSON tokenizer with places: what reads specs, and rows of data without a node for each
 * value. */
#ifndef FW_JSON_SCAN_H
#define FW_JSON_SCAN_H

#include "base/diag.h"
#include "base/limits.h"
#include "base/value.h"

enum fw_token {
    FW_TOKEN_OBJECT,     /* "{" */
    FW_TOKEN_OBJECT_END, /* "}" */
    FW_TOKEN_ARRAY,      /* "[" */
    FW_TOKEN_ARRAY_END,  /* "]" */
    FW_TOKEN_KEY,        /* a member's name; its colon is taken with it */
    FW_TOKEN_STRING,
    FW_TOKEN_NUMBER,
    FW_TOKEN_TRUE,
    FW_TOKEN_FALSE,
    FW_TOKEN_NULL,
    FW_TOKEN_END,   /* behind the value: nothing but white space was left */
    FW_TOKEN_FAULT, /* not JSON: fw_json_scan_report says why */
};

/** What is wrong with a text; the sentences are in fault.c. */
enum fw_json_fault {
    FW_FAULT_NONE,
    FW_FAULT_EMPTY,          /* no value at all */
    FW_FAULT_VALUE,          /* a value should begin here */
    FW_FAULT_FIRST_KEY,      /* a key or "}" should stand here */
    FW_FAULT_KEY,            /* a key should stand here: behind a comma */
    FW_FAULT_COLON,          /* behind a key */
    FW_FAULT_MEMBER_END,     /* a comma or "}" should stand here */
    FW_FAULT_ITEM_END,       /* a comma or "]" should stand here */
    FW_FAULT_TRAILING_COMMA, /* a comma with no member or item behind it */
    FW_FAULT_TRAILING_TEXT,  /* something behind the value */
    FW_FAULT_STRING_END,     /* a string without its closing quote */
    FW_FAULT_CONTROL,        /* a control character in a string */
    FW_FAULT_ESCAPE,         /* "\x" */
    FW_FAULT_UNICODE,        /* "\u" without four hexadecimal digits */
    FW_FAULT_SURROGATE,      /* half a pair */
    FW_FAULT_NUMBER,         /* "01", "1.", ".5", "+1", "1e" */
    FW_FAULT_DEPTH,          /* too many arrays and objects in each other */
    FW_FAULT_DUPLICATE,      /* a key that the object has already: rows and values only */
};

/**
 * The scanner; a plain struct on the stack, nothing to free. The last token is bytes `begin` to
 * `at` of the source's text (a key's to `string_end`). Members are for reading only.
 */
struct fw_json_scan {
    struct fw_arena *arena;
    struct fw_strings *strings;
    const struct fw_source *source;
    const char *text;
    size_t begin, at, end;
    size_t string_end; /* behind the closing quote of the last key or string */
    bool escaped;      /* the last key or string has a backslash in it */
    int depth, depth_limit;
    int state;                          /* what may come next: see scan.c */
    size_t opened[FW_LIMIT_JSON_DEPTH]; /* where the open arrays and objects begin */
    enum fw_json_fault fault;
    size_t fault_begin, fault_end;
    char *scratch; /* for strings with escapes */
    size_t scratch_size;
};

/**
 * Starts at byte `begin` of `source`, whose text is UTF-8 (see fw_utf8_check), to read the one
 * value up to byte `end`; white space around it is fine. `depth_limit` 0 is FW_LIMIT_JSON_DEPTH,
 * the most there is.
 */
void fw_json_scan_begin(struct fw_json_scan *scan, struct fw_arena *arena,
                        struct fw_strings *strings, const struct fw_source *source, size_t begin,
                        size_t end, int depth_limit);

/** The next token. After FW_TOKEN_END and FW_TOKEN_FAULT it gives the same again. */
enum fw_token fw_json_scan_next(struct fw_json_scan *scan);

/** The number that the last token is; huge ones are infinite. */
double fw_json_scan_number(const struct fw_json_scan *scan);

/** The text, escapes resolved, of the last token, a key or string; valid until the next call. */
const char *fw_json_scan_text(struct fw_json_scan *scan, size_t *length);
fw_str fw_json_scan_string(struct fw_json_scan *scan);

/**
 * Reads the value that `token`, just given by fw_json_scan_next, begins: as a tree, or only past
 * it. False: a fault. Objects have no origin; of a key written twice it is a fault.
 */
bool fw_json_scan_value(struct fw_json_scan *scan, enum fw_token token, struct fw_value *value);
bool fw_json_scan_skip(struct fw_json_scan *scan, enum fw_token token);

/** Takes the rows of fw_json_scan_rows. All members are needed. */
struct fw_json_sink {
    void *context;
    /* A key of no row before; it is column 0, 1, 2, ... in the order of first sight. False stops.
     */
    bool (*column)(void *context, size_t column, fw_str key);
    /* One cell. Rows count up from 0; a row that lacks a column gives no call for it. False stops.
     */
    bool (*cell)(void *context, size_t row, size_t column, struct fw_value value);
    /* An item that is no object. False stops. */
    bool (*item)(void *context, size_t row, struct fw_value value);
};

/**
 * Reads an array of objects row by row; `token` was just given by fw_json_scan_next and is
 * FW_TOKEN_ARRAY.
 * `*rows` gets the number of items. False: a fault (scan->fault), or the sink stopped it.
 */
bool fw_json_scan_rows(struct fw_json_scan *scan, const struct fw_json_sink *sink, size_t *rows);

/** Reports scan->fault with its place and a hint, as a fault of `code` (of a spec or of data). */
void fw_json_scan_report(const struct fw_json_scan *scan, struct fw_diag *diag, enum fw_code code);

#endif
