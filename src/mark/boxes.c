/* Rectangles from two directions. */
#include "mark/boxes.h"

#include <math.h>
#include <string.h>

#include "mark/items.h"
#include "mark/style.h"

struct boxes {
    const struct fw_span_refs *x, *y;
    double radii[4];
};

static bool set_box(const struct fw_unit *unit, void *data, size_t row, struct fw_scene_node *node,
                    size_t at)
{
    const struct boxes *boxes = data;
    struct fw_extent h = fw_span_extent(unit, boxes->x, row);
    struct fw_extent v = fw_span_extent(unit, boxes->y, row);
    struct fw_rect *rect = &node->rects[at];
    /* What has a size but no place, as a category that the domain leaves out, stands at 0 in Vega.
     */
    double x = isnan(h.lo) ? 0 : h.lo, y = isnan(v.lo) ? 0 : v.lo;
    *rect = (struct fw_rect){ .x = x, .y = y, .width = h.size, .height = v.size };
    memcpy(rect->radius, boxes->radii, sizeof boxes->radii);
    return !isnan(h.size) && !isnan(v.size);
}

struct fw_scene_node *fw_boxes_build(const struct fw_unit *unit, struct fw_scene_node *parent,
                                     const struct fw_span_refs *x, const struct fw_span_refs *y)
{
    struct boxes boxes = { .x = x, .y = y };
    fw_corner_radii(unit, boxes.radii);
    return fw_mark_items(unit, parent, FW_NODE_RECT, set_box, &boxes);
}
