/* Projections of views. Source: Vega-Lite, compile/projection; Vega, vega-geo. */
#include "train/geo.h"

#include <math.h>
#include <string.h>

#include "dataflow/fields.h"
#include "projection/graticule.h"
#include "projection/projection.h"

/* What a projection is fitted to: the rows of a unit as GeoJSON, a field of them, or points. */
struct geo_source {
    const struct fw_view *unit;
    enum { GEO_ROWS, GEO_FIELD, GEO_POINTS } kind;
    enum fw_channel longitude, latitude; /* of points */
};

struct fw_projection_model {
    struct fw_value props;      /* as written, over config.projection; an object */
    bool fit;                   /* to the sources; else placed by the spec */
    bool shared;                /* by several views, or handed up by one */
    const struct fw_view *unit; /* whose size it fits, and whose params its props read */
    struct geo_source *sources; /* [source_count], where it fits */
    size_t source_count;
    struct fw_projection_model *owner; /* the shared one that this went into; NULL: itself */
    struct fw_projection *made;        /* NULL: not yet */
    double extent[2];                  /* of the unit when it was made */
};

static const enum fw_channel pairs[2][2] = { { FW_CHANNEL_LONGITUDE, FW_CHANNEL_LATITUDE },
                                             { FW_CHANNEL_LONGITUDE2, FW_CHANNEL_LATITUDE2 } };

/* ---- parsing and sharing ------------------------------------------------------------------ */

static bool encodes_pair(const struct fw_view *unit, size_t pair)
{
    return fw_encoding_field_or_datum(unit->encoding, pairs[pair][0]) != NULL ||
           fw_encoding_field_or_datum(unit->encoding, pairs[pair][1]) != NULL;
}

static void add_source(struct fw_projection_model *model, const struct geo_source *source)
{
    struct fw_arena *arena = model->unit->chart->make.arena;
    model->sources = fw_arena_grow(arena, model->sources, model->source_count,
                                   model->source_count + 1, sizeof *model->sources);
    model->sources[model->source_count++] = *source;
}

/* Source: gatherFitData. */
static void gather_sources(struct fw_projection_model *model, const struct fw_view *unit)
{
    for (size_t i = 0; i < FW_COUNT(pairs); i++) {
        if (encodes_pair(unit, i)) {
            add_source(model, &(struct geo_source){ unit, GEO_POINTS, pairs[i][0], pairs[i][1] });
        }
    }
    if (fw_unit_shape_field(unit) != NULL) {
        add_source(model, &(struct geo_source){ .unit = unit, .kind = GEO_FIELD });
    }
    if (model->source_count == 0) {
        add_source(model, &(struct geo_source){ .unit = unit, .kind = GEO_ROWS });
    }
}

static struct fw_projection_model *parse_unit(struct fw_view *unit)
{
    if (!fw_unit_is_map(unit)) {
        return NULL;
    }
    struct fw_chart *chart = unit->chart;
    struct fw_projection_model *model = FW_NEW(chart->make.arena, struct fw_projection_model);
    model->unit = unit;
    model->fit = fw_unit_map_is_fitted(unit);
    model->props = fw_merge(chart->make, fw_config_get(&chart->config, NULL, "projection"),
                            fw_get(unit->spec, "projection"));
    if (model->fit) {
        gather_sources(model, unit);
    }
    return model;
}

static bool same_value(struct fw_value a, struct fw_value b);

static bool same_members(struct fw_value a, struct fw_value b)
{
    size_t count = a.kind == FW_OBJECT ? a.object->count : 0;
    if (count != (b.kind == FW_OBJECT ? b.object->count : 0)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!same_value(a.object->values[i], fw_member(b, a.object->keys[i]))) {
            return false;
        }
    }
    return true;
}

static bool same_value(struct fw_value a, struct fw_value b)
{
    return a.kind == FW_OBJECT && b.kind == FW_OBJECT ? same_members(a, b) : fw_equal(a, b);
}

static bool is_blank(const struct fw_projection_model *model)
{
    return model->props.kind != FW_OBJECT || model->props.object->count == 0;
}

/* The one of two that both could use, or NULL. Source: mergeIfNoConflict. */
static struct fw_projection_model *common(struct fw_projection_model *a,
                                          struct fw_projection_model *b, bool same_size)
{
    /* Sizes are compared where there is something to fit: else there are none. */
    bool alike = (same_size && a->fit && b->fit) || (!a->fit && !b->fit);
    return !alike                             ? NULL
           : same_members(a->props, b->props) ? a
           : is_blank(a)                      ? b
           : is_blank(b)                      ? a
                                              : NULL;
}

/* Whether the children of `view` have one size, as Vega-Lite merges the sizes of layers, and of
 * concatenated views that are all alike. */
static bool share_sizes(const struct fw_view *view)
{
    for (size_t i = 0; view->kind == FW_VIEW_CONCAT && i < view->child_count; i++) {
        const struct fw_view *child = view->children[i];
        bool plain = child->kind == FW_VIEW_UNIT || child->kind == FW_VIEW_LAYER;
        if (!plain || child->extent[0] != view->children[0]->extent[0] ||
            child->extent[1] != view->children[0]->extent[1]) {
            return false;
        }
    }
    return true;
}

/* One projection for all children where they agree; NULL where each keeps its own. */
static struct fw_projection_model *merge_children(struct fw_view *view)
{
    struct fw_projection_model *agreed = NULL;
    bool same_size = share_sizes(view);
    for (size_t i = 0; i < view->child_count; i++) {
        struct fw_projection_model *model = view->children[i]->projection;
        if (model != NULL && agreed != NULL) {
            agreed = common(agreed, model, same_size);
            if (agreed == NULL) {
                return NULL;
            }
        }
        agreed = agreed == NULL ? model : agreed;
    }
    if (agreed == NULL) {
        return NULL;
    }
    struct fw_projection_model *merged =
        FW_NEW(view->chart->make.arena, struct fw_projection_model);
    *merged = *agreed;
    merged->shared = true;
    merged->sources = NULL;
    merged->source_count = 0;
    for (size_t i = 0; i < view->child_count; i++) {
        struct fw_projection_model *model = view->children[i]->projection;
        for (size_t k = 0; model != NULL && k < model->source_count; k++) {
            add_source(merged, &model->sources[k]);
        }
        if (model != NULL) {
            model->owner = merged;
        }
    }
    return merged;
}

void fw_projections_parse(struct fw_view *view)
{
    if (view->kind == FW_VIEW_UNIT) {
        view->projection = parse_unit(view);
        return;
    }
    for (size_t i = 0; i < view->child_count; i++) {
        fw_projections_parse(view->children[i]);
    }
    view->projection = merge_children(view);
}

/* ---- fitting ------------------------------------------------------------------------------ */

/* A longitude or latitude of one row, by field or constant. */
struct degrees {
    const struct fw_column *column;
    struct fw_value constant;
};

static struct degrees degrees_of(const struct fw_view *unit, const struct fw_table *table,
                                 bool aggregated, enum fw_channel channel)
{
    const struct fw_channel_def *def = &unit->encoding->defs[channel];
    struct degrees degrees = { 0 };
    if (def->kind == FW_DEF_FIELD) {
        const char *name = aggregated ? fw_def_column(unit->chart->make, def, NULL) : def->field;
        degrees.column = name == NULL ? NULL : fw_view_column(unit, table, name);
    } else {
        degrees.constant = fw_view_eval(unit, def->kind == FW_DEF_DATUM ? def->datum : def->value);
    }
    return degrees;
}

static struct fw_value degrees_get(const struct degrees *degrees, const struct fw_table *table,
                                   size_t row)
{
    return degrees->column != NULL ? fw_table_value(table, degrees->column, row)
                                   : degrees->constant;
}

/* The table that a projection is fitted to: of all cells together where a facet splits it. */
static const struct fw_table *whole_table(const struct fw_view *unit, bool aggregated)
{
    const struct fw_table *all = aggregated ? unit->all_table : unit->all_raw;
    return all != NULL ? all : aggregated ? unit->table : unit->raw;
}

/* GeoJSON objects to fit. */
struct objects {
    struct fw_value *items;
    size_t count, capacity;
};

static void add_object(struct fw_arena *arena, struct objects *objects, struct fw_value object)
{
    FW_RESERVE(arena, objects->items, objects->count, objects->capacity);
    objects->items[objects->count++] = object;
}

/* All points of a unit as one MultiPoint; rows without numbers are left out. */
static void add_points(const struct geo_source *source, struct objects *objects)
{
    const struct fw_view *unit = source->unit;
    struct fw_maker make = unit->chart->make;
    const struct fw_table *table = whole_table(unit, false);
    struct degrees longitude = degrees_of(unit, table, false, source->longitude);
    struct degrees latitude = degrees_of(unit, table, false, source->latitude);
    struct fw_value *points = FW_NEW_ARRAY(make.arena, table->rows, struct fw_value);
    size_t count = 0;
    for (size_t row = 0; row < table->rows; row++) {
        struct fw_value x = degrees_get(&longitude, table, row);
        struct fw_value y = degrees_get(&latitude, table, row);
        struct fw_value pair[2] = { fw_number(fw_to_number(x)), fw_number(fw_to_number(y)) };
        if (!fw_is_nil(x) && !fw_is_nil(y) && !isnan(pair[0].number) && !isnan(pair[1].number)) {
            points[count++] = fw_array_value(make.arena, pair, 2);
        }
    }
    struct fw_value object =
        fw_with(make, fw_undefined(), "type", fw_text_value(make, "MultiPoint"));
    object = fw_with(make, object, "coordinates", fw_array_value(make.arena, points, count));
    add_object(make.arena, objects, object);
}

/* All shapes of a unit: its rows, or the objects in its shape field. */
static void add_shapes(const struct geo_source *source, struct objects *objects)
{
    const struct fw_view *unit = source->unit;
    struct fw_arena *arena = unit->chart->make.arena;
    bool field = source->kind == GEO_FIELD;
    const struct fw_table *table = whole_table(unit, !field);
    const struct fw_column *column =
        field ? fw_view_column(unit, table, fw_unit_shape_field(unit)->field) : NULL;
    for (size_t row = 0; row < table->rows; row++) {
        add_object(arena, objects,
                   field ? fw_table_value(table, column, row) : fw_table_row(arena, table, row));
    }
}

/* Whether an earlier source has the same rows: cells of a facet, repeated views. */
static bool seen_before(const struct fw_projection_model *model, size_t at)
{
    const struct geo_source *source = &model->sources[at];
    for (size_t i = 0; i < at; i++) {
        const struct geo_source *other = &model->sources[i];
        bool rows = source->kind == GEO_ROWS;
        if (other->kind == source->kind && other->longitude == source->longitude &&
            other->unit->model->encoding == source->unit->model->encoding &&
            whole_table(other->unit, rows) == whole_table(source->unit, rows)) {
            return true;
        }
    }
    return false;
}

static void fit(const struct fw_projection_model *model)
{
    struct objects objects = { 0 };
    for (size_t i = 0; i < model->source_count; i++) {
        if (seen_before(model, i)) {
            continue;
        }
        if (model->sources[i].kind == GEO_POINTS) {
            add_points(&model->sources[i], &objects);
        } else {
            add_shapes(&model->sources[i], &objects);
        }
    }
    struct fw_box box = { 0, 0, model->extent[0], model->extent[1] };
    fw_projection_fit(model->made, box, objects.items, objects.count);
}

/* ---- making ------------------------------------------------------------------------------- */

static bool read_number(const struct fw_projection_model *model, const char *name, double *number)
{
    struct fw_value value = fw_view_eval(model->unit, fw_get(model->props, name));
    if (fw_is_nil(value) || isnan(fw_to_number(value))) {
        return false;
    }
    *number = fw_to_number(value);
    return true;
}

/* An array of numbers, as far as `most`; what it lacks stays. */
static bool read_numbers(const struct fw_projection_model *model, const char *name, size_t most,
                         double *numbers)
{
    struct fw_value value = fw_view_eval(model->unit, fw_get(model->props, name));
    for (size_t i = 0; i < fw_length(value) && i < most; i++) {
        numbers[i] = fw_to_number(fw_view_eval(model->unit, fw_at(value, i)));
    }
    return value.kind == FW_ARRAY;
}

static bool read_flag(const struct fw_projection_model *model, const char *name)
{
    return fw_to_boolean(fw_view_eval(model->unit, fw_get(model->props, name)));
}

static bool read_clip_extent(const struct fw_projection_model *model, struct fw_box *box)
{
    struct fw_value value = fw_view_eval(model->unit, fw_get(model->props, "clipExtent"));
    struct fw_value from = fw_at(value, 0), to = fw_at(value, 1);
    *box = (struct fw_box){ fw_to_number(fw_at(from, 0)), fw_to_number(fw_at(from, 1)),
                            fw_to_number(fw_at(to, 0)), fw_to_number(fw_at(to, 1)) };
    return !isnan(box->x1) && !isnan(box->y1) && !isnan(box->x2) && !isnan(box->y2);
}

static struct fw_projection_spec read_spec(const struct fw_projection_model *model)
{
    struct fw_projection_spec spec = { 0 };
    struct fw_value type = fw_view_eval(model->unit, fw_get(model->props, "type"));
    /* Vega-Lite's default is equalEarth; it is lost where projections are shared: Vega's is left.
     */
    spec.type = type.kind == FW_STRING ? type.string->text : model->shared ? "mercator" : NULL;
    spec.has_scale = read_number(model, "scale", &spec.scale);
    spec.has_precision = read_number(model, "precision", &spec.precision);
    spec.has_clip_angle = read_number(model, "clipAngle", &spec.clip_angle);
    spec.has_point_radius = read_number(model, "pointRadius", &spec.point_radius);
    spec.has_translate = read_numbers(model, "translate", 2, spec.translate);
    spec.has_center = read_numbers(model, "center", 2, spec.center);
    spec.has_rotate = read_numbers(model, "rotate", 3, spec.rotate);
    spec.has_parallels = read_numbers(model, "parallels", 2, spec.parallels);
    spec.has_clip_extent = read_clip_extent(model, &spec.clip_extent);
    spec.reflect_x = read_flag(model, "reflectX");
    spec.reflect_y = read_flag(model, "reflectY");
    if (!model->fit && !spec.has_translate) {
        spec.translate[0] = model->extent[0] / 2;
        spec.translate[1] = model->extent[1] / 2;
        spec.has_translate = true;
    }
    return spec;
}

static void report_unknown(const struct fw_projection_model *model, const char *type)
{
    struct fw_chart *chart = model->unit->chart;
    struct fw_value from = fw_get(model->unit->spec, "projection");
    struct fw_place place = fw_node_place(chart->make.arena, fw_chart_node(chart, from));
    struct fw_diagnostic *d =
        fw_report(chart->diag, place, FW_UNKNOWN_VALUE, "unknown projection '%s'", type);
    size_t count;
    const char *const *names = fw_projection_names(&count);
    fw_hint_nearest(chart->diag, d, type, names, count);
}

static struct fw_projection_model *owner_of(const struct fw_view *unit)
{
    struct fw_projection_model *model = unit->projection;
    while (model != NULL && model->owner != NULL) {
        model = model->owner;
    }
    return model;
}

/* Makes a projection for its unit's size, unless it is there already. */
static void make_projection(struct fw_projection_model *model)
{
    const double *extent = model->unit->extent;
    if (model->made != NULL && model->extent[0] == extent[0] && model->extent[1] == extent[1]) {
        return;
    }
    memcpy(model->extent, extent, sizeof model->extent);
    struct fw_projection_spec spec = read_spec(model);
    model->made = fw_projection_new(model->unit->chart->make.arena, &spec);
    if (model->made == NULL) {
        report_unknown(model, spec.type);
    } else if (model->fit) {
        fit(model);
    }
}

const struct fw_projection *fw_unit_projection(const struct fw_view *unit)
{
    const struct fw_projection_model *model = owner_of(unit);
    return model == NULL ? NULL : model->made;
}

bool fw_unit_projection_clips(const struct fw_view *unit)
{
    return unit->projection != NULL && !unit->projection->fit;
}

/* ---- positions ---------------------------------------------------------------------------- */

/* Where points go that have no place in the projection, as Vega draws them: first ends to 0, 0, and
 * second ends to the first. */
static double *fallback_places(const struct fw_view *unit, const char *first)
{
    struct fw_maker make = unit->chart->make;
    double *places = FW_NEW_ARRAY(make.arena, unit->table->storage, double);
    const struct fw_column *column =
        first == NULL ? NULL : fw_table_find(unit->table, fw_intern_text(make.strings, first));
    if (column != NULL) {
        memcpy(places, column->number, unit->table->storage * sizeof *places);
    }
    return places;
}

static void report_lost(const struct fw_view *unit, enum fw_channel channel, size_t lost)
{
    struct fw_chart *chart = unit->chart;
    struct fw_value from = unit->encoding->defs[channel].spec;
    if (lost > 0) {
        struct fw_place place = fw_node_place(chart->make.arena, fw_chart_node(chart, from));
        struct fw_diagnostic *d = fw_report(
            chart->diag, place, FW_INVALID_VALUES,
            "%zu of %zu points have no place in the projection and are drawn in its corner", lost,
            unit->table->rows);
        fw_hint(chart->diag, d, "leave them out with a filter, or choose another projection");
    }
}

/* The columns of one pair of channels. */
static void place_points(struct fw_view *unit, const struct fw_projection *projection, size_t pair)
{
    static const char *const names[2][2] = { { "__geo_x", "__geo_y" }, { "__geo_x2", "__geo_y2" } };
    struct fw_maker make = unit->chart->make;
    const struct fw_table *table = unit->table;
    struct degrees longitude = degrees_of(unit, table, true, pairs[pair][0]);
    struct degrees latitude = degrees_of(unit, table, true, pairs[pair][1]);
    double *places[2];
    for (int i = 0; i < 2; i++) {
        places[i] = fallback_places(unit, pair == 0 ? NULL : names[0][i]);
    }
    size_t lost = 0;
    for (size_t row = 0; row < table->rows; row++) {
        size_t at = fw_table_storage(table, row);
        lost += !fw_projection_apply(projection, fw_to_number(degrees_get(&longitude, table, row)),
                                     fw_to_number(degrees_get(&latitude, table, row)),
                                     &places[0][at], &places[1][at]);
    }
    if (pair == 0) {
        report_lost(unit, pairs[pair][0], lost);
    }
    for (int i = 0; i < 2; i++) {
        fw_str name = fw_intern_text(make.strings, names[pair][i]);
        unit->table = fw_table_with(
            make.arena, unit->table,
            fw_column_from_numbers(make.arena, name, FW_COLUMN_NUMBER, places[i], NULL));
    }
}

void fw_unit_project(struct fw_view *unit)
{
    struct fw_projection_model *model = owner_of(unit);
    if (model == NULL) {
        return;
    }
    make_projection(model);
    for (size_t i = 0; model->made != NULL && i < FW_COUNT(pairs); i++) {
        if (encodes_pair(unit, i)) {
            place_points(unit, model->made, i);
        }
    }
}
