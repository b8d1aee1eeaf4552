/* window - ranks, running aggregates and neighbours' values over ordered rows. */
#include "transform/window.h"

#include <math.h>
#include <string.h>

#include "base/object.h"
#include "transform/group.h"
#include "transform/window_op.h"

/* Values that sliding frames of medians and the like may look at in all; our taste: some seconds.
 */
#define VISITS_MOST 2e9

/** One measure over one partition. */
struct run {
    const struct fw_transform_context *context;
    const struct fw_table *table;
    const struct fw_window *window;
    const struct fw_window_measure *measure;
    const struct fw_column *column;
    struct fw_frame frame;
    struct fw_tally tally;
    size_t begin, end;    /* of the frame that the tally holds */
    struct fw_value last; /* of that frame */
    double *visits;       /* left of VISITS_MOST */
    struct fw_value *values;
};

/* ---- frames ------------------------------------------------------------------------------- */

static size_t clamp(double at, size_t count)
{
    return at <= 0 ? 0 : at >= (double)count ? count : (size_t)at;
}

/** The first row that sorts like row `at`, which is among its own peers. */
static size_t first_peer(const struct fw_frame *frame, size_t at)
{
    size_t low = 0, high = at;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (fw_frame_differs(frame, middle, at)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/** One behind the last row that sorts like row `at`. */
static size_t behind_peers(const struct fw_frame *frame, size_t at)
{
    size_t low = at + 1, high = frame->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (fw_frame_differs(frame, middle, at)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

/** Widens a frame by the peers of its ends; neighbours are looked at first, as most have no peers.
 */
static void take_peers(struct fw_frame *frame)
{
    size_t begin = frame->begin, end = frame->end;
    if (begin > 0 && begin < frame->count && !fw_frame_differs(frame, begin, begin - 1)) {
        frame->begin = first_peer(frame, begin);
    }
    if (end > 0 && end < frame->count && !fw_frame_differs(frame, end - 1, end)) {
        frame->end = behind_peers(frame, end - 1);
    }
}

static void set_frame(struct run *run, size_t index)
{
    const struct fw_window *window = run->window;
    struct fw_frame *frame = &run->frame;
    frame->index = index;
    frame->begin = clamp((double)index + window->frame[0], frame->count);
    frame->end = clamp((double)index + window->frame[1] + 1, frame->count);
    if (window->sort_count > 0 && !window->ignore_peers) {
        take_peers(frame);
    }
}

/* ---- aggregates --------------------------------------------------------------------------- */

/** Brings the tally from the frame before to this one. */
static void slide(struct run *run)
{
    const struct fw_frame *frame = &run->frame;
    for (size_t i = run->begin; i < frame->begin && i < run->end; i++) {
        fw_tally_remove(&run->tally, fw_table_value(run->table, run->column, frame->rows[i]));
    }
    size_t from = run->end > frame->begin ? run->end : frame->begin;
    for (size_t i = from; i < frame->end; i++) {
        fw_tally_add(&run->tally, fw_table_value(run->table, run->column, frame->rows[i]));
    }
    run->begin = frame->begin;
    run->end = frame->end > from ? frame->end : from;
}

static struct fw_value aggregate(struct run *run)
{
    const struct fw_frame *frame = &run->frame;
    if (frame->index > 0 && run->begin == frame->begin && run->end == frame->end) {
        return run->last; /* the same frame: that of all rows, or of a peer */
    }
    slide(run);
    size_t count = frame->end > frame->begin ? frame->end - frame->begin : 0;
    if ((run->measure->op->needs & FW_NEEDS_ROWS) || run->tally.stale) {
        *run->visits -= (double)count;
        if (*run->visits < 0) {
            return fw_null();
        }
    }
    struct fw_op_input input = {
        .arena = run->context->arena,
        .strings = run->context->strings,
        .table = run->table,
        .column = run->column,
        .rows = frame->rows + frame->begin,
        .count = count,
        .tally = &run->tally,
    };
    run->last = run->measure->op->value(&input);
    return run->last;
}

/* ---- partitions --------------------------------------------------------------------------- */

static void run_partition(struct run *run)
{
    struct fw_window_state state = { 0 };
    const struct fw_window_measure *measure = run->measure;
    run->tally = (struct fw_tally){ .rate = measure->parameter };
    run->tally.needs = measure->op == NULL ? 0 : measure->op->needs;
    run->begin = run->end = 0;
    for (size_t i = 0; i < run->frame.count; i++) {
        set_frame(run, i);
        run->values[fw_table_storage(run->table, run->frame.rows[i])] =
            measure->window == NULL
                ? aggregate(run)
                : measure->window->next(&run->frame, run->column, measure->parameter, &state);
    }
}

const struct fw_table *fw_window_run(const struct fw_transform_context *context,
                                     const struct fw_table *table, const struct fw_window *window)
{
    struct fw_groups groups = fw_group_by(context->arena, context->strings, table,
                                          window->groupby.items, window->groupby.count);
    struct fw_order order =
        fw_order_new(context->arena, context->strings, table, window->sort, window->sort_count);
    uint32_t *rows =
        fw_arena_grow(context->arena, groups.rows, table->rows, table->rows, sizeof *rows);
    for (size_t g = 0; g < groups.count; g++) {
        fw_order_sort(context->arena, &order, rows + groups.start[g],
                      groups.start[g + 1] - groups.start[g]);
    }
    double visits = VISITS_MOST;
    const struct fw_table *result = table;
    for (size_t m = 0; m < window->measure_count; m++) {
        const struct fw_window_measure *measure = &window->measures[m];
        struct run run = { .context = context,
                           .table = table,
                           .window = window,
                           .measure = measure,
                           .visits = &visits };
        run.column = fw_transform_field(context, table, measure->field);
        run.values = fw_transform_values(context, table);
        for (size_t g = 0; g < groups.count; g++) {
            run.frame = (struct fw_frame){ .order = &order,
                                           .rows = rows + groups.start[g],
                                           .count = groups.start[g + 1] - groups.start[g] };
            run_partition(&run);
        }
        result = fw_transform_with(context, result, measure->as, run.values);
    }
    if (visits < 0) {
        fw_report(context->diag, fw_nowhere(), FW_LIMIT,
                  "a window's sliding frame has too many rows for its operations");
    }
    return result;
}

/* ---- the transform ------------------------------------------------------------------------ */

struct window_props {
    struct fw_prop window, frame, ignore_peers, groupby, sort;
};

static const struct fw_property window_properties[] = {
    { "window", FW_P_ARRAY | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct window_props, window),
      NULL, "operations: {op, field, param, as} each" },
    { "frame", FW_P_ARRAY | FW_P_NULL, offsetof(struct window_props, frame), NULL,
      "rows before and behind the current one that count; null: all; [null, 0] by default" },
    { "ignorePeers", FW_P_BOOLEAN, offsetof(struct window_props, ignore_peers), NULL,
      "whether rows that sort equal to the frame's ends stay out" },
    { "groupby", FW_P_STRINGS | FW_P_FIELD, offsetof(struct window_props, groupby), NULL,
      "fields whose values tell the partitions apart" },
    { "sort", FW_P_ARRAY | FW_P_FIELD, offsetof(struct window_props, sort), NULL,
      "order of the rows: {field, order} each" },
};

/** Both kinds of operations, for a suggestion. */
static void report_unknown(const struct fw_transform_context *context, struct fw_place place,
                           const char *name)
{
    const char *names[64];
    size_t count = 0;
    for (const char *const *n = fw_window_op_names(); *n != NULL && count < 64; n++) {
        names[count++] = *n;
    }
    for (const char *const *n = fw_op_names(); *n != NULL && count < 64; n++) {
        names[count++] = *n;
    }
    struct fw_diagnostic *d = fw_report(context->diag, place, FW_UNKNOWN_VALUE,
                                        "no window operation is called '%s'", name);
    fw_hint_nearest(context->diag, d, name, names, count);
}

static bool check_measure(const struct fw_transform_context *context, struct fw_place place,
                          const char *name, const struct fw_window_measure *measure)
{
    bool needs_field =
        measure->op != NULL ? strcmp(name, "count") != 0 : measure->window->needs_field;
    if (needs_field && measure->field == NULL) {
        fw_report(context->diag, place, FW_MISSING_PROPERTY, "operation '%s' without its 'field'",
                  name);
        return false;
    }
    if (measure->window != NULL && measure->window->needs_parameter && !(measure->parameter > 0)) {
        fw_report(context->diag, place, FW_OUT_OF_RANGE, "operation '%s' needs a 'param' above 0",
                  name);
        return false;
    }
    return true;
}

static bool decode_measure(const struct fw_transform_context *context, struct fw_value spec,
                           struct fw_place place, struct fw_window_measure *measure)
{
    const char *name = fw_get_text(spec, "op", NULL);
    if (name == NULL) {
        fw_report(context->diag, place, FW_MISSING_PROPERTY, "an operation without 'op'");
        return false;
    }
    measure->window = fw_window_op_find(name);
    measure->op = measure->window == NULL ? fw_op_find(name) : NULL;
    if (measure->window == NULL && measure->op == NULL) {
        report_unknown(context, place, name);
        return false;
    }
    measure->field = fw_get_text(spec, "field", NULL);
    measure->parameter = fw_get_number(spec, "param", NAN);
    const char *as = name;
    if (measure->field != NULL) {
        fw_str field = fw_path_flat(context->arena, context->strings, measure->field);
        as = fw_arena_printf(context->arena, "%s_%s", name, field->text);
    }
    measure->as = fw_get_text(spec, "as", as);
    return check_measure(context, place, name, measure);
}

static void decode_frame(struct fw_value value, double frame[2])
{
    frame[0] = -INFINITY;
    frame[1] = 0;
    for (size_t i = 0; i < 2 && fw_length(value) == 2; i++) {
        struct fw_value end = fw_at(value, i);
        frame[i] = end.kind == FW_NUMBER ? end.number : i == 0 ? -INFINITY : INFINITY;
    }
}

static const void *window_decode(const struct fw_transform_context *context, const void *properties,
                                 struct fw_node at)
{
    const struct window_props *props = properties;
    struct fw_window *step = FW_NEW(context->arena, struct fw_window);
    size_t count = fw_length(props->window.value);
    struct fw_window_measure *measures =
        FW_NEW_ARRAY(context->arena, count, struct fw_window_measure);
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        struct fw_node node = fw_node_item(props->window.at, i);
        struct fw_place place = fw_node_there(node) ? fw_node_place(context->arena, node)
                                                    : fw_prop_place(context, &props->window, at);
        good = decode_measure(context, fw_at(props->window.value, i), place, &measures[i]) && good;
    }
    step->measures = measures;
    step->measure_count = count;
    step->groupby = fw_texts_of(context->arena, props->groupby.value);
    step->sort = fw_sort_keys_of(context->arena, props->sort.value, &step->sort_count);
    step->ignore_peers = fw_prop_boolean(&props->ignore_peers, false);
    decode_frame(props->frame.value, step->frame);
    return good ? step : NULL;
}

static const struct fw_table *window_run(const struct fw_transform_context *context,
                                         const struct fw_table *table, const void *step)
{
    return fw_window_run(context, table, step);
}

const struct fw_transform_type fw_transform_window = {
    .name = "window",
    .doc = "Ranks, running aggregates and values of neighbours over ordered rows.",
    .properties = window_properties,
    .property_count = FW_COUNT(window_properties),
    .size = sizeof(struct window_props),
    .decode = window_decode,
    .run = window_run,
};
