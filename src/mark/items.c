/* One item a row. */
#include "mark/items.h"

#include "mark/rows.h"
#include "mark/style.h"

struct fw_scene_node *fw_mark_items(const struct fw_unit *unit, struct fw_scene_node *parent,
                                    enum fw_node_kind kind, fw_item_maker *make, void *data)
{
    struct fw_arena *arena = unit->make.arena;
    size_t rows = unit->table->rows, made = 0;
    const uint32_t *order = fw_mark_rows(unit);
    const struct fw_item_info *info = fw_mark_info(unit);
    struct fw_item_info *infos =
        info == NULL ? NULL : FW_NEW_ARRAY(arena, rows, struct fw_item_info);
    struct fw_styler styler;
    fw_styler_init(&styler, unit);
    struct fw_scene_node *node = fw_scene_add(arena, parent, kind, FW_ROLE_MARK, rows);
    uint32_t *indices = FW_NEW_ARRAY(arena, rows, uint32_t);
    uint32_t *made_of = FW_NEW_ARRAY(arena, rows, uint32_t);
    for (size_t i = 0; i < rows; i++) {
        if (make(unit, data, order[i], node, made)) {
            if (infos != NULL) {
                infos[made] = info[order[i]];
            }
            made_of[made] = order[i];
            indices[made++] = fw_styler_index(&styler, order[i]);
        }
    }
    node->count = made;
    node->info = infos;
    node->rows = made_of;
    fw_styler_finish(&styler, node, indices);
    return node;
}
