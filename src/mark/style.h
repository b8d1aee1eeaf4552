/* Fill, stroke, opacity and the like of a mark's items: from channels, mark properties and
 * configuration. */
#ifndef FW_MARK_STYLE_H
#define FW_MARK_STYLE_H

#include "mark/ref.h"
#include "scene/scene.h"

enum fw_style_part {
    FW_STYLE_FILL,
    FW_STYLE_STROKE,
    FW_STYLE_OPACITY,
    FW_STYLE_FILL_OPACITY,
    FW_STYLE_STROKE_OPACITY,
    FW_STYLE_STROKE_WIDTH,
    FW_STYLE_STROKE_DASH,
    FW_STYLE_PARTS
};

/** The references of a mark's style, and the styles seen so far. */
struct fw_styler {
    const struct fw_unit *unit;
    struct fw_ref refs[FW_STYLE_PARTS];
    struct fw_style base; /* what does not vary: caps, joins, dash offset, blend mode */
    struct fw_style *styles;
    size_t count, capacity;
    struct fw_styler_entry *cache; /* styles by what they were made from */
    struct fw_value last[FW_STYLE_PARTS];
    size_t last_index; /* of the style made last; SIZE_MAX: none yet */
    bool hatches;      /* fills may be hatched */
    bool constant;     /* one style for all rows */
};

/** Sets up the styler of a unit's mark. Source: Vega-Lite, compile/mark/encode/color.ts,
 * nonposition.ts. */
void fw_styler_init(struct fw_styler *styler, const struct fw_unit *unit);

/** The index of row's style. */
uint32_t fw_styler_index(struct fw_styler *styler, size_t row);

/** Hands the styles to a node whose items have these indices (NULL: all 0). */
void fw_styler_finish(const struct fw_styler *styler, struct fw_scene_node *node,
                      const uint32_t *indices);

/** A reference for a channel with a value per mark: nonPosition. `property` is the mark property
 * behind it. */
struct fw_ref fw_non_position(const struct fw_unit *unit, enum fw_channel channel,
                              const char *property, const char *vg);

/** A number property of the mark that is the same for all its items; `fallback` where there is
 * none. */
double fw_mark_number(const struct fw_unit *unit, const char *property, double fallback);
/** Likewise a text; NULL is a fallback too. */
const char *fw_mark_word(const struct fw_unit *unit, const char *property, const char *fallback);

/**
 * Color text, gradient object, null: as paint. So is a hatched fill, which ranges of scales may
 * hold: {"hatch": "lines" | "cross" | "dots", "color": of the lines or dots, "background": color,
 * "spacing", "width": px, "angle": degrees}.
 */
struct fw_paint fw_paint_of(struct fw_arena *arena, struct fw_value value);

/** Whether a mark has areas that may show a hatched fill: bars, areas, arcs, rects, circles, ... */
bool fw_mark_hatches(const char *mark);

/** The four corner radii: cornerRadius, cornerRadiusTopLeft, ... */
void fw_corner_radii(const struct fw_unit *unit, double radii[4]);

/** href and description of each row; NULL when the unit encodes neither. */
const struct fw_item_info *fw_mark_info(const struct fw_unit *unit);

#endif
