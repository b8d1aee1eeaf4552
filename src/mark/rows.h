/* The order in which a unit's rows are drawn, and the series that path marks make of them. */
#ifndef FW_MARK_ROWS_H
#define FW_MARK_ROWS_H

#include "mark/ref.h"

/** Rows in drawing order: by the order channel where it speaks, else as they are. [table->rows] */
const uint32_t *fw_mark_rows(const struct fw_unit *unit);

/** One series of a path mark: rows in drawing order. */
struct fw_series {
    const uint32_t *rows;
    size_t count;
};

/**
 * Splits the rows by the fields that tell series apart (color, detail, ...; Vega-Lite's
 * pathGroupingFields), in order of first appearance, each sorted by the order channel, or along the
 * mark's dimension at `along`.
 */
struct fw_series *fw_mark_series(const struct fw_unit *unit, const struct fw_ref *along,
                                 size_t *count);

/** Whether the unit is a path mark whose rows are split into series by fields. */
bool fw_mark_is_split(const struct fw_unit *unit);

/** Columns whose invalid values interrupt a path; `*count` of them. */
const struct fw_column **fw_path_breakers(const struct fw_unit *unit, size_t *count);

/** Whether row `row` interrupts a path. */
bool fw_path_breaks(const struct fw_unit *unit, const struct fw_column *const *breakers,
                    size_t count, size_t row);

#endif
