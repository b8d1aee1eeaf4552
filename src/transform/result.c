/* Tables that transforms make from nothing: rows of group values and numbers. */
#include "transform/result.h"

#include <math.h>

#include "base/limits.h"
#include "base/object.h"

void fw_result_add(struct fw_result *result, size_t group, double first, double second)
{
    struct fw_arena *arena = result->context->arena;
    if (result->count >= FW_LIMIT_ROWS) {
        fw_report(result->context->diag, fw_nowhere(), FW_DATA_LIMIT,
                  "a transform to more than %zu rows", FW_LIMIT_ROWS);
        return;
    }
    size_t capacity[2] = { result->capacity, result->capacity };
    FW_RESERVE(arena, result->first, result->count, capacity[0]);
    FW_RESERVE(arena, result->second, result->count, capacity[1]);
    FW_RESERVE(arena, result->group, result->count, result->capacity);
    result->first[result->count] = first;
    result->second[result->count] = second;
    result->group[result->count++] = (uint32_t)group;
}

const struct fw_table *fw_result_table(const struct fw_result *result, const struct fw_table *table,
                                       const struct fw_groups *groups, struct fw_texts groupby,
                                       const char *const as[2])
{
    struct fw_arena *arena = result->context->arena;
    struct fw_strings *strings = result->context->strings;
    const struct fw_table *made = fw_table_new(arena, result->count);
    for (size_t i = 0; i < groupby.count; i++) {
        const struct fw_column *column =
            fw_group_column(arena, strings, table, groups, groupby.items[i]);
        made = fw_table_with(arena, made,
                             fw_column_gather(arena, column, result->group, result->count));
    }
    const double *numbers[2] = { result->first, result->second };
    for (size_t i = 0; i < 2; i++) {
        fw_str name = fw_intern_text(strings, as[i]);
        made = fw_table_with(
            arena, made, fw_column_from_numbers(arena, name, FW_COLUMN_NUMBER, numbers[i], NULL));
    }
    return made;
}

void fw_rows_extent(const struct fw_table *table, const struct fw_column *column,
                    const uint32_t *rows, size_t count, double extent[2])
{
    extent[0] = extent[1] = NAN;
    for (size_t i = 0; i < count; i++) {
        struct fw_value value = fw_table_value(table, column, rows[i]);
        double number = fw_to_number(value);
        if (fw_is_nil(value) || isnan(number)) {
            continue;
        }
        extent[0] = number < extent[0] || isnan(extent[0]) ? number : extent[0];
        extent[1] = number > extent[1] || isnan(extent[1]) ? number : extent[1];
    }
}

bool fw_prop_extent(const struct fw_prop *prop, double extent[2])
{
    if (fw_length(prop->value) != 2) {
        return false;
    }
    extent[0] = fw_to_number(fw_at(prop->value, 0));
    extent[1] = fw_to_number(fw_at(prop->value, 1));
    return true;
}
