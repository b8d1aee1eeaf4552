/* Graticules: the lines that d3's geoGraticule draws. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "projection/graticule.h"
#include "projection/projection.h"

static struct fw_value lines_of(struct fw_value graticule)
{
    return fw_member_text(graticule, "coordinates");
}

static double coordinate(struct fw_value lines, size_t line, size_t point, size_t axis)
{
    struct fw_value position = lines.array->items[line].array->items[point];
    return position.array->items[axis].number;
}

static void default_lines_are_those_of_d3(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    struct fw_strings *strings = fw_strings_new(arena);
    struct fw_graticule_spec spec = fw_graticule_default();
    struct fw_value lines = lines_of(fw_graticule_value(arena, strings, &spec));
    /* 4 major meridians, the equator, 32 minor meridians, 16 minor parallels */
    assert_int_equal(lines.array->count, 4 + 1 + 32 + 16);
    assert_int_equal(lines.array->items[0].array->count, 3);
    assert_int_equal(lines.array->items[4].array->count, 145);
    assert_true(coordinate(lines, 0, 0, 0) == -180 && coordinate(lines, 0, 0, 1) == -90 + 1e-6);
    assert_true(coordinate(lines, 0, 2, 1) == 90 - 1e-6);
    assert_true(coordinate(lines, 4, 1, 0) == -177.5 && coordinate(lines, 4, 1, 1) == 0);
    assert_true(coordinate(lines, 5, 0, 0) == -170 && coordinate(lines, 5, 0, 1) == -80 - 1e-6);
    assert_true(coordinate(lines, 52, 144, 0) == 180 && coordinate(lines, 52, 0, 1) == 80);
    fw_arena_destroy(arena);
}

static void odd_steps_leave_lines_out(void **state)
{
    static const struct {
        double step[2];
        size_t count;
    } cases[] = {
        { { 15, 15 }, 5 + 20 + 10 }, /* 0 and 90 degrees are major already */
        { { 0, -1 }, 5 },
        { { NAN, INFINITY }, 5 },
        { { 1e-9, 45 }, 5 + 2 },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_strings *strings = fw_strings_new(arena);
        struct fw_graticule_spec spec = fw_graticule_default();
        memcpy(spec.step_minor, cases[i].step, sizeof spec.step_minor);
        struct fw_value lines = lines_of(fw_graticule_value(arena, strings, &spec));
        assert_int_equal(lines.array->count, cases[i].count);
        fw_arena_destroy(arena);
    }
}

static void the_sphere_fills_what_it_is_fitted_to(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    struct fw_value sphere = fw_sphere_value(arena, fw_strings_new(arena));
    struct fw_projection_spec spec = { .type = "orthographic" };
    struct fw_projection *projection = fw_projection_new(arena, &spec);
    fw_projection_fit(projection, (struct fw_box){ 0, 0, 200, 100 }, &sphere, 1);
    struct fw_box box = fw_geo_bounds(projection, sphere);
    assert_true(fabs(box.x1 - 50) < 1e-3 && fabs(box.x2 - 150) < 1e-3);
    assert_true(fabs(box.y1) < 1e-3 && fabs(box.y2 - 100) < 1e-3);
    fw_arena_destroy(arena);
}

static struct fw_value object_of(struct fw_arena *arena, struct fw_strings *strings,
                                 const char *type, struct fw_value coordinates)
{
    struct fw_object *object = FW_NEW(arena, struct fw_object);
    object->count = 2;
    object->keys = FW_NEW_ARRAY(arena, 2, fw_str);
    object->values = FW_NEW_ARRAY(arena, 2, struct fw_value);
    object->keys[0] = fw_intern_text(strings, "type");
    object->values[0] = fw_string(fw_intern_text(strings, type));
    object->keys[1] = fw_intern_text(strings, "coordinates");
    object->values[1] = coordinates;
    return (struct fw_value){ .kind = FW_OBJECT, .object = object };
}

/* Coordinates of the wrong shape are passed over. */
static void broken_geometries_draw_nothing(void **state)
{
    static const char *const types[] = { "Point",   "MultiPoint",   "LineString", "MultiLineString",
                                         "Polygon", "MultiPolygon", "Cube" };
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    struct fw_strings *strings = fw_strings_new(arena);
    struct fw_value one = fw_array_value(arena, (const struct fw_value[]){ fw_number(1) }, 1);
    struct fw_value nested = fw_array_value(arena, &one, 1);
    const struct fw_value coordinates[] = {
        fw_undefined(),
        fw_null(),
        fw_number(3),
        fw_array_value(arena, NULL, 0),
        one,
        nested,
        fw_array_value(arena, &nested, 1),
        fw_array_value(arena, NULL, 5),
    };
    for (size_t i = 0; i < FW_COUNT(types); i++) {
        for (size_t k = 0; k < FW_COUNT(coordinates); k++) {
            struct fw_projection_spec spec = { .type = k % 2 == 0 ? "albersUsa" : "orthographic" };
            struct fw_projection *projection = fw_projection_new(arena, &spec);
            struct fw_value object = object_of(arena, strings, types[i], coordinates[k]);
            struct fw_path path = fw_path_empty(arena);
            double x, y;
            assert_false(fw_geo_path(projection, object, &path));
            assert_false(fw_geo_centroid(projection, object, &x, &y));
            assert_true(fw_box_is_empty(fw_geo_bounds(NULL, object)));
            fw_projection_fit(projection, (struct fw_box){ 0, 0, 9, 9 }, &object, 1);
        }
    }
    fw_arena_destroy(arena);
}

static void a_single_point_is_fitted_to_the_middle(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    const struct fw_value position[] = { fw_number(-100), fw_number(40) };
    struct fw_value point =
        object_of(arena, fw_strings_new(arena), "Point", fw_array_value(arena, position, 2));
    struct fw_projection_spec spec = { 0 };
    struct fw_projection *projection = fw_projection_new(arena, &spec);
    double x, y;
    fw_projection_fit(projection, (struct fw_box){ 0, 0, 200, 100 }, &point, 1);
    assert_true(fw_projection_apply(projection, -100, 40, &x, &y));
    assert_true(fabs(x - 100) < 1e-9 && fabs(y - 50) < 1e-9);
    fw_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(default_lines_are_those_of_d3),
        cmocka_unit_test(odd_steps_leave_lines_out),
        cmocka_unit_test(the_sphere_fills_what_it_is_fitted_to),
        cmocka_unit_test(broken_geometries_draw_nothing),
        cmocka_unit_test(a_single_point_is_fitted_to_the_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
