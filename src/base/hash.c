/* Hashes of bytes. */
#include "base/hash.h"

#include <string.h>

uint64_t fw_hash64(const void *data, size_t length, uint64_t seed)
{
    const unsigned char *bytes = data;
    uint64_t hash = seed ^ (length * 0x9E3779B97F4A7C15u);
    uint64_t word;
    while (length >= sizeof word) {
        memcpy(&word, bytes, sizeof word);
        hash = (hash ^ word) * 0x9FB21C651E98DF25u;
        hash ^= hash >> 32;
        bytes += sizeof word;
        length -= sizeof word;
    }
    if (length > 0) {
        word = 0;
        memcpy(&word, bytes, length);
        hash = (hash ^ word) * 0x9FB21C651E98DF25u;
    }
    return fw_hash_mix(hash);
}
