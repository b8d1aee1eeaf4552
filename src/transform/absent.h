/* Fields that a transform names and no row has: warned of, since each gives nothing but undefined.
 */
#ifndef FW_TRANSFORM_ABSENT_H
#define FW_TRANSFORM_ABSENT_H

#include "transform/transform.h"

/** Checks the properties of a transform that name fields of its table (FW_P_FIELD). */
void fw_absent_check(const struct fw_transform_context *context, const struct fw_table *table,
                     const struct fw_transform *transform);

/** Checks a text, or the texts of an array, as field paths. Nothing where `node` is not there. */
void fw_absent_check_paths(const struct fw_transform_context *context, const struct fw_table *table,
                           struct fw_node node);

/**
 * Checks the root fields that an expression or a predicate reads; `at` is where it is written, or
 * none: then it was made by the program, and nothing is checked.
 */
void fw_absent_check_roots(const struct fw_transform_context *context, const struct fw_table *table,
                           const fw_str *roots, size_t count, struct fw_node at);

#endif
