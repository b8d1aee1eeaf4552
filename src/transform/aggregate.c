/* aggregate - one row for each group of rows. */
#include "transform/aggregate.h"

const struct fw_table *fw_aggregate_run(const struct fw_transform_context *context,
                                        const struct fw_table *table,
                                        const struct fw_aggregate *aggregate)
{
    struct fw_groups groups = fw_group_by(context->arena, context->strings, table,
                                          aggregate->groupby.items, aggregate->groupby.count);
    const struct fw_table *result = fw_table_new(context->arena, groups.count);
    for (size_t i = 0; i < aggregate->groupby.count; i++) {
        result = fw_table_with(context->arena, result,
                               fw_group_column(context->arena, context->strings, table, &groups,
                                               aggregate->groupby.items[i]));
    }
    for (size_t i = 0; i < aggregate->measures.count; i++) {
        result = fw_table_with(
            context->arena, result,
            fw_measure_column(context, table, &groups, &aggregate->measures.items[i]));
    }
    return result;
}

/* ---- the transform ------------------------------------------------------------------------ */

struct aggregate_props {
    struct fw_prop aggregate, groupby;
};

static const struct fw_property aggregate_properties[] = {
    { "aggregate", FW_P_ARRAY | FW_P_FIELD | FW_P_REQUIRED,
      offsetof(struct aggregate_props, aggregate), NULL, "operations: {op, field, as} each" },
    { "groupby", FW_P_STRINGS | FW_P_FIELD, offsetof(struct aggregate_props, groupby), NULL,
      "fields whose values tell the groups apart" },
};

static const void *aggregate_decode(const struct fw_transform_context *context,
                                    const void *properties, struct fw_node at)
{
    const struct aggregate_props *props = properties;
    struct fw_aggregate *step = FW_NEW(context->arena, struct fw_aggregate);
    step->groupby = fw_texts_of(context->arena, props->groupby.value);
    bool good = fw_measures_decode(context, &props->aggregate, at, &step->measures);
    return good ? step : NULL;
}

static const struct fw_table *aggregate_run(const struct fw_transform_context *context,
                                            const struct fw_table *table, const void *step)
{
    return fw_aggregate_run(context, table, step);
}

const struct fw_transform_type fw_transform_aggregate = {
    .name = "aggregate",
    .doc = "One row for each group of rows, with what their fields come to.",
    .properties = aggregate_properties,
    .property_count = FW_COUNT(aggregate_properties),
    .size = sizeof(struct aggregate_props),
    .decode = aggregate_decode,
    .run = aggregate_run,
};
