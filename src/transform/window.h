/* Ranks, running aggregates and neighbours' values over ordered rows. */
#ifndef FW_TRANSFORM_WINDOW_H
#define FW_TRANSFORM_WINDOW_H

#include "transform/op.h"
#include "transform/sort.h"
#include "transform/step.h"

struct fw_window_op;

/** One result column: an aggregate over the frame, or an operation of windows alone. */
struct fw_window_measure {
    const struct fw_op *op;            /* NULL where window_op is given */
    const struct fw_window_op *window; /* NULL where op is given */
    const char *field;                 /* NULL: none */
    double parameter;                  /* of ntile, lag, lead, nth_value; NaN: not given */
    const char *as;
};

struct fw_window {
    const struct fw_window_measure *measures;
    size_t measure_count;
    struct fw_texts groupby;
    const struct fw_sort_key *sort; /* [sort_count] */
    size_t sort_count;
    double frame[2];   /* rows before (negative) and behind the current one; infinite: all */
    bool ignore_peers; /* else the frame takes in the rows that sort equal to its ends */
};

/** A window operation by name ("rank"), or NULL; their names, NULL-terminated. */
const struct fw_window_op *fw_window_op_find(const char *name);
const char *const *fw_window_op_names(void);

/** `table`, in its own order, with the measures as further columns. */
const struct fw_table *fw_window_run(const struct fw_transform_context *context,
                                     const struct fw_table *table, const struct fw_window *window);

#endif
