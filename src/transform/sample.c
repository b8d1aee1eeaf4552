/* sample - some rows, chosen at random but always the same. */
#include "transform/sample.h"

#include "base/limits.h"
#include "transform/random.h"

const struct fw_table *fw_sample_run(const struct fw_transform_context *context,
                                     const struct fw_table *table, size_t size)
{
    if (table->rows <= size) {
        return table;
    }
    struct fw_random random = { FW_RANDOM_SEED };
    uint32_t *rows = FW_NEW_ARRAY(context->arena, size, uint32_t);
    for (size_t i = 0; i < table->rows; i++) {
        size_t at = i < size ? i : (size_t)((double)(i + 1) * fw_random_next(&random));
        if (at < size) {
            rows[at] = (uint32_t)i;
        }
    }
    return fw_table_select(context->arena, table, rows, size);
}

/* ---- the transform ------------------------------------------------------------------------ */

struct sample_props {
    struct fw_prop sample;
};

static const struct fw_property sample_properties[] = {
    { "sample", FW_P_NUMBER | FW_P_NOT_NEGATIVE | FW_P_REQUIRED,
      offsetof(struct sample_props, sample), NULL, "most rows to keep" },
};

static const void *sample_decode(const struct fw_transform_context *context, const void *properties,
                                 struct fw_node at)
{
    (void)at;
    const struct sample_props *props = properties;
    double size = fw_prop_number(&props->sample, 1000);
    size_t *step = FW_NEW(context->arena, size_t);
    *step = !(size > 0) ? 0 : size < (double)FW_LIMIT_ROWS ? (size_t)size : FW_LIMIT_ROWS;
    return step;
}

static const struct fw_table *sample_run(const struct fw_transform_context *context,
                                         const struct fw_table *table, const void *step)
{
    return fw_sample_run(context, table, *(const size_t *)step);
}

const struct fw_transform_type fw_transform_sample = {
    .name = "sample",
    .doc = "Some rows, chosen at random but always the same.",
    .properties = sample_properties,
    .property_count = FW_COUNT(sample_properties),
    .size = sizeof(struct sample_props),
    .decode = sample_decode,
    .run = sample_run,
};
