/* SHA-256, as FIPS 180-4 has it. */
#include "base/sha256.h"

#include <string.h>

#include "base/hash.h"

/* FAST: blocks from which on it pays to ask the processor what it can. */
enum { BLOCK = FW_SHA256_BLOCK, ROUNDS = 64, WORDS = 8, FAST = 256 };

/* The fractions of the cube roots of the first 64 primes, and of the square roots of 8. */
static const uint32_t constants[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};
static const uint32_t start[WORDS] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};

static inline uint32_t turn(uint32_t x, int by)
{
    return x >> by | x << (32 - by);
}

static inline uint32_t read_word(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static inline uint32_t next_word(const uint32_t *w, int i)
{
    uint32_t a = w[(i + 1) & 15], b = w[(i + 14) & 15];
    uint32_t s0 = turn(a, 7) ^ turn(a, 18) ^ a >> 3;
    uint32_t s1 = turn(b, 17) ^ turn(b, 19) ^ b >> 10;
    return w[i & 15] + s0 + w[(i + 9) & 15] + s1;
}

static void mix_block(uint32_t state[WORDS], const unsigned char *block)
{
    uint32_t w[16];
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
    for (int i = 0; i < ROUNDS; i++) {
        w[i & 15] = i < 16 ? read_word(block + 4 * i) : next_word(w, i);
        uint32_t s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
        uint32_t t1 = h + s1 + ((e & f) ^ (~e & g)) + constants[i] + w[i & 15];
        uint32_t s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
        uint32_t t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + t1;
        d = c, c = b, b = a, a = t1 + t2;
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d;
    state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

/* What is left of the data, a bit of 1, zeros, and the length in bits as 64 of them. */
static void mix_end(uint32_t state[WORDS], const unsigned char *rest, size_t count, uint64_t length)
{
    enum { LENGTH_AT = BLOCK - 8 };
    unsigned char blocks[2 * BLOCK] = { 0 };
    memcpy(blocks, rest, count);
    blocks[count] = 0x80;
    size_t last = count < LENGTH_AT ? 0 : BLOCK;
    for (int i = 0; i < 8; i++) {
        blocks[last + LENGTH_AT + (size_t)i] = (unsigned char)(length * 8 >> (56 - 8 * i));
    }
    for (size_t at = 0; at <= last; at += BLOCK) {
        mix_block(state, blocks + at);
    }
}

struct fw_digest fw_sha256(const void *data, size_t length)
{
    static const char digits[] = "0123456789abcdef";
    const unsigned char *bytes = data;
    uint32_t state[WORDS];
    memcpy(state, start, sizeof state);
    size_t count = length / BLOCK, whole = count * BLOCK;
    if (count < FAST || !fw_sha256_fast(state, bytes, count, constants)) {
        for (size_t at = 0; at < whole; at += BLOCK) {
            mix_block(state, bytes + at);
        }
    }
    mix_end(state, whole == length ? (const void *)"" : bytes + whole, length - whole, length);
    struct fw_digest digest = { "" };
    for (size_t i = 0; i < sizeof digest.text - 1; i++) {
        digest.text[i] = digits[state[i / WORDS] >> (28 - 4 * (i % WORDS)) & 15];
    }
    return digest;
}
