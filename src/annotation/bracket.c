/* bracket: a bracket beyond the marks of a stretch, with what they have in common. */
#include "annotation/frame.h"
#include "annotation/shapes.h"

#include <math.h>

/* clang-format off */
static const struct fw_shape_member bracket_members[] = {
    WORDS("align", STR, align),
    PLACE("from", 0),
    PLACE("to", 0),
    LEVEL("x"),
    LEVEL("x2"),
    LEVEL("y"),
    LEVEL("y2"),
};
/* clang-format on */
static const char *const needed[] = { "x", "x2", "y", "y2", "from", NULL };
FW_ANNOTATION_SHAPE(bracket, "a bracket annotation", needed);

/* Our taste, px: the ends of the bracket, and the room on both sides of it. */
static const double tick = 6, gap = 6, text_gap = 5;

/* What it holds, along the side that the values are not read on. */
static bool extent_of(const struct fw_annotation *annotation, double *lo, double *hi)
{
    const struct fw_annotation_stretch *stretch = &annotation->stretch[1 - annotation->measure];
    *lo = stretch->lo;
    *hi = stretch->hi;
    if (stretch->there) {
        return true;
    }
    struct fw_box box = annotation->from.box;
    fw_box_union(&box, annotation->to.box);
    *lo = annotation->measure == 1 ? box.x1 : box.y1;
    *hi = annotation->measure == 1 ? box.x2 : box.y2;
    return annotation->from.there && annotation->to.there;
}

/* Breaks the text to about the bracket's width; its middle, held inside the view where it fits. */
static double place_text(const struct fw_annotation *annotation,
                         const struct fw_annotation_canvas *canvas, double lo, double hi,
                         struct fw_annotation_label *label)
{
    static const double least_width = 90; /* px: texts are not broken narrower for short brackets */
    bool is_level = annotation->measure == 1;
    fw_canvas_break(canvas, annotation->text, is_level ? fmax(hi - lo, least_width) : 0, label);
    double half = (is_level ? label->width : label->height) / 2;
    double length = is_level ? canvas->width : canvas->height;
    double middle = (lo + hi) / 2;
    return 2 * half > length ? middle : fmin(fmax(middle, half), length - half);
}

/* Where the bracket lies: beyond the marks, with room for its text beyond it. */
static double find_level(const struct fw_annotation *annotation,
                         const struct fw_annotation_canvas *canvas, double lo, double hi,
                         double middle, const struct fw_annotation_label *label)
{
    bool is_level = annotation->measure == 1;
    double out = fw_frame_outwards(annotation), above = out * (tick + text_gap);
    double half = (is_level ? label->width : label->height) / 2;
    double depth = is_level ? label->height : label->width;
    double foot = is_level ? canvas->height : 0, text = foot;
    /* Each may push the other out; obstacles are finite, and so are the rounds. */
    for (size_t i = 0; i <= canvas->marks.count + canvas->drawn.count; i++) {
        foot = fw_frame_beyond(annotation, canvas, lo, hi, foot, gap, tick + gap, false);
        text = fw_frame_beyond(annotation, canvas, middle - half, middle + half, foot + above,
                               text_gap, depth, false);
        if (label->text == NULL || text == foot + above) {
            break;
        }
        foot = text - above;
    }
    return foot + out * tick;
}

static void build(const struct fw_annotation *annotation, struct fw_annotation_canvas *canvas)
{
    double lo, hi, out = fw_frame_outwards(annotation);
    if (!extent_of(annotation, &lo, &hi)) {
        return;
    }
    struct fw_annotation_label label = { 0 };
    double middle = (lo + hi) / 2;
    if (annotation->text != NULL) {
        middle = place_text(annotation, canvas, lo, hi, &label);
    }
    double level = find_level(annotation, canvas, lo, hi, middle, &label);
    struct fw_point points[4] = {
        fw_frame_point(annotation, lo, level - out * tick),
        fw_frame_point(annotation, lo, level),
        fw_frame_point(annotation, hi, level),
        fw_frame_point(annotation, hi, level - out * tick),
    };
    fw_canvas_line(canvas, points, 4);
    struct fw_annotation_spot spot = fw_frame_spot(annotation, middle, level + out * text_gap, 1);
    label.spots = &spot;
    label.spot_count = 1;
    label.is_fixed = true;
    fw_annotation_say(annotation, canvas, &label, fw_frame_point(annotation, middle, level));
}

const struct fw_annotation_type fw_annotation_bracket = {
    .name = "bracket",
    .doc = "A bracket over a range of categories, with a text.",
    .shape = &shape,
    .layer = FW_LAYER_AROUND,
    .has_totals = true,
    .build = build,
};
