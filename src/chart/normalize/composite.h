/* What composite marks share: the axis that they summarize, and the plain marks that they are made
 * of. */
#ifndef FW_CHART_NORMALIZE_COMPOSITE_H
#define FW_CHART_NORMALIZE_COMPOSITE_H

#include "chart/normalize/rewrite.h"

/** A composite mark on its way into parts. */
struct fw_composite {
    const struct fw_scope *scope;
    struct fw_maker make; /* the scope's */
    const char *name;     /* of the mark: "boxplot" */
    struct fw_value unit;
    struct fw_value encoding; /* the unit's, normal (definition.h) */
    struct fw_value mark_def; /* an object */
    struct fw_value config;   /* the mark's section of the configuration */
    bool vertical;
    const char *axis;    /* "x" or "y": the continuous one */
    struct fw_value def; /* its definition, without aggregate */
    const char *field;   /* its field: a path */
    const char *flat;    /* the keys of the path joined with dots: for names of columns */
    const char *escaped; /* the same as a path, to be one key: for fields that read those columns */
};

/** Sets up all but the axis. */
struct fw_composite fw_composite_begin(const struct fw_scope *scope, struct fw_value unit);

/** Finds the orient by the definitions of x and y; false: there is no continuous one, and that is
 * reported. */
bool fw_composite_orient(struct fw_composite *mark);

/** Sets the axis for mark->vertical; false: it has no field, and that is reported. */
bool fw_composite_axis(struct fw_composite *mark);

/** The other definitions of the continuous axis ("2", "Error", "Error2"), without aggregate; or
 * undefined. */
struct fw_value fw_composite_axis_def(const struct fw_composite *mark, const char *suffix);

/** "x2" for "2", "xError" for "Error". */
const char *fw_composite_channel(const struct fw_composite *mark, const char *suffix);

/** One of the plain marks. */
struct fw_part {
    const char *name;         /* in mark definition and configuration: "rule" */
    struct fw_value mark;     /* the definition that it starts from */
    const char *from;         /* the position is the column "FROM_FIELD" */
    const char *to;           /* with a second one; NULL: none */
    struct fw_value encoding; /* of the other channels */
};

/** `layers` with the part at its end, unless mark definition or configuration leave it out. */
struct fw_value fw_composite_add(const struct fw_composite *mark, struct fw_value layers,
                                 const struct fw_part *part);

/** The same of a whole layer with `mark` and `encoding`: the mark gets the part's style and
 * properties. */
struct fw_value fw_composite_add_layer(const struct fw_composite *mark, struct fw_value layers,
                                       const char *part, struct fw_value layer);

/** A definition of the continuous axis with its title, scale and axis, over another field. */
struct fw_value fw_composite_position(const struct fw_composite *mark, const char *field);

/** The name of a column that a transform makes for the field; a path to it; the expression that
 * reads it. */
const char *fw_composite_column(const struct fw_composite *mark, const char *prefix);
const char *fw_composite_path(const struct fw_composite *mark, const char *prefix);
const char *fw_composite_read(const struct fw_composite *mark, const char *prefix);

/** The expression that reads a field of the data: "datum['a']['b']". */
const char *fw_path_expression(struct fw_maker make, const char *path);

/** {"op": ..., "field": ..., "as": ...} appended to a list of aggregates. */
struct fw_value fw_add_aggregate(struct fw_maker make, struct fw_value list, const char *op,
                                 const char *field, const char *as);

/** What stays in the view that holds the layers: data, name, title, sizes, ... */
struct fw_value fw_composite_outer(const struct fw_composite *mark);

/** Objects of names and values, and their like. */
struct fw_value fw_with_text(struct fw_maker make, struct fw_value object, const char *key,
                             const char *text);

#endif
