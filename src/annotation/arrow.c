/* arrow: from one place in the data to another, or from a text to a place. */
#include "annotation/frame.h"
#include "annotation/shapes.h"

#include <math.h>

/* clang-format off */
static const struct fw_shape_member arrow_members[] = {
    WORDS("align", STR, align),
    PLACE("from", 0),
    PLACE("to", REQUIRED),
};
/* clang-format on */
FW_ANNOTATION_SHAPE(arrow, "an arrow annotation", NULL);

static const double clearance = 4; /* px between an arrow and what it points at: our taste */

static bool compute(struct fw_annotation *annotation, const struct fw_annotation_words *words)
{
    (void)words;
    fw_annotation_set(annotation, "x", annotation->to.data[0]);
    fw_annotation_set(annotation, "y", annotation->to.data[1]);
    return true;
}

/* From the text: it stands off far enough for an arrow to be seen. */
static void build_from_text(const struct fw_annotation *annotation,
                            struct fw_annotation_canvas *canvas)
{
    struct fw_annotation_spot spots[FW_SPOTS_AROUND];
    struct fw_annotation_label label = {
        .spots = spots, .has_leader = true, .has_head = true, .gap = annotation->to.gap
    };
    double away = annotation->to.gap + clearance + 2.5 * canvas->look->head;
    label.spot_count = fw_spots_around(annotation->to.at, away, spots);
    fw_annotation_say(annotation, canvas, &label, annotation->to.at);
}

static struct fw_point toward(struct fw_point from, struct fw_point to, double by)
{
    double dx = to.x - from.x, dy = to.y - from.y, length = hypot(dx, dy);
    by = length > 0 ? fmin(by, length / 2) / length : 0;
    return (struct fw_point){ from.x + dx * by, from.y + dy * by };
}

static void build(const struct fw_annotation *annotation, struct fw_annotation_canvas *canvas)
{
    if (!annotation->from.there) {
        build_from_text(annotation, canvas);
        return;
    }
    struct fw_point from = annotation->from.at, to = annotation->to.at;
    fw_canvas_arrow(canvas, toward(from, to, annotation->from.gap + clearance),
                    toward(to, from, annotation->to.gap + clearance), FW_ONE_HEAD);
    struct fw_point middle = { (from.x + to.x) / 2, (from.y + to.y) / 2 };
    struct fw_annotation_spot spots[FW_SPOTS_AROUND];
    struct fw_annotation_label label = { .spots = spots };
    label.spot_count = fw_spots_around(middle, 0, spots);
    fw_annotation_say(annotation, canvas, &label, middle);
}

const struct fw_annotation_type fw_annotation_arrow = {
    .name = "arrow",
    .doc = "An arrow from one place in the data to another, or from its text to a place.",
    .shape = &shape,
    .layer = FW_LAYER_MARKS,
    .compute = compute,
    .build = build,
};
