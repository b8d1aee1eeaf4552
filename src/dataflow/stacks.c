/* Stacks that encodings ask for. Source: Vega-Lite, compile/data/stack.ts. */
#include <math.h>
#include <string.h>

#include "dataflow/fields.h"
#include "transform/stack.h"

static const char *column(const struct fw_view *unit, const struct fw_channel_def *def,
                          const char *suffix)
{
    return fw_def_column(unit->chart->make, def, suffix);
}

static void add_text(const struct fw_view *unit, struct fw_texts *texts, const char *text)
{
    const char **items = fw_arena_grow(unit->chart->make.arena, texts->items, texts->count,
                                       texts->count + 1, sizeof *items);
    items[texts->count] = text;
    *texts = (struct fw_texts){ items, texts->count + 1 };
}

static void add_sort(const struct fw_view *unit, struct fw_stack *stack, const char *field,
                     bool descending)
{
    for (size_t i = 0; i < stack->sort_count; i++) {
        if (strcmp(stack->sort[i].field, field) == 0) {
            return;
        }
    }
    struct fw_sort_key *keys =
        fw_arena_grow(unit->chart->make.arena, stack->sort, stack->sort_count,
                      stack->sort_count + 1, sizeof *keys);
    keys[stack->sort_count++] = (struct fw_sort_key){ field, descending };
    stack->sort = keys;
}

/* Pieces in the order of their fields, from the top in y so that they read like the legend. */
static void set_order(const struct fw_view *unit, struct fw_stack *stack)
{
    const struct fw_encoding *encoding = unit->encoding;
    const struct fw_channel_def *order = &encoding->defs[FW_CHANNEL_ORDER];
    for (size_t i = 0; i < encoding->order_count; i++) {
        add_sort(unit, stack, column(unit, &encoding->order[i], NULL),
                 fw_is_text(encoding->order[i].sort, "descending"));
    }
    if (encoding->order_count > 0) {
        return;
    }
    bool descending = unit->stack->field_channel == FW_CHANNEL_Y;
    if (order->kind == FW_DEF_NONE && order->sort.kind == FW_STRING) {
        descending = fw_is_text(order->sort, "descending");
    }
    for (size_t i = 0; i < unit->stack->by_count; i++) {
        add_sort(unit, stack, column(unit, unit->stack->by[i], NULL), descending);
    }
}

/* The middle of each bin: what imputed rows are told apart by. */
static void add_bin_middles(struct fw_view *unit, const struct fw_channel_def *def)
{
    struct fw_chart *chart = unit->chart;
    const struct fw_column *starts = fw_view_column(unit, unit->table, column(unit, def, NULL));
    const struct fw_column *ends = fw_view_column(unit, unit->table, column(unit, def, "end"));
    double t = isnan(def->band_position) ? 0.5 : def->band_position;
    struct fw_value *middles = fw_transform_values(&chart->transforms, unit->table);
    for (size_t row = 0; row < unit->table->rows; row++) {
        struct fw_value start = fw_table_value(unit->table, starts, row);
        double end = fw_table_number(unit->table, ends, row);
        bool valid = !fw_is_nil(start) && isfinite(fw_to_number(start));
        middles[fw_table_storage(unit->table, row)] =
            valid ? fw_number(t * fw_to_number(start) + (1 - t) * end) : start;
    }
    unit->table =
        fw_transform_with(&chart->transforms, unit->table, column(unit, def, "mid"), middles);
}

/* Every series gets a row at every place of the others, worth 0: areas need them to lie on each
 * other. */
static void fill_gaps(struct fw_view *unit)
{
    const struct fw_stacking *stacking = unit->stack;
    for (size_t i = 0; stacking->impute && i < stacking->groupby_count; i++) {
        const struct fw_channel_def *def = &unit->encoding->defs[stacking->groupby[i]];
        bool bin = fw_def_binning(def) || def->binned;
        if (fw_def_binning(def)) {
            add_bin_middles(unit, def);
        }
        struct fw_texts by = { NULL, 0 };
        for (size_t k = 0; k < stacking->by_count; k++) {
            add_text(unit, &by, column(unit, stacking->by[k], NULL));
        }
        for (size_t k = 0; k < unit->facet_fields.count; k++) {
            add_text(unit, &by, unit->facet_fields.items[k]);
        }
        const char *field = column(unit, &unit->encoding->defs[stacking->field_channel], NULL);
        fw_view_fill(unit, field, column(unit, def, bin && fw_def_binning(def) ? "mid" : NULL), by,
                     fw_number(0));
    }
}

void fw_unit_stack(struct fw_view *unit)
{
    const struct fw_stacking *stacking = unit->stack;
    if (stacking == NULL) {
        return;
    }
    fill_gaps(unit);
    const struct fw_channel_def *def = &unit->encoding->defs[stacking->field_channel];
    struct fw_stack stack = { .field = column(unit, def, NULL), .is_grouped = true };
    for (size_t i = 0; i < stacking->groupby_count; i++) {
        const struct fw_channel_def *group = &unit->encoding->defs[stacking->groupby[i]];
        bool bin = fw_def_binning(group);
        if (bin && stacking->impute) {
            add_text(unit, &stack.groupby, column(unit, group, "mid"));
        } else {
            add_text(unit, &stack.groupby, column(unit, group, NULL));
            if (bin) {
                add_text(unit, &stack.groupby, column(unit, group, "end"));
            }
        }
    }
    for (size_t i = 0; i < unit->facet_fields.count; i++) {
        add_text(unit, &stack.groupby, unit->facet_fields.items[i]);
    }
    set_order(unit, &stack);
    stack.offset = strcmp(stacking->offset, "normalize") == 0 ? FW_STACK_NORMALIZE
                   : strcmp(stacking->offset, "center") == 0  ? FW_STACK_CENTER
                                                              : FW_STACK_ZERO;
    stack.as[0] = column(unit, def, "start");
    stack.as[1] = column(unit, def, "end");
    unit->table = fw_stack_run(&unit->chart->transforms, unit->table, &stack);
}
