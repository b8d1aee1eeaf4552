/* pivot - values of a field become columns. */
#include "transform/pivot.h"

#include <string.h>

#include "base/limits.h"
#include "transform/group.h"
#include "transform/sort.h"

/** In a pivot, count is of values, whether missing or not, and not of rows. */
static struct fw_value count_values(const struct fw_op_input *in)
{
    return fw_number((double)(in->tally->valid + in->tally->missing));
}

static const struct fw_op value_count = { .name = "count", .value = count_values };

/** One run: rows by row of the result, by column of the result, and by both. */
struct run {
    const struct fw_transform_context *context;
    const struct fw_table *table;
    const struct fw_op *op;
    const struct fw_column *value;
    struct fw_groups rows, keys, cells;
    uint32_t *order; /* [keys.count] groups of keys in ascending order of their values */
    size_t count;    /* how many of them become columns */
};

static struct fw_groups group_cells(const struct fw_transform_context *context,
                                    const struct fw_table *table, const struct fw_pivot *pivot)
{
    size_t count = pivot->groupby.count;
    const char **fields =
        fw_arena_grow(context->arena, pivot->groupby.items, count, count + 1, sizeof *fields);
    fields[count] = pivot->field;
    return fw_group_by(context->arena, context->strings, table, fields, count + 1);
}

/** Fills in `order` and `count`. */
static void sort_keys(struct run *run, const struct fw_pivot *pivot)
{
    struct fw_arena *arena = run->context->arena;
    const struct fw_table *firsts =
        fw_table_select(arena, run->table, run->keys.first, run->keys.count);
    struct fw_sort_key by_value = { .field = pivot->field };
    struct fw_order sort = fw_order_new(arena, run->context->strings, firsts, &by_value, 1);
    run->order = FW_NEW_ARRAY(arena, run->keys.count, uint32_t);
    for (size_t k = 0; k < run->keys.count; k++) {
        run->order[k] = (uint32_t)k;
    }
    fw_order_sort(arena, &sort, run->order, run->keys.count);
    bool limited = pivot->limit > 0 && pivot->limit < run->keys.count;
    run->count = limited ? pivot->limit : run->keys.count;
}

/** What the values of some rows come to. */
static struct fw_value measure(const struct run *run, struct fw_row_span span)
{
    struct fw_tally tally = { .needs = run->op->needs };
    for (size_t i = 0; i < span.count; i++) {
        fw_tally_add(&tally, fw_table_value(run->table, run->value, span.rows[i]));
    }
    struct fw_op_input input = {
        .arena = run->context->arena,
        .strings = run->context->strings,
        .table = run->table,
        .column = run->value,
        .rows = span.rows,
        .count = span.count,
        .tally = &tally,
    };
    return run->op->value(&input);
}

/** The values of all columns, one behind the other, each with a value for each row of the result.
 */
static struct fw_value *measure_cells(const struct run *run)
{
    size_t *column_of = FW_NEW_ARRAY(run->context->arena, run->keys.count, size_t);
    for (size_t k = 0; k < run->keys.count; k++) {
        column_of[run->order[k]] = k;
    }
    size_t height = run->rows.count;
    struct fw_value *values =
        FW_NEW_ARRAY(run->context->arena, run->count * height, struct fw_value);
    struct fw_value empty = measure(run, (struct fw_row_span){ NULL, 0 });
    for (size_t i = 0; i < run->count * height; i++) {
        values[i] = empty;
    }
    for (size_t c = 0; c < run->cells.count; c++) {
        uint32_t first = run->cells.first[c];
        size_t column = column_of[run->keys.of[first]];
        if (column < run->count) {
            values[column * height + run->rows.of[first]] =
                measure(run, fw_group_rows(&run->cells, c));
        }
    }
    return values;
}

const struct fw_table *fw_pivot_run(const struct fw_transform_context *context,
                                    const struct fw_table *table, const struct fw_pivot *pivot)
{
    struct run run = { .context = context, .table = table };
    run.op = strcmp(pivot->op->name, "count") == 0 ? &value_count : pivot->op;
    run.value = fw_transform_field(context, table, pivot->value);
    run.rows = fw_group_by(context->arena, context->strings, table, pivot->groupby.items,
                           pivot->groupby.count);
    run.keys = fw_group_by(context->arena, context->strings, table, &pivot->field, 1);
    run.cells = group_cells(context, table, pivot);
    sort_keys(&run, pivot);
    const struct fw_table *result = fw_table_new(context->arena, run.rows.count);
    for (size_t i = 0; i < pivot->groupby.count; i++) {
        result = fw_table_with(context->arena, result,
                               fw_group_column(context->arena, context->strings, table, &run.rows,
                                               pivot->groupby.items[i]));
    }
    if (run.count > FW_LIMIT_COLUMNS || run.count * run.rows.count > FW_LIMIT_ROWS) {
        fw_report(context->diag, fw_nowhere(), FW_DATA_LIMIT,
                  "a pivot to %zu columns of %zu rows is too large", run.count, run.rows.count);
        return result;
    }
    const struct fw_column *field = fw_transform_field(context, table, pivot->field);
    struct fw_value *values = measure_cells(&run);
    for (size_t k = 0; k < run.count; k++) {
        struct fw_value key = fw_table_value(table, field, run.keys.first[run.order[k]]);
        fw_str name = fw_to_string(context->strings, key);
        result = fw_transform_with(context, result, name->text, values + k * run.rows.count);
    }
    return result;
}

/* ---- the transform ------------------------------------------------------------------------ */

struct pivot_props {
    struct fw_prop pivot, value, groupby, limit, op;
};

static const struct fw_property pivot_properties[] = {
    { "pivot", FW_P_STRING | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct pivot_props, pivot), NULL,
      "field whose values name the new columns" },
    { "value", FW_P_STRING | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct pivot_props, value), NULL,
      "field whose values fill them" },
    { "groupby", FW_P_STRINGS | FW_P_FIELD, offsetof(struct pivot_props, groupby), NULL,
      "fields whose values tell the rows apart" },
    { "limit", FW_P_NUMBER | FW_P_NOT_NEGATIVE, offsetof(struct pivot_props, limit), NULL,
      "most columns; 0, the default, for all" },
    { "op", FW_P_STRING, offsetof(struct pivot_props, op), NULL,
      "aggregate operation for the values of one cell; sum by default" },
};

static const void *pivot_decode(const struct fw_transform_context *context, const void *properties,
                                struct fw_node at)
{
    const struct pivot_props *props = properties;
    struct fw_pivot *step = FW_NEW(context->arena, struct fw_pivot);
    step->field = fw_prop_text(&props->pivot, "");
    step->value = fw_prop_text(&props->value, "");
    step->groupby = fw_texts_of(context->arena, props->groupby.value);
    step->op = fw_op_find(fw_prop_text(&props->op, "sum"));
    double limit = fw_prop_number(&props->limit, 0);
    step->limit = limit > 0 && limit < FW_LIMIT_COLUMNS ? (size_t)limit : 0;
    if (step->op == NULL) {
        fw_report(context->diag, fw_prop_place(context, &props->op, at), FW_UNKNOWN_VALUE,
                  "no aggregate operation is called '%s'", fw_prop_text(&props->op, ""));
        return NULL;
    }
    return step;
}

static const struct fw_table *pivot_run(const struct fw_transform_context *context,
                                        const struct fw_table *table, const void *step)
{
    return fw_pivot_run(context, table, step);
}

const struct fw_transform_type fw_transform_pivot = {
    .name = "pivot",
    .doc = "Columns named by the values of a field, one row for each group.",
    .properties = pivot_properties,
    .property_count = FW_COUNT(pivot_properties),
    .size = sizeof(struct pivot_props),
    .decode = pivot_decode,
    .run = pivot_run,
};
