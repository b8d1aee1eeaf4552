/* Upper and lower case of letters, as Unicode's default mappings have them. */
#include "expr/letter.h"

#include "base/utf8.h"
#include "expr/letters.h"

/* Every `step`-th code point from first to last has its counterpart `delta` further. */
struct run {
    uint32_t first, last, step;
    int32_t delta;
};

#define RUN(first, last, step, delta) { first, last, step, delta },
static const struct run upper_runs[] = { FW_LETTER_UPPER_LIST(RUN) };
static const struct run lower_runs[] = { FW_LETTER_LOWER_LIST(RUN) };
#undef RUN

#define LONG(letter, a, b, c) { letter, { a, b, c } },
static const struct {
    uint32_t letter;
    uint32_t capitals[3];
} long_capitals[] = { FW_LETTER_LONG_LIST(LONG) };
#undef LONG

static uint32_t mapped(const struct run *runs, size_t count, uint32_t c)
{
    size_t lo = 0, hi = count;
    while (lo < hi) {
        size_t middle = lo + (hi - lo) / 2;
        if (c > runs[middle].last) {
            lo = middle + 1;
        } else {
            hi = middle;
        }
    }
    if (lo == count || c < runs[lo].first || (c - runs[lo].first) % runs[lo].step != 0) {
        return c;
    }
    return (uint32_t)((int32_t)c + runs[lo].delta);
}

static void put(struct fw_bytes *out, uint32_t c)
{
    char bytes[4];
    fw_bytes_append(out, bytes, fw_utf8_put(c, bytes));
}

static bool put_long(struct fw_bytes *out, uint32_t c)
{
    for (size_t i = 0; i < FW_COUNT(long_capitals); i++) {
        if (long_capitals[i].letter == c) {
            for (size_t k = 0; k < 3 && long_capitals[i].capitals[k] != 0; k++) {
                put(out, long_capitals[i].capitals[k]);
            }
            return true;
        }
    }
    return false;
}

void fw_letter_upper(fw_str text, struct fw_bytes *out)
{
    const char *at = text->text, *end = at + text->length;
    while (at < end) {
        uint32_t c = fw_utf8_next(at, end, &at);
        if (c < 0x80) {
            fw_bytes_put(out, (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c));
        } else if (!put_long(out, c)) {
            put(out, mapped(upper_runs, FW_COUNT(upper_runs), c));
        }
    }
}

static bool is_letter(uint32_t c)
{
    return mapped(upper_runs, FW_COUNT(upper_runs), c) != c ||
           mapped(lower_runs, FW_COUNT(lower_runs), c) != c;
}

void fw_letter_lower(fw_str text, struct fw_bytes *out)
{
    const char *at = text->text, *end = at + text->length;
    bool in_word = false;
    while (at < end) {
        uint32_t c = fw_utf8_next(at, end, &at);
        const char *behind;
        bool more = at < end && is_letter(fw_utf8_next(at, end, &behind));
        if (c < 0x80) {
            fw_bytes_put(out, (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
        } else if (c == 0x0130) {
            fw_bytes_puts(out, "i\xCC\x87"); /* capital i with a dot: the dot stays */
        } else if (c == 0x03A3 && in_word && !more) {
            put(out, 0x03C2);
        } else {
            put(out, mapped(lower_runs, FW_COUNT(lower_runs), c));
        }
        in_word = is_letter(c);
    }
}
