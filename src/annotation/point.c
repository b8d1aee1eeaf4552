/* point: a mark around one place in the data, and a text with a leader to it. */
#include "annotation/frame.h"
#include "annotation/shapes.h"

static const char *const markers[] = { "auto", "ring", "dot", "none", NULL };

/* clang-format off */
static const struct fw_shape_member point_members[] = {
    WORDS("align", STR, align),
    PLACE("at", REQUIRED),
    { "marker", STR, NULL, markers, NULL, NULL },
};
/* clang-format on */
FW_ANNOTATION_SHAPE(point, "a point annotation", NULL);

static bool compute(struct fw_annotation *annotation, const struct fw_annotation_words *words)
{
    (void)words;
    fw_annotation_set(annotation, "x", annotation->at.data[0]);
    fw_annotation_set(annotation, "y", annotation->at.data[1]);
    return true;
}

/* A bar is its own marker: a ring belongs around what has no extent. */
static bool wants_marker(const struct fw_annotation *annotation, const char *marker)
{
    struct fw_box box = annotation->at.box;
    bool has_extent = box.x2 > box.x1 || box.y2 > box.y1;
    return marker[0] == 'a' ? !has_extent : marker[0] != 'n';
}

static void build(const struct fw_annotation *annotation, struct fw_annotation_canvas *canvas)
{
    static const double least_radius = 4, clearance = 2; /* px, our taste */
    const char *marker = fw_annotation_word(annotation, "marker", "auto");
    const struct fw_annotation_place *place = &annotation->at;
    double radius = place->gap + clearance;
    radius = radius < least_radius ? least_radius : radius;
    struct fw_annotation_spot spots[FW_SPOTS_AROUND];
    struct fw_annotation_label label = { .spots = spots, .has_leader = true, .gap = clearance };
    if (wants_marker(annotation, marker)) {
        fw_canvas_ring(canvas, place->at, radius, marker[0] == 'd');
        label.gap = radius;
    }
    label.spot_count = fw_spots_around(place->at, label.gap, spots);
    fw_annotation_say(annotation, canvas, &label, place->at);
}

const struct fw_annotation_type fw_annotation_point = {
    .name = "point",
    .doc = "A ring around one place in the data, and a text that points to it.",
    .shape = &shape,
    .layer = FW_LAYER_MARKS,
    .compute = compute,
    .build = build,
};
