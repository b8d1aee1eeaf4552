/* Axes, legends and titles to the pixel: against Vega's own scenes in reference_guides.txt. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/bytes.h"
#include "guide_spec.h"
#include "text/fonts.h"

static struct fw_arena *fonts_arena;
static struct fw_fonts *fonts;

/* Widths of the reference have two decimals, and ours may differ in the last one. */
static const double TOLERANCE = 0.02;

struct guide_case {
    struct fw_guide_env env;
    struct spec_reader reader;
    struct fw_node given;
    struct fw_node expected; /* the next item of the reference */
    size_t line, item;
    double width, height;
};

static void expect_item(struct guide_case *c, const char *role, const double *numbers, size_t count,
                        const char *label)
{
    c->item++;
    if (!fw_node_there(c->expected)) {
        fail_msg("line %zu: item %zu, %s %s, is not in the reference", c->line, c->item, role,
                 label != NULL ? label : "");
    }
    fw_str want = fw_node_string(fw_node_item(c->expected, 0), NULL);
    if (strcmp(want->text, role) != 0) {
        fail_msg("line %zu: item %zu is %s, expected %s", c->line, c->item, role, want->text);
    }
    for (size_t i = 0; i < count; i++) {
        double number = fw_node_number(fw_node_item(c->expected, i + 1), NAN);
        if (fabs(number - numbers[i]) > TOLERANCE || isnan(number)) {
            fail_msg("line %zu: item %zu, %s %s: number %zu is %.3f, expected %.3f", c->line,
                     c->item, role, label != NULL ? label : "", i, numbers[i], number);
        }
    }
    if (label != NULL) {
        fw_str text = fw_node_string(fw_node_item(c->expected, count + 1), NULL);
        if (strcmp(text->text, label) != 0) {
            fail_msg("line %zu: item %zu, %s '%s', expected '%s'", c->line, c->item, role, label,
                     text->text);
        }
    }
    c->expected = fw_node_next(c->expected);
}

static void check_text(struct guide_case *c, const char *role, const struct fw_text *text, double x,
                       double y)
{
    static const char *const aligns[] = { "left", "center", "right" };
    static const char *const baselines[] = { "alphabetic", "top",      "middle",
                                             "bottom",     "line-top", "line-bottom" };
    struct fw_node expected = c->expected;
    double numbers[] = { x + text->x, y + text->y };
    expect_item(c, role, numbers, 2, text->text);
    fw_str align = fw_node_string(fw_node_item(expected, 4), NULL);
    fw_str baseline = fw_node_string(fw_node_item(expected, 5), NULL);
    if (strcmp(align->text, aligns[text->align]) != 0 ||
        strcmp(baseline->text, baselines[text->baseline]) != 0) {
        fail_msg("line %zu: item %zu, %s %s: %s %s, expected %s %s", c->line, c->item, role,
                 text->text, aligns[text->align], baselines[text->baseline], align->text,
                 baseline->text);
    }
    assert_float_equal(text->angle, fw_node_number(fw_node_item(expected, 6), NAN), 0.001);
    assert_float_equal(text->size, fw_node_number(fw_node_item(expected, 7), NAN), 0.001);
}

static void check_color(const struct guide_case *c, const struct fw_paint *paint, size_t place)
{
    fw_str expected = fw_node_string(fw_node_item(c->expected, place), NULL);
    char text[8] = "none";
    if (paint->kind == FW_PAINT_COLOR && paint->color.a > 0) {
        fw_color_hex(paint->color, text);
    }
    if (strcmp(text, expected->text) != 0) {
        fail_msg("line %zu: item %zu has color %s, expected %s", c->line, c->item + 1, text,
                 expected->text);
    }
}

static void check_symbol(struct guide_case *c, const char *role, const struct fw_scene_node *node,
                         size_t i, double x, double y)
{
    const struct fw_symbol *symbol = &node->symbols[i];
    const struct fw_style *style = fw_item_style(node, i);
    double numbers[] = { x + symbol->x, y + symbol->y, symbol->size };
    check_color(c, &style->fill, 5);
    check_color(c, &style->stroke, 6);
    assert_float_equal(style->stroke_width, fw_node_number(fw_node_item(c->expected, 7), NAN),
                       0.001);
    expect_item(c, role, numbers, 3, symbol->shape == NULL ? "circle" : symbol->shape);
}

static void check_node(struct guide_case *c, const struct fw_scene_node *node, double x, double y)
{
    const char *role = fw_role_name(node->role);
    for (size_t i = 0; i < node->count; i++) {
        if (node->kind == FW_NODE_GROUP) {
            for (const struct fw_scene_node *child = node->first; child != NULL;
                 child = child->next) {
                check_node(c, child, x + node->group->x, y + node->group->y);
            }
        } else if (node->kind == FW_NODE_TEXT) {
            check_text(c, role, &node->texts[i], x, y);
        } else if (node->kind == FW_NODE_RULE) {
            const struct fw_rule *rule = &node->rules[i];
            double numbers[] = { x + rule->x, y + rule->y, x + rule->x2, y + rule->y2 };
            expect_item(c, role, numbers, 4, NULL);
        } else if (node->kind == FW_NODE_RECT) {
            const struct fw_rect *rect = &node->rects[i];
            if (node->role == FW_ROLE_LEGEND_BAND) {
                check_color(c, &fw_item_style(node, i)->fill, 5);
            }
            double numbers[] = { x + rect->x, y + rect->y, rect->width, rect->height };
            expect_item(c, role, numbers, 4, NULL);
        } else {
            check_symbol(c, role, node, i, x, y);
        }
    }
}

/** The boxes that Vega's ViewLayout keeps of a view. */
struct view_boxes {
    struct fw_box x, y, all;
};

/** The group that a guide was built into, to be looked at in the reference's order. */
static struct fw_scene_node *new_root(struct guide_case *c)
{
    return fw_scene_add(c->env.arena, NULL, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
}

static void check_axes(struct guide_case *c, struct view_boxes *boxes)
{
    struct fw_axis_view view = { c->width, c->height };
    struct fw_node axes = fw_node_member(c->given, "axes");
    for (struct fw_node n = fw_node_first(axes); fw_node_there(n); n = fw_node_next(n)) {
        struct fw_axis_spec spec = read_axis(&c->reader, n);
        struct fw_scene_node *root = new_root(c);
        fw_axis_build_grid(&c->env, root, &spec, view);
        struct fw_axis axis = fw_axis_build(&c->env, root, &spec, view);
        bool is_x = spec.orient == FW_ORIENT_BOTTOM || spec.orient == FW_ORIENT_TOP;
        fw_box_union(is_x ? &boxes->y : &boxes->x, axis.bounds);
        check_node(c, root, 0, 0);
    }
}

static void check_legend(struct guide_case *c, const struct fw_legend *legend)
{
    const struct fw_group *group = legend->node->group;
    double numbers[] = { group->x, group->y, group->width, group->height };
    expect_item(c, "legend", numbers, 4, NULL);
    check_node(c, legend->node, 0, 0);
}

static void check_legends(struct guide_case *c, struct view_boxes *boxes)
{
    enum { MOST = 4 };
    struct fw_legend legends[MOST];
    size_t count = 0;
    struct fw_node given = fw_node_member(c->given, "legends");
    struct fw_scene_node *root = new_root(c);
    for (struct fw_node n = fw_node_first(given); fw_node_there(n); n = fw_node_next(n)) {
        struct fw_legend_spec spec = read_legend(&c->reader, n);
        legends[count++] = fw_legend_build(&c->env, root, &spec);
    }
    struct fw_legend_layout layout = fw_legend_layout_default();
    fw_legends_place(legends, count, &layout, boxes->x, boxes->y, c->width, c->height);
    for (size_t i = 0; i < count; i++) {
        check_legend(c, &legends[i]);
        fw_box_union(&boxes->all, legends[i].bounds);
    }
}

static void check_title(struct guide_case *c, struct view_boxes *boxes)
{
    struct fw_node title = fw_node_member(c->given, "title");
    if (!fw_node_there(title)) {
        return;
    }
    struct fw_title_spec spec = read_title(&c->reader, title);
    struct fw_scene_node *root = new_root(c);
    struct fw_box box = fw_title_build(&c->env, root, &spec, c->width, c->height, boxes->all);
    fw_box_union(&boxes->all, box);
    check_node(c, root, 0, 0);
}

static void check_view(struct guide_case *c, const struct fw_box *box)
{
    double left = fmax(0, ceil(-box->x1));
    double top = fmax(0, ceil(-box->y1));
    double right = fmax(0, ceil(box->x2 - c->width));
    double bottom = fmax(0, ceil(box->y2 - c->height));
    double numbers[] = { left, top, c->width + left + right, c->height + top + bottom };
    expect_item(c, "view", numbers, 4, NULL);
}

static struct fw_node read_line(struct fw_arena *arena, struct fw_strings *strings,
                                const char *begin, size_t length)
{
    struct fw_source *source = FW_NEW(arena, struct fw_source);
    const char *text = fw_arena_text(arena, begin, length);
    *source = (struct fw_source){ "reference_guides.txt", text, length };
    const struct fw_json *json = fw_json_read(arena, strings, source, NULL, fw_diag_new(arena));
    assert_non_null(json);
    return fw_json_root(json);
}

static void run_case(size_t line, const char *given, size_t given_length, const char *expected,
                     size_t expected_length)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_strings *strings = fw_strings_new(arena);
    struct guide_case c = { .env = { arena, strings, fonts }, .line = line };
    c.given = read_line(arena, strings, given, given_length);
    c.expected = fw_node_first(read_line(arena, strings, expected, expected_length));
    c.reader = (struct spec_reader){ arena, strings, fw_node_member(c.given, "scales") };
    c.width = fw_node_number(fw_node_member(c.given, "width"), 0);
    c.height = fw_node_number(fw_node_member(c.given, "height"), 0);
    struct fw_box frame = { 0, 0, c.width, c.height };
    struct view_boxes boxes = { frame, frame, frame };
    check_axes(&c, &boxes);
    check_legends(&c, &boxes);
    fw_box_union(&boxes.all, boxes.x);
    fw_box_union(&boxes.all, boxes.y);
    check_title(&c, &boxes);
    check_view(&c, &boxes.all);
    fw_arena_destroy(arena);
}

static void slurp(const char *name, struct fw_bytes *file)
{
    FILE *stream = fopen(name, "rb");
    assert_non_null(stream);
    char block[65536];
    for (size_t n; (n = fread(block, 1, sizeof block, stream)) > 0;) {
        fw_bytes_append(file, block, n);
    }
    fclose(stream);
}

static void guides_are_those_of_vega(void **state)
{
    (void)state;
    struct fw_bytes file = { 0 };
    slurp(FW_SOURCE_DIR "/tests/unit/guide/reference_guides.txt", &file);
    const char *at = fw_bytes_text(&file), *given = NULL;
    size_t given_length = 0, line = 1;
    for (const char *end; (end = strchr(at, '\n')) != NULL; at = end + 1, line++) {
        if (*at != '{' && *at != '[') {
            continue;
        }
        if (given == NULL) {
            given = at;
            given_length = (size_t)(end - at);
        } else {
            run_case(line, given, given_length, at, (size_t)(end - at));
            given = NULL;
        }
    }
    fw_bytes_finish(&file);
}

static int set_up(void **state)
{
    (void)state;
    fonts_arena = fw_arena_create();
    fonts = fw_fonts_create(&(struct fw_font_options){ 0 }, fw_diag_new(fonts_arena));
    return fonts == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
    (void)state;
    fw_fonts_destroy(fonts);
    fw_arena_destroy(fonts_arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(guides_are_those_of_vega) };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
