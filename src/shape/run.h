/* One edge of a line or area between two gaps, and how curves draw it. Private to shape/. */
#ifndef FW_SHAPE_RUN_H
#define FW_SHAPE_RUN_H

#include "shape/curve.h"

enum fw_run_part {
    FW_RUN_LINE,  /* a line of its own */
    FW_RUN_THERE, /* the first edge of an area */
    FW_RUN_BACK,  /* its second edge, in reverse, joined to the first and closed */
};

struct fw_run {
    struct fw_path *path;
    const struct fw_vertex *vertices; /* [count], no gaps */
    size_t count;                     /* at least 1 */
    enum fw_run_part part;
    double tension;
    bool swapped; /* x and y change places, here and in what is drawn */
};

/** The i-th point of the run, in drawing order. */
struct fw_point fw_run_point(const struct fw_run *run, size_t i);

/** Starts the run at a point: a move, or a line where the run joins an edge before it. */
void fw_run_begin(const struct fw_run *run, struct fw_point point);
void fw_run_move(const struct fw_run *run, struct fw_point point);
void fw_run_line(const struct fw_run *run, struct fw_point point);
void fw_run_curve(const struct fw_run *run, struct fw_point c1, struct fw_point c2,
                  struct fw_point point);

/** Ends the run: closes an area, and a line that is a mere dot (`dot`), so that its cap shows. */
void fw_run_end(const struct fw_run *run, bool dot);

/* The curves of spline.c. */
void fw_run_basis(const struct fw_run *run);
void fw_run_basis_open(const struct fw_run *run);
void fw_run_basis_closed(const struct fw_run *run);
void fw_run_bundle(const struct fw_run *run);
void fw_run_cardinal(const struct fw_run *run);
void fw_run_cardinal_open(const struct fw_run *run);
void fw_run_cardinal_closed(const struct fw_run *run);
void fw_run_catmull_rom(const struct fw_run *run);
void fw_run_catmull_rom_open(const struct fw_run *run);
void fw_run_catmull_rom_closed(const struct fw_run *run);
void fw_run_monotone(const struct fw_run *run);
void fw_run_natural(const struct fw_run *run);

#endif
