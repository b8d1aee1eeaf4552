/* Logarithmic scales; a domain below zero is mirrored. */
#include <math.h>
#include <stdio.h>

#include "base/decimal.h"
#include "scale/continuous.h"
#include "scale/ticks.h"

static bool mirrored(const struct fw_scale *scale)
{
    return scale->domain_count > 0 && scale->numbers[0] < 0;
}

static double log_forward(const struct fw_scale *scale, double x)
{
    return mirrored(scale) ? -log(-x) : log(x);
}

static double log_backward(const struct fw_scale *scale, double x)
{
    return mirrored(scale) ? -exp(-x) : exp(x);
}

static double base_of(const struct fw_scale *scale)
{
    return scale->spec.base > 0 ? scale->spec.base : 10;
}

/** 10^x for a whole x, exactly rounded. */
static double power_of_ten(double x)
{
    if (!(fabs(x) <= 400)) {
        return x < 0 ? 0 : x;
    }
    char text[FW_DECIMAL_ROOM];
    int length = snprintf(text, sizeof text, "1e%d", (int)x);
    double number = 0;
    const char *after;
    fw_decimal_parse(text, text + length, &number, &after);
    return number;
}

/** The logarithm to the scale's base, mirrored where the scale is. */
static double log_base(const struct fw_scale *scale, double x)
{
    double base = base_of(scale);
    double sign = mirrored(scale) ? -1 : 1;
    x *= sign;
    return sign * (base == 10 ? log10(x) : base == 2 ? log2(x) : log(x) / log(base));
}

static double pow_base(const struct fw_scale *scale, double x)
{
    double base = base_of(scale);
    double sign = mirrored(scale) ? -1 : 1;
    x *= sign;
    return sign * (base == 10 ? power_of_ten(x) : pow(base, x));
}

static void log_nice(struct fw_scale *scale)
{
    double *first = &scale->numbers[0];
    double *last = &scale->numbers[scale->domain_count - 1];
    bool reverse = *last < *first;
    double *lo = reverse ? last : first;
    double *hi = reverse ? first : last;
    double down = pow_base(scale, floor(log_base(scale, *lo)));
    double up = pow_base(scale, ceil(log_base(scale, *hi)));
    *lo = down;
    *hi = up;
}

struct number_list {
    double *items;
    size_t count, capacity;
};

/** Adds multiples of one power of the base that lie in lo..hi. */
static void add_decade(const struct fw_scale *scale, struct fw_arena *arena, double power,
                       double lo, double hi, struct number_list *list)
{
    double base = base_of(scale);
    for (double step = 1; step < base && list->count < FW_TICKS_MOST; step++) {
        double k = lo > 0 ? step : base - step;
        bool divide = lo > 0 ? power < 0 : power > 0;
        double tick = divide ? k / pow_base(scale, -power) : k * pow_base(scale, power);
        if (tick > hi) {
            break;
        }
        if (tick >= lo) {
            FW_RESERVE(arena, list->items, list->count, list->capacity);
            list->items[list->count++] = tick;
        }
    }
}

/** Ticks at whole multiples of powers, or at powers alone where there are many. d3-scale, log. */
static double *log_tick_numbers(const struct fw_scale *scale, struct fw_arena *arena, double lo,
                                double hi, double wanted, size_t *count)
{
    double low = log_base(scale, lo);
    double high = log_base(scale, hi);
    *count = 0;
    if (!isfinite(low) || !isfinite(high)) {
        return NULL;
    }
    double base = base_of(scale);
    if (fmod(base, 1) != 0 || high - low >= wanted) {
        double *powers = fw_tick_numbers(arena, low, high, fmin(high - low, wanted), count);
        for (size_t i = 0; i < *count; i++) {
            powers[i] = pow_base(scale, powers[i]);
        }
        return powers;
    }
    struct number_list list = { 0 };
    for (double power = floor(low); power <= ceil(high); power++) {
        add_decade(scale, arena, power, lo, hi, &list);
    }
    *count = list.count;
    return (double)list.count * 2 < wanted ? fw_tick_numbers(arena, lo, hi, wanted, count)
                                           : list.items;
}

static struct fw_value *log_ticks(const struct fw_scale *scale, struct fw_arena *arena,
                                  const struct fw_tick_target *target, size_t *count)
{
    *count = 0;
    if (scale->domain_count == 0) {
        return NULL;
    }
    double first = scale->numbers[0];
    double last = scale->numbers[scale->domain_count - 1];
    bool reverse = last < first; /* with a NaN among them there are no ticks */
    double *ticks = log_tick_numbers(scale, arena, reverse ? last : first, reverse ? first : last,
                                     target->count, count);
    struct fw_value *values = fw_number_values(arena, ticks, *count);
    for (size_t i = 0; reverse && i < *count / 2; i++) {
        struct fw_value swap = values[i];
        values[i] = values[*count - 1 - i];
        values[*count - 1 - i] = swap;
    }
    return values;
}

const struct fw_scale_type fw_scale_log = {
    .name = "log",
    .traits = FW_TRAIT_CONTINUOUS | FW_TRAIT_NUMBERS | FW_TRAIT_LOG,
    .train = fw_continuous_train,
    .apply = fw_continuous_apply,
    .invert = fw_continuous_invert,
    .forward = log_forward,
    .backward = log_backward,
    .nice = log_nice,
    .ticks = log_ticks,
};
