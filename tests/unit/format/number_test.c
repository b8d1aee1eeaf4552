/* Specifiers taken apart, and d3's precisions. Texts of numbers are in tests/text/format.test. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "format/number.h"

static void specifiers_are_taken_apart(void **state)
{
    static const struct {
        const char *text;
        struct fw_number_spec spec;
    } cases[] = {
        { "", { " ", '>', '-', 0, false, false, false, -1, -1, 0 } },
        { ",.2f", { " ", '>', '-', 0, false, true, false, -1, 2, 'f' } },
        { "*^+$08,.3~s", { "*", '^', '+', '$', true, true, true, 8, 3, 's' } },
        { "é<(#x", { "é", '<', '(', '#', false, false, false, -1, -1, 'x' } },
        { "<<5", { "<", '<', '-', 0, false, false, false, 5, -1, 0 } },
        { "00", { " ", '>', '-', 0, true, false, false, 0, -1, 0 } },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_number_spec spec;
        const struct fw_number_spec *wanted = &cases[i].spec;
        assert_true(fw_number_spec_parse(cases[i].text, &spec));
        assert_string_equal(spec.fill, wanted->fill);
        if (spec.align != wanted->align || spec.sign != wanted->sign ||
            spec.symbol != wanted->symbol || spec.zero != wanted->zero ||
            spec.comma != wanted->comma || spec.trim != wanted->trim ||
            spec.width != wanted->width || spec.precision != wanted->precision ||
            spec.type != wanted->type) {
            fail_msg("'%s' is taken apart wrongly", cases[i].text);
        }
    }
}

static void others_are_invalid(void **state)
{
    static const char *const texts[] = {
        ".", "foo", "..2f", ".-2f", "+-", "99 ", "~~f", "%%", "\n<", "1001", "99999999999999999999f"
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(texts); i++) {
        struct fw_number_spec spec;
        if (fw_number_spec_parse(texts[i], &spec)) {
            fail_msg("'%s' passes", texts[i]);
        }
        assert_int_equal(spec.width, FW_NUMBER_NONE);
    }
}

static void precisions_tell_ticks_apart(void **state)
{
    (void)state;
    assert_true(fw_precision_fixed(8.9) == 0 && fw_precision_fixed(0.89) == 1 &&
                fw_precision_fixed(0.089) == 2 && isnan(fw_precision_fixed(0)));
    assert_true(fw_precision_prefix(1e5, 1.3e6) == 1 && fw_precision_prefix(1e-27, 1e-24) == 3 &&
                fw_precision_prefix(1e24, 1e27) == 0 && isnan(fw_precision_prefix(1, 0)));
    assert_true(fw_precision_round(0.01, 1.01) == 3 && fw_precision_round(0.1, 1.1) == 2 &&
                isnan(fw_precision_round(1, 1)));
}

/* Ticks from 0 to 1.5bn by 0.5bn keep apart with British magnitudes too. */
static void spans_follow_the_locale(void **state)
{
    struct fw_number_spec spec;
    struct fw_bytes text = { 0 };
    (void)state;
    assert_true(fw_number_spec_parse("$s", &spec));
    const struct fw_locale *british = fw_locale_find("en-GB");
    struct fw_number_span span = fw_number_span_of(&spec, british, 5e8, 1.5e9);
    fw_number_write_span(&span, british, 5e8, &text);
    assert_string_equal(fw_bytes_text(&text), "£0.5bn");
    text.length = 0;
    span = fw_number_span_of(&spec, british, 0.001, 0.01);
    fw_number_write_span(&span, british, 0.003, &text);
    assert_string_equal(fw_bytes_text(&text), "£0.003");
    fw_bytes_finish(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(specifiers_are_taken_apart),
        cmocka_unit_test(others_are_invalid),
        cmocka_unit_test(precisions_tell_ticks_apart),
        cmocka_unit_test(spans_follow_the_locale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
