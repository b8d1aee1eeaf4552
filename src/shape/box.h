/* Boxes: extents with sides along the axes. */
#ifndef FW_SHAPE_BOX_H
#define FW_SHAPE_BOX_H

#include <stdbool.h>

struct fw_point {
    double x, y;
};

/** An extent; empty when x1 > x2. */
struct fw_box {
    double x1, y1, x2, y2;
};

struct fw_box fw_box_empty(void);
bool fw_box_is_empty(struct fw_box box);

/** Grows `box` to hold a point; coordinates that are NaN are left out. */
void fw_box_add(struct fw_box *box, double x, double y);

/** Grows `box` to hold `other`; an empty `other` changes nothing. */
void fw_box_union(struct fw_box *box, struct fw_box other);

/** What two boxes share; empty when they do not meet. */
struct fw_box fw_box_intersect(struct fw_box a, struct fw_box b);

struct fw_box fw_box_translate(struct fw_box box, double dx, double dy);

/** `box` with all sides moved outwards by `by` (inwards when negative); an empty box stays empty.
 */
struct fw_box fw_box_expand(struct fw_box box, double by);

/**
 * The box of a box turned by `angle` radians about (x, y). Term by term as Vega's
 * Bounds.rotatedPoints: where layout takes the ceiling of an edge, another rounding would be
 * another pixel.
 */
struct fw_box fw_box_turn(struct fw_box box, double angle, double x, double y);

#endif
