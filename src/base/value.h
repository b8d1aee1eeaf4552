/* Values as JSON, data and expressions have them, and the strings they are made of. */
#ifndef FW_BASE_VALUE_H
#define FW_BASE_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/**
 * A text that exists once in its document: two are equal exactly when their pointers are. The bytes
 * are UTF-8 and have a NUL behind them, but may hold a NUL too: use `length`.
 */
struct fw_string {
    uint32_t id;     /* 0, 1, 2, ... in the order of first sight: a dense index, same in each run */
    uint32_t length; /* bytes */
    uint32_t hash;
    char text[];
};
typedef const struct fw_string *fw_str;

/** All strings of one document. */
struct fw_strings;

/** An empty set of strings that lives in `arena`. */
struct fw_strings *fw_strings_new(struct fw_arena *arena);

/** The one string with these bytes, made on first sight. */
fw_str fw_intern(struct fw_strings *strings, const char *text, size_t length);

/** The same of a NUL-terminated text. */
fw_str fw_intern_text(struct fw_strings *strings, const char *text);

/** Whether `string` (may be NULL) has exactly the bytes of the NUL-terminated `text`. */
bool fw_str_is(fw_str string, const char *text);

enum fw_kind {
    FW_UNDEFINED, /* not there at all: zeroed memory is this */
    FW_NULL,
    FW_BOOLEAN,
    FW_NUMBER, /* NaN and infinities too */
    FW_TIME,   /* a JavaScript Date: ms since 1970-01-01T00:00Z in `number`, NaN when invalid */
    FW_STRING,
    FW_ARRAY,
    FW_OBJECT,
    FW_REGEXP, /* made and used by expressions only */
};

/** A value as JavaScript has it; small, copied freely, pointing into its document's arena. */
struct fw_value {
    enum fw_kind kind;
    union {
        bool boolean;
        double number;
        fw_str string;
        const struct fw_array *array;
        const struct fw_object *object;
        const void *regexp;
    };
};

struct fw_array {
    size_t count;
    struct fw_value *items; /* [count] */
};

/** Members in the order they were first written; no key twice. */
struct fw_object {
    size_t count;
    uint32_t origin;         /* 1 + index of the JSON node that it was read from; 0: made */
    fw_str *keys;            /* [count] */
    struct fw_value *values; /* [count] */
};

struct fw_value fw_number(double number);
struct fw_value fw_time(double time_ms);
struct fw_value fw_boolean(bool boolean);
struct fw_value fw_string(fw_str string);
struct fw_value fw_null(void);
struct fw_value fw_undefined(void);

/** The member `key` of an object value; undefined when there is none or `value` is no object. */
struct fw_value fw_member(struct fw_value value, fw_str key);
struct fw_value fw_member_text(struct fw_value value, const char *key);

/** A new array value with `count` items copied from `items` (may be NULL: all undefined). */
struct fw_value fw_array_value(struct fw_arena *arena, const struct fw_value *items, size_t count);

/** Whether a value is null or undefined, JavaScript's `== null`. */
bool fw_is_nil(struct fw_value value);

/** JavaScript's ToBoolean. */
bool fw_to_boolean(struct fw_value value);

/** JavaScript's ToNumber: null 0, undefined NaN, strings by their trimmed text, "" 0, times their ms. */
double fw_to_number(struct fw_value value);

/**
 * JavaScript's ToString, into `arena`-owned strings: shortest round-trip numbers, arrays joined by
 * commas, objects "[object Object]". A time is written like Date.prototype.toISOString.
 */
fw_str fw_to_string(struct fw_strings *strings, struct fw_value value);

/** JavaScript's `===`, but a time equals a time of the same ms, and arrays compare by content. */
bool fw_equal(struct fw_value a, struct fw_value b);

/**
 * The order of d3's `ascending` made total: nil last, then numbers, times and booleans by number,
 * then strings by UTF-16 order of code units. Returns < 0, 0, > 0. NaN stands with nil.
 */
int fw_compare(struct fw_value a, struct fw_value b);

/** A hash that is equal for values that are fw_equal. */
uint32_t fw_value_hash(struct fw_value value);

#endif
