/* extent - smallest and largest value of a field, as a param. */
#include "transform/extent.h"

#include <math.h>

#include "transform/bin.h"

const struct fw_table *fw_extent_run(const struct fw_transform_context *context,
                                     const struct fw_table *table, const struct fw_extent *extent)
{
    double ends[2];
    fw_column_extent(table, fw_transform_field(context, table, extent->field), ends);
    struct fw_value value = fw_array_value(context->arena, NULL, 2);
    for (size_t i = 0; i < 2 && !isnan(ends[0]); i++) {
        value.array->items[i] = fw_number(ends[i]);
    }
    if (context->set_param != NULL) {
        context->set_param(context, fw_intern_text(context->strings, extent->param), value);
    }
    return table;
}

/* ---- the transform ------------------------------------------------------------------------ */

struct extent_props {
    struct fw_prop extent, param;
};

static const struct fw_property extent_properties[] = {
    { "extent", FW_P_STRING | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct extent_props, extent),
      NULL, "field whose extent is wanted" },
    { "param", FW_P_STRING | FW_P_REQUIRED, offsetof(struct extent_props, param), NULL,
      "name of the param that it is put in" },
};

static const void *extent_decode(const struct fw_transform_context *context, const void *properties,
                                 struct fw_node at)
{
    (void)at;
    const struct extent_props *props = properties;
    struct fw_extent *step = FW_NEW(context->arena, struct fw_extent);
    step->field = fw_prop_text(&props->extent, "");
    step->param = fw_prop_text(&props->param, "");
    return step;
}

static const struct fw_table *extent_run(const struct fw_transform_context *context,
                                         const struct fw_table *table, const void *step)
{
    return fw_extent_run(context, table, step);
}

const struct fw_transform_type fw_transform_extent = {
    .name = "extent",
    .doc = "Smallest and largest value of a field, as a param.",
    .properties = extent_properties,
    .property_count = FW_COUNT(extent_properties),
    .size = sizeof(struct extent_props),
    .decode = extent_decode,
    .run = extent_run,
};
