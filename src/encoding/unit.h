/* A unit view as marks see it: one mark, its encoding, its trained scales and its rows. */
#ifndef FW_ENCODING_UNIT_H
#define FW_ENCODING_UNIT_H

#include "base/diag.h"
#include "data/picture.h"
#include "data/table.h"
#include "encoding/encoding.h"
#include "expr/expr.h"
#include "scale/scale.h"
#include "text/measure.h"

struct fw_projection;

enum fw_mark_orient { FW_NO_ORIENT, FW_VERTICAL, FW_HORIZONTAL };

/** How the marks of a unit are stacked. */
struct fw_stacking {
    enum fw_channel field_channel; /* x, y, theta or radius */
    const char *offset;            /* "zero", "normalize" or "center" */
    bool impute;                   /* path marks: missing combinations count as 0 */
    enum fw_channel groupby[4];    /* channels whose fields make the stacks apart */
    size_t groupby_count;
    const struct fw_channel_def *by[16]; /* fields that tell the pieces of a stack apart */
    size_t by_count;
};

enum fw_domain_zero { FW_ZERO_NEVER, FW_ZERO_MAYBE, FW_ZERO_DEFINITELY };

/** A scale of a unit, trained. `scale` NULL: the channel has none. */
struct fw_unit_scale {
    const struct fw_scale *scale;
    enum fw_scale_kind kind;
    enum fw_domain_zero zero; /* Vega-Lite's domainHasZero */
    double step;              /* px of a range given by step; NaN: the range is not by step */
    bool reverse;
};

struct fw_unit {
    struct fw_maker make;
    struct fw_diag *diag;
    struct fw_fonts *fonts;
    const struct fw_config *config;
    const char *mark;         /* "bar" */
    struct fw_value mark_def; /* object: as written, with type and filled */
    enum fw_mark_orient orient;
    const struct fw_encoding *encoding;
    const struct fw_stacking *stack; /* NULL: not stacked */
    struct fw_unit_scale scales[FW_CHANNEL_COUNT];
    const struct fw_table *table;           /* the rows to draw */
    double width, height;                   /* of the view, px */
    struct fw_expr_env env;                 /* params, locale, zone; marks set table and row */
    const struct fw_projection *projection; /* NULL: no map */
    double axis_translate[2];               /* of the x and y axes, px: bins move with it (0.5) */
    struct fw_value
        step_size[2]; /* NaN-free: the view's width and height as given, for band sizes */
    const char *name; /* of the view, or NULL */
    bool clip;        /* by scale or projection: the mark is clipped to the view */
    /** Finds the picture file behind a url; false, reported, where it cannot be shown. NULL: none.
     */
    bool (*picture)(const struct fw_unit *unit, const char *url, struct fw_picture *picture);
};

/**
 * A mark property: of the mark definition, else by config (style, mark, "mark"). `vg_channel`
 * (NULL: none) is a second name looked up first ("fill" for "color"). ExprRef and conditions are
 * left as they are. Source: getMarkPropOrConfig.
 */
struct fw_value fw_unit_prop(const struct fw_unit *unit, const char *property,
                             const char *vg_channel);

/** What Vega-Lite itself writes of it: without the styles that Vega looks up by `vg_channel`. */
struct fw_value fw_unit_written(const struct fw_unit *unit, const char *property,
                                const char *vg_channel);

/** The same by config alone. */
struct fw_value fw_unit_config(const struct fw_unit *unit, const char *property,
                               const char *vg_channel);

/** Resolves {"expr": "..."} against the unit's params and `row` (SIZE_MAX: no datum); others pass
 * through. */
struct fw_value fw_unit_eval(const struct fw_unit *unit, struct fw_value value, size_t row);

#endif
