/* Polygons cut into pieces by a clip edge, and joined again along it. Private to projection/. */
#ifndef FW_PROJECTION_CUT_H
#define FW_PROJECTION_CUT_H

#include <stddef.h>

#include "projection/stream.h"
#include "shape/box.h"

struct fw_cut_point {
    struct fw_point at;
    int mark; /* not 0 where a clip cut the line here */
};

struct fw_cut_line {
    size_t begin, count; /* points */
};

/** A stage that keeps lines. The sink is its first member. */
struct fw_cut_buffer {
    struct fw_geo_sink sink;
    struct fw_arena *arena;
    struct fw_cut_point *points;
    size_t point_count, point_capacity;
    struct fw_cut_line *lines;
    size_t line_count, line_capacity;
};

void fw_cut_buffer_init(struct fw_cut_buffer *buffer, struct fw_arena *arena);

/** Forgets all lines and keeps the memory. */
void fw_cut_buffer_clear(struct fw_cut_buffer *buffer);

/** Of the lines from `first` on, puts the first behind the last, as one line at the end. */
void fw_cut_buffer_rejoin(struct fw_cut_buffer *buffer, size_t first);

/** A clip edge: an order of the points along it, and the way from one of them to another. */
struct fw_clip_edge {
    /** Where along the edge a point lies: by side first, then by the result. */
    double (*along)(const struct fw_clip_edge *edge, struct fw_point point, int *side);
    /**
     * Sends the points of the edge from one place to another, direction 1 or -1; all the way round
     * where the places are NULL.
     */
    void (*follow)(const struct fw_clip_edge *edge, const struct fw_point *from,
                   const struct fw_point *to, int direction, struct fw_geo_sink *sink);
};

/**
 * Joins the lines of `pieces`, the visible parts of a polygon's rings, along the edge, and sends
 * the rings that come of it. `start_inside` says whether the start of the edge lies in the polygon.
 * Method: d3-geo, clipRejoin.
 */
void fw_cut_rejoin(struct fw_cut_buffer *pieces, const struct fw_clip_edge *edge, bool start_inside,
                   struct fw_geo_sink *sink);

#endif
