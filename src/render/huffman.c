/* Code lengths by Moffat and Katajainen's method in place, held to the limit by Kraft's sum. */
#include "render/huffman.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 15 };

struct leaf {
    uint32_t frequency;
    uint16_t symbol;
};

static int compare_leaves(const void *a, const void *b)
{
    const struct leaf *x = a, *y = b;
    if (x->frequency != y->frequency) {
        return x->frequency < y->frequency ? -1 : 1;
    }
    return x->symbol < y->symbol ? -1 : 1;
}

/*
 * Depths of the leaves of the Huffman tree over `weights`, ascending, which are replaced by them:
 * merge from the left, noting parents; turn parents into depths from the right; count leaves by
 * depth.
 */
static void weights_to_depths(uint32_t *weights, size_t n)
{
    size_t leaf = 0, root = 0;
    for (size_t next = 0; next + 1 < n; next++) {
        uint32_t sum = 0;
        for (int half = 0; half < 2; half++) {
            if (leaf >= n || (root < next && weights[root] < weights[leaf])) {
                sum += weights[root];
                weights[root++] = (uint32_t)next;
            } else {
                sum += weights[leaf++];
            }
        }
        weights[next] = sum;
    }
    weights[n - 2] = 0;
    for (size_t i = n - 2; i-- > 0;) {
        weights[i] = weights[weights[i]] + 1;
    }
    size_t inner = n - 1, out = n, available = 1;
    for (uint32_t depth = 0; available > 0; depth++) {
        size_t used = 0;
        while (inner > 0 && weights[inner - 1] == depth) {
            used++;
            inner--;
        }
        for (; available > used; available--) {
            weights[--out] = depth;
        }
        available = 2 * used;
    }
}

/* How many leaves have each length, none above `limit`, and the code still complete. */
static void limit_lengths(size_t counts[LONGEST + 1], const uint32_t *depths, size_t n, int limit)
{
    memset(counts, 0, (LONGEST + 1) * sizeof *counts);
    for (size_t i = 0; i < n; i++) {
        counts[depths[i] > (uint32_t)limit ? (uint32_t)limit : depths[i]]++;
    }
    uint32_t kraft = 0;
    for (int length = 1; length <= limit; length++) {
        kraft += (uint32_t)(counts[length] << (limit - length));
    }
    for (; kraft > (uint32_t)1 << limit;
         kraft--) { /* one leaf down pays for one that is too deep */
        int length = limit - 1;
        while (counts[length] == 0) {
            length--;
        }
        counts[length]--;
        counts[length + 1] += 2;
        counts[limit]--;
    }
}

static uint16_t reverse_bits(uint16_t code, int length)
{
    uint16_t reversed = 0;
    for (int i = 0; i < length; i++) {
        reversed = (uint16_t)(reversed << 1 | (code >> i & 1));
    }
    return reversed;
}

static void assign_codes(struct fw_huffman *code, const size_t counts[LONGEST + 1], size_t count)
{
    uint16_t next[LONGEST + 2] = { 0 };
    for (int length = 1; length <= LONGEST; length++) {
        next[length + 1] = (uint16_t)((next[length] + counts[length]) << 1);
    }
    for (size_t s = 0; s < count; s++) {
        if (code->lengths[s] > 0) {
            code->codes[s] = reverse_bits(next[code->lengths[s]]++, code->lengths[s]);
        }
    }
}

void fw_huffman_build(struct fw_huffman *code, const uint32_t *frequencies, size_t count, int limit)
{
    struct leaf leaves[FW_HUFFMAN_SYMBOLS];
    uint32_t depths[FW_HUFFMAN_SYMBOLS];
    size_t n = 0, counts[LONGEST + 1] = { 0 };
    memset(code, 0, sizeof *code);
    for (size_t s = 0; s < count; s++) {
        if (frequencies[s] > 0) {
            leaves[n++] = (struct leaf){ frequencies[s], (uint16_t)s };
        }
    }
    if (n < 2) {
        counts[1] = n;
    } else {
        qsort(leaves, n, sizeof *leaves, compare_leaves);
        for (size_t i = 0; i < n; i++) {
            depths[i] = leaves[i].frequency;
        }
        weights_to_depths(depths, n);
        limit_lengths(counts, depths, n, limit);
    }
    size_t i = n;
    for (int length = 1; length <= LONGEST; length++) { /* the most frequent are the shortest */
        for (size_t j = 0; j < counts[length]; j++) {
            code->lengths[leaves[--i].symbol] = (uint8_t)length;
        }
    }
    assign_codes(code, counts, count);
}
