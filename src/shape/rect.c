/* Rectangles with rounded corners. Method: vega-scenegraph, rectangle. */
#include "shape/rect.h"

#include <math.h>

/* How far a corner's handles lie from the corner, in radii:
 * spencermortensen.com/articles/bezier-circle */
static const double handle = 0.448084975506;

/** A radius as it can be drawn: not negative, at most half the shorter side. */
static double held_radius(const struct fw_rect *rect, size_t corner)
{
    double most = fmin(rect->width, rect->height) / 2;
    return fmax(0, fmin(rect->radius[corner], most));
}

void fw_rect_path(const struct fw_rect *rect, struct fw_path *path)
{
    double tl = held_radius(rect, 0), tr = held_radius(rect, 1), br = held_radius(rect, 2),
           bl = held_radius(rect, 3);
    double x1 = rect->x, y1 = rect->y, x2 = x1 + rect->width, y2 = y1 + rect->height;
    if (tl <= 0 && tr <= 0 && br <= 0 && bl <= 0) {
        fw_path_rect(path, x1, y1, rect->width, rect->height);
        return;
    }
    fw_path_move(path, x1 + tl, y1);
    fw_path_line(path, x2 - tr, y1);
    fw_path_curve(path, x2 - handle * tr, y1, x2, y1 + handle * tr, x2, y1 + tr);
    fw_path_line(path, x2, y2 - br);
    fw_path_curve(path, x2, y2 - handle * br, x2 - handle * br, y2, x2 - br, y2);
    fw_path_line(path, x1 + bl, y2);
    fw_path_curve(path, x1 + handle * bl, y2, x1, y2 - handle * bl, x1, y2 - bl);
    fw_path_line(path, x1, y1 + tl);
    fw_path_curve(path, x1, y1 + handle * tl, x1 + handle * tl, y1, x1 + tl, y1);
    fw_path_close(path);
}
