/* Finds runs and matches, and hands them on as tokens. */
#include "render/deflate.h"

#include <string.h>
#include <zlib.h>

enum { SHORTEST = FW_DEFLATE_SHORTEST, LONGEST = FW_DEFLATE_LONGEST, ADLER_BASE = 65521 };

/* WORD: bytes that are hashed and compared at a time; WORTHWHILE: the shortest match that takes
 * fewer bits than its bytes do, measured on charts. */
enum { WORD = 4, WORTHWHILE = 6 };

static void add_token(struct fw_deflate *deflate, uint32_t token)
{
    if (deflate->token_count == FW_DEFLATE_TOKENS) {
        fw_deflate_put_block(deflate, false);
    }
    deflate->tokens[deflate->token_count++] = token;
    deflate->frequencies[token % (1 << FW_DEFLATE_DISTANCE_BIT)]++;
}

static void add_match(struct fw_deflate *deflate, size_t length, size_t distance)
{
    add_token(deflate, (uint32_t)(256 + length - SHORTEST) | (uint32_t)(distance - 1)
                                                                 << FW_DEFLATE_DISTANCE_BIT);
}

/* `length` times the byte; the first is a literal unless it goes on from the one before. */
static void add_run(struct fw_deflate *deflate, uint8_t byte, size_t length)
{
    if (deflate->last != byte) {
        add_token(deflate, byte);
        length--;
    }
    deflate->last = byte;
    while (length >= SHORTEST) {
        size_t run = length > LONGEST ? LONGEST : length;
        add_match(deflate, run, 1);
        length -= run;
    }
    for (; length > 0; length--) {
        add_token(deflate, byte);
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

/* The same on every machine, for the bytes that come out depend on it. */
static uint32_t load_word(const uint8_t *data)
{
    return (uint32_t)data[0] | (uint32_t)data[1] << 8 | (uint32_t)data[2] << 16 |
           (uint32_t)data[3] << 24;
}

/* How many bytes are the same at both places, up to `most`. */
static size_t same_length(const uint8_t *a, const uint8_t *b, size_t most)
{
    size_t length = 0;
    uint64_t x, y;
    while (length + sizeof x <= most) {
        memcpy(&x, a + length, sizeof x);
        memcpy(&y, b + length, sizeof y);
        if (x != y) {
            break;
        }
        length += sizeof x;
    }
    while (length < most && a[length] == b[length]) {
        length++;
    }
    return length;
}

/*
 * The length and distance of the match at `at` in the window that the hash table knows, which then
 * knows this place; 0 when there is none worth it.
 */
static size_t find_match(struct fw_deflate *deflate, size_t at, uint32_t word, size_t *distance)
{
    uint32_t *head = &deflate->heads[word * 2654435761u >> (32 - FW_DEFLATE_HASH_BITS)];
    size_t before = *head - deflate->base; /* far beyond `at` where it is forgotten */
    *head = (uint32_t)(deflate->base + at);
    *distance = at - before;
    if (before >= at || *distance > FW_DEFLATE_WINDOW ||
        load_word(deflate->window + before) != word) {
        return 0;
    }
    size_t most = deflate->filled - at;
    size_t length = same_length(deflate->window + at, deflate->window + before,
                                most > LONGEST ? LONGEST : most);
    return length >= WORTHWHILE ? length : 0;
}

/* Makes tokens of the window from `at` on. Where nothing matches, ever fewer places are tried. */
static void add_bytes(struct fw_deflate *deflate, size_t at)
{
    enum { PATIENCE = 5 }; /* log2 of the failures after which one more byte is passed over */
    for (size_t failures = 0; at + WORD <= deflate->filled;) {
        const uint8_t *here = deflate->window + at;
        uint32_t word = load_word(here);
        size_t length, distance;
        if (word == here[0] * 0x01010101u) {
            length = run_length(here, deflate->filled - at);
            add_run(deflate, here[0], length);
            failures = 0;
        } else if ((length = find_match(deflate, at, word, &distance)) > 0) {
            add_match(deflate, length, distance);
            failures = 0;
        } else {
            length = 1 + (failures++ >> PATIENCE);
            length = length > WORD ? WORD : length;
            for (size_t i = 0; i < length; i++) {
                add_token(deflate, here[i]);
            }
        }
        at += length;
        deflate->last = deflate->window[at - 1];
    }
    for (; at < deflate->filled; at++) {
        add_token(deflate, deflate->window[at]);
        deflate->last = deflate->window[at];
    }
}

/* Makes room for `length` bytes, at most half of what matches reach, by forgetting the oldest. */
static void make_room(struct fw_deflate *deflate, size_t length)
{
    if (deflate->filled + length > sizeof deflate->window) {
        size_t gone = deflate->filled - FW_DEFLATE_WINDOW;
        memmove(deflate->window, deflate->window + gone, FW_DEFLATE_WINDOW);
        deflate->filled = FW_DEFLATE_WINDOW;
        deflate->base += gone;
    }
}

void fw_deflate_begin(struct fw_deflate *deflate, struct fw_bytes *out)
{
    deflate->out = out;
    deflate->bits = 0;
    deflate->bit_count = 0;
    deflate->adler = 1;
    deflate->last = -1;
    deflate->token_count = 0;
    deflate->filled = 0;
    deflate->base = 1; /* 0 in the hash table is nowhere */
    memset(deflate->frequencies, 0, sizeof deflate->frequencies);
    memset(deflate->heads, 0, sizeof deflate->heads);
    fw_bytes_append(out, "\x78\x01", 2); /* 32 KiB window, fastest algorithm */
}

void fw_deflate_write(struct fw_deflate *deflate, const uint8_t *data, size_t length)
{
    deflate->adler = (uint32_t)adler32(deflate->adler, data, (uInt)length);
    while (length > 0) {
        size_t part = length > FW_DEFLATE_WINDOW / 2 ? FW_DEFLATE_WINDOW / 2 : length;
        make_room(deflate, part);
        size_t at = deflate->filled;
        memcpy(deflate->window + at, data, part);
        deflate->filled += part;
        add_bytes(deflate, at);
        data += part;
        length -= part;
    }
}

/* What lies behind a long run of zeros is forgotten: matches would be far, and rare. */
static void remember_zeros(struct fw_deflate *deflate, size_t length)
{
    if (length > FW_DEFLATE_WINDOW / 2) {
        deflate->base += deflate->filled + length;
        deflate->filled = 0;
        return;
    }
    make_room(deflate, length);
    memset(deflate->window + deflate->filled, 0, length);
    deflate->filled += length;
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
    remember_zeros(deflate, length);
}

void fw_deflate_end(struct fw_deflate *deflate)
{
    fw_deflate_put_block(deflate, true);
    for (int shift = 24; shift >= 0; shift -= 8) {
        fw_bytes_put(deflate->out, (char)(deflate->adler >> shift & 0xff));
    }
}
