/* Runs tests/text/predicate.test, or the file named as argument: groups of predicate, datum,
 * answer. */
#include "support/cmocka.h"

#include <stdio.h>
#include <string.h>

#include "expr/predicate.h"
#include "unit/expr/case.h"

/*
 * A case is a predicate as JSON, a datum as in expr.test, and true or false. It is asked of the
 * datum, and of a table with three rows of it, of which the first is left out.
 */
static bool ask_table(const struct fw_predicate *predicate, const struct fw_expr_env *of)
{
    static const uint32_t last[] = { 1, 2 };
    struct fw_expr_env env = *of;
    struct fw_value rows[] = { env.datum, env.datum, env.datum };
    const struct fw_table *table =
        fw_table_from_objects(env.arena, env.strings, rows, FW_COUNT(rows));
    env.table = fw_table_select(env.arena, table, last, FW_COUNT(last));
    env.row = 1;
    const bool *mask = fw_predicate_mask(predicate, &env);
    bool test = fw_predicate_test(predicate, &env);
    assert_int_equal(mask[0], test);
    assert_int_equal(mask[1], test);
    assert_int_equal(fw_predicate_filter(predicate, &env)->rows, test ? 2 : 0);
    return test;
}

static bool run(const struct fw_case *asked)
{
    const struct fw_expr_env *env = &asked->env;
    struct fw_value written = case_read(env, asked->program);
    const struct fw_predicate *predicate =
        fw_predicate_decode(env->arena, env->strings, written, env);
    assert_non_null(predicate);
    bool expected = strcmp(asked->answer, "true") == 0;
    bool is = fw_predicate_test(predicate, env);
    if (is != expected || ask_table(predicate, env) != expected) {
        print_error("%s\n%s\n  expected %s\n", asked->program, asked->input, asked->answer);
        return false;
    }
    return true;
}

static const char *file_name = FW_SOURCE_DIR "/tests/text/predicate.test";

static void cases_give_the_answers_of_vega_lite(void **state)
{
    static struct fw_case asked;
    size_t failed = 0, count = 0;
    (void)state;
    FILE *file = fopen(file_name, "r");
    assert_non_null(file);
    for (; case_next(file, &asked); count++) {
        failed += run(&asked) ? 0 : 1;
        case_finish(&asked);
    }
    fclose(file);
    if (failed > 0 || count == 0) {
        fail_msg("%zu of %zu cases failed", failed, count);
    }
}

/* A predicate with every kind of fault, and what is said of each. */
static void faults_are_reported_at_their_places(void **state)
{
    static const struct {
        const char *predicate, *message, *pointer;
    } cases[] = {
        { "{\"field\":\"x\",\"equals\":1}", "a predicate has no property 'equals'", "/equals" },
        { "{\"field\":\"x\"}", "the predicate on 'x' says nothing of it", "" },
        { "{\"equal\":5}",
          "a predicate needs the name of a 'field', or 'param', 'and', 'or', 'not'", "" },
        { "5", "a predicate is an expression or an object", "" },
        { "{\"and\":[{\"field\":\"x\",\"range\":[1]}]}", "a range is an array of its two ends",
          "/and/0/range" },
        { "{\"or\":{}}", "'and' and 'or' hold an array of predicates", "/or" },
        { "{\"field\":\"x\",\"oneOf\":5}", "'oneOf' is an array of values", "/oneOf" },
        { "{\"field\":\"x\",\"valid\":5}", "'valid' is true or false", "/valid" },
        { "{\"field\":\"x\",\"lt\":{\"year\":2012,\"month\":\"nix\"}}",
          "this is no month of a date", "/lt/month" },
        { "{\"field\":\"x\",\"timeUnit\":\"eon\",\"lt\":1}", "unknown time unit 'eon'",
          "/timeUnit" },
        { "{\"field\":\"x\",\"timeUnit\":\"month\",\"equal\":\"nix\"}", "this is no month",
          "/equal" },
        { "{\"not\":\"datum.x >\"}", "the expression ends too early", "/not" },
        { "{\"field\":\"x\",\"lt\":1,\"gt\":0}", "'gt' is ignored: a predicate has one condition",
          "/gt" },
        { "{\"param\":5}", "'param' is the name of a param", "/param" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_strings *strings = fw_strings_new(arena);
        struct fw_diag *diag = fw_diag_new(arena);
        struct fw_source source = { .name = "case",
                                    .text = cases[i].predicate,
                                    .length = strlen(cases[i].predicate) };
        const struct fw_json *json = fw_json_read(arena, strings, &source, NULL, diag);
        assert_non_null(json);
        fw_predicate_check(arena, strings, fw_json_root(json), diag);
        assert_true(fw_diag_count(diag) > 0);
        assert_string_equal(fw_diag_get(diag, 0)->message, cases[i].message);
        assert_string_equal(fw_diag_get(diag, 0)->place.pointer, cases[i].pointer);
        fw_arena_destroy(arena);
    }
}

static bool hold_by_name(const struct fw_expr_env *env, const char *function,
                         const struct fw_value *args, size_t count, struct fw_value *value)
{
    assert_string_equal(function, "vlSelectionTest");
    assert_int_equal(count, 2);
    if (!fw_str_is(args[0].string, "brush")) {
        return false;
    }
    *value = fw_boolean(args[1].boolean || env->row == 1);
    return true;
}

static bool look_up(const struct fw_expr_env *env, fw_str name, struct fw_value *value)
{
    (void)env;
    *value = fw_number(5);
    return fw_str_is(name, "width");
}

/* Selections are asked for; other params count by their value; what is neither holds nothing. */
static void params_are_asked_for(void **state)
{
    static const struct {
        const char *predicate;
        size_t row;
        bool holds;
    } cases[] = {
        { "{\"param\":\"brush\"}", 0, true },
        { "{\"param\":\"brush\",\"empty\":false}", 0, false },
        { "{\"param\":\"brush\",\"empty\":false}", 1, true },
        { "{\"not\":{\"param\":\"brush\"}}", 1, false },
        { "{\"param\":\"width\"}", 0, true },
        { "{\"param\":\"nothing\"}", 0, false },
    };
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    struct fw_expr_env env = {
        .arena = arena, .strings = fw_strings_new(arena), .lookup = look_up, .chart = hold_by_name
    };
    env.table = fw_table_new(arena, 2);
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_value written = case_read(&env, cases[i].predicate);
        const struct fw_predicate *predicate =
            fw_predicate_decode(arena, env.strings, written, &env);
        struct fw_value condition = case_read(&env, "{\"test\":0,\"value\":1}");
        assert_non_null(predicate);
        condition.object->values[0] = written;
        env.row = cases[i].row;
        assert_int_equal(fw_predicate_test(predicate, &env), cases[i].holds);
        assert_int_equal(fw_predicate_mask(predicate, &env)[env.row], cases[i].holds);
        predicate = fw_predicate_of_condition(arena, env.strings, condition, &env);
        assert_int_equal(fw_predicate_test(predicate, &env), cases[i].holds);
    }
    fw_arena_destroy(arena);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_give_the_answers_of_vega_lite),
        cmocka_unit_test(faults_are_reported_at_their_places),
        cmocka_unit_test(params_are_asked_for),
    };
    file_name = argc > 1 ? argv[1] : file_name;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
