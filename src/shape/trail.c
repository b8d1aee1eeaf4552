/* Trails: lines whose width changes from point to point. Method: vega-scenegraph, trail. */
#include <math.h>

#include "shape/curve.h"

static const double pi = 3.14159265358979323846;

/** The outline of one segment: two sides, and a half circle round either end. */
static void draw_segment(struct fw_path *path, const struct fw_vertex *from,
                         const struct fw_vertex *to)
{
    double r1 = fmax(0, from->x2 / 2), r2 = fmax(0, to->x2 / 2);
    double ux = from->y - to->y, uy = to->x - from->x, length = hypot(ux, uy);
    if (length == 0) {
        fw_path_move(path, to->x + r2, to->y);
        fw_path_arc(path, to->x, to->y, r2, 0, 2 * pi, false);
        fw_path_close(path);
        return;
    }
    ux /= length;
    uy /= length;
    double angle = atan2(uy, ux);
    fw_path_move(path, from->x - ux * r1, from->y - uy * r1);
    fw_path_line(path, to->x - ux * r2, to->y - uy * r2);
    fw_path_arc(path, to->x, to->y, r2, angle - pi, angle, false);
    fw_path_line(path, from->x + ux * r1, from->y + uy * r1);
    fw_path_arc(path, from->x, from->y, r1, angle, angle + pi, false);
    fw_path_close(path);
}

void fw_trail_path(const struct fw_polyline *trail, struct fw_path *path)
{
    for (size_t i = 1; i < trail->count; i++) {
        if (!trail->vertices[i - 1].gap && !trail->vertices[i].gap) {
            draw_segment(path, &trail->vertices[i - 1], &trail->vertices[i]);
        }
    }
}
