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
    struct fw_node at; /* its object in the document; none where the program made it */
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

#endif
