/* Values of another table's rows, found by a key. */
#ifndef FW_TRANSFORM_LOOKUP_H
#define FW_TRANSFORM_LOOKUP_H

#include "transform/step.h"

struct fw_lookup {
    const char *field;           /* of the table: its value is looked up */
    const struct fw_table *from; /* where; NULL: nothing is found */
    const char *key;             /* field of `from`; of rows with one key the last counts */
    struct fw_texts values;      /* fields of `from` to take; none: the whole row as an object */
    struct fw_texts as;          /* names of the new columns; those left out are the fields' */
    struct fw_value fallback;    /* where nothing is found; undefined: null */
};

/** `table` with the looked-up columns. Keys are compared as texts, as in Vega. */
const struct fw_table *fw_lookup_run(const struct fw_transform_context *context,
                                     const struct fw_table *table, const struct fw_lookup *lookup);

#endif
