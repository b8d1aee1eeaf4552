/* Footnotes: markers behind texts of a figure, and what they say below it. */
#ifndef FW_FIGURE_FOOTNOTES_H
#define FW_FIGURE_FOOTNOTES_H

#include "guide/title.h"
#include "view/usermeta.h"

struct fw_footnote {
    const char *on;     /* "title", "subtitle", or the text of a label */
    const char *marker; /* "¹" */
    struct fw_node at;  /* "on" in the spec */
};

struct fw_footnotes {
    struct fw_footnote *items; /* [count] */
    const char **texts;        /* [count] "¹ what it says" */
    size_t count;
};

/** Markers in the order of the spec; the same text twice has one. `meta` NULL: none. */
struct fw_footnotes fw_footnotes_make(struct fw_arena *arena, const struct fw_usermeta *meta);

/** Puts the markers of title and subtitle behind them. */
void fw_footnotes_title(struct fw_arena *arena, const struct fw_footnotes *footnotes,
                        struct fw_title_spec *title);

/**
 * Puts the others behind labels of a drawn chart: the texts of axes, legends, headers and marks
 * that are the same as `on`. They hang behind the text, which stays where it is. One that finds no
 * text is an error with the nearest.
 */
void fw_footnotes_mark(struct fw_arena *arena, struct fw_fonts *fonts, struct fw_diag *diag,
                       const struct fw_footnotes *footnotes, struct fw_scene_node *root);

#endif
