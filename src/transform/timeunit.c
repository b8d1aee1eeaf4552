/* timeUnit - times to the time unit that they lie in. */
#include "transform/timeunit.h"

#include <math.h>

#include "base/object.h"
#include "data/infer.h"
#include "transform/bin.h"

bool fw_timeunit_read(struct fw_value value, struct fw_time_unit *unit, double *maxbins)
{
    *unit = (struct fw_time_unit){ .step = 1 };
    *maxbins = fw_get_number(value, "maxbins", 0);
    const char *name =
        value.kind == FW_OBJECT ? fw_get_text(value, "unit", NULL) : fw_text_of(value);
    if (name != NULL && !fw_time_unit_parse(name, unit)) {
        return false;
    }
    double step = fw_get_number(value, "step", 1);
    unit->step = step >= 1 ? floor(step) : 1;
    unit->utc = unit->utc || fw_get_boolean(value, "utc", false);
    unit->binned = unit->binned || fw_get_boolean(value, "binned", false);
    return name != NULL || value.kind == FW_OBJECT;
}

/** The field as times; the table with that column in place of what was there. */
static const struct fw_column *read_dates(const struct fw_transform_context *context,
                                          const struct fw_table **table, const char *field)
{
    const struct fw_column *column = fw_transform_field(context, *table, field);
    if (column == NULL || column->type == FW_COLUMN_NUMBER || column->type == FW_COLUMN_TIME) {
        return column;
    }
    struct fw_parser parser = { .arena = context->arena,
                                .strings = context->strings,
                                .zone = context->env->zone,
                                .locale = context->env->locale };
    struct fw_parse parse = { .field = field, .kind = FW_PARSE_DATE };
    column = fw_column_parse(&parser, column, (*table)->storage, &parse);
    *table = fw_table_with(context->arena, *table, column);
    return column;
}

const struct fw_table *fw_timeunit_run(const struct fw_transform_context *context,
                                       const struct fw_table *table,
                                       const struct fw_timeunit *timeunit)
{
    const struct fw_column *column = read_dates(context, &table, timeunit->field);
    const struct fw_zone *zone = context->env->zone;
    struct fw_time_unit unit = timeunit->unit;
    if (unit.parts == 0) {
        double extent[2];
        fw_column_extent(table, column, extent);
        fw_time_unit_bin(extent[0], extent[1], timeunit->maxbins, &unit);
    }
    struct fw_value *starts = fw_transform_values(context, table);
    struct fw_value *ends = fw_transform_values(context, table);
    for (size_t i = 0; i < table->rows; i++) {
        size_t at = fw_table_storage(table, i);
        struct fw_value value = fw_column_value(column, at);
        starts[at] = ends[at] = fw_null();
        if (!fw_is_nil(value)) {
            double start = fw_time_unit_floor(&unit, zone, fw_to_number(value));
            starts[at] = fw_time(start);
            ends[at] = fw_time(fw_time_unit_end(&unit, zone, start));
        }
    }
    table = fw_transform_with(context, table, timeunit->as[0], starts);
    return fw_transform_with(context, table, timeunit->as[1], ends);
}

/* ---- the transform ------------------------------------------------------------------------ */

struct timeunit_props {
    struct fw_prop time_unit, field, as;
};

static const struct fw_property timeunit_properties[] = {
    { "timeUnit", FW_P_STRING | FW_P_OBJECT | FW_P_REQUIRED,
      offsetof(struct timeunit_props, time_unit), NULL, "the unit, or {unit, maxbins, step, utc}" },
    { "field", FW_P_STRING | FW_P_FIELD | FW_P_REQUIRED, offsetof(struct timeunit_props, field),
      NULL, "field with times" },
    { "as", FW_P_STRING | FW_P_REQUIRED, offsetof(struct timeunit_props, as), NULL,
      "name of the column of starts; the ends get \"_end\"" },
};

static const void *timeunit_decode(const struct fw_transform_context *context,
                                   const void *properties, struct fw_node at)
{
    const struct timeunit_props *props = properties;
    struct fw_timeunit *step = FW_NEW(context->arena, struct fw_timeunit);
    step->field = fw_prop_text(&props->field, "");
    fw_output_names(context->arena, &props->as, "unit0", "unit1", step->as);
    if (!fw_timeunit_read(props->time_unit.value, &step->unit, &step->maxbins)) {
        fw_hint(context->diag,
                fw_report(context->diag, fw_prop_place(context, &props->time_unit, at),
                          FW_UNKNOWN_VALUE, "no such time unit"),
                "join parts from large to small, such as yearmonthdate or hoursminutes");
        return NULL;
    }
    return step;
}

static const struct fw_table *timeunit_run(const struct fw_transform_context *context,
                                           const struct fw_table *table, const void *step)
{
    return fw_timeunit_run(context, table, step);
}

const struct fw_transform_type fw_transform_timeunit = {
    .name = "timeUnit",
    .doc = "The time unit that each time lies in.",
    .properties = timeunit_properties,
    .property_count = FW_COUNT(timeunit_properties),
    .size = sizeof(struct timeunit_props),
    .decode = timeunit_decode,
    .run = timeunit_run,
};
