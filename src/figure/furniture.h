/* Furniture: what stands around a chart in a figure that goes out by itself. */
#ifndef FW_FIGURE_FURNITURE_H
#define FW_FIGURE_FURNITURE_H

#include "figure/notes.h"
#include "figure/paragraph.h"
#include "guide/title.h"
#include "theme/tokens.h"

/** A picture that stands for who publishes. */
struct fw_logo {
    const char *url;      /* as written; NULL: none */
    const char *file;     /* to read */
    const char *alt;      /* NULL: nothing */
    double width, height; /* px */
};

/** What a figure is dressed with. */
struct fw_furniture {
    const struct fw_tokens *tokens;
    const char *number;                /* "Figure 3"; NULL: none */
    const struct fw_title_spec *title; /* NULL: none, or one that the chart draws itself */
    struct fw_notes notes;
    struct fw_logo logo;
};

/** Furniture set in lines for one width. */
struct fw_dress;

/** Sets it in lines of at most `width` px. Larger type than a theme's minFontSize stays. */
struct fw_dress *fw_dress_measure(struct fw_fonts *fonts, struct fw_arena *arena,
                                  const struct fw_furniture *furniture, double width);

/** The px that it takes above and below the chart, with the gaps between; 0: nothing there. */
double fw_dress_above(const struct fw_dress *dress);
double fw_dress_below(const struct fw_dress *dress);

/**
 * The width that texts want: no less than their longest line, but for texts that are too long for
 * that, which take FW_NARROWEST_TEXT at least. A figure is made as wide where its chart is
 * narrower.
 */
double fw_furniture_width(struct fw_fonts *fonts, struct fw_arena *arena,
                          const struct fw_furniture *furniture);
enum { FW_NARROWEST_TEXT = 320 }; /* px, some fifty letters of a caption: our taste */

/**
 * Puts a chart's scene between its furniture: the scene grows in height, and in width to `width`
 * px of content where that is more than the chart has. `content` is the scene without its padding.
 */
void fw_dress_scene(struct fw_arena *arena, const struct fw_dress *dress, struct fw_box content,
                    double width, struct fw_scene *scene);

#endif
