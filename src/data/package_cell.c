/* The rules of a table schema for one cell, and the reports of cells that break them. */
#include "data/package_cell.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "data/package_type.h"

/* ---- reports ------------------------------------------------------------------------------ */

/** Where the schema says something: "data/datapackage.json:41". */
static void hint_rule(const struct fw_rule_check *check, struct fw_diagnostic *d, struct fw_node at)
{
    struct fw_place place = fw_node_place(check->arena, at);
    size_t line, column;
    fw_source_locate(place.source, place.begin, &line, &column);
    fw_hint(check->read->load->diag, d, "the rule is in %s:%zu", place.source->name, line);
}

/** The text of a cell as a message quotes it. */
static const char *quote(const struct fw_rule_check *check, const struct fw_csv_cell *cell)
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

struct fw_diagnostic *fw_rule_report(struct fw_rule_check *check, const struct fw_breach *breach,
                                     const char *message)
{
    if (check->broken++ >= FW_RULE_REPORTED) {
        return NULL;
    }
    struct fw_place place = fw_cells_place(&check->cells, breach->begin, breach->end);
    struct fw_diagnostic *d =
        fw_report(check->read->load->diag, place, FW_DATA_SCHEMA, "%s", message);
    hint_rule(check, d, breach->rule);
    return d;
}

/* ---- rules of one cell -------------------------------------------------------------------- */

static uint64_t hash_of(const struct fw_csv_cell *cell)
{
    return fw_hash64(cell->begin, (size_t)(cell->end - cell->begin), 0);
}

/** Numbers are hashed apart from texts: 0 and -0 are one. */
static uint64_t hash_of_number(double number)
{
    number += 0.0;
    return fw_hash64(&number, sizeof number, 1);
}

/** The set of "enum": its texts, and what they are as numbers: 1.0 is among [1, 2]. */
static void add_values(struct fw_rule_check *check, struct fw_rule_column *column)
{
    const struct fw_field_constraints *rules = &column->field->constraints;
    fw_seen_reserve(check->arena, &column->values, rules->value_count * 2);
    for (size_t i = 0; i < rules->value_count; i++) {
        fw_str text = rules->values[i];
        struct fw_field_cell value = fw_field_read(column->field, text->text, text->length);
        fw_seen_put(check->arena, &column->values, fw_hash64(text->text, text->length, 0), 0);
        if (value.fits && !isnan(value.number)) {
            fw_seen_put(check->arena, &column->values, hash_of_number(value.number), 0);
        }
    }
}

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

static bool is_among(struct fw_rule_check *check, struct fw_rule_column *column,
                     const struct fw_csv_cell *cell, double number)
{
    if (column->values.room == 0) {
        add_values(check, column);
    }
    return fw_seen_has(&column->values, hash_of(cell)) ||
           (!isnan(number) && fw_seen_has(&column->values, hash_of_number(number)));
}

static void check_values(struct fw_rule_check *check, struct fw_rule_column *column,
                         const struct fw_breach *breach, double number)
{
    const struct fw_field_constraints *rules = &column->field->constraints;
    if (!rules->has_values || is_among(check, column, breach->cell, number)) {
        return;
    }
    struct fw_diagnostic *d =
        fw_rule_report(check, breach,
                       FW_RULE_MESSAGE(check, "%s is not among the values of '%s'",
                                       quote(check, breach->cell), column->field->name->text));
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

static void check_bounds(struct fw_rule_check *check, const struct fw_rule_column *column,
                         const struct fw_breach *breach, double number)
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
            fw_rule_report(check, breach,
                           FW_RULE_MESSAGE(check, "%s is %s of '%s', %s",
                                           quote(check, breach->cell), bounds[i].what,
                                           column->field->name->text, bounds[i].bound->text));
        }
    }
}

static void check_length(struct fw_rule_check *check, const struct fw_rule_column *column,
                         const struct fw_breach *breach)
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
        fw_rule_report(check, breach,
                       FW_RULE_MESSAGE(check, "%s has %zu characters, and '%s' takes at %s %zu",
                                       quote(check, breach->cell), length,
                                       column->field->name->text, is_short ? "least" : "most",
                                       is_short ? rules->min_length : rules->max_length));
    }
}

static void check_pattern(struct fw_rule_check *check, const struct fw_rule_column *column,
                          const struct fw_breach *breach)
{
    size_t length = (size_t)(breach->cell->end - breach->cell->begin);
    if (column->pattern != NULL &&
        !fw_regexp_find(column->pattern, check->arena, breach->cell->begin, length, 0, NULL)) {
        fw_rule_report(check, breach,
                       FW_RULE_MESSAGE(check, "%s is not of the pattern of '%s', %s",
                                       quote(check, breach->cell), column->field->name->text,
                                       column->field->constraints.pattern->text));
    }
}

/** How many rows there are from here on, by the length of the next lines. */
static size_t guess_rows(const struct fw_cells *cells)
{
    enum { SAMPLE = 4096 };
    size_t left = (size_t)(cells->end - cells->p);
    size_t sample = left < SAMPLE ? left : SAMPLE, lines = 1;
    for (size_t i = 0; i < sample; i++) {
        lines += cells->p[i] == '\n';
    }
    return (size_t)((double)left / (double)(sample + 1) * (double)lines);
}

const char *fw_rule_see(struct fw_rule_check *check, struct fw_seen *seen, uint64_t hash,
                        const char *where)
{
    const char *text = check->cells.source->text;
    if (seen->room == 0) {
        fw_seen_reserve(check->arena, seen, guess_rows(&check->cells));
    }
    size_t before = fw_seen_put(check->arena, seen, hash, (size_t)(where - text));
    return before == SIZE_MAX ? NULL : text + before;
}

size_t fw_rule_line(const struct fw_rule_check *check, const char *where)
{
    size_t line, column;
    fw_source_locate(check->cells.source, (size_t)(where - check->cells.source->text), &line,
                     &column);
    return line;
}

static void check_unique(struct fw_rule_check *check, struct fw_rule_column *column,
                         const struct fw_breach *breach)
{
    if (!column->field->constraints.unique) {
        return;
    }
    const char *before = fw_rule_see(check, &column->seen, column->hash, breach->begin);
    if (before != NULL) {
        fw_rule_report(
            check, breach,
            FW_RULE_MESSAGE(check, "%s stands in '%s' twice, first in line %zu",
                            quote(check, breach->cell), column->field->name->text,
                            check->broken < FW_RULE_REPORTED ? fw_rule_line(check, before) : 0));
    }
}

static const char *type_noun(enum fw_field_type type)
{
    return type == FW_FIELD_INTEGER ? "whole number" : fw_field_type_name(type);
}

void fw_rule_check_cell(struct fw_rule_check *check, struct fw_rule_column *column,
                        struct fw_breach *breach)
{
    const struct fw_resource_field *field = column->field;
    const struct fw_csv_cell *cell = breach->cell;
    size_t length = (size_t)(cell->end - cell->begin);
    bool has_rules = fw_node_there(field->constraints.at);
    if (column->is_hashed) {
        column->hash = hash_of(cell);
    }
    if (is_missing(check->resource, cell)) {
        if (field->constraints.required) {
            breach->rule = field->constraints.at;
            fw_rule_report(check, breach,
                           FW_RULE_MESSAGE(check, "'%s' has no value", field->name->text));
        }
        return;
    }
    struct fw_field_cell value = fw_field_read(field, cell->begin, length);
    if (!value.fits) {
        breach->rule = field->at;
        fw_rule_report(check, breach,
                       FW_RULE_MESSAGE(check, "%s is no %s, as '%s' must be", quote(check, cell),
                                       type_noun(field->type), field->name->text));
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
