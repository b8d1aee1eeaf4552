/* Boxes against those of vega-scenegraph 5.3, which was asked for each of them. */
#include "scene/bounds.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "text/fonts.h"

#include <cmocka.h>

static struct fw_arena *arena;
static struct fw_fonts *fonts;

static int set_up(void **state)
{
    (void)state;
    arena = fw_arena_create();
    fonts = fw_fonts_create(&(struct fw_font_options){ 0 }, fw_diag_new(arena));
    return fonts == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
    (void)state;
    fw_fonts_destroy(fonts);
    fw_arena_destroy(arena);
    return 0;
}

static void check_box(const char *name, size_t i, struct fw_box box, struct fw_box expected)
{
    /* Texts are measured to 0.01 px; curves of circles are exact here and cubics there. */
    const double near = 0.01;
    if (fabs(box.x1 - expected.x1) > near || fabs(box.y1 - expected.y1) > near ||
        fabs(box.x2 - expected.x2) > near || fabs(box.y2 - expected.y2) > near) {
        fail_msg("%s %zu: %f %f %f %f, expected %f %f %f %f", name, i, box.x1, box.y1, box.x2,
                 box.y2, expected.x1, expected.y1, expected.x2, expected.y2);
    }
}

static struct fw_scene_node *add(struct fw_scene_node *parent, enum fw_node_kind kind, double width,
                                 enum fw_join join, enum fw_cap cap)
{
    struct fw_scene_node *node = fw_scene_add(arena, parent, kind, FW_ROLE_MARK, 1);
    struct fw_style style = fw_style_default();
    if (width > 0) {
        style.stroke = (struct fw_paint){ .kind = FW_PAINT_COLOR, .color = { 255, 0, 0, 1 } };
        style.stroke_width = width;
    }
    style.join = join;
    style.cap = cap;
    fw_scene_style(arena, node, &style);
    return node;
}

static struct fw_scene_node *plain(enum fw_node_kind kind, double stroke_width)
{
    return add(NULL, kind, stroke_width, FW_JOIN_MITER, FW_CAP_BUTT);
}

static void texts_are_as_high_as_their_size(void **state)
{
    static const struct {
        struct fw_text text;
        struct fw_box box;
    } cases[] = {
        { { .x = 10, .y = 20, .text = "Hello", .size = 10 }, { 10, 12, 33.9354, 22 } },
        { { .x = 10,
            .y = 20,
            .text = "Hello",
            .size = 10,
            .align = FW_ALIGN_CENTER,
            .baseline = FW_BASELINE_MIDDLE },
          { -1.9677, 15, 21.9677, 25 } },
        { { .x = 10,
            .y = 20,
            .text = "Hello",
            .size = 10,
            .align = FW_ALIGN_RIGHT,
            .baseline = FW_BASELINE_TOP,
            .angle = -45 },
          { -6.9249, 20, 17.0711, 43.9959 } },
        { { .x = 10,
            .y = 20,
            .text = "Hello",
            .size = 13,
            .baseline = FW_BASELINE_BOTTOM,
            .angle = 90 },
          { 10, 20, 23, 51.1152 } },
        { { .text = "one\nthree", .size = 10, .baseline = FW_BASELINE_LINE_TOP },
          { 0, 1, 24.8587, 23 } },
        { { .text = "one\nthree",
            .size = 10,
            .baseline = FW_BASELINE_LINE_BOTTOM,
            .line_height = 20,
            .align = FW_ALIGN_CENTER },
          { -12.4294, -15, 12.4294, 15 } },
        { { .x = 5, .y = 5, .text = "  trimmed ", .size = 10 }, { 5, -3, 44.1489, 7 } },
        { { .x = 5, .y = 5, .text = "", .size = 10 }, { 5, -3, 5, 7 } },
        { { .text = "Hello", .size = 11.5, .baseline = FW_BASELINE_TOP }, { 0, 0, 27.5253, 11.5 } },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_scene_node *node = plain(FW_NODE_TEXT, 0);
        node->texts[0] = cases[i].text;
        check_box("text", i, fw_item_bounds(fonts, node, 0), cases[i].box);
    }
}

static void strokes_of_rects_and_rules_reach_out_by_half(void **state)
{
    (void)state;
    struct fw_scene_node *node = plain(FW_NODE_RECT, 0);
    node->rects[0] = (struct fw_rect){ 1, 2, 30, 40, { 0 } };
    check_box("rect", 0, fw_node_bounds(fonts, node), (struct fw_box){ 1, 2, 31, 42 });
    node = plain(FW_NODE_RECT, 1);
    node->rects[0] = (struct fw_rect){ 1, 2, -30, 40, { 0 } };
    check_box("rect", 1, fw_node_bounds(fonts, node), (struct fw_box){ -29.5, 1.5, 1.5, 42.5 });
    node = plain(FW_NODE_RECT, 3);
    node->rects[0] = (struct fw_rect){ 1, 2, 30, 40, { 0 } };
    check_box("rect", 2, fw_node_bounds(fonts, node), (struct fw_box){ -0.5, 0.5, 32.5, 43.5 });
    node = plain(FW_NODE_RULE, 2);
    node->rules[0] = (struct fw_rule){ 1, 2, 30, 1 };
    check_box("rule", 0, fw_node_bounds(fonts, node), (struct fw_box){ 0, 0, 31, 3 });
    node = add(NULL, FW_NODE_RULE, 2, FW_JOIN_MITER, FW_CAP_SQUARE);
    node->rules[0] = (struct fw_rule){ 1, 2, 1, 10 };
    check_box("rule", 1, fw_node_bounds(fonts, node),
              (struct fw_box){ -0.4142, 0.5858, 2.4142, 11.4142 });
}

static void symbols_have_the_box_of_their_outline(void **state)
{
    static const struct {
        const char *shape;
        struct fw_box upright, turned; /* by 30 degrees */
    } cases[] = {
        { "circle", { 5, 15, 15, 25 }, { 5, 15, 15, 25 } },
        { NULL, { 5, 15, 15, 25 }, { 5, 15, 15, 25 } },
        { "cross", { 5, 15, 15, 25 }, { 4.6699, 14.6699, 15.3301, 25.3301 } },
        { "diamond", { 5, 15, 15, 25 }, { 5.6699, 15.6699, 14.3301, 24.3301 } },
        { "square", { 5, 15, 15, 25 }, { 3.1699, 13.1699, 16.8301, 26.8301 } },
        { "arrow", { 8, 15, 12, 25 }, { 6.8814, 15.6699, 12.5, 24.6873 } },
        { "wedge", { 8.75, 14.2265, 11.25, 22.8868 }, { 7.4741, 15, 12.8868, 23.125 } },
        { "triangle", { 5, 14.2265, 15, 22.8868 }, { 4.2265, 15, 12.8868, 25 } },
        { "triangle-up", { 5, 15.6699, 15, 24.3301 }, { 3.5048, 16.25, 12.1651, 26.25 } },
        { "triangle-down", { 5, 15.6699, 15, 24.3301 }, { 7.8349, 13.75, 16.4952, 23.75 } },
        { "triangle-right", { 5.6699, 15, 14.3301, 25 }, { 3.75, 13.5048, 13.75, 22.1651 } },
        { "triangle-left", { 5.6699, 15, 14.3301, 25 }, { 6.25, 17.8349, 16.25, 26.4952 } },
        { "stroke", { 5, 20, 15, 20 }, { 5.6699, 17.5, 14.3301, 22.5 } },
        { "M-1,-1L1,0C1,1,0,1,-1,1Z", { 5, 15, 15, 25 }, { 3.1699, 13.1699, 14.3301, 24.8551 } },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_scene_node *node = plain(FW_NODE_SYMBOL, 0);
        node->symbols[0] = (struct fw_symbol){ 10, 20, 100, 0, cases[i].shape };
        check_box("symbol", i, fw_node_bounds(fonts, node), cases[i].upright);
        node->symbols[0].angle = 30;
        check_box("turned symbol", i, fw_node_bounds(fonts, node), cases[i].turned);
    }
}

static void strokes_with_tips_reach_out_by_the_miter_limit(void **state)
{
    (void)state;
    struct fw_scene_node *node = plain(FW_NODE_SYMBOL, 1.5);
    node->symbols[0] = (struct fw_symbol){ 10, 20, 100, 0, NULL };
    check_box("stroked", 0, fw_node_bounds(fonts, node), (struct fw_box){ 2, 12, 18, 28 });
    node = add(NULL, FW_NODE_SYMBOL, 1.5, FW_JOIN_ROUND, FW_CAP_BUTT);
    node->symbols[0] = (struct fw_symbol){ 10, 20, 100, 0, NULL };
    check_box("stroked", 1, fw_node_bounds(fonts, node),
              (struct fw_box){ 4.25, 14.25, 15.75, 25.75 });
}

static void arcs_have_the_box_of_their_outline(void **state)
{
    static const struct {
        struct fw_arc arc;
        struct fw_box box;
    } cases[] = {
        { { 100, 100, 0, 2, 10, 50, 0, 0 }, { 100, 50, 150, 120.8073 } },
        { { 100, 100, -1, 4, 0, 50, 0.05, 4 }, { 60.3146, 50, 150, 150 } },
        { { 100, 100, 0, 6.283185307179586, 20, 50, 0, 0 }, { 50, 50, 150, 150 } },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_scene_node *node = plain(FW_NODE_ARC, 0);
        node->arcs[0] = cases[i].arc;
        check_box("arc", i, fw_node_bounds(fonts, node), cases[i].box);
    }
}

static void lines_and_areas_have_the_box_of_their_curve(void **state)
{
    static const struct fw_vertex vertices[] = {
        { 0, 10, 0, 50, false },
        { 20, 40, 20, 50, false },
        { 40, 5, 40, 50, false },
        { 60, 30, 60, 50, false },
    };
    static const struct {
        const char *interpolate;
        struct fw_box line, area; /* the line has a stroke of 2 */
    } cases[] = {
        { NULL, { -4, 1, 64, 44 }, { 0, 5, 60, 50 } },
        { "monotone", { -4, 1, 64, 44 }, { 0, 5, 60, 50 } },
        { "basis", { -4, 6, 64, 34 }, { 0, 10, 60, 50 } },
        { "cardinal", { -4, 0.925, 64, 44.0166 }, { 0, 4.925, 60, 50 } },
        { "step", { -4, 1, 64, 44 }, { 0, 5, 60, 50 } },
        { "step-after", { -4, 1, 64, 44 }, { 0, 5, 60, 50 } },
        { "natural", { -4, -0.0538, 64, 44.6491 }, { 0, 3.9462, 60, 50 } },
        { "catmull-rom", { -4, 0.9929, 64, 44.0012 }, { 0, 4.9929, 60, 50 } },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_scene_node *line = plain(FW_NODE_LINE, 2), *area = plain(FW_NODE_AREA, 0);
        line->polylines[0] = (struct fw_polyline){ .count = 4,
                                                   .vertices = vertices,
                                                   .interpolate = cases[i].interpolate };
        area->polylines[0] = line->polylines[0];
        check_box("line", i, fw_node_bounds(fonts, line), cases[i].line);
        check_box("area", i, fw_node_bounds(fonts, area), cases[i].area);
    }
}

static void other_marks_have_boxes(void **state)
{
    static const struct fw_vertex trail[] = {
        { 0, 10, 2, 0, false },
        { 20, 40, 3, 0, false },
        { 40, 5, 4, 0, false },
        { 60, 30, 5, 0, false },
    };
    (void)state;
    struct fw_scene_node *node = plain(FW_NODE_TRAIL, 0);
    node->polylines[0] = (struct fw_polyline){ .count = 4, .vertices = trail };
    check_box("trail", 0, fw_node_bounds(fonts, node), (struct fw_box){ -1, 3, 62.5, 41.5 });
    node = plain(FW_NODE_PATH, 1);
    node->paths[0] = (struct fw_path_item){ "M0,0L10,0Q20,20,0,10A5,5,0,0,1,-5,-5Z", 5, 6 };
    check_box("path", 0, fw_node_bounds(fonts, node),
              (struct fw_box){ -7.4078, -1, 20.3333, 21.3333 });
    node = plain(FW_NODE_IMAGE, 0);
    node->images[0] = (struct fw_image){ .x = 5, .y = 6, .width = 20, .height = 10 };
    check_box("image", 0, fw_node_bounds(fonts, node), (struct fw_box){ 5, 6, 25, 16 });
}

static struct fw_scene_node *group_with_rect(struct fw_group group, double stroke_width)
{
    struct fw_scene_node *node = plain(FW_NODE_GROUP, stroke_width);
    *node->group = group;
    struct fw_scene_node *rect = add(node, FW_NODE_RECT, 0, FW_JOIN_MITER, FW_CAP_BUTT);
    rect->rects[0] = (struct fw_rect){ -10, 5, 20, 200, { 0 } };
    return node;
}

static void groups_hold_their_children_unless_they_clip(void **state)
{
    static const struct {
        struct fw_group group;
        double stroke_width;
        struct fw_box box;
    } cases[] = {
        { { .x = 100, .y = 50 }, 0, { 90, 55, 110, 255 } },
        { { .x = 100, .y = 50, .width = 30, .height = 40 }, 0, { 90, 50, 130, 255 } },
        { { .x = 100, .y = 50, .width = 30, .height = 40 }, 1, { 89.5, 49.5, 130.5, 255.5 } },
        { { .x = 100, .y = 50, .width = 30, .height = 40, .clip = true }, 0, { 100, 50, 130, 90 } },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_scene_node *node = group_with_rect(cases[i].group, cases[i].stroke_width);
        check_box("group", i, fw_node_bounds(fonts, node), cases[i].box);
    }
}

static void clipped_marks_stay_in_their_group(void **state)
{
    (void)state;
    struct fw_scene_node *node = group_with_rect((struct fw_group){ .width = 30, .height = 40 }, 0);
    node->first->clip = true;
    check_box("clip", 0, fw_node_bounds(fonts, node->first), (struct fw_box){ 0, 5, 10, 40 });
    node->first->rects[0].x = 500;
    assert_true(fw_box_is_empty(fw_node_bounds(fonts, node->first)));
}

static void empty_nodes_have_empty_boxes(void **state)
{
    (void)state;
    struct fw_scene_node *node = fw_scene_add(arena, NULL, FW_NODE_RECT, FW_ROLE_MARK, 0);
    assert_true(fw_box_is_empty(fw_node_bounds(fonts, node)));
    node = fw_scene_add(arena, NULL, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    assert_true(fw_box_is_empty(fw_node_bounds(fonts, node)));
}

static void moved_nodes_keep_the_rest_in_order(void **state)
{
    (void)state;
    struct fw_scene_node *root = plain(FW_NODE_GROUP, 0), *nodes[3];
    for (size_t i = 0; i < 3; i++) {
        nodes[i] = add(root, FW_NODE_RECT, 0, FW_JOIN_MITER, FW_CAP_BUTT);
    }
    fw_scene_move(nodes[2], root, true);
    assert_ptr_equal(root->first, nodes[2]);
    assert_ptr_equal(root->last, nodes[1]);
    fw_scene_move(nodes[0], root, false);
    assert_ptr_equal(nodes[2]->next, nodes[1]);
    assert_ptr_equal(root->last, nodes[0]);
    assert_null(nodes[0]->next);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_as_high_as_their_size),
        cmocka_unit_test(strokes_of_rects_and_rules_reach_out_by_half),
        cmocka_unit_test(symbols_have_the_box_of_their_outline),
        cmocka_unit_test(strokes_with_tips_reach_out_by_the_miter_limit),
        cmocka_unit_test(arcs_have_the_box_of_their_outline),
        cmocka_unit_test(lines_and_areas_have_the_box_of_their_curve),
        cmocka_unit_test(other_marks_have_boxes),
        cmocka_unit_test(groups_hold_their_children_unless_they_clip),
        cmocka_unit_test(clipped_marks_stay_in_their_group),
        cmocka_unit_test(empty_nodes_have_empty_boxes),
        cmocka_unit_test(moved_nodes_keep_the_rest_in_order),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
