/* Dots, ticks and lines that stand for one value each. */
#include "describe/form.h"

static bool tell(const struct fw_gist *gist, struct fw_bytes *out)
{
    if (!fw_gist_is(gist, " point circle square tick rule image rect line ")) {
        return false;
    }
    bool sized = gist->measure.channel == FW_CHANNEL_SIZE;
    bool times = gist->measure.def == NULL && gist->dimension.def != NULL &&
                 gist->dimension.def->type == FW_TEMPORAL;
    fw_bytes_puts(out, sized ? "Bubble chart" : times ? "Timeline" : "Dot plot");
    fw_word_subject(gist, out);
    fw_list_items(gist, out);
    return true;
}

const struct fw_form fw_form_dots = { "dots", tell };
