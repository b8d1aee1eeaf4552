/* Time scales, in a zone or in UTC: linear, with calendar intervals for ticks and nice ends. */
#include <math.h>

#include "format/interval.h"
#include "scale/continuous.h"
#include "scale/ticks.h"

#define MONTH (30 * FW_MS_DAY)
#define YEAR  (365 * FW_MS_DAY)

/** The intervals that ticks may have, by length (d3-time, ticks). */
static const struct {
    enum fw_interval_unit unit;
    double step;
    double length_ms;
} tick_intervals[] = {
    { FW_INTERVAL_SECOND, 1, FW_MS_SECOND },
    { FW_INTERVAL_SECOND, 5, 5 * FW_MS_SECOND },
    { FW_INTERVAL_SECOND, 15, 15 * FW_MS_SECOND },
    { FW_INTERVAL_SECOND, 30, 30 * FW_MS_SECOND },
    { FW_INTERVAL_MINUTE, 1, FW_MS_MINUTE },
    { FW_INTERVAL_MINUTE, 5, 5 * FW_MS_MINUTE },
    { FW_INTERVAL_MINUTE, 15, 15 * FW_MS_MINUTE },
    { FW_INTERVAL_MINUTE, 30, 30 * FW_MS_MINUTE },
    { FW_INTERVAL_HOUR, 1, FW_MS_HOUR },
    { FW_INTERVAL_HOUR, 3, 3 * FW_MS_HOUR },
    { FW_INTERVAL_HOUR, 6, 6 * FW_MS_HOUR },
    { FW_INTERVAL_HOUR, 12, 12 * FW_MS_HOUR },
    { FW_INTERVAL_DAY, 1, FW_MS_DAY },
    { FW_INTERVAL_DAY, 2, 2 * FW_MS_DAY },
    { FW_INTERVAL_WEEK, 1, FW_MS_WEEK },
    { FW_INTERVAL_MONTH, 1, MONTH },
    { FW_INTERVAL_MONTH, 3, 3 * MONTH },
    { FW_INTERVAL_YEAR, 1, YEAR },
};

static const struct fw_zone *zone_of(const struct fw_scale *scale)
{
    return scale->spec.kind == FW_SCALE_TIME ? scale->spec.zone : NULL;
}

/** Days of UTC scales are counted from 1970, those of others anew in each month (d3-time, unixDay).
 */
static bool listed_interval(const struct fw_scale *scale, size_t i, struct fw_interval *interval)
{
    bool days = tick_intervals[i].unit == FW_INTERVAL_DAY && scale->spec.kind == FW_SCALE_UTC;
    return fw_interval_every(days ? FW_INTERVAL_MILLISECOND : tick_intervals[i].unit,
                             days ? tick_intervals[i].length_ms : tick_intervals[i].step,
                             zone_of(scale), interval);
}

/** The interval for about `count` ticks from lo to hi; false when there is none. */
static bool choose_interval(const struct fw_scale *scale, double lo, double hi, double count,
                            struct fw_interval *interval)
{
    double target = fabs(hi - lo) / count;
    size_t n = FW_COUNT(tick_intervals);
    size_t i = 0;
    while (i < n && !(tick_intervals[i].length_ms > target)) {
        i++;
    }
    if (i == n) {
        double step = fw_tick_step(lo / YEAR, hi / YEAR, count);
        return fw_interval_every(FW_INTERVAL_YEAR, step, zone_of(scale), interval);
    }
    if (i == 0) {
        double step = fmax(fw_tick_step(lo, hi, count), 1);
        return fw_interval_every(FW_INTERVAL_MILLISECOND, step, zone_of(scale), interval);
    }
    if (target / tick_intervals[i - 1].length_ms < tick_intervals[i].length_ms / target) {
        i--;
    }
    return listed_interval(scale, i, interval);
}

/** The interval that was asked for by name, or the one for a count. */
static bool find_interval(const struct fw_scale *scale, double lo, double hi,
                          const struct fw_tick_target *target, struct fw_interval *interval)
{
    enum fw_interval_unit unit;
    if (target->interval != NULL && fw_interval_unit_parse(target->interval, &unit)) {
        return fw_interval_every(unit, target->step, zone_of(scale), interval);
    }
    return target->count > 0 && choose_interval(scale, lo, hi, target->count, interval);
}

static void time_nice(struct fw_scale *scale)
{
    const struct fw_nice *nice = &scale->spec.nice;
    struct fw_tick_count wanted = { nice->count, nice->interval, nice->step, 0 };
    struct fw_tick_target target = fw_tick_target_of(scale, wanted, 10);
    double *first = &scale->numbers[0];
    double *last = &scale->numbers[scale->domain_count - 1];
    bool reverse = *last < *first;
    double *lo = reverse ? last : first;
    double *hi = reverse ? first : last;
    struct fw_interval interval;
    if (find_interval(scale, *lo, *hi, &target, &interval)) {
        double down = fw_interval_floor(&interval, *lo);
        double up = fw_interval_ceil(&interval, *hi);
        *lo = down;
        *hi = up;
    }
}

static struct fw_value *time_ticks(const struct fw_scale *scale, struct fw_arena *arena,
                                   const struct fw_tick_target *target, size_t *count)
{
    *count = 0;
    if (scale->domain_count == 0) {
        return NULL;
    }
    double first = scale->numbers[0];
    double last = scale->numbers[scale->domain_count - 1];
    double lo = fmin(first, last);
    double hi = fmax(first, last);
    struct fw_interval interval;
    if (!find_interval(scale, lo, hi, target, &interval)) {
        return NULL;
    }
    struct fw_times times = fw_interval_range(&interval, arena, lo, hi + 1, 1);
    struct fw_value *values = FW_NEW_ARRAY(arena, times.count, struct fw_value);
    for (size_t i = 0; i < times.count; i++) {
        values[i] = fw_time(times.values[last < first ? times.count - 1 - i : i]);
    }
    *count = times.count;
    return values;
}

const struct fw_scale_type fw_scale_time = {
    .name = "time",
    .traits = FW_TRAIT_CONTINUOUS | FW_TRAIT_NUMBERS | FW_TRAIT_TEMPORAL,
    .train = fw_continuous_train,
    .apply = fw_continuous_apply,
    .invert = fw_continuous_invert,
    .forward = fw_same,
    .backward = fw_same,
    .nice = time_nice,
    .ticks = time_ticks,
};

const struct fw_scale_type fw_scale_utc = {
    .name = "utc",
    .traits = FW_TRAIT_CONTINUOUS | FW_TRAIT_NUMBERS | FW_TRAIT_TEMPORAL,
    .train = fw_continuous_train,
    .apply = fw_continuous_apply,
    .invert = fw_continuous_invert,
    .forward = fw_same,
    .backward = fw_same,
    .nice = time_nice,
    .ticks = time_ticks,
};
