/* Gists: the unit that matters, its fields by what they do, its rows. */
#include "describe/gist.h"

#include <math.h>
#include <string.h>

#include "describe/name.h"
#include "train/train.h"

/* Marks by how much of a chart they say; the first that a view has is what it is about. */
static const char *const ranks[] = { "geoshape", "arc",   "bar",   "area",   "line",
                                     "trail",    "rect",  "point", "circle", "square",
                                     "tick",     "image", "text",  "rule" };

/* Values of one chart that are read at most: a description names few, and finds extremes in these.
 */
enum { ITEMS_MOST = 200000, WORDED_MOST = 64, MERGED_MOST = 256 };

static size_t rank_of(const struct fw_view *unit)
{
    size_t i = 0;
    while (i < FW_COUNT(ranks) && strcmp(unit->mark, ranks[i]) != 0) {
        i++;
    }
    return i;
}

static void gather_units(const struct fw_view *view, struct fw_gist *gist)
{
    if (view->kind == FW_VIEW_UNIT && gist->unit_count < FW_GIST_UNITS) {
        gist->units[gist->unit_count++] = view;
    }
    for (size_t i = 0; view->kind == FW_VIEW_LAYER && i < view->child_count; i++) {
        gather_units(view->children[i], gist);
    }
}

bool fw_gist_is(const struct fw_gist *gist, const char *names)
{
    const char *at = strstr(names, gist->unit->mark);
    size_t length = strlen(gist->unit->mark);
    return at != NULL && at > names && at[-1] == ' ' && at[length] == ' ';
}

/* The value's own field where the scale stacks or normalizes it. */
static double number_at(const struct fw_view *unit, const struct fw_gist_field *facet, size_t row)
{
    if (facet->column == NULL) {
        return NAN;
    }
    const struct fw_column *column = fw_view_column(unit, unit->table, facet->column);
    struct fw_value value = fw_table_value(unit->table, column, row);
    return column == NULL || fw_is_nil(value) ? NAN : fw_to_number(value);
}

static double place_at(const struct fw_view *unit, const struct fw_gist_field *facet, size_t row)
{
    bool position = facet->channel == FW_CHANNEL_X || facet->channel == FW_CHANNEL_Y;
    struct fw_scale_model *model =
        position && facet->def != NULL ? fw_view_scale(unit, facet->channel) : NULL;
    const struct fw_column *column =
        model == NULL ? NULL : fw_view_column(unit, unit->table, facet->column);
    const struct fw_scale *scale = column == NULL ? NULL : fw_scale_model_train(model);
    if (scale == NULL) {
        return NAN;
    }
    double place = fw_scale_number(scale, fw_table_value(unit->table, column, row));
    bool upwards = facet->channel == FW_CHANNEL_Y && !fw_scale_kind_discrete(model->kind);
    return upwards ? -place : place;
}

/* Stable: what has the same place, or none, stays in the order of the data. */
static void sort_items(struct fw_gist *gist)
{
    struct fw_item *from = gist->items;
    struct fw_item *to =
        FW_NEW_ARRAY(gist->unit->chart->make.arena, gist->item_count, struct fw_item);
    for (size_t width = 1; width < gist->item_count; width *= 2) {
        for (size_t start = 0; start < gist->item_count; start += 2 * width) {
            size_t middle = start + width < gist->item_count ? start + width : gist->item_count;
            size_t end = middle + width < gist->item_count ? middle + width : gist->item_count;
            size_t a = start, b = middle;
            for (size_t k = start; k < end; k++) {
                bool second = a == middle || (b < end && from[b].place < from[a].place);
                to[k] = second ? from[b++] : from[a++];
            }
        }
        struct fw_item *swap = from;
        from = to;
        to = swap;
    }
    gist->items = from;
}

static const char *joined(struct fw_arena *arena, const char *a, const char *b)
{
    if (a == NULL || b == NULL || strcmp(a, b) == 0) {
        return a == NULL ? b : a;
    }
    struct fw_bytes text = { 0 };
    fw_bytes_printf(&text, "%s, %s", a, b);
    const char *both = fw_arena_text(arena, fw_bytes_text(&text), text.length);
    fw_bytes_finish(&text);
    return both;
}

/* Whether a value is of the same place as one that was read before. */
static bool is_read(const struct fw_gist *gist, size_t from, const struct fw_item *item)
{
    for (size_t i = from; i < gist->item_count; i++) {
        const struct fw_item *other = &gist->items[i];
        if (item->category == NULL || strcmp(other->category, item->category) == 0) {
            return true;
        }
    }
    return false;
}

/* Nothing is drawn of a value that has no place on a continuous axis. */
static bool is_off_axis(const struct fw_gist *gist, const struct fw_item *item)
{
    const struct fw_channel_def *def = gist->dimension.def;
    return def != NULL && isnan(item->at) && !fw_def_discrete(def) &&
           (def->type == FW_QUANTITATIVE || def->type == FW_TEMPORAL);
}

/* One cell of a facet, or a view of its own. */
struct cell {
    const struct fw_view *texts[FW_GIST_UNITS];
    size_t text_count, from; /* `from`: its first item */
    const char *panel;
};

/* What the text layers say at a row: the first is its value, the next one its name if it has none.
 */
static void add_labels(struct fw_gist *gist, const struct cell *cell, const struct fw_view *unit,
                       size_t row, struct fw_item *item)
{
    for (size_t i = 0; i < cell->text_count; i++) {
        const char *wording = fw_wording_of(gist, unit, row, item, cell->texts[i]);
        if (item->wording == NULL) {
            item->wording = wording;
        } else if (item->category == NULL) {
            item->category = wording;
        }
    }
}

/* The rows of a unit; of units that are not the first, those of places that have none yet. */
static void add_rows(struct fw_gist *gist, const struct cell *cell, const struct fw_view *unit,
                     bool is_first)
{
    struct fw_arena *arena = unit->chart->make.arena;
    struct fw_naming category = fw_naming_of(unit, &gist->dimension);
    struct fw_naming series = fw_naming_of(unit, &gist->series);
    size_t rows = unit->table->rows;
    gist->items = fw_arena_grow(arena, gist->items, gist->item_count, gist->item_count + rows,
                                sizeof *gist->items);
    for (size_t row = 0; row < rows && gist->item_count < ITEMS_MOST; row++) {
        struct fw_item item = { .place = place_at(unit, &gist->dimension, row),
                                .at = number_at(unit, &gist->dimension, row),
                                .value = number_at(unit, &gist->measure, row),
                                .value2 = number_at(unit, &gist->measure2, row) };
        if (item.value2 < item.value) {
            double low = item.value2;
            item.value2 = item.value;
            item.value = low;
        }
        item.category = fw_name_at(&category, row);
        item.series = joined(arena, cell->panel, fw_name_at(&series, row));
        if (rows <= WORDED_MOST) {
            add_labels(gist, cell, unit, row, &item);
        }
        if (!is_off_axis(gist, &item) && (is_first || !is_read(gist, cell->from, &item)) &&
            (!isnan(item.value) || gist->measure.def == NULL)) {
            gist->items[gist->item_count++] = item;
        }
    }
}

/* What measures comes before what does not; lines between two fields say almost as much as bars. */
static size_t weight_of(const struct fw_view *unit)
{
    enum { AFTER_BARS = 5, UNMEASURED = 100 };
    bool span = fw_encoding_field(unit->encoding, FW_CHANNEL_X2) != NULL ||
                fw_encoding_field(unit->encoding, FW_CHANNEL_Y2) != NULL;
    if (span && strcmp(unit->mark, "rule") == 0) {
        return AFTER_BARS;
    }
    return 2 * rank_of(unit) + (fw_measure_channel(unit) == FW_CHANNEL_NONE ? UNMEASURED : 0);
}

static void choose_unit(struct fw_gist *gist)
{
    for (size_t i = 0; i < gist->unit_count; i++) {
        if (gist->unit == NULL || weight_of(gist->units[i]) < weight_of(gist->unit)) {
            gist->unit = gist->units[i];
        }
    }
}

/* Whether a unit has the same measure and dimension as the one that matters. */
static bool adds(const struct fw_gist *gist, const struct fw_view *unit)
{
    const char *column = gist->dimension.column;
    return strcmp(unit->mark, "text") != 0 && column != NULL && unit->table != NULL &&
           gist->measure.column != NULL && fw_view_column(unit, unit->table, column) != NULL &&
           fw_measure_channel(unit) == gist->measure.channel;
}

static void read_cell(struct fw_gist *gist, const struct fw_view *view, const char *panel)
{
    struct fw_gist of_cell = { 0 };
    struct cell cell = { .from = gist->item_count, .panel = panel };
    gather_units(view, &of_cell);
    choose_unit(&of_cell);
    if (of_cell.unit == NULL || of_cell.unit->table == NULL) {
        return;
    }
    for (size_t i = 0; i < of_cell.unit_count; i++) {
        if (strcmp(of_cell.units[i]->mark, "text") == 0 && of_cell.units[i] != of_cell.unit) {
            cell.texts[cell.text_count++] = of_cell.units[i];
        }
    }
    add_rows(gist, &cell, of_cell.unit, true);
    for (size_t i = 0; i < of_cell.unit_count; i++) {
        bool few = gist->item_count - cell.from <= MERGED_MOST;
        if (few && of_cell.units[i] != of_cell.unit && adds(gist, of_cell.units[i])) {
            add_rows(gist, &cell, of_cell.units[i], false);
        }
    }
}

static const char *panel_part(const struct fw_view *facet, const struct fw_channel_def *def,
                              const struct fw_table *table, struct fw_value value)
{
    const struct fw_chart *chart = facet->chart;
    if (value.kind == FW_UNDEFINED || def->kind != FW_DEF_FIELD) {
        return NULL;
    }
    struct fw_label label =
        fw_label_new(chart->make, &chart->config, table, def, fw_get(def->spec, "header"));
    struct fw_expr_env env = fw_view_env(facet);
    return fw_one_line(facet, fw_label_of(&label, &env, value, fw_undefined()));
}

static const char *panel_name(const struct fw_view *facet, const struct fw_facet_cell *cell)
{
    struct fw_arena *arena = facet->chart->make.arena;
    bool wrapped = facet->facet_def.kind == FW_DEF_FIELD;
    const struct fw_channel_def *column = wrapped ? &facet->facet_def : &facet->column_def;
    return joined(arena, panel_part(facet, &facet->row_def, cell->table, cell->row),
                  panel_part(facet, column, cell->table, cell->column));
}

struct fw_gist fw_gist_of(const struct fw_view *view)
{
    struct fw_gist gist = { 0 };
    bool faceted = view->kind == FW_VIEW_FACET && view->child_count > 0;
    gather_units(faceted ? view->children[0] : view, &gist);
    choose_unit(&gist);
    if (gist.unit == NULL || gist.unit->table == NULL) {
        gist.unit = NULL;
        return gist;
    }
    fw_gist_fields(&gist);
    if (!faceted) {
        read_cell(&gist, view, NULL);
        sort_items(&gist);
        return gist;
    }
    gist.panel_count = view->child_count;
    const struct fw_channel_def *defs[] = { &view->row_def, &view->column_def, &view->facet_def };
    for (size_t i = 0; gist.panel_title == NULL && i < FW_COUNT(defs); i++) {
        if (defs[i]->kind == FW_DEF_FIELD) {
            gist.panel_title = fw_field_title(gist.unit, defs[i]);
        }
    }
    for (size_t i = 0; i < view->child_count; i++) {
        read_cell(&gist, view->children[i], panel_name(view, &view->cells[i]));
    }
    sort_items(&gist);
    return gist;
}
