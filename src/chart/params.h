/* Params of a chart (variables and selections) at their initial values. */
#ifndef FW_CHART_PARAMS_H
#define FW_CHART_PARAMS_H

#include "view/view.h"

/** Adds the variables of an array of params. The first of a name counts. */
void fw_params_add(struct fw_chart *chart, struct fw_value params);

/** Adds the variables among the params of `spec` and of the views in it. The first of a name
 * counts. */
void fw_params_collect(struct fw_chart *chart, struct fw_value spec);

/** Adds the selections of all units of a normalized spec. */
void fw_params_select(struct fw_chart *chart, struct fw_value spec);

/** Gives a variable a value, as a transform makes it. */
void fw_params_set(struct fw_chart *chart, fw_str name, struct fw_value value);

/**
 * An fw_expr_lookup_fn over a chart (`env->context`): variables, selections and the signals that
 * Vega-Lite makes of them, then width and height of the view at hand.
 */
bool fw_params_lookup(const struct fw_expr_env *env, fw_str name, struct fw_value *value);

/** An fw_expr_chart_fn: scales, data and selections of a chart. */
bool fw_chart_function(const struct fw_expr_env *env, const char *function,
                       const struct fw_value *args, size_t count, struct fw_value *value);

#endif
