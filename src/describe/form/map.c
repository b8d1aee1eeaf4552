/* Maps: what is coloured, and how far it reaches. */
#include "describe/form.h"

static bool tell(const struct fw_gist *gist, struct fw_bytes *out)
{
    const struct fw_encoding *encoding = gist->unit->encoding;
    struct fw_gist named = *gist;
    bool points = fw_encoding_has(encoding, FW_CHANNEL_LONGITUDE) ||
                  fw_encoding_has(encoding, FW_CHANNEL_LATITUDE);
    if (!points && !fw_gist_is(gist, " geoshape ")) {
        return false;
    }
    fw_bytes_puts(out, "Map");
    if (gist->measure.def == NULL) {
        fw_bytes_puts(out, gist->item_count > 1 ? " of " : ".");
        if (gist->item_count > 1) {
            fw_bytes_printf(out, points ? "%zu places." : "%zu shapes.", gist->item_count);
        }
        return true;
    }
    if (named.dimension.def != NULL && !fw_def_discrete(named.dimension.def)) {
        named.dimension = (struct fw_gist_field){ 0 };
    }
    fw_word_subject(&named, out);
    fw_list_items(gist, out);
    return true;
}

const struct fw_form fw_form_map = { "map", tell };
