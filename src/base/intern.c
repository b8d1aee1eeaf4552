/* All strings of one document, each once: an open table with linear probing. */
#include <string.h>

#include "base/hash.h"
#include "base/value.h"

struct fw_strings {
    struct fw_arena *arena;
    fw_str *slots;   /* [capacity], NULL: free */
    size_t capacity; /* a power of two */
    size_t count;
};

enum { FIRST_CAPACITY = 256 };

struct fw_strings *fw_strings_new(struct fw_arena *arena)
{
    struct fw_strings *strings = FW_NEW(arena, struct fw_strings);
    strings->arena = arena;
    strings->capacity = FIRST_CAPACITY;
    strings->slots = FW_NEW_ARRAY(arena, strings->capacity, fw_str);
    return strings;
}

/* Doubles the table. The old one stays in the arena: all of them together are as large as the new.
 */
static void grow(struct fw_strings *strings)
{
    size_t capacity = strings->capacity * 2;
    fw_str *slots = FW_NEW_ARRAY(strings->arena, capacity, fw_str);
    for (size_t i = 0; i < strings->capacity; i++) {
        fw_str string = strings->slots[i];
        if (string != NULL) {
            size_t slot = string->hash & (capacity - 1);
            while (slots[slot] != NULL) {
                slot = (slot + 1) & (capacity - 1);
            }
            slots[slot] = string;
        }
    }
    strings->slots = slots;
    strings->capacity = capacity;
}

static fw_str new_string(struct fw_strings *strings, const char *text, size_t length, uint32_t hash)
{
    struct fw_string *string = fw_arena_alloc(strings->arena, sizeof *string + length + 1);
    string->id = (uint32_t)strings->count++;
    string->length = (uint32_t)length;
    string->hash = hash;
    if (length > 0) {
        memcpy(string->text, text, length);
    }
    return string;
}

fw_str fw_intern(struct fw_strings *strings, const char *text, size_t length)
{
    if (length >= UINT32_MAX || strings->count >= UINT32_MAX) {
        fw_out_of_memory();
    }
    uint32_t hash = (uint32_t)fw_hash64(text, length, 0);
    size_t slot = hash & (strings->capacity - 1);
    for (fw_str string; (string = strings->slots[slot]) != NULL;) {
        if (string->hash == hash && string->length == length &&
            (length == 0 || memcmp(string->text, text, length) == 0)) {
            return string;
        }
        slot = (slot + 1) & (strings->capacity - 1);
    }
    fw_str string = new_string(strings, text, length, hash);
    strings->slots[slot] = string;
    if (strings->count * 4 > strings->capacity * 3) {
        grow(strings);
    }
    return string;
}

fw_str fw_intern_text(struct fw_strings *strings, const char *text)
{
    return fw_intern(strings, text, strlen(text));
}

bool fw_str_is(fw_str string, const char *text)
{
    return string != NULL && strlen(text) == string->length &&
           memcmp(string->text, text, string->length) == 0;
}
