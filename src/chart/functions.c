/* Functions of expressions that need the chart: scales, data, selections. */
#include <string.h>

#include "chart/params.h"
#include "chart/view.h"

/* Whether a row matches one tuple of a point selection's initial value: every field equal. */
static bool matches_tuple(const struct fw_expr_env *env, struct fw_value tuple)
{
    if (tuple.kind != FW_OBJECT) {
        return false;
    }
    for (size_t i = 0; i < tuple.object->count; i++) {
        struct fw_value wanted = tuple.object->values[i];
        struct fw_value value = fw_undefined();
        if (env->table != NULL) {
            const struct fw_column *column =
                fw_table_field(env->arena, env->strings, env->table, tuple.object->keys[i]->text);
            value = fw_table_value(env->table, column, env->row);
        } else {
            value = fw_member(env->datum, tuple.object->keys[i]);
        }
        if (wanted.kind == FW_ARRAY && fw_length(wanted) == 2) {
            double lo = fw_to_number(fw_at(wanted, 0)), hi = fw_to_number(fw_at(wanted, 1));
            double number = fw_to_number(value);
            double least = lo < hi ? lo : hi, most = lo < hi ? hi : lo;
            if (!(number >= least && number <= most)) {
                return false;
            }
        } else if (!fw_equal(wanted, value)) {
            return false;
        }
    }
    return true;
}

/* A selection without an initial value is empty: then `empty` decides, true unless said otherwise.
 */
static bool selection_test(const struct fw_expr_env *env, const struct fw_value *args, size_t count)
{
    const struct fw_chart *chart = env->context;
    const char *name = count > 0 ? fw_text_of(args[0]) : NULL;
    bool if_empty = count < 2 || fw_to_boolean(args[1]);
    const struct fw_param *param = name == NULL ? NULL : fw_params_find(chart, name);
    if (param == NULL) {
        return if_empty;
    }
    if (!param->selection) {
        return fw_to_boolean(param->value);
    }
    struct fw_value value = param->tuples;
    if (fw_length(value) == 0) {
        return if_empty;
    }
    for (size_t i = 0; i < fw_length(value); i++) {
        if (matches_tuple(env, fw_at(value, i))) {
            return true;
        }
    }
    return false;
}

bool fw_chart_function(const struct fw_expr_env *env, const char *function,
                       const struct fw_value *args, size_t count, struct fw_value *value)
{
    if (strcmp(function, "vlSelectionTest") == 0) {
        *value = fw_boolean(selection_test(env, args, count));
        return true;
    }
    return false;
}
