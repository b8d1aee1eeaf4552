/* From tokens to values: one value as a tree, an array of objects row by row. */
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "base/utf8.h"
#include "json/scan.h"

double fw_json_scan_number(const struct fw_json_scan *scan)
{
    double number = NAN;
    const char *after;
    fw_decimal_parse(scan->text + scan->begin, scan->text + scan->at, &number, &after);
    return number;
}

static unsigned hex_value(char c)
{
    return c <= '9' ? (unsigned)(c - '0') : (unsigned)((c | 0x20) - 'a') + 10;
}

static uint32_t unit_at(const char *hex)
{
    return hex_value(hex[0]) << 12 | hex_value(hex[1]) << 8 | hex_value(hex[2]) << 4 |
           hex_value(hex[3]);
}

/* Writes what the escape at `at` (checked by the tokenizer) stands for; returns the byte behind it.
 */
static const char *resolve_escape(const char *at, char **out)
{
    static const char names[] = "\"\\/bfnrt", bytes[] = "\"\\/\b\f\n\r\t";
    if (at[1] != 'u') {
        *(*out)++ = bytes[strchr(names, at[1]) - names];
        return at + 2;
    }
    uint32_t unit = unit_at(at + 2);
    at += 6;
    if (unit >= 0xD800 && unit <= 0xDBFF) {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (unit_at(at + 2) - 0xDC00);
        at += 6;
    }
    *out += fw_utf8_put(unit, *out);
    return at;
}

const char *fw_json_scan_text(struct fw_json_scan *scan, size_t *length)
{
    const char *begin = scan->text + scan->begin + 1, *end = scan->text + scan->string_end - 1;
    *length = (size_t)(end - begin);
    if (!scan->escaped) {
        return begin;
    }
    if (scan->scratch_size < *length) { /* what is resolved is never longer */
        scan->scratch_size = *length * 2;
        scan->scratch = fw_arena_alloc(scan->arena, scan->scratch_size);
    }
    char *out = scan->scratch;
    while (begin < end) {
        if (*begin == '\\') {
            begin = resolve_escape(begin, &out);
        } else {
            *out++ = *begin++;
        }
    }
    *length = (size_t)(out - scan->scratch);
    return scan->scratch;
}

fw_str fw_json_scan_string(struct fw_json_scan *scan)
{
    size_t length;
    const char *text = fw_json_scan_text(scan, &length);
    return fw_intern(scan->strings, text, length);
}

bool fw_json_scan_skip(struct fw_json_scan *scan, enum fw_token token)
{
    int depth = scan->depth - (token == FW_TOKEN_OBJECT || token == FW_TOKEN_ARRAY);
    while (token != FW_TOKEN_FAULT && scan->depth > depth) {
        token = fw_json_scan_next(scan);
    }
    return token != FW_TOKEN_FAULT;
}

static bool fail_duplicate(struct fw_json_scan *scan, size_t begin, size_t end)
{
    scan->fault = FW_FAULT_DUPLICATE;
    scan->fault_begin = begin;
    scan->fault_end = end;
    return false;
}

static bool scan_array(struct fw_json_scan *scan, struct fw_value *value)
{
    struct fw_value *items = NULL;
    size_t count = 0, capacity = 0;
    enum fw_token token;
    while ((token = fw_json_scan_next(scan)) != FW_TOKEN_ARRAY_END) {
        FW_RESERVE(scan->arena, items, count, capacity);
        if (!fw_json_scan_value(scan, token, &items[count++])) {
            return false;
        }
    }
    struct fw_array *array = FW_NEW(scan->arena, struct fw_array);
    *array = (struct fw_array){ .count = count, .items = items };
    *value = (struct fw_value){ .kind = FW_ARRAY, .array = array };
    return true;
}

/* Whether `key` is among the keys. An object of more than a few members asks a set of their ids. */
struct key_set {
    uint32_t *slots; /* id + 1, open addressing; NULL while the object is small */
    size_t capacity;
};

enum { SMALL_OBJECT = 16 };

static void key_set_put(struct key_set *set, uint32_t id)
{
    size_t slot = (id * 2654435761u) & (set->capacity - 1);
    while (set->slots[slot] != 0) {
        slot = (slot + 1) & (set->capacity - 1);
    }
    set->slots[slot] = id + 1;
}

static bool key_set_has(const struct key_set *set, const fw_str *keys, size_t count, fw_str key)
{
    if (set->slots == NULL) {
        for (size_t i = 0; i < count; i++) {
            if (keys[i] == key) {
                return true;
            }
        }
        return false;
    }
    size_t slot = (key->id * 2654435761u) & (set->capacity - 1);
    while (set->slots[slot] != 0) {
        if (set->slots[slot] == key->id + 1) {
            return true;
        }
        slot = (slot + 1) & (set->capacity - 1);
    }
    return false;
}

/* Adds the last of the `count` keys. */
static void key_set_add(struct fw_arena *arena, struct key_set *set, const fw_str *keys,
                        size_t count)
{
    if (count < SMALL_OBJECT) {
        return;
    }
    if (count * 2 <= set->capacity) {
        key_set_put(set, keys[count - 1]->id);
        return;
    }
    set->capacity = set->capacity == 0 ? SMALL_OBJECT * 4 : set->capacity * 2;
    set->slots = FW_NEW_ARRAY(arena, set->capacity, uint32_t);
    for (size_t i = 0; i < count; i++) {
        key_set_put(set, keys[i]->id);
    }
}

static bool scan_object(struct fw_json_scan *scan, struct fw_value *value)
{
    struct fw_object *object = FW_NEW(scan->arena, struct fw_object);
    struct key_set set = { 0 };
    size_t count = 0, capacity = 0;
    enum fw_token token;
    while ((token = fw_json_scan_next(scan)) != FW_TOKEN_OBJECT_END) {
        if (token == FW_TOKEN_FAULT) {
            return false;
        }
        fw_str key = fw_json_scan_string(scan);
        if (key_set_has(&set, object->keys, count, key)) {
            return fail_duplicate(scan, scan->begin, scan->string_end);
        }
        size_t value_capacity = capacity;
        FW_RESERVE(scan->arena, object->keys, count, capacity);
        FW_RESERVE(scan->arena, object->values, count, value_capacity);
        object->keys[count] = key;
        token = fw_json_scan_next(scan);
        if (!fw_json_scan_value(scan, token, &object->values[count])) {
            return false;
        }
        key_set_add(scan->arena, &set, object->keys, ++count);
    }
    object->count = count;
    *value = (struct fw_value){ .kind = FW_OBJECT, .object = object };
    return true;
}

/* Recursion is bounded: the tokenizer refuses what is deeper than its limit. */
bool fw_json_scan_value(struct fw_json_scan *scan, enum fw_token token, struct fw_value *value)
{
    switch (token) {
    case FW_TOKEN_OBJECT:
        return scan_object(scan, value);
    case FW_TOKEN_ARRAY:
        return scan_array(scan, value);
    case FW_TOKEN_STRING:
        *value = fw_string(fw_json_scan_string(scan));
        return true;
    case FW_TOKEN_NUMBER:
        *value = fw_number(fw_json_scan_number(scan));
        return true;
    case FW_TOKEN_TRUE:
    case FW_TOKEN_FALSE:
        *value = fw_boolean(token == FW_TOKEN_TRUE);
        return true;
    case FW_TOKEN_NULL:
        *value = fw_null();
        return true;
    case FW_TOKEN_OBJECT_END:
    case FW_TOKEN_ARRAY_END:
    case FW_TOKEN_KEY:
    case FW_TOKEN_END:
    case FW_TOKEN_FAULT:
        break;
    }
    return false;
}

/* The columns seen so far. Rows mostly repeat the keys of the row before, in its order. */
struct columns {
    fw_str *keys;     /* [count], by column */
    size_t *last_row; /* [count]: 1 + the row that had the column last: finds keys written twice */
    size_t count, capacity;
    uint32_t *by_id; /* 1 + column by string id; 0: none */
    size_t by_id_size;
};

static bool is_key(const struct fw_json_scan *scan, fw_str key)
{
    size_t length = scan->string_end - scan->begin - 2;
    return !scan->escaped && key->length == length &&
           memcmp(key->text, scan->text + scan->begin + 1, length) == 0;
}

static size_t add_column(struct fw_json_scan *scan, struct columns *columns, fw_str key)
{
    size_t row_capacity = columns->capacity;
    FW_RESERVE(scan->arena, columns->keys, columns->count, columns->capacity);
    FW_RESERVE(scan->arena, columns->last_row, columns->count, row_capacity);
    columns->keys[columns->count] = key;
    if (key->id >= columns->by_id_size) {
        size_t size = columns->by_id_size;
        columns->by_id_size = ((size_t)key->id + 1) * 2;
        columns->by_id = fw_arena_grow(scan->arena, columns->by_id, size, columns->by_id_size,
                                       sizeof *columns->by_id);
    }
    columns->by_id[key->id] = (uint32_t)++columns->count;
    return columns->count - 1;
}

/* The column of the key just read; `expected` is the one behind that of the key before it. */
static bool find_column(struct fw_json_scan *scan, struct columns *columns,
                        const struct fw_json_sink *sink, size_t expected, size_t *column)
{
    if (expected < columns->count && is_key(scan, columns->keys[expected])) {
        *column = expected;
        return true;
    }
    fw_str key = fw_json_scan_string(scan);
    if (key->id < columns->by_id_size && columns->by_id[key->id] != 0) {
        *column = columns->by_id[key->id] - 1;
        return true;
    }
    *column = add_column(scan, columns, key);
    return sink->column(sink->context, *column, key);
}

static bool scan_row(struct fw_json_scan *scan, struct columns *columns,
                     const struct fw_json_sink *sink, size_t row)
{
    size_t column = SIZE_MAX;
    enum fw_token token;
    while ((token = fw_json_scan_next(scan)) != FW_TOKEN_OBJECT_END) {
        if (token == FW_TOKEN_FAULT || !find_column(scan, columns, sink, column + 1, &column)) {
            return false;
        }
        if (columns->last_row[column] == row + 1) {
            return fail_duplicate(scan, scan->begin, scan->string_end);
        }
        columns->last_row[column] = row + 1;
        struct fw_value value;
        token = fw_json_scan_next(scan);
        if (!fw_json_scan_value(scan, token, &value) ||
            !sink->cell(sink->context, row, column, value)) {
            return false;
        }
    }
    return true;
}

bool fw_json_scan_rows(struct fw_json_scan *scan, const struct fw_json_sink *sink, size_t *rows)
{
    struct columns columns = { 0 };
    enum fw_token token;
    *rows = 0;
    while ((token = fw_json_scan_next(scan)) != FW_TOKEN_ARRAY_END) {
        struct fw_value value;
        bool is_good = token == FW_TOKEN_OBJECT ? scan_row(scan, &columns, sink, *rows)
                                                : fw_json_scan_value(scan, token, &value) &&
                                                      sink->item(sink->context, *rows, value);
        if (!is_good) {
            return false;
        }
        (*rows)++;
    }
    return true;
}
