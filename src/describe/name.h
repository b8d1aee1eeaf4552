/* The texts that guides put to the values of a field. */
#ifndef FW_DESCRIBE_NAME_H
#define FW_DESCRIBE_NAME_H

#include "describe/gist.h"
#include "encoding/label.h"

/** How the values of one field are named; made once for a unit. */
struct fw_naming {
    const struct fw_view *unit; /* NULL: its table has no such field */
    struct fw_label label;
    const struct fw_expr *expr; /* labelExpr of the axis or legend; NULL: none */
    const struct fw_column *column;
};

/** As the field's axis or legend labels its values; numbers of a dimension stand as they are. */
struct fw_naming fw_naming_of(const struct fw_view *unit, const struct fw_gist_field *facet);

/** The name in row `row` of the unit's table, in the chart's arena; NULL where the table has no
 * such field. */
const char *fw_name_at(const struct fw_naming *naming, size_t row);

/** A text value in one line: lines and "|" as breaks of lines become spaces. */
const char *fw_one_line(const struct fw_view *unit, struct fw_value value);

#endif
