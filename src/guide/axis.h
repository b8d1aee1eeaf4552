/* Axes: grid lines, ticks, labels, domain line and title of one position scale. */
#ifndef FW_GUIDE_AXIS_H
#define FW_GUIDE_AXIS_H

#include "guide/guide.h"
#include "scale/scale.h"

/** Where the ticks of a band scale stand, when `tickBand` is given. */
enum fw_tick_band {
    FW_TICK_BAND_NONE,   /* by band_position, tick_extra and tick_offset */
    FW_TICK_BAND_CENTER, /* in the middle of each band */
    FW_TICK_BAND_EXTENT, /* at the edges of the bands, one more than there are bands */
};

/**
 * One tick, as it is about to be drawn: preset from the axis, changed by conditional properties and
 * `labelExpr`. What `datum` is in Vega's axis expressions: value, label, index.
 */
struct fw_axis_tick {
    struct fw_value value;
    double index; /* datum.index: 0 for the first, 1 for the last tick */
    fw_str label; /* as formatted; a replacement may have several lines, separated by '\n' */
    struct fw_guide_line grid, tick;
    double tick_size;
    struct fw_guide_text text;
    double label_angle, label_padding, label_offset;
    struct fw_opt_align label_align;
    struct fw_opt_baseline label_baseline;
};

/** Changes members of `tick` in place. */
typedef void (*fw_axis_tick_fn)(void *context, struct fw_axis_tick *tick);

/**
 * An axis with every property resolved. Start from fw_axis_spec_default. Names are Vega's; lengths
 * px, angles degrees.
 */
struct fw_axis_spec {
    const struct fw_scale *scale;
    enum fw_orient orient;             /* one of the four sides */
    const struct fw_scale *grid_scale; /* grid lines span its range; NULL: the whole view */
    double offset;                     /* away from the side */
    double grid_offset;                /* of it, what the grid does not move by */
    double position;                   /* of the axis along the other direction */
    double translate;                  /* added to x and y: Vega's 0.5 */
    double min_extent, max_extent;     /* bounds of what ticks and labels take before the title */

    struct fw_tick_count tick_count; /* zeroed: 10, or the number of `values` */
    const struct fw_value *values;   /* explicit ticks, or NULL; may be empty with value_count 0 */
    size_t value_count;
    struct fw_tick_format format;

    bool domain, grid, ticks, labels; /* which parts there are; the title is there when not NULL */
    struct fw_guide_line domain_line, grid_line, tick_line;
    double tick_size;
    double tick_offset; /* Vega's config.axisBand: -0.5 for band scales */
    double band_position;
    enum fw_tick_band tick_band;
    bool tick_extra; /* one more tick and grid line at the start of the first band */
    bool tick_round; /* ticks and grid lines on whole px */

    struct fw_guide_text label_text;
    double label_angle;
    double label_padding; /* between tick and label */
    double label_offset;  /* along the axis */
    struct fw_opt_align label_align;
    struct fw_opt_baseline label_baseline;
    double label_flush; /* labels this near to the ends are aligned inwards; NaN: off */
    double label_flush_offset;
    double label_bound; /* px a label may stick out of the range before it is dropped; NaN: off */
    enum fw_overlap label_overlap;
    double label_separation;

    const char *title; /* lines separated by '\n', or NULL */
    struct fw_guide_text title_text;
    enum fw_anchor title_anchor;
    struct fw_opt_align title_align;
    struct fw_opt_baseline title_baseline;
    double title_angle;      /* NaN: by the side */
    double title_x, title_y; /* NaN: by the layout */
    double title_padding;

    fw_axis_tick_fn tick_style; /* called for every tick, or NULL */
    void *tick_context;
};

/**
 * Vega's own defaults (vega-parser config.js: domain, ticks and labels on, grid off, black text)
 * for an axis of `scale` at `orient`: what is left when neither Vega-Lite nor a theme says
 * anything.
 */
struct fw_axis_spec fw_axis_spec_default(const struct fw_scale *scale, enum fw_orient orient);

/** What the labels of an axis need. */
struct fw_axis_need {
    double word;   /* px of the widest word */
    double label;  /* px of the widest label, on one line */
    double height; /* px of the tallest label, broken as its look says */
    bool ordered;  /* they are numbers or times, or begin with a digit: some may be left out */
};

struct fw_axis_need fw_axis_labels_need(const struct fw_guide_env *env,
                                        const struct fw_axis_spec *spec);

/** The view, or facet cell, or header, that an axis belongs to. */
struct fw_axis_view {
    double width, height;
};

/** What came of an axis. Boxes are in the coordinates of the view. */
struct fw_axis {
    struct fw_scene_node *node; /* the group of all but the grid, appended to the parent */
    struct fw_box bounds;       /* as the layout counts it: ticks, labels, title; not the grid */
    double label_extent;        /* px from the axis line to the far edge of ticks and labels */
};

/**
 * Appends the grid lines of `spec` to `parent` as a group shifted like the axis; NULL when the axis
 * has no grid or no tick. Grid lines never count for the layout.
 */
struct fw_scene_node *fw_axis_build_grid(const struct fw_guide_env *env,
                                         struct fw_scene_node *parent,
                                         const struct fw_axis_spec *spec, struct fw_axis_view view);

/**
 * Appends ticks, labels, domain line and title to `parent` and lays them out as Vega's axisLayout.
 * An axis with none of them still has bounds: its side of the view.
 */
struct fw_axis fw_axis_build(const struct fw_guide_env *env, struct fw_scene_node *parent,
                             const struct fw_axis_spec *spec, struct fw_axis_view view);

#endif
