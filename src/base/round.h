/* Rounding as JavaScript does it. */
#ifndef FW_BASE_ROUND_H
#define FW_BASE_ROUND_H

#include <math.h>

/** Math.round: to the nearest whole number, halves up (-2.5 is -2). */
static inline double fw_round(double number)
{
    double down = floor(number);
    return number - down >= 0.5 ? down + 1 : down;
}

#endif
