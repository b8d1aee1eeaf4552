/* flatten - arrays in cells become rows of their own. */
#include "transform/flatten.h"

#include "base/limits.h"
#include "base/object.h"

/** Which row and which of its items each new row is made of. */
struct expansion {
    uint32_t *rows, *items;
    size_t count;
};

static size_t longest(const struct fw_table *table, const struct fw_column *const *columns,
                      size_t count, size_t row)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        size_t items = fw_length(fw_table_value(table, columns[i], row));
        length = items > length ? items : length;
    }
    return length;
}

/** False where there would be more rows than a table may have. */
static bool expand(const struct fw_transform_context *context, const struct fw_table *table,
                   const struct fw_column *const *columns, size_t count,
                   struct expansion *expansion)
{
    for (size_t row = 0; row < table->rows; row++) {
        expansion->count += longest(table, columns, count, row);
        if (expansion->count > FW_LIMIT_ROWS) {
            return false;
        }
    }
    expansion->rows = FW_NEW_ARRAY(context->arena, expansion->count, uint32_t);
    expansion->items = FW_NEW_ARRAY(context->arena, expansion->count, uint32_t);
    size_t at = 0;
    for (size_t row = 0; row < table->rows; row++) {
        size_t length = longest(table, columns, count, row);
        for (size_t i = 0; i < length; i++) {
            expansion->rows[at] = (uint32_t)row;
            expansion->items[at++] = (uint32_t)i;
        }
    }
    return true;
}

static const struct fw_column *items_column(const struct fw_transform_context *context,
                                            const struct fw_table *table,
                                            const struct fw_column *column,
                                            const struct expansion *expansion, fw_str name)
{
    struct fw_value *values = FW_NEW_ARRAY(context->arena, expansion->count, struct fw_value);
    for (size_t i = 0; i < expansion->count; i++) {
        struct fw_value array = fw_table_value(table, column, expansion->rows[i]);
        struct fw_value item = fw_at(array, expansion->items[i]);
        values[i] = fw_is_nil(item) ? fw_null() : item;
    }
    return fw_column_from_values(context->arena, name, values, expansion->count);
}

const struct fw_table *fw_flatten_run(const struct fw_transform_context *context,
                                      const struct fw_table *table,
                                      const struct fw_flatten *flatten)
{
    size_t count = flatten->fields.count;
    const struct fw_column **columns =
        FW_NEW_ARRAY(context->arena, count, const struct fw_column *);
    for (size_t i = 0; i < count; i++) {
        columns[i] = fw_transform_field(context, table, flatten->fields.items[i]);
    }
    struct expansion expansion = { 0 };
    if (!expand(context, table, columns, count, &expansion)) {
        fw_report(context->diag, fw_nowhere(), FW_DATA_LIMIT, "a flatten to more than %zu rows",
                  FW_LIMIT_ROWS);
        return fw_table_new(context->arena, 0);
    }
    const struct fw_table *result =
        fw_transform_gather(context, table, expansion.rows, expansion.count);
    for (size_t i = 0; i < count; i++) {
        fw_str name = i < flatten->as.count ? fw_intern_text(context->strings, flatten->as.items[i])
                                            : fw_path_flat(context->arena, context->strings,
                                                           flatten->fields.items[i]);
        result = fw_table_with(context->arena, result,
                               items_column(context, table, columns[i], &expansion, name));
    }
    return result;
}

/* ---- the transform ------------------------------------------------------------------------ */

struct flatten_props {
    struct fw_prop flatten, as;
};

static const struct fw_property flatten_properties[] = {
    { "flatten", FW_P_STRINGS | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct flatten_props, flatten),
      NULL, "fields with arrays" },
    { "as", FW_P_STRINGS, offsetof(struct flatten_props, as), NULL,
      "names of the result columns; the fields' own by default" },
};

static const void *flatten_decode(const struct fw_transform_context *context,
                                  const void *properties, struct fw_node at)
{
    (void)at;
    const struct flatten_props *props = properties;
    struct fw_flatten *step = FW_NEW(context->arena, struct fw_flatten);
    step->fields = fw_texts_of(context->arena, props->flatten.value);
    step->as = fw_texts_of(context->arena, props->as.value);
    return step;
}

static const struct fw_table *flatten_run(const struct fw_transform_context *context,
                                          const struct fw_table *table, const void *step)
{
    return fw_flatten_run(context, table, step);
}

const struct fw_transform_type fw_transform_flatten = {
    .name = "flatten",
    .doc = "One row for each item of the arrays in a row.",
    .properties = flatten_properties,
    .property_count = FW_COUNT(flatten_properties),
    .size = sizeof(struct flatten_props),
    .decode = flatten_decode,
    .run = flatten_run,
};
