/* Paragraphs in lines. */
#include "figure/paragraph.h"

#include <math.h>
#include <string.h>

#include "base/diag.h"
#include "support/cmocka.h"
#include "text/fonts.h"

struct scope {
    struct fw_arena *arena;
    struct fw_fonts *fonts;
};

static int begin(void **state)
{
    struct fw_arena *arena = fw_arena_create();
    struct scope *scope = FW_NEW(arena, struct scope);
    struct fw_font_options options = { .home = FW_SOURCE_DIR "/fonts" };
    scope->arena = arena;
    scope->fonts = fw_fonts_create(&options, fw_diag_new(arena));
    *state = scope;
    return scope->fonts == NULL;
}

static int end(void **state)
{
    struct scope *scope = *state;
    fw_fonts_destroy(scope->fonts);
    fw_arena_destroy(scope->arena);
    return 0;
}

static struct fw_paragraph paragraph_of(const struct fw_span *spans, size_t count)
{
    return (struct fw_paragraph){
        .spans = spans, .count = count, .family = "Inter", .size = 12, .line_height = 16
    };
}

static void lines_keep_to_the_width(void **state)
{
    static const char *const texts[] = {
        "",
        "one",
        "several words that take more than one line of that width",
        "averyveryverylongwordwithoutanyspaceatallthatfitsnowhere and more",
        "a\nb",
        "100 % of 3 % are 3 %",
        "\xc3\xa4\xc3\xb6\xc3\xbc\xc3\xa4\xc3\xb6\xc3\xbc\xc3\xa4\xc3\xb6\xc3\xbc",
    };
    struct scope *scope = *state;
    for (size_t i = 0; i < FW_COUNT(texts); i++) {
        for (int step = 0; step < 10; step++) {
            double width = 20 + 37 * step;
            struct fw_span span = { .text = texts[i], .weight = 400 };
            struct fw_paragraph paragraph = paragraph_of(&span, 1);
            paragraph.balanced = i % 2 == 0;
            struct fw_wrapped wrapped =
                fw_paragraph_wrap(scope->fonts, scope->arena, &paragraph, width);
            bool glued = strchr(texts[i], '%') != NULL; /* "100 %" is one word */
            if (wrapped.width > (glued ? fmax(width, 45) : width) + 1e-9) {
                fail_msg("'%s' takes %g px of %g", texts[i], wrapped.width, width);
            }
            assert_true(wrapped.height == 16 * (double)wrapped.line_count);
        }
    }
}

static void numbers_stay_with_their_words(void **state)
{
    struct scope *scope = *state;
    struct fw_span span = { .text = "as stated in Table 1 and footnotes 7 to 9", .weight = 400 };
    struct fw_paragraph paragraph = paragraph_of(&span, 1);
    for (double width = 80; width < 300; width += 1) {
        struct fw_scene_node *root =
            fw_scene_add(scope->arena, NULL, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
        struct fw_wrapped wrapped =
            fw_paragraph_wrap(scope->fonts, scope->arena, &paragraph, width);
        fw_wrapped_draw(scope->arena, root, FW_ROLE_NOTE, &wrapped, 0, 0, width);
        for (const struct fw_scene_node *node = root->first; node != NULL; node = node->next) {
            assert_null(strstr(node->texts[0].text, "Table\n1"));
            assert_null(strstr(node->texts[0].text, "to\n9"));
        }
    }
}

static void lines_are_drawn_in_order(void **state)
{
    struct scope *scope = *state;
    const struct fw_span spans[] = { { .text = "Source:", .weight = 700 },
                                     { .text = " A survey of several things.", .weight = 400 } };
    struct fw_paragraph paragraph = paragraph_of(spans, 2);
    struct fw_wrapped wrapped = fw_paragraph_wrap(scope->fonts, scope->arena, &paragraph, 120);
    struct fw_scene_node *root = fw_scene_add(scope->arena, NULL, FW_NODE_GROUP, FW_ROLE_FRAME, 1);
    fw_wrapped_draw(scope->arena, root, FW_ROLE_NOTE, &wrapped, 10, 20, 120);
    const struct fw_scene_node *label = root->first, *first = label->next, *rest = first->next;
    assert_string_equal(label->texts[0].text, "Source:");
    assert_string_equal(first->texts[0].text, "A survey of");
    assert_string_equal(rest->texts[0].text, "several things.");
    assert_null(rest->next);
    assert_false(label->continues);
    assert_true(first->continues && rest->continues);
    assert_true(label->texts[0].x == 10 && rest->texts[0].x == 10 && first->texts[0].x > 50);
    assert_true(first->texts[0].y == label->texts[0].y);
    assert_true(rest->texts[0].y == label->texts[0].y + 16);
}

static void headlines_are_balanced(void **state)
{
    struct scope *scope = *state;
    struct fw_span span = { .text = "Four words and a fifth that goes over", .weight = 400 };
    struct fw_paragraph paragraph = paragraph_of(&span, 1);
    double whole = fw_paragraph_wrap(scope->fonts, scope->arena, &paragraph, INFINITY).width;
    paragraph.balanced = true;
    struct fw_wrapped wrapped =
        fw_paragraph_wrap(scope->fonts, scope->arena, &paragraph, whole * 0.9);
    assert_int_equal(wrapped.line_count, 2);
    assert_true(wrapped.width < whole * 0.65);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_keep_to_the_width),
        cmocka_unit_test(numbers_stay_with_their_words),
        cmocka_unit_test(lines_are_drawn_in_order),
        cmocka_unit_test(headlines_are_balanced),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
