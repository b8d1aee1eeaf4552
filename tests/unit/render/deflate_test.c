/* zlib reads back what our encoder writes. */
#include "render/deflate.h"

#include <string.h>
#include <zlib.h>

#include "base/arena.h"
#include "render/huffman.h"
#include "support/cmocka.h"

/* A sequence that is the same everywhere (Numerical Recipes' constants). */
static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Noise that begins again every `period` bytes. */
static void repeat(uint8_t *data, size_t length, size_t period)
{
    uint32_t seed = 11;
    for (size_t i = 0; i < length; i++) {
        data[i] = i < period ? (uint8_t)(next_random(&seed) >> 8) : data[i - period];
    }
}

/* Bytes of kind 0 noise, 1 runs of random length, 2 steeply skewed, 3 all the same. */
static void fill(uint8_t *data, size_t length, int kind)
{
    uint32_t seed = 7;
    for (size_t i = 0; i < length;) {
        uint32_t word = next_random(&seed);
        size_t run = kind == 1 ? 1 + word % 600 : kind == 3 ? length : 1;
        uint8_t byte = (uint8_t)(word >> 8);
        if (kind ==
            2) { /* each value half as often as the one before, so that codes want 20 bits */
            byte = 0;
            while (byte < 40 && (next_random(&seed) & 1) != 0) {
                byte++;
            }
        }
        for (; run > 0 && i < length; run--) {
            data[i++] = byte;
        }
    }
}

/* Returns the length of what is written. */
static size_t check(const uint8_t *data, size_t length, size_t zeros, struct fw_arena *arena)
{
    struct fw_deflate *deflate = FW_NEW(arena, struct fw_deflate);
    struct fw_bytes out = { 0 };
    fw_deflate_begin(deflate, &out);
    fw_deflate_write(deflate, data, length / 2);
    fw_deflate_zeros(deflate, zeros);
    fw_deflate_write(deflate, data + length / 2, length - length / 2);
    fw_deflate_end(deflate);

    uLongf size = (uLongf)(length + zeros + 1);
    uint8_t *back = fw_arena_alloc(arena, size);
    assert_int_equal(uncompress(back, &size, (const Bytef *)out.data, (uLong)out.length), Z_OK);
    assert_int_equal(size, length + zeros);
    assert_memory_equal(back, data, length / 2);
    assert_memory_equal(back + length / 2 + zeros, data + length / 2, length - length / 2);
    for (size_t i = 0; i < zeros; i++) {
        assert_int_equal(back[length / 2 + i], 0);
    }
    size_t written = out.length;
    fw_bytes_finish(&out);
    return written;
}

static void what_is_written_is_read_by_zlib(void **state)
{
    static const size_t lengths[] = { 0, 1, 2, 3, 7, 258, 259, 1000, 200000 };
    static const size_t zeros[] = { 0, 1, 3, 258, 70000, 3000000 };
    (void)state;
    for (int kind = 0; kind < 4; kind++) {
        for (size_t i = 0; i < FW_COUNT(lengths); i++) {
            struct fw_arena *arena = fw_arena_create();
            uint8_t *data = fw_arena_alloc(arena, lengths[i] + 1);
            fill(data, lengths[i], kind);
            check(data, lengths[i], zeros[i % FW_COUNT(zeros)], arena);
            fw_arena_destroy(arena);
        }
    }
}

/* Matches, the longest and the farthest among them, and some too far. */
static void repetitions_are_read_by_zlib(void **state)
{
    enum { LENGTH = 400000 };
    static const size_t periods[] = { 2, 3, 7, 255, 1000, 16384, 32767, 32768, 32769, 40000 };
    static const size_t zeros[] = { 0, 5, 16384, 16385, 200000 };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(periods); i++) {
        struct fw_arena *arena = fw_arena_create();
        uint8_t *data = fw_arena_alloc(arena, LENGTH);
        repeat(data, LENGTH, periods[i]);
        for (size_t j = 0; j < FW_COUNT(zeros); j++) {
            size_t written = check(data, LENGTH, zeros[j], arena);
            assert_true(periods[i] > FW_DEFLATE_WINDOW || written < LENGTH / 3);
        }
        fw_arena_destroy(arena);
    }
}

static void codes_are_complete_and_not_too_long(void **state)
{
    (void)state;
    for (int limit = 7; limit <= 15; limit += 8) {
        uint32_t frequencies[19], a = 1, b = 1;
        for (size_t s = 0; s < FW_COUNT(frequencies); s++) { /* Fibonacci's make the deepest tree */
            frequencies[s] = a;
            uint32_t sum = a + b;
            a = b;
            b = sum;
        }
        struct fw_huffman code;
        fw_huffman_build(&code, frequencies, FW_COUNT(frequencies), limit);
        double kraft = 0;
        for (size_t s = 0; s < FW_COUNT(frequencies); s++) {
            assert_in_range(code.lengths[s], 1, limit);
            kraft += 1.0 / (double)(1u << code.lengths[s]);
        }
        assert_true(kraft == 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_by_zlib),
        cmocka_unit_test(repetitions_are_read_by_zlib),
        cmocka_unit_test(codes_are_complete_and_not_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
