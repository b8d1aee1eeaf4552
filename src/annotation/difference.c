/* difference: an arrow from the level of one mark to that of another, and how far that is. */
#include "annotation/frame.h"
#include "annotation/numbers.h"
#include "annotation/shapes.h"

#include <math.h>
#include <string.h>

static const char *const shows[] = { "both", "absolute", "percent", NULL };

/* clang-format off */
static const struct fw_shape_member difference_members[] = {
    WORDS("align", STR, align),
    CHECKED("format", STR, format),
    PLACE("from", REQUIRED),
    { "show", STR, NULL, shows, NULL, NULL },
    PLACE("to", REQUIRED),
};
/* clang-format on */
FW_ANNOTATION_SHAPE(difference, "a difference annotation", NULL);

static bool compute(struct fw_annotation *annotation, const struct fw_annotation_words *words)
{
    double from = fw_to_number(annotation->from.data[annotation->measure]);
    double to = fw_to_number(annotation->to.data[annotation->measure]);
    const char *show = fw_annotation_word(annotation, "show", "both");
    bool has_ratio = isfinite(from) && from != 0;
    double ratio = has_ratio ? (to - from) / fabs(from) : NAN;
    fw_annotation_set(annotation, "from", fw_number(from));
    fw_annotation_set(annotation, "to", fw_number(to));
    fw_annotation_set(annotation, "difference", fw_number(to - from));
    fw_annotation_set(annotation, "percent", has_ratio ? fw_number(ratio) : fw_undefined());
    if (!isfinite(to - from)) {
        fw_report(words->diag, fw_node_place(words->arena, annotation->node), FW_OUT_OF_RANGE,
                  "the places of a difference have no numbers on %s",
                  annotation->measure == 1 ? "y" : "x");
        return false;
    }
    const char *change = fw_annotation_signed(words, to - from);
    if (has_ratio && strcmp(show, "percent") == 0) {
        change = fw_annotation_percent(words, ratio);
    } else if (has_ratio && strcmp(show, "both") == 0) {
        change =
            fw_arena_printf(words->arena, "%s (%s)", change, fw_annotation_percent(words, ratio));
    } else if (strcmp(show, "percent") == 0) {
        fw_report(words->diag, fw_node_place(words->arena, annotation->node), FW_OUT_OF_RANGE,
                  "a difference from 0 is no percentage");
        return false;
    }
    annotation->text = change;
    return true;
}

/* How much of the way between the levels a bar covers. */
static double covered(const struct fw_annotation *annotation,
                      const struct fw_annotation_place *place, double low, double high)
{
    double a = annotation->measure == 1 ? place->box.y1 : place->box.x1;
    double b = annotation->measure == 1 ? place->box.y2 : place->box.x2;
    return fmax(0, fmin(b, high) - fmax(a, low));
}

/* The arrow stands over the place that leaves it room, as the lower of two bars does. */
static const struct fw_annotation_place *standing_place(const struct fw_annotation *annotation)
{
    double from = fw_frame_level(annotation, annotation->from.at);
    double to = fw_frame_level(annotation, annotation->to.at);
    double low = fmin(from, to), high = fmax(from, to);
    return covered(annotation, &annotation->to, low, high) <=
                   covered(annotation, &annotation->from, low, high)
               ? &annotation->to
               : &annotation->from;
}

static const double reach = 6, clearance = 2, text_gap = 6, text_width = 110,
                    beyond = 26; /* px, our taste */

/* What a place takes up along the side that has no values. */
static void extent_along(const struct fw_annotation *annotation,
                         const struct fw_annotation_place *place, double *lo, double *hi)
{
    *lo = annotation->measure == 1 ? place->box.x1 : place->box.y1;
    *hi = annotation->measure == 1 ? place->box.x2 : place->box.y2;
}

/* The line that brings the level of `place` to the arrow: from its edge to a little beyond. False
 * where the arrow is over it. */
static bool level_line(const struct fw_annotation *annotation,
                       const struct fw_annotation_place *place, double along,
                       struct fw_point ends[2])
{
    double lo, hi, level = fw_frame_level(annotation, place->at);
    extent_along(annotation, place, &lo, &hi);
    double start = fmin(fmax(along, lo), hi);
    double end = along > start ? along + reach : along - reach;
    ends[0] = fw_frame_point(annotation, start, level);
    ends[1] = fw_frame_point(annotation, end, level);
    return along != start;
}

/* The arrow's ends, clear of the marks that they come from and go to. */
static void arrow_ends(const struct fw_annotation *annotation, double along,
                       struct fw_point ends[2])
{
    double from = fw_frame_level(annotation, annotation->from.at);
    double to = fw_frame_level(annotation, annotation->to.at);
    double way = to > from ? 1 : -1, far = fabs(to - from);
    bool over_from = along == fw_frame_along(annotation, annotation->from.at);
    bool over_to = along == fw_frame_along(annotation, annotation->to.at);
    double tail = fmin(over_from ? annotation->from.gap : 0, far / 3);
    double tip = fmin((over_to ? annotation->to.gap : 0) + clearance, far / 3);
    ends[0] = fw_frame_point(annotation, along, from + way * tail);
    ends[1] = fw_frame_point(annotation, along, to - way * tip);
}

/* What an arrow there and its level lines would run through. */
static size_t crossings_at(const struct fw_annotation *annotation,
                           const struct fw_annotation_canvas *canvas, double along)
{
    const struct fw_annotation_place *places[] = { &annotation->from, &annotation->to };
    struct fw_point ends[2];
    arrow_ends(annotation, along, ends);
    double a = fw_frame_level(annotation, ends[0]), b = fw_frame_level(annotation, ends[1]);
    double inset = fmin(1, fabs(b - a) / 3) * (b > a ? 1 : -1);
    size_t count = fw_canvas_crossings(canvas, fw_frame_point(annotation, along, a + inset),
                                       fw_frame_point(annotation, along, b - inset));
    for (size_t i = 0; i < FW_COUNT(places); i++) {
        if (level_line(annotation, places[i], along, ends)) {
            double start = fw_frame_along(annotation, ends[0]);
            double clear = start + (along > start ? 1 : -1) * (places[i]->gap + 1);
            ends[0] = fw_frame_point(annotation, clear, fw_frame_level(annotation, ends[0]));
            count += fw_canvas_crossings(canvas, ends[0], ends[1]);
        }
    }
    return count;
}

/* Where the arrow stands: over the mark that leaves it room, at a side of it, between the two, or
 * beyond it, by what is in its way there. */
static double find_along(const struct fw_annotation *annotation,
                         const struct fw_annotation_canvas *canvas,
                         const struct fw_annotation_place *here,
                         const struct fw_annotation_place *there)
{
    double lo, hi, middle = fw_frame_along(annotation, here->at);
    double other = fw_frame_along(annotation, there->at);
    extent_along(annotation, here, &lo, &hi);
    double near = other > middle ? hi : lo, far = other > middle ? lo : hi;
    double away = other > middle ? -beyond : beyond;
    const double places[] = { middle,
                              middle + 0.8 * (near - middle),
                              middle + 0.8 * (far - middle),
                              (middle + other) / 2,
                              near + 0.25 * (other - near),
                              far + away,
                              far + 2 * away };
    double best = middle;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < FW_COUNT(places); i++) {
        size_t count = crossings_at(annotation, canvas, places[i]);
        if (count < least) {
            least = count;
            best = places[i];
        }
    }
    return best;
}

static void say(const struct fw_annotation *annotation, struct fw_annotation_canvas *canvas,
                double along)
{
    double from = fw_frame_level(annotation, annotation->from.at);
    double to = fw_frame_level(annotation, annotation->to.at);
    double middle = (from + to) / 2, out = fw_frame_outwards(annotation);
    double outer = out < 0 ? fmin(from, to) : fmax(from, to);
    struct fw_annotation_spot spots[] = {
        fw_frame_beside(annotation, along + text_gap, middle, 1),
        fw_frame_beside(annotation, along - text_gap, middle, -1),
        fw_frame_spot(annotation, along, outer + out * text_gap, 1),
        fw_frame_beside(annotation, along + 3 * text_gap, middle, 1),
        fw_frame_beside(annotation, along - 3 * text_gap, middle, -1),
    };
    struct fw_annotation_label label = { .spots = spots, .spot_count = FW_COUNT(spots) };
    if (annotation->text != NULL) {
        fw_canvas_break(canvas, annotation->text, text_width, &label);
    }
    fw_annotation_say(annotation, canvas, &label, fw_frame_point(annotation, along, middle));
}

static void build(const struct fw_annotation *annotation, struct fw_annotation_canvas *canvas)
{
    const struct fw_annotation_place *here = standing_place(annotation);
    const struct fw_annotation_place *there =
        here == &annotation->to ? &annotation->from : &annotation->to;
    double along = find_along(annotation, canvas, here, there);
    struct fw_point ends[2];
    if (level_line(annotation, there, along, ends)) {
        fw_canvas_line(canvas, ends, 2);
    }
    if (level_line(annotation, here, along, ends)) {
        fw_canvas_line(canvas, ends, 2);
    }
    arrow_ends(annotation, along, ends);
    fw_canvas_arrow(canvas, ends[0], ends[1], FW_ONE_HEAD);
    say(annotation, canvas, along);
}

const struct fw_annotation_type fw_annotation_difference = {
    .name = "difference",
    .doc = "An arrow from the level of one mark to that of another, with the difference.",
    .shape = &shape,
    .layer = FW_LAYER_MARKS,
    .compute = compute,
    .build = build,
};
