/* Waffles and unit charts: one sign for each of what is counted, told apart by colour. */
#include <string.h>

#include "describe/form.h"

enum { KINDS_MOST = 48 };

/* Signs that are alike: of one category and one colour. */
struct kind {
    const char *category, *series;
    size_t count;
};

/* No scale shows what a sign's place means. */
static bool is_index(const struct fw_encoding *encoding, enum fw_channel channel)
{
    const struct fw_channel_def *def = fw_encoding_field(encoding, channel);
    return def == NULL || (fw_get(def->spec, "axis").kind == FW_NULL && def->aggregate == NULL);
}

static bool same(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static size_t count_kinds(const struct fw_gist *gist, bool by_category, struct kind *kinds)
{
    size_t count = 0;
    for (size_t i = 0; i < gist->item_count; i++) {
        const struct fw_item *item = &gist->items[i];
        struct kind kind = { by_category ? item->category : NULL,
                             gist->series.shown ? item->series : NULL, 0 };
        size_t k = 0;
        while (k < count &&
               !(same(kinds[k].category, kind.category) && same(kinds[k].series, kind.series))) {
            k++;
        }
        if (k == KINDS_MOST) {
            return 0;
        }
        if (k == count) {
            kinds[count++] = kind;
        }
        kinds[k].count++;
    }
    return count;
}

static bool first_of_category(const struct kind *kinds, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (same(kinds[i].category, kinds[at].category)) {
            return false;
        }
    }
    return true;
}

/* Whether a category's name has its number in it: "57 cases". */
static bool says(const char *category, size_t count)
{
    struct fw_bytes number = { 0 };
    fw_bytes_printf(&number, "%zu ", count);
    bool found = strstr(category, fw_bytes_text(&number)) != NULL;
    fw_bytes_finish(&number);
    return found;
}

/* "Under 20: 1; 20 to 30: 2", with colours "Pair: 3 yes, 3 no", of one category "Under 13 (7)". */
static void put_kinds(const struct kind *kinds, size_t count, struct fw_bytes *out)
{
    for (size_t i = 0; i < count; i++) {
        const struct kind *kind = &kinds[i];
        fw_bytes_puts(out, i == 0 ? ": " : "");
        if (kind->category == NULL) {
            fw_bytes_printf(out, "%s%s (%zu)", i == 0 ? "" : "; ", kind->series, kind->count);
            continue;
        }
        if (!first_of_category(kinds, i)) {
            continue;
        }
        fw_bytes_printf(out, "%s%s", i == 0 ? "" : "; ", kind->category);
        const char *gap = ": ";
        for (size_t k = i; k < count; k++) {
            if (same(kinds[k].category, kind->category)) {
                if (kinds[k].series == NULL && says(kind->category, kinds[k].count)) {
                    break;
                }
                fw_bytes_printf(out, "%s%zu", gap, kinds[k].count);
                fw_bytes_puts(out, kinds[k].series == NULL ? "" : " ");
                fw_bytes_puts(out, kinds[k].series == NULL ? "" : kinds[k].series);
                gap = ", ";
            }
        }
    }
    fw_bytes_put(out, '.');
}

static bool tell(const struct fw_gist *gist, struct fw_bytes *out)
{
    const struct fw_encoding *encoding = gist->unit->encoding;
    bool x = is_index(encoding, FW_CHANNEL_X), y = is_index(encoding, FW_CHANNEL_Y);
    bool by_category = !(x && y);
    struct kind kinds[KINDS_MOST];
    if (!fw_gist_is(gist, " rect point circle square ") || gist->item_count < 2 || (!x && !y) ||
        gist->measure.def != NULL || (by_category && !gist->dimension.shown) ||
        (!by_category && !gist->series.shown)) {
        return false;
    }
    size_t count = count_kinds(gist, by_category, kinds);
    if (count == 0 || count == gist->item_count) {
        return false;
    }
    fw_bytes_printf(out, "Chart of %zu %s", gist->item_count,
                    fw_gist_is(gist, " rect square ") ? "squares" : "circles");
    if (by_category && gist->dimension.title != NULL) {
        fw_bytes_puts(out, " by ");
        fw_word_title(gist->dimension.title, out);
    }
    put_kinds(kinds, count, out);
    return true;
}

const struct fw_form fw_form_cells = { "cells", tell };
