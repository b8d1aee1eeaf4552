/* Every text of every figure of specs/, furniture included, in the themes that figures are read in:
 * none leaves the picture, none lies on another, none is smaller than the theme allows. */
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "document/session.h"
#include "figwright/figwright.h"
#include "support/cmocka.h"
#include "text/measure.h"
#include "json/json.h"

enum { MOST_TEXTS = 4000 };

struct label {
    const char *text;
    double x1, y1, x2, y2, size;
};

/* px that boxes may share: letters fill their boxes nowhere. */
static const double slack = 0.5;

static const char *const themes[] = { "briefing", "print", "slide" };

static const char *text_in(struct fw_node item, const char *key)
{
    fw_str text = fw_node_string(fw_node_member(item, key), NULL);
    return text == NULL ? "" : text->text;
}

static double number_in(struct fw_node item, const char *key, double fallback)
{
    return fw_node_number(fw_node_member(item, key), fallback);
}

static double widest_line(struct fw_fonts *fonts, const struct fw_font *font, const char *text,
                          size_t *lines)
{
    double width = 0;
    for (*lines = 0; text != NULL; (*lines)++) {
        const char *end = strchr(text, '\n');
        size_t length = end == NULL ? strlen(text) : (size_t)(end - text);
        width = fmax(width, fw_text_width(fonts, font, text, length));
        text = end == NULL ? NULL : end + 1;
    }
    return width;
}

/* The box of capitals and digits, without the room that descenders have. */
static struct label label_of(struct fw_fonts *fonts, struct fw_node item)
{
    double size = number_in(item, "fontSize", 11);
    struct fw_font font = { text_in(item, "font"), size,
                            fw_font_weight(text_in(item, "fontWeight")), false };
    size_t lines;
    double width = widest_line(fonts, &font, text_in(item, "text"), &lines);
    double extra = (double)(lines - 1) * number_in(item, "lineHeight", size + 2);
    double shares[] = { 0, 0.5, 1 };
    int align = strcmp(text_in(item, "align"), "center") == 0  ? 1
                : strcmp(text_in(item, "align"), "right") == 0 ? 2
                                                               : 0;
    const char *baseline = text_in(item, "baseline");
    double capitals = 0.73 * size; /* of Inter */
    double first = strcmp(baseline, "middle") == 0   ? capitals / 2
                   : strcmp(baseline, "top") == 0    ? 0.79 * size
                   : strcmp(baseline, "bottom") == 0 ? -0.21 * size
                                                     : 0;
    double x = number_in(item, "x", 0) - shares[align] * width;
    double y = number_in(item, "y", 0) + first;
    return (struct label){ text_in(item, "text"), x, y - capitals, x + width, y + extra, size };
}

static size_t read_labels(struct fw_fonts *fonts, struct fw_node items, struct label *labels)
{
    size_t count = 0;
    for (struct fw_node item = fw_node_first(items); fw_node_there(item);
         item = fw_node_next(item)) {
        bool is_text = strcmp(text_in(item, "mark"), "text") == 0;
        if (is_text && number_in(item, "angle", 0) == 0 && text_in(item, "text")[0] != '\0') {
            assert_true(count < MOST_TEXTS);
            labels[count++] = label_of(fonts, item);
        }
    }
    return count;
}

static bool overlap(const struct label *a, const struct label *b)
{
    return a->x1 + slack < b->x2 && b->x1 + slack < a->x2 && a->y1 + slack < b->y2 &&
           b->y1 + slack < a->y2;
}

static int check_labels(const char *name, const struct label *labels, size_t count, double width,
                        double height, double least)
{
    int faults = 0;
    for (size_t i = 0; i < count; i++) {
        const struct label *a = &labels[i];
        if (a->x1 < -slack || a->y1 < -slack || a->x2 > width + slack || a->y2 > height + slack) {
            print_error("%s: '%s' leaves the picture\n", name, a->text);
            faults++;
        }
        if (a->size < least) {
            print_error("%s: '%s' is set in %g px\n", name, a->text, a->size);
            faults++;
        }
        for (size_t k = 0; k < i; k++) {
            if (overlap(a, &labels[k])) {
                print_error("%s: '%s' lies on '%s'\n", name, a->text, labels[k].text);
                faults++;
            }
        }
    }
    return faults;
}

static int check_figure(struct fw_session *session, const char *path, double least)
{
    static struct label labels[MOST_TEXTS];
    struct fw_document *document = fw_document_open(session, path);
    size_t length;
    const char *bytes = fw_document_output(document, "scene", NULL, &length);
    if (bytes == NULL) {
        print_error("%s: is not drawn\n", path);
        fw_document_destroy(document);
        return 1;
    }
    struct fw_arena *arena = fw_arena_create();
    struct fw_source source = { path, bytes, length };
    const struct fw_json *json =
        fw_json_read(arena, fw_strings_new(arena), &source, NULL, fw_diag_new(arena));
    struct fw_node root = fw_json_root(json);
    size_t count = read_labels(session->fonts, fw_node_member(root, "items"), labels);
    int faults = check_labels(path, labels, count, number_in(root, "width", 0),
                              number_in(root, "height", 0), least);
    if (count == 0) {
        print_error("%s: has no texts\n", path);
        faults++;
    }
    fw_arena_destroy(arena);
    fw_document_destroy(document);
    return faults;
}

static void texts_have_room(void **state)
{
    const char *theme = *state;
    struct fw_session_options options = { .theme = theme, .font_home = FW_SOURCE_DIR "/fonts" };
    struct fw_session *session = fw_session_create(&options);
    DIR *folder = opendir(FW_SOURCE_DIR "/specs/charts");
    assert_non_null(folder);
    int faults = 0, figures = 0;
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        char path[1024];
        if (strstr(entry->d_name, ".vl.json") != NULL) {
            snprintf(path, sizeof path, FW_SOURCE_DIR "/specs/charts/%s", entry->d_name);
            faults += check_figure(session, path, strcmp(theme, "slide") == 0 ? 14 : 12);
            figures++;
        }
    }
    closedir(folder);
    fw_session_destroy(session);
    assert_true(figures > 0);
    assert_int_equal(faults, 0);
}

int main(void)
{
    struct CMUnitTest tests[FW_COUNT(themes)];
    for (size_t i = 0; i < FW_COUNT(themes); i++) {
        tests[i] = (struct CMUnitTest){ .name = themes[i],
                                        .test_func = texts_have_room,
                                        .initial_state = (void *)(uintptr_t)themes[i] };
    }
    return cmocka_run_group_tests_name("texts", tests, NULL, NULL);
}
