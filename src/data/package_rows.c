/* The rows of a described file against its table schema: one walk over the text. */
#include "data/package_rows.h"

#include <string.h>

#include "base/hash.h"
#include "data/package_cell.h"
#include "data/package_type.h"

/* ---- rows --------------------------------------------------------------------------------- */

static void check_key(struct fw_rule_check *check, const char *begin, const char *end)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < check->resource->key_count; i++) {
        hash = fw_hash_mix(hash ^ check->columns[check->key[i]].hash);
    }
    const char *before = fw_rule_see(check, &check->rows, hash, begin);
    if (before == NULL) {
        return;
    }
    struct fw_node schema = fw_node_member(check->resource->at, "schema");
    struct fw_breach breach = { .begin = begin,
                                .end = end,
                                .rule = fw_node_member(schema, "primaryKey") };
    size_t line = check->broken < FW_RULE_REPORTED ? fw_rule_line(check, before) : 0;
    fw_rule_report(
        check, &breach,
        FW_RULE_MESSAGE(check, "the row has the same primary key as the row in line %zu", line));
}

/** Steps back over the delimiter or line end that a cell was read with. */
static const char *trim(const struct fw_cells *cells, const char *begin, bool is_last)
{
    const char *end = cells->p;
    if (!is_last) {
        return end - 1;
    }
    while (end > begin && (end[-1] == '\n' || end[-1] == '\r')) {
        end--;
    }
    return end;
}

static void check_row(struct fw_rule_check *check)
{
    const char *row = check->cells.p, *end = row;
    struct fw_csv_cell cell = { .last = false };
    size_t count = 0;
    for (; !cell.last; count++) {
        const char *begin = check->cells.p;
        fw_cells_next(&check->cells, &cell);
        end = trim(&check->cells, begin, cell.last);
        if (count < check->count && check->columns[count].field != NULL) {
            struct fw_breach breach = { .cell = &cell, .begin = begin, .end = end };
            fw_rule_check_cell(check, &check->columns[count], &breach);
        }
    }
    if (count == check->count && check->key != NULL) {
        check_key(check, row, end);
    }
}

static void check_rows(struct fw_rule_check *check)
{
    struct fw_cells *cells = &check->cells;
    while (cells->p < cells->end && !cells->broken && check->broken < FW_RULE_COUNTED) {
        if (check->count > 1) {
            fw_cells_skip_blank(cells);
        }
        if (cells->p < cells->end) {
            check_row(check);
        }
    }
    if (check->broken > FW_RULE_REPORTED) {
        size_t more = check->broken - FW_RULE_REPORTED;
        fw_report(check->read->load->diag, fw_cells_place(cells, cells->end, cells->end),
                  FW_DATA_SCHEMA, "and %s%zu more cell%s that break%s the schema",
                  check->broken < FW_RULE_COUNTED ? "" : "at least ", more, more == 1 ? "" : "s",
                  more == 1 ? "s" : "");
    }
}

/* ---- columns ------------------------------------------------------------------------------ */

/** Compiles a pattern so that it matches whole texts; a faulty one is reported in the package. */
static const struct fw_regexp *compile_pattern(const struct fw_rule_check *check,
                                               const struct fw_resource_field *field)
{
    const struct fw_load *load = check->read->load;
    fw_str pattern = field->constraints.pattern;
    if (pattern == NULL) {
        return NULL;
    }
    const char *whole = fw_arena_printf(check->arena, "^(?:%s)$", pattern->text), *message;
    const struct fw_regexp *regexp =
        fw_regexp_compile(check->arena, fw_intern_text(load->strings, whole),
                          fw_intern_text(load->strings, ""), &message);
    if (regexp == NULL) {
        struct fw_node at = fw_node_member(field->constraints.at, "pattern");
        fw_report(load->diag, fw_node_place(load->arena, at), FW_UNKNOWN_VALUE,
                  "'pattern' of field '%s' is no regular expression: %s", field->name->text,
                  message);
    }
    return regexp;
}

static bool is_in_key(const struct fw_resource *resource, size_t field)
{
    for (size_t i = 0; i < resource->key_count; i++) {
        if (resource->key[i] == field) {
            return true;
        }
    }
    return false;
}

static struct fw_rule_column make_column(const struct fw_rule_check *check,
                                         const struct fw_resource_field *field)
{
    size_t index = (size_t)(field - check->resource->fields);
    struct fw_rule_column column = {
        .field = field,
        .pattern = compile_pattern(check, field),
        .is_hashed = field->constraints.unique || is_in_key(check->resource, index),
    };
    if (!fw_field_is_checked(field->type)) {
        struct fw_node at = fw_node_member(field->at, "type");
        fw_report(check->read->load->diag, fw_node_place(check->read->load->arena, at),
                  FW_NOT_SUPPORTED, "cells of type '%s' are not checked yet",
                  fw_field_type_name(field->type));
    }
    return column;
}

static const char *const *schema_names(const struct fw_rule_check *check)
{
    const char **names = FW_NEW_ARRAY(check->arena, check->resource->field_count, const char *);
    for (size_t i = 0; i < check->resource->field_count; i++) {
        names[i] = check->resource->fields[i].name->text;
    }
    return names;
}

static void report_undescribed(const struct fw_rule_check *check, const char *name,
                               const char *begin)
{
    struct fw_diag *diag = check->read->load->diag;
    struct fw_diagnostic *d =
        fw_report(diag, fw_cells_place(&check->cells, begin, begin + strlen(name)), FW_UNDESCRIBED,
                  "column '%s' is not in the schema of '%s'", name, check->resource->name);
    fw_hint_nearest(diag, d, name, schema_names(check), check->resource->field_count);
}

/** Matches the header with the schema; the names of the columns into `names`. */
static void read_header(struct fw_rule_check *check, const char ***names)
{
    struct fw_csv_cell cell;
    const char **list = NULL;
    size_t capacity = 0;
    do {
        const char *begin = check->cells.p;
        fw_cells_next(&check->cells, &cell);
        const char *name = fw_arena_text(check->arena, cell.begin, (size_t)(cell.end - cell.begin));
        const struct fw_resource_field *field = fw_resource_field(check->resource, name);
        FW_RESERVE(check->arena, list, check->count, capacity);
        FW_RESERVE(check->arena, check->columns, check->count, check->capacity);
        list[check->count] = name;
        check->columns[check->count++] =
            field != NULL ? make_column(check, field) : (struct fw_rule_column){ .field = NULL };
        if (field == NULL) {
            report_undescribed(check, name, begin);
        }
    } while (!cell.last && !check->cells.broken);
    *names = list;
}

/** Reports the fields that the file lacks; finds the columns of the primary key. */
static bool match_fields(struct fw_rule_check *check, const char *const *names)
{
    const struct fw_load *load = check->read->load;
    const struct fw_resource *resource = check->resource;
    uint32_t *column_of = FW_NEW_ARRAY(check->arena, resource->field_count, uint32_t);
    bool is_good = true;
    for (size_t f = 0; f < resource->field_count; f++) {
        const struct fw_resource_field *field = &resource->fields[f];
        size_t c = 0;
        while (c < check->count && check->columns[c].field != field) {
            c++;
        }
        column_of[f] = (uint32_t)c;
        if (c == check->count) {
            struct fw_node at = fw_node_member(field->at, "name");
            struct fw_diagnostic *d =
                fw_report(load->diag, fw_node_place(load->arena, at), FW_DATA_SCHEMA,
                          "'%s' has no column '%s'", check->read->source->name, field->name->text);
            fw_hint_nearest(load->diag, d, field->name->text, names, check->count);
            is_good = false;
        }
    }
    uint32_t *key = FW_NEW_ARRAY(check->arena, resource->key_count, uint32_t);
    for (size_t i = 0; i < resource->key_count; i++) {
        key[i] = column_of[resource->key[i]];
    }
    check->key = is_good && resource->key_count > 0 ? key : NULL;
    return is_good;
}

static bool is_checked(const struct fw_packages *packages, const struct fw_resource *resource)
{
    for (size_t i = 0; packages != NULL && i < packages->checked_count; i++) {
        if (packages->checked[i] == resource) {
            return true;
        }
    }
    return false;
}

static void note_checked(struct fw_packages *packages, const struct fw_resource *resource)
{
    if (packages != NULL) {
        FW_RESERVE(packages->arena, packages->checked, packages->checked_count,
                   packages->checked_capacity);
        packages->checked[packages->checked_count++] = resource;
    }
}

bool fw_package_check_rows(const struct fw_read *read, struct fw_cells cells)
{
    struct fw_packages *packages = read->load->packages;
    if (read->resource->field_count == 0 || is_checked(packages, read->resource)) {
        return true;
    }
    size_t errors = fw_diag_errors(read->load->diag);
    struct fw_rule_check check = {
        .read = read, .resource = read->resource, .arena = fw_arena_create(), .cells = cells
    };
    const char **names;
    read_header(&check, &names);
    match_fields(&check, names);
    check_rows(&check);
    fw_bytes_finish(&check.cells.unquoted);
    fw_arena_destroy(check.arena);
    bool is_good = fw_diag_errors(read->load->diag) == errors && !check.cells.broken;
    if (is_good) {
        note_checked(packages, read->resource);
    }
    return is_good;
}
