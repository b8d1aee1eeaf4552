/* Maps: projections fitted and shared as Vega-Lite 6.4.3 does; the places are Vega's own. */
#include "chart/chart.h"

#include <string.h>

#include "scene/dump.h"
#include "support/cmocka.h"
#include "json/json.h"

#define POINTS                                                                                     \
    "\"data\":{\"values\":[{\"lon\":-100,\"lat\":40},{\"lon\":-90,\"lat\":30},"                    \
    "{\"lon\":-80,\"lat\":45}]},"
#define FAR      "\"data\":{\"values\":[{\"lon\":0,\"lat\":0},{\"lon\":10,\"lat\":10}]},"
#define PLACES   "\"encoding\":{\"longitude\":{\"field\":\"lon\"},\"latitude\":{\"field\":\"lat\"}}"
#define MERCATOR "\"projection\":{\"type\":\"mercator\"},"

struct outcome {
    struct fw_diag *diag;
    const char *text; /* the scene's dump, or NULL */
};

static struct fw_arena *arena;
static struct fw_fonts *fonts;

static int set_up(void **state)
{
    (void)state;
    arena = fw_arena_create();
    fonts = fw_fonts_create(&(struct fw_font_options){ 0 }, fw_diag_new(arena));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fw_fonts_destroy(fonts);
    fw_arena_destroy(arena);
    return 0;
}

static struct outcome compile(const char *spec)
{
    struct fw_source *source = FW_NEW(arena, struct fw_source);
    *source = (struct fw_source){ "test", spec, strlen(spec) };
    struct fw_chart_context context = {
        .arena = arena,
        .strings = fw_strings_new(arena),
        .diag = fw_diag_new(arena),
        .fonts = fonts,
    };
    const struct fw_json *json = fw_json_read(arena, context.strings, source, NULL, context.diag);
    assert_non_null(json);
    struct fw_scene *scene = fw_chart_compile(&context, json);
    struct outcome outcome = { context.diag, NULL };
    if (scene != NULL) {
        struct fw_bytes out = { 0 };
        fw_scene_dump(scene, fonts, &out);
        outcome.text = fw_arena_text(arena, fw_bytes_text(&out), out.length);
        fw_bytes_finish(&out);
    }
    return outcome;
}

static void places_are_those_of_vega(void **state)
{
    static const struct {
        const char *spec;
        const char *parts[6]; /* of the dump, in order */
    } cases[] = {
        /* fitted to its points */
        { "{" POINTS MERCATOR "\"mark\":\"circle\"," PLACES "}",
          { "\"x\":8,\"y\":114.117", "\"x\":158,\"y\":297.695", "\"x\":308,\"y\":12.305" } },
        /* equalEarth where nothing is said ... */
        { "{" POINTS "\"mark\":\"circle\"," PLACES "}",
          { "\"x\":8,\"y\":107.239", "\"x\":74.487,\"y\":287.876", "\"x\":308,\"y\":22.124" } },
        /* ... but Vega's mercator where layers share it */
        { "{" POINTS "\"layer\":[{\"mark\":\"circle\"," PLACES "},{\"mark\":\"square\"," PLACES
          "}]}",
          { "\"x\":8,\"y\":114.117", "\"x\":308,\"y\":12.305", "\"x\":158,\"y\":297.695" } },
        /* a layer without a projection takes its neighbour's */
        { "{" POINTS "\"layer\":[{\"mark\":\"circle\"," PLACES
          "},{\"projection\":{\"type\":\"albers\"},\"mark\":\"square\"," PLACES "}]}",
          { "\"x\":20.182,\"y\":119.68", "\"x\":289.818,\"y\":8", "\"x\":175.431,\"y\":308" } },
        /* two that differ stay apart */
        { "{" POINTS "\"layer\":[{" MERCATOR "\"mark\":\"circle\"," PLACES
          "},{\"projection\":{\"type\":\"albers\"},\"mark\":\"square\"," PLACES "}]}",
          { "\"x\":8,\"y\":117.117", "\"x\":178.431,\"y\":308" } },
        /* views side by side share theirs when they are of one size */
        { "{\"hconcat\":[{" POINTS MERCATOR "\"mark\":\"circle\"," PLACES "},{" FAR MERCATOR
          "\"mark\":\"square\"," PLACES "}]}",
          { "\"x\":8,\"y\":104.649", "\"x\":600.727,\"y\":223.862" } },
        { "{\"hconcat\":[{" POINTS MERCATOR "\"mark\":\"circle\"," PLACES
          "},{\"width\":100," FAR MERCATOR "\"mark\":\"square\"," PLACES "}]}",
          { "\"x\":8,\"y\":114.117", "\"x\":334,\"y\":205.256" } },
        /* a scale of its own: not fitted, about the middle of the view */
        { "{" POINTS "\"projection\":{\"type\":\"mercator\",\"scale\":300,\"center\":[-90,38]},"
          "\"mark\":\"circle\"," PLACES "}",
          { "\"x\":102.64,\"y\":141.524", "\"x\":155,\"y\":205.605" } },
        { "{" POINTS "\"projection\":{\"type\":\"albersUsa\"},\"mark\":\"rule\",\"encoding\":{"
          "\"longitude\":{\"field\":\"lon\"},\"latitude\":{\"field\":\"lat\"},"
          "\"longitude2\":{\"datum\":-80},\"latitude2\":{\"datum\":42}}}",
          { "\"mark\":\"rule\"" } },
        /* rows that are shapes, and a field of shapes with a row that has none */
        { "{\"data\":{\"values\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\","
          "\"coordinates\":[[[-100,40],[-90,40],[-90,30],[-100,30],[-100,40]]]}}]},"
          "\"projection\":{\"type\":\"equirectangular\"},\"mark\":\"geoshape\"}",
          { "\"x\":5,\"y\":5.77,\"width\":300,\"height\":303.23" } },
        { "{\"data\":{\"values\":[{\"g\":{\"type\":\"Feature\",\"geometry\":{\"type\":"
          "\"LineString\",\"coordinates\":[[-100,40],[-90,30]]}}},{\"g\":null}]}," MERCATOR
          "\"mark\":{\"type\":\"geoshape\",\"filled\":false},\"encoding\":{\"shape\":"
          "{\"field\":\"g\",\"type\":\"geojson\"}}}",
          { "\"x\":32.44,\"y\":7,\"width\":245.12,\"height\":300" } },
        { "{\"data\":{\"sphere\":true},\"projection\":{\"type\":\"orthographic\"},"
          "\"mark\":\"geoshape\"}",
          { "\"x\":5,\"y\":5,\"width\":300,\"height\":300" } },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct outcome outcome = compile(cases[i].spec);
        assert_non_null(outcome.text);
        const char *at = outcome.text;
        for (size_t k = 0; k < FW_COUNT(cases[i].parts) && cases[i].parts[k] != NULL; k++) {
            const char *found = strstr(at, cases[i].parts[k]);
            if (found == NULL) {
                fail_msg("case %zu: no %s in %s", i, cases[i].parts[k], outcome.text);
            }
            at = found;
        }
    }
}

static void points_off_the_map_are_reported(void **state)
{
    (void)state;
    struct outcome outcome =
        compile("{\"data\":{\"values\":[{\"lon\":-100,\"lat\":40},{\"lon\":10,\"lat\":45}]},"
                "\"projection\":{\"type\":\"albersUsa\"},\"mark\":\"circle\"," PLACES "}");
    assert_non_null(outcome.text);
    assert_int_equal(fw_diag_count(outcome.diag), 1);
    const struct fw_diagnostic *d = fw_diag_get(outcome.diag, 0);
    assert_int_equal(d->code, FW_INVALID_VALUES);
    assert_string_equal(
        d->message, "1 of 2 points have no place in the projection and are drawn in its corner");
}

static void unknown_projections_are_errors(void **state)
{
    (void)state;
    struct outcome outcome = compile("{" POINTS "\"projection\":{\"type\":\"mercatro\"},"
                                     "\"mark\":\"circle\"," PLACES "}");
    assert_null(outcome.text);
    const struct fw_diagnostic *d = fw_diag_get(outcome.diag, 0);
    assert_string_equal(d->message, "unknown projection 'mercatro'");
    assert_string_equal(d->hint, "did you mean 'mercator'?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_those_of_vega),
        cmocka_unit_test(points_off_the_map_are_reported),
        cmocka_unit_test(unknown_projections_are_errors),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
