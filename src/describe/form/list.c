/* Lists of values: all of few, the extremes of many. */
#include <math.h>
#include <string.h>

#include "describe/form.h"

static bool same(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static const char *name_of(const struct fw_item *item, bool series)
{
    return series ? item->series : item->category;
}

/* How many different names there are, as far as FW_LIST_MOST + 1. */
static size_t distinct(const struct fw_gist *gist, bool series)
{
    const char *seen[FW_LIST_MOST + 1];
    size_t count = 0;
    for (size_t i = 0; i < gist->item_count && count <= FW_LIST_MOST; i++) {
        const char *name = name_of(&gist->items[i], series);
        size_t k = 0;
        while (k < count && !same(seen[k], name)) {
            k++;
        }
        if (k == count) {
            seen[count++] = name;
        }
    }
    return count;
}

static bool seen_before(const struct fw_gist *gist, size_t at, bool series)
{
    for (size_t i = 0; i < at; i++) {
        if (same(name_of(&gist->items[i], series), name_of(&gist->items[at], series))) {
            return true;
        }
    }
    return false;
}

/* How the values of one list are told apart. */
struct style {
    enum fw_item_style how; /* names that end in a digit would run into their numbers */
    const char *comma;      /* "; " where values have commas in them */
};

static bool ends_in_digit(const char *name)
{
    size_t length = name == NULL ? 0 : strlen(name);
    return length > 0 && name[length - 1] >= '0' && name[length - 1] <= '9';
}

static struct style style_of(const struct fw_gist *gist)
{
    struct style style = { FW_ITEM_SPACED, ", " };
    bool digits = false, brackets = false;
    for (size_t i = 0; i < gist->item_count; i++) {
        const struct fw_item *item = &gist->items[i];
        const char *const texts[] = { item->wording, item->category, item->series };
        digits = digits || ends_in_digit(item->category) || ends_in_digit(item->series);
        brackets = brackets || (item->wording != NULL && strchr(item->wording, '(') != NULL);
        for (size_t k = 0; k < FW_COUNT(texts); k++) {
            bool has_comma = texts[k] != NULL && strstr(texts[k], ", ") != NULL;
            style.comma = has_comma ? "; " : style.comma;
        }
    }
    style.how = !digits ? FW_ITEM_SPACED : brackets ? FW_ITEM_COLON : FW_ITEM_BRACKETS;
    return style;
}

/* "Type 1: under 20 24%, 20 to 30 53%; Type 2: ..." */
static void list_groups(const struct fw_gist *gist, bool by_series, struct fw_bytes *out)
{
    struct style style = style_of(gist);
    for (size_t i = 0; i < gist->item_count; i++) {
        const char *group = name_of(&gist->items[i], by_series);
        if (seen_before(gist, i, by_series)) {
            continue;
        }
        fw_bytes_puts(out, i == 0 ? "" : style.comma[0] == ';' ? ". " : "; ");
        fw_bytes_puts(out, group == NULL ? "" : group);
        const char *gap = group == NULL || *group == '\0' ? "" : ": ";
        for (size_t k = i; k < gist->item_count; k++) {
            const struct fw_item *item = &gist->items[k];
            if (same(name_of(item, by_series), group)) {
                fw_bytes_puts(out, gap);
                fw_word_item(gist, !by_series, item, style.how, out);
                gap = style.comma;
            }
        }
    }
}

static void list_flat(const struct fw_gist *gist, bool by_series, struct fw_bytes *out)
{
    struct style style = style_of(gist);
    for (size_t i = 0; i < gist->item_count; i++) {
        fw_bytes_puts(out, i == 0 ? "" : style.comma);
        fw_word_item(gist, by_series, &gist->items[i], style.how, out);
    }
}

static bool has_series(const struct fw_gist *gist)
{
    return gist->items[0].series != NULL && distinct(gist, true) > 1;
}

static void list_all(const struct fw_gist *gist, struct fw_bytes *out)
{
    bool series = has_series(gist);
    bool category = gist->items[0].category != NULL && distinct(gist, false) > 1;
    if (series && category) {
        bool stacked = gist->unit->stack != NULL;
        list_groups(gist, !stacked && distinct(gist, true) < distinct(gist, false), out);
    } else {
        list_flat(gist, series, out);
    }
}

/* Of stacks with too many parts those of the first series: "Female: ...". False: that is no help.
 */
static bool list_first_series(const struct fw_gist *gist, struct fw_bytes *out)
{
    struct fw_gist first = *gist;
    if (gist->item_count == 0 || gist->unit->stack == NULL || !has_series(gist)) {
        return false;
    }
    first.items = FW_NEW_ARRAY(gist->unit->chart->make.arena, gist->item_count, struct fw_item);
    first.item_count = 0;
    for (size_t i = 0; i < gist->item_count; i++) {
        if (same(gist->items[i].series, gist->items[0].series)) {
            first.items[first.item_count++] = gist->items[i];
        }
    }
    if (first.item_count > FW_LIST_MOST) {
        return false;
    }
    fw_bytes_printf(out, ". %s: ", gist->items[0].series);
    list_flat(&first, false, out);
    return true;
}

static const struct fw_item *extreme(const struct fw_gist *gist, int sign)
{
    const struct fw_item *best = NULL;
    for (size_t i = 0; i < gist->item_count; i++) {
        const struct fw_item *item = &gist->items[i];
        if (!isnan(item->value) && (best == NULL || sign * (item->value - best->value) > 0)) {
            best = item;
        }
    }
    return best;
}

static void put_extreme(const struct fw_gist *gist, const char *word, const struct fw_item *item,
                        struct fw_bytes *out)
{
    fw_bytes_puts(out, word);
    if (item->series != NULL && item->category != NULL) {
        fw_bytes_printf(out, "%s, ", item->series);
    }
    fw_word_item(gist, item->category == NULL, item, FW_ITEM_BRACKETS, out);
}

void fw_list_items(const struct fw_gist *gist, struct fw_bytes *out)
{
    const struct fw_item *most = extreme(gist, 1), *least = extreme(gist, -1);
    if (gist->item_count > 0 && gist->item_count <= FW_LIST_MOST) {
        fw_bytes_puts(out, ": ");
        list_all(gist, out);
    } else if (!list_first_series(gist, out) && most != NULL) {
        fw_bytes_printf(out, ", %zu values", gist->item_count);
        put_extreme(gist, ": highest ", most, out);
        put_extreme(gist, ", lowest ", least, out);
    }
    fw_bytes_put(out, '.');
}
