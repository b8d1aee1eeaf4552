/* Arrays in cells as rows of their own. */
#ifndef FW_TRANSFORM_FLATTEN_H
#define FW_TRANSFORM_FLATTEN_H

#include "transform/step.h"

struct fw_flatten {
    struct fw_texts fields; /* whose arrays are walked in step */
    struct fw_texts as;     /* names of the result columns; those left out are the flat fields */
};

/**
 * For each row as many rows as its longest array has items; shorter ones give null. A row without
 * items gives none.
 */
const struct fw_table *fw_flatten_run(const struct fw_transform_context *context,
                                      const struct fw_table *table,
                                      const struct fw_flatten *flatten);

#endif
