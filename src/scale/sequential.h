/* Sequential and diverging scales: from a domain of two or three values to one ramp of colors. */
#ifndef FW_SCALE_SEQUENTIAL_H
#define FW_SCALE_SEQUENTIAL_H

#include "scale/type.h"

/** Where x lies on the ramp: 0 and 1 at the ends, 0.5 at the middle value of three. */
double fw_sequential_fraction(const struct fw_scale *scale, double x);

#endif
