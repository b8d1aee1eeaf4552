/* Reading and rewriting object values. */
#include "base/object.h"

#include <string.h>

static size_t find(const struct fw_object *object, const char *key)
{
    size_t length = strlen(key);
    for (size_t i = 0; i < object->count; i++) {
        fw_str k = object->keys[i];
        if (k->length == length && memcmp(k->text, key, length) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

struct fw_value fw_get(struct fw_value object, const char *key)
{
    if (object.kind != FW_OBJECT) {
        return fw_undefined();
    }
    size_t at = find(object.object, key);
    return at == SIZE_MAX ? fw_undefined() : object.object->values[at];
}

bool fw_has(struct fw_value object, const char *key)
{
    return object.kind == FW_OBJECT && find(object.object, key) != SIZE_MAX;
}

double fw_get_number(struct fw_value object, const char *key, double fallback)
{
    struct fw_value value = fw_get(object, key);
    return value.kind == FW_NUMBER ? value.number : fallback;
}

bool fw_get_boolean(struct fw_value object, const char *key, bool fallback)
{
    struct fw_value value = fw_get(object, key);
    return value.kind == FW_BOOLEAN ? value.boolean : fallback;
}

const char *fw_get_text(struct fw_value object, const char *key, const char *fallback)
{
    struct fw_value value = fw_get(object, key);
    return value.kind == FW_STRING ? value.string->text : fallback;
}

const char *fw_text_of(struct fw_value value)
{
    return value.kind == FW_STRING ? value.string->text : NULL;
}

bool fw_is_text(struct fw_value value, const char *text)
{
    return value.kind == FW_STRING && fw_str_is(value.string, text);
}

struct fw_value fw_at(struct fw_value array, size_t i)
{
    if (array.kind != FW_ARRAY || i >= array.array->count) {
        return fw_undefined();
    }
    return array.array->items[i];
}

size_t fw_length(struct fw_value array)
{
    return array.kind == FW_ARRAY ? array.array->count : 0;
}

/* A copy of `object` with room for `more` further members. */
static struct fw_object *copy(struct fw_maker make, struct fw_value object, size_t more)
{
    struct fw_object *made = FW_NEW(make.arena, struct fw_object);
    size_t count = object.kind == FW_OBJECT ? object.object->count : 0;
    made->keys = FW_NEW_ARRAY(make.arena, count + more, fw_str);
    made->values = FW_NEW_ARRAY(make.arena, count + more, struct fw_value);
    made->count = count;
    if (count > 0) {
        made->origin = object.object->origin;
        memcpy(made->keys, object.object->keys, count * sizeof *made->keys);
        memcpy(made->values, object.object->values, count * sizeof *made->values);
    }
    return made;
}

static struct fw_value value_of(struct fw_object *object)
{
    struct fw_value value = { .kind = FW_OBJECT, .object = object };
    return value;
}

static void set(struct fw_object *object, fw_str key, struct fw_value value)
{
    for (size_t i = 0; i < object->count; i++) {
        if (object->keys[i] == key) {
            object->values[i] = value;
            return;
        }
    }
    object->keys[object->count] = key;
    object->values[object->count++] = value;
}

struct fw_value fw_with(struct fw_maker make, struct fw_value object, const char *key,
                        struct fw_value value)
{
    struct fw_object *made = copy(make, object, 1);
    set(made, fw_intern_text(make.strings, key), value);
    return value_of(made);
}

struct fw_value fw_without(struct fw_maker make, struct fw_value object, const char *key)
{
    if (!fw_has(object, key)) {
        return object;
    }
    struct fw_object *made = copy(make, object, 0);
    size_t at = find(made, key);
    made->count--;
    memmove(made->keys + at, made->keys + at + 1, (made->count - at) * sizeof *made->keys);
    memmove(made->values + at, made->values + at + 1, (made->count - at) * sizeof *made->values);
    return value_of(made);
}

struct fw_value fw_with_given(struct fw_maker make, struct fw_value object, const char *key,
                              struct fw_value value)
{
    return value.kind == FW_UNDEFINED ? object : fw_with(make, object, key, value);
}

static bool is_among(fw_str key, const char *const *keys)
{
    for (; *keys != NULL; keys++) {
        if (fw_str_is(key, *keys)) {
            return true;
        }
    }
    return false;
}

/* The members whose names are among `keys` (`kept`), or those that are not. */
static struct fw_value sift(struct fw_maker make, struct fw_value object, const char *const *keys,
                            bool kept)
{
    struct fw_object *made = copy(make, object, 0);
    size_t count = made->count;
    made->count = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_among(made->keys[i], keys) == kept) {
            made->keys[made->count] = made->keys[i];
            made->values[made->count++] = made->values[i];
        }
    }
    return value_of(made);
}

struct fw_value fw_pick(struct fw_maker make, struct fw_value object, const char *const *keys)
{
    return sift(make, object, keys, true);
}

struct fw_value fw_omit(struct fw_maker make, struct fw_value object, const char *const *keys)
{
    return sift(make, object, keys, false);
}

struct fw_value fw_merge(struct fw_maker make, struct fw_value under, struct fw_value over)
{
    if (over.kind != FW_OBJECT) {
        return under;
    }
    struct fw_object *made = copy(make, under, over.object->count);
    for (size_t i = 0; i < over.object->count; i++) {
        set(made, over.object->keys[i], over.object->values[i]);
    }
    return value_of(made);
}

struct fw_value fw_merge_deep(struct fw_maker make, struct fw_value under, struct fw_value over)
{
    if (over.kind != FW_OBJECT) {
        return over.kind == FW_UNDEFINED ? under : over;
    }
    struct fw_object *made = copy(make, under, over.object->count);
    for (size_t i = 0; i < over.object->count; i++) {
        struct fw_value below = fw_member(under, over.object->keys[i]);
        struct fw_value above = over.object->values[i];
        if (below.kind == FW_OBJECT && above.kind == FW_OBJECT) {
            above = fw_merge_deep(make, below, above);
        }
        set(made, over.object->keys[i], above);
    }
    return value_of(made);
}

struct fw_value fw_object_empty(struct fw_maker make)
{
    return value_of(copy(make, fw_undefined(), 0));
}

struct fw_value fw_text_value(struct fw_maker make, const char *text)
{
    return fw_string(fw_intern_text(make.strings, text));
}

struct fw_value fw_append(struct fw_maker make, struct fw_value array, struct fw_value value)
{
    size_t count = fw_length(array);
    struct fw_array *made = FW_NEW(make.arena, struct fw_array);
    made->count = count + 1;
    made->items = FW_NEW_ARRAY(make.arena, count + 1, struct fw_value);
    if (count > 0) {
        memcpy(made->items, array.array->items, count * sizeof *made->items);
    }
    made->items[count] = value;
    struct fw_value result = { .kind = FW_ARRAY, .array = made };
    return result;
}

struct fw_value fw_concat(struct fw_maker make, struct fw_value array, struct fw_value more)
{
    size_t count = fw_length(array), more_count = fw_length(more);
    struct fw_value joined = fw_array_value(make.arena, NULL, count + more_count);
    for (size_t i = 0; i < count + more_count; i++) {
        joined.array->items[i] = i < count ? array.array->items[i] : more.array->items[i - count];
    }
    return joined;
}
