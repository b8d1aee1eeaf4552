/* Places for labels: what must hold of any problem, and small ones with known answers. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "guide/label_solver.h"

enum { LABELS = 40, PLACES = 5, OBSTACLES = 30, ROUNDS = 200 };

/* Numerical Recipes' generator: the tests need the same numbers everywhere, not good ones. */
static double next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (double)(*seed >> 8) / 16777216.0;
}

struct problem {
    struct fw_label_item labels[LABELS];
    struct fw_box places[LABELS][PLACES];
    char keys[LABELS][4];
    struct fw_label_obstacle obstacles[OBSTACLES];
    struct fw_label_problem all;
};

/* Labels about points as charts have them, in a room that holds most of them. */
static void make(struct problem *problem, uint32_t seed)
{
    static const double sides[PLACES][2] = { { 1, 0 }, { 0, -1 }, { 0, 1 }, { -1, 0 }, { 1, -1 } };
    *problem = (struct problem){
        .all = { problem->labels, LABELS, problem->obstacles, OBSTACLES, { 0, 0, 300, 200 }, 2 }
    };
    for (size_t i = 0; i < LABELS; i++) {
        double x = 300 * next(&seed), y = 200 * next(&seed), width = 10 + 30 * next(&seed);
        for (size_t p = 0; p < PLACES; p++) {
            double mid = x + sides[p][0] * (width / 2 + 4), top = y + sides[p][1] * 10 - 5;
            problem->places[i][p] =
                (struct fw_box){ mid - width / 2, top, mid + width / 2, top + 10 };
        }
        problem->keys[i][0] = (char)('A' + i % 26);
        problem->keys[i][1] = (char)('a' + i / 26);
        problem->labels[i] =
            (struct fw_label_item){ problem->places[i], PLACES, floor(3 * next(&seed)),
                                    problem->keys[i],   i % 7,  0 };
    }
    for (size_t i = 0; i < OBSTACLES; i++) {
        double x = 300 * next(&seed), y = 200 * next(&seed);
        double x2 = x + 40 * next(&seed) - (i % 2 == 0 ? 20 : 0), y2 = y + 20 * next(&seed);
        problem->obstacles[i] = (struct fw_label_obstacle){ { x, y, x2, y2 }, i % 2 == 0, i % 5 };
    }
}

static bool near(struct fw_box a, struct fw_box b, double gap)
{
    double between = fmax(fmax(b.x1 - a.x2, a.x1 - b.x2), fmax(b.y1 - a.y2, a.y1 - b.y2));
    return between < gap - 1e-5;
}

/* Whether one of many points along the line lies inside the box. */
static bool line_runs_through(struct fw_box line, struct fw_box box)
{
    for (int i = 0; i <= 500; i++) {
        double x = line.x1 + (line.x2 - line.x1) * i / 500;
        double y = line.y1 + (line.y2 - line.y1) * i / 500;
        if (x > box.x1 + 1e-5 && x < box.x2 - 1e-5 && y > box.y1 + 1e-5 && y < box.y2 - 1e-5) {
            return true;
        }
    }
    return false;
}

static bool is_free(const struct problem *problem, size_t label, struct fw_box box)
{
    for (size_t i = 0; i < LABELS; i++) {
        const struct fw_label_item *other = &problem->labels[i];
        if (i != label && other->at != FW_LABEL_DROPPED &&
            near(other->places[other->at], box, problem->all.gap)) {
            return false;
        }
    }
    for (size_t i = 0; i < OBSTACLES; i++) {
        const struct fw_label_obstacle *o = &problem->obstacles[i];
        bool own = o->owner != 0 && o->owner == problem->labels[label].owner;
        if (!own && (o->line ? line_runs_through(o->box, box) : near(o->box, box, 0))) {
            return false;
        }
    }
    return box.x1 >= -1e-5 && box.y1 >= -1e-5 && box.x2 <= 300 + 1e-5 && box.y2 <= 200 + 1e-5;
}

static void no_label_covers_anything(void **state)
{
    (void)state;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        struct fw_arena *arena = fw_arena_create();
        struct problem problem;
        make(&problem, round);
        size_t dropped = fw_labels_place(arena, &problem.all), seen = 0;
        for (size_t i = 0; i < LABELS; i++) {
            const struct fw_label_item *label = &problem.labels[i];
            if (label->at == FW_LABEL_DROPPED) {
                seen++;
            } else if (!is_free(&problem, i, label->places[label->at])) {
                fail_msg("round %u: label %zu", round, i);
            }
        }
        assert_int_equal(seen, dropped);
        fw_arena_destroy(arena);
    }
}

/* With every second sample missed by the test's own line test, only boxes are looked at here. */
static void none_is_dropped_that_has_a_place(void **state)
{
    (void)state;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        struct fw_arena *arena = fw_arena_create();
        struct problem problem;
        make(&problem, round);
        for (size_t i = 0; i < OBSTACLES; i++) {
            problem.obstacles[i].line = false;
            problem.obstacles[i].box.x2 = problem.obstacles[i].box.x1 + 20;
        }
        fw_labels_place(arena, &problem.all);
        for (size_t i = 0; i < LABELS; i++) {
            for (size_t p = 0; problem.labels[i].at == FW_LABEL_DROPPED && p < PLACES; p++) {
                if (is_free(&problem, i, fw_box_expand(problem.places[i][p], 1e-3))) {
                    fail_msg("round %u: label %zu had place %zu", round, i, p);
                }
            }
        }
        fw_arena_destroy(arena);
    }
}

static void the_order_of_the_input_does_not_matter(void **state)
{
    (void)state;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        struct fw_arena *arena = fw_arena_create();
        struct problem one, other;
        make(&one, round);
        make(&other, round);
        for (size_t i = 0; i < LABELS; i++) {
            other.labels[(i * 7 + 3) % LABELS] = one.labels[i];
        }
        for (size_t i = 0; i < OBSTACLES; i++) {
            other.obstacles[(i * 11 + 5) % OBSTACLES] = one.obstacles[i];
        }
        fw_labels_place(arena, &one.all);
        fw_labels_place(arena, &other.all);
        for (size_t i = 0; i < LABELS; i++) {
            if (one.labels[i].at != other.labels[(i * 7 + 3) % LABELS].at) {
                fail_msg("round %u: label %zu", round, i);
            }
        }
        fw_arena_destroy(arena);
    }
}

/* "b" finds "a" in its only place, and "a" has another. */
static void one_label_makes_room_for_another(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    struct fw_box a[] = { { 0, 0, 10, 10 }, { 20, 0, 30, 10 } }, b[] = { { 5, 0, 15, 10 } };
    struct fw_label_item labels[] = { { a, 2, 1, "a", 0, 0 }, { b, 1, 0, "b", 0, 0 } };
    struct fw_label_problem problem = { labels, 2, NULL, 0, { 0, 0, 100, 100 }, 2 };
    assert_int_equal(fw_labels_place(arena, &problem), 0);
    assert_int_equal(labels[0].at, 1);
    assert_int_equal(labels[1].at, 0);
    fw_arena_destroy(arena);
}

static void what_has_no_place_is_dropped(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    struct fw_box place[] = { { 0, 0, 10, 10 } }, outside[] = { { 95, 0, 105, 10 } };
    struct fw_label_item labels[] = {
        { place, 1, 0, "second", 0, 0 },
        { place, 1, 1, "first", 0, 0 },
        { outside, 1, 2, "outside", 0, 0 },
        { NULL, 0, 3, "nowhere", 0, 0 },
    };
    struct fw_label_problem problem = { labels, 4, NULL, 0, { 0, 0, 100, 100 }, 0 };
    assert_int_equal(fw_labels_place(arena, &problem), 3);
    assert_int_equal(labels[1].at, 0);
    assert_true(labels[0].at == FW_LABEL_DROPPED && labels[2].at == FW_LABEL_DROPPED);
    fw_arena_destroy(arena);
}

/* The expected places are those of the quadratic program, worked out by hand. */
static void a_column_moves_least(void **state)
{
    static const struct {
        double wanted[4], low, high, at[4];
    } cases[] = {
        { { 10, 30, 50, 70 }, 0, 100, { 10, 30, 50, 70 } },
        { { 50, 50, 50, 50 }, 0, 100, { 32, 44, 56, 68 } },
        { { 20, 22, 60, 61 }, 0, 100, { 15, 27, 54.5, 66.5 } },
        { { 2, 3, 60, 80 }, 0, 100, { 5, 17, 60, 80 } },
        { { 10, 95, 96, 99 }, 0, 100, { 10, 71, 83, 95 } },
        { { 40, 10, 41, 80 }, 0, 100, { 34.5, 10, 46.5, 80 } },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_label_slot slots[4] = { 0 };
        for (size_t k = 0; k < 4; k++) {
            static const char *const keys[] = { "a", "b", "c", "d" };
            slots[k] =
                (struct fw_label_slot){ .wanted = cases[i].wanted[k], .size = 10, .key = keys[k] };
        }
        assert_int_equal(fw_labels_spread(arena, slots, 4, 2, cases[i].low, cases[i].high), 0);
        for (size_t k = 0; k < 4; k++) {
            if (fabs(slots[k].at - cases[i].at[k]) > 1e-9) {
                fail_msg("case %zu, label %zu: %g", i, k, slots[k].at);
            }
        }
        fw_arena_destroy(arena);
    }
}

static void a_full_column_drops_the_least(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    struct fw_label_slot slots[] = {
        { 10, 10, 3, "a", 0, false },
        { 11, 10, 1, "b", 0, false },
        { 12, 10, 2, "c", 0, false },
    };
    assert_int_equal(fw_labels_spread(arena, slots, 3, 2, 0, 25), 1);
    assert_true(slots[1].dropped && !slots[0].dropped && !slots[2].dropped);
    assert_int_equal(fw_labels_spread(arena, slots, 3, 2, 0, 5), 3);
    assert_int_equal(fw_labels_spread(arena, slots, 0, 2, 0, 5), 0);
    fw_arena_destroy(arena);
}

static void columns_keep_their_order_and_room(void **state)
{
    (void)state;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_label_slot slots[12] = { 0 };
        uint32_t seed = round;
        for (size_t k = 0; k < FW_COUNT(slots); k++) {
            slots[k].wanted = 120 * next(&seed) - 10;
            slots[k].size = 4 + 10 * next(&seed);
            slots[k].priority = next(&seed);
        }
        fw_labels_spread(arena, slots, FW_COUNT(slots), 1, 0, 100);
        for (size_t a = 0; a < FW_COUNT(slots); a++) {
            for (size_t b = 0; b < FW_COUNT(slots); b++) {
                const struct fw_label_slot *one = &slots[a], *other = &slots[b];
                if (a != b && !one->dropped && !other->dropped && one->wanted < other->wanted) {
                    assert_true(other->at - one->at >= (one->size + other->size) / 2 + 1 - 1e-9);
                }
            }
            assert_true(slots[a].dropped || (slots[a].at - slots[a].size / 2 >= -1e-9 &&
                                             slots[a].at + slots[a].size / 2 <= 100 + 1e-9));
        }
        fw_arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_label_covers_anything),
        cmocka_unit_test(none_is_dropped_that_has_a_place),
        cmocka_unit_test(the_order_of_the_input_does_not_matter),
        cmocka_unit_test(one_label_makes_room_for_another),
        cmocka_unit_test(what_has_no_place_is_dropped),
        cmocka_unit_test(a_column_moves_least),
        cmocka_unit_test(a_full_column_drops_the_least),
        cmocka_unit_test(columns_keep_their_order_and_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
