/* Values and strings: expected values from a JavaScript engine. */
#include "base/value.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/cmocka.h"

static struct fw_arena *arena;
static struct fw_strings *strings;

static int set_up(void **state)
{
    (void)state;
    arena = fw_arena_create();
    strings = fw_strings_new(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fw_arena_destroy(arena);
    return 0;
}

static struct fw_value text(const char *s)
{
    return fw_string(fw_intern_text(strings, s));
}

static void strings_exist_once(void **state)
{
    (void)state;
    fw_str first[3000];
    for (unsigned i = 0; i < FW_COUNT(first); i++) {
        char name[16];
        first[i] = fw_intern(strings, name, (size_t)snprintf(name, sizeof name, "n%u", i));
        assert_int_equal(first[i]->id, i);
    }
    for (unsigned i = 0; i < FW_COUNT(first); i++) {
        char name[16];
        snprintf(name, sizeof name, "n%u", i);
        assert_ptr_equal(fw_intern_text(strings, name), first[i]);
        assert_true(fw_str_is(first[i], name));
    }
    assert_ptr_not_equal(fw_intern(strings, "a\0b", 3), fw_intern(strings, "a", 1));
    assert_int_equal(fw_intern(strings, NULL, 0)->length, 0);
    assert_false(fw_str_is(NULL, ""));
}

static void numbers_from_text(void **state)
{
    static const struct {
        const char *text;
        double number;
    } cases[] = {
        { "", 0 },
        { "  12 ", 12 },
        { "0x1F", 31 },
        { "0b11", 3 },
        { "0o17", 15 },
        { "1e3", 1000 },
        { "1_0", NAN },
        { "Infinity", INFINITY },
        { "-Infinity", -INFINITY },
        { "+5", 5 },
        { ".5", 0.5 },
        { "5.", 5 },
        { "-", NAN },
        { "1e", NAN },
        { "0x", NAN },
        { "\302\2407\357\273\277", 7 },
        { "12px", NAN },
        { "-0x1", NAN },
        { "\t\n", 0 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        double number = fw_to_number(text(cases[i].text));
        if (number != cases[i].number && !(isnan(number) && isnan(cases[i].number))) {
            fail_msg("'%s' is %g", cases[i].text, number);
        }
    }
}

static void numbers_from_other_kinds(void **state)
{
    (void)state;
    struct fw_value one[] = { text("5") }, two[] = { fw_number(1), fw_number(2) };
    assert_true(fw_to_number(fw_null()) == 0);
    assert_true(isnan(fw_to_number(fw_undefined())));
    assert_true(fw_to_number(fw_boolean(true)) == 1);
    assert_true(fw_to_number(fw_time(1e12)) == 1e12);
    assert_true(fw_to_number(fw_array_value(arena, NULL, 0)) == 0);
    assert_true(fw_to_number(fw_array_value(arena, one, 1)) == 5);
    assert_true(isnan(fw_to_number(fw_array_value(arena, two, 2))));
}

static void texts(void **state)
{
    (void)state;
    struct fw_value inner[] = { fw_number(2), fw_null(), text("x") };
    struct fw_value items[] = { fw_number(1), fw_array_value(arena, inner, 3) };
    const struct {
        struct fw_value value;
        const char *text;
    } cases[] = {
        { fw_undefined(), "undefined" },
        { fw_null(), "null" },
        { fw_boolean(false), "false" },
        { fw_number(-0.0), "0" },
        { fw_array_value(arena, items, 2), "1,2,,x" },
        { fw_time(0), "1970-01-01T00:00:00.000Z" },
        { fw_time(-1), "1969-12-31T23:59:59.999Z" },
        { fw_time(951782400000), "2000-02-29T00:00:00.000Z" },
        { fw_time(8.64e15), "+275760-09-13T00:00:00.000Z" },
        { fw_time(-62198755200001), "-000002-12-31T23:59:59.999Z" },
        { fw_time(NAN), "Invalid Date" },
    };
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        assert_string_equal(fw_to_string(strings, cases[i].value)->text, cases[i].text);
    }
}

static void truth(void **state)
{
    (void)state;
    assert_false(fw_to_boolean(fw_undefined()));
    assert_false(fw_to_boolean(fw_number(NAN)));
    assert_false(fw_to_boolean(text("")));
    assert_true(fw_to_boolean(text("0")));
    assert_true(fw_to_boolean(fw_array_value(arena, NULL, 0)));
    assert_true(fw_to_boolean(fw_time(NAN)));
}

static void equality_and_hashes(void **state)
{
    (void)state;
    struct fw_value a[] = { fw_number(0), text("x") }, b[] = { fw_number(-0.0), text("x") };
    struct fw_value x = fw_array_value(arena, a, 2), y = fw_array_value(arena, b, 2);
    assert_true(fw_equal(x, y));
    assert_int_equal(fw_value_hash(x), fw_value_hash(y));
    assert_false(fw_equal(fw_number(NAN), fw_number(NAN)));
    assert_false(fw_equal(fw_number(1), text("1")));
    assert_false(fw_equal(fw_number(1), fw_time(1)));
    assert_true(fw_equal(fw_time(1), fw_time(1)));
    assert_false(fw_equal(fw_null(), fw_undefined()));
}

static void the_order_is_total(void **state)
{
    (void)state;
    /* U+1F600 has a surrogate pair, which JavaScript puts before U+FFFD. */
    const struct fw_value sorted[] = {
        fw_number(-INFINITY),
        fw_boolean(false),
        fw_boolean(true),
        fw_number(2),
        fw_time(3),
        text("10"),
        text("9"),
        text("A"),
        text("a"),
        text("aa"),
        text("\303\251"),
        text("\360\237\230\200"),
        text("\357\277\275"),
        fw_array_value(arena, NULL, 0),
        fw_null(),
    };
    for (size_t i = 0; i < FW_COUNT(sorted); i++) {
        for (size_t j = 0; j < FW_COUNT(sorted); j++) {
            int order = fw_compare(sorted[i], sorted[j]);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    }
    assert_int_equal(fw_compare(fw_number(NAN), fw_undefined()), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(strings_exist_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(numbers_from_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(numbers_from_other_kinds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(texts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(truth, set_up, tear_down),
        cmocka_unit_test_setup_teardown(equality_and_hashes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_order_is_total, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
