/* Dumbbells: two or more values of each category on a line. */
#include <math.h>
#include <string.h>

#include "describe/form.h"

enum { ROWS_MOST = 8 };

static bool is_first(const struct fw_gist *gist, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (strcmp(gist->items[i].category, gist->items[at].category) == 0) {
            return false;
        }
    }
    return true;
}

static bool has_pairs(const struct fw_gist *gist)
{
    for (size_t i = 0; i < gist->item_count; i++) {
        if (gist->items[i].category != NULL && !is_first(gist, i)) {
            return true;
        }
    }
    return false;
}

static bool fits(const struct fw_gist *gist)
{
    enum fw_channel channel = gist->dimension.channel;
    return fw_gist_is(gist, " line ") && gist->dimension.def != NULL &&
           gist->item_count <= 2 * ROWS_MOST && has_pairs(gist) &&
           gist->dimension.def->type == FW_NOMINAL &&
           (channel == FW_CHANNEL_X || channel == FW_CHANNEL_Y) &&
           (gist->measure.channel == FW_CHANNEL_X || gist->measure.channel == FW_CHANNEL_Y);
}

static bool tell(const struct fw_gist *gist, struct fw_bytes *out)
{
    if (!fits(gist) || gist->item_count == 0 || gist->item_count > 2 * ROWS_MOST) {
        return false;
    }
    fw_bytes_puts(out, "Dumbbell chart");
    fw_word_subject(gist, out);
    const char *gap = ": ";
    for (size_t i = 0; i < gist->item_count; i++) {
        if (!is_first(gist, i)) {
            continue;
        }
        fw_bytes_printf(out, "%s%s", gap, gist->items[i].category);
        const char *between = " ";
        for (size_t k = i; k < gist->item_count; k++) {
            if (strcmp(gist->items[k].category, gist->items[i].category) == 0) {
                fw_bytes_puts(out, between);
                fw_word_value(gist, &gist->items[k], out);
                between = ", ";
            }
        }
        gap = "; ";
    }
    fw_bytes_put(out, '.');
    return true;
}

const struct fw_form fw_form_dumbbell = { "dumbbell", tell };
