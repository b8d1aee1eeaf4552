/* The text of a field's or datum's value: as text marks, headers and descriptions show it. */
#ifndef FW_ENCODING_LABEL_H
#define FW_ENCODING_LABEL_H

#include "data/table.h"
#include "encoding/encoding.h"
#include "expr/expr.h"
#include "format/number.h"

/** How one definition's values are written; made once, used for every row. */
struct fw_label {
    enum { FW_LABEL_RAW, FW_LABEL_NUMBER, FW_LABEL_TIME, FW_LABEL_BIN } how;
    const struct fw_column *column, *end; /* NULL column: the datum */
    struct fw_value datum;
    struct fw_number_spec number;
    const char *time; /* a time specifier */
    bool utc;
};

/**
 * Prepares the label of `def` over `table`: `format` and `formatType` of the definition (or of
 * `format_of`, a guide's object, where it is given), its type and time unit, then the
 * configuration. Source: formatSignalRef.
 */
struct fw_label fw_label_new(struct fw_maker make, const struct fw_config *config,
                             const struct fw_table *table, const struct fw_channel_def *def,
                             struct fw_value format_of);

/** The text for one row; an array value stays an array (lines). */
struct fw_value fw_label_get(const struct fw_label *label, const struct fw_expr_env *env,
                             const struct fw_table *table, size_t row);

/** The same for a value that is not in a table. */
struct fw_value fw_label_of(const struct fw_label *label, const struct fw_expr_env *env,
                            struct fw_value value, struct fw_value end);

#endif
