/* What a figure rests on: the sources, bases and caveats of all data files that it used, merged. */
#ifndef FW_FIGURE_EVIDENCE_H
#define FW_FIGURE_EVIDENCE_H

#include "data/package.h"
#include "format/locale.h"

/** Texts without their labels; NULL: there is nothing to say. */
struct fw_evidence {
    const char *source;         /* "Crime survey 2013, paragraphs 25 to 28; Census 2011" */
    size_t source_count;        /* reports in it */
    const char *base;           /* "1,145 reports from the public, 2012" */
    const char *period;         /* where it is not in the base: "Research published in 2011" */
    const char *const *caveats; /* [caveat_count] sentences, each once */
    size_t caveat_count;
};

/**
 * The evidence of `count` described data files, in the order of their first use. A base that is
 * shares of a number nobody states is said to be "not stated", unless a caveat says so already.
 */
struct fw_evidence fw_evidence_merge(struct fw_arena *arena, const struct fw_locale *locale,
                                     const struct fw_resource *const *used, size_t count);

#endif
