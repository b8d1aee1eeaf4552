/* Texts of annotations: the best of their spots, found for all together, and their leaders. */
#include <math.h>

#include "annotation/canvas.h"

/* Our taste, px: around a text; from a leader to what it points at; the
 * length from which a leader says more than the text's nearness. */
static const double air = 2, leader_gap = 3, leader_least = 9;

static struct fw_box spot_box(const struct fw_annotation_label *label,
                              const struct fw_annotation_spot *spot)
{
    double x = spot->x + (spot->across - 1) * label->width / 2;
    double y = spot->y + (spot->down - 1) * label->height / 2;
    return (struct fw_box){ x, y, x + label->width, y + label->height };
}

void fw_canvas_say(struct fw_annotation_canvas *canvas, const struct fw_annotation_label *label)
{
    struct fw_arena *arena = canvas->env.arena;
    FW_RESERVE(arena, canvas->labels, canvas->label_count, canvas->label_capacity);
    canvas->labels[canvas->label_count++] = *label;
    if (label->is_fixed) {
        fw_clutter_add(arena, &canvas->drawn, spot_box(label, &label->spots[0]));
    }
}

/* ---- places of texts ---------------------------------------------------------------------- */

/* px by which a box sticks out of the view. */
static double overhang(const struct fw_annotation_canvas *canvas, struct fw_box box)
{
    return fmax(0, -box.x1) + fmax(0, -box.y1) + fmax(0, box.x2 - canvas->width) +
           fmax(0, box.y2 - canvas->height);
}

/* Narrows the part [*from, *to] of a way from `start` by `step` to where it is within [lo, hi]. */
static void clip_part(double start, double step, double lo, double hi, double *from, double *to)
{
    if (step == 0) {
        *to = start < lo || start > hi ? -1 : *to;
        return;
    }
    double a = (lo - start) / step, b = (hi - start) / step;
    *from = fmax(*from, fmin(a, b));
    *to = fmin(*to, fmax(a, b));
}

/* The length of a line inside a box. Method: Liang and Barsky 1984. */
static double length_inside(struct fw_point a, struct fw_point b, struct fw_box box)
{
    double from = 0, to = 1;
    clip_part(a.x, b.x - a.x, box.x1, box.x2, &from, &to);
    clip_part(a.y, b.y - a.y, box.y1, box.y2, &from, &to);
    return to < from ? 0 : (to - from) * hypot(b.x - a.x, b.y - a.y) + 1e-6;
}

static bool lines_cross(struct fw_point a, struct fw_point b, struct fw_point c, struct fw_point d)
{
    double across = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
    if (across == 0) {
        return false;
    }
    double t = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / across;
    double u = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / across;
    return t >= 0 && t <= 1 && u >= 0 && u <= 1;
}

static size_t count_crossings(struct fw_point a, struct fw_point b, const struct fw_clutter *list)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct fw_box box = list->items[i].box;
        struct fw_point c = { box.x1, box.y1 }, d = { box.x2, box.y2 };
        count += list->items[i].line ? lines_cross(a, b, c, d) : length_inside(a, b, box) > 0;
    }
    return count;
}

size_t fw_canvas_crossings(const struct fw_annotation_canvas *canvas, struct fw_point a,
                           struct fw_point b)
{
    return count_crossings(a, b, &canvas->marks) + count_crossings(a, b, &canvas->drawn);
}

/* The line from a text's box to what it is about, less the gap there; false where it is too short
 * to be drawn. */
static bool leader_of(const struct fw_annotation_canvas *canvas,
                      const struct fw_annotation_label *label, struct fw_box box,
                      struct fw_point *tail, struct fw_point *tip)
{
    struct fw_point anchor = label->anchor;
    box = fw_box_expand(box, leader_gap);
    *tail = (struct fw_point){ fmin(fmax(anchor.x, box.x1), box.x2),
                               fmin(fmax(anchor.y, box.y1), box.y2) };
    double dx = anchor.x - tail->x, dy = anchor.y - tail->y, length = hypot(dx, dy);
    double gap = label->gap + (label->has_head ? leader_gap : 0);
    if (!label->has_leader ||
        !(length > gap + (label->has_head ? canvas->look->head : leader_least))) {
        return false;
    }
    *tip = (struct fw_point){ anchor.x - dx / length * gap, anchor.y - dy / length * gap };
    return true;
}

/* How little a spot is liked: px out of the view, and a fine for each mark that the leader crosses.
 */
static double badness(const struct fw_annotation_canvas *canvas,
                      const struct fw_annotation_label *label, struct fw_box box)
{
    static const double fine = 60; /* px: our taste, some lines of text */
    struct fw_point tail, tip;
    double out = overhang(canvas, box);
    if (!leader_of(canvas, label, box, &tail, &tip)) {
        return out;
    }
    /* Near its end it may touch the marks beside the one that it is about. */
    tip = (struct fw_point){ tail.x + 0.8 * (tip.x - tail.x), tail.y + 0.8 * (tip.y - tail.y) };
    return out + fine * (double)count_crossings(tail, tip, &canvas->marks);
}

/* A text that is centred on something moves along it to stay in the view. */
static struct fw_annotation_spot hold_inside(const struct fw_annotation_canvas *canvas,
                                             const struct fw_annotation_label *label,
                                             struct fw_annotation_spot spot)
{
    double across = label->width / 2 + air, down = label->height / 2 + air;
    if (spot.across == 0 && 2 * across < canvas->width) {
        spot.x = fmin(fmax(spot.x, across), canvas->width - across);
    }
    if (spot.down == 0 && 2 * down < canvas->height) {
        spot.y = fmin(fmax(spot.y, down), canvas->height - down);
    }
    return spot;
}

/* The spots in the order they are tried, from the least bad on; as given where they are alike. The
 * boxes have some air around the text. */
static struct fw_box *order_spots(const struct fw_annotation_canvas *canvas,
                                  struct fw_annotation_label *label)
{
    struct fw_arena *arena = canvas->env.arena;
    struct fw_annotation_spot *sorted =
        FW_NEW_ARRAY(arena, label->spot_count, struct fw_annotation_spot);
    struct fw_box *boxes = FW_NEW_ARRAY(arena, label->spot_count, struct fw_box);
    double *bad = FW_NEW_ARRAY(arena, label->spot_count, double);
    for (size_t i = 0; i < label->spot_count; i++) {
        struct fw_annotation_spot spot = hold_inside(canvas, label, label->spots[i]);
        struct fw_box box = spot_box(label, &spot);
        double own = badness(canvas, label, box);
        size_t at = i;
        for (; at > 0 && bad[at - 1] > own + 0.5; at--) {
            boxes[at] = boxes[at - 1];
            sorted[at] = sorted[at - 1];
            bad[at] = bad[at - 1];
        }
        boxes[at] = fw_box_expand(box, air);
        sorted[at] = spot;
        bad[at] = own;
    }
    label->spots = sorted;
    return boxes;
}

/* How much of a box is covered: the area of boxes, and the length of lines as if 2 px wide. */
static double covered(struct fw_box box, const struct fw_clutter *list)
{
    double area = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct fw_box other = list->items[i].box;
        if (list->items[i].line) {
            area += 2 * length_inside((struct fw_point){ other.x1, other.y1 },
                                      (struct fw_point){ other.x2, other.y2 }, box);
            continue;
        }
        struct fw_box both = fw_box_intersect(box, other);
        if (!fw_box_is_empty(both)) {
            area += (both.x2 - both.x1) * (both.y2 - both.y1);
        }
    }
    return area;
}

/* Where nothing is free: a text of an annotation is never dropped. */
static size_t least_covered(const struct fw_annotation_canvas *canvas, const struct fw_box *boxes,
                            size_t count)
{
    size_t best = 0;
    double least = INFINITY;
    for (size_t i = 0; i < count; i++) {
        double area = covered(boxes[i], &canvas->marks) + covered(boxes[i], &canvas->drawn) +
                      covered(boxes[i], &canvas->rules);
        if (area < least) {
            least = area;
            best = i;
        }
    }
    return best;
}

static struct fw_label_obstacle *all_obstacles(const struct fw_annotation_canvas *canvas,
                                               size_t *count)
{
    const struct fw_clutter *lists[] = { &canvas->marks, &canvas->drawn, &canvas->rules };
    size_t room = canvas->marks.count + canvas->drawn.count + canvas->rules.count;
    struct fw_label_obstacle *all = FW_NEW_ARRAY(canvas->env.arena, room, struct fw_label_obstacle);
    *count = 0;
    for (size_t i = 0; i < FW_COUNT(lists); i++) {
        for (size_t k = 0; k < lists[i]->count; k++) {
            all[(*count)++] = lists[i]->items[k];
        }
    }
    return all;
}

/* Texts that are fixed are among what is drawn; the others find places together. */
static struct fw_box *place_labels(struct fw_annotation_canvas *canvas)
{
    struct fw_arena *arena = canvas->env.arena;
    struct fw_label_item *labels = FW_NEW_ARRAY(arena, canvas->label_count, struct fw_label_item);
    struct fw_box *chosen = FW_NEW_ARRAY(arena, canvas->label_count, struct fw_box);
    size_t free_count = 0, *owners = FW_NEW_ARRAY(arena, canvas->label_count, size_t);
    for (size_t i = 0; i < canvas->label_count; i++) {
        struct fw_annotation_label *label = &canvas->labels[i];
        if (label->is_fixed) {
            chosen[i] = spot_box(label, &label->spots[0]);
            continue;
        }
        owners[free_count] = i;
        labels[free_count++] = (struct fw_label_item){ .places = order_spots(canvas, label),
                                                       .place_count = label->spot_count,
                                                       .priority = -(double)i,
                                                       .key = label->text };
    }
    struct fw_box view = { 0, 0, canvas->width, canvas->height };
    struct fw_label_problem problem = { .labels = labels, .label_count = free_count, .gap = 4 };
    problem.bounds = fw_box_expand(view, fmax(canvas->width, canvas->height));
    problem.obstacles = all_obstacles(canvas, &problem.obstacle_count);
    fw_labels_place(arena, &problem);
    for (size_t k = 0; k < free_count; k++) {
        struct fw_annotation_label *label = &canvas->labels[owners[k]];
        size_t at = labels[k].at != FW_LABEL_DROPPED
                        ? labels[k].at
                        : least_covered(canvas, labels[k].places, label->spot_count);
        chosen[owners[k]] = fw_box_expand(labels[k].places[at], -air);
        label->spots = &label->spots[at];
        fw_clutter_add(arena, &canvas->drawn, chosen[owners[k]]);
    }
    return chosen;
}

/* ---- texts drawn -------------------------------------------------------------------------- */

/* Whether marks or grid lines run through a text; a shade has its own ground. */
static bool needs_backing(const struct fw_annotation_canvas *canvas, struct fw_box box)
{
    bool is_shaded = covered(box, &canvas->shades) > 0;
    return covered(box, &canvas->marks) > 0 || (!is_shaded && covered(box, &canvas->grid) > 0);
}

static void add_backing(struct fw_annotation_canvas *canvas, struct fw_box box)
{
    struct fw_box view = { 0, 0, canvas->width, canvas->height };
    struct fw_box back = fw_box_intersect(box, view);
    if (fw_box_is_empty(back) || !needs_backing(canvas, back)) {
        return;
    }
    struct fw_scene_node *node =
        fw_scene_add(canvas->env.arena, canvas->over, FW_NODE_RECT, FW_ROLE_ANNOTATION, 1);
    node->rects[0] = (struct fw_rect){
        .x = back.x1, .y = back.y1, .width = back.x2 - back.x1, .height = back.y2 - back.y1
    };
    struct fw_style style = fw_style_default();
    style.fill = (struct fw_paint){ .kind = FW_PAINT_COLOR, .color = canvas->look->background };
    style.fill_opacity = 0.85; /* our taste: what is under it is still guessed at */
    fw_scene_style(canvas->env.arena, node, &style);
}

static void add_text(struct fw_annotation_canvas *canvas, const struct fw_annotation_label *label,
                     struct fw_box box)
{
    const struct fw_annotation_spot *spot = &label->spots[0];
    struct fw_text text =
        fw_guide_text_place(&canvas->env, &canvas->look->text, label->text, 0, box.y1, 0);
    text.align = spot->across > 0   ? FW_ALIGN_LEFT
                 : spot->across < 0 ? FW_ALIGN_RIGHT
                                    : FW_ALIGN_CENTER;
    text.x = spot->across > 0 ? box.x1 : spot->across < 0 ? box.x2 : (box.x1 + box.x2) / 2;
    text.baseline = FW_BASELINE_TOP;
    struct fw_scene_node *node =
        fw_scene_add(canvas->env.arena, canvas->over, FW_NODE_TEXT, FW_ROLE_ANNOTATION, 1);
    node->texts[0] = text;
    struct fw_style style = fw_guide_text_style(&canvas->look->text);
    fw_scene_style(canvas->env.arena, node, &style);
}

void fw_canvas_settle(struct fw_annotation_canvas *canvas)
{
    struct fw_box *boxes = place_labels(canvas);
    for (size_t i = 0; i < canvas->label_count; i++) {
        add_backing(canvas, boxes[i]);
    }
    for (size_t i = 0; i < canvas->label_count; i++) {
        const struct fw_annotation_label *label = &canvas->labels[i];
        struct fw_point tail, tip;
        if (leader_of(canvas, label, boxes[i], &tail, &tip)) {
            fw_canvas_arrow(canvas, tail, tip, label->has_head ? FW_ONE_HEAD : FW_NO_HEAD);
        }
        add_text(canvas, label, boxes[i]);
    }
}
