/*
 * Figures beside pictures that were looked at one by one, at half size.
 * `golden-pictures accept` takes what is drawn now as what is expected.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "figwright/figwright.h"
#include "support/cmocka.h"
#include "support/picture.h"

#define EXPECTED_FOLDER FW_SOURCE_DIR "/tests/golden/charts"

enum { NAME_SIZE = 1000 };

/* Room for the smoothing of letters and edges by another FreeType or Cairo, not for a moved word.
 */
static const struct picture_tolerance tolerance = { .channel = 10, .share = 0.0005 };

static const struct figure {
    const char *name; /* of a spec in specs/charts, or with its folder where it lies in another */
    const char *promise;
} figures[] = {
    { "asa2016_known_one_in_eight", "circles in a grid, one of them filled" },
    { "asa2016_extortion_victims_sex", "one stacked bar of shares, labelled inside" },
    { "asa2016_family_environment", "a pie with labels beside it, under a title of two lines" },
    { "asa2016_known_and_unreported_victims",
      "ranges with round caps, and a dot where both ends are one" },
    { "asa2016_positions_of_trust", "a range on an axis of percentages" },
    { "asa2016_recorded_offences", "a table of counts and changes" },
    { "asa2016_victim_age_profiles", "profiles of bars and dots" },
    { "asa2016_viewing_and_contact_offending", "estimates on lines with circles" },
    { "ceop2012_annual_results", "figures in words, large" },
    { "ceop2012_monthly_reports", "an area with its line, circles and values" },
    { "cross_offender_sex", "a dot plot with a legend" },
    { "cross_report_timeline", "dated events on a time axis" },
    { "cross_sample_sizes", "lollipops on a log scale" },
    { "tacsea2013_image_sample_victim_sex", "a ring with labels beside its sectors" },
    { "tacsea2013_image_trend", "lollipops to both sides of zero" },
    { "tacsea2013_internet_penetration", "bars with value labels" },
    { "tacsea2013_moving_iioc_self_generated", "one stacked bar, labelled inside" },
    { "tacsea2013_ocse_offline_meetings", "a line with points and values" },
    { "tacsea2013_offender_age_by_type", "stacked bars of shares, named over the first" },
    { "tacsea2013_sgii_level", "a heat table with numbers in its cells" },
    { "tacsea2013_sgii_subject_sex", "grouped bars with labels" },
    { "tacsea2013_smartphone_ownership", "lines with their names at the ends" },
    { "tacsea2013_year_on_year_changes", "bars to both sides of zero" },
    { "thematic2011_offender_funnel", "a funnel of rectangles" },
    { "tests/scenes/annotation-bars", "a growth arrow around a bracket, a mean, a difference" },
    { "tests/scenes/annotation-facet", "annotations in the cells of a facet" },
    { "tests/scenes/annotation-horizontal", "a bracket and a difference along x" },
    { "tests/scenes/annotation-log", "annotations of points on a log scale" },
    { "tests/scenes/annotation-time", "annotations of a line over time" },
};
enum { FIGURE_COUNT = sizeof figures / sizeof figures[0] };

/* Writes the figure's picture of now to `file`. */
static bool draw(const struct figure *figure, const char *file)
{
    char spec[NAME_SIZE];
    const char *folder = strchr(figure->name, '/') == NULL ? "specs/charts/" : "";
    snprintf(spec, sizeof spec, "%s/%s%s.vl.json", FW_SOURCE_DIR, folder, figure->name);
    struct fw_session *session = fw_session_create(NULL);
    struct fw_document *document = fw_document_open(session, spec);
    struct fw_output_options half = { .scale = 0.5 };
    size_t length = 0;
    const void *data = fw_document_output(document, "png", &half, &length);
    if (data == NULL) {
        const struct fw_diag *diag = fw_document_diag(document);
        char *text = fw_diag_text(&diag, 1, FW_DIAG_TEXT);
        fputs(text, stderr);
        free(text);
    }
    FILE *out = data == NULL ? NULL : fopen(file, "wb");
    bool written = out != NULL && fwrite(data, 1, length, out) == length;
    written = out != NULL && fclose(out) == 0 && written;
    fw_document_destroy(document);
    fw_session_destroy(session);
    return written;
}

/* The name without a folder: that of its picture. */
static const char *base_name(const struct figure *figure)
{
    const char *slash = strrchr(figure->name, '/');
    return slash == NULL ? figure->name : slash + 1;
}

static void expected_name(const struct figure *figure, char *to)
{
    snprintf(to, NAME_SIZE, "%s/%s.png", EXPECTED_FOLDER, base_name(figure));
}

static void is_drawn_as_expected(void **state)
{
    const struct figure *figure = *state;
    char expected[NAME_SIZE], actual[NAME_SIZE], shown[NAME_SIZE];
    expected_name(figure, expected);
    snprintf(actual, sizeof actual, "%s/%s.png", FW_BINARY_DIR, base_name(figure));
    snprintf(shown, sizeof shown, "%s/%s.difference.png", FW_BINARY_DIR, base_name(figure));
    remove(shown);
    assert_true(draw(figure, actual));
    struct picture_difference found = picture_compare(expected, actual, tolerance, shown);
    if (!found.read) {
        fail_msg("%s cannot be read", expected);
    }
    if (!found.same_size) {
        fail_msg("%s and %s differ in size", expected, actual);
    }
    if (!found.alike) {
        fail_msg("%s: %.3f %% of the pixels differ, by up to %d of 255: see %s", figure->promise,
                 100 * found.share, found.most, shown);
    }
}

static int accept(void)
{
    int failures = 0;
    char file[NAME_SIZE];
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        expected_name(&figures[i], file);
        failures += !draw(&figures[i], file);
    }
    return failures > 0;
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "accept") == 0) {
        return accept();
    }
    struct CMUnitTest tests[FIGURE_COUNT];
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        tests[i] = (struct CMUnitTest){ figures[i].promise, is_drawn_as_expected, NULL, NULL,
                                        (void *)&figures[i] };
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
