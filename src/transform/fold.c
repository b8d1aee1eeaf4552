/* fold - several columns become rows of key and value. */
#include "transform/fold.h"

#include "base/limits.h"

static const struct fw_column *key_column(const struct fw_transform_context *context,
                                          const struct fw_fold *fold, size_t rows)
{
    fw_str *names = FW_NEW_ARRAY(context->arena, fold->fields.count, fw_str);
    for (size_t f = 0; f < fold->fields.count; f++) {
        names[f] = fw_path_flat(context->arena, context->strings, fold->fields.items[f]);
    }
    fw_str *keys = FW_NEW_ARRAY(context->arena, rows, fw_str);
    for (size_t i = 0; i < rows; i++) {
        keys[i] = names[i % fold->fields.count];
    }
    return fw_column_from_strings(context->arena, fw_intern_text(context->strings, fold->as[0]),
                                  keys, NULL);
}

static const struct fw_column *value_column(const struct fw_transform_context *context,
                                            const struct fw_table *table,
                                            const struct fw_fold *fold)
{
    size_t width = fold->fields.count, rows = table->rows * width;
    struct fw_value *values = FW_NEW_ARRAY(context->arena, rows, struct fw_value);
    for (size_t f = 0; f < width; f++) {
        const struct fw_column *column = fw_transform_field(context, table, fold->fields.items[f]);
        for (size_t i = 0; i < table->rows; i++) {
            values[i * width + f] = fw_table_value(table, column, i);
        }
    }
    return fw_column_from_values(context->arena, fw_intern_text(context->strings, fold->as[1]),
                                 values, rows);
}

const struct fw_table *fw_fold_run(const struct fw_transform_context *context,
                                   const struct fw_table *table, const struct fw_fold *fold)
{
    size_t width = fold->fields.count;
    if (width > 0 && table->rows > FW_LIMIT_ROWS / width) {
        fw_report(context->diag, fw_nowhere(), FW_DATA_LIMIT, "a fold to more than %zu rows",
                  FW_LIMIT_ROWS);
        return fw_table_new(context->arena, 0);
    }
    uint32_t *rows = FW_NEW_ARRAY(context->arena, table->rows * width, uint32_t);
    for (size_t i = 0; i < table->rows * width; i++) {
        rows[i] = (uint32_t)(i / width);
    }
    const struct fw_table *result = fw_transform_gather(context, table, rows, table->rows * width);
    if (width == 0) {
        return result;
    }
    result = fw_table_with(context->arena, result, key_column(context, fold, result->rows));
    return fw_table_with(context->arena, result, value_column(context, table, fold));
}

/* ---- the transform ------------------------------------------------------------------------ */

struct fold_props {
    struct fw_prop fold, as;
};

static const struct fw_property fold_properties[] = {
    { "fold", FW_P_STRINGS | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct fold_props, fold), NULL,
      "columns to fold" },
    { "as", FW_P_STRINGS, offsetof(struct fold_props, as), NULL,
      "key and value column names; \"key\" and \"value\" by default" },
};

static const void *fold_decode(const struct fw_transform_context *context, const void *properties,
                               struct fw_node at)
{
    (void)at;
    const struct fold_props *props = properties;
    struct fw_fold *step = FW_NEW(context->arena, struct fw_fold);
    step->fields = fw_texts_of(context->arena, props->fold.value);
    fw_output_names(context->arena, &props->as, "key", "value", step->as);
    return step;
}

static const struct fw_table *fold_run(const struct fw_transform_context *context,
                                       const struct fw_table *table, const void *step)
{
    return fw_fold_run(context, table, step);
}

const struct fw_transform_type fw_transform_fold = {
    .name = "fold",
    .doc = "One row for each folded column of each input row.",
    .properties = fold_properties,
    .property_count = FW_COUNT(fold_properties),
    .size = sizeof(struct fold_props),
    .decode = fold_decode,
    .run = fold_run,
};
