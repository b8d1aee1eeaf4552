/* The chain of transforms of a view: each a step from table to table. */
#ifndef FW_TRANSFORM_TRANSFORM_H
#define FW_TRANSFORM_TRANSFORM_H

#include "data/load.h"
#include "expr/expr.h"
#include "json/decode.h"

/** What transforms work with. All members but `load`, `json` and the callbacks are needed. */
struct fw_transform_context {
    struct fw_arena *arena;
    struct fw_strings *strings;
    struct fw_diag *diag;
    const struct fw_expr_env *env; /* names, zone and locale; each transform sets the rows */
    const struct fw_json
        *json; /* the document whose nodes specs name as their origin; NULL: no places */
    const struct fw_load *load; /* for data looked up in; NULL: none */
    /** Sets a param to a value: the extent transform; NULL: extents are not kept. */
    void (*set_param)(const struct fw_transform_context *context, fw_str name,
                      struct fw_value value);
    /** The rows that a selection param holds at first: lookup; NULL, or a NULL result: none. */
    const struct fw_table *(*selected)(const struct fw_transform_context *context,
                                       const char *param);
    const void *data; /* of the callbacks */
};

/**
 * One transform. Its properties are those of struct fw_prop members in a struct of `size` bytes;
 * `decode` makes of them the typed step that `run` takes (declared in the transform's header, so
 * that C can make one itself).
 */
struct fw_transform_type {
    const char *name; /* the property that tells it from the others: "fold" */
    const char *doc;
    const struct fw_property *properties;
    size_t property_count;
    size_t size;
    /** The step, in context->arena; NULL: wrong, and reported at `at` or at a property. */
    const void *(*decode)(const struct fw_transform_context *context, const void *properties,
                          struct fw_node at);
    /** The table after the step; never NULL. */
    const struct fw_table *(*run)(const struct fw_transform_context *context,
                                  const struct fw_table *table, const void *step);
};

/** A decoded transform. */
struct fw_transform {
    const struct fw_transform_type *type;
    const void *step;
};

/** The type of a transform object by the properties that it has; NULL: none, and nothing reported.
 */
const struct fw_transform_type *fw_transform_type_of(struct fw_value spec);

/** All types; `*count` of them. */
const struct fw_transform_type *const *fw_transform_types(size_t *count);

/** Decodes one object of a "transform" array. False: reported. */
bool fw_transform_decode(const struct fw_transform_context *context, struct fw_value spec,
                         struct fw_transform *transform);

/** `table` after one decoded transform. */
const struct fw_table *fw_transform_run(const struct fw_transform_context *context,
                                        const struct fw_table *table,
                                        const struct fw_transform *transform);

/** `table` after all transforms of an array value, decoded and run in turn; NULL: reported. */
const struct fw_table *fw_transform_chain(const struct fw_transform_context *context,
                                          const struct fw_table *table, struct fw_value transforms);

/* ---- for the transforms themselves ---------------------------------------------------------- */

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
