/* The growing buffer and its numbers. */
#include "base/bytes.h"

#include <math.h>

#include "base/arena.h"
#include "support/cmocka.h"

static void numbers_are_short(void **state)
{
    static const struct {
        double number;
        int decimals;
        const char *text;
    } cases[] = {
        { 0, 3, "0" },
        { -0.0, 3, "0" },
        { -0.0004, 3, "0" },
        { 1.5, 0, "2" },
        { 12.3456, 3, "12.346" },
        { -12.3, 3, "-12.3" },
        { 100, 3, "100" },
        { 0.05, 3, "0.05" },
        { 0.001, 3, "0.001" },
        { 1e15, 3, "1000000000000000" },
        { 1e21, 3, "1e+21" },
        { NAN, 3, "null" },
        { INFINITY, 3, "null" },
        { 0.123456789, 9, "0.123456789" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_bytes out = { 0 };
        fw_bytes_number(&out, cases[i].number, cases[i].decimals);
        assert_string_equal(fw_bytes_text(&out), cases[i].text);
        fw_bytes_finish(&out);
    }
}

static void it_grows(void **state)
{
    (void)state;
    struct fw_bytes out = { 0 };
    assert_string_equal(fw_bytes_text(&out), "");
    for (int i = 0; i < 1000; i++) {
        fw_bytes_printf(&out, "%d,", i % 10);
        fw_bytes_put(&out, ' ');
    }
    assert_int_equal(out.length, 3000);
    assert_memory_equal(out.data + 2994, "8, 9, ", 6);
    fw_bytes_finish(&out);
    assert_int_equal(out.length, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_short),
        cmocka_unit_test(it_grows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
