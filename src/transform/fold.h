/* Several columns as rows of key and value. */
#ifndef FW_TRANSFORM_FOLD_H
#define FW_TRANSFORM_FOLD_H

#include "transform/step.h"

struct fw_fold {
    struct fw_texts fields; /* columns to fold, in the order of the new rows */
    const char *as[2];      /* names of the key and value columns */
};

/** For each row as many rows as there are fields, with the field's name as key and its value. */
const struct fw_table *fw_fold_run(const struct fw_transform_context *context,
                                   const struct fw_table *table, const struct fw_fold *fold);

#endif
