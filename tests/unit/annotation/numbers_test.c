/* Computed numbers as text, and the time between two places. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "annotation/numbers.h"
#include "format/calendar.h"

struct fixture {
    struct fw_arena *arena;
    struct fw_annotation_words words;
};

static int begin(void **state)
{
    static struct fixture fixture;
    fixture.arena = fw_arena_create();
    fixture.words = (struct fw_annotation_words){ .arena = fixture.arena,
                                                  .strings = fw_strings_new(fixture.arena) };
    *state = &fixture;
    return 0;
}

static int end(void **state)
{
    fw_arena_destroy(((struct fixture *)*state)->arena);
    return 0;
}

static void plain_numbers_keep_three_digits(void **state)
{
    static const struct {
        const char *format;
        double number;
        const char *text;
    } cases[] = {
        { NULL, 1060.0 / 6, "177" },
        { NULL, 5 + 1.0 / 3, "5.33" },
        { NULL, 8, "8" },
        { NULL, 0.012345, "0.0123" },
        { NULL, 1234567.8, "1,234,568" },
        { NULL, -14.26, "\u221214.3" },
        { NULL, 0, "0" },
        { ".1f", 5 + 1.0 / 3, "5.3" },
        { "$,.0f", 1234.5, "$1,235" },
        { ".0%", 0.176, "18%" },
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        fixture->words.format = cases[i].format;
        assert_string_equal(fw_annotation_plain(&fixture->words, cases[i].number), cases[i].text);
    }
}

static void differences_have_signs(void **state)
{
    static const struct {
        const char *format;
        double number;
        const char *text;
    } cases[] = {
        { NULL, 8, "+8" },
        { NULL, 0, "0" },
        { NULL, -40, "\u221240" },
        { NULL, 12.3 - 10.1, "+2.2" },
        { NULL, 1234.5 - 1000.2, "+234.3" },
        { NULL, 1234567, "+1,234,567" },
        { ".0%", 0.33 - 0.2, "+13 percentage points" },
        { ".1%", -0.0123, "\u22121.2 percentage points" },
        { "$,.2f", 3.5, "+$3.50" },
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        fixture->words.format = cases[i].format;
        assert_string_equal(fw_annotation_signed(&fixture->words, cases[i].number), cases[i].text);
    }
}

static void percentages_have_a_decimal_below_ten(void **state)
{
    static const struct {
        double ratio;
        const char *text;
    } cases[] = {
        { 0.65, "+65%" },   { -40.0 / 180, "\u221222%" }, { 0.0617, "+6.2%" },
        { 0.09, "+9%" },    { 12.345, "+1,235%" },        { 0, "0%" },
        { 0.0999, "+10%" },
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        assert_string_equal(fw_annotation_percent(&fixture->words, cases[i].ratio), cases[i].text);
    }
}

static struct fw_value text(struct fixture *fixture, const char *text_)
{
    return fw_string(fw_intern_text(fixture->words.strings, text_));
}

static struct fw_value day(double year, double month, double date)
{
    struct fw_civil civil = { .year = year, .month = month - 1, .day = date };
    return fw_time(fw_civil_time(civil, NULL));
}

static void periods_go_by_the_calendar(void **state)
{
    struct fixture *fixture = *state;
    const struct {
        struct fw_value from, to;
        const char *unit;
        double periods;
    } cases[] = {
        { day(2019, 1, 1), day(2023, 1, 1), "year", 4 },
        { day(2020, 2, 29), day(2021, 2, 28), "year", 11.0 / 12 + (27.0 / 28 + 1.0 / 29) / 12 },
        { day(2020, 1, 1), day(2020, 10, 1), "quarter", 3 },
        { day(2020, 1, 31), day(2020, 3, 1), "month", 1 + 1.0 / 31 },
        { fw_number(2010), fw_number(2020), "year", 10 },
        { text(fixture, "2011/12"), text(fixture, "2015/16"), "year", 4 },
        { text(fixture, "2012"), text(fixture, "2017"), "month", 60 },
        { text(fixture, "North"), text(fixture, "2017"), "year", NAN },
        { text(fixture, "20123"), text(fixture, "2017"), "year", NAN },
        { day(2021, 1, 1), day(2020, 1, 1), "year", -1 },
    };
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        double periods =
            fw_annotation_periods(&fixture->words, cases[i].from, cases[i].to, cases[i].unit);
        if (isnan(cases[i].periods) ? !isnan(periods) : fabs(periods - cases[i].periods) > 1e-9) {
            fail_msg("case %zu: %.12g, expected %.12g", i, periods, cases[i].periods);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(plain_numbers_keep_three_digits, begin, end),
        cmocka_unit_test_setup_teardown(differences_have_signs, begin, end),
        cmocka_unit_test_setup_teardown(percentages_have_a_decimal_below_ten, begin, end),
        cmocka_unit_test_setup_teardown(periods_go_by_the_calendar, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
