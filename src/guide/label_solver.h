/* Finds places for labels where they cover neither each other nor what is drawn. Pure geometry. */
#ifndef FW_GUIDE_LABEL_SOLVER_H
#define FW_GUIDE_LABEL_SOLVER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "shape/box.h"

/** The place of a label that was dropped. */
#define FW_LABEL_DROPPED ((size_t)-1)

/** A label with the boxes its text would take, best one first. */
struct fw_label_item {
    const struct fw_box *places; /* [place_count] px */
    size_t place_count;
    double priority; /* higher ones choose first */
    const char *key; /* its text: settles ties, so that the order of the input does not matter */
    size_t owner;    /* 0: none; obstacles of the same owner are not in its way */
    size_t at;       /* out: which place, or FW_LABEL_DROPPED */
};

/** A box that labels keep off, or a straight line from (x1, y1) to (x2, y2). */
struct fw_label_obstacle {
    struct fw_box box; /* of a line: its ends, in either order */
    bool line;
    size_t owner; /* 0: in everyone's way */
};

struct fw_label_problem {
    struct fw_label_item *labels;
    size_t label_count;
    const struct fw_label_obstacle *obstacles;
    size_t obstacle_count;
    struct fw_box bounds; /* labels stay in it */
    double gap;           /* px between two labels */
};

/**
 * Gives every label the first of its places that lies in the bounds and is free, and drops those
 * that have none. Higher priorities choose first; equal ones from top to bottom, left to right, by
 * key. A label without a free place may move one other label to a free place of that one's.
 * Returns how many were dropped; the same whatever the order of labels and obstacles.
 *
 * Method: the greedy baseline of Christensen, Marks and Shieber 1995, "An empirical study of
 * algorithms for point-feature label placement", with one step of backtracking.
 */
size_t fw_labels_place(struct fw_arena *arena, struct fw_label_problem *problem);

/** A label in a column (or a row) of labels: only its place along that is free. */
struct fw_label_slot {
    double wanted;   /* px: where its middle should be */
    double size;     /* px along the column */
    double priority; /* lower ones are dropped first */
    const char *key; /* settles ties */
    double at;       /* out: where its middle is */
    bool dropped;    /* out: the column has no room for it */
};

/**
 * Spreads labels along [low, high], `gap` px apart and in the order of `wanted`, with the least sum
 * of squared displacements. Where there is no room for all, the lowest priorities go. Returns how
 * many were dropped.
 *
 * Method: with what stands before it taken off each place, the order becomes "not decreasing", and
 * the problem isotonic regression: pool adjacent violators (Ayer, Brunk, Ewing, Reid and Silverman
 * 1955), its answer held to the ends (Barlow, Bartholomew, Bremner and Brunk 1972).
 */
size_t fw_labels_spread(struct fw_arena *arena, struct fw_label_slot *slots, size_t count,
                        double gap, double low, double high);

#endif
