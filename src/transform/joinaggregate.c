/* joinaggregate - aggregates written to every row of their group. */
#include "transform/joinaggregate.h"

/** One value a group as a column of the table's own rows. */
static const struct fw_column *spread(const struct fw_transform_context *context,
                                      const struct fw_table *table, const struct fw_groups *groups,
                                      const struct fw_column *by_group)
{
    uint32_t *group_of = FW_NEW_ARRAY(context->arena, table->storage, uint32_t);
    for (size_t i = 0; i < table->storage; i++) {
        group_of[i] = FW_NO_ROW;
    }
    for (size_t i = 0; i < table->rows; i++) {
        group_of[fw_table_storage(table, i)] = groups->of[i];
    }
    return fw_column_gather(context->arena, by_group, group_of, table->storage);
}

const struct fw_table *fw_joinaggregate_run(const struct fw_transform_context *context,
                                            const struct fw_table *table,
                                            const struct fw_aggregate *aggregate)
{
    struct fw_groups groups = fw_group_by(context->arena, context->strings, table,
                                          aggregate->groupby.items, aggregate->groupby.count);
    const struct fw_table *result = table;
    for (size_t i = 0; i < aggregate->measures.count; i++) {
        const struct fw_column *column =
            fw_measure_column(context, table, &groups, &aggregate->measures.items[i]);
        result = fw_table_with(context->arena, result, spread(context, table, &groups, column));
    }
    return result;
}

/* ---- the transform ------------------------------------------------------------------------ */

struct join_props {
    struct fw_prop joinaggregate, groupby;
};

static const struct fw_property join_properties[] = {
    { "joinaggregate", FW_P_ARRAY | FW_P_FIELD | FW_P_REQUIRED,
      offsetof(struct join_props, joinaggregate), NULL, "operations: {op, field, as} each" },
    { "groupby", FW_P_STRINGS | FW_P_FIELD, offsetof(struct join_props, groupby), NULL,
      "fields whose values tell the groups apart" },
};

static const void *join_decode(const struct fw_transform_context *context, const void *properties,
                               struct fw_node at)
{
    const struct join_props *props = properties;
    struct fw_aggregate *step = FW_NEW(context->arena, struct fw_aggregate);
    step->groupby = fw_texts_of(context->arena, props->groupby.value);
    bool good = fw_measures_decode(context, &props->joinaggregate, at, &step->measures);
    return good ? step : NULL;
}

static const struct fw_table *join_run(const struct fw_transform_context *context,
                                       const struct fw_table *table, const void *step)
{
    return fw_joinaggregate_run(context, table, step);
}

const struct fw_transform_type fw_transform_joinaggregate = {
    .name = "joinaggregate",
    .doc = "What the fields of each row's group come to, written to every row of it.",
    .properties = join_properties,
    .property_count = FW_COUNT(join_properties),
    .size = sizeof(struct join_props),
    .decode = join_decode,
    .run = join_run,
};
