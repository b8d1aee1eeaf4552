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
static const struct fw_annotation_place *standing_place(const struct fw_annotation *annotation,
                                                        double from, double to)
{
    double low = fmin(from, to), high = fmax(from, to);
    return covered(annotation, &annotation->to, low, high) <=
                   covered(annotation, &annotation->from, low, high)
               ? &annotation->to
               : &annotation->from;
}

static void build(const struct fw_annotation *annotation, struct fw_annotation_canvas *canvas)
{
    static const double reach = 6, clearance = 2, text_gap = 6,
                        text_width = 110; /* px, our taste */
    double from = fw_frame_level(annotation, annotation->from.at);
    double to = fw_frame_level(annotation, annotation->to.at);
    const struct fw_annotation_place *here = standing_place(annotation, from, to);
    const struct fw_annotation_place *there =
        here == &annotation->to ? &annotation->from : &annotation->to;
    double along = fw_frame_along(annotation, here->at);
    double start = fw_frame_along(annotation, there->at);
    double level = here == &annotation->to ? from : to;
    if (along != start) {
        double beyond = along + (along > start ? reach : -reach);
        struct fw_point ends[2] = { fw_frame_point(annotation, start, level),
                                    fw_frame_point(annotation, beyond, level) };
        fw_canvas_line(canvas, ends, 2);
    }
    double way = to > from ? 1 : -1, far = fabs(to - from);
    double tail_gap = fmin(annotation->from.gap, far / 3);
    double tip_gap = fmin(annotation->to.gap + clearance, far / 3);
    fw_canvas_arrow(canvas, fw_frame_point(annotation, along, from + way * tail_gap),
                    fw_frame_point(annotation, along, to - way * tip_gap), FW_ONE_HEAD);
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

const struct fw_annotation_type fw_annotation_difference = {
    .name = "difference",
    .doc = "An arrow from the level of one mark to that of another, with the difference.",
    .shape = &shape,
    .layer = FW_LAYER_MARKS,
    .compute = compute,
    .build = build,
};
