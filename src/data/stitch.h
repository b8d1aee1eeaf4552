/* Arcs of a topology joined end to end into lines as long as they go. */
#ifndef FW_DATA_STITCH_H
#define FW_DATA_STITCH_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct fw_stitch_arc {
    double start[2], end[2]; /* in the topology's own units: equal ends meet */
    bool empty;              /* two points, one place */
};

struct fw_stitch_arcs {
    const struct fw_stitch_arc *arcs;
    size_t count;
};

/** A line: indices of arcs in order, ~i for arc i backwards. */
struct fw_stitch_line {
    int64_t *indices;
    size_t count;
};

struct fw_stitched {
    struct fw_stitch_line *lines;
    size_t count;
};

/** Joins the arcs that `indices` names, each once; `indices` is put in another order. Method:
 * topojson-client. */
struct fw_stitched fw_stitch(struct fw_arena *arena, const struct fw_stitch_arcs *arcs,
                             int64_t *indices, size_t count);

#endif
