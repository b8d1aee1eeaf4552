/* Lines, areas and trails through points, and the interpolations between them. */
#ifndef FW_SHAPE_CURVE_H
#define FW_SHAPE_CURVE_H

#include <stdbool.h>

#include "shape/path.h"

/** A point of a line (x, y), an area (x, y: one edge, x2, y2: the other) or a trail (width in x2).
 */
struct fw_vertex {
    double x, y, x2, y2;
    bool gap; /* interrupted here: the numbers mean nothing */
};

struct fw_polyline {
    size_t count;
    const struct fw_vertex *vertices;
    const char *interpolate; /* "linear", "monotone", "step-after", ...; NULL: linear */
    bool has_tension;        /* else the interpolation's own */
    double tension;
    bool horizontal; /* areas: orient "horizontal", the curve runs along y */
};

/** The names of all interpolations, for suggestions. */
const char *const *fw_curve_names(size_t *count);

/**
 * Appends a line: one subpath for each run of vertices between gaps. An unknown interpolation is
 * drawn linear. Methods: d3-shape, line and its curves.
 */
void fw_line_path(const struct fw_polyline *line, struct fw_path *path);

/** Appends an area: each run goes along (x, y), back along (x2, y2), and is closed. */
void fw_area_path(const struct fw_polyline *area, struct fw_path *path);

/** Appends a trail: a closed outline for each segment, as wide at its ends as the vertices say. */
void fw_trail_path(const struct fw_polyline *trail, struct fw_path *path);

#endif
