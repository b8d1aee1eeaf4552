/* Values stacked on each other: where each begins and ends. */
#ifndef FW_TRANSFORM_STACK_H
#define FW_TRANSFORM_STACK_H

#include "transform/sort.h"
#include "transform/step.h"

enum fw_stack_offset {
    FW_STACK_ZERO,      /* from 0: positive values upwards, negative ones downwards */
    FW_STACK_CENTER,    /* absolute values, every stack centred in the tallest one's height */
    FW_STACK_NORMALIZE, /* absolute values, every stack from 0 to 1 */
};

struct fw_stack {
    const char *field;              /* NULL: each row counts 1 */
    struct fw_texts groupby;        /* rows that agree in these fields are one stack */
    bool is_grouped;                /* false: all rows are one stack, whatever `groupby` */
    const struct fw_sort_key *sort; /* [sort_count] the order inside a stack; none: as they come */
    size_t sort_count;
    enum fw_stack_offset offset;
    const char *as[2]; /* columns of starts and ends */
};

/** `table` with start and end of each row. Nil counts 0, as in Vega. */
const struct fw_table *fw_stack_run(const struct fw_transform_context *context,
                                    const struct fw_table *table, const struct fw_stack *stack);

#endif
