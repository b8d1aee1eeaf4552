/* stack - values stacked on each other: where each begins and ends. */
#include "transform/stack.h"

#include <math.h>
#include <string.h>

#include "transform/group.h"

/** One stack being piled up. */
struct pile {
    const struct fw_table *table;
    const struct fw_column *column; /* NULL: each row counts 1 */
    bool counts_rows;
    const uint32_t *rows;
    size_t count;
    double sum, tallest;            /* of absolute values: this stack's, the tallest one's */
    struct fw_value *starts, *ends; /* by storage row */
};

static double value_of(const struct pile *pile, size_t i)
{
    return pile->counts_rows ? 1 : fw_table_number(pile->table, pile->column, pile->rows[i]);
}

static void put(struct pile *pile, size_t i, double start, double end)
{
    size_t at = fw_table_storage(pile->table, pile->rows[i]);
    pile->starts[at] = fw_number(start);
    pile->ends[at] = fw_number(end);
}

static void pile_zero(struct pile *pile)
{
    double up = 0, down = 0;
    for (size_t i = 0; i < pile->count; i++) {
        double value = value_of(pile, i);
        double *last = value < 0 ? &down : &up;
        put(pile, i, *last, *last + value);
        *last += value;
    }
}

static void pile_center(struct pile *pile)
{
    double last = (pile->tallest - pile->sum) / 2;
    for (size_t i = 0; i < pile->count; i++) {
        double next = last + fabs(value_of(pile, i));
        put(pile, i, last, next);
        last = next;
    }
}

static void pile_normalize(struct pile *pile)
{
    double scale = 1 / pile->sum, last = 0, total = 0;
    for (size_t i = 0; i < pile->count; i++) {
        total += fabs(value_of(pile, i));
        put(pile, i, last, scale * total);
        last = scale * total;
    }
}

static double sum_of(const struct pile *pile)
{
    double sum = 0;
    for (size_t i = 0; i < pile->count; i++) {
        sum += fabs(value_of(pile, i));
    }
    return sum;
}

static void run_pile(struct pile *pile, enum fw_stack_offset offset)
{
    switch (offset) {
    case FW_STACK_ZERO:
        pile_zero(pile);
        break;
    case FW_STACK_CENTER:
        pile_center(pile);
        break;
    case FW_STACK_NORMALIZE:
        pile_normalize(pile);
        break;
    }
}

/* A column to group by: null, a missing value and "" are one, as Vega joins the keys of a stack to
 * a text. */
static const struct fw_column *key_column(const struct fw_transform_context *context,
                                          const struct fw_table *table, const char *field)
{
    const struct fw_column *column = fw_transform_field(context, table, field);
    bool has_nil = false;
    for (size_t i = 0; column != NULL && i < table->rows && !has_nil; i++) {
        has_nil = fw_is_nil(fw_table_value(table, column, i));
    }
    if (!has_nil) {
        return column;
    }
    struct fw_value *keys = fw_transform_values(context, table);
    struct fw_value blank = fw_string(fw_intern_text(context->strings, ""));
    for (size_t i = 0; i < table->rows; i++) {
        struct fw_value value = fw_table_value(table, column, i);
        keys[fw_table_storage(table, i)] = fw_is_nil(value) ? blank : value;
    }
    return fw_column_from_values(context->arena, column->name, keys, table->storage);
}

static struct fw_groups group_rows(const struct fw_transform_context *context,
                                   const struct fw_table *table, const struct fw_stack *stack)
{
    size_t count = stack->is_grouped ? stack->groupby.count : 0;
    const struct fw_column **columns =
        FW_NEW_ARRAY(context->arena, count, const struct fw_column *);
    for (size_t i = 0; i < count; i++) {
        columns[i] = key_column(context, table, stack->groupby.items[i]);
    }
    return fw_group(context->arena, context->strings, table, columns, count);
}

const struct fw_table *fw_stack_run(const struct fw_transform_context *context,
                                    const struct fw_table *table, const struct fw_stack *stack)
{
    struct fw_groups groups = group_rows(context, table, stack);
    struct fw_order order =
        fw_order_new(context->arena, context->strings, table, stack->sort, stack->sort_count);
    struct pile pile = { .table = table,
                         .column = fw_transform_field(context, table, stack->field),
                         .counts_rows = stack->field == NULL,
                         .starts = fw_transform_values(context, table),
                         .ends = fw_transform_values(context, table) };
    double *sums = FW_NEW_ARRAY(context->arena, groups.count, double);
    for (size_t g = 0; g < groups.count; g++) {
        pile.rows = groups.rows + groups.start[g];
        pile.count = groups.start[g + 1] - groups.start[g];
        sums[g] = sum_of(&pile); /* before the sort, as Vega sums */
        pile.tallest = sums[g] > pile.tallest ? sums[g] : pile.tallest;
    }
    for (size_t g = 0; g < groups.count; g++) {
        pile.count = groups.start[g + 1] - groups.start[g];
        uint32_t *rows = fw_arena_grow(context->arena, groups.rows + groups.start[g], pile.count,
                                       pile.count, sizeof *rows);
        fw_order_sort(context->arena, &order, rows, pile.count);
        pile.rows = rows;
        pile.sum = sums[g];
        run_pile(&pile, stack->offset);
    }
    table = fw_transform_with(context, table, stack->as[0], pile.starts);
    return fw_transform_with(context, table, stack->as[1], pile.ends);
}

/* ---- the transform ------------------------------------------------------------------------ */

struct stack_props {
    struct fw_prop stack, groupby, offset, sort, as;
};

static const char *const offsets[] = { "zero", "center", "normalize", NULL };

static const struct fw_property stack_properties[] = {
    { "stack", FW_P_STRING | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct stack_props, stack), NULL,
      "field that is stacked" },
    { "groupby", FW_P_STRINGS | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct stack_props, groupby),
      NULL, "fields whose values tell the stacks apart" },
    { "offset", FW_P_STRING, offsetof(struct stack_props, offset), offsets,
      "where stacks begin; zero by default" },
    { "sort", FW_P_ARRAY | FW_P_FIELD, offsetof(struct stack_props, sort), NULL,
      "order inside a stack: {field, order} each" },
    { "as", FW_P_STRING | FW_P_STRINGS | FW_P_REQUIRED, offsetof(struct stack_props, as), NULL,
      "names of the columns of starts and ends; a single name gets \"_end\" for the ends" },
};

static enum fw_stack_offset offset_of(const char *name)
{
    return strcmp(name, "center") == 0      ? FW_STACK_CENTER
           : strcmp(name, "normalize") == 0 ? FW_STACK_NORMALIZE
                                            : FW_STACK_ZERO;
}

static const void *stack_decode(const struct fw_transform_context *context, const void *properties,
                                struct fw_node at)
{
    (void)at;
    const struct stack_props *props = properties;
    struct fw_stack *step = FW_NEW(context->arena, struct fw_stack);
    step->field = fw_prop_text(&props->stack, "");
    step->groupby = fw_texts_of(context->arena, props->groupby.value);
    step->is_grouped = true;
    step->sort = fw_sort_keys_of(context->arena, props->sort.value, &step->sort_count);
    step->offset = offset_of(fw_prop_text(&props->offset, "zero"));
    fw_output_names(context->arena, &props->as,
                    fw_arena_printf(context->arena, "%s_start", step->field),
                    fw_arena_printf(context->arena, "%s_end", step->field), step->as);
    return step;
}

static const struct fw_table *stack_run(const struct fw_transform_context *context,
                                        const struct fw_table *table, const void *step)
{
    return fw_stack_run(context, table, step);
}

const struct fw_transform_type fw_transform_stack = {
    .name = "stack",
    .doc = "Where each value begins and ends when the values of a group are stacked.",
    .properties = stack_properties,
    .property_count = FW_COUNT(stack_properties),
    .size = sizeof(struct stack_props),
    .decode = stack_decode,
    .run = stack_run,
};
