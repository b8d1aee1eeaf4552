/* Lengths as people write them, and the named sizes of figures. */
#include "format/length.h"

#include <math.h>

#include "base/arena.h"
#include "support/cmocka.h"

static void lengths_are_read(void **state)
{
    static const struct {
        const char *text;
        double px; /* 0: no length */
        enum fw_length_unit unit;
    } cases[] = {
        { "160mm", 160 / 25.4 * 96, FW_UNIT_MM },
        { "160 mm", 160 / 25.4 * 96, FW_UNIT_MM },
        { "16cm", 16 / 2.54 * 96, FW_UNIT_CM },
        { "453.5pt", 453.5 / 72 * 96, FW_UNIT_PT },
        { "6.3in", 6.3 * 96, FW_UNIT_IN },
        { "600px", 600, FW_UNIT_PX },
        { "600", 600, FW_UNIT_PX },
        { "0mm", 0, FW_UNIT_MM },
        { "-3mm", 0, FW_UNIT_MM },
        { "3em", 0, FW_UNIT_PX },
        { "mm", 0, FW_UNIT_PX },
        { "", 0, FW_UNIT_PX },
        { "3mm wide", 0, FW_UNIT_PX },
        { "1e999mm", 0, FW_UNIT_PX },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        double px = 0;
        enum fw_length_unit unit = FW_UNIT_PX;
        if (fw_length_parse(cases[i].text, &px, &unit) != (cases[i].px > 0) ||
            fabs(px - cases[i].px) > 1e-9 || (px > 0 && unit != cases[i].unit)) {
            fail_msg("'%s': %g px in unit %d", cases[i].text, px, (int)unit);
        }
    }
}

static void lengths_are_written(void **state)
{
    static const struct {
        double px;
        enum fw_length_unit unit;
        const char *text;
    } cases[] = {
        { 160 / 25.4 * 96, FW_UNIT_MM, "160 mm" },
        { 347.2, FW_UNIT_MM, "92 mm" },
        { 347.2, FW_UNIT_PX, "348 px" },
        { 347.2, FW_UNIT_CM, "9.2 cm" },
        { 96, FW_UNIT_PT, "72 pt" },
        { 600, FW_UNIT_IN, "6.25 in" },
    };
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        assert_string_equal(fw_length_text(arena, cases[i].px, cases[i].unit), cases[i].text);
    }
    fw_arena_destroy(arena);
}

static void sizes_have_names(void **state)
{
    (void)state;
    size_t count;
    const char *const *names = fw_named_size_names(&count);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(fw_named_size_find(names[i])->name, names[i]);
    }
    assert_null(fw_named_size_find("a5"));
    assert_true(fabs(fw_named_size_find("a4-full")->width - 160 / 25.4 * 96) < 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths_are_read),
        cmocka_unit_test(lengths_are_written),
        cmocka_unit_test(sizes_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
