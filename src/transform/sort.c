/* Rows in the order of some fields, as Vega compares them. */
#include "transform/sort.h"

#include <math.h>
#include <string.h>

#include "base/object.h"

static bool is_nan(struct fw_value value)
{
    return (value.kind == FW_NUMBER || value.kind == FW_TIME) && isnan(value.number);
}

int fw_sort_compare(struct fw_value a, struct fw_value b)
{
    bool a_nil = fw_is_nil(a), b_nil = fw_is_nil(b);
    if (a_nil || b_nil) {
        return b_nil - a_nil;
    }
    if (a.kind == FW_STRING && b.kind == FW_STRING) {
        return a.string == b.string ? 0 : fw_compare(a, b);
    }
    double x = fw_to_number(a), y = fw_to_number(b);
    if (is_nan(a) || is_nan(b)) {
        return is_nan(b) - is_nan(a);
    }
    return (x > y) - (x < y); /* 0 too for a number and a text that is none */
}

int fw_keyed_compare(const void *left, const void *right)
{
    const struct fw_keyed *a = left, *b = right;
    int order = fw_sort_compare(a->key, b->key);
    order = a->descending ? -order : order;
    return order != 0 ? order : a->at < b->at ? -1 : a->at > b->at;
}

struct fw_order fw_order_new(struct fw_arena *arena, struct fw_strings *strings,
                             const struct fw_table *table, const struct fw_sort_key *keys,
                             size_t count)
{
    struct fw_order order = { .table = table, .count = count };
    bool *descending = FW_NEW_ARRAY(arena, count, bool);
    order.columns = FW_NEW_ARRAY(arena, count, const struct fw_column *);
    order.descending = descending;
    for (size_t i = 0; i < count; i++) {
        order.columns[i] = fw_table_field(arena, strings, table, keys[i].field);
        descending[i] = keys[i].descending;
    }
    return order;
}

int fw_order_compare(const struct fw_order *order, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < order->count; i++) {
        int result = fw_sort_compare(fw_table_value(order->table, order->columns[i], a),
                                     fw_table_value(order->table, order->columns[i], b));
        if (result != 0) {
            return order->descending[i] ? -result : result;
        }
    }
    return 0;
}

/** Merges the sorted runs [0, middle) and [middle, count) of `rows`; `room` takes the first. */
static void merge(const struct fw_order *order, uint32_t *rows, size_t middle, size_t count,
                  uint32_t *room)
{
    if (middle == 0 || fw_order_compare(order, rows[middle - 1], rows[middle]) <= 0) {
        return;
    }
    memcpy(room, rows, middle * sizeof *rows);
    size_t left = 0, right = middle, to = 0;
    while (left < middle && right < count) {
        bool from_right = fw_order_compare(order, room[left], rows[right]) > 0;
        rows[to++] = from_right ? rows[right++] : room[left++];
    }
    memcpy(rows + to, room + left, (middle - left) * sizeof *rows);
}

void fw_order_sort(struct fw_arena *arena, const struct fw_order *order, uint32_t *rows,
                   size_t count)
{
    if (order->count == 0 || count < 2) {
        return;
    }
    uint32_t *room = FW_NEW_ARRAY(arena, count, uint32_t);
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t i = 0; i + width < count; i += width * 2) {
            size_t run = count - i < width * 2 ? count - i : width * 2;
            merge(order, rows + i, width, run, room);
        }
    }
}

const struct fw_sort_key *fw_sort_keys_of(struct fw_arena *arena, struct fw_value value,
                                          size_t *count)
{
    struct fw_sort_key *keys = FW_NEW_ARRAY(arena, fw_length(value), struct fw_sort_key);
    *count = 0;
    for (size_t i = 0; i < fw_length(value); i++) {
        struct fw_value item = fw_at(value, i);
        const char *field = fw_get_text(item, "field", NULL);
        if (field != NULL) {
            bool descending = fw_is_text(fw_get(item, "order"), "descending");
            keys[(*count)++] = (struct fw_sort_key){ field, descending };
        }
    }
    return keys;
}
