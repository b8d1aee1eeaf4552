/* The scene: what is drawn, in paint order; every output is painted from it. */
#ifndef FW_SCENE_SCENE_H
#define FW_SCENE_SCENE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/value.h"
#include "color/color.h"
#include "shape/arc.h"
#include "shape/curve.h"
#include "shape/rect.h"
#include "shape/symbol.h"

/* Lengths are px, y grows downwards. Item positions are relative to the enclosing group's origin.
 */

enum fw_role {
    FW_ROLE_MARK,
    FW_ROLE_FRAME,
    FW_ROLE_AXIS_DOMAIN,
    FW_ROLE_AXIS_GRID,
    FW_ROLE_AXIS_TICK,
    FW_ROLE_AXIS_LABEL,
    FW_ROLE_AXIS_TITLE,
    FW_ROLE_LEGEND_SYMBOL,
    FW_ROLE_LEGEND_LABEL,
    FW_ROLE_LEGEND_TITLE,
    FW_ROLE_LEGEND_GRADIENT,
    FW_ROLE_LEGEND_BAND,
    FW_ROLE_LEGEND,
    FW_ROLE_TITLE_TEXT,
    FW_ROLE_TITLE_SUBTITLE,
    FW_ROLE_HEADER_LABEL,
    FW_ROLE_HEADER_TITLE,
    FW_ROLE_HEADER_SUBTITLE,
    FW_ROLE_DIRECT_LABEL, /* names a series where it is drawn, in place of a legend */
    FW_ROLE_VALUE_LABEL,  /* the value of a bar or point, beside it */
    FW_ROLE_LEADER,       /* from a label to what it names */
    FW_ROLE_ANNOTATION,   /* notes on the data: lines, spans, arrows and their texts */
    FW_ROLE_NOTE,         /* furniture: number, source, base, caveats */
    FW_ROLE_COUNT
};

struct fw_gradient_stop {
    double offset; /* 0..1 */
    struct fw_color color;
};

/** A gradient in fractions of the painted item's box. */
struct fw_gradient {
    bool radial;
    double x1, y1, x2, y2, r1, r2;
    size_t stop_count;
    const struct fw_gradient_stop *stops;
};

enum fw_hatch { FW_HATCH_LINES, FW_HATCH_CROSS, FW_HATCH_DOTS, FW_HATCH_COUNT };

/** Lines, two families of lines, or a square grid of dots, from the origin of the item's group. */
struct fw_pattern {
    enum fw_hatch hatch;
    struct fw_color background; /* behind them; with alpha 0: nothing */
    double spacing;             /* px from line to line or dot to dot; below 1 all is `color` */
    double width;               /* px: of lines, or across dots */
    double angle;               /* degrees clockwise; at 0 lines are level */
};

enum fw_paint_kind { FW_PAINT_NONE, FW_PAINT_COLOR, FW_PAINT_GRADIENT, FW_PAINT_PATTERN };

/** A pattern is for the fills of shapes: strokes and texts that have one are painted in `color`. */
struct fw_paint {
    enum fw_paint_kind kind;
    struct fw_color color; /* its alpha multiplies the opacities; a pattern's lines or dots */
    const struct fw_gradient *gradient;
    const struct fw_pattern *pattern;
};

enum fw_cap { FW_CAP_BUTT, FW_CAP_ROUND, FW_CAP_SQUARE };
enum fw_join { FW_JOIN_MITER, FW_JOIN_ROUND, FW_JOIN_BEVEL };

/** How an item is filled and stroked. Made by fw_scene_style, shared by all items alike. */
struct fw_style {
    struct fw_paint fill, stroke;
    double opacity, fill_opacity, stroke_opacity; /* 1 unless given */
    double stroke_width;
    double dash_offset;
    double miter_limit; /* 4 unless given, as in Vega and SVG */
    const double *dash; /* [dash_count] px, or NULL */
    size_t dash_count;
    enum fw_cap cap;
    enum fw_join join;
    const char *blend; /* a CSS blend mode, or NULL */
};

/** Nothing painted, opacities and stroke width 1: what to start from. */
struct fw_style fw_style_default(void);

/** Whether the fill, or the stroke, leaves anything to see; the item's own opacity left aside. */
bool fw_style_fills(const struct fw_style *style);
bool fw_style_strokes(const struct fw_style *style);

/** Whether the paint is a pattern that can be drawn as one. */
bool fw_paint_is_hatched(const struct fw_paint *paint);

struct fw_rule {
    double x, y, x2, y2;
};

enum fw_align { FW_ALIGN_LEFT, FW_ALIGN_CENTER, FW_ALIGN_RIGHT };
enum fw_baseline {
    FW_BASELINE_ALPHABETIC,
    FW_BASELINE_TOP,
    FW_BASELINE_MIDDLE,
    FW_BASELINE_BOTTOM,
    FW_BASELINE_LINE_TOP,
    FW_BASELINE_LINE_BOTTOM,
};

/** One or more lines of text. */
struct fw_text {
    double x, y;  /* the anchor, after dx/dy and polar offsets, before the baseline's own offset */
    double angle; /* degrees clockwise, about (x, y) */
    const char *text; /* UTF-8; lines joined by '\n'; already cut to the limit */
    const char *family;
    double size;        /* px */
    double line_height; /* px; 0: size + 2 */
    int weight;
    bool italic;
    enum fw_align align;
    enum fw_baseline baseline;
};

/** An SVG path in coordinates of the group: geoshapes, and paths with their own outline. */
struct fw_path_item {
    const char *path; /* commands MLQCAZ, absolute */
    double x, y;      /* added to every coordinate */
};

struct fw_image {
    double x, y, width, height; /* as drawn: fitted and aligned */
    const char *url;            /* as in the data, for the dump */
    const char *file;           /* the file to read, allowed and found; NULL: nothing drawn */
    double room[4]; /* x, y, width, height that it takes in the layout; all 0: as drawn */
};

enum fw_node_kind {
    FW_NODE_GROUP,
    FW_NODE_RECT,
    FW_NODE_RULE,
    FW_NODE_SYMBOL,
    FW_NODE_TEXT,
    FW_NODE_LINE,
    FW_NODE_AREA,
    FW_NODE_TRAIL,
    FW_NODE_ARC,
    FW_NODE_PATH,
    FW_NODE_SHAPE, /* a path whose mark is a geoshape */
    FW_NODE_IMAGE,
};

/** What travels with an item into SVG and PDF; NULL members: nothing. */
struct fw_item_info {
    const char *href;
    const char *description; /* ARIA label */
};

/**
 * A group: its own frame (painted first when its style has fill or stroke), then its children,
 * shifted to (x, y) and optionally clipped to the frame's box.
 */
struct fw_group {
    double x, y, width, height;
    double radius[4];
    bool clip;
    bool
        half_pixel; /* Vega: a stroked frame is drawn 0.5 px right and down, its children are not */
    const char *name; /* of the view, for ids and dumps; may be NULL */
};

/**
 * A run of like items, or a group. Items of a run share kind and role; item i has style
 * `styles[style_index[i]]`, or `styles[0]` where style_index is NULL.
 */
struct fw_scene_node {
    enum fw_node_kind kind;
    enum fw_role role;
    struct fw_scene_node *parent;
    struct fw_scene_node *first, *last, *next; /* children of a group; siblings in paint order */
    size_t count;                              /* items; a group has 1 */
    union {
        struct fw_group *group;
        struct fw_rect *rects;
        struct fw_rule *rules;
        struct fw_symbol *symbols;
        struct fw_text *texts;
        struct fw_polyline *polylines;
        struct fw_arc *arcs;
        struct fw_path_item *paths;
        struct fw_image *images;
    };
    const struct fw_style *styles;
    size_t style_count;
    const uint32_t *style_index;     /* [count] or NULL */
    const struct fw_item_info *info; /* [count] or NULL */
    bool clip;                       /* clipped to the parent's box: mark property "clip" */
    bool continues;       /* texts: the paragraph of the sibling before goes on, in another look */
    const uint32_t *rows; /* [count] the row of the unit's table that each item was made of, of a
                             series the first; NULL: no marks */
    const char *name;     /* of the mark or view, or NULL */
    const char *description; /* for ARIA, or NULL */
};

struct fw_scene {
    double width, height; /* of the whole picture, px */
    bool has_background;
    struct fw_color background;
    struct fw_scene_node *root;      /* a group */
    const char *title, *description; /* for SVG, PDF and PNG; may be NULL */
    const char *source;              /* where the data come from, for the same; may be NULL */
    const char *lang;                /* BCP 47, or NULL */
    struct fw_place size_place;      /* what of the spec says how large it is, for reports */
};

/** A new node of `count` zeroed items appended to `parent` (NULL: a root). For a group, count is 1.
 */
struct fw_scene_node *fw_scene_add(struct fw_arena *arena, struct fw_scene_node *parent,
                                   enum fw_node_kind kind, enum fw_role role, size_t count);

/** Gives all items of `node` one style, copied into `arena`. */
void fw_scene_style(struct fw_arena *arena, struct fw_scene_node *node,
                    const struct fw_style *style);

/** Moves `node` from its place to the end (or the start) of `parent`'s children. */
void fw_scene_move(struct fw_scene_node *node, struct fw_scene_node *parent, bool first);

const char *fw_hatch_name(enum fw_hatch hatch);        /* "lines" */
const char *fw_role_name(enum fw_role role);           /* "axis-label" */
const char *fw_node_kind_name(enum fw_node_kind kind); /* "rect" */

#endif
