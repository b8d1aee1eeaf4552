/* Legends: symbols, gradients or bands of color with their labels and title, and their place. */
#ifndef FW_GUIDE_LEGEND_H
#define FW_GUIDE_LEGEND_H

#include "guide/grid.h"
#include "guide/guide.h"
#include "scale/scale.h"

/** How a legend shows its scale. */
enum fw_legend_type {
    FW_LEGEND_SYMBOL,
    FW_LEGEND_GRADIENT,
    FW_LEGEND_DISCRETE, /* a band of color for each class of a discretizing scale */
};

/** The channels that a legend can show, in Vega's order: the first given one makes the entries. */
enum fw_legend_channel {
    FW_LEGEND_SIZE,
    FW_LEGEND_SHAPE,
    FW_LEGEND_FILL,
    FW_LEGEND_STROKE,
    FW_LEGEND_STROKE_WIDTH,
    FW_LEGEND_STROKE_DASH,
    FW_LEGEND_OPACITY,
    FW_LEGEND_CHANNEL_COUNT
};

/** How the symbol of an entry looks: constants, then what the scales of the legend say. */
struct fw_legend_look {
    struct fw_style style;
    const char *shape; /* NULL: "circle" */
    double size;       /* px^2 */
};

/** One entry, about to be drawn; what `datum` is in Vega's legend expressions. */
struct fw_legend_entry {
    struct fw_value value;
    size_t index;
    fw_str label;                 /* lines separated by '\n'; NULL: the first of classes */
    struct fw_legend_look symbol; /* symbol legends only */
    struct fw_guide_text text;
};

/** Changes members of `entry` in place. */
typedef void (*fw_legend_entry_fn)(void *context, struct fw_legend_entry *entry);

/** A legend with every property resolved. Start from fw_legend_spec_default. */
struct fw_legend_spec {
    enum fw_legend_type type;
    const struct fw_scale *scales[FW_LEGEND_CHANNEL_COUNT]; /* NULL: the channel is not shown */

    /* Placement; see fw_legends_place. */
    enum fw_orient orient;
    double offset;         /* from the view; NaN: the layout's */
    double x, y;           /* of orient none; NaN: 0, and the legend takes no room in the layout */
    bool vertical;         /* direction: of symbol entries, or of the gradient */
    double padding;        /* inside the frame */
    struct fw_style frame; /* fill and stroke of the legend's box */
    double corner_radius;

    struct fw_tick_count tick_count; /* zeroed: 5, or by the gradient's length */
    const struct fw_value *values;   /* explicit entries, or NULL */
    size_t value_count;
    struct fw_tick_format format;

    const char *title; /* lines separated by '\n', or NULL */
    struct fw_guide_text title_text;
    enum fw_orient title_orient; /* one of the four sides */
    bool title_anchor_given;
    enum fw_anchor title_anchor;
    struct fw_opt_align title_align;
    struct fw_opt_baseline title_baseline;
    double title_padding;

    struct fw_guide_text label_text; /* for gradients give it gradientLabelLimit as its limit */
    enum fw_align label_align;
    enum fw_baseline label_baseline;
    double label_offset;           /* between symbol (or gradient) and label */
    enum fw_overlap label_overlap; /* gradients */
    double label_separation;

    /* Symbols. */
    struct fw_legend_look symbol;
    double symbol_offset; /* horizontal */
    size_t symbol_limit;  /* most entries; 0: any */
    double columns;       /* 0: all in one row; NaN: 1 when vertical, else 0 */
    double column_padding, row_padding;
    enum fw_grid_align grid_align;
    double clip_height; /* of an entry; 0: not clipped, as high as it needs */

    /* Gradients. */
    double gradient_length, gradient_thickness, gradient_opacity;
    struct fw_paint gradient_stroke;
    double gradient_stroke_width;

    fw_legend_entry_fn entry_style; /* called for every entry, or NULL */
    void *entry_context;
};

/** Vega's own defaults (vega-parser config.js) for a legend of that type. */
struct fw_legend_spec fw_legend_spec_default(enum fw_legend_type type);

/**
 * The type that Vega takes when the spec names none: a gradient for a continuous, bands for a
 * discretizing scale, when `scale` is the only one and a color; else symbols.
 */
enum fw_legend_type fw_legend_type_of(const struct fw_scale *scale, bool only_color);

/**
 * The entries of a symbol legend, with their labels, in its order; `*count` of them. The one that
 * stands for all beyond the symbol limit is among them.
 */
struct fw_legend_entry *fw_legend_symbol_entries(const struct fw_guide_env *env,
                                                 const struct fw_legend_spec *spec, size_t *count);

/** A legend that is built, and, after fw_legends_place, placed. */
struct fw_legend {
    struct fw_scene_node *node; /* its group */
    enum fw_orient orient;
    double offset;        /* as in the spec */
    double width, height; /* of its box, whole px */
    struct fw_box bounds; /* in the coordinates of the view; at the origin until it is placed */
};

/** Builds a legend as a group appended to `parent`, at the origin (orient none: at x, y). */
struct fw_legend fw_legend_build(const struct fw_guide_env *env, struct fw_scene_node *parent,
                                 const struct fw_legend_spec *spec);

/** `legend.layout` for one side: how the legends of a side are put around the view. */
struct fw_legend_side {
    enum fw_anchor anchor;
    bool vertical;     /* direction: one column, or one row */
    bool frame_bounds; /* anchored to the view with its axes ("bounds"), or to the data rectangle */
    bool full_bounds;  /* legends count with what sticks out of their boxes ("full"), or "flush" */
    bool center;
    double margin; /* between legends */
    double offset; /* from the view, where no legend says its own */
};

struct fw_legend_layout {
    struct fw_legend_side sides[FW_ORIENT_NONE]; /* by orient */
};

/** Vega's defaults: offset 18, margin 8, rows at top and bottom, columns left and right. */
struct fw_legend_layout fw_legend_layout_default(void);

/**
 * Places the legends of one view around it. `x_bounds`: the view with its y axes; `y_bounds`: with
 * its x axes (Vega's ViewLayout; the data rectangle is in both). Moves each node and sets its
 * bounds.
 */
void fw_legends_place(struct fw_legend *legends, size_t count,
                      const struct fw_legend_layout *layout, struct fw_box x_bounds,
                      struct fw_box y_bounds, double width, double height);

#endif
