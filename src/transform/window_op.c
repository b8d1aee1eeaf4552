/* The operations that windows alone have: ranks, and values of other rows. */
#include "transform/window_op.h"

#include <math.h>
#include <string.h>

#include "transform/window.h"

bool fw_frame_differs(const struct fw_frame *frame, size_t i, size_t j)
{
    return frame->order->count == 0 ||
           fw_order_compare(frame->order, frame->rows[i], frame->rows[j]) != 0;
}

static struct fw_value field_at(const struct fw_frame *frame, const struct fw_column *column,
                                size_t i)
{
    return fw_table_value(frame->order->table, column, frame->rows[i]);
}

/* ---- ranks -------------------------------------------------------------------------------- */

static struct fw_value next_row_number(const struct fw_frame *frame, const struct fw_column *column,
                                       double parameter, struct fw_window_state *state)
{
    (void)column, (void)parameter, (void)state;
    return fw_number((double)frame->index + 1);
}

/** The number of the first of the peers: 1, 1, 3. */
static double rank(const struct fw_frame *frame, struct fw_window_state *state)
{
    if (frame->index == 0 || fw_frame_differs(frame, frame->index - 1, frame->index)) {
        state->rank = frame->index + 1;
    }
    return (double)state->rank;
}

static struct fw_value next_rank(const struct fw_frame *frame, const struct fw_column *column,
                                 double parameter, struct fw_window_state *state)
{
    (void)column, (void)parameter;
    return fw_number(rank(frame, state));
}

static struct fw_value next_dense_rank(const struct fw_frame *frame, const struct fw_column *column,
                                       double parameter, struct fw_window_state *state)
{
    (void)column, (void)parameter;
    if (frame->index == 0 || fw_frame_differs(frame, frame->index - 1, frame->index)) {
        state->rank++;
    }
    return fw_number((double)state->rank);
}

static struct fw_value next_percent_rank(const struct fw_frame *frame,
                                         const struct fw_column *column, double parameter,
                                         struct fw_window_state *state)
{
    (void)column, (void)parameter;
    return fw_number((rank(frame, state) - 1) / ((double)frame->count - 1));
}

/** The part of the rows up to the last peer. */
static double cume_dist(const struct fw_frame *frame, struct fw_window_state *state)
{
    size_t last = frame->index;
    if (state->found < last) {
        while (last + 1 < frame->count && !fw_frame_differs(frame, last, last + 1)) {
            last++;
        }
        state->found = last;
    }
    return (1 + (double)state->found) / (double)frame->count;
}

static struct fw_value next_cume_dist(const struct fw_frame *frame, const struct fw_column *column,
                                      double parameter, struct fw_window_state *state)
{
    (void)column, (void)parameter;
    return fw_number(cume_dist(frame, state));
}

static struct fw_value next_ntile(const struct fw_frame *frame, const struct fw_column *column,
                                  double parameter, struct fw_window_state *state)
{
    (void)column;
    return fw_number(ceil(parameter * cume_dist(frame, state)));
}

/* ---- values of other rows ----------------------------------------------------------------- */

/** The value `offset` rows on; null beyond the partition. */
static struct fw_value at_offset(const struct fw_frame *frame, const struct fw_column *column,
                                 double offset)
{
    double at = (double)frame->index + offset;
    return at >= 0 && at < (double)frame->count ? field_at(frame, column, (size_t)at) : fw_null();
}

static double offset_or_1(double parameter)
{
    return isnan(parameter) || parameter == 0 ? 1 : parameter;
}

static struct fw_value next_lag(const struct fw_frame *frame, const struct fw_column *column,
                                double parameter, struct fw_window_state *state)
{
    (void)state;
    return at_offset(frame, column, -offset_or_1(parameter));
}

static struct fw_value next_lead(const struct fw_frame *frame, const struct fw_column *column,
                                 double parameter, struct fw_window_state *state)
{
    (void)state;
    return at_offset(frame, column, offset_or_1(parameter));
}

static struct fw_value next_first_value(const struct fw_frame *frame,
                                        const struct fw_column *column, double parameter,
                                        struct fw_window_state *state)
{
    (void)parameter, (void)state;
    return frame->begin < frame->count ? field_at(frame, column, frame->begin) : fw_undefined();
}

static struct fw_value next_last_value(const struct fw_frame *frame, const struct fw_column *column,
                                       double parameter, struct fw_window_state *state)
{
    (void)parameter, (void)state;
    return frame->end > 0 ? field_at(frame, column, frame->end - 1) : fw_undefined();
}

static struct fw_value next_nth_value(const struct fw_frame *frame, const struct fw_column *column,
                                      double parameter, struct fw_window_state *state)
{
    (void)state;
    double at = (double)frame->begin + (parameter - 1);
    return at < (double)frame->end ? field_at(frame, column, (size_t)at) : fw_null();
}

/** The last value up to this row that is not nil. */
static struct fw_value next_prev_value(const struct fw_frame *frame, const struct fw_column *column,
                                       double parameter, struct fw_window_state *state)
{
    (void)parameter;
    struct fw_value value = field_at(frame, column, frame->index);
    if (!fw_is_nil(value)) {
        state->value = value;
    }
    return state->value.kind == FW_UNDEFINED ? fw_null() : state->value;
}

/** The first value from this row on that is not nil; `found` is one behind its row. */
static struct fw_value next_next_value(const struct fw_frame *frame, const struct fw_column *column,
                                       double parameter, struct fw_window_state *state)
{
    (void)parameter;
    if (frame->index < state->found) {
        return state->value;
    }
    size_t i = frame->index;
    while (i < frame->count && fw_is_nil(field_at(frame, column, i))) {
        i++;
    }
    state->found = i + 1;
    state->value = i < frame->count ? field_at(frame, column, i) : fw_null();
    return state->value;
}

/* ---- the table ---------------------------------------------------------------------------- */

/* clang-format off */
#define OP_LIST(X)                                                                                 \
    X(row_number, false, false, "number of the row, from 1")                                       \
    X(rank, false, false, "rank, with gaps behind peers")                                          \
    X(dense_rank, false, false, "rank without gaps")                                               \
    X(percent_rank, false, false, "rank from 0 to 1")                                              \
    X(cume_dist, false, false, "part of the rows up to this one and its peers")                    \
    X(ntile, false, true, "which of `param` equal parts the row is in")                            \
    X(lag, true, false, "value `param` rows before, 1 by default")                                 \
    X(lead, true, false, "value `param` rows behind, 1 by default")                                \
    X(first_value, true, false, "value of the frame's first row")                                  \
    X(last_value, true, false, "value of the frame's last row")                                    \
    X(nth_value, true, true, "value of the frame's row `param`")                                   \
    X(prev_value, true, false, "last value up to this row that is not null")                       \
    X(next_value, true, false, "first value from this row on that is not null")
/* clang-format on */

#define ENTRY(name, field, parameter, doc) { #name, doc, field, parameter, next_##name },
static const struct fw_window_op ops[] = { OP_LIST(ENTRY) };
#undef ENTRY

#define WORD(name, field, parameter, doc) #name,
static const char *const names[] = { OP_LIST(WORD) NULL };
#undef WORD

const struct fw_window_op *fw_window_op_find(const char *name)
{
    for (size_t i = 0; i < FW_COUNT(ops); i++) {
        if (strcmp(ops[i].name, name) == 0) {
            return &ops[i];
        }
    }
    return NULL;
}

const char *const *fw_window_op_names(void)
{
    return names;
}
