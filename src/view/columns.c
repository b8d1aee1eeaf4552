/* The columns of a view's tables: by field, of bins, of sort positions. */
#include <string.h>

#include "view/view.h"

const struct fw_column *fw_view_column(const struct fw_view *view, const struct fw_table *table,
                                       const char *name)
{
    struct fw_maker make = view->chart->make;
    fw_str literal = fw_intern_text(make.strings, name);
    const struct fw_column *column = fw_table_find(table, literal);
    if (column == NULL && strpbrk(name, ".[\\") != NULL) {
        column = fw_table_field(make.arena, make.strings, table, name);
    }
    return column;
}

const char *fw_sort_index_column(struct fw_maker make, const struct fw_channel_def *def,
                                 enum fw_channel channel)
{
    return fw_arena_printf(make.arena, "%s_%s_sort_index", fw_channel_name(channel),
                           fw_def_column(make, def, NULL));
}

const struct fw_bin_info *fw_view_bins(const struct fw_view *unit, const char *column)
{
    for (size_t i = 0; i < unit->bin_count; i++) {
        if (strcmp(unit->bins[i].column, column) == 0) {
            return &unit->bins[i];
        }
    }
    return NULL;
}

bool fw_time_unit_of(const struct fw_time_unit_def *def, struct fw_time_unit *unit)
{
    if (def->unit == NULL || !fw_time_unit_parse(def->unit, unit)) {
        return false;
    }
    unit->step = def->step > 0 ? def->step : 1;
    unit->utc = def->utc;
    return true;
}
