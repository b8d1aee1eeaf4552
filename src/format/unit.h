/* Time units of Vega and Vega-Lite: names, floors, ends, default formats, choice by number of bins.
 */
#ifndef FW_FORMAT_UNIT_H
#define FW_FORMAT_UNIT_H

#include "base/value.h"
#include "format/interval.h"

/** Parts of a unit, in Vega's order; a set of them is the sum of their bits. */
enum fw_time_part {
    FW_PART_YEAR = 1 << 0,
    FW_PART_QUARTER = 1 << 1,
    FW_PART_MONTH = 1 << 2,
    FW_PART_WEEK = 1 << 3, /* from Sunday */
    FW_PART_DATE = 1 << 4, /* day of the month */
    FW_PART_DAY = 1 << 5,  /* day of the week */
    FW_PART_DAYOFYEAR = 1 << 6,
    FW_PART_HOURS = 1 << 7,
    FW_PART_MINUTES = 1 << 8,
    FW_PART_SECONDS = 1 << 9,
    FW_PART_MILLISECONDS = 1 << 10,
};

/** A time unit; "binnedutcyearmonth" is {YEAR | MONTH, 1, utc, binned}. No parts: no unit. */
struct fw_time_unit {
    unsigned parts; /* enum fw_time_part */
    double step;    /* of the smallest part, >= 1 */
    bool utc;       /* parts are those of UTC, whatever the zone */
    bool binned;    /* the data is floored already */
};

/** Reads a Vega-Lite name; false when it is none. Step is 1. */
bool fw_time_unit_parse(const char *name, struct fw_time_unit *unit);

/** The Vega-Lite name in `arena`, with "utc" and "binned" as they apply; "" without parts. */
const char *fw_time_unit_name(struct fw_arena *arena, const struct fw_time_unit *unit);

/** The part of a Vega name ("hours"), or 0; the name of one part. */
unsigned fw_time_part_find(const char *name);
const char *fw_time_part_name(enum fw_time_part part);

/** The part of a set that is smallest in Vega's order: what steps count; 0 for the empty set. */
unsigned fw_time_part_smallest(unsigned parts);

/** Whether Vega takes the set: not empty, and one kind of day (week and day, month and date, day of
 * year). */
bool fw_time_parts_valid(unsigned parts);

/**
 * The start of the unit that a time is in; units larger than the given ones become those of 2012, a
 * leap year that begins on a Sunday: the month of any March is 2012-03-01. `zone` counts unless
 * unit->utc.
 */
double fw_time_unit_floor(const struct fw_time_unit *unit, const struct fw_zone *zone,
                          double time_ms);

/** The end of the unit that starts at `start_ms`: `step` of its smallest part on. */
double fw_time_unit_end(const struct fw_time_unit *unit, const struct fw_zone *zone,
                        double start_ms);

/** The interval of a part in Vega ("quarter" is every third month). */
struct fw_interval fw_time_part_interval(enum fw_time_part part, const struct fw_zone *zone);

/**
 * Vega's timeUnitSpecifier: a time format for a set of parts, made of the longest runs with a known
 * format. `overrides` (an object of specifiers by parts joined with "-", or undefined) goes before
 * the defaults.
 */
const char *fw_time_parts_specifier(struct fw_arena *arena, unsigned parts,
                                    struct fw_value overrides);

/** The same with Vega-Lite's own: "%b %Y" for year and month, "%b %d, %Y" for a whole date. */
const char *fw_time_unit_specifier(struct fw_arena *arena, const struct fw_time_unit *unit);

/** The unit and step that cut [lo, hi] into at most about `maxbins` (<= 0: 40) bins. Sets parts and
 * step. */
void fw_time_unit_bin(double lo, double hi, double maxbins, struct fw_time_unit *unit);

#endif
