/* The dump says what was put in, where it is painted. */
#include "scene/dump.h"

#include <string.h>

#include "support/cmocka.h"
#include "support/scene_file.h"
#include "text/fonts.h"

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

static const char *dump(const struct fw_scene *scene)
{
    struct fw_bytes out = { 0 };
    fw_scene_dump(scene, fonts, &out);
    const char *text = fw_arena_text(arena, out.data, out.length);
    fw_bytes_finish(&out);
    return text;
}

static void what_is_read_is_written(void **state)
{
    (void)state;
    static const char file[] = FW_SOURCE_DIR "/tests/unit/render/everything.scene.json";
    const struct fw_scene *scene = scene_file_read(arena, file, NULL);
    assert_non_null(scene);
    const char *expected = text_file_read(arena, file), *written = dump(scene);
    size_t same = 0;
    while (expected[same] != '\0' && expected[same] == written[same]) {
        same++;
    }
    if (expected[same] != '\0' || written[same] != '\0') {
        fail_msg("written: %.60s, expected: %.60s", written + same, expected + same);
    }
}

/* A scene 100 px wide and high with a group at (10, 20), 50 px wide and high. */
static struct fw_scene *scene_with_group(bool clip)
{
    struct fw_scene *scene = FW_NEW(arena, struct fw_scene);
    scene->width = scene->height = 100;
    scene->root = fw_scene_add(arena, NULL, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    struct fw_scene_node *group = fw_scene_add(arena, scene->root, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    *group->group = (struct fw_group){
        .x = 10, .y = 20, .width = 50, .height = 50, .clip = clip, .half_pixel = true
    };
    return scene;
}

static struct fw_scene_node *add_rect(struct fw_scene *scene, struct fw_rect rect)
{
    struct fw_scene_node *node =
        fw_scene_add(arena, scene->root->first, FW_NODE_RECT, FW_ROLE_MARK, 1);
    struct fw_style style = fw_style_default();
    style.fill = (struct fw_paint){ .kind = FW_PAINT_COLOR, .color = { 0, 128, 255, 0.5 } };
    fw_scene_style(arena, node, &style);
    node->rects[0] = rect;
    return node;
}

static void items_are_shifted_and_clipped_by_their_groups(void **state)
{
    (void)state;
    struct fw_scene *scene = scene_with_group(true);
    add_rect(scene, (struct fw_rect){ 5, 5, -10, 10, { 0 } });
    add_rect(scene, (struct fw_rect){ 51, 5, 10, 10, { 0 } });
    assert_string_equal(dump(scene),
                        "{\"width\":100,\"height\":100,\"background\":null,\"items\":[\n"
                        "{\"mark\":\"rect\",\"role\":\"mark\",\"x\":5,\"y\":25,\"width\":10,"
                        "\"height\":10,\"fill\":\"#0080ff\",\"fillOpacity\":0.5,"
                        "\"clip\":[10,20,60,70]}\n]}\n");
}

static void frames_are_half_a_pixel_off_and_their_children_are_not(void **state)
{
    (void)state;
    struct fw_scene *scene = scene_with_group(false);
    struct fw_style style = fw_style_default();
    style.stroke = (struct fw_paint){ .kind = FW_PAINT_COLOR, .color = { 0, 0, 0, 1 } };
    fw_scene_style(arena, scene->root->first, &style);
    add_rect(scene, (struct fw_rect){ 0, 0, 10, 10, { 0 } })->clip = true;
    assert_string_equal(dump(scene),
                        "{\"width\":100,\"height\":100,\"background\":null,\"items\":[\n"
                        "{\"mark\":\"group\",\"role\":\"frame\",\"x\":10.5,\"y\":20.5,\"width\":50,"
                        "\"height\":50,\"stroke\":\"#000000\",\"strokeWidth\":1},\n"
                        "{\"mark\":\"rect\",\"role\":\"mark\",\"x\":10,\"y\":20,\"width\":10,"
                        "\"height\":10,\"fill\":\"#0080ff\",\"fillOpacity\":0.5,"
                        "\"clip\":[10,20,60,70]}\n]}\n");
}

static void check_nothing(struct fw_scene *scene, const char *what)
{
    if (strstr(dump(scene), "\"items\":[\n]}") == NULL) {
        fail_msg("%s: %s", what, dump(scene));
    }
}

static void what_paints_nothing_is_left_out(void **state)
{
    (void)state;
    struct fw_scene *scene = scene_with_group(false);
    add_rect(scene, (struct fw_rect){ 0, 0, 0, 10, { 0 } });
    check_nothing(scene, "no area");
    scene = scene_with_group(false);
    add_rect(scene, (struct fw_rect){ 95, 0, 10, 10, { 0 } });
    check_nothing(scene, "outside the picture");
    scene = scene_with_group(false);
    struct fw_style invisible = fw_style_default();
    fw_scene_style(arena, add_rect(scene, (struct fw_rect){ 0, 0, 9, 9, { 0 } }), &invisible);
    check_nothing(scene, "neither fill nor stroke");
    scene = scene_with_group(false);
    struct fw_scene_node *text =
        fw_scene_add(arena, scene->root, FW_NODE_TEXT, FW_ROLE_AXIS_LABEL, 1);
    struct fw_style ink = fw_style_default();
    ink.fill = (struct fw_paint){ .kind = FW_PAINT_COLOR, .color = { 0, 0, 0, 1 } };
    fw_scene_style(arena, text, &ink);
    text->texts[0] = (struct fw_text){ .x = 9, .y = 9, .text = "  \n ", .size = 10 };
    check_nothing(scene, "empty text");
    ink.opacity = 0;
    text->texts[0].text = "text";
    fw_scene_style(arena, text, &ink);
    check_nothing(scene, "opacity 0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_read_is_written),
        cmocka_unit_test(items_are_shifted_and_clipped_by_their_groups),
        cmocka_unit_test(frames_are_half_a_pixel_off_and_their_children_are_not),
        cmocka_unit_test(what_paints_nothing_is_left_out),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
