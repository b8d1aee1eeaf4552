/* Places of annotations: rows picked by an expression or by values, and where their marks stand. */
#include "annotation/bind.h"

#include <math.h>
#include <string.h>

#include "expr/predicate.h"
#include "mark/position.h"
#include "mark/style.h"

/* ---- where the mark of a row stands ------------------------------------------------------- */

static bool has_extent(const char *mark)
{
    return strcmp(mark, "bar") == 0 || strcmp(mark, "rect") == 0;
}

static bool is_symbol(const char *mark)
{
    static const char *const symbols[] = { "point", "circle", "square" };
    for (size_t i = 0; i < FW_COUNT(symbols); i++) {
        if (strcmp(mark, symbols[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* px that a symbol reaches out from its middle. */
static double symbol_gap(const struct fw_unit *unit, size_t row)
{
    static const double usual = 64; /* px^2, Vega's default size of symbols */
    struct fw_ref ref = fw_non_position(unit, FW_CHANNEL_SIZE, "size", NULL);
    double size = fw_ref_there(&ref) ? fw_ref_get_number(unit, &ref, row) : NAN;
    return sqrt((isnan(size) ? usual : fmax(0, size)) / 3.14159265358979323846);
}

/* What a row stands at on x or y: of a stack the end of its piece. */
static struct fw_value data_of(const struct fw_unit *unit, enum fw_channel channel, size_t row)
{
    const struct fw_channel_def *def = fw_encoding_field_or_datum(unit->encoding, channel);
    if (def == NULL || def->kind == FW_DEF_DATUM) {
        return def == NULL ? fw_undefined() : def->datum;
    }
    bool is_stacked = unit->stack != NULL && unit->stack->field_channel == channel;
    const struct fw_column *column =
        fw_unit_column(unit, fw_def_column(unit->make, def, is_stacked ? "end" : NULL));
    struct fw_value value = fw_table_value(unit->table, column, row);
    /* Columns hold times as numbers of ms. */
    bool is_time = value.kind == FW_NUMBER && (def->type == FW_TEMPORAL || fw_def_time_unit(def));
    return is_time ? fw_time(value.number) : value;
}

static double ref_number(const struct fw_unit *unit, const struct fw_ref *ref, size_t row)
{
    double number = fw_ref_there(ref) ? fw_ref_get_number(unit, ref, row) : 0;
    return isnan(number) ? 0 : number;
}

/* The middle of a sector, from that of its circle; its box is as deep as the ring. */
static void place_sector(const struct fw_unit *unit, size_t row, struct fw_annotation_place *place)
{
    struct fw_span_refs theta = fw_rect_position(unit, FW_CHANNEL_THETA);
    struct fw_span_refs radius = fw_rect_position(unit, FW_CHANNEL_RADIUS);
    double outer = ref_number(unit, &radius.a, row), inner = ref_number(unit, &radius.b, row);
    double angle = (ref_number(unit, &theta.a, row) + ref_number(unit, &theta.b, row)) / 2;
    place->at.x += sin(angle) * (inner + outer) / 2;
    place->at.y -= cos(angle) * (inner + outer) / 2;
    place->box = (struct fw_box){ place->at.x, place->at.y, place->at.x, place->at.y };
    place->box = fw_box_expand(place->box, fabs(outer - inner) / 4);
}

static struct fw_annotation_place place_of(const struct fw_unit *unit, size_t row)
{
    struct fw_ref x = fw_point_position(unit, FW_CHANNEL_X, FW_POSITION_MID);
    struct fw_ref y = fw_point_position(unit, FW_CHANNEL_Y, FW_POSITION_MID);
    struct fw_annotation_place place = { .gap = is_symbol(unit->mark) ? symbol_gap(unit, row) : 0 };
    place.at.x = fw_ref_get_number(unit, &x, row);
    place.at.y = fw_ref_get_number(unit, &y, row);
    place.box = (struct fw_box){ place.at.x, place.at.y, place.at.x, place.at.y };
    if (strcmp(unit->mark, "arc") == 0) {
        place_sector(unit, row, &place);
    }
    if (has_extent(unit->mark)) {
        struct fw_span_refs across = fw_rect_position(unit, FW_CHANNEL_X);
        struct fw_span_refs down = fw_rect_position(unit, FW_CHANNEL_Y);
        struct fw_extent h = fw_span_extent(unit, &across, row);
        struct fw_extent v = fw_span_extent(unit, &down, row);
        place.box = (struct fw_box){ h.lo, v.lo, h.lo + h.size, v.lo + v.size };
    }
    place.data[0] = data_of(unit, FW_CHANNEL_X, row);
    place.data[1] = data_of(unit, FW_CHANNEL_Y, row);
    place.row = fw_table_row(unit->make.arena, unit->table, row);
    place.there = isfinite(place.at.x) && isfinite(place.at.y);
    return place;
}

/* ---- one place of many rows --------------------------------------------------------------- */

static bool is_same(double a, double b)
{
    return fabs(a - b) < 0.01;
}

/* Of two pieces of one stack the outer one: its end is the whole stack's. */
static bool is_outer(const struct fw_unit *unit, const struct fw_annotation_place *a,
                     const struct fw_annotation_place *b)
{
    int side = unit->stack->field_channel == FW_CHANNEL_Y;
    return fabs(fw_to_number(a->data[side])) > fabs(fw_to_number(b->data[side]));
}

/* The symbols of other units at the place, as those on a line, take room there too. */
static void widen_gap(const struct fw_annotation_binder *binder, struct fw_annotation_place *place)
{
    for (size_t i = 0; i < binder->unit_count; i++) {
        const struct fw_unit *unit = &binder->units[i];
        if (!is_symbol(unit->mark)) {
            continue;
        }
        struct fw_ref x = fw_point_position(unit, FW_CHANNEL_X, FW_POSITION_MID);
        struct fw_ref y = fw_point_position(unit, FW_CHANNEL_Y, FW_POSITION_MID);
        for (size_t row = 0; row < unit->table->rows; row++) {
            if (is_same(fw_ref_get_number(unit, &x, row), place->at.x) &&
                is_same(fw_ref_get_number(unit, &y, row), place->at.y)) {
                place->gap = fmax(place->gap, symbol_gap(unit, row));
            }
        }
    }
}

static bool in_one_stack(const struct fw_unit *unit, const struct fw_annotation_place *a,
                         const struct fw_annotation_place *b)
{
    if (unit->stack == NULL) {
        return false;
    }
    return unit->stack->field_channel == FW_CHANNEL_Y ? is_same(a->at.x, b->at.x)
                                                      : is_same(a->at.y, b->at.y);
}

/* Puts the rows' one place into `place`; false: they have several, or none. */
static bool merge_rows(const struct fw_unit *unit, const bool *picked,
                       struct fw_annotation_place *place, size_t *count)
{
    *count = 0;
    place->there = false;
    bool is_one = true;
    for (size_t row = 0; row < unit->table->rows; row++) {
        if (!picked[row]) {
            continue;
        }
        struct fw_annotation_place next = place_of(unit, row);
        if (!next.there) {
            continue;
        }
        (*count)++;
        if (!place->there) {
            *place = next;
        } else if (in_one_stack(unit, &next, place)) {
            *place = is_outer(unit, &next, place) ? next : *place;
        } else {
            is_one = is_one && is_same(next.at.x, place->at.x) && is_same(next.at.y, place->at.y);
        }
    }
    return place->there && is_one;
}

static bool fail_many(struct fw_annotation_binder *binder, struct fw_node node, size_t count)
{
    struct fw_diag *diag = binder->view->chart->diag;
    struct fw_diagnostic *d = fw_report(diag, fw_node_place(binder->arena, node), FW_CONFLICT,
                                        "%zu marks are meant here, and a place is one", count);
    fw_hint(diag, d, "say more, such as the series, until one row is left");
    binder->entry->is_bound = true; /* nothing more is to be said of it */
    return false;
}

/* ---- by expression ------------------------------------------------------------------------ */

/* Whether any of the units has all fields that an expression reads. */
static bool check_fields(struct fw_annotation_binder *binder, struct fw_node node,
                         const struct fw_expr *expr)
{
    const fw_str *fields;
    bool is_whole;
    size_t count = fw_expr_fields(expr, binder->arena, &fields, &is_whole);
    for (size_t i = 0; i < count; i++) {
        bool is_known = false;
        for (size_t k = 0; k < binder->unit_count; k++) {
            is_known = is_known || fw_table_find(binder->units[k].table, fields[i]) != NULL;
        }
        if (!is_known && binder->unit_count > 0) {
            size_t name_count;
            const char *const *names =
                fw_table_names(binder->arena, binder->units[0].table, &name_count);
            fw_bind_fail(binder, node, FW_UNKNOWN_FIELD, "no mark has a field '%s'",
                         fields[i]->text);
            const char *nearest = fw_nearest(fields[i]->text, names, name_count);
            fw_bind_hint(binder, nearest == NULL ? NULL
                                                 : fw_arena_printf(binder->arena,
                                                                   "did you mean '%s'?", nearest));
            return false;
        }
    }
    return true;
}

static bool place_by_expr(struct fw_annotation_binder *binder, struct fw_node node,
                          struct fw_annotation_place *place)
{
    fw_str text = fw_node_string(node, NULL);
    struct fw_expr_fault fault;
    struct fw_strings *strings = binder->view->chart->make.strings;
    const struct fw_expr *expr =
        fw_expr_parse(binder->arena, strings, text->text, text->length, &fault);
    if (expr == NULL || !check_fields(binder, node, expr)) {
        return false;
    }
    for (size_t i = 0; i < binder->unit_count; i++) {
        const struct fw_unit *unit = &binder->units[i];
        struct fw_expr_env env = unit->env;
        env.table = unit->table;
        bool *picked = FW_NEW_ARRAY(binder->arena, unit->table->rows, bool);
        const struct fw_column *column = fw_expr_column(expr, &env, text);
        for (size_t row = 0; row < unit->table->rows; row++) {
            picked[row] = fw_to_boolean(fw_table_value(unit->table, column, row));
        }
        size_t count;
        if (merge_rows(unit, picked, place, &count)) {
            return true;
        }
        if (count > 0) {
            return fail_many(binder, node, count);
        }
    }
    fw_bind_fail(binder, node, FW_UNKNOWN_VALUE, "no row is '%s'", text->text);
    return false;
}

/* ---- by values ---------------------------------------------------------------------------- */

/* A value by channel, as written. */
struct given {
    struct fw_node node;
    enum fw_channel channel;
    struct fw_value value;
};

/* Reads the members of a place; false where one of them has no value, which is a fault. */
static bool read_given(struct fw_annotation_binder *binder, struct fw_node node,
                       struct given given[FW_CHANNEL_COUNT], size_t *count)
{
    *count = 0;
    for (struct fw_node item = fw_node_first(node); fw_node_there(item);
         item = fw_node_next(item)) {
        struct given *one = &given[*count];
        one->node = item;
        one->channel = fw_channel_find(fw_node_get(item)->key->text);
        if (one->channel == FW_CHANNEL_NONE || *count + 1 >= FW_CHANNEL_COUNT) {
            continue;
        }
        if (!fw_bind_value(binder, item, one->channel, &one->value)) {
            return false;
        }
        (*count)++;
    }
    return true;
}

/* Both x and y: the scales say where, whether a mark is there or not. */
static bool place_by_scales(struct fw_annotation_binder *binder, struct given *given, size_t count,
                            struct fw_annotation_place *place)
{
    for (size_t i = 0; i < count; i++) {
        enum fw_channel channel = given[i].channel;
        double lo, hi;
        int side = channel == FW_CHANNEL_Y;
        const struct fw_unit *unit = fw_bind_unit(binder, channel);
        if (unit == NULL) {
            return fw_bind_fail(binder, given[i].node, FW_SCALE_MISMATCH,
                                "the view has no scale on %s", fw_channel_name(channel));
        }
        if (!fw_bind_px(binder, unit, channel, given[i].node, &given[i].value, &lo, &hi)) {
            return false;
        }
        *(side ? &place->at.y : &place->at.x) = (lo + hi) / 2;
        place->data[side] = given[i].value;
    }
    place->there = true;
    place->box = (struct fw_box){ place->at.x, place->at.y, place->at.x, place->at.y };
    return true;
}

/* Whether a row's value is the one given: equal, the number of a time, or written alike. */
static bool is_value(const struct fw_unit *unit, struct fw_value value, struct fw_value given)
{
    if (given.kind == FW_TIME) {
        return (value.kind == FW_TIME || value.kind == FW_NUMBER) && value.number == given.number;
    }
    return fw_equal(value, given) ||
           (value.kind != given.kind && !fw_is_nil(value) &&
            fw_to_string(unit->make.strings, value) == fw_to_string(unit->make.strings, given));
}

/* The column that a channel of a unit reads: its own field, or that of its condition. */
static const struct fw_column *channel_column(const struct fw_unit *unit, enum fw_channel channel)
{
    const struct fw_channel_def *def = fw_encoding_scaled(unit->encoding, channel);
    if (channel == FW_CHANNEL_DETAIL && unit->encoding->detail_count > 0) {
        def = &unit->encoding->detail[0];
    }
    if (def == NULL || def->kind != FW_DEF_FIELD) {
        return NULL;
    }
    return fw_unit_column(unit, fw_def_column(unit->make, def, NULL));
}

/* Marks the rows of a unit that have all the values; which one fails the last of them is `at`. */
static bool pick_rows(const struct fw_unit *unit, const struct given *given, size_t count,
                      bool *picked, size_t *at)
{
    for (size_t row = 0; row < unit->table->rows; row++) {
        picked[row] = true;
    }
    for (*at = 0; *at < count; (*at)++) {
        const struct fw_column *column = channel_column(unit, given[*at].channel);
        bool any = false;
        for (size_t row = 0; row < unit->table->rows; row++) {
            picked[row] =
                picked[row] && column != NULL &&
                is_value(unit, fw_table_value(unit->table, column, row), given[*at].value);
            any = any || picked[row];
        }
        if (!any) {
            return false;
        }
    }
    return true;
}

static bool fail_value(struct fw_annotation_binder *binder, const struct fw_unit *unit,
                       const struct given *given)
{
    struct fw_strings *strings = binder->view->chart->make.strings;
    const struct fw_column *column = channel_column(unit, given->channel);
    const char *written = fw_to_string(strings, given->value)->text;
    const char *channel = fw_channel_name(given->channel);
    if (column == NULL) {
        return fw_bind_fail(binder, given->node, FW_UNKNOWN_FIELD, "no mark has a field on '%s'",
                            channel);
    }
    fw_bind_fail(binder, given->node, FW_UNKNOWN_VALUE, "no row here has '%s' on %s", written,
                 channel);
    const char **names = fw_arena_array(binder->arena, unit->table->rows, sizeof *names);
    for (size_t row = 0; row < unit->table->rows; row++) {
        names[row] = fw_to_string(strings, fw_table_value(unit->table, column, row))->text;
    }
    const char *nearest = fw_nearest(written, names, unit->table->rows);
    if (nearest != NULL && strcmp(nearest, written) != 0) {
        fw_bind_hint(binder, fw_arena_printf(binder->arena, "did you mean '%s'?", nearest));
    }
    return false;
}

static bool place_by_rows(struct fw_annotation_binder *binder, struct fw_node node,
                          const struct given *given, size_t count,
                          struct fw_annotation_place *place)
{
    const struct fw_unit *nearest = NULL;
    size_t farthest = 0, at;
    for (size_t i = 0; i < binder->unit_count; i++) {
        const struct fw_unit *unit = &binder->units[i];
        bool *picked = FW_NEW_ARRAY(binder->arena, unit->table->rows, bool);
        size_t rows;
        if (pick_rows(unit, given, count, picked, &at)) {
            if (merge_rows(unit, picked, place, &rows)) {
                return true;
            }
            if (rows > 0) {
                return fail_many(binder, node, rows);
            }
        } else if (nearest == NULL || at > farthest ||
                   channel_column(nearest, given[farthest].channel) == NULL) {
            nearest = unit;
            farthest = at;
        }
    }
    if (nearest == NULL || farthest >= count) {
        return fw_bind_fail(binder, node, FW_UNKNOWN_VALUE, "no mark is drawn here");
    }
    return fail_value(binder, nearest, &given[farthest]);
}

static bool find_place(struct fw_annotation_binder *binder, struct fw_node node,
                       struct fw_annotation_place *place)
{
    *place = (struct fw_annotation_place){ 0 };
    if (fw_node_kind(node) == FW_JSON_STRING) {
        return place_by_expr(binder, node, place);
    }
    struct given given[FW_CHANNEL_COUNT];
    size_t count;
    if (!read_given(binder, node, given, &count)) {
        return false;
    }
    bool has[2] = { false, false }, others = false;
    for (size_t i = 0; i < count; i++) {
        has[0] = has[0] || given[i].channel == FW_CHANNEL_X;
        has[1] = has[1] || given[i].channel == FW_CHANNEL_Y;
        others = others || !fw_channel_is_position(given[i].channel);
    }
    if (count == 0) {
        return fw_bind_fail(binder, node, FW_MISSING_PROPERTY, "a place needs a value on x or y");
    }
    if (has[0] && has[1] && !others) {
        return place_by_scales(binder, given, count, place);
    }
    return place_by_rows(binder, node, given, count, place);
}

bool fw_bind_place(struct fw_annotation_binder *binder, struct fw_node node,
                   struct fw_annotation_place *place)
{
    if (!find_place(binder, node, place)) {
        return false;
    }
    widen_gap(binder, place);
    return true;
}
