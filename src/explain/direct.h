/* Legends that names at the marks themselves stand for: which they are, and what the names say. */
#ifndef FW_EXPLAIN_DIRECT_H
#define FW_EXPLAIN_DIRECT_H

#include "view/view.h"

/** No entry. */
#define FW_NO_ENTRY ((size_t)-1)

/**
 * Marks the legends of `root` and below whose entries are to be named in the views, and lists those
 * entries, none of them drawn or named yet. These are legends of categories, where
 * usermeta.figwright.legend is "direct", or the theme's token directLabels is set and the spec
 * itself says nothing of the legend. Scales and sizes must be known; call it before each drawing.
 */
void fw_direct_begin(struct fw_view *root);

/** Whether names stood for some legend at `root` or below when it was drawn last. */
bool fw_direct_any(const struct fw_view *root);

/** Whether the names in the views stand for the whole legend: then it is left out. */
bool fw_direct_replaces(const struct fw_legend_model *legend);

/** Reports the legends below `root` that had to stay though the spec asks for names. */
void fw_direct_report(const struct fw_view *root);

/** How a unit shows a legend's entries. */
struct fw_direct_source {
    struct fw_legend_model *legend;
    const struct fw_table *table;
    const struct fw_channel_def *def;
    const struct fw_column *column; /* NULL: `datum` */
    struct fw_value datum;
};

/** False where the unit shows none of them. */
bool fw_direct_source_of(const struct fw_view *unit, struct fw_legend_model *legend,
                         struct fw_direct_source *source);

/** The entry that a row of the unit's table shows, or FW_NO_ENTRY. */
size_t fw_direct_entry(const struct fw_direct_source *source, size_t row);

/** Whether an axis of the unit, or a header of its facet, names every entry already: it has their
 * field. */
bool fw_direct_guide_names(const struct fw_view *unit, const struct fw_direct_source *source);

#endif
