/* Lists as a sentence has them. */
#include "figure/listing.h"

#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/decimal.h"

/* The number that a text begins with, and whether it is all of it; infinite where there is none. */
static double leading_number(const char *text, bool *whole)
{
    const char *after = text;
    double number = INFINITY;
    if (isdigit((unsigned char)text[0])) {
        fw_decimal_parse(text, text + strlen(text), &number, &after);
    }
    *whole = after != text && *after == '\0';
    return number;
}

/* Whether one is the other with more behind it. */
static bool same_place(const char *a, const char *b)
{
    bool whole_a, whole_b;
    double number_a = leading_number(a, &whole_a), number_b = leading_number(b, &whole_b);
    size_t length = strlen(a) < strlen(b) ? strlen(a) : strlen(b);
    bool continues = strncmp(a, b, length) == 0 && (a[length] == ' ' || b[length] == ' ');
    return isfinite(number_a) && number_a == number_b && (whole_a || whole_b) && continues &&
           (strchr(a, '(') != NULL || strchr(b, '(') != NULL);
}

void fw_listing_add(struct fw_listing *listing, const char *text)
{
    for (size_t i = 0; i < listing->count; i++) {
        if (strcmp(listing->items[i], text) == 0) {
            return;
        }
        if (same_place(listing->items[i], text)) {
            bool longer = strlen(text) > strlen(listing->items[i]);
            listing->items[i] = longer ? text : listing->items[i];
            return;
        }
    }
    FW_RESERVE(listing->arena, listing->items, listing->count, listing->capacity);
    listing->items[listing->count++] = text;
}

void fw_listing_sort(struct fw_listing *listing)
{
    bool whole;
    for (size_t i = 1; i < listing->count; i++) {
        const char *item = listing->items[i];
        double number = leading_number(item, &whole);
        size_t at = i;
        for (; at > 0 && leading_number(listing->items[at - 1], &whole) > number; at--) {
            listing->items[at] = listing->items[at - 1];
        }
        listing->items[at] = item;
    }
}

/* How many of the items from `from` on are whole numbers in a row. */
static size_t run_length(const struct fw_listing *listing, size_t from)
{
    bool whole;
    double first = leading_number(listing->items[from], &whole);
    size_t length = 1;
    while (whole && from + length < listing->count) {
        double next = leading_number(listing->items[from + length], &whole);
        if (!whole || next != first + (double)length) {
            break;
        }
        length++;
    }
    return length;
}

/* Fewer than three in a row read better one by one. */
enum { SHORTEST_RANGE = 3 };

void fw_listing_fold(struct fw_listing *listing)
{
    size_t count = 0;
    for (size_t i = 0; i < listing->count;) {
        size_t run = run_length(listing, i);
        if (run >= SHORTEST_RANGE) {
            listing->items[count++] = fw_arena_printf(listing->arena, "%s to %s", listing->items[i],
                                                      listing->items[i + run - 1]);
            i += run;
        } else {
            listing->items[count++] = listing->items[i++];
        }
    }
    listing->count = count;
}

static bool is_compound(const char *text)
{
    return strstr(text, " and ") != NULL || strchr(text, ',') != NULL;
}

const char *fw_listing_text(const struct fw_listing *listing)
{
    const char *text = listing->count == 0 ? "" : listing->items[0];
    bool compound = is_compound(text);
    for (size_t i = 1; i < listing->count; i++) {
        const char *last = compound ? ", and " : " and ";
        const char *between = i + 1 < listing->count ? ", " : last;
        text = fw_arena_printf(listing->arena, "%s%s%s", text, between, listing->items[i]);
        compound = compound || is_compound(listing->items[i]);
    }
    return text;
}
