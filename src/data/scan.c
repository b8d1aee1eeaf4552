/* JSON text to values and rows, without nodes in between: for data, where a spec's places are not
 * needed. */
#include "data/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "data/rows.h"

void fw_scan_finish(struct fw_scan *scan)
{
    fw_bytes_finish(&scan->text);
    free(scan->stack);
    scan->stack = NULL;
}

static bool fail(struct fw_scan *scan, const char *fault)
{
    scan->fault = fault;
    return false;
}

void fw_scan_space(struct fw_scan *scan)
{
    while (scan->p < scan->end &&
           (*scan->p == ' ' || *scan->p == '\n' || *scan->p == '\t' || *scan->p == '\r')) {
        scan->p++;
    }
}

/** Skips `byte` and white space before it; false when something else stands there. */
static bool accept(struct fw_scan *scan, char byte)
{
    fw_scan_space(scan);
    if (scan->p < scan->end && *scan->p == byte) {
        scan->p++;
        return true;
    }
    return false;
}

/* ---- strings ------------------------------------------------------------------------------ */

static bool scan_hex(struct fw_scan *scan, uint32_t *unit)
{
    if (scan->end - scan->p < 4) {
        return fail(scan, "'\\u' without four hexadecimal digits");
    }
    *unit = 0;
    for (int i = 0; i < 4; i++) {
        char c = *scan->p++;
        uint32_t digit = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
                         : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                         : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10)
                                                : 16;
        if (digit == 16) {
            return fail(scan, "'\\u' without four hexadecimal digits");
        }
        *unit = *unit * 16 + digit;
    }
    return true;
}

/** Reads what follows "\u"; a surrogate pair is one code point, half of one is U+FFFD. */
static bool scan_unicode(struct fw_scan *scan)
{
    uint32_t code, low;
    if (!scan_hex(scan, &code)) {
        return false;
    }
    if (code >= 0xD800 && code <= 0xDBFF && scan->end - scan->p >= 6 && scan->p[0] == '\\' &&
        scan->p[1] == 'u') {
        const char *back = scan->p;
        scan->p += 2;
        if (!scan_hex(scan, &low)) {
            return false;
        }
        if (low >= 0xDC00 && low <= 0xDFFF) {
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        } else {
            scan->p = back;
        }
    }
    char bytes[4];
    fw_bytes_append(&scan->text, bytes, fw_utf8_put(code, bytes));
    return true;
}

static bool scan_escape(struct fw_scan *scan)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    const char *found = scan->p < scan->end ? memchr(from, *scan->p, sizeof from - 1) : NULL;
    if (found != NULL) {
        fw_bytes_put(&scan->text, to[found - from]);
        scan->p++;
        return true;
    }
    if (scan->p < scan->end && *scan->p == 'u') {
        scan->p++;
        return scan_unicode(scan);
    }
    return fail(scan, "a backslash that escapes nothing");
}

/** The first byte from p on that ends a plain run of a string. */
static const char *plain_end(const struct fw_scan *scan)
{
    const char *p = scan->p;
    while (p < scan->end && *p != '"' && *p != '\\' && (unsigned char)*p >= 0x20) {
        p++;
    }
    return p;
}

/** Reads a string from behind its opening quote. */
static bool scan_string(struct fw_scan *scan, fw_str *string)
{
    const char *begin = scan->p;
    scan->p = plain_end(scan);
    if (scan->p < scan->end && *scan->p == '"') {
        *string = fw_intern(scan->strings, begin, (size_t)(scan->p++ - begin));
        return true;
    }
    scan->text.length = 0;
    for (;;) {
        fw_bytes_append(&scan->text, begin, (size_t)(scan->p - begin));
        if (scan->p >= scan->end) {
            return fail(scan, "a string without its closing quote");
        }
        if (*scan->p == '"') {
            scan->p++;
            *string = fw_intern(scan->strings, scan->text.data, scan->text.length);
            return true;
        }
        if (*scan->p != '\\') {
            return fail(scan, "a control character inside a string");
        }
        scan->p++;
        if (!scan_escape(scan)) {
            return false;
        }
        begin = scan->p;
        scan->p = plain_end(scan);
    }
}

/* ---- numbers and words -------------------------------------------------------------------- */

/** JSON's numbers are a little narrower than fw_decimal_parse's: no '+', no leading 0 or point. */
static bool scan_number(struct fw_scan *scan, struct fw_value *value)
{
    const char *digits = *scan->p == '-' ? scan->p + 1 : scan->p;
    bool starts = digits < scan->end && *digits >= '0' && *digits <= '9';
    bool zero =
        starts && *digits == '0' && digits + 1 < scan->end && digits[1] >= '0' && digits[1] <= '9';
    double number;
    const char *after;
    if (!starts || zero || !fw_decimal_parse(scan->p, scan->end, &number, &after) ||
        after[-1] == '.') {
        return fail(scan, "no JSON value");
    }
    scan->p = after;
    *value = fw_number(number);
    return true;
}

static bool scan_word(struct fw_scan *scan, struct fw_value *value)
{
    static const struct {
        const char *text;
        size_t length;
        enum fw_kind kind;
        bool boolean;
    } words[] = {
        { "true", 4, FW_BOOLEAN, true },
        { "false", 5, FW_BOOLEAN, false },
        { "null", 4, FW_NULL, false },
    };
    for (size_t i = 0; i < FW_COUNT(words); i++) {
        if ((size_t)(scan->end - scan->p) >= words[i].length &&
            memcmp(scan->p, words[i].text, words[i].length) == 0) {
            scan->p += words[i].length;
            *value = words[i].kind == FW_NULL ? fw_null() : fw_boolean(words[i].boolean);
            return true;
        }
    }
    return fail(scan, "no JSON value");
}

/* ---- arrays and objects ------------------------------------------------------------------- */

static void push(struct fw_scan *scan, struct fw_value value)
{
    if (scan->top == scan->room) {
        scan->room = scan->room == 0 ? 256 : scan->room * 2;
        scan->stack = realloc(scan->stack, scan->room * sizeof *scan->stack);
        if (scan->stack == NULL) {
            fw_out_of_memory();
        }
    }
    scan->stack[scan->top++] = value;
}

static bool enter(struct fw_scan *scan)
{
    scan->p++;
    return ++scan->depth <= FW_LIMIT_JSON_DEPTH || fail(scan, "arrays and objects nested too deep");
}

static bool scan_array(struct fw_scan *scan, struct fw_value *value)
{
    size_t base = scan->top;
    if (!enter(scan)) {
        return false;
    }
    if (!accept(scan, ']')) {
        do {
            struct fw_value item;
            if (!fw_scan_value(scan, &item)) {
                return false;
            }
            push(scan, item);
        } while (accept(scan, ','));
        if (!accept(scan, ']')) {
            return fail(scan, "',' or ']' missing in an array");
        }
    }
    size_t count = scan->top - base;
    *value = fw_array_value(scan->arena, count > 0 ? scan->stack + base : NULL, count);
    scan->top = base;
    scan->depth--;
    return true;
}

/** Reads a key and its colon. */
static bool scan_key(struct fw_scan *scan, fw_str *key)
{
    if (!accept(scan, '"')) {
        return fail(scan, "a key in quotes missing in an object");
    }
    if (!scan_string(scan, key)) {
        return false;
    }
    return accept(scan, ':') || fail(scan, "':' missing behind a key");
}

/** Makes an object of `count` pairs of key and value; of a key that is there twice the last value
 * counts. */
static struct fw_value make_object(struct fw_scan *scan, const struct fw_value *pairs, size_t count)
{
    struct fw_object *object = FW_NEW(scan->arena, struct fw_object);
    object->keys = FW_NEW_ARRAY(scan->arena, count, fw_str);
    object->values = FW_NEW_ARRAY(scan->arena, count, struct fw_value);
    size_t slots = 1;
    while (slots < count * 2) {
        slots *= 2;
    }
    uint32_t *table = calloc(slots, sizeof *table); /* member + 1 by hash of its key */
    if (table == NULL) {
        fw_out_of_memory();
    }
    for (size_t i = 0; i < count; i++) {
        fw_str key = pairs[2 * i].string;
        size_t slot = key->hash & (slots - 1);
        while (table[slot] != 0 && object->keys[table[slot] - 1] != key) {
            slot = (slot + 1) & (slots - 1);
        }
        if (table[slot] == 0) {
            object->keys[object->count++] = key;
            table[slot] = (uint32_t)object->count;
        } else if (scan->duplicate == NULL) {
            scan->duplicate = key->text;
        }
        object->values[table[slot] - 1] = pairs[2 * i + 1];
    }
    free(table);
    return (struct fw_value){ .kind = FW_OBJECT, .object = object };
}

static bool scan_object(struct fw_scan *scan, struct fw_value *value)
{
    size_t base = scan->top;
    if (!enter(scan)) {
        return false;
    }
    if (!accept(scan, '}')) {
        do {
            fw_str key;
            struct fw_value member;
            if (!scan_key(scan, &key) || !fw_scan_value(scan, &member)) {
                return false;
            }
            push(scan, fw_string(key));
            push(scan, member);
        } while (accept(scan, ','));
        if (!accept(scan, '}')) {
            return fail(scan, "',' or '}' missing in an object");
        }
    }
    *value = make_object(scan, scan->stack + base, (scan->top - base) / 2);
    scan->top = base;
    scan->depth--;
    return true;
}

bool fw_scan_value(struct fw_scan *scan, struct fw_value *value)
{
    fw_scan_space(scan);
    if (scan->p >= scan->end) {
        return fail(scan, "the text ends before its value does");
    }
    switch (*scan->p) {
    case '{':
        return scan_object(scan, value);
    case '[':
        return scan_array(scan, value);
    case '"': {
        fw_str string;
        scan->p++;
        if (!scan_string(scan, &string)) {
            return false;
        }
        *value = fw_string(string);
        return true;
    }
    case 't':
    case 'f':
    case 'n':
        return scan_word(scan, value);
    default: /* any other byte starts a number or nothing */
        return scan_number(scan, value);
    }
}

/* ---- rows --------------------------------------------------------------------------------- */

/** The column of the key at p, which is behind the opening quote. */
static bool scan_column(struct fw_scan *scan, struct fw_rows *rows, size_t expected, size_t *column)
{
    if (expected < rows->count) {
        fw_str name = rows->builders[expected].name;
        if ((size_t)(scan->end - scan->p) > name->length &&
            memcmp(scan->p, name->text, name->length) == 0 && scan->p[name->length] == '"') {
            scan->p += name->length + 1;
            *column = expected;
            return true;
        }
    }
    fw_str key;
    if (!scan_string(scan, &key)) {
        return false;
    }
    *column = fw_rows_column(rows, key, expected);
    if (rows->count > FW_LIMIT_COLUMNS) {
        return fail(scan, "more columns than a table may have");
    }
    return true;
}

/** Reads one object as a row. */
static bool scan_row(struct fw_scan *scan, struct fw_rows *rows, size_t row)
{
    size_t column = 0, expected = 0;
    scan->p++;
    if (accept(scan, '}')) {
        return true;
    }
    do {
        struct fw_value value;
        if (!accept(scan, '"')) {
            return fail(scan, "a key in quotes missing in an object");
        }
        if (!scan_column(scan, rows, expected, &column)) {
            return false;
        }
        if (!accept(scan, ':')) {
            return fail(scan, "':' missing behind a key");
        }
        if (!fw_scan_value(scan, &value)) {
            return false;
        }
        struct fw_builder *builder = &rows->builders[column];
        if (builder->rows > row && scan->duplicate == NULL) {
            scan->duplicate = builder->name->text;
        }
        fw_builder_put(builder, row, value);
        expected = column + 1;
    } while (accept(scan, ','));
    return accept(scan, '}') || fail(scan, "',' or '}' missing in an object");
}

static bool scan_item(struct fw_scan *scan, struct fw_rows *rows, size_t row)
{
    fw_scan_space(scan);
    if (row >= FW_LIMIT_ROWS) {
        return fail(scan, "more rows than a table may have");
    }
    if (scan->p < scan->end && *scan->p == '{') {
        return scan_row(scan, rows, row);
    }
    struct fw_value value;
    if (!fw_scan_value(scan, &value)) {
        return false;
    }
    fw_rows_put(rows, row, value);
    return true;
}

const struct fw_table *fw_scan_rows(struct fw_scan *scan)
{
    struct fw_rows rows = { .arena = scan->arena, .strings = scan->strings };
    size_t count = 0;
    bool good = accept(scan, '[') || fail(scan, "no array of rows");
    if (good && !accept(scan, ']')) {
        do {
            good = scan_item(scan, &rows, count);
            count += good;
        } while (good && accept(scan, ','));
        if (good && !accept(scan, ']')) {
            good = fail(scan, "',' or ']' missing in an array");
        }
    }
    const struct fw_table *table = fw_rows_finish(&rows, count);
    return good ? table : NULL;
}
