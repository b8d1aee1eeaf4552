/* Tables: columns of values, field paths, gathering. */
#include "data/table.h"

#include <math.h>
#include <string.h>

#include "support/cmocka.h"

struct fixture {
    struct fw_arena *arena;
    struct fw_strings *strings;
};

static int set_up(void **state)
{
    struct fw_arena *arena = fw_arena_create();
    struct fixture *fixture = FW_NEW(arena, struct fixture);
    *fixture = (struct fixture){ arena, fw_strings_new(arena) };
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    fw_arena_destroy(((struct fixture *)*state)->arena);
    return 0;
}

static struct fw_value object(struct fixture *f, size_t count, const char *const *keys,
                              const struct fw_value *values)
{
    struct fw_object *object = FW_NEW(f->arena, struct fw_object);
    object->count = count;
    object->keys = FW_NEW_ARRAY(f->arena, count, fw_str);
    object->values = FW_NEW_ARRAY(f->arena, count, struct fw_value);
    for (size_t i = 0; i < count; i++) {
        object->keys[i] = fw_intern_text(f->strings, keys[i]);
        object->values[i] = values[i];
    }
    return (struct fw_value){ .kind = FW_OBJECT, .object = object };
}

/* The answers are those of vega-util's splitAccessPath. */
static void paths_are_split_as_vega_does(void **state)
{
    static const struct {
        const char *path;
        const char *keys; /* joined by '|' */
    } cases[] = {
        { "a", "a" },
        { "a.b", "a|b" },
        { "a\\.b", "a.b" },
        { "a['b']", "a|b" },
        { "a[\"b.c\"]", "a|b.c" },
        { "a[0].b", "a|0|b" },
        { "a b.c d", "a b|c d" },
        { "['x y']", "x y" },
        { "a[b", "a[b" },
        { "a['b", "a['b" },
        { "", "" },
        { "\\[a\\]", "[a]" },
        { ".a", "a" },
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        const fw_str *keys;
        size_t count = fw_path_split(f->arena, f->strings, cases[i].path, &keys);
        const char *joined = "";
        for (size_t k = 0; k < count; k++) {
            joined = fw_arena_printf(f->arena, "%s%s%s", joined, k > 0 ? "|" : "", keys[k]->text);
        }
        if (strcmp(joined, cases[i].keys) != 0) {
            fail_msg("'%s': keys %s, expected %s", cases[i].path, joined, cases[i].keys);
        }
    }
}

static void columns_take_the_type_of_their_values(void **state)
{
    struct fixture *f = *state;
    fw_str name = fw_intern_text(f->strings, "a");
    struct fw_value text = fw_string(name);
    const struct {
        struct fw_value values[3];
        enum fw_column_type type;
    } cases[] = {
        { { fw_number(1), fw_null(), fw_number(NAN) }, FW_COLUMN_NUMBER },
        { { fw_time(1), fw_undefined(), fw_time(2) }, FW_COLUMN_TIME },
        { { text, text, fw_null() }, FW_COLUMN_STRING },
        { { fw_boolean(true), fw_boolean(false), fw_null() }, FW_COLUMN_BOOLEAN },
        { { fw_number(1), text, fw_null() }, FW_COLUMN_VALUE },
        { { fw_null(), fw_null(), fw_undefined() }, FW_COLUMN_VALUE },
    };
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        const struct fw_column *column = fw_column_from_values(f->arena, name, cases[i].values, 3);
        assert_int_equal(column->type, cases[i].type);
        for (size_t row = 0; row < 3; row++) {
            struct fw_value value = fw_column_value(column, row);
            assert_int_equal(value.kind, cases[i].values[row].kind);
        }
    }
}

static void rows_may_lack_columns(void **state)
{
    struct fixture *f = *state;
    const char *ab[] = { "a", "b" }, *cb[] = { "c", "b" };
    struct fw_value rows[] = {
        object(f, 2, ab, (struct fw_value[]){ fw_number(1), fw_number(2) }),
        object(f, 2, cb, (struct fw_value[]){ fw_null(), fw_number(4) }),
        fw_number(5),
    };
    const struct fw_table *table = fw_table_from_objects(f->arena, f->strings, rows, 3);
    assert_int_equal(table->rows, 3);
    assert_int_equal(table->column_count, 4);
    static const char *const names[] = { "a", "b", "c", "data" };
    static const enum fw_kind kinds[4][3] = {
        { FW_NUMBER, FW_UNDEFINED, FW_UNDEFINED },
        { FW_NUMBER, FW_NUMBER, FW_UNDEFINED },
        { FW_UNDEFINED, FW_NULL, FW_UNDEFINED },
        { FW_UNDEFINED, FW_UNDEFINED, FW_NUMBER },
    };
    for (size_t c = 0; c < 4; c++) {
        assert_string_equal(table->columns[c]->name->text, names[c]);
        for (size_t row = 0; row < 3; row++) {
            assert_int_equal(fw_table_value(table, table->columns[c], row).kind, kinds[c][row]);
        }
    }
    assert_int_equal(fw_table_row(f->arena, table, 1).object->count, 2);
}

static void nested_fields_become_columns(void **state)
{
    struct fixture *f = *state;
    const char *a[] = { "a" }, *b[] = { "b" };
    struct fw_value items[] = { fw_number(7), fw_number(8) };
    struct fw_value inner =
        object(f, 1, b, (struct fw_value[]){ fw_array_value(f->arena, items, 2) });
    struct fw_value rows[] = { object(f, 1, a, &inner), object(f, 1, a, items) };
    const struct fw_table *table = fw_table_from_objects(f->arena, f->strings, rows, 2);
    const struct fw_column *column = fw_table_field(f->arena, f->strings, table, "a.b[1]");
    assert_string_equal(column->name->text, "a.b.1");
    assert_true(fw_table_number(table, column, 0) == 8);
    assert_int_equal(fw_table_value(table, column, 1).kind, FW_UNDEFINED);
    assert_null(fw_table_field(f->arena, f->strings, table, "x.b"));
    /* a transform leaves a column of the flat name, and no root */
    table = fw_table_with(f->arena, fw_table_new(f->arena, 2), column);
    assert_ptr_equal(fw_table_field(f->arena, f->strings, table, "a['b'][1]"), column);
}

static void selected_rows_share_columns(void **state)
{
    struct fixture *f = *state;
    static const double numbers[] = { 10, 20, 30, 40 };
    fw_str name = fw_intern_text(f->strings, "x");
    const struct fw_table *table =
        fw_table_with(f->arena, fw_table_new(f->arena, 4),
                      fw_column_from_numbers(f->arena, name, FW_COLUMN_NUMBER, numbers, NULL));
    static const uint32_t odd[] = { 3, 1 }, last[] = { 1 };
    const struct fw_table *two = fw_table_select(f->arena, table, odd, 2);
    const struct fw_table *one = fw_table_select(f->arena, two, last, 1);
    assert_int_equal(one->rows, 1);
    assert_int_equal(one->storage, 4);
    assert_true(fw_table_number(one, fw_table_find(one, name), 0) == 20);
    static const uint32_t rows[] = { 2, FW_NO_ROW, 2 };
    const struct fw_column *gathered = fw_column_gather(f->arena, table->columns[0], rows, 3);
    assert_true(fw_column_value(gathered, 2).number == 30);
    assert_int_equal(fw_column_value(gathered, 1).kind, FW_UNDEFINED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(paths_are_split_as_vega_does, set_up, tear_down),
        cmocka_unit_test_setup_teardown(columns_take_the_type_of_their_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rows_may_lack_columns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nested_fields_become_columns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(selected_rows_share_columns, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
