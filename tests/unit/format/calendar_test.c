/* Civil dates, weeks and zones at their edges. Dates in texts are in tests/text/format.test. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "format/calendar.h"
#include "format/time.h"

static void civil_dates_go_there_and_back(void **state)
{
    static const struct {
        struct fw_civil civil;
        double time_ms; /* JavaScript's Date.UTC */
    } cases[] = {
        { { 1970, 0, 1, 0, 0, 0, 0 }, 0 },
        { { 1969, 11, 31, 23, 59, 59, 999 }, -1 },
        { { 2000, 1, 29, 12, 0, 0, 0 }, 951825600000 },
        { { 1900, 2, 1, 0, 0, 0, 0 }, -2203891200000 },
        { { 0, 0, 1, 0, 0, 0, 0 }, -62167219200000 },
        { { -1, 11, 31, 0, 0, 0, 0 }, -62167305600000 },
        { { 99, 11, 31, 0, 0, 0, 0 }, -59011545600000 },
        { { 275760, 8, 13, 0, 0, 0, 0 }, 8640000000000000 },
        { { -271821, 3, 20, 0, 0, 0, 0 }, -8640000000000000 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_civil civil = fw_civil_at(cases[i].time_ms, NULL);
        assert_true(fw_civil_time(cases[i].civil, NULL) == cases[i].time_ms);
        assert_true(civil.year == cases[i].civil.year && civil.month == cases[i].civil.month &&
                    civil.day == cases[i].civil.day && civil.hour == cases[i].civil.hour &&
                    civil.millisecond == cases[i].civil.millisecond);
    }
}

static void members_may_go_over_their_bounds(void **state)
{
    (void)state;
    double march = fw_civil_time((struct fw_civil){ .year = 2012, .month = 2, .day = 1 }, NULL);
    assert_true(fw_civil_time((struct fw_civil){ .year = 2011, .month = 14, .day = 1 }, NULL) ==
                march);
    assert_true(fw_civil_time((struct fw_civil){ .year = 2013, .month = -10, .day = 1 }, NULL) ==
                march);
    assert_true(fw_civil_time((struct fw_civil){ .year = 2012, .month = 1, .day = 30 }, NULL) ==
                march);
    assert_true(fw_civil_time((struct fw_civil){ 2012, 1, 29, 24, 0, 0, 0 }, NULL) == march);
}

static void invalid_times_stay_invalid(void **state)
{
    static const double times[] = { NAN, INFINITY, -INFINITY, 8640000000000001, -1e300 };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(times); i++) {
        assert_true(isnan(fw_civil_at(times[i], NULL).year) && isnan(fw_weekday(times[i], NULL)));
        assert_true(isnan(fw_week_iso(times[i], NULL)) && isnan(fw_day_of_year(times[i], NULL)));
        struct fw_civil civil = { .year = 2000, .day = times[i] };
        assert_true(isnan(fw_civil_time(civil, NULL)));
        civil = (struct fw_civil){ .year = times[i], .day = 1 };
        assert_true(isnan(fw_civil_time(civil, NULL)));
        civil = (struct fw_civil){ .year = 2000, .day = 1, .second = times[i] };
        assert_true(isnan(fw_civil_time(civil, NULL)));
    }
}

static void weeks_know_their_year(void **state)
{
    static const struct {
        const char *date;
        double weekday, iso_week, iso_year, sunday, monday;
    } cases[] = {
        { "2008-12-29", 1, 1, 2009, 52, 52 }, { "2009-12-31", 4, 53, 2009, 52, 52 },
        { "2010-01-03", 0, 53, 2009, 1, 0 },  { "2012-01-01", 0, 52, 2011, 1, 0 },
        { "2016-01-04", 1, 1, 2016, 1, 1 },   { "2020-12-31", 4, 53, 2020, 52, 52 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        double time_ms = fw_date_parse(cases[i].date, strlen(cases[i].date), NULL);
        if (fw_weekday(time_ms, NULL) != cases[i].weekday ||
            fw_week_iso(time_ms, NULL) != cases[i].iso_week ||
            fw_week_iso_year(time_ms, NULL) != cases[i].iso_year ||
            fw_week_sunday(time_ms, NULL) != cases[i].sunday ||
            fw_week_monday(time_ms, NULL) != cases[i].monday) {
            fail_msg("%s", cases[i].date);
        }
    }
}

static void zones_are_found_by_name_alone(void **state)
{
    static const char *const bad[] = {
        "",           "/etc/passwd", "../zoneinfo/UTC",        "Europe",
        "Nowhere/At", "zone.tab",    "Europe/../Europe/London"
    };
    struct fw_arena *arena = fw_arena_create();
    const struct fw_zone *zone = NULL;
    (void)state;
    for (size_t i = 0; i < FW_COUNT(bad); i++) {
        if (fw_zone_load(arena, bad[i], &zone)) {
            fail_msg("'%s' is a zone", bad[i]);
        }
    }
    assert_true(fw_zone_load(arena, "UTC", &zone) && zone == NULL);
    assert_true(fw_zone_load(arena, "Europe/London", &zone) && zone != NULL);
    assert_true(fw_zone_offset(zone, 0) == FW_MS_HOUR); /* British Standard Time, 1968 to 1971 */
    fw_arena_destroy(arena);
}

/* Rules for the years behind the file's last transition: north, south, none. */
static void zones_go_on_for_ever(void **state)
{
    static const struct {
        const char *zone, *date;
        double hours;
    } cases[] = {
        { "Europe/London", "2400-07-01", 1 },
        { "Europe/London", "2400-01-01", 0 },
        { "Europe/London", "2400-03-26T00:59:59Z", 0 },
        { "Europe/London", "2400-03-26T01:00Z", 1 },
        { "Australia/Sydney", "2400-01-01", 11 },
        { "Australia/Sydney", "2400-07-01", 10 },
        { "Asia/Tokyo", "2400-07-01", 9 },
        { "America/Caracas", "2400-07-01", -4 },
    };
    struct fw_arena *arena = fw_arena_create();
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        const struct fw_zone *zone = NULL;
        double time_ms = fw_date_parse(cases[i].date, strlen(cases[i].date), NULL);
        assert_true(fw_zone_load(arena, cases[i].zone, &zone));
        if (fw_zone_offset(zone, time_ms) != cases[i].hours * FW_MS_HOUR) {
            fail_msg("%s in %s", cases[i].date, cases[i].zone);
        }
    }
    fw_arena_destroy(arena);
}

static void specifiers_are_checked(void **state)
{
    (void)state;
    assert_int_equal(fw_time_specifier_fault("%Y-%m-%d %-d %_H %%"), -1);
    assert_int_equal(fw_time_specifier_fault("no directive"), -1);
    assert_int_equal(fw_time_specifier_fault("%Y %K"), 3);
    assert_int_equal(fw_time_specifier_fault("100%"), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(civil_dates_go_there_and_back),
        cmocka_unit_test(members_may_go_over_their_bounds),
        cmocka_unit_test(invalid_times_stay_invalid),
        cmocka_unit_test(weeks_know_their_year),
        cmocka_unit_test(zones_are_found_by_name_alone),
        cmocka_unit_test(zones_go_on_for_ever),
        cmocka_unit_test(specifiers_are_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
