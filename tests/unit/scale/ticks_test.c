/* Tick steps and ticks: as d3-array gives them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scale/ticks.h"

static void tick_step_is_nice(void **state)
{
    static const struct {
        double lo, hi, count, step;
    } cases[] = {
        { 0, 100, 10, 10 },  { 0, 1, 10, 0.1 },    { -5, 5, 4, 2 },      { 0, 6e9, 5, 1e9 },
        { 100, 0, 10, -10 }, { 0, 1, 3, 0.5 },     { 0, 1, 2, 0.5 },     { 0, 1, 1, 1 },
        { 1, 0.5, 5, -0.1 }, { 0, 1e-7, 4, 2e-8 }, { 12, 4567, 7, 500 }, { 0, 0.7, 20, 0.05 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        double step = fw_tick_step(cases[i].lo, cases[i].hi, cases[i].count);
        if (fabs(step - cases[i].step) > 1e-15 * fabs(cases[i].step)) {
            fail_msg("case %zu: step %g, expected %g", i, step, cases[i].step);
        }
    }
}

static void steps_without_sense_are_not_numbers(void **state)
{
    (void)state;
    assert_false(fw_tick_step(0, 0, 10) > 0);
    assert_false(fw_tick_step(0, NAN, 10) > 0);
    assert_false(isfinite(fw_tick_step(0, 1, 0)));
}

static void counts_are_bounded(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    size_t count;
    fw_tick_numbers(arena, 0, 1, 1e300, &count);
    assert_in_range(count, 1, FW_TICKS_MOST);
    fw_tick_numbers(arena, 0, 1, -3, &count);
    assert_int_equal(count, 0);
    fw_tick_numbers(arena, -1e308, 1e308, 10, &count);
    assert_in_range(count, 0, FW_TICKS_MOST);
    fw_tick_numbers(arena, 0, INFINITY, 10, &count);
    assert_int_equal(count, 0);
    fw_arena_destroy(arena);
}

static void band_space_counts_gaps(void **state)
{
    (void)state;
    assert_float_equal(fw_band_space(0, 0.1, 0.1), 0, 0);
    assert_float_equal(fw_band_space(4, 0.25, 0.5), 4.75, 0);
    assert_float_equal(fw_band_space(1, 1, 0), 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tick_step_is_nice),
        cmocka_unit_test(steps_without_sense_are_not_numbers),
        cmocka_unit_test(counts_are_bounded),
        cmocka_unit_test(band_space_counts_gaps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
