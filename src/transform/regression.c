/* regression - trend lines. */
#include "transform/regression.h"

#include <math.h>

#include "base/object.h"
#include "transform/result.h"

/* vega-regression, Regression. */
enum { STEPS_LEAST = 25, STEPS_MOST = 200, ORDER = 3 };

struct fw_points fw_points_of(struct fw_arena *arena, const struct fw_table *table,
                              const struct fw_column *x, const struct fw_column *y,
                              const uint32_t *rows, size_t count)
{
    struct fw_points points = { FW_NEW_ARRAY(arena, count, double),
                                FW_NEW_ARRAY(arena, count, double), 0 };
    for (size_t i = 0; i < count; i++) {
        struct fw_value u = fw_table_value(table, x, rows[i]);
        struct fw_value v = fw_table_value(table, y, rows[i]);
        double number_x = fw_to_number(u), number_y = fw_to_number(v);
        if (!fw_is_nil(u) && !fw_is_nil(v) && !isnan(number_x) && !isnan(number_y)) {
            points.x[points.count] = number_x;
            points.y[points.count++] = number_y;
        }
    }
    return points;
}

/* ---- fits of groups ----------------------------------------------------------------------- */

/** One run over all groups. */
struct run {
    const struct fw_transform_context *context;
    const struct fw_table *table;
    const struct fw_regression *regression;
    const struct fw_column *x, *y;
    struct fw_groups groups;
    double extent[2]; /* NaN: each group's own */
};

static double predict(const void *data, double x)
{
    const struct fw_fit *fit = data;
    return fit->predict(fit, x);
}

/** Fits one group; false when it has too few rows. */
static bool fit_group(const struct run *run, size_t group, struct fw_fit *fit)
{
    const struct fw_regression *regression = run->regression;
    struct fw_row_span span = fw_group_rows(&run->groups, group);
    size_t freedom =
        regression->method->freedom > 0 ? regression->method->freedom : (size_t)regression->order;
    if (span.count <= freedom) {
        fw_report(run->context->diag, fw_nowhere(), FW_IGNORED,
                  "a group of %zu row%s has too few for a %s regression", span.count,
                  span.count == 1 ? "" : "s", regression->method->name);
        return false;
    }
    struct fw_points points =
        fw_points_of(run->context->arena, run->table, run->x, run->y, span.rows, span.count);
    fw_fit_run(regression->method, &points, regression->order, fit);
    return true;
}

static void add_line(const struct run *run, size_t group, const struct fw_fit *fit,
                     struct fw_result *result)
{
    double ends[2] = { run->extent[0], run->extent[1] };
    if (isnan(ends[0])) {
        struct fw_row_span span = fw_group_rows(&run->groups, group);
        fw_rows_extent(run->table, run->x, span.rows, span.count, ends);
    }
    if (run->regression->method->straight) {
        fw_result_add(result, group, ends[0], fit->predict(fit, ends[0]));
        fw_result_add(result, group, ends[1], fit->predict(fit, ends[1]));
        return;
    }
    struct fw_curve curve = fw_curve_sample(run->context->arena, predict, fit, ends[0], ends[1],
                                            STEPS_LEAST, STEPS_MOST);
    for (size_t i = 0; i < curve.count; i++) {
        fw_result_add(result, group, curve.points[i].x, curve.points[i].y);
    }
}

static const struct fw_table *run_lines(const struct run *run)
{
    struct fw_result result = { .context = run->context };
    for (size_t g = 0; g < run->groups.count; g++) {
        struct fw_fit fit;
        if (fit_group(run, g, &fit)) {
            add_line(run, g, &fit, &result);
        }
    }
    return fw_result_table(&result, run->table, &run->groups, run->regression->groupby,
                           run->regression->as);
}

/* ---- the numbers of fits ------------------------------------------------------------------ */

static struct fw_value keys_of(const struct run *run, size_t group)
{
    const struct fw_texts *groupby = &run->regression->groupby;
    struct fw_value keys = fw_array_value(run->context->arena, NULL, groupby->count);
    for (size_t i = 0; i < groupby->count; i++) {
        const struct fw_column *column =
            fw_transform_field(run->context, run->table, groupby->items[i]);
        keys.array->items[i] = fw_table_value(run->table, column, run->groups.first[group]);
    }
    return groupby->count > 0 ? keys : fw_undefined();
}

static struct fw_value coefs_of(struct fw_arena *arena, const struct fw_fit *fit)
{
    struct fw_value coefs = fw_array_value(arena, NULL, fit->coef_count);
    for (size_t i = 0; i < fit->coef_count; i++) {
        coefs.array->items[i] = fw_number(fit->coef[i]);
    }
    return coefs;
}

static const struct fw_table *run_params(const struct run *run)
{
    struct fw_arena *arena = run->context->arena;
    static const char *const names[] = { "keys", "coef", "rSquared" };
    struct fw_value *cells[FW_COUNT(names)];
    for (size_t c = 0; c < FW_COUNT(names); c++) {
        cells[c] = FW_NEW_ARRAY(arena, run->groups.count, struct fw_value);
    }
    size_t count = 0;
    for (size_t g = 0; g < run->groups.count; g++) {
        struct fw_fit fit;
        if (fit_group(run, g, &fit)) {
            cells[0][count] = keys_of(run, g);
            cells[1][count] = coefs_of(arena, &fit);
            cells[2][count++] = fw_number(fit.r_squared);
        }
    }
    const struct fw_table *table = fw_table_new(arena, count);
    for (size_t c = 0; c < FW_COUNT(names); c++) {
        table = fw_transform_with(run->context, table, names[c], cells[c]);
    }
    return table;
}

const struct fw_table *fw_regression_run(const struct fw_transform_context *context,
                                         const struct fw_table *table,
                                         const struct fw_regression *regression)
{
    struct run run = { .context = context, .table = table, .regression = regression };
    run.x = fw_transform_field(context, table, regression->x);
    run.y = fw_transform_field(context, table, regression->y);
    run.groups = fw_group_by(context->arena, context->strings, table, regression->groupby.items,
                             regression->groupby.count);
    run.extent[0] = regression->extent[0];
    run.extent[1] = regression->extent[1];
    return regression->params ? run_params(&run) : run_lines(&run);
}

/* ---- the transform ------------------------------------------------------------------------ */

struct regression_props {
    struct fw_prop regression, on, groupby, method, order, extent, params, as;
};

static const struct fw_property regression_properties[] = {
    { "regression", FW_P_STRING | FW_P_FIELD | FW_P_REQUIRED,
      offsetof(struct regression_props, regression), NULL, "field that is predicted" },
    { "on", FW_P_STRING | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct regression_props, on), NULL,
      "field that it is predicted from" },
    { "groupby", FW_P_STRINGS | FW_P_FIELD, offsetof(struct regression_props, groupby), NULL,
      "fields whose values tell the groups apart" },
    { "method", FW_P_STRING, offsetof(struct regression_props, method), NULL,
      "linear, log, exp, pow, quad or poly; linear by default" },
    { "order", FW_P_NUMBER | FW_P_NOT_NEGATIVE, offsetof(struct regression_props, order), NULL,
      "order of the polynomial of method poly; 3 by default" },
    { "extent", FW_P_NUMBERS, offsetof(struct regression_props, extent), NULL,
      "where the line begins and ends" },
    { "params", FW_P_BOOLEAN, offsetof(struct regression_props, params), NULL,
      "whether rows have the fit's coef and rSquared instead of its line" },
    { "as", FW_P_STRINGS, offsetof(struct regression_props, as), NULL,
      "names of the columns; the two fields by default" },
};

static bool decode_method(const struct fw_transform_context *context,
                          const struct regression_props *props, struct fw_node at,
                          struct fw_regression *step)
{
    const char *name = fw_prop_text(&props->method, "linear");
    step->method = fw_fit_method_find(name);
    if (step->method == NULL) {
        const char *const *names = fw_fit_method_names();
        size_t count = 0;
        while (names[count] != NULL) {
            count++;
        }
        struct fw_diagnostic *d =
            fw_report(context->diag, fw_prop_place(context, &props->method, at), FW_UNKNOWN_VALUE,
                      "no regression method is called '%s'", name);
        fw_hint_nearest(context->diag, d, name, names, count);
        return false;
    }
    double order = fw_prop_number(&props->order, ORDER);
    if (!(order >= 0 && order <= FW_FIT_ORDER_MOST)) {
        fw_report(context->diag, fw_prop_place(context, &props->order, at), FW_OUT_OF_RANGE,
                  "'order' must be from 0 to %d", FW_FIT_ORDER_MOST);
        return false;
    }
    step->order = (int)order;
    return true;
}

static const void *regression_decode(const struct fw_transform_context *context,
                                     const void *properties, struct fw_node at)
{
    const struct regression_props *props = properties;
    struct fw_regression *step = FW_NEW(context->arena, struct fw_regression);
    if (!decode_method(context, props, at, step)) {
        return NULL;
    }
    step->x = fw_prop_text(&props->on, "");
    step->y = fw_prop_text(&props->regression, "");
    step->groupby = fw_texts_of(context->arena, props->groupby.value);
    step->params = fw_prop_boolean(&props->params, false);
    fw_output_names(context->arena, &props->as, step->x, step->y, step->as);
    step->extent[0] = step->extent[1] = NAN;
    fw_prop_extent(&props->extent, step->extent);
    if (step->method == fw_fit_method_find("log") && step->extent[0] <= 0) {
        fw_report(context->diag, fw_prop_place(context, &props->extent, at), FW_IGNORED,
                  "an extent from 0 or below is none for a log regression");
        step->extent[0] = step->extent[1] = NAN;
    }
    return step;
}

static const struct fw_table *regression_run(const struct fw_transform_context *context,
                                             const struct fw_table *table, const void *step)
{
    return fw_regression_run(context, table, step);
}

const struct fw_transform_type fw_transform_regression = {
    .name = "regression",
    .doc = "Trend lines by least squares, for each group.",
    .properties = regression_properties,
    .property_count = FW_COUNT(regression_properties),
    .size = sizeof(struct regression_props),
    .decode = regression_decode,
    .run = regression_run,
};
