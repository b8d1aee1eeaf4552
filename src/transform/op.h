/* Aggregation operations: what a group of rows comes to. */
#ifndef FW_TRANSFORM_OP_H
#define FW_TRANSFORM_OP_H

#include "data/table.h"

/** Which running values an operation needs: or-ed flags. */
enum {
    FW_NEEDS_SUM = 1 << 0,
    FW_NEEDS_PRODUCT = 1 << 1,
    FW_NEEDS_MEAN = 1 << 2,
    FW_NEEDS_DEVIATION = 1 << 3, /* with FW_NEEDS_MEAN */
    FW_NEEDS_LEAST = 1 << 4,     /* smallest and largest; not kept when values are taken out */
    FW_NEEDS_DECAY = 1 << 5,     /* of exponential smoothing */
    FW_NEEDS_ROWS = 1 << 6,      /* the rows themselves */
};

/**
 * Running values of one field over a group or a sliding frame, one value at a time and as
 * vega-transforms keeps them, so that sums round alike. Zeroed memory with `needs` and `rate` set
 * is empty.
 */
struct fw_tally {
    unsigned needs;
    double rate;    /* of exponential smoothing */
    size_t rows;    /* all of them */
    size_t valid;   /* neither nil, nor "", nor NaN */
    size_t missing; /* nil or "" */
    double sum, product, mean, mean_delta, deviation, decay;
    struct fw_value least, most;
    bool stale; /* a least or most value was taken out again */
};

void fw_tally_add(struct fw_tally *tally, struct fw_value value);
void fw_tally_remove(struct fw_tally *tally, struct fw_value value);

/** What an operation looks at. */
struct fw_op_input {
    struct fw_arena *arena;
    struct fw_strings *strings;
    const struct fw_table *table;
    const struct fw_column *column; /* NULL: no field, or one that is not there */
    const uint32_t *rows; /* [count] of the group or frame; those of FW_NEEDS_ROWS alone */
    size_t count;
    const struct fw_tally *tally;
};

struct fw_op {
    const char *name; /* "mean" */
    const char *doc;
    unsigned needs;
    /** The result; undefined where there is none (the mean of nothing). */
    struct fw_value (*value)(const struct fw_op_input *input);
};

/** The operation of that name, or NULL; all their names, NULL-terminated. */
const struct fw_op *fw_op_find(const char *name);
const char *const *fw_op_names(void);

#endif
