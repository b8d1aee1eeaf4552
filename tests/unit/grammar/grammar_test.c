/* The grammar of charts: what is wrong with a spec is said of all of it. */
#include "grammar/grammar.h"

#include <string.h>

#include "support/cmocka.h"

static void faults_are_said(void **state)
{
    static const struct {
        const char *text;
        enum fw_code code;
        const char *pointer, *message, *hint;
    } cases[] = {
        { "{\"mark\": \"barr\"}", FW_UNKNOWN_MARK, "/mark", "unknown mark 'barr'",
          "did you mean 'bar'?" },
        { "{\"mark\": {\"type\": \"lines\"}}", FW_UNKNOWN_MARK, "/mark/type",
          "unknown mark 'lines'", "did you mean 'line'?" },
        { "{\"mark\": \"bar\", \"encoding\": {\"colour\": {\"value\": \"red\"}}}",
          FW_UNKNOWN_CHANNEL, "/encoding/colour", "unknown channel 'colour'",
          "did you mean 'color'?" },
        { "{\"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"quant\"}}}",
          FW_UNKNOWN_VALUE, "/encoding/x/type", "unknown value 'quant' of 'type'",
          "did you mean 'quantitative'?" },
        { "{\"mark\": \"bar\", \"encodng\": {}}", FW_UNKNOWN_PROPERTY, "/encodng",
          "unknown property 'encodng' of a chart", "did you mean 'encoding'?" },
        { "{\"data\": {}}", FW_MISSING_PROPERTY, "",
          "a chart has none of 'mark', 'layer', 'spec', 'concat', 'hconcat' and 'vconcat'", "" },
        { "{\"mark\": \"bar\", \"width\": -1}", FW_OUT_OF_RANGE, "/width",
          "'width' must be more than 0", "" },
        { "{\"mark\": \"bar\", \"height\": 0}", FW_OUT_OF_RANGE, "/height",
          "'height' must be more than 0", "" },
        { "{\"mark\": \"bar\", \"width\": 1e9}", FW_OUT_OF_RANGE, "/width",
          "'width' is more than 32767 px, the largest picture", "" },
        { "{\"mark\": \"bar\", \"width\": \"wide\"}", FW_UNKNOWN_VALUE, "/width",
          "unknown value 'wide' of 'width'", "write 'container'" },
        { "{\"mark\": {\"type\": \"bar\", \"color\": \"rde\"}}", FW_INVALID_COLOR, "/mark/color",
          "'rde' is not a color", "did you mean 'red'?" },
        { "{\"mark\": \"bar\", \"transform\": [{\"filtr\": \"datum.a > 1\"}]}", FW_UNKNOWN_PROPERTY,
          "/transform/0/filtr", "this is no transform that is known", "did you mean 'filter'?" },
        { "{\"mark\": \"bar\", \"encoding\": {\"y\": {\"value\": 1, \"axis\": {\"labelAngel\": "
          "3}}}}",
          FW_UNKNOWN_PROPERTY, "/encoding/y/axis/labelAngel",
          "unknown property 'labelAngel' of axis", "did you mean 'labelAngle'?" },
        { "{\"mark\": \"bar\", \"encoding\": {\"y\": {\"value\": 1, \"axis\": {\"tickCount\": "
          "true}}}}",
          FW_WRONG_TYPE, "/encoding/y/axis/tickCount",
          "'tickCount' must be a number, a string, an object or an expression {\"expr\": ...}, "
          "not a boolean",
          "" },
        { "{\"layer\": [{\"mark\": \"bar\"}, {\"mark\": \"rul\"}]}", FW_UNKNOWN_MARK,
          "/layer/1/mark", "unknown mark 'rul'", "did you mean 'rule'?" },
        { "{\"mark\": \"bar\", \"config\": {\"style\": {\"mine\": {\"fontSze\": 3}}}}",
          FW_UNKNOWN_PROPERTY, "/config/style/mine/fontSze", "unknown property 'fontSze' of style",
          "did you mean 'fontSize'?" },
        { "{\"mark\": \"bar\", \"transform\": [{\"calculate\": \"datum.a +\", \"as\": \"b\"}]}",
          FW_EXPR_SYNTAX, "/transform/0/calculate", NULL, NULL },
        { "{\"mark\": \"bar\", \"usermeta\": {\"figwright\": {\"sorce\": \"auto\"}}}",
          FW_UNKNOWN_PROPERTY, "/usermeta/figwright/sorce",
          "unknown property 'sorce' of usermeta.figwright", "did you mean 'source'?" },
        { "{\"mark\": \"bar\", \"usermeta\": {\"figwright\": {\"outerWidth\": \"160 mn\"}}}",
          FW_INVALID_FORMAT, "/usermeta/figwright/outerWidth", "no length: '160 mn'",
          "a number above 0 with px, mm, cm, pt or in: \"160mm\"" },
        { "{\"mark\": \"bar\", \"usermeta\": {\"figwright\": {\"outerSize\": \"a4-colum\"}}}",
          FW_UNKNOWN_VALUE, "/usermeta/figwright/outerSize", "unknown size 'a4-colum'",
          "did you mean 'a4-column'?" },
        { "{\"mark\": \"bar\", \"usermeta\": {\"figwright\": {\"annotations\": [3]}}}",
          FW_WRONG_TYPE, "/usermeta/figwright/annotations/0",
          "an item of 'annotations' must be an object, not a number", "" },
        { "{\"mark\": \"bar\", \"usermeta\": {\"figwright\": {\"logo\": {\"width\": 20}}}}",
          FW_MISSING_PROPERTY, "/usermeta/figwright/logo", "a logo has no 'file'", "" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_strings *strings = fw_strings_new(arena);
        struct fw_diag *diag = fw_diag_new(arena);
        struct fw_source source = { "a.json", cases[i].text, strlen(cases[i].text) };
        const struct fw_json *json = fw_json_read(arena, strings, &source, NULL, diag);
        assert_non_null(json);
        assert_false(fw_grammar_check(arena, strings, diag, json));
        assert_int_equal(fw_diag_count(diag), 1);
        const struct fw_diagnostic *d = fw_diag_get(diag, 0);
        assert_string_equal(d->place.pointer, cases[i].pointer);
        assert_int_equal(d->code, cases[i].code);
        if (cases[i].message != NULL) {
            assert_string_equal(d->message, cases[i].message);
            assert_string_equal(d->hint == NULL ? "" : d->hint, cases[i].hint);
        }
        fw_arena_destroy(arena);
    }
}

static void good_specs_pass(void **state)
{
    static const char *const cases[] = {
        "{\"mark\": {\"type\": \"bar\", \"height\": {\"band\": 0.5}, \"tooltip\": {\"x\": 1}}}",
        "{\"mark\": \"bar\", \"width\": \"container\", \"height\": {\"step\": 20},"
        " \"config\": {\"view\": {\"stroke\": \"\"}, \"range\": {\"mine\": [\"red\"]}}}",
        "{\"mark\": \"bar\", \"encoding\": {\"x\": {\"sort\": [{\"year\": 2001}], \"axis\":"
        " {\"labelColor\": {\"condition\": {\"test\": \"datum.value > 1\", \"value\": \"red\"},"
        " \"value\": null}, \"tickCount\": {\"expr\": \"1 + 2\"}}}}}",
        "{\"mark\": \"bar\", \"encoding\": {\"color\": {\"scale\": {\"range\": [\"red\","
        " {\"expr\": \"'blue'\"}], \"domain\": {\"unionWith\": [1]}}}}}",
        "{\"mark\": \"bar\", \"transform\": [{\"filter\": {\"and\": [\"datum.a\", {\"not\":"
        " {\"field\": \"a\", \"oneOf\": [1]}}]}}, {\"bin\": true, \"field\": \"a\", \"as\": "
        "\"b\"}]}",
        "{\"mark\": \"bar\", \"usermeta\": {\"embedOptions\": {\"renderer\": \"svg\"}, "
        "\"figwright\":"
        " {\"number\": 3, \"source\": [\"auto\", \"more\"], \"outerSize\": \"a4-full\"}}}",
        "{\"spec\": {\"mark\": \"bar\"}, \"repeat\": [\"a\", \"b\"], \"columns\": 2}",
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_strings *strings = fw_strings_new(arena);
        struct fw_diag *diag = fw_diag_new(arena);
        struct fw_source source = { "a.json", cases[i], strlen(cases[i]) };
        const struct fw_json *json = fw_json_read(arena, strings, &source, NULL, diag);
        assert_non_null(json);
        if (!fw_grammar_check(arena, strings, diag, json)) {
            fail_msg("%s: %s", cases[i], fw_diag_get(diag, 0)->message);
        }
        fw_arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faults_are_said),
        cmocka_unit_test(good_specs_pass),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
