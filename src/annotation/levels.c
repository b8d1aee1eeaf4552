/* Values of annotations: as written or worked out, and the px that the scales give them. */
#include "annotation/bind.h"

#include <math.h>
#include <string.h>

#include "expr/predicate.h"
#include "transform/op.h"

/* ---- values ------------------------------------------------------------------------------- */

/* The rows of `unit` that an aggregate looks at; NULL: its filter is wrong, which is a fault. */
static const struct fw_table *rows_of(struct fw_annotation_binder *binder,
                                      const struct fw_unit *unit, struct fw_node filter)
{
    if (!fw_node_there(filter)) {
        return unit->table;
    }
    struct fw_expr_env env = unit->env;
    env.table = unit->table;
    const struct fw_predicate *predicate = fw_predicate_decode(
        binder->arena, unit->make.strings, fw_node_value(binder->arena, filter), &env);
    if (predicate == NULL) {
        fw_bind_fail(binder, filter, FW_WRONG_TYPE, "this is no filter");
        return NULL;
    }
    return fw_predicate_filter(predicate, &env);
}

static struct fw_value aggregate_of(const struct fw_unit *unit, const struct fw_op *op,
                                    const struct fw_table *table, const struct fw_column *column)
{
    struct fw_tally tally = { .needs = op->needs };
    uint32_t *rows = fw_arena_array(unit->make.arena, table->rows, sizeof *rows);
    for (size_t i = 0; i < table->rows; i++) {
        rows[i] = (uint32_t)fw_table_storage(table, i);
        fw_tally_add(&tally, fw_table_value(table, column, i));
    }
    struct fw_op_input input = {
        .arena = unit->make.arena,
        .strings = unit->make.strings,
        .table = table,
        .column = column,
        .rows = rows,
        .count = table->rows,
        .tally = &tally,
    };
    return op->value(&input);
}

/* The column of the first unit that has it: of `field`, or of what `channel` itself reads. */
static const struct fw_column *find_column(const struct fw_annotation_binder *binder,
                                           enum fw_channel channel, const char *field,
                                           const struct fw_unit **found)
{
    for (size_t i = 0; i < binder->unit_count; i++) {
        const struct fw_unit *unit = &binder->units[i];
        const struct fw_channel_def *def = fw_encoding_field(unit->encoding, channel);
        const char *name = field;
        if (name == NULL && def != NULL) {
            name = fw_def_column(unit->make, def, NULL);
        }
        const struct fw_column *column = name == NULL ? NULL : fw_unit_column(unit, name);
        if (column != NULL) {
            *found = unit;
            return column;
        }
    }
    return NULL;
}

static void hint_fields(struct fw_annotation_binder *binder, const char *field)
{
    if (binder->unit_count == 0 || field == NULL) {
        return;
    }
    size_t count;
    const char *const *names = fw_table_names(binder->arena, binder->units[0].table, &count);
    const char *nearest = fw_nearest(field, names, count);
    if (nearest != NULL) {
        fw_bind_hint(binder, fw_arena_printf(binder->arena, "did you mean '%s'?", nearest));
    }
}

static bool bind_aggregate(struct fw_annotation_binder *binder, struct fw_node node,
                           enum fw_channel channel, struct fw_value *value)
{
    struct fw_node field = fw_node_member(node, "field");
    fw_str name = fw_node_string(field, NULL);
    fw_str word = fw_node_string(fw_node_member(node, "aggregate"), NULL);
    const struct fw_op *op = word == NULL ? NULL : fw_op_find(word->text);
    const struct fw_unit *unit = NULL;
    const struct fw_column *column =
        find_column(binder, channel, name == NULL ? NULL : name->text, &unit);
    if (op == NULL) {
        return fw_bind_fail(binder, node, FW_UNKNOWN_VALUE, "this aggregate is not known here");
    }
    if (column == NULL) {
        fw_bind_fail(binder, name == NULL ? node : field, FW_UNKNOWN_FIELD,
                     "no mark has a field '%s'",
                     name == NULL ? fw_channel_name(channel) : name->text);
        hint_fields(binder, name == NULL ? NULL : name->text);
        return false;
    }
    const struct fw_table *table = rows_of(binder, unit, fw_node_member(node, "filter"));
    if (table == NULL) {
        return false;
    }
    *value = aggregate_of(unit, op, table, column);
    if (!isfinite(fw_to_number(*value))) {
        return fw_bind_fail(binder, node, FW_OUT_OF_RANGE, "there is no %s of these rows",
                            word->text);
    }
    return true;
}

bool fw_bind_value(struct fw_annotation_binder *binder, struct fw_node node,
                   enum fw_channel channel, struct fw_value *value)
{
    if (fw_node_there(fw_node_member(node, "aggregate"))) {
        return bind_aggregate(binder, node, channel, value);
    }
    const struct fw_unit *unit = fw_bind_unit(binder, channel);
    const struct fw_channel_def *def =
        unit == NULL ? NULL : fw_encoding_field_or_datum(unit->encoding, channel);
    *value = fw_view_data_value(binder->view, def, fw_node_value(binder->arena, node));
    return true;
}

/* ---- px ----------------------------------------------------------------------------------- */

/* A value as a reader of the figure would write it. */
static const char *spoken(const struct fw_annotation_binder *binder, struct fw_value value)
{
    fw_str text = fw_to_string(binder->view->chart->make.strings, value);
    /* The day of a time is enough. */
    return value.kind == FW_TIME && text->length > 10 ? fw_arena_text(binder->arena, text->text, 10)
                                                      : text->text;
}

/* The domain's own value: equal, or written alike as "2012" and 2012 are. */
static bool find_in_domain(const struct fw_annotation_binder *binder, const struct fw_scale *scale,
                           struct fw_value *value)
{
    struct fw_strings *strings = binder->view->chart->make.strings;
    size_t count;
    const struct fw_value *domain = fw_scale_domain(scale, &count);
    for (int alike = 0; alike < 2; alike++) {
        for (size_t i = 0; i < count; i++) {
            struct fw_value own = domain[i];
            own.kind = own.kind == FW_NUMBER && value->kind == FW_TIME ? FW_TIME : own.kind;
            bool is_it = alike ? fw_to_string(strings, own) == fw_to_string(strings, *value)
                               : fw_equal(own, *value);
            if (is_it) {
                *value = domain[i];
                return true;
            }
        }
    }
    return false;
}

static bool fail_category(struct fw_annotation_binder *binder, const struct fw_scale *scale,
                          enum fw_channel channel, struct fw_node node, struct fw_value value)
{
    size_t count;
    const struct fw_value *domain = fw_scale_domain(scale, &count);
    const char **names = fw_arena_array(binder->arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        names[i] = spoken(binder, domain[i]);
    }
    fw_bind_fail(binder, node, FW_UNKNOWN_VALUE, "there is no '%s' on %s", spoken(binder, value),
                 fw_channel_name(channel));
    const char *nearest = fw_nearest(spoken(binder, value), names, count);
    if (nearest != NULL) {
        fw_bind_hint(binder, fw_arena_printf(binder->arena, "did you mean '%s'?", nearest));
    }
    return false;
}

/* Whether a number lies in a continuous domain; rounding at its ends is passed over. */
static bool is_within(const struct fw_scale *scale, double number)
{
    size_t count;
    const struct fw_value *domain = fw_scale_domain(scale, &count);
    if (count == 0 || !isfinite(number)) {
        return false;
    }
    double a = fw_to_number(domain[0]), b = fw_to_number(domain[count - 1]);
    double slack = 1e-9 * fabs(b - a);
    return number >= fmin(a, b) - slack && number <= fmax(a, b) + slack;
}

static bool fail_number(struct fw_annotation_binder *binder, const struct fw_scale *scale,
                        enum fw_channel channel, struct fw_node node, struct fw_value value)
{
    size_t count;
    const struct fw_value *domain = fw_scale_domain(scale, &count);
    if (count == 0) {
        return fw_bind_fail(binder, node, FW_OUT_OF_RANGE, "%s has no values",
                            fw_channel_name(channel));
    }
    bool is_time = fw_scale_kind_temporal(fw_scale_kind(scale));
    struct fw_value ends[2] = { domain[0], domain[count - 1] };
    for (size_t i = 0; i < 2 && is_time; i++) {
        ends[i] = fw_time(fw_to_number(ends[i]));
    }
    fw_bind_fail(binder, node, FW_OUT_OF_RANGE, "%s is not on %s, which goes from %s to %s",
                 spoken(binder, value), fw_channel_name(channel), spoken(binder, ends[0]),
                 spoken(binder, ends[1]));
    bool is_year = value.kind == FW_TIME && fabs(value.number) < 10000;
    fw_bind_hint(binder, is_year ? "a year is written as a text, \"2012\", or as {\"year\": 2012}"
                                 : "the domain of the scale can be made wider");
    return false;
}

bool fw_bind_px(struct fw_annotation_binder *binder, const struct fw_unit *unit,
                enum fw_channel channel, struct fw_node node, struct fw_value *value, double *lo,
                double *hi)
{
    const struct fw_scale *scale = unit->scales[channel].scale;
    if (fw_scale_kind_discrete(unit->scales[channel].kind)) {
        if (!find_in_domain(binder, scale, value)) {
            return fail_category(binder, scale, channel, node, *value);
        }
        *lo = fw_scale_number(scale, *value);
        *hi = *lo + fw_scale_bandwidth(scale);
        return true;
    }
    if (!is_within(scale, fw_to_number(*value))) {
        return fail_number(binder, scale, channel, node, *value);
    }
    *lo = *hi = fw_scale_number(scale, *value);
    return isfinite(*lo) || fail_number(binder, scale, channel, node, *value);
}

/* ---- stretches ---------------------------------------------------------------------------- */

/* A point scale has no bands: a stretch goes half a step beyond its categories. */
static double margin_of(const struct fw_unit *unit, enum fw_channel channel)
{
    const struct fw_unit_scale *scale = &unit->scales[channel];
    return scale->kind == FW_SCALE_POINT ? fw_scale_step(scale->scale) / 2 : 0;
}

/* A value outside a continuous domain ends the stretch where the view ends. */
static void hold_to_domain(const struct fw_unit *unit, enum fw_channel channel,
                           struct fw_value *value)
{
    const struct fw_scale *scale = unit->scales[channel].scale;
    size_t count;
    const struct fw_value *domain = fw_scale_domain(scale, &count);
    double number = fw_to_number(*value);
    if (fw_scale_kind_discrete(unit->scales[channel].kind) || count == 0 || isnan(number)) {
        return;
    }
    double a = fw_to_number(domain[0]), b = fw_to_number(domain[count - 1]);
    value->number = fmin(fmax(number, fmin(a, b)), fmax(a, b));
}

static bool bind_end(struct fw_annotation_binder *binder, const struct fw_unit *unit,
                     enum fw_channel channel, struct fw_node node, bool is_held,
                     struct fw_value *value, struct fw_box *box)
{
    double lo, hi;
    if (!fw_bind_value(binder, node, channel, value)) {
        return false;
    }
    if (is_held && (value->kind == FW_NUMBER || value->kind == FW_TIME)) {
        hold_to_domain(unit, channel, value);
    }
    if (!fw_bind_px(binder, unit, channel, node, value, &lo, &hi)) {
        return false;
    }
    fw_box_add(box, lo, 0);
    fw_box_add(box, hi, 0);
    return true;
}

/* Both ends beyond the same end of the domain: nothing of it is in the view. */
static bool is_outside(const struct fw_unit *unit, enum fw_channel channel,
                       const struct fw_value ends[2])
{
    const struct fw_scale *scale = unit->scales[channel].scale;
    double a = fw_to_number(ends[0]), b = fw_to_number(ends[1]);
    bool is_before = fw_scale_number(scale, ends[0]) < 0;
    return !fw_scale_kind_discrete(unit->scales[channel].kind) && !is_within(scale, a) &&
           !is_within(scale, b) && is_before == (fw_scale_number(scale, ends[1]) < 0);
}

bool fw_bind_stretch(struct fw_annotation_binder *binder, int side, bool is_level,
                     struct fw_annotation_stretch *stretch)
{
    static const char *const names[2][2] = { { "x", "x2" }, { "y", "y2" } };
    enum fw_channel channel = side == 0 ? FW_CHANNEL_X : FW_CHANNEL_Y;
    struct fw_node from = fw_node_member(binder->entry->node, names[side][0]);
    struct fw_node to = fw_node_member(binder->entry->node, names[side][1]);
    *stretch = (struct fw_annotation_stretch){ 0 };
    if (!fw_node_there(from) && !fw_node_there(to)) {
        return true;
    }
    const struct fw_unit *unit = fw_bind_unit(binder, channel);
    if (unit == NULL) {
        return fw_bind_fail(binder, fw_node_there(from) ? from : to, FW_SCALE_MISMATCH,
                            "the view has no scale on %s", fw_channel_name(channel));
    }
    struct fw_value ends[2];
    if (!is_level && fw_node_there(from) && fw_node_there(to) &&
        fw_bind_value(binder, from, channel, &ends[0]) &&
        fw_bind_value(binder, to, channel, &ends[1]) && is_outside(unit, channel, ends)) {
        return fail_number(binder, unit->scales[channel].scale, channel, from, ends[0]);
    }
    struct fw_box box = fw_box_empty();
    if (fw_node_there(from) &&
        !bind_end(binder, unit, channel, from, !is_level, &stretch->from, &box)) {
        return false;
    }
    if (fw_node_there(to) && !bind_end(binder, unit, channel, to, true, &stretch->to, &box)) {
        return false;
    }
    double margin = is_level ? 0 : margin_of(unit, channel);
    double length = side == 0 ? unit->width : unit->height;
    stretch->there = true;
    stretch->lo = fmax(0, box.x1 - margin);
    stretch->hi = fmin(length, box.x2 + margin);
    /* Open: to the end of the scale on that side, whichever way it runs. */
    if (!is_level && (!fw_node_there(from) || !fw_node_there(to))) {
        size_t count;
        const struct fw_value *range = fw_scale_range(unit->scales[channel].scale, &count);
        double end = fw_to_number(range[fw_node_there(from) ? count - 1 : 0]);
        stretch->lo = fmin(stretch->lo, end);
        stretch->hi = fmax(stretch->hi, end);
    }
    return true;
}
