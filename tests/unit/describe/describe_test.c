/* Drafted text alternatives: forms, numbers and trends in plain words. */
#include "figwright/figwright.h"

#include <string.h>

#include "render/metadata.h"
#include "support/cmocka.h"

#define CHART "{\"usermeta\":{\"figwright\":{\"alt\":\"auto\"}},"
#define AB    "\"data\":{\"values\":[{\"a\":\"x\",\"b\":2},{\"a\":\"y\",\"b\":3.5}]},"
#define GROUPS                                                                                     \
    "\"data\":{\"values\":[{\"a\":\"x\",\"g\":\"m\",\"b\":2},{\"a\":\"x\",\"g\":\"n\",\"b\":3},"   \
    "{\"a\":\"y\",\"g\":\"m\",\"b\":4},{\"a\":\"y\",\"g\":\"n\",\"b\":1}]},"
#define YEARS                                                                                      \
    "\"data\":{\"values\":[{\"t\":\"2010-01-01\",\"b\":2},{\"t\":\"2011-01-01\",\"b\":9},"         \
    "{\"t\":\"2012-01-01\",\"b\":4}]},"
#define A      "\"field\":\"a\",\"type\":\"nominal\""
#define B      "\"field\":\"b\",\"type\":\"quantitative\""
#define ENCODE "\"encoding\":"

static const struct {
    const char *spec, *alt;
} cases[] = {
    { CHART AB "\"mark\":\"bar\"," ENCODE "{\"y\":{" A "},\"x\":{" B "}}}",
      "Bar chart of b by a: x 2, y 3.5." },
    { CHART AB "\"mark\":\"bar\"," ENCODE "{\"x\":{" A ",\"title\":\"Type of place\"},\"y\":{" B
               ",\"title\":\"Share\",\"axis\":{\"format\":\".0%\"}}}}",
      "Column chart of share by type of place: x 200%, y 350%." },
    { CHART AB "\"mark\":\"bar\"," ENCODE "{\"y\":{" A
               ",\"sort\":\"-x\",\"axis\":{\"labelExpr\":\"'Place ' + datum.label\"}},"
               "\"x\":{" B "}}}",
      "Bar chart of b by a: Place y 3.5, Place x 2." },
    { CHART GROUPS "\"mark\":\"bar\"," ENCODE "{\"x\":{" A "},\"y\":{" B "},"
                   "\"color\":{\"field\":\"g\",\"type\":\"nominal\",\"title\":\"Sex\"}}}",
      "Stacked bar chart of b by a and sex: x: m 2, n 3; y: m 4, n 1." },
    { CHART GROUPS "\"mark\":\"bar\"," ENCODE "{\"x\":{" A "},\"y\":{" B "},"
                   "\"xOffset\":{\"field\":\"g\"},\"color\":{\"field\":\"g\"}}}",
      "Grouped bar chart of b by a and g: x: m 2, n 3; y: m 4, n 1." },
    { CHART GROUPS "\"mark\":\"rect\"," ENCODE "{\"x\":{" A "},\"color\":{" B "},"
                   "\"y\":{\"field\":\"g\",\"type\":\"nominal\"}}}",
      "Heat map of b by a and g: x: m 2, n 3; y: m 4, n 1." },
    { CHART AB "\"mark\":\"arc\"," ENCODE "{\"color\":{" A "},\"theta\":{" B "}}}",
      "Pie chart of b by a: x 2, y 3.5." },
    { CHART YEARS "\"mark\":\"line\"," ENCODE
                  "{\"x\":{\"field\":\"t\",\"type\":\"temporal\",\"title\":\"Year\"},\"y\":{" B
                  "}}}",
      "Line chart of b by year: up from 2 in 2010 to 4 in 2012, highest 9 in 2011." },
    { CHART AB "\"mark\":\"line\"," ENCODE "{\"x\":{\"field\":\"a\",\"type\":\"ordinal\"},\"y\":{" B
               "}}}",
      "Slope chart of b by a: up from 2 in x to 3.5 in y." },
    { CHART AB ENCODE
      "{\"y\":{" A "},\"x\":{" B "}},\"layer\":[{\"mark\":\"bar\"},{\"mark\":\"text\","
      "\"transform\":[{\"calculate\":\"'about ' + datum.b\",\"as\":\"label\"}]," ENCODE
      "{\"text\":{\"field\":\"label\"}}}]}",
      "Bar chart of b by a: x about 2, y about 3.5." },
    { CHART "\"data\":{\"values\":[{\"a\":\"Type 1\",\"low\":2,\"high\":25},"
            "{\"a\":\"Type 2\",\"low\":2,\"high\":5}]},\"mark\":\"bar\"," ENCODE "{\"y\":{" A
            ",\"title\":null},\"x\":{\"field\":\"low\",\"type\":\"quantitative\"},"
            "\"x2\":{\"field\":\"high\"}}}",
      "Range chart: Type 1 (2 to 25), Type 2 (2 to 5)." },
    { CHART "\"data\":{\"sequence\":{\"start\":0,\"stop\":10,\"as\":\"i\"}},"
            "\"transform\":[{\"calculate\":\"datum.i < 3 ? 'yes' : 'no'\",\"as\":\"k\"}],"
            "\"mark\":\"square\"," ENCODE
            "{\"x\":{\"field\":\"i\",\"type\":\"ordinal\",\"axis\":null},"
            "\"color\":{\"field\":\"k\",\"type\":\"nominal\"}}}",
      "Chart of 10 squares: yes (3); no (7)." },
    { CHART
      "\"data\":{\"sequence\":{\"start\":0,\"stop\":10,\"as\":\"i\"}},"
      "\"transform\":[{\"calculate\":\"20 - datum.i\",\"as\":\"j\"}],\"mark\":\"point\"," ENCODE
      "{\"x\":{\"field\":\"i\",\"type\":\"quantitative\"},"
      "\"y\":{\"field\":\"j\",\"type\":\"quantitative\"}}}",
      "Scatter plot of j by i, 10 points from 11 to 20. As one rises, the other falls." },
    { CHART
      "\"data\":{\"sequence\":{\"start\":0,\"stop\":30,\"as\":\"i\"}},\"mark\":\"bar\"," ENCODE
      "{\"x\":{\"field\":\"i\",\"type\":\"ordinal\"},\"y\":{\"field\":\"i\",\"type\":"
      "\"quantitative\","
      "\"title\":\"Count\"}}}",
      "Column chart of count by i, 30 values: highest 29 (29), lowest 0 (0)." },
    { CHART AB "\"hconcat\":[{\"mark\":\"bar\"," ENCODE "{\"y\":{" A "},\"x\":{" B "}}},"
               "{\"mark\":\"arc\"," ENCODE "{\"color\":{" A "},\"theta\":{" B "}}}]}",
      "Bar chart of b by a: x 2, y 3.5. Pie chart of b by a: x 2, y 3.5." },
    { CHART GROUPS "\"mark\":\"bar\"," ENCODE "{\"x\":{" A "},\"y\":{" B
                   "},\"row\":{\"field\":\"g\"}}}",
      "2 panels. Column chart of b by a and g: x: m 2, n 3; y: m 4, n 1." },
    { CHART GROUPS "\"mark\":\"text\"," ENCODE "{\"y\":{" A "},\"x\":{\"field\":\"g\"},"
                   "\"text\":{" B "}}}",
      "Table. x: m 2, n 3; y: m 4, n 1." },
    /* What is written by hand goes before a draft, and a plain spec has none. */
    { "{\"usermeta\":{\"figwright\":{\"alt\":\"Mine.\"}},\"description\":\"Old.\"," AB
      "\"mark\":\"bar\"," ENCODE "{\"y\":{" A "},\"x\":{" B "}}}",
      "Mine." },
    { "{\"usermeta\":{\"figwright\":{}},\"description\":\"Old.\"," AB "\"mark\":\"bar\"," ENCODE
      "{\"y\":{" A "},\"x\":{" B "}}}",
      "Old." },
    { "{" AB "\"mark\":\"bar\"," ENCODE "{\"y\":{" A "},\"x\":{" B "}}}", NULL },
};

static void drafts_say_form_measure_and_numbers(void **state)
{
    (void)state;
    struct fw_session *session = fw_session_create(NULL);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fw_document *document =
            fw_document_open_text(session, "spec", NULL, cases[i].spec, strlen(cases[i].spec));
        size_t length;
        const void *svg = fw_document_output(document, "svg", NULL, &length);
        struct fw_arena *arena = fw_arena_create();
        struct fw_metadata metadata;
        assert_non_null(svg);
        assert_true(fw_metadata_read(arena, svg, length, &metadata));
        if (cases[i].alt == NULL) {
            assert_null(metadata.description);
        } else {
            assert_non_null(metadata.description);
            assert_string_equal(metadata.description, cases[i].alt);
        }
        fw_arena_destroy(arena);
        fw_document_destroy(document);
    }
    fw_session_destroy(session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drafts_say_form_measure_and_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
