/* Domains: where a scale's values come from, and what they are. Source: Vega-Lite,
 * compile/scale/domain.ts. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mark/position.h"
#include "train/train.h"
#include "transform/group.h"
#include "transform/op.h"
#include "transform/sort.h"
#include "view/view.h"

static void add_ref(struct fw_scale_model *scale, struct fw_domain_ref ref)
{
    struct fw_arena *arena = scale->view->chart->make.arena;
    FW_RESERVE(arena, scale->domains, scale->domain_count, scale->domain_capacity);
    scale->domains[scale->domain_count++] = ref;
}

static void add_constant(struct fw_scale_model *scale, struct fw_value values)
{
    add_ref(scale, (struct fw_domain_ref){ .constant = true, .values = values });
}

static void add_column(struct fw_scale_model *scale, const struct fw_view *unit, const char *column)
{
    add_ref(scale, (struct fw_domain_ref){ .unit = unit, .column = column });
}

/* Whether a field splits or groups a stack: then sorting by it needs no sum. */
static bool stack_dimension(const struct fw_view *unit, const char *field)
{
    struct fw_maker make = unit->chart->make;
    for (size_t i = 0; field != NULL && i < unit->stack->groupby_count; i++) {
        const struct fw_channel_def *def = &unit->encoding->defs[unit->stack->groupby[i]];
        if (strcmp(fw_def_column(make, def, NULL), field) == 0) {
            return true;
        }
    }
    for (size_t i = 0; field != NULL && i < unit->stack->by_count; i++) {
        if (unit->stack->by[i]->field != NULL && strcmp(unit->stack->by[i]->field, field) == 0) {
            return true;
        }
    }
    return false;
}

static void sort_by_field(const struct fw_view *unit, struct fw_domain_ref *ref, const char *field,
                          const char *op, struct fw_value order)
{
    bool stacked = unit->stack != NULL && !stack_dimension(unit, field);
    ref->sort_field = field;
    ref->sort_op = op != NULL ? op : stacked ? "sum" : "min";
    ref->descending = fw_is_text(order, "descending");
    ref->raw = true;
}

/* How a discrete domain is ordered. Source: domainSort. */
static void set_sort(const struct fw_view *unit, enum fw_channel channel,
                     const struct fw_channel_def *def, struct fw_domain_ref *ref)
{
    struct fw_maker make = unit->chart->make;
    struct fw_value sort = def->sort;
    if (sort.kind == FW_ARRAY) {
        ref->sort_field = fw_sort_index_column(make, def, channel);
        ref->sort_op = "min";
        ref->raw = true;
    } else if (fw_has(sort, "encoding")) {
        enum fw_channel by = fw_channel_find(fw_get_text(sort, "encoding", ""));
        const struct fw_channel_def *other = fw_encoding_scaled(unit->encoding, by);
        if (other == NULL && by != FW_CHANNEL_NONE) {
            other = fw_encoding_field(unit->encoding, by);
        }
        if (other != NULL) {
            bool arg = other->arg_field != NULL;
            const char *field = arg ? fw_def_column(make, other, NULL) : other->field;
            sort_by_field(unit, ref, field, arg ? NULL : other->aggregate, fw_get(sort, "order"));
        }
    } else if (fw_has(sort, "field") || fw_is_text(fw_get(sort, "op"), "count")) {
        sort_by_field(unit, ref, fw_get_text(sort, "field", NULL), fw_get_text(sort, "op", NULL),
                      fw_get(sort, "order"));
    } else if (fw_is_text(sort, "descending")) {
        ref->sorted = ref->descending = true;
    } else if (sort.kind != FW_NULL) {
        ref->sorted = true;
    }
}

static void add_values(const struct fw_view *unit, struct fw_scale_model *scale,
                       const struct fw_channel_def *def, struct fw_value values)
{
    struct fw_maker make = unit->chart->make;
    struct fw_value made = fw_array_value(make.arena, NULL, 0);
    for (size_t i = 0; i < fw_length(values); i++) {
        made = fw_append(make, made, fw_view_data_value(unit, def, fw_at(values, i)));
    }
    add_constant(scale, made);
}

static bool is_rect_based(const char *mark)
{
    return strcmp(mark, "rect") == 0 || strcmp(mark, "bar") == 0 || strcmp(mark, "image") == 0 ||
           strcmp(mark, "arc") == 0 || strcmp(mark, "tick") == 0;
}

static void add_binned(const struct fw_view *unit, struct fw_scale_model *scale,
                       enum fw_channel channel, const struct fw_channel_def *def)
{
    struct fw_maker make = unit->chart->make;
    enum fw_scale_kind kind = fw_scale_model_kind(scale);
    const char *column = fw_def_column(make, def, NULL);
    const struct fw_bin_info *bins = fw_view_bins(unit, column);
    if (kind == FW_SCALE_BIN_ORDINAL) {
        add_constant(scale, fw_array_value(make.arena, NULL, 0));
    } else if (fw_scale_kind_discrete(kind)) {
        bool range = def->type == FW_ORDINAL || def->type == FW_NOMINAL;
        struct fw_domain_ref ref = { .unit = unit };
        ref.column = range ? fw_def_column(make, def, "range") : column;
        set_sort(unit, channel, def, &ref);
        if (ref.sort_op == NULL) {
            ref.sort_field = column;
            ref.sort_op = "min";
            ref.sorted = false;
        }
        add_ref(scale, ref);
    } else if (bins != NULL) {
        struct fw_value ends[2] = { fw_number(bins->start), fw_number(bins->stop) };
        add_constant(scale, fw_array_value(make.arena, ends, 2));
    }
}

/* Time units that are drawn as bands reach to their ends. */
static bool add_time_bands(const struct fw_view *unit, struct fw_scale_model *scale,
                           enum fw_channel channel, const struct fw_channel_def *def)
{
    struct fw_maker make = unit->chart->make;
    enum fw_channel channel2 = fw_channel_secondary(channel);
    const struct fw_channel_def *def2 =
        channel2 == FW_CHANNEL_NONE ? NULL : &unit->encoding->defs[channel2];
    double position = fw_def_band_position(&unit->chart->config, unit->mark_def, def, def2);
    if (!def->time_unit.there || def->type != FW_TEMPORAL || isnan(position) ||
        !fw_scale_kind_temporal(fw_scale_model_kind(scale))) {
        return false;
    }
    bool offset = is_rect_based(unit->mark) && position != 0.5 && fw_channel_is_position(channel);
    add_column(scale, unit, fw_def_column(make, def, offset ? "offsetted_rect_start" : NULL));
    add_column(scale, unit, fw_def_column(make, def, offset ? "offsetted_rect_end" : "end"));
    return true;
}

static void add_field(const struct fw_view *unit, struct fw_scale_model *scale,
                      enum fw_channel channel, const struct fw_channel_def *def)
{
    struct fw_maker make = unit->chart->make;
    if (fw_def_binning(def)) {
        add_binned(unit, scale, channel, def);
        return;
    }
    if (add_time_bands(unit, scale, channel, def)) {
        return;
    }
    struct fw_domain_ref ref = { .unit = unit, .column = fw_def_column(make, def, NULL) };
    if (fw_scale_kind_discrete(fw_scale_model_kind(scale)) && fw_channel_has_scale(channel)) {
        set_sort(unit, channel, def, &ref);
    }
    add_ref(scale, ref);
}

static bool stacked_on(const struct fw_view *unit, enum fw_channel channel)
{
    return unit->stack != NULL && unit->stack->field_channel == channel;
}

/* Min and max of what an aggregate summarizes. */
static bool add_unaggregated(const struct fw_view *unit, struct fw_scale_model *scale,
                             const struct fw_channel_def *def, struct fw_value domain)
{
    static const char *const ops[] = { "mean", "average", "median", "q1", "q3", "min", "max" };
    bool wanted =
        fw_is_text(domain, "unaggregated") ||
        (domain.kind == FW_UNDEFINED &&
         fw_to_boolean(fw_config_get(&unit->chart->config, "scale", "useUnaggregatedDomain")));
    for (size_t i = 0; wanted && def->aggregate != NULL && i < FW_COUNT(ops); i++) {
        if (strcmp(def->aggregate, ops[i]) == 0 && def->field != NULL) {
            struct fw_domain_ref ref = { .unit = unit, .column = def->field, .raw = true };
            add_ref(scale, ref);
            return true;
        }
    }
    return false;
}

static void parse_channel(const struct fw_view *unit, struct fw_scale_model *scale,
                          enum fw_channel channel, struct fw_value domain)
{
    struct fw_maker make = unit->chart->make;
    const struct fw_channel_def *def = fw_encoding_scaled(unit->encoding, channel);
    if (def == NULL) {
        return;
    }
    domain = fw_view_eval(unit, domain);
    if (fw_has(domain, "unionWith")) {
        add_values(unit, scale, def, fw_get(domain, "unionWith"));
        parse_channel(unit, scale, channel, fw_undefined());
        scale->domain_written = true;
    } else if (domain.kind == FW_ARRAY) {
        add_values(unit, scale, def, domain);
        scale->domain_written = true;
    } else if (stacked_on(unit, channel) && strcmp(unit->stack->offset, "normalize") == 0) {
        struct fw_value ends[2] = { fw_number(0), fw_number(1) };
        add_constant(scale, fw_array_value(make.arena, ends, 2));
    } else if (stacked_on(unit, channel)) {
        add_column(scale, unit, fw_def_column(make, def, "start"));
        add_column(scale, unit, fw_def_column(make, def, "end"));
    } else if (def->kind == FW_DEF_DATUM) {
        struct fw_value datum = fw_view_data_value(unit, def, def->datum);
        add_constant(scale, fw_array_value(make.arena, &datum, 1));
    } else if (!add_unaggregated(unit, scale, def, domain)) {
        add_field(unit, scale, channel, def);
    }
}

void fw_domain_parse(struct fw_view *unit, struct fw_scale_model *scale)
{
    enum fw_channel channel = scale->channel;
    const struct fw_channel_def *def = fw_encoding_scaled(unit->encoding, channel);
    struct fw_value domain = fw_get(fw_get(def->spec, "scale"), "domain");
    parse_channel(unit, scale, channel, domain);
    if (fw_channel_is_position(channel)) {
        enum fw_channel second = fw_channel_secondary(channel);
        if (fw_encoding_field_or_datum(unit->encoding, second) != NULL &&
            !(domain.kind == FW_ARRAY)) {
            bool written = scale->domain_written;
            parse_channel(unit, scale, second, fw_undefined());
            scale->domain_written = written;
        }
    }
}

/* One column of rows that a domain reads. */
struct part {
    const struct fw_domain_ref *ref;
    const struct fw_table *table, *sort_table;
};

static const struct fw_column *column_of(const struct fw_view *unit, const struct fw_table *table,
                                         const char *name)
{
    struct fw_maker make = unit->chart->make;
    fw_str literal = fw_intern_text(make.strings, name);
    const struct fw_column *column = fw_table_find(table, literal);
    if (column == NULL && strpbrk(name, ".[\\") != NULL) {
        column = fw_table_field(make.arena, make.strings, table, name);
    }
    return column;
}

/* Whether an earlier reference reads the same: then `part` adds nothing. */
static bool seen(const struct fw_scale_model *scale, size_t at, bool *together)
{
    const struct fw_domain_ref *ref = &scale->domains[at];
    for (size_t i = 0; i < scale->domain_count; i++) {
        const struct fw_domain_ref *other = &scale->domains[i];
        if (i == at || other->constant != ref->constant) {
            continue;
        }
        if (ref->constant) {
            if (i < at && fw_equal(ref->values, other->values)) {
                return true;
            }
        } else if (other->unit->model == ref->unit->model && other->raw == ref->raw &&
                   strcmp(other->column, ref->column) == 0) {
            /* The same view in several cells of a facet: read at once, where that can be. */
            bool cells = other->unit != ref->unit;
            *together = *together || cells;
            bool one_table =
                ref->unit->all_table != NULL && ref->unit->all_table == other->unit->all_table;
            if (i < at && (!cells || one_table)) {
                return true;
            }
        }
    }
    return false;
}

static const struct fw_table *table_of(const struct fw_domain_ref *ref, bool together)
{
    const struct fw_view *unit = ref->unit;
    together = together && unit->all_table != NULL;
    if (ref->raw) {
        return together ? unit->all_raw : unit->raw;
    }
    if (unit->domain != NULL) {
        return together ? unit->all_domain : unit->domain;
    }
    return together ? unit->all_table : unit->table;
}

/* Values of a discrete domain, in the order in which they are first seen. */
struct value_set {
    struct fw_maker make;
    struct fw_value *values;
    struct fw_value *keys; /* what they are sorted by */
    size_t count, capacity;
    uint32_t *slots;
    size_t mask;
};

static void set_rehash(struct value_set *set)
{
    set->mask = set->mask == 0 ? 63 : set->mask * 2 + 1;
    set->slots = FW_NEW_ARRAY(set->make.arena, set->mask + 1, uint32_t);
    for (size_t i = 0; i < set->count; i++) {
        size_t slot = fw_value_hash(set->values[i]) & set->mask;
        while (set->slots[slot] != 0) {
            slot = (slot + 1) & set->mask;
        }
        set->slots[slot] = (uint32_t)i + 1;
    }
}

static size_t set_add(struct value_set *set, struct fw_value value)
{
    if (set->count * 2 >= set->mask) {
        set_rehash(set);
    }
    size_t slot = fw_value_hash(value) & set->mask;
    while (set->slots[slot] != 0) {
        size_t at = set->slots[slot] - 1;
        if (fw_equal(set->values[at], value)) {
            return at;
        }
        slot = (slot + 1) & set->mask;
    }
    size_t before = set->capacity;
    FW_RESERVE(set->make.arena, set->values, set->count, set->capacity);
    if (set->capacity != before) {
        set->keys =
            fw_arena_grow(set->make.arena, set->keys, set->count, set->capacity, sizeof *set->keys);
    }
    set->values[set->count] = value;
    set->slots[slot] = (uint32_t)set->count + 1;
    return set->count++;
}

/* The value that a group of rows is sorted by. */
static struct fw_value sort_key(const struct fw_view *unit, const struct fw_table *table,
                                const struct fw_domain_ref *ref, struct fw_row_span span)
{
    struct fw_maker make = unit->chart->make;
    const struct fw_op *op = fw_op_find(ref->sort_op);
    const struct fw_column *column =
        ref->sort_field == NULL ? NULL : column_of(unit, table, ref->sort_field);
    if (op == NULL) {
        return fw_undefined();
    }
    struct fw_tally tally = { .needs = op->needs };
    for (size_t i = 0; i < span.count; i++) {
        fw_tally_add(&tally, fw_table_value(table, column, span.rows[i]));
    }
    struct fw_op_input input = { make.arena, make.strings, table, column,
                                 span.rows,  span.count,   &tally };
    return op->value(&input);
}

/* Orders the set by keys, or by the values themselves. */
static void sort_set(struct value_set *set, bool by_keys, bool descending)
{
    struct fw_keyed *list = FW_NEW_ARRAY(set->make.arena, set->count, struct fw_keyed);
    for (size_t i = 0; i < set->count; i++) {
        list[i] = (struct fw_keyed){ set->values[i], by_keys ? set->keys[i] : set->values[i], i,
                                     descending };
    }
    qsort(list, set->count, sizeof *list, fw_keyed_compare);
    for (size_t i = 0; i < set->count; i++) {
        set->values[i] = list[i].value;
    }
}

static void gather_discrete(struct value_set *set, const struct fw_domain_ref *ref,
                            const struct fw_table *table)
{
    const struct fw_column *column = column_of(ref->unit, table, ref->column);
    if (ref->sort_op == NULL) {
        for (size_t row = 0; row < table->rows; row++) {
            set_add(set, fw_table_value(table, column, row));
        }
        return;
    }
    struct fw_groups groups = fw_group(set->make.arena, set->make.strings, table, &column, 1);
    for (size_t g = 0; g < groups.count; g++) {
        size_t before = set->count;
        size_t at = set_add(set, fw_table_value(table, column, groups.first[g]));
        struct fw_value key = sort_key(ref->unit, table, ref, fw_group_rows(&groups, g));
        if (at == before) {
            set->keys[at] = key;
        } else if (strcmp(ref->sort_op, "max") == 0 ? fw_sort_compare(key, set->keys[at]) > 0
                                                    : fw_sort_compare(key, set->keys[at]) < 0) {
            set->keys[at] = key;
        }
    }
}

/* How the merged domain is sorted. Source: mergeDomains. */
struct order {
    bool any, descending;
    const struct fw_domain_ref *by; /* a reference that sorts by a field; NULL: by the values */
};

static bool is_same_field(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool is_same_order(const struct fw_domain_ref *a, const struct fw_domain_ref *b)
{
    bool plain = a->sort_op == NULL && b->sort_op == NULL;
    bool same_op = a->sort_op != NULL && b->sort_op != NULL && strcmp(a->sort_op, b->sort_op) == 0;
    return a->descending == b->descending &&
           (plain || (same_op && is_same_field(a->sort_field, b->sort_field)));
}

/* Several columns can only be sorted by what all of them have. */
static bool is_mergeable(const struct fw_domain_ref *ref)
{
    return ref->sort_op == NULL || strcmp(ref->sort_op, "min") == 0 ||
           strcmp(ref->sort_op, "max") == 0 || strcmp(ref->sort_op, "count") == 0;
}

/* Orders that are at odds leave the values in their own order, ascending. */
static struct order merged_order(const struct fw_scale_model *scale, size_t distinct)
{
    const struct fw_domain_ref *first = NULL;
    bool odd = false;
    for (size_t i = 0; i < scale->domain_count; i++) {
        const struct fw_domain_ref *ref = &scale->domains[i];
        if (ref->constant || (!ref->sorted && ref->sort_op == NULL)) {
            continue;
        }
        odd = odd || (first != NULL && !is_same_order(first, ref)) ||
              (distinct > 1 && !is_mergeable(ref));
        first = first == NULL ? ref : first;
    }
    if (first == NULL || odd) {
        return (struct order){ first != NULL, false, NULL };
    }
    return (struct order){ true, first->descending, first->sort_op == NULL ? NULL : first };
}

static size_t distinct_refs(const struct fw_scale_model *scale)
{
    size_t count = 0;
    for (size_t i = 0; i < scale->domain_count; i++) {
        bool together = false;
        count += !seen(scale, i, &together);
    }
    return count;
}

static struct fw_value *discrete_values(const struct fw_scale_model *scale, size_t *count)
{
    struct value_set set = { .make = scale->view->chart->make };
    struct order order = merged_order(scale, distinct_refs(scale));
    for (size_t i = 0; i < scale->domain_count; i++) {
        struct fw_domain_ref ref = scale->domains[i];
        bool together = false;
        if (seen(scale, i, &together)) {
            continue;
        }
        if (ref.constant) {
            for (size_t k = 0; k < fw_length(ref.values); k++) {
                set_add(&set, fw_at(ref.values, k));
            }
            continue;
        }
        if (order.by != NULL) {
            ref.sort_op = order.by->sort_op;
            ref.sort_field = ref.sort_field != NULL ? ref.sort_field : order.by->sort_field;
        } else {
            ref.sort_op = NULL;
        }
        gather_discrete(&set, &ref, table_of(&scale->domains[i], together));
    }
    if (order.by != NULL) {
        sort_set(&set, true, order.by->descending);
    } else if (order.any) {
        sort_set(&set, false, order.descending);
    }
    *count = set.count;
    return set.values;
}

struct extent {
    double lo, hi;
    bool time;
};

static void extend(struct extent *extent, struct fw_value value)
{
    if (fw_is_nil(value) || (value.kind == FW_STRING && value.string->length == 0)) {
        return;
    }
    double number = fw_to_number(value);
    extent->time = extent->time || value.kind == FW_TIME;
    if (!isnan(number)) {
        extent->lo = fmin(extent->lo, number);
        extent->hi = fmax(extent->hi, number);
    }
}

static void extend_column(struct extent *extent, const struct fw_table *table,
                          const struct fw_column *column)
{
    bool plain = column != NULL && column->cells == NULL && column->type == FW_COLUMN_NUMBER;
    for (size_t row = 0; column != NULL && row < table->rows; row++) {
        if (plain) {
            double number = column->number[fw_table_storage(table, row)];
            extent->lo = number < extent->lo ? number : extent->lo;
            extent->hi = number > extent->hi ? number : extent->hi;
        } else {
            extend(extent, fw_table_value(table, column, row));
        }
    }
}

static struct fw_value *continuous_values(const struct fw_scale_model *scale, size_t *count)
{
    struct fw_arena *arena = scale->view->chart->make.arena;
    struct extent extent = { INFINITY, -INFINITY, false };
    if (scale->domain_count == 1 && scale->domains[0].constant) {
        struct fw_value values = scale->domains[0].values;
        *count = fw_length(values);
        struct fw_value *copy = FW_NEW_ARRAY(arena, *count, struct fw_value);
        for (size_t i = 0; i < *count; i++) {
            copy[i] = fw_at(values, i);
        }
        return copy;
    }
    for (size_t i = 0; i < scale->domain_count; i++) {
        const struct fw_domain_ref *ref = &scale->domains[i];
        bool together = false;
        if (seen(scale, i, &together)) {
            continue;
        }
        if (ref->constant) {
            for (size_t k = 0; k < fw_length(ref->values); k++) {
                extend(&extent, fw_at(ref->values, k));
            }
        } else {
            const struct fw_table *table = table_of(ref, together);
            extend_column(&extent, table, column_of(ref->unit, table, ref->column));
        }
    }
    struct fw_value *ends = FW_NEW_ARRAY(arena, 2, struct fw_value);
    *count = 0;
    if (extent.lo <= extent.hi) {
        ends[0] = extent.time ? fw_time(extent.lo) : fw_number(extent.lo);
        ends[1] = extent.time ? fw_time(extent.hi) : fw_number(extent.hi);
        *count = 2;
    }
    return ends;
}

/* Quantile scales look at every value. */
static struct fw_value *all_values(const struct fw_scale_model *scale, size_t *count)
{
    struct fw_value *values = NULL;
    size_t capacity = 0;
    struct fw_arena *arena = scale->view->chart->make.arena;
    *count = 0;
    for (size_t i = 0; i < scale->domain_count; i++) {
        const struct fw_domain_ref *ref = &scale->domains[i];
        bool together = false;
        if (seen(scale, i, &together)) {
            continue;
        }
        const struct fw_table *table = ref->constant ? NULL : table_of(ref, together);
        const struct fw_column *column =
            ref->constant ? NULL : column_of(ref->unit, table, ref->column);
        size_t rows = ref->constant ? fw_length(ref->values) : table->rows;
        for (size_t k = 0; k < rows; k++) {
            struct fw_value value =
                ref->constant ? fw_at(ref->values, k) : fw_table_value(table, column, k);
            if (!fw_is_nil(value) && isfinite(fw_to_number(value))) {
                FW_RESERVE(arena, values, *count, capacity);
                values[(*count)++] = value;
            }
        }
    }
    return values;
}

struct fw_value *fw_domain_values(const struct fw_scale_model *scale, size_t *count)
{
    while (scale->owner != NULL) {
        scale = scale->owner;
    }
    enum fw_scale_kind kind = fw_scale_model_kind(scale);
    if (kind == FW_SCALE_QUANTILE) {
        return all_values(scale, count);
    }
    if (fw_scale_kind_discrete(kind)) {
        return discrete_values(scale, count);
    }
    return continuous_values(scale, count);
}
