/* line: a reference line at a value, typed or worked out from the rows. */
#include "annotation/frame.h"
#include "annotation/numbers.h"
#include "annotation/shapes.h"

/* clang-format off */
static const struct fw_shape_member line_members[] = {
    WORDS("align", STR, align),
    CHECKED("format", STR, format),
    LEVEL("x"),
    LEVEL("y"),
};
/* clang-format on */
static const char *const needed[] = { "x", "y", NULL };
FW_ANNOTATION_SHAPE(line, "a line annotation", needed);

static bool compute(struct fw_annotation *annotation, const struct fw_annotation_words *words)
{
    int side = annotation->stretch[1].there ? 1 : 0;
    struct fw_value value = annotation->stretch[side].from;
    fw_annotation_set(annotation, "value", value);
    struct fw_node level = fw_node_member(annotation->node, side == 1 ? "y" : "x");
    fw_str aggregate = fw_node_string(fw_node_member(level, "aggregate"), NULL);
    if (aggregate != NULL) {
        annotation->text =
            fw_arena_printf(words->arena, "%s %s", fw_annotation_op_name(words, aggregate->text),
                            fw_annotation_plain(words, fw_to_number(value)));
    }
    return true;
}

enum { SPOTS = 12 };

/* Above or below a level line at its end, at its start, on its way; then behind its end. An upright
 * line has its text right or left of it, from its head down, then over its head. */
static size_t line_spots(const struct fw_annotation_canvas *canvas, bool is_level, double at,
                         struct fw_annotation_spot spots[SPOTS])
{
    static const double pad = 3; /* px between line and text: our taste */
    double length = is_level ? canvas->width : canvas->height;
    const double along[] = { is_level ? length : pad, is_level ? 0 : length - pad, length / 2,
                             length / 4, length * 3 / 4 };
    const int sides[] = { is_level ? -1 : 1, is_level ? 1 : -1, 0, 0, 0 };
    size_t count = 0;
    for (size_t i = 0; i < FW_COUNT(along); i++) {
        for (int other = 1; other >= -1; other -= 2) {
            spots[count++] = is_level ? (struct fw_annotation_spot){ along[i], at - other * pad,
                                                                     sides[i], -other }
                                      : (struct fw_annotation_spot){ at + other * 2 * pad, along[i],
                                                                     other, sides[i] };
        }
    }
    spots[count++] = is_level ? (struct fw_annotation_spot){ length + 2 * pad, at, 1, 0 }
                              : (struct fw_annotation_spot){ at, -pad, 0, -1 };
    return count;
}

static void build(const struct fw_annotation *annotation, struct fw_annotation_canvas *canvas)
{
    bool is_level = annotation->stretch[1].there;
    const struct fw_annotation_stretch *stretch = &annotation->stretch[is_level ? 1 : 0];
    double at = (stretch->lo + stretch->hi) / 2;
    struct fw_point ends[2] = { { is_level ? 0 : at, is_level ? at : 0 },
                                { is_level ? canvas->width : at, is_level ? at : canvas->height } };
    fw_canvas_rule(canvas, ends[0], ends[1]);
    struct fw_annotation_spot spots[SPOTS];
    struct fw_annotation_label label = { .spots = spots };
    label.spot_count = line_spots(canvas, is_level, at, spots);
    fw_annotation_say(annotation, canvas, &label, is_level ? ends[1] : ends[0]);
}

const struct fw_annotation_type fw_annotation_line = {
    .name = "line",
    .doc = "A line across the view at a value, or at the mean, median, ... of a field.",
    .shape = &shape,
    .layer = FW_LAYER_GROUND,
    .has_levels = true,
    .compute = compute,
    .build = build,
};
