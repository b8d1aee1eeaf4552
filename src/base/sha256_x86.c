/* Blocks of SHA-256 by the instructions that most x86-64 processors since 2017 have for them. */
#include "base/sha256.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

/* Of cpuid: SSSE3 and SSE4.1 in leaf 1, SHA in leaf 7. */
enum { SSSE3_BIT = 9, SSE41_BIT = 19, SHA_BIT = 29 };

static bool has_instructions(void)
{
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c >> SSSE3_BIT & 1) || !(c >> SSE41_BIT & 1)) {
        return false;
    }
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b >> SHA_BIT & 1);
}

/* The instructions want the eight words of the state as ABEF and CDGH, highest lane first. */
__attribute__((target("sha,sse4.1,ssse3"))) static void mix(uint32_t state[8],
                                                            const unsigned char *blocks,
                                                            size_t count, const uint32_t *constants)
{
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i low = _mm_loadu_si128((const __m128i *)(const void *)state);
    __m128i high = _mm_loadu_si128((const __m128i *)(const void *)(state + 4));
    low = _mm_shuffle_epi32(low, 0xb1);
    high = _mm_shuffle_epi32(high, 0x1b);
    __m128i abef = _mm_alignr_epi8(low, high, 8), cdgh = _mm_blend_epi16(high, low, 0xf0);
    for (size_t block = 0; block < count; block++, blocks += FW_SHA256_BLOCK) {
        __m128i w[4], abef_before = abef, cdgh_before = cdgh;
        for (int g = 0; g < 16; g++) { /* groups of four rounds */
            __m128i *now = &w[g & 3], newest = w[(g + 3) & 3];
            if (g < 4) {
                const void *at = blocks + 16 * g;
                *now = _mm_shuffle_epi8(_mm_loadu_si128(at), big_endian);
            } else {
                __m128i back7 = _mm_alignr_epi8(newest, w[(g + 2) & 3], 4);
                __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(*now, w[(g + 1) & 3]), back7);
                *now = _mm_sha256msg2_epu32(sum, newest);
            }
            const void *add = constants + 4 * g;
            __m128i wk = _mm_add_epi32(*now, _mm_loadu_si128(add));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, wk);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(wk, 0x0e));
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    low = _mm_shuffle_epi32(abef, 0x1b);
    high = _mm_shuffle_epi32(cdgh, 0xb1);
    _mm_storeu_si128((__m128i *)(void *)state, _mm_blend_epi16(low, high, 0xf0));
    _mm_storeu_si128((__m128i *)(void *)(state + 4), _mm_alignr_epi8(high, low, 8));
}

bool fw_sha256_fast(uint32_t state[8], const unsigned char *blocks, size_t count,
                    const uint32_t *constants)
{
    bool can = has_instructions();
    if (can) {
        mix(state, blocks, count, constants);
    }
    return can;
}

#else

bool fw_sha256_fast(uint32_t state[8], const unsigned char *blocks, size_t count,
                    const uint32_t *constants)
{
    (void)state, (void)blocks, (void)count, (void)constants;
    return false;
}

#endif
