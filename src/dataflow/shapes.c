/* Rows of maps: the lines of a graticule, and rows that have no geometry. */
#include "dataflow/shapes.h"

#include <math.h>

#include "projection/graticule.h"

/* [[west, south], [east, north]] in any order. */
static void read_extent(struct fw_value value, double extent[2][2])
{
    for (size_t i = 0; value.kind == FW_ARRAY && i < 2; i++) {
        double a = fw_to_number(fw_at(fw_at(value, 0), i));
        double b = fw_to_number(fw_at(fw_at(value, 1), i));
        extent[0][i] = fmin(a, b);
        extent[1][i] = fmax(a, b);
    }
}

static void read_pair(struct fw_value value, double pair[2])
{
    for (size_t i = 0; value.kind == FW_ARRAY && i < 2; i++) {
        pair[i] = fw_to_number(fw_at(value, i));
    }
}

const struct fw_table *fw_graticule_table(struct fw_chart *chart, struct fw_value parameters)
{
    struct fw_graticule_spec spec = fw_graticule_default();
    read_extent(fw_get(parameters, "extent"), spec.extent_major);
    read_extent(fw_get(parameters, "extent"), spec.extent_minor);
    read_extent(fw_get(parameters, "extentMajor"), spec.extent_major);
    read_extent(fw_get(parameters, "extentMinor"), spec.extent_minor);
    read_pair(fw_get(parameters, "step"), spec.step_major);
    read_pair(fw_get(parameters, "step"), spec.step_minor);
    read_pair(fw_get(parameters, "stepMajor"), spec.step_major);
    read_pair(fw_get(parameters, "stepMinor"), spec.step_minor);
    spec.precision = fw_get_number(parameters, "precision", spec.precision);
    struct fw_maker make = chart->make;
    struct fw_value lines = fw_graticule_value(make.arena, make.strings, &spec);
    return fw_table_from_objects(make.arena, make.strings, &lines, 1);
}

void fw_unit_drop_shapeless(struct fw_view *unit)
{
    const struct fw_channel_def *shape = fw_unit_shape_field(unit);
    if (shape == NULL || (fw_unit_is_map(unit) && !fw_unit_map_is_fitted(unit))) {
        return;
    }
    struct fw_arena *arena = unit->chart->make.arena;
    const struct fw_table *table = unit->table;
    const struct fw_column *column = fw_view_column(unit, table, shape->field);
    uint32_t *rows = FW_NEW_ARRAY(arena, table->rows, uint32_t);
    size_t count = 0;
    for (size_t row = 0; row < table->rows; row++) {
        if (!fw_is_nil(fw_table_value(table, column, row))) {
            rows[count++] = (uint32_t)row;
        }
    }
    if (count < table->rows) {
        unit->table = fw_table_select(arena, table, rows, count);
    }
}
