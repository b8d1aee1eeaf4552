/* The list of reports, places, and "did you mean". */
#include "base/diag.h"

#include <string.h>

#include "base/limits.h"
#include "support/cmocka.h"

static const struct fw_source source = { "a.json", "one\ntw\303\266 x\r\n\nfour", 18 };

static struct fw_place at(size_t begin)
{
    return (struct fw_place){ &source, begin, begin + 1, NULL };
}

static void lines_and_columns(void **state)
{
    static const struct {
        size_t offset, line, column;
    } cases[] = { { 0, 1, 1 }, { 3, 1, 4 },  { 4, 2, 1 },  { 8, 2, 4 },
                  { 9, 2, 5 }, { 12, 3, 1 }, { 13, 4, 1 }, { 99, 4, 6 } };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        size_t line, column;
        fw_source_locate(&source, cases[i].offset, &line, &column);
        assert_int_equal(line, cases[i].line);
        assert_int_equal(column, cases[i].column);
    }
}

static void reports_are_sorted_and_kept_once(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    struct fw_diag *diag = fw_diag_new(arena);
    fw_report(diag, fw_nowhere(), FW_WRITE_FAILED, "cannot write");
    fw_report(diag, at(9), FW_UNKNOWN_MARK, "unknown mark '%s'", "barr");
    fw_report(diag, at(4), FW_IGNORED, "ignored");
    struct fw_diagnostic *first = fw_report(diag, at(0), FW_WRONG_TYPE, "wrong");
    assert_ptr_equal(fw_report(diag, at(0), FW_WRONG_TYPE, "wrong"), first);
    fw_hint_nearest(diag, first, "lines", (const char *const[]){ "bar", "line" }, 2);
    assert_string_equal(first->hint, "did you mean 'line'?");
    fw_diag_sort(diag);
    assert_int_equal(fw_diag_count(diag), 4);
    assert_int_equal(fw_diag_errors(diag), 3);
    assert_int_equal(fw_diag_get(diag, 0)->code, FW_WRONG_TYPE);
    assert_int_equal(fw_diag_get(diag, 1)->severity, FW_WARNING);
    assert_string_equal(fw_diag_get(diag, 2)->message, "unknown mark 'barr'");
    assert_int_equal(fw_diag_get(diag, 3)->code, FW_WRITE_FAILED);
    assert_string_equal(fw_code_slug(FW_UNKNOWN_MARK), "unknown-mark");
    fw_arena_destroy(arena);
}

static void the_cap_leaves_room_for_errors(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    struct fw_diag *diag = fw_diag_new(arena);
    for (int i = 0; i < FW_LIMIT_DIAGNOSTICS + 5; i++) {
        fw_report(diag, at(0), FW_IGNORED, "ignored %d", i);
    }
    fw_report(diag, at(0), FW_WRONG_TYPE, "wrong");
    assert_int_equal(fw_diag_count(diag), FW_LIMIT_DIAGNOSTICS + 1);
    assert_int_equal(fw_diag_dropped(diag), 5);
    assert_int_equal(fw_diag_errors(diag), 1);
    fw_arena_destroy(arena);
}

static void the_nearest_name(void **state)
{
    static const char *const names[] = { "bar",    "area",         "point",    "circle",
                                         "square", "quantitative", "temporal", "nominal",
                                         "tick",   "strokeWidth" };
    static const struct {
        const char *written, *nearest;
    } cases[] = {
        { "barr", "bar" },
        { "BAR", "bar" },
        { "piont", "point" },
        { "cirlce", "circle" },
        { "quant", "quantitative" },
        { "tcik", "tick" },
        { "xyz", NULL },
        { "strokewidth", "strokeWidth" },
        { "", NULL },
        { "sankey", NULL },
        { "tempral", "temporal" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        const char *nearest = fw_nearest(cases[i].written, names, FW_COUNT(names));
        if (cases[i].nearest == NULL) {
            assert_null(nearest);
        } else {
            assert_non_null(nearest);
            assert_string_equal(nearest, cases[i].nearest);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_and_columns),
        cmocka_unit_test(reports_are_sorted_and_kept_once),
        cmocka_unit_test(the_cap_leaves_room_for_errors),
        cmocka_unit_test(the_nearest_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
