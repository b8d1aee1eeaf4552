/* Directions of a view, and where texts of annotations may stand. */
#include "annotation/frame.h"

#include <math.h>
#include <string.h>

struct fw_point fw_frame_point(const struct fw_annotation *annotation, double along, double level)
{
    return annotation->measure == 1 ? (struct fw_point){ along, level }
                                    : (struct fw_point){ level, along };
}

double fw_frame_along(const struct fw_annotation *annotation, struct fw_point point)
{
    return annotation->measure == 1 ? point.x : point.y;
}

double fw_frame_level(const struct fw_annotation *annotation, struct fw_point point)
{
    return annotation->measure == 1 ? point.y : point.x;
}

double fw_frame_outwards(const struct fw_annotation *annotation)
{
    return annotation->measure == 1 ? -1 : 1;
}

struct fw_annotation_spot fw_frame_spot(const struct fw_annotation *annotation, double along,
                                        double level, int outwards)
{
    struct fw_point at = fw_frame_point(annotation, along, level);
    return annotation->measure == 1 ? (struct fw_annotation_spot){ at.x, at.y, 0, -outwards }
                                    : (struct fw_annotation_spot){ at.x, at.y, outwards, 0 };
}

struct fw_annotation_spot fw_frame_beside(const struct fw_annotation *annotation, double along,
                                          double level, int behind)
{
    struct fw_point at = fw_frame_point(annotation, along, level);
    return annotation->measure == 1 ? (struct fw_annotation_spot){ at.x, at.y, behind, 0 }
                                    : (struct fw_annotation_spot){ at.x, at.y, 0, behind };
}

/* ---- beyond the marks --------------------------------------------------------------------- */

/* What an obstacle spans along and in levels, lowest first. */
struct spans {
    double along[2], level[2];
};

static struct spans spans_of(const struct fw_annotation *annotation, struct fw_box box)
{
    struct fw_point a = { fmin(box.x1, box.x2), fmin(box.y1, box.y2) };
    struct fw_point b = { fmax(box.x1, box.x2), fmax(box.y1, box.y2) };
    return (struct spans){
        { fw_frame_along(annotation, a), fw_frame_along(annotation, b) },
        { fw_frame_level(annotation, a), fw_frame_level(annotation, b) },
    };
}

/* Of a slanting line only the part between `lo` and `hi` counts. */
static struct fw_box clip_line(const struct fw_annotation *annotation, struct fw_box line,
                               double lo, double hi)
{
    struct fw_point ends[2] = { { line.x1, line.y1 }, { line.x2, line.y2 } };
    double a = fw_frame_along(annotation, ends[0]), b = fw_frame_along(annotation, ends[1]);
    double p = fw_frame_level(annotation, ends[0]), q = fw_frame_level(annotation, ends[1]);
    if (a == b) {
        return line;
    }
    double at[2] = { fmin(fmax(lo, fmin(a, b)), fmax(a, b)),
                     fmin(fmax(hi, fmin(a, b)), fmax(a, b)) };
    for (int i = 0; i < 2; i++) {
        ends[i] = fw_frame_point(annotation, at[i], p + (q - p) * (at[i] - a) / (b - a));
    }
    return (struct fw_box){ ends[0].x, ends[0].y, ends[1].x, ends[1].y };
}

/* The farthest level that an obstacle of the list reaches in the way of `level` ... + depth. */
static bool push_beyond(const struct fw_annotation *annotation, const struct fw_clutter *list,
                        double lo, double hi, double gap, double depth, double *level)
{
    double out = fw_frame_outwards(annotation), start = *level;
    for (size_t i = 0; i < list->count; i++) {
        const struct fw_label_obstacle *item = &list->items[i];
        struct spans spans = spans_of(annotation, item->box);
        if (spans.along[1] <= lo || spans.along[0] >= hi) {
            continue;
        }
        if (item->line) {
            spans = spans_of(annotation, clip_line(annotation, item->box, lo, hi));
        }
        double near = out * spans.level[out < 0 ? 1 : 0], far = out * spans.level[out < 0 ? 0 : 1];
        if (near < out * *level + depth && far + gap > out * *level) {
            *level = out * (far + gap);
        }
    }
    return *level != start;
}

double fw_frame_beyond(const struct fw_annotation *annotation,
                       const struct fw_annotation_canvas *canvas, double lo, double hi,
                       double level, double gap, double depth, bool crosses)
{
    /* Each push may bring it against another obstacle; every one pushes at most once. */
    bool is_moved = true;
    for (size_t i = 0; is_moved && i <= canvas->marks.count + canvas->drawn.count; i++) {
        is_moved = push_beyond(annotation, &canvas->marks, lo, hi, gap, depth, &level);
        is_moved |= push_beyond(annotation, &canvas->drawn, lo, hi, gap, depth, &level);
        if (!crosses) {
            is_moved |= push_beyond(annotation, &canvas->rules, lo, hi, gap, depth, &level);
        }
    }
    return level;
}

/* ---- texts -------------------------------------------------------------------------------- */

size_t fw_spots_around(struct fw_point at, double gap,
                       struct fw_annotation_spot spots[FW_SPOTS_AROUND])
{
    /* Our taste: close by without a leader, then off by about two and four lines of text. */
    static const double distances[] = { 4, 24, 44, 72 };
    static const struct {
        int across, down;
    } sides[] = { { 1, -1 }, { 0, -1 }, { 1, 0 },  { -1, -1 },
                  { -1, 0 }, { 1, 1 },  { -1, 1 }, { 0, 1 } };
    size_t count = 0;
    for (size_t d = 0; d < FW_COUNT(distances); d++) {
        for (size_t s = 0; s < FW_COUNT(sides); s++) {
            bool is_corner = sides[s].across != 0 && sides[s].down != 0;
            double reach = (gap + distances[d]) * (is_corner ? 0.75 : 1);
            spots[count++] = (struct fw_annotation_spot){ at.x + sides[s].across * reach,
                                                          at.y + sides[s].down * reach,
                                                          sides[s].across, sides[s].down };
        }
    }
    return count;
}

static int sign_of(double number)
{
    return number > 0 ? 1 : number < 0 ? -1 : 0;
}

/* The side of the text that points back to its anchor is the one of the longer way. */
static struct fw_annotation_spot moved_spot(const struct fw_annotation *annotation,
                                            struct fw_point anchor)
{
    double dx = annotation->dx, dy = annotation->dy;
    bool is_across = fabs(dx) >= fabs(dy);
    struct fw_annotation_spot spot = { anchor.x + dx, anchor.y + dy, is_across ? sign_of(dx) : 0,
                                       is_across ? 0 : sign_of(dy) };
    const char *align = fw_annotation_word(annotation, "align", NULL);
    if (align != NULL) {
        spot.across = align[0] == 'l' ? 1 : align[0] == 'r' ? -1 : 0;
    }
    return spot;
}

/* Beyond everything in the way of the text: where it is free when nothing nearer is. */
static struct fw_annotation_spot last_spot(const struct fw_annotation *annotation,
                                           const struct fw_annotation_canvas *canvas,
                                           const struct fw_annotation_label *label,
                                           struct fw_point anchor)
{
    static const double gap = 8; /* px, our taste */
    bool is_level = annotation->measure == 1;
    double half = (is_level ? label->width : label->height) / 2;
    double depth = is_level ? label->height : label->width;
    double along = fw_frame_along(annotation, anchor);
    double level = fw_frame_beyond(annotation, canvas, along - half, along + half,
                                   fw_frame_level(annotation, anchor), gap, depth, false);
    return fw_frame_spot(annotation, along, level, 1);
}

void fw_annotation_say(const struct fw_annotation *annotation, struct fw_annotation_canvas *canvas,
                       struct fw_annotation_label *label, struct fw_point anchor)
{
    if (annotation->text == NULL || annotation->text[0] == '\0') {
        return;
    }
    if (label->text == NULL) {
        fw_canvas_break(canvas, annotation->text, 0, label);
    }
    struct fw_annotation_spot *spots =
        FW_NEW_ARRAY(canvas->env.arena, label->spot_count + 1, struct fw_annotation_spot);
    memcpy(spots, label->spots, label->spot_count * sizeof *spots);
    label->spots = spots;
    if (annotation->is_moved) {
        label->is_fixed = true;
        label->spot_count = 1;
        spots[0] = moved_spot(annotation, anchor);
    } else if (!label->is_fixed) {
        spots[label->spot_count++] = last_spot(annotation, canvas, label, anchor);
    }
    label->anchor = anchor;
    fw_canvas_say(canvas, label);
}
