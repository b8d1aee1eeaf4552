/* Where brackets and growth lines go: beyond what stands in their way, whichever way values run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "annotation/frame.h"

struct fixture {
    struct fw_arena *arena;
    struct fw_annotation_canvas canvas;
};

static int begin(void **state)
{
    static struct fixture fixture;
    fixture.arena = fw_arena_create();
    fixture.canvas = (struct fw_annotation_canvas){ .width = 200, .height = 100 };
    fixture.canvas.env.arena = fixture.arena;
    *state = &fixture;
    return 0;
}

static int end(void **state)
{
    fw_arena_destroy(((struct fixture *)*state)->arena);
    return 0;
}

static void check(double seen, double expected)
{
    if (seen < expected - 1e-9 || seen > expected + 1e-9) {
        fail_msg("level %g, expected %g", seen, expected);
    }
}

static void level_goes_over_bars_in_its_range(void **state)
{
    struct fixture *fixture = *state;
    struct fw_annotation upright = { .measure = 1 };
    fw_clutter_add(fixture->arena, &fixture->canvas.marks, (struct fw_box){ 10, 40, 30, 100 });
    fw_clutter_add(fixture->arena, &fixture->canvas.marks, (struct fw_box){ 50, 20, 70, 100 });
    check(fw_frame_beyond(&upright, &fixture->canvas, 0, 40, 100, 5, 10, false), 35);
    check(fw_frame_beyond(&upright, &fixture->canvas, 0, 60, 100, 5, 10, false), 15);
    /* Beside all bars there is nothing to go over. */
    check(fw_frame_beyond(&upright, &fixture->canvas, 80, 90, 100, 5, 10, false), 100);
}

static void level_stays_below_what_leaves_it_room(void **state)
{
    struct fixture *fixture = *state;
    struct fw_annotation upright = { .measure = 1 };
    fw_clutter_add(fixture->arena, &fixture->canvas.marks, (struct fw_box){ 10, 60, 30, 100 });
    fw_clutter_add(fixture->arena, &fixture->canvas.drawn, (struct fw_box){ 0, 10, 40, 20 });
    check(fw_frame_beyond(&upright, &fixture->canvas, 0, 40, 100, 5, 30, false), 55);
    check(fw_frame_beyond(&upright, &fixture->canvas, 0, 40, 100, 5, 50, false), 5);
}

static void level_goes_right_where_values_do(void **state)
{
    struct fixture *fixture = *state;
    struct fw_annotation level = { .measure = 0 };
    fw_clutter_add(fixture->arena, &fixture->canvas.marks, (struct fw_box){ 0, 10, 120, 30 });
    check(fw_frame_beyond(&level, &fixture->canvas, 0, 40, 0, 5, 10, false), 125);
    check(fw_frame_beyond(&level, &fixture->canvas, 40, 60, 0, 5, 10, false), 0);
}

static void slanting_lines_count_where_they_are_in_the_range(void **state)
{
    struct fixture *fixture = *state;
    struct fw_annotation upright = { .measure = 1 };
    fw_clutter_add_line(fixture->arena, &fixture->canvas.marks, (struct fw_point){ 0, 100 },
                        (struct fw_point){ 100, 0 });
    check(fw_frame_beyond(&upright, &fixture->canvas, 0, 40, 100, 5, 10, false), 55);
    check(fw_frame_beyond(&upright, &fixture->canvas, 0, 80, 100, 5, 10, false), 15);
}

static void stems_cross_reference_lines(void **state)
{
    struct fixture *fixture = *state;
    struct fw_annotation upright = { .measure = 1 };
    fw_clutter_add_line(fixture->arena, &fixture->canvas.rules, (struct fw_point){ 0, 50 },
                        (struct fw_point){ 200, 50 });
    check(fw_frame_beyond(&upright, &fixture->canvas, 10, 20, 60, 5, 30, false), 45);
    check(fw_frame_beyond(&upright, &fixture->canvas, 10, 20, 60, 5, 30, true), 60);
}

static void points_turn_with_the_side_of_values(void **state)
{
    (void)state;
    struct fw_annotation upright = { .measure = 1 }, level = { .measure = 0 };
    struct fw_point a = fw_frame_point(&upright, 3, 7), b = fw_frame_point(&level, 3, 7);
    assert_true(a.x == 3 && a.y == 7 && b.x == 7 && b.y == 3);
    assert_true(fw_frame_along(&level, b) == 3 && fw_frame_level(&level, b) == 7);
    struct fw_annotation_spot above = fw_frame_spot(&upright, 3, 7, 1);
    struct fw_annotation_spot right = fw_frame_spot(&level, 3, 7, 1);
    assert_true(above.across == 0 && above.down == -1 && right.across == 1 && right.down == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(level_goes_over_bars_in_its_range, begin, end),
        cmocka_unit_test_setup_teardown(level_stays_below_what_leaves_it_room, begin, end),
        cmocka_unit_test_setup_teardown(level_goes_right_where_values_do, begin, end),
        cmocka_unit_test_setup_teardown(slanting_lines_count_where_they_are_in_the_range, begin,
                                        end),
        cmocka_unit_test_setup_teardown(stems_cross_reference_lines, begin, end),
        cmocka_unit_test(points_turn_with_the_side_of_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
