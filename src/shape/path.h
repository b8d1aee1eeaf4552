/* Paths: outlines made of lines, curves and arcs, in one flat array of commands. */
#ifndef FW_SHAPE_PATH_H
#define FW_SHAPE_PATH_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "shape/box.h"
#include "shape/matrix.h"

/** What a command does, with its numbers in `args`; each ends at the new current point. */
enum fw_path_op {
    FW_PATH_MOVE,  /* 2: x y */
    FW_PATH_LINE,  /* 2: x y */
    FW_PATH_QUAD,  /* 4: x1 y1 x y, a quadratic Bezier curve */
    FW_PATH_CURVE, /* 6: x1 y1 x2 y2 x y, a cubic Bezier curve */
    FW_PATH_ARC, /* 9: cx cy rx ry rotation start sweep x y, see fw_path_ellipse; x y is its end */
    FW_PATH_CLOSE, /* 0: back to the start of the subpath */
};

/** Numbers that each op takes. */
extern const unsigned char fw_path_arity[FW_PATH_CLOSE + 1];

/**
 * A path that grows in an arena. To walk it:
 *
 *     const double *p = path->args;
 *     for (size_t i = 0; i < path->op_count; p += fw_path_arity[path->ops[i]], i++) ...
 */
struct fw_path {
    struct fw_arena *arena;
    uint8_t *ops; /* [op_count] enum fw_path_op */
    double *args; /* [arg_count] */
    size_t op_count, op_capacity;
    size_t arg_count, arg_capacity;
    bool has_point;            /* there is a current point */
    struct fw_point start, at; /* of the subpath; the current point */
};

/** An empty path whose commands live in `arena`. */
struct fw_path fw_path_empty(struct fw_arena *arena);

/** Forgets all commands and keeps the memory. */
void fw_path_clear(struct fw_path *path);

/* Building, as Canvas and d3-path have it. Without a current point, everything but a move starts a
 * subpath. */
void fw_path_move(struct fw_path *path, double x, double y);
void fw_path_line(struct fw_path *path, double x, double y);
void fw_path_quad(struct fw_path *path, double x1, double y1, double x, double y);
void fw_path_curve(struct fw_path *path, double x1, double y1, double x2, double y2, double x,
                   double y);
void fw_path_close(struct fw_path *path);

/** A closed box; width and height may be negative. */
void fw_path_rect(struct fw_path *path, double x, double y, double width, double height);

/**
 * An arc of a circle from angle `start` to `end` (radians from the x axis, clockwise as seen),
 * clockwise or `counter`, joined to the current point by a line where it does not start there. A
 * turn of 2 pi or more is a full circle. Method: d3-path, arc.
 */
void fw_path_arc(struct fw_path *path, double cx, double cy, double radius, double start,
                 double end, bool counter);

/** An axis-parallel ellipse rotated by `rotation`, from parameter `start` on by `sweep` radians. */
struct fw_ellipse {
    double cx, cy, rx, ry, rotation; /* radians, clockwise */
    double start, sweep;             /* radians; sweep > 0 is clockwise, at most 2 pi either way */
};

/** That part of an ellipse, joined to the current point by a line where it does not start there. */
void fw_path_ellipse(struct fw_path *path, const struct fw_ellipse *ellipse);

/** SVG's arc command from the current point to (x, y): radii, rotation in degrees, flags. */
void fw_path_arc_to(struct fw_path *path, const double radii[2], double rotation_deg, bool large,
                    bool sweep, double x, double y);

/** Appends `other` (not `path` itself) mapped by `matrix` (NULL: as it is). */
void fw_path_append(struct fw_path *path, const struct fw_path *other,
                    const struct fw_matrix *matrix);

/** A place between commands. */
struct fw_path_mark {
    size_t op, arg;
};

/** The end of the path as it is now. */
struct fw_path_mark fw_path_mark(const struct fw_path *path);

/**
 * Maps all commands behind `from`, the first of which is a move, in place. `matrix` may move, turn,
 * mirror and scale alike in both directions, and not bend circles.
 */
void fw_path_map(struct fw_path *path, struct fw_path_mark from, struct fw_matrix matrix);

/** The exact extent of the outline, without any stroke; every point named by a move counts. */
struct fw_box fw_path_bounds(const struct fw_path *path);

/** A cubic Bezier curve without its start, which is the current point. */
struct fw_cubic {
    double x1, y1, x2, y2, x, y;
};

/** Most cubics that one ellipse command becomes. */
enum { FW_PATH_ARC_CUBICS = 8 };

/**
 * The cubic curves that draw an FW_PATH_ARC command with numbers `args`, each of at most an eighth
 * of a turn (off by less than 5e-6 of the radius). Returns how many.
 */
size_t fw_path_arc_cubics(const double args[9], struct fw_cubic cubics[FW_PATH_ARC_CUBICS]);

/** The cubic that equals a quadratic curve from (x0, y0) with numbers `args`. */
struct fw_cubic fw_path_quad_cubic(double x0, double y0, const double args[4]);

/**
 * Appends SVG path data: all commands, absolute and relative, with repeated and run-together
 * numbers. False where the text is no path data; `fault` (may be NULL) gets the offset of the first
 * wrong byte, and what came before it is kept, as SVG draws it.
 */
bool fw_path_parse(struct fw_path *path, const char *text, size_t length, size_t *fault);

/**
 * Writes SVG path data shifted by (dx, dy): absolute commands M, L, Q, C, A and Z with at most
 * `decimals` places. Full turns are written as two arcs.
 */
void fw_path_text(const struct fw_path *path, struct fw_bytes *text, double dx, double dy,
                  int decimals);

#endif
