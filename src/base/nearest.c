/* "Did you mean": the nearest of some names by edit distance. */
#include <string.h>

#include "base/diag.h"
#include "base/limits.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/*
 * Insertions, deletions, exchanges and swaps of neighbours between two short texts, ASCII case
 * ignored (optimal string alignment: the restricted Damerau-Levenshtein distance).
 */
static unsigned edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    unsigned rows[3][FW_LIMIT_SUGGESTION + 1];
    for (size_t j = 0; j <= b_length; j++) {
        rows[0][j] = (unsigned)j;
    }
    for (size_t i = 1; i <= a_length; i++) {
        unsigned *row = rows[i % 3];
        const unsigned *above = rows[(i - 1) % 3], *above2 = rows[(i + 1) % 3];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= b_length; j++) {
            char x = lower(a[i - 1]), y = lower(b[j - 1]);
            unsigned best = least(above[j], row[j - 1]) + 1;
            best = least(best, above[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == lower(b[j - 2]) && lower(a[i - 2]) == y) {
                best = least(best, above2[j - 2] + 1);
            }
            row[j] = best;
        }
    }
    return rows[a_length % 3][b_length];
}

static bool starts_with(const char *text, const char *prefix)
{
    while (*prefix != '\0' && lower(*text) == lower(*prefix)) {
        text++;
        prefix++;
    }
    return *prefix == '\0';
}

/* The only name that begins with `written` ("quant"), or NULL. */
static const char *only_completion(const char *written, const char *const *names, size_t count)
{
    const char *found = NULL;
    for (size_t i = 0; i < count; i++) {
        if (starts_with(names[i], written)) {
            if (found != NULL) {
                return NULL;
            }
            found = names[i];
        }
    }
    return found;
}

const char *fw_nearest(const char *written, const char *const *names, size_t count)
{
    size_t length = strlen(written);
    if (length == 0 || length > FW_LIMIT_SUGGESTION) {
        return NULL;
    }
    const char *nearest = NULL;
    unsigned nearest_distance =
        (unsigned)(length + 1) / 3 + 1; /* one letter of three may be wrong */
    for (size_t i = 0; i < count; i++) {
        size_t name_length = strlen(names[i]);
        if (name_length <= FW_LIMIT_SUGGESTION) {
            unsigned distance = edit_distance(written, length, names[i], name_length);
            if (distance < nearest_distance) {
                nearest_distance = distance;
                nearest = names[i];
            }
        }
    }
    if (nearest == NULL && length >= 3) {
        nearest = only_completion(written, names, count);
    }
    return nearest;
}
