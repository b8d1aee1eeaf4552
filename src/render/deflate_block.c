/* Blocks of tokens in RFC 1951's dynamic codes. */
#include <string.h>

#include "base/arena.h"
#include "render/deflate.h"
#include "render/huffman.h"

/* How many symbols there are of literals and lengths, distances, and lengths of their codes. */
enum { LITERALS = 286, DISTANCES = 30, LENGTHS = 19, END_OF_BLOCK = 256 };

/* A length or distance as a symbol and the bits behind it. */
struct split {
    unsigned symbol, extra;
    int extra_count;
};

static int log2_of(unsigned number)
{
    int log = 0;
    while (number >> log > 1) {
        log++;
    }
    return log;
}

/* `offset` is the length less 3. Four symbols share each number of extra bits. */
static struct split split_length(unsigned offset)
{
    if (offset < 8) {
        return (struct split){ 257 + offset, 0, 0 };
    }
    if (offset == FW_DEFLATE_LONGEST - FW_DEFLATE_SHORTEST) {
        return (struct split){ 285, 0, 0 };
    }
    int count = log2_of(offset) - 2;
    return (struct split){ 257 + 4u * (unsigned)count + (offset >> count),
                           offset & ((1u << count) - 1), count };
}

/* `offset` is the distance less 1. Two symbols share each number of extra bits. */
static struct split split_distance(unsigned offset)
{
    if (offset < 4) {
        return (struct split){ offset, 0, 0 };
    }
    int count = log2_of(offset) - 1;
    return (struct split){ 2u * (unsigned)count + (offset >> count), offset & ((1u << count) - 1),
                           count };
}

static void put_bits(struct fw_deflate *deflate, uint64_t value, int count)
{
    deflate->bits |= value << deflate->bit_count;
    deflate->bit_count += count;
    if (deflate->bit_count >= 32) {
        uint8_t bytes[4];
        for (int i = 0; i < 4; i++) {
            bytes[i] = (uint8_t)(deflate->bits >> (8 * i));
        }
        fw_bytes_append(deflate->out, bytes, sizeof bytes);
        deflate->bits >>= 32;
        deflate->bit_count -= 32;
    }
}

/* The lengths of the codes, themselves run-length coded: symbols and their extra bits. */
struct code_lengths {
    uint8_t symbols[LITERALS + DISTANCES], extra[LITERALS + DISTANCES];
    size_t count;
};

static void add_length(struct code_lengths *list, int symbol, size_t extra)
{
    list->symbols[list->count] = (uint8_t)symbol;
    list->extra[list->count] = (uint8_t)extra;
    list->count++;
}

static void add_lengths(struct code_lengths *list, uint8_t length, size_t repeated)
{
    while (length == 0 && repeated >= 3) {
        size_t n = repeated > 138 ? 138 : repeated;
        if (n <= 10) {
            add_length(list, 17, n - 3);
        } else {
            add_length(list, 18, n - 11);
        }
        repeated -= n;
    }
    if (length > 0 && repeated > 0) {
        add_length(list, length, 0);
        repeated--;
        for (; repeated >= 3; repeated -= repeated > 6 ? 6 : repeated) {
            add_length(list, 16, (repeated > 6 ? 6 : repeated) - 3);
        }
    }
    for (; repeated > 0; repeated--) {
        add_length(list, length, 0);
    }
}

static void add_code(struct code_lengths *list, const uint8_t *lengths, size_t count)
{
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && lengths[end] == lengths[i]) {
            end++;
        }
        add_lengths(list, lengths[i], end - i);
        i = end;
    }
}

/* The codes of a block. */
struct codes {
    struct fw_huffman literals, distances;
    size_t distance_count; /* of the symbols up to the last one in use; at least 1 */
};

static void put_header(struct fw_deflate *deflate, const struct codes *codes, bool final)
{
    static const uint8_t order[LENGTHS] = { 16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                            11, 4,  12, 3, 13, 2, 14, 1, 15 };
    static const uint8_t extra_bits[LENGTHS] = { [16] = 2, [17] = 3, [18] = 7 };
    struct code_lengths list = { .count = 0 };
    struct fw_huffman code;
    uint32_t frequencies[LENGTHS] = { 0 };
    add_code(&list, codes->literals.lengths, LITERALS);
    add_code(&list, codes->distances.lengths, codes->distance_count);
    for (size_t i = 0; i < list.count; i++) {
        frequencies[list.symbols[i]]++;
    }
    fw_huffman_build(&code, frequencies, LENGTHS, 7);
    size_t used = LENGTHS;
    while (used > 4 && code.lengths[order[used - 1]] == 0) {
        used--;
    }
    put_bits(deflate, final ? 1 : 0, 1);
    put_bits(deflate, 2, 2); /* dynamic codes */
    put_bits(deflate, LITERALS - 257, 5);
    put_bits(deflate, codes->distance_count - 1, 5);
    put_bits(deflate, used - 4, 4);
    for (size_t i = 0; i < used; i++) {
        put_bits(deflate, code.lengths[order[i]], 3);
    }
    for (size_t i = 0; i < list.count; i++) {
        int symbol = list.symbols[i];
        put_bits(deflate, code.codes[symbol], code.lengths[symbol]);
        put_bits(deflate, list.extra[i], extra_bits[symbol]);
    }
}

static void build_codes(struct codes *codes, const struct fw_deflate *deflate)
{
    uint32_t literals[LITERALS] = { 0 }, distances[DISTANCES] = { 0 };
    for (unsigned i = 0; i < FW_COUNT(deflate->frequencies); i++) {
        literals[i < 256 ? i : split_length(i - 256).symbol] += deflate->frequencies[i];
    }
    literals[END_OF_BLOCK] = 1;
    for (size_t i = 0; i < deflate->token_count; i++) {
        if (deflate->tokens[i] >= 256) {
            distances[split_distance(deflate->tokens[i] >> FW_DEFLATE_DISTANCE_BIT).symbol]++;
        }
    }
    codes->distance_count = DISTANCES;
    while (codes->distance_count > 1 && distances[codes->distance_count - 1] == 0) {
        codes->distance_count--;
    }
    distances[0] += codes->distance_count == 1; /* a code has a symbol */
    fw_huffman_build(&codes->literals, literals, LITERALS, 15);
    fw_huffman_build(&codes->distances, distances, codes->distance_count, 15);
}

/* A symbol with the bits behind it. */
struct bits {
    uint32_t value;
    int count;
};

static struct bits bits_of(const struct fw_huffman *code, struct split split)
{
    int length = code->lengths[split.symbol];
    return (struct bits){ code->codes[split.symbol] | split.extra << length,
                          length + split.extra_count };
}

static void put_tokens(struct fw_deflate *deflate, const struct codes *codes)
{
    struct bits lows[512], near = bits_of(&codes->distances, split_distance(0));
    for (unsigned i = 0; i < FW_COUNT(lows); i++) {
        struct split literal = { i, 0, 0 };
        lows[i] = bits_of(&codes->literals, i < 256 ? literal : split_length(i - 256));
    }
    for (size_t i = 0; i < deflate->token_count; i++) {
        uint32_t token = deflate->tokens[i], far = token >> FW_DEFLATE_DISTANCE_BIT;
        struct bits low = lows[token % FW_COUNT(lows)];
        put_bits(deflate, low.value, low.count);
        if (token % FW_COUNT(lows) >= 256) {
            struct bits distance = near;
            if (far > 0) {
                distance = bits_of(&codes->distances, split_distance(far));
            }
            put_bits(deflate, distance.value, distance.count);
        }
    }
}

void fw_deflate_put_block(struct fw_deflate *deflate, bool final)
{
    struct codes codes;
    build_codes(&codes, deflate);
    put_header(deflate, &codes, final);
    put_tokens(deflate, &codes);
    put_bits(deflate, codes.literals.codes[END_OF_BLOCK], codes.literals.lengths[END_OF_BLOCK]);
    memset(deflate->frequencies, 0, sizeof deflate->frequencies);
    deflate->token_count = 0;
    for (; final && deflate->bit_count > 0; deflate->bit_count -= 8) {
        fw_bytes_put(deflate->out, (char)(deflate->bits & 0xff));
        deflate->bits >>= 8;
    }
}
