/* Values of marks in words: what labels at bars and points say. */
#ifndef FW_EXPLAIN_VALUES_H
#define FW_EXPLAIN_VALUES_H

#include "encoding/label.h"
#include "guide/axis.h"
#include "view/view.h"

/** usermeta.figwright.labels, decoded. */
struct fw_value_labels {
    enum { FW_LABELS_NONE, FW_LABELS_AUTO, FW_LABELS_INSIDE, FW_LABELS_OUTSIDE } placement;
    const char *format; /* of d3, or NULL: the axis' */
    const char *field;  /* what they show; NULL: the value */
};

struct fw_value_labels fw_value_labels_read(const struct fw_chart *chart);

/** How one unit's values are written. */
struct fw_value_text {
    const struct fw_view *unit;
    const struct fw_table *table;
    enum fw_channel measure;            /* x or y: whose value it is */
    const struct fw_channel_def *other; /* the definition of the other position, or NULL */
    const struct fw_column *column;     /* of values; for shares where they start ... */
    const struct fw_column *end;        /* ... and end; NULL: no shares */
    struct fw_label label;
    bool plain; /* no format was given: see fw_value_words */
    struct fw_label other_label;
    const struct fw_axis_spec *axis; /* whose labelExpr words numbers; NULL: none does */
};

/** False where the unit has no measure along x or y, or no field of that name. `suffix` is NULL, or
 * "2" for the second end of ranges. */
bool fw_value_text_init(struct fw_value_text *text, const struct fw_view *unit,
                        const struct fw_value_labels *labels, bool second);

/** The value of a row as a number; NaN where there is none. */
double fw_value_number(const struct fw_value_text *text, size_t row);

/**
 * The label of a row: a number as asked for, else in the format of its axis, else with groups of
 * thousands and four significant digits, but never less than its whole part. NULL where there is no
 * value.
 */
const char *fw_value_words(const struct fw_value_text *text, size_t row);

/** Which mark that is, for reports: "2013: 29". */
const char *fw_value_place(const struct fw_value_text *text, size_t row);

#endif
