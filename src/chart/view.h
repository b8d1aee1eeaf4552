/* The view tree of a chart: units, layers, facets and concatenations, with their tables, scales and
 * guides. */
#ifndef FW_CHART_VIEW_H
#define FW_CHART_VIEW_H

#include "chart/component.h"
#include "data/load.h"
#include "encoding/unit.h"
#include "guide/axis.h"
#include "guide/legend.h"
#include "guide/title.h"
#include "scene/scene.h"
#include "theme/config.h"
#include "transform/step.h"

struct fw_selection;
struct fw_view;
struct fw_projection_model;

/** A param of the chart (a signal) at its initial value. */
struct fw_param {
    fw_str name;
    struct fw_value spec;  /* the object of "params"; undefined where a transform made it */
    struct fw_value value; /* once resolved ... */
    size_t resolved;       /* ... at this fw_chart.moment; 0: never */
    bool resolving;
};

/** What one compilation works with and on. */
struct fw_chart {
    struct fw_maker make;
    struct fw_diag *diag;
    struct fw_fonts *fonts;
    const struct fw_json *json; /* the document: values' origins are its nodes */
    struct fw_config config;
    struct fw_load load;
    struct fw_expr_env env; /* params, locale, zone */
    struct fw_param *params;
    size_t param_count, param_capacity;
    struct fw_selection **selections; /* of each unit, in the order of the units */
    size_t selection_count, selection_capacity;
    struct fw_source_table *sources; /* data blocks loaded so far */
    size_t source_count, source_capacity;
    struct fw_view *root;
    const struct fw_view *at; /* whose signals are read: the view being built or drawn, or NULL */
    size_t moment;            /* counts the changes of what params are computed from */
    bool sized;               /* the sizes of views are known, and scales can be trained */
    struct fw_transform_context transforms;
};

enum fw_view_kind { FW_VIEW_UNIT, FW_VIEW_LAYER, FW_VIEW_FACET, FW_VIEW_CONCAT };

/** One source of values of a scale's domain. */
struct fw_domain_ref {
    bool constant;                    /* `values` are the domain; else a column */
    struct fw_value values;           /* an array */
    const struct fw_view *unit;       /* whose table is read ... */
    const char *column;               /* ... and which column of it */
    bool raw;                         /* the table before the encoding's aggregate */
    bool sorted;                      /* discrete: put in ascending order */
    const char *sort_field, *sort_op; /* or by this field's aggregate; NULL: none */
    bool descending;
};

/** A scale as parsed: type, domain sources and properties; merged upwards where it is shared. */
struct fw_scale_model {
    enum fw_channel channel;
    struct fw_split type; /* a string: the scale type */
    struct fw_domain_ref *domains;
    size_t domain_count, domain_capacity;
    bool domain_written;
    struct fw_value extent;       /* {"param": ...}: a selection that stands for the raw domain */
    struct fw_component props;    /* bins, nice, zero, padding, ..., "range" among them */
    struct fw_scale_model *owner; /* the shared scale that this one went into; NULL: itself */
    struct fw_view *view;         /* where it belongs */
    const struct fw_view *unit;   /* a unit that uses it: for ranges that depend on the mark */
    const struct fw_scale *trained;
    enum fw_scale_kind kind;
    double step; /* px, of a range by step; NaN: none */
};

/** An axis as parsed; after merging, one stands for all the views below. */
struct fw_axis_model {
    struct fw_component props; /* "title", "orient", "grid", ... and "disable" */
    enum fw_channel channel;
    const struct fw_view *unit; /* first unit it came from */
    struct fw_scale_model *scale, *grid_scale;
    bool in_header; /* drawn by the header of a facet, not in the cell */
};

/** A mark that a legend may look like: a unit, and the channel whose legend it was parsed for. */
struct fw_legend_mark {
    const struct fw_view *unit;
    enum fw_channel channel;
    bool gradient;
};

struct fw_legend_model {
    struct fw_component props;
    const struct fw_view *unit;
    enum fw_channel
        channels[FW_LEGEND_CHANNEL_COUNT]; /* by legend channel; FW_CHANNEL_NONE: not shown */
    struct fw_scale_model *scales[FW_LEGEND_CHANNEL_COUNT];
    enum fw_channel channel;      /* the channel it was parsed for */
    struct fw_legend_mark *looks; /* [look_count], of all that were merged */
    size_t look_count;
    bool gone;
};

/** A width or height: given, by step, or to be found. */
struct fw_size_model {
    enum { FW_SIZE_NONE, FW_SIZE_NUMBER, FW_SIZE_STEP, FW_SIZE_CONTAINER } how;
    double number;          /* px, or px per step */
    bool step_for_position; /* {"step": n, "for": "position"} */
    bool written;
};

/** The bins that an encoding made: where they start and stop. */
struct fw_bin_info {
    const char *column; /* of the bins' starts */
    double start, stop, step;
};

/** A place in a facet: which rows it has, and what its headers say. */
struct fw_facet_cell {
    struct fw_value row, column; /* field values; undefined where not faceted that way */
    const struct fw_table *table;
    struct fw_view *view;
    size_t row_index, column_index;
};

struct fw_view {
    enum fw_view_kind kind;
    struct fw_chart *chart;
    struct fw_view *parent;
    struct fw_value spec;
    const char *name;
    struct fw_view **children; /* of a facet: one a cell */
    size_t child_count;
    const struct fw_view *model; /* facet cells: the cell's view that stands for all; else itself */

    /* units */
    const char *mark;
    struct fw_value mark_def;
    enum fw_mark_orient orient;
    struct fw_encoding *encoding;
    struct fw_stacking *stack;

    /* data: of units; `table` of the others is what their children start from */
    const struct fw_table *table;  /* rows to draw, or to hand down */
    const struct fw_table *raw;    /* before the encoding's aggregate */
    const struct fw_table *domain; /* where it differs: rows that scales look at */
    const struct fw_table *all_table, *all_raw,
        *all_domain;              /* the same of all cells of a facet together */
    struct fw_texts facet_fields; /* columns by which a facet above will split the tables */
    const char **derived;         /* fields made by transforms: not parsed again; [derived_count] */
    size_t derived_count, derived_capacity;
    bool parse_nothing;       /* "parse": null */
    struct fw_bin_info *bins; /* of the encoding's bins, [bin_count] */
    size_t bin_count;

    /* resolve: 's'hared or 'i'ndependent by channel; 0: default */
    char scale_resolve[FW_CHANNEL_COUNT], axis_resolve[FW_CHANNEL_COUNT],
        legend_resolve[FW_CHANNEL_COUNT];
    struct fw_scale_model *scales[FW_CHANNEL_COUNT];
    struct fw_axis_model *axes[2]; /* x, y: arrays [axis_count[i]] */
    size_t axis_count[2];
    struct fw_legend_model *legends; /* [legend_count] */
    size_t legend_count;

    struct fw_size_model size[2]; /* width, height */
    double extent[2];             /* px, once known; NaN before */

    /* facets */
    struct fw_channel_def row_def, column_def, facet_def; /* kind FW_DEF_NONE: not given */
    struct fw_value *row_values, *column_values;          /* one a row, one a column of cells */
    size_t row_count, column_count;
    struct fw_facet_cell *cells; /* [child_count] */
    size_t columns;              /* of wrapped facets and concats; 0: one row */

    struct fw_projection_model *projection; /* geo.h; NULL: no map */
    struct fw_scene_node *group;            /* once drawn */
    struct fw_box bounds;                   /* of all in it, in its own coordinates */
};

/* build.c, dataflow.c */

/** Makes the view tree of a normalized spec, with data. NULL when there were errors. */
struct fw_view *fw_view_build(struct fw_chart *chart, struct fw_view *parent, struct fw_value spec);

/** Gives a view its table: its own data or its parent's, through its transforms. */
bool fw_view_load(struct fw_view *view);

/** The tables of a unit: raw, table, domain. */
bool fw_unit_tables(struct fw_view *unit);

/** The node that a value was read from (none for made ones): for places in reports. */
struct fw_node fw_chart_node(const struct fw_chart *chart, struct fw_value value);

/* scales.c, domain.c, range.c */

/** Types, domains and properties of all scales below `view`, merged as `resolve` says. */
void fw_scales_parse(struct fw_view *view);

/** The scale that `channel` of a unit really uses, or NULL. */
struct fw_scale_model *fw_view_scale(const struct fw_view *view, enum fw_channel channel);

/** The same, or that of the nearest view around it which has one. Source: getScaleComponent. */
struct fw_scale_model *fw_view_scale_around(const struct fw_view *view, enum fw_channel channel);

/** The scale's type, properties: read through its owner. */
enum fw_scale_kind fw_scale_model_kind(const struct fw_scale_model *scale);
struct fw_value fw_scale_model_prop(const struct fw_scale_model *scale, const char *name);

/** Domain sources of one channel of a unit, appended to `scale`. */
void fw_domain_parse(struct fw_view *unit, struct fw_scale_model *scale);

/** The bins behind a column of a unit, or NULL. */
const struct fw_bin_info *fw_view_bins(const struct fw_view *unit, const char *column);

/** The column that holds a sort array's positions. */
const char *fw_sort_index_column(struct fw_maker make, const struct fw_channel_def *def,
                                 enum fw_channel channel);

/** The values of a merged domain, in order. */
struct fw_value *fw_domain_values(const struct fw_scale_model *scale, size_t *count);

/** The scale's range for a view of known size; with its step in px where it goes by step. */
void fw_range_parse(struct fw_view *unit, struct fw_scale_model *scale);
void fw_range_resolve(struct fw_scale_model *scale, struct fw_scale_spec *spec);

/** Trains one scale (and what its range depends on). The extent of its view must be known. */
const struct fw_scale *fw_scale_model_train(struct fw_scale_model *scale);

/** The scale kind of a channel of a unit before any merging; false where it has no scale. */
bool fw_unit_scale_kind(const struct fw_view *unit, enum fw_channel channel,
                        enum fw_scale_kind *kind);

/** Whether 0 is in the domain: Vega-Lite's domainHasZero. */
enum fw_domain_zero fw_scale_model_zero(const struct fw_scale_model *scale);

/* sizes.c */

/** Finds the px size of every view below `view`, from sizes given, steps and domains. */
void fw_sizes_solve(struct fw_view *view);

/** Whether a view has one width (side 0) or height (1) of its own: a facet has none, a
 * concatenation the one across its direction that its children agree on. Source:
 * component.layoutSize. */
bool fw_view_is_sized(const struct fw_view *view, int side);

/* axes.c, legends.c, titles.c, headers.c */
void fw_axes_parse(struct fw_view *view);
void fw_legends_parse(struct fw_view *view);
struct fw_axis_spec fw_axis_resolve(const struct fw_view *view, const struct fw_axis_model *axis);
bool fw_legend_resolve(const struct fw_view *view, const struct fw_legend_model *legend,
                       struct fw_legend_spec *spec);
bool fw_title_resolve(const struct fw_view *view, struct fw_title_spec *spec);

/** The size of a layer or unit as its scales and spec make it, on one side; layers pass it down. */
void fw_view_resize(struct fw_view *view, int side, double extent);

/* draw.c, arrange.c */

/** Lays out what is around a drawn group: legends and title, beside `x_bounds` and `y_bounds`. */
void fw_view_surround(struct fw_view *view, struct fw_box x_bounds, struct fw_box y_bounds);

/** Draws and places the children of a concatenation or facet into its group. */
void fw_view_arrange(struct fw_view *view);

/** Draws a view and all below into a new group under `parent`, laid out at the origin. */
struct fw_scene_node *fw_view_draw(struct fw_view *view, struct fw_scene_node *parent);

/** The same with nothing in it: the frame of a unit or layer without data. */
struct fw_scene_node *fw_view_draw_empty(struct fw_view *view, struct fw_scene_node *parent);

/** The unit as marks see it. */
struct fw_unit fw_view_unit(const struct fw_view *view);

/** An environment for expressions with the signals of `view`. */
struct fw_expr_env fw_view_env(const struct fw_view *view);

/** Resolves {"expr": "..."} in `value` for a view; anything else passes through. */
struct fw_value fw_view_eval(const struct fw_view *view, struct fw_value value);

/** A DateTime object, an ExprRef or a plain value as data has it; `unit`s make times of numbers. */
struct fw_value fw_view_data_value(const struct fw_view *view, const struct fw_channel_def *def,
                                   struct fw_value value);

/** Whether `resolve` shares scales (axes, legends) of a channel between the children of `view`. */
bool fw_view_shares_scale(const struct fw_view *view, enum fw_channel channel);
bool fw_view_shares_axis(const struct fw_view *view, enum fw_channel channel);
bool fw_view_shares_legend(const struct fw_view *view, enum fw_channel channel);

#endif
