/* What the files of the transforms share: reading properties, finding and adding columns. */
#ifndef FW_TRANSFORM_STEP_H
#define FW_TRANSFORM_STEP_H

#include "transform/transform.h"

/** A list of texts. */
struct fw_texts {
    const char *const *items;
    size_t count;
};

/** A string, or the strings of an array, as texts; empty when neither. */
struct fw_texts fw_texts_of(struct fw_arena *arena, struct fw_value value);

/** The text of a property's value, or the fallback. */
const char *fw_prop_text(const struct fw_prop *prop, const char *fallback);
double fw_prop_number(const struct fw_prop *prop, double fallback);
bool fw_prop_boolean(const struct fw_prop *prop, bool fallback);

/** Where a property stands, or, when it is not given, where its object does. */
struct fw_place fw_prop_place(const struct fw_transform_context *context,
                              const struct fw_prop *prop, struct fw_node at);

/** Two output names from a property: both of an array, or a text and the text with "_end"; else the
 * defaults. */
void fw_output_names(struct fw_arena *arena, const struct fw_prop *prop, const char *first,
                     const char *second, const char *names[2]);

/** The column of a field path in `table`, or NULL. */
const struct fw_column *fw_transform_field(const struct fw_transform_context *context,
                                           const struct fw_table *table, const char *field);

/** Room for a new column's values: one for each storage row of `table`, all undefined. */
struct fw_value *fw_transform_values(const struct fw_transform_context *context,
                                     const struct fw_table *table);

/** `table` with `values` (of fw_transform_values) as the column `name`. */
const struct fw_table *fw_transform_with(const struct fw_transform_context *context,
                                         const struct fw_table *table, const char *name,
                                         const struct fw_value *values);

/** A table with its rows taken from `rows` (row numbers of `table`, which may repeat), columns
 * copied. */
const struct fw_table *fw_transform_gather(const struct fw_transform_context *context,
                                           const struct fw_table *table, const uint32_t *rows,
                                           size_t count);

#endif
