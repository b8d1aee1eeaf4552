/* Pies and rings: parts of a whole. */
#include "describe/form.h"

static bool tell(const struct fw_gist *gist, struct fw_bytes *out)
{
    if (!fw_gist_is(gist, " arc ")) {
        return false;
    }
    struct fw_value hole = fw_get(gist->unit->mark_def, "innerRadius");
    fw_bytes_puts(out, fw_to_boolean(hole) ? "Ring chart" : "Pie chart");
    fw_word_subject(gist, out);
    fw_list_items(gist, out);
    return true;
}

const struct fw_form fw_form_parts = { "parts", tell };
