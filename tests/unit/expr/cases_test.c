/* Runs tests/text/expr.test, or the file named as argument: groups of expression, datum, answer. */
#include "support/cmocka.h"

#include <stdio.h>
#include <string.h>

#include "unit/expr/case.h"

/*
 * A case is three lines:
 *
 *     an expression
 *     datum as JSON, behind the name of a time zone and a space where it is not UTC
 *     the answer, as case_put_value writes it, or "fault OFFSET+LENGTH: message (hint)"
 *
 * The same is asked of a table with two rows of that datum, by row and by column.
 */
static size_t compare(const struct fw_case *asked, const char *way, struct fw_value value)
{
    struct fw_bytes text = { 0 };
    case_put_value(&asked->env, value, &text);
    bool same = strcmp(fw_bytes_text(&text), asked->answer) == 0;
    if (!same) {
        print_error("%s: %s\n%s\n  is       %s\n  expected %s\n", way, asked->program, asked->input,
                    fw_bytes_text(&text), asked->answer);
    }
    fw_bytes_finish(&text);
    return same ? 0 : 1;
}

static size_t compare_fault(const struct fw_case *asked, const struct fw_expr_fault *fault)
{
    struct fw_bytes text = { 0 };
    fw_bytes_printf(&text, "fault %zu+%zu: %s", fault->offset, fault->length, fault->message);
    if (fault->hint != NULL) {
        fw_bytes_printf(&text, " (%s)", fault->hint);
    }
    bool same = strcmp(fw_bytes_text(&text), asked->answer) == 0;
    if (!same) {
        print_error("%s\n%s\n  is       %s\n  expected %s\n", asked->program, asked->input,
                    fw_bytes_text(&text), asked->answer);
    }
    fw_bytes_finish(&text);
    return same ? 0 : 1;
}

static size_t compare_in_table(const struct fw_case *asked, const struct fw_expr *expr)
{
    struct fw_expr_env env = asked->env;
    struct fw_value rows[] = { env.datum, env.datum };
    env.table = fw_table_from_objects(env.arena, env.strings, rows, FW_COUNT(rows));
    env.row = 1;
    const struct fw_column *column =
        fw_expr_column(expr, &env, fw_intern_text(env.strings, "result"));
    return compare(asked, "row", fw_expr_eval(expr, &env)) +
           compare(asked, "column", fw_column_value(column, 1));
}

static size_t run(const struct fw_case *asked)
{
    const struct fw_expr_env *env = &asked->env;
    struct fw_expr_fault fault = { 0 };
    const struct fw_expr *expr =
        fw_expr_parse(env->arena, env->strings, asked->program, strlen(asked->program), &fault);
    if (expr == NULL) {
        return compare_fault(asked, &fault);
    }
    return compare(asked, "datum", fw_expr_eval(expr, env)) + compare_in_table(asked, expr);
}

static const char *file_name = FW_SOURCE_DIR "/tests/text/expr.test";

static void cases_give_the_answers_of_vega(void **state)
{
    static struct fw_case asked;
    size_t failed = 0, count = 0;
    (void)state;
    FILE *file = fopen(file_name, "r");
    assert_non_null(file);
    for (; case_next(file, &asked); count++) {
        failed += run(&asked);
        case_finish(&asked);
    }
    fclose(file);
    if (failed > 0 || count == 0) {
        fail_msg("%zu answers to %zu cases are wrong", failed, count);
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(cases_give_the_answers_of_vega) };
    file_name = argc > 1 ? argv[1] : file_name;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
