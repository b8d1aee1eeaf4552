/* Arcs of a topology joined end to end into lines as long as they go. */
#include "data/stitch.h"

#include <stdlib.h>
#include <string.h>

/** One arc in a fragment. */
struct link {
    int64_t index;
    struct link *next;
};

/** A line so far. */
struct fragment {
    struct link *first, *last;
    size_t count;
    double start[2], end[2];
};

/** The fragment at a point; `order` is when the point came in, to walk a map in the order of
 * insertion. */
struct slot {
    double point[2];
    struct fragment *fragment; /* NULL: empty, or taken out again */
    size_t order;
    bool used;
};

struct map {
    struct slot *slots;
    size_t mask, inserted;
};

struct stitch {
    struct fw_arena *arena;
    const struct fw_stitch_arcs *arcs;
    struct map by_start, by_end;
};

static size_t arc_of(int64_t index)
{
    return (size_t)(index < 0 ? ~index : index);
}

/* ---- points to fragments ------------------------------------------------------------------ */

static struct slot *find_slot(const struct map *map, const double point[2])
{
    double key[2] = { point[0] + 0.0, point[1] + 0.0 }; /* -0 and 0 are one place */
    uint64_t bits[2];
    memcpy(bits, key, sizeof bits);
    uint64_t hash = (bits[0] * 0x9E3779B97F4A7C15u) ^ (bits[1] * 0xC2B2AE3D27D4EB4Fu);
    size_t i = (size_t)(hash ^ (hash >> 32)) & map->mask;
    while (map->slots[i].used &&
           (map->slots[i].point[0] != key[0] || map->slots[i].point[1] != key[1])) {
        i = (i + 1) & map->mask;
    }
    if (!map->slots[i].used) {
        map->slots[i].point[0] = key[0];
        map->slots[i].point[1] = key[1];
    }
    return &map->slots[i];
}

static struct fragment *find(const struct map *map, const double point[2])
{
    return find_slot(map, point)->fragment;
}

static void take_out(struct map *map, const double point[2])
{
    find_slot(map, point)->fragment = NULL;
}

static void put(struct map *map, const double point[2], struct fragment *fragment)
{
    struct slot *slot = find_slot(map, point);
    if (slot->fragment == NULL) {
        slot->order = map->inserted++;
    }
    slot->used = true;
    slot->fragment = fragment;
}

static struct map new_map(struct fw_arena *arena, size_t points)
{
    size_t size = 16;
    while (size < points * 2) {
        size *= 2;
    }
    return (struct map){ .slots = FW_NEW_ARRAY(arena, size, struct slot), .mask = size - 1 };
}

/* ---- joining ------------------------------------------------------------------------------ */

static void set_point(double to[2], const double from[2])
{
    to[0] = from[0];
    to[1] = from[1];
}

static struct link *new_link(struct stitch *stitch, int64_t index)
{
    struct link *link = FW_NEW(stitch->arena, struct link);
    link->index = index;
    return link;
}

/** `a` with the arcs of `b` behind its own. */
static struct fragment *concatenate(struct fragment *a, struct fragment *b)
{
    a->last->next = b->first;
    a->last = b->last;
    a->count += b->count;
    set_point(a->end, b->end);
    return a;
}

static void enter(struct stitch *stitch, struct fragment *fragment)
{
    put(&stitch->by_start, fragment->start, fragment);
    put(&stitch->by_end, fragment->end, fragment);
}

/** Puts an arc behind the fragment that ends where it starts, and joins the one that starts where
 * it ends. */
static void append(struct stitch *stitch, struct fragment *f, int64_t index, const double end[2])
{
    take_out(&stitch->by_end, f->end);
    f->last = f->last->next = new_link(stitch, index);
    f->count++;
    set_point(f->end, end);
    struct fragment *g = find(&stitch->by_start, end);
    if (g != NULL) {
        take_out(&stitch->by_start, g->start);
        f = g == f ? f : concatenate(f, g);
    }
    enter(stitch, f);
}

/** The same at the front of the fragment that starts where the arc ends. */
static void prepend(struct stitch *stitch, struct fragment *f, int64_t index, const double start[2])
{
    take_out(&stitch->by_start, f->start);
    struct link *link = new_link(stitch, index);
    link->next = f->first;
    f->first = link;
    f->count++;
    set_point(f->start, start);
    struct fragment *g = find(&stitch->by_end, start);
    if (g != NULL) {
        take_out(&stitch->by_end, g->end);
        f = g == f ? f : concatenate(g, f);
    }
    enter(stitch, f);
}

static void add_arc(struct stitch *stitch, int64_t index)
{
    const struct fw_stitch_arc *arc = &stitch->arcs->arcs[arc_of(index)];
    const double *start = index < 0 ? arc->end : arc->start;
    const double *end = index < 0 ? arc->start : arc->end;
    struct fragment *f = find(&stitch->by_end, start);
    if (f != NULL) {
        append(stitch, f, index, end);
        return;
    }
    f = find(&stitch->by_start, end);
    if (f != NULL) {
        prepend(stitch, f, index, start);
        return;
    }
    f = FW_NEW(stitch->arena, struct fragment);
    f->first = f->last = new_link(stitch, index);
    f->count = 1;
    set_point(f->start, start);
    set_point(f->end, end);
    enter(stitch, f);
}

/* ---- lines -------------------------------------------------------------------------------- */

/** Empty arcs go first: a longer line may take them in. */
static void empty_first(const struct fw_stitch_arcs *arcs, int64_t *indices, size_t count)
{
    size_t front = 0;
    for (size_t i = 0; i < count; i++) {
        if (arcs->arcs[arc_of(indices[i])].empty) {
            int64_t other = indices[front];
            indices[front++] = indices[i];
            indices[i] = other;
        }
    }
}

static int by_order(const void *a, const void *b)
{
    const struct slot *x = *(const struct slot *const *)a, *y = *(const struct slot *const *)b;
    return (x->order > y->order) - (x->order < y->order);
}

/** Writes the fragments of a map as lines, in the order of insertion, and takes them out of the
 * other. */
static void flush(struct stitch *stitch, struct map *map, struct map *other, bool *done,
                  struct fw_stitched *out)
{
    struct slot **live = FW_NEW_ARRAY(stitch->arena, map->mask + 1, struct slot *);
    size_t count = 0;
    for (size_t i = 0; i <= map->mask; i++) {
        if (map->slots[i].fragment != NULL) {
            live[count++] = &map->slots[i];
        }
    }
    qsort(live, count, sizeof(struct slot *), by_order);
    for (size_t i = 0; i < count; i++) {
        struct fragment *f = live[i]->fragment;
        take_out(other, f->start);
        struct fw_stitch_line *line = &out->lines[out->count++];
        line->indices = FW_NEW_ARRAY(stitch->arena, f->count, int64_t);
        for (struct link *link = f->first; link != NULL; link = link->next) {
            line->indices[line->count++] = link->index;
            done[arc_of(link->index)] = true;
        }
    }
}

struct fw_stitched fw_stitch(struct fw_arena *arena, const struct fw_stitch_arcs *arcs,
                             int64_t *indices, size_t count)
{
    struct stitch stitch = { .arena = arena, .arcs = arcs };
    stitch.by_start = new_map(arena, count * 4 + 1);
    stitch.by_end = new_map(arena, count * 4 + 1);
    empty_first(arcs, indices, count);
    for (size_t i = 0; i < count; i++) {
        add_arc(&stitch, indices[i]);
    }
    struct fw_stitched out = {
        .lines = FW_NEW_ARRAY(arena, count * 3 + 1, struct fw_stitch_line),
    };
    bool *done = FW_NEW_ARRAY(arena, arcs->count, bool);
    flush(&stitch, &stitch.by_end, &stitch.by_start, done, &out);
    flush(&stitch, &stitch.by_start, &stitch.by_end, done, &out);
    for (size_t i = 0; i < count; i++) {
        if (!done[arc_of(indices[i])]) {
            struct fw_stitch_line *line = &out.lines[out.count++];
            line->indices = FW_NEW(arena, int64_t);
            line->indices[line->count++] = indices[i];
        }
    }
    return out;
}
