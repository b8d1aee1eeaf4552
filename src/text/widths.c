/* A hash table of texts to widths: open addressing, doubled when half full, emptied at its largest.
 */
#include "text/widths.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"

/* A figure has some hundred texts; a session may draw thousands of figures. */
enum { FIRST_SLOTS = 256, LAST_SLOTS = 65536 };

struct fw_width_entry {
    const char *text; /* NULL: free */
    size_t length, face;
    uint32_t hash;
    double width_em;
};

void fw_widths_init(struct fw_widths *widths)
{
    widths->arena = fw_arena_create();
    widths->slots = FIRST_SLOTS;
    widths->used = 0;
    widths->entries = FW_NEW_ARRAY(widths->arena, widths->slots, struct fw_width_entry);
}

void fw_widths_finish(struct fw_widths *widths)
{
    fw_arena_destroy(widths->arena);
    *widths = (struct fw_widths){ 0 };
}

/* FNV-1a, 32 bits. */
static uint32_t hash_text(size_t face, const char *text, size_t length)
{
    uint32_t hash = 2166136261u ^ (uint32_t)face;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    }
    return hash;
}

/* The entry of a text, or the free one where it belongs. */
static struct fw_width_entry *find_entry(const struct fw_widths *widths, uint32_t hash, size_t face,
                                         const char *text, size_t length)
{
    size_t slot = hash & (widths->slots - 1);
    for (;;) {
        struct fw_width_entry *entry = &widths->entries[slot];
        if (entry->text == NULL ||
            (entry->hash == hash && entry->face == face && entry->length == length &&
             memcmp(entry->text, text, length) == 0)) {
            return entry;
        }
        slot = (slot + 1) & (widths->slots - 1);
    }
}

bool fw_widths_find(const struct fw_widths *widths, size_t face, const char *text, size_t length,
                    double *width_em)
{
    uint32_t hash = hash_text(face, text, length);
    const struct fw_width_entry *entry = find_entry(widths, hash, face, text, length);
    if (entry->text == NULL) {
        return false;
    }
    *width_em = entry->width_em;
    return true;
}

static void grow(struct fw_widths *widths)
{
    if (widths->slots == LAST_SLOTS) {
        fw_widths_finish(widths);
        fw_widths_init(widths);
        return;
    }
    struct fw_widths old = *widths;
    widths->slots *= 2;
    widths->entries = FW_NEW_ARRAY(widths->arena, widths->slots, struct fw_width_entry);
    for (size_t i = 0; i < old.slots; i++) {
        const struct fw_width_entry *entry = &old.entries[i];
        if (entry->text != NULL) {
            *find_entry(widths, entry->hash, entry->face, entry->text, entry->length) = *entry;
        }
    }
}

void fw_widths_keep(struct fw_widths *widths, size_t face, const char *text, size_t length,
                    double width_em)
{
    if (widths->used >= widths->slots / 2) {
        grow(widths);
    }
    uint32_t hash = hash_text(face, text, length);
    struct fw_width_entry *entry = find_entry(widths, hash, face, text, length);
    if (entry->text != NULL) {
        return;
    }
    const char *copy = fw_arena_text(widths->arena, text, length);
    *entry = (struct fw_width_entry){ copy, length, face, hash, width_em };
    widths->used++;
}
