/* Tokens of runs, and blocks of them in RFC 1951's dynamic codes. */
#include "render/deflate.h"

#include <stdbool.h>
#include <string.h>
#include <zlib.h>

#include "render/huffman.h"

enum {
    END_OF_BLOCK = 256,
    SHORTEST_RUN = 3,
    LONGEST_RUN = 258,
    LITERALS = 286,
    LENGTHS = 19,
    ADLER_BASE = 65521
};

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

/* The symbol of a run's length, and the extra bits behind it. */
static int length_symbol(unsigned run, int *extra_count, unsigned *extra)
{
    unsigned offset = run - SHORTEST_RUN;
    *extra_count = 0;
    *extra = 0;
    if (offset < 8) {
        return (int)(257 + offset);
    }
    if (run == LONGEST_RUN) {
        return 285;
    }
    int count = 1;
    while (offset >> count >= 8) {
        count++;
    }
    *extra_count = count;
    *extra = offset & ((1u << count) - 1);
    return (int)(257 + 4u * (unsigned)count + (offset >> count));
}

/* The lengths of the code, themselves run-length coded: symbols and their extra bits. */
struct code_lengths {
    uint8_t symbols[LITERALS + 1], extra[LITERALS + 1];
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

static void code_lengths(struct code_lengths *list, const uint8_t lengths[LITERALS])
{
    list->count = 0;
    for (size_t i = 0; i < LITERALS;) {
        size_t end = i + 1;
        while (end < LITERALS && lengths[end] == lengths[i]) {
            end++;
        }
        add_lengths(list, lengths[i], end - i);
        i = end;
    }
    add_length(list, 1, 0); /* the one distance, 1, has a code of one bit */
}

static void put_header(struct fw_deflate *deflate, const struct fw_huffman *literals, bool final)
{
    static const uint8_t order[LENGTHS] = { 16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                            11, 4,  12, 3, 13, 2, 14, 1, 15 };
    static const uint8_t extra_bits[LENGTHS] = { [16] = 2, [17] = 3, [18] = 7 };
    struct code_lengths list;
    struct fw_huffman code;
    uint32_t frequencies[LENGTHS] = { 0 };
    code_lengths(&list, literals->lengths);
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
    put_bits(deflate, 0, 5); /* one distance */
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

static void put_block(struct fw_deflate *deflate, bool final)
{
    struct fw_huffman code;
    deflate->frequencies[END_OF_BLOCK]++;
    fw_huffman_build(&code, deflate->frequencies, LITERALS, 15);
    put_header(deflate, &code, final);
    for (size_t i = 0; i < deflate->token_count; i++) {
        unsigned token = deflate->tokens[i];
        if (token < 256) {
            put_bits(deflate, code.codes[token], code.lengths[token]);
            continue;
        }
        int extra_count;
        unsigned extra;
        int symbol = length_symbol(token - 256 + SHORTEST_RUN, &extra_count, &extra);
        int length = code.lengths[symbol];
        put_bits(deflate, code.codes[symbol] | (uint64_t)extra << length, length + extra_count + 1);
    }
    put_bits(deflate, code.codes[END_OF_BLOCK], code.lengths[END_OF_BLOCK]);
    memset(deflate->frequencies, 0, sizeof deflate->frequencies);
    deflate->token_count = 0;
}

static void add_token(struct fw_deflate *deflate, unsigned token, int symbol)
{
    if (deflate->token_count == FW_DEFLATE_TOKENS) {
        put_block(deflate, false);
    }
    deflate->tokens[deflate->token_count++] = (uint16_t)token;
    deflate->frequencies[symbol]++;
}

/* `length` times the byte; the first is a literal unless it goes on from the one before. */
static void add_run(struct fw_deflate *deflate, uint8_t byte, size_t length)
{
    if (deflate->last != byte) {
        add_token(deflate, byte, byte);
        length--;
    }
    deflate->last = byte;
    while (length >= SHORTEST_RUN) {
        unsigned run = length > LONGEST_RUN ? LONGEST_RUN : (unsigned)length;
        unsigned extra;
        int extra_count;
        add_token(deflate, 256 + run - SHORTEST_RUN, length_symbol(run, &extra_count, &extra));
        length -= run;
    }
    for (; length > 0; length--) {
        add_token(deflate, byte, byte);
    }
}

/* The length of the run at `data`, by words of eight bytes. */
static size_t run_length(const uint8_t *data, size_t length)
{
    size_t run = 1;
    uint64_t same, word;
    memset(&same, data[0], sizeof same);
    while (run + sizeof word <= length) {
        memcpy(&word, data + run, sizeof word);
        if (word != same) {
            break;
        }
        run += sizeof word;
    }
    while (run < length && data[run] == data[0]) {
        run++;
    }
    return run;
}

void fw_deflate_begin(struct fw_deflate *deflate, struct fw_bytes *out)
{
    deflate->out = out;
    deflate->bits = 0;
    deflate->bit_count = 0;
    deflate->adler = 1;
    deflate->last = -1;
    deflate->token_count = 0;
    memset(deflate->frequencies, 0, sizeof deflate->frequencies);
    fw_bytes_append(out, "\x78\x01", 2); /* 32 KiB window, fastest algorithm */
}

void fw_deflate_write(struct fw_deflate *deflate, const uint8_t *data, size_t length)
{
    deflate->adler = (uint32_t)adler32(deflate->adler, data, (uInt)length);
    for (size_t i = 0; i < length;) {
        size_t run = run_length(data + i, length - i);
        add_run(deflate, data[i], run);
        i += run;
    }
}

void fw_deflate_zeros(struct fw_deflate *deflate, size_t length)
{
    if (length == 0) {
        return;
    }
    uint64_t low = deflate->adler & 0xffff, high = deflate->adler >> 16;
    high = (high + length % ADLER_BASE * low) % ADLER_BASE; /* a zero adds `low` to `high` */
    deflate->adler = (uint32_t)(high << 16 | low);
    add_run(deflate, 0, length);
}

void fw_deflate_end(struct fw_deflate *deflate)
{
    put_block(deflate, true);
    for (; deflate->bit_count > 0; deflate->bit_count -= 8) {
        fw_bytes_put(deflate->out, (char)(deflate->bits & 0xff));
        deflate->bits >>= 8;
    }
    for (int shift = 24; shift >= 0; shift -= 8) {
        fw_bytes_put(deflate->out, (char)(deflate->adler >> shift & 0xff));
    }
}
