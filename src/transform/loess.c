/* loess - trend lines by local regression. */
#include "transform/loess.h"

#include "transform/regression.h"
#include "transform/result.h"
#include "transform/sort.h"

#define BANDWIDTH 0.3 /* vega-regression, Loess */

/* Neighbours looked at in all; our taste: some seconds. */
#define VISITS_MOST 1e9

/** The rows of a group in order of x: as Vega sorts them, so that ties keep their places. */
static struct fw_row_span sorted_rows(const struct fw_transform_context *context,
                                      const struct fw_table *table, const char *field,
                                      struct fw_row_span span)
{
    struct fw_sort_key by_x = { .field = field };
    struct fw_order order = fw_order_new(context->arena, context->strings, table, &by_x, 1);
    uint32_t *rows = fw_arena_grow(context->arena, span.rows, span.count, span.count, sizeof *rows);
    fw_order_sort(context->arena, &order, rows, span.count);
    return (struct fw_row_span){ rows, span.count };
}

const struct fw_table *fw_loess_run(const struct fw_transform_context *context,
                                    const struct fw_table *table, const struct fw_loess *loess)
{
    struct fw_groups groups = fw_group_by(context->arena, context->strings, table,
                                          loess->groupby.items, loess->groupby.count);
    const struct fw_column *x = fw_transform_field(context, table, loess->x);
    const struct fw_column *y = fw_transform_field(context, table, loess->y);
    double bandwidth = loess->bandwidth > 0 ? loess->bandwidth : BANDWIDTH;
    struct fw_result result = { .context = context };
    for (size_t g = 0; g < groups.count; g++) {
        struct fw_row_span span = sorted_rows(context, table, loess->x, fw_group_rows(&groups, g));
        struct fw_points points = fw_points_of(context->arena, table, x, y, span.rows, span.count);
        if ((double)points.count * (double)points.count * bandwidth > VISITS_MOST) {
            fw_report(context->diag, fw_nowhere(), FW_LIMIT, "a loess of %zu points", points.count);
            break;
        }
        struct fw_curve curve = fw_fit_local(context->arena, &points, bandwidth);
        for (size_t i = 0; i < curve.count; i++) {
            fw_result_add(&result, g, curve.points[i].x, curve.points[i].y);
        }
    }
    return fw_result_table(&result, table, &groups, loess->groupby, loess->as);
}

/* ---- the transform ------------------------------------------------------------------------ */

struct loess_props {
    struct fw_prop loess, on, groupby, bandwidth, as;
};

static const struct fw_property loess_properties[] = {
    { "loess", FW_P_STRING | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct loess_props, loess), NULL,
      "field that is smoothed" },
    { "on", FW_P_STRING | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct loess_props, on), NULL,
      "field along which it is smoothed" },
    { "groupby", FW_P_STRINGS | FW_P_FIELD, offsetof(struct loess_props, groupby), NULL,
      "fields whose values tell the groups apart" },
    { "bandwidth", FW_P_NUMBER | FW_P_FRACTION, offsetof(struct loess_props, bandwidth), NULL,
      "part of the points that counts around each; 0.3 by default" },
    { "as", FW_P_STRINGS, offsetof(struct loess_props, as), NULL,
      "names of the columns; the two fields by default" },
};

static const void *loess_decode(const struct fw_transform_context *context, const void *properties,
                                struct fw_node at)
{
    (void)at;
    const struct loess_props *props = properties;
    struct fw_loess *step = FW_NEW(context->arena, struct fw_loess);
    step->x = fw_prop_text(&props->on, "");
    step->y = fw_prop_text(&props->loess, "");
    step->groupby = fw_texts_of(context->arena, props->groupby.value);
    step->bandwidth = fw_prop_number(&props->bandwidth, 0);
    fw_output_names(context->arena, &props->as, step->x, step->y, step->as);
    return step;
}

static const struct fw_table *loess_run(const struct fw_transform_context *context,
                                        const struct fw_table *table, const void *step)
{
    return fw_loess_run(context, table, step);
}

const struct fw_transform_type fw_transform_loess = {
    .name = "loess",
    .doc = "Trend lines by local regression, for each group.",
    .properties = loess_properties,
    .property_count = FW_COUNT(loess_properties),
    .size = sizeof(struct loess_props),
    .decode = loess_decode,
    .run = loess_run,
};
