/* The operations that windows alone have: ranks, and values of other rows. */
#ifndef FW_TRANSFORM_WINDOW_OP_H
#define FW_TRANSFORM_WINDOW_OP_H

#include "transform/sort.h"

/** One partition's rows in order, and the frame of the current one. */
struct fw_frame {
    const struct fw_order
        *order;           /* rows that it calls equal are peers; no keys: there are no peers */
    const uint32_t *rows; /* [count] */
    size_t count;
    size_t index;      /* of the current row in `rows` */
    size_t begin, end; /* of the frame in `rows`; begin may be `end`: an empty frame */
};

/** What an operation keeps from row to row of a partition. Zeroed at its first row. */
struct fw_window_state {
    size_t rank, found;
    struct fw_value value;
};

struct fw_window_op {
    const char *name;
    const char *doc;
    bool needs_field;
    bool needs_parameter; /* a number above 0 */
    struct fw_value (*next)(const struct fw_frame *frame, const struct fw_column *column,
                            double parameter, struct fw_window_state *state);
};

/** Whether rows i and j of a frame sort differently. */
bool fw_frame_differs(const struct fw_frame *frame, size_t i, size_t j);

#endif
