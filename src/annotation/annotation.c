/* The registry of annotation types, and the check of what a spec writes. */
#include "annotation/annotation.h"

#include <string.h>

#include "annotation/list.h"
#include "annotation/shapes.h"
#include "color/color.h"
#include "expr/template.h"

#define FW_ANNOTATION_EXTERN(name) extern const struct fw_annotation_type fw_annotation_##name;
FW_ANNOTATION_LIST(FW_ANNOTATION_EXTERN)
#undef FW_ANNOTATION_EXTERN

static const struct fw_annotation_type *const types[] = {
#define FW_ANNOTATION_ENTRY(name) &fw_annotation_##name,
    FW_ANNOTATION_LIST(FW_ANNOTATION_ENTRY)
#undef FW_ANNOTATION_ENTRY
};

static const char *const type_names[] = {
#define FW_ANNOTATION_NAME(name) #name,
    FW_ANNOTATION_LIST(FW_ANNOTATION_NAME)
#undef FW_ANNOTATION_NAME
};

const struct fw_annotation_type *fw_annotation_find(const char *name)
{
    for (size_t i = 0; i < FW_COUNT(types); i++) {
        if (strcmp(types[i]->name, name) == 0) {
            return types[i];
        }
    }
    return NULL;
}

const char *const *fw_annotation_names(size_t *count)
{
    *count = FW_COUNT(type_names);
    return type_names;
}

/* ---- shapes ------------------------------------------------------------------------------- */

/* A text with {{ expressions }} in it. */
static bool check_template(struct fw_decoder *decoder, struct fw_node node)
{
    return fw_node_kind(node) != FW_JSON_STRING ||
           fw_template_parse_node(decoder->arena, decoder->strings, node, decoder->diag) != NULL;
}

/* clang-format off */
static const struct fw_shape_member base_members[] = {
    PLAIN("cell", OBJ),
    PLAIN("dx", NUM),
    PLAIN("dy", NUM),
    { "text", STR | NIL, NULL, NULL, NULL, check_template },
    PLAIN("type", STR | REQUIRED),
    PLAIN("view", STR),
};
const struct fw_shape fw_shape_annotation_base = {
    .what = "an annotation",
    .members = base_members,
    .count = FW_COUNT(base_members),
};

static const struct fw_shape_member place_members[] = {
    PLAIN("color", NUM | STR | BOOL),
    IN("detail", NUM | STR | BOOL | OBJ, date_time),
    PLAIN("fill", NUM | STR | BOOL),
    PLAIN("opacity", NUM | STR | BOOL),
    PLAIN("shape", NUM | STR | BOOL),
    PLAIN("size", NUM | STR | BOOL),
    PLAIN("stroke", NUM | STR | BOOL),
    PLAIN("strokeDash", NUM | STR | BOOL),
    LEVEL("x"),
    PLAIN("xOffset", NUM | STR | BOOL),
    LEVEL("y"),
    PLAIN("yOffset", NUM | STR | BOOL),
};
const struct fw_shape fw_shape_annotation_place = {
    .what = "a place",
    .members = place_members,
    .count = FW_COUNT(place_members),
};

/* An aggregate of the rows; else a date, or a param's value. */
static const struct fw_shape_member level_members[] = {
    WORDS("aggregate", STR, op),
    PLAIN("expr", STR | CODE),
    PLAIN("field", STR),
    IN("filter", STR | OBJ | CODE, predicate),
};
const struct fw_shape fw_shape_annotation_level = {
    .what = "a value",
    .members = level_members,
    .count = FW_COUNT(level_members),
    .bases = { &fw_shape_date_time },
};
/* clang-format on */

/* ---- check -------------------------------------------------------------------------------- */

static void check_expr(struct fw_decoder *decoder, struct fw_node text)
{
    const struct fw_expr *expr =
        fw_expr_parse_node(decoder->arena, decoder->strings, text, decoder->diag);
    const fw_str *names = NULL;
    size_t count = expr == NULL ? 0 : fw_expr_names(expr, decoder->arena, &names);
    for (size_t i = 0; i < count; i++) {
        fw_check_name(decoder, text, names[i]);
    }
}

static bool is_color(const char *text, size_t length)
{
    struct fw_color color;
    return fw_color_parse(text, length, &color);
}

static bool check_one(struct fw_decoder *decoder, struct fw_node item)
{
    struct fw_node name = fw_node_member(item, "type");
    fw_str text = fw_node_string(name, NULL);
    if (text == NULL) {
        return fw_shape_check(decoder, item, &fw_shape_annotation_base);
    }
    const struct fw_annotation_type *type = fw_annotation_find(text->text);
    if (type != NULL) {
        return fw_shape_check(decoder, item, type->shape);
    }
    struct fw_diagnostic *d =
        fw_report(decoder->diag, fw_node_place(decoder->arena, name), FW_UNKNOWN_VALUE,
                  "unknown type of annotation '%s'", text->text);
    fw_hint_nearest(decoder->diag, d, text->text, type_names, FW_COUNT(type_names));
    return false;
}

bool fw_annotations_check(struct fw_arena *arena, struct fw_strings *strings, struct fw_diag *diag,
                          struct fw_node list)
{
    struct fw_decoder decoder = {
        .arena = arena,
        .strings = strings,
        .diag = diag,
        .check_expr = check_expr,
        .is_color = is_color,
    };
    size_t errors = fw_diag_errors(diag);
    for (struct fw_node item = fw_node_first(list); fw_node_there(item);
         item = fw_node_next(item)) {
        if (fw_node_kind(item) == FW_JSON_OBJECT) {
            check_one(&decoder, item);
        } else {
            fw_report(diag, fw_node_place(arena, item), FW_WRONG_TYPE,
                      "an annotation must be an object, not %s",
                      fw_json_kind_name(fw_node_kind(item)));
        }
    }
    return fw_diag_errors(diag) == errors;
}

/* ---- numbers and words -------------------------------------------------------------------- */

void fw_annotation_set(struct fw_annotation *annotation, const char *name, struct fw_value value)
{
    if (annotation->number_count < FW_ANNOTATION_NUMBERS) {
        annotation->numbers[annotation->number_count++] =
            (struct fw_annotation_number){ name, value };
    }
}

const char *fw_annotation_word(const struct fw_annotation *annotation, const char *name,
                               const char *fallback)
{
    fw_str text = fw_node_string(fw_node_member(annotation->node, name), NULL);
    return text == NULL ? fallback : text->text;
}
