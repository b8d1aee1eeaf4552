/* Vega-Lite's DateTime objects: {"year": 2012, "month": "jan", "date": 1} as times. */
#ifndef FW_EXPR_DATETIME_H
#define FW_EXPR_DATETIME_H

#include "base/value.h"
#include "format/calendar.h"

/** Whether an object has a member of a DateTime: year, quarter, month, date, day, hours, ... */
bool fw_datetime_is(struct fw_value value);

/**
 * The time of a DateTime object in `zone`, or in UTC where it says "utc": true. Months and days may
 * be names, in full or from three letters on, of any case; months and quarters count from 1, days
 * of the week from 1 for Monday, 0 and 7 being Sunday. What is not given is 2012, January, the 1st,
 * 0:00. A day of the week counts only where it stands alone, and a quarter only without a month;
 * week and dayofyear do not count. False when it is none. Source: Vega-Lite, datetime.ts.
 */
bool fw_datetime_value(struct fw_value value, const struct fw_zone *zone, struct fw_value *time);

/** The name of the member that keeps an object from being a DateTime, or NULL when it is one. */
const char *fw_datetime_fault(struct fw_value object);

/**
 * The time that a bare value of a single time unit stands for: 2012 with "year", "jan" or 1 with
 * "month". False where the value is no such part (a number from 10000 on, a date text) or the unit
 * is not a single one.
 */
bool fw_datetime_of_unit(const char *unit, struct fw_value value, const struct fw_zone *zone,
                         struct fw_value *time);

#endif
