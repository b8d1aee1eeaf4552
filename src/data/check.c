/* What is wrong with the cells of a column for what they are wanted for. */
#include "data/check.h"

#include <math.h>

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
