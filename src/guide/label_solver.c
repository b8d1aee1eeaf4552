/* Labels in two dimensions: greedy, with one step of backtracking, over a grid of what is in the
 * way. */
#include "guide/label_solver.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The bounds are cut into so many cells a side at most: with some thousand obstacles a cell holds
 * few. */
enum { MOST_CELLS = 48 };

/* Sums of widths differ in the last bits: what sticks out by no more than this lies inside. */
static const double tolerance = 1e-6;

/* What a cell holds: obstacles by their index, labels by obstacle_count + theirs. */
struct cell {
    size_t *items;
    size_t count, capacity;
};

struct solver {
    struct fw_arena *arena;
    struct fw_label_problem *problem;
    struct cell *cells; /* [side * side] */
    size_t side;
};

/* What stands in the way of a box. */
struct conflict {
    bool fixed;   /* an obstacle, or more than one label */
    size_t label; /* the one label; FW_LABEL_DROPPED: none */
};

static bool inside(struct fw_box box, struct fw_box bounds)
{
    return box.x1 >= bounds.x1 - tolerance && box.y1 >= bounds.y1 - tolerance &&
           box.x2 <= bounds.x2 + tolerance && box.y2 <= bounds.y2 + tolerance;
}

static bool overlap(struct fw_box a, struct fw_box b, double gap)
{
    return a.x1 < b.x2 + gap - tolerance && b.x1 < a.x2 + gap - tolerance &&
           a.y1 < b.y2 + gap - tolerance && b.y1 < a.y2 + gap - tolerance;
}

/* Narrows [from, to] to where `start + t * way` lies in [low, high]; Liang and Barsky 1984. */
static void clip(double start, double way, double low, double high, double *from, double *to)
{
    if (way == 0) {
        *to = start > low && start < high ? *to : -1;
        return;
    }
    double a = (low - start) / way, b = (high - start) / way;
    *from = fmax(*from, fmin(a, b));
    *to = fmin(*to, fmax(a, b));
}

/* Whether the line between the ends of `line` runs through the inside of `box`. */
static bool crosses(struct fw_box line, struct fw_box box)
{
    double from = 0, to = 1;
    clip(line.x1, line.x2 - line.x1, box.x1, box.x2, &from, &to);
    clip(line.y1, line.y2 - line.y1, box.y1, box.y2, &from, &to);
    return from < to;
}

static struct fw_box upright(struct fw_box box)
{
    return (struct fw_box){ fmin(box.x1, box.x2), fmin(box.y1, box.y2), fmax(box.x1, box.x2),
                            fmax(box.y1, box.y2) };
}

/* The cell that a coordinate falls into; what lies outside the bounds counts to the outermost. */
static size_t cell_at(double value, double low, double high, size_t side)
{
    double share = high > low ? (value - low) / (high - low) : 0;
    double at = floor(share * (double)side);
    return at > 0 ? (size_t)fmin(at, (double)(side - 1)) : 0;
}

struct cell_range {
    size_t x1, y1, x2, y2;
};

static struct cell_range cells_of(const struct solver *solver, struct fw_box box)
{
    struct fw_box all = solver->problem->bounds;
    return (struct cell_range){
        cell_at(box.x1, all.x1, all.x2, solver->side),
        cell_at(box.y1, all.y1, all.y2, solver->side),
        cell_at(box.x2, all.x1, all.x2, solver->side),
        cell_at(box.y2, all.y1, all.y2, solver->side),
    };
}

static void enter(struct solver *solver, struct fw_box box, size_t item)
{
    struct cell_range range = cells_of(solver, upright(box));
    for (size_t y = range.y1; y <= range.y2; y++) {
        for (size_t x = range.x1; x <= range.x2; x++) {
            struct cell *cell = &solver->cells[y * solver->side + x];
            FW_RESERVE(solver->arena, cell->items, cell->count, cell->capacity);
            cell->items[cell->count++] = item;
        }
    }
}

static bool obstructs(const struct fw_label_obstacle *obstacle, const struct fw_label_item *label,
                      struct fw_box box)
{
    if (obstacle->owner != 0 && obstacle->owner == label->owner) {
        return false;
    }
    return obstacle->line ? crosses(obstacle->box, box) : overlap(obstacle->box, box, 0);
}

/* Adds to `conflict` what the item of a cell means for `label` in `box`. A label that has moved
 * away is asked for where it is now. */
static void meet(const struct solver *solver, size_t item, const struct fw_label_item *label,
                 struct fw_box box, struct conflict *conflict)
{
    const struct fw_label_problem *problem = solver->problem;
    if (item < problem->obstacle_count) {
        conflict->fixed = conflict->fixed || obstructs(&problem->obstacles[item], label, box);
        return;
    }
    size_t index = item - problem->obstacle_count;
    const struct fw_label_item *other = &problem->labels[index];
    if (other == label || other->at == FW_LABEL_DROPPED || index == conflict->label ||
        !overlap(other->places[other->at], box, problem->gap)) {
        return;
    }
    conflict->fixed = conflict->fixed || conflict->label != FW_LABEL_DROPPED;
    conflict->label = index;
}

static struct conflict conflict_of(const struct solver *solver, const struct fw_label_item *label,
                                   struct fw_box box)
{
    struct conflict conflict = { !inside(box, solver->problem->bounds), FW_LABEL_DROPPED };
    struct cell_range range = cells_of(solver, fw_box_expand(box, solver->problem->gap));
    for (size_t y = range.y1; y <= range.y2 && !conflict.fixed; y++) {
        for (size_t x = range.x1; x <= range.x2 && !conflict.fixed; x++) {
            const struct cell *cell = &solver->cells[y * solver->side + x];
            for (size_t i = 0; i < cell->count && !conflict.fixed; i++) {
                meet(solver, cell->items[i], label, box, &conflict);
            }
        }
    }
    return conflict;
}

static void put(struct solver *solver, struct fw_label_item *label, size_t place)
{
    const struct fw_label_problem *problem = solver->problem;
    label->at = place;
    enter(solver, label->places[place],
          problem->obstacle_count + (size_t)(label - problem->labels));
}

/* Puts a label to the first of its places that is free. */
static bool put_free(struct solver *solver, struct fw_label_item *label)
{
    for (size_t i = 0; i < label->place_count; i++) {
        struct conflict conflict = conflict_of(solver, label, label->places[i]);
        if (!conflict.fixed && conflict.label == FW_LABEL_DROPPED) {
            put(solver, label, i);
            return true;
        }
    }
    return false;
}

/* Puts a label where one other stands, if that one has somewhere else to go. */
static bool put_instead(struct solver *solver, struct fw_label_item *label)
{
    for (size_t i = 0; i < label->place_count; i++) {
        struct conflict conflict = conflict_of(solver, label, label->places[i]);
        if (conflict.fixed || conflict.label == FW_LABEL_DROPPED) {
            continue;
        }
        struct fw_label_item *other = &solver->problem->labels[conflict.label];
        size_t back = other->at;
        put(solver, label, i);
        other->at = FW_LABEL_DROPPED;
        if (put_free(solver, other)) {
            return true;
        }
        other->at = back;
        label->at = FW_LABEL_DROPPED;
    }
    return false;
}

static int compare(double a, double b)
{
    return (a > b) - (a < b);
}

static int by_turn(const void *left, const void *right)
{
    const struct fw_label_item *a = *(struct fw_label_item *const *)left;
    const struct fw_label_item *b = *(struct fw_label_item *const *)right;
    int order = compare(b->priority, a->priority);
    if (order == 0 && a->place_count > 0 && b->place_count > 0) {
        order = compare(a->places[0].y1, b->places[0].y1);
        order = order != 0 ? order : compare(a->places[0].x1, b->places[0].x1);
        order = order != 0 ? order : compare(a->places[0].x2, b->places[0].x2);
    }
    return order != 0 ? order : strcmp(a->key == NULL ? "" : a->key, b->key == NULL ? "" : b->key);
}

static void init(struct solver *solver)
{
    const struct fw_label_problem *problem = solver->problem;
    double items = (double)(problem->obstacle_count + problem->label_count);
    solver->side = (size_t)fmax(1, fmin(MOST_CELLS, ceil(sqrt(items))));
    solver->cells = FW_NEW_ARRAY(solver->arena, solver->side * solver->side, struct cell);
    for (size_t i = 0; i < problem->obstacle_count; i++) {
        enter(solver, problem->obstacles[i].box, i);
    }
}

size_t fw_labels_place(struct fw_arena *arena, struct fw_label_problem *problem)
{
    struct solver solver = { .arena = arena, .problem = problem };
    struct fw_label_item **order = fw_arena_array(arena, problem->label_count, sizeof *order);
    size_t dropped = 0;
    init(&solver);
    for (size_t i = 0; i < problem->label_count; i++) {
        problem->labels[i].at = FW_LABEL_DROPPED;
        order[i] = &problem->labels[i];
    }
    qsort(order, problem->label_count, sizeof *order, by_turn);
    for (size_t i = 0; i < problem->label_count; i++) {
        if (!put_free(&solver, order[i]) && !put_instead(&solver, order[i])) {
            dropped++;
        }
    }
    return dropped;
}
