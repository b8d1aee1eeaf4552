/* quantile - quantiles of groups. */
#include "transform/quantile.h"

#include <math.h>

#include "base/object.h"
#include "transform/result.h"
#include "transform/statistics.h"

/* Steps end a little below 1: vega-transforms, Quantile. */
#define EPSILON 1e-14

/* A smaller step gives more points than a picture has pixels; our taste. */
#define STEP_LEAST 1e-5

const struct fw_table *fw_quantile_run(const struct fw_transform_context *context,
                                       const struct fw_table *table,
                                       const struct fw_quantile *quantile)
{
    struct fw_groups groups = fw_group_by(context->arena, context->strings, table,
                                          quantile->groupby.items, quantile->groupby.count);
    const struct fw_column *column = fw_transform_field(context, table, quantile->field);
    struct fw_result result = { .context = context };
    for (size_t g = 0; g < groups.count; g++) {
        struct fw_row_span span = fw_group_rows(&groups, g);
        struct fw_sample sample =
            fw_sample_of(context->arena, table, column, span.rows, span.count);
        fw_sample_sort(&sample);
        for (size_t i = 0; i < quantile->prob_count; i++) {
            fw_result_add(&result, g, quantile->probs[i],
                          fw_sample_quantile(&sample, quantile->probs[i]));
        }
    }
    return fw_result_table(&result, table, &groups, quantile->groupby, quantile->as);
}

/* ---- the transform ------------------------------------------------------------------------ */

struct quantile_props {
    struct fw_prop quantile, groupby, probs, step, as;
};

static const struct fw_property quantile_properties[] = {
    { "quantile", FW_P_STRING | FW_P_FIELD | FW_P_REQUIRED,
      offsetof(struct quantile_props, quantile), NULL, "field whose quantiles are wanted" },
    { "groupby", FW_P_STRINGS | FW_P_FIELD, offsetof(struct quantile_props, groupby), NULL,
      "fields whose values tell the groups apart" },
    { "probs", FW_P_NUMBERS, offsetof(struct quantile_props, probs), NULL,
      "probabilities from 0 to 1" },
    { "step", FW_P_NUMBER, offsetof(struct quantile_props, step), NULL,
      "step of probabilities where probs are not given; 0.01 by default" },
    { "as", FW_P_STRINGS, offsetof(struct quantile_props, as), NULL,
      "names of the columns; \"prob\" and \"value\" by default" },
};

/** Probabilities at every step from half a step on, for a step of at least STEP_LEAST. */
static double *stepped(struct fw_arena *arena, double step, size_t *count)
{
    double wanted = ceil((1 - EPSILON - step / 2) / step);
    *count = wanted > 0 ? (size_t)wanted : 0;
    double *probs = FW_NEW_ARRAY(arena, *count, double);
    for (size_t i = 0; i < *count; i++) {
        probs[i] = step / 2 + (double)i * step;
    }
    return probs;
}

static const void *quantile_decode(const struct fw_transform_context *context,
                                   const void *properties, struct fw_node at)
{
    const struct quantile_props *props = properties;
    double size = fw_prop_number(&props->step, 0.01);
    if (size != 0 && !(size >= STEP_LEAST)) {
        fw_report(context->diag, fw_prop_place(context, &props->step, at), FW_OUT_OF_RANGE,
                  "'step' must be at least 0.00001");
        return NULL;
    }
    struct fw_quantile *step = FW_NEW(context->arena, struct fw_quantile);
    step->field = fw_prop_text(&props->quantile, "");
    step->groupby = fw_texts_of(context->arena, props->groupby.value);
    fw_output_names(context->arena, &props->as, "prob", "value", step->as);
    step->step = size;
    step->prob_count = fw_length(props->probs.value);
    double *probs = FW_NEW_ARRAY(context->arena, step->prob_count, double);
    for (size_t i = 0; i < step->prob_count; i++) {
        probs[i] = fw_to_number(fw_at(props->probs.value, i));
    }
    bool given = props->probs.value.kind == FW_ARRAY;
    step->probs =
        given ? probs
              : stepped(context->arena, step->step > 0 ? step->step : 0.01, &step->prob_count);
    return step;
}

static const struct fw_table *quantile_run(const struct fw_transform_context *context,
                                           const struct fw_table *table, const void *step)
{
    return fw_quantile_run(context, table, step);
}

const struct fw_transform_type fw_transform_quantile = {
    .name = "quantile",
    .doc = "Quantiles of a field, for each group.",
    .properties = quantile_properties,
    .property_count = FW_COUNT(quantile_properties),
    .size = sizeof(struct quantile_props),
    .decode = quantile_decode,
    .run = quantile_run,
};
