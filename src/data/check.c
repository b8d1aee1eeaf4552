/* What is wrong with the cells of a column for what they are wanted for. */
#include "data/check.h"

#include <math.h>

#include "base/bytes.h"
#include "data/origin.h"

/** What the cells of a column are. */
struct tally {
    size_t numbers, texts;
    size_t first; /* row of the first text */
};

static bool is_text(struct fw_value value)
{
    return value.kind == FW_STRING && value.string->length > 0 && isnan(fw_to_number(value));
}

static struct tally count_cells(const struct fw_table *table, const struct fw_column *column)
{
    struct tally tally = { 0 };
    if (column->type != FW_COLUMN_STRING && column->type != FW_COLUMN_VALUE) {
        return tally;
    }
    for (size_t i = 0; i < table->rows; i++) {
        struct fw_value value = fw_table_value(table, column, i);
        if (is_text(value)) {
            tally.first = tally.texts++ == 0 ? i : tally.first;
        } else {
            tally.numbers += !fw_is_nil(value);
        }
    }
    return tally;
}

bool fw_check_numbers(struct fw_diag *diag, struct fw_strings *strings,
                      const struct fw_table *table, const struct fw_column *column,
                      struct fw_place otherwise)
{
    struct tally tally = count_cells(table, column);
    if (tally.texts == 0) {
        return true;
    }
    struct fw_place place = fw_table_place(table, strings, tally.first, column->name);
    place = place.source == NULL ? otherwise : place;
    const char *text = fw_table_value(table, column, tally.first).string->text;
    if (tally.numbers == 0) {
        struct fw_diagnostic *d =
            fw_report(diag, place, FW_DATA_TYPE, "text '%s' where '%s' must be a number", text,
                      column->name->text);
        fw_hint(diag, d, "no cell of '%s' is a number: is it nominal or temporal?",
                column->name->text);
        return false;
    }
    fw_report(diag, place, FW_INVALID_VALUES, "%zu cell%s of '%s' %s no number%s, such as '%s'",
              tally.texts, tally.texts == 1 ? "" : "s", column->name->text,
              tally.texts == 1 ? "is" : "are", tally.texts == 1 ? "" : "s", text);
    return true;
}

/* ---- conversions -------------------------------------------------------------------------- */

/* Lines of further cells that a report names; our taste. */
enum { LINES_MOST = 3 };

/** Whether a conversion made nothing of the cell: NaN that is neither null nor missing. */
static bool is_lost(const struct fw_column *column, size_t row)
{
    bool is_value = column->cells == NULL || column->cells[row] == FW_CELL_VALUE;
    return is_value && isnan(column->number[row]);
}

/** The text at a place, without its quotes. */
static const char *text_at(struct fw_strings *strings, struct fw_place place)
{
    if (place.source == NULL) {
        return NULL;
    }
    const char *begin = place.source->text + place.begin, *end = place.source->text + place.end;
    bool is_quoted = end - begin >= 2 && begin[0] == '"' && end[-1] == '"';
    return fw_intern(strings, begin + is_quoted, (size_t)(end - begin) - 2 * is_quoted)->text;
}

/** The lines of the lost cells behind the first: "5, 7 and 9". */
static void hint_lines(struct fw_diag *diag, struct fw_diagnostic *d, struct fw_strings *strings,
                       const struct fw_table *table, const struct fw_column *column, size_t first)
{
    struct fw_bytes lines = { 0 };
    size_t named = 0;
    for (size_t row = first + 1; row < table->storage && named < LINES_MOST; row++) {
        if (!is_lost(column, row)) {
            continue;
        }
        struct fw_place place = fw_table_place(table, strings, row, column->name);
        size_t line, at;
        if (place.source == NULL) {
            break;
        }
        fw_source_locate(place.source, place.begin, &line, &at);
        fw_bytes_printf(&lines, "%s%zu", named++ == 0 ? "" : ", ", line);
    }
    if (named > 0) {
        fw_hint(diag, d, "the next %s in line%s %s", named == 1 ? "is" : "are",
                named == 1 ? "" : "s", fw_bytes_text(&lines));
    }
    fw_bytes_finish(&lines);
}

static void check_parse(struct fw_diag *diag, struct fw_strings *strings,
                        const struct fw_table *table, const struct fw_column *column,
                        const char *kind)
{
    size_t count = 0, first = 0;
    for (size_t row = 0; row < table->storage; row++) {
        if (is_lost(column, row)) {
            first = count++ == 0 ? row : first;
        }
    }
    if (count == 0) {
        return;
    }
    struct fw_place place = fw_table_place(table, strings, first, column->name);
    const char *text = text_at(strings, place);
    struct fw_diagnostic *d =
        fw_report(diag, place, FW_INVALID_VALUES, "%zu cell%s of '%s' %s no %s%s%s%s%s", count,
                  count == 1 ? "" : "s", column->name->text, count == 1 ? "is" : "are", kind,
                  count == 1 ? "" : "s", text == NULL ? "" : ", such as '",
                  text == NULL ? "" : text, text == NULL ? "" : "'");
    hint_lines(diag, d, strings, table, column, first);
}

void fw_check_parses(struct fw_diag *diag, struct fw_strings *strings, const struct fw_table *table,
                     const struct fw_parse *parses, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct fw_column *column =
            fw_table_find(table, fw_intern_text(strings, parses[i].field));
        bool is_numeric =
            column != NULL && (column->type == FW_COLUMN_NUMBER || column->type == FW_COLUMN_TIME);
        bool is_date = parses[i].kind == FW_PARSE_DATE;
        if (is_numeric && (is_date || parses[i].kind == FW_PARSE_NUMBER)) {
            check_parse(diag, strings, table, column, is_date ? "date" : "number");
        }
    }
}
