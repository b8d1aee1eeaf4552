/* Rectangles from two directions. */
#include "mark/boxes.h"

#include <math.h>
#include <string.h>

#include "mark/rows.h"
#include "mark/style.h"

struct fw_scene_node *fw_boxes_build(const struct fw_unit *unit, struct fw_scene_node *parent,
                                     const struct fw_span_refs *x, const struct fw_span_refs *y)
{
    size_t rows = unit->table->rows;
    const uint32_t *order = fw_mark_rows(unit);
    const struct fw_item_info *info = fw_mark_info(unit);
    struct fw_styler styler;
    fw_styler_init(&styler, unit);
    struct fw_scene_node *node =
        fw_scene_add(unit->make.arena, parent, FW_NODE_RECT, FW_ROLE_MARK, rows);
    uint32_t *indices = FW_NEW_ARRAY(unit->make.arena, rows, uint32_t);
    struct fw_item_info *infos =
        info == NULL ? NULL : FW_NEW_ARRAY(unit->make.arena, rows, struct fw_item_info);
    double radii[4];
    fw_corner_radii(unit, radii);
    size_t made = 0;
    for (size_t i = 0; i < rows; i++) {
        size_t row = order[i];
        struct fw_extent h = fw_span_extent(unit, x, row), v = fw_span_extent(unit, y, row);
        if (isnan(h.lo) || isnan(h.size) || isnan(v.lo) || isnan(v.size)) {
            continue;
        }
        struct fw_rect *rect = &node->rects[made];
        *rect = (struct fw_rect){ .x = h.lo, .y = v.lo, .width = h.size, .height = v.size };
        memcpy(rect->radius, radii, sizeof radii);
        if (infos != NULL) {
            infos[made] = info[row];
        }
        indices[made++] = fw_styler_index(&styler, row);
    }
    node->count = made;
    node->info = infos;
    fw_styler_finish(&styler, node, indices);
    return node;
}
