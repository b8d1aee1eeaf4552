/* Paths: bounds, SVG path text both ways, maps. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "shape/path.h"
#include "shape/symbol.h"

static struct fw_path parsed(struct fw_arena *arena, const char *text)
{
    struct fw_path path = fw_path_empty(arena);
    size_t fault = 0;
    if (!fw_path_parse(&path, text, strlen(text), &fault)) {
        fail_msg("'%s': fault at %zu", text, fault);
    }
    return path;
}

static void expect_text(const struct fw_path *path, int decimals, const char *expected)
{
    struct fw_bytes text = { 0 };
    fw_path_text(path, &text, 0, 0, decimals);
    assert_string_equal(fw_bytes_text(&text), expected);
    fw_bytes_finish(&text);
}

static void all_commands_become_absolute(void **state)
{
    static const struct {
        const char *text, *absolute;
    } cases[] = {
        { "M1,2L3,4", "M1,2L3,4" },
        { " m 1 2 3 4 5 6 ", "M1,2L4,6L9,12" },
        { "M0 0H10V20h-5v-5z", "M0,0L10,0L10,20L5,20L5,15Z" },
        { "M0,0c1,1,2,2,3,0s2-2,3,0", "M0,0C1,1,2,2,3,0C4,-2,5,-2,6,0" },
        { "M0,0S1,1,2,0", "M0,0C0,0,1,1,2,0" },
        { "M0,0Q1,1,2,0T4,0t2,0", "M0,0Q1,1,2,0Q3,-1,4,0Q5,1,6,0" },
        { "M0,0L1,1T4,0", "M0,0L1,1Q1,1,4,0" },
        { "M1 1zl2 2zm1 1", "M1,1ZL3,3ZM2,2" },
        { "M0-1.5.5.25-3e1", NULL },
        { "M0-1.5L.5.25-3e1,2", "M0,-1.5L0.5,0.25L-30,2" },
        { "M0,0a5,5 0 1,1 10,0", "M0,0A5,5,0,1,1,10,0" },
        { "M0,0a5 5 0 0110 0", "M0,0A5,5,0,1,1,10,0" },
        { "M0,0A3,3,0,0,0,10,0", "M0,0A5,5,0,1,0,10,0" },
        { "M0,0A0,3,0,0,0,10,0", "M0,0L10,0" },
        { "M0,0A10,5,30,0,1,10,3", "M0,0A10,5,30,0,1,10,3" },
        { "", "" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        if (cases[i].absolute != NULL) {
            struct fw_path path = parsed(arena, cases[i].text);
            expect_text(&path, 3, cases[i].absolute);
        } else {
            struct fw_path path = fw_path_empty(arena);
            assert_false(fw_path_parse(&path, cases[i].text, strlen(cases[i].text), NULL));
        }
        fw_arena_destroy(arena);
    }
}

static void what_is_no_path_is_refused_where_it_goes_wrong(void **state)
{
    static const struct {
        const char *text;
        size_t fault;
    } cases[] = {
        { "circle", 0 }, { "L1,1", 0 },          { "M1", 2 },
        { "M0,0X", 4 },  { "M0,0L1,,1", 7 },     { "M0,0A1,1,0,2,0,1,1", 11 },
        { "M0,0Z5", 5 }, { "M0,0L1e999,1", 10 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_path path = fw_path_empty(arena);
        size_t fault = SIZE_MAX;
        bool fine = fw_path_parse(&path, cases[i].text, strlen(cases[i].text), &fault);
        if (fine || fault != cases[i].fault) {
            fail_msg("'%s': %d, fault at %zu", cases[i].text, fine, fault);
        }
        fw_arena_destroy(arena);
    }
}

/** The box by walking along the drawn curves in small steps. */
static struct fw_box walked(const struct fw_path *path)
{
    struct fw_box box = fw_box_empty();
    struct fw_point at = { 0, 0 };
    const double *p = path->args;
    for (size_t i = 0; i < path->op_count; p += fw_path_arity[path->ops[i]], i++) {
        struct fw_cubic cubics[FW_PATH_ARC_CUBICS] = { { 0 } };
        size_t count = 0;
        if (path->ops[i] == FW_PATH_CURVE) {
            cubics[count++] = (struct fw_cubic){ p[0], p[1], p[2], p[3], p[4], p[5] };
        } else if (path->ops[i] == FW_PATH_QUAD) {
            cubics[count++] = fw_path_quad_cubic(at.x, at.y, p);
        } else if (path->ops[i] == FW_PATH_ARC) {
            count = fw_path_arc_cubics(p, cubics);
        } else if (path->ops[i] != FW_PATH_CLOSE) {
            at = (struct fw_point){ p[0], p[1] };
            fw_box_add(&box, at.x, at.y);
        }
        for (size_t k = 0; k < count; k++) {
            const struct fw_cubic *c = &cubics[k];
            for (int step = 0; step <= 1000; step++) {
                double t = step / 1000.0, u = 1 - t;
                double a = u * u * u, b = 3 * u * u * t, d = 3 * u * t * t, e = t * t * t;
                fw_box_add(&box, a * at.x + b * c->x1 + d * c->x2 + e * c->x,
                           a * at.y + b * c->y1 + d * c->y2 + e * c->y);
            }
            at = (struct fw_point){ c->x, c->y };
        }
    }
    return box;
}

static bool same_box(struct fw_box a, struct fw_box b, double tolerance)
{
    return fabs(a.x1 - b.x1) < tolerance && fabs(a.y1 - b.y1) < tolerance &&
           fabs(a.x2 - b.x2) < tolerance && fabs(a.y2 - b.y2) < tolerance;
}

static void bounds_are_those_of_what_is_drawn(void **state)
{
    static const char *const cases[] = {
        "M0,0C10,30,20,-30,30,0",
        "M0,0C10,30,20,30,30,0",
        "M0,0Q5,20,10,5",
        "M0,0C0,0,0,0,5,5",
        "M0,0C1,1,2,2,3,3",
        "M0,0A5,5,0,1,1,10,0",
        "M3,4A9,4,25,1,0,12,9",
        "M3,4A9,4,25,0,1,12,9",
        "M3,4A4,9,-70,1,1,2,2",
        "M0,0L10,10M50,60",
        "M5,5Z",
        "M0,0A5,5,0,0,1,1,0",
        "M0,0A5,5,0,0,0,1,7",
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_path path = parsed(arena, cases[i]);
        struct fw_box box = fw_path_bounds(&path), want = walked(&path);
        if (!same_box(box, want, 1e-3)) {
            fail_msg("'%s': %g %g %g %g, walked %g %g %g %g", cases[i], box.x1, box.y1, box.x2,
                     box.y2, want.x1, want.y1, want.x2, want.y2);
        }
        fw_arena_destroy(arena);
    }
}

static void an_empty_path_has_an_empty_box(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    struct fw_path path = fw_path_empty(arena);
    fw_path_close(&path);
    assert_true(path.op_count == 0 && fw_box_is_empty(fw_path_bounds(&path)));
    fw_arena_destroy(arena);
}

static void arcs_are_canvas_arcs(void **state)
{
    static const struct {
        double start, end;
        bool counter;
        const char *text;
    } cases[] = {
        { 0, 3.141592653589793, false, "M10,0A10,10,0,1,1,-10,0" },
        { 0, 1.5707963267949, true, "M10,0A10,10,0,1,0,0,10" },
        { 0, 6.28318530717959, false, "M10,0A10,10,0,1,1,-10,0A10,10,0,1,1,10,0" },
        { 0, -100, true, "M10,0A10,10,0,1,0,-10,0A10,10,0,1,0,10,0" },
        { 0, 0, false, "M10,0" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_path path = fw_path_empty(arena);
        fw_path_arc(&path, 0, 0, 10, cases[i].start, cases[i].end, cases[i].counter);
        expect_text(&path, 3, cases[i].text);
        fw_arena_destroy(arena);
    }
}

static void maps_move_what_is_drawn(void **state)
{
    static const struct fw_matrix maps[] = {
        { 1, 0, 0, 1, 5, 7 },   { 0, 2, -2, 0, 1, 1 },         { -1, 0, 0, 1, 0, 0 },
        { 2, 0, 0, 0.5, 3, 0 }, { 0.6, 0.8, 0.8, -0.6, 0, 4 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(maps); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_path path =
            parsed(arena, "M3,4A9,4,25,1,0,12,9L2,2C3,9,8,1,4,4Q1,1,0,8A5,5,0,0,1,7,7Z");
        struct fw_path mapped = fw_path_empty(arena), back = fw_path_empty(arena);
        struct fw_matrix inverse;
        fw_path_append(&mapped, &path, &maps[i]);
        assert_true(same_box(fw_path_bounds(&mapped), walked(&mapped), 1e-2));
        assert_true(fw_matrix_invert(maps[i], &inverse));
        fw_path_append(&back, &mapped, &inverse);
        assert_true(same_box(fw_path_bounds(&back), fw_path_bounds(&path), 1e-3));
        fw_arena_destroy(arena);
    }
}

static void symbols_are_placed_turned_and_scaled(void **state)
{
    static const struct {
        struct fw_symbol symbol;
        const char *text;
    } cases[] = {
        { { 10, 20, 16, 0, "square" }, "M8,18L12,18L12,22L8,22Z" },
        { { 10, 20, 16, 90, "stroke" }, "M10,18L10,22" },
        { { 10, 20, 100, 0, "M-1,-1H1V1H-1Z" }, "M5,15L15,15L15,25L5,25Z" },
        { { 10, 20, 100, 90, "M0,0m-1,0a1,1 0 1,0 2,0" }, "M10,20M10,15A5,5,0,1,0,10,25" },
        { { 1, 2, 0, 0, "diamond" }, "M1,2L1,2L1,2L1,2Z" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_path path = fw_path_empty(arena);
        assert_true(fw_symbol_path(&cases[i].symbol, &path));
        expect_text(&path, 3, cases[i].text);
        struct fw_symbol wrong = { 0, 0, 1, 0, "M1,1 circular" };
        assert_false(fw_symbol_path(&wrong, &path));
        expect_text(&path, 3, cases[i].text);
        fw_arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_commands_become_absolute),
        cmocka_unit_test(what_is_no_path_is_refused_where_it_goes_wrong),
        cmocka_unit_test(bounds_are_those_of_what_is_drawn),
        cmocka_unit_test(an_empty_path_has_an_empty_box),
        cmocka_unit_test(arcs_are_canvas_arcs),
        cmocka_unit_test(maps_move_what_is_drawn),
        cmocka_unit_test(symbols_are_placed_turned_and_scaled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
