/* Rectangles with rounded corners. */
#ifndef FW_SHAPE_RECT_H
#define FW_SHAPE_RECT_H

#include "shape/path.h"

/** Width and height are not negative. */
struct fw_rect {
    double x, y, width, height;
    double radius[4]; /* top left, top right, bottom right, bottom left */
};

/**
 * Appends the outline. Radii are held to half the shorter side; corners are cubic curves.
 * Method: vega-scenegraph, rectangle.
 */
void fw_rect_path(const struct fw_rect *rect, struct fw_path *path);

#endif
