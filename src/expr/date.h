/* What a value is as a date. */
#ifndef FW_EXPR_DATE_H
#define FW_EXPR_DATE_H

#include "expr/coerce.h"

/**
 * The time of new Date(value): a text is read as fw_date_parse does, any other value is its number
 * of ms; NaN when it is no date.
 */
double fw_expr_date(const struct fw_expr_env *env, struct fw_value value);

#endif
