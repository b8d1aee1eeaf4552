/* Runs tests/text/transform.test: groups of rows, transforms, and the rows that they give. */
#include <math.h>
#include <string.h>

#include "base/object.h"
#include "support/cmocka.h"
#include "transform/transform.h"
#include "json/write.h"

#include <stdio.h>

enum { MOST_LINE = 16 * 1024 };

/* Sums and fits may round differently from machine to machine in the last places. */
#define TOLERANCE 1e-9

/** A document of its own for each case. */
struct document {
    struct fw_arena *arena;
    struct fw_strings *strings;
    struct fw_diag *diag;
};

static struct fw_node read_node(struct document *document, const char *text)
{
    struct fw_source *source = FW_NEW(document->arena, struct fw_source);
    *source = (struct fw_source){ .name = "case", .text = text, .length = strlen(text) };
    const struct fw_json *json =
        fw_json_read(document->arena, document->strings, source, NULL, document->diag);
    if (json == NULL) {
        fail_msg("%s in %s", fw_diag_get(document->diag, 0)->message, text);
    }
    return fw_json_root(json);
}

/** Whether a number is what the answer says: a number, or a text for what JSON cannot hold. */
static bool same_number(double got, struct fw_value want)
{
    if (want.kind == FW_STRING) {
        const char *text = want.string->text;
        return isnan(got)   ? strcmp(text, "NaN") == 0
               : isinf(got) ? strcmp(text, got > 0 ? "Infinity" : "-Infinity") == 0
                            : false;
    }
    double size = fmax(fabs(got), fabs(want.number));
    return want.kind == FW_NUMBER && fabs(got - want.number) <= TOLERANCE * fmax(size, 1e-6);
}

static bool same(struct fw_value got, struct fw_value want);

static bool same_object(struct fw_value got, struct fw_value want)
{
    if (want.kind != FW_OBJECT || got.object->count != want.object->count) {
        return false;
    }
    for (size_t i = 0; i < want.object->count; i++) {
        if (!same(fw_member(got, want.object->keys[i]), want.object->values[i])) {
            return false;
        }
    }
    return true;
}

static bool same(struct fw_value got, struct fw_value want)
{
    if (got.kind == FW_NUMBER || got.kind == FW_TIME) {
        return same_number(got.number, want);
    }
    if (got.kind == FW_OBJECT) {
        return same_object(got, want);
    }
    if (got.kind != FW_ARRAY) {
        return fw_equal(got, want);
    }
    bool equal = want.kind == FW_ARRAY && got.array->count == want.array->count;
    for (size_t i = 0; equal && i < got.array->count; i++) {
        equal = same(got.array->items[i], want.array->items[i]);
    }
    return equal;
}

static struct fw_value rows_of(struct document *document, const struct fw_table *table)
{
    struct fw_value rows = fw_array_value(document->arena, NULL, table->rows);
    for (size_t i = 0; i < table->rows; i++) {
        rows.array->items[i] = fw_table_row(document->arena, table, i);
    }
    return rows;
}

static void check_case(int line, const char *rows, const char *transforms, const char *answer)
{
    struct document document = { .arena = fw_arena_create() };
    document.strings = fw_strings_new(document.arena);
    document.diag = fw_diag_new(document.arena);
    struct fw_load load = { .arena = document.arena,
                            .strings = document.strings,
                            .diag = document.diag };
    struct fw_node chain = read_node(&document, transforms);
    struct fw_expr_env env = { .arena = document.arena, .strings = document.strings };
    struct fw_transform_context context = { .arena = document.arena,
                                            .strings = document.strings,
                                            .diag = document.diag,
                                            .env = &env,
                                            .json = chain.json,
                                            .load = &load };
    const struct fw_table *table =
        fw_data_inline(&load, read_node(&document, rows), fw_node_none(), NULL);
    assert_non_null(table);
    table = fw_transform_chain(&context, table, fw_node_value(document.arena, chain));
    if (table == NULL) {
        fail_msg("line %d: %s", line, fw_diag_get(document.diag, 0)->message);
    }
    struct fw_value got = rows_of(&document, table);
    struct fw_value want = fw_node_value(document.arena, read_node(&document, answer));
    if (!same(got, want)) {
        struct fw_bytes bytes = { 0 };
        struct fw_json_writer writer = { .out = &bytes };
        fw_json_value(&writer, got);
        fail_msg("line %d: rows %s, expected %s", line, fw_bytes_text(&bytes), answer);
    }
    fw_arena_destroy(document.arena);
}

static void transforms_give_the_rows_of_vega(void **state)
{
    static char lines[3][MOST_LINE];
    (void)state;
    FILE *file = fopen(FW_SOURCE_DIR "/tests/text/transform.test", "r");
    assert_non_null(file);
    int line = 0, count = 0, cases = 0;
    while (fgets(lines[count], MOST_LINE, file) != NULL) {
        line++;
        lines[count][strcspn(lines[count], "\n")] = '\0';
        if (count == 0 && (lines[0][0] == '#' || lines[0][0] == '\0')) {
            continue;
        }
        if (++count == 3) {
            check_case(line, lines[0], lines[1], lines[2]);
            count = 0;
            cases++;
        }
    }
    fclose(file);
    assert_int_equal(count, 0);
    assert_true(cases > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(transforms_give_the_rows_of_vega),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
