/* Some rows, chosen at random but always the same. */
#ifndef FW_TRANSFORM_SAMPLE_H
#define FW_TRANSFORM_SAMPLE_H

#include "transform/step.h"

/**
 * At most `size` rows of `table`: Vega's reservoir, from FW_RANDOM_SEED, so that a picture stays
 * the same. Vega itself draws others each time.
 */
const struct fw_table *fw_sample_run(const struct fw_transform_context *context,
                                     const struct fw_table *table, size_t size);

#endif
