/* Property tables: what fits, what does not, and what is said about it. */
#include "json/decode.h"

#include <string.h>

#include "support/cmocka.h"

struct shape {
    struct fw_prop type, width, color, title, values, opacity, label, later;
};

static const char *const types[] = { "bar", "line", "point", NULL };
static const char *const also[] = { "encoding", NULL };

static const struct fw_property table[] = {
    { "type", FW_P_STRING | FW_P_REQUIRED, offsetof(struct shape, type), types, "" },
    { "width", FW_P_NUMBER | FW_P_NOT_NEGATIVE | FW_P_OBJECT, offsetof(struct shape, width), NULL,
      "" },
    { "color", FW_P_COLOR | FW_P_NULL | FW_P_EXPR | FW_P_GRADIENT, offsetof(struct shape, color),
      NULL, "" },
    { "title", FW_P_STRING | FW_P_STRINGS, offsetof(struct shape, title), NULL, "" },
    { "values", FW_P_ARRAY, offsetof(struct shape, values), NULL, "" },
    { "opacity", FW_P_NUMBER | FW_P_FRACTION | FW_P_EXPR, offsetof(struct shape, opacity), NULL,
      "" },
    { "label", FW_P_BOOLEAN, offsetof(struct shape, label), NULL, "" },
    { "later", FW_P_ANY | FW_P_UNSUPPORTED, offsetof(struct shape, later), NULL, "" },
};

static bool is_red(const char *text, size_t length)
{
    return length == 3 && memcmp(text, "red", 3) == 0;
}

static bool decode(struct fw_decoder *decoder, const char *text, struct shape *shape)
{
    struct fw_source *source = FW_NEW(decoder->arena, struct fw_source);
    *source = (struct fw_source){ "a.json", text, strlen(text) };
    const struct fw_json *json =
        fw_json_read(decoder->arena, decoder->strings, source, NULL, decoder->diag);
    assert_non_null(json);
    *shape = (struct shape){ 0 };
    return fw_decode(decoder, fw_json_root(json), "mark", table, FW_COUNT(table), also, shape);
}

static struct fw_decoder new_decoder(void)
{
    struct fw_decoder decoder = { .arena = fw_arena_create(), .is_color = is_red };
    decoder.strings = fw_strings_new(decoder.arena);
    decoder.diag = fw_diag_new(decoder.arena);
    return decoder;
}

static void good_members_arrive(void **state)
{
    (void)state;
    struct fw_decoder decoder = new_decoder();
    struct shape shape;
    assert_true(
        decode(&decoder,
               "{\"type\": \"bar\", \"width\": 3, \"color\": null, \"title\": [\"a\", \"b\"],"
               " \"opacity\": {\"expr\": \"1\"}, \"encoding\": 0}",
               &shape));
    assert_true(fw_str_is(shape.type.value.string, "bar"));
    assert_true(shape.width.value.number == 3);
    assert_int_equal(shape.color.value.kind, FW_NULL);
    assert_int_equal(shape.title.value.array->count, 2);
    assert_int_equal(shape.label.value.kind, FW_UNDEFINED);
    assert_false(fw_node_there(shape.label.at));
    struct shape over = { .width = { .value = fw_number(5) } };
    fw_props_overlay(table, FW_COUNT(table), &shape, &over);
    assert_true(shape.width.value.number == 5);
    assert_true(fw_str_is(shape.type.value.string, "bar"));
    assert_int_equal(fw_diag_count(decoder.diag), 0);
    fw_arena_destroy(decoder.arena);
}

static void faults_are_said(void **state)
{
    static const struct {
        const char *text;
        enum fw_code code;
        const char *pointer, *message, *hint;
    } cases[] = {
        { "{}", FW_MISSING_PROPERTY, "", "mark has no 'type'", "" },
        { "[]", FW_WRONG_TYPE, "", "mark must be an object, not an array", "" },
        { "{\"type\": \"barr\"}", FW_UNKNOWN_VALUE, "/type", "unknown value 'barr' of 'type'",
          "did you mean 'bar'?" },
        { "{\"type\": \"xyz\"}", FW_UNKNOWN_VALUE, "/type", "unknown value 'xyz' of 'type'",
          "write 'bar', 'line' or 'point'" },
        { "{\"type\": \"bar\", \"widht\": 1}", FW_UNKNOWN_PROPERTY, "/widht",
          "unknown property 'widht' of mark", "did you mean 'width'?" },
        { "{\"type\": \"bar\", \"encodng\": 1}", FW_UNKNOWN_PROPERTY, "/encodng",
          "unknown property 'encodng' of mark", "did you mean 'encoding'?" },
        { "{\"type\": \"bar\", \"width\": \"wide\"}", FW_WRONG_TYPE, "/width",
          "'width' must be a number or an object, not a string", "" },
        { "{\"type\": \"bar\", \"width\": -1}", FW_OUT_OF_RANGE, "/width",
          "'width' must not be negative", "" },
        { "{\"type\": \"bar\", \"width\": 1e999}", FW_OUT_OF_RANGE, "/width",
          "'width' is too large for a number", "" },
        { "{\"type\": \"bar\", \"opacity\": 2}", FW_OUT_OF_RANGE, "/opacity",
          "'opacity' must be between 0 and 1", "" },
        { "{\"type\": \"bar\", \"color\": \"rde\"}", FW_INVALID_COLOR, "/color",
          "'rde' is not a color", "" },
        { "{\"type\": \"bar\", \"color\": 3}", FW_WRONG_TYPE, "/color",
          "'color' must be a color, a gradient, an expression {\"expr\": ...} or null, not a "
          "number",
          "" },
        { "{\"type\": \"bar\", \"opacity\": {\"signal\": \"x\"}}", FW_WRONG_TYPE, "/opacity",
          "'opacity' must be a number or an expression {\"expr\": ...}, not an object",
          "signals are Vega's: Vega-Lite writes {\"expr\": \"...\"}" },
        { "{\"type\": \"bar\", \"opacity\": {\"expr\": 1}}", FW_WRONG_TYPE, "/opacity/expr",
          "'expr' must be a string, not a number", "" },
        { "{\"type\": \"bar\", \"title\": [\"a\", 1]}", FW_WRONG_TYPE, "/title/1",
          "an item of 'title' must be a string, not a number", "" },
        { "{\"type\": \"bar\", \"label\": \"yes\"}", FW_WRONG_TYPE, "/label",
          "'label' must be true or false, not a string", "" },
        { "{\"type\": \"bar\", \"later\": 1}", FW_NOT_SUPPORTED, "/later",
          "'later' of mark is not supported yet", "" },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_decoder decoder = new_decoder();
        struct shape shape;
        bool is_warning = cases[i].code == FW_NOT_SUPPORTED;
        assert_int_equal(decode(&decoder, cases[i].text, &shape), is_warning);
        assert_int_equal(fw_diag_count(decoder.diag), 1);
        const struct fw_diagnostic *d = fw_diag_get(decoder.diag, 0);
        assert_string_equal(d->message, cases[i].message);
        assert_int_equal(d->code, cases[i].code);
        assert_string_equal(d->place.pointer, cases[i].pointer);
        assert_string_equal(d->hint == NULL ? "" : d->hint, cases[i].hint);
        fw_arena_destroy(decoder.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_members_arrive),
        cmocka_unit_test(faults_are_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
