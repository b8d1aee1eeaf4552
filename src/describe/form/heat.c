/* Heat maps: a value for each pair of categories. */
#include "describe/form.h"

static bool tell(const struct fw_gist *gist, struct fw_bytes *out)
{
    const struct fw_encoding *encoding = gist->unit->encoding;
    if (!fw_gist_is(gist, " rect ") || !fw_encoding_has(encoding, FW_CHANNEL_X) ||
        !fw_encoding_has(encoding, FW_CHANNEL_Y)) {
        return false;
    }
    fw_bytes_puts(out, "Heat map");
    fw_word_subject(gist, out);
    fw_list_items(gist, out);
    return true;
}

const struct fw_form fw_form_heat = { "heat", tell };
