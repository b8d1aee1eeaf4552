/* Ranges and periods: bars and lines between two values. */
#include "describe/form.h"

/* Composite marks by the style that their rewriting gives the part that has two ends. */
static const struct {
    const char *style, *name, *of; /* `of`: what the two ends are */
} composites[] = {
    { "boxplot-box", "Box plot", ", middle halves" },
    { "errorbar-rule", "Error bars", "" },
    { "errorband-band", "Error band", "" },
};

static void put_name(const struct fw_gist *gist, struct fw_bytes *out)
{
    struct fw_value style = fw_get(gist->unit->mark_def, "style");
    for (size_t i = 0; i < FW_COUNT(composites); i++) {
        if (fw_is_text(style, composites[i].style)) {
            struct fw_gist whole = *gist;
            whole.measure2.def = NULL; /* its title is that of the whole mark */
            fw_bytes_puts(out, composites[i].name);
            fw_word_subject(&whole, out);
            fw_bytes_puts(out, composites[i].of);
            return;
        }
    }
    bool times = gist->measure.def->type == FW_TEMPORAL;
    fw_bytes_puts(out, times                        ? "Chart of periods"
                       : fw_gist_is(gist, " area ") ? "Band"
                                                    : "Range chart");
    fw_word_subject(gist, out);
}

static bool tell(const struct fw_gist *gist, struct fw_bytes *out)
{
    if (gist->measure2.def == NULL || !fw_gist_is(gist, " bar rule rect area tick ") ||
        fw_def_binning(gist->measure.def) || gist->measure.def->binned) {
        return false;
    }
    put_name(gist, out);
    fw_list_items(gist, out);
    return true;
}

const struct fw_form fw_form_range = { "range", tell };
