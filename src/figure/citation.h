/* Sources as one cites them: each report once, with all the places in it that were used. */
#ifndef FW_FIGURE_CITATION_H
#define FW_FIGURE_CITATION_H

#include "data/package.h"

/** The reports that a figure rests on, each once, in the order of first use. */
struct fw_citations {
    struct fw_arena *arena;
    struct fw_citation *items; /* [count] */
    size_t count, capacity;
};

/** Adds a source; the places of a report that is there already join its others. */
void fw_citations_add(struct fw_citations *citations, const struct fw_resource_source *source);

/**
 * All of them as text: "Crime survey 2013, paragraphs 25 to 28, Table 1 and footnote 4; Census
 * 2011". Paragraphs stand in order, and three or more in a row as a range. Places are read as
 * people write them: "42, Table 1 and footnotes 7 to 9", "Findings 2, Victim data", "unnumbered
 * (press notice)". NULL when there are none.
 */
const char *fw_citations_text(const struct fw_citations *citations);

#endif
