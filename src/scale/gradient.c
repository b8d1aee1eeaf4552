/* The colors along a continuous scale, for gradient legends. */
#include "scale/gradient.h"

#include <math.h>

#include "scale/continuous.h"
#include "scale/ticks.h"

enum { STOPS_WANTED = 15 }; /* vega-functions, scaleGradient */

/** The numbers to show a color for: the ticks, and the ends of the domain where these are none. */
static double *stop_numbers(struct fw_arena *arena, const struct fw_scale *scale, size_t *count)
{
    double first = scale->numbers[0];
    double last = scale->numbers[scale->domain_count - 1];
    struct fw_tick_target target = { .count = STOPS_WANTED };
    size_t tick_count;
    struct fw_value *ticks = scale->type->ticks(scale, arena, &target, &tick_count);
    double *numbers = FW_NEW_ARRAY(arena, tick_count + 2, double);
    size_t n = 0;
    if (tick_count == 0 || ticks[0].number != first) {
        numbers[n++] = first;
    }
    for (size_t i = 0; i < tick_count; i++) {
        numbers[n++] = ticks[i].number;
    }
    if (n == 0 || numbers[n - 1] != last) {
        numbers[n++] = last;
    }
    *count = n;
    return numbers;
}

/** A domain without span shows its whole ramp. */
static struct fw_scale_stop *whole_ramp(const struct fw_scale *scale, struct fw_arena *arena,
                                        size_t *count)
{
    double *shares = fw_tick_numbers(arena, 0, 1, STOPS_WANTED, count);
    struct fw_scale_stop *stops = FW_NEW_ARRAY(arena, *count, struct fw_scale_stop);
    for (size_t i = 0; i < *count; i++) {
        stops[i].offset = shares[i];
        fw_ramp_at(scale->ramps[0], shares[i], &stops[i].color);
    }
    return stops;
}

struct fw_scale_stop *fw_scale_gradient(const struct fw_scale *scale, struct fw_arena *arena,
                                        size_t *count)
{
    *count = 0;
    if (scale->domain_count == 0 || scale->pieces == 0 || scale->type->ticks == NULL) {
        return NULL;
    }
    double span = scale->numbers[scale->domain_count - 1] - scale->numbers[0];
    if (span == 0 || isnan(span)) {
        return whole_ramp(scale, arena, count);
    }
    size_t n;
    double *numbers = stop_numbers(arena, scale, &n);
    struct fw_scale_stop *stops = FW_NEW_ARRAY(arena, n, struct fw_scale_stop);
    for (size_t i = 0; i < n; i++) {
        stops[*count].offset = fw_scale_fraction(scale, numbers[i]);
        *count += fw_continuous_color(scale, numbers[i], &stops[*count].color);
    }
    return stops;
}
