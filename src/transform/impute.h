/* Rows for keys that a group lacks. */
#ifndef FW_TRANSFORM_IMPUTE_H
#define FW_TRANSFORM_IMPUTE_H

#include "transform/op.h"
#include "transform/step.h"

struct fw_impute {
    const char *field;              /* whose value new rows get */
    const char *key;                /* whose values each group is to have all of */
    const struct fw_value *keyvals; /* [keyval_count] keys wanted besides those in the data */
    size_t keyval_count;
    struct fw_texts groupby;
    const struct fw_op *method; /* over the group's frame: it fills nulls too; NULL: `value` */
    struct fw_value value;      /* undefined: 0 */
    double frame[2];            /* of `method`: rows before (negative) and behind; infinite: all */
};

/**
 * `table` with a row behind its own for each key that a group lacks: the group's fields, the key,
 * the value, and a column "_impute" that is true. With a method, the field is filled wherever it is
 * null, as Vega-Lite does.
 */
const struct fw_table *fw_impute_run(const struct fw_transform_context *context,
                                     const struct fw_table *table, const struct fw_impute *impute);

/** The most keys that {"start", "stop", "step"} may come to; our taste. */
enum { FW_IMPUTE_KEYS_MOST = 1000000 };

/**
 * Keys from an array, or from {"start", "stop", "step"}; `*count` of them. With more than
 * FW_IMPUTE_KEYS_MOST in a sequence NULL, and `*count` says how many.
 */
const struct fw_value *fw_impute_keyvals(struct fw_arena *arena, struct fw_value value,
                                         size_t *count);

#endif
