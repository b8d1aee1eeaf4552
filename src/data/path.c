/* Field paths: "a.b", "a['b']", "a[0]", "a\.b" to keys, and the nested columns they name. */
#include "data/table.h"

#include <string.h>

/** Where a walk along a path is. The rules are those of vega-util's splitAccessPath. */
struct walk {
    struct fw_arena *arena;
    struct fw_strings *strings;
    char *text; /* the key so far, escapes removed; room for the whole path */
    size_t length;
    fw_str *keys;
    size_t count, capacity;
};

static void push_key(struct walk *walk)
{
    FW_RESERVE(walk->arena, walk->keys, walk->count, walk->capacity);
    walk->keys[walk->count++] = fw_intern(walk->strings, walk->text, walk->length);
    walk->length = 0;
}

/** Reads "'key'" or '"key"' at `p`, up to and with the closing quote; NULL when there is none. */
static const char *read_quoted(struct walk *walk, const char *p)
{
    char quote = *p++;
    for (; *p != '\0' && *p != quote; p++) {
        if (*p == '\\' && p[1] != '\0') {
            p++;
        }
        walk->text[walk->length++] = *p;
    }
    return *p == quote ? p + 1 : NULL;
}

/** Reads the inside of brackets from behind '[' to behind ']'; NULL when it does not end. */
static const char *read_bracket(struct walk *walk, const char *p)
{
    if (*p == '\'' || *p == '"') {
        p = read_quoted(walk, p);
        while (p != NULL && *p != '\0' && *p != ']') {
            p++; /* what stands between quote and bracket means nothing */
        }
    } else {
        for (; *p != '\0' && *p != ']'; p++) {
            if (*p == '\\' && p[1] != '\0') {
                p++;
            }
            walk->text[walk->length++] = *p;
        }
    }
    if (p == NULL || *p != ']') {
        return NULL;
    }
    push_key(walk);
    return p + 1;
}

static bool split(struct walk *walk, const char *p)
{
    while (*p != '\0') {
        if (*p == '[') {
            if (walk->length > 0) {
                push_key(walk);
            }
            p = read_bracket(walk, p + 1);
            if (p == NULL) {
                return false;
            }
        } else if (*p == ']') {
            return false;
        } else if (*p == '.') {
            if (walk->length > 0) {
                push_key(walk);
            }
            p++;
        } else {
            if (*p == '\\' && p[1] != '\0') {
                p++;
            }
            walk->text[walk->length++] = *p++;
        }
    }
    if (walk->length > 0) {
        push_key(walk);
    }
    return true;
}

size_t fw_path_split(struct fw_arena *arena, struct fw_strings *strings, const char *path,
                     const fw_str **keys)
{
    struct walk walk = { .arena = arena, .strings = strings };
    walk.text = fw_arena_alloc(arena, strlen(path) + 1);
    if (!split(&walk, path)) {
        walk.count = 0;
    }
    if (walk.count == 0) {
        walk.keys = FW_NEW(arena, fw_str);
        walk.keys[0] = fw_intern_text(strings, path);
        walk.count = 1;
    }
    *keys = walk.keys;
    return walk.count;
}

/** The array index that a key writes, or SIZE_MAX. */
static size_t key_index(fw_str key)
{
    if (key->length == 0 || key->length > 9) {
        return SIZE_MAX;
    }
    size_t index = 0;
    for (uint32_t i = 0; i < key->length; i++) {
        if (key->text[i] < '0' || key->text[i] > '9') {
            return SIZE_MAX;
        }
        index = index * 10 + (size_t)(key->text[i] - '0');
    }
    return index;
}

struct fw_value fw_value_at(struct fw_value value, const fw_str *keys, size_t count)
{
    for (size_t i = 0; i < count && value.kind != FW_NULL; i++) {
        if (value.kind != FW_ARRAY) {
            value = fw_member(value, keys[i]);
        } else if (fw_str_is(keys[i], "length")) {
            value = fw_number((double)value.array->count);
        } else {
            size_t index = key_index(keys[i]);
            value = index < value.array->count ? value.array->items[index] : fw_undefined();
        }
    }
    return value;
}

/** The keys joined with dots: the name that a nested field has once it is a column. */
static fw_str flat_name(struct fw_arena *arena, struct fw_strings *strings, const fw_str *keys,
                        size_t count)
{
    size_t length = count - 1;
    for (size_t i = 0; i < count; i++) {
        length += keys[i]->length;
    }
    char *text = fw_arena_alloc(arena, length + 1);
    char *end = text;
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            *end++ = '.';
        }
        memcpy(end, keys[i]->text, keys[i]->length);
        end += keys[i]->length;
    }
    return fw_intern(strings, text, length);
}

fw_str fw_path_flat(struct fw_arena *arena, struct fw_strings *strings, const char *path)
{
    const fw_str *keys;
    size_t count = fw_path_split(arena, strings, path, &keys);
    return flat_name(arena, strings, keys, count);
}

const struct fw_column *fw_table_field(struct fw_arena *arena, struct fw_strings *strings,
                                       const struct fw_table *table, const char *path)
{
    const fw_str *keys;
    size_t count = fw_path_split(arena, strings, path, &keys);
    const struct fw_column *root = fw_table_find(table, keys[0]);
    if (count == 1) {
        return root;
    }
    fw_str name = flat_name(arena, strings, keys, count);
    if (root == NULL) {
        return fw_table_find(table, name);
    }
    struct fw_value *values = FW_NEW_ARRAY(arena, table->storage, struct fw_value);
    for (size_t i = 0; i < table->storage; i++) {
        values[i] = fw_value_at(fw_column_value(root, i), keys + 1, count - 1);
    }
    return fw_column_from_values(arena, name, values, table->storage);
}
