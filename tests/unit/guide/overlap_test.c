/* Thinning out labels. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "guide/guide.h"

enum { MOST = 8 };

static void the_right_labels_stay(void **state)
{
    static const struct {
        enum fw_overlap method;
        double separation;
        double starts[MOST]; /* of boxes 10 px wide; the first 0 after the first ends them */
        const char *kept;
    } cases[] = {
        { FW_OVERLAP_PARITY, 0, { 0, 20, 40, 60 }, "1111" },
        { FW_OVERLAP_PARITY, 0, { 0, 9, 18, 27, 36 }, "10101" },
        { FW_OVERLAP_PARITY, 0, { 0, 9, 18, 27, 36, 45 }, "101010" },
        { FW_OVERLAP_PARITY, 0, { 0, 3, 6, 9, 12, 15, 18 }, "1000001" },
        { FW_OVERLAP_PARITY, 0, { 0, 3, 6, 9 }, "1001" },
        { FW_OVERLAP_GREEDY, 0, { 0, 9, 18, 40, 49, 60 }, "101101" },
        { FW_OVERLAP_PARITY, 15, { 0, 20, 40, 60 }, "1001" },
        { FW_OVERLAP_KEEP, 0, { 0, 3, 6, 9 }, "1111" },
        { FW_OVERLAP_PARITY, 0, { 0, 3 }, "11" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_box boxes[MOST];
        bool kept[MOST];
        size_t count = strlen(cases[i].kept);
        for (size_t k = 0; k < count; k++) {
            double start = cases[i].starts[k];
            boxes[k] = (struct fw_box){ start, 0, start + 10, 10 };
        }
        fw_overlap_reduce(arena, cases[i].method, cases[i].separation, boxes, count, kept);
        for (size_t k = 0; k < count; k++) {
            if (kept[k] != (cases[i].kept[k] == '1')) {
                fail_msg("case %zu: label %zu", i, k);
            }
        }
        fw_arena_destroy(arena);
    }
}

static void labels_without_text_do_not_count(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    struct fw_box boxes[] = { { 0, 0, 10, 10 }, { 5, 0, 5, 10 }, { 12, 0, 22, 10 } };
    bool kept[3];
    fw_overlap_reduce(arena, FW_OVERLAP_PARITY, 0, boxes, 3, kept);
    assert_true(kept[0] && kept[1] && kept[2]);
    struct fw_box bounds = fw_overlap_bounds(FW_OVERLAP_PARITY, boxes, 3, kept);
    assert_float_equal(bounds.x2, 22, 0);
    fw_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_right_labels_stay),
        cmocka_unit_test(labels_without_text_do_not_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
