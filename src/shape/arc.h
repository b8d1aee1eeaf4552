/* Sectors and rings: pie slices, donuts, radial bars. */
#ifndef FW_SHAPE_ARC_H
#define FW_SHAPE_ARC_H

#include "shape/path.h"

struct fw_arc {
    double x, y;                   /* centre */
    double start_angle, end_angle; /* radians, 0 up, clockwise */
    double inner_radius, outer_radius;
    double pad_angle, corner_radius;
};

/**
 * Appends the outline of the arc at its place. The two radii may be in either order. Padding is
 * taken off parallel to the sides; corners are as round as the ring allows. Method: d3-shape, arc.
 */
void fw_arc_path(const struct fw_arc *arc, struct fw_path *path);

#endif
