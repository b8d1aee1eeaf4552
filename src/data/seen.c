/* Texts that were seen before, and where: for columns and keys without repeats. */
#include "data/seen.h"

/* Slots made at once at most: what a wrong guess may cost. */
enum { ROOM_MOST = 1 << 24 };

static size_t slot_of(const struct fw_seen *seen, uint64_t hash)
{
    size_t slot = (size_t)hash & (seen->room - 1);
    while (seen->hashes[slot] != 0 && seen->hashes[slot] != hash) {
        slot = (slot + 1) & (seen->room - 1);
    }
    return slot;
}

static void make_room(struct fw_arena *arena, struct fw_seen *seen, size_t room)
{
    struct fw_seen old = *seen;
    seen->room = room;
    seen->hashes = FW_NEW_ARRAY(arena, room, uint64_t);
    seen->where = FW_NEW_ARRAY(arena, room, uint32_t);
    for (size_t i = 0; i < old.room; i++) {
        if (old.hashes[i] != 0) {
            size_t slot = slot_of(seen, old.hashes[i]);
            seen->hashes[slot] = old.hashes[i];
            seen->where[slot] = old.where[i];
        }
    }
}

void fw_seen_reserve(struct fw_arena *arena, struct fw_seen *seen, size_t rows)
{
    size_t room = 64;
    while (room / 2 < rows && room < ROOM_MOST) {
        room *= 2;
    }
    make_room(arena, seen, room);
}

size_t fw_seen_put(struct fw_arena *arena, struct fw_seen *seen, uint64_t hash, size_t where)
{
    if (seen->count * 2 >= seen->room) {
        make_room(arena, seen, seen->room == 0 ? 64 : seen->room * 2);
    }
    hash += hash == 0;
    size_t slot = slot_of(seen, hash);
    if (seen->hashes[slot] == hash) {
        return seen->where[slot];
    }
    seen->hashes[slot] = hash;
    seen->where[slot] = (uint32_t)where;
    seen->count++;
    return SIZE_MAX;
}

bool fw_seen_has(const struct fw_seen *seen, uint64_t hash)
{
    hash += hash == 0;
    return seen->room > 0 && seen->hashes[slot_of(seen, hash)] == hash;
}
