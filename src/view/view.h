/* The view tree of a chart: units, layers, facets and concatenations, with their tables, scales and
 * guides. */
#ifndef FW_VIEW_VIEW_H
#define FW_VIEW_VIEW_H

#include "data/load.h"
#include "encoding/unit.h"
#include "format/unit.h"
#include "guide/axis.h"
#include "guide/legend.h"
#include "guide/title.h"
#include "scene/scene.h"
#include "theme/config.h"
#include "theme/tokens.h"
#include "transform/step.h"
#include "view/component.h"
#include "view/usermeta.h"

struct fw_selection;
struct fw_view;
struct fw_projection_model;
struct fw_annotation_list;

/** A param of the chart (a signal) at its initial value. */
struct fw_param {
    fw_str name;
    struct fw_value spec;  /* the object of "params"; undefined where a transform made it */
    struct fw_value value; /* once resolved ... */
    size_t resolved;       /* ... at this fw_chart.moment; 0: never */
    bool resolving;
};

/** Texts of labels that found no room, in the order in which they were drawn. */
struct fw_unfit {
    const char **texts;
    size_t count, capacity;
};

/** What one compilation works with and on. */
struct fw_chart {
    struct fw_maker make;
    struct fw_diag *diag;
    struct fw_fonts *fonts;
    const struct fw_json *json;         /* the document: values' origins are its nodes */
    const struct fw_usermeta *usermeta; /* NULL: a plain Vega-Lite chart */
    const struct fw_tokens *tokens;
    struct fw_annotation_list *annotations; /* compose/annotations.h; NULL: none */
    struct fw_config config;
    struct fw_load load;
    struct fw_expr_env env; /* params, locale, zone */
    struct fw_param *params;
    size_t param_count, param_capacity;
    struct fw_selection **selections; /* of each unit, in the order of the units */
    size_t selection_count, selection_capacity;
    struct fw_source_table *sources; /* data blocks loaded so far */
    size_t source_count, source_capacity;
    struct fw_value spec; /* the whole, normalized */
    struct fw_view *root;
    bool untitled;            /* the title of the root is not drawn */
    const struct fw_view *at; /* whose signals are read: the view being built or drawn, or NULL */
    size_t moment;            /* counts the changes of what params are computed from */
    bool themed;              /* a theme rules, other than Vega-Lite's defaults */
    bool redundant;           /* series differ by more than color */
    struct fw_unfit dropped, cut; /* labels, see explain/unfit.h */
    bool sized;                   /* the sizes of views are known, and scales can be trained */
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
    double step;       /* px, of a range by step; NaN: none */
    double least_step; /* that step is no less; 0: any */
    double stretch; /* what steps are multiplied by; 0: nothing */
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

/** An entry of a legend that names in the view may stand for. */
struct fw_named_entry {
    struct fw_value value;
    const char *text;
    bool drawn; /* some mark shows it ... */
    bool named; /* ... and a name stands at one */
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
    bool direct;                  /* its entries are to be named in the views instead ... */
    struct fw_named_entry *named; /* ... [named_count], anew at each drawing */
    size_t named_count;
    const char *unnamed;             /* the first entry that had no room in some view, or NULL */
    struct fw_guide_text named_text; /* how their names are set */
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
    const struct fw_resource
        *resource;        /* what is said of the data that it or a parent loads, or NULL */
    const char **derived; /* fields made by transforms: not parsed again; [derived_count] */
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
    double given[2]; /* px, before a picture of a certain size asks for another; NaN before */
    bool by_step[2]; /* ... and whether it is so many steps: it then fits nowhere */

    /* facets */
    struct fw_channel_def row_def, column_def, facet_def; /* kind FW_DEF_NONE: not given */
    struct fw_value *row_values, *column_values;          /* one a row, one a column of cells */
    size_t row_count, column_count;
    struct fw_facet_cell *cells; /* [child_count] */
    size_t columns;              /* of wrapped facets and concats; 0: one row */

    struct fw_projection_model *projection;  /* geo.h; NULL: no map */
    struct fw_scene_node *group;             /* once drawn */
    struct fw_scene_node *marks, *marks_end; /* a unit's first and last node in it; NULL: none */
    struct fw_box bounds;                    /* of all in it, in its own coordinates */
};

/* eval.c */

/** The node that a value was read from (none for made ones): for places in reports. */
struct fw_node fw_chart_node(const struct fw_chart *chart, struct fw_value value);

/** An environment for expressions with the signals of `view`. */
struct fw_expr_env fw_view_env(const struct fw_view *view);

/** Resolves {"expr": "..."} in `value` for a view; anything else passes through. */
struct fw_value fw_view_eval(const struct fw_view *view, struct fw_value value);

/** A DateTime object, an ExprRef or a plain value as data has it; `unit`s make times of numbers. */
struct fw_value fw_view_data_value(const struct fw_view *view, const struct fw_channel_def *def,
                                   struct fw_value value);

/* resolve.c */

/** Whether `resolve` shares scales (axes, legends) of a channel between the children of `view`. */
bool fw_view_shares_scale(const struct fw_view *view, enum fw_channel channel);
bool fw_view_shares_axis(const struct fw_view *view, enum fw_channel channel);
bool fw_view_shares_legend(const struct fw_view *view, enum fw_channel channel);

/** The scale that `channel` of a unit really uses, or NULL. */
struct fw_scale_model *fw_view_scale(const struct fw_view *view, enum fw_channel channel);

/** The same, or that of the nearest view around it which has one. Source: getScaleComponent. */
struct fw_scale_model *fw_view_scale_around(const struct fw_view *view, enum fw_channel channel);

/** The shared scale that this one went into, or itself. */
struct fw_scale_model *fw_scale_model_owner(const struct fw_scale_model *scale);

/** The scale's type, properties: read through its owner. */
enum fw_scale_kind fw_scale_model_kind(const struct fw_scale_model *scale);
struct fw_value fw_scale_model_prop(const struct fw_scale_model *scale, const char *name);

/* scale_type.c */

/** The scale kind of a channel of a unit before any merging; false where it has no scale. */
bool fw_unit_scale_kind(const struct fw_view *unit, enum fw_channel channel,
                        enum fw_scale_kind *kind);

/** Whether a discrete (or time unit) position holds an offset channel of its own. */
bool fw_unit_nests_offset(const struct fw_view *unit, enum fw_channel channel);

/** The definition that a channel's scale is made for; NULL where it has none. */
const struct fw_channel_def *fw_unit_scaled_def(const struct fw_view *unit,
                                                enum fw_channel channel);

/** The type of the scale of a channel, as written or by default: a string. */
struct fw_split fw_unit_scale_type(const struct fw_view *unit, enum fw_channel channel,
                                   const struct fw_channel_def *def);

/** The kind that a type names. */
enum fw_scale_kind fw_scale_kind_of(struct fw_value type);

/* field_title.c */

/**
 * What a datapackage.json says of a field of the view's data; NULL where it says nothing, or where
 * a transform made the field anew. `field` may be NULL.
 */
const struct fw_resource_field *fw_view_described(const struct fw_view *view, const char *field);

/**
 * The title of a field definition that the spec gives none: fw_def_title of the field's own title
 * and unit where a datapackage.json describes it and config.fieldTitle asks for no other form.
 */
const char *fw_view_field_title(const struct fw_view *view, const struct fw_channel_def *def);

/* columns.c */

/** A column by name, or by path where the name is none. */
const struct fw_column *fw_view_column(const struct fw_view *view, const struct fw_table *table,
                                       const char *name);

/** The bins behind a column of a unit, or NULL. */
const struct fw_bin_info *fw_view_bins(const struct fw_view *unit, const char *column);

/** The column that holds a sort array's positions. */
const char *fw_sort_index_column(struct fw_maker make, const struct fw_channel_def *def,
                                 enum fw_channel channel);

/** The time unit of a definition, with its step; false when it names none. */
bool fw_time_unit_of(const struct fw_time_unit_def *def, struct fw_time_unit *unit);

/* map.c */

/** Whether a unit is drawn through a projection: it has shapes or positions by degrees. */
bool fw_unit_is_map(const struct fw_view *unit);

/** Whether that is fitted to the view: one with a scale or a place of its own is not. */
bool fw_unit_map_is_fitted(const struct fw_view *unit);

/** The field of GeoJSON objects that a unit draws, or NULL. */
const struct fw_channel_def *fw_unit_shape_field(const struct fw_view *unit);

#endif
