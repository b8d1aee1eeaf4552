/* Bars: plain, stacked, grouped, histograms. */
#include <string.h>

#include "describe/form.h"

static const char *name_of(const struct fw_gist *gist)
{
    const struct fw_view *unit = gist->unit;
    const struct fw_channel_def *dimension = gist->dimension.def;
    bool stacked = unit->stack != NULL && gist->series.def != NULL;
    if (dimension != NULL && (fw_def_binning(dimension) || dimension->binned)) {
        return "Histogram";
    }
    bool grouped = fw_encoding_has(unit->encoding, FW_CHANNEL_XOFFSET) ||
                   fw_encoding_has(unit->encoding, FW_CHANNEL_YOFFSET);
    if (stacked && !grouped) {
        return strcmp(unit->stack->offset, "normalize") == 0 ? "100% stacked bar chart"
                                                             : "Stacked bar chart";
    }
    return grouped                       ? "Grouped bar chart"
           : unit->orient == FW_VERTICAL ? "Column chart"
                                         : "Bar chart";
}

static bool tell(const struct fw_gist *gist, struct fw_bytes *out)
{
    if (!fw_gist_is(gist, " bar ")) {
        return false;
    }
    fw_bytes_puts(out, name_of(gist));
    fw_word_subject(gist, out);
    fw_list_items(gist, out);
    return true;
}

const struct fw_form fw_form_bars = { "bars", tell };
