/* The rows of a described file against its table schema: one walk over the text. */
#include "data/package_rows.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "data/package_type.h"
#include "regexp/regexp.h"

/* Cells reported one by one before the rest are only counted; our taste. */
enum { REPORTED_MOST = 20 };

/* Where hashes were seen first: open addressing, 0 where a slot is free. Two texts with one hash of
 * 64 bits count as the same: among a million rows that happens to one file in ten million. */
struct seen {
    uint64_t *hashes;   /* [room] */
    uint32_t *where;    /* [room] bytes of the text: FW_LIMIT_DATA_BYTES fits */
    size_t count, room; /* room: a power of two, or 0 */
};

/* A column of the file. */
struct rule_column {
    const struct fw_resource_field *field; /* NULL: the schema does not know it */
    const struct fw_regexp *pattern;       /* or NULL */
    struct seen seen;                      /* of unique columns */
    uint64_t hash; /* of this row's cell, where it is unique or in the key */
    bool is_hashed;
};

struct rule_check {
    const struct fw_read *read;
    const struct fw_resource *resource;
    struct fw_arena *arena; /* scratch: ends with the check */
    struct fw_cells cells;
    struct rule_column *columns;
    size_t count, capacity;
    const uint32_t *key; /* [resource->key_count] columns of the primary key; NULL: none */
    struct seen rows;    /* by the primary key */
    size_t broken;       /* cells and rows that break a rule */
};

/* ---- reports ------------------------------------------------------------------------------ */

/** Where the schema says something: "data/datapackage.json:41". */
static void hint_rule(const struct rule_check *check, struct fw_diagnostic *d, struct fw_node at)
{
    struct fw_place place = fw_node_place(check->arena, at);
    size_t line, column;
    fw_source_locate(place.source, place.begin, &line, &column);
    fw_hint(check->read->load->diag, d, "the rule is in %s:%zu", place.source->name, line);
}

/** The text of a cell as a message quotes it. */
static const char *quote(const struct rule_check *check, const struct fw_csv_cell *cell)
{
    enum { MOST = 60 }; /* bytes: longer texts are cut, our taste */
    size_t length = (size_t)(cell->end - cell->begin);
    bool is_cut = length > MOST;
    length = is_cut ? MOST : length;
    while (is_cut && length > 0 && ((unsigned char)cell->begin[length] & 0xC0) == 0x80) {
        length--;
    }
    return fw_arena_printf(check->arena, "'%.*s%s'", (int)length, cell->begin, is_cut ? "..." : "");
}

/** A cell that breaks a rule, and the bytes that it takes in the file. */
struct breach {
    const struct fw_csv_cell *cell;
    const char *begin, *end;
    struct fw_node rule;
};

/** Counts a breach and reports it while there are few; NULL: only counted. */
static struct fw_diagnostic *report(struct rule_check *check, const struct breach *breach,
                                    const char *message)
{
    if (check->broken++ >= REPORTED_MOST) {
        return NULL;
    }
    struct fw_place place = fw_cells_place(&check->cells, breach->begin, breach->end);
    struct fw_diagnostic *d =
        fw_report(check->read->load->diag, place, FW_DATA_SCHEMA, "%s", message);
    hint_rule(check, d, breach->rule);
    return d;
}

#define MESSAGE(check, ...)                                                                        \
    ((check)->broken < REPORTED_MOST ? fw_arena_printf((check)->arena, __VA_ARGS__) : "")

/* ---- rules of one cell -------------------------------------------------------------------- */

static bool is_missing(const struct fw_resource *resource, const struct fw_csv_cell *cell)
{
    size_t length = (size_t)(cell->end - cell->begin);
    for (size_t i = 0; i < resource->missing_count; i++) {
        fw_str word = resource->missing[i];
        if (word->length == length && memcmp(word->text, cell->begin, length) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_among(const struct fw_resource_field *field, const struct fw_csv_cell *cell,
                     double number)
{
    const struct fw_field_constraints *rules = &field->constraints;
    size_t length = (size_t)(cell->end - cell->begin);
    for (size_t i = 0; i < rules->value_count; i++) {
        fw_str value = rules->values[i];
        if (value->length == length && memcmp(value->text, cell->begin, length) == 0) {
            return true;
        }
    }
    for (size_t i = 0; i < rules->value_count && !isnan(number); i++) { /* 1.0 is among [1, 2] */
        struct fw_field_cell value =
            fw_field_read(field, rules->values[i]->text, rules->values[i]->length);
        if (value.fits && value.number == number) {
            return true;
        }
    }
    return false;
}

static void check_values(struct rule_check *check, const struct rule_column *column,
                         const struct breach *breach, double number)
{
    const struct fw_field_constraints *rules = &column->field->constraints;
    if (!rules->has_values || is_among(column->field, breach->cell, number)) {
        return;
    }
    struct fw_diagnostic *d =
        report(check, breach,
               MESSAGE(check, "%s is not among the values of '%s'", quote(check, breach->cell),
                       column->field->name->text));
    if (d == NULL) {
        return;
    }
    const char **names = FW_NEW_ARRAY(check->arena, rules->value_count, const char *);
    for (size_t i = 0; i < rules->value_count; i++) {
        names[i] = rules->values[i]->text;
    }
    const char *written = fw_arena_text(check->arena, breach->cell->begin,
                                        (size_t)(breach->cell->end - breach->cell->begin));
    fw_hint_nearest(check->read->load->diag, d, written, names, rules->value_count);
}

static void check_bounds(struct rule_check *check, const struct rule_column *column,
                         const struct breach *breach, double number)
{
    const struct fw_field_constraints *rules = &column->field->constraints;
    const struct {
        const struct fw_field_bound *bound;
        bool is_broken;
        const char *what;
    } bounds[] = {
        { &rules->minimum, number < rules->minimum.number, "below the minimum" },
        { &rules->maximum, number > rules->maximum.number, "above the maximum" },
        { &rules->above, number <= rules->above.number, "not above" },
        { &rules->below, number >= rules->below.number, "not below" },
    };
    for (size_t i = 0; i < FW_COUNT(bounds); i++) {
        if (bounds[i].bound->text != NULL && bounds[i].is_broken) {
            report(check, breach,
                   MESSAGE(check, "%s is %s of '%s', %s", quote(check, breach->cell),
                           bounds[i].what, column->field->name->text, bounds[i].bound->text));
        }
    }
}

static void check_length(struct rule_check *check, const struct rule_column *column,
                         const struct breach *breach)
{
    const struct fw_field_constraints *rules = &column->field->constraints;
    if (rules->min_length == 0 && rules->max_length == SIZE_MAX) {
        return;
    }
    size_t length = 0;
    for (const char *p = breach->cell->begin; p < breach->cell->end; p++) {
        length += ((unsigned char)*p & 0xC0) != 0x80;
    }
    bool is_short = length < rules->min_length;
    if (is_short || length > rules->max_length) {
        report(check, breach,
               MESSAGE(check, "%s has %zu characters, and '%s' takes at %s %zu",
                       quote(check, breach->cell), length, column->field->name->text,
                       is_short ? "least" : "most",
                       is_short ? rules->min_length : rules->max_length));
    }
}

static void check_pattern(struct rule_check *check, const struct rule_column *column,
                          const struct breach *breach)
{
    size_t length = (size_t)(breach->cell->end - breach->cell->begin);
    if (column->pattern != NULL &&
        !fw_regexp_find(column->pattern, check->arena, breach->cell->begin, length, 0, NULL)) {
        report(check, breach,
               MESSAGE(check, "%s is not of the pattern of '%s', %s", quote(check, breach->cell),
                       column->field->name->text, column->field->constraints.pattern->text));
    }
}

static void make_room(struct rule_check *check, struct seen *seen, size_t room)
{
    struct seen old = *seen;
    seen->room = room;
    seen->hashes = FW_NEW_ARRAY(check->arena, room, uint64_t);
    seen->where = FW_NEW_ARRAY(check->arena, room, uint32_t);
    for (size_t i = 0; i < old.room; i++) {
        size_t slot = (size_t)old.hashes[i] & (room - 1);
        while (old.hashes[i] != 0 && seen->hashes[slot] != 0) {
            slot = (slot + 1) & (room - 1);
        }
        if (old.hashes[i] != 0) {
            seen->hashes[slot] = old.hashes[i];
            seen->where[slot] = old.where[i];
        }
    }
}

/** Twice as many slots as there are rows, by the length of the text and of its first lines. */
static size_t first_room(const struct fw_cells *cells)
{
    enum { SAMPLE = 4096 };
    size_t left = (size_t)(cells->end - cells->p);
    size_t sample = left < SAMPLE ? left : SAMPLE, lines = 1, room = 64;
    for (size_t i = 0; i < sample; i++) {
        lines += cells->p[i] == '\n';
    }
    size_t rows = (size_t)((double)left / (double)(sample + 1) * (double)lines);
    while (room < rows * 2 && room < (size_t)1 << 24) {
        room *= 2;
    }
    return room;
}

/** Where the same hash was seen before, or NULL; it is seen at `where` from now on. */
static const char *see(struct rule_check *check, struct seen *seen, uint64_t hash,
                       const char *where)
{
    const char *text = check->cells.source->text;
    if (seen->count * 2 >= seen->room) {
        make_room(check, seen, seen->room == 0 ? first_room(&check->cells) : seen->room * 2);
    }
    hash += hash == 0;
    size_t slot = (size_t)hash & (seen->room - 1);
    while (seen->hashes[slot] != 0 && seen->hashes[slot] != hash) {
        slot = (slot + 1) & (seen->room - 1);
    }
    if (seen->hashes[slot] == hash) {
        return text + seen->where[slot];
    }
    seen->hashes[slot] = hash;
    seen->where[slot] = (uint32_t)(where - text);
    seen->count++;
    return NULL;
}

static size_t line_of(const struct rule_check *check, const char *where)
{
    size_t line, column;
    fw_source_locate(check->cells.source, (size_t)(where - check->cells.source->text), &line,
                     &column);
    return line;
}

static void check_unique(struct rule_check *check, struct rule_column *column,
                         const struct breach *breach)
{
    if (!column->field->constraints.unique) {
        return;
    }
    const char *before = see(check, &column->seen, column->hash, breach->begin);
    if (before != NULL) {
        report(check, breach,
               MESSAGE(check, "%s stands in '%s' twice, first in line %zu",
                       quote(check, breach->cell), column->field->name->text,
                       check->broken < REPORTED_MOST ? line_of(check, before) : 0));
    }
}

static const char *article(enum fw_field_type type)
{
    return type == FW_FIELD_INTEGER ? "whole number" : fw_field_type_name(type);
}

/** Checks a cell and remembers its hash where it is needed. */
static void check_cell(struct rule_check *check, struct rule_column *column, struct breach *breach)
{
    const struct fw_resource_field *field = column->field;
    const struct fw_csv_cell *cell = breach->cell;
    size_t length = (size_t)(cell->end - cell->begin);
    bool has_rules = fw_node_there(field->constraints.at);
    if (column->is_hashed) {
        column->hash = fw_hash64(cell->begin, length, 0);
    }
    if (is_missing(check->resource, cell)) {
        if (field->constraints.required) {
            breach->rule = field->constraints.at;
            report(check, breach, MESSAGE(check, "'%s' has no value", field->name->text));
        }
        return;
    }
    struct fw_field_cell value = fw_field_read(field, cell->begin, length);
    if (!value.fits) {
        breach->rule = field->at;
        report(check, breach,
               MESSAGE(check, "%s is no %s, as '%s' must be", quote(check, cell),
                       article(field->type), field->name->text));
        return;
    }
    if (has_rules) {
        breach->rule = field->constraints.at;
        check_values(check, column, breach, value.number);
        check_bounds(check, column, breach, value.number);
        check_length(check, column, breach);
        check_pattern(check, column, breach);
        check_unique(check, column, breach);
    }
}

/* ---- rows --------------------------------------------------------------------------------- */

static void check_key(struct rule_check *check, const char *begin, const char *end)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < check->resource->key_count; i++) {
        hash = fw_hash_mix(hash ^ check->columns[check->key[i]].hash);
    }
    const char *before = see(check, &check->rows, hash, begin);
    if (before == NULL) {
        return;
    }
    struct fw_node schema = fw_node_member(check->resource->at, "schema");
    struct breach breach = { .begin = begin,
                             .end = end,
                             .rule = fw_node_member(schema, "primaryKey") };
    size_t line = check->broken < REPORTED_MOST ? line_of(check, before) : 0;
    report(check, &breach,
           MESSAGE(check, "the row has the same primary key as the row in line %zu", line));
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

static void check_row(struct rule_check *check)
{
    const char *row = check->cells.p, *end = row;
    struct fw_csv_cell cell = { .last = false };
    size_t count = 0;
    for (; !cell.last; count++) {
        const char *begin = check->cells.p;
        fw_cells_next(&check->cells, &cell);
        end = trim(&check->cells, begin, cell.last);
        if (count < check->count && check->columns[count].field != NULL) {
            struct breach breach = { .cell = &cell, .begin = begin, .end = end };
            check_cell(check, &check->columns[count], &breach);
        }
    }
    if (count == check->count && check->key != NULL) {
        check_key(check, row, end);
    }
}

static void check_rows(struct rule_check *check)
{
    struct fw_cells *cells = &check->cells;
    while (cells->p < cells->end && !cells->broken) {
        if (check->count > 1) {
            fw_cells_skip_blank(cells);
        }
        if (cells->p < cells->end) {
            check_row(check);
        }
    }
    if (check->broken > REPORTED_MOST) {
        size_t more = check->broken - REPORTED_MOST;
        fw_report(check->read->load->diag, fw_cells_place(cells, cells->end, cells->end),
                  FW_DATA_SCHEMA, "and %zu more cell%s that break%s the schema", more,
                  more == 1 ? "" : "s", more == 1 ? "s" : "");
    }
}

/* ---- columns ------------------------------------------------------------------------------ */

/** Compiles a pattern so that it matches whole texts; a faulty one is reported in the package. */
static const struct fw_regexp *compile_pattern(const struct rule_check *check,
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

static struct rule_column make_column(const struct rule_check *check,
                                      const struct fw_resource_field *field)
{
    size_t index = (size_t)(field - check->resource->fields);
    struct rule_column column = {
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

static const char *const *schema_names(const struct rule_check *check)
{
    const char **names = FW_NEW_ARRAY(check->arena, check->resource->field_count, const char *);
    for (size_t i = 0; i < check->resource->field_count; i++) {
        names[i] = check->resource->fields[i].name->text;
    }
    return names;
}

static void report_undescribed(const struct rule_check *check, const char *name, const char *begin)
{
    struct fw_diag *diag = check->read->load->diag;
    struct fw_diagnostic *d =
        fw_report(diag, fw_cells_place(&check->cells, begin, begin + strlen(name)), FW_UNDESCRIBED,
                  "column '%s' is not in the schema of '%s'", name, check->resource->name);
    fw_hint_nearest(diag, d, name, schema_names(check), check->resource->field_count);
}

/** Matches the header with the schema; the names of the columns into `names`. */
static void read_header(struct rule_check *check, const char ***names)
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
            field != NULL ? make_column(check, field) : (struct rule_column){ .field = NULL };
        if (field == NULL) {
            report_undescribed(check, name, begin);
        }
    } while (!cell.last && !check->cells.broken);
    *names = list;
}

/** Reports the fields that the file lacks; finds the columns of the primary key. */
static bool match_fields(struct rule_check *check, const char *const *names)
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
    struct rule_check check = {
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
