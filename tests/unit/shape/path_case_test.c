/* Lines, areas, symbols, arcs, rects and trails: paths as d3-shape and vega-scenegraph draw them.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/decimal.h"
#include "shape/arc.h"
#include "shape/curve.h"
#include "shape/rect.h"
#include "shape/symbol.h"

enum { LINE_ROOM = 4096, FIELD_CAP = 10, VERTEX_CAP = 9 };

/** The points of the reference, by name; NaN where the reference has a gap. */
static const struct {
    const char *name;
    size_t count;
    struct fw_point points[VERTEX_CAP];
} point_sets[] = {
    { "five", 5, { { 0, 10 }, { 10, 30 }, { 25, 5 }, { 40, 5 }, { 60, 50 } } },
    { "one", 1, { { 3, 4 } } },
    { "two", 2, { { 0, 0 }, { 10, 20 } } },
    { "three", 3, { { 0, 0 }, { 10, 20 }, { 30, 5 } } },
    { "dup", 6, { { 0, 0 }, { 0, 0 }, { 10, 20 }, { 10, 20 }, { 20, 0 }, { 20, 30 } } },
    { "back", 4, { { 20, 0 }, { 10, 5 }, { 0, 30 }, { 5, 40 } } },
    { "gap",
      9,
      { { 0, 0 },
        { 10, 20 },
        { NAN, 0 },
        { 30, 5 },
        { NAN, 0 },
        { 40, 1 },
        { 50, 8 },
        { 60, 3 },
        { 70, 9 } } },
};

static const struct {
    const char *name;
    size_t count;
    double points[4][3];
} trail_sets[] = {
    { "[[0,0,4],[30,10,8],[60,0,2]]", 3, { { 0, 0, 4 }, { 30, 10, 8 }, { 60, 0, 2 } } },
    { "[[0,0,4],[0,0,6],[10,5,2]]", 3, { { 0, 0, 4 }, { 0, 0, 6 }, { 10, 5, 2 } } },
    { "[[0,0,4],null,[5,5,3],[9,2,1]]",
      4,
      { { 0, 0, 4 }, { NAN, 0, 0 }, { 5, 5, 3 }, { 9, 2, 1 } } },
};

static double number(const char *text)
{
    double value = 0;
    const char *after;
    assert_true(fw_decimal_parse(text, text + strlen(text), &value, &after));
    return value;
}

/** Whether two path texts have the same commands and, nearly, the same numbers. */
static bool same_path(const char *a, const char *b)
{
    const char *a_end = a + strlen(a), *b_end = b + strlen(b);
    while (a < a_end && b < b_end) {
        double x, y;
        const char *a_next, *b_next;
        if (fw_decimal_parse(a, a_end, &x, &a_next)) {
            if (!fw_decimal_parse(b, b_end, &y, &b_next) || fabs(x - y) > 0.0021) {
                return false;
            }
            a = a_next;
            b = b_next;
        } else if (*a++ != *b++) {
            return false;
        }
    }
    return a == a_end && b == b_end;
}

static void draw_line(char **field, struct fw_path *path)
{
    struct fw_vertex vertices[VERTEX_CAP];
    struct fw_polyline line = { .vertices = vertices, .interpolate = field[2] };
    line.horizontal = strcmp(field[4], "horizontal") == 0;
    line.has_tension = strcmp(field[3], "-") != 0;
    line.tension = line.has_tension ? number(field[3]) : 0;
    for (size_t i = 0; i < FW_COUNT(point_sets); i++) {
        if (strcmp(point_sets[i].name, field[5]) == 0) {
            line.count = point_sets[i].count;
            for (size_t k = 0; k < line.count; k++) {
                struct fw_point p = point_sets[i].points[k];
                vertices[k] = (struct fw_vertex){ p.x, p.y, 0, 0, isnan(p.x) };
            }
        }
    }
    for (size_t i = 0; i < line.count; i++) {
        struct fw_vertex *v = &vertices[i];
        v->x2 = line.horizontal ? v->x + 7 + v->y / 10 : v->x;
        v->y2 = line.horizontal ? v->y : v->y / 2 + 60;
    }
    (strcmp(field[1], "area") == 0 ? fw_area_path : fw_line_path)(&line, path);
}

static void draw_trail(char **field, struct fw_path *path)
{
    for (size_t i = 0; i < FW_COUNT(trail_sets); i++) {
        if (strcmp(trail_sets[i].name, field[1]) == 0) {
            struct fw_vertex vertices[4];
            for (size_t k = 0; k < trail_sets[i].count; k++) {
                const double *p = trail_sets[i].points[k];
                vertices[k] = (struct fw_vertex){ p[0], p[1], p[2], 0, isnan(p[0]) };
            }
            struct fw_polyline trail = { .count = trail_sets[i].count, .vertices = vertices };
            fw_trail_path(&trail, path);
        }
    }
}

static void draw_case(char **field, struct fw_path *path)
{
    if (field[0][0] == 'L') {
        draw_line(field, path);
    } else if (field[0][0] == 'S') {
        struct fw_symbol symbol = { .size = 100, .shape = field[1] };
        assert_true(fw_symbol_path(&symbol, path));
    } else if (field[0][0] == 'A') {
        struct fw_arc arc = { 0,
                              0,
                              number(field[1]),
                              number(field[2]),
                              number(field[3]),
                              number(field[4]),
                              number(field[5]),
                              number(field[6]) };
        fw_arc_path(&arc, path);
    } else if (field[0][0] == 'R') {
        struct fw_rect rect = {
            1, 2, 30, 20, { number(field[1]), number(field[2]), number(field[3]), number(field[4]) }
        };
        fw_rect_path(&rect, path);
    } else {
        draw_trail(field, path);
    }
}

/** Splits at '|' in place; returns the last field. */
static char *split(char *line, char *field[FIELD_CAP])
{
    size_t count = 0;
    line[strcspn(line, "\n")] = '\0';
    for (char *at = line; at != NULL && count < FIELD_CAP; count++) {
        field[count] = at;
        at = strchr(at, '|');
        if (at != NULL) {
            *at++ = '\0';
        }
    }
    return field[count - 1];
}

static void paths_are_those_of_the_reference(void **state)
{
    (void)state;
    FILE *file = fopen(FW_SOURCE_DIR "/tests/unit/shape/reference_paths.txt", "rb");
    assert_non_null(file);
    char line[LINE_ROOM];
    int wrong = 0, cases = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        char *field[FIELD_CAP] = { 0 };
        if (line[0] == '#') {
            continue;
        }
        const char *expected = split(line, field);
        struct fw_arena *arena = fw_arena_create();
        struct fw_path path = fw_path_empty(arena);
        struct fw_bytes text = { 0 };
        draw_case(field, &path);
        fw_path_text(&path, &text, 0, 0, 3);
        if (!same_path(fw_bytes_text(&text), expected)) {
            print_message("%s %s %s %s %s\n  %s\n  expected %s\n", field[0], field[1],
                          field[2] == NULL ? "" : field[2], field[3] == NULL ? "" : field[3],
                          field[5] == NULL ? "" : field[5], fw_bytes_text(&text), expected);
            wrong++;
        }
        fw_bytes_finish(&text);
        fw_arena_destroy(arena);
        cases++;
    }
    fclose(file);
    assert_int_equal(wrong, 0);
    assert_true(cases > 400);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(paths_are_those_of_the_reference) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
