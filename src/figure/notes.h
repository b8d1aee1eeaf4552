/* The lines below a figure: source, base, period and notes, of the data's package and of the spec.
 */
#ifndef FW_FIGURE_NOTES_H
#define FW_FIGURE_NOTES_H

#include "figure/evidence.h"
#include "view/usermeta.h"

/** A line with its label: "Source:", and "Crime survey 2013". */
struct fw_note {
    const char *label; /* NULL: a footnote, whose text begins with its marker */
    const char *text;
};

struct fw_notes {
    struct fw_note *items; /* [count] */
    size_t count;
    const char *source; /* the text of its line; NULL: none */
};

/**
 * What the data say of themselves, with what usermeta (NULL: nothing) adds or says instead.
 * Evidence that usermeta drops by "none" is reported. `footnotes` [footnote_count] are texts that
 * begin with their markers: they come first.
 */
struct fw_notes fw_notes_make(struct fw_arena *arena, struct fw_diag *diag,
                              const struct fw_evidence *evidence, const struct fw_usermeta *meta,
                              const char *const *footnotes, size_t footnote_count);

#endif
