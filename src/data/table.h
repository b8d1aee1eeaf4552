/* A table: typed columns of one length, seen through an optional row index. */
#ifndef FW_DATA_TABLE_H
#define FW_DATA_TABLE_H

#include "base/value.h"

enum fw_column_type {
    FW_COLUMN_NUMBER,
    FW_COLUMN_TIME, /* ms since 1970-01-01T00:00Z; NaN: an invalid date */
    FW_COLUMN_STRING,
    FW_COLUMN_BOOLEAN,
    FW_COLUMN_VALUE, /* mixed kinds, arrays, objects */
};

/** The type of a column of values of one kind. */
enum fw_column_type fw_column_type_of(enum fw_kind kind);

struct fw_origin;
struct fw_resource;

/** What a cell is, apart from its value: null, missing and NaN are three things. */
enum fw_cell { FW_CELL_VALUE = 0, FW_CELL_NULL = 1, FW_CELL_MISSING = 2 };

/** Finished columns are never written again and are shared between tables. */
struct fw_column {
    fw_str name;
    enum fw_column_type type;
    union {
        const double *number; /* FW_COLUMN_NUMBER and FW_COLUMN_TIME */
        const fw_str *string;
        const bool *boolean;
        const struct fw_value *value;
    };
    const uint8_t *cells; /* enum fw_cell by storage row; NULL: every cell is a value */
};

/**
 * Row i of the table is storage row `index[i]` of every column, or i itself where `index` is NULL.
 * All columns have `storage` rows.
 */
struct fw_table {
    size_t column_count;
    const struct fw_column *const *columns;
    size_t rows;
    size_t storage;
    const uint32_t *index;          /* [rows], or NULL */
    const struct fw_origin *origin; /* of the storage rows, see data/origin.h; or NULL */
    const fw_str *unread; /* [unread_count] columns that the data have and nobody asked for */
    size_t unread_count;
    const struct fw_resource *resource; /* what is said of its file, data/package.h; or NULL */
};

/** A table without columns. */
const struct fw_table *fw_table_new(struct fw_arena *arena, size_t rows);

/** `table` with one more column of table->storage rows, or with the one of that name replaced. */
const struct fw_table *fw_table_with(struct fw_arena *arena, const struct fw_table *table,
                                     const struct fw_column *column);

/** The rows `rows[0..count)` of `table`, in that order; the columns are shared. */
const struct fw_table *fw_table_select(struct fw_arena *arena, const struct fw_table *table,
                                       const uint32_t *rows, size_t count);

/** The names of all columns, then of those that were not read: for "did you mean". */
const char *const *fw_table_names(struct fw_arena *arena, const struct fw_table *table,
                                  size_t *count);

/** The column of that name, or NULL. */
const struct fw_column *fw_table_find(const struct fw_table *table, fw_str name);

/** The storage row of row `row`. */
static inline size_t fw_table_storage(const struct fw_table *table, size_t row)
{
    return table->index == NULL ? row : table->index[row];
}

/** The value at a storage row of a column; undefined where the cell is missing or `column` is NULL.
 */
struct fw_value fw_column_value(const struct fw_column *column, size_t storage_row);

/** The value of row `row` of `table` in `column` (may be NULL: undefined). */
struct fw_value fw_table_value(const struct fw_table *table, const struct fw_column *column,
                               size_t row);

/** Like fw_to_number of that value, fast for numbers and times. */
double fw_table_number(const struct fw_table *table, const struct fw_column *column, size_t row);

/** The whole row as an object value, members in column order, missing cells left out. */
struct fw_value fw_table_row(struct fw_arena *arena, const struct fw_table *table, size_t row);

/**
 * The column that a Vega field path names: "a", "a.b", "a['b']", "a[0]", "a\\.b". A nested path
 * gives a column of table->storage rows made for it, named by its keys joined with dots. Where no
 * row has the root it is the column of that very name, as transforms leave it behind, or NULL.
 */
const struct fw_column *fw_table_field(struct fw_arena *arena, struct fw_strings *strings,
                                       const struct fw_table *table, const char *path);

/**
 * Splits a field path into its keys, escapes and quotes removed; returns how many, at least 1. A
 * path whose brackets or quotes do not end is one key.
 */
size_t fw_path_split(struct fw_arena *arena, struct fw_strings *strings, const char *path,
                     const fw_str **keys);

/** The keys of a path joined with dots: the name of the column that transforms make of a nested
 * field. */
fw_str fw_path_flat(struct fw_arena *arena, struct fw_strings *strings, const char *path);

/**
 * The value that keys lead to from `value`: members of objects, items of arrays; else undefined. In
 * null they lead to null, as Vega-Lite asks for fields: `datum.a && datum.a.b`.
 */
struct fw_value fw_value_at(struct fw_value value, const fw_str *keys, size_t count);

/**
 * A column made of `count` values: typed when all kinds that are not nil agree, else
 * FW_COLUMN_VALUE. An all-nil column is FW_COLUMN_VALUE.
 */
const struct fw_column *fw_column_from_values(struct fw_arena *arena, fw_str name,
                                              const struct fw_value *values, size_t count);

/** The cells of storage rows `rows[0..count)`, each in its row; FW_NO_ROW gives a missing cell. */
#define FW_NO_ROW UINT32_MAX
const struct fw_column *fw_column_gather(struct fw_arena *arena, const struct fw_column *column,
                                         const uint32_t *rows, size_t count);

/** `column` under another name. */
const struct fw_column *fw_column_renamed(struct fw_arena *arena, const struct fw_column *column,
                                          fw_str name);

/** Columns of numbers, of strings: the arrays are taken over, not copied. `cells` may be NULL. */
const struct fw_column *fw_column_from_numbers(struct fw_arena *arena, fw_str name,
                                               enum fw_column_type type, const double *numbers,
                                               const uint8_t *cells);
const struct fw_column *fw_column_from_strings(struct fw_arena *arena, fw_str name,
                                               const fw_str *values, const uint8_t *cells);

/**
 * A table of `count` object values, columns in the order of first sight. An array is a row with its
 * indices as names; any other value is a row with the one column "data".
 */
const struct fw_table *fw_table_from_objects(struct fw_arena *arena, struct fw_strings *strings,
                                             const struct fw_value *objects, size_t count);

#endif
