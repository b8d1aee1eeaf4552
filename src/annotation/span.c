/* span: a shaded part of the view, from one value to another. */
#include "annotation/frame.h"
#include "annotation/shapes.h"

/* clang-format off */
static const struct fw_shape_member span_members[] = {
    WORDS("align", STR, align),
    LEVEL("x"),
    LEVEL("x2"),
    LEVEL("y"),
    LEVEL("y2"),
};
/* clang-format on */
static const char *const needed[] = { "x", "x2", "y", "y2", NULL };
FW_ANNOTATION_SHAPE(span, "a span annotation", needed);

static const double pad = 5; /* px between a text and the edges of the shade: our taste */

/* In a column of the view: at its head, beside its head, then lower down. */
static size_t column_spots(struct fw_box box, bool has_room, struct fw_annotation_spot *spots)
{
    double middle = (box.x1 + box.x2) / 2;
    size_t count = 0;
    const double levels[] = { box.y1 + pad, box.y1 + (box.y2 - box.y1) * 0.2,
                              box.y1 + (box.y2 - box.y1) * 0.4 };
    for (size_t i = 0; has_room && i < FW_COUNT(levels); i++) {
        spots[count++] = (struct fw_annotation_spot){ middle, levels[i], 0, 1 };
    }
    if (has_room) {
        spots[count++] = (struct fw_annotation_spot){ middle, box.y2 - pad, 0, -1 };
        spots[count++] = (struct fw_annotation_spot){ middle, box.y1 - pad, 0, -1 };
    }
    for (size_t i = 0; i < FW_COUNT(levels); i++) {
        /* Beside it, across down: the corner that touches the shade. */
        spots[count++] = (struct fw_annotation_spot){ box.x2 + pad, levels[i], 1, 1 };
        spots[count++] = (struct fw_annotation_spot){ box.x1 - pad, levels[i], -1, 1 };
    }
    return count;
}

/* In a row of the view: at its end, at its start, then above and below it. */
static size_t row_spots(struct fw_box box, struct fw_annotation_spot *spots)
{
    const double levels[] = { (box.y1 + box.y2) / 2, box.y1 - pad, box.y2 + pad };
    const int down[] = { 0, -1, 1 };
    size_t count = 0;
    for (size_t i = 0; i < FW_COUNT(levels); i++) {
        spots[count++] = (struct fw_annotation_spot){ box.x2 - pad, levels[i], -1, down[i] };
        spots[count++] = (struct fw_annotation_spot){ box.x1 + pad, levels[i], 1, down[i] };
        spots[count++] =
            (struct fw_annotation_spot){ (box.x1 + box.x2) / 2, levels[i], 0, down[i] };
    }
    return count;
}

static void build(const struct fw_annotation *annotation, struct fw_annotation_canvas *canvas)
{
    static const double least_width = 48; /* px: narrower columns get their text beside them */
    struct fw_box box = { 0, 0, canvas->width, canvas->height };
    bool is_column = annotation->stretch[0].there;
    if (is_column) {
        box.x1 = annotation->stretch[0].lo;
        box.x2 = annotation->stretch[0].hi;
    }
    if (annotation->stretch[1].there) {
        box.y1 = annotation->stretch[1].lo;
        box.y2 = annotation->stretch[1].hi;
    }
    fw_canvas_shade(canvas, box);
    if (annotation->text == NULL) {
        return;
    }
    struct fw_annotation_spot spots[12];
    struct fw_annotation_label label = { .spots = spots };
    double room = box.x2 - box.x1 - 2 * pad;
    fw_canvas_break(canvas, annotation->text, room >= least_width ? room : 0, &label);
    bool has_room = label.width <= room;
    if (!has_room) {
        fw_canvas_break(canvas, annotation->text, 0, &label);
    }
    label.spot_count = is_column ? column_spots(box, has_room, spots) : row_spots(box, spots);
    struct fw_point anchor = { (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2 };
    fw_annotation_say(annotation, canvas, &label, anchor);
}

const struct fw_annotation_type fw_annotation_span = {
    .name = "span",
    .doc = "A shaded part of the view, from one value to another.",
    .shape = &shape,
    .layer = FW_LAYER_GROUND,
    .has_totals = true,
    .build = build,
};
