/* Prefix codes of limited length, as deflate has them. */
#ifndef FW_RENDER_HUFFMAN_H
#define FW_RENDER_HUFFMAN_H

#include <stddef.h>
#include <stdint.h>

/** Most symbols of a code: deflate's literals and lengths. */
enum { FW_HUFFMAN_SYMBOLS = 288 };

/** A canonical code: symbol s is the low `lengths[s]` bits of `codes[s]`, first bit lowest. */
struct fw_huffman {
    uint8_t lengths[FW_HUFFMAN_SYMBOLS]; /* bits; 0 where the symbol does not occur */
    uint16_t codes[FW_HUFFMAN_SYMBOLS];
};

/**
 * The code for `count` symbols that occur `frequencies[s]` times, no symbol longer than `limit`
 * bits (7 to 15). A single symbol gets one bit.
 */
void fw_huffman_build(struct fw_huffman *code, const uint32_t *frequencies, size_t count,
                      int limit);

#endif
