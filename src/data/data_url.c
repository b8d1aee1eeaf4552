/* Data inside a url. */
#include "data/data_url.h"

#include <string.h>

#include "base/bytes.h"

static const char scheme[] = "data:";

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool begins(const char *text, const char *word)
{
    for (; *word != '\0'; text++, word++) {
        if (lower(*text) != *word) {
            return false;
        }
    }
    return true;
}

bool fw_data_url_is(const char *url)
{
    return begins(url, scheme);
}

/* The value of a digit of base64, both alphabets of RFC 4648; -1: none. */
static int digit64(char c)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *at = c == '-' ? digits + 62 : c == '_' ? digits + 63 : strchr(digits, c);
    return at == NULL || *at == '\0' ? -1 : (int)(at - digits);
}

static int digit16(char c)
{
    return c >= '0' && c <= '9'                 ? c - '0'
           : lower(c) >= 'a' && lower(c) <= 'f' ? lower(c) - 'a' + 10
                                                : -1;
}

/* The byte that "%41" stands for; -1: no escape begins here. */
static int escaped(const char *at)
{
    int high = at[0] == '%' ? digit16(at[1]) : -1;
    int low = high < 0 ? -1 : digit16(at[2]);
    return low < 0 ? -1 : high * 16 + low;
}

static const char *read_percent(const char *at, struct fw_bytes *out)
{
    while (*at != '\0') {
        int byte = escaped(at);
        if (*at == '%' && byte < 0) {
            return "has a '%' without two hexadecimal digits";
        }
        fw_bytes_put(out, byte < 0 ? *at : (char)byte);
        at += byte < 0 ? 1 : 3;
    }
    return NULL;
}

static const char *read_base64(const char *at, struct fw_bytes *out)
{
    unsigned bits = 0;
    int count = 0;
    while (*at != '\0' && *at != '=') {
        int byte = escaped(at);
        char c = byte < 0 ? *at : (char)byte;
        at += byte < 0 ? 1 : 3;
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '=') {
            continue;
        }
        int digit = digit64(c);
        if (digit < 0) {
            return "has a character that is none of base64";
        }
        bits = (bits << 6 | (unsigned)digit) & 0xffff;
        count += 6;
        if (count >= 8) {
            count -= 8;
            fw_bytes_put(out, (char)(bits >> count & 0xff));
        }
    }
    return NULL;
}

/* "text/csv" of "text/csv;charset=utf-8;base64". */
static const char *media_of(struct fw_arena *arena, const char *head, size_t length)
{
    size_t size = 0;
    while (size < length && head[size] != ';') {
        size++;
    }
    if (size == 0) {
        return "text/plain";
    }
    char *media = fw_arena_text(arena, head, size);
    for (char *c = media; *c != '\0'; c++) {
        *c = lower(*c);
    }
    return media;
}

const char *fw_data_url_read(struct fw_arena *arena, const char *url, struct fw_data_url *data)
{
    static const char coded[] = ";base64";
    const char *head = url + sizeof scheme - 1;
    const char *comma = strchr(head, ',');
    if (comma == NULL) {
        return "has no ',' before its data";
    }
    size_t length = (size_t)(comma - head);
    bool in_base64 = length >= sizeof coded - 1 && begins(comma - (sizeof coded - 1), coded);
    struct fw_bytes out = { 0 };
    const char *fault = in_base64 ? read_base64(comma + 1, &out) : read_percent(comma + 1, &out);
    if (fault == NULL) {
        data->media = media_of(arena, head, length);
        data->text = fw_arena_text(arena, fw_bytes_text(&out), out.length);
        data->length = out.length;
    }
    fw_bytes_finish(&out);
    return fault;
}
