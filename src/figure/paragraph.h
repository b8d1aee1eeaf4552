/* Texts of a figure broken into lines: one paragraph in one or several looks. */
#ifndef FW_FIGURE_PARAGRAPH_H
#define FW_FIGURE_PARAGRAPH_H

#include "scene/scene.h"
#include "text/measure.h"

/** A part of a paragraph in one look. A part goes on where the one before ends: white space between
 * them is theirs. */
struct fw_span {
    const char *text; /* '\n' breaks the line */
    int weight;       /* 100 to 900 */
    struct fw_paint fill;
};

struct fw_paragraph {
    const struct fw_span *spans; /* [count] */
    size_t count;
    const char *family;
    double size, line_height; /* px */
    bool italic;
    enum fw_align align; /* of its lines; several spans are set left-aligned only */
    bool balanced;       /* lines of about one length, as headlines have them */
};

/** A paragraph in lines. */
struct fw_wrapped {
    const struct fw_paragraph *paragraph;
    struct fw_wrapped_word *words; /* [word_count] */
    size_t word_count;
    struct fw_wrapped_line *lines; /* [line_count] */
    size_t line_count;
    double width;  /* px, of the longest line */
    double height; /* px: lines times line height */
};

/**
 * Breaks a paragraph (which must outlive the result) at white space into lines of at most `width`
 * px (infinite: where it says so alone), as many as it takes; no break space holds. A word that is
 * wider is broken after as many characters as fit, at least one. The last line of several is not
 * left with a single word where narrower lines avoid that without becoming more.
 */
struct fw_wrapped fw_paragraph_wrap(struct fw_fonts *fonts, struct fw_arena *arena,
                                    const struct fw_paragraph *paragraph, double width);

/**
 * Appends the text to `parent` with its upper left corner at (x, y); lines that are not
 * left-aligned are so in `width`.
 */
void fw_wrapped_draw(struct fw_arena *arena, struct fw_scene_node *parent, enum fw_role role,
                     const struct fw_wrapped *wrapped, double x, double y, double width);

#endif
