/* Time units as sets of parts: vega-time's floor, specifier and bin, and Vega-Lite's names. */
#include "format/unit.h"

#include <math.h>
#include <string.h>

#include "base/bytes.h"

/* In Vega's order: bit i of a set is part_types[i]. */
static const struct part_type {
    const char *name;
    enum fw_interval_unit interval;
    const char *specifier; /* vega-time, defaultSpecifiers */
} part_types[] = {
    { "year", FW_INTERVAL_YEAR, "%Y " },
    { "quarter", FW_INTERVAL_QUARTER, "Q%q " },
    { "month", FW_INTERVAL_MONTH, "%b " },
    { "week", FW_INTERVAL_WEEK, "W%U " },
    { "date", FW_INTERVAL_DAY, "%d " },
    { "day", FW_INTERVAL_DAY, "%a " },
    { "dayofyear", FW_INTERVAL_DAY, "%j " },
    { "hours", FW_INTERVAL_HOUR, "%H:00" },
    { "minutes", FW_INTERVAL_MINUTE, "00:%M" },
    { "seconds", FW_INTERVAL_SECOND, ":%S" },
    { "milliseconds", FW_INTERVAL_MILLISECOND, ".%L" },
};

enum { PART_COUNT = FW_COUNT(part_types) };

/* ---- Names ---- */

unsigned fw_time_part_find(const char *name)
{
    for (unsigned i = 0; i < PART_COUNT; i++) {
        if (strcmp(part_types[i].name, name) == 0) {
            return 1u << i;
        }
    }
    return 0;
}

static unsigned index_of(unsigned part)
{
    unsigned index = 0;
    while (index + 1 < PART_COUNT && part >> (index + 1) != 0) {
        index++;
    }
    return index;
}

const char *fw_time_part_name(enum fw_time_part part)
{
    return part_types[index_of((unsigned)part)].name;
}

unsigned fw_time_part_smallest(unsigned parts)
{
    return parts == 0 ? 0 : 1u << index_of(parts);
}

bool fw_time_parts_valid(unsigned parts)
{
    bool by_week = (parts & (FW_PART_WEEK | FW_PART_DAY)) != 0;
    bool by_month = (parts & (FW_PART_QUARTER | FW_PART_MONTH | FW_PART_DATE)) != 0;
    bool by_year = (parts & FW_PART_DAYOFYEAR) != 0;
    return parts != 0 && by_week + by_month + by_year <= 1;
}

static bool skip_prefix(const char **text, const char *prefix)
{
    size_t length = strlen(prefix);
    bool found = strncmp(*text, prefix, length) == 0;
    *text += found ? length : 0;
    return found;
}

/* The longest part name at the start of a text ("dayofyear", not "day"); PART_COUNT when none. */
static unsigned part_at(const char *text)
{
    unsigned best = PART_COUNT;
    for (unsigned i = 0; i < PART_COUNT; i++) {
        size_t length = strlen(part_types[i].name);
        if (strncmp(text, part_types[i].name, length) == 0 &&
            (best == PART_COUNT || length > strlen(part_types[best].name))) {
            best = i;
        }
    }
    return best;
}

bool fw_time_unit_parse(const char *name, struct fw_time_unit *unit)
{
    struct fw_time_unit read = { .step = 1 };
    read.binned = skip_prefix(&name, "binned");
    read.utc = skip_prefix(&name, "utc");
    while (*name != '\0') {
        unsigned index = part_at(name);
        if (index == PART_COUNT || read.parts >> index != 0) {
            return false; /* no part, or one that is not smaller than the one before */
        }
        read.parts |= 1u << index;
        name += strlen(part_types[index].name);
    }
    if (!fw_time_parts_valid(read.parts)) {
        return false;
    }
    *unit = read;
    return true;
}

const char *fw_time_unit_name(struct fw_arena *arena, const struct fw_time_unit *unit)
{
    struct fw_bytes bytes = { 0 };
    if (unit->parts != 0) {
        fw_bytes_puts(&bytes, unit->binned ? "binned" : "");
        fw_bytes_puts(&bytes, unit->utc ? "utc" : "");
    }
    for (unsigned i = 0; i < PART_COUNT; i++) {
        if ((unit->parts >> i & 1) != 0) {
            fw_bytes_puts(&bytes, part_types[i].name);
        }
    }
    const char *name = fw_arena_text(arena, fw_bytes_text(&bytes), bytes.length);
    fw_bytes_finish(&bytes);
    return name;
}

/* ---- Floor and end ---- */

enum { REFERENCE_YEAR = 2012 };

/* Brings a value down to a multiple of `step` from `phase` on. */
static double step_down(double value, double step, double phase)
{
    return step <= 1 ? value : phase + floor((value - phase) / step) * step;
}

/* A floor at work: what is floored, and the part that takes the step. */
struct flooring {
    unsigned parts;
    double step;
    double time_ms;
    const struct fw_zone *zone;
    struct fw_civil civil;
};

static double stepped(const struct flooring *flooring, unsigned part, double value, double phase)
{
    bool steps = fw_time_part_smallest(flooring->parts) == part;
    return step_down(value, steps ? flooring->step : 1, phase);
}

/* `value` where the part is in the set, else `otherwise`. */
static double kept(const struct flooring *flooring, unsigned part, double value, double otherwise)
{
    return (flooring->parts & part) != 0 ? stepped(flooring, part, value, 0) : otherwise;
}

/* The day of the year that is `weekday` of week `week`; weeks begin on Sundays, week 1 on the
 * first. */
static double day_of_week(double week, double weekday, double first_weekday)
{
    return weekday + week * 7 - fmod(first_weekday + 6, 7);
}

/* The day in the month (or, over its bounds, in the year) that the set's kind of day floors to. */
static double floor_day(const struct flooring *flooring, double year)
{
    unsigned parts = flooring->parts;
    struct fw_civil january = { .year = year, .day = 1 };
    double first = fw_weekday(fw_civil_time(january, NULL), NULL);
    double week = fw_week_sunday(flooring->time_ms, flooring->zone);
    double weekday = fw_weekday(flooring->time_ms, flooring->zone);
    if ((parts & FW_PART_DAY) != 0) {
        double of_week = (parts & FW_PART_WEEK) != 0 ? week : 1;
        return stepped(flooring, FW_PART_DAY, day_of_week(of_week, weekday, first), 1);
    }
    if ((parts & FW_PART_WEEK) != 0) {
        return day_of_week(stepped(flooring, FW_PART_WEEK, week, 1), 0, first);
    }
    if ((parts & FW_PART_DATE) != 0) {
        return stepped(flooring, FW_PART_DATE, flooring->civil.day, 1);
    }
    if ((parts & FW_PART_DAYOFYEAR) != 0) {
        double day = fw_day_of_year(flooring->time_ms, flooring->zone);
        return stepped(flooring, FW_PART_DAYOFYEAR, day, 1);
    }
    return 1;
}

static double floor_month(const struct flooring *flooring)
{
    if ((flooring->parts & FW_PART_MONTH) != 0) {
        return stepped(flooring, FW_PART_MONTH, flooring->civil.month, 0);
    }
    double quarter = floor(flooring->civil.month / 3);
    return 3 * kept(flooring, FW_PART_QUARTER, quarter, 0);
}

double fw_time_unit_floor(const struct fw_time_unit *unit, const struct fw_zone *zone,
                          double time_ms)
{
    zone = unit->utc ? NULL : zone;
    time_ms = fw_time_clip(time_ms);
    if (isnan(time_ms)) {
        return NAN;
    }
    struct flooring flooring = { unit->parts, unit->step, time_ms, zone,
                                 fw_civil_at(time_ms, zone) };
    const struct fw_civil *civil = &flooring.civil;
    double year = kept(&flooring, FW_PART_YEAR, civil->year, REFERENCE_YEAR);
    struct fw_civil floored = {
        .year = year,
        .month = floor_month(&flooring),
        .day = floor_day(&flooring, year),
        .hour = kept(&flooring, FW_PART_HOURS, civil->hour, 0),
        .minute = kept(&flooring, FW_PART_MINUTES, civil->minute, 0),
        .second = kept(&flooring, FW_PART_SECONDS, civil->second, 0),
        .millisecond = kept(&flooring, FW_PART_MILLISECONDS, civil->millisecond, 0),
    };
    return fw_civil_time(floored, zone);
}

struct fw_interval fw_time_part_interval(enum fw_time_part part, const struct fw_zone *zone)
{
    return (struct fw_interval){ part_types[index_of((unsigned)part)].interval, 1, zone };
}

double fw_time_unit_end(const struct fw_time_unit *unit, const struct fw_zone *zone,
                        double start_ms)
{
    unsigned smallest = fw_time_part_smallest(unit->parts);
    if (smallest == 0) {
        return NAN;
    }
    struct fw_interval interval = fw_time_part_interval(smallest, unit->utc ? NULL : zone);
    return fw_interval_offset(&interval, start_ms, unit->step >= 1 ? unit->step : 1);
}

/* ---- Default formats ---- */

/* A run of parts with a format of its own. */
struct run_specifier {
    unsigned parts;
    const char *specifier;
};

static const struct run_specifier vega_runs[] = {
    { FW_PART_YEAR | FW_PART_MONTH, "%Y-%m " },
    { FW_PART_YEAR | FW_PART_MONTH | FW_PART_DATE, "%Y-%m-%d " },
    { FW_PART_HOURS | FW_PART_MINUTES, "%H:%M" },
};

/* vega-lite/src/timeunit.ts, VEGALITE_TIMEFORMAT. */
static const struct run_specifier vega_lite_runs[] = {
    { FW_PART_YEAR | FW_PART_MONTH, "%b %Y " },
    { FW_PART_YEAR | FW_PART_MONTH | FW_PART_DATE, "%b %d, %Y " },
    { FW_PART_HOURS | FW_PART_MINUTES, "%H:%M" },
};

static const char *find_run(const struct run_specifier *runs, size_t count, unsigned parts)
{
    for (size_t i = 0; i < count; i++) {
        if (runs[i].parts == parts) {
            return runs[i].specifier;
        }
    }
    bool single = fw_time_part_smallest(parts) == parts;
    return single ? part_types[index_of(parts)].specifier : NULL;
}

/* The format that `overrides` has for parts: its key is their names joined with "-". */
static const char *find_override(struct fw_value overrides, unsigned parts)
{
    if (overrides.kind != FW_OBJECT) {
        return NULL;
    }
    struct fw_bytes key = { 0 };
    for (unsigned i = 0; i < PART_COUNT; i++) {
        if ((parts >> i & 1) != 0) {
            fw_bytes_puts(&key, key.length == 0 ? "" : "-");
            fw_bytes_puts(&key, part_types[i].name);
        }
    }
    struct fw_value value = fw_member_text(overrides, fw_bytes_text(&key));
    fw_bytes_finish(&key);
    return value.kind == FW_STRING ? value.string->text : NULL;
}

/* Puts the formats of the longest known runs of parts one behind the other, largest part first. */
static const char *join_runs(struct fw_arena *arena, unsigned parts, struct fw_value overrides,
                             const struct run_specifier *runs, size_t count)
{
    struct fw_bytes bytes = { 0 };
    while (parts != 0) {
        unsigned run = parts;
        const char *specifier = NULL;
        while (specifier == NULL) {
            specifier = find_override(overrides, run);
            specifier = specifier == NULL ? find_run(runs, count, run) : specifier;
            run &= specifier == NULL ? ~fw_time_part_smallest(run) : ~0u;
        }
        fw_bytes_puts(&bytes, specifier);
        parts &= ~run;
    }
    while (bytes.length > 0 && bytes.data[bytes.length - 1] == ' ') {
        bytes.length--;
    }
    const char *text = fw_arena_text(arena, fw_bytes_text(&bytes), bytes.length);
    fw_bytes_finish(&bytes);
    return text + strspn(text, " ");
}

const char *fw_time_parts_specifier(struct fw_arena *arena, unsigned parts,
                                    struct fw_value overrides)
{
    return join_runs(arena, parts, overrides, vega_runs, FW_COUNT(vega_runs));
}

const char *fw_time_unit_specifier(struct fw_arena *arena, const struct fw_time_unit *unit)
{
    return join_runs(arena, unit->parts, fw_undefined(), vega_lite_runs, FW_COUNT(vega_lite_runs));
}

/* ---- Units by number of bins ---- */

#define MS_YEAR (365 * FW_MS_DAY) /* vega-time, durationYear */

/* d3-array's tickStep for lo <= hi: 1, 2 or 5 times a power of ten. */
static double nice_step(double lo, double hi, double count)
{
    double rough = (hi - lo) / count;
    double power = pow(10, floor(log10(rough)));
    double error = rough / power;
    return power * (error >= sqrt(50) ? 10 : error >= sqrt(10) ? 5 : error >= sqrt(2) ? 2 : 1);
}

enum {
    TO_DATE = FW_PART_YEAR | FW_PART_MONTH | FW_PART_DATE,
    TO_HOURS = TO_DATE | FW_PART_HOURS,
    TO_MINUTES = TO_HOURS | FW_PART_MINUTES,
    TO_SECONDS = TO_MINUTES | FW_PART_SECONDS,
    TO_MILLISECONDS = TO_SECONDS | FW_PART_MILLISECONDS,
};

static const struct {
    unsigned parts;
    double step, length_ms;
} bins[] = {
    { TO_SECONDS, 1, FW_MS_SECOND },
    { TO_SECONDS, 5, 5 * FW_MS_SECOND },
    { TO_SECONDS, 15, 15 * FW_MS_SECOND },
    { TO_SECONDS, 30, 30 * FW_MS_SECOND },
    { TO_MINUTES, 1, FW_MS_MINUTE },
    { TO_MINUTES, 5, 5 * FW_MS_MINUTE },
    { TO_MINUTES, 15, 15 * FW_MS_MINUTE },
    { TO_MINUTES, 30, 30 * FW_MS_MINUTE },
    { TO_HOURS, 1, FW_MS_HOUR },
    { TO_HOURS, 3, 3 * FW_MS_HOUR },
    { TO_HOURS, 6, 6 * FW_MS_HOUR },
    { TO_HOURS, 12, 12 * FW_MS_HOUR },
    { TO_DATE, 1, FW_MS_DAY },
    { FW_PART_YEAR | FW_PART_WEEK, 1, FW_MS_WEEK },
    { FW_PART_YEAR | FW_PART_MONTH, 1, 30 * FW_MS_DAY },
    { FW_PART_YEAR | FW_PART_MONTH, 3, 90 * FW_MS_DAY },
    { FW_PART_YEAR, 1, MS_YEAR },
};

void fw_time_unit_bin(double lo, double hi, double maxbins, struct fw_time_unit *unit)
{
    double most = maxbins > 0 ? maxbins : 40;
    double target = fabs(hi - lo) / most;
    size_t i = 0;
    while (i < FW_COUNT(bins) && bins[i].length_ms <= target) {
        i++;
    }
    if (i == FW_COUNT(bins)) {
        unit->parts = FW_PART_YEAR;
        unit->step = nice_step(fmin(lo, hi) / MS_YEAR, fmax(lo, hi) / MS_YEAR, most);
    } else if (i == 0) {
        unit->parts = TO_MILLISECONDS;
        unit->step = target > 0 ? fmax(nice_step(fmin(lo, hi), fmax(lo, hi), most), 1) : 1;
    } else {
        if (target / bins[i - 1].length_ms < bins[i].length_ms / target) {
            i--;
        }
        unit->parts = bins[i].parts;
        unit->step = bins[i].step;
    }
}
