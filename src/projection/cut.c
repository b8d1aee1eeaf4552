/* Polygons cut into pieces by a clip edge, and joined again along it. Method: d3-geo, clipRejoin.
 */
#include "projection/cut.h"

#include <stdlib.h>

#include "projection/sphere.h"

static void buffer_point(struct fw_geo_sink *sink, double x, double y, int mark)
{
    struct fw_cut_buffer *buffer = (struct fw_cut_buffer *)sink;
    FW_RESERVE(buffer->arena, buffer->points, buffer->point_count, buffer->point_capacity);
    buffer->points[buffer->point_count++] = (struct fw_cut_point){ { x, y }, mark };
    buffer->lines[buffer->line_count - 1].count++;
}

static void buffer_line_start(struct fw_geo_sink *sink)
{
    struct fw_cut_buffer *buffer = (struct fw_cut_buffer *)sink;
    FW_RESERVE(buffer->arena, buffer->lines, buffer->line_count, buffer->line_capacity);
    buffer->lines[buffer->line_count++] = (struct fw_cut_line){ buffer->point_count, 0 };
}

static const struct fw_geo_ops buffer_ops = {
    .point = buffer_point,
    .line_start = buffer_line_start,
    .line_end = fw_sink_ignore,
    .polygon_start = fw_sink_ignore,
    .polygon_end = fw_sink_ignore,
    .sphere = fw_sink_ignore,
};

void fw_cut_buffer_init(struct fw_cut_buffer *buffer, struct fw_arena *arena)
{
    *buffer = (struct fw_cut_buffer){ .sink = { &buffer_ops }, .arena = arena };
}

void fw_cut_buffer_clear(struct fw_cut_buffer *buffer)
{
    buffer->point_count = 0;
    buffer->line_count = 0;
}

static void append_line(struct fw_cut_buffer *buffer, struct fw_cut_line line)
{
    for (size_t i = 0; i < line.count; i++) {
        struct fw_cut_point point = buffer->points[line.begin + i];
        buffer_point(&buffer->sink, point.at.x, point.at.y, point.mark);
    }
}

void fw_cut_buffer_rejoin(struct fw_cut_buffer *buffer, size_t first)
{
    if (buffer->line_count - first < 2) {
        return;
    }
    struct fw_cut_line head = buffer->lines[first];
    struct fw_cut_line tail = buffer->lines[buffer->line_count - 1];
    for (size_t i = first; i + 1 < buffer->line_count; i++) {
        buffer->lines[i] = buffer->lines[i + 1];
    }
    buffer->line_count -= 2;
    buffer_line_start(&buffer->sink);
    append_line(buffer, tail);
    append_line(buffer, head);
}

static const size_t none = (size_t)-1;

/**
 * Where a piece meets the edge. Each meeting stands in two rings: in that of the pieces, and in
 * that of the edge, each node pointing at its other self.
 */
struct meeting {
    struct fw_point at;
    size_t line;       /* of the pieces, or `none` in the ring of the edge */
    size_t other;      /* the same meeting in the other ring */
    size_t next, back; /* in its own ring */
    bool entry, visited;
};

/** The place of a meeting along the edge, for sorting; `index` keeps equals in order. */
struct place {
    int side;
    double along;
    size_t index;
};

static int compare_places(const void *a, const void *b)
{
    const struct place *one = a, *two = b;
    if (one->side != two->side) {
        return one->side < two->side ? -1 : 1;
    }
    if (one->along < two->along || one->along > two->along) {
        return one->along < two->along ? -1 : 1;
    }
    return one->index < two->index ? -1 : one->index > two->index;
}

struct rejoin {
    struct fw_cut_buffer *pieces;
    const struct fw_clip_edge *edge;
    struct fw_geo_sink *sink;
    struct meeting *meetings; /* pairs: 2 i of the pieces, 2 i + 1 of the edge */
    size_t pair_count;
};

/** Sends a piece, forwards or backwards, but for `leave` points at its end. */
static void send_line(const struct rejoin *r, size_t index, bool backwards, size_t leave)
{
    struct fw_cut_line line = r->pieces->lines[index];
    for (size_t i = 0; i + leave < line.count; i++) {
        struct fw_point p = r->pieces->points[line.begin + (backwards ? line.count - 1 - i : i)].at;
        fw_sink_point(r->sink, p.x, p.y, 0);
    }
}

static void add_meeting(struct rejoin *r, struct fw_point at, size_t line, bool entry)
{
    size_t node = 2 * r->pair_count++;
    r->meetings[node] = (struct meeting){ at, line, node + 1, 0, 0, entry, false };
    r->meetings[node + 1] = (struct meeting){ at, none, node, 0, 0, !entry, false };
}

/** Notes where each piece begins and ends. A piece that is a ring of its own is sent at once. */
static void collect_meetings(struct rejoin *r)
{
    for (size_t i = 0; i < r->pieces->line_count; i++) {
        struct fw_cut_line line = r->pieces->lines[i];
        if (line.count < 2) {
            continue;
        }
        struct fw_cut_point *first = &r->pieces->points[line.begin];
        struct fw_cut_point *last = first + line.count - 1;
        if (fw_points_meet(first->at, last->at)) {
            if (first->mark == 0 && last->mark == 0) {
                fw_sink_line_start(r->sink);
                send_line(r, i, false, 1);
                fw_sink_line_end(r->sink);
                continue;
            }
            last->at.x += 2 * FW_GEO_NEAR; /* cut twice in one place: part the ends */
        }
        add_meeting(r, first->at, i, true);
        add_meeting(r, last->at, i, false);
    }
}

/** Links nodes into a ring: `order` holds their indices. */
static void link_ring(struct rejoin *r, const struct place *order, size_t offset)
{
    for (size_t i = 0; i < r->pair_count; i++) {
        size_t node = 2 * order[i].index + offset;
        size_t next = 2 * order[(i + 1) % r->pair_count].index + offset;
        r->meetings[node].next = next;
        r->meetings[next].back = node;
    }
}

/** Links the ring of the pieces in their order, that of the edge along it, and marks its entries in
 * turn. */
static void link_rings(struct rejoin *r, bool start_inside)
{
    struct place *places = FW_NEW_ARRAY(r->pieces->arena, r->pair_count, struct place);
    for (size_t i = 0; i < r->pair_count; i++) {
        places[i].index = i;
        places[i].along = r->edge->along(r->edge, r->meetings[2 * i].at, &places[i].side);
    }
    link_ring(r, places, 0);
    qsort(places, r->pair_count, sizeof *places, compare_places);
    link_ring(r, places, 1);
    for (size_t i = 0; i < r->pair_count; i++) {
        start_inside = !start_inside;
        r->meetings[2 * places[i].index + 1].entry = start_inside;
    }
}

/** Goes from a meeting to the next in its ring, along a piece or along the edge; returns that node.
 */
static size_t walk(const struct rejoin *r, size_t node)
{
    const struct meeting *m = &r->meetings[node];
    size_t to = m->entry ? m->next : m->back;
    if (m->line != none) {
        send_line(r, m->entry ? m->line : r->meetings[to].line, !m->entry, 0);
    } else {
        r->edge->follow(r->edge, &m->at, &r->meetings[to].at, m->entry ? 1 : -1, r->sink);
    }
    return to;
}

/** Walks round from an unvisited meeting, changing rings at each one, until it is back. */
static void send_ring(const struct rejoin *r, size_t node)
{
    fw_sink_line_start(r->sink);
    do {
        r->meetings[node].visited = true;
        r->meetings[r->meetings[node].other].visited = true;
        node = r->meetings[walk(r, node)].other;
    } while (!r->meetings[node].visited);
    fw_sink_line_end(r->sink);
}

void fw_cut_rejoin(struct fw_cut_buffer *pieces, const struct fw_clip_edge *edge, bool start_inside,
                   struct fw_geo_sink *sink)
{
    struct rejoin r = { .pieces = pieces, .edge = edge, .sink = sink };
    r.meetings = FW_NEW_ARRAY(pieces->arena, pieces->line_count * 4, struct meeting);
    collect_meetings(&r);
    if (r.pair_count == 0) {
        return;
    }
    link_rings(&r, start_inside);
    for (size_t i = 0; i < r.pair_count; i++) {
        if (!r.meetings[2 * i].visited) {
            send_ring(&r, 2 * i);
        }
    }
}
