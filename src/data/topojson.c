/* TopoJSON to GeoJSON rows: the features of one object, or its lines as one mesh (as
 * topojson-client). */
#include <math.h>
#include <string.h>

#include "base/limits.h"
#include "base/object.h"
#include "data/format.h"
#include "data/stitch.h"

/* Points that one document may come to once its shared arcs are written out; our taste. */
enum { POINTS_MOST = 50000000 };

struct topology {
    const struct fw_read *read;
    struct fw_maker make;
    struct fw_stitch_arcs arcs; /* quantized, as the file has them */
    struct fw_value *lines;     /* [arcs.count] arrays of points in degrees */
    bool quantized;
    double scale[2], translate[2];
    size_t points; /* written out so far */
    const char *fault;
};

static struct fw_value fail(struct topology *t, const char *fault)
{
    if (t->fault == NULL) {
        t->fault = fault;
    }
    return fw_null();
}

/* ---- points and arcs ---------------------------------------------------------------------- */

/** A point of at least two numbers moved by (x0, y0) and transformed; further numbers are kept. */
static struct fw_value make_point(struct topology *t, struct fw_value point, double *x, double *y)
{
    if (fw_length(point) < 2 || fw_at(point, 0).kind != FW_NUMBER ||
        fw_at(point, 1).kind != FW_NUMBER) {
        return fail(t, "a point without two numbers");
    }
    struct fw_value result = fw_array_value(t->make.arena, point.array->items, point.array->count);
    if (t->quantized) {
        *x += fw_at(point, 0).number;
        *y += fw_at(point, 1).number;
        result.array->items[0] = fw_number(*x * t->scale[0] + t->translate[0]);
        result.array->items[1] = fw_number(*y * t->scale[1] + t->translate[1]);
    }
    return result;
}

static struct fw_value position(struct topology *t, struct fw_value point)
{
    double x = 0, y = 0;
    return make_point(t, point, &x, &y);
}

/** Turns an arc of the file into its points, and finds its ends for the stitching. */
static struct fw_value decode_arc(struct topology *t, struct fw_value arc,
                                  struct fw_stitch_arc *out)
{
    size_t count = fw_length(arc);
    struct fw_value *points = FW_NEW_ARRAY(t->make.arena, count, struct fw_value);
    double x = 0, y = 0;
    if (count == 0) {
        return fail(t, "an arc without points");
    }
    for (size_t i = 0; i < count; i++) {
        points[i] = make_point(t, arc.array->items[i], &x, &y);
        if (t->fault != NULL) {
            return fw_null();
        }
    }
    struct fw_value first = fw_at(arc, 0), last = fw_at(arc, count - 1), second = fw_at(arc, 1);
    *out = (struct fw_stitch_arc){
        .start = { fw_at(first, 0).number, fw_at(first, 1).number },
        .end = { t->quantized ? x : fw_at(last, 0).number,
                 t->quantized ? y : fw_at(last, 1).number },
        .empty = count < 3 && fw_at(second, 0).number == 0 && fw_at(second, 1).number == 0,
    };
    return fw_array_value(t->make.arena, points, count);
}

static void decode_arcs(struct topology *t, struct fw_value root)
{
    struct fw_value transform = fw_get(root, "transform");
    struct fw_value scale = fw_get(transform, "scale"), move = fw_get(transform, "translate");
    t->quantized = transform.kind == FW_OBJECT;
    for (size_t i = 0; i < 2; i++) {
        t->scale[i] = fw_to_number(fw_at(scale, i));
        t->translate[i] = fw_to_number(fw_at(move, i));
    }
    struct fw_value arcs = fw_get(root, "arcs");
    t->arcs.count = fw_length(arcs);
    struct fw_stitch_arc *ends = FW_NEW_ARRAY(t->make.arena, t->arcs.count, struct fw_stitch_arc);
    t->arcs.arcs = ends;
    t->lines = FW_NEW_ARRAY(t->make.arena, t->arcs.count, struct fw_value);
    for (size_t i = 0; i < t->arcs.count && t->fault == NULL; i++) {
        t->lines[i] = decode_arc(t, arcs.array->items[i], &ends[i]);
    }
}

/* ---- lines -------------------------------------------------------------------------------- */

/** Reads an index of an arc, ~i meaning arc i backwards. False: reported. */
static bool read_index(struct topology *t, struct fw_value value, int64_t *index)
{
    double number = value.kind == FW_NUMBER ? value.number : NAN;
    double arc = number < 0 ? -number - 1 : number;
    if (!(arc >= 0 && arc < (double)t->arcs.count) || arc != floor(arc)) {
        fail(t, "an index of an arc that is not there");
        return false;
    }
    *index = (int64_t)number;
    return true;
}

static size_t arc_of(int64_t index)
{
    return (size_t)(index < 0 ? ~index : index);
}

/** The points of arcs one behind the other, each joint once, filled up to `least` points. */
static struct fw_value join_arcs(struct topology *t, const int64_t *indices, size_t count,
                                 size_t least)
{
    size_t room = least;
    for (size_t i = 0; i < count; i++) {
        room += fw_length(t->lines[arc_of(indices[i])]);
    }
    t->points += room;
    if (t->points > POINTS_MOST) {
        return fail(t, "more points than a map may have");
    }
    struct fw_value *points = FW_NEW_ARRAY(t->make.arena, room, struct fw_value);
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        const struct fw_array *line = t->lines[arc_of(indices[i])].array;
        length -= length > 0;
        for (size_t k = 0; k < line->count; k++) {
            points[length++] = line->items[indices[i] < 0 ? line->count - 1 - k : k];
        }
    }
    while (length > 0 && length < least) {
        points[length++] = points[0];
    }
    return fw_array_value(t->make.arena, points, length);
}

/** A line of the arcs that an array names; a ring has at least 4 points, a line 2. */
static struct fw_value line(struct topology *t, struct fw_value arcs, size_t least)
{
    size_t count = fw_length(arcs);
    int64_t *indices = FW_NEW_ARRAY(t->make.arena, count, int64_t);
    for (size_t i = 0; i < count; i++) {
        if (!read_index(t, arcs.array->items[i], &indices[i])) {
            return fw_null();
        }
    }
    return join_arcs(t, indices, count, least);
}

/* ---- geometries --------------------------------------------------------------------------- */

/** How the coordinates of a type are nested: arrays around points, or around lines of arcs. */
struct shape {
    const char *type;
    bool points;
    int depth;    /* arrays around a point or a line */
    size_t least; /* points of a line */
};

static const struct shape shapes[] = {
    { "Point", true, 0, 0 },       { "MultiPoint", true, 1, 0 },
    { "LineString", false, 0, 2 }, { "MultiLineString", false, 1, 2 },
    { "Polygon", false, 1, 4 },    { "MultiPolygon", false, 2, 4 },
};

static const struct shape *find_shape(struct fw_value geometry)
{
    for (size_t i = 0; i < FW_COUNT(shapes); i++) {
        if (fw_is_text(fw_get(geometry, "type"), shapes[i].type)) {
            return &shapes[i];
        }
    }
    return NULL;
}

static struct fw_value coordinates(struct topology *t, struct fw_value value,
                                   const struct shape *shape, int depth)
{
    if (depth == 0) {
        return shape->points ? position(t, value) : line(t, value, shape->least);
    }
    size_t count = fw_length(value);
    struct fw_value *items = FW_NEW_ARRAY(t->make.arena, count, struct fw_value);
    for (size_t i = 0; i < count && t->fault == NULL; i++) {
        items[i] = coordinates(t, value.array->items[i], shape, depth - 1);
    }
    return fw_array_value(t->make.arena, items, count);
}

static struct fw_value make_geometry(struct topology *t, struct fw_value geometry)
{
    struct fw_value result = fw_object_empty(t->make);
    const struct shape *shape = find_shape(geometry);
    if (shape != NULL) {
        const char *from = shape->points ? "coordinates" : "arcs";
        result = fw_with(t->make, result, "type", fw_text_value(t->make, shape->type));
        return fw_with(t->make, result, "coordinates",
                       coordinates(t, fw_get(geometry, from), shape, shape->depth));
    }
    if (!fw_is_text(fw_get(geometry, "type"), "GeometryCollection")) {
        return fw_null();
    }
    struct fw_value parts = fw_get(geometry, "geometries");
    size_t count = fw_length(parts);
    struct fw_value *items = FW_NEW_ARRAY(t->make.arena, count, struct fw_value);
    for (size_t i = 0; i < count && t->fault == NULL; i++) {
        items[i] = make_geometry(t, parts.array->items[i]);
    }
    result = fw_with(t->make, result, "type", fw_get(geometry, "type"));
    return fw_with(t->make, result, "geometries", fw_array_value(t->make.arena, items, count));
}

static struct fw_value make_feature(struct topology *t, struct fw_value geometry)
{
    struct fw_value feature = fw_object_empty(t->make);
    feature = fw_with(t->make, feature, "type", fw_text_value(t->make, "Feature"));
    static const char *const kept[] = { "id", "bbox" };
    for (size_t i = 0; i < FW_COUNT(kept); i++) {
        if (!fw_is_nil(fw_get(geometry, kept[i]))) {
            feature = fw_with(t->make, feature, kept[i], fw_get(geometry, kept[i]));
        }
    }
    struct fw_value properties = fw_get(geometry, "properties");
    feature = fw_with(t->make, feature, "properties",
                      fw_is_nil(properties) ? fw_object_empty(t->make) : properties);
    return fw_with(t->make, feature, "geometry", make_geometry(t, geometry));
}

/** An array of features: one, or one for each part of a collection. */
static struct fw_value make_features(struct topology *t, struct fw_value object)
{
    bool collection = fw_is_text(fw_get(object, "type"), "GeometryCollection");
    struct fw_value parts = fw_get(object, "geometries");
    size_t count = collection ? fw_length(parts) : 1;
    struct fw_value *features = FW_NEW_ARRAY(t->make.arena, count, struct fw_value);
    for (size_t i = 0; i < count && t->fault == NULL; i++) {
        features[i] = make_feature(t, collection ? parts.array->items[i] : object);
    }
    return fw_array_value(t->make.arena, features, count);
}

/* ---- meshes ------------------------------------------------------------------------------- */

/** Who uses an arc: the index it was first named by, its first and its last geometry. */
struct use {
    bool used;
    int64_t index;
    const struct fw_object *first, *last;
};

static void note_arcs(struct topology *t, struct fw_value arcs, int depth,
                      const struct fw_object *geometry, struct use *uses)
{
    for (size_t i = 0; i < fw_length(arcs) && t->fault == NULL; i++) {
        struct fw_value item = arcs.array->items[i];
        int64_t index;
        if (depth > 0) {
            note_arcs(t, item, depth - 1, geometry, uses);
        } else if (read_index(t, item, &index)) {
            struct use *use = &uses[arc_of(index)];
            if (!use->used) {
                *use = (struct use){ .used = true, .index = index, .first = geometry };
            }
            use->last = geometry;
        }
    }
}

static void note_uses(struct topology *t, struct fw_value geometry, struct use *uses)
{
    const struct shape *shape = find_shape(geometry);
    if (shape != NULL && !shape->points) {
        note_arcs(t, fw_get(geometry, "arcs"), shape->depth, geometry.object, uses);
    } else if (shape == NULL) {
        struct fw_value parts = fw_get(geometry, "geometries");
        for (size_t i = 0; i < fw_length(parts) && t->fault == NULL; i++) {
            note_uses(t, parts.array->items[i], uses);
        }
    }
}

static bool is_wanted(const struct use *use, const char *filter)
{
    if (!use->used) {
        return false;
    }
    return filter == NULL || (use->first == use->last) == (strcmp(filter, "exterior") == 0);
}

/** The lines of an object's arcs, each arc once, as one MultiLineString. */
static struct fw_value make_mesh(struct topology *t, struct fw_value object)
{
    struct use *uses = FW_NEW_ARRAY(t->make.arena, t->arcs.count, struct use);
    int64_t *wanted = FW_NEW_ARRAY(t->make.arena, t->arcs.count, int64_t);
    size_t count = 0;
    note_uses(t, object, uses);
    for (size_t i = 0; i < t->arcs.count; i++) {
        if (is_wanted(&uses[i], t->read->format->filter)) {
            wanted[count++] = uses[i].index;
        }
    }
    struct fw_stitched stitched = fw_stitch(t->make.arena, &t->arcs, wanted, count);
    struct fw_value *lines = FW_NEW_ARRAY(t->make.arena, stitched.count, struct fw_value);
    for (size_t i = 0; i < stitched.count && t->fault == NULL; i++) {
        lines[i] = join_arcs(t, stitched.lines[i].indices, stitched.lines[i].count, 2);
    }
    struct fw_value mesh = fw_with(t->make, fw_object_empty(t->make), "type",
                                   fw_text_value(t->make, "MultiLineString"));
    return fw_with(t->make, mesh, "coordinates",
                   fw_array_value(t->make.arena, lines, stitched.count));
}

/* ---- the format --------------------------------------------------------------------------- */

static void report_unknown(const struct fw_read *read, struct fw_value objects, const char *name)
{
    const struct fw_load *load = read->load;
    size_t count = objects.kind == FW_OBJECT ? objects.object->count : 0;
    const char **names = FW_NEW_ARRAY(load->arena, count, const char *);
    for (size_t i = 0; i < count; i++) {
        names[i] = objects.object->keys[i]->text;
    }
    const char *property = read->format->feature != NULL ? "feature" : "mesh";
    struct fw_place place = fw_node_place(load->arena, fw_node_member(read->format->at, property));
    struct fw_diagnostic *d =
        fw_report(load->diag, place, FW_DATA_UNKNOWN, "no TopoJSON object '%s' in '%s'", name,
                  read->source->name);
    fw_hint_nearest(load->diag, d, name, names, count);
}

static const struct fw_table *topojson_read(const struct fw_read *read)
{
    const struct fw_load *load = read->load;
    const struct fw_data_format *format = read->format;
    const char *name = format->feature != NULL ? format->feature : format->mesh;
    if (name == NULL) {
        fw_report(load->diag, fw_node_place(load->arena, format->at), FW_MISSING_PROPERTY,
                  "format topojson needs 'feature' or 'mesh', the object to take");
        return NULL;
    }
    struct fw_value root;
    if (!fw_read_json_value(read, &root)) {
        return NULL;
    }
    struct fw_value object = fw_get(fw_get(root, "objects"), name);
    if (object.kind != FW_OBJECT) {
        report_unknown(read, fw_get(root, "objects"), name);
        return NULL;
    }
    struct topology topology = { .read = read, .make = { load->arena, load->strings } };
    decode_arcs(&topology, root);
    struct fw_value rows = fw_null();
    if (topology.fault == NULL) {
        rows = format->feature != NULL ? make_features(&topology, object)
                                       : make_mesh(&topology, object);
    }
    if (topology.fault != NULL) {
        struct fw_place place = { .source = read->source };
        fw_report(load->diag, place, FW_DATA_SYNTAX, "no TopoJSON: %s", topology.fault);
        return NULL;
    }
    return fw_table_of_value(load, rows);
}

const struct fw_data_reader fw_data_topojson = {
    .name = "topojson",
    .doc = "Features or lines of a TopoJSON document, as GeoJSON.",
    .is_json = true,
    .read = topojson_read,
};
