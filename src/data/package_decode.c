/* A datapackage.json to structs: what Frictionless asks of it, and our provenance and caveats. */
#include "data/package_decode.h"

#include <math.h>
#include <string.h>

#include "base/limits.h"
#include "data/package_index.h"
#include "data/package_shape.h"
#include "data/package_type.h"

/* ---- members ------------------------------------------------------------------------------ */

/** The text of a member; a number is written as one. NULL where it is not there or null. */
static const char *text_of(const struct fw_package_reading *reading, struct fw_node object,
                           const char *name)
{
    struct fw_node member = fw_node_member(object, name);
    if (!fw_node_there(member) || fw_node_kind(member) == FW_JSON_NULL) {
        return NULL;
    }
    return fw_to_string(reading->strings, fw_node_value(reading->arena, member))->text;
}

/** The texts of an array, or the one text. */
static const char *const *texts_of(const struct fw_package_reading *reading, struct fw_node node,
                                   size_t *count)
{
    bool many = fw_node_there(node) && fw_node_kind(node) == FW_JSON_ARRAY;
    bool one = fw_node_there(node) && fw_node_kind(node) == FW_JSON_STRING;
    *count = many ? fw_node_count(node) : one;
    const char **texts = FW_NEW_ARRAY(reading->arena, *count, const char *);
    struct fw_node item = many ? fw_node_first(node) : node;
    for (size_t i = 0; i < *count; i++) {
        texts[i] = fw_node_get(item)->string->text;
        item = many ? fw_node_next(item) : item;
    }
    return texts;
}

/** The items of an array as texts of cells: `true` is "true", 1 is "1". */
static const fw_str *words_of(const struct fw_package_reading *reading, struct fw_node node,
                              size_t *count)
{
    *count = fw_node_count(node);
    fw_str *words = FW_NEW_ARRAY(reading->arena, *count, fw_str);
    struct fw_node item = fw_node_first(node);
    for (size_t i = 0; i < *count; i++, item = fw_node_next(item)) {
        words[i] = fw_to_string(reading->strings, fw_node_value(reading->arena, item));
    }
    return words;
}

/* ---- fields ------------------------------------------------------------------------------- */

static size_t length_of(struct fw_node constraints, const char *name, size_t otherwise)
{
    double length = fw_node_number(fw_node_member(constraints, name), -1);
    return length < 0 ? otherwise : length > 1e9 ? SIZE_MAX : (size_t)length;
}

static struct fw_field_bound bound_of(const struct fw_package_reading *reading,
                                      const struct fw_resource_field *field,
                                      struct fw_node constraints, const char *name)
{
    struct fw_field_bound bound = { .text = text_of(reading, constraints, name) };
    if (bound.text == NULL) {
        return bound;
    }
    struct fw_place place = fw_node_place(reading->arena, fw_node_member(constraints, name));
    struct fw_field_cell cell = fw_field_read(field, bound.text, strlen(bound.text));
    if (!fw_field_is_ordered(field->type)) {
        fw_report(reading->diag, place, FW_WRONG_TYPE,
                  "field '%s' takes no '%s': values of type '%s' have no order", field->name->text,
                  name, fw_field_type_name(field->type));
        bound.text = NULL;
    } else if (!cell.fits) {
        fw_report(reading->diag, place, FW_WRONG_TYPE, "'%s' of field '%s' is no %s", name,
                  field->name->text, fw_field_type_name(field->type));
        bound.text = NULL;
    }
    bound.number = cell.number;
    return bound;
}

static struct fw_field_constraints decode_constraints(const struct fw_package_reading *reading,
                                                      const struct fw_resource_field *field,
                                                      struct fw_node node)
{
    struct fw_field_constraints constraints = {
        .required = fw_node_boolean(fw_node_member(node, "required"), false),
        .unique = fw_node_boolean(fw_node_member(node, "unique"), false),
        .minimum = bound_of(reading, field, node, "minimum"),
        .maximum = bound_of(reading, field, node, "maximum"),
        .above = bound_of(reading, field, node, "exclusiveMinimum"),
        .below = bound_of(reading, field, node, "exclusiveMaximum"),
        .min_length = length_of(node, "minLength", 0),
        .max_length = length_of(node, "maxLength", SIZE_MAX),
        .pattern = fw_node_string(fw_node_member(node, "pattern"), NULL),
        .at = node,
    };
    struct fw_node values = fw_node_member(node, "enum");
    constraints.has_values = fw_node_there(values);
    constraints.values = words_of(reading, values, &constraints.value_count);
    return constraints;
}

static struct fw_resource_field decode_field(const struct fw_package_reading *reading,
                                             struct fw_node node)
{
    struct fw_resource_field field = {
        .name = fw_node_string(fw_node_member(node, "name"), NULL),
        .type = fw_field_type_find(text_of(reading, node, "type")),
        .format = text_of(reading, node, "format"),
        .title = text_of(reading, node, "title"),
        .unit = text_of(reading, node, "unit"),
        .description = text_of(reading, node, "description"),
        .derived = fw_node_boolean(fw_node_member(node, "derived"), false),
        .at = node,
    };
    field.format = field.format == NULL ? "default" : field.format;
    field.true_values =
        words_of(reading, fw_node_member(node, "trueValues"), &field.true_value_count);
    field.false_values =
        words_of(reading, fw_node_member(node, "falseValues"), &field.false_value_count);
    field.constraints = decode_constraints(reading, &field, fw_node_member(node, "constraints"));
    return field;
}

static void report_twice(const struct fw_package_reading *reading, struct fw_node object,
                         const char *what)
{
    struct fw_node name = fw_node_member(object, "name");
    fw_report(reading->diag, fw_node_place(reading->arena, name), FW_PACKAGE_CONFLICT,
              "two %ss are called '%s'", what, fw_node_get(name)->string->text);
}

static void decode_fields(const struct fw_package_reading *reading, struct fw_resource *resource,
                          struct fw_node list)
{
    struct fw_resource_field *fields =
        FW_NEW_ARRAY(reading->arena, fw_node_count(list), struct fw_resource_field);
    size_t count = 0;
    for (struct fw_node n = fw_node_first(list); fw_node_there(n); n = fw_node_next(n)) {
        fields[count] = decode_field(reading, n);
        for (size_t i = 0; i < count; i++) {
            if (fields[i].name == fields[count].name) {
                report_twice(reading, n, "field");
                break;
            }
        }
        count++;
    }
    resource->fields = fields;
    resource->field_count = count;
}

static const char *const *field_names(const struct fw_package_reading *reading,
                                      const struct fw_resource *resource)
{
    const char **names = FW_NEW_ARRAY(reading->arena, resource->field_count, const char *);
    for (size_t i = 0; i < resource->field_count; i++) {
        names[i] = resource->fields[i].name->text;
    }
    return names;
}

static void decode_key(const struct fw_package_reading *reading, struct fw_resource *resource,
                       struct fw_node node)
{
    size_t count;
    const char *const *names = texts_of(reading, node, &count);
    uint32_t *key = FW_NEW_ARRAY(reading->arena, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        const struct fw_resource_field *field = fw_resource_field(resource, names[i]);
        if (field != NULL) {
            key[resource->key_count++] = (uint32_t)(field - resource->fields);
            continue;
        }
        struct fw_node at = fw_node_kind(node) == FW_JSON_ARRAY ? fw_node_item(node, i) : node;
        struct fw_diagnostic *d =
            fw_report(reading->diag, fw_node_place(reading->arena, at), FW_UNKNOWN_FIELD,
                      "the primary key names no field of the schema: '%s'", names[i]);
        fw_hint_nearest(reading->diag, d, names[i], field_names(reading, resource),
                        resource->field_count);
    }
    resource->key = key;
}

/** Reports a list that is longer than a schema may have; false then. */
static bool check_count(const struct fw_package_reading *reading, struct fw_node list, size_t most)
{
    if (fw_node_count(list) <= most) {
        return true;
    }
    fw_report(reading->diag, fw_node_place(reading->arena, list), FW_LIMIT,
              "'%s' has more than %zu items", fw_node_get(list)->key->text, most);
    return false;
}

static void decode_schema(const struct fw_package_reading *reading, struct fw_resource *resource,
                          struct fw_node schema)
{
    struct fw_node fields = fw_node_member(schema, "fields");
    struct fw_node key = fw_node_member(schema, "primaryKey");
    struct fw_node missing = fw_node_member(schema, "missingValues");
    if (!check_count(reading, fields, FW_LIMIT_COLUMNS) ||
        !check_count(reading, key, FW_LIMIT_COLUMNS) ||
        !check_count(reading, missing, FW_LIMIT_MISSING)) {
        return;
    }
    decode_fields(reading, resource, fields);
    decode_key(reading, resource, key);
    resource->missing = words_of(reading, missing, &resource->missing_count);
    if (!fw_node_there(missing)) {
        static const char nothing[] = "";
        fw_str *words = FW_NEW(reading->arena, fw_str);
        words[0] = fw_intern_text(reading->strings, nothing);
        resource->missing = words;
        resource->missing_count = 1;
    }
}

/* ---- evidence ----------------------------------------------------------------------------- */

static const struct fw_resource_source *decode_sources(const struct fw_package_reading *reading,
                                                       struct fw_node list, size_t *count)
{
    *count = fw_node_count(list);
    struct fw_resource_source *sources =
        FW_NEW_ARRAY(reading->arena, *count, struct fw_resource_source);
    struct fw_node n = fw_node_first(list);
    for (size_t i = 0; i < *count; i++, n = fw_node_next(n)) {
        const char *title = text_of(reading, n, "title");
        sources[i] = (struct fw_resource_source){
            .title = title == NULL ? "" : title,
            .path = text_of(reading, n, "path"),
            .paragraph = text_of(reading, n, "paragraph"),
            .table = text_of(reading, n, "table"),
            .page = text_of(reading, n, "page"),
            .section = text_of(reading, n, "section"),
            .file = text_of(reading, n, "file"),
        };
    }
    return sources;
}

static const struct fw_resource_base *decode_bases(const struct fw_package_reading *reading,
                                                   struct fw_node list, size_t *count)
{
    *count = fw_node_count(list);
    struct fw_resource_base *bases = FW_NEW_ARRAY(reading->arena, *count, struct fw_resource_base);
    struct fw_node n = fw_node_first(list);
    for (size_t i = 0; i < *count; i++, n = fw_node_next(n)) {
        const char *of = text_of(reading, n, "of");
        bases[i] = (struct fw_resource_base){
            .n = fw_node_number(fw_node_member(n, "n"), (double)NAN),
            .of = of == NULL ? "" : of,
        };
    }
    return bases;
}

static void decode_provenance(const struct fw_package_reading *reading,
                              struct fw_resource *resource, struct fw_node node)
{
    resource->period = text_of(reading, node, "period");
    resource->kind = text_of(reading, node, "kind");
    resource->approximate = fw_node_boolean(fw_node_member(node, "approximate"), false);
    resource->bases = decode_bases(reading, fw_node_member(node, "base"), &resource->base_count);
}

/* ---- resources ---------------------------------------------------------------------------- */

/** The one file of a resource; NULL where its rows are inside the package, or in several files. */
static const char *path_of(const struct fw_package_reading *reading, struct fw_node node)
{
    struct fw_node path = fw_node_member(node, "path");
    size_t count;
    const char *const *paths = texts_of(reading, path, &count);
    if (count > 1) {
        fw_hint(reading->diag,
                fw_report(reading->diag, fw_node_place(reading->arena, path), FW_NOT_SUPPORTED,
                          "a resource in several files is not supported yet"),
                "its files are read as if they were not described");
    }
    return count == 1 ? paths[0] : NULL;
}

/** The sources of the package, for a resource that has none of its own. */
static void inherit_sources(const struct fw_package_reading *reading, struct fw_resource *resource)
{
    const struct fw_json_part *part = &resource->package->index->sources;
    if (part->end == 0) {
        return;
    }
    const struct fw_json *json =
        fw_json_read_part(reading->arena, reading->strings, part, reading->diag);
    struct fw_decoder decoder = { .arena = reading->arena,
                                  .strings = reading->strings,
                                  .diag = reading->diag };
    if (json != NULL && fw_package_check_sources(&decoder, fw_json_root(json))) {
        resource->sources = decode_sources(reading, fw_json_root(json), &resource->source_count);
    }
}

static struct fw_resource decode_resource(const struct fw_package_reading *reading,
                                          const struct fw_package *package, struct fw_node node)
{
    struct fw_resource resource = {
        .package = package,
        .name = text_of(reading, node, "name"),
        .path = path_of(reading, node),
        .title = text_of(reading, node, "title"),
        .description = text_of(reading, node, "description"),
        .at = node,
    };
    struct fw_node sources = fw_node_member(node, "sources");
    decode_schema(reading, &resource, fw_node_member(node, "schema"));
    decode_provenance(reading, &resource, fw_node_member(node, "provenance"));
    resource.caveats = texts_of(reading, fw_node_member(node, "caveats"), &resource.caveat_count);
    resource.figures = texts_of(reading, fw_node_member(node, "figures"), &resource.figure_count);
    if (fw_node_there(sources)) {
        resource.sources = decode_sources(reading, sources, &resource.source_count);
    } else {
        inherit_sources(reading, &resource);
    }
    return resource;
}

const struct fw_resource *fw_package_resource(const struct fw_package_reading *reading,
                                              const struct fw_package *package,
                                              struct fw_package_entry *entry)
{
    if (entry->resource != NULL) {
        return entry->resource;
    }
    size_t errors = fw_diag_errors(reading->diag);
    const struct fw_json *json =
        fw_json_read_part(reading->arena, reading->strings, &entry->part, reading->diag);
    struct fw_decoder decoder = { .arena = reading->arena,
                                  .strings = reading->strings,
                                  .diag = reading->diag };
    if (json == NULL || !fw_package_check_resource(&decoder, fw_json_root(json))) {
        return NULL;
    }
    struct fw_resource *resource = FW_NEW(reading->arena, struct fw_resource);
    *resource = decode_resource(reading, package, fw_json_root(json));
    if (fw_diag_errors(reading->diag) > errors) {
        return NULL;
    }
    entry->resource = resource;
    return resource;
}

const struct fw_package *fw_package_decode(const struct fw_package_reading *reading,
                                           const struct fw_source *source)
{
    struct fw_package_index *index = FW_NEW(reading->arena, struct fw_package_index);
    if (!fw_package_index_read(reading->arena, reading->strings, reading->diag, source, index)) {
        return NULL;
    }
    struct fw_package *package = FW_NEW(reading->arena, struct fw_package);
    *package = (struct fw_package){
        .source = source,
        .name = index->name,
        .title = index->title,
        .description = index->description,
        .index = index,
    };
    return package;
}
