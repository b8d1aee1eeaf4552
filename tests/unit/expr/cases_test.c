/* Runs tests/text/expr.test, or the file named as argument: groups of expression, datum, answer. */
#include "support/cmocka.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/bytes.h"
#include "base/decimal.h"
#include "expr/coerce.h"
#include "format/calendar.h"
#include "format/time.h"

/*
 * A case is three lines:
 *
 *     an expression
 *     datum as JSON, behind the name of a time zone and a space where it is not UTC
 *     the answer
 *
 * In datum and answer a text such as "@2012-01-01T00:00:00.000Z" is a date, "@invalid" an invalid
 * one. The answer is JSON, with undefined, NaN and infinities as they are, or "fault OFFSET+LENGTH:
 * message (hint)".
 */
enum { MOST_LINE = 8192 };

struct run {
    struct fw_arena *arena;
    struct fw_strings *strings;
    struct fw_bytes answer;
};

static struct fw_value with_dates(const struct run *run, struct fw_value value)
{
    if (value.kind == FW_STRING && value.string->length > 0 && value.string->text[0] == '@') {
        return fw_time(fw_date_parse(value.string->text + 1, value.string->length - 1, NULL));
    }
    if (value.kind == FW_ARRAY) {
        for (size_t i = 0; i < value.array->count; i++) {
            value.array->items[i] = with_dates(run, value.array->items[i]);
        }
    }
    if (value.kind == FW_OBJECT) {
        for (size_t i = 0; i < value.object->count; i++) {
            value.object->values[i] = with_dates(run, value.object->values[i]);
        }
    }
    return value;
}

static void put_text(struct fw_bytes *out, fw_str text)
{
    fw_bytes_put(out, '"');
    for (uint32_t i = 0; i < text->length; i++) {
        unsigned char c = (unsigned char)text->text[i];
        if (c == '"' || c == '\\') {
            fw_bytes_printf(out, "\\%c", c);
        } else if (c < 0x20 || c == 0x7F) {
            fw_bytes_printf(out, "\\u%04x", c);
        } else {
            fw_bytes_put(out, (char)c);
        }
    }
    fw_bytes_put(out, '"');
}

static void put_date(struct fw_bytes *out, double time_ms)
{
    if (isnan(time_ms)) {
        fw_bytes_puts(out, "\"@invalid\"");
        return;
    }
    double year = fw_civil_at(time_ms, NULL).year;
    if (year < 0 || year > 9999) {
        fw_bytes_printf(out, "\"@%c%06d", year < 0 ? '-' : '+', (int)fabs(year));
    } else {
        fw_bytes_printf(out, "\"@%04d", (int)year);
    }
    fw_time_write("-%m-%dT%H:%M:%S.%LZ\"", NULL, NULL, time_ms, out);
}

static void put_value(const struct fw_expr_env *env, struct fw_value value, struct fw_bytes *out)
{
    switch (value.kind) {
    case FW_UNDEFINED:
    case FW_NULL:
    case FW_BOOLEAN:
    case FW_NUMBER:
    case FW_REGEXP: {
        fw_str text = fw_js_text(env, value);
        fw_bytes_append(out, text->text, text->length);
        break;
    }
    case FW_TIME:
        put_date(out, value.number);
        break;
    case FW_STRING:
        put_text(out, value.string);
        break;
    case FW_ARRAY:
        for (size_t i = 0; i < value.array->count; i++) {
            fw_bytes_puts(out, i == 0 ? "[" : ",");
            put_value(env, value.array->items[i], out);
        }
        fw_bytes_puts(out, value.array->count == 0 ? "[]" : "]");
        break;
    case FW_OBJECT:
        for (size_t i = 0; i < value.object->count; i++) {
            fw_bytes_puts(out, i == 0 ? "{" : ",");
            put_text(out, value.object->keys[i]);
            fw_bytes_put(out, ':');
            put_value(env, value.object->values[i], out);
        }
        fw_bytes_puts(out, value.object->count == 0 ? "{}" : "}");
        break;
    }
}

static struct fw_value read_datum(const struct run *run, const char *line)
{
    struct fw_source *source = FW_NEW(run->arena, struct fw_source);
    *source = (struct fw_source){ .name = "datum", .text = line, .length = strlen(line) };
    const struct fw_json *json =
        fw_json_read(run->arena, run->strings, source, NULL, fw_diag_new(run->arena));
    if (json == NULL) {
        fail_msg("datum is no JSON: %s", line);
        return fw_undefined();
    }
    return with_dates(run, fw_node_value(run->arena, fw_json_root(json)));
}

static void put_fault(struct run *run, const struct fw_expr_fault *fault)
{
    fw_bytes_printf(&run->answer, "fault %zu+%zu: %s", fault->offset, fault->length,
                    fault->message);
    if (fault->hint != NULL) {
        fw_bytes_printf(&run->answer, " (%s)", fault->hint);
    }
}

static void run_case(struct run *run, const char *program, const char *input)
{
    struct fw_expr_env env = { .arena = run->arena, .strings = run->strings, .now_ms = 1e12 };
    const char *datum = strchr(input, '{');
    if (datum == NULL) {
        fail_msg("no datum: %s", input);
        return;
    }
    if (datum != input) {
        const char *name = fw_arena_text(run->arena, input, (size_t)(datum - input - 1));
        if (!fw_zone_load(run->arena, name, &env.zone)) {
            fail_msg("no zone '%s'", name);
        }
    }
    env.datum = read_datum(run, datum);
    struct fw_expr_fault fault = { 0 };
    const struct fw_expr *expr =
        fw_expr_parse(run->arena, run->strings, program, strlen(program), &fault);
    if (expr == NULL) {
        put_fault(run, &fault);
    } else {
        put_value(&env, fw_expr_eval(expr, &env), &run->answer);
    }
}

/* Reads the next line that is not empty and no comment; false at the end. */
static bool next_line(FILE *file, char line[MOST_LINE])
{
    while (fgets(line, MOST_LINE, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] != '\0' && line[0] != '#') {
            return true;
        }
    }
    return false;
}

static const char *file_name = FW_SOURCE_DIR "/tests/text/expr.test";

static void cases_give_the_answers_of_vega(void **state)
{
    char program[MOST_LINE], input[MOST_LINE], answer[MOST_LINE];
    size_t failed = 0, count = 0;
    (void)state;
    FILE *file = fopen(file_name, "r");
    assert_non_null(file);
    while (next_line(file, program) && next_line(file, input) && next_line(file, answer)) {
        struct run run = { .arena = fw_arena_create() };
        run.strings = fw_strings_new(run.arena);
        run_case(&run, program, input);
        count++;
        if (strcmp(fw_bytes_text(&run.answer), answer) != 0) {
            print_error("%s\n%s\n  is       %s\n  expected %s\n", program, input,
                        fw_bytes_text(&run.answer), answer);
            failed++;
        }
        fw_bytes_finish(&run.answer);
        fw_arena_destroy(run.arena);
    }
    fclose(file);
    if (failed > 0 || count == 0) {
        fail_msg("%zu of %zu cases failed", failed, count);
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(cases_give_the_answers_of_vega) };
    file_name = argc > 1 ? argv[1] : file_name;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
