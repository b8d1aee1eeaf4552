/* Lists as a sentence has them: "1, 3 to 6 and 9". */
#ifndef FW_FIGURE_LISTING_H
#define FW_FIGURE_LISTING_H

#include <stddef.h>

struct fw_arena;

/** Texts, each once. Zeroed but for the arena: empty. */
struct fw_listing {
    struct fw_arena *arena;
    const char **items; /* [count] */
    size_t count, capacity;
};

/**
 * Adds a text, unless it is there. Of two that begin with the same number the longer stays:
 * "88 (typology table)" says more than "88".
 */
void fw_listing_add(struct fw_listing *listing, const char *text);

/** Orders the texts by the numbers that they begin with; those without come last, as they were. */
void fw_listing_sort(struct fw_listing *listing);

/** Joins three or more whole numbers in a row to "25 to 28". For sorted lists. */
void fw_listing_fold(struct fw_listing *listing);

/**
 * "a", "a and b", "a, b and c". Where an item has a comma or an "and" of its own, what follows it
 * is set off by a comma: "a, b, and c". "" when empty.
 */
const char *fw_listing_text(const struct fw_listing *listing);

#endif
