/* The shape of a datapackage.json: tables of what its objects may hold. */
#include "data/package_shape.h"

#include "data/package_type.h"
#include "json/shape.h"

enum {
    STR = FW_P_STRING,
    TEXT = FW_P_STRING | FW_P_NULL, /* for people: null is as good as nothing */
    NUMBERED = FW_P_STRING | FW_P_NUMBER | FW_P_NULL,
    NUM = FW_P_NUMBER | FW_P_NOT_NEGATIVE,
    STRS = FW_P_STRINGS,
    BOOL = FW_P_BOOLEAN,
    ARR = FW_P_ARRAY,
    OBJ = FW_P_OBJECT,
    NIL = FW_P_NULL,
    NEEDED = FW_P_REQUIRED,
};

/** Refuses items of an array that are no objects. */
static bool check_objects(struct fw_decoder *decoder, struct fw_node node)
{
    struct fw_property item = { .name = fw_node_get(node)->key->text, .type = OBJ };
    bool is_good = true;
    for (struct fw_node n = fw_node_first(node); fw_node_there(n); n = fw_node_next(n)) {
        is_good &= fw_decode_check(decoder, n, item.name, &item);
    }
    return is_good;
}

/** Refuses items of an array that cannot be a cell's value. */
static bool check_values(struct fw_decoder *decoder, struct fw_node node)
{
    struct fw_property item = { .name = fw_node_get(node)->key->text,
                                .type = STR | FW_P_NUMBER | BOOL };
    bool is_good = true;
    for (struct fw_node n = fw_node_first(node); fw_node_there(n); n = fw_node_next(n)) {
        is_good &= fw_decode_check(decoder, n, item.name, &item);
    }
    return is_good;
}

/** Says of a schema in a file of its own that it is not read. */
static bool check_schema(struct fw_decoder *decoder, struct fw_node node)
{
    if (fw_node_kind(node) == FW_JSON_STRING) {
        fw_hint(decoder->diag,
                fw_report(decoder->diag, fw_node_place(decoder->arena, node), FW_NOT_SUPPORTED,
                          "a schema in a file of its own is not read yet"),
                "write the schema into the resource: its rows are not checked");
    }
    return true;
}

#define SHAPE(variable, noun, open)                                                                \
    static const struct fw_shape variable##_shape = { .what = noun,                                \
                                                      .members = variable##_members,               \
                                                      .count = FW_COUNT(variable##_members),       \
                                                      .is_open = open }

static const struct fw_shape_member source_members[] = {
    { .name = "title", .type = TEXT },         { .name = "path", .type = TEXT },
    { .name = "paragraph", .type = NUMBERED }, { .name = "table", .type = NUMBERED },
    { .name = "page", .type = NUMBERED },      { .name = "section", .type = NUMBERED },
    { .name = "file", .type = TEXT },
};
SHAPE(source, "a source", true);

static const struct fw_shape_member base_members[] = {
    { .name = "n", .type = NUM | NIL },
    { .name = "of", .type = TEXT },
};
SHAPE(base, "a base", true);

static const struct fw_shape_member provenance_members[] = {
    { .name = "period", .type = NUMBERED },
    { .name = "base", .type = ARR | NIL, .shape = &base_shape, .check = check_objects },
    { .name = "kind", .type = TEXT },
    { .name = "approximate", .type = BOOL | NIL },
};
SHAPE(provenance, "provenance", true);

static const struct fw_shape_member constraint_members[] = {
    { .name = "required", .type = BOOL },
    { .name = "unique", .type = BOOL },
    { .name = "minLength", .type = NUM },
    { .name = "maxLength", .type = NUM },
    { .name = "minimum", .type = FW_P_NUMBER | STR },
    { .name = "maximum", .type = FW_P_NUMBER | STR },
    { .name = "exclusiveMinimum", .type = FW_P_NUMBER | STR },
    { .name = "exclusiveMaximum", .type = FW_P_NUMBER | STR },
    { .name = "pattern", .type = STR },
    { .name = "enum", .type = ARR, .check = check_values },
    { .name = "jsonSchema", .type = OBJ | FW_P_UNSUPPORTED, .note = "it is not checked" },
};
SHAPE(constraint, "constraints", false);

static const struct fw_shape_member field_members[] = {
    { .name = "name", .type = STR | NEEDED },
    { .name = "type", .type = STR, .words = fw_field_type_names },
    { .name = "format", .type = STR },
    { .name = "title", .type = TEXT },
    { .name = "unit", .type = TEXT },
    { .name = "description", .type = TEXT },
    { .name = "derived", .type = BOOL },
    { .name = "constraints", .type = OBJ, .shape = &constraint_shape },
    { .name = "trueValues", .type = STRS },
    { .name = "falseValues", .type = STRS },
    { .name = "decimalChar",
      .type = STR | FW_P_UNSUPPORTED,
      .note = "numbers are written with a point" },
    { .name = "groupChar", .type = STR | FW_P_UNSUPPORTED, .note = "digits are not grouped" },
    { .name = "bareNumber",
      .type = BOOL | FW_P_UNSUPPORTED,
      .note = "a number stands alone in its cell" },
};
SHAPE(field, "a field", true);

static const struct fw_shape_member schema_members[] = {
    { .name = "fields", .type = ARR | NEEDED, .shape = &field_shape, .check = check_objects },
    { .name = "missingValues", .type = STRS },
    { .name = "primaryKey", .type = STR | STRS },
};
SHAPE(schema, "a schema", true);

static const char *const resource_contents[] = { "path", "data", NULL };

static const struct fw_shape_member resource_members[] = {
    { .name = "name", .type = STR | NEEDED },
    { .name = "path", .type = STR | STRS },
    { .name = "title", .type = TEXT },
    { .name = "description", .type = TEXT },
    { .name = "schema", .type = STR | OBJ, .shape = &schema_shape, .check = check_schema },
    { .name = "sources", .type = ARR, .shape = &source_shape, .check = check_objects },
    { .name = "provenance", .type = OBJ | NIL, .shape = &provenance_shape },
    { .name = "caveats", .type = STR | STRS | NIL },
    { .name = "figures", .type = STR | STRS | NIL },
};
static const struct fw_shape resource_shape = {
    .what = "a resource",
    .members = resource_members,
    .count = FW_COUNT(resource_members),
    .is_open = true,
    .one_of = resource_contents,
};

bool fw_package_check_resource(struct fw_decoder *decoder, struct fw_node resource)
{
    return fw_shape_check(decoder, resource, &resource_shape);
}

bool fw_package_check_sources(struct fw_decoder *decoder, struct fw_node sources)
{
    struct fw_property list = { .name = "sources", .type = ARR };
    if (!fw_decode_check(decoder, sources, list.name, &list)) {
        return false;
    }
    struct fw_property item = { .name = "source", .type = OBJ };
    bool is_good = true;
    for (struct fw_node n = fw_node_first(sources); fw_node_there(n); n = fw_node_next(n)) {
        is_good &= fw_decode_check(decoder, n, item.name, &item) &&
                   fw_shape_check(decoder, n, &source_shape);
    }
    return is_good;
}
