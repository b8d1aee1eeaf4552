/* Shapes of a map: GeoJSON objects, one a row. Source: Vega-Lite, compile/mark/geoshape.ts. */
#include "mark/mark.h"
#include "mark/rows.h"
#include "mark/style.h"
#include "projection/projection.h"

/* Places of a path's coordinates, as scenes are written. */
enum { PATH_DECIMALS = 2 };

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
static bool set_path(const struct fw_unit *unit, const struct fw_column *column, size_t row,
                     struct fw_path *path, struct fw_path_item *item)
{
    struct fw_arena *arena = unit->make.arena;
    struct fw_value object = column != NULL ? fw_table_value(unit->table, column, row)
                                            : fw_table_row(arena, unit->table, row);
    fw_path_clear(path);
    if (!fw_geo_path(unit->projection, object, path)) {
        return false;
    }
    *item = (struct fw_path_item){ .path = path_text(arena, path) };
    return true;
}

static void build(const struct fw_unit *unit, struct fw_scene_node *parent)
{
    struct fw_arena *arena = unit->make.arena;
    size_t rows = unit->table->rows;
    const struct fw_column *column = shape_column(unit);
    const uint32_t *order = fw_mark_rows(unit);
    const struct fw_item_info *info = fw_mark_info(unit);
    struct fw_item_info *infos =
        info == NULL ? NULL : FW_NEW_ARRAY(arena, rows, struct fw_item_info);
    struct fw_styler styler;
    fw_styler_init(&styler, unit);
    struct fw_scene_node *node = fw_scene_add(arena, parent, FW_NODE_SHAPE, FW_ROLE_MARK, rows);
    uint32_t *indices = FW_NEW_ARRAY(arena, rows, uint32_t);
    struct fw_path path = fw_path_empty(arena);
    size_t made = 0;
    for (size_t i = 0; i < rows; i++) {
        if (set_path(unit, column, order[i], &path, &node->paths[made])) {
            if (infos != NULL) {
                infos[made] = info[order[i]];
            }
            indices[made++] = fw_styler_index(&styler, order[i]);
        }
    }
    node->count = made;
    node->info = infos;
    fw_styler_finish(&styler, node, indices);
}

const struct fw_mark_type fw_mark_geoshape = {
    .name = "geoshape",
    .doc = "The projected outline of a GeoJSON object for each row.",
    .build = build,
};
