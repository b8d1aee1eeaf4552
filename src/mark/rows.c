/* Row order and series. */
#include "mark/rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mark/position.h"
#include "transform/group.h"
#include "transform/sort.h"

/* A row with what it is sorted by. */
struct sort_row {
    uint32_t row;
    uint32_t at; /* its place before: ties keep their order */
    double number;
    const struct fw_value *keys;
    const bool *descending;
    size_t key_count;
};

static int by_keys(const void *left, const void *right)
{
    const struct sort_row *a = left, *b = right;
    for (size_t i = 0; i < a->key_count; i++) {
        int order = fw_sort_compare(a->keys[i], b->keys[i]);
        if (order != 0) {
            return a->descending[i] ? -order : order;
        }
    }
    return a->at < b->at ? -1 : a->at > b->at;
}

/* Rows without a place come first, as in Vega. */
static int by_number(const void *left, const void *right)
{
    const struct sort_row *a = left, *b = right;
    if (isnan(a->number) != isnan(b->number)) {
        return isnan(a->number) ? -1 : 1;
    }
    if (a->number != b->number && !isnan(a->number)) {
        return a->number < b->number ? -1 : 1;
    }
    return a->at < b->at ? -1 : a->at > b->at;
}

/* Whether the order channel, or the mark's own `order`, says "as the data is". */
static bool order_off(const struct fw_unit *unit)
{
    const struct fw_channel_def *order = &unit->encoding->defs[FW_CHANNEL_ORDER];
    struct fw_value value = order->value;
    if (order->kind == FW_DEF_NONE && order->spec.kind == FW_UNDEFINED) {
        value = fw_unit_prop(unit, "order", NULL);
        if (value.kind == FW_UNDEFINED) {
            return false;
        }
    } else if (order->kind != FW_DEF_VALUE) {
        return false;
    }
    return value.kind == FW_NULL || (value.kind == FW_BOOLEAN && !value.boolean);
}

static void sort_by_order(const struct fw_unit *unit, uint32_t *rows, size_t count)
{
    const struct fw_encoding *encoding = unit->encoding;
    size_t keys = encoding->order_count;
    struct sort_row *sorted = FW_NEW_ARRAY(unit->make.arena, count, struct sort_row);
    struct fw_value *values = FW_NEW_ARRAY(unit->make.arena, count * keys, struct fw_value);
    bool *descending = FW_NEW_ARRAY(unit->make.arena, keys, bool);
    for (size_t k = 0; k < keys; k++) {
        const struct fw_column *column =
            fw_unit_column(unit, fw_def_column(unit->make, &encoding->order[k], NULL));
        descending[k] = fw_is_text(encoding->order[k].sort, "descending");
        for (size_t i = 0; i < count; i++) {
            values[i * keys + k] = fw_table_value(unit->table, column, rows[i]);
        }
    }
    for (size_t i = 0; i < count; i++) {
        sorted[i] =
            (struct sort_row){ rows[i], (uint32_t)i, 0, values + i * keys, descending, keys };
    }
    qsort(sorted, count, sizeof *sorted, by_keys);
    for (size_t i = 0; i < count; i++) {
        rows[i] = sorted[i].row;
    }
}

static uint32_t *all_rows(const struct fw_unit *unit)
{
    uint32_t *rows = FW_NEW_ARRAY(unit->make.arena, unit->table->rows, uint32_t);
    for (size_t i = 0; i < unit->table->rows; i++) {
        rows[i] = (uint32_t)i;
    }
    return rows;
}

const uint32_t *fw_mark_rows(const struct fw_unit *unit)
{
    uint32_t *rows = all_rows(unit);
    if (!order_off(unit) && unit->encoding->order_count > 0 && unit->stack == NULL) {
        sort_by_order(unit, rows, unit->table->rows);
    }
    return rows;
}

/* Whether fields of a channel split a path into series. */
static bool groups_paths(const struct fw_unit *unit, enum fw_channel channel)
{
    switch ((int)channel) {
    case FW_CHANNEL_COLOR:
    case FW_CHANNEL_FILL:
    case FW_CHANNEL_STROKE:
    case FW_CHANNEL_OPACITY:
    case FW_CHANNEL_FILLOPACITY:
    case FW_CHANNEL_STROKEOPACITY:
    case FW_CHANNEL_STROKEDASH:
    case FW_CHANNEL_STROKEWIDTH:
        return true;
    case FW_CHANNEL_SIZE:
        return strcmp(unit->mark, "trail") != 0;
    case FW_CHANNEL_KEY:
        return true;
    }
    return false;
}

static void add_group(const struct fw_unit *unit, const struct fw_channel_def *def,
                      const struct fw_column **columns, size_t *count)
{
    if (def != NULL && def->kind == FW_DEF_FIELD && def->aggregate == NULL) {
        columns[(*count)++] = fw_unit_column(unit, fw_def_column(unit->make, def, NULL));
    }
}

static const struct fw_column **group_columns(const struct fw_unit *unit, size_t *count)
{
    const struct fw_encoding *encoding = unit->encoding;
    size_t most = FW_CHANNEL_COUNT + encoding->detail_count + encoding->order_count;
    const struct fw_column **columns = fw_arena_array(unit->make.arena, most, sizeof *columns);
    *count = 0;
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        if (groups_paths(unit, (enum fw_channel)c)) {
            add_group(unit, fw_encoding_scaled(encoding, (enum fw_channel)c), columns, count);
        }
    }
    for (size_t i = 0; i < encoding->detail_count; i++) {
        add_group(unit, &encoding->detail[i], columns, count);
    }
    if (strcmp(unit->mark, "area") == 0) {
        for (size_t i = 0; i < encoding->order_count; i++) {
            add_group(unit, &encoding->order[i], columns, count);
        }
    }
    return columns;
}

bool fw_mark_is_split(const struct fw_unit *unit)
{
    size_t count = 0;
    bool path = strcmp(unit->mark, "line") == 0 || strcmp(unit->mark, "area") == 0 ||
                strcmp(unit->mark, "trail") == 0;
    if (path) {
        group_columns(unit, &count);
    }
    return count > 0;
}

static void sort_along(const struct fw_unit *unit, const struct fw_ref *along, uint32_t *rows,
                       size_t count)
{
    struct sort_row *sorted = FW_NEW_ARRAY(unit->make.arena, count, struct sort_row);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = (struct sort_row){ .row = rows[i], .at = (uint32_t)i };
        sorted[i].number = fw_ref_get_number(unit, along, rows[i]);
    }
    qsort(sorted, count, sizeof *sorted, by_number);
    for (size_t i = 0; i < count; i++) {
        rows[i] = sorted[i].row;
    }
}

/* Orders one series. Source: getSort. */
static void sort_series(const struct fw_unit *unit, const struct fw_ref *along, uint32_t *rows,
                        size_t count)
{
    enum fw_channel dimension = unit->orient == FW_HORIZONTAL ? FW_CHANNEL_Y : FW_CHANNEL_X;
    if (order_off(unit)) {
        return;
    }
    if (unit->encoding->order_count > 0 && unit->stack == NULL) {
        sort_by_order(unit, rows, count);
    } else if (fw_encoding_field(unit->encoding, dimension) != NULL) {
        sort_along(unit, along, rows, count);
    }
}

struct fw_series *fw_mark_series(const struct fw_unit *unit, const struct fw_ref *along,
                                 size_t *count)
{
    struct fw_arena *arena = unit->make.arena;
    size_t column_count;
    const struct fw_column **columns = group_columns(unit, &column_count);
    struct fw_groups groups =
        fw_group(arena, unit->make.strings, unit->table, columns, column_count);
    struct fw_series *series = FW_NEW_ARRAY(arena, groups.count, struct fw_series);
    for (size_t g = 0; g < groups.count; g++) {
        struct fw_row_span span = fw_group_rows(&groups, g);
        uint32_t *rows = FW_NEW_ARRAY(arena, span.count, uint32_t);
        memcpy(rows, span.rows, span.count * sizeof *rows);
        sort_series(unit, along, rows, span.count);
        series[g] = (struct fw_series){ rows, span.count };
    }
    *count = groups.count;
    return series;
}

const struct fw_column **fw_path_breakers(const struct fw_unit *unit, size_t *count)
{
    const struct fw_column **columns =
        fw_arena_array(unit->make.arena, FW_CHANNEL_COUNT, sizeof *columns);
    *count = 0;
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        enum fw_channel channel = (enum fw_channel)c;
        const struct fw_channel_def *def = fw_encoding_field(unit->encoding, channel);
        if (def == NULL || !fw_channel_has_scale(channel)) {
            continue;
        }
        const char *mode = fw_invalid_mode(unit, channel);
        if (strncmp(mode, "break-paths", strlen("break-paths")) == 0) {
            bool mid = unit->stack != NULL && unit->stack->impute && fw_def_binning(def);
            columns[(*count)++] =
                fw_unit_column(unit, fw_def_column(unit->make, def, mid ? "mid" : NULL));
        }
    }
    return columns;
}

bool fw_path_breaks(const struct fw_unit *unit, const struct fw_column *const *breakers,
                    size_t count, size_t row)
{
    for (size_t i = 0; i < count; i++) {
        struct fw_value value = fw_table_value(unit->table, breakers[i], row);
        if (fw_is_nil(value) || !isfinite(fw_to_number(value))) {
            return true;
        }
    }
    return false;
}
