/* Names of time units and of intervals, and bounds. Their arithmetic is in tests/text/format.test.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "format/time.h"
#include "format/unit.h"

static void names_go_there_and_back(void **state)
{
    static const struct {
        const char *name;
        unsigned parts;
        bool utc, binned;
    } cases[] = {
        { "year", FW_PART_YEAR, false, false },
        { "utcyearmonth", FW_PART_YEAR | FW_PART_MONTH, true, false },
        { "binnedyearmonthdate", FW_PART_YEAR | FW_PART_MONTH | FW_PART_DATE, false, true },
        { "binnedutcyearweekday", FW_PART_YEAR | FW_PART_WEEK | FW_PART_DAY, true, true },
        { "yeardayofyear", FW_PART_YEAR | FW_PART_DAYOFYEAR, false, false },
        { "day", FW_PART_DAY, false, false },
        { "secondsmilliseconds", FW_PART_SECONDS | FW_PART_MILLISECONDS, false, false },
    };
    struct fw_arena *arena = fw_arena_create();
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_time_unit unit;
        assert_true(fw_time_unit_parse(cases[i].name, &unit));
        assert_int_equal(unit.parts, cases[i].parts);
        assert_true(unit.utc == cases[i].utc && unit.binned == cases[i].binned && unit.step == 1);
        assert_string_equal(fw_time_unit_name(arena, &unit), cases[i].name);
    }
    fw_arena_destroy(arena);
}

static void others_are_no_units(void **state)
{
    static const char *const names[] = { "",          "utc",      "binned",    "years",
                                         "monthyear", "yearyear", "monthweek", "datedayofyear",
                                         "Year",      "year " };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(names); i++) {
        struct fw_time_unit unit;
        if (fw_time_unit_parse(names[i], &unit)) {
            fail_msg("'%s' is a time unit", names[i]);
        }
    }
}

static void intervals_have_many_names(void **state)
{
    enum fw_interval_unit unit;
    (void)state;
    assert_true(fw_interval_unit_parse("hours", &unit) && unit == FW_INTERVAL_HOUR);
    assert_true(fw_interval_unit_parse("hour", &unit) && unit == FW_INTERVAL_HOUR);
    assert_true(fw_interval_unit_parse("date", &unit) && unit == FW_INTERVAL_DAY);
    assert_true(fw_interval_unit_parse("millisecond", &unit) && unit == FW_INTERVAL_MILLISECOND);
    assert_false(fw_interval_unit_parse("fortnight", &unit));
    assert_false(fw_interval_unit_parse("", &unit));
}

static void steps_are_whole_and_positive(void **state)
{
    struct fw_interval interval;
    (void)state;
    assert_true(fw_interval_every(FW_INTERVAL_DAY, 2.9, NULL, &interval) && interval.step == 2);
    assert_false(fw_interval_every(FW_INTERVAL_DAY, 0.5, NULL, &interval));
    assert_false(fw_interval_every(FW_INTERVAL_DAY, NAN, NULL, &interval));
    assert_false(fw_interval_every(FW_INTERVAL_DAY, INFINITY, NULL, &interval));
}

/* Nothing that a document asks for takes for ever or fills the memory. */
static void ranges_are_bounded(void **state)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_interval interval = { FW_INTERVAL_MILLISECOND, 1, NULL };
    (void)state;
    assert_int_equal(fw_interval_range(&interval, arena, 0, 1e15, 1).count, FW_INTERVAL_MOST);
    assert_int_equal(fw_interval_range(&interval, arena, 0, NAN, 1).count, 0);
    assert_int_equal(fw_interval_range(&interval, arena, 10, 0, 1).count, 0);
    assert_int_equal(fw_interval_range(&interval, arena, 0, 10, 0).count, 0);
    interval = (struct fw_interval){ FW_INTERVAL_YEAR, 1, NULL };
    assert_int_equal(fw_interval_range(&interval, arena, 8.6e15, INFINITY, 1).count, 1267);
    interval = (struct fw_interval){ FW_INTERVAL_WEEK, 1e300, NULL };
    assert_true(isnan(fw_interval_ceil(&interval, 1e12)));
    interval = (struct fw_interval){ FW_INTERVAL_MONTH, 1e300, NULL };
    assert_true(fw_interval_floor(&interval, 951825600000) == 946684800000);
    assert_true(isnan(fw_interval_offset(&interval, 0, 1e300)));
    fw_arena_destroy(arena);
}

static void parts_come_from_an_object(void **state)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_strings *strings = fw_strings_new(arena);
    fw_str keys[] = { fw_intern_text(strings, "year"), fw_intern_text(strings, "day") };
    struct fw_value values[] = { fw_string(fw_intern_text(strings, "'%y")),
                                 fw_string(fw_intern_text(strings, "%-d")) };
    struct fw_object object = { .count = 2, .keys = keys, .values = values };
    struct fw_time_parts parts =
        fw_time_parts_of((struct fw_value){ .kind = FW_OBJECT, .object = &object });
    (void)state;
    assert_string_equal(fw_time_parts_find(&parts, NULL, 946684800000), "'%y");
    assert_string_equal(fw_time_parts_find(&parts, NULL, 951825600000 - 43200000), "%-d");
    assert_string_equal(fw_time_parts_find(&parts, NULL, 951868800000), "%B");
    fw_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_go_there_and_back),   cmocka_unit_test(others_are_no_units),
        cmocka_unit_test(intervals_have_many_names), cmocka_unit_test(steps_are_whole_and_positive),
        cmocka_unit_test(ranges_are_bounded),        cmocka_unit_test(parts_come_from_an_object),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
