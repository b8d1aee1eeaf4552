/* Smallest and largest value of a field, as a param. */
#ifndef FW_TRANSFORM_EXTENT_H
#define FW_TRANSFORM_EXTENT_H

#include "transform/step.h"

struct fw_extent {
    const char *field;
    const char *param; /* the name that gets [smallest, largest], or two undefined values */
};

/** `table` itself; the param is set through context->set_param. */
const struct fw_table *fw_extent_run(const struct fw_transform_context *context,
                                     const struct fw_table *table, const struct fw_extent *extent);

#endif
