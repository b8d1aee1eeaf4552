/* Round numbers between two ends: the steps and ticks of d3-array. */
#include "scale/ticks.h"

#include <math.h>
#include <stdlib.h>

#include "base/round.h"

/* A step is rounded to 10, 5 or 2 times a power of ten from these factors on: the geometric means
 * of the neighbouring candidates (d3-array). */
static const double above_ten = 7.0710678118654755;  /* sqrt(50) */
static const double above_five = 3.1622776601683795; /* sqrt(10) */
static const double above_two = 1.4142135623730951;  /* sqrt(2) */

/** Ticks first * step ... last * step, or first / -step ... where step < 0. */
struct tick_run {
    double first, last, step;
};

static struct tick_run tick_run_once(double lo, double hi, double count)
{
    double step = (hi - lo) / fmax(0, count);
    double power = floor(log10(step));
    double excess = step / pow(10, power);
    double factor = excess >= above_ten    ? 10
                    : excess >= above_five ? 5
                    : excess >= above_two  ? 2
                                           : 1;
    struct tick_run run;
    if (power < 0) {
        double inverse = pow(10, -power) / factor;
        run.first = fw_round(lo * inverse);
        run.last = fw_round(hi * inverse);
        run.first += run.first / inverse < lo;
        run.last -= run.last / inverse > hi;
        run.step = -inverse;
    } else {
        run.step = pow(10, power) * factor;
        run.first = fw_round(lo / run.step);
        run.last = fw_round(hi / run.step);
        run.first += run.first * run.step < lo;
        run.last -= run.last * run.step > hi;
    }
    return run;
}

static struct tick_run tick_run(double lo, double hi, double count)
{
    struct tick_run run = tick_run_once(lo, hi, count);
    while (run.last < run.first && 0.5 <= count && count < 2) {
        count *= 2;
        run = tick_run_once(lo, hi, count);
    }
    return run;
}

double fw_tick_increment(double lo, double hi, double count)
{
    return tick_run(lo, hi, count).step;
}

double fw_tick_step(double lo, double hi, double count)
{
    bool reverse = hi < lo;
    double step = reverse ? fw_tick_increment(hi, lo, count) : fw_tick_increment(lo, hi, count);
    return (reverse ? -1 : 1) * (step < 0 ? 1 / -step : step);
}

double *fw_tick_numbers(struct fw_arena *arena, double from, double to, double count,
                        size_t *tick_count)
{
    *tick_count = 0;
    if (!(count > 0)) {
        return NULL;
    }
    if (from == to) {
        double *one = FW_NEW(arena, double);
        *one = from;
        *tick_count = 1;
        return one;
    }
    bool reverse = to < from;
    count = fmin(count, FW_TICKS_MOST / 4);
    struct tick_run run = reverse ? tick_run(to, from, count) : tick_run(from, to, count);
    double n = run.last - run.first + 1;
    if (!(n >= 1) || n > FW_TICKS_MOST) {
        return NULL;
    }
    *tick_count = (size_t)n;
    double *ticks = FW_NEW_ARRAY(arena, *tick_count, double);
    for (size_t i = 0; i < *tick_count; i++) {
        double k = reverse ? run.last - (double)i : run.first + (double)i;
        ticks[i] = run.step < 0 ? k / -run.step : k * run.step;
    }
    return ticks;
}

struct fw_value *fw_number_values(struct fw_arena *arena, const double *numbers, size_t count)
{
    struct fw_value *values = FW_NEW_ARRAY(arena, count, struct fw_value);
    for (size_t i = 0; i < count; i++) {
        values[i] = fw_number(numbers[i]);
    }
    return values;
}

struct fw_value *fw_linear_ticks(const struct fw_scale *scale, struct fw_arena *arena,
                                 const struct fw_tick_target *target, size_t *count)
{
    *count = 0;
    if (scale->domain_count == 0) {
        return NULL;
    }
    double *ticks = fw_tick_numbers(arena, scale->numbers[0],
                                    scale->numbers[scale->domain_count - 1], target->count, count);
    return fw_number_values(arena, ticks, *count);
}

/** Widens lo and hi to multiples of the tick step until that step is stable; false if it never is.
 */
static bool widen_to_ticks(double *lo, double *hi, double count)
{
    enum { TRIES = 10 }; /* as d3 */
    double before = NAN;
    for (int i = 0; i < TRIES; i++) {
        double step = fw_tick_increment(*lo, *hi, count);
        if (step == before) {
            return true;
        }
        if (step > 0) {
            *lo = floor(*lo / step) * step;
            *hi = ceil(*hi / step) * step;
        } else if (step < 0) {
            *lo = ceil(*lo * step) / step;
            *hi = floor(*hi * step) / step;
        } else {
            return false;
        }
        before = step;
    }
    return false;
}

void fw_linear_nice(struct fw_scale *scale)
{
    if (scale->domain_count == 0) {
        return;
    }
    struct fw_tick_count wanted = { .count = scale->spec.nice.count };
    double count = fw_tick_target_of(scale, wanted, 10).count;
    double *first = &scale->numbers[0];
    double *last = &scale->numbers[scale->domain_count - 1];
    bool reverse = *last < *first;
    double lo = reverse ? *last : *first;
    double hi = reverse ? *first : *last;
    if (widen_to_ticks(&lo, &hi, count)) {
        *first = reverse ? hi : lo;
        *last = reverse ? lo : hi;
    }
}

/** The count that keeps ticks min_step apart in a domain from lo to hi. */
static double limit_by_step(const struct fw_scale *scale, double count, double min_step)
{
    double first = scale->numbers[0];
    double last = scale->numbers[scale->domain_count - 1];
    double lo = fmin(first, last);
    double hi = fmax(first, last);
    double most = (hi - lo) / min_step;
    count = fmin(count, floor(most != 0 && !isnan(most) ? most : 1) + 1);
    if (scale->spec.bins == NULL && !(scale->type->traits & (FW_TRAIT_LOG | FW_TRAIT_TEMPORAL)) &&
        lo < hi) {
        count = fmin(count, FW_TICKS_MOST);
        while (count > 1 && fw_tick_step(lo, hi, count) < min_step) {
            count--;
        }
    }
    return count;
}

struct fw_tick_target fw_tick_target_of(const struct fw_scale *scale, struct fw_tick_count wanted,
                                        double preset)
{
    if (wanted.interval != NULL && (scale->type->traits & FW_TRAIT_TEMPORAL)) {
        return (struct fw_tick_target){ NAN, wanted.interval, wanted.step > 0 ? wanted.step : 1 };
    }
    size_t bin_count;
    fw_scale_bins(scale, &bin_count);
    double count = wanted.count < 0 ? 0 : wanted.count == 0 ? preset : wanted.count;
    if (bin_count > 0) {
        count = fmax(count, (double)bin_count);
    }
    if (wanted.min_step > 0 && scale->numbers != NULL && scale->domain_count > 0) {
        count = limit_by_step(scale, count, wanted.min_step);
    }
    return (struct fw_tick_target){ .count = count };
}

/** A tick, where the scale puts it, and which one it was. */
struct placed_tick {
    struct fw_value value;
    double at;
    size_t index;
};

static int by_place(const void *a, const void *b)
{
    const struct placed_tick *x = a;
    const struct placed_tick *y = b;
    return x->at != y->at ? (x->at > y->at) - (x->at < y->at)
                          : (x->index > y->index) - (x->index < y->index);
}

static int by_place_downwards(const void *a, const void *b)
{
    const struct placed_tick *x = a;
    const struct placed_tick *y = b;
    return x->at != y->at ? (x->at < y->at) - (x->at > y->at)
                          : (x->index > y->index) - (x->index < y->index);
}

/** Collects the ticks that the range from `first` to `last` holds, in its order. */
static size_t place_ticks(const struct fw_scale *scale, const struct fw_value *values, size_t count,
                          double first, double last, struct placed_tick *placed)
{
    bool reverse = first > last;
    double lo = floor(reverse ? last : first);
    double hi = ceil(reverse ? first : last);
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        double at = fw_scale_number(scale, values[i]);
        if (lo <= at && at <= hi) {
            placed[n++] = (struct placed_tick){ values[i], at, i };
        }
    }
    if (n > 1) {
        qsort(placed, n, sizeof *placed, reverse ? by_place_downwards : by_place);
    }
    return n;
}

/** Drops every other tick until at most `most` are left, but keeps both ends. */
static size_t thin_ticks(struct placed_tick *ticks, size_t count, double most)
{
    if (!(most > 0) || count < 2) {
        return count;
    }
    struct placed_tick last = ticks[count - 1];
    size_t n = count;
    while ((double)n > most && n >= 3) {
        size_t kept = 0;
        for (size_t i = 0; i < n; i += 2) {
            ticks[kept++] = ticks[i];
        }
        n = kept;
    }
    if (n < 3) {
        ticks[1] = last;
        n = 2;
    }
    return n;
}

static struct fw_value *valid_ticks(const struct fw_scale *scale, struct fw_arena *arena,
                                    const struct fw_value *values, size_t value_count, double most,
                                    size_t *count)
{
    *count = 0;
    if (scale->range_count == 0) {
        return NULL;
    }
    double first = fw_scale_input(scale->range[0]);
    double last = fw_scale_input(scale->range[scale->range_count - 1]);
    struct placed_tick *placed = FW_NEW_ARRAY(arena, value_count, struct placed_tick);
    size_t n = place_ticks(scale, values, value_count, first, last, placed);
    n = thin_ticks(placed, n, most);
    struct fw_value *kept = FW_NEW_ARRAY(arena, n, struct fw_value);
    for (size_t i = 0; i < n; i++) {
        kept[i] = placed[i].value;
    }
    *count = n;
    return kept;
}

struct fw_value *fw_scale_valid_ticks(const struct fw_scale *scale, struct fw_arena *arena,
                                      const struct fw_value *values, size_t value_count,
                                      struct fw_tick_count wanted, size_t *count)
{
    struct fw_tick_target target = fw_tick_target_of(scale, wanted, (double)value_count);
    return valid_ticks(scale, arena, values, value_count, target.count, count);
}

struct fw_value *fw_scale_ticks(const struct fw_scale *scale, struct fw_arena *arena,
                                struct fw_tick_count wanted, size_t *count)
{
    enum { PRESET = 10 }; /* d3's and Vega's axes' */
    struct fw_tick_target target = fw_tick_target_of(scale, wanted, PRESET);
    size_t bin_count;
    const double *bins = fw_scale_bins(scale, &bin_count);
    if (bins != NULL) {
        struct fw_value *values = fw_number_values(arena, bins, bin_count);
        return valid_ticks(scale, arena, values, bin_count, target.count, count);
    }
    if (scale->type->ticks != NULL) {
        return scale->type->ticks(scale, arena, &target, count);
    }
    struct fw_value *copy = FW_NEW_ARRAY(arena, scale->domain_count, struct fw_value);
    for (size_t i = 0; i < scale->domain_count; i++) {
        copy[i] = scale->domain[i];
    }
    *count = scale->domain_count;
    return copy;
}
