/* Locales: the built-in ones, and d3's definitions of German, Arabic and Indian English. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "format/number.h"
#include "format/time.h"

struct document {
    struct fw_arena *arena;
    struct fw_diag *diag;
};

static int set_up(void **state)
{
    static struct document document;
    document.arena = fw_arena_create();
    document.diag = fw_diag_new(document.arena);
    *state = &document;
    return 0;
}

static int tear_down(void **state)
{
    struct document *document = *state;
    fw_arena_destroy(document->arena);
    return 0;
}

static struct fw_node read_json(struct document *document, const char *text)
{
    struct fw_source *source = FW_NEW(document->arena, struct fw_source);
    *source = (struct fw_source){ "locale.json", text, strlen(text) };
    const struct fw_json *json = fw_json_read(document->arena, fw_strings_new(document->arena),
                                              source, NULL, document->diag);
    assert_non_null(json);
    return fw_json_root(json);
}

static const struct fw_locale *decode(struct document *document, const char *text)
{
    struct fw_node both = read_json(document, text);
    return fw_locale_decode(document->arena, "test", both, NULL, document->diag);
}

#define GERMAN                                                                                     \
    "{\"decimal\":\",\",\"thousands\":\".\",\"grouping\":[3],\"currency\":[\"\",\" €\"],"        \
    "\"dateTime\":\"%A, der %e. %B %Y, "                                                           \
    "%X\",\"date\":\"%d.%m.%Y\",\"time\":\"%H:%M:%S\",\"periods\":[\"AM\",\"PM\"],"                \
    "\"days\":[\"Sonntag\",\"Montag\",\"Dienstag\",\"Mittwoch\",\"Donnerstag\",\"Freitag\","       \
    "\"Samstag\"],\"shortDays\":[\"So\",\"Mo\",\"Di\",\"Mi\",\"Do\",\"Fr\",\"Sa\"],"               \
    "\"months\":[\"Januar\",\"Februar\",\"März\",\"April\",\"Mai\",\"Juni\",\"Juli\",\"August\"," \
    "\"September\",\"Oktober\",\"November\",\"Dezember\"],\"shortMonths\":[\"Jan\",\"Feb\","       \
    "\"Mrz\","                                                                                     \
    "\"Apr\",\"Mai\",\"Jun\",\"Jul\",\"Aug\",\"Sep\",\"Okt\",\"Nov\",\"Dez\"]}"

#define ARABIC                                                                                     \
    "{\"decimal\":\"٫\",\"thousands\":\"٬\",\"grouping\":[3],\"currency\":[\"\",\" ج.م.\"],"   \
    "\"numerals\":[\"٠\",\"١\",\"٢\",\"٣\",\"٤\",\"٥\",\"٦\",\"٧\",\"٨\",\"٩\"]}"

#define INDIAN                                                                                     \
    "{\"decimal\":\".\",\"thousands\":\",\",\"grouping\":[3,2,2,2,2,2,2,2,2,2],"                   \
    "\"currency\":[\"₹\",\"\"]}"

#define PLAIN(grouping)                                                                            \
    "{\"decimal\":\".\",\"thousands\":\",\",\"currency\":[\"\",\"\"],\"grouping\":" grouping

static void decoded_locales_write_numbers(void **state)
{
    static const struct {
        const char *locale, *specifier;
        double value;
        const char *text;
    } cases[] = {
        { GERMAN, "$,.2f", -1234567.891, "−1.234.567,89 €" },
        { GERMAN, ".3s", 1234567, "1,23M" },
        { GERMAN, "012,d", 12345, "0.000.012.345" },
        { INDIAN, "$,.2f", -1234567.891, "−₹12,34,567.89" },
        { INDIAN, ",d", 123456789, "12,34,56,789" },
        { INDIAN, "012,d", 12345, "00,00,12,345" },
        { ARABIC, "$,.2f", -1234567.891, "−١٬٢٣٤٬٥٦٧٫٨٩ ج.م." },
        { ARABIC, ".1%", 0.256, "٢٥٫٦%" },
        { ARABIC, "012,d", 12345, "٠٬٠٠٠٬٠١٢٬٣٤٥" },
        { PLAIN("[3]") ",\"nan\":\"–\",\"percent\":\" %\"}", ".0%", NAN, "– %" },
        { PLAIN("[]") "}", ",d", 12345, "12345" },
        { "{\"number\":" INDIAN "}", ",d", 123456789, "12,34,56,789" },
    };
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct document *document = *state;
        const struct fw_locale *locale = decode(document, cases[i].locale);
        assert_non_null(locale);
        assert_string_equal(
            fw_number_text(document->arena, locale, cases[i].specifier, cases[i].value),
            cases[i].text);
    }
}

static void decoded_locales_write_and_read_times(void **state)
{
    struct document *document = *state;
    const struct fw_locale *german = decode(document, GERMAN);
    double time_ms = 1772510706000; /* 2026-03-03T04:05:06Z */
    assert_string_equal(fw_time_text(document->arena, german, NULL, "%c | %x | %b %a", time_ms),
                        "Dienstag, der  3. März 2026, 04:05:06 | 03.03.2026 | Mrz Di");
    const char *const texts[] = { "3. März 2026", "3. märz 2026", "3. MÄRZ 2026" };
    for (size_t i = 0; i < FW_COUNT(texts); i++) {
        double read = fw_time_parse("%d. %B %Y", german, NULL, texts[i], strlen(texts[i]));
        assert_true(read == 1772496000000);
    }
}

/* Our own: sums of money as British statistics write them. */
static void british_money_has_magnitudes(void **state)
{
    static const struct {
        const char *specifier;
        double value;
        const char *text;
    } cases[] = {
        { "$.2s", 1.234e9, "£1.2bn" },      { "$.3s", -45600000, "−£45.6m" },
        { "$.2s", 999, "£1.0k" },           { "$.3s", 999, "£999" },
        { "$.4s", 1.5e15, "£1500tn" },      { "$,.4s", 1.5e15, "£1,500tn" },
        { "$.2~s", 2e12, "£2tn" },          { ".2s", 0.0123, "0.012" },
        { "$,.2f", -1234.5, "−£1,234.50" }, { ".1s", 0, "0" },
    };
    struct document *document = *state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        assert_string_equal(fw_number_text(document->arena, fw_locale_find("en-GB"),
                                           cases[i].specifier, cases[i].value),
                            cases[i].text);
    }
}

static void british_dates_put_the_day_first(void **state)
{
    struct document *document = *state;
    double time_ms = 1795399200000; /* 2026-11-23T02:00Z */
    assert_string_equal(fw_time_text(document->arena, fw_locale_find("en-GB"), NULL,
                                     "%x | %-d %B %Y | %X", time_ms),
                        "23/11/2026 | 23 November 2026 | 02:00:00");
}

/* A locale's faults: each is reported once, at the key or value that is wrong. */
static void faults_are_reported(void **state)
{
    static const struct {
        const char *text;
        enum fw_code code;
        const char *pointer, *message;
    } cases[] = {
        { PLAIN("[3]") ",\"nan\":1}", FW_WRONG_TYPE, "/nan",
          "'nan' of a locale must be a string, not a number" },
        { PLAIN("3") "}", FW_WRONG_TYPE, "/grouping",
          "'grouping' of a locale must be an array of numbers, not a number" },
        { PLAIN("[3,0]") "}", FW_OUT_OF_RANGE, "/grouping/1",
          "the sizes in 'grouping' of a locale must be whole numbers above 0" },
        { PLAIN("[3]") ",\"numerals\":[\"0\"]}", FW_OUT_OF_RANGE, "/numerals",
          "'numerals' of a locale must have 10 texts, not 1" },
        { PLAIN("[3]") ",\"numerals\":[1,2,3,4,5,6,7,8,9,0]}", FW_WRONG_TYPE, "/numerals/0",
          "'numerals' of a locale must be an array of strings, not a number" },
        { "{\"number\":{\"decimal\":\".\",\"thousands\":\",\",\"grouping\":[3]}}",
          FW_MISSING_PROPERTY, "/number", "the number locale has no 'currency'" },
        { PLAIN("[3]") ",\"mins\":\"-\"}", FW_UNKNOWN_PROPERTY, "/mins",
          "unknown property 'mins' of a locale" },
        { "{\"number\":" PLAIN("[3]") "},\"tme\":{}}", FW_UNKNOWN_PROPERTY, "/tme",
          "unknown property 'tme' of a locale" },
        { "{\"number\":1}", FW_WRONG_TYPE, "/number",
          "the number locale must be an object, not a number" },
        { "{}", FW_MISSING_PROPERTY, "", "this defines no locale" },
        { "[]", FW_WRONG_TYPE, "", "a locale must be an object, not an array" },
    };
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct document *document = *state;
        document->diag = fw_diag_new(document->arena);
        assert_null(decode(document, cases[i].text));
        assert_int_equal(fw_diag_count(document->diag), 1);
        const struct fw_diagnostic *d = fw_diag_get(document->diag, 0);
        assert_int_equal(d->code, cases[i].code);
        assert_string_equal(d->place.pointer, cases[i].pointer);
        assert_string_equal(d->message, cases[i].message);
    }
}

static void definitions_that_are_left_out_are_the_base_s(void **state)
{
    struct document *document = *state;
    struct fw_node definition = read_json(document, "{\"number\":" PLAIN("[2]") "}}");
    const struct fw_locale *locale = fw_locale_decode(document->arena, "test", definition,
                                                      fw_locale_find("en-GB"), document->diag);
    assert_non_null(locale);
    assert_string_equal(fw_number_text(document->arena, locale, "$,.4s", 123456), "1,23.5k");
    assert_string_equal(fw_time_text(document->arena, locale, NULL, "%x", 0), "01/01/1970");
}

static const struct fw_locale *load(struct document *document, const char *name)
{
    document->diag = fw_diag_new(document->arena);
    return fw_locale_load(document->arena, fw_strings_new(document->arena), document->diag,
                          NULL, fw_nowhere(), name);
}

static void locales_are_found_by_name_and_file(void **state)
{
    struct document *document = *state;
    size_t count;
    const char *const *names = fw_locale_names(document->arena, &count);
    assert_true(count > fw_locale_count());
    for (size_t i = 0; i < count; i++) {
        const struct fw_locale *locale = load(document, names[i]);
        assert_non_null(locale);
        assert_string_equal(locale->name, names[i]);
    }
    assert_string_equal(load(document, FW_SOURCE_DIR "/specs/locales/cy-GB.json")->months[11],
                        "Rhagfyr");
    assert_null(load(document, "de-DW"));
    assert_string_equal(fw_diag_get(document->diag, 0)->hint, "did you mean 'de-DE'?");
    assert_null(load(document, "none.json"));
    assert_int_equal(fw_diag_get(document->diag, 0)->code, FW_FILE_MISSING);
    assert_null(load(document, FW_SOURCE_DIR "/specs/figwright.json"));
    assert_int_equal(fw_diag_get(document->diag, 0)->code, FW_UNKNOWN_PROPERTY);
}

static void formats_that_name_each_other_end(void **state)
{
    struct document *document = *state;
    const struct fw_locale *locale =
        decode(document, "{\"date\":\"%x%x%X\",\"time\":\"%c%X\",\"dateTime\":\"%c%x\"}");
    assert_non_null(fw_time_text(document->arena, locale, NULL, "%c%x%X", 0));
    assert_true(isnan(fw_time_parse("%c", locale, NULL, "1/1/2000", 8)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decoded_locales_write_numbers),
        cmocka_unit_test(decoded_locales_write_and_read_times),
        cmocka_unit_test(british_money_has_magnitudes),
        cmocka_unit_test(british_dates_put_the_day_first),
        cmocka_unit_test(faults_are_reported),
        cmocka_unit_test(definitions_that_are_left_out_are_the_base_s),
        cmocka_unit_test(locales_are_found_by_name_and_file),
        cmocka_unit_test(formats_that_name_each_other_end),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
