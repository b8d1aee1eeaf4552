/* Rows by key: which rows of a table agree in some fields. */
#include "transform/group.h"

#include <math.h>
#include <string.h>

/** Dense codes 0, 1, 2, ... of 64-bit keys, in the order of first sight. */
struct coder {
    struct fw_arena *arena;
    uint64_t *keys;
    uint32_t *codes; /* code + 1; 0: free */
    size_t size, count;
};

static size_t slot_of(const struct coder *coder, uint64_t key)
{
    uint64_t hash = key * 0x9E3779B97F4A7C15u;
    size_t slot = (size_t)(hash >> 32) & (coder->size - 1);
    while (coder->codes[slot] != 0 && coder->keys[slot] != key) {
        slot = (slot + 1) & (coder->size - 1);
    }
    return slot;
}

static void grow(struct coder *coder)
{
    struct coder old = *coder;
    coder->size = old.size == 0 ? 64 : old.size * 2;
    coder->keys = FW_NEW_ARRAY(coder->arena, coder->size, uint64_t);
    coder->codes = FW_NEW_ARRAY(coder->arena, coder->size, uint32_t);
    for (size_t i = 0; i < old.size; i++) {
        if (old.codes[i] != 0) {
            size_t slot = slot_of(coder, old.keys[i]);
            coder->keys[slot] = old.keys[i];
            coder->codes[slot] = old.codes[i];
        }
    }
}

static uint32_t code_of(struct coder *coder, uint64_t key)
{
    if (coder->count * 2 >= coder->size) {
        grow(coder);
    }
    size_t slot = slot_of(coder, key);
    if (coder->codes[slot] == 0) {
        coder->keys[slot] = key;
        coder->codes[slot] = (uint32_t)++coder->count;
    }
    return coder->codes[slot] - 1;
}

/* ---- keys of cells ------------------------------------------------------------------------ */

/** A number's key: its bits, with one zero and one NaN. */
static uint64_t number_key(double number)
{
    uint64_t bits;
    number = isnan(number) ? (double)NAN : number + 0.0;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

/** A key that is equal for values with equal texts, within one column of `type`. */
static uint64_t value_key(struct fw_strings *strings, enum fw_column_type type,
                          struct fw_value value)
{
    bool numeric = type == FW_COLUMN_NUMBER || type == FW_COLUMN_TIME;
    if (numeric && !fw_is_nil(value)) {
        return number_key(value.number);
    }
    if (numeric) { /* bits of NaNs that no number has */
        return UINT64_MAX - (value.kind == FW_NULL);
    }
    return fw_to_string(strings, value)->id;
}

static void code_column(struct coder *coder, struct fw_strings *strings,
                        const struct fw_table *table, const struct fw_column *column,
                        uint32_t *codes)
{
    enum fw_column_type type = column == NULL ? FW_COLUMN_VALUE : column->type;
    if (type <= FW_COLUMN_TIME && column->cells == NULL) {
        for (size_t i = 0; i < table->rows; i++) {
            codes[i] = code_of(coder, number_key(column->number[fw_table_storage(table, i)]));
        }
        return;
    }
    for (size_t i = 0; i < table->rows; i++) {
        struct fw_value value = fw_table_value(table, column, i);
        codes[i] = code_of(coder, value.kind == FW_STRING ? value.string->id
                                                          : value_key(strings, type, value));
    }
}

/* ---- groups ------------------------------------------------------------------------------- */

/** Fills in first, rows and start from `of`. */
static void sort_rows(struct fw_arena *arena, struct fw_groups *groups)
{
    size_t *start = FW_NEW_ARRAY(arena, groups->count + 2, size_t);
    uint32_t *rows = FW_NEW_ARRAY(arena, groups->row_count, uint32_t);
    uint32_t *first = FW_NEW_ARRAY(arena, groups->count, uint32_t);
    for (size_t i = 0; i < groups->row_count; i++) {
        start[groups->of[i] + 2]++;
    }
    for (size_t g = 2; g < groups->count + 2; g++) {
        start[g] += start[g - 1];
    }
    for (size_t i = 0; i < groups->row_count; i++) {
        rows[start[groups->of[i] + 1]++] = (uint32_t)i;
    }
    for (size_t g = 0; g < groups->count; g++) {
        first[g] = rows[start[g]];
    }
    groups->first = first;
    groups->rows = rows;
    groups->start = start;
}

/* Pairs of codes up to this many are looked up in a plain array; our taste: 4 MiB. */
enum { DENSE_MOST = 1 << 20 };

/** Replaces each code in `of`, below `count`, by one for it and the code of another column, below
 * `others`. */
static size_t combine(struct fw_arena *scratch, uint32_t *of, const uint32_t *codes, size_t rows,
                      size_t count, size_t others)
{
    if (count * others > DENSE_MOST) { /* both are below 2^32 */
        struct coder pairs = { .arena = scratch };
        for (size_t i = 0; i < rows; i++) {
            of[i] = code_of(&pairs, (uint64_t)of[i] << 32 | codes[i]);
        }
        return pairs.count;
    }
    uint32_t *dense = FW_NEW_ARRAY(scratch, count * others, uint32_t); /* code + 1 */
    uint32_t next = 0;
    for (size_t i = 0; i < rows; i++) {
        uint32_t *code = &dense[of[i] * others + codes[i]];
        *code = *code == 0 ? ++next : *code;
        of[i] = *code - 1;
    }
    return next;
}

struct fw_groups fw_group(struct fw_arena *arena, struct fw_strings *strings,
                          const struct fw_table *table, const struct fw_column *const *columns,
                          size_t count)
{
    uint32_t *of = FW_NEW_ARRAY(arena, table->rows, uint32_t);
    uint32_t *codes = FW_NEW_ARRAY(arena, table->rows, uint32_t);
    struct fw_groups groups = { .count = table->rows > 0, .row_count = table->rows, .of = of };
    struct fw_arena *scratch = fw_arena_create();
    for (size_t c = 0; c < count; c++) {
        struct coder column = { .arena = scratch };
        code_column(&column, strings, table, columns[c], c == 0 ? of : codes);
        groups.count = c == 0
                           ? column.count
                           : combine(scratch, of, codes, table->rows, groups.count, column.count);
    }
    fw_arena_destroy(scratch);
    sort_rows(arena, &groups);
    return groups;
}

struct fw_groups fw_group_by(struct fw_arena *arena, struct fw_strings *strings,
                             const struct fw_table *table, const char *const *fields, size_t count)
{
    const struct fw_column **columns = FW_NEW_ARRAY(arena, count, const struct fw_column *);
    for (size_t i = 0; i < count; i++) {
        columns[i] = fw_table_field(arena, strings, table, fields[i]);
    }
    return fw_group(arena, strings, table, columns, count);
}

struct fw_row_span fw_group_rows(const struct fw_groups *groups, size_t group)
{
    return (struct fw_row_span){ groups->rows + groups->start[group],
                                 groups->start[group + 1] - groups->start[group] };
}

const struct fw_column *fw_group_column(struct fw_arena *arena, struct fw_strings *strings,
                                        const struct fw_table *table,
                                        const struct fw_groups *groups, const char *field)
{
    const struct fw_column *column = fw_table_field(arena, strings, table, field);
    uint32_t *rows = FW_NEW_ARRAY(arena, groups->count, uint32_t);
    for (size_t g = 0; g < groups->count; g++) {
        rows[g] = (uint32_t)fw_table_storage(table, groups->first[g]);
    }
    fw_str name = fw_path_flat(arena, strings, field);
    if (column == NULL) {
        struct fw_value *nothing = FW_NEW_ARRAY(arena, groups->count, struct fw_value);
        return fw_column_from_values(arena, name, nothing, groups->count);
    }
    return fw_column_renamed(arena, fw_column_gather(arena, column, rows, groups->count), name);
}
