/* Data that are made, not read: sequences of numbers, the sphere, the graticule. */
#ifndef FW_DATA_SEQUENCE_H
#define FW_DATA_SEQUENCE_H

#include "data/load.h"

/** start, start + step, ... before stop, as d3's range has it; at most FW_LIMIT_ROWS of them. */
struct fw_sequence {
    double start, stop, step;
    const char *as; /* the column's name */
};

/** A table of one column. */
const struct fw_table *fw_sequence_run(const struct fw_load *load,
                                       const struct fw_sequence *sequence);

/** The table of a "data" block that has "sequence", "sphere" or "graticule". NULL: reported. */
const struct fw_table *fw_data_generate(const struct fw_load *load, struct fw_node data);

#endif
