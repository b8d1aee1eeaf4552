/* What the fields of an encoding ask of its table. */
#include "dataflow/fields.h"

#include <math.h>
#include <string.h>

#include "encoding/label.h"
#include "expr/predicate.h"
#include "format/unit.h"
#include "mark/position.h"
#include "transform/bin.h"
#include "transform/timeunit.h"
#include "view/selection.h"

static void add_field(struct fw_field_ref *fields, size_t *count, enum fw_channel channel,
                      const struct fw_channel_def *def)
{
    if (def != NULL && def->kind == FW_DEF_FIELD) {
        fields[(*count)++] = (struct fw_field_ref){ def, channel };
    }
}

struct fw_field_ref *fw_unit_fields(const struct fw_view *unit, size_t *count)
{
    const struct fw_encoding *encoding = unit->encoding;
    size_t most = FW_CHANNEL_COUNT * 2 + encoding->detail_count + encoding->order_count;
    struct fw_field_ref *fields = FW_NEW_ARRAY(unit->chart->make.arena, most, struct fw_field_ref);
    *count = 0;
    for (int c = 0; c < FW_CHANNEL_COUNT; c++) {
        enum fw_channel channel = (enum fw_channel)c;
        if (channel != FW_CHANNEL_DETAIL && channel != FW_CHANNEL_ORDER &&
            channel != FW_CHANNEL_TOOLTIP) {
            add_field(fields, count, channel, fw_encoding_field(encoding, channel));
            add_field(fields, count, channel, encoding->defs[c].condition);
        }
    }
    for (size_t i = 0; i < encoding->detail_count; i++) {
        add_field(fields, count, FW_CHANNEL_DETAIL, &encoding->detail[i]);
    }
    for (size_t i = 0; i < encoding->order_count; i++) {
        add_field(fields, count, FW_CHANNEL_ORDER, &encoding->order[i]);
    }
    /* Tooltips draw nothing, but aggregate along, as in Vega-Lite. */
    add_field(fields, count, FW_CHANNEL_TOOLTIP, fw_encoding_field(encoding, FW_CHANNEL_TOOLTIP));
    return fields;
}

static bool nested(const char *field)
{
    return field != NULL && strpbrk(field, ".[") != NULL && strchr(field, '\\') == NULL;
}

bool fw_field_implies(const struct fw_encoding *encoding, enum fw_channel channel,
                      const struct fw_channel_def *def, enum fw_parse_kind *kind)
{
    const char *format_type = fw_get_text(def->spec, "formatType", NULL);
    enum fw_type type = def->type;
    if (fw_channel_main(channel) != channel && encoding != NULL) {
        /* A second end is of its main channel's type. */
        type = encoding->defs[fw_channel_main(channel)].type;
        format_type = NULL;
    }
    bool temporal = format_type != NULL ? strcmp(format_type, "time") == 0
                                        : type == FW_TEMPORAL || def->time_unit.there;
    bool least = def->aggregate != NULL &&
                 (strcmp(def->aggregate, "min") == 0 || strcmp(def->aggregate, "max") == 0);
    bool number = type == FW_QUANTITATIVE && least;
    *kind = temporal ? FW_PARSE_DATE : number ? FW_PARSE_NUMBER : FW_PARSE_FLATTEN;
    return def->field != NULL && (temporal || number || nested(def->field));
}

void fw_view_parse_field(struct fw_view *view, enum fw_channel channel,
                         const struct fw_channel_def *def)
{
    enum fw_parse_kind kind;
    if (fw_field_implies(view->encoding, channel, def, &kind)) {
        view->table = fw_view_convert(view, view->table, def->field, kind);
    }
}

/* Source: getImplicitFromEncoding. */
void fw_unit_parse_fields(struct fw_view *unit)
{
    size_t count;
    struct fw_field_ref *fields = fw_unit_fields(unit, &count);
    for (size_t i = 0; i < count; i++) {
        fw_view_parse_field(unit, fields[i].channel, fields[i].def);
    }
    bool path = strcmp(unit->mark, "line") == 0 || strcmp(unit->mark, "area") == 0 ||
                strcmp(unit->mark, "trail") == 0;
    const struct fw_channel_def *along = fw_encoding_field(
        unit->encoding, unit->orient == FW_HORIZONTAL ? FW_CHANNEL_Y : FW_CHANNEL_X);
    if (path && unit->encoding->order_count == 0 && along != NULL &&
        along->type == FW_QUANTITATIVE) {
        unit->table = fw_view_convert(unit, unit->table, along->field, FW_PARSE_NUMBER);
    }
}

/* The texts of bins, "10 – 20": what ordinal bins are shown as. */
static void add_bin_range(struct fw_view *view, enum fw_channel channel,
                          const struct fw_channel_def *def)
{
    struct fw_chart *chart = view->chart;
    struct fw_value guide = fw_get(def->spec, "axis");
    guide = guide.kind == FW_OBJECT ? guide : fw_get(def->spec, "legend");
    guide = guide.kind == FW_OBJECT ? guide : fw_object_empty(chart->make);
    (void)channel;
    struct fw_label label = fw_label_new(chart->make, &chart->config, view->table, def, guide);
    struct fw_value *values = fw_transform_values(&chart->transforms, view->table);
    for (size_t row = 0; row < view->table->rows; row++) {
        values[fw_table_storage(view->table, row)] =
            fw_label_get(&label, &chart->env, view->table, row);
    }
    view->table = fw_transform_with(&chart->transforms, view->table,
                                    fw_def_column(chart->make, def, "range"), values);
}

struct fw_value fw_bin_parameters(struct fw_chart *chart, struct fw_value bin)
{
    struct fw_value extent = fw_get(bin, "extent");
    if (!fw_has(extent, "param")) {
        return bin;
    }
    bin = fw_without(chart->make, bin, "extent");
    struct fw_value ends = fw_selection_extent(chart, extent);
    size_t count = fw_length(ends);
    if (count == 0) {
        return bin;
    }
    double span = fw_to_number(fw_at(ends, count - 1)) - fw_to_number(fw_at(ends, 0));
    return fw_with(chart->make, bin, "span", fw_number(span));
}

/* Bins that a facet around the view made already, of the same rows. */
static const struct fw_bin_info *bins_around(const struct fw_view *view, const char *name)
{
    const struct fw_bin_info *found = NULL;
    while (found == NULL && view->parent != NULL && !fw_has(view->spec, "data") &&
           !fw_has(view->spec, "transform")) {
        view = view->parent;
        found = view->kind == FW_VIEW_FACET ? fw_view_bins(view, name) : NULL;
    }
    return found;
}

static struct fw_bin_info make_bins(struct fw_view *view, const struct fw_channel_def *def,
                                    const char *name)
{
    struct fw_chart *chart = view->chart;
    struct fw_bin bin = { .field = def->field };
    bin.params = fw_bin_params_of(chart->make.arena, fw_bin_parameters(chart, def->bin), 10);
    bin.as[0] = name;
    bin.as[1] = fw_def_column(chart->make, def, "end");
    struct fw_bins bins;
    view->table = fw_bin_run(&chart->transforms, view->table, &bin, &bins);
    return (struct fw_bin_info){ name, bins.start, bins.stop, bins.step };
}

void fw_view_bin_field(struct fw_view *view, enum fw_channel channel,
                       const struct fw_channel_def *def)
{
    struct fw_chart *chart = view->chart;
    if (!fw_def_binning(def)) {
        return;
    }
    const char *name = fw_def_column(chart->make, def, NULL);
    bool ranged = (def->type == FW_ORDINAL || def->type == FW_NOMINAL) &&
                  (fw_channel_has_scale(channel) || fw_channel_is_facet(channel));
    if (fw_view_bins(view, name) == NULL) {
        const struct fw_bin_info *around = bins_around(view, name);
        struct fw_bin_info *list = fw_arena_grow(chart->make.arena, view->bins, view->bin_count,
                                                 view->bin_count + 1, sizeof *list);
        list[view->bin_count++] = around != NULL ? *around : make_bins(view, def, name);
        view->bins = list;
    }
    if (ranged) {
        add_bin_range(view, channel, def);
    }
}

void fw_unit_bin(struct fw_view *unit)
{
    size_t count;
    struct fw_field_ref *fields = fw_unit_fields(unit, &count);
    for (size_t i = 0; i < count; i++) {
        fw_view_bin_field(unit, fields[i].channel, fields[i].def);
    }
}

static bool is_rect_based(const char *mark)
{
    return mark != NULL &&
           (strcmp(mark, "rect") == 0 || strcmp(mark, "bar") == 0 || strcmp(mark, "image") == 0 ||
            strcmp(mark, "arc") == 0 || strcmp(mark, "tick") == 0);
}

static double unit_before(const struct fw_time_unit *unit, const struct fw_zone *zone, double time)
{
    enum fw_time_part smallest = (enum fw_time_part)fw_time_part_smallest(unit->parts);
    struct fw_interval interval = fw_time_part_interval(smallest, zone);
    return fw_interval_offset(&interval, time, -unit->step);
}

/* Where rects begin and end whose unit is not drawn about its middle. Source: offsetedRectFormulas.
 */
static void add_offsets(struct fw_view *view, const struct fw_channel_def *def,
                        const struct fw_time_unit *unit, double position)
{
    struct fw_chart *chart = view->chart;
    struct fw_maker make = chart->make;
    const struct fw_column *starts =
        fw_view_column(view, view->table, fw_def_column(make, def, NULL));
    const struct fw_column *ends =
        fw_view_column(view, view->table, fw_def_column(make, def, "end"));
    struct fw_value *from = fw_transform_values(&chart->transforms, view->table);
    struct fw_value *to = fw_transform_values(&chart->transforms, view->table);
    double t = position + 0.5;
    for (size_t row = 0; row < view->table->rows; row++) {
        size_t at = fw_table_storage(view->table, row);
        double start = fw_table_number(view->table, starts, row);
        double end = fw_table_number(view->table, ends, row);
        const struct fw_zone *zone = unit->utc ? NULL : chart->env.zone;
        double before = unit_before(unit, zone, start);
        from[at] = fw_number((1 - t) * before + t * start);
        to[at] = fw_number((1 - t) * start + t * end);
    }
    view->table = fw_transform_with(&chart->transforms, view->table,
                                    fw_def_column(make, def, "offsetted_rect_start"), from);
    view->table = fw_transform_with(&chart->transforms, view->table,
                                    fw_def_column(make, def, "offsetted_rect_end"), to);
}

/* The end of a unit whose start the data already has. */
static void add_binned_end(struct fw_view *view, const struct fw_channel_def *def,
                           const struct fw_time_unit *unit)
{
    struct fw_chart *chart = view->chart;
    const struct fw_column *starts = fw_view_column(view, view->table, def->field);
    struct fw_value *ends = fw_transform_values(&chart->transforms, view->table);
    for (size_t row = 0; row < view->table->rows; row++) {
        double start = fw_table_number(view->table, starts, row);
        const struct fw_zone *zone = unit->utc ? NULL : chart->env.zone;
        ends[fw_table_storage(view->table, row)] = fw_time(fw_time_unit_end(unit, zone, start));
    }
    view->table = fw_transform_with(&chart->transforms, view->table,
                                    fw_def_column(chart->make, def, "end"), ends);
}

void fw_view_time_unit_field(struct fw_view *view, enum fw_channel channel,
                             const struct fw_channel_def *def)
{
    struct fw_chart *chart = view->chart;
    struct fw_time_unit unit = { 0 };
    if (!def->time_unit.there || def->field == NULL) {
        return;
    }
    bool known = fw_time_unit_of(&def->time_unit, &unit);
    double position = fw_def_band_position(&chart->config, view->mark_def, def, NULL);
    bool rect = is_rect_based(view->mark) && fw_channel_is_position(channel);
    if (def->time_unit.binned) {
        if (known && (is_rect_based(view->mark) || position > 0)) {
            add_binned_end(view, def, &unit);
        }
    } else if (known || def->time_unit.maxbins > 0) {
        struct fw_timeunit step = { .field = def->field, .unit = unit };
        step.maxbins = def->time_unit.maxbins;
        step.as[0] = fw_def_column(chart->make, def, NULL);
        step.as[1] = fw_def_column(chart->make, def, "end");
        view->table = fw_timeunit_run(&chart->transforms, view->table, &step);
    }
    if (known && rect && !isnan(position) && position != 0.5) {
        add_offsets(view, def, &unit, position);
    }
}

void fw_unit_time_units(struct fw_view *unit)
{
    size_t count;
    struct fw_field_ref *fields = fw_unit_fields(unit, &count);
    for (size_t i = 0; i < count; i++) {
        fw_view_time_unit_field(unit, fields[i].channel, fields[i].def);
    }
}

/* The place of each row's value in a sort array; values that are not in it come last. */
void fw_view_sort_index_field(struct fw_view *view, enum fw_channel channel,
                              const struct fw_channel_def *def)
{
    struct fw_chart *chart = view->chart;
    size_t wanted = fw_length(def->sort);
    if (def->sort.kind != FW_ARRAY || def->field == NULL) {
        return;
    }
    const struct fw_predicate **tests = fw_arena_array(chart->make.arena, wanted, sizeof *tests);
    for (size_t i = 0; i < wanted; i++) {
        struct fw_value test =
            fw_with(chart->make, fw_undefined(), "field", fw_text_value(chart->make, def->field));
        struct fw_value unit = fw_get(def->spec, "timeUnit");
        if (unit.kind != FW_UNDEFINED) {
            test = fw_with(chart->make, test, "timeUnit", unit);
        }
        test = fw_with(chart->make, test, "equal", fw_at(def->sort, i));
        tests[i] = fw_predicate_decode(chart->make.arena, chart->make.strings, test, &chart->env);
    }
    struct fw_value *values = fw_transform_values(&chart->transforms, view->table);
    struct fw_expr_env env = chart->env;
    env.table = view->table;
    for (env.row = 0; env.row < view->table->rows; env.row++) {
        size_t at = 0;
        while (at < wanted && (tests[at] == NULL || !fw_predicate_test(tests[at], &env))) {
            at++;
        }
        values[fw_table_storage(view->table, env.row)] = fw_number((double)at);
    }
    view->table = fw_transform_with(&chart->transforms, view->table,
                                    fw_sort_index_column(chart->make, def, channel), values);
}

void fw_unit_sort_indices(struct fw_view *unit)
{
    size_t count;
    struct fw_field_ref *fields = fw_unit_fields(unit, &count);
    for (size_t i = 0; i < count; i++) {
        fw_view_sort_index_field(unit, fields[i].channel, fields[i].def);
    }
}

void fw_unit_order_by(struct fw_view *unit, const char *field, struct fw_value list,
                      bool descending)
{
    struct fw_chart *chart = unit->chart;
    struct fw_maker make = chart->make;
    const char *name = fw_arena_printf(make.arena, "_%s_sort_index", field);
    const struct fw_column *column = fw_view_column(unit, unit->table, field);
    struct fw_value *values = fw_transform_values(&chart->transforms, unit->table);
    for (size_t row = 0; row < unit->table->rows; row++) {
        struct fw_value value = fw_table_value(unit->table, column, row);
        double at = -1;
        for (size_t i = 0; i < fw_length(list) && at < 0; i++) {
            at = fw_equal(fw_at(list, i), value) ? (double)i : -1;
        }
        values[fw_table_storage(unit->table, row)] = fw_number(at);
    }
    unit->table = fw_transform_with(&chart->transforms, unit->table, name, values);
    struct fw_value spec = fw_with(make, fw_undefined(), "field", fw_text_value(make, name));
    spec = fw_with(make, spec, "type", fw_text_value(make, "quantitative"));
    spec =
        fw_with(make, spec, "sort", fw_text_value(make, descending ? "descending" : "ascending"));
    unit->encoding->order = FW_NEW(make.arena, struct fw_channel_def);
    *unit->encoding->order = fw_channel_def_decode(make, spec, FW_CHANNEL_ORDER);
    unit->encoding->order_count = 1;
    unit->encoding->defs[FW_CHANNEL_ORDER] = *unit->encoding->order;
}
