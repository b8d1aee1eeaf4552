/* Sources, bases and caveats of several data files in a statistician's words. */
#include "figure/evidence.h"

#include <math.h>
#include <string.h>

#include "figure/citation.h"
#include "figure/listing.h"
#include "support/cmocka.h"

/* Places in one report, given apart by "|", and how they are cited together. */
static void places_are_cited_together(void **state)
{
    static const struct {
        const char *places, *text;
    } cases[] = {
        { "11", "R, paragraph 11" },
        { "14, 52", "R, paragraphs 14 and 52" },
        { "45|46 and footnote 11", "R, paragraphs 45 and 46, and footnote 11" },
        { "42, Table 1 and footnotes 7 to 9", "R, paragraph 42, Table 1 and footnotes 7 to 9" },
        { "25, 26 and footnote 4, 27, 28", "R, paragraphs 25 to 28 and footnote 4" },
        { "88 (typology table), 82|88", "R, paragraphs 82 and 88 (typology table)" },
        { "5, 24, 25, Intelligence base", "R, paragraphs 5, 24 and 25, and Intelligence base" },
        { "50, Table 2|42, Table 1", "R, paragraphs 42 and 50, and Tables 1 and 2" },
        { "Findings 2, Offender data", "R, Findings 2, Offender data" },
        { "Findings 2, Offender data|Findings 2, Victim data",
          "R, Findings 2 (Offender data and Victim data)" },
        { "Findings 2, Offender data and footnote 4",
          "R, Findings 2, Offender data, and footnote 4" },
        { "unnumbered (Annual Review figures)", "R, unnumbered paragraph (Annual Review figures)" },
        { "unnumbered (Annual Review figures)|unnumbered (reports per month)",
          "R, unnumbered paragraphs (Annual Review figures and reports per month)" },
        { "Introduction", "R, Introduction" },
        { "Notes to editors, Reports", "R, Notes to editors, Reports" },
        { "", "R" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_citations citations = { .arena = arena };
        for (const char *at = cases[i].places; at != NULL;) {
            const char *end = strchr(at, '|');
            size_t length = end == NULL ? strlen(at) : (size_t)(end - at);
            struct fw_resource_source source = { .title = "R",
                                                 .paragraph = fw_arena_text(arena, at, length) };
            fw_citations_add(&citations, &source);
            at = end == NULL ? NULL : end + 1;
        }
        assert_string_equal(fw_citations_text(&citations), cases[i].text);
        fw_arena_destroy(arena);
    }
}

static void reports_are_cited_once(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    static const struct fw_resource_source sources[] = {
        { .title = "A", .paragraph = "61" },
        { .title = "B", .section = "Findings 2", .page = "7" },
        { .title = "A", .paragraph = "26", .table = "3" },
        { .title = "", .path = "https://example.org/c" },
        { .title = "" },
    };
    struct fw_citations citations = { .arena = arena };
    assert_null(fw_citations_text(&citations));
    for (size_t i = 0; i < FW_COUNT(sources); i++) {
        fw_citations_add(&citations, &sources[i]);
    }
    assert_string_equal(
        fw_citations_text(&citations),
        "A, paragraphs 26 and 61, and Table 3; B, Findings 2 and page 7; https://example.org/c");
    fw_arena_destroy(arena);
}

static const struct fw_resource_field share = { .unit = "percent" };

static void bases_have_their_periods(void **state)
{
    static const struct {
        struct fw_resource_base bases[3];
        size_t count;
        const char *period, *caveat;
        const char *base, *says_period; /* expected */
    } cases[] = {
        { { { 1145, "reports" } }, 1, "2012", "C.", "1,145 reports, 2012", NULL },
        { { { 321, "images, evenly over three years" } },
          1,
          "January 2010 to December 2012",
          "C.",
          "321 images, evenly over three years, January 2010 to December 2012",
          NULL },
        { { { 100, "reports in 2011" }, { 350, "reports in 2012" } },
          2,
          "2011 and 2012",
          "C.",
          "100 reports in 2011 and 350 in 2012",
          NULL },
        { { { 120, "stills (sample)" }, { 113, "moving (all)" } },
          2,
          "2012",
          "C.",
          "120 stills (sample); 113 moving (all); 2012",
          NULL },
        { { { NAN, "offenders with known age; number not stated" } },
          1,
          "2011",
          "C.",
          "Offenders with known age; number not stated; 2011",
          NULL },
        { { { NAN, "incidents" } }, 1, "2011", "C.", "Incidents (number not stated), 2011", NULL },
        { { { 13, "boards" } },
          1,
          "From launch to report",
          "C.",
          "13 boards",
          "From launch to report" },
        { { { 0, "" } }, 0, "2012", "Sample size is not given.", NULL, "2012" },
        { { { 0, "" } }, 0, "2012", "C.", "Not stated", "2012" },
        { { { 0, "" } }, 0, "End of 2013", "C.", "Not stated", "End of 2013" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_resource resource = {
            .fields = &share,
            .field_count = 1,
            .bases = cases[i].bases,
            .base_count = cases[i].count,
            .period = cases[i].period,
            .caveats = &cases[i].caveat,
            .caveat_count = 1,
        };
        const struct fw_resource *used = &resource;
        struct fw_evidence evidence = fw_evidence_merge(arena, NULL, &used, 1);
        assert_string_equal(evidence.base == NULL ? "" : evidence.base,
                            cases[i].base == NULL ? "" : cases[i].base);
        assert_string_equal(evidence.period == NULL ? "" : evidence.period,
                            cases[i].says_period == NULL ? "" : cases[i].says_period);
        fw_arena_destroy(arena);
    }
}

static void several_files_do_not_repeat(void **state)
{
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    static const char *const one[] = { "A.", "B." }, *const two[] = { "B.", "C." };
    static const struct fw_resource_source source = { .title = "R", .paragraph = "3" };
    static const struct fw_resource_base base = { 100, "reports" }, other = { 50, "people" };
    const struct fw_resource first = { .sources = &source,
                                       .source_count = 1,
                                       .bases = &base,
                                       .base_count = 1,
                                       .period = "2011",
                                       .caveats = one,
                                       .caveat_count = 2 };
    const struct fw_resource second = { .sources = &source,
                                        .source_count = 1,
                                        .bases = &other,
                                        .base_count = 1,
                                        .period = "2012",
                                        .caveats = two,
                                        .caveat_count = 2 };
    const struct fw_resource *const used[] = { &first, &second };
    struct fw_evidence evidence = fw_evidence_merge(arena, NULL, used, 2);
    assert_string_equal(evidence.source, "R, paragraph 3");
    assert_string_equal(evidence.base, "100 reports, 2011; 50 people, 2012");
    assert_int_equal(evidence.caveat_count, 3);
    assert_string_equal(evidence.caveats[2], "C.");
    evidence = fw_evidence_merge(arena, NULL, NULL, 0);
    assert_true(evidence.source == NULL && evidence.base == NULL && evidence.caveat_count == 0);
    fw_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_cited_together),
        cmocka_unit_test(reports_are_cited_once),
        cmocka_unit_test(bases_have_their_periods),
        cmocka_unit_test(several_files_do_not_repeat),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
