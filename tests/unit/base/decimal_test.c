/* Numbers to and from text: expected values from a JavaScript engine. */
#include "base/decimal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "support/cmocka.h"

static void shortest_text_is_javascripts(void **state)
{
    static const struct {
        double number;
        const char *text;
    } cases[] = {
        { 0, "0" },
        { -0.0, "0" },
        { 1, "1" },
        { -1, "-1" },
        { 0.1, "0.1" },
        { 123, "123" },
        { 1e21, "1e+21" },
        { 1e20, "100000000000000000000" },
        { 123456789012345680000.0, "123456789012345680000" },
        { 1e-6, "0.000001" },
        { 1e-7, "1e-7" },
        { 1.5e-9, "1.5e-9" },
        { 5e-324, "5e-324" },
        { 1.5e-323, "1.5e-323" },
        { 1.7976931348623157e308, "1.7976931348623157e+308" },
        { 0x1p-44, "5.684341886080802e-14" },
        { 9007199254740993.0, "9007199254740992" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { 1.0 / 3, "0.3333333333333333" },
        { 100, "100" },
        { 1234.5678, "1234.5678" },
        { -1e-7, "-1e-7" },
        { 2.2250738585072014e-308, "2.2250738585072014e-308" },
        { 9.5367431640625e-7, "9.5367431640625e-7" },
        { 1e23, "1e+23" },
        { NAN, "NaN" },
        { -INFINITY, "-Infinity" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        char text[FW_DECIMAL_ROOM];
        size_t length = fw_decimal_text(cases[i].number, text);
        assert_string_equal(text, cases[i].text);
        assert_int_equal(length, strlen(text));
    }
}

static void digits_round_ties_up(void **state)
{
    static const struct {
        double number;
        int count;
        const char *digits;
        int exponent;
    } cases[] = {
        { 2.5, 1, "3", 0 },         { 0.5, 1, "5", -1 },
        { 1.005, 3, "100", 0 },     { 123.456, 4, "1235", 2 },
        { 999.95, 4, "1000", 3 },   { 0.000123, 2, "12", -4 },
        { 25, 1, "3", 1 },          { 35, 1, "4", 1 },
        { 1.45, 2, "14", 0 },       { 1.25, 2, "13", 0 },
        { 5e-324, 3, "494", -324 }, { 9.9999, 2, "10", 1 },
        { -2.5, 1, "3", 0 },        { 0, 3, "000", 0 },
        { 1200, 0, "12", 3 },       { 1e21, 21, "100000000000000000000", 21 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        char digits[FW_DECIMAL_ROOM];
        int exponent;
        size_t length = fw_decimal_digits(cases[i].number, cases[i].count, digits, &exponent);
        assert_string_equal(digits, cases[i].digits);
        assert_int_equal(length, strlen(digits));
        assert_int_equal(exponent, cases[i].exponent);
    }
}

static void parse_is_correctly_rounded(void **state)
{
    static const struct {
        const char *text;
        double number;
        size_t used;
    } cases[] = {
        { "0", 0, 1 },
        { "-12.5e-1x", -1.25, 8 },
        { "+5", 5, 2 },
        { ".5", 0.5, 2 },
        { "5.", 5, 2 },
        { "1e", 1, 1 },
        { "1e+", 1, 1 },
        { "0.1", 0.1, 3 },
        { "179769313486231580000000000000000000000e270", 1.7976931348623158e308, 43 },
        { "9007199254740993", 9007199254740992.0, 16 },
        { "9007199254740993.0000000000000000000000000000001", 9007199254740994.0, 48 },
        { "2.2250738585072011e-308", 2.2250738585072011e-308, 23 },
        { "0.000000000000000000000000000000123456789012345678", 1.23456789012345678e-31, 50 },
        { "123456789012345678901234567890", 123456789012345678901234567890.0, 30 },
        { "1e400", INFINITY, 5 },
        { "1e-99999999999999999999", 0, 23 },
        { "0e5", 0, 3 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        double number = -1;
        const char *after = NULL, *text = cases[i].text;
        assert_true(fw_decimal_parse(text, text + strlen(text), &number, &after));
        if (number != cases[i].number || after != text + cases[i].used) {
            fail_msg("%s: %.17g, %zu bytes", text, number, (size_t)(after - text));
        }
    }
}

static void parse_refuses_what_is_none(void **state)
{
    static const char *const cases[] = { "", "-", ".", "+.", "e5", " 1", "inf", "nan", "x" };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        double number = 7;
        const char *after;
        assert_false(fw_decimal_parse(cases[i], cases[i] + strlen(cases[i]), &number, &after));
        assert_true(number == 7);
    }
}

/* Every double reads back, and no shorter text would (checked through the C library). */
static void text_reads_back(void **state)
{
    (void)state;
    uint64_t bits = 0x9E3779B97F4A7C15u;
    for (int i = 0; i < 20000; i++) {
        bits = bits * 6364136223846793005u + 1442695040888963407u;
        double number, again = 0;
        memcpy(&number, &bits, sizeof number);
        if (!isfinite(number)) {
            continue;
        }
        char text[FW_DECIMAL_ROOM];
        const char *after;
        size_t length = fw_decimal_text(number, text);
        assert_true(fw_decimal_parse(text, text + length, &again, &after));
        assert_true(again == number);
    }
}

/* All ways to read a number agree with the C library's, near the middle between two doubles too. */
static void parse_agrees_with_strtod(void **state)
{
    (void)state;
    uint64_t bits = 88172645463325252u;
    for (int i = 0; i < 200000; i++) {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        char text[64];
        int digits = 1 + (int)(bits % 19), places = (int)(bits / 19 % 30) - 5;
        unsigned long long middle = (bits >> 11) * 2 + 1; /* of two doubles, when it has 54 bits */
        size_t length = i % 4 == 0 ? (size_t)snprintf(text, sizeof text, "%llu", middle)
                                   : (size_t)snprintf(text, sizeof text, "%.*se%d", digits,
                                                      "9876543210987654321", -places);
        if (i % 4 > 1) {
            length = (size_t)snprintf(text, sizeof text, "%llue%d", (unsigned long long)bits >> 4,
                                      -places);
        }
        double number;
        const char *after;
        assert_true(fw_decimal_parse(text, text + length, &number, &after));
        if (number != strtod(text, NULL)) {
            fail_msg("%s is %.17g", text, number);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shortest_text_is_javascripts),
        cmocka_unit_test(digits_round_ties_up),
        cmocka_unit_test(parse_is_correctly_rounded),
        cmocka_unit_test(parse_refuses_what_is_none),
        cmocka_unit_test(text_reads_back),
        cmocka_unit_test(parse_agrees_with_strtod),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
