/* A zlib stream of bytes with many runs and repetitions: what the filtered rows of a chart are. */
#ifndef FW_RENDER_DEFLATE_H
#define FW_RENDER_DEFLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"

enum {
    FW_DEFLATE_TOKENS =
        1 << 15,             /* of a block: enough to pay for its codes, few enough for the cache */
    FW_DEFLATE_SHORTEST = 3, /* match */
    FW_DEFLATE_LONGEST = 258,
    FW_DEFLATE_WINDOW = 1 << 15, /* how far back a match may be */
    FW_DEFLATE_HASH_BITS = 13,
    FW_DEFLATE_DISTANCE_BIT = 9
};

/**
 * Runs of one byte are found eight bytes at a time; elsewhere one earlier place with the same four
 * bytes is looked at. Each block has Huffman codes of its own. Faster than zlib's and libdeflate's
 * fastest levels on charts, at about the size of zlib's usual one.
 */
struct fw_deflate {
    struct fw_bytes *out;
    uint64_t bits; /* not yet written, lowest first */
    int bit_count;
    uint32_t adler;
    int last; /* the byte before, -1 at the start */
    size_t token_count;
    /* A byte; or 256 + a match's length - 3, and from FW_DEFLATE_DISTANCE_BIT on its distance - 1.
     */
    uint32_t tokens[FW_DEFLATE_TOKENS];
    uint32_t frequencies[512]; /* of tokens without their distances */
    uint8_t window[4 * FW_DEFLATE_WINDOW];
    size_t filled;                             /* bytes of the window */
    size_t base;                               /* how many bytes came before the window */
    uint32_t heads[1 << FW_DEFLATE_HASH_BITS]; /* where four bytes were last, from the first on */
};

/** Starts a stream that is appended to `out`. */
void fw_deflate_begin(struct fw_deflate *deflate, struct fw_bytes *out);

void fw_deflate_write(struct fw_deflate *deflate, const uint8_t *data, size_t length);

/** Writes `length` zeros. */
void fw_deflate_zeros(struct fw_deflate *deflate, size_t length);

/** Ends the stream. */
void fw_deflate_end(struct fw_deflate *deflate);

/** For deflate.c: appends the tokens so far as a block; after the final one, up to a whole byte. */
void fw_deflate_put_block(struct fw_deflate *deflate, bool final);

#endif
