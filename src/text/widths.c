/* A hash table of texts to widths: open addressing, doubled when half full, emptied at its largest.
 */
#include "text/widths.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"

/* A figure has some hundred texts; a session may draw thousands of figures. */
enum { FIRST_SLOTS = 256, LAST_SLOTS = 65536 };

struct fw_width_entry {
    const char *text; /* NULL: free */
    size_t length, face;
    uint64_t hash;
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

/* The entry of a text, or the free one where it belongs. */
static struct fw_width_entry *find_entry(const struct fw_widths *widths, uint64_t hash, size_t face,
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
    uint64_t hash = fw_hash64(text, length, face);
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
    uint64_t hash = fw_hash64(text, length, face);
    struct fw_width_entry *entry = find_entry(widths, hash, face, text, length);
    if (entry->text != NULL) {
        return;
    }
    const char *copy = fw_arena_text(widths->arena, text, length);
    *entry = (struct fw_width_entry){ copy, length, face, hash, width_em };
    widths->used++;
}
