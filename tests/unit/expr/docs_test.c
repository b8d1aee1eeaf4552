/* Runs the examples of docs/expressions.md: lines of expression, "=>" and answer in its first
 * block. */
#include "support/cmocka.h"

#include <stdio.h>
#include <string.h>

#include "unit/expr/case.h"

static void trim_end(char *text)
{
    size_t length = strlen(text);
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\n')) {
        text[--length] = '\0';
    }
}

static void check(const struct fw_expr_env *env, const char *program, const char *answer)
{
    struct fw_expr_fault fault;
    struct fw_bytes is = { 0 };
    const struct fw_expr *expr =
        fw_expr_parse(env->arena, env->strings, program, strlen(program), &fault);
    if (expr == NULL) {
        fail_msg("%s: %s", program, fault.message);
    }
    case_put_value(env, fw_expr_eval(expr, env), &is);
    if (strcmp(fw_bytes_text(&is), answer) != 0) {
        fail_msg("%s is %s, expected %s", program, is.data, answer);
    }
    fw_bytes_finish(&is);
}

static void examples_give_their_answers(void **state)
{
    static const char datum[] = "datum = ";
    char line[CASE_LINE];
    size_t count = 0;
    (void)state;
    struct fw_arena *arena = fw_arena_create();
    struct fw_expr_env env = { .arena = arena, .strings = fw_strings_new(arena) };
    FILE *file = fopen(FW_SOURCE_DIR "/docs/expressions.md", "r");
    assert_non_null(file);
    while (fgets(line, CASE_LINE, file) != NULL) {
        char *answer = strstr(line, " => ");
        trim_end(line);
        if (strncmp(line, datum, sizeof datum - 1) == 0) {
            env.datum = case_read(&env, line + sizeof datum - 1);
        } else if (answer != NULL && env.datum.kind == FW_OBJECT) {
            answer[0] = '\0';
            trim_end(line);
            check(&env, line, answer + 4);
            count++;
        }
    }
    fclose(file);
    assert_true(count > 20);
    fw_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(examples_give_their_answers) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
