/* Calendar intervals: floor, ceiling, offset, range and count by years to milliseconds, as d3-time.
 */
#ifndef FW_FORMAT_INTERVAL_H
#define FW_FORMAT_INTERVAL_H

#include "format/calendar.h"

enum fw_interval_unit {
    FW_INTERVAL_MILLISECOND,
    FW_INTERVAL_SECOND,
    FW_INTERVAL_MINUTE,
    FW_INTERVAL_HOUR,
    FW_INTERVAL_DAY,
    FW_INTERVAL_WEEK,   /* from Sunday */
    FW_INTERVAL_MONDAY, /* the week from Monday */
    FW_INTERVAL_MONTH,
    FW_INTERVAL_QUARTER,
    FW_INTERVAL_YEAR,
};

/**
 * Every `step`-th unit in a zone. As in d3 the steps start anew in the next larger unit: every 5th
 * day is the 1st, 6th, ..., 31st of each month.
 */
struct fw_interval {
    enum fw_interval_unit unit;
    double step; /* a whole number >= 1 */
    const struct fw_zone *zone;
};

/** Reads a unit of d3 or Vega: "month", "hours", "date", "dayofyear", ...; false when it is none.
 */
bool fw_interval_unit_parse(const char *name, enum fw_interval_unit *unit);

/** d3's every(): `step` floored; false when that is not finite or below 1. */
bool fw_interval_every(enum fw_interval_unit unit, double step, const struct fw_zone *zone,
                       struct fw_interval *interval);

/** The last start of an interval at or before a time; the first at or after it; the nearer one. */
double fw_interval_floor(const struct fw_interval *interval, double time_ms);
double fw_interval_ceil(const struct fw_interval *interval, double time_ms);

/**
 * A time `count` (floored, may be negative) intervals on, not brought to a start first: 31 January
 * and one month is 2 or 3 March, as in JavaScript. With a step above 1 it goes to starts, as d3
 * does.
 */
double fw_interval_offset(const struct fw_interval *interval, double time_ms, double count);

/** How many starts lie after `start` and not after `end`; may be negative. Step 1 only. */
double fw_interval_count(const struct fw_interval *interval, double start, double end);

struct fw_times {
    double *values;
    size_t count;
};

/** fw_interval_range never gives more: callers' counts come from documents. */
enum { FW_INTERVAL_MOST = 100000 };

/** Starts from `start` on and before `stop`, taking every `stride`-th (d3's range; 1 is usual). */
struct fw_times fw_interval_range(const struct fw_interval *interval, struct fw_arena *arena,
                                  double start, double stop, double stride);

#endif
