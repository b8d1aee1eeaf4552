/* Shapes of a map: GeoJSON objects, one a row. Source: Vega-Lite, compile/mark/geoshape.ts. */
#include "mark/items.h"
#include "mark/ref.h"
#include "projection/projection.h"

/* Places of a path's coordinates, as scenes are written. */
enum { PATH_DECIMALS = 2 };

/* What the outlines are made from, and the path that each is made in. */
struct outline {
    const struct fw_column *column; /* NULL: the rows themselves */
    struct fw_path path;
};

/* Where the objects are: a column of them, or the rows themselves. */
static const struct fw_column *shape_column(const struct fw_unit *unit)
{
    const struct fw_channel_def *def = fw_encoding_field(unit->encoding, FW_CHANNEL_SHAPE);
    return def != NULL && def->type == FW_GEOJSON
               ? fw_unit_column(unit, fw_def_column(unit->make, def, NULL))
               : NULL;
}

static const char *path_text(struct fw_arena *arena, const struct fw_path *path)
{
    struct fw_bytes text = { 0 };
    fw_path_text(path, &text, 0, 0, PATH_DECIMALS);
    const char *kept = fw_arena_text(arena, fw_bytes_text(&text), text.length);
    fw_bytes_finish(&text);
    return kept;
}

/* The projected outline of one row; false when nothing is to be seen of it. */
static bool set_path(const struct fw_unit *unit, void *data, size_t row, struct fw_scene_node *node,
                     size_t at)
{
    struct outline *outline = data;
    struct fw_arena *arena = unit->make.arena;
    struct fw_value object = outline->column != NULL
                                 ? fw_table_value(unit->table, outline->column, row)
                                 : fw_table_row(arena, unit->table, row);
    fw_path_clear(&outline->path);
    if (!fw_geo_path(unit->projection, object, &outline->path)) {
        return false;
    }
    node->paths[at] = (struct fw_path_item){ .path = path_text(arena, &outline->path) };
    return true;
}

static void build(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    struct outline outline = { shape_column(unit), fw_path_empty(unit->make.arena) };
    fw_mark_items(unit, parent, FW_NODE_SHAPE, set_path, &outline);
}

const struct fw_mark_type fw_mark_geoshape = {
    .name = "geoshape",
    .doc = "The projected outline of a GeoJSON object for each row.",
    .build = build,
};
