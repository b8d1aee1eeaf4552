/* UTF-8 as Unicode defines it, and the order of JavaScript. */
#include "base/utf8.h"

#include <string.h>

#include "base/arena.h"
#include "support/cmocka.h"

static void check_finds_the_first_bad_byte(void **state)
{
    static const struct {
        const char *text;
        size_t length, bad;
    } cases[] = {
        { "", 0, 0 },
        { "plain ascii text, long enough for words", 39, 39 },
        { "\303\251\342\202\254\360\237\230\200", 9, 9 },
        { "12345678\200", 9, 8 },     /* a continuation byte alone */
        { "\300\257", 2, 0 },         /* overlong */
        { "a\340\200\257", 4, 1 },    /* overlong */
        { "\355\240\200", 3, 0 },     /* a surrogate */
        { "\364\220\200\200", 4, 0 }, /* above U+10FFFF */
        { "ab\342\202", 4, 2 },       /* cut off */
        { "\377", 1, 0 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        assert_int_equal(fw_utf8_check(cases[i].text, cases[i].length), cases[i].bad);
    }
}

static void code_points_go_round(void **state)
{
    static const uint32_t cases[] = { 0, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        char bytes[4];
        const char *next;
        size_t length = fw_utf8_put(cases[i], bytes);
        assert_int_equal(fw_utf8_next(bytes, bytes + length, &next), cases[i]);
        assert_ptr_equal(next, bytes + length);
    }
    char bytes[4];
    assert_int_equal(fw_utf8_put(0xD800, bytes), 3);
    assert_memory_equal(bytes, "\357\277\275", 3);
}

static void counts(void **state)
{
    static const char text[] = "a\303\251\360\237\230\200";
    (void)state;
    assert_int_equal(fw_utf8_count(text, 7), 3);
    assert_int_equal(fw_utf8_count16(text, 7), 4);
}

static void trim_knows_javascripts_spaces(void **state)
{
    (void)state;
    size_t length = 13;
    const char *text = fw_utf8_trim("\302\240 \342\200\251x y\t\357\273\277", &length);
    assert_int_equal(length, 3);
    assert_memory_equal(text, "x y", 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_finds_the_first_bad_byte),
        cmocka_unit_test(code_points_go_round),
        cmocka_unit_test(counts),
        cmocka_unit_test(trim_knows_javascripts_spaces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
