/* What the files of the SVG writer share. */
#ifndef FW_RENDER_SVG_H
#define FW_RENDER_SVG_H

#include "base/bytes.h"
#include "render/render.h"
#include "render/xml.h"
#include "shape/path.h"
#include "text/subset.h"

/**
 * Stands before every id until the document is finished: no text holds it, for XML has no such
 * character.
 */
#define FW_SVG_ID "\x01"

/** Places of coordinates. */
enum { FW_SVG_DECIMALS = 3 };

/** A document on its way: definitions are found while the body is written, and go before it. */
struct fw_svg {
    struct fw_bytes body, defs;
    struct fw_fonts *fonts;
    struct fw_subset *subset;
    struct fw_path path; /* scratch */
    struct fw_diag *diag;
    bool labels;               /* items have descriptions of their own */
    size_t clips, gradients;   /* how many of each there are: their numbers are their ids */
    struct fw_paint *patterns; /* [pattern_count] the unlike ones: their index is their id */
    size_t pattern_count, pattern_capacity;
    struct fw_arena *arena;
};

/** Appends ` name="number"`. */
void fw_svg_number(struct fw_bytes *out, const char *name, double number);

/** Appends the attributes of a style; the box is the item's, for gradients. Patterns are for shapes
 * alone: see fw_svg_text_style. */
void fw_svg_style(struct fw_svg *svg, const struct fw_style *style, struct fw_box box);

/** The style of a text: without pattern. */
struct fw_style fw_svg_text_style(const struct fw_style *style);

/** Whether a style has a gradient, so that it is not the same for two items. */
bool fw_svg_style_needs_box(const struct fw_style *style);

/** `--svg-text outlines`: the scene through Cairo's SVG surface. */
bool fw_svg_outlines(const struct fw_scene *scene, struct fw_fonts *fonts,
                     const struct fw_render_options *options, struct fw_diag *diag,
                     struct fw_bytes *out);

/**
 * Appends the start tag, title, description and notes, which both ways have in common. Without
 * labels of its items a picture is one to screen readers, else a document to move about in.
 */
void fw_svg_head(struct fw_bytes *out, const struct fw_scene *scene,
                 const struct fw_render_options *options, bool labels);

/**
 * Appends a finished document, its ids begun with a checksum of it in place of FW_SVG_ID: unlike
 * pictures in one page have unlike ids.
 */
void fw_svg_seal(struct fw_bytes *out, const struct fw_bytes *document);

#endif
