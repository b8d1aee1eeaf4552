/* Vega-Lite's DateTime objects: {"year": 2012, "month": "jan", "date": 1} as times. */
#ifndef FW_EXPR_DATETIME_H
#define FW_EXPR_DATETIME_H

#include "base/value.h"
#include "format/calendar.h"

/** Whether an object has a member of a DateTime (year, quarter, month, date, day, hours, ..., utc). */
bool fw_datetime_is(struct fw_value value);

/**
 * The time of a DateTime object, in `zone` (UTC where it says "utc": true): parts left out are those of
 * 2012-01-01T00:00; with "day", of the week that begins on 2006-01-01. False when it is none. Source: Vega-Lite,
 * datetime.ts.
 */
bool fw_datetime_value(struct fw_value value, const struct fw_zone *zone, struct fw_value *time);

/**
 * The time that a bare value of a single time unit stands for: 2012 with "year", "jan" or 1 with "month".
 * False where the value is no such part (a large number, a date text) or the unit is not a single one.
 */
bool fw_datetime_of_unit(const char *unit, struct fw_value value, const struct fw_zone *zone,
                         struct fw_value *time);

#endif
