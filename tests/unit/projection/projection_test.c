/* Projections: places, extents, areas, lengths, centroids and numbers of commands as d3-geo gives
 * them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/bytes.h"
#include "projection/projection.h"
#include "json/json.h"

/**
 * reference.json holds "objects" (GeoJSON by name), "cases" (a projection `c`, the name of an
 * object, whether it was fitted to [[10, 20], [310, 220]], and what d3-geo 3.1 measures) and
 * "points" (rows of longitude, latitude, place, and what inverting the place gives).
 */
struct reference {
    struct fw_arena *arena;
    struct fw_value root;
};

static void read_file(const char *name, struct fw_bytes *bytes)
{
    FILE *file = fopen(name, "rb");
    assert_non_null(file);
    char block[65536];
    size_t length;
    while ((length = fread(block, 1, sizeof block, file)) > 0) {
        fw_bytes_append(bytes, block, length);
    }
    fclose(file);
}

static int set_up(void **state)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_strings *strings = fw_strings_new(arena);
    struct fw_bytes bytes = { 0 };
    read_file(FW_SOURCE_DIR "/tests/unit/projection/reference.json", &bytes);
    struct fw_source *source = FW_NEW(arena, struct fw_source);
    source->name = "reference.json";
    source->length = bytes.length;
    source->text = fw_arena_text(arena, bytes.data, bytes.length);
    fw_bytes_finish(&bytes);
    const struct fw_json *json = fw_json_read(arena, strings, source, NULL, fw_diag_new(arena));
    assert_non_null(json);
    struct reference *reference = FW_NEW(arena, struct reference);
    reference->arena = arena;
    reference->root = fw_node_value(arena, fw_json_root(json));
    *state = reference;
    return 0;
}

static int tear_down(void **state)
{
    fw_arena_destroy(((struct reference *)*state)->arena);
    return 0;
}

/** The number in item `i` of an array, NaN where there is none. */
static double item(struct fw_value array, size_t i)
{
    bool there = array.kind == FW_ARRAY && i < array.array->count;
    return there && array.array->items[i].kind == FW_NUMBER ? array.array->items[i].number : NAN;
}

static bool read_numbers(struct fw_value object, const char *name, double *numbers, size_t count)
{
    struct fw_value value = fw_member_text(object, name);
    for (size_t i = 0; value.kind == FW_ARRAY && i < count && i < value.array->count; i++) {
        numbers[i] = item(value, i);
    }
    return value.kind == FW_ARRAY;
}

static bool read_number(struct fw_value object, const char *name, double *number)
{
    struct fw_value value = fw_member_text(object, name);
    *number = value.kind == FW_NUMBER ? value.number : NAN;
    return value.kind == FW_NUMBER;
}

static struct fw_projection_spec spec_of(struct fw_value c)
{
    struct fw_projection_spec spec = { .type = fw_member_text(c, "type").string->text };
    spec.has_scale = read_number(c, "scale", &spec.scale);
    spec.has_precision = read_number(c, "precision", &spec.precision);
    spec.has_clip_angle = read_number(c, "clipAngle", &spec.clip_angle);
    spec.has_translate = read_numbers(c, "translate", spec.translate, 2);
    spec.has_center = read_numbers(c, "center", spec.center, 2);
    spec.has_rotate = read_numbers(c, "rotate", spec.rotate, 3);
    spec.has_parallels = read_numbers(c, "parallels", spec.parallels, 2);
    spec.reflect_x = fw_to_boolean(fw_member_text(c, "reflectX"));
    spec.reflect_y = fw_to_boolean(fw_member_text(c, "reflectY"));
    struct fw_value extent = fw_member_text(c, "clipExtent");
    if (extent.kind == FW_ARRAY) {
        struct fw_value from = extent.array->items[0], to = extent.array->items[1];
        spec.has_clip_extent = true;
        spec.clip_extent =
            (struct fw_box){ item(from, 0), item(from, 1), item(to, 0), item(to, 1) };
    }
    return spec;
}

/** Whether two numbers agree to 1e-6 of their size or of a pixel; null (NaN) agrees with none at
 * all. */
static bool agree(double ours, double theirs)
{
    if (!isfinite(ours) || !isfinite(theirs)) {
        return !isfinite(ours) && !isfinite(theirs);
    }
    return fabs(ours - theirs) <= 1e-6 * fmax(1, fabs(theirs));
}

static bool check(struct fw_value c, const char *what, double ours, double theirs)
{
    if (!agree(ours, theirs)) {
        const char *type = fw_member_text(fw_member_text(c, "c"), "type").string->text;
        struct fw_value name = fw_member_text(c, "name");
        print_message("%s %s%s: %s %.9g, expected %.9g\n", type,
                      name.kind == FW_STRING ? name.string->text : "",
                      fw_to_boolean(fw_member_text(c, "fit")) ? " (fit)" : "", what, ours, theirs);
        return false;
    }
    return true;
}

static size_t count_commands(const struct fw_path *path)
{
    size_t count = 0;
    for (size_t i = 0; i < path->op_count; i++) {
        count += path->ops[i] == FW_PATH_ARC ? 2 : 1; /* d3 writes a circle as two arcs */
    }
    return count;
}

static bool check_outline(struct fw_value c, const struct fw_projection *projection,
                          struct fw_value object)
{
    struct fw_arena *arena = fw_arena_create();
    struct fw_path path = fw_path_empty(arena);
    struct fw_value bounds = fw_member_text(c, "bounds");
    struct fw_value centroid = fw_member_text(c, "centroid");
    struct fw_box box = fw_geo_bounds(projection, object);
    double commands, area, measure, x = NAN, y = NAN;
    bool fine = true;
    fw_geo_path(projection, object, &path);
    fw_geo_centroid(projection, object, &x, &y);
    read_number(c, "commands", &commands);
    read_number(c, "area", &area);
    read_number(c, "measure", &measure);
    fine &= check(c, "x1", box.x1, item(bounds, 0)) & check(c, "y1", box.y1, item(bounds, 1));
    fine &= check(c, "x2", box.x2, item(bounds, 2)) & check(c, "y2", box.y2, item(bounds, 3));
    fine &= check(c, "area", fw_geo_area(projection, object), area);
    fine &= check(c, "measure", fw_geo_measure(projection, object), measure);
    fine &= check(c, "centroid x", x, item(centroid, 0)) & check(c, "y", y, item(centroid, 1));
    fine &= check(c, "commands", (double)count_commands(&path), commands);
    fw_arena_destroy(arena);
    return fine;
}

static void outlines_are_those_of_d3(void **state)
{
    const struct reference *reference = *state;
    struct fw_value cases = fw_member_text(reference->root, "cases");
    struct fw_value objects = fw_member_text(reference->root, "objects");
    size_t wrong = 0;
    for (size_t i = 0; i < cases.array->count; i++) {
        struct fw_value c = cases.array->items[i];
        struct fw_arena *arena = fw_arena_create();
        struct fw_projection_spec spec = spec_of(fw_member_text(c, "c"));
        struct fw_projection *projection = fw_projection_new(arena, &spec);
        struct fw_value object = fw_member(objects, fw_member_text(c, "name").string);
        double scale;
        assert_non_null(projection);
        if (fw_to_boolean(fw_member_text(c, "fit"))) {
            fw_projection_fit(projection, (struct fw_box){ 10, 20, 310, 220 }, &object, 1);
        }
        bool has_scale = read_number(c, "scale", &scale);
        if (has_scale && isfinite(item(fw_member_text(c, "translate"), 0))) {
            bool fine = check(c, "scale", fw_projection_scale(projection), scale);
            fine &= check_outline(c, projection, object);
            wrong += !fine;
        }
        fw_arena_destroy(arena);
    }
    assert_true(cases.array->count > 300);
    assert_int_equal(wrong, 0);
}

static void points_are_those_of_d3_and_lead_back(void **state)
{
    const struct reference *reference = *state;
    struct fw_value points = fw_member_text(reference->root, "points");
    size_t wrong = 0;
    for (size_t i = 0; i < points.array->count; i++) {
        struct fw_value c = points.array->items[i];
        struct fw_projection_spec spec = spec_of(fw_member_text(c, "c"));
        struct fw_projection *projection = fw_projection_new(reference->arena, &spec);
        struct fw_value rows = fw_member_text(c, "row");
        for (size_t k = 0; k < rows.array->count; k++) {
            struct fw_value row = rows.array->items[k];
            double x = NAN, y = NAN, longitude = NAN, latitude = NAN;
            fw_projection_apply(projection, item(row, 0), item(row, 1), &x, &y);
            fw_projection_invert(projection, x, y, &longitude, &latitude);
            wrong += !check(c, "x", x, item(row, 2)) + !check(c, "y", y, item(row, 3));
            wrong += !check(c, "longitude", longitude, item(row, 4)) +
                     !check(c, "latitude", latitude, item(row, 5));
        }
    }
    assert_true(points.array->count > 30);
    assert_int_equal(wrong, 0);
}

static void names_are_found_in_any_case(void **state)
{
    size_t count;
    const char *const *names = fw_projection_names(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        assert_true(fw_projection_known(names[i]));
    }
    assert_int_equal(count, 17);
    assert_true(fw_projection_known("ALBERSUSA"));
    assert_false(fw_projection_known("albersUs"));
    assert_false(fw_projection_known(""));
    struct fw_projection_spec spec = { .type = "globe" };
    assert_null(fw_projection_new(NULL, &spec));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(outlines_are_those_of_d3),
        cmocka_unit_test(points_are_those_of_d3_and_lead_back),
        cmocka_unit_test(names_are_found_in_any_case),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
