/* Texts with expressions in them, and evaluation over tables. */
#include "support/cmocka.h"

#include <math.h>
#include <string.h>

#include "expr/template.h"
#include "unit/expr/case.h"

static struct fw_expr_env new_env(void)
{
    struct fw_arena *arena = fw_arena_create();
    return (struct fw_expr_env){ .arena = arena, .strings = fw_strings_new(arena) };
}

static const struct fw_expr *parse(const struct fw_expr_env *env, const char *text)
{
    struct fw_expr_fault fault;
    const struct fw_expr *expr =
        fw_expr_parse(env->arena, env->strings, text, strlen(text), &fault);
    if (expr == NULL) {
        fail_msg("%s: %s", text, fault.message);
    }
    return expr;
}

static void templates_hold_values(void **state)
{
    static const struct {
        const char *text, *written;
    } cases[] = {
        { "plain", "plain" },
        { "", "" },
        { "{{datum.n}}", "1234.5" },
        { "a {{ format(datum.n, ',.0f') }} b {{datum.s}}!", "a 1,235 b x!" },
        { "{{ {a: {b: 2}}.a.b }}", "2" },
        { "{{ '}}' + \"{{\" }}", "}}{{" },
        { "\\{{ no }} { {a} }", "{{ no }} { {a} }" },
        { "{{datum.s}}{{datum.s}}", "xx" },
        { "[{{ datum.missing }}]", "[]" },
    };
    (void)state;
    struct fw_expr_env env = new_env();
    env.datum = case_read(&env, "{\"n\":1234.5,\"s\":\"x\"}");
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_expr_fault fault = { 0 };
        const struct fw_template *text =
            fw_template_parse(env.arena, env.strings, cases[i].text, strlen(cases[i].text), &fault);
        assert_non_null(text);
        assert_string_equal(fw_template_text(text, &env, NULL)->text, cases[i].written);
    }
    fw_arena_destroy(env.arena);
}

static void faults_of_templates_have_places(void **state)
{
    static const struct {
        const char *text;
        size_t offset;
        const char *message;
    } cases[] = {
        { "abc {{ 1 + }}", 11, "the expression ends too early" },
        { "abc {{ 1", 4, "'{{' has no '}}'" },
        { "{{1}} {{ x = 2 }}", 11, "an expression cannot assign" },
        { "{{}}", 2, "the expression is empty" },
    };
    (void)state;
    struct fw_expr_env env = new_env();
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_expr_fault fault = { 0 };
        assert_null(fw_template_parse(env.arena, env.strings, cases[i].text, strlen(cases[i].text),
                                      &fault));
        assert_int_equal(fault.offset, cases[i].offset);
        assert_string_equal(fault.message, cases[i].message);
    }
    fw_arena_destroy(env.arena);
}

static void empty_values_of_templates_are_reported(void **state)
{
    static const char json[] = "\"a {{ datum.q }}\"";
    (void)state;
    struct fw_expr_env env = new_env();
    struct fw_diag *diag = fw_diag_new(env.arena);
    struct fw_source source = { .name = "case", .text = json, .length = sizeof json - 1 };
    const struct fw_json *read = fw_json_read(env.arena, env.strings, &source, NULL, diag);
    const struct fw_template *text =
        fw_template_parse_node(env.arena, env.strings, fw_json_root(read), diag);
    assert_string_equal(fw_template_text(text, &env, diag)->text, "a ");
    assert_int_equal(fw_diag_count(diag), 1);
    assert_string_equal(fw_diag_get(diag, 0)->message, "the value of this expression is undefined");
    assert_int_equal(fw_diag_get(diag, 0)->code, FW_EXPR_FAILED);
    fw_arena_destroy(env.arena);
}

enum { ROWS = 3000 };

/* A table of more than one block, with gaps in one column, seen through an index that turns it
 * round. */
static const struct fw_table *big_table(const struct fw_expr_env *env, bool turned)
{
    double *a = FW_NEW_ARRAY(env->arena, ROWS, double), *b = FW_NEW_ARRAY(env->arena, ROWS, double);
    uint8_t *cells = FW_NEW_ARRAY(env->arena, ROWS, uint8_t);
    uint32_t *index = FW_NEW_ARRAY(env->arena, ROWS, uint32_t);
    for (uint32_t i = 0; i < ROWS; i++) {
        a[i] = i % 7 == 0 ? NAN : (double)i / 8;
        b[i] = (double)(i % 13);
        cells[i] = i > 1000 && i % 50 == 0 ? (uint8_t)(1 + i % 2) : FW_CELL_VALUE;
        index[i] = ROWS - 1 - i;
    }
    const struct fw_table *table = fw_table_new(env->arena, ROWS);
    const struct fw_column *columns[] = {
        fw_column_from_numbers(env->arena, fw_intern_text(env->strings, "a"), FW_COLUMN_NUMBER, a,
                               NULL),
        fw_column_from_numbers(env->arena, fw_intern_text(env->strings, "b"), FW_COLUMN_NUMBER, b,
                               cells),
        fw_column_from_numbers(env->arena, fw_intern_text(env->strings, "d"), FW_COLUMN_TIME, b,
                               cells),
    };
    for (size_t i = 0; i < FW_COUNT(columns); i++) {
        table = fw_table_with(env->arena, table, columns[i]);
    }
    return turned ? fw_table_select(env->arena, table, index, ROWS / 2) : table;
}

/* A column has the values that evaluation row by row gives, whichever way it is computed. */
static void columns_have_the_values_of_rows(void **state)
{
    static const char *const texts[] = {
        "datum.a + datum.b",
        "datum.a > 3 && datum.b < 5",
        "datum.b",
        "datum.b > 3 || datum.a",
        "datum.a ? datum.b : -datum.a",
        "!datum.a",
        "datum.d",
        "datum.d - datum.a",
        "datum.d + 1",
        "datum.b == 3",
        "datum.b === null",
        "sqrt(datum.b) % 2",
        "datum.d > 3",
        "datum.d == datum.d",
        "datum.a === datum.b",
        "datum.b + ''",
        "[datum.a, {b: datum.b}]",
        "datum.zzz",
        "5",
        "true ? 1 : 2",
        "datum",
        "random()",
        "rgb(datum.b, 0, 0)",
        "datum.b && datum.b > 3",
        "!(datum.b > 3) + datum.a",
        "if(datum.b > 3, datum.a, 0)",
        "abs(datum.zzz)",
    };
    (void)state;
    for (size_t i = 0; i < 2 * FW_COUNT(texts); i++) {
        struct fw_expr_env env = new_env();
        env.table = big_table(&env, i % 2 == 1);
        const struct fw_expr *expr = parse(&env, texts[i / 2]);
        const struct fw_column *column =
            fw_expr_column(expr, &env, fw_intern_text(env.strings, "result"));
        for (env.row = 0; env.row < env.table->rows; env.row += 7) {
            struct fw_bytes is = { 0 }, expected = { 0 };
            case_put_value(&env, fw_table_value(env.table, column, env.row), &is);
            case_put_value(&env, fw_expr_eval(expr, &env), &expected);
            if (strcmp(fw_bytes_text(&is), fw_bytes_text(&expected)) != 0) {
                fail_msg("%s, row %zu: %s, expected %s", texts[i / 2], env.row, is.data,
                         expected.data);
            }
            fw_bytes_finish(&is);
            fw_bytes_finish(&expected);
        }
        fw_arena_destroy(env.arena);
    }
}

/* Random numbers are the same in each run, differ by row, and fill [0, 1). */
static void random_numbers_follow_from_the_row(void **state)
{
    (void)state;
    struct fw_expr_env env = new_env();
    env.table = big_table(&env, false);
    const struct fw_expr *expr = parse(&env, "random()");
    const struct fw_column *one = fw_expr_column(expr, &env, fw_intern_text(env.strings, "a"));
    const struct fw_column *two = fw_expr_column(expr, &env, fw_intern_text(env.strings, "b"));
    double sum = 0;
    for (size_t i = 0; i < ROWS; i++) {
        assert_true(one->number[i] == two->number[i]);
        assert_true(one->number[i] >= 0 && one->number[i] < 1);
        sum += one->number[i];
    }
    assert_true(fabs(sum / ROWS - 0.5) < 0.02);
    struct fw_value pair = fw_expr_eval(parse(&env, "[random(), random()]"), &env);
    assert_true(pair.array->items[0].number != pair.array->items[1].number);
    fw_arena_destroy(env.arena);
}

/* What a hostile expression asks for is bounded, and its value undefined. */
static void work_is_bounded(void **state)
{
    static const char *const texts[] = {
        "sequence(1e12)",
        "pad('x', 1e12)",
        "pad(pad('x', 1e6), 1e6 + 5, pad('y', 1e6))",
        "replace(pad('x', 1e5), /x*/g, pad('y', 1e5))",
        "length(indexof(pad('a', 1e6, 'a'), pad('a', 5e5, 'a') + 'b'))",
        "sort(sequence(1e7))",
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(texts); i++) {
        struct fw_expr_env env = new_env();
        struct fw_value value = fw_expr_eval(parse(&env, texts[i]), &env);
        assert_true(value.kind == FW_UNDEFINED ||
                    (value.kind == FW_STRING && value.string->length <= 1 << 20));
        fw_arena_destroy(env.arena);
    }
}

/* A pattern that needs exponential time gives up. */
static void patterns_cannot_hang(void **state)
{
    (void)state;
    struct fw_expr_env env = new_env();
    struct fw_value value =
        fw_expr_eval(parse(&env, "test(/^(a+)+$/, pad('a', 40, 'a') + '!')"), &env);
    assert_int_equal(value.kind, FW_BOOLEAN);
    assert_false(value.boolean);
    fw_arena_destroy(env.arena);
}

/* Brackets, prefixes and chains as deep and long as a text can hold them. */
static void nesting_is_bounded(void **state)
{
    static const struct {
        const char *open, *middle, *close;
        size_t times;
        bool parses;
    } cases[] = {
        { "(", "1", ")", 200, true },       { "(", "1", ")", 20000, false },
        { "[", "", "]", 20000, false },     { "!", "1", "", 60000, false },
        { "1+", "1", "", 30000, true },     { "x?1:", "1", "", 10000, false },
        { "x&&", "1", "", 20000, true },    { "abs(", "1", ")", 10000, false },
        { "", "datum", ".a", 30000, true }, { "{a:", "1", "}", 10000, false },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_expr_env env = new_env();
        struct fw_bytes text = { 0 };
        for (size_t k = 0; k < cases[i].times; k++) {
            fw_bytes_puts(&text, cases[i].open);
        }
        fw_bytes_puts(&text, cases[i].middle);
        for (size_t k = 0; k < cases[i].times; k++) {
            fw_bytes_puts(&text, cases[i].close);
        }
        struct fw_expr_fault fault = { 0 };
        const struct fw_expr *expr =
            fw_expr_parse(env.arena, env.strings, text.data, text.length, &fault);
        assert_int_equal(expr != NULL, cases[i].parses);
        if (expr != NULL) {
            fw_expr_eval(expr, &env);
        }
        fw_bytes_finish(&text);
        fw_arena_destroy(env.arena);
    }
}

static void names_and_fields_are_listed(void **state)
{
    (void)state;
    struct fw_expr_env env = new_env();
    const fw_str *texts;
    bool whole;
    const struct fw_expr *expr =
        parse(&env, "datum.a + datum['b c'].d * width - (datum.a > PI ? height : width)");
    assert_int_equal(fw_expr_names(expr, env.arena, &texts), 2);
    assert_string_equal(texts[0]->text, "width");
    assert_string_equal(texts[1]->text, "height");
    assert_int_equal(fw_expr_fields(expr, env.arena, &texts, &whole), 2);
    assert_string_equal(texts[0]->text, "a");
    assert_string_equal(texts[1]->text, "b c");
    assert_false(whole);
    fw_expr_fields(parse(&env, "datum[x]"), env.arena, &texts, &whole);
    assert_true(whole);
    fw_expr_fields(parse(&env, "pluck([datum], 'a')"), env.arena, &texts, &whole);
    assert_true(whole);
    fw_arena_destroy(env.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(templates_hold_values),
        cmocka_unit_test(faults_of_templates_have_places),
        cmocka_unit_test(empty_values_of_templates_are_reported),
        cmocka_unit_test(columns_have_the_values_of_rows),
        cmocka_unit_test(random_numbers_follow_from_the_row),
        cmocka_unit_test(work_is_bounded),
        cmocka_unit_test(patterns_cannot_hang),
        cmocka_unit_test(nesting_is_bounded),
        cmocka_unit_test(names_and_fields_are_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
