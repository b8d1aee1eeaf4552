/* Boxes: extents with sides along the axes. */
#include "shape/box.h"

#include <math.h>

struct fw_box fw_box_empty(void)
{
    return (struct fw_box){ INFINITY, INFINITY, -INFINITY, -INFINITY };
}

bool fw_box_is_empty(struct fw_box box)
{
    return !(box.x1 <= box.x2 && box.y1 <= box.y2);
}

void fw_box_add(struct fw_box *box, double x, double y)
{
    box->x1 = fmin(box->x1, x);
    box->y1 = fmin(box->y1, y);
    box->x2 = fmax(box->x2, x);
    box->y2 = fmax(box->y2, y);
}

void fw_box_union(struct fw_box *box, struct fw_box other)
{
    if (!fw_box_is_empty(other)) {
        fw_box_add(box, other.x1, other.y1);
        fw_box_add(box, other.x2, other.y2);
    }
}

struct fw_box fw_box_intersect(struct fw_box a, struct fw_box b)
{
    struct fw_box shared = { fmax(a.x1, b.x1), fmax(a.y1, b.y1), fmin(a.x2, b.x2),
                             fmin(a.y2, b.y2) };
    return fw_box_is_empty(shared) ? fw_box_empty() : shared;
}

struct fw_box fw_box_translate(struct fw_box box, double dx, double dy)
{
    return (struct fw_box){ box.x1 + dx, box.y1 + dy, box.x2 + dx, box.y2 + dy };
}

struct fw_box fw_box_expand(struct fw_box box, double by)
{
    if (fw_box_is_empty(box)) {
        return box;
    }
    return (struct fw_box){ box.x1 - by, box.y1 - by, box.x2 + by, box.y2 + by };
}

struct fw_box fw_box_turn(struct fw_box box, double angle, double x, double y)
{
    double cosine = cos(angle), sine = sin(angle);
    double cx = x - x * cosine + y * sine;
    double cy = y - x * sine - y * cosine;
    struct fw_box turned = fw_box_empty();
    for (int i = 0; i < 4; i++) {
        double px = i < 2 ? box.x1 : box.x2;
        double py = i % 2 == 0 ? box.y1 : box.y2;
        fw_box_add(&turned, cosine * px - sine * py + cx, sine * px + cosine * py + cy);
    }
    return turned;
}
