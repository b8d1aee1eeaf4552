/* Runs format.test and locale.test of tests/text/, or the file named as argument: groups of
 * program, input, answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "format/interval.h"
#include "format/number.h"
#include "format/time.h"
#include "format/unit.h"

enum { MOST_WORDS = 8, MOST_LINE = 4096 };

/* A case: the words of the program line, its input, and where the answer goes. */
struct run {
    struct fw_arena *arena;
    const char *words[MOST_WORDS];
    size_t word_count;
    const char *input;
    struct fw_bytes answer;
};

static double number_of(const char *text)
{
    double number = NAN;
    const char *after;
    if (strcmp(text, "Infinity") == 0 || strcmp(text, "-Infinity") == 0) {
        return text[0] == '-' ? -INFINITY : INFINITY;
    }
    fw_decimal_parse(text, text + strlen(text), &number, &after);
    return number;
}

static double time_of(const char *text)
{
    return fw_date_parse(text, strlen(text), NULL);
}

static const struct fw_zone *zone_of(struct run *run, const char *name)
{
    const struct fw_zone *zone = NULL;
    if (!fw_zone_load(run->arena, name, &zone)) {
        fail_msg("no zone '%s'", name);
    }
    return zone;
}

static void answer_number(struct run *run, double number)
{
    char text[FW_DECIMAL_ROOM];
    fw_decimal_text(number, text);
    fw_bytes_puts(&run->answer, text);
}

/* As JavaScript's toISOString. */
static void answer_time(struct run *run, double time_ms)
{
    if (isnan(time_ms)) {
        fw_bytes_puts(&run->answer, "NaN");
        return;
    }
    double year = fw_civil_at(time_ms, NULL).year;
    if (year < 0 || year > 9999) {
        fw_bytes_printf(&run->answer, "%c%06d", year < 0 ? '-' : '+', (int)fabs(year));
    } else {
        fw_bytes_printf(&run->answer, "%04d", (int)year);
    }
    fw_time_write("-%m-%dT%H:%M:%S.%LZ", NULL, NULL, time_ms, &run->answer);
}

static struct fw_interval interval_of(struct run *run)
{
    struct fw_interval interval = { 0 };
    enum fw_interval_unit unit;
    if (!fw_interval_unit_parse(run->words[2], &unit) ||
        !fw_interval_every(unit, number_of(run->words[3]), zone_of(run, run->words[1]),
                           &interval)) {
        fail_msg("no interval '%s %s'", run->words[2], run->words[3]);
    }
    return interval;
}

static struct fw_time_unit unit_of(const char *name, const char *step)
{
    struct fw_time_unit unit = { 0 };
    if (!fw_time_unit_parse(name, &unit)) {
        fail_msg("no time unit '%s'", name);
    }
    unit.step = number_of(step);
    return unit;
}

/* The locale that the second word names, an empty one being none. */
static const struct fw_locale *locale_of(struct run *run)
{
    struct fw_diag *diag = fw_diag_new(run->arena);
    const char *name = run->words[1];
    const struct fw_locale *locale = NULL;
    if (name[0] != '\0') {
        locale = fw_locale_load(run->arena, fw_strings_new(run->arena), diag, NULL, fw_nowhere(), name);
        assert_non_null(locale);
    }
    return locale;
}

/* number LOCALE SPECIFIER: a number -> its text */
static void run_number(struct run *run)
{
    const char *text =
        fw_number_text(run->arena, locale_of(run), run->words[2], number_of(run->input));
    fw_bytes_puts(&run->answer, text == NULL ? "invalid" : text);
}

/* prefix LOCALE SPECIFIER REFERENCE: a number -> its text with the prefix of the reference */
static void run_prefix(struct run *run)
{
    struct fw_number_spec spec;
    fw_number_spec_parse(run->words[2], &spec);
    fw_number_write_prefix(&spec, locale_of(run), number_of(run->words[3]), number_of(run->input),
                           &run->answer);
}

/* span SPECIFIER STEP MOST: a number -> Vega's formatSpan */
static void run_span(struct run *run)
{
    struct fw_number_spec spec;
    fw_number_spec_parse(run->words[1], &spec);
    struct fw_number_span span =
        fw_number_span_of(&spec, NULL, number_of(run->words[2]), number_of(run->words[3]));
    fw_number_write_span(&span, NULL, number_of(run->input), &run->answer);
}

/* float SPECIFIER: a number -> Vega's formatFloat */
static void run_float(struct run *run)
{
    struct fw_number_spec spec;
    fw_number_spec_parse(run->words[1], &spec);
    fw_number_write_float(&spec, NULL, number_of(run->input), &run->answer);
}

/* time LOCALE ZONE SPECIFIER: a time -> its text */
static void run_time(struct run *run)
{
    fw_time_write(run->words[3], locale_of(run), zone_of(run, run->words[2]), time_of(run->input),
                  &run->answer);
}

/* label ZONE: a time -> its text by Vega's default for axes */
static void run_label(struct run *run)
{
    const struct fw_zone *zone = zone_of(run, run->words[1]);
    struct fw_time_parts parts = { 0 };
    double time_ms = time_of(run->input);
    fw_time_write(fw_time_parts_find(&parts, zone, time_ms), NULL, zone, time_ms, &run->answer);
}

/* read LOCALE ZONE SPECIFIER: a text -> a time */
static void run_read(struct run *run)
{
    answer_time(run, fw_time_parse(run->words[3], locale_of(run), zone_of(run, run->words[2]),
                                   run->input, strlen(run->input)));
}

/* date ZONE: a text -> JavaScript's Date.parse */
static void run_date(struct run *run)
{
    answer_time(run, fw_date_parse(run->input, strlen(run->input), zone_of(run, run->words[1])));
}

/* floor ZONE UNIT STEP: a time -> the start before it; ceil likewise */
static void run_floor(struct run *run)
{
    struct fw_interval interval = interval_of(run);
    answer_time(run, fw_interval_floor(&interval, time_of(run->input)));
}

static void run_ceil(struct run *run)
{
    struct fw_interval interval = interval_of(run);
    answer_time(run, fw_interval_ceil(&interval, time_of(run->input)));
}

/* offset ZONE UNIT STEP COUNT: a time -> another */
static void run_offset(struct run *run)
{
    struct fw_interval interval = interval_of(run);
    answer_time(run, fw_interval_offset(&interval, time_of(run->input), number_of(run->words[4])));
}

/* count ZONE UNIT STEP START: a time -> the starts since START */
static void run_count(struct run *run)
{
    struct fw_interval interval = interval_of(run);
    answer_number(run, fw_interval_count(&interval, time_of(run->words[4]), time_of(run->input)));
}

/* range ZONE UNIT STEP START: a time -> the starts from START to it */
static void run_range(struct run *run)
{
    struct fw_interval interval = interval_of(run);
    struct fw_times times =
        fw_interval_range(&interval, run->arena, time_of(run->words[4]), time_of(run->input), 1);
    for (size_t i = 0; i < times.count; i++) {
        fw_bytes_puts(&run->answer, i == 0 ? "" : " ");
        answer_time(run, times.values[i]);
    }
}

/* unit ZONE NAME STEP: a time -> the start and the end of its unit */
static void run_unit(struct run *run)
{
    const struct fw_zone *zone = zone_of(run, run->words[1]);
    struct fw_time_unit unit = unit_of(run->words[2], run->words[3]);
    double start = fw_time_unit_floor(&unit, zone, time_of(run->input));
    answer_time(run, start);
    fw_bytes_put(&run->answer, ' ');
    answer_time(run, fw_time_unit_end(&unit, zone, start));
}

/* specifier: a unit -> Vega's format and Vega-Lite's */
static void run_specifier(struct run *run)
{
    struct fw_time_unit unit = unit_of(run->input, "1");
    fw_bytes_puts(&run->answer, fw_time_parts_specifier(run->arena, unit.parts, fw_undefined()));
    fw_bytes_puts(&run->answer, " | ");
    fw_bytes_puts(&run->answer, fw_time_unit_specifier(run->arena, &unit));
}

/* bin LO HI: most bins -> unit and step */
static void run_bin(struct run *run)
{
    struct fw_time_unit unit = { 0 };
    fw_time_unit_bin(time_of(run->words[1]), time_of(run->words[2]), number_of(run->input), &unit);
    fw_bytes_puts(&run->answer, fw_time_unit_name(run->arena, &unit));
    fw_bytes_put(&run->answer, ' ');
    answer_number(run, unit.step);
}

static const struct {
    const char *name;
    size_t word_count;
    void (*run)(struct run *run);
} programs[] = {
    { "number", 3, run_number }, { "prefix", 4, run_prefix }, { "span", 4, run_span },
    { "float", 2, run_float },   { "time", 4, run_time },     { "label", 2, run_label },
    { "read", 4, run_read },     { "date", 2, run_date },     { "floor", 4, run_floor },
    { "ceil", 4, run_ceil },     { "offset", 5, run_offset }, { "count", 5, run_count },
    { "range", 5, run_range },   { "unit", 4, run_unit },     { "specifier", 1, run_specifier },
    { "bin", 3, run_bin },
};

/* Cuts a line into words in place; "..." is one, and may be empty or have spaces. */
static size_t split(char *line, const char **words)
{
    size_t count = 0;
    while (*line != '\0' && count < MOST_WORDS) {
        char end = *line == '"' ? '"' : ' ';
        line += *line == '"' ? 1 : 0;
        words[count++] = line;
        line = line + strcspn(line, (char[]){ end, '\0' });
        if (*line != '\0') {
            *line++ = '\0';
        }
        line += strspn(line, " ");
    }
    return count;
}

/* A text that may stand in quotes, without them. */
static char *unquote(char *text)
{
    size_t length = strlen(text);
    if (length >= 2 && text[0] == '"' && text[length - 1] == '"') {
        text[length - 1] = '\0';
        return text + 1;
    }
    return text;
}

static void run_program(struct run *run)
{
    for (size_t i = 0; i < FW_COUNT(programs); i++) {
        if (strcmp(programs[i].name, run->words[0]) == 0 &&
            programs[i].word_count == run->word_count) {
            programs[i].run(run);
            return;
        }
    }
    fail_msg("no program '%s' of %zu words", run->words[0], run->word_count);
}

/* Whether a group gave its answer; says what it gave when not. */
static bool run_group(char *program, char *input, char *answer, size_t line)
{
    struct run run = { .arena = fw_arena_create(), .input = unquote(input) };
    char *shown = fw_arena_text(run.arena, program, strlen(program));
    const char *wanted = unquote(answer);
    run.word_count = split(program, run.words);
    run_program(&run);
    const char *given = fw_bytes_text(&run.answer);
    bool good = strcmp(given, wanted) == 0;
    if (!good) {
        print_error("line %zu: %s <- %s: \"%s\", expected \"%s\"\n", line, shown, run.input, given,
                    wanted);
    }
    fw_bytes_finish(&run.answer);
    fw_arena_destroy(run.arena);
    return good;
}

/* Reads the next line that is neither empty nor a comment. */
static bool read_line(FILE *file, char *line, size_t *number)
{
    while (fgets(line, MOST_LINE, file) != NULL) {
        ++*number;
        line[strcspn(line, "\n")] = '\0';
        if (line[0] != '\0' && line[0] != '#') {
            return true;
        }
    }
    return false;
}

static void cases_give_their_answers(void **state)
{
    FILE *file = fopen(*state, "r");
    char program[MOST_LINE];
    char input[MOST_LINE];
    char answer[MOST_LINE];
    size_t line = 0;
    size_t groups = 0;
    size_t failed = 0;
    assert_non_null(file);
    while (read_line(file, program, &line)) {
        assert_true(read_line(file, input, &line) && read_line(file, answer, &line));
        groups++;
        failed += run_group(program, input, answer, line - 2) ? 0 : 1;
    }
    fclose(file);
    assert_true(groups > 0);
    if (failed > 0) {
        fail_msg("%zu of %zu cases failed", failed, groups);
    }
}

int main(int argc, char **argv)
{
    static char cases[] = FW_SOURCE_DIR "/tests/text/format.test";
    static char locales[] = FW_SOURCE_DIR "/tests/text/locale.test";
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(cases_give_their_answers, argc > 1 ? argv[1] : cases),
        cmocka_unit_test_prestate(cases_give_their_answers, argc > 1 ? argv[1] : locales),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
