/* Hashes of bytes. */
#ifndef FW_BASE_HASH_H
#define FW_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/**
 * A fast 64-bit hash of `length` bytes, for tables in memory: it may differ between machines of
 * unlike byte order, so nothing that is written out depends on it.
 */
uint64_t fw_hash64(const void *data, size_t length, uint64_t seed);

/** Mixes all bits of `word` into all bits of the result: one to one. */
static inline uint64_t fw_hash_mix(uint64_t word)
{
    /* The finalizer of MurmurHash3 with the constants of David Stafford's "Mix13". */
    word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9u;
    word = (word ^ (word >> 27)) * 0x94D049BB133111EBu;
    return word ^ (word >> 31);
}

/** A SHA-256 digest as a text of lower-case hexadecimal digits and a NUL, as sha256sum prints it.
 */
struct fw_digest {
    char text[65];
};

/** The SHA-256 digest of `length` bytes: the same on every machine. Method: FIPS 180-4. */
struct fw_digest fw_sha256(const void *data, size_t length);

#endif
