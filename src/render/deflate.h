/* A zlib stream of bytes that are mostly runs: what the filtered rows of a chart are. */
#ifndef FW_RENDER_DEFLATE_H
#define FW_RENDER_DEFLATE_H

#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"

/** Tokens of one block: enough to pay for its code, small enough to stay in the cache. */
enum { FW_DEFLATE_TOKENS = 1 << 15 };

/**
 * The only repetition it looks for is that of one byte (matches at distance 1), with a Huffman code
 * of its own for every block: an order faster than zlib's fastest level, at about the size of its
 * usual one.
 */
struct fw_deflate {
    struct fw_bytes *out;
    uint64_t bits; /* not yet written, lowest first */
    int bit_count;
    uint32_t adler;
    int last; /* the byte before, -1 at the start */
    size_t token_count;
    uint16_t tokens[FW_DEFLATE_TOKENS]; /* a byte, or 256 + a run's length - 3 */
    uint32_t frequencies[288];
};

/** Starts a stream that is appended to `out`. */
void fw_deflate_begin(struct fw_deflate *deflate, struct fw_bytes *out);

void fw_deflate_write(struct fw_deflate *deflate, const uint8_t *data, size_t length);

/** Writes `length` zeros. */
void fw_deflate_zeros(struct fw_deflate *deflate, size_t length);

/** Ends the stream. */
void fw_deflate_end(struct fw_deflate *deflate);

#endif
