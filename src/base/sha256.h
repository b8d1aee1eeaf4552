/* Between the two files of SHA-256: the plain one and the fast one. */
#ifndef FW_BASE_SHA256_H
#define FW_BASE_SHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FW_SHA256_BLOCK = 64 }; /* bytes */

/**
 * Mixes `count` blocks into the state, with the 64 round constants; false, and nothing done, where
 * the processor has no instructions for it.
 */
bool fw_sha256_fast(uint32_t state[8], const unsigned char *blocks, size_t count,
                    const uint32_t *constants);

#endif
