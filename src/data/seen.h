/* Texts that were seen before, and where: for columns and keys without repeats. */
#ifndef FW_DATA_SEEN_H
#define FW_DATA_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/**
 * A set of hashes with the byte at which each came first; zeroed: empty. Two texts with one hash of
 * 64 bits count as the same: among a million rows that happens to one file in ten million.
 */
struct fw_seen {
    uint64_t *hashes;   /* [room] open addressing, 0 where a slot is free */
    uint32_t *where;    /* [room] bytes of the text: FW_LIMIT_DATA_BYTES fits */
    size_t count, room; /* room: a power of two, or 0 */
};

/** Makes room for about `rows` hashes at once. The set must be empty. */
void fw_seen_reserve(struct fw_arena *arena, struct fw_seen *seen, size_t rows);

/** Where `hash` was seen first, or SIZE_MAX; then it is seen at `where` from now on. */
size_t fw_seen_put(struct fw_arena *arena, struct fw_seen *seen, uint64_t hash, size_t where);

/** Whether `hash` was seen. */
bool fw_seen_has(const struct fw_seen *seen, uint64_t hash);

#endif
