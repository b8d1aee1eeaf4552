/* Clipping points, lines and polygons to a region of the sphere. Method: d3-geo, clip. */
#include "projection/clip.h"

#include "projection/sphere.h"

struct clip {
    struct fw_geo_sink sink;
    struct fw_geo_sink *next;
    const struct fw_region *region;
    struct fw_cutter *line; /* cuts lines and sends them on */
    struct fw_cutter *ring; /* cuts rings into `pieces` */
    struct fw_cut_buffer
        pieces; /* [0, piece_count): of finished rings; behind them the ring in work */
    struct fw_cut_buffer polygon; /* the rings as they came */
    size_t piece_count;
    bool in_line, in_polygon;
    bool started; /* the polygon has been announced to `next` */
};

/** Announces the polygon before the first ring of it is sent. */
static void start_polygon(struct clip *clip)
{
    if (!clip->started) {
        fw_sink_polygon_start(clip->next);
        clip->started = true;
    }
}

static void clip_point(struct fw_geo_sink *sink, double lambda, double phi, int mark)
{
    struct clip *clip = (struct clip *)sink;
    (void)mark;
    if (clip->in_polygon) {
        fw_sink_point(&clip->polygon.sink, lambda, phi, 0);
        fw_sink_point(&clip->ring->sink, lambda, phi, 0);
    } else if (clip->in_line) {
        fw_sink_point(&clip->line->sink, lambda, phi, 0);
    } else if (clip->region->visible(clip->region, lambda, phi)) {
        fw_sink_point(clip->next, lambda, phi, 0);
    }
}

static void clip_line_start(struct fw_geo_sink *sink)
{
    struct clip *clip = (struct clip *)sink;
    if (clip->in_polygon) {
        fw_sink_line_start(&clip->polygon.sink);
        fw_sink_line_start(&clip->ring->sink);
    } else {
        clip->in_line = true;
        fw_sink_line_start(&clip->line->sink);
    }
}

/** Sends a ring that lies wholly within the region: the one piece it became. */
static void send_whole_ring(struct clip *clip)
{
    struct fw_cut_line piece = clip->pieces.lines[clip->piece_count];
    if (piece.count > 1) {
        start_polygon(clip);
        fw_sink_line_start(clip->next);
        for (size_t i = 0; i + 1 < piece.count; i++) {
            struct fw_point p = clip->pieces.points[piece.begin + i].at;
            fw_sink_point(clip->next, p.x, p.y, 0);
        }
        fw_sink_line_end(clip->next);
    }
    clip->pieces.line_count = clip->piece_count;
    clip->pieces.point_count = piece.begin;
}

/** Keeps the pieces of the ring in work that have a length. */
static void keep_pieces(struct clip *clip)
{
    struct fw_cut_buffer *pieces = &clip->pieces;
    for (size_t i = clip->piece_count; i < pieces->line_count; i++) {
        if (pieces->lines[i].count > 1) {
            pieces->lines[clip->piece_count++] = pieces->lines[i];
        }
    }
    pieces->line_count = clip->piece_count;
}

/** Closes the ring in work, and sends it or keeps its pieces. */
static void end_ring(struct clip *clip)
{
    struct fw_cut_line ring = clip->polygon.lines[clip->polygon.line_count - 1];
    if (ring.count > 0) {
        struct fw_point first = clip->polygon.points[ring.begin].at;
        fw_sink_point(&clip->ring->sink, first.x, first.y, 0);
    }
    fw_sink_line_end(&clip->ring->sink);
    unsigned clean = clip->ring->clean(clip->ring);
    size_t count = clip->pieces.line_count - clip->piece_count;
    if (count == 0) {
        return;
    }
    if (clean & 1) {
        send_whole_ring(clip);
        return;
    }
    if (count > 1 && (clean & 2)) {
        fw_cut_buffer_rejoin(&clip->pieces, clip->piece_count);
    }
    keep_pieces(clip);
}

static void clip_line_end(struct fw_geo_sink *sink)
{
    struct clip *clip = (struct clip *)sink;
    if (clip->in_polygon) {
        end_ring(clip);
    } else {
        clip->in_line = false;
        fw_sink_line_end(&clip->line->sink);
    }
}

static void clip_polygon_start(struct fw_geo_sink *sink)
{
    struct clip *clip = (struct clip *)sink;
    clip->in_polygon = true;
    clip->piece_count = 0;
    fw_cut_buffer_clear(&clip->pieces);
    fw_cut_buffer_clear(&clip->polygon);
}

/** Sends the whole edge of the region as a ring. */
static void send_edge(struct clip *clip)
{
    fw_sink_line_start(clip->next);
    clip->region->edge.follow(&clip->region->edge, NULL, NULL, 1, clip->next);
    fw_sink_line_end(clip->next);
}

static void clip_polygon_end(struct fw_geo_sink *sink)
{
    struct clip *clip = (struct clip *)sink;
    bool start_inside = fw_polygon_holds(&clip->polygon, clip->region->start);
    clip->in_polygon = false;
    if (clip->pieces.line_count > 0) {
        start_polygon(clip);
        fw_cut_rejoin(&clip->pieces, &clip->region->edge, start_inside, clip->next);
    } else if (start_inside) {
        start_polygon(clip);
        send_edge(clip);
    }
    if (clip->started) {
        fw_sink_polygon_end(clip->next);
        clip->started = false;
    }
}

static void clip_sphere(struct fw_geo_sink *sink)
{
    struct clip *clip = (struct clip *)sink;
    fw_sink_polygon_start(clip->next);
    send_edge(clip);
    fw_sink_polygon_end(clip->next);
}

static const struct fw_geo_ops clip_ops = {
    .point = clip_point,
    .line_start = clip_line_start,
    .line_end = clip_line_end,
    .polygon_start = clip_polygon_start,
    .polygon_end = clip_polygon_end,
    .sphere = clip_sphere,
};

struct fw_geo_sink *fw_clip_region(struct fw_arena *arena, const struct fw_region *region,
                                   struct fw_geo_sink *next)
{
    struct clip *clip = FW_NEW(arena, struct clip);
    clip->sink.ops = &clip_ops;
    clip->next = next;
    clip->region = region;
    fw_cut_buffer_init(&clip->pieces, arena);
    fw_cut_buffer_init(&clip->polygon, arena);
    clip->line = region->cutter(arena, region, next);
    clip->ring = region->cutter(arena, region, &clip->pieces.sink);
    return &clip->sink;
}

double fw_region_along(const struct fw_clip_edge *edge, struct fw_point point, int *side)
{
    (void)edge;
    *side = 0;
    return point.x < 0 ? point.y - FW_HALF_PI - FW_GEO_NEAR : FW_HALF_PI - point.y;
}
