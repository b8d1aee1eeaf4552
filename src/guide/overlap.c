/* Thins out labels that overlap. Method: vega-view-transforms, Overlap. */
#include <math.h>

#include "guide/guide.h"

/** Whether two boxes come nearer to each other than `separation`. */
static bool too_near(struct fw_box a, struct fw_box b, double separation)
{
    double gap = fmax(fmax(b.x1 - a.x2, a.x1 - b.x2), fmax(b.y1 - a.y2, a.y1 - b.y2));
    return separation > gap;
}

/** Box numbers that are still visible, in order. */
struct visible {
    size_t *items;
    size_t count;
};

static bool any_overlap(const struct fw_box *boxes, struct visible visible, double separation)
{
    for (size_t i = 1; i < visible.count; i++) {
        if (too_near(boxes[visible.items[i - 1]], boxes[visible.items[i]], separation)) {
            return true;
        }
    }
    return false;
}

/** Hides every second one. */
static void reduce_by_parity(struct visible *visible, bool *kept)
{
    size_t count = 0;
    for (size_t i = 0; i < visible->count; i++) {
        if (i % 2 == 1) {
            kept[visible->items[i]] = false;
        } else {
            visible->items[count++] = visible->items[i];
        }
    }
    visible->count = count;
}

/** Hides all that overlap the last one kept. */
static void reduce_greedily(const struct fw_box *boxes, double separation, struct visible *visible,
                            bool *kept)
{
    size_t count = 0;
    for (size_t i = 0; i < visible->count; i++) {
        size_t item = visible->items[i];
        if (count > 0 && too_near(boxes[visible->items[count - 1]], boxes[item], separation)) {
            kept[item] = false;
        } else {
            visible->items[count++] = item;
        }
    }
    visible->count = count;
}

/** At least the first and the last stay: if the last was hidden, it takes the place of the second.
 */
static void keep_last(struct visible visible, size_t last, bool *kept)
{
    if (visible.count >= 3 || kept[last]) {
        return;
    }
    if (visible.count > 1) {
        kept[visible.items[visible.count - 1]] = false;
    }
    kept[last] = true;
}

static bool takes_part(struct fw_box box)
{
    return box.x2 - box.x1 > 1 && box.y2 - box.y1 > 1;
}

void fw_overlap_reduce(struct fw_arena *arena, enum fw_overlap method, double separation,
                       const struct fw_box *boxes, size_t count, bool *kept)
{
    struct visible visible = { FW_NEW_ARRAY(arena, count, size_t), 0 };
    for (size_t i = 0; i < count; i++) {
        kept[i] = true;
        if (takes_part(boxes[i])) {
            visible.items[visible.count++] = i;
        }
    }
    if (method == FW_OVERLAP_KEEP || visible.count < 3 ||
        !any_overlap(boxes, visible, separation)) {
        return;
    }
    size_t last = visible.items[visible.count - 1];
    do {
        if (method == FW_OVERLAP_GREEDY) {
            reduce_greedily(boxes, separation, &visible, kept);
        } else {
            reduce_by_parity(&visible, kept);
        }
    } while (visible.count >= 3 && any_overlap(boxes, visible, separation));
    keep_last(visible, last, kept);
}

struct fw_box fw_overlap_bounds(enum fw_overlap method, const struct fw_box *boxes, size_t count,
                                const bool *kept)
{
    struct fw_box bounds = fw_box_empty();
    bool thinned = false;
    for (size_t i = 0; i < count; i++) {
        thinned = thinned || (method != FW_OVERLAP_KEEP && takes_part(boxes[i]));
    }
    for (size_t i = 0; i < count; i++) {
        if (!thinned || (kept[i] && takes_part(boxes[i]))) {
            fw_box_union(&bounds, boxes[i]);
        }
    }
    return bounds;
}
