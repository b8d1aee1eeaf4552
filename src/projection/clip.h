/* Clips: stages that let through what lies on the visible part of the sphere or plane. Private. */
#ifndef FW_PROJECTION_CLIP_H
#define FW_PROJECTION_CLIP_H

#include "projection/cut.h"

/** Cuts at the meridian opposite the centre; radians in and out. Lives in `arena`. */
struct fw_geo_sink *fw_clip_antimeridian(struct fw_arena *arena, struct fw_geo_sink *next);

/** Lets through a cap about the centre, of the given angle; radians in and out. */
struct fw_geo_sink *fw_clip_circle(struct fw_arena *arena, double angle, struct fw_geo_sink *next);

/** Lets through a box of the plane. */
struct fw_geo_sink *fw_clip_rectangle(struct fw_arena *arena, struct fw_box box,
                                      struct fw_geo_sink *next);

/* What the two clips of the sphere share (clip.c). */

/**
 * A stage that takes one line after the other and sends its visible parts. `clean` tells of the
 * last line: bit 0, nothing was cut; bit 1, its two ends are visible and belong together.
 */
struct fw_cutter {
    struct fw_geo_sink sink;
    struct fw_geo_sink *next;
    unsigned (*clean)(const struct fw_cutter *cutter);
};

/** A region of the sphere. The edge is its first member. */
struct fw_region {
    struct fw_clip_edge edge;
    struct fw_cutter *(*cutter)(struct fw_arena *arena, const struct fw_region *region,
                                struct fw_geo_sink *next);
    bool (*visible)(const struct fw_region *region, double lambda, double phi);
    struct fw_point start; /* the start of the edge */
};

struct fw_geo_sink *fw_clip_region(struct fw_arena *arena, const struct fw_region *region,
                                   struct fw_geo_sink *next);

/** The order along the edge that both clips have: up the left half, down the right half. */
double fw_region_along(const struct fw_clip_edge *edge, struct fw_point point, int *side);

/** Whether a polygon of the sphere (rings without their closing points) holds a point. */
bool fw_polygon_holds(const struct fw_cut_buffer *rings, struct fw_point point);

#endif
