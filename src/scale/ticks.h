/* Round numbers between two ends: the steps and ticks of d3-array. */
#ifndef FW_SCALE_TICKS_H
#define FW_SCALE_TICKS_H

#include "scale/type.h"

/** No scale gives more ticks: wanted counts come from documents. */
enum { FW_TICKS_MOST = 10000 };

/**
 * The step (1, 2 or 5 times a power of ten) for about `count` ticks between lo and hi, lo <= hi;
 * below 1 as minus its inverse, so that it is a whole number. NaN or 0 when there is none. Method:
 * d3-array, tickIncrement.
 */
double fw_tick_increment(double lo, double hi, double count);

/** The same as a plain step; negative when hi < lo. Method: d3-array, tickStep. */
double fw_tick_step(double lo, double hi, double count);

/** Round numbers from `from` to `to`, both included, downwards when to < from. d3-array, ticks. */
double *fw_tick_numbers(struct fw_arena *arena, double from, double to, double count,
                        size_t *tick_count);

/** Nice and ticks of linear scales and all that are ticked like them. */
void fw_linear_nice(struct fw_scale *scale);
struct fw_value *fw_linear_ticks(const struct fw_scale *scale, struct fw_arena *arena,
                                 const struct fw_tick_target *target, size_t *count);

/**
 * Vega's tickCount: the count for `wanted`, or `preset` where none is wanted, lowered to what
 * min_step allows and raised to the number of bins.
 */
struct fw_tick_target fw_tick_target_of(const struct fw_scale *scale, struct fw_tick_count wanted,
                                        double preset);

/** Numbers as values. */
struct fw_value *fw_number_values(struct fw_arena *arena, const double *numbers, size_t count);

#endif
