/* growth: how much one place is above an earlier one, in all or a year, on a line over both. */
#include "annotation/frame.h"
#include "annotation/numbers.h"
#include "annotation/shapes.h"

#include <math.h>

static const char *const pers[] = { "year", "quarter", "month", NULL };

/* clang-format off */
static const struct fw_shape_member growth_members[] = {
    WORDS("align", STR, align),
    PLACE("from", REQUIRED),
    { "per", STR, NULL, pers, NULL, NULL },
    PLACE("to", REQUIRED),
};
/* clang-format on */
FW_ANNOTATION_SHAPE(growth, "a growth annotation", NULL);

static bool fail(const struct fw_annotation *annotation, const struct fw_annotation_words *words,
                 const char *message, const char *hint)
{
    struct fw_diagnostic *d = fw_report(words->diag, fw_node_place(words->arena, annotation->node),
                                        FW_OUT_OF_RANGE, "%s", message);
    fw_hint(words->diag, d, "%s", hint);
    return false;
}

/* The rate that grows `from` to `to` in that many equal steps: the compound rate. */
static bool compute_rate(struct fw_annotation *annotation, const struct fw_annotation_words *words,
                         const char *per, double total)
{
    int side = 1 - annotation->measure;
    double periods =
        fw_annotation_periods(words, annotation->from.data[side], annotation->to.data[side], per);
    if (!(periods > 0)) {
        return fail(annotation, words,
                    "the places of this growth are not times, one after the other",
                    "give 'from' the earlier one, or leave 'per' out");
    }
    double rate = pow(1 + total, 1 / periods) - 1;
    fw_annotation_set(annotation, "rate", fw_number(rate));
    fw_annotation_set(annotation, "periods", fw_number(periods));
    annotation->text =
        fw_arena_printf(words->arena, "%s a %s", fw_annotation_percent(words, rate), per);
    return true;
}

static bool compute(struct fw_annotation *annotation, const struct fw_annotation_words *words)
{
    double from = fw_to_number(annotation->from.data[annotation->measure]);
    double to = fw_to_number(annotation->to.data[annotation->measure]);
    if (!(from > 0) || !(to >= 0) || !isfinite(to / from)) {
        return fail(annotation, words, "growth is between two numbers above 0",
                    "a difference has no such bounds");
    }
    double total = to / from - 1;
    const char *per = fw_annotation_word(annotation, "per", NULL);
    fw_annotation_set(annotation, "from", fw_number(from));
    fw_annotation_set(annotation, "to", fw_number(to));
    fw_annotation_set(annotation, "growth", fw_number(total));
    if (per != NULL) {
        return compute_rate(annotation, words, per, total);
    }
    annotation->text = fw_annotation_percent(words, total);
    return true;
}

/* Where a stem over a place begins: beyond its mark, and beyond what else stands over it. */
static double stem_start(const struct fw_annotation *annotation,
                         const struct fw_annotation_canvas *canvas,
                         const struct fw_annotation_place *place)
{
    static const double half = 3, gap = 5; /* px, our taste */
    double along = fw_frame_along(annotation, place->at);
    double level =
        fw_frame_level(annotation, place->at) + fw_frame_outwards(annotation) * (place->gap + gap);
    return fw_frame_beyond(annotation, canvas, along - half, along + half, level, gap,
                           canvas->width + canvas->height, true);
}

static void build(const struct fw_annotation *annotation, struct fw_annotation_canvas *canvas)
{
    static const double gap = 8, text_gap = 5; /* px, our taste */
    double out = fw_frame_outwards(annotation), stem = 1.5 * canvas->look->head;
    double a = fw_frame_along(annotation, annotation->from.at);
    double b = fw_frame_along(annotation, annotation->to.at);
    double from = stem_start(annotation, canvas, &annotation->from);
    double to = stem_start(annotation, canvas, &annotation->to);
    struct fw_annotation_label label = { 0 };
    double depth = text_gap;
    if (annotation->text != NULL) {
        fw_canvas_break(canvas, annotation->text, 0, &label);
        depth += annotation->measure == 1 ? label.height : label.width;
    }
    double higher = out * fmax(out * from, out * to) + out * stem;
    double level =
        fw_frame_beyond(annotation, canvas, fmin(a, b), fmax(a, b), higher, gap, depth, false);
    struct fw_point way[3] = { fw_frame_point(annotation, a, from),
                               fw_frame_point(annotation, a, level),
                               fw_frame_point(annotation, b, level) };
    fw_canvas_line(canvas, way, 3);
    fw_canvas_arrow(canvas, way[2], fw_frame_point(annotation, b, to), FW_ONE_HEAD);
    double middle = (a + b) / 2;
    struct fw_annotation_spot spot = fw_frame_spot(annotation, middle, level + out * text_gap, 1);
    label.spots = &spot;
    label.spot_count = 1;
    label.is_fixed = true;
    fw_annotation_say(annotation, canvas, &label, fw_frame_point(annotation, middle, level));
}

const struct fw_annotation_type fw_annotation_growth = {
    .name = "growth",
    .doc = "An arrow over two places, with the growth between them, in all or by the year.",
    .shape = &shape,
    .layer = FW_LAYER_OVERALL,
    .compute = compute,
    .build = build,
};
