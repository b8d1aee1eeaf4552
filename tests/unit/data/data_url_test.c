/* Data urls: media types, percent escapes, base64 (RFC 4648, section 10), and what is wrong with one. */
#include "data/data_url.h"

#include <string.h>

#include "support/cmocka.h"

static void urls_are_decoded(void **state)
{
    static const struct {
        const char *url, *media, *text;
    } cases[] = {
        { "data:,a%2Cb", "text/plain", "a,b" },
        { "DATA:Text/CSV;charset=utf-8,a,b%0a1,2", "text/csv", "a,b\n1,2" },
        { "data:;base64,", "text/plain", "" },
        { "data:;base64,Zg==", "text/plain", "f" },
        { "data:;base64,Zm8=", "text/plain", "fo" },
        { "data:;base64,Zm9v", "text/plain", "foo" },
        { "data:application/json;base64,Zm9v\n YmFy", "application/json", "foobar" },
        { "data:;base64,Zm9vYg%3D%3D", "text/plain", "foob" },
        { "data:;base64,_-8", "text/plain", "\xff\xef" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_data_url data;
        assert_true(fw_data_url_is(cases[i].url));
        assert_null(fw_data_url_read(arena, cases[i].url, &data));
        assert_string_equal(data.media, cases[i].media);
        assert_int_equal(data.length, strlen(cases[i].text));
        assert_string_equal(data.text, cases[i].text);
        fw_arena_destroy(arena);
    }
}

static void faults_are_told(void **state)
{
    static const struct {
        const char *url, *fault;
    } cases[] = {
        { "data:text/csv", "has no ',' before its data" },
        { "data:,a%2", "has a '%' without two hexadecimal digits" },
        { "data:,a%g1", "has a '%' without two hexadecimal digits" },
        { "data:;base64,Zm9*", "has a character that is none of base64" },
    };
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_data_url data;
        assert_string_equal(fw_data_url_read(arena, cases[i].url, &data), cases[i].fault);
    }
    assert_false(fw_data_url_is("data/a.csv"));
    fw_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(urls_are_decoded),
        cmocka_unit_test(faults_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
