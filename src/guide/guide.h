/* What axes, legends and titles share: where they draw, how a line or a text of a guide looks. */
#ifndef FW_GUIDE_GUIDE_H
#define FW_GUIDE_GUIDE_H

#include "base/value.h"
#include "scene/bounds.h"
#include "scene/scene.h"

struct fw_fonts;

/** Where guides get memory, strings and text widths from. */
struct fw_guide_env {
    struct fw_arena *arena;
    struct fw_strings *strings;
    struct fw_fonts *fonts;
    void (*cut)(void *context, const char *text); /* told of texts that lose letters, or NULL */
    void *context;
};

/** Corners are for legends; FW_ORIENT_NONE: placed by explicit x and y. */
enum fw_orient {
    FW_ORIENT_BOTTOM,
    FW_ORIENT_TOP,
    FW_ORIENT_LEFT,
    FW_ORIENT_RIGHT,
    FW_ORIENT_TOP_LEFT,
    FW_ORIENT_TOP_RIGHT,
    FW_ORIENT_BOTTOM_LEFT,
    FW_ORIENT_BOTTOM_RIGHT,
    FW_ORIENT_NONE,
};

/** Parses "bottom" ... "bottom-right", "none"; false for anything else. */
bool fw_orient_parse(const char *name, enum fw_orient *orient);

/** Where a title stands along its side. */
enum fw_anchor { FW_ANCHOR_START, FW_ANCHOR_MIDDLE, FW_ANCHOR_END };

bool fw_anchor_parse(const char *name, enum fw_anchor *anchor);

/** An alignment that the spec may leave to the guide. Zeroed: left to the guide. */
struct fw_opt_align {
    bool given;
    enum fw_align align;
};

struct fw_opt_baseline {
    bool given;
    enum fw_baseline baseline;
};

/** How a line of a guide is stroked. Without a stroke nothing is drawn, but ticks still take room.
 */
struct fw_guide_line {
    struct fw_paint stroke;
    double width, opacity;
    const double *dash; /* [dash_count] px, or NULL */
    size_t dash_count;
    double dash_offset;
    enum fw_cap cap;
};

/** How a text of a guide is set. */
struct fw_guide_text {
    struct fw_paint fill;
    double opacity;
    const char *family;
    double size; /* px */
    int weight;
    bool italic;
    double line_height; /* px; 0: size + 2 */
    double limit;       /* px a line may be wide before it ends in "…"; 0: any */
    double wrap;        /* px a line may be wide before it is broken into more; 0: any */
    size_t wrap_lines;  /* most lines that are made so: the rest stays in the last; 0: any */
};

/** No stroke, width and opacity 1. */
struct fw_guide_line fw_guide_line_default(void);

/** Black sans-serif of that size (Vega: 10 for labels, 11 for titles), normal weight, no limit. */
struct fw_guide_text fw_guide_text_default(double size);

/** The scene style of a guide's line or text, ready for fw_scene_style. */
struct fw_style fw_guide_line_style(const struct fw_guide_line *line);
struct fw_style fw_guide_text_style(const struct fw_guide_text *text);

/**
 * A scene text with the font of `look` at (x, y): every line of `text` (separated by '\n') is
 * broken as `look` says, trimmed of white space at both ends and cut to the limit. `angle` in
 * degrees. Left-aligned, alphabetic.
 */
struct fw_text fw_guide_text_place(const struct fw_guide_env *env, const struct fw_guide_text *look,
                                   const char *text, double x, double y, double angle);

/** The box of a text, as fw_item_bounds of a node with it. */
struct fw_box fw_guide_text_box(struct fw_fonts *fonts, const struct fw_text *text);

/**
 * Moves a text by dx and dy, which turn with its angle, and returns its box then: to the last bit
 * that of a Vega text with such an offset.
 */
struct fw_box fw_guide_text_offset(struct fw_fonts *fonts, struct fw_text *text, double dx,
                                   double dy);

/** The height that the lines below the first add: (lines - 1) * line height. */
double fw_guide_text_extra(const struct fw_text *text);

/**
 * Moves a text that `look` broke into lines, placed as Vega does it by its first, so that all
 * together stand where its baseline says: about `middle`, over `bottom`. Where `written` has lines
 * of its own, its author has seen to that.
 */
void fw_guide_text_balance(const struct fw_guide_text *look, const char *written,
                           struct fw_text *text);

/** Vega's anchors as a share of a length, and the alignment that goes with them. */
double fw_anchor_share(enum fw_anchor anchor);
enum fw_align fw_anchor_align(enum fw_anchor anchor);

/** How labels that overlap are thinned out. */
enum fw_overlap { FW_OVERLAP_KEEP, FW_OVERLAP_PARITY, FW_OVERLAP_GREEDY };

/**
 * Which of `count` boxes (in the order of their index) stay visible, as Vega's Overlap transform:
 * `kept` gets a flag for each. Boxes of at most 1 px in either direction do not take part and stay
 * as they are. `separation`: px that have to lie between two boxes.
 */
void fw_overlap_reduce(struct fw_arena *arena, enum fw_overlap method, double separation,
                       const struct fw_box *boxes, size_t count, bool *kept);

/** The box of what is left: of all boxes where none took part, else of the visible ones that did.
 */
struct fw_box fw_overlap_bounds(enum fw_overlap method, const struct fw_box *boxes, size_t count,
                                const bool *kept);

#endif
