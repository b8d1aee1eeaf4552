/* Data packages: evidence of real data, texts by their types, and what specs use columns as. */
#include "data/package.h"

#include <math.h>
#include <string.h>

#include "data/load.h"
#include "data/package_type.h"
#include "data/usage.h"
#include "support/cmocka.h"

/** Data blocks of one spec, loaded in order with the packages of specs/data. */
struct loaded {
    struct fw_arena *arena;
    struct fw_strings *strings;
    struct fw_diag *diag;
    struct fw_packages *packages;
    const struct fw_table *tables[4];
};

static const struct fw_json *read_spec(struct loaded *loaded, const char *spec)
{
    struct fw_source *source = FW_NEW(loaded->arena, struct fw_source);
    *source = (struct fw_source){ .name = "spec.json", .text = spec, .length = strlen(spec) };
    return fw_json_read(loaded->arena, loaded->strings, source, NULL, loaded->diag);
}

static struct loaded begin(void)
{
    struct loaded loaded = { .arena = fw_arena_create() };
    loaded.strings = fw_strings_new(loaded.arena);
    loaded.diag = fw_diag_new(loaded.arena);
    loaded.packages = fw_packages_new(loaded.arena);
    return loaded;
}

static struct loaded load(const char *spec)
{
    struct loaded loaded = begin();
    const struct fw_json *json = read_spec(&loaded, spec);
    struct fw_load context = { .arena = loaded.arena,
                               .strings = loaded.strings,
                               .diag = loaded.diag,
                               .folder = FW_SOURCE_DIR "/specs",
                               .packages = loaded.packages };
    struct fw_node list = fw_node_member(fw_json_root(json), "layer");
    size_t i = 0;
    for (struct fw_node n = fw_node_first(list); fw_node_there(n); n = fw_node_next(n)) {
        loaded.tables[i++] = fw_data_load(&context, fw_node_member(n, "data"), NULL);
    }
    return loaded;
}

static void evidence_comes_with_a_file(void **state)
{
    (void)state;
    struct loaded loaded = load(
        "{\"layer\":[{\"data\":{\"url\":\"data/tacsea2013_moving_iioc_self_generated.csv\"}}]}");
    assert_int_equal(fw_diag_count(loaded.diag), 0);
    assert_int_equal(loaded.packages->used_count, 1);
    const struct fw_resource *resource = loaded.packages->used[0];
    assert_ptr_equal(loaded.tables[0]->resource, resource);
    assert_string_equal(resource->title, "Moving IIOC reports that appeared self-generated");
    assert_string_equal(resource->package->title,
                        "Statistics from five UK reports on child protection, 2011 to 2016");
    assert_int_equal(resource->source_count, 1);
    assert_string_equal(resource->sources[0].paragraph, "48");
    assert_null(resource->sources[0].table);
    assert_string_equal(resource->period, "2012");
    assert_string_equal(resource->kind, "administrative");
    assert_false(resource->approximate);
    assert_int_equal(resource->base_count, 1);
    assert_true(resource->bases[0].n == 166);
    assert_int_equal(resource->caveat_count, 2);
    assert_string_equal(resource->caveats[0], "Only reports that could be assessed are counted.");
    const struct fw_resource_field *field = fw_packages_field(loaded.packages, "share_percent");
    assert_string_equal(field->title, "Share");
    assert_string_equal(field->unit, "percent of assessable reports");
    assert_int_equal(field->type, FW_FIELD_NUMBER);
    assert_null(fw_resource_field(resource, "share"));
    fw_arena_destroy(loaded.arena);
}

static void resources_are_used_once_in_order(void **state)
{
    (void)state;
    struct loaded loaded =
        load("{\"layer\":[{\"data\":{\"url\":\"data/thematic2011_offender_sex.csv\"}},"
             "{\"data\":{\"url\":\"data/asa2016_inhope_urls.csv\"}},"
             "{\"data\":{\"url\":\"data/thematic2011_offender_sex.csv\"}},"
             "{\"data\":{\"values\":[1]}}]}");
    assert_int_equal(loaded.packages->used_count, 2);
    assert_string_equal(loaded.packages->used[0]->name, "thematic2011_offender_sex");
    assert_string_equal(loaded.packages->used[1]->name, "asa2016_inhope_urls");
    assert_ptr_equal(loaded.tables[2]->resource, loaded.packages->used[0]);
    assert_null(loaded.tables[3]->resource);
    fw_arena_destroy(loaded.arena);
}

/* The types of columns in a spec that does not say them. */
static void columns_get_the_types_of_the_schema(void **state)
{
    (void)state;
    struct loaded loaded =
        load("{\"layer\":[{\"data\":{\"url\":\"data/tacsea2013_ocse_reports.csv\"}},"
             "{\"data\":{\"url\":\"data/tacsea2013_ocse_reports.csv\","
             "\"format\":{\"parse\":{\"approximate\":\"string\"}}}},"
             "{\"data\":{\"url\":\"data/tacsea2013_ocse_reports.csv\","
             "\"format\":{\"parse\":null}}}],"
             "\"encoding\":{\"x\":{\"field\":\"year\",\"type\":\"ordinal\"}}}");
    static const struct {
        const char *name;
        enum fw_column_type types[3];
    } cases[] = {
        { "year", { FW_COLUMN_STRING, FW_COLUMN_STRING, FW_COLUMN_STRING } },
        { "reports", { FW_COLUMN_NUMBER, FW_COLUMN_NUMBER, FW_COLUMN_STRING } },
        { "approximate", { FW_COLUMN_BOOLEAN, FW_COLUMN_STRING, FW_COLUMN_STRING } },
        { "qualifier", { FW_COLUMN_STRING, FW_COLUMN_STRING, FW_COLUMN_STRING } },
    };
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        for (size_t t = 0; t < 3; t++) {
            const struct fw_column *column =
                fw_table_find(loaded.tables[t], fw_intern_text(loaded.strings, cases[i].name));
            if (column->type != cases[i].types[t]) {
                fail_msg("%s of block %zu: type %d", cases[i].name, t, (int)column->type);
            }
        }
    }
    fw_arena_destroy(loaded.arena);
}

/* Frictionless Table Schema 1.0, "Types and formats". */
static void texts_fit_types(void **state)
{
    (void)state;
    static const double day = 86400000;
    static const struct {
        enum fw_field_type type;
        const char *format, *text;
        bool fits;
        double number; /* NaN: not compared */
    } cases[] = {
        { FW_FIELD_NUMBER, "default", "1.5e3", true, 1500 },
        { FW_FIELD_NUMBER, "default", "-INF", true, -(double)INFINITY },
        { FW_FIELD_NUMBER, "default", "1,000", false, 0 },
        { FW_FIELD_NUMBER, "default", " 1", false, 0 },
        { FW_FIELD_NUMBER, "default", "12%", false, 0 },
        { FW_FIELD_INTEGER, "default", "-12", true, -12 },
        { FW_FIELD_INTEGER, "default", "1.0", false, 0 },
        { FW_FIELD_INTEGER, "default", "1e3", false, 0 },
        { FW_FIELD_BOOLEAN, "default", "TRUE", true, 1 },
        { FW_FIELD_BOOLEAN, "default", "0", true, 0 },
        { FW_FIELD_BOOLEAN, "default", "yes", false, 0 },
        { FW_FIELD_DATE, "default", "1970-01-02", true, day },
        { FW_FIELD_DATE, "default", "2012-02-29", true, NAN },
        { FW_FIELD_DATE, "default", "2013-02-29", false, 0 },
        { FW_FIELD_DATE, "default", "1970-1-2", false, 0 },
        { FW_FIELD_DATE, "default", "1970-01-02T00:00:00Z", false, 0 },
        { FW_FIELD_DATE, "%d/%m/%Y", "02/01/1970", true, day },
        { FW_FIELD_DATE, "%d/%m/%Y", "1970-01-02", false, 0 },
        { FW_FIELD_DATE, "any", "2 January 1970", true, NAN },
        { FW_FIELD_DATETIME, "default", "1970-01-02T00:00:00Z", true, day },
        { FW_FIELD_DATETIME, "default", "1970-01-02", false, 0 },
        { FW_FIELD_DATETIME, "default", "1970-02-30T00:00:00Z", false, 0 },
        { FW_FIELD_TIME, "default", "01:00:00", true, 3600000 },
        { FW_FIELD_TIME, "default", "24:00:00", false, 0 },
        { FW_FIELD_TIME, "default", "1:00", false, 0 },
        { FW_FIELD_YEAR, "default", "2012", true, 2012 },
        { FW_FIELD_YEAR, "default", "12", false, 0 },
        { FW_FIELD_YEARMONTH, "default", "1970-02", true, 31 * day },
        { FW_FIELD_YEARMONTH, "default", "1970-13", false, 0 },
        { FW_FIELD_DURATION, "default", "P1Y2M3DT4H5M6.5S", true, NAN },
        { FW_FIELD_DURATION, "default", "PT", false, 0 },
        { FW_FIELD_DURATION, "default", "P1H", false, 0 },
        { FW_FIELD_GEOPOINT, "default", "-1.5, 52", true, NAN },
        { FW_FIELD_GEOPOINT, "default", "190,52", false, 0 },
        { FW_FIELD_STRING, "default", "", true, NAN },
    };
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_resource_field field = { .type = cases[i].type, .format = cases[i].format };
        struct fw_field_cell cell = fw_field_read(&field, cases[i].text, strlen(cases[i].text));
        bool is_equal = !cell.fits || isnan(cases[i].number) || cell.number == cases[i].number;
        if (cell.fits != cases[i].fits || !is_equal) {
            fail_msg("'%s' as %s (%s)", cases[i].text, fw_field_type_name(cases[i].type),
                     cases[i].format);
        }
    }
}

static void specs_use_columns(void **state)
{
    (void)state;
    static const struct {
        const char *spec;
        enum fw_usage usage;
    } cases[] = {
        { "{\"encoding\":{\"x\":{\"field\":\"a\",\"type\":\"quantitative\"}}}", FW_USAGE_ANY },
        { "{\"encoding\":{\"text\":{\"field\":\"a\"}}}", FW_USAGE_ANY },
        { "{\"encoding\":{\"y\":{\"field\":\"a\",\"aggregate\":\"sum\"}}}", FW_USAGE_ANY },
        { "{\"encoding\":{\"y\":{\"field\":\"a\"}}}", FW_USAGE_TEXT },
        { "{\"encoding\":{\"y\":{\"field\":\"a\",\"type\":\"ordinal\"}}}", FW_USAGE_TEXT },
        { "{\"encoding\":{\"y\":{\"field\":\"a\",\"type\":\"temporal\"}}}", FW_USAGE_TIME },
        { "{\"encoding\":{\"x\":{\"field\":\"b\",\"type\":\"temporal\"},"
          "\"x2\":{\"field\":\"a\"}}}",
          FW_USAGE_TIME },
        { "{\"transform\":[{\"timeUnit\":\"year\",\"field\":\"a\",\"as\":\"b\"}]}", FW_USAGE_TIME },
        { "{\"encoding\":{\"x\":{\"field\":{\"repeat\":\"row\"},\"type\":\"temporal\"}}}",
          FW_USAGE_TIME },
        { "{\"transform\":[{\"filter\":{\"field\":\"a\",\"equal\":\"1\"}}]}", FW_USAGE_TEXT },
        { "{\"transform\":[{\"filter\":{\"field\":\"a\",\"oneOf\":[\"1\"]}}]}", FW_USAGE_TEXT },
        { "{\"transform\":[{\"filter\":{\"field\":\"a\",\"gt\":1}}]}", FW_USAGE_ANY },
        { "{\"transform\":[{\"filter\":\"datum.a === '1'\"}]}", FW_USAGE_TEXT },
        { "{\"transform\":[{\"filter\":\"datum['a']!='1'\"}]}", FW_USAGE_TEXT },
        { "{\"transform\":[{\"filter\":\"'1' == datum.a\"}]}", FW_USAGE_TEXT },
        { "{\"transform\":[{\"filter\":\"datum.ab == '1' && datum.a == 1\"}]}", FW_USAGE_ANY },
        { "{\"transform\":[{\"filter\":\"datum.a\"}]}", FW_USAGE_ANY },
        { "{\"transform\":[{\"filter\":\"datum['a\"}]}", FW_USAGE_ANY },
    };
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct loaded loaded = begin();
        const struct fw_json *json = read_spec(&loaded, cases[i].spec);
        enum fw_usage usage = fw_usage_of(json, fw_intern_text(loaded.strings, "a"));
        fw_arena_destroy(loaded.arena);
        if (usage != cases[i].usage) {
            fail_msg("%s: usage %d", cases[i].spec, (int)usage);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(evidence_comes_with_a_file),
        cmocka_unit_test(resources_are_used_once_in_order),
        cmocka_unit_test(columns_get_the_types_of_the_schema),
        cmocka_unit_test(texts_fit_types),
        cmocka_unit_test(specs_use_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
