/* What every output promises: the same bytes again, and what is wrong is said. */
#include "render/render.h"

#include <math.h>
#include <string.h>

#include "base/thread.h"
#include "support/cmocka.h"

struct drawing {
    struct fw_arena *arena;
    struct fw_diag *diag;
    struct fw_fonts *fonts;
    struct fw_scene *scene;
};

static struct fw_style filled(double r, double g, double b)
{
    struct fw_style style = fw_style_default();
    style.fill = (struct fw_paint){ .kind = FW_PAINT_COLOR, .color = { r, g, b, 1 } };
    return style;
}

static void add_texts(struct drawing *d, const char *const *texts, size_t count)
{
    struct fw_scene_node *node =
        fw_scene_add(d->arena, d->scene->root, FW_NODE_TEXT, FW_ROLE_AXIS_LABEL, count);
    struct fw_style ink = filled(0, 0, 0);
    fw_scene_style(d->arena, node, &ink);
    for (size_t i = 0; i < count; i++) {
        node->texts[i] = (struct fw_text){ .x = 10,
                                           .y = 20 + 15 * (double)i,
                                           .text = texts[i],
                                           .size = 12,
                                           .weight = i % 2 == 0 ? 400 : 700 };
    }
}

static int set_up(void **state)
{
    static struct drawing drawing;
    static const char *const texts[] = { "First & <last>", "Second", "10 − 3 = 7" };
    struct drawing *d = &drawing;
    d->arena = fw_arena_create();
    d->diag = fw_diag_new(d->arena);
    d->fonts = fw_fonts_create(&(struct fw_font_options){ 0 }, d->diag);
    d->scene = FW_NEW(d->arena, struct fw_scene);
    *d->scene = (struct fw_scene){ .width = 200,
                                   .height = 120,
                                   .title = "Rain \"here\"",
                                   .description = "It rains.",
                                   .lang = "en" };
    d->scene->root = fw_scene_add(d->arena, NULL, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    struct fw_scene_node *bars =
        fw_scene_add(d->arena, d->scene->root, FW_NODE_RECT, FW_ROLE_MARK, 2);
    struct fw_style style = filled(76, 120, 168);
    fw_scene_style(d->arena, bars, &style);
    struct fw_item_info *info = FW_NEW_ARRAY(d->arena, 2, struct fw_item_info);
    info[0] = (struct fw_item_info){ "https://example.org/?a=1&b='2'", "bar one" };
    info[1] = (struct fw_item_info){ "javascript:alert(1)", NULL };
    bars->info = info;
    bars->rects[0] = (struct fw_rect){ 100, 20, 20.5, 80, { 0 } };
    bars->rects[1] = (struct fw_rect){ 130, 50, 20.5, 50, { 3, 3, 0, 0 } };
    add_texts(d, texts, FW_COUNT(texts));
    *state = d;
    return d->fonts == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
    struct drawing *d = *state;
    fw_fonts_destroy(d->fonts);
    fw_arena_destroy(d->arena);
    return 0;
}

static const char *draw(struct drawing *d, const char *format,
                        const struct fw_render_options *options, size_t *length)
{
    struct fw_bytes out = { 0 };
    assert_true(fw_render(format, d->scene, d->fonts, options, d->diag, &out));
    *length = out.length;
    const char *copy = fw_arena_text(d->arena, out.data, out.length);
    fw_bytes_finish(&out);
    return copy;
}

static void the_same_scene_gives_the_same_bytes(void **state)
{
    struct drawing *d = *state;
    size_t count;
    const char *const *names = fw_render_names(&count);
    for (size_t i = 0; i <= count; i++) { /* one more: outlined SVG */
        struct fw_render_options options = { .svg_text = i == count ? "outlines" : NULL };
        size_t first_length, second_length;
        const char *format = i == count ? "svg" : names[i];
        const char *first = draw(d, format, &options, &first_length);
        struct fw_fonts *others = d->fonts;
        d->fonts = fw_fonts_create(&(struct fw_font_options){ 0 }, d->diag);
        const char *second = draw(d, format, &options, &second_length);
        fw_fonts_destroy(d->fonts);
        d->fonts = others;
        assert_int_equal(first_length, second_length);
        assert_memory_equal(first, second, first_length);
    }
}

enum { WORKERS = 4 };

struct workers {
    const struct fw_scene *scene;
    struct fw_bytes png[WORKERS], svg[WORKERS], pdf[WORKERS];
};

static void draw_all(void *context, size_t worker)
{
    struct workers *workers = context;
    struct fw_arena *arena = fw_arena_create();
    struct fw_diag *diag = fw_diag_new(arena);
    struct fw_fonts *fonts = fw_fonts_create(&(struct fw_font_options){ 0 }, diag);
    struct fw_render_options options = { .svg_text = "outlines" };
    fw_render("png", workers->scene, fonts, &options, diag, &workers->png[worker]);
    fw_render("svg", workers->scene, fonts, &options, diag, &workers->svg[worker]);
    fw_render("pdf", workers->scene, fonts, &options, diag, &workers->pdf[worker]);
    fw_fonts_destroy(fonts);
    fw_arena_destroy(arena);
}

static void check_same(struct fw_bytes outputs[WORKERS])
{
    assert_true(outputs[0].length > 0);
    for (size_t i = 1; i < WORKERS; i++) {
        assert_int_equal(outputs[i].length, outputs[0].length);
        assert_memory_equal(outputs[i].data, outputs[0].data, outputs[0].length);
    }
    for (size_t i = 0; i < WORKERS; i++) {
        fw_bytes_finish(&outputs[i]);
    }
}

static void threads_give_the_same_bytes(void **state)
{
    struct drawing *d = *state;
    struct workers workers = { .scene = d->scene };
    fw_threads_run(WORKERS, draw_all, &workers);
    check_same(workers.png);
    check_same(workers.svg);
    check_same(workers.pdf);
}

/* One item of each kind, all of whose numbers are `number`. */
static void add_items_with(struct drawing *d, double number)
{
    struct fw_vertex *vertices = FW_NEW_ARRAY(d->arena, 3, struct fw_vertex);
    for (size_t i = 0; i < 3; i++) {
        vertices[i] = (struct fw_vertex){ number, (double)i, number, number, false };
    }
    for (int kind = FW_NODE_GROUP; kind <= FW_NODE_IMAGE; kind++) {
        struct fw_scene_node *node =
            fw_scene_add(d->arena, d->scene->root, (enum fw_node_kind)kind, FW_ROLE_MARK, 1);
        struct fw_style style = filled(255, 0, 0);
        style.stroke = style.fill;
        fw_scene_style(d->arena, node, &style);
        switch ((enum fw_node_kind)kind) {
        case FW_NODE_GROUP:
            *node->group = (struct fw_group){
                .x = number, .y = number, .width = number, .height = number, .clip = true
            };
            break;
        case FW_NODE_RECT:
            node->rects[0] = (struct fw_rect){ number, 1, number, 5, { number, 0, 0, 0 } };
            break;
        case FW_NODE_RULE:
            node->rules[0] = (struct fw_rule){ number, 1, 5, number };
            break;
        case FW_NODE_SYMBOL:
            node->symbols[0] = (struct fw_symbol){ number, 1, number, 0, "cross" };
            break;
        case FW_NODE_TEXT:
            node->texts[0] = (struct fw_text){
                .x = number, .y = 1, .text = "x", .size = number, .align = FW_ALIGN_CENTER
            };
            break;
        case FW_NODE_LINE:
        case FW_NODE_AREA:
        case FW_NODE_TRAIL:
            node->polylines[0] = (struct fw_polyline){ .count = 3, .vertices = vertices };
            break;
        case FW_NODE_ARC:
            node->arcs[0] = (struct fw_arc){ 50, 50, 0, number, number, 20, 0.1, number };
            break;
        case FW_NODE_PATH:
        case FW_NODE_SHAPE:
            node->paths[0] = (struct fw_path_item){ "M0,0L1e99,5Z", number, 0 };
            break;
        case FW_NODE_IMAGE:
            node->images[0] =
                (struct fw_image){ .x = number, .width = number, .height = 5, .url = "x.png" };
            break;
        }
    }
}

static void numbers_out_of_reach_spoil_nothing_else(void **state)
{
    static const double numbers[] = { NAN, INFINITY, -INFINITY, 1e300, -1e12, 0 };
    struct drawing *d = *state;
    for (size_t i = 0; i < FW_COUNT(numbers); i++) {
        add_items_with(d, numbers[i]);
    }
    size_t count, length;
    const char *const *names = fw_render_names(&count);
    for (size_t i = 0; i <= count; i++) {
        struct fw_render_options options = { .svg_text = i == count ? "outlines" : NULL };
        draw(d, i == count ? "svg" : names[i], &options, &length);
    }
    assert_int_equal(fw_diag_errors(d->diag), 0);
    const char *scene = draw(d, "scene", &(struct fw_render_options){ 0 }, &length);
    assert_null(strstr(scene, ":null,\"y"));
}

static void svg_has_text_title_and_safe_links(void **state)
{
    struct drawing *d = *state;
    size_t length;
    const char *svg = draw(d, "svg", &(struct fw_render_options){ 0 }, &length);
    assert_non_null(strstr(svg, "-title\">Rain &quot;here&quot;</title>"));
    assert_non_null(strstr(svg, "-description\">It rains.</desc>"));
    assert_non_null(strstr(svg, " lang=\"en\" xml:lang=\"en\""));
    assert_non_null(strstr(svg, " role=\"graphics-document document\"")); /* for a label's sake */
    assert_non_null(strstr(svg, ">First &amp; &lt;last&gt;</text>"));
    assert_non_null(strstr(svg, "aria-label=\"bar one\""));
    assert_non_null(strstr(svg, "https://example.org/?a=1&amp;b='2'"));
    assert_null(strstr(svg, "javascript"));
    const char *bold = strstr(svg, "font-weight:700;"), *regular = strstr(svg, "font-weight:400;");
    assert_non_null(bold);
    assert_non_null(regular);
}

/* Every id, and every reference, in `svg` begins like the first one; returns where that is. */
static const char *check_ids(const char *svg)
{
    static const char *const before[] = { " id=\"", "href=\"#", "url(#", "labelledby=\"" };
    enum { PREFIX = 10 }; /* f12345678- */
    const char *prefix = strstr(svg, before[0]) + strlen(before[0]);
    assert_int_equal(prefix[PREFIX - 1], '-');
    for (size_t i = 0; i < FW_COUNT(before); i++) {
        for (const char *at = strstr(svg, before[i]); at != NULL; at = strstr(at, before[i])) {
            at += strlen(before[i]);
            assert_memory_equal(at, prefix, PREFIX);
        }
    }
    assert_null(strchr(svg, '\x01'));
    return prefix;
}

/* Several SVGs in one page: what one defines is not another's. */
static void svg_ids_are_of_one_picture(void **state)
{
    static const struct fw_gradient_stop stops[] = { { 0, { 0, 0, 0, 1 } },
                                                     { 1, { 255, 0, 0, 1 } } };
    static const struct fw_gradient gradient = { .x2 = 1, .stop_count = 2, .stops = stops };
    struct drawing *d = *state;
    struct fw_scene_node *node =
        fw_scene_add(d->arena, d->scene->root, FW_NODE_RECT, FW_ROLE_MARK, 1);
    struct fw_style style = fw_style_default();
    style.fill = (struct fw_paint){ .kind = FW_PAINT_GRADIENT, .gradient = &gradient };
    fw_scene_style(d->arena, node, &style);
    node->rects[0] = (struct fw_rect){ 10, 10, 20, 20, { 0 } };
    node->clip = d->scene->root->group->clip = true;
    d->scene->root->group->width = d->scene->root->group->height = 100;
    add_texts(d, (const char *const[]){ "\x01" }, 1); /* no id: no character of XML either */
    static const char *const ways[] = { "text", "outlines" };
    for (size_t i = 0; i < FW_COUNT(ways); i++) {
        size_t length;
        struct fw_render_options options = { .svg_text = ways[i] };
        d->scene->title = "one";
        const char *one = check_ids(draw(d, "svg", &options, &length));
        d->scene->title = "another";
        const char *another = check_ids(draw(d, "svg", &options, &length));
        assert_memory_not_equal(one, another, 10);
    }
}

/* A pattern is native: defined once in an SVG for like items, not turned into pixels in a PDF. */
static void patterns_stay_shapes(void **state)
{
    struct drawing *d = *state;
    const struct fw_pattern hatches[] = {
        { FW_HATCH_LINES, { 255, 255, 255, 1 }, 6, 2, 45 },
        { FW_HATCH_LINES, { 255, 255, 255, 1 }, 6, 2, 45 },
        { FW_HATCH_DOTS, { 0, 0, 0, 0 }, 5, 2, 0 },
    };
    for (size_t i = 0; i < FW_COUNT(hatches); i++) {
        struct fw_scene_node *node =
            fw_scene_add(d->arena, d->scene->root, FW_NODE_RECT, FW_ROLE_MARK, 1);
        struct fw_style style = fw_style_default();
        style.fill = (struct fw_paint){ .kind = FW_PAINT_PATTERN,
                                        .color = { 18, 67, 109, 1 },
                                        .pattern = &hatches[i] };
        fw_scene_style(d->arena, node, &style);
        node->rects[0] = (struct fw_rect){ 10, 70, 30, 30, { 0 } };
    }
    size_t length;
    const char *svg = draw(d, "svg", &(struct fw_render_options){ 0 }, &length);
    const char *lines = strstr(svg, "<pattern "), *dots = strstr(lines + 1, "<pattern ");
    assert_non_null(strstr(lines, "patternTransform=\"rotate(45)\""));
    assert_non_null(strstr(dots, "<circle"));
    assert_null(strstr(dots + 1, "<pattern "));
    const char *pdf = draw(d, "pdf", &(struct fw_render_options){ 0 }, &length);
    for (size_t i = 0; i + 6 < length; i++) {
        assert_true(memcmp(pdf + i, "/Image", 6) != 0);
    }
}

static void bare_outputs_carry_no_words_about_themselves(void **state)
{
    struct drawing *d = *state;
    size_t length;
    struct fw_render_note note = { "figwright:spec", "the spec itself" };
    struct fw_render_options options = { .notes = &note, .note_count = 1 };
    assert_non_null(strstr(draw(d, "svg", &options, &length), "the spec itself"));
    options.bare = true;
    const char *svg = draw(d, "svg", &options, &length);
    assert_null(strstr(svg, "the spec itself"));
    assert_null(strstr(svg, "<title"));
}

/* Where `text` is in bytes that hold NULs; fails the test where it is not. */
static size_t place_of(const char *bytes, size_t length, const char *text)
{
    for (size_t i = 0; i + strlen(text) <= length; i++) {
        if (memcmp(bytes + i, text, strlen(text)) == 0) {
            return i;
        }
    }
    fail_msg("no '%s'", text);
    return 0;
}

static struct fw_scene_node *add_role(struct drawing *d, enum fw_role role, const char *text,
                                      double y)
{
    struct fw_scene_node *node = fw_scene_add(d->arena, d->scene->root, FW_NODE_TEXT, role, 1);
    struct fw_style ink = filled(0, 0, 0);
    fw_scene_style(d->arena, node, &ink);
    node->texts[0] = (struct fw_text){ .x = 5, .y = y, .text = text, .size = 10, .weight = 400 };
    return node;
}

/* However they are painted elsewhere: title, figure, notes, in the structure and in the content. */
static void a_pdf_is_tagged_in_reading_order(void **state)
{
    struct drawing *d = *state;
    *d->scene->root->group = (struct fw_group){ .y = 20, .width = 200, .height = 80 };
    add_role(d, FW_ROLE_NOTE, "Source:", 95);
    add_role(d, FW_ROLE_NOTE, "us", 95)->continues = true;
    add_role(d, FW_ROLE_NOTE, "all of\nus", 100)->continues = true;
    add_role(d, FW_ROLE_NOTE, "Figure 1", -15);
    add_role(d, FW_ROLE_TITLE_TEXT, "On the data", 40);
    add_role(d, FW_ROLE_TITLE_SUBTITLE, "here", -2);
    add_role(d, FW_ROLE_TITLE_TEXT, "Rain", -10);
    size_t length;
    const char *pdf = draw(d, "pdf", &(struct fw_render_options){ 0 }, &length);
    static const char *const order[] = { "/S /Document", "/S /NonStruct", "/S /P",    "/S /P",
                                         "/S /H1",       "/S /Figure",    "/S /Link", "/S /P" };
    size_t at = 0;
    for (size_t i = 0; i < FW_COUNT(order); i++) {
        at += place_of(pdf + at, length - at, order[i]) + 1;
    }
    for (size_t i = at; i + 5 < length; i++) { /* the three are one paragraph */
        assert_true(memcmp(pdf + i, "/S /P", 5) != 0);
    }
    size_t headings = place_of(pdf, length, "/S /H1") + 1; /* the one on the data is none */
    for (size_t i = headings; i + 6 < length; i++) {
        assert_true(memcmp(pdf + i, "/S /H1", 6) != 0);
    }
    place_of(pdf, length, "/Alt (It rains.)");
    place_of(pdf, length, "/Lang (en)");
    place_of(pdf, length, "/DisplayDocTitle true");
    place_of(pdf, length, "/Marked true");
}

/* Cairo forgets what is wholly hidden, tags with it, unless it is told not to. */
static void what_hides_a_page_hides_no_tags(void **state)
{
    struct drawing *d = *state;
    static const double heights[] = { 120, 120.4 };
    for (size_t i = 0; i < FW_COUNT(heights); i++) {
        size_t length;
        struct fw_style white = filled(255, 255, 255);
        d->scene->height = heights[i];
        d->scene->has_background = true;
        d->scene->background = (struct fw_color){ 255, 255, 255, 1 };
        *d->scene->root->group = (struct fw_group){ .width = 200, .height = heights[i] };
        fw_scene_style(d->arena, d->scene->root, &white);
        struct fw_scene_node *rect =
            fw_scene_add(d->arena, d->scene->root, FW_NODE_RECT, FW_ROLE_MARK, 1);
        fw_scene_style(d->arena, rect, &white);
        rect->rects[0] = (struct fw_rect){ -10, -10, 300, 300, { 0 } };
        const char *pdf = draw(d, "pdf", &(struct fw_render_options){ 0 }, &length);
        place_of(pdf, length, "/S /NonStruct");
        place_of(pdf, length, "/S /Figure");
    }
}

static void a_pdf_says_more_than_ascii(void **state)
{
    struct drawing *d = *state;
    size_t length;
    d->scene->description = "\xc3\x96l \xf0\x9f\x8c\xa7\n()";
    const char *pdf = draw(d, "pdf", &(struct fw_render_options){ 0 }, &length);
    place_of(pdf, length, "/Alt <feff00d6006c0020d83cdf27000a00280029>");
    d->scene->description = "a (b) \\";
    pdf = draw(d, "pdf", &(struct fw_render_options){ 0 }, &length);
    place_of(pdf, length, "/Alt (a \\(b\\) \\\\)");
}

static void a_pdf_has_the_date_that_it_is_given(void **state)
{
    struct drawing *d = *state;
    size_t length;
    struct fw_render_options options = { .date = "2026-11-23T10:00:00Z" };
    const char *pdf = draw(d, "pdf", &options, &length);
    place_of(pdf, length, "/CreationDate (20261123100000Z)");
}

static void missing_glyphs_are_told_once(void **state)
{
    struct drawing *d = *state;
    static const char *const texts[] = { "漢 and 漢", "漢 again" };
    add_texts(d, texts, FW_COUNT(texts));
    size_t length, before = fw_diag_count(d->diag);
    draw(d, "png", &(struct fw_render_options){ 0 }, &length);
    draw(d, "svg", &(struct fw_render_options){ 0 }, &length);
    assert_int_equal(fw_diag_count(d->diag), before + 1);
    assert_string_equal(fw_diag_get(d->diag, before)->message, "no font has a glyph for U+6F22");
    assert_int_equal(fw_diag_errors(d->diag), 0);
}

static void what_cannot_be_drawn_is_reported(void **state)
{
    struct drawing *d = *state;
    struct fw_bytes out = { 0 };
    struct fw_render_options options = { .scale = 1000 };
    assert_false(fw_render("png", d->scene, d->fonts, &options, d->diag, &out));
    assert_false(fw_render("gif", d->scene, d->fonts, &options, d->diag, &out));
    assert_int_equal(fw_diag_errors(d->diag), 2);
    fw_bytes_finish(&out);
}

int main(void)
{
#define DRAWING_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        DRAWING_TEST(the_same_scene_gives_the_same_bytes),
        DRAWING_TEST(threads_give_the_same_bytes),
        DRAWING_TEST(numbers_out_of_reach_spoil_nothing_else),
        DRAWING_TEST(svg_has_text_title_and_safe_links),
        DRAWING_TEST(svg_ids_are_of_one_picture),
        DRAWING_TEST(patterns_stay_shapes),
        DRAWING_TEST(bare_outputs_carry_no_words_about_themselves),
        DRAWING_TEST(a_pdf_is_tagged_in_reading_order),
        DRAWING_TEST(what_hides_a_page_hides_no_tags),
        DRAWING_TEST(a_pdf_says_more_than_ascii),
        DRAWING_TEST(a_pdf_has_the_date_that_it_is_given),
        DRAWING_TEST(missing_glyphs_are_told_once),
        DRAWING_TEST(what_cannot_be_drawn_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
